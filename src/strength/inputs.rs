//! What an attacker knows of the person anyway, in the pieces that people use.

/// More are not worth their time: each is looked for in every part of the password.
const MOST_PARTS: usize = 100;
/// A shorter piece is found everywhere.
const LEAST_CHARACTERS: usize = 3;
/// Digits of a year.
const YEAR: usize = 4;

/// Providers that zxcvbn's lists lack or have as rare words; people put them into passwords, whatever page they are on.
const BRANDS: [&str; 34] = [
    "atlassian",
    "bitbucket",
    "bluewin",
    "cpanel",
    "dockerhub",
    "dreamhost",
    "fastmail",
    "gandi",
    "github",
    "gitlab",
    "gmail",
    "gmx",
    "hostinger",
    "hotmail",
    "icloud",
    "infomaniak",
    "ionos",
    "kdrive",
    "nextcloud",
    "outlook",
    "ovhcloud",
    "plesk",
    "posteo",
    "proton",
    "protonmail",
    "strato",
    "swisscom",
    "synology",
    "telekom",
    "wanadoo",
    "wordpress",
    "yahoo",
    "yandex",
    "zoho",
];

/// Each text as it is, then its words, and its runs of letters and of digits; then the providers that the password names;
/// then each run of letters with each year after it, where the password has that. Each piece once.
///
/// `anna.keller87@example.org` gives itself, `anna`, `keller87`, `example`, `org`, `keller`.
pub(super) fn parts(inputs: &[String], folded: &str) -> Vec<String> {
    let inputs: Vec<String> = inputs.iter().map(|input| super::first(input).to_lowercase()).collect();
    let password = folded.to_lowercase();
    let texts = inputs.iter().map(String::as_str);
    let split = |unwanted: fn(char) -> bool| inputs.iter().flat_map(move |input| input.split(unwanted));
    let (words, letters) = (split(|c| !c.is_alphanumeric()), split(|c| !c.is_alphabetic()));
    let digits = split(|c| !c.is_numeric());
    let brands = BRANDS.into_iter().filter(|brand| password.contains(brand));
    let mut parts: Vec<String> = Vec::new();
    let mut keep = |part: &str| {
        let enough = part.chars().nth(LEAST_CHARACTERS - 1).is_some() && parts.len() < MOST_PARTS;
        if enough && !parts.iter().any(|known| known == part) {
            parts.push(part.to_owned());
        }
    };
    texts.chain(words).chain(letters.clone()).chain(digits.clone()).chain(brands.clone()).for_each(&mut keep);
    for name in letters.chain(brands) {
        for year in digits.clone().filter(|digits| digits.len() == YEAR) {
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
    use super::{BRANDS, parts};

    #[test]
    fn an_address_in_its_pieces() {
        let pieces = parts(&["Anna.Keller87@example.org".to_owned()], "");
        assert_eq!(pieces, ["anna.keller87@example.org", "anna", "keller87", "example", "org", "keller"]);
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
        assert!(BRANDS.is_sorted_by(|a, b| a < b));
    }
}
