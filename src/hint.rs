//! Everything that can be said to a person: codes and parameters, never a sentence, never the secret.

mod crossing;

use serde::Serialize;

use crate::identifier::{Edge, Hidden, Script};
use crate::provider::{Destination, Wanted};
use crate::secret::{Smart, Wrapper};

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

/// How sure a hint is; one that is silent does not exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Level {
    May,
    Probably,
}

/// Which of the two fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Field {
    Identifier,
    Password,
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
        FixedUsernameExpected { there: Destination, username: &'static str } = "fixedUsernameExpected",
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
pub struct Hint(pub(crate) HintKind);

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
