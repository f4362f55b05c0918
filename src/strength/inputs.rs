//! What an attacker knows of the person anyway, in the pieces that people use.

/// More are not worth their time: each is looked for in every part of the password.
const MOST_PARTS: usize = 100;
/// A shorter piece is found everywhere.
const LEAST_CHARACTERS: usize = 3;
/// Names and years that are tried together.
const MOST_NAMES: usize = 20;
/// Digits of a year: by so many a piece may be longer than any input.
pub(super) const YEAR: usize = 4;

/// Providers that zxcvbn's lists lack or have as rare words, with blanks between; people put them into passwords, whatever page
/// they are on.
static PROVIDERS: &str = include_str!(concat!(env!("OUT_DIR"), "/words.txt"));
/// The same of towns of the first users' countries.
const TOWNS: [&str; 3] = ["geneve", "lausanne", "zurich"];

/// Each text as it is, its parts before and after an `@`, its words, and its runs of letters and of digits; then the
/// providers and towns that the password names; then each run of letters with each year after it, where the password has
/// that. Each piece once.
///
/// `anna.keller87@example.org` gives itself, `anna.keller87`, `example.org`, `anna`, `keller87`, `example`, `org`,
/// `keller`.
pub(super) fn parts(inputs: &[String], folded: &str) -> Vec<String> {
    let inputs: Vec<String> = inputs.iter().map(|input| super::first(input).to_lowercase()).collect();
    let password = folded.to_lowercase();
    let texts = inputs.iter().map(String::as_str);
    let split = |unwanted: fn(char) -> bool| inputs.iter().flat_map(move |input| input.split(unwanted));
    let (local_parts, words) = (split(|c| c == '@'), split(|c| !c.is_alphanumeric()));
    let letters = split(|c| !c.is_alphabetic());
    let digits = split(|c| !c.is_numeric());
    let names = PROVIDERS.split(' ').chain(TOWNS).filter(|name| password.contains(name));
    let mut parts: Vec<String> = Vec::new();
    let mut keep = |part: &str| {
        let enough = part.chars().nth(LEAST_CHARACTERS - 1).is_some() && parts.len() < MOST_PARTS;
        if enough && !parts.iter().any(|known| known == part) {
            parts.push(part.to_owned());
        }
    };
    let pieces = texts.chain(local_parts).chain(words).chain(letters.clone()).chain(digits.clone());
    pieces.chain(names.clone()).for_each(&mut keep);
    let occurs = |text: &&str| text.chars().nth(LEAST_CHARACTERS - 1).is_some() && password.contains(*text);
    for name in letters.chain(names).filter(occurs).take(MOST_NAMES) {
        for year in digits.clone().filter(|digits| digits.len() == YEAR).filter(occurs).take(MOST_NAMES) {
            let dated = [name, year].concat();
            if password.contains(&dated) {
                keep(&dated);
            }
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::{PROVIDERS, parts};

    #[test]
    fn an_address_in_its_pieces() {
        let pieces = parts(&["Anna.Keller87@example.org".to_owned()], "");
        let whole = ["anna.keller87@example.org", "anna.keller87", "example.org"];
        assert_eq!(pieces, [&whole[..], &["anna", "keller87", "example", "org", "keller"]].concat());
    }

    #[test]
    fn nothing_short_nothing_twice_and_no_more_than_a_hundred() {
        assert!(parts(&["a b ik.me".to_owned()], "").iter().all(|part| part.len() > 2));
        assert_eq!(parts(&["anna".to_owned(), "Anna".to_owned()], ""), ["anna"]);
        let many: Vec<String> = (1000..2000).map(|n| n.to_string()).collect();
        assert_eq!(parts(&many, "").len(), 100);
    }

    #[test]
    fn what_the_password_names() {
        assert_eq!(parts(&["2026".to_owned()], "Infomaniak2026!"), ["2026", "infomaniak", "infomaniak2026"]);
        assert_eq!(parts(&["Anna 2025".to_owned()], "anna2026"), ["anna 2025", "anna", "2025"]);
        assert!(PROVIDERS.split(' ').is_sorted_by(|a, b| a < b));
    }
}
