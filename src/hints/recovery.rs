//! What to do after a refusal: first what costs little, then what changes something.

use crate::context::Context;
use crate::credentials::{Input, Observation};
use crate::hint::HintKind;
use crate::identifier::Identifier;
use crate::pattern::{Case, Pattern};
use crate::provider::{IdentifierForm, Role, ServiceRule};
use crate::secret::{Secret, is_random};

use super::Hints;

/// Refusals from which a pause is advised: many servers lock after five.
pub(crate) const PAUSE_FROM: u32 = 3;

/// Advises what else to try: nothing that changes anything.
pub(crate) fn tell(
    hints: &mut Hints,
    context: &Context<'_>,
    identifier: &Identifier<'_>,
    secret: &Secret<'_>,
    observation: Observation,
) {
    match context.rule.and_then(|rule| Some((rule, rule.expects.first()?))) {
        Some((rule, Role::MailboxPassword)) => tell_mailbox(hints, context, rule, identifier, secret, observation),
        Some((rule, _)) => tell_others(hints, context, rule, observation),
        None => {}
    }
    if observation.input != Some(Input::Autofilled) && !secret.bare.is_empty() {
        hints.tell(HintKind::ShowPassword);
    }
}

/// The pair is tested where it certainly belongs; a new address has no password at all.
fn tell_mailbox(
    hints: &mut Hints,
    context: &Context<'_>,
    rule: &ServiceRule,
    identifier: &Identifier<'_>,
    secret: &Secret<'_>,
    observation: Observation,
) {
    let there = context.destination(rule);
    if is_application_password(secret) {
        hints.tell(HintKind::ApplicationPasswordNotForMail(there));
    }
    // "Test this address" is said of one, or of a field that is yet to be filled.
    if matches!(identifier.form, IdentifierForm::Address | IdentifierForm::Empty) {
        hints.tell(HintKind::TestMailboxPair(context.reading(rule)));
    }
    if rule.expects.contains(&Role::AppPassword) {
        hints.tell(HintKind::CreateAppPassword(there));
    }
    let is_own = identifier.domain().is_some() && context.is_own();
    if observation.refused > 1 && !is_own {
        hints.tell(HintKind::AskAdministrator(context.reading(rule)));
    } else if context.issued_only(rule).is_some() {
        hints.tell(HintKind::NoPasswordYet(there));
    }
}

fn tell_others(hints: &mut Hints, context: &Context<'_>, rule: &ServiceRule, observation: Observation) {
    if observation.refused < PAUSE_FROM {
        hints.tell(HintKind::TryOtherPassword(context.reading(rule)));
    }
    if rule.expects.iter().skip(1).any(|role| *role == Role::AppPassword) {
        hints.tell(HintKind::CreateAppPassword(context.destination(rule)));
    }
    if observation.refused > 1 {
        hints.tell(HintKind::SupportHasNoPasswords(context.reading(rule)));
    }
}

/// An application password has the shape of any long mixed password: worth a word after a refusal, never before.
fn is_application_password(secret: &Secret<'_>) -> bool {
    secret.own.iter().any(|comparison| comparison.issued.role == Role::AppPassword)
        && Pattern::new("[A-Za-z0-9]{16}").matches(secret.bare, Case::Differs)
        && is_random(secret.bare)
}

/// The reset, or the making of a new secret.
pub(crate) fn reset(context: &Context<'_>) -> Option<HintKind> {
    let rule = context.rule?;
    let there = context.destination(rule);
    match rule.expects.first()? {
        Role::AccountPassword => Some(HintKind::ResetAccountPassword(there)),
        Role::MailboxPassword => Some(HintKind::ResetMailboxPassword(there)),
        Role::ServicePassword => Some(HintKind::ResetServicePassword(there)),
        Role::AppPassword => Some(HintKind::CreateAppPassword(there)),
        Role::ApiToken => None,
    }
}
