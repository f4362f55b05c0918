//! An e-mail address: RFC 5321 section 4.1.2, with RFC 6531 for signs beyond ASCII.

use std::borrow::Cow;

use email_address::EmailAddress;

use super::normal::hidden_in;

/// Octets of a domain in its ASCII form, RFC 1035 section 2.3.4.
const DOMAIN_OCTETS: usize = 253;
/// Octets of a label, RFC 1035 section 2.3.4.
const LABEL_OCTETS: usize = 63;
/// Octets of an address: RFC 5321 section 4.5.3.1.3 less the two angle brackets (erratum 1690).
const ADDRESS_OCTETS: usize = 254;

/// What the grammar says of a text with an `@`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Syntax {
    Valid,
    /// Allowed, but hardly anybody has one: a quoted local part, an address literal as domain.
    Unusual,
    Invalid,
}

/// A text that has the structure of an address: something before the last `@`, something behind it.
#[derive(Debug)]
pub(crate) struct Address<'a> {
    /// As typed: RFC 5321 leaves its meaning, case included, to the receiving host.
    pub(crate) local_part: &'a str,
    /// In ASCII (A-labels) and lower case where the platform found a host; else as typed.
    pub(crate) domain: Cow<'a, str>,
    pub(crate) syntax: Syntax,
}

impl<'a> Address<'a> {
    pub(crate) fn of(text: &'a str, ascii_host: Option<&'a str>) -> Option<Self> {
        let (local_part, typed_domain) = text.rsplit_once('@')?;
        let domain: Cow<'a, str> = match ascii_host {
            // The platform has read what stands in the brackets.
            Some(literal) if literal.starts_with('[') => literal.into(),
            _ if typed_domain.is_ascii() => typed_domain.to_ascii_lowercase().into(),
            Some(host) => host.into(),
            None => typed_domain.into(),
        };
        let is_literal = ascii_host.is_some_and(|host| host.starts_with('['));
        let syntax = syntax_of(local_part, &domain, is_literal);
        Some(Self { local_part, domain, syntax })
    }
}

fn syntax_of(local_part: &str, domain: &str, is_literal: bool) -> Syntax {
    if !(is_literal || is_domain(domain)) || local_part.len() + 1 + domain.len() > ADDRESS_OCTETS {
        return Syntax::Invalid;
    }
    // The crate judges the local part alone, and only without quotation marks: its `from_str` and serde would take display
    // names and literals, and the domain was judged above, by stricter rules.
    let quoted = local_part.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    let is_local_part = quoted.map_or_else(|| EmailAddress::is_valid_local_part(local_part), is_quotable);
    match is_local_part {
        false => Syntax::Invalid,
        true if quoted.is_some() || is_literal => Syntax::Unusual,
        true => Syntax::Valid,
    }
}

/// Whether a text may stand between quotation marks: `QcontentSMTP` of RFC 5321 with the `UTF8-non-ascii` of RFC 6531.
/// The crate's own judgment lacks three things of it: nothing at all, blanks after a backslash, signs beyond ASCII.
fn is_quotable(inside: &str) -> bool {
    let mut is_pair = false;
    let fits = |c: char| {
        let was_pair = is_pair;
        is_pair = c == '\\' && !was_pair;
        if was_pair { (' '..='~').contains(&c) } else { c != '"' && hidden_in(c.encode_utf8(&mut [0; 4])).is_none() }
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
    let top = domain.rsplit('.').next().unwrap_or_default();
    domain.len() <= DOMAIN_OCTETS
        && domain.split('.').nth(1).is_some()
        && domain.split('.').all(label)
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
    let inner = match (plain.rfind('<'), plain.rfind('>')) {
        (Some(open), Some(close)) if open < close => plain.get(open + 1..close)?,
        _ => plain.split('(').next()?,
    };
    let inner = inner.trim();
    let inner = match inner.get(..7) {
        Some(scheme) if scheme.eq_ignore_ascii_case("mailto:") => inner.get(7..)?.split('?').next()?,
        _ => inner,
    };
    let inner: String = inner.trim_end_matches(['.', ',', ';']).chars().filter(|c| !c.is_whitespace()).collect();
    let (local_part, domain) = inner.rsplit_once('@')?;
    let suggestion = [local_part, "@", &domain.to_ascii_lowercase()].concat();
    let readable = inner != text && Address::of(&suggestion, ascii_host)?.syntax == Syntax::Valid;
    readable.then_some(suggestion)
}
