//! Secrets that a provider makes: what speaks for one, and what a text lacks to be one.

use std::borrow::Cow;

use crate::pattern::Case;
use crate::provider::{Age, Confidence, Day, Groups, IssuedSecret, Profile};

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

/// A text beside one secret that a provider issues: made once for each, in [`super::Secret`], and handed on.
#[derive(Debug)]
pub(crate) struct Comparison {
    pub(crate) issued: &'static IssuedSecret,
    /// What the text lacks to be the secret, as the confidence of that part; `None` where it has length and signs of one,
    /// however it is grouped.
    pub(crate) lack: Option<Confidence>,
    /// It has both, and is nothing that a person would have put together.
    pub(crate) could_be: bool,
    /// `None` for words, placeholders, and where length and signs are not documented.
    pub(crate) likeness: Option<Likeness>,
}

impl Comparison {
    pub(crate) fn of(issued: &'static IssuedSecret, text: &str) -> Self {
        let joined = joined(issued, text);
        let fits = issued.pattern.matches(&joined, Case::Differs);
        let could_be =
            fits && text.bytes().any(|b| b.is_ascii_alphabetic()) && !is_placeholder(text) && !words::is_words(text);
        let is_documented = issued.alphabet == Confidence::High && issued.length == Confidence::High;
        let likeness = if !could_be {
            None
        } else if issued.length != Confidence::Low && issued.groups.is_some_and(|groups| is_grouped(text, groups)) {
            Some(Likeness::Grouped)
        } else {
            (is_documented && looks_random(text)).then_some(Likeness::Plain)
        };
        let lack = (!fits).then(|| {
            let (least, most) = issued.pattern.lengths();
            let has_length = (least..=most).contains(&joined.chars().count());
            if has_length { issued.alphabet } else { issued.length }
        });
        Self { issued, lack, could_be, likeness }
    }

    /// Whether the text has the secret's length and signs, however it is grouped.
    pub(crate) fn fits(&self) -> bool {
        self.lack.is_none()
    }
}

/// The text beside each secret that the provider issues, as far as its shape can still be relied on.
pub(crate) fn compare(text: &str, profile: Option<&Profile>, today: Option<Day>) -> Vec<Comparison> {
    let mut comparisons = Vec::new();
    for issued in profile.map_or(&[][..], |profile| profile.issued) {
        if issued.period.age(today) < Age::Lapsed {
            comparisons.push(Comparison::of(issued, text));
        }
    }
    comparisons
}

/// Whether the text has the secret's length and signs, however it is grouped.
pub(crate) fn fits(issued: &IssuedSecret, text: &str) -> bool {
    issued.pattern.matches(&joined(issued, text), Case::Differs)
}

/// Without its groups a short one must look random: keyboard walks have the length and the signs, too.
fn looks_random(text: &str) -> bool {
    let classes = [u8::is_ascii_lowercase, u8::is_ascii_uppercase, u8::is_ascii_digit];
    let classes = classes.iter().filter(|class| text.bytes().any(|b| class(&b))).count();
    is_random(text) || (classes > 1 && text.len() >= RANDOM_ENOUGH)
}

/// The text without the secret's separators.
fn joined<'a>(secret: &IssuedSecret, text: &'a str) -> Cow<'a, str> {
    match secret.groups {
        Some(groups) => Cow::Owned(text.chars().filter(|c| !is_separator(groups, *c)).collect()),
        None => Cow::Borrowed(text),
    }
}

/// Whether the text stands in such groups.
fn is_grouped(text: &str, groups: Groups) -> bool {
    let (mut size, mut count) = (0, 1);
    for c in text.chars() {
        if !is_separator(groups, c) {
            size += 1;
        } else if size == groups.size {
            (size, count) = (0, count + 1);
        } else {
            return false;
        }
    }
    size == groups.size && count >= groups.count
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
    use crate::provider::Role;

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
            assert_eq!(Comparison::of(device_password(), text).likeness, expected, "{text}: {reason}");
        }
    }

    #[test]
    fn a_short_text_lacks_the_length() {
        let lack = |text| Comparison::of(device_password(), text).lack;
        assert_eq!(lack("Sommer24!"), Some(Confidence::High));
        assert_eq!(lack("kfzq wnrt bxmd hjvp"), None, "blanks are ignored");
        assert_eq!(lack("kfzq wnrt bxmd hj"), Some(Confidence::High), "14 without the blanks");
    }
}
