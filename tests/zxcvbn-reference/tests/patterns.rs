//! The two crates in `patches/` beside those they stand in for: the same captures of every text.

use proptest::prelude::*;

const REPEATS: [&str; 3] = [r"(.+)\1+", r"(.+?)\1+", r"^(.+?)\1+$"];
const DATES: [&str; 3] =
    ["19[0-9]{2}|20[0-9]{2}", "^[0-9]{4,8}$", r"^([0-9]{1,4})([\s/\\_.-])([0-9]{1,2})([\s/\\_.-])([0-9]{1,4})$"];

type Groups<'t> = Vec<(usize, usize, &'t str)>;

fn repeats_are_equal(text: &str) {
    for pattern in REPEATS {
        let real = fancy_regex::Regex::new(pattern).unwrap().captures(text).unwrap();
        let ours = our_fancy_regex::Regex::new(pattern).unwrap().captures(text).unwrap();
        let real = real.map(|groups| [0, 1].map(|n| groups.get(n).map(|m| (m.start(), m.end(), m.as_str()))));
        let ours = ours.map(|groups| [0, 1].map(|n| groups.get(n).map(|m| (m.start(), m.end(), m.as_str()))));
        assert_eq!(ours, real, "{pattern} in {text:?}");
    }
}

fn dates_are_equal(real: &[regex::Regex], ours: &[our_regex::Regex], text: &str) {
    for (real, ours) in real.iter().zip(ours) {
        assert_eq!(ours.is_match(text), real.is_match(text), "{real} in {text:?}");
        let theirs: Vec<Groups> = real
            .captures_iter(text)
            .map(|groups| groups.iter().flatten().map(|m| (m.start(), m.end(), m.as_str())).collect())
            .collect();
        let found: Vec<Groups> = ours
            .captures_iter(text)
            .map(|groups| groups.iter().flatten().map(|m| (m.start(), m.end(), m.as_str())).collect())
            .collect();
        assert_eq!(found, theirs, "{real} in {text:?}");
        let first: Vec<&str> = theirs.first().into_iter().flatten().map(|(_, _, text)| *text).collect();
        let indexed =
            ours.captures(text).map(|groups| (0..first.len()).map(|n| groups[n].to_owned()).collect::<Vec<_>>());
        assert_eq!(indexed.unwrap_or_default(), first, "{real} in {text:?}");
    }
}

fn date_patterns() -> (Vec<regex::Regex>, Vec<our_regex::Regex>) {
    (
        DATES.iter().map(|pattern| regex::Regex::new(pattern).unwrap()).collect(),
        DATES.iter().map(|pattern| our_regex::Regex::new(pattern).unwrap()).collect(),
    )
}

/// Every text of up to `length` of these characters.
fn texts(alphabet: &[char], length: usize) -> impl Iterator<Item = String> {
    (0..=length).flat_map(move |length| {
        (0..alphabet.len().pow(u32::try_from(length).unwrap())).map(move |mut number| {
            let mut next = || {
                let c = alphabet[number % alphabet.len()];
                number /= alphabet.len();
                c
            };
            (0..length).map(|_| next()).collect()
        })
    })
}

#[test]
fn repeats_in_every_short_text() {
    texts(&['a', 'b'], 14).for_each(|text| repeats_are_equal(&text));
    // Two bytes with a first byte in common, and the one character that `.` is not.
    texts(&['é', 'è', 'a', '\n'], 7).for_each(|text| repeats_are_equal(&text));
}

#[test]
fn dates_in_every_short_text() {
    let (real, ours) = date_patterns();
    texts(&['1', '9', '2', '0', '/', '\u{a0}', 'x'], 6).for_each(|text| dates_are_equal(&real, &ours, &text));
    texts(&['1', '-'], 15).for_each(|text| dates_are_equal(&real, &ours, &text));
}

#[test]
fn every_character_as_a_separator() {
    let (real, ours) = date_patterns();
    for c in '\0'..=char::MAX {
        dates_are_equal(&real, &ours, &format!("1{c}12{c}1991"));
    }
}

#[test]
fn another_pattern_is_refused() {
    for pattern in ["", r"(.+)\1", r"(.+?)\1+$", r"(.)\1+", "[0-9]"] {
        assert!(our_fancy_regex::Regex::new(pattern).is_err(), "{pattern}");
        assert!(our_regex::Regex::new(pattern).is_err(), "{pattern}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn repeats_in_repeated_blocks(blocks in prop::collection::vec(("[ab]{1,4}|[\u{301}\u{fe0f}é😀👍\n]{1,3}|\\PC{1,3}|.{1,2}", 1..6_usize), 0..6)) {
        repeats_are_equal(&blocks.iter().map(|(block, times)| block.repeat(*times)).collect::<String>());
    }

    #[test]
    fn years_and_dates(text in "([12][09][0-9]{0,2}|[0-9]{1,4}|[\\s/\\\\_.-]|.){0,8}") {
        let (real, ours) = date_patterns();
        dates_are_equal(&real, &ours, &text);
    }
}
