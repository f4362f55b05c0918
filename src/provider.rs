//! Who issues credentials, and by which rules: the shape of the data in [`table`], and of a page's own profiles.

mod day;
mod destination;
pub(crate) mod domains;
mod service;
#[cfg(not(passkind_packed))]
pub(crate) mod table;
#[cfg(not(passkind_packed))]
pub(crate) mod tokens;
#[cfg(all(target_arch = "wasm32", not(passkind_strength_alone)))]
pub(crate) mod wire;

use serde::Serialize;

pub use day::Day;
pub(crate) use destination::{Destination, Wanted};
pub use service::{IdentifierForm, Role, Service};

use crate::pattern::Pattern;

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
#[non_exhaustive]
pub struct Profile {
    /// Lower-case letters, digits, hyphens.
    pub id: &'static str,
    /// As people write it.
    pub name: &'static str,
    /// Domains on which the provider itself gives addresses to people; built-in ones stand in `domains.rs`.
    pub mail_domains: &'static [&'static str],
    /// What one can sign in to.
    pub services: &'static [&'static ServiceRule],
    /// What the provider's own secrets look like.
    pub issued: &'static [IssuedSecret],
    /// The page that explains the provider's credentials.
    pub help: Option<&'static str>,
}

/// What one service takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ServiceRule {
    /// Which service.
    pub service: Service,
    /// The name it wants.
    pub identifier: IdentifierRule,
    /// The roles that open it, the usual one first.
    pub expects: &'static [Role],
    /// Set where the first role is issued by the provider and nothing else is taken.
    pub issued_only: Option<IssuedOnly>,
    /// No password opens it, unless it has the shape of an issued one of the first role.
    pub no_password: bool,
    /// More than one secret may open it at a time.
    pub several: bool,
    /// The provider's own name for where its secret is made or reset: a key of the locales' `places`.
    pub place: Option<&'static str>,
    /// Hosts and programs, as the provider names them.
    pub used_at: &'static [&'static str],
    /// Pages of the provider; those that only help stand last.
    pub links: &'static [Link],
    /// Where the row was read.
    pub source: Source,
}

/// The name that a service wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct IdentifierRule {
    /// What fits, the most usual first; empty where it is not documented.
    pub forms: &'static [IdentifierForm],
    /// Names of the provider's own make.
    pub patterns: &'static [Pattern],
    /// Shown to people, never matched.
    pub example: Option<&'static str>,
    /// The provider's own name for where it shows the name: a key of the locales' `places`.
    pub place: Option<&'static str>,
}

/// How sure it is that a service takes an issued secret and nothing else, and what weakens it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
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
#[non_exhaustive]
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
#[non_exhaustive]
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
#[non_exhaustive]
pub struct Link {
    /// What one does there.
    pub rel: Rel,
    /// An https address; `{locale}` stands for the reader's language.
    pub href: &'static str,
}

impl Profile {
    /// A provider without services; its fields are set one by one.
    ///
    /// ```
    /// use passkind::{IdentifierForm, Profile, Role, Service, ServiceRule, Source};
    ///
    /// const SOURCE: Source = Source::new("https://host.example/help", "2026-11-22");
    /// const MAILBOX: ServiceRule =
    ///     ServiceRule::new(Service::MAILBOX, &[IdentifierForm::Address], &[Role::MailboxPassword], SOURCE);
    /// const OWN: Profile = {
    ///     let mut own = Profile::new("example-host", "Example Host");
    ///     own.mail_domains = &["mail.example"];
    ///     own.services = &[&MAILBOX];
    ///     own
    /// };
    /// assert_eq!(OWN.rule(Service::MAILBOX), Some(&MAILBOX));
    /// ```
    pub const fn new(id: &'static str, name: &'static str) -> Self {
        Self { id, name, mail_domains: &[], services: &[], issued: &[], help: None }
    }

    /// Every built-in profile, sorted by id.
    pub fn all() -> &'static [Profile] {
        #[cfg(passkind_packed)]
        return packed();
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

/// The built-in profiles, read when first asked for.
#[cfg(passkind_packed)]
fn packed() -> &'static [Profile] {
    thread_local! {
        static PROFILES: &'static [Profile] =
            wire::Wire::new(include_str!(env!("PASSKIND_PROFILES"))).list(wire::Wire::profile).leak();
    }
    PROFILES.with(|profiles| *profiles)
}

impl IssuedOnly {
    /// So sure, and nothing weakens it.
    pub const fn new(confidence: Confidence) -> Self {
        Self { confidence, legacy_secrets: false, second_factor_only: false, expires: None }
    }
}

impl IssuedSecret {
    /// A secret whose length and signs are documented; its fields are set one by one where they are not.
    pub const fn new(role: Role, pattern: Pattern, source: Source) -> Self {
        Self { role, pattern, groups: None, length: Confidence::High, alphabet: Confidence::High, source }
    }
}

impl Groups {
    /// `count` groups of `size`, with the separator between.
    pub const fn new(size: usize, separator: char, count: usize) -> Self {
        Self { size, separator, count }
    }
}

impl Link {
    /// A page, and what one does there.
    pub const fn new(rel: Rel, href: &'static str) -> Self {
        Self { rel, href }
    }
}

impl ServiceRule {
    /// A rule with nothing but a service, the names and the roles that it takes; the table adds the rest.
    pub const fn new(
        service: Service,
        forms: &'static [IdentifierForm],
        expects: &'static [Role],
        source: Source,
    ) -> Self {
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
    pub(crate) fn help_links(&self) -> &'static [Link] {
        let first = self.links.iter().position(|link| link.rel == Rel::Help).unwrap_or(self.links.len());
        self.links.get(first..).unwrap_or_default()
    }
}
