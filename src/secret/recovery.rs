//! Recovery codes with a documented shape of their own.

use crate::pattern::{Case, Pattern};
use crate::provider::Profile;
use crate::text::pieces;

use super::code;

/// Patterns that are told on every form, with blanks between.
static ANYWHERE: &str = include_str!(concat!(env!("OUT_DIR"), "/recovery.txt"));

/// A code that is told anywhere has a digit and a letter, or it may be anybody's password; on its provider's own form it may be of
/// digits that nobody would have chosen.
pub(super) fn is_recovery_code(text: &str, profiles: [Option<&Profile>; 2]) -> bool {
    let has = |class: fn(&u8) -> bool| text.bytes().any(|b| class(&b));
    let is_mixed = has(u8::is_ascii_digit) && has(u8::is_ascii_alphabetic);
    let fits = |pattern: Pattern| pattern.matches(text, Case::Differs);
    let mut own = profiles.into_iter().flatten().flat_map(|profile| profile.recovery);
    (is_mixed && pieces(ANYWHERE, b' ').any(|pattern| fits(Pattern::new(pattern))))
        || (own.any(|pattern| fits(*pattern)) && (is_mixed || code::is_unchosen(text)))
}
