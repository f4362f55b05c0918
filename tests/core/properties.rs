//! Promises that hold for every text: an answer, the same one again, and nothing typed in it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail")]

use passkind::{Credentials, Guard, GuardOptions, Input, Observation, Service, Topic};
use proptest::prelude::*;

const SERVICES: [&str; 14] = [
    "account",
    "webmail",
    "mailbox",
    "caldav",
    "webdav",
    "ftp",
    "ssh",
    "mysql",
    "phpmyadmin",
    "publicCloud",
    "swissBackup",
    "git",
    "registry",
    "api",
];

fn guard(service: usize, configured: bool) -> Guard {
    let mut options = GuardOptions::new(Service::named(SERVICES[service]));
    options.provider = configured.then(|| "infomaniak".to_owned());
    options.hosted_domains = vec!["example.com".to_owned()];
    options.explain_before_refusal = !configured;
    Guard::new(options).unwrap()
}

fn observation(caps_lock: bool, input: usize, refused: u32) -> Observation {
    let inputs = [None, Some(Input::Typed), Some(Input::Pasted), Some(Input::Autofilled)];
    let mut observation = Observation::default();
    (observation.caps_lock, observation.input, observation.refused) = (caps_lock, inputs[input], refused);
    observation
}

/// Any text, and the texts that the code looks at more closely.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[ -~]{0,40}",
        "[a-z0-9._-]{1,12}@[a-z0-9.-]{1,20}",
        "([!-~]{4} ){3}[!-~]{4}",
        "(Password|Mot de passe|pw)[:=] ?[ -~]{0,20}",
        "[0-9 -]{0,20}",
        "[\u{0}-\u{2f}\u{200b}-\u{2069}\u{ff00}-\u{ff60}]{0,12}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_text_is_answered(
        identifier in text(), password in text(), service in 0..SERVICES.len(), configured: bool,
        caps_lock: bool, input in 0..4_usize, refused in 0..5_u32,
    ) {
        let guard = guard(service, configured);
        let credentials = Credentials::new(&identifier, &password);
        let observation = observation(caps_lock, input, refused);
        let assessment = guard.assess(&credentials, observation);
        prop_assert_eq!(&assessment, &guard.assess(&credentials, observation));
        prop_assert!(assessment.hints.len() <= 3);
        let codes: std::collections::BTreeSet<_> = assessment.hints.iter().map(|hint| format!("{hint:?}")).collect();
        prop_assert_eq!(codes.len(), assessment.hints.len(), "no hint twice");
        if refused == 0 {
            prop_assert!(assessment.hints.iter().all(|hint| hint.topic() != Topic::Recovery));
        }
        let is_silent = assessment.verdict == passkind::Verdict::Silent;
        let is_told = assessment.hints.iter().any(|hint| matches!(hint.topic(), Topic::Password | Topic::Exposure));
        prop_assert!(!is_told || !is_silent, "a kind or exposure hint without a verdict");
    }

    /// The marker is no word of any code, so that finding it means that it came from the field.
    #[test]
    fn the_secret_is_in_no_output(
        marker in "[Z7]{3}[a-z0-9]{9}[Z7]{3}", wrap in 0..6_usize, service in 0..SERVICES.len(), configured: bool,
        refused in 0..4_u32,
    ) {
        let password = [
            marker.clone(), format!("Password: {marker}"), format!("\"{marker}\""), format!("{marker}@mail.example"),
            format!("https://{marker}.example/"), format!(" {marker}\u{200b}"),
        ][wrap].clone();
        let guard = guard(service, configured);
        for identifier in ["anna@ik.me", "abcd_anna", "kfzq wnrt bxmd hjvp", ""] {
            let credentials = Credentials::new(identifier, &password);
            let assessment = guard.assess(&credentials, observation(false, 0, refused));
            let printed = serde_json::to_string(&assessment).unwrap() + &format!("{assessment:?} {credentials:?}");
            prop_assert!(!printed.to_lowercase().contains(&marker.to_lowercase()), "{}", printed);
        }
    }
}

#[test]
fn long_texts_are_cut_before_anything_else() {
    let guard = guard(0, true);
    let long = "a".repeat(10_000_000);
    let address = format!("{long}@example.com");
    let assessment = guard.assess(&Credentials::new(&address, &long), Observation::default());
    assert_eq!(assessment.identifier.form, passkind::IdentifierForm::LocalPart, "the @ lies beyond what is read");
}
