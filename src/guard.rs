//! The question: what is to be said about these two fields?

use serde::{Serialize, Serializer};

use crate::context::Context;
use crate::credentials::{Credentials, Input, Observation};
use crate::error::Error;
use crate::guide::Guide;
use crate::hint::{Hint, HintKind};
#[cfg(not(passkind_sign_in))]
use crate::hints::cause;
use crate::hints::naming::Spelling;
use crate::hints::recovery::Refused;
use crate::hints::{Hints, naming, recovery, typing};
use crate::identifier::{Address, Fit, Identifier, Normal};
use crate::json::json;
use crate::options::GuardOptions;
use crate::provider::{IdentifierForm, Profile, Role};
use crate::reply::Cause;
use crate::secret::{Secret, Shape};
use crate::server::Server;
use crate::verdict::{Findings, Verdict, no_password_works};

/// A form's options, ready to be asked about what stands in its fields.
#[derive(Clone, Debug)]
pub struct Guard {
    options: GuardOptions,
    /// Of the configured provider, looked up once.
    profile: Option<Profile>,
}

/// The whole answer. It has no field that could hold a secret. Serialised, it is the contract's JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Assessment {
    /// Always `ok`: the package's JavaScript says `unavailable` where this code could not run.
    pub status: &'static str,
    /// How sure it is that the secret is of the wrong kind.
    pub verdict: Verdict,
    /// The name field.
    pub identifier: IdentifierReading,
    /// The password field.
    pub password: PasswordReading,
    /// The server, where one is named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub server: Option<ServerReading>,
    /// What the server's reply says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reply: Option<ReplyReading>,
    /// The most useful first; at most three.
    pub hints: Vec<Hint>,
}

/// What the name field holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct IdentifierReading {
    /// What the text looks like.
    pub form: IdentifierForm,
    /// The ASCII domain of an address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub domain: Option<String>,
    /// Who gives addresses on it, if known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provider: Option<&'static str>,
    /// Whether it can be the one that the service wants.
    pub fits: Fit,
    /// An identifier that was probably meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<String>,
}

/// What the password field holds, as a shape; and what the service expects.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct PasswordReading {
    /// What it looks like, beside its identifier and what the provider issues.
    pub shape: Shape,
    /// The provider whose secrets look so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer: Option<&'static str>,
    /// The roles that open the service, the usual one first.
    pub expects: &'static [Role],
}

/// Whose server was named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ServerReading {
    /// Whose it is, if known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provider: Option<&'static str>,
    /// A server that was probably meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<String>,
}

/// Why the server let nobody in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ReplyReading {
    /// By its own words.
    #[serde(serialize_with = "as_name")]
    pub cause: Cause,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde calls it")]
fn as_name<S: Serializer>(cause: &Cause, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(cause.as_str())
}

impl Assessment {
    /// The JSON that the npm package gets.
    pub fn to_json(&self) -> String {
        String::from_utf8_lossy(&json(self)).into_owned()
    }
}

impl Guard {
    /// A guard for a form with these options.
    ///
    /// # Errors
    /// The options name an unknown provider or service, or contradict each other.
    pub fn new(options: GuardOptions) -> Result<Self, Error> {
        options.check()?;
        let profile = options.provider.as_ref().and_then(|id| options.profile(id)).copied();
        Ok(Self { options, profile })
    }

    /// Judges what stands in the fields. Total and pure: any text of any size is answered.
    pub fn assess(&self, credentials: &Credentials<'_>, observation: Observation) -> Assessment {
        let normal = Normal::of(&credentials.identifier);
        let address = Address::of(normal.text, credentials.ascii_host.as_deref());
        let server = Server::of(credentials.server(), &self.options);
        let domain = address.as_ref().map(|address| &*address.domain);
        let context = Context::of(&self.options, self.profile.as_ref(), server, credentials.is_server_inferred, domain);
        let ascii_host = credentials.ascii_host.as_deref();
        let identifier = Identifier::of(normal, address, ascii_host, context.profile, context.rule);
        let secret = Secret::of(credentials.password, &identifier, &context);
        let spelling = Spelling::of(&identifier, &context);
        #[cfg(not(passkind_sign_in))]
        let observation = observation.judged();
        let mut findings = Findings::of(&secret, &identifier, &context, observation);
        let refused = Refused { context: &context, identifier: &identifier, secret: &secret, observation };
        let is_refused = observation.refused > 0;
        // A name that is certainly wrong is the next step: nothing is said of the password until it is right.
        #[cfg_attr(
            passkind_sign_in,
            allow(unused_mut, reason = "a cause may take it back, which this core knows none of")
        )]
        let mut name = naming::fault(&identifier, &secret, &context, observation);
        let mut hints = Hints::default();
        hints.tell_any(findings.exposure.take());
        #[cfg(not(passkind_sign_in))]
        let is_decided = cause::is_decided(&mut hints, &mut findings, &refused, &mut name);
        #[cfg(passkind_sign_in)]
        let is_decided = false;
        let verdict = findings.verdict;

        // The order: what was exposed; from the second refusal on the reset, after what explains the refusal of a right pair; then
        // what costs little before what costs more; at the first refusal the reset last.
        let no_password =
            if is_decided { None } else { no_password_works(&secret, &identifier, &context, observation) };
        let is_hopeless = no_password.is_some();
        hints.tell_any(no_password);
        let is_open = is_refused && !is_hopeless && !is_decided && name.is_none();
        let reset = if is_open { refused.reset() } else { None };
        let mut pair_test = if is_open && observation.refused == 1 { refused.pair_test() } else { None };
        let pause =
            (observation.refused >= recovery::PAUSE_FROM && !is_decided).then_some(HintKind::PauseBeforeLockout);
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
            typing::tell(&mut hints, credentials, &identifier, &secret, observation, &context);
        }
        naming::tell_server(&mut hints, &context, observation);
        naming::tell_spelling(&mut hints, &identifier, &context, &spelling);
        if is_open && observation.input == Some(Input::Autofilled) {
            hints.tell(HintKind::PickOtherSaved);
        }
        let is_named = name.is_some();
        hints.tell_any(name);
        naming::explain(&mut hints, &identifier, &context, observation);
        if !is_named {
            hints.tell_any(findings.kind);
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

        let domain = identifier.domain().map(str::to_owned);
        Assessment {
            status: "ok",
            verdict,
            identifier: IdentifierReading {
                form: identifier.form,
                provider: domain.as_ref().and(context.giver),
                fits: naming::fit(&identifier, &context),
                domain,
                suggestion: spelling.suggestion,
            },
            password: PasswordReading {
                shape: secret.shape(),
                expects: context.rule.map(|rule| rule.expects).unwrap_or_default(),
                issuer: secret.issuer,
            },
            server: context
                .server
                .is_named
                .then_some(ServerReading { provider: context.server.owner, suggestion: context.server.suggestion }),
            reply: observation.cause.filter(|_| !cfg!(passkind_sign_in)).map(|cause| ReplyReading { cause }),
            hints: hints.into_vec(),
        }
    }

    /// The provider's table: which identifier and which password go where.
    pub fn guide(&self) -> Guide {
        self.profile.as_ref().map(|profile| Guide::of(profile, self.options.today)).unwrap_or_default()
    }
}
