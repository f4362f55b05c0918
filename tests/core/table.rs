//! The built-in profiles as data: complete, sorted, sourced.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail")]

use std::collections::BTreeMap;
use std::path::Path;

use passkind::{Credentials, Day, Guard, GuardOptions, Observation, Period, Profile, Service, Topic, Verdict, claims};

#[test]
fn rows_are_sorted_unique_and_sourced() {
    let profiles: Vec<&Profile> = Profile::all().iter().collect();
    assert!(profiles.is_sorted_by(|a, b| a.id < b.id), "profiles are sorted by id");
    for profile in profiles {
        for rule in profile.services {
            let place = format!("{} {}", profile.id, rule.service.as_str());
            assert!(!rule.expects.is_empty(), "{place}");
            assert!(rule.links.iter().all(|link| link.href.starts_with("https://")), "{place}");
            assert!(is_dated(rule.period), "{place}");
            assert!(rule.issued_only.is_none_or(|only| is_dated(only.period)), "{place}: a rule about secrets expires");
        }
        for secret in profile.issued {
            assert!(secret.pattern.is_sound() && is_dated(secret.period), "{}: {:?}", profile.id, secret.pattern);
        }
    }
    for claim in claims() {
        let place = format!("{} {}", claim.provider, claim.what);
        assert!(claim.sources.split(' ').all(|url| url.starts_with("https://")), "{place}: {}", claim.sources);
        assert!(is_dated(claim.period), "{place}");
    }
}

fn is_dated(period: Period) -> bool {
    period.read.zip(period.expires).is_some_and(|(read, expires)| read < expires)
}

/// Whoever keeps the facts reads some of them again each month, never most of them at once.
#[test]
fn no_month_sees_more_than_a_quarter_of_all_claims_expire() {
    let mut months: BTreeMap<String, usize> = BTreeMap::new();
    for claim in claims() {
        let day = claim.period.expires.unwrap().to_string();
        *months.entry(day.chars().take("2026-11".len()).collect()).or_default() += 1;
    }
    let most = claims().count() / 4;
    assert!(months.values().all(|count| *count <= most), "at most {most} of {}: {months:?}", claims().count());
}

/// A claim loses one step when it expires, and everything when it has been expired for longer than it held.
#[test]
fn an_expired_claim_loses_a_step_and_a_lapsed_one_says_nothing() {
    // Google's rule about its app passwords, read on 2026-11-22, is relied on until 2028-03-11: 475 days.
    let rule = Profile::built_in("google").unwrap().rule(Service::MAILBOX).unwrap().issued_only.unwrap().period;
    assert_eq!([rule.read, rule.expires], [Day::parse("2026-11-22"), Day::parse("2028-03-11")]);
    let table = [
        ("2028-03-11", Verdict::Probably),
        ("2028-03-12", Verdict::May),
        ("2029-06-29", Verdict::May),
        ("2029-06-30", Verdict::Silent),
        ("2060-01-01", Verdict::Silent),
    ];
    for (today, verdict) in table {
        let mut options = GuardOptions::new(Service::MAILBOX);
        options.provider = Some("google".to_owned());
        options.today = Day::parse(today);
        let guard = Guard::new(options).unwrap();
        let assessment = guard.assess(&Credentials::new("anna@gmail.com", "Kirschbaum7!"), Observation::default());
        assert_eq!(assessment.verdict, verdict, "{today}");
        assert_eq!(assessment.hints.is_empty(), verdict == Verdict::Silent, "{today}");
    }
}

/// Read elsewhere than in the gathered material.
const OTHER_SOURCES: [&str; 7] = [
    "https://docs.github.com/en/enterprise-server@3.22/apps/creating-github-apps/authenticating-with-a-github-app/generating-an-installation-access-token-for-a-github-app",
    "https://github.com/nextcloud/server/blob/060bbd5f1637ab8dea1715066f368a6df10f1e8e/core/Controller/ClientFlowLoginController.php",
    "https://github.com/pypa/twine/blob/main/tests/test_integration.py",
    "https://github.com/trufflesecurity/trufflehog/blob/3ab759fef4bb5935d4fe9ac68b503d05346b8364/pkg/detectors/dockerhub/v2/dockerhub.go",
    "https://gitlab.com/gitlab-org/gitlab/-/merge_requests/169322",
    "https://www.davx5.com/tested-with/synology/",
    "https://support.atlassian.com/bitbucket-cloud/docs/using-api-tokens",
];

/// Every other fact comes from the gathered material, where that is at hand.
#[test]
fn sources_are_among_the_gathered_facts() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let files = [
        "data/credential-formats.json",
        "data/confusions.json",
        "data/facts-checked.jsonl",
        "research/wrong-password-peers.md",
    ];
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
    let facts = claims().filter(|claim| claim.what.starts_with("services ") || claim.what.starts_with("issued "));
    for claim in facts {
        for url in claim.sources.split(' ') {
            assert!(OTHER_SOURCES.contains(&url) || known(url), "{} {}: {url}", claim.provider, claim.what);
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
        let mut options = GuardOptions::new(Service::named(service));
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
