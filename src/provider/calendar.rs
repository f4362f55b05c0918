//! Days of the calendar as numbers since 1970-01-01, and back.

/// Of `YYYY-MM-DD`, if there is such a day.
pub(crate) fn number(text: &str) -> Option<i64> {
    let mut parts = text.split('-').map(|part| {
        let is_digits = part.bytes().all(|b| b.is_ascii_digit());
        part.parse::<i64>().ok().filter(|_| is_digits)
    });
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    let last = match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    let is_day = text.len() == "2026-11-22".len() && (1..=12).contains(&month) && (1..=last).contains(&day);
    // Howard Hinnant's days_from_civil: the year begins in March, so that a leap day is its last.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let days = year * 365 + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 1 - 719_468;
    is_day.then_some(days)
}

/// Year, month and day: Hinnant's `civil_from_days`.
pub(crate) fn date(days: i64) -> (i64, i64, i64) {
    let since_march = days + 719_468;
    let (era, in_era) = (since_march.div_euclid(146_097), since_march.rem_euclid(146_097));
    let year_of_era = (in_era - in_era / 1_460 + in_era / 36_524 - in_era / 146_096) / 365;
    let in_year = in_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * in_year + 2) / 153;
    let day = in_year - (153 * month + 2) / 5 + 1;
    let (year, month) = (era * 400 + year_of_era, if month < 10 { month + 3 } else { month - 9 });
    (year + i64::from(month <= 2), month, day)
}
