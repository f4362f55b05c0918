//! The circle Rust -> JSON -> TypeScript: writes what the core answers as a TypeScript file, which
//! `tests/contract.test.js` compiles against `src/wasm/types.d.ts`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail")]

use std::collections::BTreeSet;
use std::path::Path;

use passkind::{
    Assessment, Confidence, Credentials, Explain, Guard, GuardOptions, Hint, IdentifierForm, IdentifierRule, Input,
    IssuedOnly, IssuedSecret, Observation, Pattern, Profile, Role, Service, ServiceRule, Source,
};

const SERVICES: [&str; 11] = [
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
];
const IDENTIFIERS: [&str; 11] = [
    "",
    "anna@ik.me",
    "anna@hosted.example",
    "anna@gmail.com",
    "abcd_anna",
    "AB12345",
    "anna",
    "mailto:anna@ik.me",
    "\"a b\"@ik.me",
    "anna\u{200b}b@ik.me ",
    "kfzq wnrt bxmd hjvp",
];
const PASSWORDS: [&str; 14] = [
    "",
    "Sommer24!",
    "kfzq wnrt bxmd hjvp",
    "aB3dE5fG7hJ9kL2m",
    "481736",
    "anna@ik.me",
    "https://mail.example/",
    "Password: Sommer24!",
    " Sommer24!",
    "Sommer\u{2013}24",
    "sOMMERWIND",
    "4242 4242 4242 4242",
    "Cafe\u{301}24!",
    "Som\u{200b}mer24!",
];

#[test]
fn every_hint_crosses_as_the_types_say() {
    let mut codes = BTreeSet::new();
    let mut lines = Vec::new();
    for (service, provider) in SERVICES.map(|service| (service, "infomaniak")).into_iter().chain([("api", "own")]) {
        let mut options = GuardOptions::new(Service::declared(service));
        options.provider = Some(provider.into());
        options.profiles = vec![token_profile()];
        options.hosted_domains = vec!["hosted.example".to_owned()];
        options.explain = Explain::AfterRefusal;
        let guard = Guard::new(options).unwrap();
        for identifier in IDENTIFIERS {
            for password in PASSWORDS {
                for observation in observations() {
                    let credentials = Credentials::new(identifier, password);
                    let assessment = guard.assess(&credentials, observation);
                    let told: Vec<&str> = assessment.hints.iter().map(Hint::code).collect();
                    // One line for each new code, so that the file stays small and every code is in it.
                    if lines.is_empty() || told.iter().any(|code| !codes.contains(*code)) {
                        codes.extend(told.into_iter().map(str::to_owned));
                        lines.push(line(&assessment));
                    }
                }
            }
        }
        lines.push(format!("({}) satisfies Guide;", serde_json::to_string(&guard.guide()).unwrap()));
    }
    let missing: Vec<&&str> = Hint::CODES.iter().filter(|code| !codes.contains(**code)).collect();
    assert!(missing.is_empty(), "no case gives {missing:?}");
    write("contract.ts", &lines);
}

/// A service that takes a fixed name and a token: no built-in provider has one yet.
fn token_profile() -> Profile {
    let rule = ServiceRule {
        service: Service::API,
        identifier: IdentifierRule {
            forms: vec![IdentifierForm::Fixed].into(),
            patterns: vec![Pattern::new("apikey")].into(),
            example: Some("apikey".into()),
            place: None,
        },
        expects: vec![Role::ApiToken].into(),
        issued_only: Some(IssuedOnly::default()),
        several: true,
        place: None,
        used_at: vec!["smtp.own.example".into()].into(),
        links: vec![].into(),
        source: Source::default(),
    };
    let token = IssuedSecret {
        role: Role::ApiToken,
        pattern: Pattern::new("own_[a-z]{20}"),
        groups: None,
        length: Confidence::High,
        alphabet: Confidence::High,
        source: Source::default(),
    };
    Profile {
        id: "own".into(),
        name: "Own Host".into(),
        mail_domains: vec![].into(),
        services: vec![rule].into(),
        issued: vec![token].into(),
        help: None,
    }
}

fn observations() -> impl Iterator<Item = Observation> {
    let inputs = [None, Some(Input::Autofilled)];
    inputs.into_iter().flat_map(|input| {
        (0..4).flat_map(move |refused| {
            [false, true].map(|caps_lock| Observation { caps_lock, input, refused }).into_iter()
        })
    })
}

fn line(assessment: &Assessment<'_>) -> String {
    format!("({}) satisfies Assessment;", serde_json::to_string(assessment).unwrap())
}

fn write(name: &str, lines: &[String]) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/contract");
    std::fs::create_dir_all(&folder).unwrap();
    let codes: Vec<String> = Hint::CODES.iter().map(|code| format!("\"{code}\"")).collect();
    let head = "import type { Assessment, Guide, HintCode } from \"../../src/wasm/types.js\";\n";
    let codes = format!("[{}] satisfies HintCode[];\n", codes.join(", "));
    std::fs::write(folder.join(name), head.to_owned() + &codes + &lines.join("\n") + "\n").unwrap();
}
