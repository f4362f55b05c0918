//! What to do after a refusal: first what costs little, then what changes something; nothing that would undo what was right.

use crate::context::Context;
use crate::credentials::{Input, Observation};
use crate::hint::HintKind;
use crate::identifier::Identifier;
use crate::pattern::{Case, Pattern};
use crate::provider::{Age, IdentifierForm, Role, Service};
use crate::secret::{Secret, is_random};

use super::Hints;

/// Refusals from which a pause is advised: many servers lock after five.
pub(crate) const PAUSE_FROM: u32 = 3;

/// What the advice rests on.
pub(crate) struct Refused<'a> {
    pub(crate) context: &'a Context<'a>,
    pub(crate) identifier: &'a Identifier<'a>,
    pub(crate) secret: &'a Secret<'a>,
    pub(crate) observation: Observation,
}

impl Refused<'_> {
    fn is_mailbox(&self) -> bool {
        self.context.service == Service::MAILBOX
    }

    fn first_role(&self) -> Option<Role> {
        self.context.rule?.expects.first().copied()
    }

    fn takes(&self, role: Role) -> bool {
        self.context.rule.is_some_and(|rule| rule.expects.contains(&role))
    }

    /// What stands in the field could be the issued secret that the service takes.
    pub(crate) fn is_issued(&self) -> bool {
        let is_made = |role: Role| matches!(role, Role::AppPassword | Role::ApiToken) && self.takes(role);
        self.secret.own.iter().any(|comparison| comparison.fits && is_made(comparison.issued.role))
    }

    /// Access has to be switched on before any secret is taken.
    fn is_switched_off_first(&self) -> bool {
        let switch = self.context.rule.and_then(|rule| rule.switch_on);
        switch.is_some_and(|switch| switch.period.age(self.context.today) < Age::Lapsed)
    }

    /// What stands before any reset: what explains a refusal of a right pair.
    #[inline(never)]
    pub(crate) fn tell_before_reset(&self, hints: &mut Hints) {
        if self.observation.single_sign_on {
            hints.tell(HintKind::TrySingleSignOn);
        }
        if self.is_switched_off_first() {
            hints.tell(HintKind::SwitchAccessOn(self.context.switch()));
        }
        let is_strange = |domain: &str| self.context.giver.is_none() && !self.context.hosts(domain);
        if self.observation.refused > 1 && self.is_mailbox() && self.identifier.domain().is_some_and(is_strange) {
            hints.tell(HintKind::AddressMoved);
        }
    }

    /// The reset, or the making of a new secret. At the first refusal it stands last, and is left out where something else may explain
    /// the refusal of a right pair: it was filled in, it is the issued secret already, access may be switched off.
    pub(crate) fn reset(&self) -> Option<HintKind> {
        let is_early = self.observation.refused < 2;
        let is_kept_early = self.observation.input == Some(Input::Autofilled)
            || self.observation.single_sign_on
            || self.is_issued()
            || self.is_switched_off_first();
        if self.context.is_strange() || (is_early && is_kept_early) {
            return None;
        }
        let there = self.context.destination(self.context.rule?);
        match self.first_role()? {
            Role::AccountPassword => Some(HintKind::ResetAccountPassword(there)),
            Role::MailboxPassword => Some(HintKind::ResetMailboxPassword(there)),
            Role::ServicePassword => Some(HintKind::ResetServicePassword(there)),
            // With nothing but a second factor for it, it waits as the rule does.
            Role::AppPassword if is_early && self.takes(Role::AccountPassword) => None,
            Role::AppPassword => Some(HintKind::CreateAppPassword(there)),
            Role::ApiToken => None,
        }
    }

    /// The pair can be tested where it certainly belongs: said at the first refusal on every form for a mailbox.
    pub(crate) fn pair_test(&self) -> Option<HintKind> {
        let is_address = matches!(self.identifier.form, IdentifierForm::Address | IdentifierForm::Empty);
        let is_mail = self.is_mailbox() || self.first_role() == Some(Role::MailboxPassword);
        (is_mail && is_address).then(|| HintKind::TestMailboxPair(self.context.somewhere()))
    }

    /// What else to try: nothing that changes anything, before the second refusal. A place is kept for the test of the pair.
    pub(crate) fn tell(&self, hints: &mut Hints, pair_test: &mut Option<HintKind>) {
        let Self { context, identifier, secret, observation } = *self;
        let is_typed = observation.input != Some(Input::Autofilled) && !secret.bare.is_empty();
        if self.is_issued() {
            hints.tell(HintKind::CheckIssuedPassword(context.somewhere()));
        }
        match self.first_role() {
            Some(Role::MailboxPassword) => self.tell_mailbox(hints, pair_test),
            None => self.tell_without_rule(hints),
            Some(_) if observation.refused < PAUSE_FROM && !self.is_issued() => {
                hints.tell(HintKind::TryOtherPassword(context.somewhere()));
            }
            Some(_) => {}
        }
        if observation.refused > 1 {
            if self.takes(Role::AppPassword) && self.first_role() != Some(Role::AppPassword) && !context.is_strange() {
                hints.tell_any(context.rule.map(|rule| HintKind::CreateAppPassword(context.destination(rule))));
            }
            if context.rule.is_some() && identifier.form != IdentifierForm::Empty {
                hints.tell(HintKind::SupportHasNoPasswords(context.somewhere()));
            }
        }
        if is_typed {
            hints.tell(HintKind::ShowPassword);
        }
    }

    fn tell_mailbox(&self, hints: &mut Hints, pair_test: &mut Option<HintKind>) {
        let Self { context, identifier, secret, observation } = *self;
        let Some(rule) = context.rule else { return };
        let there = context.destination(rule);
        if is_application_password(secret) {
            hints.tell(HintKind::ApplicationPasswordNotForMail(there));
        }
        let kept = pair_test.take();
        hints.kept = hints.kept.saturating_sub(usize::from(kept.is_some()));
        let other = || HintKind::TryOtherPassword(context.reading(rule));
        hints.tell(kept.or_else(|| self.pair_test()).unwrap_or_else(other));
        let is_own = identifier.domain().is_some() && context.is_own();
        if observation.refused > 1 && !is_own {
            hints.tell(HintKind::AskAdministrator(context.reading(rule)));
        } else if context.issued_only(rule).is_some() {
            hints.tell(HintKind::NoPasswordYet(there));
        }
    }

    /// What is true everywhere.
    fn tell_without_rule(&self, hints: &mut Hints) {
        let Self { context, identifier, observation, .. } = *self;
        let service = context.service;
        let has_own_users = [Service::FTP, Service::SSH, Service::MYSQL, Service::PHPMYADMIN].contains(&service);
        let is_mail = [Service::MAILBOX, Service::WEBMAIL].contains(&service);
        // Where a row tells the name's form its own hint is said.
        let is_open = context.rule.is_none() && context.profile.is_none_or(|profile| profile.rule(service).is_none());
        let is_bare =
            !matches!(identifier.form, IdentifierForm::Address | IdentifierForm::Empty | IdentifierForm::Other);
        if has_own_users {
            hints.tell(HintKind::ServiceHasOwnUsers(context.somewhere()));
        } else if is_mail && is_open && is_bare && !identifier.is_delegated() {
            hints.tell(HintKind::TryWholeAddress);
        }
        if observation.refused < PAUSE_FROM {
            hints.tell(HintKind::TryOtherPassword(context.somewhere()));
        }
        if is_mail && is_open && context.giver.is_none() && identifier.form == IdentifierForm::Address {
            hints.tell(HintKind::TryLoginName);
        }
    }
}

/// An application password has the shape of any long mixed password: worth a word after a refusal, never before.
fn is_application_password(secret: &Secret<'_>) -> bool {
    secret.own.iter().any(|comparison| comparison.issued.role == Role::AppPassword)
        && Pattern::new("[A-Za-z0-9]{16}").matches(secret.bare, Case::Differs)
        && is_random(secret.bare)
}
