//! What stands in the name field: its form, and whether it can be an address at all.

mod address;
mod lookalike;
mod normal;
mod typo;

use serde::Serialize;

pub(crate) use address::{Address, Syntax, inner_address};
pub(crate) use lookalike::{Lookalike, Script};
pub(crate) use normal::{Edge, Hidden, Normal, edge_of, hidden, hidden_in, trim_edges};
pub(crate) use typo::{cost, intended};
#[cfg(not(passkind_sign_in))]
pub(crate) use typo::{is_slip, letters};

use crate::pattern::{Case, Pattern};
use crate::provider::{IdentifierForm, Profile, Service, ServiceRule};
use crate::text::split_once;

/// Whether the identifier can be the one that the service wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Fit {
    /// It has the form that the service documents.
    Yes,
    /// It has another.
    No,
    /// The service documents none, the field is empty, or only the server can tell.
    Unknown,
}

/// The identifier, read once.
#[derive(Debug)]
pub(crate) struct Identifier<'a> {
    pub(crate) form: IdentifierForm,
    pub(crate) normal: Normal<'a>,
    /// Set when the text has the structure of an address, be it allowed or not.
    pub(crate) address: Option<Address<'a>>,
    /// What the platform made of the host behind the last `@`.
    pub(crate) ascii_host: Option<&'a str>,
}

impl<'a> Identifier<'a> {
    /// Tells the form; the profile knows its provider's own names, the rule what is likely on this form.
    pub(crate) fn of(
        normal: Normal<'a>,
        address: Option<Address<'a>>,
        ascii_host: Option<&'a str>,
        profile: Option<&Profile>,
        rule: Option<&ServiceRule>,
    ) -> Self {
        let form = own_form(normal.text, profile, rule)
            .unwrap_or_else(|| form_of(normal.text, address.as_ref(), profile, rule));
        Self { form, normal, address, ascii_host }
    }

    /// The ASCII domain of a well-formed address.
    pub(crate) fn domain(&self) -> Option<&str> {
        match &self.address {
            Some(address) if self.form == IdentifierForm::Address => Some(&address.domain),
            _ => None,
        }
    }

    /// The part before the last `@`, or the whole.
    pub(crate) fn local_part(&self) -> &str {
        self.address.as_ref().map_or(self.normal.text, |address| address.local_part)
    }
}

impl Identifier<'_> {
    /// Two names in one, somebody's sign-in for somebody else: `owner\\delegate`, `user/mailbox`, `mailbox*admin`.
    pub(crate) fn is_delegated(&self) -> bool {
        let is_url = self.normal.text.contains(':');
        let parts = |sign: u8| {
            !is_url && split_once(self.normal.text, sign).is_some_and(|(a, b)| !a.is_empty() && !b.is_empty())
        };
        [b'\\', b'/', b'*'].into_iter().any(parts)
    }
}

/// The form of a name of the provider's own make; this service's names are asked first.
fn own_form(text: &str, profile: Option<&Profile>, rule: Option<&ServiceRule>) -> Option<IdentifierForm> {
    // Neighbours in the table have the same patterns more often than not.
    let mut tried: &'static [Pattern] = &[];
    for rule in rule.into_iter().chain(profile.map_or(&[][..], |profile| profile.services).iter().copied()) {
        let patterns = rule.identifier.patterns;
        if patterns != tried && patterns.iter().any(|pattern| pattern.matches(text, Case::Same)) {
            match pattern_form(rule) {
                None => continue,
                form => return form,
            }
        }
        tried = patterns;
    }
    None
}

/// The form that the patterns of a rule describe: the first that is not simply an address or a chosen name.
fn pattern_form(rule: &ServiceRule) -> Option<IdentifierForm> {
    rule.identifier.forms.iter().copied().find(|form| {
        matches!(
            form,
            IdentifierForm::ServiceUser
                | IdentifierForm::SyncName
                | IdentifierForm::CustomerNumber
                | IdentifierForm::Handle
                | IdentifierForm::Fixed
        )
    })
}

fn form_of(
    text: &str,
    address: Option<&Address<'_>>,
    profile: Option<&Profile>,
    rule: Option<&ServiceRule>,
) -> IdentifierForm {
    if text.is_empty() {
        return IdentifierForm::Empty;
    }
    if let Some(address) = address {
        // An account is opened with an address that people have; a literal is a machine's.
        let is_machines = address.domain.starts_with('[') && rule.is_some_and(|rule| rule.service == Service::ACCOUNT);
        let is_none = is_machines || address.syntax == Syntax::Invalid;
        return if is_none { IdentifierForm::Other } else { IdentifierForm::Address };
    }
    // A provider that describes its own names is believed; without one, the usual makes are recognised.
    let described =
        |form| profile.is_some_and(|profile| profile.services.iter().any(|rule| pattern_form(rule) == Some(form)));
    for (form, pattern) in USUAL_MAKES {
        if !described(form) && pattern.matches(text, Case::Differs) {
            return form;
        }
    }
    // Of ASCII what RFC 5322 calls atext, and the dot; beyond it whatever can be seen.
    let plain = |c: char| match u8::try_from(c) {
        Ok(sign) if sign.is_ascii() => sign == b'.' || address::is_atext(sign),
        _ => !matches!(c, '\u{ff20}' | '\u{fe6b}') && hidden(c).is_none(),
    };
    if !text.chars().all(plain) {
        return IdentifierForm::Other;
    }
    let address_wanted = rule.is_some_and(|rule| {
        rule.identifier.forms.iter().any(|form| matches!(form, IdentifierForm::Address | IdentifierForm::LocalPart))
    });
    if address_wanted { IdentifierForm::LocalPart } else { IdentifierForm::Name }
}

/// Names as hosters and services usually make them.
const USUAL_MAKES: [(IdentifierForm, Pattern); 5] = [
    (IdentifierForm::Fixed, Pattern::new("apikey")),
    (IdentifierForm::Fixed, Pattern::new("__token__")),
    (IdentifierForm::ServiceUser, Pattern::new("[a-z0-9]{2,16}_[A-Za-z0-9_-]{1,64}")),
    (IdentifierForm::SyncName, Pattern::new("[A-Z]{2}[0-9]{5}")),
    (IdentifierForm::CustomerNumber, Pattern::new("[0-9]{6,10}")),
];
