//! What password managers generate: recognised so that nothing is said about it.

use crate::pattern::{Case, Pattern};
use crate::text::{pieces, rsplit_once};

use super::words;

/// Defaults of the generators, read from their sources on 2026-11-22: Chrome and Firefox 15 signs without look-alikes,
/// Bitwarden 14 and 16 letters and digits, KeePassXC 32 (16 before), 1Password about 20 with symbols.
static GENERATORS: [Pattern; 5] = [
    Pattern::new("[a-km-np-zA-HJ-NP-Z2-9]{15}"),
    Pattern::new("[A-Za-z0-9]{14}"),
    Pattern::new("[A-Za-z0-9]{16}"),
    Pattern::new("[A-Za-z0-9]{32}"),
    Pattern::new("[!-~]{19,20}"),
];

pub(super) fn is_generated(text: &str) -> bool {
    is_apple(text)
        || is_chrome_chunked(text)
        || (is_random(text) && GENERATORS.iter().any(|p| p.matches(text, Case::Differs)))
}

/// Small letters, capitals and digits, and the letters no words.
pub(crate) fn is_random(text: &str) -> bool {
    let any = |class: fn(&u8) -> bool| text.bytes().any(|b| class(&b));
    any(u8::is_ascii_lowercase)
        && any(u8::is_ascii_uppercase)
        && any(u8::is_ascii_digit)
        && changes(text) > 1
        && !words::is_words(text)
}

/// How often a digit follows a sign that is none, or the reverse: once in `Regenschirm7`, hardly ever in a random text.
pub(super) fn changes(text: &str) -> usize {
    let is_digit = |b: &u8| b.is_ascii_digit();
    text.as_bytes()
        .windows(2)
        .filter(|pair| pair.first().is_some_and(is_digit) != pair.last().is_some_and(is_digit))
        .count()
}

/// Three groups of six with exactly one capital and one digit.
fn is_apple(text: &str) -> bool {
    Pattern::new("[A-Za-z0-9]{6}-[A-Za-z0-9]{6}-[A-Za-z0-9]{6}").matches(text, Case::Differs)
        && text.bytes().filter(u8::is_ascii_uppercase).count() == 1
        && text.bytes().filter(u8::is_ascii_digit).count() == 1
}

/// Chrome's alphabet with a hyphen after every fourth sign and an uneven tail.
fn is_chrome_chunked(text: &str) -> bool {
    let Some((chunks, tail)) = rsplit_once(text, b'-') else { return false };
    let chunk = Pattern::new("[a-km-np-zA-HJ-NP-Z2-9]{4}");
    pieces(chunks, b'-').all(|group| chunk.matches(group, Case::Differs))
        && Pattern::new("[a-km-np-zA-HJ-NP-Z2-9]{1,3}").matches(tail, Case::Differs)
        && is_random(text)
}
