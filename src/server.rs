//! The server that will be asked: what a text names, whose that is, and the one that was probably meant.

mod slip;

use crate::identifier::trim_edges;
use crate::options::GuardOptions;
use crate::provider::domains::mail_provider;
use crate::provider::{Profile, Protocol, ServerRule};
use crate::text::{pieces, rsplit_once, split_once};

/// First labels of mail servers' names that say what answers there, and nothing of whose it is.
const USUAL_LABELS: &str = "imap imap4 imaps mail mx pop pop3 pops secureimap send smtp smtps webmail";

/// What is known of a named server.
#[derive(Debug, Default)]
pub(crate) struct Server<'a> {
    /// The text names one, be it unknown.
    pub(crate) is_named: bool,
    /// Whose it is.
    pub(crate) owner: Option<&'static str>,
    /// The owner's profile, where it has one.
    pub(crate) profile: Option<&'a Profile>,
    /// How mail goes there.
    pub(crate) protocol: Option<Protocol>,
    /// Mailboxes on domains that are not the owner's own may be there.
    pub(crate) takes_foreign_addresses: bool,
    /// The server that was probably meant.
    pub(crate) suggestion: Option<String>,
}

impl<'a> Server<'a> {
    /// Reads `imap.example.org`, `ssl0.example.net:993`, `https://cloud.example.org/remote.php/dav`, and whatever else may stand in
    /// such a field.
    pub(crate) fn of(text: &str, options: &'a GuardOptions) -> Self {
        let text = trim_edges(text).to_ascii_lowercase();
        if text.is_empty() {
            return Self::default();
        }
        let Location { host, path, protocol } = Location::of(&text);
        let profiles = || options.profiles.iter().chain(Profile::all());
        let mut best: Option<(Match, &Profile, &ServerRule)> = None;
        for profile in profiles() {
            for rule in profile.servers {
                let is_for_service = rule.service == options.service;
                let found = Match::of(rule, is_for_service, host, path);
                if found > best.as_ref().map(|(found, ..)| *found) {
                    best = found.map(|found| (found, profile, rule));
                }
            }
        }
        if let Some((_, profile, rule)) = best {
            return Self {
                is_named: true,
                owner: Some(profile.id),
                profile: Some(profile),
                protocol: rule.protocol.or(protocol),
                takes_foreign_addresses: rule.foreign_addresses,
                suggestion: None,
            };
        }
        let suggestion = slip::intended(host, profiles);
        // Whoever has `imap.example.org` has `example.org`, and a mail domain's servers stand below it.
        let home = home_of(host, suggestion.as_deref());
        let owner = mail_provider(home);
        let by_domain = || profiles().find(|profile| owner == Some(profile.id) || profile.mail_domains.contains(&home));
        let by_server = || profiles().find(|profile| profile.servers.iter().any(|rule| is_home(rule, home)));
        let profile = if home.is_empty() { None } else { by_domain().or_else(by_server) };
        let owner = profile.map(|profile| profile.id).or(owner);
        Self { is_named: true, owner, profile, protocol, takes_foreign_addresses: true, suggestion }
    }
}

/// A server's text in its parts; the user part is left behind first.
struct Location<'a> {
    host: &'a str,
    path: &'a str,
    protocol: Option<Protocol>,
}

impl<'a> Location<'a> {
    /// Of a text in small letters.
    fn of(text: &'a str) -> Self {
        let (scheme, rest) = match split_once(text, b':') {
            Some((scheme, rest)) if rest.starts_with("//") => (scheme, rest.get(2..).unwrap_or_default()),
            _ => ("", text),
        };
        // PHP's `{host:993/imap/ssl}INBOX`
        let rest = rest.strip_prefix('{').unwrap_or(rest);
        let ends = |b: &u8| *b <= b' ' || b"/\\?#},;".contains(b);
        let end = rest.bytes().position(|b| ends(&b)).unwrap_or(rest.len());
        let (authority, path) = rest.split_at_checked(end).unwrap_or_default();
        let authority = rsplit_once(authority, b'@').map_or(authority, |(_, host)| host);
        let (mut host, port) = rsplit_once(authority, b':').unwrap_or((authority, ""));
        while let Some(shorter) = host.strip_suffix('.') {
            host = shorter;
        }
        let by_port = || match port {
            "993" | "143" => Some(Protocol::Imap),
            "465" | "587" | "25" | "2525" => Some(Protocol::Smtp),
            "995" | "110" => Some(Protocol::Pop),
            _ => None,
        };
        Self { host, path, protocol: protocol_of(scheme).or_else(by_port).or_else(|| protocol_of(host)) }
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

/// How well a rule is about a host; the later the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Match {
    Path,
    Pattern(bool, usize),
    Name(bool),
}

impl Match {
    fn of(rule: &ServerRule, is_for_service: bool, host: &str, path: &str) -> Option<Self> {
        let mut best = None;
        for pattern in pieces(rule.hosts, b' ') {
            if pattern == host && !host.is_empty() {
                return Some(Self::Name(is_for_service));
            }
            if pattern.contains('*') && is_like(pattern, host) {
                best = best.max(Some(Self::Pattern(is_for_service, pattern.len())));
            }
        }
        let begins = |known: &str| path.get(..known.len()).is_some_and(|begin| known.eq_ignore_ascii_case(begin));
        let is_product = best.is_none() && pieces(rule.paths, b' ').any(|known| !known.is_empty() && begins(known));
        if is_product { Some(Self::Path) } else { best }
    }
}

/// Whether the host is as the pattern says: `*` stands for a whole label, at the beginning for one or more.
fn is_like(mut pattern: &str, mut host: &str) -> bool {
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

/// The domain that a host belongs to by its name: itself, or what stands behind a usual label; nothing where the name does not tell.
/// A slip before the first dot is none of the domain's.
fn home_of<'h>(host: &'h str, suggestion: Option<&str>) -> &'h str {
    let Some((label, rest)) = split_once(host, b'.') else { return "" };
    let is_meant = suggestion.and_then(|meant| split_once(meant, b'.')).is_some_and(|(_, meant)| meant == rest);
    let is_usual = pieces(USUAL_LABELS, b' ').any(|usual| usual == label);
    match suggestion {
        _ if is_meant => rest,
        Some(_) => "",
        // `mail.example`: what stands behind is no domain of anybody's.
        None if is_usual && rest.bytes().any(|b| b == b'.') => rest,
        None => host,
    }
}

