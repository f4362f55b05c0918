//! The boundary in a real browser: `wasm-pack test --headless --chrome -- --test web`.
#![cfg(target_arch = "wasm32")]

use std::ffi::CStr;
use std::ptr;
use std::sync::atomic::{AtomicU32, Ordering};

use passkind::wasm::{self, buffer};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// As `cross` in `www/guard/guard.js`: texts side by side into the buffer, an answer out of it, up to a zero byte.
#[expect(unsafe_code, reason = "linear memory is JavaScript's to write and to read; here nobody else is JavaScript")]
fn cross(texts: &[&str], ask: impl FnOnce() -> *const u8) -> String {
    let bytes = texts.concat();
    // SAFETY: the buffer is as long as the texts, and nothing else holds it.
    unsafe { ptr::copy_nonoverlapping(bytes.as_ptr(), buffer(bytes.len()), bytes.len()) };
    // SAFETY: an answer ends with a zero byte, and lives until the next call.
    let answer = unsafe { CStr::from_ptr(ask().cast()) };
    answer.to_string_lossy().into_owned()
}

fn open(options: &str) -> String {
    cross(&[options], || wasm::open(options.len()))
}

fn assess(guard: u32, identifier: &str, host: &str, password: &str, refused: u32, facts: u32) -> String {
    let lengths = (identifier.len(), host.len(), password.len());
    cross(&[identifier, host, password], || wasm::assess(guard, lengths.0, lengths.1, lengths.2, 0, 0, refused, facts))
}

fn guide(guard: u32) -> String {
    cross(&[], || wasm::guide(guard))
}

/// The lines of `encode` in `www/guard/options.js` for a service of Infomaniak.
fn options(service: &str) -> String {
    format!("{service}\ninfomaniak\n0\n\n\n0")
}

/// The place of the guard with these options: the tests share one instance.
fn opened(options: &str) -> u32 {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    assert_eq!(open(options), "");
    COUNT.fetch_add(1, Ordering::Relaxed)
}

#[wasm_bindgen_test]
fn a_wrong_kind_is_told_in_json() {
    let guard = opened(&options("mailbox"));
    let answer = assess(guard, "anna@ik.me", "", "Sommer24!", 0, 0);
    assert!(answer.starts_with("{\"status\":\"ok\",\"verdict\":\"may\""), "{answer}");
    assert!(answer.contains("mailboxPasswordExpected") && !answer.contains("Sommer24!"));
}

#[wasm_bindgen_test]
fn bits_are_what_the_page_saw() {
    let guard = opened(&options("account"));
    let told = |facts, refused| assess(guard, "anna@ik.me", "", "Kirschbaum7!", refused, facts);
    assert!(told(1, 0).contains("capsLockOn"));
    assert!(!told(1 | 4, 0).contains("capsLockOn"), "pasted");
    assert!(told(8, 1).contains("pickOtherSaved"), "autofilled");
    assert!(told(16, 1).contains("notComposed"));
    assert!(told(0, 3).contains("pauseBeforeLockout"));
}

#[wasm_bindgen_test]
fn the_platforms_host_is_believed() {
    let guard = opened(&options("account"));
    let answer = assess(guard, "anna@bücher.example", "xn--bcher-kva.example", "", 0, 0);
    assert!(answer.contains("\"domain\":\"xn--bcher-kva.example\""), "{answer}");
}

#[wasm_bindgen_test]
fn faults_are_lines() {
    assert!(open("ftp\nnobody\n0\n\n\n0").starts_with("unknownProvider\nprovider\none of "));
    assert!(open("nothing\n\n0\n\n\n0").starts_with("unknownService\nservice\none of account"));
    assert!(open("").starts_with("unknownService"), "no lines at all are answered, too");
}

#[wasm_bindgen_test]
fn own_profiles_cross() {
    let profile = "own\nOwn Host\nown.example\n1\nmailbox\n\n1\n0\n0\n\n\n1\n1\n1\n2\n0\n0\n\n\n0\n0\n0\n\n0\n0\n0\n\n\n1\n1\n[a-z]{16}\n1\n4\n1\n4\n2\n2\n\n\n0\n0\n0\n";
    let guard = opened(&format!("mailbox\nown\n0\n\n\n1\n{profile}"));
    assert!(guide(guard).contains("Own Host"));
    assert!(assess(guard, "anna@own.example", "", "Sommer24!", 0, 0).contains("\"verdict\":\"probably\""));
    assert!(assess(guard, "anna@own.example", "", "kfzq-wnrt-bxmd-hjvp", 0, 0).contains("\"verdict\":\"silent\""));
}

#[wasm_bindgen_test]
fn any_text_is_answered() {
    let guard = opened(&options("account"));
    for text in ["\0", "\u{fffd}", "e\u{301}\u{301}\u{301}", &"@".repeat(100_000), &"😀".repeat(10_000)] {
        assert!(assess(guard, text, text, text, u32::MAX, u32::MAX).starts_with("{\"status\":\"ok\""));
    }
}
