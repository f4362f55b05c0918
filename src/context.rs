//! What is known about the form before anybody typed: the provider, its rule for this service, the day.

use crate::hint::{Destination, Wanted};
use crate::options::GuardOptions;
use crate::profile::{Day, Profile, Service, ServiceRule};

/// The options, resolved for one identifier.
pub(crate) struct Context<'a> {
    pub(crate) service: &'a Service,
    pub(crate) profile: Option<&'a Profile>,
    pub(crate) rule: Option<&'a ServiceRule>,
    pub(crate) today: Option<Day>,
    pub(crate) options: &'a GuardOptions,
}

impl<'a> Context<'a> {
    /// The provider is the configured one, else the one that gives addresses on the domain.
    pub(crate) fn of(options: &'a GuardOptions, domain: Option<&str>) -> Self {
        let profile = match &options.provider {
            Some(id) => options.profile(id),
            None => domain.and_then(|domain| options.profile_of_domain(domain)),
        };
        let rule = profile.and_then(|profile| profile.rule(&options.service));
        Self { service: &options.service, profile, rule, today: options.today, options }
    }

    /// Whether this provider hosts mailboxes on the domain; `false` where nobody said so.
    pub(crate) fn hosts(&self, domain: &str) -> bool {
        self.gives_addresses_on(domain) || self.options.hosted_domains.iter().any(|hosted| hosted == domain)
    }

    /// Whether addresses on the domain are the provider's own.
    pub(crate) fn gives_addresses_on(&self, domain: &str) -> bool {
        self.profile.is_some_and(|profile| profile.gives_addresses_on(domain))
    }

    /// Whether the domain is another known mail provider's.
    pub(crate) fn is_hosted_elsewhere(&self, domain: &str) -> bool {
        let provider = self.options.provider_of_domain(domain);
        let own = self.profile.map(|profile| &*profile.id);
        !self.hosts(domain) && provider.is_some() && provider != own
    }

    /// Where the rule's secret is made or reset.
    pub(crate) fn destination(&self, rule: &'a ServiceRule) -> Destination<'a> {
        Destination {
            provider: self.profile.map(|profile| &*profile.id),
            service: rule.service.as_str(),
            place: rule.place.as_deref(),
            links: &rule.links,
        }
    }

    /// Where one reads about it; nothing that makes or resets a secret.
    pub(crate) fn reading(&self, rule: &'a ServiceRule) -> Destination<'a> {
        Destination { place: None, links: rule.help_links(), ..self.destination(rule) }
    }

    /// What the identifier looks like, and where the provider shows it.
    pub(crate) fn wanted(&self, rule: &'a ServiceRule) -> Wanted<'a> {
        let there = Destination { place: rule.identifier.place.as_deref(), ..self.reading(rule) };
        Wanted { there, example: rule.identifier.example.as_deref() }
    }
}
