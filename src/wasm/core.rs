//! The shell of the core.
//!
//! Texts lie side by side in a buffer in linear memory, their lengths come as arguments, one JSON text goes out: fewer and smaller
//! calls, and a smaller file, than objects built value by value (DESIGN.md has the figures). The types are in `wasm/types.d.ts`.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;

use super::memory;
#[cfg(passkind_trap)]
use super::trap;
#[cfg(not(passkind_sign_in))]
use crate::Cause;
use crate::json::json;
use crate::provider::wire::Wire;
use crate::text::glue;
use crate::{Credentials, Guard, GuardOptions, Input, Observation, Service};

/// Bits of the observation and of the platform's facts, as `www/guard/guard.js` sets them.
const CAPS_LOCK: u32 = 1;
const TYPED: u32 = 2;
const PASTED: u32 = 4;
const AUTOFILLED: u32 = 8;
const PASSWORD_NOT_COMPOSED: u32 = 16;
const SERVER_INFERRED: u32 = 32;
const SINGLE_SIGN_ON: u32 = 64;

thread_local! {
    /// The guards of this instance, each known to JavaScript by its place: classes of wasm-bindgen cost more.
    static GUARDS: RefCell<Vec<Guard>> = const { RefCell::new(Vec::new()) };
    /// What crosses, one way and then the other.
    static CROSSING: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Asks the guard in that place; an empty text where there is none.
fn ask(guard: u32, question: impl FnOnce(&Guard) -> Vec<u8>) -> Vec<u8> {
    GUARDS.with_borrow(|guards| guards.get(guard as usize).map(question)).unwrap_or_default()
}

/// Clears the buffer and makes it that many bytes long; returns its address.
#[wasm_bindgen]
pub fn buffer(bytes: usize) -> *mut u8 {
    CROSSING.with_borrow_mut(|crossing| {
        *crossing = vec![0; bytes];
        crossing.as_mut_ptr()
    })
}

/// Replaces what was written into the buffer by the answer to it, which ends with a zero byte; returns its address.
fn answer(question: impl FnOnce(&[u8]) -> Vec<u8>) -> *const u8 {
    CROSSING.with_borrow_mut(|crossing| {
        let mut answer = question(crossing);
        answer.push(0);
        *crossing = answer;
        crossing.as_ptr()
    })
}

/// Takes the table of all providers (`providers/all.txt`), before the first guard that needs it. Once an instance.
#[cfg(passkind_told)]
#[wasm_bindgen]
pub fn tell(table: usize) -> *const u8 {
    answer(|crossing| {
        crate::Profile::tell(memory::text(crossing, 0, table));
        Vec::new()
    })
}

/// What the lines of `encode` in `www/guard/options.js` ask for: one guard more, in the next place from 0; answers with what is
/// wrong with them instead: code, option and what is allowed, a line each.
#[wasm_bindgen]
pub fn open(options: usize) -> *const u8 {
    answer(|crossing| match Guard::new(read_options(memory::text(crossing, 0, options))) {
        Ok(guard) => {
            GUARDS.with_borrow_mut(|guards| guards.push(guard));
            Vec::new()
        }
        Err(error) => glue(&[error.code(), "\n", error.option(), "\n", error.allowed()]).into_bytes(),
    })
}

fn read_options(lines: &str) -> GuardOptions {
    let mut wire = Wire::new(lines);
    let mut read = GuardOptions::new(Service::named(wire.text()));
    read.provider = Some(wire.str().to_owned()).filter(|id| !id.is_empty());
    read.hosted_domains = wire.list(|wire| wire.str().to_owned());
    read.today = wire.day();
    read.explain_before_refusal = wire.str() == "always";
    read.profiles = wire.list(Wire::profile);
    read
}

/// An `Assessment` in JSON, of the identifier, its host in ASCII, the password, the server and the name of the cause that its reply tells:
/// so many bytes each, one after another.
#[wasm_bindgen]
#[allow(clippy::too_many_arguments, reason = "numbers alone cross")]
pub fn assess(
    guard: u32,
    identifier: usize,
    host: usize,
    password: usize,
    server: usize,
    cause: usize,
    refused: u32,
    facts: u32,
) -> *const u8 {
    answer(|crossing| {
        let mut end = 0_usize;
        let mut next = |bytes: usize| {
            let from = end;
            end = end.saturating_add(bytes);
            memory::text(crossing, from, bytes)
        };
        let (identifier, host, password, server) = (next(identifier), next(host), next(password), next(server));
        let cause = next(cause);
        #[cfg(passkind_trap)]
        trap::if_asked(identifier, password);
        let ascii_host = Some(host).filter(|host| !host.is_empty());
        let is_composed = facts & PASSWORD_NOT_COMPOSED == 0;
        let credentials = Credentials::with_facts(identifier, ascii_host, password, is_composed);
        #[cfg(passkind_sign_in)]
        let _ = (server, SERVER_INFERRED, cause);
        #[cfg(not(passkind_sign_in))]
        let credentials = match facts & SERVER_INFERRED {
            0 => credentials.at_server(server),
            _ => credentials.at_inferred_server(server),
        };
        let input = match facts & (TYPED | PASTED | AUTOFILLED) {
            TYPED => Some(Input::Typed),
            PASTED => Some(Input::Pasted),
            AUTOFILLED => Some(Input::Autofilled),
            _ => None,
        };
        #[cfg(passkind_sign_in)]
        let cause = None;
        #[cfg(not(passkind_sign_in))]
        let cause = Cause::from_str(cause);
        let (caps_lock, single_sign_on) = (facts & CAPS_LOCK != 0, facts & SINGLE_SIGN_ON != 0);
        let observation = Observation { caps_lock, input, refused, cause, single_sign_on };
        ask(guard, |guard| json(&guard.assess(&credentials, observation)))
    })
}

/// A `Guide` in JSON.
#[cfg(not(passkind_sign_in))]
#[wasm_bindgen]
pub fn guide(guard: u32) -> *const u8 {
    answer(|_| ask(guard, |guard| json(&guard.guide())))
}
