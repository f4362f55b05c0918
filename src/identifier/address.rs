//! An e-mail address: RFC 5321 section 4.1.2, with RFC 6531 for signs beyond ASCII.

use std::borrow::Cow;

#[cfg(not(target_arch = "wasm32"))]
use email_address::EmailAddress;

use super::normal::{hidden, hidden_in};
use crate::text::{before, glue, pieces, rsplit_once, trim_closing};

/// Octets of a domain in its ASCII form, RFC 1035 section 2.3.4.
const DOMAIN_OCTETS: usize = 253;
/// Octets of a label, RFC 1035 section 2.3.4.
const LABEL_OCTETS: usize = 63;
/// Octets of a local part, RFC 5321 section 4.5.3.1.1.
const LOCAL_PART_OCTETS: usize = 64;
/// Octets of an address: RFC 5321 section 4.5.3.1.3 less the two angle brackets (erratum 1690).
const ADDRESS_OCTETS: usize = 254;

/// What the grammar says of a text with an `@`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Syntax {
    Valid,
    /// Allowed, but hardly anybody has one: a quoted local part, an address literal as domain.
    Unusual,
    Invalid,
}

/// A text that has the structure of an address: something before the last `@`, something behind it.
///
/// Equal, and of one hash, are those that a mail server takes for equal: the domain in its ASCII form and small letters, the
/// local part as typed (RFC 5321 section 2.4).
#[derive(Debug, PartialEq, Eq, Hash)]
pub(crate) struct Address<'a> {
    /// As typed: RFC 5321 leaves its meaning, case included, to the receiving host.
    pub(crate) local_part: &'a str,
    /// In ASCII (A-labels) and lower case where the platform found a host; else as typed.
    pub(crate) domain: Cow<'a, str>,
    pub(crate) syntax: Syntax,
}

impl<'a> Address<'a> {
    pub(crate) fn of(text: &'a str, ascii_host: Option<&'a str>) -> Option<Self> {
        let (local_part, typed) = rsplit_once(text, b'@')?;
        let is_literal = ascii_host.is_some_and(|host| host.starts_with('['));
        let domain: Cow<'a, str> = match ascii_host {
            // The platform has read what stands in the brackets.
            Some(literal) if is_literal => literal.into(),
            _ if typed.is_ascii() => typed.to_ascii_lowercase().into(),
            Some(host) => host.into(),
            None => typed.into(),
        };
        let is_read = if typed.is_ascii() {
            // The platform decodes A-labels and encodes them again: one that comes back as another is none.
            is_literal || !has_a_label(&domain) || ascii_host == Some(&*domain)
        } else {
            // What the platform makes plain or leaves out on the way would reach the server as it was typed.
            let is_sent_so =
                !typed.chars().any(is_wide) && hidden_in(typed).is_none() && trim_closing(typed).len() == typed.len();
            has_a_label(&domain) && is_sent_so
        };
        let syntax = if is_read { syntax_of(local_part, &domain, is_literal) } else { Syntax::Invalid };
        Some(Self { local_part, domain, syntax })
    }
}

/// Full-width signs, and dots and at-signs of other widths, which platforms read as plain ones and RFC 6531 does not.
fn is_wide(sign: char) -> bool {
    matches!(sign, '\u{ff01}'..='\u{ff5e}' | '\u{3002}' | '\u{ff61}' | '\u{fe6b}')
}

/// Whether one of the labels is an encoded one (RFC 5890 section 2.3.2.1).
fn has_a_label(domain: &str) -> bool {
    pieces(domain, b'.').any(|label| label.starts_with("xn--"))
}

fn syntax_of(local_part: &str, domain: &str, is_literal: bool) -> Syntax {
    let is_long = local_part.len() > LOCAL_PART_OCTETS || local_part.len() + 1 + domain.len() > ADDRESS_OCTETS;
    if is_long || !(is_literal || is_domain(domain)) {
        return Syntax::Invalid;
    }
    let quoted = local_part.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    let is_local_part = quoted.map_or_else(|| is_dot_string(local_part), is_quotable);
    match is_local_part {
        false => Syntax::Invalid,
        true if quoted.is_some() || is_literal => Syntax::Unusual,
        true => Syntax::Valid,
    }
}

