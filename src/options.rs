//! What a page configures, read key by key so that an error can name the key.

use crate::error::{Error, ErrorKind};
use crate::provider::domains::mail_provider;
use crate::provider::{Day, Profile, Service};

/// What one form signs in to, and whose credentials it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GuardOptions {
    /// What the form signs in to.
    pub service: Service,
    /// Id of who issued the credentials; `None`: it follows from the address's domain.
    pub provider: Option<String>,
    /// The page's own profiles; they win over built-in ones of the same id.
    pub profiles: Vec<Profile>,
    /// ASCII domains whose mailboxes the provider hosts; absence means nothing.
    pub hosted_domains: Vec<String>,
    /// Rules past their expiry are doubted; `None`: none expires.
    pub today: Option<Day>,
    /// Explain before a refusal, too, that an address hosted here is no account login: many rightly sign in with one every day.
    pub explain_before_refusal: bool,
}

impl GuardOptions {
    /// Options for a form that signs in to `service`; everything else as left out.
    pub fn new(service: Service) -> Self {
        Self {
            service,
            provider: None,
            profiles: Vec::new(),
            hosted_domains: Vec::new(),
            today: None,
            explain_before_refusal: false,
        }
    }

    /// Refuses options that name what does not exist.
    ///
    /// # Errors
    /// No such provider, no such service.
    pub fn check(&self) -> Result<(), Error> {
        let (mut ids, mut services) = (Vec::new(), Service::KNOWN.to_vec());
        for profile in self.profiles.iter().chain(Profile::all()) {
            ids.push(profile.id);
            if self.provider.as_ref().is_none_or(|id| profile.id == id) {
                for rule in profile.services {
                    services.push(rule.service.as_str());
                }
            }
        }
        if let Some(id) = &self.provider {
            one_of(&ids, id, ErrorKind::UnknownProvider)?;
        }
        one_of(&services, self.service.as_str(), ErrorKind::UnknownService)
    }

    /// The profile of that id, own ones first.
    pub(crate) fn profile(&self, id: &str) -> Option<&Profile> {
        self.profiles.iter().find(|profile| profile.id == id).or_else(|| Profile::built_in(id))
    }

    /// Who gives addresses on the domain, and that one's profile, where it has one: the form's own provider where several claim
    /// the domain, then the page's profiles.
    pub(crate) fn giver<'a>(
        &'a self,
        domain: &str,
        configured: Option<&'a Profile>,
    ) -> (Option<&'static str>, Option<&'a Profile>) {
        let known = mail_provider(domain);
        let claims = |profile: &&Profile| profile.mail_domains.contains(&domain);
        let configured = configured.filter(|profile| known == Some(profile.id) || claims(profile));
        match configured.or_else(|| self.profiles.iter().find(claims)) {
            Some(profile) => (Some(profile.id), Some(profile)),
            None => (known, known.and_then(|id| self.profile(id))),
        }
    }

    /// Whether the page says that the provider hosts mailboxes on the domain.
    pub(crate) fn is_hosted(&self, domain: &str) -> bool {
        self.hosted_domains.iter().any(|hosted| hosted == domain)
    }
}

/// Says `one of a, b, c`, each once, where the name is none of them.
#[inline(never)]
fn one_of(names: &[&str], name: &str, otherwise: ErrorKind) -> Result<(), Error> {
    if names.contains(&name) {
        return Ok(());
    }
    let mut told: Vec<&str> = Vec::new();
    for name in names {
        if !told.contains(name) {
            told.push(name);
        }
    }
    Err(Error::new(otherwise, ["one of ", &told.join(", ")].concat()))
}
