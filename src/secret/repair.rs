//! Damage that keyboards and programs do to a secret, and the secret without it.

use std::borrow::Cow;

use crate::identifier::{hidden, hidden_in};
use crate::names::names;

names! {
    /// Punctuation that a keyboard or a word processor makes out of plain signs.
    pub(crate) enum Smart {
        Dash = "dash",
        Quote = "quote",
        Ellipsis = "ellipsis",
    }
}

/// The password as it would stand without the damage that was seen; borrowed where there is none.
pub(crate) fn repaired(bare: &str, caps_lock: bool) -> Cow<'_, str> {
    let mut repaired = Cow::Borrowed(bare);
    if smart_sign(bare).is_some() || hidden_in(bare).is_some() {
        repaired = bare.chars().filter(|c| hidden(*c).is_none()).map(plain_sign).collect();
    }
    if caps_lock {
        repaired = repaired.chars().map(inverted).collect();
    }
    repaired
}

fn inverted(c: char) -> char {
    if c.is_ascii_lowercase() { c.to_ascii_uppercase() } else { c.to_ascii_lowercase() }
}

/// The first sign inside the text that a program has put in.
pub(crate) fn smart_sign(text: &str) -> Option<Smart> {
    text.chars().find_map(smart)
}

fn smart(sign: char) -> Option<Smart> {
    match sign {
        '\u{2012}'..='\u{2015}' | '\u{2212}' => Some(Smart::Dash),
        '\u{2018}'..='\u{201f}' | '\u{ab}' | '\u{bb}' => Some(Smart::Quote),
        '\u{2026}' => Some(Smart::Ellipsis),
        _ => None,
    }
}

fn plain_sign(c: char) -> char {
    match smart(c) {
        Some(Smart::Dash) => '-',
        Some(Smart::Quote) if matches!(c, '\u{2018}'..='\u{201b}') => '\'',
        Some(Smart::Quote) => '"',
        Some(Smart::Ellipsis) | None => c,
    }
}
