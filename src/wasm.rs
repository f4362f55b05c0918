//! The border: converts, calls, converts back. It decides nothing.
//!
//! `core` is the shell of everything but strength, `strength` that of the feature of this name. The npm package has a file of each:
//! with `--cfg passkind_sign_in` the core leaves out what only a form with a field for its server and the provider's table need;
//! with `--cfg passkind_strength_alone` the second has no shell of the core, which is on the page already.

#[cfg(not(passkind_strength_alone))]
mod core;
mod memory;
#[cfg(feature = "strength")]
pub mod strength;
#[cfg(passkind_trap)]
mod trap;

#[cfg(not(any(passkind_sign_in, passkind_strength_alone)))]
pub use self::core::guide;
#[cfg(all(passkind_told, not(passkind_strength_alone)))]
pub use self::core::tell;
#[cfg(not(passkind_strength_alone))]
pub use self::core::{assess, buffer, open};
