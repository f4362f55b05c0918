//! Everything that can be said to a person: codes and parameters, never a sentence, never the secret.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::identifier::{Edge, Hidden, Script};
use crate::profile::{Link, List, Service, Text};
use crate::shape::Wrapper;
use crate::verdict::Level;

/// More than three things at once are not read.
const MOST_HINTS: usize = 3;

/// What a hint is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum Topic {
    /// The name field wants something else.
    Identifier,
    /// The password field wants another kind.
    Password,
    /// What was typed is no password at all.
    Exposure,
    /// Keys and clipboard.
    Typing,
    /// The address as written.
    Spelling,
    /// After a refusal.
    Recovery,
}

/// Which of the two fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Field {
    Identifier,
    Password,
}

/// Punctuation that a keyboard or a word processor makes out of plain signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Smart {
    Dash,
    Quote,
    Ellipsis,
}

/// Where a hint sends its reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Destination {
    pub(crate) provider: Option<Text>,
    /// The provider, as people write it.
    pub(crate) name: Option<Text>,
    pub(crate) service: Service,
    pub(crate) place: Option<Text>,
    pub(crate) links: List<Link>,
}

/// An identifier of the provider's own make is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Wanted {
    pub(crate) there: Destination,
    pub(crate) example: Option<Text>,
}

/// What is said of an address's domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OnDomain {
    pub(crate) there: Destination,
    pub(crate) domain: String,
}

/// Another kind of secret is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Kind {
    pub(crate) verdict: Level,
    pub(crate) there: Destination,
    /// Characters of an issued secret, separators left out, where all have as many.
    pub(crate) length: Option<u32>,
    /// Characters of the shortest issued secret, where they differ.
    pub(crate) min_length: Option<u32>,
}

macro_rules! hints {
    ($($topic:ident { $($name:ident $({ $($field:ident: $type:ty),* })? $(($inner:ty))? = $code:literal,)* })*) => {
        /// One thing worth telling.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub(crate) enum HintKind { $($($name $({ $($field: $type),* })? $(($inner))?,)*)* }

        /// Every code, in the order of topics.
        const CODES: &[&str] = &[$($($code,)*)*];

        impl HintKind {
            fn code(&self) -> &'static str {
                match self { $($(Self::$name { .. } => $code,)*)* }
            }

            fn topic(&self) -> Topic {
                match self { $($(Self::$name { .. } => Topic::$topic,)*)* }
            }
        }
    };
}

hints! {
    Identifier {
        AddressExpected(Wanted) = "addressExpected",
        ServiceUserExpected(Wanted) = "serviceUserExpected",
        SyncNameExpected(Wanted) = "syncNameExpected",
        UsernameExpected(Wanted) = "usernameExpected",
        FixedUsernameExpected { there: Destination, username: Text } = "fixedUsernameExpected",
        AccountNotMailbox(OnDomain) = "accountNotMailbox",
        SecretInIdentifier = "secretInIdentifier",
        MailboxNotAccount(OnDomain) = "mailboxNotAccount",
        SameAddressTwoPasswords(OnDomain) = "sameAddressTwoPasswords",
    }
    Password {
        AccountPasswordExpected(Kind) = "accountPasswordExpected",
        MailboxPasswordExpected(Kind) = "mailboxPasswordExpected",
        AppPasswordExpected(Kind) = "appPasswordExpected",
        ServicePasswordExpected(Kind) = "servicePasswordExpected",
        TokenExpected(Kind) = "tokenExpected",
    }
    Exposure {
        OneTimeCodeTyped(Level) = "oneTimeCodeTyped",
        IdentifierTyped(Level) = "identifierTyped",
        PaymentNumberTyped(Level) = "paymentNumberTyped",
        PrivateKeyTyped(Level) = "privateKeyTyped",
        RecoveryCodeTyped(Level) = "recoveryCodeTyped",
        SeedPhraseTyped(Level) = "seedPhraseTyped",
        TokenTyped(Level) = "tokenTyped",
        UrlTyped(Level) = "urlTyped",
    }
    Typing {
        CapsLockOn = "capsLockOn",
        CaseInverted = "caseInverted",
        EdgeSpace { field: Field, edge: Edge } = "edgeSpace",
        InvisibleCharacter { field: Field, character: Hidden } = "invisibleCharacter",
        SmartPunctuation { character: Smart } = "smartPunctuation",
        WrapperTyped { wrapper: Wrapper } = "wrapperTyped",
        NotComposed = "notComposed",
    }
    Spelling {
        DomainTypo { domain: String, suggestion: String } = "domainTypo",
        LookalikeDomain { domain: String, script: Script, letter: Option<char>, suggestion: Option<String> } = "lookalikeDomain",
        InvalidAddress { suggestion: Option<String> } = "invalidAddress",
        UnusualAddress = "unusualAddress",
    }
    Recovery {
        PickOtherSaved = "pickOtherSaved",
        ShowPassword = "showPassword",
        TryOtherPassword(Destination) = "tryOtherPassword",
        TestMailboxPair(Destination) = "testMailboxPair",
        ResetAccountPassword(Destination) = "resetAccountPassword",
        ResetMailboxPassword(Destination) = "resetMailboxPassword",
        ResetServicePassword(Destination) = "resetServicePassword",
        CreateAppPassword(Destination) = "createAppPassword",
        NoPasswordYet(Destination) = "noPasswordYet",
        NoAccountYet(Destination) = "noAccountYet",
        AskAdministrator(Destination) = "askAdministrator",
        ApplicationPasswordNotForMail(Destination) = "applicationPasswordNotForMail",
        SupportHasNoPasswords(Destination) = "supportHasNoPasswords",
        PauseBeforeLockout = "pauseBeforeLockout",
        NoPasswordWorks(Destination) = "noPasswordWorks",
    }
}

/// One thing worth telling, to be shown in the reader's language by its [`code`](Hint::code).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint(HintKind);

impl Hint {
    /// Every code of this version, in the order of topics.
    pub const CODES: &'static [&'static str] = CODES;

    /// Its stable camelCase code; new ones come in minor releases.
    pub fn code(&self) -> &'static str {
        self.0.code()
    }

    /// What it is about.
    pub fn topic(&self) -> Topic {
        self.0.topic()
    }
}

/// The hints to be shown, in their order, until there are enough.
#[derive(Debug, Default)]
pub(crate) struct Hints {
    told: Vec<Hint>,
    /// Places at the end that are left free for now.
    pub(crate) kept: usize,
}

impl Hints {
    pub(crate) fn tell(&mut self, hint: HintKind) {
        if self.told.len() + self.kept < MOST_HINTS {
            self.told.push(Hint(hint));
        }
    }

    pub(crate) fn tell_any(&mut self, hint: Option<HintKind>) {
        if let Some(hint) = hint {
            self.tell(hint);
        }
    }

    pub(crate) fn into_vec(self) -> Vec<Hint> {
        self.told
    }
}

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

impl Smart {
    fn as_str(self) -> &'static str {
        match self {
            Self::Dash => "dash",
            Self::Quote => "quote",
            Self::Ellipsis => "ellipsis",
        }
    }
}
