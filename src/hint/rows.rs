//! What is made of the register's rows: the kinds of hints, and all that is known of each.

macro_rules! field {
    (identifier) => {
        Some(Field::Identifier)
    };
    (password) => {
        Some(Field::Password)
    };
    (server) => {
        Some(Field::Server)
    };
    (by_field) => {
        None
    };
}

macro_rules! severity {
    (warning) => {
        Some(Severity::Warning)
    };
    (info) => {
        Some(Severity::Info)
    };
    (by_verdict) => {
        None
    };
}

macro_rules! private {
    (private) => {
        Some(true)
    };
    (public) => {
        Some(false)
    };
    (by_field) => {
        None
    };
}

macro_rules! hints {
    ($($topic:ident { $(
        #[doc = $meaning:literal]
        $name:ident $({ $($param:ident: $type:ty),* })? $(($inner:ident: $of:ty))? = $code:literal,
        $field:ident, $severity:ident, $privacy:ident;
    )* })*) => {
        /// One thing worth telling.
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[cfg_attr(passkind_sign_in, allow(dead_code, reason = "of causes this core knows none"))]
        pub(crate) enum HintKind { $($(
            #[doc = $meaning]
            $name $({ $($param: $type),* })? $(($of))?,
        )*)* }

        /// Every code, in the order of topics.
        const CODES: &[&str] = &[$($($code,)*)*];
        /// The same with blanks between: a table of pointers to them would be as long as they are.
        const CODES_IN_ONE: &str = concat!($($($code, " ",)*)*);

        impl HintKind {
            fn code(&self) -> &'static str {
                /// Places in the list.
                enum Place { $($($name,)*)* }
                let place = match self { $($(Self::$name { .. } => Place::$name,)*)* };
                pieces(CODES_IN_ONE, b' ').nth(place as usize).unwrap_or_default()
            }

            fn topic(&self) -> Topic {
                match self { $($(Self::$name { .. } => Topic::$topic,)*)* }
            }

            // Of the rest `None` says that a parameter decides.

            fn own_field(&self) -> Option<Field> {
                match self { $($(Self::$name { .. } => field!($field),)*)* }
            }

            fn own_severity(&self) -> Option<Severity> {
                match self { $($(Self::$name { .. } => severity!($severity),)*)* }
            }

            fn own_privacy(&self) -> Option<bool> {
                match self { $($(Self::$name { .. } => private!($privacy),)*)* }
            }

            /// All parameters: a new one is told without a line more.
            fn params(&self) -> Told<'_> {
                let mut told = Told::default();
                match self { $($(Self::$name $({ $($param),* })? $(($inner))? => {
                    $($($param.tell(stringify!($param), &mut told);)*)?
                    $($inner.tell(stringify!($inner), &mut told);)?
                })*)* }
                told
            }
        }

        impl Hint {
            /// What is known of every code, in the order of [`Hint::CODES`].
            #[cfg(not(target_arch = "wasm32"))]
            pub fn register() -> Vec<HintEntry> {
                vec![$($({
                    #[allow(unused_mut, reason = "of a code without parameters")]
                    let mut params = Vec::new();
                    $($(<$type as Value>::describe(stringify!($param), &mut params);)*)?
                    $(<$of as Value>::describe(stringify!($inner), &mut params);)?
                    HintEntry {
                        code: $code,
                        meaning: $meaning.trim_ascii(),
                        topic: Topic::$topic,
                        field: field!($field),
                        severity: severity!($severity),
                        private: private!($privacy),
                        params,
                    }
                }),*),*]
            }
        }
    };
}
