//! How sure we are that the secret is of the wrong kind: findings, each strong or weak, lowered by doubts.
//!
//! The verdict is the strongest finding's level after its own doubts; nothing is added up or weighted.

use std::borrow::Cow;

use serde::Serialize;

use crate::context::Context;
use crate::credentials::Observation;
use crate::hint::{HintKind, Kind, Level};
use crate::identifier::Identifier;
use crate::provider::{Age, Confidence, IdentifierForm, Period, Role, Service, ServiceRule, tokens};
use crate::secret::issued::{Comparison, Likeness, fits, is_placeholder, lack};
use crate::secret::{Secret, Shape, is_random, repaired};

/// How sure passkind is that the secret is of the wrong kind. Ordered; never a percentage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Verdict {
    /// Nothing speaks for it.
    #[default]
    Silent,
    /// It may be.
    May,
    /// It probably is.
    Probably,
}

impl From<Level> for Verdict {
    fn from(level: Level) -> Self {
        match level {
            Level::May => Self::May,
            Level::Probably => Self::Probably,
        }
    }
}

/// What a finding rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Evidence {
    Weak,
    Strong,
}

impl Evidence {
    /// One step down for each doubt.
    fn doubted(self, doubts: usize) -> Option<Level> {
        match (self, doubts) {
            (Self::Strong, 0) => Some(Level::Probably),
            (Self::Strong, 1) | (Self::Weak, 0) => Some(Level::May),
            (Self::Strong | Self::Weak, _) => None,
        }
    }
}

/// What was found about the secret.
#[derive(Debug)]
pub(crate) struct Findings {
    pub(crate) exposure: Option<HintKind>,
    /// Another kind is wanted, or none works at all.
    pub(crate) kind: Option<HintKind>,
    pub(crate) verdict: Verdict,
}

impl Findings {
    pub(crate) fn of(
        secret: &Secret<'_>,
        identifier: &Identifier<'_>,
        context: &Context<'_>,
        observation: Observation,
    ) -> Self {
        let is_right = is_expected_token(secret, identifier, context) || secret.is_twice(identifier);
        let exposure = exposure(secret.bare_shape).filter(|_| !is_right);
        let level = context
            .rule
            .filter(|rule| !rule.no_password && (observation.refused > 0 || !rule.after_refusal))
            .and_then(|rule| by_rule(secret, context, rule, observation).max(by_shape(secret, context, rule)));
        let level = if context.is_guessed { level.and_then(Level::lowered) } else { level };
        let role = context.rule.and_then(|rule| rule.expects.first().map(|role| (rule, *role)));
        let kind = level.zip(role).map(|(level, (rule, role))| kind_hint(level, role, secret, context, rule));
        // In git and the like a token usually stands in the password's place.
        let usual = || {
            let takes_tokens = [Service::GIT, Service::REGISTRY, Service::API].contains(&context.service);
            let is_other = secret.bare_shape == Shape::Ordinary && !is_random(secret.bare);
            let is_asked = takes_tokens && is_other && context.rule.is_none() && observation.refused > 0;
            let there = context.somewhere();
            is_asked.then_some(HintKind::TokenExpected(Kind {
                verdict: Level::May,
                there,
                length: None,
                min_length: None,
            }))
        };
        let (kind, level) = match kind.or_else(usual) {
            Some(kind) => (Some(kind), level.or(Some(Level::May))),
            None => (None, level),
        };
        let highest = exposure.as_ref().map(|(level, _)| *level).max(level);
        Self { verdict: highest.map(Verdict::from).unwrap_or_default(), exposure: exposure.map(|(_, hint)| hint), kind }
    }
}

