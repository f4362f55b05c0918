//! How long a rating will take, told before it begins: a synchronous one cannot be interrupted.

use super::first;

/// What does not depend on the signs (repetitions, dates, the sums), in readings of them.
const BESIDES: u64 = 16;
/// So that a unit is some tens of microseconds.
const UNIT: u64 = 1_000;

/// Signs that zxcvbn reads as letters, by letter. Those of `i`, `l` and `t` that stand in an earlier row as well are
/// counted twice: each combination so far is then tried with and without.
const LETTERS: [(&str, &str); 12] = [
    ("4@", ""),
    ("8", ""),
    ("({[<", ""),
    ("3", ""),
    ("69", ""),
    ("1!|", ""),
    ("", "1|7"),
    ("0", ""),
    ("$5", ""),
    ("+", "7"),
    ("%", ""),
    ("2", ""),
];

/// Units of work for zxcvbn to rate this text, an upper bound; `make bench` rates texts of about 50.
///
/// Every part of the text, n²/2 of them, is looked up in every list once for each way to read its signs as letters, and
/// those are up to 1,728.
pub fn effort(text: &str) -> u32 {
    let text = first(text);
    let n = text.chars().count() as u64;
    let count = |signs: &str| signs.chars().filter(|sign| text.contains(*sign)).count() as u64;
    let readings: u64 = LETTERS.iter().map(|(once, twice)| (count(once) + 2 * count(twice)).max(1)).product();
    u32::try_from(((readings + BESIDES) * n * n).div_ceil(UNIT)).unwrap_or(u32::MAX)
}
