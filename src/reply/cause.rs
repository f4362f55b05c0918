//! Why a server has let nobody in.

/// The enumeration and its names.
macro_rules! causes {
    ($($(#[$doc:meta])* $value:ident = $name:literal,)*) => {
        /// What a server's reply says of a refusal. The last five say that the pair was not judged at all.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Cause { $($(#[$doc])* $value,)* }

        impl Cause {
            /// All of them, in the order of this list.
            pub const ALL: &'static [Self] = &[$(Self::$value),*];

            /// Its name, in camel case.
            pub fn as_str(self) -> &'static str {
                // Of no reply in a core that reads none: its names would be there for nothing.
                if cfg!(passkind_sign_in) {
                    return "";
                }
                match self { $(Self::$value => $name,)* }
            }

            /// The cause of that name.
            #[allow(clippy::should_implement_trait, reason = "another name is no error")]
            pub fn from_str(name: &str) -> Option<Self> {
                match name {
                    $($name => Some(Self::$value),)*
                    _ => None,
                }
            }
        }
    };
}

causes! {
    /// A password made for one program is wanted.
    AppPassword = "appPassword",
    /// An access token is wanted in the password's place.
    Token = "token",
    /// No password opens this.
    NoPasswords = "noPasswords",
    /// A code or a second factor is missing.
    SecondFactor = "secondFactor",
    /// Name or password is wrong, and nothing else is said.
    WrongPair = "wrongPair",
    /// The name is unknown or has the wrong form.
    Name = "name",
    /// Too many attempts.
    Locked = "locked",
    /// This account may not sign in.
    Admin = "admin",
    /// This address, country or network may not sign in.
    Network = "network",
    /// The password has expired or must be changed.
    Expired = "expired",
    /// IMAP, POP, SMTP or programs are switched off.
    AccessOff = "accessOff",
    /// Sign in on the web once.
    Browser = "browser",
    /// The server wants encryption first.
    Encryption = "encryption",
    /// No way of signing in that the server takes.
    Method = "method",
    /// This sender address may not be used.
    Sender = "sender",
    /// Busy, a limit, or a failure that passes.
    Busy = "busy",
    /// Something else: connection, host, quota, spam, protocol.
    Unrelated = "unrelated",
}
