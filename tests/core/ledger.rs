//! The coverage ledger: every gathered fact and every real confusion is covered by a named case, or left out for a
//! stated reason. `tests/data/ledger.tsv` has one line for each record: its key, the ids of its cases, or the reason.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;

const LEDGER: &str = include_str!("../data/ledger.tsv");
const CASES: &str = include_str!("../data/cases.jsonl");

/// What the ledger says about one record.
#[derive(Debug)]
enum Entry<'a> {
    Covered(Vec<&'a str>),
    LeftOut,
}

#[test]
fn every_line_names_existing_cases_or_a_reason() {
    let known: BTreeSet<String> = CASES.lines().map(|line| text(&json(line), "id")).collect();
    for (record, entry) in ledger() {
        if let Entry::Covered(cases) = entry {
            for case in cases {
                assert!(known.contains(case), "{record}: there is no case {case:?}");
            }
        }
    }
}

#[test]
fn every_record_has_its_line() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    if !data.exists() {
        println!("not compared: {} is not there", data.display());
        return;
    }
    let read = |name: &str| json(&std::fs::read_to_string(data.join(name)).unwrap());
    let records: BTreeSet<String> =
        format_keys(&read("credential-formats.json")).chain(confusion_keys(&read("confusions.json"))).collect();
    let lines: BTreeSet<String> = ledger().into_keys().map(str::to_owned).collect();
    let missing: Vec<&String> = records.difference(&lines).collect();
    assert!(missing.is_empty(), "records without a line in the ledger: {missing:#?}");
    let idle: Vec<&String> = lines.difference(&records).collect();
    assert!(idle.is_empty(), "lines of the ledger without a record: {idle:#?}");
}

/// The index is part of the key, since a provider may have several records of one kind.
fn format_keys(file: &Value) -> impl Iterator<Item = String> {
    let rows = file.as_array().unwrap().iter().enumerate();
    rows.map(|(index, row)| format!("formats[{index}] {} {}", text(row, "provider"), text(row, "kind")))
}

fn confusion_keys(file: &Value) -> impl Iterator<Item = String> {
    file.as_array().unwrap().iter().map(|row| format!("confusions {}", text(row, "id")))
}

/// The ledger by record; a record twice, or a line that says neither or both, fails.
fn ledger() -> BTreeMap<&'static str, Entry<'static>> {
    let mut lines = LEDGER.lines();
    assert_eq!(lines.next(), Some("record\tcases\treason"), "the header of the ledger");
    let mut entries = BTreeMap::new();
    for line in lines {
        let mut columns = line.split('\t');
        let [record, cases, reason] = [(); 3].map(|()| columns.next().unwrap_or_default());
        assert_eq!(columns.next(), None, "{record}: more than three columns");
        let entry = match (cases, reason) {
            ("", "") => panic!("{record}: neither a case nor a reason"),
            ("", _) => Entry::LeftOut,
            (_, "") => Entry::Covered(cases.split(' ').collect()),
            _ => panic!("{record}: both cases and a reason"),
        };
        assert!(entries.insert(record, entry).is_none(), "{record}: two lines");
    }
    entries
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn text(row: &Value, key: &str) -> String {
    row[key].as_str().unwrap_or_else(|| panic!("no {key} in {row}")).to_owned()
}
