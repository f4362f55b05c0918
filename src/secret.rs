//! The secret: its shape by itself (a file a kind), then what it is beside its identifier, on a form of a known provider.

mod code;
mod generated;
pub(crate) mod issued;
mod key;
mod payment;
mod recovery;
mod repair;
mod seed;
mod shape;
mod token;
mod words;
mod wrapped;

pub(crate) use generated::is_random;
pub(crate) use repair::{Smart, repaired, smart_sign};
pub use shape::Shape;
use shape::certain;
pub(crate) use words::is_words;
pub(crate) use wrapped::Wrapper;

use issued::{Comparison, Likeness, compare};

use crate::context::Context;
use crate::identifier::{Address, Identifier, Syntax, trim_edges};
use crate::provider::{IdentifierForm, ServiceRule, tokens};

/// A secret, read once. It borrows what was typed and is never printed.
pub(crate) struct Secret<'a> {
    /// What the label, the quotes or `user:` were wrapped around; else what was typed, without blanks at its ends.
    pub(crate) bare: &'a str,
    pub(crate) wrapper: Option<Wrapper>,
    /// Of `bare`.
    pub(crate) bare_shape: Shape,
    /// Who makes secrets that look so, where only one does.
    pub(crate) issuer: Option<&'static str>,
    /// `bare` beside the secrets that the form's provider issues.
    pub(crate) own: Vec<Comparison>,
    /// The same of the address's provider, where it is another.
    pub(crate) others: Vec<Comparison>,
}

impl<'a> Secret<'a> {
    /// Reads a secret beside its identifier, on a form whose provider and rule are known.
    pub(crate) fn of(typed: &'a str, identifier: &Identifier<'_>, context: &Context<'_>) -> Self {
        let typed = trim_edges(typed);
        let (bare, wrapper) = match wrapped::unwrap(typed, identifier) {
            Some((bare, wrapper)) => (bare, Some(wrapper)),
            None => (typed, None),
        };
        let compared = |profile| compare(bare, profile, context.rule, context.today);
        let (own, others) = (compared(context.profile), compared(context.address_profile));
        let (bare_shape, issuer) = shape_of(bare, identifier, context, [&own, &others]);
        Self { bare, wrapper, bare_shape, issuer, own, others }
    }

    /// The same token in both fields, as some services want it: long, with a digit, and no address.
    pub(crate) fn is_twice(&self, identifier: &Identifier<'_>) -> bool {
        const SHORTEST: usize = 20;

        self.bare_shape == Shape::Identifier
            && identifier.form != IdentifierForm::Address
            && self.bare.len() >= SHORTEST
            && self.bare.bytes().any(|b| b.is_ascii_digit())
    }

    /// Of what was typed as a whole.
    pub(crate) fn shape(&self) -> Shape {
        if self.wrapper.is_some() { Shape::Wrapped } else { self.bare_shape }
    }
}

/// The shape, the certain ones first, and the issuer of the shapes that tell it.
fn shape_of(
    bare: &str,
    identifier: &Identifier<'_>,
    context: &Context<'_>,
    compared: [&[Comparison]; 2],
) -> (Shape, Option<&'static str>) {
    if bare.is_empty() {
        return (Shape::Empty, None);
    }
    if bare.eq_ignore_ascii_case(identifier.normal.text) {
        return (Shape::Identifier, None);
    }
    if let Some(certain) = certain(bare) {
        return certain;
    }
    // Beside an address it is somebody's password; beside anything else the two fields were mixed up.
    let is_alone = identifier.form != IdentifierForm::Address;
    if is_alone && Address::of(bare, None).is_some_and(|address| address.syntax == Syntax::Valid) {
        return (Shape::Address, None);
    }
    let profiles = [context.profile, context.address_profile];
    if recovery::is_recovery_code(bare, profiles) {
        return (Shape::RecoveryCode, None);
    }
    for (profile, comparisons) in profiles.into_iter().zip(compared) {
        if looks_issued(comparisons, context.rule) {
            return (Shape::Issued, profile.map(|profile| profile.id));
        }
    }
    if code::is_one_time_code(bare) {
        return (Shape::OneTimeCode, None);
    }
    (if generated::is_generated(bare) { Shape::Generated } else { Shape::Ordinary }, None)
}

/// Whether the secret looks like one that this provider makes: for this service by length and signs, for another in its
/// exact grouping or by documented signs.
fn looks_issued(comparisons: &[Comparison], rule: Option<&ServiceRule>) -> bool {
    comparisons.iter().any(|comparison| {
        let takes_issued = |rule: &ServiceRule| rule.issued_only.is_some() || rule.no_password;
        let expected =
            rule.is_some_and(|rule| takes_issued(rule) && rule.expects.first() == Some(&comparison.issued.role));
        comparison.likeness.is_some() || (expected && comparison.could_be)
    })
}

/// Whether a text in the name field can only be a secret.
pub(crate) fn certainly_secret(text: &str, context: &Context<'_>) -> bool {
    let is_issued = || {
        let compared = compare(text, context.profile, None, context.today);
        compared.iter().any(|comparison| comparison.likeness == Some(Likeness::Grouped))
    };
    let is_secret =
        |(shape, maker): (Shape, Option<&'static str>)| shape != Shape::Url && !maker.is_some_and(tokens::are_names);
    certain(text).is_some_and(is_secret) || is_issued()
}
