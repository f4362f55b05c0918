//! The shell of the strength file: converts, calls, converts back. `strength.d.ts` says it in TypeScript.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;

use crate::strength::{self, NewPassword, Rater};

thread_local! {
    static RATER: RefCell<Rater> = RefCell::default();
}

/// Takes the words of the reader's language (`www/words/`), in place of those before.
#[wasm_bindgen]
pub fn learn(words: &str) {
    RATER.set(Rater::new(words));
}

/// Units of work that `rate` would take at most.
#[wasm_bindgen]
pub fn effort(password: &str, folded: &str) -> u32 {
    let again = if folded == password { 0 } else { strength::effort(folded) };
    strength::effort(password).saturating_add(again)
}

/// Decimal logarithm of guesses that `rate` would at least find.
#[wasm_bindgen(js_name = atLeast)]
pub fn at_least(password: &str, folded: &str, inputs: &js_sys::Array) -> u8 {
    let longest = texts(inputs).iter().map(|input| input.chars().count()).max().unwrap_or_default();
    strength::at_least(password, longest).min(strength::at_least(folded, longest))
}

/// A `Rating` of `src/strength.rs` as an object.
///
/// # Errors
/// Where the engine cannot make an object, which is none of ours.
#[wasm_bindgen]
pub fn rate(password: &str, folded: &str, inputs: &js_sys::Array) -> Result<JsValue, JsValue> {
    let inputs = texts(inputs);
    let rating = RATER.with_borrow(|rater| rater.rate(&NewPassword { password, folded, inputs: &inputs }));
    Ok(serde_wasm_bindgen::to_value(&rating)?)
}

/// What is no text is left out.
fn texts(inputs: &js_sys::Array) -> Vec<String> {
    inputs.iter().filter_map(|input| input.as_string()).collect()
}
