//! What a secret looks like: facts about the string alone. What follows from them is [`crate::verdict`]'s question.

mod code;
mod generated;
pub(crate) mod issued;
mod payment;
mod words;
mod wrapped;

use serde::Serialize;

pub(crate) use generated::is_random;
pub(crate) use wrapped::Wrapper;

use crate::identifier::{Address, Identifier, Syntax};
use crate::profile::{Profile, ServiceRule};

/// What a secret looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum Shape {
    /// Nothing, or blanks only.
    Empty,
    /// As people choose them, or as nobody knows.
    Ordinary,
    /// A password manager's.
    Generated,
    /// A provider's device or app password.
    Issued,
    /// A token with its maker's prefix.
    VendorToken,
    /// Digits as sent by text message or shown by an authenticator.
    OneTimeCode,
    /// A documented recovery code.
    RecoveryCode,
    /// A PEM, OpenSSH, PGP or age key.
    PrivateKey,
    /// A wallet's words.
    SeedPhrase,
    /// A card number or an IBAN.
    PaymentNumber,
    /// The same as the identifier.
    Identifier,
    /// An e-mail address other than the identifier.
    Address,
    /// An address of a page or a server, with its scheme.
    Url,
    /// Pasted with its label, quotes or `user:`.
    Wrapped,
}

/// A secret, read once. It borrows what was typed and is never printed.
pub(crate) struct Secret<'a> {
    /// What the label, the quotes or `user:` were wrapped around; else what was typed, without blanks at its ends.
    pub(crate) bare: &'a str,
    pub(crate) wrapper: Option<Wrapper>,
    /// Of `bare`.
    pub(crate) bare_shape: Shape,
    /// It looks like one that the form's provider makes.
    pub(crate) is_issued: bool,
}

impl<'a> Secret<'a> {
    /// Reads a secret beside its identifier; the profile says what its provider issues, the rule what is expected here.
    pub(crate) fn of(
        typed: &'a str,
        identifier: &Identifier<'_>,
        profile: Option<&Profile>,
        rule: Option<&ServiceRule>,
    ) -> Self {
        let (bare, wrapper) = match wrapped::unwrap(typed.trim(), identifier) {
            Some((bare, wrapper)) => (bare, Some(wrapper)),
            None => (typed.trim(), None),
        };
        let is_issued = profile.is_some_and(|profile| is_issued_by(bare, profile, rule));
        Self { bare, wrapper, bare_shape: shape_of(bare, identifier, is_issued), is_issued }
    }

    /// Of what was typed as a whole.
    pub(crate) fn shape(&self) -> Shape {
        if self.wrapper.is_some() { Shape::Wrapped } else { self.bare_shape }
    }
}

fn shape_of(bare: &str, identifier: &Identifier<'_>, is_issued: bool) -> Shape {
    if bare.is_empty() {
        Shape::Empty
    } else if bare.eq_ignore_ascii_case(identifier.normal.text) {
        Shape::Identifier
    } else if is_url(bare) {
        Shape::Url
    } else if Address::of(bare, None).is_some_and(|address| address.syntax == Syntax::Valid) {
        Shape::Address
    } else if payment::is_payment_number(bare) {
        Shape::PaymentNumber
    } else if code::is_one_time_code(bare) {
        Shape::OneTimeCode
    } else if is_issued {
        Shape::Issued
    } else if generated::is_generated(bare) {
        Shape::Generated
    } else {
        Shape::Ordinary
    }
}

/// Whether the secret looks like one that this provider makes, for this service or, in its exact grouping, for another.
fn is_issued_by(bare: &str, profile: &Profile, rule: Option<&ServiceRule>) -> bool {
    profile.issued.iter().any(|secret| {
        let expected =
            rule.is_some_and(|rule| rule.issued_only.is_some() && rule.expects.first() == Some(&secret.role));
        issued::likeness(secret, bare).is_some()
            || (expected && issued::lack(secret, bare).is_none() && is_random(bare))
    })
}

/// A scheme, `://`, and something behind it without blanks.
fn is_url(text: &str) -> bool {
    text.split_once(':').is_some_and(|(scheme, rest)| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'+' || b == b'-' || b == b'.')
            && rest.starts_with("//")
            && rest.len() > 2
            && !rest.contains(char::is_whitespace)
    })
}

/// Whether a text in the name field can only be a secret.
pub(crate) fn certainly_secret(text: &str, profile: Option<&Profile>) -> bool {
    profile.is_some_and(|profile| {
        profile.issued.iter().any(|secret| issued::likeness(secret, text) == Some(issued::Likeness::Grouped))
    })
}
