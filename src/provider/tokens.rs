//! Tokens that carry their maker's prefix: whose they are, and what tells some of them from other texts.

use crate::pattern::Pattern;
use crate::text::{pieces, split_once};

use super::Service;

/// A line for each group of `[[tokens]]` in `providers/*.toml`: maker, mark, patterns.
static TOKENS: &str = include_str!(concat!(env!("OUT_DIR"), "/tokens.txt"));

/// Tokens of one maker that are told in one way.
#[derive(Clone, Copy)]
pub(crate) struct Tokens {
    pub(crate) maker: &'static str,
    mark: &'static str,
    patterns: &'static str,
}

impl Tokens {
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        pieces(TOKENS, b'\n').filter_map(|line| {
            let (maker, rest) = split_once(line, b'\t')?;
            let (mark, patterns) = split_once(rest, b'\t')?;
            Some(Self { maker, mark, patterns })
        })
    }

    pub(crate) fn patterns(self) -> impl Iterator<Item = Pattern> {
        pieces(self.patterns, b'\t').map(Pattern::new)
    }

    /// Whether they stand in the name field by right.
    pub(crate) fn are_names(self) -> bool {
        self.mark == "@n"
    }

    /// What stands in each of them besides.
    pub(crate) fn contains(self) -> Option<&'static str> {
        self.mark.strip_prefix('=')
    }
}

/// Whether what this maker calls a token is a name.
pub(crate) fn are_names(maker: &str) -> bool {
    is_marked(maker, "n")
}

/// Whether this maker's tokens stand in a password's place there, whatever rule is known.
pub(crate) fn open(maker: &str, service: Service) -> bool {
    is_marked(maker, service.as_str())
}

/// Whether the word is one of a mark of this maker's, behind an `@`.
fn is_marked(maker: &str, word: &str) -> bool {
    for tokens in Tokens::all() {
        if tokens.maker == maker && pieces(tokens.mark, b'@').any(|part| part == word) {
            return true;
        }
    }
    false
}
