//! How sure we are that the secret is of the wrong kind: findings, each strong or weak, lowered by doubts.
//!
//! No sums and no weights: the verdict is the strongest finding's level after its own doubts.

use serde::Serialize;

use crate::context::Context;
use crate::credentials::Observation;
use crate::hint::{HintKind, Kind};
use crate::profile::{Confidence, Role, ServiceRule};
use crate::shape::issued::{Likeness, is_placeholder, lack, likeness};
use crate::shape::{Secret, Shape};
use crate::typing;

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

/// How sure a hint is; one that is silent does not exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Level {
    May,
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
pub(crate) struct Findings<'a> {
    pub(crate) exposure: Option<HintKind<'a>>,
    pub(crate) kind: Option<HintKind<'a>>,
    pub(crate) verdict: Verdict,
}

impl<'a> Findings<'a> {
    pub(crate) fn of(secret: &Secret<'_>, context: &Context<'a>, observation: Observation) -> Self {
        let exposure = exposure(secret.bare_shape);
        let kind = context.rule.and_then(|rule| {
            let level = by_rule(secret, context, rule, observation).max(by_shape(secret, context, rule))?;
            Some((level, kind_hint(level, *rule.expects.first()?, context, rule)))
        });
        let level = exposure.as_ref().map(|(level, _)| *level).max(kind.as_ref().map(|(level, _)| *level));
        Self {
            verdict: level.map(Verdict::from).unwrap_or_default(),
            exposure: exposure.map(|(_, hint)| hint),
            kind: kind.map(|(_, hint)| hint),
        }
    }
}

/// No password at all.
fn exposure<'a>(shape: Shape) -> Option<(Level, HintKind<'a>)> {
    let (evidence, hint): (_, fn(Level) -> HintKind<'a>) = match shape {
        Shape::Url => (Evidence::Strong, HintKind::UrlTyped),
        Shape::PaymentNumber => (Evidence::Strong, HintKind::PaymentNumberTyped),
        Shape::Identifier | Shape::Address => (Evidence::Weak, HintKind::IdentifierTyped),
        Shape::OneTimeCode => (Evidence::Weak, HintKind::OneTimeCodeTyped),
        Shape::Empty
        | Shape::Ordinary
        | Shape::Generated
        | Shape::Issued
        | Shape::VendorToken
        | Shape::RecoveryCode
        | Shape::PrivateKey
        | Shape::SeedPhrase
        | Shape::Wrapped => return None,
    };
    let level = evidence.doubted(0)?;
    Some((level, hint(level)))
}

/// The service takes one issued kind of secret only, and this one lacks its shape.
fn by_rule(secret: &Secret<'_>, context: &Context<'_>, rule: &ServiceRule, observation: Observation) -> Option<Level> {
    let issued_only = rule.issued_only.as_ref()?;
    if secret.bare.is_empty() || is_placeholder(secret.bare) {
        return None;
    }
    let lacks = lack_of(secret.bare, context, rule)?;
    let evidence = match (issued_only.confidence, lacks) {
        (Confidence::High, Confidence::High) => Evidence::Strong,
        (Confidence::High, Confidence::Medium | Confidence::Low)
        | (Confidence::Medium, Confidence::High | Confidence::Medium) => Evidence::Weak,
        (Confidence::Medium, Confidence::Low) | (Confidence::Low, _) => return None,
    };
    let is_expired = issued_only.expires.zip(context.today).is_some_and(|(expires, today)| today > expires);
    let is_damaged = lack_of(&typing::repaired(secret.bare, observation), context, rule).is_none();
    let doubts = [is_expired, issued_only.legacy_secrets, is_damaged].into_iter().filter(|doubt| *doubt).count();
    let level = evidence.doubted(doubts);
    if issued_only.second_factor_only {
        // Nobody can tell from here whether the account has one: nothing before a refusal, no more than `may` after.
        return level.filter(|_| observation.refused > 0).map(|_| Level::May);
    }
    level
}

/// What the text lacks to be any secret that the service's first role is issued; `None` where it could be one, or where
/// the provider does not say what they look like.
fn lack_of(text: &str, context: &Context<'_>, rule: &ServiceRule) -> Option<Confidence> {
    let role = rule.expects.first()?;
    let mut lacks = None;
    for secret in context.profile.iter().flat_map(|profile| profile.issued.iter()).filter(|secret| secret.role == *role)
    {
        lacks = Some(lack(secret, text)?.max(lacks.unwrap_or(Confidence::Low)));
    }
    lacks
}

/// The secret looks like one that this provider issues for a role that the service does not take.
fn by_shape(secret: &Secret<'_>, context: &Context<'_>, rule: &ServiceRule) -> Option<Level> {
    let issued = context.profile?.issued.iter().filter(|issued| !rule.expects.contains(&issued.role));
    issued
        .filter_map(|issued| likeness(issued, secret.bare))
        .filter_map(|likeness| match likeness {
            Likeness::Grouped => Evidence::Strong.doubted(0),
            Likeness::Plain => Evidence::Weak.doubted(0),
        })
        .max()
}

/// From which length on a secret of the role may be an issued one.
fn min_length(context: &Context<'_>, role: Role) -> Option<u32> {
    let issued =
        context.profile?.issued.iter().find(|issued| issued.role == role && issued.length == Confidence::High)?;
    (1..=64_u16).find(|count| issued.pattern.allows_length(usize::from(*count))).map(u32::from)
}

fn kind_hint<'a>(verdict: Level, role: Role, context: &Context<'a>, rule: &'a ServiceRule) -> HintKind<'a> {
    let params = Kind { verdict, there: context.destination(rule), min_length: min_length(context, role) };
    match role {
        Role::AccountPassword => HintKind::AccountPasswordExpected(params),
        Role::MailboxPassword => HintKind::MailboxPasswordExpected(params),
        Role::AppPassword => HintKind::AppPasswordExpected(params),
        Role::ServicePassword => HintKind::ServicePasswordExpected(params),
        Role::ApiToken => HintKind::TokenExpected(params),
    }
}