/// Whether a local part is a `Dot-string` of RFC 5321 with the `UTF8-non-ascii` of RFC 6531.
///
/// Every sign beyond ASCII that can be seen stands in as a letter.
fn is_dot_string(local_part: &str) -> bool {
    // Blanks of any width, and private-use characters.
    let is_none = |c: char| c.is_whitespace() || matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..);
    let plain: String = local_part.chars().map(|c| if c.is_ascii() { c } else { 'a' }).collect();
    is_ascii_dot_string(&plain)
        && hidden_in(local_part).is_none()
        && !local_part.chars().any(is_none)
        && !local_part.starts_with(|c| matches!(c, '\u{300}'..='\u{36f}'))
}

/// The crate judges this alone: its `from_str` and serde would take display names and literals.
#[cfg(not(target_arch = "wasm32"))]
fn is_ascii_dot_string(text: &str) -> bool {
    EmailAddress::is_valid_local_part(text)
}

/// In the wasm the crate would bring tables of all letters and digits of Unicode, a kilobyte and a half that no ASCII text asks.
#[cfg(target_arch = "wasm32")]
fn is_ascii_dot_string(text: &str) -> bool {
    is_atoms(text)
}

/// Atoms of RFC 5322 section 3.2.3 with dots between.
#[cfg(any(target_arch = "wasm32", test))]
fn is_atoms(text: &str) -> bool {
    pieces(text, b'.').all(|atom| !atom.is_empty() && atom.bytes().all(is_atext))
}

/// `atext` of RFC 5322 section 3.2.3.
pub(super) fn is_atext(sign: u8) -> bool {
    matches!(sign, b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'!' | b'#'..=b'\'' | b'*' | b'+' | b'-' | b'/' | b'=' | b'?' | b'^'..=b'`' | b'{'..=b'~')
}

/// Whether a text may stand between quotation marks: `QcontentSMTP` of RFC 5321 with the `UTF8-non-ascii` of RFC 6531.
/// The crate's own judgment lacks three things of it: nothing at all, blanks after a backslash, signs beyond ASCII.
fn is_quotable(inside: &str) -> bool {
    let mut is_pair = false;
    let fits = |c: char| {
        let was_pair = is_pair;
        is_pair = c == '\\' && !was_pair;
        if was_pair { (' '..='~').contains(&c) } else { c != '"' && hidden(c).is_none() }
    };
    inside.chars().all(fits) && !is_pair
}

/// Whether an ASCII text is a domain of two labels or more (RFC 1123 section 2.1; RFC 3696: the top level is not numeric,
/// nor is it `0x7f`).
pub(crate) fn is_domain(domain: &str) -> bool {
    let label = |label: &str| {
        !label.is_empty()
            && label.len() <= LABEL_OCTETS
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
            // Kept for encodings, of which there is one (RFC 5891 section 4.2.3.1).
            && (label.get(2..4) != Some("--") || label.starts_with("xn"))
    };
    let Some((_, top)) = rsplit_once(domain, b'.') else { return false };
    domain.len() <= DOMAIN_OCTETS
        && pieces(domain, b'.').all(label)
        && top.len() >= 2
        && !top.starts_with(|c: char| c.is_ascii_digit())
}

