//! Secrets pasted with what stood around them.

use crate::identifier::Identifier;
use crate::names::names;
use crate::text::{pieces, split_once};

use super::is_random;

names! {
    /// What stands around a secret.
    pub(crate) enum Wrapper {
        /// `Password: ...`
        Label = "label",
        /// A matching pair.
        Quotes = "quotes",
        /// `anna@example.com:...`
        User = "user",
    }
}

/// What people call a secret, in the five languages, a line each; ASCII is compared without regard to case.
const LABELS: &str = "bearer\nclave\ncontrasen\u{303}a\ncontrasena\ncontraseña\ncontraseÑa\nkennwort\nmdp\nmot de passe\nparola\n\
    parola chiave\nparola d'ordine\nparola d’ordine\npass\npassphrase\npasswd\npassword\npasswort\npw\ntoken";

/// What opens and what closes, pair by pair.
const QUOTES: &str = "\"\"''``“”„“«»»«‘’‚‘‹›””";

/// Whether the text is a label, alone or as the first or last words of a longer one: `App password`, `Mot de passe de Anna`.
fn is_label(text: &str) -> bool {
    pieces(LABELS, b'\n').any(|label| {
        let head = text.get(..label.len()).is_some_and(|head| head.eq_ignore_ascii_case(label));
        let at = text.len().checked_sub(label.len());
        let tail = at.and_then(|at| text.get(at..)).is_some_and(|tail| tail.eq_ignore_ascii_case(label));
        let blank_after =
            text.get(label.len()..).is_some_and(|rest| rest.chars().next().is_none_or(char::is_whitespace));
        let blank_before = at.and_then(|at| text.get(..at)).is_some_and(|rest| rest.ends_with(' '));
        (head && blank_after) || (tail && blank_before)
    })
}

/// What is wrapped, and in what; `None` where the text stands alone.
pub(super) fn unwrap<'a>(text: &'a str, identifier: &Identifier<'_>) -> Option<(&'a str, Wrapper)> {
    let user = || {
        let (before, inner) = split_once(text, b':')?;
        let name = identifier.normal.text;
        let is_user = !before.is_empty()
            && (before.eq_ignore_ascii_case(name) || before.eq_ignore_ascii_case(identifier.local_part()));
        is_user.then_some((inner, Wrapper::User))
    };
    let label = || {
        let at = text.bytes().position(|b| b == b':' || b == b'=')?;
        let (before, inner) = (text.get(..at)?.trim(), text.get(at + 1..)?);
        // "pass:word" may be somebody's password: a short label counts only with a blank behind it.
        let is_apart = inner.chars().next().is_some_and(char::is_whitespace) || before.len() > 4;
        (is_apart && is_label(before)).then_some((inner, Wrapper::Label))
    };
    let quotes = || {
        let (first, last) = (text.chars().next()?, text.chars().next_back()?);
        let inner = text.get(first.len_utf8()..text.len().checked_sub(last.len_utf8())?)?;
        if first.is_ascii_alphanumeric() {
            return None;
        }
        let mut quotes = QUOTES.chars();
        while (quotes.next()?, quotes.next()?) != (first, last) {}
        // A generated password with symbols may begin and end with the same one.
        let is_plain = |c: char| !c.is_ascii_punctuation() || c == '-';
        (inner.chars().all(is_plain) || !is_random(text)).then_some((inner, Wrapper::Quotes))
    };
    let (inner, wrapper) = user().or_else(label).or_else(quotes)?;
    let inner = inner.trim();
    (!inner.is_empty()).then_some((inner, wrapper))
}
