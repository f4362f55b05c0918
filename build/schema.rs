//! What a provider's file may say: `providers/README.md` as types. Texts know where they stand.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

pub(crate) type Text = Spanned<String>;

/// `providers/<id>.toml`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct File {
    pub(crate) name: Text,
    #[serde(default)]
    pub(crate) help: Vec<Page>,
    #[serde(default)]
    pub(crate) password_words: Vec<Text>,
    #[serde(default)]
    pub(crate) sources: BTreeMap<Text, Source>,
    #[serde(default)]
    pub(crate) mail_domains: Vec<MailDomains>,
    #[serde(default)]
    pub(crate) spelling: Spelling,
    #[serde(default)]
    pub(crate) servers: Vec<Servers>,
    #[serde(default)]
    pub(crate) services: Vec<Service>,
    #[serde(default)]
    pub(crate) issued: Vec<Issued>,
    #[serde(default)]
    pub(crate) tokens: Vec<Tokens>,
    #[serde(default)]
    pub(crate) recovery_codes: Vec<RecoveryCodes>,
    #[serde(default)]
    pub(crate) password_policies: Vec<PasswordPolicy>,
    #[serde(default)]
    pub(crate) places: BTreeMap<Text, Place>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Source {
    pub(crate) url: Text,
    pub(crate) read: Text,
    /// Words of the page that a claim rests on, for whoever compares it again.
    #[serde(default)]
    #[allow(dead_code, reason = "for people, and for programs that fetch the page")]
    pub(crate) says: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Page {
    pub(crate) href: Text,
    #[serde(default)]
    pub(crate) languages: Vec<Text>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Link {
    pub(crate) rel: Rel,
    pub(crate) href: Text,
    #[serde(default)]
    pub(crate) languages: Vec<Text>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Spelling {
    #[serde(default)]
    pub(crate) targets: Vec<Text>,
    #[serde(default)]
    pub(crate) brands: Vec<Text>,
    #[serde(default)]
    pub(crate) slips: BTreeMap<Text, Vec<Text>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Identifier {
    #[serde(default)]
    pub(crate) forms: Vec<Form>,
    #[serde(default)]
    pub(crate) patterns: Vec<Text>,
    pub(crate) example: Option<Text>,
    pub(crate) place: Option<Text>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Groups {
    pub(crate) size: u8,
    pub(crate) separator: Separator,
    pub(crate) count: u8,
}

/// What every claim carries beside what it says.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Claim<'a> {
    pub(crate) sources: &'a [Text],
    pub(crate) confidence: Confidence,
    pub(crate) expires: &'a Text,
    pub(crate) changes_on: Option<&'a Text>,
}

macro_rules! claims {
    ($($(#[$doc:meta])* $name:ident { $($(#[$attribute:meta])* $field:ident: $type:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        #[allow(clippy::struct_field_names, reason = "keys are named for whoever writes a file")]
        pub(crate) struct $name {
            $($(#[$attribute])* pub(crate) $field: $type,)*
            sources: Vec<Text>,
            #[serde(default)]
            confidence: Confidence,
            expires: Text,
            changes_on: Option<Text>,
        }

        impl $name {
            pub(crate) fn claim(&self) -> Claim<'_> {
                Claim {
                    sources: &self.sources,
                    confidence: self.confidence,
                    expires: &self.expires,
                    changes_on: self.changes_on.as_ref(),
                }
            }
        }
    )*};
}

claims! {
    MailDomains {
        #[serde(default)]
        domains: Vec<Text>,
        #[serde(default)]
        brands: Vec<Text>,
        #[serde(default)]
        well_known: bool,
    }
    Servers {
        service: Text,
        protocol: Option<Protocol>,
        #[serde(default)]
        hosts: Vec<Text>,
        #[serde(default)]
        paths: Vec<Text>,
        #[serde(default = "yes")]
        foreign_addresses: bool,
    }
    Service {
        service: Text,
        protocol: Option<Protocol>,
        #[serde(default)]
        own_addresses: bool,
        #[serde(default)]
        identifier: Identifier,
        expects: Option<Spanned<Vec<Role>>>,
        #[serde(default)]
        no_password: bool,
        #[serde(default)]
        several: bool,
        #[serde(default)]
        after_refusal: bool,
        place: Option<Text>,
        #[serde(default)]
        used_at: Vec<Text>,
        #[serde(default)]
        links: Vec<Link>,
        issued_only: Option<IssuedOnly>,
        switch_on: Option<SwitchOn>,
    }
    IssuedOnly {
        #[serde(default)]
        legacy_secrets: bool,
        #[serde(default)]
        second_factor_only: bool,
    }
    SwitchOn {
        what: Spanned<Vec<Access>>,
        place: Option<Text>,
        #[serde(default)]
        links: Vec<Link>,
    }
    Issued {
        role: Role,
        pattern: Text,
        groups: Option<Groups>,
        length: Confidence,
        alphabet: Confidence,
    }
    Tokens {
        patterns: Spanned<Vec<Text>>,
        contains: Option<Text>,
        #[serde(default)]
        is_name: bool,
        #[serde(default)]
        opens: Vec<Text>,
    }
    RecoveryCodes {
        pattern: Text,
        #[serde(default)]
        anywhere: bool,
    }
    PasswordPolicy {
        service: Text,
        min_length: Spanned<u8>,
        max_length: Option<u16>,
        #[serde(default)]
        needs: Vec<Kind>,
        #[serde(default)]
        ascii: bool,
    }
    Place {
        en: Text,
        de: Text,
        fr: Text,
        es: Text,
        it: Text,
    }
}

impl Service {
    /// The secrets that open it; none where only the name is documented.
    pub(crate) fn roles(&self) -> &[Role] {
        self.expects.as_ref().map_or(&[], |roles| roles.get_ref())
    }

    /// Which of the file's rows it is: `services mailbox smtp`.
    pub(crate) fn what(&self) -> String {
        let mut what = format!("services {}", self.service.get_ref());
        if self.own_addresses {
            what += " own_addresses";
        }
        match self.protocol {
            Some(Protocol::Imap) => what + " imap",
            Some(Protocol::Smtp) => what + " smtp",
            Some(Protocol::Pop) => what + " pop",
            None => what,
        }
    }
}

impl Place {
    /// What it is called, language by language.
    pub(crate) fn texts(&self) -> impl Iterator<Item = (&'static str, &Text)> {
        [("de", &self.de), ("en", &self.en), ("es", &self.es), ("fr", &self.fr), ("it", &self.it)].into_iter()
    }
}

fn yes() -> bool {
    true
}

/// How much a claim can be relied on; its number is its place from 0.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Confidence {
    Low,
    Medium,
    #[default]
    High,
}

/// Words of the files, each with the number that stands for it in the texts: its place from 0.
macro_rules! words {
    ($($name:ident { $($word:ident),* })*) => {$(
        #[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
        #[serde(rename_all = "camelCase")]
        pub(crate) enum $name { $($word),* }
    )*};
}

words! {
    Role { AccountPassword, MailboxPassword, AppPassword, ServicePassword, ApiToken }
    Form { Address, LocalPart, ServiceUser, SyncName, CustomerNumber, Handle, Fixed, Name }
    Rel { Reset, Create, Help, SignIn }
    Protocol { Imap, Smtp, Pop }
    Access { Imap, Pop, Smtp, Programs }
    Kind { Lower, Upper, Digit, Symbol }
}

/// Between the groups in which a secret is shown.
#[derive(Clone, Copy, Debug, Deserialize)]
pub(crate) enum Separator {
    #[serde(rename = " ")]
    Blank,
    #[serde(rename = "-")]
    Hyphen,
}

impl Kind {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Lower => "lower",
            Self::Upper => "upper",
            Self::Digit => "digit",
            Self::Symbol => "symbol",
        }
    }
}
