//! A server's text in its parts, and hosts beside patterns.

use crate::provider::Protocol;
use crate::text::{rsplit_once, split_once};

/// Where something answers; the user part has been left behind.
pub(super) struct Location<'a> {
    pub(super) host: &'a str,
    pub(super) path: &'a str,
    pub(super) protocol: Option<Protocol>,
}

impl<'a> Location<'a> {
    /// Of a text in small letters: `host`, `host:port`, `scheme://user@host:port/path`, and PHP's `{host:993/imap/ssl}INBOX`.
    pub(super) fn of(text: &'a str) -> Self {
        let (scheme, rest) = match split_once(text, b':') {
            Some((scheme, rest)) if rest.starts_with("//") => (scheme, rest.get(2..).unwrap_or_default()),
            _ => ("", text),
        };
        let rest = if rest.starts_with('{') { rest.get(1..).unwrap_or_default() } else { rest };
        let mut end = 0;
        for b in rest.bytes() {
            if b <= b' ' || matches!(b, b'/' | b'\\' | b'?' | b'#' | b'}' | b',' | b';') {
                break;
            }
            end += 1;
        }
        let (authority, path) = (rest.get(..end).unwrap_or_default(), rest.get(end..).unwrap_or_default());
        let authority = rsplit_once(authority, b'@').map_or(authority, |(_, host)| host);
        let (mut host, port) = rsplit_once(authority, b':').unwrap_or((authority, ""));
        while let Some((shorter, "")) = rsplit_once(host, b'.') {
            host = shorter;
        }
        Self { host, path, protocol: protocol_of(scheme).or_else(|| protocol_at(port)).or_else(|| protocol_of(host)) }
    }
}

/// By the beginning of a scheme or of a host's name.
fn protocol_of(name: &str) -> Option<Protocol> {
    match name {
        _ if name.starts_with("imap") => Some(Protocol::Imap),
        _ if name.starts_with("smtp") || name.starts_with("submission") => Some(Protocol::Smtp),
        _ if name.starts_with("pop") => Some(Protocol::Pop),
        _ => None,
    }
}

fn protocol_at(port: &str) -> Option<Protocol> {
    match port.parse() {
        Ok(143_u16 | 993) => Some(Protocol::Imap),
        Ok(25 | 465 | 587 | 2525) => Some(Protocol::Smtp),
        Ok(110 | 995) => Some(Protocol::Pop),
        _ => None,
    }
}

/// Whether the host is as the pattern says: `*` stands for a whole label, at the beginning for one or more.
pub(super) fn is_like(mut pattern: &str, mut host: &str) -> bool {
    loop {
        let (wanted_rest, wanted) = rsplit_once(pattern, b'.').unwrap_or(("", pattern));
        let (rest, label) = rsplit_once(host, b'.').unwrap_or(("", host));
        if label.is_empty() || (wanted != "*" && wanted != label) {
            return false;
        }
        if wanted_rest.is_empty() || rest.is_empty() {
            return wanted_rest.is_empty() && (rest.is_empty() || wanted == "*");
        }
        (pattern, host) = (wanted_rest, rest);
    }
}
