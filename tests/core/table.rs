//! The built-in profiles as data: complete, sorted, sourced.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail")]

use std::collections::BTreeSet;
use std::path::Path;

use passkind::{Credentials, Guard, GuardOptions, Observation, Profile, Topic};

#[test]
fn rows_are_sorted_unique_and_sourced() {
    let profiles: Vec<&Profile> = Profile::all().iter().collect();
    assert!(profiles.is_sorted_by(|a, b| a.id < b.id), "profiles are sorted by id");
    for profile in profiles {
        assert!(profile.mail_domains.is_sorted_by(|a, b| a < b), "{}: domains", profile.id);
        let services: BTreeSet<&str> = profile.services.iter().map(|rule| rule.service.as_str()).collect();
        assert_eq!(services.len(), profile.services.len(), "{}: a service twice", profile.id);
        for rule in profile.services {
            let place = format!("{} {}", profile.id, rule.service.as_str());
            assert!(!rule.expects.is_empty(), "{place}");
            assert!(rule.identifier.patterns.iter().all(|pattern| pattern.is_sound()), "{place}");
            assert!(rule.links.iter().all(|link| link.href.starts_with("https://")), "{place}");
            assert!(rule.links.is_sorted_by_key(|link| link.rel == passkind::Rel::Help), "{place}: help stands last");
            assert_source(rule.source, &place);
            let expires = rule.issued_only.as_ref().map(|rule| rule.expires);
            assert_ne!(expires, Some(None), "{place}: a rule about secrets expires");
        }
        for secret in profile.issued {
            assert!(secret.pattern.is_sound(), "{}: {:?}", profile.id, secret.pattern);
            assert_source(secret.source, profile.id);
        }
    }
}

fn assert_source(source: passkind::Source, place: &str) {
    assert!(source.url.starts_with("https://"), "{place}: source {:?}", source.url);
    assert!(passkind::Day::parse(source.checked).is_some(), "{place}: checked {:?}", source.checked);
}

/// Read elsewhere than in the gathered material.
const OTHER_SOURCES: [&str; 2] = [
    "https://www.davx5.com/tested-with/synology/",
    "https://support.atlassian.com/bitbucket-cloud/docs/using-api-tokens",
];

/// Every other fact comes from the gathered material, where that is at hand.
#[test]
fn sources_are_among_the_gathered_facts() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let files = ["data/credential-formats.json", "data/confusions.json", "research/wrong-password-peers.md"];
    let texts: Result<Vec<String>, _> = files.iter().map(|name| std::fs::read_to_string(shared.join(name))).collect();
    let Ok(texts) = texts else {
        println!("not compared: {} is not there", shared.display());
        return;
    };
    // The reports write issues as `owner/name#1`.
    let known = |url: &str| {
        let short = url.trim_start_matches("https://github.com/").replace("/issues/", "#");
        let short = short.split_once('/').map_or(short.clone(), |(_, name)| name.to_owned());
        texts.iter().any(|text| text.contains(url) || text.contains(&short))
    };
    for profile in Profile::all() {
        let rules = profile.services.iter().map(|rule| rule.source);
        for source in rules.chain(profile.issued.iter().map(|secret| secret.source)) {
            assert!(OTHER_SOURCES.contains(&source.url) || known(source.url), "{}: {}", profile.id, source.url);
        }
    }
}

/// The right identifier and a secret of the right kind: nothing to say, on any service.
#[test]
fn a_right_pair_gives_no_hint() {
    let secrets = ["Kirschbaum7!", "kfzq wnrt bxmd hjvp", "tkwovqeazjmuhxib", "aB3dE5fG7hJ9kL2m"];
    // (service, identifier, places in `secrets` of what is right there)
    let table: [(&'static str, &str, &[usize]); 11] = [
        ("account", "anna@example.com", &[0, 2, 3]),
        ("webmail", "anna@ik.me", &[0, 2, 3]),
        ("mailbox", "anna@example.com", &[1, 2, 3]),
        ("caldav", "AB12345", &[0, 3]),
        ("webdav", "anna@example.com", &[3]),
        ("ftp", "abcd_anna", &[0, 2, 3]),
        ("ssh", "abcd_anna", &[0, 2, 3]),
        ("mysql", "abcd_shop", &[0, 2, 3]),
        ("phpmyadmin", "abcd_WP123456", &[0, 2, 3]),
        ("publicCloud", "PCU-AB12CD", &[0, 2, 3]),
        ("swissBackup", "SBI-AB123456", &[0, 2, 3]),
    ];
    for (service, identifier, right) in table {
        let mut options = GuardOptions::new(passkind::Service::named(service));
        options.provider = Some("infomaniak".to_owned());
        let guard = Guard::new(options).unwrap();
        for secret in right.iter().map(|at| secrets[*at]) {
            let credentials = Credentials::new(identifier, secret);
            let assessment = guard.assess(&credentials, Observation::default());
            let told: Vec<(&str, Topic)> = assessment.hints.iter().map(|hint| (hint.code(), hint.topic())).collect();
            assert_eq!(told, [], "{service}: {identifier}, {secret}");
        }
    }
}
