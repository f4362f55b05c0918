//! What must hold of every text, as bodies that any fuzzer can call: each takes bytes and panics where a promise is broken.
//!
//! The bytes: two that choose the form's options and what the page saw, then text, whatever is no UTF-8 replaced. A zero
//! byte parts the identifier from the password.

pub mod stable;

use std::borrow::Cow;
use std::collections::BTreeSet;

use passkind::strength::{self, NewPassword, Rater};
use passkind::{
    Assessment, Credentials, Guard, GuardOptions, IdentifierForm, Input, Observation, Profile, Service, Shape, Topic,
    Verdict,
};

/// Put into the secret, so that finding a part of it in an answer means that the secret is in it.
const MARKER: &str = "Zq7XkW9vJz3Q";
/// Characters of a part that tells something.
const PART: usize = 6;
/// `MOST_EFFORT` of `www/strength/rater.js`: what a page's own thread rates, too.
const MOST_EFFORT: u32 = 120;

const SERVICES: [Service; 11] = [
    Service::ACCOUNT,
    Service::WEBMAIL,
    Service::MAILBOX,
    Service::named("caldav"),
    Service::named("webdav"),
    Service::named("ftp"),
    Service::named("ssh"),
    Service::named("mysql"),
    Service::named("phpmyadmin"),
    Service::named("git"),
    Service::named("api"),
];

/// That the first byte tells apart besides services.
const PROVIDERS: usize = 256_usize.div_ceil(SERVICES.len());

/// The options and the observation that two bytes choose, and the text behind them.
fn read(data: &[u8]) -> (Guard, Observation, Cow<'_, str>) {
    let (&[form, seen], text) = data.split_first_chunk().unwrap_or((&[0, 0], data));
    let mut options = GuardOptions::new(SERVICES[usize::from(form) % SERVICES.len()]);
    // What is left of both bytes chooses a provider, or, past the last of them, none.
    let provider = usize::from(form) / SERVICES.len() + PROVIDERS * usize::from(seen >> 5);
    options.provider = Profile::all().get(provider).map(|profile| profile.id.to_owned());
    options.hosted_domains = vec!["example.com".to_owned()];
    options.explain_before_refusal = form & 1 == 1;
    let input = [None, Some(Input::Typed), Some(Input::Pasted), Some(Input::Autofilled)];
    let (input, refused) = (input[usize::from(seen >> 1 & 3)], u32::from(seen >> 3 & 3));
    let mut observation = Observation::default();
    (observation.caps_lock, observation.input, observation.refused) = (seen & 1 == 1, input, refused);
    (Guard::new(options).expect("a known service"), observation, String::from_utf8_lossy(text))
}

/// The answer, after what holds of every one.
fn asked(guard: &Guard, identifier: &str, password: &str, observation: Observation) -> Assessment {
    let credentials = Credentials::new(identifier, password);
    assert_eq!(format!("{credentials:?}"), "Credentials { .. }");
    let answer = guard.assess(&credentials, observation);
    assert_eq!(answer, guard.assess(&credentials, observation), "the same question, another answer");
    assert_eq!(answer.status, "ok");
    assert!(answer.hints.len() <= 3);
    let told: BTreeSet<String> = answer.hints.iter().map(|hint| format!("{hint:?}")).collect();
    assert_eq!(told.len(), answer.hints.len(), "a hint twice");
    let told = |topic| answer.hints.iter().any(|hint| hint.topic() == topic);
    let doubts = told(Topic::Password) || told(Topic::Exposure);
    assert!(!doubts || answer.verdict != Verdict::Silent, "a hint on the kind of password without a verdict");
    let recovers = |hint: &passkind::Hint| hint.topic() == Topic::Recovery && hint.code() != "noPasswordWorks";
    assert!(observation.refused > 0 || !answer.hints.iter().any(recovers), "recovery before a refusal");
    assert!(!password.is_empty() || answer.password.shape == Shape::Empty);
    let is_id = |id: &str| id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    assert!(answer.password.issuer.is_none_or(is_id));
    answer
}

/// Both fields: the answer is total and steady, and holds nothing of the secret.
pub fn assess(data: &[u8]) {
    let (guard, observation, text) = read(data);
    let (identifier, password) = text.split_once('\0').unwrap_or((&text, ""));
    asked(&guard, identifier, password, observation);

    if holds_marker(identifier) {
        return; // a fuzzer that looks into comparisons finds it; the identifier may be echoed
    }
    let near = usize::from(data.last().copied().unwrap_or_default()) % (password.len() + 1);
    let place = (0..=near).rev().find(|at| password.is_char_boundary(*at)).unwrap_or_default();
    let (before, behind) = password.split_at(place);
    let secret = [before, MARKER, behind].concat();
    let answer = asked(&guard, identifier, &secret, observation);
    let printed = serde_json::to_string(&answer).expect("plain data") + &format!("{answer:?}");
    assert!(!holds_marker(&printed), "{printed}");
}

fn holds_marker(text: &str) -> bool {
    let (text, marker) = (text.to_ascii_lowercase(), MARKER.to_ascii_lowercase());
    (0..=marker.len() - PART).any(|at| text.contains(&marker[at..at + PART]))
}

