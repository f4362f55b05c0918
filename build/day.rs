//! Days as numbers since 1970-01-01, so that they can be counted.

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
