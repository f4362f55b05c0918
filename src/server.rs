//! The server that will be asked: what a text names, whose that is, and the one that was probably meant.

#[cfg(not(passkind_sign_in))]
mod index;
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
            assert_eq!(Server::of(text, &GuardOptions::new(Service::MAILBOX)).protocol, protocol, "{text}: {reason}");
        }
    }
}
