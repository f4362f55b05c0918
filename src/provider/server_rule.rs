//! Which servers are a provider's, and what it wants switched on before one answers.

use super::{Link, Period, Service};

/// A way to a mailbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protocol {
    /// Reads mail and leaves it there.
    Imap,
    /// Sends it.
    Smtp,
    /// Fetches it.
    Pop,
}

/// Servers on which one service of the provider answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ServerRule {
    /// What answers there.
    pub service: Service,
    /// Set where the hosts speak this one alone and their names do not tell it.
    pub protocol: Option<Protocol>,
    /// Host names in lower-case ASCII, with blanks between. `*` stands for a whole label; at the beginning for one or more.
    pub hosts: &'static str,
    /// Beginnings of paths that tell the product whatever the host, with blanks between: `/remote.php/dav`.
    pub paths: &'static str,
    /// Whether mailboxes on domains that are not the provider's own can be there.
    pub foreign_addresses: bool,
}

/// What the provider's customers have to switch on before any secret is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SwitchOn {
    /// What is off until then.
    pub what: &'static [Access],
    /// The provider's own name for where it is switched on: a key of the locales' `places`.
    pub place: Option<&'static str>,
    /// Pages where it is switched on, or that tell how.
    pub links: &'static [Link],
    /// Of the claim that it is off at first.
    pub period: Period,
}

/// What may be off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Reading by IMAP.
    Imap,
    /// Fetching by POP.
    Pop,
    /// Sending by SMTP.
    Smtp,
    /// Whatever is no browser.
    Programs,
}
