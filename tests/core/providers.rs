//! `providers/*.toml` as the build reads them: what a fault in a file is answered with, and the example of `providers/README.md`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail")]
#![allow(dead_code, unreachable_pub, reason = "modules of the build, of which a test needs a part")]

#[path = "../../src/provider/calendar.rs"]
mod calendar;
#[path = "../../build/check.rs"]
mod check;
#[path = "../../build/folder.rs"]
mod folder;
#[path = "../../build/grammar.rs"]
mod grammar;
#[path = "../../src/pattern.rs"]
mod pattern;
#[path = "../../build/schema.rs"]
mod schema;
#[path = "../../src/text.rs"]
mod text;
#[path = "../../build/write.rs"]
mod write;

const README: &str = include_str!("../../providers/README.md");

/// The worked example.
fn example() -> &'static str {
    README.split("```toml\n").nth(1).unwrap().split("```").next().unwrap()
}

fn faults(text: &str) -> Vec<String> {
    check::provider("example-host", text).err().unwrap_or_default()
}

#[test]
fn the_readmes_example_has_no_fault_and_is_written() {
    assert_eq!(faults(example()), [""; 0]);
    let provider = check::provider("example-host", example()).unwrap();
    assert_eq!(provider.claims.len(), 7);
    let texts = write::texts(&[provider]);
    let text = |name: &str| &texts.iter().find(|(known, _)| *known == name).unwrap().1;
    assert!(text("providers.txt").starts_with("1\nexample-host\nExample Host\nexample.org\n2\naccount\n"));
    assert!(text("places.txt").contains("fr\texample-host\tdevices\tdans votre compte, sous Appareils\n"));
}

/// One fault each: `(what stands in the example, what stands there instead, what is said)`.
const FAULTS: [(&str, &str, &str); 28] = [
    (
        "name = \"Example Host\"",
        "nmae = \"Example Host\"",
        ":1: nmae: unknown field `nmae`, expected one of `name`, `help`",
    ),
    ("name = \"Example Host\"", "name = \"\"", ":1: name: \"\" is not allowed; a text of one line"),
    ("name = \"Example Host\"", "name = Example", ":1: name: "),
    (
        "https://help.example.org/passwords",
        "http://help.example.org",
        ":2: href: \"http://help.example.org\" is not allowed; an address that starts with https://",
    ),
    ("https://help.example.org/passwords", "https://a@b.example", ":2: href: "),
    ("read = \"2026-11-22\"", "read = \"2026-02-29\"", ":6: read: \"2026-02-29\" is not allowed; a day, YYYY-MM-DD"),
    (
        "[\"example.org\"]",
        "[\"Example.org\"]",
        ":9: domains: \"Example.org\" is not allowed; domains in lower-case ASCII",
    ),
    ("expires = \"2028-12-01\"\n\n[[servers]]", "\n[[servers]]", ":8: mail_domains: missing field `expires`"),
    (
        "expires = \"2028-12-01\"\n\n[[servers]]",
        "expires = \"2030-12-01\"\n\n[[servers]]",
        ":11: expires: \"2030-12-01\" is not allowed; a day after it was read, by 1097 at most",
    ),
    (
        "expires = \"2028-12-01\"\n\n[[servers]]",
        "expires = \"2028-12-01\"\nchanges_on = \"2028-11-01\"\n[[servers]]",
        ":11: expires: \"2028-12-01\" is not allowed; changes_on or a day before it",
    ),
    (
        "sources = [\"app-passwords\"]\nexpires = \"2028-12-01\"\n\n[[servers]]",
        "sources = [\"devices\"]\nexpires = \"2028-12-01\"\n\n[[servers]]",
        ":10: sources: \"devices\" is not allowed; one of app-passwords",
    ),
    (
        "sources = [\"app-passwords\"]\nexpires = \"2028-12-01\"\n\n[[servers]]",
        "sources = []\nexpires = \"2028-12-01\"\n\n[[servers]]",
        ":11: sources: ",
    ),
    (
        "\"imap.example.org\"",
        "\"imap.*.org\"",
        ":15: hosts: \"imap.*.org\" is not allowed; host names in lower-case ASCII; * for a whole label",
    ),
    (
        "hosts = [\"imap.example.org\", \"smtp.example.org\"]\n",
        "",
        ":14: service: \"mailbox\" is not allowed; hosts or paths beside it",
    ),
    (
        "service = \"mailbox\"\nidentifier",
        "service = \"account\"\nidentifier",
        ":26: service: \"account\" is not allowed; each service and protocol once",
    ),
    (
        "[\"address\"]",
        "[\"adress\"]",
        ":27: identifier.forms: unknown variant `adress`, expected one of `address`, `localPart`",
    ),
    ("expects = [\"appPassword\"]", "expects = []", ":28: expects: [] is not allowed; one kind of secret or more"),
    (
        "expects = [\"appPassword\"]\n",
        "",
        ":26: service: \"mailbox\" is not allowed; one with `expects`, or where only `identifier.forms` is told",
    ),
    ("place = \"devices\"", "place = \"device\"", ":30: place: \"device\" is not allowed; one of devices"),
    (
        "rel = \"help\"",
        "rel = \"helps\"",
        ":31: links: unknown variant `helps`, expected one of `reset`, `create`, `help`, `signIn`",
    ),
    (
        "[{ rel = \"help\"",
        "[{ rel = \"help\", href = \"https://a.example\" }, { rel = \"reset\"",
        ":31: links: \"https://a.example\" is not allowed; those that only help stand last",
    ),
    ("several = true", "several = \"yes\"", ":29: several: "),
    (
        "issued_only = { sources = [\"app-passwords\"], expires = \"2027-12-14\" }",
        "issued_only = { sources = [\"app-passwords\"], expires = \"2028-12-14\" }",
        ":35: expires: \"2028-12-14\" is not allowed; a day after it was read, by 549 at most",
    ),
    ("[a-z]{20}", "[a-z]{20", ":39: pattern: \"[a-z]{20\" is not allowed; signs of ASCII, [classes] and {repeats}"),
    ("separator = \"-\"", "separator = \"_\"", ":40: groups: unknown variant `_`, expected ` ` or `-`"),
    (
        "alphabet = \"high\"",
        "alphabet = \"sure\"",
        ":42: alphabet: unknown variant `sure`, expected one of `low`, `medium`, `high`",
    ),
    ("it = \"nel Suo account, alla voce Dispositivi\"\n", "", ":46: places.devices: missing field `it`"),
    ("place = \"devices\"\n", "", ":45: places: devices is not allowed; a place that a service names"),
];

#[test]
fn a_fault_is_told_with_file_line_key_and_what_is_allowed() {
    for (right, wrong, told) in FAULTS {
        assert_eq!(example().matches(right).count(), 1, "{right}");
        let faults = faults(&example().replace(right, wrong));
        let expected = format!("providers/example-host.toml{told}");
        assert!(faults.iter().any(|fault| fault.starts_with(&expected)), "{wrong}: {expected}\n{faults:#?}");
    }
    assert!(
        check::provider("Example Host", example()).unwrap_err()[0].contains("lower-case letters, digits and hyphens")
    );
}

#[test]
fn two_files_claim_neither_a_domain_nor_a_brand_nor_a_slip() {
    let provider = |id: &str| check::provider(id, example()).unwrap();
    let faults = folder::together(&[provider("a"), provider("b")]);
    assert_eq!(faults, ["providers/b.toml:9: domains: \"example.org\" stands in a.toml, too"]);
}
