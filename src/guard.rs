//! The question: what is to be said about these two fields?

use serde::Serialize;

use crate::context::Context;
use crate::credentials::{Credentials, Input, Observation};
use crate::error::Error;
use crate::guide::Guide;
use crate::hint::{Hint, HintKind};
use crate::hints::naming::Spelling;
use crate::hints::{Hints, naming, recovery, typing};
use crate::identifier::{Address, Fit, Identifier, Normal};
use crate::json::json;
use crate::options::GuardOptions;
use crate::provider::{IdentifierForm, Profile, Role};
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
        let findings = Findings::of(&secret, &identifier, &context, observation);
        let verdict = findings.verdict;

        // The order: what was exposed; from the second refusal on the reset; then what costs little before what costs more; at
        // the first refusal the reset last.
        let mut hints = Hints::default();
        hints.tell_any(findings.exposure);
        let no_password = no_password_works(&secret, &identifier, &context, observation);
        let is_hopeless = no_password.is_some();
        hints.tell_any(no_password);
        let reset = recovery::reset(&context).filter(|_| observation.refused > 0 && !is_hopeless);
        let mut last = None;
        if observation.refused > 1 {
            hints.tell_any(reset);
        } else {
            hints.kept = usize::from(reset.is_some());
            last = reset;
        }
        if observation.refused >= recovery::PAUSE_FROM {
            hints.tell(HintKind::PauseBeforeLockout);
        }
        typing::tell(&mut hints, credentials, &identifier, &secret, observation, &context);
        naming::tell_server(&mut hints, &context, observation);
        naming::tell_spelling(&mut hints, &identifier, &context, &spelling);
        if observation.refused > 0 && observation.input == Some(Input::Autofilled) && !is_hopeless {
            hints.tell(HintKind::PickOtherSaved);
        }
        naming::tell(&mut hints, &identifier, &secret, &context, observation);
        hints.tell_any(findings.kind);
        if observation.refused > 0 && !is_hopeless {
            recovery::tell(&mut hints, &context, &identifier, &secret, observation);
        }
        hints.kept = 0;
        hints.tell_any(last);

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
            hints: hints.into_vec(),
        }
    }

    /// The provider's table: which identifier and which password go where.
    pub fn guide(&self) -> Guide {
        self.profile.as_ref().map(|profile| Guide::of(profile, self.options.today)).unwrap_or_default()
    }
}
