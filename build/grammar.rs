//! What a single text in a provider's file may be.

use crate::pattern::Pattern;

pub(crate) fn is_host(text: &str) -> bool {
    text.split('.').all(is_label)
}

/// A host name in which `*` stands for a whole label, but for the last two.
pub(crate) fn is_host_pattern(text: &str) -> bool {
    text.contains('.')
        && text.split('.').all(|label| label == "*" || is_label(label))
        && text.split('.').rev().take(2).all(is_label)
}

pub(crate) fn is_label(label: &str) -> bool {
    let is_sign = |b: u8| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-');
    !label.is_empty() && label.bytes().all(is_sign) && !label.starts_with('-') && !label.ends_with('-')
}

/// The beginning of a path.
pub(crate) fn is_path(text: &str) -> bool {
    text.starts_with('/') && !text.contains([' ', '?', '#'])
}

/// As `www/guard/profile.js` has it of a page's own links.
pub(crate) fn is_link(text: &str) -> bool {
    let rest = text.strip_prefix("https://").unwrap_or_default();
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    !host.is_empty() && !host.contains(['@', '\\']) && !rest.contains(|c: char| c.is_whitespace() || c.is_control())
}

pub(crate) fn is_language(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|b| b.is_ascii_lowercase())
}

/// A provider's name as people put it into passwords.
pub(crate) fn is_word(text: &str) -> bool {
    text.len() > 2 && text.bytes().all(|b| b.is_ascii_lowercase())
}

/// One line, without signs that turn the direction of what stands behind them.
pub(crate) fn is_line(text: &str) -> bool {
    let is_odd = |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    !text.is_empty() && !text.contains(is_odd)
}

/// A pattern that describes something. Kept as long as the build, which is over soon.
pub(crate) fn is_pattern(text: &str) -> bool {
    Pattern::new(text.to_owned().leak()).is_sound()
}

/// A target or a brand of spelling without its marks.
pub(crate) fn unmarked(text: &str) -> &str {
    let text = text.strip_prefix('-').unwrap_or(text);
    text.strip_prefix('!').unwrap_or(text)
}
