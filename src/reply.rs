//! What the cause of a refusal is by a server's own words: rules that are data, of which the first that matches wins.
//!
//! The rules are `replies/rules.toml`. The npm package has the same ones in JavaScript (`www/reply.js`), so that no page loads them that
//! has no reply to read: the core knows the causes alone.

mod cause;
#[cfg(not(target_arch = "wasm32"))]
mod read;
#[cfg(not(target_arch = "wasm32"))]
mod words;

pub use cause::Cause;
#[cfg(not(target_arch = "wasm32"))]
pub use read::{Phrase, phrases};
