//! Where to send somebody: a provider's own names for its pages.

use super::{Link, Service};

/// Where a hint sends its reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Destination {
    pub(crate) provider: Option<&'static str>,
    /// The provider, as people write it.
    pub(crate) name: Option<&'static str>,
    pub(crate) service: Service,
    pub(crate) place: Option<&'static str>,
    pub(crate) links: &'static [Link],
}

/// An identifier of the provider's own make is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Wanted {
    pub(crate) there: Destination,
    pub(crate) example: Option<&'static str>,
}
