//! Hints about the identifier: whether it is the one that the service wants, and how its address is spelled.

use crate::context::Context;
use crate::credentials::Observation;
use crate::hint::{HintKind, OnDomain};
use crate::identifier::{Address, Fit, Identifier, Lookalike, Syntax, inner_address, intended};
use crate::provider::{IdentifierForm, Role, Service, ServiceRule};
use crate::secret::{Secret, Shape, certainly_secret};
use crate::text::{glue, rsplit_once};

use super::Hints;

/// Whether the identifier can be the one that the service wants.
pub(crate) fn fit(identifier: &Identifier<'_>, context: &Context<'_>) -> Fit {
    let Some(rule) = context.rule else { return Fit::Unknown };
    if identifier.form == IdentifierForm::Empty {
        return Fit::Unknown;
    }
    let forms = rule.identifier.forms;
    // A name that told who the provider is cannot be a wrong one for it.
    if forms.is_empty() || (context.is_inferred && !forms.contains(&identifier.form)) {
        return Fit::Unknown;
    }
    let is_wanted = forms.contains(&identifier.form)
        || (forms.contains(&IdentifierForm::Name) && identifier.form != IdentifierForm::Address);
    match identifier.domain().filter(|_| context.service == Service::MAILBOX) {
        Some(domain) if is_wanted && context.is_hosted_elsewhere(domain) => Fit::No,
        Some(domain) if is_wanted && !context.hosts(domain) => Fit::Unknown,
        _ if is_wanted => Fit::Yes,
        _ => Fit::No,
    }
}

/// What is certainly wrong with the name: it is a secret, or of another form than the service takes.
pub(crate) fn fault(
    identifier: &Identifier<'_>,
    secret: &Secret<'_>,
    context: &Context<'_>,
    observation: Observation,
) -> Option<HintKind> {
    let fit = fit(identifier, context);
    // Some programming interfaces take the token as the name.
    let takes_tokens = [Service::GIT, Service::REGISTRY, Service::API].contains(&context.service);
    let fits = fit == Fit::Yes || identifier.address.is_some();
    let is_name = fits || (context.rule.is_none() && takes_tokens) || secret.is_twice(identifier);
    if !is_name && certainly_secret(identifier.normal.text, context) {
        return Some(HintKind::SecretInIdentifier);
    }
    let rule = context.rule.filter(|rule| fit == Fit::No && context.may_tell(rule, observation.refused))?;
    // Whoever typed the name twice is told so under the password.
    let is_twice = secret.bare_shape == Shape::Identifier && identifier.form != IdentifierForm::Address;
    if is_twice || identifier.is_delegated() { None } else { wanted(identifier, rule, context) }
}

/// Explains an address that is a right one, but may be another account's or none's.
pub(crate) fn explain(hints: &mut Hints, identifier: &Identifier<'_>, context: &Context<'_>, observation: Observation) {
    let Some(rule) = context.rule else { return };
    let explains = observation.refused > 0 || context.options.explain_before_refusal;
    // Of most hosters the webmail takes the mailbox's password, and then it is a mailbox form itself.
    let is_for_account = rule.expects.first() == Some(&Role::AccountPassword);
    if let Some(domain) = identifier.domain().filter(|_| explains && is_for_account) {
        let there = context.reading(rule);
        if !context.has_mailbox_passwords() {
            // The account's password is the address's, too.
        } else if context.is_own() {
            hints.tell(HintKind::SameAddressTwoPasswords(OnDomain { there, domain: domain.to_owned() }));
        } else if context.hosts(domain) {
            hints.tell(HintKind::MailboxNotAccount(OnDomain { there, domain: domain.to_owned() }));
            if observation.refused > 1 {
                hints.tell(HintKind::NoAccountYet(there));
            }
        }
    }
}

/// The name that the rule wants instead; nothing where the text is an address with a fault, which spelling tells.
fn wanted(identifier: &Identifier<'_>, rule: &ServiceRule, context: &Context<'_>) -> Option<HintKind> {
    let hint = match rule.identifier.forms.first()? {
        IdentifierForm::Address => match identifier.domain() {
            Some(domain) => {
                HintKind::AccountNotMailbox(OnDomain { there: context.reading(rule), domain: domain.to_owned() })
            }
            None if is_written_as_address(identifier) => return None,
            None => HintKind::AddressExpected(context.wanted(rule)),
        },
        IdentifierForm::ServiceUser => HintKind::ServiceUserExpected(context.wanted(rule)),
        IdentifierForm::SyncName => HintKind::SyncNameExpected(context.wanted(rule)),
        IdentifierForm::Fixed => {
            HintKind::FixedUsernameExpected { there: context.reading(rule), username: rule.identifier.example? }
        }
        IdentifierForm::LocalPart | IdentifierForm::CustomerNumber | IdentifierForm::Handle | IdentifierForm::Name => {
            HintKind::UsernameExpected(context.wanted(rule))
        }
        IdentifierForm::Empty | IdentifierForm::Other => return None,
    };
    Some(hint)
}

