//! Tokens that carry their maker's prefix: certain, whoever's form they stand in. Embedded checksums are not checked.

use crate::pattern::Case;
use crate::provider::tokens::Tokens;

use super::generated::changes;
use super::is_words;

/// No token is shorter: AWS's has 20.
const SHORTEST: usize = 20;

/// Signs of a maker's prefix, in which nobody's words are looked for: `AKIA`, `xoxb`.
const PREFIX: usize = 4;

/// Whose token the text is.
pub(super) fn maker(text: &str) -> Option<&'static str> {
    if text.len() < SHORTEST || !text.is_ascii() || is_example(text) {
        return None;
    }
    let is_one = |tokens: &Tokens| {
        tokens.patterns().any(|pattern| pattern.matches(text, Case::Differs))
            && tokens.contains().is_none_or(|part| holds(text, part))
    };
    let tokens = Tokens::all().find(is_one)?;
    // "xoxo-gossip-girl-forever" begins like a token. In names, which are short and of capitals, chance makes words more often, but
    // with digits between their letters.
    let rest = text.get(PREFIX..)?;
    let is_mixed = tokens.are_names() && changes(rest) > 1;
    (is_mixed || !is_words(rest)).then_some(tokens.maker)
}

/// What documentation shows instead of a token: the same sign over and over, or the word itself.
pub(super) fn is_example(text: &str) -> bool {
    text.as_bytes().windows(8).any(|run| run.iter().all(|b| run.first() == Some(b))) || holds(text, "EXAMPLE")
}

/// Whether the word stands in the text, in any case: a few bytes of code where the library's search takes two thousand.
fn holds(text: &str, word: &str) -> bool {
    text.as_bytes().windows(word.len()).any(|part| part.eq_ignore_ascii_case(word.as_bytes()))
}
