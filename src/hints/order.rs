//! In which order hints are told, and which of them stand together.

use crate::context::Context;
use crate::credentials::{Credentials, Input, Observation};
use crate::hint::HintKind;
use crate::identifier::Identifier;
use crate::secret::Secret;
use crate::verdict::{Findings, no_password_works};

use super::naming::Spelling;
use super::refused::{self, Refused};
#[cfg(not(passkind_sign_in))]
use super::server_said;
use super::{Hints, naming, typing};

/// First what was exposed; from the second refusal on the reset, after what explains the refusal of a right pair; then what costs little
/// before what costs more; at the first refusal the reset last. Where the server's own words decide, what they ask for comes first, and the
/// verdict becomes theirs.
pub(crate) fn of(
    credentials: &Credentials<'_>,
    identifier: &Identifier<'_>,
    secret: &Secret<'_>,
    context: &Context<'_>,
    observation: Observation,
    spelling: &Spelling,
    findings: &mut Findings,
) -> Hints {
    let refused = Refused { context, identifier, secret, observation };
    let is_refused = observation.refused > 0;
    // A name that is certainly wrong is the next step: nothing is said of the password until it is right.
    #[cfg_attr(passkind_sign_in, allow(unused_mut, reason = "a cause may take it back, which this core knows none of"))]
    let mut name = naming::fault(identifier, secret, context, observation);
    let mut hints = Hints::default();
    hints.tell_any(findings.exposure.take());
    #[cfg(not(passkind_sign_in))]
    let is_decided = server_said::is_decided(&mut hints, findings, &refused, &mut name);
    #[cfg(passkind_sign_in)]
    let is_decided = false;

    let no_password = if is_decided { None } else { no_password_works(secret, identifier, context, observation) };
    let is_hopeless = no_password.is_some();
    hints.tell_any(no_password);
    let is_open = is_refused && !is_hopeless && !is_decided && name.is_none();
    let reset = if is_open { refused.reset() } else { None };
    let mut pair_test = if is_open && observation.refused == 1 { refused.pair_test() } else { None };
    let pause = (observation.refused >= refused::PAUSE_FROM && !is_decided).then_some(HintKind::PauseBeforeLockout);
    let mut last = None;
    if is_refused {
        typing::tell_blanks(&mut hints, credentials.password);
    }
    if observation.refused > 1 {
        hints.kept = usize::from(pause.is_some());
        if is_open {
            refused.tell_before_reset(&mut hints);
        }
        hints.tell_any(reset);
        hints.kept = 0;
    } else {
        hints.kept = usize::from(reset.is_some()) + usize::from(pair_test.is_some());
        last = reset;
    }
    hints.tell_any(pause);
    if !is_decided {
        typing::tell(&mut hints, credentials, identifier, secret, observation, context);
    }
    naming::tell_server(&mut hints, context, observation);
    naming::tell_spelling(&mut hints, identifier, context, spelling);
    if is_open && observation.input == Some(Input::Autofilled) {
        hints.tell(HintKind::PickOtherSaved);
    }
    let is_named = name.is_some();
    hints.tell_any(name);
    naming::explain(&mut hints, identifier, context, observation);
    if !is_named {
        hints.tell_any(findings.kind.take());
    }
    if is_open && observation.refused == 1 {
        refused.tell_before_reset(&mut hints);
    }
    if is_open {
        refused.tell(&mut hints, &mut pair_test);
    }
    for late in [pair_test, last].into_iter().flatten() {
        hints.kept = hints.kept.saturating_sub(1);
        hints.tell(late);
    }
    hints
}