/// The identifier alone: what is called an address has a domain, and a suggestion is one that needs no further.
pub fn address(data: &[u8]) {
    let (guard, observation, identifier) = read(data);
    let answer = asked(&guard, &identifier, "", observation);
    is_sound(&guard, &answer, &identifier);
}

fn is_sound(guard: &Guard, answer: &Assessment, identifier: &str) {
    let read = &answer.identifier;
    assert_eq!(read.domain.is_some(), read.form == IdentifierForm::Address, "{read:?}");
    if let Some(domain) = &read.domain {
        assert!(domain.is_ascii() && domain.len() <= 253, "{domain}");
        let is_lower = !domain.bytes().any(|b| b.is_ascii_uppercase());
        assert!(is_lower || domain.starts_with('['), "{domain}");
        assert!(domain.contains('.') || domain.starts_with('['), "{domain}");
    }
    let Some(suggestion) = &read.suggestion else { return };
    assert_ne!(suggestion, identifier);
    assert!(suggestion.len() <= 254 && !suggestion.contains(char::is_control), "{suggestion:?}");
    let next = asked(guard, suggestion, "", Observation::default());
    assert_eq!(next.identifier.suggestion, None, "{suggestion:?} leads to a further one");
    let is_valid = next.hints.iter().all(|hint| hint.code() != "invalidAddress");
    assert!(is_valid && next.identifier.domain.is_some(), "{suggestion:?} is no address");
}

/// A domain behind one local part: a suggestion keeps that part, and no provider's own domain is corrected.
pub fn domain(data: &[u8]) {
    const LOCAL_PART: &str = "anna.muster";
    let (guard, observation, text) = read(data);
    // With another `@`, be it a full-width one, the address meant may be a later one.
    let domain: String = text.chars().filter(|c| !matches!(c, '@' | '\u{ff20}' | '\u{fe6b}')).collect();
    let identifier = [LOCAL_PART, "@", &domain].concat();
    let answer = asked(&guard, &identifier, "", observation);
    is_sound(&guard, &answer, &identifier);
    let spelt = |hint: &passkind::Hint| matches!(hint.code(), "domainTypo" | "lookalikeDomain");
    if answer.identifier.provider.is_some() {
        assert!(!answer.hints.iter().any(spelt), "{domain}: a provider's own domain is corrected");
    }
    if let Some(suggestion) = &answer.identifier.suggestion {
        assert!(suggestion.starts_with(LOCAL_PART), "{suggestion}");
    }
}

/// The secret alone: its shape is a fact about the text, whatever the page saw; wrong options change no shape into none.
pub fn shape(data: &[u8]) {
    let (guard, observation, password) = read(data);
    let shape = asked(&guard, "", &password, observation).password.shape;
    assert_eq!(shape, asked(&guard, "", &password, Observation::default()).password.shape);
    let same = asked(&guard, &password, &password, observation).password.shape;
    let is_seen = password.contains(char::is_alphanumeric);
    assert!(!is_seen || (shape != Shape::Empty && same != Shape::Empty));
}

/// A new password: a score, a whole number of guesses no less than the bound, the effort of a part no more than of the whole.
pub fn strength(data: &[u8]) {
    const LEAST: [u8; 4] = [3, 6, 8, 10];
    thread_local! {
        static RATERS: [Rater; 2] = [Rater::default(), Rater::new("fribourg\n1481\nmotdepasse\n\nparolachiave")];
    }
    let (&[which], text) = data.split_first_chunk().unwrap_or((&[0], data));
    let text = String::from_utf8_lossy(text);
    let mut texts = text.split('\0');
    let password = texts.next().unwrap_or_default();
    let inputs: Vec<String> = texts.map(str::to_lowercase).collect();
    let folded: String = password.chars().filter(|c| !matches!(c, '\u{300}'..='\u{36f}')).collect();

    let effort = strength::effort(password);
    let half: String = password.chars().take(password.chars().count() / 2).collect();
    assert!(strength::effort(&half) <= effort);
    let longest = inputs.iter().map(|input| input.chars().count()).max().unwrap_or_default();
    let bound = strength::at_least(password, longest).min(strength::at_least(&folded, longest));
    if effort.saturating_add(strength::effort(&folded)) > MOST_EFFORT {
        return; // a page's thread leaves it at that
    }
    let new = NewPassword { password, folded: &folded, inputs: &inputs };
    assert_eq!(format!("{new:?}"), "NewPassword { .. }");
    let rating = RATERS.with(|raters| raters[usize::from(which & 1)].rate(&new));
    assert!(rating.score <= 4 && rating.guesses_log10 <= 20);
    assert!(bound <= rating.guesses_log10, "at least {bound}, but {}", rating.guesses_log10);
    for (score, least) in (1..).zip(LEAST) {
        let (log, is_reached) = (rating.guesses_log10, rating.score >= score);
        assert!(if is_reached { log >= least } else { log <= least }, "score {}, 10^{log}", rating.score);
    }
    assert!(rating.score < 3 || rating.hints.is_empty());
    let codes: BTreeSet<&str> = rating.hints.iter().map(|advice| advice.code()).collect();
    assert_eq!(codes.len(), rating.hints.len(), "a code twice");
}
