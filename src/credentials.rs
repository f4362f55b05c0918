//! What stands in the two fields, and what the page saw besides.

use std::borrow::Cow;
use std::fmt;

use crate::reply::Cause;
#[cfg(not(target_arch = "wasm32"))]
use crate::text::trim_closing;

/// UTF-16 units of the identifier that are read; an address has at most 254 octets.
pub const IDENTIFIER_UNITS: usize = 1_024;
/// UTF-16 units of the password that are read; the longest token known has about 400.
pub const PASSWORD_UNITS: usize = 4_096;
/// UTF-16 units of the server's name that are read; a host name has at most 253 octets, and a path may follow.
pub const SERVER_UNITS: usize = 1_024;
/// Combining marks in a row that are composed: UAX #15, stream-safe text.
#[cfg(not(target_arch = "wasm32"))]
const MARKS: usize = 30;

/// An identifier and a password, exactly as typed, with the facts that the platform has for free.
///
/// # What it deliberately does not do
/// It cannot be cloned, serialised or printed: `Debug` shows a fixed text.
pub struct Credentials<'a> {
    pub(crate) identifier: Cow<'a, str>,
    pub(crate) ascii_host: Option<Cow<'a, str>>,
    pub(crate) password: &'a str,
    pub(crate) password_composed: bool,
    pub(crate) server: Cow<'a, str>,
    pub(crate) is_server_inferred: bool,
}

impl<'a> Credentials<'a> {
    /// Cuts both texts to what is read and finds the facts about them natively.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn new(identifier: &'a str, password: &'a str) -> Self {
        use unicode_normalization::{UnicodeNormalization, is_nfc};

        let identifier = cap_marks(cut(identifier, IDENTIFIER_UNITS));
        let password = cut(password, PASSWORD_UNITS);
        let identifier = if is_nfc(&identifier) { identifier } else { identifier.nfc().collect::<String>().into() };
        let ascii_host = host_text(&identifier)
            .and_then(|host| idna::domain_to_ascii(host).ok())
            .or_else(|| literal(&identifier))
            .map(Cow::Owned);
        let password_composed = is_nfc(&cap_marks(password));
        Self { identifier, ascii_host, password, password_composed, server: "".into(), is_server_inferred: false }
    }

    /// Takes the facts from a platform that has them: the identifier in NFC, the ASCII form of the host behind its
    /// last `@` (`None` where the platform finds no host), and whether the password is in NFC.
    pub fn with_facts(
        identifier: &'a str,
        ascii_host: Option<&'a str>,
        password: &'a str,
        password_composed: bool,
    ) -> Self {
        Self {
            identifier: cut(identifier, IDENTIFIER_UNITS).into(),
            ascii_host: ascii_host.map(Cow::Borrowed),
            password: cut(password, PASSWORD_UNITS),
            password_composed,
            server: "".into(),
            is_server_inferred: false,
        }
    }

    /// With the server that these credentials are for, as the form names it: a host, with or without scheme, port and path
    /// (`imap.example.org`, `ssl0.example.net:993`, `https://cloud.example.org/remote.php/dav`). An empty text names none.
    #[must_use]
    pub fn at_server(mut self, server: &'a str) -> Self {
        self.server = wide_as_narrow(cut(server, SERVER_UNITS));
        self
    }

    /// The same with a server that the page has found in the form and nobody has named: what rests on it is less sure.
    #[must_use]
    pub fn at_inferred_server(self, server: &'a str) -> Self {
        Self { is_server_inferred: true, ..self.at_server(server) }
    }

    /// The identifier in NFC, cut to what is read.
    pub fn identifier(&self) -> &str {
        &self.identifier
    }

    /// The host behind the identifier's last `@`, in ASCII; `None` where the platform found none.
    pub fn ascii_host(&self) -> Option<&str> {
        self.ascii_host.as_deref()
    }

    /// The server, cut to what is read, its full-width letters as narrow ones; empty where none is named.
    pub fn server(&self) -> &str {
        &self.server
    }

    /// Whether the password is in NFC.
    pub fn is_password_composed(&self) -> bool {
        self.password_composed
    }
}

impl fmt::Debug for Credentials<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Credentials { .. }")
    }
}

/// How the password came into its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Input {
    /// Key by key.
    Typed,
    /// From the clipboard.
    Pasted,
    /// By the browser or a password manager.
    Autofilled,
}

/// What the page saw besides the texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Observation {
    /// Caps Lock is on.
    pub caps_lock: bool,
    /// How the password came; `None` where the page cannot say.
    pub input: Option<Input>,
    /// How often the server has refused this very pair.
    pub refused: u32,
    /// Why it was refused at last, by the server's own words.
    pub cause: Option<Cause>,
    /// The page has a button for single sign-on.
    pub single_sign_on: bool,
}

