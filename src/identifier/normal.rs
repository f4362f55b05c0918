//! What cannot be meant at the ends of a text, and what cannot be seen inside it.

use crate::names::names;

names! {
    /// The ends of a text at which blanks stand.
    pub(crate) enum Edge {
        Start = "start",
        End = "end",
        Both = "both",
    }
}

names! {
    /// A sign that takes no ink.
    pub(crate) enum Hidden {
        ZeroWidth = "zeroWidth",
        SoftHyphen = "softHyphen",
        Direction = "direction",
        NoBreakSpace = "noBreakSpace",
        Control = "control",
    }
}

/// A text without what cannot be meant at its ends.
#[derive(Debug)]
pub(crate) struct Normal<'a> {
    pub(crate) text: &'a str,
    pub(crate) edge: Option<Edge>,
    pub(crate) hidden: Option<Hidden>,
}

impl<'a> Normal<'a> {
    pub(crate) fn of(typed: &'a str) -> Self {
        let text = trim_edges(typed);
        Self { text, edge: edge_of(typed), hidden: hidden_in(text) }
    }
}

/// Blanks, line ends, and the signs that copying leaves behind at an end: no-break space, BOM, zero-width space.
fn is_edge(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}')
}

/// The text without what cannot be meant at its ends.
pub(crate) fn trim_edges(typed: &str) -> &str {
    typed.trim_matches(is_edge)
}

/// At which ends of a text that is not blank altogether something stands that cannot be meant.
pub(crate) fn edge_of(text: &str) -> Option<Edge> {
    if text.chars().all(is_edge) {
        return None;
    }
    match (text.starts_with(is_edge), text.ends_with(is_edge)) {
        (true, true) => Some(Edge::Both),
        (true, false) => Some(Edge::Start),
        (false, true) => Some(Edge::End),
        (false, false) => None,
    }
}

/// The first sign inside the text that nobody sees.
pub(crate) fn hidden_in(text: &str) -> Option<Hidden> {
    text.chars().find_map(hidden)
}

/// What kind of sign this is, if nobody sees it.
pub(crate) fn hidden(sign: char) -> Option<Hidden> {
    match sign {
        // U+200C and U+200D are left alone: Persian and emoji need them.
        '\u{180e}' | '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{3164}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}' => {
            Some(Hidden::ZeroWidth)
        }
        '\u{ad}' => Some(Hidden::SoftHyphen),
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}' => {
            Some(Hidden::Direction)
        }
        '\u{a0}' | '\u{2007}' | '\u{202f}' => Some(Hidden::NoBreakSpace),
        c if c.is_control() => Some(Hidden::Control),
        _ => None,
    }
}
