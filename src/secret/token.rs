//! Tokens that carry their maker's prefix: certain, whoever's form they stand in. Embedded checksums are not checked.

use crate::pattern::Case;
use crate::provider::tokens::{Besides, Tokens};

use super::is_words;

/// No token is shorter: AWS's has 20.
const SHORTEST: usize = 20;

/// Whose token the text is.
pub(super) fn maker(text: &str) -> Option<&'static str> {
    if text.len() < SHORTEST || !text.is_ascii() || is_example(text) {
        return None;
    }
    let is_one = |tokens: &Tokens| {
        let is_told_apart = || match tokens.besides() {
            Besides::Nothing => true,
            Besides::Contains(part) => holds(text, part),
            // "xoxo-gossip-girl" begins like a token.
            Besides::NoWordsFrom(at) => !text.get(at..).is_some_and(is_words),
        };
        tokens.patterns().any(|pattern| pattern.matches(text, Case::Differs)) && is_told_apart()
    };
    Tokens::all().find(is_one).map(|tokens| tokens.maker)
}

/// What documentation shows instead of a token: the same sign over and over, or the word itself.
pub(super) fn is_example(text: &str) -> bool {
    text.as_bytes().windows(8).any(|run| run.iter().all(|b| run.first() == Some(b))) || holds(text, "EXAMPLE")
}

/// Whether the word stands in the text, in any case: a few bytes of code where the library's search takes two thousand.
fn holds(text: &str, word: &str) -> bool {
    text.as_bytes().windows(word.len()).any(|part| part.eq_ignore_ascii_case(word.as_bytes()))
}