impl Observation {
    /// The same with the cause that the server's reply tells, if it tells one. The reply itself is not kept.
    #[cfg(not(target_arch = "wasm32"))]
    #[must_use]
    pub fn with_reply(self, reply: &str) -> Self {
        Self { cause: Cause::of_reply(reply), ..self }
    }

    /// As it is judged: a refusal that has not looked at the pair is none, and a cause that decides is one.
    #[cfg(not(passkind_sign_in))]
    pub(crate) fn judged(self) -> Self {
        let refused = match self.cause {
            Some(cause) if cause.is_of_the_way() => 0,
            Some(cause) if cause.decides() => self.refused.max(1),
            _ => self.refused,
        };
        Self { refused, ..self }
    }
}

/// The text up to `units` UTF-16 units, never through a character.
fn cut(text: &str, units: usize) -> &str {
    if text.len() <= units {
        return text; // every UTF-16 unit takes at least one byte of UTF-8
    }
    let mut left = units;
    for (at, c) in text.char_indices() {
        match left.checked_sub(c.len_utf16()) {
            Some(rest) => left = rest,
            None => return text.get(..at).unwrap_or_default(),
        }
    }
    text
}

/// Full-width letters, as some keyboards write them, as the narrow ones of host names: NFKC, which the platform has done in a page.
fn wide_as_narrow(server: &str) -> Cow<'_, str> {
    #[cfg(not(target_arch = "wasm32"))]
    if !server.is_ascii() {
        use unicode_normalization::UnicodeNormalization;

        return cap_marks(server).nfkc().collect::<String>().into();
    }
    server.into()
}

/// Runs of combining marks cut to `MARKS` each, as `www/guard/marks.js` does before the platform composes: a longer run takes
/// it time that grows with its square.
#[cfg(not(target_arch = "wasm32"))]
fn cap_marks(text: &str) -> Cow<'_, str> {
    use unicode_normalization::char::is_combining_mark;

    if text.is_ascii() {
        return text.into();
    }
    let mut run = 0_usize;
    let capped = text.chars().filter(|&c| {
        run = if is_combining_mark(c) { run.saturating_add(1) } else { 0 };
        run <= MARKS
    });
    capped.collect::<String>().into()
}

/// The part behind the last `@` that a platform may read as a host: no sign that would end a host in a URL.
#[cfg(not(target_arch = "wasm32"))]
fn host_text(identifier: &str) -> Option<&str> {
    let (_, host) = identifier.trim().rsplit_once(['@', '\u{ff20}', '\u{fe6b}'])?;
    let host = trim_closing(host);
    let ends_host = |c: char| c.is_whitespace() || c.is_control() || "/?#:\\%[]<>|^\"".contains(c);
    (!host.is_empty() && !host.contains(ends_host)).then_some(host)
}

/// An address in brackets behind the last `@` (RFC 5321 section 4.1.3): `[192.0.2.1]`, `[IPv6:2001:db8::1]`.
#[cfg(not(target_arch = "wasm32"))]
fn literal(identifier: &str) -> Option<String> {
    let (_, host) = identifier.trim().rsplit_once('@')?;
    let inner = host.strip_prefix('[')?.strip_suffix(']')?;
    let is_address = match inner.split_at_checked("IPv6:".len()) {
        // `::` stands for two groups or more.
        Some((tag, address)) if tag.eq_ignore_ascii_case("IPv6:") => {
            let groups = address.split(':').filter(|group| !group.is_empty()).count();
            address.parse::<std::net::Ipv6Addr>().is_ok() && (groups <= 6 || !address.contains("::"))
        }
        _ => inner.parse::<std::net::Ipv4Addr>().is_ok(),
    };
    is_address.then(|| host.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cut_never_splits_a_character() {
        assert_eq!(cut("abc", 2), "ab");
        assert_eq!(cut("a😀b", 2), "a", "the emoji takes two units and only one is left");
        assert_eq!(cut("é", 1), "é");
    }

    #[cfg(not(target_arch = "wasm32"))]
    #[test]
    fn a_run_of_combining_marks_is_cut_to_thirty() {
        let run = |marks: usize| format!("e{}x", "\u{323}".repeat(marks));
        assert_eq!(cap_marks(&run(30)), run(30));
        assert_eq!(cap_marks(&run(31)), run(30));
        assert_eq!(cap_marks(&[run(900), run(31)].concat()), [run(30), run(30)].concat(), "each run by itself");
        assert_eq!(
            Credentials::new(&run(900), &run(900)).identifier,
            "\u{1eb9}".to_owned() + &"\u{323}".repeat(29) + "x"
        );
    }

    #[test]
    fn nothing_typed_is_printed() {
        let credentials = Credentials::with_facts("anna@example.com", None, "secret", true);
        assert_eq!(format!("{credentials:?}"), "Credentials { .. }");
    }
}
