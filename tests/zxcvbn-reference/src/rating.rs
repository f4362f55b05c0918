//! What both sides say of a password, in one line. Compiled into the reference program and into `tests/core/zxcvbn.rs`.

use std::hash::{BuildHasher, RandomState};
use std::sync::atomic::{AtomicU8, Ordering};
use std::thread;

use zxcvbn::zxcvbn;

/// Everything that zxcvbn answers but the time it took: guesses, score, feedback, and each match with all its fields.
///
/// Each password has a thread of its own. zxcvbn walks over `HashMap`s, and which of two equally good sequences it
/// finds first (now and then even the number of guesses) depends on their seed; a new thread starts from [`getrandom`].
pub(crate) fn line(password: &str) -> String {
    let password = password.to_owned();
    let rated = thread::spawn(move || {
        let entropy = zxcvbn(&password, &[]);
        let guesses = (entropy.guesses(), entropy.guesses_log10().to_bits());
        format!("{guesses:?} {:?} {:?} {:?}", entropy.score(), entropy.feedback(), entropy.sequence())
    });
    rated.join().unwrap_or_else(|_| "panicked".into())
}

/// Fills the lazy tables and the regex crates' caches, which take seeds too, so that from here on a thread's seeds go
/// to zxcvbn's own maps alone. The regex crates keep a cache for each of eight groups of threads: sixteen are enough.
///
/// # Panics
/// Where the seed is not ours: then equal answers would be luck, and unequal ones no proof.
pub(crate) fn warm_up() {
    let seed = || thread::spawn(|| RandomState::new().hash_one(0)).join().unwrap_or_default();
    assert_eq!(seed(), seed(), "getrandom of this platform is not replaced: run on Linux");
    for _ in 0..16 {
        line("aabaab 1.1.1991 4@8({ 11111991 zyxwvu\u{e9}\u{e9} qwerty 1999");
    }
}

/// Another value: another order of every `HashMap`. For measuring how much of zxcvbn's answer hangs on it.
pub(crate) static SEED: AtomicU8 = AtomicU8::new(0);

/// The C library's, replaced: the standard library takes the seeds of its hash maps from it.
///
/// # Safety
/// As of getrandom(2): `buffer` has room for `length` bytes.
#[expect(unsafe_code, reason = "the standard library has no other way to seed its hash maps")]
#[unsafe(no_mangle)]
pub(crate) unsafe extern "C" fn getrandom(buffer: *mut u8, length: usize, _flags: u32) -> isize {
    // SAFETY: the caller's promise.
    unsafe { buffer.write_bytes(SEED.load(Ordering::Relaxed), length) };
    isize::try_from(length).unwrap_or(-1)
}
