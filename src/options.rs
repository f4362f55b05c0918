//! What a page configures, read key by key so that an error can name the key.

use crate::error::{Error, ErrorKind};
use crate::identifier::cost;
use crate::provider::domains::mail_provider;
use crate::provider::{Day, Profile, Service};

/// Of all ids so many are named to somebody who has misspelt one.
const NEAREST: usize = 3;

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
    /// No such provider, no such service. Where no provider is known at all (the npm package could not load its table), any may be meant.
    pub fn check(&self) -> Result<(), Error> {
        let profile = self.provider.as_ref().and_then(|id| self.profile(id));
        if Profile::all().is_empty() && profile.is_none() {
            return Ok(());
        }
        if let Some(id) = self.provider.as_ref().filter(|_| profile.is_none()) {
            return Err(Error::new(ErrorKind::UnknownProvider, self.nearest(id)));
        }
        let mut known = Service::KNOWN.to_vec();
        for other in self.profiles.iter().chain(Profile::all()) {
            for rule in other.services.iter().filter(|_| profile.is_none_or(|profile| profile.id == other.id)) {
                if !known.contains(&rule.service.as_str()) {
                    known.push(rule.service.as_str());
                }
            }
        }
        if known.contains(&self.service.as_str()) {
            return Ok(());
        }
        let mut allowed = "one of".to_owned();
        for service in known {
            tell(&mut allowed, service);
        }
        Err(Error::new(ErrorKind::UnknownService, allowed))
    }

    /// `one of a, b, c`: the known ids that are most like this one.
    fn nearest(&self, id: &str) -> String {
        let mut allowed = "one of".to_owned();
        let mut last = (0, "");
        for _ in 0..NEAREST {
            let mut next = (u32::MAX, "");
            for profile in self.profiles.iter().chain(Profile::all()) {
                let found = (cost(id, profile.id), profile.id);
                if last < found && found < next {
                    next = found;
                }
            }
            if next.1.is_empty() {
                break;
            }
            tell(&mut allowed, next.1);
            last = next;
        }
        allowed
    }

    /// The profile of that id, own ones first.
    pub(crate) fn profile(&self, id: &str) -> Option<&Profile> {
        self.profiles.iter().find(|profile| profile.id == id).or_else(|| Profile::built_in(id))
    }

    /// Who gives addresses on the domain, and that one's profile, where it has one: the form's own provider where several claim
    /// the domain, then the page's profiles, then well-known domains and those of the table.
    pub(crate) fn giver<'a>(
        &'a self,
        domain: &str,
        configured: Option<&'a Profile>,
    ) -> (Option<&'static str>, Option<&'a Profile>) {
        let known = mail_provider(domain);
        let claims = |profile: &&Profile| profile.mail_domains.contains(&domain);
        let configured = configured.filter(|profile| known == Some(profile.id) || claims(profile));
        let of_table = || if known.is_none() { Profile::all().iter().find(claims) } else { None };
        match configured.or_else(|| self.profiles.iter().find(claims)).or_else(of_table) {
            Some(profile) => (Some(profile.id), Some(profile)),
            None => (known, known.and_then(|id| self.profile(id))),
        }
    }

    /// Whether the page says that the provider hosts mailboxes on the domain.
    pub(crate) fn is_hosted(&self, domain: &str) -> bool {
        self.hosted_domains.iter().any(|hosted| hosted == domain)
    }
}

/// `one of`, `one of a`, `one of a, b`
fn tell(allowed: &mut String, name: &str) {
    allowed.push_str(if allowed == "one of" { " " } else { ", " });
    allowed.push_str(name);
}
