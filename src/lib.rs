//! Tells which kind of identifier and which kind of secret stand in a sign-in form, and what to say about it.
//!
//! A provider gives one person several credentials that look alike: an account login with its password, mailboxes
//! with others, FTP and database users with their own. This crate knows the providers' documented rules as data
//! ([`Profile`]), reads what was typed ([`Credentials`]), and answers with codes and parameters ([`Assessment`]).
//!
//! ```
//! use passkind::{Credentials, Guard, GuardOptions, Observation, Service, Verdict};
//!
//! let mut options = GuardOptions::new(Service::MAILBOX);
//! options.provider = Some("infomaniak".to_owned());
//! let guard = Guard::new(options)?;
//!
//! // A mail program wants a device password of 16 characters or more; this looks like an account password.
//! let typed = Credentials::new("anna@ik.me", "Sommer24!");
//! let assessment = guard.assess(&typed, Observation::default());
//! assert_eq!(assessment.verdict, Verdict::May);
//! assert_eq!(assessment.hints[0].code(), "mailboxPasswordExpected");
//! # Ok::<(), passkind::Error>(())
//! ```
//!
//! # How an answer is made
//! [`Guard::assess`] is the only place where the judgments meet: the identifier is read (`identifier`), its provider
//! and rule found (`context`, `provider`), the secret's shape read (`secret`), a verdict reached (`verdict`), and hints
//! put in order (`hints`). Nothing flows back, nothing is remembered.
//!
//! A module uses only modules that stand before it in this list: `names`, `json`, `text`, `reply`, `pattern`, `provider`, `credentials`,
//! `identifier`, `error`, `options`, `server`, `context`, `secret`, `hint`, `verdict`, `hints`, `guide`, `guard`, `wasm`;
//! `strength` uses none of them.
//!
//! # What it deliberately does not do
//! It never says that a password or an account is right or exists, looks nothing up, keeps nothing, knows no clock and
//! no language: texts are the business of the npm package of the same name.

mod context;
mod credentials;
mod error;
mod guard;
mod guide;
mod hint;
mod hints;
mod identifier;
mod json;
mod names;
mod options;
mod pattern;
mod provider;
mod reply;
mod secret;
mod server;
#[cfg(feature = "strength")]
pub mod strength;
mod text;
mod verdict;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use credentials::{Credentials, IDENTIFIER_UNITS, Input, Observation, PASSWORD_UNITS, SERVER_UNITS};
pub use error::Error;
pub use guard::{Assessment, Guard, IdentifierReading, PasswordReading, ServerReading};
pub use guide::{Guide, GuideIdentifier, GuideRow};
pub use hint::{Field, Hint, Param, Severity, Topic};
#[cfg(not(target_arch = "wasm32"))]
pub use hint::{HintEntry, ParamEntry, ParamKind};
pub use identifier::Fit;
pub use options::GuardOptions;
pub use pattern::{Case, Pattern};
pub use provider::{
    Access, Age, Confidence, Day, Groups, IdentifierForm, IdentifierRule, IssuedOnly, IssuedSecret, Link, Period,
    Profile, Protocol, Rel, Role, ServerRule, Service, ServiceRule, SwitchOn,
};
#[cfg(not(target_arch = "wasm32"))]
pub use provider::{Claim, claims};
pub use reply::Cause;
#[cfg(not(target_arch = "wasm32"))]
pub use reply::{Phrase, phrases};
pub use secret::Shape;
pub use verdict::Verdict;

/// Runs the examples of the README as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
