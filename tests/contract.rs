//! The circle Rust -> JSON -> TypeScript: writes what the core answers as a TypeScript file, which
//! `tests/contract.test.js` compiles against `src/wasm/types.d.ts`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail")]

use std::collections::BTreeSet;
use std::path::Path;

use passkind::{Assessment, Credentials, Explain, Guard, GuardOptions, Hint, Input, Observation, Service};

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
const IDENTIFIERS: [&str; 13] = [
    "",
    "anna@ik.me",
    "anna@hosted.example",
    "anna@gmail.com",
    "anna@gmial.com",
    "anna@gm\u{430}il.com",
    "abcd_anna",
    "AB12345",
    "anna",
    "mailto:anna@ik.me",
    "\"a b\"@ik.me",
    "anna\u{200b}b@ik.me ",
    "kfzq wnrt bxmd hjvp",
];
/// Shapes that no scanner may find here are put together.
fn passwords() -> Vec<String> {
    let key = ["-----BEGIN ", "PRIVATE KEY-----"].concat();
    let token = ["gh", "p_", &"aB3dE5fG7".repeat(4)].concat();
    let seed = "abandon ".repeat(11) + "about";
    PASSWORDS.iter().map(|password| (*password).to_owned()).chain([key, token, seed]).collect()
}

const PASSWORDS: [&str; 15] = [
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
    "0a1b2-c3d4e",
];

#[test]
fn every_hint_crosses_as_the_types_say() {
    let mut codes = BTreeSet::new();
    let mut lines = Vec::new();
    for (service, provider) in SERVICES
        .map(|service| (service, "infomaniak"))
        .into_iter()
        .chain([("registry", "pypi"), ("mailbox", "microsoft")])
    {
        let mut options = GuardOptions::new(Service::named(service));
        options.provider = Some(provider);
        options.hosted_domains = vec!["hosted.example".to_owned()];
        options.explain = Explain::AfterRefusal;
        let guard = Guard::new(options).unwrap();
        for identifier in IDENTIFIERS {
            for password in &passwords() {
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

fn observations() -> impl Iterator<Item = Observation> {
    let inputs = [None, Some(Input::Autofilled)];
    inputs.into_iter().flat_map(|input| {
        (0..4).flat_map(move |refused| {
            [false, true].map(|caps_lock| Observation { caps_lock, input, refused }).into_iter()
        })
    })
}

fn line(assessment: &Assessment) -> String {
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
