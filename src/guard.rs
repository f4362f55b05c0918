//! The question: what is to be said about these two fields?

use serde::{Serialize, Serializer};

use crate::context::Context;
use crate::credentials::{Credentials, Observation};
use crate::error::Error;
use crate::guide::Guide;
use crate::hint::Hint;
use crate::hints::naming::Spelling;
use crate::hints::{naming, order};
use crate::identifier::{Address, Fit, Identifier, Normal};
use crate::json::json;
use crate::options::GuardOptions;
use crate::provider::{IdentifierForm, Profile, Role};
use crate::reply::Cause;
use crate::secret::{Secret, Shape};
use crate::server::Server;
use crate::verdict::{Findings, Verdict};

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
        let hints = order::of(credentials, &identifier, &secret, &context, observation, &spelling, &mut findings);
        let verdict = findings.verdict;

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
