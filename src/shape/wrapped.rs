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

/// What people call a secret, in the five languages; small letters, compared without regard to case.
static LABELS: [&str; 15] = [
    "clave",
    "contrasena",
    "contraseña",
    "kennwort",
    "mdp",
    "mot de passe",
    "parola chiave",
    "parola d'ordine",
    "pass",
    "passphrase",
    "passwd",
    "password",
    "passwort",
    "pw",
    "pwd",
];

static QUOTES: [(char, char); 8] =
    [('"', '"'), ('\'', '\''), ('`', '`'), ('“', '”'), ('„', '“'), ('«', '»'), ('‘', '’'), ('‹', '›')];

/// What is wrapped, and in what; `None` where the text stands alone.
pub(super) fn unwrap<'a>(text: &'a str, identifier: &Identifier<'_>) -> Option<(&'a str, Wrapper)> {
    let user = || {
        let (before, inner) = text.split_once(':')?;
        let name = identifier.normal.text;
        let is_user = !before.is_empty() && (before.eq_ignore_ascii_case(name) || before == identifier.local_part());
        is_user.then_some((inner, Wrapper::User))
    };
    let label = || {
        let (before, inner) = text.split_once([':', '='])?;
        let before = before.trim_end();
        // "pass:word" may be somebody's password: a short label counts only with a blank behind it.
        let is_apart = inner.starts_with(char::is_whitespace) || before.len() > 4;
        let is_label = is_apart && LABELS.iter().any(|label| label.eq_ignore_ascii_case(before));
        is_label.then_some((inner, Wrapper::Label))
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
