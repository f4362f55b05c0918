//! How many guesses a new password withstands: zxcvbn's answer, for people who do not speak only English.
//!
//! zxcvbn rates what was typed and the same without its accents, knowing what the page knows (the identifier, the
//! provider, other passwords) and the common words of the reader's language; the lower answer counts.
//!
//! # What it deliberately does not do
//! It returns no token of the password and no exact number of guesses: an exact one can name a listed password. Rules
//! (length, sameness, breaches) are not here: they must answer where no WebAssembly runs, so `www/strength/policy.js` has them.

mod advice;
mod bound;
mod effort;
mod inputs;
mod words;

use serde::Serialize;
use zxcvbn::zxcvbn;

pub use advice::Advice;
pub use bound::at_least;
pub use effort::effort;

use words::Words;

/// What zxcvbn reads of a password; more is cut, here and there.
pub const RATED_CHARACTERS: usize = 100;

/// How a new password fares.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Rating {
    /// zxcvbn's: 0 under 10^3 guesses, 1 under 10^6, 2 under 10^8, 3 under 10^10, 4 from there on.
    pub score: u8,
    /// Decimal logarithm of the guesses, rounded to a whole number.
    pub guesses_log10: u8,
    /// What weakens it and what would help, the most useful first; nothing from score 3 on.
    pub hints: Vec<Advice>,
}

/// A new password, and what the person setting it can be expected to use in it.
#[derive(Clone, Copy)]
pub struct NewPassword<'a> {
    /// As typed.
    pub password: &'a str,
    /// Without accents and ligatures, the case kept: a browser does that for free (`www/strength.js`).
    pub folded: &'a str,
    /// Folded texts that are no secret to an attacker: identifier, provider, page, other passwords, the year.
    pub inputs: &'a [String],
}

/// Never shows the password.
impl std::fmt::Debug for NewPassword<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewPassword").finish_non_exhaustive()
    }
}

/// Rates new passwords in one language besides English.
#[derive(Debug, Default)]
pub struct Rater {
    words: Words,
}

impl Rater {
    /// Takes a language's common words and passwords, folded and lower-case: one a line, the most common first; an
    /// empty line holds a rank that another list already has.
    ///
    /// ```
    /// use passkind::strength::{NewPassword, Rater};
    ///
    /// let typed = NewPassword { password: "Fribourg1481", folded: "Fribourg1481", inputs: &[] };
    /// assert!(Rater::new("fribourg\n1481").rate(&typed).score < Rater::default().rate(&typed).score);
    /// ```
    pub fn new(list: &str) -> Self {
        Self { words: Words::new(list) }
    }

    /// Total: any text of any length has an answer. How long that takes is told before by [`effort`].
    pub fn rate(&self, new: &NewPassword) -> Rating {
        let (password, folded) = (first(new.password), first(new.folded));
        if password.is_empty() {
            return Rating { score: 0, guesses_log10: 0, hints: Vec::new() };
        }
        let inputs = inputs::parts(new.inputs, folded);
        let known = self.words.ranked(folded, &inputs);
        let mut answer = zxcvbn(password, &known);
        if folded != password {
            let plain = zxcvbn(folded, &known);
            if plain.guesses() < answer.guesses() {
                answer = plain;
            }
        }
        let hints = advice::of(&answer, self.words.holds(folded));
        Rating { score: answer.score().into(), guesses_log10: whole(answer.guesses_log10().round()), hints }
    }
}

/// Logarithms of 64-bit numbers end at 19.3; zxcvbn's of nothing is minus infinity.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what fits")]
fn whole(logarithm: f64) -> u8 {
    logarithm.clamp(0.0, 20.0) as u8
}

/// The part that is rated.
fn first(text: &str) -> &str {
    text.char_indices().nth(RATED_CHARACTERS).and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}
