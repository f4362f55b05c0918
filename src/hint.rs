//! Everything that can be said to a person: codes and parameters, never a sentence, never the secret.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::identifier::{Edge, Hidden};
use crate::profile::Link;
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
pub(crate) struct Destination<'a> {
    pub(crate) provider: Option<&'a str>,
    pub(crate) service: &'a str,
    pub(crate) place: Option<&'a str>,
    pub(crate) links: &'a [Link],
}

/// An identifier of the provider's own make is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Wanted<'a> {
    pub(crate) there: Destination<'a>,
    pub(crate) example: Option<&'a str>,
}

/// What is said of an address's domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OnDomain<'a> {
    pub(crate) there: Destination<'a>,
    pub(crate) domain: String,
}

/// Another kind of secret is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Kind<'a> {
    pub(crate) verdict: Level,
    pub(crate) there: Destination<'a>,
    pub(crate) min_length: Option<u32>,
}

macro_rules! hints {
    ($($topic:ident { $($name:ident $({ $($field:ident: $type:ty),* })? $(($inner:ty))? = $code:literal,)* })*) => {
        /// One thing worth telling.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub(crate) enum HintKind<'a> { $($($name $({ $($field: $type),* })? $(($inner))?,)*)* }

        /// Every code, in the order of topics.
        const CODES: &[&str] = &[$($($code,)*)*];

        impl HintKind<'_> {
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
        AddressExpected(Wanted<'a>) = "addressExpected",
        ServiceUserExpected(Wanted<'a>) = "serviceUserExpected",
        SyncNameExpected(Wanted<'a>) = "syncNameExpected",
        UsernameExpected(Wanted<'a>) = "usernameExpected",
        FixedUsernameExpected { there: Destination<'a>, username: &'a str } = "fixedUsernameExpected",
        AccountNotMailbox(OnDomain<'a>) = "accountNotMailbox",
        SecretInIdentifier = "secretInIdentifier",
        MailboxNotAccount(OnDomain<'a>) = "mailboxNotAccount",
        SameAddressTwoPasswords(OnDomain<'a>) = "sameAddressTwoPasswords",
    }
    Password {
        AccountPasswordExpected(Kind<'a>) = "accountPasswordExpected",
        MailboxPasswordExpected(Kind<'a>) = "mailboxPasswordExpected",
        AppPasswordExpected(Kind<'a>) = "appPasswordExpected",
        ServicePasswordExpected(Kind<'a>) = "servicePasswordExpected",
        TokenExpected(Kind<'a>) = "tokenExpected",
    }
    Exposure {
        OneTimeCodeTyped(Level) = "oneTimeCodeTyped",
        IdentifierTyped(Level) = "identifierTyped",
        PaymentNumberTyped(Level) = "paymentNumberTyped",
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
        InvalidAddress { suggestion: Option<String> } = "invalidAddress",
        UnusualAddress = "unusualAddress",
    }
    Recovery {
        PickOtherSaved = "pickOtherSaved",
        ShowPassword = "showPassword",
        TryOtherPassword(Destination<'a>) = "tryOtherPassword",
        TestMailboxPair(Destination<'a>) = "testMailboxPair",
        ResetAccountPassword(Destination<'a>) = "resetAccountPassword",
        ResetMailboxPassword(Destination<'a>) = "resetMailboxPassword",
        ResetServicePassword(Destination<'a>) = "resetServicePassword",
        CreateAppPassword(Destination<'a>) = "createAppPassword",
        NoPasswordYet(Destination<'a>) = "noPasswordYet",
        NoAccountYet(Destination<'a>) = "noAccountYet",
        AskAdministrator(Destination<'a>) = "askAdministrator",
        ApplicationPasswordNotForMail(Destination<'a>) = "applicationPasswordNotForMail",
        SupportHasNoPasswords(Destination<'a>) = "supportHasNoPasswords",
        PauseBeforeLockout = "pauseBeforeLockout",
    }
}

/// One thing worth telling, to be shown in the reader's language by its [`code`](Hint::code).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint<'a>(HintKind<'a>);

impl Hint<'_> {
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
pub(crate) struct Hints<'a> {
    told: Vec<Hint<'a>>,
    /// Places at the end that are left free for now.
    pub(crate) kept: usize,
}

impl<'a> Hints<'a> {
    pub(crate) fn tell(&mut self, hint: HintKind<'a>) {
        if self.told.len() + self.kept < MOST_HINTS {
            self.told.push(Hint(hint));
        }
    }

    pub(crate) fn tell_any(&mut self, hint: Option<HintKind<'a>>) {
        if let Some(hint) = hint {
            self.tell(hint);
        }
    }

    pub(crate) fn into_vec(self) -> Vec<Hint<'a>> {
        self.told
    }
}

/// What crosses to JavaScript: `{ code, params }`.
impl Serialize for Hint<'_> {
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
    provider: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    service: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    links: Option<&'a [Link]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    example: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    username: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    domain: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    suggestion: Option<&'a str>,
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
}

impl<'a> Params<'a> {
    fn of(hint: &'a HintKind<'a>) -> Self {
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
            | HintKind::TokenExpected(kind) => {
                Self { verdict: Some(kind.verdict), min_length: kind.min_length, ..Self::there(kind.there) }
            }
            HintKind::OneTimeCodeTyped(verdict)
            | HintKind::IdentifierTyped(verdict)
            | HintKind::PaymentNumberTyped(verdict)
            | HintKind::UrlTyped(verdict) => Self { verdict: Some(*verdict), ..Self::default() },
            HintKind::EdgeSpace { field, edge } => Self { field: Some(*field), edge: Some(*edge), ..Self::default() },
            HintKind::InvisibleCharacter { field, character } => {
                Self { field: Some(*field), character: Some(character.as_str()), ..Self::default() }
            }
            HintKind::SmartPunctuation { character } => Self { character: Some(character.as_str()), ..Self::default() },
            HintKind::WrapperTyped { wrapper } => Self { wrapper: Some(*wrapper), ..Self::default() },
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
            | HintKind::SupportHasNoPasswords(there) => Self::there(*there),
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

    fn there(there: Destination<'a>) -> Self {
        Self {
            provider: there.provider,
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
