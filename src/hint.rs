//! The register: everything that can be said to a person, as codes and parameters, never a sentence, never the secret.
//!
//! Whatever is known of a code stands in its one row here. The types of the npm package, its `testing.js` and the table of
//! `docs/codes.md` are written from these rows by `tests/core/contract.rs`.

#[macro_use]
mod rows;
mod params;

use serde::Serialize;

pub use params::Param;
#[cfg(not(target_arch = "wasm32"))]
pub use params::{ParamEntry, ParamKind};

use params::{Told, Value};

use crate::identifier::{Edge, Hidden, Script};
use crate::names::names;
use crate::provider::{Destination, Wanted};
use crate::reply::Cause;
use crate::secret::{Smart, Wrapper};
use crate::text::pieces;

names! {
    /// What a hint is about.
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    #[non_exhaustive]
    pub enum Topic {
        /// The name field wants something else.
        Identifier = "identifier",
        /// The password field wants another kind.
        Password = "password",
        /// What was typed is no password at all.
        Exposure = "exposure",
        /// Keys and clipboard.
        Typing = "typing",
        /// The address as written.
        Spelling = "spelling",
        /// After a refusal.
        Recovery = "recovery",
    }
}

names! {
    /// Whether a hint asks for a change or only tells something.
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    #[non_exhaustive]
    pub enum Severity {
        /// Something is probably wrong.
        Warning = "warning",
        /// Something may be worth knowing.
        Info = "info",
    }
}

names! {
    /// The field of the form that a hint is about.
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    #[non_exhaustive]
    pub enum Field {
        /// The name.
        Identifier = "identifier",
        /// The secret.
        Password = "password",
        /// The name of the server that is signed in to.
        Server = "server",
    }
}

names! {
    /// How sure a hint is; one that is silent does not exist.
    pub(crate) enum Level {
        May = "may",
        Probably = "probably",
    }
}

impl Level {
    /// One step less sure.
    pub(crate) fn lowered(self) -> Option<Self> {
        match self {
            Self::Probably => Some(Self::May),
            Self::May => None,
        }
    }
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

/// What the register says of a code, for documents and tests.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct HintEntry {
    /// Its stable camelCase code.
    pub code: &'static str,
    /// What it means, in a sentence without a full stop.
    pub meaning: &'static str,
    /// What it is about.
    pub topic: Topic,
    /// The field that it is about; `None`: the parameter `field` says which.
    pub field: Option<Field>,
    /// Whether it warns; `None`: where the parameter `verdict` is `probably`.
    pub severity: Option<Severity>,
    /// Whether it tells of the secret; `None`: where the parameter `field` is `password`.
    pub private: Option<bool>,
    /// What it can be asked for.
    pub params: Vec<ParamEntry>,
}