/// Whether the rule's servers stand below that domain.
fn is_home(rule: &ServerRule, home: &str) -> bool {
    pieces(rule.hosts, b' ').any(|host| split_once(host, b'.').is_some_and(|(_, domain)| domain == home))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::provider::Service;

    fn read(text: &str, service: Service) -> (Option<&'static str>, Option<String>, Option<Protocol>) {
        let options = GuardOptions::new(service);
        let server = Server::of(text, &options);
        (server.owner, server.suggestion, server.protocol)
    }

    #[test]
    fn whose_it_is() {
        // (text, owner, reason)
        let table = [
            ("imap.gmail.com", Some("google"), "listed"),
            (" IMAP.Gmail.COM. ", Some("google"), "blanks, capitals, the dot of the root"),
            ("ssl0.ovh.net:993", Some("ovh"), "a port"),
            ("smtps://smtp.gmail.com:465", Some("google"), "a scheme and a port"),
            ("imap.gmail.com 993", Some("google"), "a port behind a blank"),
            ("{imap.gmail.com:993/imap/ssl}INBOX", Some("google"), "as PHP writes it"),
            ("https://anna:geheim@imap.gmail.com/", Some("google"), "the user part goes first"),
            ("https://imap.gmail.com@evil.example/", None, "which is no way to pass for another"),
            ("anna@gmail.com", Some("google"), "the address in the wrong field"),
            ("yahoo.com", Some("yahoo"), "a mail domain"),
            ("imap.yahoo.fr", Some("yahoo"), "a usual name below a mail domain"),
            ("strato.de", Some("strato"), "the domain of listed servers"),
            ("email-smtp.eu-central-1.amazonaws.com", Some("aws-ses"), "a region"),
            ("email-smtp.eu.central.amazonaws.com", None, "a star inside stands for one label"),
            ("smpt.gmail.com", Some("google"), "a slip before the first dot stays in Google's domain"),
            ("imap.gmial.com", None, "a slip in the domain does not"),
            ("anna.gmail.com", None, "no usual name"),
            ("imap.gmail.com.evil.example", None, "somebody else's domain"),
            ("evilgmail.com", None, "somebody else's domain"),
            ("mail.example.org", None, "nobody's"),
            ("localhost", None, "nobody's"),
            ("127.0.0.1:1143", None, "nobody's"),
            ("[::1]:993", None, "nobody's"),
            ("mail.example", None, "no domain of anybody's stands behind"),
            (".", None, "nothing that could be compared"),
            ("://@:/", None, "nothing that could be compared"),
        ];
        for (text, owner, reason) in table {
            assert_eq!(read(text, Service::MAILBOX).0, owner, "{text}: {reason}");
        }
        assert!(!Server::of("", &GuardOptions::new(Service::MAILBOX)).is_named);
        assert!(Server::of("mail.example.org", &GuardOptions::new(Service::MAILBOX)).is_named);
    }

    #[test]
    fn slips() {
        // (text, meant, reason)
        let table = [
            ("smpt.gmail.com", Some("smtp.gmail.com"), "letters swapped"),
            ("imap.gmial.com", Some("imap.gmail.com"), "in the domain, as in addresses"),
            ("smtp.office356.com", Some("smtp.office365.com"), "digits swapped"),
            ("smtp.office366.com", None, "another number is another name"),
            ("imap.gmail.com", None, "right"),
            ("mx.gmail.com", None, "a usual name"),
            ("ssl1.ovh.net", None, "another number is another name"),
            ("mail.example.org", None, "nowhere near"),
            ("imap.mail.de", None, "a provider that nobody has put in"),
        ];
        for (text, meant, reason) in table {
            assert_eq!(read(text, Service::MAILBOX).1.as_deref(), meant, "{text}: {reason}");
        }
    }

    #[test]
    fn the_way_to_a_mailbox() {
        // (text, protocol, reason)
        let table = [
            ("imaps://mail.example.org:465", Some(Protocol::Imap), "the scheme before the port"),
            ("mail.example.org:587", Some(Protocol::Smtp), "the port"),
            ("imap.example.org:995", Some(Protocol::Pop), "the port before the name"),
            ("smtp.example.org", Some(Protocol::Smtp), "the name"),
            ("mail.example.org:10993", None, "no usual port"),
            ("mail.example.org", None, "nothing tells"),
        ];
        for (text, protocol, reason) in table {
            assert_eq!(read(text, Service::MAILBOX).2, protocol, "{text}: {reason}");
        }
    }
}
