//! What a server's own words ask for, in place of what is said to every refusal.

use crate::hint::{HintKind, Kind, Level};
use crate::provider::{IdentifierForm, Role};
use crate::reply::Cause;
use crate::secret::Shape;
use crate::verdict::{Findings, Verdict};

use super::Hints;
use super::refused::Refused;

impl Cause {
    /// The pair was not judged at all.
    pub(crate) fn is_of_the_way(self) -> bool {
        matches!(self, Self::Encryption | Self::Method | Self::Sender | Self::Busy | Self::Unrelated)
    }

    /// It says more than that the pair is wrong, and what follows is its own.
    pub(crate) fn decides(self) -> bool {
        self != Self::WrongPair && !self.is_of_the_way()
    }

    /// Another kind of secret is wanted, and this is none that could be of it.
    pub(crate) fn wants(self, refused: &Refused<'_>) -> Option<Role> {
        let role = match self {
            Self::AppPassword => Role::AppPassword,
            Self::Token => Role::ApiToken,
            _ => return None,
        };
        let is_token = role == Role::ApiToken && refused.secret.bare_shape == Shape::VendorToken;
        let fits = refused.secret.own.iter().any(|comparison| comparison.issued.role == role && comparison.fits);
        (!is_token && !fits).then_some(role)
    }
}

/// Says what follows from the cause, and whether that is all there is to be said.
pub(crate) fn is_decided(
    hints: &mut Hints,
    findings: &mut Findings,
    refused: &Refused<'_>,
    name: &mut Option<HintKind>,
) -> bool {
    let Some(cause) = refused.observation.cause else { return false };
    if cause.is_of_the_way() {
        hints.tell(HintKind::PasswordNotChecked { cause });
    }
    if !cause.decides() {
        return false;
    }
    // The server has judged: only what it asks for may be called wrong.
    findings.kind = None;
    findings.verdict = match cause.wants(refused) {
        Some(_) if !refused.secret.bare.is_empty() => Verdict::Probably,
        _ => Verdict::Silent,
    };
    let wanted = name.take();
    tell(hints, cause, refused, wanted);
    true
}

/// Says what follows from a cause that decides.
fn tell(hints: &mut Hints, cause: Cause, refused: &Refused<'_>, name: Option<HintKind>) {
    let context = refused.context;
    let there = context.somewhere();
    // Nobody is sent to make a secret for a stranger's server.
    let maker = || (!context.is_strange()).then_some(HintKind::CreateAppPassword(there));
    match cause {
        Cause::AppPassword | Cause::Token => match cause.wants(refused) {
            None => hints.tell(HintKind::CheckIssuedPassword(there)),
            Some(role) => {
                let kind = Kind { verdict: Level::Probably, there, length: None, min_length: None };
                if role == Role::ApiToken {
                    hints.tell(HintKind::TokenExpected(kind));
                } else {
                    hints.tell(HintKind::AppPasswordExpected(kind));
                    hints.tell_any(maker());
                }
            }
        },
        Cause::NoPasswords => hints.tell(HintKind::NoPasswordWorks(there)),
        Cause::SecondFactor => {
            hints.tell(HintKind::SecondFactorNeeded(there));
            let takes = |rule: &crate::ServiceRule| rule.expects.contains(&Role::AppPassword);
            if context.rule.is_none_or(takes) && !refused.is_issued() {
                hints.tell_any(maker());
            }
        }
        Cause::Name => hints.tell(name.unwrap_or(match refused.identifier.form {
            IdentifierForm::Address => HintKind::TryLoginName,
            _ => HintKind::TryWholeAddress,
        })),
        Cause::Locked => hints.tell(HintKind::PauseBeforeLockout),
        Cause::Admin => hints.tell(HintKind::AskAdministrator(there)),
        Cause::Network => hints.tell(HintKind::TryOtherNetwork),
        Cause::Expired => hints.tell(usual_reset(refused)),
        Cause::AccessOff => hints.tell(HintKind::SwitchAccessOn(context.switch())),
        Cause::Browser => hints.tell(HintKind::SignInOnTheWeb(there)),
        Cause::WrongPair | Cause::Encryption | Cause::Method | Cause::Sender | Cause::Busy | Cause::Unrelated => {}
    }
}

/// The reset of what is wanted here; without a rule of what such a service usually takes.
fn usual_reset(refused: &Refused<'_>) -> HintKind {
    let there = refused.context.rule.map_or(refused.context.somewhere(), |rule| refused.context.destination(rule));
    let role = refused.context.rule.and_then(|rule| rule.expects.first().copied());
    match role.unwrap_or(refused.context.service.usual_role()) {
        Role::AccountPassword => HintKind::ResetAccountPassword(there),
        Role::MailboxPassword => HintKind::ResetMailboxPassword(there),
        Role::ServicePassword => HintKind::ResetServicePassword(there),
        Role::AppPassword => HintKind::CreateAppPassword(there),
        Role::ApiToken => HintKind::CheckIssuedPassword(there),
    }
}
