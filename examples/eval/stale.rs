//! The question: which rules are soon too old to be relied on?

use std::time::{SystemTime, UNIX_EPOCH};

use passkind::Day;

use crate::form::rules;

/// Rules are due this many days before they expire.
const NOTICE: i64 = 90;

/// Prints every rule that expires within the notice, or has, and returns how many there are.
pub(crate) fn run(today: Option<&str>) -> Result<String, String> {
    let today = match today {
        Some(text) => days_of(text).ok_or("TODAY is written YYYY-MM-DD")?,
        None => today_by_clock(),
    };
    let (now, limit) = (day_of(today), day_of(today + NOTICE));
    let mut due: Vec<_> = rules()
        .filter_map(|(profile, rule)| rule.issued_only?.expires.map(|expires| (expires, profile, rule)))
        .filter(|(expires, ..)| *expires <= limit)
        .collect();
    due.sort_by(|(a, p, _), (b, q, _)| a.cmp(b).then(p.id.cmp(q.id)));
    for (expires, profile, rule) in &due {
        let past = if *expires < now { "expired" } else { "due" };
        let (date, service) = (written(*expires), rule.service.as_str());
        println!("{past} {date}  {} {service}  read {}  {}", profile.id, rule.source.checked, rule.source.url);
    }
    Ok(format!("{} of {} rules expire by {}", due.len(), rules().filter(expires).count(), written(limit)))
}

fn expires((_, rule): &(&passkind::Profile, &passkind::ServiceRule)) -> bool {
    rule.issued_only.is_some_and(|only| only.expires.is_some())
}

fn today_by_clock() -> i64 {
    const SECONDS_A_DAY: u64 = 86_400;
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    i64::try_from(seconds / SECONDS_A_DAY).unwrap_or_default()
}

/// Days since 1970-01-01 of `YYYY-MM-DD`.
fn days_of(text: &str) -> Option<i64> {
    Day::parse(text)?;
    let mut parts = text.split('-').map(|part| part.parse::<i64>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    // Howard Hinnant's days_from_civil: the year begins in March, so that a leap day is its last.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    Some(year * 365 + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 1 - 719_468)
}

/// The way back.
fn day_of(days: i64) -> Day {
    let since_march = days + 719_468;
    let (era, in_era) = (since_march.div_euclid(146_097), since_march.rem_euclid(146_097));
    let year_of_era = (in_era - in_era / 1_460 + in_era / 36_524 - in_era / 146_096) / 365;
    let in_year = in_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * in_year + 2) / 153;
    let day = in_year - (153 * month + 2) / 5 + 1;
    let (year, month) = (era * 400 + year_of_era, if month < 10 { month + 3 } else { month - 9 });
    let number = |number: i64| u32::try_from(number).unwrap_or_default();
    Day::new(number(year + i64::from(month <= 2)), number(month), number(day))
}

/// `YYYY-MM-DD`, out of the digits that `Debug` shows.
fn written(day: Day) -> String {
    let digits: String = format!("{day:?}").chars().filter(char::is_ascii_digit).collect();
    match (digits.get(..4), digits.get(4..6), digits.get(6..)) {
        (Some(year), Some(month), Some(day)) => format!("{year}-{month}-{day}"),
        _ => digits,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_over_months_and_leap_years() {
        for day in ["1970-01-01", "2026-11-23", "2024-02-29", "2027-12-31", "2028-03-01"] {
            assert_eq!(written(day_of(days_of(day).unwrap())), day);
        }
        assert_eq!(written(day_of(days_of("2027-08-24").unwrap() + NOTICE)), "2027-11-22");
        assert_eq!(days_of("24.8.2027"), None);
    }
}
