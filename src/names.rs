//! Enumerations whose values are parameters of hints: each value with its name, once.

/// The enumeration, its names by `as_str`, and all of them in `NAMES`.
macro_rules! names {
    ($(#[$doc:meta])* $vis:vis enum $type:ident { $($(#[$value_doc:meta])* $value:ident = $name:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        $vis enum $type { $($(#[$value_doc])* $value,)* }

        impl $type {
            /// Every name, in the order of values.
            #[cfg(not(target_arch = "wasm32"))]
            #[allow(dead_code, reason = "of parameters only; the bench takes files without their users")]
            pub(crate) const NAMES: &'static [&'static str] = &[$($name),*];

            /// Its name in hints.
            pub(crate) fn as_str(self) -> &'static str {
                match self { $(Self::$value => $name,)* }
            }
        }
    };
}

pub(crate) use names;
