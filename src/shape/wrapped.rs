//! Secrets pasted with what stood around them.

use serde::Serialize;

use crate::identifier::Identifier;

use super::is_random;

/// What stands around a secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Wrapper {
    /// `Password: ...`
    Label,
    /// A matching pair.
    Quotes,
    /// `anna@example.com:...`
    User,
}

/// What people call a secret, in the five languages; ASCII is compared without regard to case.
static LABELS: [&str; 20] = [
    "bearer",
    "clave",
    "contrasen\u{303}a",
    "contrasena",
    "contraseña",
    "contraseÑa",
    "kennwort",
    "mdp",
    "mot de passe",
    "parola",
    "parola chiave",
    "parola d'ordine",
    "parola d’ordine",
    "pass",
    "passphrase",
    "passwd",
    "password",
    "passwort",
    "pw",
    "token",
];

#[rustfmt::skip]
static QUOTES: [(char, char); 11] = [
    ('"', '"'), ('\'', '\''), ('`', '`'), ('“', '”'), ('„', '“'), ('«', '»'), ('»', '«'), ('‘', '’'), ('‚', '‘'), ('‹', '›'),
    ('”', '”'),
];

/// Whether the text is a label, alone or as the first or last words of a longer one: `App password`, `Mot de passe de Anna`.
fn is_label(text: &str) -> bool {
    LABELS.iter().any(|label| {
        let head = text.get(..label.len()).is_some_and(|head| head.eq_ignore_ascii_case(label));
        let at = text.len().checked_sub(label.len());
        let tail = at.and_then(|at| text.get(at..)).is_some_and(|tail| tail.eq_ignore_ascii_case(label));
        let blank_after =
            text.get(label.len()..).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\u{a0}']));
        let blank_before = at.and_then(|at| text.get(..at)).is_some_and(|rest| rest.ends_with(' '));
        (head && blank_after) || (tail && blank_before)
    })
}

/// What is wrapped, and in what; `None` where the text stands alone.
pub(super) fn unwrap<'a>(text: &'a str, identifier: &Identifier<'_>) -> Option<(&'a str, Wrapper)> {
    let user = || {
        let (before, inner) = text.split_once(':')?;
        let name = identifier.normal.text;
        let is_user = !before.is_empty()
            && (before.eq_ignore_ascii_case(name) || before.eq_ignore_ascii_case(identifier.local_part()));
        is_user.then_some((inner, Wrapper::User))
    };
    let label = || {
        let (before, inner) = text.split_once([':', '='])?;
        let before = before.trim_end();
        // "pass:word" may be somebody's password: a short label counts only with a blank behind it.
        let is_apart = inner.starts_with(char::is_whitespace) || before.len() > 4;
        (is_apart && is_label(before)).then_some((inner, Wrapper::Label))
    };
    let quotes = || {
        let pair = |(open, close): &(char, char)| text.strip_prefix(*open)?.strip_suffix(*close);
        let inner = QUOTES.iter().find_map(pair)?;
        // A generated password with symbols may begin and end with the same one.
        let is_plain = |c: char| !c.is_ascii_punctuation() || c == '-';
        (inner.chars().all(is_plain) || !is_random(text)).then_some((inner, Wrapper::Quotes))
    };
    let (inner, wrapper) = user().or_else(label).or_else(quotes)?;
    let inner = inner.trim();
    (!inner.is_empty()).then_some((inner, wrapper))
}
