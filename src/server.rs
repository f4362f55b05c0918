//! The server that will be asked: what a text names, whose that is, and the one that was probably meant.

#[cfg(not(passkind_sign_in))]
mod location;
#[cfg(not(passkind_sign_in))]
mod owner;
#[cfg(not(passkind_sign_in))]
mod slip;

use crate::options::GuardOptions;
use crate::provider::{Profile, Protocol};

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
    /// What a text names; in the core of a form that has no field for a server, none.
    pub(crate) fn of(text: &str, options: &'a GuardOptions) -> Self {
        #[cfg(not(passkind_sign_in))]
        return owner::read(text, options);
        #[cfg(passkind_sign_in)]
        {
            let _ = (text, options);
            Self::default()
        }
    }
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