// A row: what it means, its parameters, its code, its field, its severity, and whether it tells of the secret, be it what it is
// or how it is written; such hints stand in no event.
hints! {
    Identifier {
        /// A full e-mail address is wanted, and something else stands in the name field
        AddressExpected(wanted: Wanted) = "addressExpected", identifier, warning, public;
        /// The service has users of its own, such as `abcd_name`, and this is none
        ServiceUserExpected(wanted: Wanted) = "serviceUserExpected", identifier, warning, public;
        /// Calendars and contacts want the sync name, such as `AB12345`
        SyncNameExpected(wanted: Wanted) = "syncNameExpected", identifier, warning, public;
        /// A name is wanted, and an e-mail address was typed
        UsernameExpected(wanted: Wanted) = "usernameExpected", identifier, warning, public;
        /// Everybody types the same name here, `username`
        FixedUsernameExpected { there: Destination, username: &'static str } = "fixedUsernameExpected", identifier, warning, public;
        /// A mailbox is wanted, and the address is one of another mail provider
        AccountNotMailbox(on: OnDomain) = "accountNotMailbox", identifier, warning, public;
        /// What stands in the name field looks like a secret; it is never given back
        SecretInIdentifier = "secretInIdentifier", identifier, warning, public;
        /// An address of a hosted domain may be a mailbox without an account
        MailboxNotAccount(on: OnDomain) = "mailboxNotAccount", identifier, info, public;
        /// An address at this domain may be account and mailbox at once, with two passwords
        SameAddressTwoPasswords(on: OnDomain) = "sameAddressTwoPasswords", identifier, info, public;
    }
    Password {
        /// The account password is wanted, and this looks like one made for a device or program
        AccountPasswordExpected(kind: Kind) = "accountPasswordExpected", password, by_verdict, private;
        /// A password made for this very address is wanted
        MailboxPasswordExpected(kind: Kind) = "mailboxPasswordExpected", password, by_verdict, private;
        /// A password that the provider makes for one program is wanted
        AppPasswordExpected(kind: Kind) = "appPasswordExpected", password, by_verdict, private;
        /// The password of the service's own user is wanted
        ServicePasswordExpected(kind: Kind) = "servicePasswordExpected", password, by_verdict, private;
        /// An access token is wanted in the password's place
        TokenExpected(kind: Kind) = "tokenExpected", password, by_verdict, private;
    }
    Exposure {
        /// A code of a second factor
        OneTimeCodeTyped(verdict: Level) = "oneTimeCodeTyped", password, by_verdict, private;
        /// A code for the day when the second factor is lost
        RecoveryCodeTyped(verdict: Level) = "recoveryCodeTyped", password, by_verdict, private;
        /// An access token of some vendor, told by its prefix
        TokenTyped(verdict: Level) = "tokenTyped", password, by_verdict, private;
        /// The header of a private key
        PrivateKeyTyped(verdict: Level) = "privateKeyTyped", password, by_verdict, private;
        /// The recovery phrase of a wallet, its checksum right
        SeedPhraseTyped(verdict: Level) = "seedPhraseTyped", password, by_verdict, private;
        /// A card or account number, its check digits right
        PaymentNumberTyped(verdict: Level) = "paymentNumberTyped", password, by_verdict, private;
        /// The user name once more
        IdentifierTyped(verdict: Level) = "identifierTyped", password, by_verdict, private;
        /// A web address in place of a password
        UrlTyped(verdict: Level) = "urlTyped", password, by_verdict, private;
    }
    Typing {
        /// Caps Lock is on while the password is typed
        CapsLockOn = "capsLockOn", password, info, public;
        /// Capitals and small letters look swapped
        CaseInverted = "caseInverted", password, info, private;
        /// A space at an end that may have come with pasting
        EdgeSpace { field: Field, edge: Edge } = "edgeSpace", by_field, info, by_field;
        /// A character that nobody can see, and its kind
        InvisibleCharacter { field: Field, character: Hidden } = "invisibleCharacter", by_field, info, by_field;
        /// A dash, quotation mark or ellipsis that a program may have put in
        SmartPunctuation { character: Smart } = "smartPunctuation", password, info, private;
        /// A label, quotes or `user:` came along with the password
        WrapperTyped { wrapper: Wrapper } = "wrapperTyped", password, info, private;
        /// An accented letter made of two characters, after a refusal
        NotComposed = "notComposed", password, info, private;
    }
    Spelling {
        /// A mail domain that is near a known one
        DomainTypo { domain: String, suggestion: String } = "domainTypo", identifier, warning, public;
        /// A domain with letters of another alphabet that look Latin
        LookalikeDomain { domain: String, script: Script, letter: Option<char>, suggestion: Option<String> } = "lookalikeDomain", identifier, warning, public;
        /// It does not read as a plain e-mail address
        InvalidAddress { suggestion: Option<String> } = "invalidAddress", identifier, warning, public;
        /// A server whose name is near one of a known provider's
        ServerTypo { suggestion: String } = "serverTypo", server, warning, public;
        /// An address that the standards allow and hardly anybody has
        UnusualAddress = "unusualAddress", identifier, info, public;
    }
    Recovery {
        /// It was filled in: the password manager may have another one for this site
        PickOtherSaved = "pickOtherSaved", password, info, public;
        /// Show the password and compare it
        ShowPassword = "showPassword", password, info, public;
        /// There may be several passwords, one for each service
        TryOtherPassword(there: Destination) = "tryOtherPassword", password, info, public;
        /// Test the address with its password elsewhere before a new one is made
        TestMailboxPair(there: Destination) = "testMailboxPair", password, info, public;
        /// Set a new account password, and where
        ResetAccountPassword(there: Destination) = "resetAccountPassword", password, info, public;
        /// Create a new password of the address, and where
        ResetMailboxPassword(there: Destination) = "resetMailboxPassword", password, info, public;
        /// Set a new password of the service's user, and where
        ResetServicePassword(there: Destination) = "resetServicePassword", password, info, public;
        /// Create an app password, and where
        CreateAppPassword(there: Destination) = "createAppPassword", password, info, public;
        /// A new address has no password until one is created
        NoPasswordYet(there: Destination) = "noPasswordYet", password, info, public;
        /// A mailbox can exist without an account: ask to be invited
        NoAccountYet(there: Destination) = "noAccountYet", password, info, public;
        /// Somebody else manages this and can set a new password
        AskAdministrator(there: Destination) = "askAdministrator", password, info, public;
        /// This provider's application passwords do not open mailboxes
        ApplicationPasswordNotForMail(there: Destination) = "applicationPasswordNotForMail", password, info, private;
        /// Support cannot tell anybody a password
        SupportHasNoPasswords(there: Destination) = "supportHasNoPasswords", password, info, public;
        /// The server is none of the address's provider
        ServerNotOfAddress { provider: &'static str, name: &'static str } = "serverNotOfAddress", server, info, public;
        /// From the third refusal: more attempts may close the sign-in for a while
        PauseBeforeLockout = "pauseBeforeLockout", password, info, public;
        /// What stands in the field could be the secret that the provider makes: was it made for this account, is it still listed, is access for programs on
        CheckIssuedPassword(there: Destination) = "checkIssuedPassword", password, info, private;
        /// The server asks for a second factor: a password made for a program, or the code
        SecondFactorNeeded(there: Destination) = "secondFactorNeeded", password, info, public;
        /// A bare name was typed where most servers take the whole address
        TryWholeAddress = "tryWholeAddress", identifier, info, public;
        /// An address was typed where some servers take a login name of their own
        TryLoginName = "tryLoginName", identifier, info, public;
        /// Users and passwords of their own, made in the host's panel
        ServiceHasOwnUsers(there: Destination) = "serviceHasOwnUsers", identifier, info, public;
        /// The domain's mail may be with another host by now, or the address may be an alias
        AddressMoved = "addressMoved", identifier, info, public;
        /// The sign-in from this network, country or program is refused
        TryOtherNetwork = "tryOtherNetwork", password, info, public;
        /// Access for mail programs, or for one protocol, may be switched off
        SwitchAccessOn(there: Destination) = "switchAccessOn", password, info, public;
        /// The provider wants to see its person on the web once
        SignInOnTheWeb(there: Destination) = "signInOnTheWeb", password, info, public;
        /// The page has a button for single sign-on
        TrySingleSignOn = "trySingleSignOn", password, info, public;
        /// The server has not looked at the pair at all; `cause` says why
        PasswordNotChecked { cause: Cause } = "passwordNotChecked", password, info, public;
        /// The provider takes no password here; how to sign in instead
        NoPasswordWorks(there: Destination) = "noPasswordWorks", password, warning, public;
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

    /// The field beside which it is shown.
    pub fn field(&self) -> Field {
        let of_identifier = || self.0.params().says("field", Field::Identifier.as_str());
        self.0.own_field().unwrap_or_else(|| if of_identifier() { Field::Identifier } else { Field::Password })
    }

    /// Whether it warns or informs.
    pub fn severity(&self) -> Severity {
        let is_probable = || self.0.params().says("verdict", Level::Probably.as_str());
        self.0.own_severity().unwrap_or_else(|| if is_probable() { Severity::Warning } else { Severity::Info })
    }

    /// Whether it tells what the secret is or how it is written: nothing to be logged or counted.
    pub fn is_private(&self) -> bool {
        self.0.own_privacy().unwrap_or_else(|| self.field() == Field::Password)
    }

    /// What it knows besides, by name; what it does not know is not there.
    ///
    /// ```
    /// use passkind::{Credentials, Guard, GuardOptions, Observation, Param, Service};
    ///
    /// let guard = Guard::new(GuardOptions::new(Service::ACCOUNT))?;
    /// let assessment = guard.assess(&Credentials::new("anna@gmial.com", ""), Observation::default());
    /// let (name, meant) = assessment.hints[0].params().last().unwrap();
    /// assert_eq!((name, meant), ("suggestion", Param::Text("gmail.com")));
    /// # Ok::<(), passkind::Error>(())
    /// ```
    pub fn params(&self) -> impl ExactSizeIterator<Item = (&'static str, Param<'_>)> {
        self.0.params().0.into_iter()
    }
}