/// The address that a text shows inside something else: `mailto:`, `<...>`, a name before it or a remark behind, blanks,
/// full-width signs. The host is what the platform made of the one behind the last `@`.
pub(crate) fn inner_address(text: &str, ascii_host: Option<&str>) -> Option<String> {
    let plain: String = text
        .chars()
        .map(|c| match c {
            '\u{ff20}' | '\u{fe6b}' => '@',
            '\u{3002}' | '\u{ff0e}' | '\u{ff61}' => '.',
            c => c,
        })
        .collect();
    let brackets = rsplit_once(&plain, b'<').and_then(|(_, rest)| rsplit_once(rest, b'>'));
    let inner = brackets.map_or_else(|| before(&plain, b'('), |(inner, _)| inner).trim();
    let inner = match inner.get(..7) {
        Some(scheme) if scheme.eq_ignore_ascii_case("mailto:") => before(inner.get(7..)?, b'?'),
        _ => inner,
    };
    // Blanks at the ends and beside the @ only: what stands behind a blank elsewhere may be a password.
    let (local_part, domain) = rsplit_once(trim_closing(inner), b'@')?;
    let (local_part, domain) = (local_part.trim(), domain.trim());
    // The host belongs to the last @ of all. Of full-width letters the platform has made plain ones.
    let ascii_host = ascii_host.filter(|_| plain.bytes().filter(|b| *b == b'@').count() == 1);
    let domain = ascii_host.filter(|host| !domain.is_ascii() && !has_a_label(host)).unwrap_or(domain);
    let suggestion = glue(&[local_part, "@", &domain.to_ascii_lowercase()]);
    let readable = suggestion != text && Address::of(&suggestion, ascii_host)?.syntax == Syntax::Valid;
    readable.then_some(suggestion)
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use std::collections::HashSet;

    use super::{Address, is_ascii_dot_string, is_atoms};
    use crate::credentials::Credentials;

    /// The address as one of a set, owned by the test.
    fn same(one: &str, other: &str) -> bool {
        let [one, other] = [one, other].map(|typed| Credentials::new(typed, ""));
        let read = |credentials: &Credentials<'_>| {
            let address = Address::of(credentials.identifier.trim(), credentials.ascii_host.as_deref()).unwrap();
            (address.local_part.to_owned(), address.domain.into_owned(), address.syntax)
        };
        let [one, other] = [read(&one), read(&other)];
        let [a, b] = [&one, &other].map(|(local_part, domain, syntax)| Address {
            local_part,
            domain: domain.into(),
            syntax: *syntax,
        });
        let is_equal = a == b;
        assert_eq!(HashSet::from([a, b]).len() == 1, is_equal, "equal ones have one hash");
        is_equal
    }

    /// Every ASCII text of three signs, and each of these in the middle of a longer one.
    #[test]
    fn the_wasm_judges_ascii_as_the_crate_does() {
        for number in 0..128_u32.pow(3) {
            let signs = [number % 128, number / 128 % 128, number / 128 / 128]
                .map(|code| char::from(u8::try_from(code).unwrap()));
            let short: String = signs.iter().collect();
            // Between quotation marks the crate judges another grammar, which is not asked here.
            if signs.contains(&'"') {
                continue;
            }
            let long = format!("anna.{short}.muster");
            for text in [&short, &long] {
                assert_eq!(is_atoms(text), is_ascii_dot_string(text), "{text:?}");
            }
        }
        assert!(!is_atoms("") && !is_ascii_dot_string(""));
    }

    #[test]
    fn equal_is_what_a_server_takes_for_equal() {
        // (one, other, equal, reason)
        let table = [
            ("anna@Example.COM", "anna@example.com", true, "D10: capitals of the domain"),
            (" anna@example.com\n", "anna@example.com", true, "D9: blanks at the ends"),
            ("anna@b\u{fc}cher.example", "anna@XN--BCHER-KVA.example", true, "D9: A-label and U-label"),
            ("jose\u{301}@cafe\u{301}.example", "jos\u{e9}@caf\u{e9}.example", true, "D9: decomposed and composed"),
            ("Anna@example.com", "anna@example.com", false, "the local part is the server's to read"),
            ("a.nna@example.com", "anna@example.com", false, "dots in it as well"),
            ("anna+tag@example.com", "anna@example.com", false, "and tags"),
            ("anna@example.com", "anna@example.org", false, "another domain"),
        ];
        for (one, other, equal, reason) in table {
            assert_eq!(same(one, other), equal, "{one:?} and {other:?}: {reason}");
        }
    }
}