/// Something with an `@`, be it the full-width one, that is no address.
fn is_written_as_address(identifier: &Identifier<'_>) -> bool {
    let is_at = |c: char| matches!(c, '@' | '\u{ff20}' | '\u{fe6b}');
    identifier.domain().is_none()
        && identifier.normal.text.chars().any(is_at)
        && identifier.form == IdentifierForm::Other
}

/// What is odd about the address as written, and the one that was probably meant.
#[derive(Default)]
pub(crate) struct Spelling {
    lookalike: Option<Lookalike>,
    pub(crate) suggestion: Option<String>,
}

impl Spelling {
    pub(crate) fn of(identifier: &Identifier<'_>, context: &Context<'_>) -> Self {
        if !wants_address(context) {
            return Self::default();
        }
        let inner = inner_address(identifier.normal.text, identifier.ascii_host);
        let inner = inner.filter(|_| is_written_as_address(identifier));
        let (local_part, domain) =
            match (inner.as_deref().and_then(|inner| rsplit_once(inner, b'@')), &identifier.address) {
                (Some(inner), _) => inner,
                (None, Some(typed)) if !typed.domain.starts_with('[') => (typed.local_part, &*typed.domain),
                _ => return Self::default(),
            };
        let giver = match inner {
            Some(_) => context.options.giver(domain, context.profile).0,
            None => context.giver,
        };
        if giver.is_some() || context.options.is_hosted(domain) {
            return Self { suggestion: inner, lookalike: None };
        }
        // Of `anna@gmаil.com;` with a Cyrillic letter neither the end nor the letter is suggested.
        let typed = if inner.is_some() { Some(domain) } else { typed_domain(identifier) };
        let lookalike = typed.and_then(|typed| Lookalike::of(typed, &context.options.hosted_domains));
        let meant = match &lookalike {
            Some(lookalike) => lookalike.known.clone(),
            None => intended(domain, &context.options.hosted_domains),
        };
        // What is suggested reads as an address itself, and leads to no further suggestion.
        let better = meant.and_then(|domain| {
            let address = glue(&[local_part, "@", &domain]);
            let is_sound = Address::of(&address, Some(&domain)).is_some_and(|address| address.syntax == Syntax::Valid);
            is_sound.then_some(address)
        });
        Self { suggestion: better.or(inner), lookalike }
    }
}

/// Says that the server is misspelt, or is none of the address's provider.
pub(crate) fn tell_server(hints: &mut Hints, context: &Context<'_>, observation: Observation) {
    if let Some(suggestion) = &context.server.suggestion {
        hints.tell(HintKind::ServerTypo { suggestion: suggestion.clone() });
    } else if let Some(giver) = context.passed_over().filter(|_| observation.refused > 0) {
        hints.tell(HintKind::ServerNotOfAddress { provider: giver.id, name: giver.name });
    }
}

/// Says what is odd about the address as written.
pub(crate) fn tell_spelling(
    hints: &mut Hints,
    identifier: &Identifier<'_>,
    context: &Context<'_>,
    spelling: &Spelling,
) {
    if !wants_address(context) || identifier.is_delegated() {
        return;
    }
    let address = spelling.suggestion.clone();
    let meant = address.as_deref().and_then(|address| rsplit_once(address, b'@')).map(|(_, domain)| domain.to_owned());
    if is_written_as_address(identifier) {
        hints.tell(HintKind::InvalidAddress { suggestion: address });
    } else if let Some(domain) = identifier.domain() {
        let typed = || typed_domain(identifier).unwrap_or(domain).to_owned();
        if let Some(Lookalike { script, letter, .. }) = spelling.lookalike {
            hints.tell(HintKind::LookalikeDomain { domain: typed(), script, letter, suggestion: meant });
        } else if let Some(suggestion) = meant {
            hints.tell(HintKind::DomainTypo { domain: domain.to_owned(), suggestion });
        } else if identifier.address.as_ref().is_some_and(|address| address.syntax == Syntax::Unusual) {
            hints.tell(HintKind::UnusualAddress);
        }
    }
}

fn typed_domain<'a>(identifier: &Identifier<'a>) -> Option<&'a str> {
    rsplit_once(identifier.normal.text, b'@').map(|(_, typed)| typed)
}

/// Where a name of the provider's own make is wanted, what is wrong with an address is no help.
fn wants_address(context: &Context<'_>) -> bool {
    let forms = context.rule.map_or(&[][..], |rule| rule.identifier.forms);
    forms.is_empty() || forms.contains(&IdentifierForm::Address)
}
