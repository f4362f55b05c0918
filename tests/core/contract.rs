//! The circle Rust -> JSON -> TypeScript: writes what the core answers, by the writer that the package has, as a TypeScript file,
//! which `tests/package/contract.test.js` compiles against `src/wasm/types.d.ts`. Holds to the register of hints what is written from it:
//! `RENEW=1 cargo test --test contract` writes it anew.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::format_push_string,
    reason = "a test may fail, and takes its time"
)]

use std::collections::BTreeSet;
use std::path::Path;

use passkind::{
    Assessment, Cause, Credentials, Field, Guard, GuardOptions, Hint, HintEntry, Input, Observation, ParamEntry,
    ParamKind, Service, Severity,
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

const PASSWORDS: &[&str] = &[
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
        options.provider = Some(provider.to_owned());
        options.hosted_domains = vec!["hosted.example".to_owned()];
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
        lines.push(format!("({}) satisfies Guide;", guard.guide().to_json()));
    }
    // Of servers, without a provider named.
    let guard = Guard::new(GuardOptions::new(Service::MAILBOX)).unwrap();
    for server in ["smpt.gmail.com", "mail.example.org"] {
        for observation in observations() {
            let assessment = guard.assess(&Credentials::new("anna@gmail.com", "").at_server(server), observation);
            codes.extend(assessment.hints.iter().map(|hint| hint.code().to_owned()));
            lines.push(line(&assessment));
        }
    }
    // Of what servers reply, and of services about which nothing is known.
    for service in ["mailbox", "ftp", "account"] {
        let guard = Guard::new(GuardOptions::new(Service::named(service))).unwrap();
        for (identifier, password) in [("anna@example.org", "Kirschbaum7!"), ("anna", "")] {
            for cause in [None].into_iter().chain(Cause::ALL.iter().copied().map(Some)) {
                let mut observation = Observation::default();
                (observation.refused, observation.cause) = (1, cause);
                observation.single_sign_on = cause.is_none();
                let assessment = guard.assess(&Credentials::new(identifier, password), observation);
                codes.extend(assessment.hints.iter().map(|hint| hint.code().to_owned()));
                lines.push(line(&assessment));
            }
        }
    }
    let missing: Vec<&&str> = Hint::CODES.iter().filter(|code| !codes.contains(**code)).collect();
    assert!(missing.is_empty(), "no case gives {missing:?}");
    write("contract.ts", &lines);
}

fn observations() -> impl Iterator<Item = Observation> {
    let inputs = [None, Some(Input::Autofilled)];
    inputs.into_iter().flat_map(|input| {
        (0..4).flat_map(move |refused| {
            [false, true].into_iter().map(move |caps_lock| {
                let mut observation = Observation::default();
                (observation.caps_lock, observation.input, observation.refused) = (caps_lock, input, refused);
                observation
            })
        })
    })
}

fn line(assessment: &Assessment) -> String {
    format!("({}) satisfies Assessment;", assessment.to_json())
}

fn write(name: &str, lines: &[String]) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/contract");
    std::fs::create_dir_all(&folder).unwrap();
    let codes: Vec<String> = Hint::CODES.iter().map(|code| format!("\"{code}\"")).collect();
    let head = "import type { Assessment, Guide, HintCode } from \"../../src/wasm/types.js\";\n";
    let codes = format!("[{}] satisfies HintCode[];\n", codes.join(", "));
    std::fs::write(folder.join(name), head.to_owned() + &codes + &lines.join("\n") + "\n").unwrap();
}

/// Between two lines of a file stands what follows from the register.
fn is_written(file: &str, from: &str, to: &str, expected: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    let text = std::fs::read_to_string(&path).unwrap();
    let (before, rest) = text.split_once(from).unwrap();
    let (written, after) = rest.split_once(to).unwrap();
    if std::env::var_os("RENEW").is_some() {
        std::fs::write(path, [before, from, expected, to, after].concat()).unwrap();
    } else {
        assert_eq!(written, expected, "{file}: RENEW=1 cargo test --test contract writes it anew");
    }
}

fn camel_case(value: impl serde::Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap().to_owned()
}

fn severity(entry: &HintEntry) -> String {
    entry.severity.map_or("verdict".to_owned(), camel_case)
}

/// Where a hint sends its reader.
const WHERE: [&str; 5] = ["provider", "name", "service", "place", "links"];

/// Whether the hint sends its reader somewhere, and its other parameters.
fn params(entry: &HintEntry) -> (bool, Vec<&ParamEntry>) {
    let is_destination = WHERE.iter().all(|name| entry.params.iter().any(|param| param.name == *name));
    let others = entry.params.iter().filter(|param| !is_destination || !WHERE.contains(&param.name));
    (is_destination, others.collect())
}

