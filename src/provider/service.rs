//! What a form signs in to, and the kinds of names and secrets that it may take.

use serde::Serialize;

use super::Profile;

/// What an HTML form signs in to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct Service(&'static str);

macro_rules! services {
    ($($(#[$doc:meta])* $name:ident = $text:literal;)*) => {
        impl Service {
            $($(#[$doc])* pub const $name: Service = Service($text);)*
            /// The names that exist with and without profiles.
            pub(crate) const KNOWN: &'static [&'static str] = &[$($text),*];
        }
    };
}

services! {
    /// The provider's own customer account.
    ACCOUNT = "account";
    /// Mail in the browser.
    WEBMAIL = "webmail";
    /// IMAP, SMTP, POP: a mail program's set-up, "your mail server".
    MAILBOX = "mailbox";
    /// Calendars and contacts.
    CALDAV = "caldav";
    /// Files over WebDAV.
    WEBDAV = "webdav";
    /// FTP and SFTP.
    FTP = "ftp";
    /// A shell.
    SSH = "ssh";
    /// A database.
    MYSQL = "mysql";
    /// phpMyAdmin, which asks for the database's user.
    PHPMYADMIN = "phpmyadmin";
    /// git over HTTPS.
    GIT = "git";
    /// A package registry.
    REGISTRY = "registry";
    /// A programming interface.
    API = "api";
}

impl Service {
    /// A service by its name, be it one that a profile declares.
    pub const fn named(name: &'static str) -> Self {
        Self(name)
    }

    /// A service by its name, if it is one that everybody or a built-in profile has.
    ///
    /// ```
    /// assert_eq!(passkind::Service::find("mailbox"), Some(passkind::Service::MAILBOX));
    /// ```
    pub fn find(name: &str) -> Option<Self> {
        let own = Profile::all().iter().flat_map(|profile| profile.services).map(|rule| rule.service);
        own.chain(Self::KNOWN.iter().copied().map(Self)).find(|service| service.0 == name)
    }

    /// What opens such a service at most providers.
    #[cfg(not(passkind_sign_in))]
    pub(crate) fn usual_role(self) -> Role {
        if [Self::FTP, Self::SSH, Self::MYSQL, Self::PHPMYADMIN].contains(&self) {
            Role::ServicePassword
        } else if [Self::GIT, Self::REGISTRY, Self::API].contains(&self) {
            Role::ApiToken
        } else if self == Self::MAILBOX {
            Role::MailboxPassword
        } else {
            Role::AccountPassword
        }
    }

    /// Its name, as in options and hints.
    pub const fn as_str(&self) -> &'static str {
        self.0
    }
}

/// What the text in the name field looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum IdentifierForm {
    /// Nothing.
    Empty,
    /// An e-mail address (RFC 5321 Mailbox, RFC 6531).
    Address,
    /// What may stand before the `@` of an address.
    LocalPart,
    /// A hosting user with its prefix, `abcd_name`.
    ServiceUser,
    /// A calendar sync name, `AB12345`.
    SyncName,
    /// Digits only.
    CustomerNumber,
    /// A name of the provider's own make, such as `PCU-AB12CD`.
    Handle,
    /// A word that is the same for everybody: `apikey`, `__token__`.
    Fixed,
    /// A name that a person or an administrator chose.
    Name,
    /// Anything else.
    Other,
}

/// What a secret is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum Role {
    /// Opens the provider's customer account.
    AccountPassword,
    /// Opens one address, device passwords included.
    MailboxPassword,
    /// Account-wide, made by the provider for programs.
    AppPassword,
    /// An FTP, SSH or MySQL user's own.
    ServicePassword,
    /// For programs, with rights of its own.
    ApiToken,
}
