//! Secrets that a provider makes: what speaks for one, and what a text lacks to be one.

use std::borrow::Cow;

use crate::pattern::Case;
use crate::provider::{Confidence, Groups, IssuedSecret};

use super::{is_random, token, words};

/// How a text resembles an issued secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Likeness {
    /// In the exact grouping in which the provider shows it.
    Grouped,
    /// By documented length and signs alone.
    Plain,
}

/// Signs from which nobody types a text that is neither words nor a placeholder.
const RANDOM_ENOUGH: usize = 20;

/// How the text resembles the secret; `None` for words, placeholders, and where length and signs are not documented.
pub(crate) fn likeness(secret: &IssuedSecret, text: &str) -> Option<Likeness> {
    if secret.length != Confidence::Low
        && let Some(joined) = secret.groups.and_then(|groups| ungrouped(text, groups))
        && secret.pattern.matches(&joined, Case::Differs)
        && joined.bytes().any(|b| b.is_ascii_alphabetic())
    {
        return (!words::is_words(text) && !is_placeholder(text)).then_some(Likeness::Grouped);
    }
    if secret.alphabet != Confidence::High || secret.length != Confidence::High || !could_be(secret, text) {
        return None;
    }
    // Without its groups a shorter one must look random besides: keyboard walks have the length and the signs, too.
    let classes = [u8::is_ascii_lowercase, u8::is_ascii_uppercase, u8::is_ascii_digit];
    let classes = classes.iter().filter(|class| text.bytes().any(|b| class(&b))).count();
    let looks_random = is_random(text) || (classes > 1 && text.len() >= RANDOM_ENOUGH);
    looks_random.then_some(Likeness::Plain)
}

/// Whether the text has the secret's length and signs, and is nothing that a person would have put together.
pub(crate) fn could_be(secret: &IssuedSecret, text: &str) -> bool {
    fits(secret, text)
        && !is_placeholder(text)
        && !words::is_words(text)
        && text.bytes().any(|b| b.is_ascii_alphabetic())
}

/// Whether the text has the secret's length and signs, however it is grouped.
pub(crate) fn fits(secret: &IssuedSecret, text: &str) -> bool {
    secret.pattern.matches(&joined(secret, text), Case::Differs)
}

/// What the text lacks to be the secret, as the confidence of that part; `None` where it could be one.
pub(crate) fn lack(secret: &IssuedSecret, text: &str) -> Option<Confidence> {
    if fits(secret, text) {
        return None;
    }
    let (least, most) = secret.pattern.lengths();
    let has_length = (least..=most).contains(&joined(secret, text).chars().count());
    Some(if has_length { secret.alphabet } else { secret.length })
}

/// The text without the secret's separators.
fn joined<'a>(secret: &IssuedSecret, text: &'a str) -> Cow<'a, str> {
    match secret.groups {
        Some(groups) => Cow::Owned(text.chars().filter(|c| !is_separator(groups, *c)).collect()),
        None => Cow::Borrowed(text),
    }
}

/// The text without separators, if it stands in such groups.
fn ungrouped(text: &str, groups: Groups) -> Option<String> {
    let mut joined = String::new();
    let (mut size, mut count) = (0, 1);
    for c in text.chars() {
        if !is_separator(groups, c) {
            joined.push(c);
            size += 1;
        } else if size == groups.size {
            (size, count) = (0, count + 1);
        } else {
            return None;
        }
    }
    (size == groups.size && count >= groups.count).then_some(joined)
}

/// Any blank does for a blank: a no-break space comes along from web pages.
fn is_separator(groups: Groups, c: char) -> bool {
    c == groups.separator || (groups.separator == ' ' && c.is_whitespace())
}

/// Letters and digits from which a run or a repeat is documentation's; a shorter one, as `12345678`, is a password.
const LONG_ENOUGH: usize = 12;

/// What documentation shows instead of a secret: `abcd efgh ijkl mnop`, `xxxx xxxx xxxx xxxx`.
pub(crate) fn is_placeholder(text: &str) -> bool {
    let (mut count, mut has_letter, mut before) = (0, false, 0);
    // Whether each is the next after the one before it, or the same.
    let (mut is_run, mut is_repeat) = (true, true);
    for sign in text.bytes() {
        if sign.is_ascii_alphanumeric() {
            let sign = sign.to_ascii_lowercase();
            is_run &= count == 0 || sign == before + 1;
            is_repeat &= count == 0 || sign == before;
            has_letter |= sign.is_ascii_alphabetic();
            (before, count) = (sign, count + 1);
        }
    }
    (count >= LONG_ENOUGH && has_letter && (is_run || is_repeat)) || is_named(text) || token::is_example(text)
}

/// `your-app-password`, `YOUR_TOKEN`.
fn is_named(text: &str) -> bool {
    let starts = text.get(..4).is_some_and(|head| head.eq_ignore_ascii_case("your"));
    let ends = |word: &str| {
        text.len()
            .checked_sub(word.len())
            .and_then(|at| text.get(at..))
            .is_some_and(|end| end.eq_ignore_ascii_case(word))
    };
    starts && ["password", "token", "key"].into_iter().any(ends)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::provider::{Profile, Role};

    fn device_password() -> &'static IssuedSecret {
        let profile = Profile::built_in("infomaniak").unwrap();
        profile.issued.iter().find(|secret| secret.role == Role::MailboxPassword).unwrap()
    }

    #[test]
    fn the_grouping_speaks_for_a_device_password_and_words_do_not() {
        // (text, likeness, reason)
        let table = [
            ("kfzq wnrt bxmd hjvp", Some(Likeness::Grouped), "as the provider shows it"),
            ("kF3q wN!t b7mD hjvP", Some(Likeness::Grouped), "its signs are not documented"),
            ("blue rain tree moon", None, "words"),
            ("abcd efgh ijkl mnop", None, "placeholder"),
            ("xxxx xxxx xxxx xxxx", None, "placeholder"),
            ("4111 1111 1111 1111", None, "no letter"),
            ("kfzqwnrtbxmdhjvp", None, "without groups it is any long password"),
            ("kfzq wnrt bxmd", None, "three groups"),
        ];
        for (text, expected, reason) in table {
            assert_eq!(likeness(device_password(), text), expected, "{text}: {reason}");
        }
    }

    #[test]
    fn a_short_text_lacks_the_length() {
        assert_eq!(lack(device_password(), "Sommer24!"), Some(Confidence::High));
        assert_eq!(lack(device_password(), "kfzq wnrt bxmd hjvp"), None, "blanks are ignored");
        assert_eq!(lack(device_password(), "kfzq wnrt bxmd hj"), Some(Confidence::High), "14 without the blanks");
    }
}