#[test]
fn the_types_are_those_of_the_register() {
    let mut lines = String::from("\n");
    let mut heading = String::new();
    for entry in Hint::register() {
        let severity = severity(&entry).replace("verdict", "by verdict");
        let next = format!("  // {}, {severity}\n", camel_case(entry.topic));
        if next != heading {
            lines += &next;
            heading = next;
        }
        lines += &format!("  {}: {};\n", entry.code, typescript(&entry));
    }
    is_written("src/wasm/types.d.ts", "export interface HintParams {", "}\n\nexport type HintCode", &lines);
}

fn typescript(entry: &HintEntry) -> String {
    let (is_destination, others) = params(entry);
    let members: Vec<String> = others
        .iter()
        .map(|param| {
            let of = match param.kind {
                ParamKind::OneOf(words) => {
                    words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(" | ")
                }
                ParamKind::Count => "number".to_owned(),
                ParamKind::Links => "Link[]".to_owned(),
                _ => "string".to_owned(),
            };
            format!("{}{}: {of}", param.name, if param.is_optional { "?" } else { "" })
        })
        .collect();
    let own = format!("{{ {} }}", members.join("; "));
    match (is_destination, members.is_empty()) {
        (true, true) => "Destination".to_owned(),
        (true, false) => format!("Destination & {own}"),
        (false, true) => "NoParams".to_owned(),
        (false, false) => own,
    }
}

#[test]
fn the_table_of_codes_is_that_of_the_register() {
    let mut rows = String::new();
    for entry in Hint::register() {
        let (is_destination, others) = params(&entry);
        let names = others.iter().map(|param| format!("`{}{}`", param.name, if param.is_optional { "?" } else { "" }));
        let names: Vec<String> = is_destination.then(|| "`where`".to_owned()).into_iter().chain(names).collect();
        let names = if names.is_empty() { "none".to_owned() } else { names.join(", ") };
        let HintEntry { code, meaning, .. } = entry;
        rows += &format!("| `{code}` | {} | {} | {names} | {meaning} |\n", camel_case(entry.topic), severity(&entry));
    }
    let head = "## Hints of the sign-in form\n\n| code | topic | severity | parameters | meaning |\n| --- | --- | --- | --- | --- |\n";
    is_written("docs/codes.md", head, "\n## Hints about a new password", &rows);
    // In this test as well, since two that write one file would undo each other's work.
    let named = |is_named: fn(&HintEntry) -> bool| {
        let codes = Hint::register().into_iter().filter(is_named).map(|entry| format!("`{}`", entry.code));
        codes.collect::<Vec<_>>().join(", ")
    };
    let always = named(|entry| entry.private == Some(true) && entry.params.iter().all(|param| param.name != "verdict"));
    let of_password = named(|entry| entry.private.is_none());
    let names = format!("\n  {always};\n  of {of_password} those whose `field` is the password;\n");
    is_written("docs/codes.md", "codes with a verdict;", "  and every code that the texts", &names);
}

#[test]
fn what_passkind_testing_makes_is_of_the_register() {
    let mut rows = String::from("\n");
    for entry in Hint::register() {
        let defaults: Vec<String> = params(&entry).1.iter().filter_map(|param| example(&entry, param)).collect();
        let defaults = match (params(&entry).0, defaults.is_empty()) {
            (true, true) => "THERE".to_owned(),
            (true, false) => format!("{{ ...THERE, {} }}", defaults.join(", ")),
            (false, true) => "{}".to_owned(),
            (false, false) => format!("{{ {} }}", defaults.join(", ")),
        };
        let field = entry.field.map_or("password".to_owned(), camel_case);
        let severity = camel_case(entry.severity.unwrap_or(Severity::Warning));
        let private = entry.private.unwrap_or(entry.field != Some(Field::Identifier));
        let topic = camel_case(entry.topic);
        rows += &format!(
            "  {}: {{ field: \"{field}\", severity: \"{severity}\", topic: \"{topic}\", private: {private}, params: {defaults} }},\n",
            entry.code
        );
    }
    is_written("www/testing.js", "const HINTS = {", "};\n", &rows);
}

/// A value of what a hint must know.
fn example(entry: &HintEntry, param: &ParamEntry) -> Option<String> {
    let value = match (entry.code, param.name, param.kind) {
        _ if param.is_optional && (entry.code, param.name) != ("lookalikeDomain", "suggestion") => return None,
        ("domainTypo", "domain", _) => "\"exampel.com\"",
        ("lookalikeDomain", "domain", _) => "\"ex\\u0430mple.com\"",
        ("edgeSpace", "edge", _) => "\"end\"",
        (_, "field", _) => "\"password\"",
        (_, "verdict", _) => "\"probably\"",
        (_, "username", _) => "\"apikey\"",
        (_, _, ParamKind::OneOf(words)) => return Some(format!("{}: \"{}\"", param.name, words[0])),
        (_, _, ParamKind::Count) => "16",
        (_, _, ParamKind::Links) => "[]",
        (_, _, ParamKind::Letter) => "\"a\"",
        _ => "\"example.com\"",
    };
    Some(format!("{}: {value}", param.name))
}
