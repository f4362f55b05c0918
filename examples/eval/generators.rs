//! What password managers generate by default, made up: the shapes that are to stay silent.
//!
//! Sources, as in `src/secret/generated.rs`: Apple's platform guide, Chromium's `password_generator.cc` (which Firefox
//! ports), Bitwarden's clients and SDK, `KeePassXC`'s `PasswordGenerator.cpp`; 1Password's are known from examples only.

use crate::random::Random;
use crate::sample::signs_of;

/// A generator's name and what it makes of chance and of a list of words.
pub(crate) type Generator = (&'static str, fn(&mut Random, &[String]) -> String);

/// All of them; those whose name ends in `words` need a list of words.
pub(crate) const GENERATORS: &[Generator] = &[
    ("apple", |random, _| apple(random)),
    ("chrome", |random, _| mixed(random, NO_LOOK_ALIKES, 15)),
    ("chrome-chunked", |random, _| chunked(&mixed(random, NO_LOOK_ALIKES, 15))),
    ("firefox", |random, _| mixed(random, NO_LOOK_ALIKES, 15)),
    ("bitwarden-14", |random, _| mixed(random, ALPHANUMERIC, 14)),
    ("bitwarden-16", |random, _| mixed(random, ALPHANUMERIC, 16)),
    ("bitwarden-words", bitwarden_words),
    ("keepassxc-32", |random, _| mixed(random, KEEPASSXC, 32)),
    ("keepassxc-16", |random, _| mixed(random, ALPHANUMERIC, 16)),
    ("keepassxc-words", |random, words| passphrase(random, words, 7, " ")),
    ("1password-20", |random, _| mixed(random, "!-~", 20)),
    ("1password-words", one_password_words),
];

/// Without l, o, I, O, 0 and 1.
const NO_LOOK_ALIKES: &str = "a-km-np-zA-HJ-NP-Z2-9";
const ALPHANUMERIC: &str = "A-Za-z0-9";
/// Without 0, 1, l, I, O, G, 6, B and 8.
const KEEPASSXC: &str = "a-km-zAC-FHJ-NP-Z2-57-9";
const SMALL: &str = "a-z";
const CAPITALS: &str = "A-Z";
const DIGITS: &str = "0-9";

/// One of the generators that need no words, for people who use one.
pub(crate) fn any(random: &mut Random) -> String {
    let without: Vec<&Generator> = GENERATORS.iter().filter(|(name, _)| !name.ends_with("words")).collect();
    random.pick(&without).map(|(_, make)| make(random, &[])).unwrap_or_default()
}

/// Three groups of six: sixteen small letters, one capital, one digit.
fn apple(random: &mut Random) -> String {
    let mut signs: Vec<char> = random.signs(&signs_of(SMALL), 16).chars().collect();
    signs.extend(random.signs(&signs_of(CAPITALS), 1).chars());
    signs.extend(random.signs(&signs_of(DIGITS), 1).chars());
    random.shuffle(&mut signs);
    let groups: Vec<String> = signs.chunks(6).map(|group| group.iter().collect()).collect();
    groups.join("-")
}

/// Of that alphabet and length, with a small letter, a capital and a digit at least.
fn mixed(random: &mut Random, alphabet: &str, length: usize) -> String {
    let alphabet = signs_of(alphabet);
    loop {
        let text = random.signs(&alphabet, length);
        let holds = |class: fn(&u8) -> bool| text.bytes().any(|byte| class(&byte));
        if holds(u8::is_ascii_lowercase) && holds(u8::is_ascii_uppercase) && holds(u8::is_ascii_digit) {
            return text;
        }
    }
}

/// A hyphen behind every fourth sign.
fn chunked(text: &str) -> String {
    let signs: Vec<char> = text.chars().collect();
    let groups: Vec<String> = signs.chunks(4).map(|group| group.iter().collect()).collect();
    groups.join("-")
}

fn passphrase(random: &mut Random, words: &[String], count: usize, separator: &str) -> String {
    let picked: Vec<&str> = (0..count).filter_map(|_| random.pick(words)).map(String::as_str).collect();
    picked.join(separator)
}

/// Three words with hyphens; in half of them capitals, and a digit behind the last one.
fn bitwarden_words(random: &mut Random, words: &[String]) -> String {
    let text = passphrase(random, words, 3, "-");
    if random.below(2) == 0 {
        return text;
    }
    let capitals: Vec<String> = text.split('-').map(capitalised).collect();
    format!("{}{}", capitals.join("-"), random.below(10))
}

/// Four words with one separator of several.
fn one_password_words(random: &mut Random, words: &[String]) -> String {
    let separator = random.pick(&["-", " ", ".", ",", "_"]).copied().unwrap_or("-");
    passphrase(random, words, 4, separator)
}

/// `word` as `Word`.
pub(crate) fn capitalised(word: &str) -> String {
    let mut signs = word.chars();
    signs.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(signs).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn generators_make_what_they_are_known_for() {
        let mut random = Random::named("generators");
        let words: Vec<String> = ["amber", "boat", "cloud"].map(str::to_owned).to_vec();
        // (generator, fewest and most characters, a sign that it holds)
        let table = [
            ("apple", 20, 20, "-"),
            ("chrome", 15, 15, ""),
            ("chrome-chunked", 18, 18, "-"),
            ("bitwarden-14", 14, 14, ""),
            ("keepassxc-32", 32, 32, ""),
            ("keepassxc-words", 34, 41, " "),
            ("1password-20", 20, 20, ""),
        ];
        for (name, least, most, sign) in table {
            let (_, make) = GENERATORS.iter().find(|(known, _)| *known == name).unwrap();
            let made = make(&mut random, &words);
            assert!((least..=most).contains(&made.len()) && made.contains(sign), "{name}: {made}");
        }
    }
}