/// No password at all.
fn exposure(shape: Shape) -> Option<(Level, HintKind)> {
    let (evidence, hint): (_, fn(Level) -> HintKind) = match shape {
        Shape::VendorToken => (Evidence::Strong, HintKind::TokenTyped),
        Shape::PrivateKey => (Evidence::Strong, HintKind::PrivateKeyTyped),
        Shape::SeedPhrase => (Evidence::Strong, HintKind::SeedPhraseTyped),
        Shape::PaymentNumber => (Evidence::Strong, HintKind::PaymentNumberTyped),
        Shape::Url => (Evidence::Strong, HintKind::UrlTyped),
        Shape::Identifier | Shape::Address => (Evidence::Weak, HintKind::IdentifierTyped),
        Shape::OneTimeCode => (Evidence::Weak, HintKind::OneTimeCodeTyped),
        Shape::RecoveryCode => (Evidence::Weak, HintKind::RecoveryCodeTyped),
        Shape::Empty | Shape::Ordinary | Shape::Generated | Shape::Issued | Shape::Wrapped => return None,
    };
    let level = evidence.doubted(0)?;
    Some((level, hint(level)))
}

/// A token of the form's provider, or one where the rule asks for a token and says so itself or its own
/// maker says that it opens the service, or one where services without a rule usually take them.
fn is_expected_token(secret: &Secret<'_>, identifier: &Identifier<'_>, context: &Context<'_>) -> bool {
    let is_own = || {
        let mut own = secret.own.iter();
        own.any(|comparison| comparison.issued.role == Role::ApiToken && comparison.fits)
    };
    let opens = || secret.issuer.is_some_and(|maker| tokens::open(maker, context.service));
    let is_taken = || {
        if let Some(rule) = context.rule {
            return (rule.expects.contains(&Role::ApiToken) && (rule.issued_only.is_some() || is_own()))
                || (context.profile.map(|profile| profile.id) == secret.issuer && opens());
        }
        [Service::GIT, Service::REGISTRY, Service::API].contains(&context.service)
            || identifier.form == IdentifierForm::Fixed
            || opens()
    };
    secret.bare_shape == Shape::VendorToken && is_taken()
}

/// That no password opens the service, unless the secret is of the one kind that does.
pub(crate) fn no_password_works(
    secret: &Secret<'_>,
    identifier: &Identifier<'_>,
    context: &Context<'_>,
    observation: Observation,
) -> Option<HintKind> {
    let rule = context.rule.filter(|rule| rule.no_password && context.may_tell(rule, observation.refused))?;
    let role = rule.expects.first();
    let mut issued = secret.own.iter().filter(|comparison| Some(&comparison.issued.role) == role).peekable();
    let is_told = match issued.peek() {
        Some(_) if secret.bare.is_empty() => observation.refused > 0,
        Some(_) => !issued.any(|comparison| comparison.fits),
        None => !secret.bare.is_empty() || identifier.form != IdentifierForm::Empty,
    };
    is_told.then(|| HintKind::NoPasswordWorks(context.destination(rule)))
}

/// The service takes one issued kind of secret only, and this one lacks its shape.
fn by_rule(secret: &Secret<'_>, context: &Context<'_>, rule: &ServiceRule, observation: Observation) -> Option<Level> {
    let issued_only = context.issued_only(rule)?;
    if secret.bare.is_empty() || is_placeholder(secret.bare) {
        return None;
    }
    let lacks = lack_of(secret, rule)?;
    let evidence = match (issued_only.confidence, lacks) {
        (Confidence::High, Confidence::High) => Evidence::Strong,
        (Confidence::High, Confidence::Medium | Confidence::Low)
        | (Confidence::Medium, Confidence::High | Confidence::Medium) => Evidence::Weak,
        (Confidence::Medium, Confidence::Low) | (Confidence::Low, _) => return None,
    };
    let is_expired = has_expired(issued_only.period, context)
        || has_expired(rule.period, context)
        || expected(secret, rule).any(|comparison| has_expired(comparison.issued.period, context));
    let is_damaged = match repaired(secret.bare, observation.caps_lock) {
        Cow::Borrowed(_) => false, // as it stands it lacks something
        Cow::Owned(whole) => expected(secret, rule).any(|comparison| fits(comparison.issued, &whole)),
    };
    let doubts = [is_expired, issued_only.legacy_secrets, is_damaged].into_iter().filter(|doubt| *doubt).count();
    match (issued_only.second_factor_only, observation.refused, doubts) {
        (false, ..) => evidence.doubted(doubts),
        // Nobody can tell from here whether the account has one.
        (true, 0 | 1, _) => None,
        (true, _, 0) => Some(Level::May),
        (true, ..) => evidence.doubted(doubts + 1),
    }
}

