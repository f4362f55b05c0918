//! Who issues credentials, and by which rules: what the files in `providers/` say, and a page's own profiles.

#[cfg(not(target_arch = "wasm32"))]
mod claims;
pub(crate) mod domains;
mod expiry;
mod pages;
mod server_rule;
mod service;
pub(crate) mod tokens;
pub(crate) mod wire;

use std::sync::OnceLock;

use serde::Serialize;

#[cfg(not(target_arch = "wasm32"))]
pub use claims::{Claim, claims};
pub use expiry::{Age, Day, Period};
pub(crate) use pages::{Destination, Wanted};
pub use server_rule::{Access, Protocol, ServerRule, SwitchOn};
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

/// A provider and its rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Profile {
    /// Lower-case letters, digits, hyphens.
    pub id: &'static str,
    /// As people write it.
    pub name: &'static str,
    /// Domains on which the provider itself gives addresses to people; well-known ones of the built-in providers are
    /// known to the core by themselves.
    pub mail_domains: &'static [&'static str],
    /// What one can sign in to.
    pub services: &'static [&'static ServiceRule],
    /// What the provider's own secrets look like.
    pub issued: &'static [IssuedSecret],
    /// Pages that explain the provider's credentials, the best first.
    pub help: &'static [Link],
    /// Servers that are this provider's, and no other's.
    pub servers: &'static [ServerRule],
    /// Recovery codes that are only told on this provider's own forms.
    pub recovery: &'static [Pattern],
}

/// What one service takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
#[allow(clippy::struct_excessive_bools, reason = "each stands in the file by itself")]
pub struct ServiceRule {
    /// Which service.
    pub service: Service,
    /// Set where the row is about one way to a mailbox alone.
    pub protocol: Option<Protocol>,
    /// Set where the row is about addresses on the provider's own domains alone.
    pub own_addresses: bool,
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
    /// Not sure enough to be said of a pair that nobody has refused.
    pub after_refusal: bool,
    /// The provider's own name for where its secret is made or reset: a key of the locales' `places`.
    pub place: Option<&'static str>,
    /// Hosts and programs, as the provider names them.
    pub used_at: &'static [&'static str],
    /// Pages of the provider; those that only help stand last.
    pub links: &'static [Link],
    /// What has to be switched on before any secret is taken.
    pub switch_on: Option<SwitchOn>,
    /// Of everything in this row but `issued_only` and `switch_on`.
    pub period: Period,
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
    /// Of the rule.
    pub period: Period,
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
    /// Of the shape.
    pub period: Period,
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
    /// Two letters each, where the page is written in these alone.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub languages: &'static [&'static str],
}

impl Profile {
    /// A provider without services; its fields are set one by one.
    ///
    /// ```
    /// use passkind::{IdentifierForm, Profile, Role, Service, ServiceRule};
    ///
    /// const MAILBOX: ServiceRule =
    ///     ServiceRule::new(Service::MAILBOX, &[IdentifierForm::Address], &[Role::MailboxPassword]);
    /// const OWN: Profile = {
    ///     let mut own = Profile::new("example-host", "Example Host");
    ///     own.mail_domains = &["mail.example"];
    ///     own.services = &[&MAILBOX];
    ///     own
    /// };
    /// assert_eq!(OWN.rule(Service::MAILBOX), Some(&MAILBOX));
    /// ```
    pub const fn new(id: &'static str, name: &'static str) -> Self {
        Self { id, name, mail_domains: &[], services: &[], issued: &[], help: &[], servers: &[], recovery: &[] }
    }

    /// Every built-in profile, sorted by id; read when first asked for. The npm package's core holds none: there they are those that the
    /// page has told it, if any.
    pub fn all() -> &'static [Profile] {
        #[cfg(passkind_told)]
        return PROFILES.get().copied().unwrap_or_default();
        #[cfg(not(passkind_told))]
        PROFILES.get_or_init(|| Self::read(BUILT_IN))
    }

    /// Takes the table of all providers, as `providers/all.txt` of the npm package has it; later ones are ignored.
    #[cfg(passkind_told)]
    pub(crate) fn tell(table: &str) {
        PROFILES.get_or_init(|| Self::read(table));
    }

    fn read(table: &str) -> &'static [Profile] {
        wire::Wire::new(table).list(wire::Wire::profile).leak()
    }

    /// The built-in profile of that id.
    pub fn built_in(id: &str) -> Option<&'static Profile> {
        let at = Self::all().binary_search_by(|profile| profile.id.cmp(id)).ok()?;
        Self::all().get(at)
    }

    /// What the profile says of a service; `None` where it says nothing. IMAP's row speaks for a mailbox whose protocol is not
    /// known.
    pub fn rule(&self, service: Service) -> Option<&'static ServiceRule> {
        self.rule_for(service, None, false)
    }

    /// The same for one protocol and for an address on the provider's own domains or another: the first row that is about these.
    pub fn rule_for(&self, service: Service, protocol: Option<Protocol>, is_own: bool) -> Option<&'static ServiceRule> {
        let spoken = protocol.unwrap_or(Protocol::Imap);
        self.services.iter().copied().find(|rule| {
            rule.service == service
                && rule.protocol.is_none_or(|protocol| protocol == spoken)
                && (is_own || !rule.own_addresses)
        })
    }

    /// Whether the provider itself gives addresses on this domain.
    pub fn gives_addresses_on(&self, domain: &str) -> bool {
        self.mail_domains.contains(&domain) || domains::mail_provider(domain) == Some(self.id)
    }
}

static PROFILES: OnceLock<&'static [Profile]> = OnceLock::new();

/// The providers as the build has read them from `providers/*.toml`.
#[cfg(not(passkind_told))]
static BUILT_IN: &str = include_str!(concat!(env!("OUT_DIR"), "/providers.txt"));

impl IssuedOnly {
    /// So sure, and nothing weakens it.
    pub const fn new(confidence: Confidence) -> Self {
        Self { confidence, legacy_secrets: false, second_factor_only: false, period: Period::UNDATED }
    }
}

impl IssuedSecret {
    /// A secret whose length and signs are documented; its fields are set one by one where they are not.
    pub const fn new(role: Role, pattern: Pattern) -> Self {
        let (length, alphabet, period) = (Confidence::High, Confidence::High, Period::UNDATED);
        Self { role, pattern, groups: None, length, alphabet, period }
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
        Self { rel, href, languages: &[] }
    }
}

impl ServiceRule {
    /// A rule with nothing but a service, the names and the roles that it takes.
    pub const fn new(service: Service, forms: &'static [IdentifierForm], expects: &'static [Role]) -> Self {
        Self {
            service,
            protocol: None,
            own_addresses: false,
            identifier: IdentifierRule { forms, patterns: &[], example: None, place: None },
            expects,
            issued_only: None,
            no_password: false,
            several: false,
            after_refusal: false,
            place: None,
            used_at: &[],
            links: &[],
            switch_on: None,
            period: Period::UNDATED,
        }
    }

    /// The links at the end that make and reset nothing.
    pub(crate) fn help_links(&self) -> &'static [Link] {
        let first = self.links.iter().position(|link| link.rel == Rel::Help).unwrap_or(self.links.len());
        self.links.get(first..).unwrap_or_default()
    }
}
