//! The built-in profiles as data: complete, sorted, sourced.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail")]

use std::collections::BTreeMap;
use std::path::Path;

use passkind::{
    Credentials, Day, Guard, GuardOptions, Observation, Period, Profile, Role, Service, Topic, Verdict, claims,
};

#[test]
fn rows_are_sorted_unique_and_sourced() {
    let profiles: Vec<&Profile> = Profile::all().iter().collect();
    assert!(profiles.is_sorted_by(|a, b| a.id < b.id), "profiles are sorted by id");
    for profile in profiles {
        for rule in profile.services {
            let place = format!("{} {}", profile.id, rule.service.as_str());
            assert!(!rule.expects.is_empty() || !rule.identifier.forms.is_empty(), "{place}");
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
    // Google's rule about its app passwords, read on 2026-11-22, is relied on until 2028-03-01: 465 days.
    let rule = Profile::built_in("google").unwrap().rule(Service::MAILBOX).unwrap().issued_only.unwrap().period;
    assert_eq!([rule.read, rule.expires], [Day::parse("2026-11-22"), Day::parse("2028-03-01")]);
    let table = [
        ("2028-03-01", Verdict::Probably),
        ("2028-03-02", Verdict::May),
        ("2029-06-09", Verdict::May),
        ("2029-06-10", Verdict::Silent),
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

/// Pages that were found by searching and are not in the gathered material: whoever adds a fact adds its page.
const OTHER_SOURCES: &str = include_str!("../data/other-sources.txt");

/// Every other fact comes from the gathered material, where that is at hand.
#[test]
fn sources_are_among_the_gathered_facts() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let files = [
        "data/credential-formats.json",
        "data/confusions.json",
        "data/facts-checked.jsonl",
        "data/mail-domains.tsv",
        "data/provider-additions.jsonl",
        "data/provider-candidates.jsonl",
        "data/servers.tsv",
        "research/facts-review.md",
        "research/wrong-password-peers.md",
    ];
    let texts: Result<Vec<String>, _> = files.iter().map(|name| std::fs::read_to_string(shared.join(name))).collect();
    let Ok(texts) = texts else {
        println!("not compared: {} is not there", shared.display());
        return;
    };
    // The reports write issues as `owner/name#1`, and files of repositories with their commit elsewhere.
    let known = |url: &str| {
        let Some(path) = url.strip_prefix("https://github.com/") else {
            return texts.iter().any(|text| text.contains(url));
        };
        let short = path.replace("/issues/", "#");
        let short = short.split_once('/').map_or(short.clone(), |(_, name)| name.to_owned());
        let name = path.split('/').nth(1).unwrap_or_default();
        let file = path.rsplit('/').next().unwrap_or_default();
        texts.iter().any(|text| text.contains(&short) || (text.contains(name) && text.contains(file)))
    };
    let facts = claims().filter(|claim| claim.what.starts_with("services ") || claim.what.starts_with("issued "));
    for claim in facts {
        for url in claim.sources.split(' ') {
            let is_listed = OTHER_SOURCES.lines().any(|line| line == url);
            assert!(is_listed || known(url), "{} {}: {url}", claim.provider, claim.what);
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

/// Whoever is told to make a secret is told where: without a place or a page the hint is a dead end.
#[test]
fn no_hint_that_asks_for_an_issued_secret_is_a_dead_end() {
    let makes = |role: &Role| matches!(role, Role::AppPassword | Role::ApiToken);
    for profile in Profile::all() {
        let rules = profile.services.iter().filter(|rule| rule.expects.first().is_some_and(makes));
        for rule in rules.filter(|rule| !rule.after_refusal) {
            let leads = rule.place.is_some() || !rule.links.is_empty() || !profile.help.is_empty();
            assert!(leads || WITHOUT_A_PAGE.contains(&profile.id), "{} {}", profile.id, rule.service.as_str());
        }
    }
}

/// Whose page about it was not found.
const WITHOUT_A_PAGE: &[&str] = &[
    "azure-container-registry",
    "digitalocean",
    "google-cloud",
    "home-assistant",
    "infobip",
    "mailjet",
    "mailpace",
    "mailtrap",
    "netease-163",
    "oracle-cloud",
    "postmark",
    "resend",
    "scaleway-tem",
    "sparkpost",
];