/// Whether a claim that a finding rests on has expired; one doubt, however many have.
fn has_expired(period: Period, context: &Context<'_>) -> bool {
    period.age(context.today) > Age::Current
}

/// The secret beside those that the service's first role is issued.
fn expected<'a>(secret: &'a Secret<'_>, rule: &ServiceRule) -> impl Iterator<Item = &'a Comparison> {
    let role = rule.expects.first().copied();
    secret.own.iter().filter(move |comparison| Some(comparison.issued.role) == role)
}

/// What the text lacks to be any secret that the service's first role is issued; `None` where it could be one, or where
/// the provider does not say what they look like.
fn lack_of(secret: &Secret<'_>, rule: &ServiceRule) -> Option<Confidence> {
    let mut lacks = None;
    for comparison in expected(secret, rule) {
        if comparison.fits {
            return None;
        }
        lacks = Some(lack(comparison.issued, secret.bare).max(lacks.unwrap_or(Confidence::Low)));
    }
    lacks
}

/// The secret looks like one that this provider issues for a role that the service does not take, or like one that the
/// address's provider issues.
fn by_shape(secret: &Secret<'_>, context: &Context<'_>, rule: &ServiceRule) -> Option<Level> {
    let (mut level, mut could_be_right) = (None, false);
    let doubts = |comparison: &Comparison| {
        usize::from(has_expired(comparison.issued.period, context) || has_expired(rule.period, context))
    };
    for comparison in &secret.own {
        if rule.expects.contains(&comparison.issued.role) {
            // By shape it could be one of another provider's as well as the right one.
            could_be_right |= rule.issued_only.is_some() && comparison.fits;
            continue;
        }
        level = level.max(match comparison.likeness {
            Some(Likeness::Grouped) => Evidence::Strong.doubted(doubts(comparison)),
            Some(Likeness::Plain) => Evidence::Weak.doubted(doubts(comparison)),
            None => None,
        });
    }
    // By length and signs alone a secret may be anybody's; in its grouping it is that provider's.
    let is_grouped = |comparison: &&Comparison| comparison.likeness == Some(Likeness::Grouped);
    if let Some(comparison) = secret.others.iter().find(is_grouped).filter(|_| !could_be_right) {
        level = level.max(Evidence::Strong.doubted(doubts(comparison)));
    }
    level
}

fn kind_hint(verdict: Level, role: Role, secret: &Secret<'_>, context: &Context<'_>, rule: &ServiceRule) -> HintKind {
    // Fewest and most characters of what the role is issued, where a length is documented: of kDrive's none is.
    let mut lengths: Option<(usize, usize)> = None;
    for issued in secret.own.iter().map(|comparison| comparison.issued) {
        if issued.role == role && issued.length != Confidence::Low {
            let (shortest, longest) = issued.pattern.lengths();
            let (least, most) = lengths.unwrap_or((shortest, longest));
            lengths = Some((least.min(shortest), most.max(longest)));
        }
    }
    let (least, most) = lengths.unwrap_or_default();
    let length = u32::try_from(least).ok().filter(|length| *length > 0);
    let params = Kind {
        verdict,
        there: context.destination(rule),
        length: length.filter(|_| least == most),
        min_length: length.filter(|_| least != most),
    };
    match role {
        Role::AccountPassword => HintKind::AccountPasswordExpected(params),
        Role::MailboxPassword => HintKind::MailboxPasswordExpected(params),
        Role::AppPassword => HintKind::AppPasswordExpected(params),
        Role::ServicePassword => HintKind::ServicePasswordExpected(params),
        Role::ApiToken => HintKind::TokenExpected(params),
    }
}
