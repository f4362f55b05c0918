//! Recovery codes with a documented shape of their own.

use crate::pattern::{Case, Pattern};
use crate::text::pieces;

use super::code;

/// GitHub's `xxxxx-xxxxx` in hexadecimal, Apple's recovery key of seven groups of four, and, on Google's own forms only,
/// eight digits in two groups. A digit and a letter must both be there, or it may be anybody's password.
pub(super) fn is_recovery_code(text: &str, is_googles: bool) -> bool {
    const GITHUB: Pattern = Pattern::new("[0-9a-f]{5}-[0-9a-f]{5}");
    let has = |class: fn(&u8) -> bool| text.bytes().any(|b| class(&b));
    let is_mixed = has(u8::is_ascii_digit) && has(u8::is_ascii_alphabetic);
    (is_mixed && (GITHUB.matches(text, Case::Differs) || is_apples(text))) || (is_googles && code::is_backup_code(text))
}

fn is_apples(text: &str) -> bool {
    const GROUP: Pattern = Pattern::new("[A-Z0-9]{4}");
    pieces(text, b'-').count() == 7 && pieces(text, b'-').all(|group| GROUP.matches(group, Case::Differs))
}
