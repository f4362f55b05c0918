//! The shapes that a text has by itself.

use serde::Serialize;

use crate::text::split_once;

use super::{key, payment, seed, token};

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

/// Shapes that are what they are, whoever's form they stand in.
pub(super) fn certain(text: &str) -> Option<(Shape, Option<&'static str>)> {
    if let Some(maker) = token::maker(text) {
        return Some((Shape::VendorToken, Some(maker)));
    }
    let shape = if key::is_private_key(text) {
        Shape::PrivateKey
    } else if is_url(text) {
        Shape::Url
    } else if payment::is_payment_number(text) {
        Shape::PaymentNumber
    } else if seed::is_seed_phrase(text) {
        Shape::SeedPhrase
    } else {
        return None;
    };
    Some((shape, None))
}

/// A scheme, `://`, and something behind it without blanks.
fn is_url(text: &str) -> bool {
    split_once(text, b':').is_some_and(|(scheme, rest)| {
        scheme.bytes().next().is_some_and(|b| b.is_ascii_alphabetic())
            && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'+' || b == b'-' || b == b'.')
            && rest.starts_with("//")
            && rest.len() > 2
            && !rest.chars().any(char::is_whitespace)
    })
}
