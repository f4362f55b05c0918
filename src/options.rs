//! What a page configures, read key by key so that an error can name the key.

use crate::error::{Error, ErrorKind};
use crate::profile::domains::mail_provider;
use crate::profile::{Day, Profile, Service, Text};

/// What one form signs in to, and whose credentials it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GuardOptions {
    /// What the form signs in to.
    pub service: Service,
    /// Id of who issued the credentials; `None`: it follows from the address's domain.
    pub provider: Option<Text>,
    /// The page's own profiles; they win over built-in ones of the same id.
    pub profiles: Vec<Profile>,
    /// ASCII domains whose mailboxes the provider hosts; absence means nothing.
    pub hosted_domains: Vec<String>,
    /// Rules past their expiry are doubted; `None`: none expires.
    pub today: Option<Day>,
    /// When to explain that an address hosted here is no account login.
    pub explain: Explain,
}

/// When to explain what many people already know.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Explain {
    /// Only after a refusal: many rightly sign in with such an address every day.
    #[default]
    AfterRefusal,
    /// Before one, too.
    Always,
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
            explain: Explain::default(),
        }
    }

    /// Refuses options that name what does not exist.
    ///
    /// # Errors
    /// No such provider, no such service.
    pub fn check(&self) -> Result<(), Error> {
        if self.provider.is_some_and(|id| self.profile(id).is_none()) {
            return Err(Error::new(ErrorKind::UnknownProvider, one_of(self.all_profiles().map(|profile| profile.id))));
        }
        let mut names = Service::KNOWN.to_vec();
        for profile in self.all_profiles().filter(|profile| self.provider.is_none_or(|id| profile.id == id)) {
            names.extend(profile.services.iter().map(|rule| rule.service.as_str()));
        }
        if names.contains(&self.service.as_str()) {
            return Ok(());
        }
        Err(Error::new(ErrorKind::UnknownService, one_of(names.into_iter())))
    }

    /// The profile of that id, own ones first.
    pub(crate) fn profile(&self, id: &str) -> Option<&Profile> {
        self.profiles.iter().find(|profile| profile.id == id).or_else(|| Profile::built_in(id))
    }

    /// The profile of whoever gives addresses on the domain, own ones first.
    pub(crate) fn profile_of_domain(&self, domain: &str) -> Option<&Profile> {
        let own = self.profiles.iter().find(|profile| profile.mail_domains.contains(&domain));
        own.or_else(|| mail_provider(domain).and_then(|id| self.profile(id)))
    }

    /// Who gives addresses on the domain, profile or not.
    pub(crate) fn provider_of_domain(&self, domain: &str) -> Option<Text> {
        self.profile_of_domain(domain).map(|profile| profile.id).or_else(|| mail_provider(domain))
    }

    fn all_profiles(&self) -> impl Iterator<Item = &Profile> {
        self.profiles.iter().chain(Profile::all())
    }
}

/// `one of a, b, c`, each once.
fn one_of<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let mut text = String::from("one of");
    let mut told: Vec<&str> = Vec::new();
    for name in names {
        if !told.contains(&name) {
            text.push_str(if told.is_empty() { " " } else { ", " });
            text.push_str(name);
            told.push(name);
        }
    }
    text
}
