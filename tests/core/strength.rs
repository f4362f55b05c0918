//! `strength::Rater`: what it knows besides zxcvbn, and what it says when there is no time for zxcvbn.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail")]

use passkind::strength::{Advice, NewPassword, RATED_CHARACTERS, Rater, Rating, at_least, effort};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// As `fold` in `www/strength.js`.
fn folded(text: &str) -> String {
    text.nfkd().filter(|c| !is_combining_mark(*c)).collect::<String>().replace('ß', "ss").replace('œ', "oe")
}

fn rate(rater: &Rater, password: &str, inputs: &[&str]) -> Rating {
    let inputs: Vec<String> = inputs.iter().map(|input| folded(input)).collect();
    rater.rate(&NewPassword { password, folded: &folded(password), inputs: &inputs })
}

#[test]
fn what_it_knows() {
    let words = "bonjour\nmaison\ngeneve\n\n1291";
    // password, inputs, highest score, reason
    let table: [(&str, &[&str], u8, &str); 15] = [
        ("pässwörd", &[], 0, "accents are folded"),
        ("contraseña", &[], 1, "a common password without its tilde"),
        ("motdepasse", &[], 1, "common in French"),
        ("Infomaniak2026!", &["2026"], 1, "a provider's name is known everywhere, and the year after it"),
        ("Geneve1291", &[], 1, "a town and its year, of the language's list"),
        ("Genève1291", &[], 1, "the same, with its accent"),
        ("M4ison!", &[], 1, "signs for letters"),
        ("nosiam2024", &[], 1, "backwards"),
        ("anna.keller1", &["anna.keller@example.org"], 1, "the part before the @"),
        ("kellerlein77", &["anna.kellerlein@example.org"], 1, "the name out of the address"),
        ("NordhangNordhang", &["Nordhang"], 1, "the page's name, twice"),
        ("Tiefdruck-88-Elch", &["tiefdruck-88-elch"], 1, "another password of the form"),
        ("xq7wv2026", &["xq7wv"], 1, "an odd name that only the page knows"),
        ("", &["anna"], 0, "nothing"),
        ("aaaaaaaaaaaaaaaaaaaaaaaaaa", &[], 1, "length alone is nothing"),
    ];
    let rater = Rater::new(words);
    for (password, inputs, highest, reason) in table {
        let rating = rate(&rater, password, inputs);
        assert!(rating.score <= highest, "{password}: {rating:?}, {reason}");
    }
}

#[test]
fn what_stays_strong() {
    let rater = Rater::new("bonjour\nmaison\ngeneve\n\n1291");
    for (password, reason) in [
        ("vier Igel tanzen im Nebel", "a phrase"),
        ("kR7#mWq2!xZ9vLp4", "sixteen random signs"),
        ("maison cheval agrafe batterie", "a phrase that holds a listed word"),
        ("пятьмедведейнасевере", "another alphabet"),
    ] {
        let rating = rate(&rater, password, &["anna@example.org", "Infomaniak", "2026"]);
        assert_eq!((rating.score, rating.hints), (4, vec![]), "{reason}");
    }
}

#[test]
fn words_and_inputs_only_ever_lower_the_answer() {
    let (plain, french) = (Rater::default(), Rater::new("soleil\nmaison\njardin"));
    for password in ["soleiljardin88", "xkcd soleil", "Tr0ub4dor&3", "nosiam", "qwertz1291"] {
        let (alone, told) = (rate(&plain, password, &[]), rate(&french, password, &["jardin"]));
        assert!(told.guesses_log10 <= alone.guesses_log10, "{password}");
    }
}

#[test]
fn a_common_word_of_the_language_is_refused_as_a_common_password_is() {
    let rater = Rater::new("soleil\nanticonstitutionnel");
    for (password, expected) in [
        ("password", Some(Advice::CommonPassword)),
        ("Anticonstitutionnel", Some(Advice::CommonPassword)),
        ("anticonstitutionnel soleil", None),
    ] {
        let found = rate(&rater, password, &[]).hints.into_iter().find(|hint| *hint == Advice::CommonPassword);
        assert_eq!(found, expected, "{password}");
    }
}

