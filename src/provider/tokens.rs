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

/// What a token of these patterns must be besides.
pub(crate) enum Besides {
    Nothing,
    /// This stands in it.
    Contains(&'static str),
    /// What follows after so many signs are not words.
    NoWordsFrom(usize),
}

impl Tokens {
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        pieces(TOKENS, b'\n').filter_map(|line| {
            let (maker, rest) = split_once(line, b' ')?;
            let (mark, patterns) = split_once(rest, b' ')?;
            Some(Self { maker, mark, patterns })
        })
    }

    pub(crate) fn patterns(self) -> impl Iterator<Item = Pattern> {
        pieces(self.patterns, b' ').map(Pattern::new)
    }

    pub(crate) fn besides(self) -> Besides {
        match (self.mark.as_bytes().first(), self.mark.get(1..)) {
            (Some(b'='), Some(text)) => Besides::Contains(text),
            (Some(b'w'), Some(count)) => Besides::NoWordsFrom(count.parse().unwrap_or_default()),
            _ => Besides::Nothing,
        }
    }
}

/// Whether what this maker calls a token is a name.
pub(crate) fn are_names(maker: &str) -> bool {
    marks(maker).any(|mark| mark == "n")
}

/// Whether this maker's tokens stand in a password's place there, whatever rule is known.
pub(crate) fn open(maker: &str, service: Service) -> bool {
    let mut services = marks(maker).filter_map(|mark| mark.strip_prefix('@')).flat_map(|names| pieces(names, b','));
    services.any(|name| name == service.as_str())
}

fn marks(maker: &str) -> impl Iterator<Item = &'static str> {
    Tokens::all().filter(move |tokens| tokens.maker == maker).map(|tokens| tokens.mark)
}
