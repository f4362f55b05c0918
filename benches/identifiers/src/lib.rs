//! Readers of addresses, each as its users call it; all answer whether the text is one.

use std::str::FromStr;

use passkind::{Credentials, Guard, GuardOptions, Observation, Service};

// The crate keeps its reader to itself: its own files are taken, so that nothing is public for a measurement's sake.
#[expect(dead_code, reason = "the reader's neighbours are not measured")]
#[path = "../../../src/identifier/address.rs"]
mod address;
#[path = "../../../src/names.rs"]
mod names;
#[expect(dead_code, reason = "the reader's neighbours are not measured")]
#[path = "../../../src/identifier/normal.rs"]
mod normal;
#[expect(dead_code, reason = "the reader's neighbours are not measured")]
#[path = "../../../src/text.rs"]
mod text;

/// passkind's reading of an address: ASCII hosts by itself, others as the platform (here the crate `idna`) writes them.
#[must_use]
pub fn passkind(text: &str) -> bool {
    let host = text.rsplit_once('@').map_or("", |(_, host)| host);
    let is_plain = host.is_ascii() && !host.contains("xn--");
    let ascii_host = if is_plain { None } else { idna::domain_to_ascii(host).ok() };
    address::Address::of(text, ascii_host.as_deref()).is_some_and(|address| address.syntax != address::Syntax::Invalid)
}

/// The crate that passkind asks about local parts, alone.
#[must_use]
pub fn email_address(text: &str) -> bool {
    email_address::EmailAddress::from_str(text).is_ok()
}

/// The address of the mailer `lettre`.
#[must_use]
pub fn lettre(text: &str) -> bool {
    text.parse::<lettre::Address>().is_ok()
}

/// `addr`, which knows the Public Suffix List.
#[must_use]
pub fn addr(text: &str) -> bool {
    addr::parse_email_address(text).is_ok()
}

/// Everything that passkind answers of a name field: the address, a slip in its domain, its provider, the hints.
///
/// # Panics
/// Where the crate no longer knows the service `account`.
#[must_use]
pub fn whole_answer() -> impl Fn(&str) -> bool {
    let guard = Guard::new(GuardOptions::new(Service::ACCOUNT)).expect("the service is built in");
    move |text| guard.assess(&Credentials::new(text, ""), Observation::default()).identifier.domain.is_some()
}