#[test]
fn what_is_read_ends_at_a_hundred_characters() {
    let rater = Rater::default();
    let long = "kR7#mWq2!xZ9vLp4é".repeat(2_000);
    let cut: String = long.chars().take(RATED_CHARACTERS).collect();
    assert_eq!(rate(&rater, &long, &[]), rate(&rater, &cut, &[]));
    assert_eq!(effort(&long), effort(&cut));
    assert_eq!(at_least(&long, 0), at_least(&cut, 0));
}

/// Rows that show what effort is for: the more ways to read the signs, the longer it takes.
#[test]
fn effort_grows_with_length_and_with_signs() {
    let bomb = "4@8({[<369!1|70$5+%2";
    assert!(effort(&bomb.repeat(5)) > 20 * effort(bomb), "length");
    assert!(effort(bomb) > 50 * effort("correct horse staple"), "signs");
    assert_eq!(effort(""), 0);
}

/// 64 characters without a pattern.
const LONG: &str = "kR7#mWq2!xZ9vLp4sBt8-gHy6nJd3+cFe5wQa1*uTi0oXz?rKm7%vPl2:bGh4;jN";

/// A phrase of many words has a bound above a single word's; the empty text has none.
#[test]
fn a_bound_that_says_something() {
    for (text, expected, reason) in [
        ("", 0, "nothing"),
        ("x", 0, "one sign may be the first of a list"),
        ("correct", 0, "may be a listed word"),
        (&"kR7#mWq2!xZ9vLp4".repeat(2), 0, "a word twice"),
        (&("a".repeat(30) + "c"), 2, "to zxcvbn one sequence: a character many times, then a step"),
        (LONG, 8, "three words or more, however read"),
    ] {
        assert_eq!(at_least(text, 0), expected, "{reason}");
    }
}

/// Repeats, sequences, words, signs: what zxcvbn has a matcher for.
fn password() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-zA-Z]{1,9}",
        "[0-9]{1,8}",
        "[4@8({<369!1|70$5+%2\\[]{1,12}",
        "\\PC{1,3}",
        "[ab]{1,4}",
        Just("password".to_owned()),
        Just("qwertyuiop".to_owned()),
        Just("abcdefgh".to_owned()),
        Just("anna.keller".to_owned()),
        Just("1.1.1999".to_owned()),
        Just("verwaltungsgemeinschaft".to_owned()),
    ];
    prop::collection::vec((piece, 1..4_usize), 0..6)
        .prop_map(|pieces| pieces.iter().map(|(piece, times)| piece.repeat(*times)).collect::<String>())
        .prop_filter("each takes long", |text| effort(text) < 1_000)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_bound_is_never_above_the_rating(password in password(), input in "[a-z.]{0,12}", run in "[a-z]{1,70}") {
        let dated = format!("{run}2026");
        prop_assert!(at_least(&dated, run.len()) <= rate(&Rater::default(), &dated, &[&run, "2026"]).guesses_log10);
        let rating = rate(&Rater::default(), &password, &[&input]);
        let folded = folded(&password);
        let bound = at_least(&password, 100).min(at_least(&folded, 100));
        prop_assert!(bound <= rating.guesses_log10, "{:?}: bound {bound}, {rating:?}", password);
        let bound = at_least(&password, input.chars().count()).min(at_least(&folded, input.chars().count()));
        prop_assert!(bound <= rating.guesses_log10, "{:?}: bound {bound}, {rating:?}", password);
    }

    #[test]
    fn the_debug_text_holds_nothing_typed(password in "[a-z]{12}") {
        let typed = NewPassword { password: &password, folded: &password, inputs: std::slice::from_ref(&password) };
        let text = format!("{typed:?}");
        prop_assert!(!text.contains(&password));
    }
}
