//! The shell: converts, calls, converts back. It decides nothing.
//!
//! One text comes in with the options, plain arguments with each pair of fields, one JSON text goes out: fewer and
//! smaller crossings, and a smaller file, than objects built value by value (DESIGN.md has the figures).

mod json;
mod memory;
#[cfg(passkind_trap)]
mod trap;
mod wire;

use std::cell::RefCell;

use wasm_bindgen::prelude::*;

use json::json;

#[cfg(passkind_packed)]
use crate::Profile;
use crate::{Credentials, Explain, Guard, GuardOptions, Input, Observation, Service};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("wasm/types.d.ts");

/// Bits of the observation and of the platform's facts, as `www/guard.js` sets them.
const CAPS_LOCK: u32 = 1;
const TYPED: u32 = 2;
const PASTED: u32 = 4;
const AUTOFILLED: u32 = 8;
const PASSWORD_NOT_COMPOSED: u32 = 16;

thread_local! {
    /// The guards of this instance, each known to JavaScript by its place: classes of wasm-bindgen cost more.
    static GUARDS: RefCell<Vec<Guard>> = const { RefCell::new(Vec::new()) };
}

/// The built-in profiles, which the package carries as text (`examples/pack.rs`); read once, when first asked for.
#[cfg(passkind_packed)]
pub(crate) fn packed_profiles() -> &'static [Profile] {
    thread_local! {
        static PROFILES: &'static [Profile] =
            wire::Wire::new(include_str!(env!("PASSKIND_PROFILES"))).list(wire::Wire::profile).leak();
    }
    PROFILES.with(|profiles| *profiles)
}

/// Asks the guard in that place; an empty text where there is none.
fn ask(guard: u32, question: impl FnOnce(&Guard) -> String) -> String {
    GUARDS.with_borrow(|guards| guards.get(guard as usize).map(question)).unwrap_or_default()
}

/// Takes the lines of `encode` in `www/options.js` and opens one guard more, in the next place from 0; answers with what is
/// wrong with them instead: code, option and what is allowed, a line each.
#[wasm_bindgen]
pub fn open(options: &str) -> String {
    let mut wire = wire::Wire::new(options);
    let mut read = GuardOptions::new(Service::named(wire.text()));
    read.provider = Some(wire.text()).filter(|id| !id.is_empty());
    read.hosted_domains = wire.list(|wire| wire.str().to_owned());
    read.today = wire.day();
    read.explain = if wire.str() == "always" { Explain::Always } else { Explain::AfterRefusal };
    read.profiles = wire.list(wire::Wire::profile);
    match Guard::new(read) {
        Ok(guard) => GUARDS.with_borrow_mut(|guards| guards.push(guard)),
        Err(error) => return [error.code(), "\n", error.option(), "\n", error.allowed()].concat(),
    }
    String::new()
}

/// An `Assessment` in JSON.
#[wasm_bindgen]
pub fn assess(guard: u32, identifier: &str, ascii_host: &str, password: &str, refused: u32, facts: u32) -> String {
    #[cfg(passkind_trap)]
    trap::if_asked(identifier, password);
    let ascii_host = Some(ascii_host).filter(|host| !host.is_empty());
    let credentials = Credentials::with_facts(identifier, ascii_host, password, facts & PASSWORD_NOT_COMPOSED == 0);
    let input = match facts & (TYPED | PASTED | AUTOFILLED) {
        TYPED => Some(Input::Typed),
        PASTED => Some(Input::Pasted),
        AUTOFILLED => Some(Input::Autofilled),
        _ => None,
    };
    let observation = Observation { caps_lock: facts & CAPS_LOCK != 0, input, refused };
    ask(guard, |guard| json(&guard.assess(&credentials, observation)))
}

/// A `Guide` in JSON.
#[wasm_bindgen]
pub fn guide(guard: u32) -> String {
    ask(guard, |guard| json(&guard.guide()))
}
