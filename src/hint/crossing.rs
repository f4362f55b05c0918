//! What crosses to JavaScript of a hint: its code, and its parameters as one flat object.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::{Hint, HintKind, Level};
use crate::provider::Destination;

/// What crosses to JavaScript: `{ code, params }`.
impl Serialize for Hint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut hint = serializer.serialize_struct("Hint", 2)?;
        hint.serialize_field("code", self.code())?;
        hint.serialize_field("params", &Params(&self.0))?;
        hint.end()
    }
}

/// The parameters of a hint, as one flat object.
struct Params<'a>(&'a HintKind);

impl Serialize for Params<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // For JSON, which counts no fields: serde_json closes an object of none at once, and of one or more at its end.
        let mut params = serializer.serialize_struct("Params", 1)?;
        if let Some(verdict) = self.0.verdict() {
            params.serialize_field("verdict", &verdict)?;
        }
        if let Some(there) = self.0.there() {
            tell(&mut params, "provider", there.provider.as_ref())?;
            tell(&mut params, "service", Some(&there.service))?;
            tell(&mut params, "name", there.name.as_ref())?;
            tell(&mut params, "place", there.place.as_ref())?;
            tell(&mut params, "links", Some(&there.links))?;
        }
        match self.0 {
            HintKind::AddressExpected(wanted)
            | HintKind::ServiceUserExpected(wanted)
            | HintKind::SyncNameExpected(wanted)
            | HintKind::UsernameExpected(wanted) => tell(&mut params, "example", wanted.example.as_ref())?,
            HintKind::FixedUsernameExpected { username, .. } => tell(&mut params, "username", Some(username))?,
            HintKind::AccountNotMailbox(on)
            | HintKind::MailboxNotAccount(on)
            | HintKind::SameAddressTwoPasswords(on) => tell(&mut params, "domain", Some(&on.domain))?,
            HintKind::AccountPasswordExpected(kind)
            | HintKind::MailboxPasswordExpected(kind)
            | HintKind::AppPasswordExpected(kind)
            | HintKind::ServicePasswordExpected(kind)
            | HintKind::TokenExpected(kind) => {
                tell(&mut params, "length", kind.length.as_ref())?;
                tell(&mut params, "minLength", kind.min_length.as_ref())?;
            }
            HintKind::EdgeSpace { field, edge } => {
                tell(&mut params, "field", Some(field))?;
                tell(&mut params, "edge", Some(edge))?;
            }
            HintKind::InvisibleCharacter { field, character } => {
                tell(&mut params, "field", Some(field))?;
                tell(&mut params, "character", Some(&character.as_str()))?;
            }
            HintKind::SmartPunctuation { character } => tell(&mut params, "character", Some(&character.as_str()))?,
            HintKind::WrapperTyped { wrapper } => tell(&mut params, "wrapper", Some(wrapper))?,
            HintKind::DomainTypo { domain, suggestion } => {
                tell(&mut params, "domain", Some(domain))?;
                tell(&mut params, "suggestion", Some(suggestion))?;
            }
            HintKind::LookalikeDomain { domain, script, letter, suggestion } => {
                tell(&mut params, "domain", Some(domain))?;
                tell(&mut params, "script", Some(&script.as_str()))?;
                tell(&mut params, "letter", letter.as_ref())?;
                tell(&mut params, "suggestion", suggestion.as_ref())?;
            }
            HintKind::InvalidAddress { suggestion } => tell(&mut params, "suggestion", suggestion.as_ref())?,
            _ => {}
        }
        params.end()
    }
}

/// What is known, by its name.
fn tell<S: SerializeStruct>(
    params: &mut S,
    name: &'static str,
    value: Option<&(impl Serialize + ?Sized)>,
) -> Result<(), S::Error> {
    value.map_or(Ok(()), |value| params.serialize_field(name, value))
}

impl HintKind {
    /// How sure it is, of a hint that says so.
    fn verdict(&self) -> Option<Level> {
        match self {
            Self::AccountPasswordExpected(kind)
            | Self::MailboxPasswordExpected(kind)
            | Self::AppPasswordExpected(kind)
            | Self::ServicePasswordExpected(kind)
            | Self::TokenExpected(kind) => Some(kind.verdict),
            Self::OneTimeCodeTyped(verdict)
            | Self::IdentifierTyped(verdict)
            | Self::PaymentNumberTyped(verdict)
            | Self::PrivateKeyTyped(verdict)
            | Self::RecoveryCodeTyped(verdict)
            | Self::SeedPhraseTyped(verdict)
            | Self::TokenTyped(verdict)
            | Self::UrlTyped(verdict) => Some(*verdict),
            _ => None,
        }
    }

    /// Where a hint sends its reader, of one that does.
    fn there(&self) -> Option<&Destination> {
        match self {
            Self::AddressExpected(wanted)
            | Self::ServiceUserExpected(wanted)
            | Self::SyncNameExpected(wanted)
            | Self::UsernameExpected(wanted) => Some(&wanted.there),
            Self::AccountNotMailbox(on) | Self::MailboxNotAccount(on) | Self::SameAddressTwoPasswords(on) => {
                Some(&on.there)
            }
            Self::AccountPasswordExpected(kind)
            | Self::MailboxPasswordExpected(kind)
            | Self::AppPasswordExpected(kind)
            | Self::ServicePasswordExpected(kind)
            | Self::TokenExpected(kind) => Some(&kind.there),
            Self::FixedUsernameExpected { there, .. }
            | Self::TryOtherPassword(there)
            | Self::TestMailboxPair(there)
            | Self::ResetAccountPassword(there)
            | Self::ResetMailboxPassword(there)
            | Self::ResetServicePassword(there)
            | Self::CreateAppPassword(there)
            | Self::NoPasswordYet(there)
            | Self::NoAccountYet(there)
            | Self::AskAdministrator(there)
            | Self::ApplicationPasswordNotForMail(there)
            | Self::SupportHasNoPasswords(there)
            | Self::NoPasswordWorks(there) => Some(there),
            _ => None,
        }
    }
}
