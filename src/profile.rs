//! Who issues credentials, and by which rules: the shape of the data in [`table`], and of a page's own profiles.

pub(crate) mod domains;
#[cfg(not(passkind_packed))]
pub(crate) mod table;

use std::fmt;

use serde::Serialize;

use crate::identifier::IdentifierForm;
use crate::pattern::{Case, Pattern};

/// A text of the built-in tables, or of a page's own profile, which lives as long as the page.
pub type Text = &'static str;
/// Rows of the built-in tables, or of a page's own profile.
pub type List<T> = &'static [T];

/// What an HTML form signs in to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct Service(Text);

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
    pub const fn named(name: Text) -> Self {
        Self(name)
    }

    /// Its name, as in options and hints.
    pub const fn as_str(&self) -> &'static str {
        self.0
    }
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

/// How much a documented fact can be relied on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// Observed or guessed.
    Low,
    /// From a third party, or by one observation of many.
    Medium,
    /// The provider says so.
    #[default]
    High,
}

/// A day as the number YYYYMMDD, which orders as days do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(u32);

impl Day {
    /// A day of the built-in tables.
    pub const fn new(year: u32, month: u32, day: u32) -> Self {
        Self(year * 10_000 + month * 100 + day)
    }

    /// The day written `YYYY-MM-DD`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.bytes().filter(u8::is_ascii_digit);
        let day =
            Self(digits.fold(0, |number: u32, digit| number.wrapping_mul(10).wrapping_add(u32::from(digit - b'0'))));
        let is_day = (1..=12).contains(&(day.0 / 100 % 100)) && (1..=31).contains(&(day.0 % 100));
        (is_day && Pattern::new("[0-9]{4}-[0-9]{2}-[0-9]{2}").matches(text, Case::Differs)).then_some(day)
    }
}

/// `YYYY-MM-DD`
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0 / 10_000, self.0 / 100 % 100, self.0 % 100)
    }
}

/// Where a fact was read and when: kept in native builds for `make stale` and the tests, absent from the wasm.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// The page.
    #[cfg(not(target_arch = "wasm32"))]
    pub url: &'static str,
    /// The day on which it was read.
    #[cfg(not(target_arch = "wasm32"))]
    pub checked: &'static str,
}

impl Source {
    /// A page and the day, YYYY-MM-DD, on which it was read.
    #[cfg_attr(target_arch = "wasm32", expect(unused_variables, reason = "sources stay out of the wasm"))]
    pub const fn new(url: &'static str, checked: &'static str) -> Self {
        Self {
            #[cfg(not(target_arch = "wasm32"))]
            url,
            #[cfg(not(target_arch = "wasm32"))]
            checked,
        }
    }
}

/// A provider and its rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Profile {
    /// Lower-case letters, digits, hyphens.
    pub id: Text,
    /// As people write it.
    pub name: Text,
    /// Domains on which the provider itself gives addresses to people; built-in ones stand in `domains.rs`.
    pub mail_domains: List<Text>,
    /// What one can sign in to.
    pub services: List<&'static ServiceRule>,
    /// What the provider's own secrets look like.
    pub issued: List<IssuedSecret>,
    /// The page that explains the provider's credentials.
    pub help: Option<Text>,
}

/// What one service takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ServiceRule {
    /// Which service.
    pub service: Service,
    /// The name it wants.
    pub identifier: IdentifierRule,
    /// The roles that open it, the usual one first.
    pub expects: List<Role>,
    /// Set where the first role is issued by the provider and nothing else is taken.
    pub issued_only: Option<IssuedOnly>,
    /// No password opens it, unless it has the shape of an issued one of the first role.
    pub no_password: bool,
    /// More than one secret may open it at a time.
    pub several: bool,
    /// The provider's own name for where its secret is made or reset: a key of the locales' `places`.
    pub place: Option<Text>,
    /// Hosts and programs, as the provider names them.
    pub used_at: List<Text>,
    /// Pages of the provider; those that only help stand last.
    pub links: List<Link>,
    /// Where the row was read.
    pub source: Source,
}

/// The name that a service wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IdentifierRule {
    /// What fits, the most usual first; empty where it is not documented.
    pub forms: List<IdentifierForm>,
    /// Names of the provider's own make.
    pub patterns: List<Pattern>,
    /// Shown to people, never matched.
    pub example: Option<Text>,
    /// The provider's own name for where it shows the name: a key of the locales' `places`.
    pub place: Option<Text>,
}

/// How sure it is that a service takes an issued secret and nothing else, and what weakens it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct IssuedOnly {
    /// Of the rule, not of the secret's shape.
    pub confidence: Confidence,
    /// Secrets from before the rule look otherwise and still work.
    pub legacy_secrets: bool,
    /// Without a second factor on the account another secret is taken.
    pub second_factor_only: bool,
    /// The last day on which the rule is relied on.
    pub expires: Option<Day>,
}

/// What a secret of the provider's own make looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IssuedSecret {
    /// What it is for.
    pub role: Role,
    /// Matched with the separators of `groups` left out.
    pub pattern: Pattern,
    /// How the provider shows it.
    pub groups: Option<Groups>,
    /// Of its length.
    pub length: Confidence,
    /// Of its signs: `Low` where the provider does not document them.
    pub alphabet: Confidence,
    /// Where the shape was read.
    pub source: Source,
}

/// `xxxx xxxx xxxx xxxx`: four (`count`) groups of four (`size`) with blanks between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Groups {
    /// Characters in a group.
    pub size: usize,
    /// A blank or a hyphen.
    pub separator: char,
    /// How many groups.
    pub count: usize,
}

/// What one does on a page of the provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum Rel {
    /// Sets the secret anew.
    Reset,
    /// Makes a further secret.
    Create,
    /// Reads.
    Help,
    /// Signs in.
    SignIn,
}

/// A page of the provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Link {
    /// What one does there.
    pub rel: Rel,
    /// An https address; `{locale}` stands for the reader's language.
    pub href: Text,
}

impl Profile {
    /// Every built-in profile, sorted by id.
    pub fn all() -> &'static [Profile] {
        #[cfg(passkind_packed)]
        return crate::wasm::packed_profiles();
        #[cfg(not(passkind_packed))]
        table::PROFILES
    }

    /// The built-in profile of that id.
    pub fn built_in(id: &str) -> Option<&'static Profile> {
        let at = Self::all().binary_search_by(|profile| profile.id.cmp(id)).ok()?;
        Self::all().get(at)
    }

    /// What the profile says of a service; `None` where it says nothing.
    pub fn rule(&self, service: Service) -> Option<&'static ServiceRule> {
        self.services.iter().copied().find(|rule| rule.service == service)
    }

    /// Whether the provider itself gives addresses on this domain.
    pub fn gives_addresses_on(&self, domain: &str) -> bool {
        self.mail_domains.contains(&domain) || domains::mail_provider(domain) == Some(self.id)
    }
}

impl ServiceRule {
    /// A rule with nothing but a service, the names and the roles that it takes; the table adds the rest.
    pub const fn new(service: Service, forms: List<IdentifierForm>, expects: List<Role>, source: Source) -> Self {
        Self {
            service,
            identifier: IdentifierRule { forms, patterns: &[], example: None, place: None },
            expects,
            issued_only: None,
            no_password: false,
            several: false,
            place: None,
            used_at: &[],
            links: &[],
            source,
        }
    }

    /// The links at the end that make and reset nothing.
    pub(crate) fn help_links(&self) -> List<Link> {
        let first = self.links.iter().position(|link| link.rel == Rel::Help).unwrap_or(self.links.len());
        self.links.get(first..).unwrap_or_default()
    }
}
