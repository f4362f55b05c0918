//! What is known about the form and about the domain of the typed address: the provider, its rule for this service, the day.

use crate::options::GuardOptions;
use crate::provider::{Age, Day, Destination, IssuedOnly, Link, Profile, Protocol, Role, Service, ServiceRule, Wanted};
use crate::server::Server;

/// The options, resolved for one identifier.
pub(crate) struct Context<'a> {
    pub(crate) service: Service,
    pub(crate) profile: Option<&'a Profile>,
    /// Who gives addresses on the typed domain, profile or not.
    pub(crate) giver: Option<&'static str>,
    /// That one's profile, where it is another than the form's.
    pub(crate) address_profile: Option<&'a Profile>,
    /// What is known of the server that will be asked.
    pub(crate) server: Server<'a>,
    /// The page has found the server in the form, and the provider follows from it; or the rule from a protocol that nobody named.
    pub(crate) is_guessed: bool,
    /// The provider follows from the address, so the address cannot be a wrong name for it.
    pub(crate) is_inferred: bool,
    pub(crate) rule: Option<&'static ServiceRule>,
    pub(crate) today: Option<Day>,
    pub(crate) options: &'a GuardOptions,
}

impl<'a> Context<'a> {
    /// The provider is the configured one, else the one whose server is asked, else the one that gives addresses on the domain. Of a
    /// server that is nobody's the address tells nothing: nobody is sent to make a secret for a stranger.
    pub(crate) fn of(
        options: &'a GuardOptions,
        configured: Option<&'a Profile>,
        server: Server<'a>,
        is_server_inferred: bool,
        domain: Option<&str>,
    ) -> Self {
        let (giver, of_address) = domain.map(|domain| options.giver(domain, configured)).unwrap_or_default();
        let is_open = options.provider.is_none();
        let of_server = server.profile.filter(|_| is_open);
        let profile = configured.or(of_server).or(of_address.filter(|_| is_open && !server.is_named));
        let rule = rule_of(profile, options.service, server.protocol, giver, options.today);
        // Of ways to the mailbox that differ the usual one is guessed.
        let is_way_guessed = server.protocol.is_none() && rule.is_some_and(|rule| rule.protocol.is_some());
        Self {
            service: options.service,
            profile,
            giver,
            address_profile: of_address.filter(|other| profile.is_some_and(|profile| profile.id != other.id)),
            is_guessed: is_way_guessed || (is_server_inferred && of_server.is_some()),
            is_inferred: is_open && of_server.is_none(),
            rule,
            today: options.today,
            server,
            options,
        }
    }

    /// The address's provider, whose servers are known, and the one that will be asked is neither one of them nor anybody's.
    pub(crate) fn passed_over(&self) -> Option<&'a Profile> {
        let is_strange = self.server.is_named && self.server.owner.is_none() && self.server.suggestion.is_none();
        let is_open = self.options.provider.is_none() && self.service == Service::MAILBOX;
        let giver = self.giver.filter(|_| is_strange && is_open).and_then(|id| self.options.profile(id));
        giver.filter(|profile| profile.servers.iter().any(|rule| rule.service == self.service))
    }

    /// Whether this provider hosts mailboxes on the typed domain; `false` where nobody said so.
    pub(crate) fn hosts(&self, domain: &str) -> bool {
        self.is_own() || self.options.is_hosted(domain)
    }

    /// Whether addresses on the typed domain are the provider's own.
    pub(crate) fn is_own(&self) -> bool {
        self.profile.is_some_and(|profile| self.giver == Some(profile.id))
    }

    /// Whether the provider's mailboxes have passwords of their own.
    pub(crate) fn has_mailbox_passwords(&self) -> bool {
        let rule = rule_of(self.profile, Service::MAILBOX, None, self.giver, self.today);
        rule.is_some_and(|rule| rule.expects.contains(&Role::MailboxPassword))
    }

    /// Whether the typed domain is another known mail provider's, and this one does not serve it.
    pub(crate) fn is_hosted_elsewhere(&self, domain: &str) -> bool {
        let is_served = self.server.is_named && self.server.takes_foreign_addresses;
        self.giver.is_some() && !is_served && !self.hosts(domain)
    }

    /// Whether the rule is sure enough to be told of a pair that was refused so often: an expired one, and one that its file
    /// doubts, or that a guessed server has chosen, wait for a refusal.
    pub(crate) fn may_tell(&self, rule: &ServiceRule, refused: u32) -> bool {
        refused > 0 || (!rule.after_refusal && !self.is_guessed && rule.period.age(self.today) == Age::Current)
    }

    /// That the rule's first role is issued and nothing else is taken, as far as that can still be relied on.
    pub(crate) fn issued_only(&self, rule: &ServiceRule) -> Option<IssuedOnly> {
        rule.issued_only.filter(|only| only.period.age(self.today) < Age::Lapsed)
    }

    /// Where the rule's secret is made or reset.
    #[inline(never)]
    pub(crate) fn destination(&self, rule: &ServiceRule) -> Destination {
        Destination {
            provider: self.profile.map(|profile| profile.id),
            name: self.profile.map(|profile| profile.name),
            service: rule.service,
            place: rule.place,
            links: if rule.place.is_none() && rule.links.is_empty() { self.help() } else { rule.links },
        }
    }

    /// What is known of a place for this service, be there a rule or none.
    #[inline(never)]
    pub(crate) fn somewhere(&self) -> Destination {
        match self.rule {
            Some(rule) => self.reading(rule),
            None => self.nowhere(),
        }
    }

    /// The service alone, and whose it is.
    #[inline(never)]
    fn nowhere(&self) -> Destination {
        Destination {
            provider: self.profile.map(|profile| profile.id),
            name: self.profile.map(|profile| profile.name),
            service: self.service,
            place: None,
            links: &[],
        }
    }

    /// Where access is switched on.
    #[inline(never)]
    pub(crate) fn switch(&self) -> Destination {
        match self.rule.and_then(|rule| rule.switch_on).filter(|_| !self.is_strange()) {
            Some(switch) => Destination { place: switch.place, links: switch.links, ..self.nowhere() },
            None => self.somewhere(),
        }
    }

    /// A server is named, and it is none that is known.
    pub(crate) fn is_strange(&self) -> bool {
        self.server.is_named && self.profile.is_none()
    }

    /// The provider's pages about all of its credentials: better than none.
    fn help(&self) -> &'static [Link] {
        self.profile.map_or(&[], |profile| profile.help)
    }

    /// Where one reads about it; nothing that makes or resets a secret.
    #[inline(never)]
    pub(crate) fn reading(&self, rule: &ServiceRule) -> Destination {
        Destination { place: None, links: rule.help_links(), ..self.destination(rule) }
    }

    /// What the identifier looks like, and where the provider shows it.
    pub(crate) fn wanted(&self, rule: &ServiceRule) -> Wanted {
        let there = Destination { place: rule.identifier.place, ..self.reading(rule) };
        Wanted { there, example: rule.identifier.example }
    }
}

/// What the profile says of the service, as far as that can still be relied on.
fn rule_of(
    profile: Option<&Profile>,
    service: Service,
    protocol: Option<Protocol>,
    giver: Option<&str>,
    today: Option<Day>,
) -> Option<&'static ServiceRule> {
    let of = |profile: &Profile| profile.rule_for(service, protocol, giver == Some(profile.id));
    profile.and_then(of).filter(|rule| rule.period.age(today) < Age::Lapsed)
}
