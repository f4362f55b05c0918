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
        hint.serialize_field("params", &Params::of(&self.0))?;
        hint.end()
    }
}

/// All parameters that any hint has, as one flat object; one serialiser for all hints instead of one each.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Params<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    verdict: Option<Level>,
    #[serde(skip_serializing_if = "Option::is_none")]
    provider: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    service: Option<Service>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    links: Option<List<Link>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    example: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    username: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    domain: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    suggestion: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    length: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    min_length: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<Field>,
    #[serde(skip_serializing_if = "Option::is_none")]
    edge: Option<Edge>,
    #[serde(skip_serializing_if = "Option::is_none")]
    character: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    wrapper: Option<Wrapper>,
    #[serde(skip_serializing_if = "Option::is_none")]
    script: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    letter: Option<char>,
}

impl<'a> Params<'a> {
    fn of(hint: &'a HintKind) -> Self {
        match hint {
            HintKind::AddressExpected(wanted)
            | HintKind::ServiceUserExpected(wanted)
            | HintKind::SyncNameExpected(wanted)
            | HintKind::UsernameExpected(wanted) => Self { example: wanted.example, ..Self::there(wanted.there) },
            HintKind::FixedUsernameExpected { there, username } => {
                Self { username: Some(username), ..Self::there(*there) }
            }
            HintKind::AccountNotMailbox(on)
            | HintKind::MailboxNotAccount(on)
            | HintKind::SameAddressTwoPasswords(on) => Self { domain: Some(&on.domain), ..Self::there(on.there) },
            HintKind::AccountPasswordExpected(kind)
            | HintKind::MailboxPasswordExpected(kind)
            | HintKind::AppPasswordExpected(kind)
            | HintKind::ServicePasswordExpected(kind)
            | HintKind::TokenExpected(kind) => Self {
                verdict: Some(kind.verdict),
                length: kind.length,
                min_length: kind.min_length,
                ..Self::there(kind.there)
            },
            HintKind::OneTimeCodeTyped(verdict)
            | HintKind::IdentifierTyped(verdict)
            | HintKind::PaymentNumberTyped(verdict)
            | HintKind::PrivateKeyTyped(verdict)
            | HintKind::RecoveryCodeTyped(verdict)
            | HintKind::SeedPhraseTyped(verdict)
            | HintKind::TokenTyped(verdict)
            | HintKind::UrlTyped(verdict) => Self { verdict: Some(*verdict), ..Self::default() },
            HintKind::EdgeSpace { field, edge } => Self { field: Some(*field), edge: Some(*edge), ..Self::default() },
            HintKind::InvisibleCharacter { field, character } => {
                Self { field: Some(*field), character: Some(character.as_str()), ..Self::default() }
            }
            HintKind::SmartPunctuation { character } => Self { character: Some(character.as_str()), ..Self::default() },
            HintKind::WrapperTyped { wrapper } => Self { wrapper: Some(*wrapper), ..Self::default() },
            HintKind::DomainTypo { domain, suggestion } => {
                Self { domain: Some(domain), suggestion: Some(suggestion), ..Self::default() }
            }
            HintKind::LookalikeDomain { domain, script, letter, suggestion } => Self {
                domain: Some(domain),
                script: Some(script.as_str()),
                letter: *letter,
                suggestion: suggestion.as_deref(),
                ..Self::default()
            },
            HintKind::InvalidAddress { suggestion } => Self { suggestion: suggestion.as_deref(), ..Self::default() },
            HintKind::TryOtherPassword(there)
            | HintKind::TestMailboxPair(there)
            | HintKind::ResetAccountPassword(there)
            | HintKind::ResetMailboxPassword(there)
            | HintKind::ResetServicePassword(there)
            | HintKind::CreateAppPassword(there)
            | HintKind::NoPasswordYet(there)
            | HintKind::NoAccountYet(there)
            | HintKind::AskAdministrator(there)
            | HintKind::ApplicationPasswordNotForMail(there)
            | HintKind::SupportHasNoPasswords(there)
            | HintKind::NoPasswordWorks(there) => Self::there(*there),
            HintKind::SecretInIdentifier
            | HintKind::CapsLockOn
            | HintKind::CaseInverted
            | HintKind::NotComposed
            | HintKind::UnusualAddress
            | HintKind::PickOtherSaved
            | HintKind::ShowPassword
            | HintKind::PauseBeforeLockout => Self::default(),
        }
    }

    fn there(there: Destination) -> Self {
        Self {
            provider: there.provider,
            name: there.name,
            service: Some(there.service),
            place: there.place,
            links: Some(there.links),
            ..Self::default()
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
