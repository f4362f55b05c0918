//! Tokens that carry their maker's prefix: certain, whoever's form they stand in. Embedded checksums are not checked.

use crate::pattern::{Case, Pattern};
#[cfg(not(passkind_packed))]
use crate::provider::tokens::TOKENS;

use super::is_words;

/// The shortest of all: AWS's, with 20.
const SHORTEST: usize = 20;
/// The tokens of `openai` hold this in their middle.
const OPENAI_INFIX: &str = "T3BlbkFJ";

/// Whose token the text is.
pub(super) fn maker(text: &str) -> Option<&'static str> {
    if text.len() < SHORTEST || !text.is_ascii() || is_example(text) {
        return None;
    }
    let (maker, _) = tokens().find(|(_, pattern)| pattern.matches(text, Case::Differs))?;
    // "xoxo-gossip-girl" begins like a token of Slack's.
    let is_told_apart = match maker {
        "openai" => holds(text, OPENAI_INFIX),
        "slack" => !text.get(4..).is_some_and(is_words),
        _ => true,
    };
    is_told_apart.then_some(maker)
}

/// The table, which the package carries as text, as it does the profiles (`examples/pack.rs`).
#[cfg(passkind_packed)]
fn tokens() -> impl Iterator<Item = (&'static str, Pattern)> {
    let lines = crate::text::pieces(include_str!(env!("PASSKIND_TOKENS")), b'\n');
    lines.filter_map(|line| crate::text::split_once(line, b' ')).map(|(maker, pattern)| (maker, Pattern::new(pattern)))
}

#[cfg(not(passkind_packed))]
fn tokens() -> impl Iterator<Item = (&'static str, Pattern)> {
    TOKENS.iter().copied()
}

/// What documentation shows instead of a token: the same sign over and over, or the word itself.
pub(super) fn is_example(text: &str) -> bool {
    text.as_bytes().windows(8).any(|run| run.iter().all(|b| run.first() == Some(b))) || holds(text, "EXAMPLE")
}

/// Whether the word stands in the text, in any case: a few bytes of code where the library's search takes two thousand.
fn holds(text: &str, word: &str) -> bool {
    text.as_bytes().windows(word.len()).any(|part| part.eq_ignore_ascii_case(word.as_bytes()))
}
