//! Measures passkind: on tables of cases, on public passwords, on what generators and providers make.
//!
//! * `eval assess FILE.jsonl`: failing cases, then one line of JSON; exits 0 whenever that line was printed.
//! * `eval report FILE.jsonl`: the same with all tables and figures before that line, and `target/eval.json`.
//! * `eval address FILE.jsonl`: rows with `input` and `expected`; one line of JSON.
//! * `eval domain TYPOS.tsv REAL.tsv`: typed and intended domains, real domains; one line of JSON.
//! * `eval hosts FILE`: what the native reader of hosts makes of each line, for `tests/engines/hosts.test.js`.
//! * `eval fuzz COUNT`: so many random texts in both fields; one line of JSON.
//! * `eval questions FILE.jsonl COUNT`: the file's cases and so many random questions, as they cross to `core.wasm`, each with the
//!   native answer: a line of JSON each, for whoever runs the core elsewhere to compare.
//! * `eval known SERVERS.tsv DOMAINS.tsv`: how many hosts and mail domains name their provider; one line of JSON.
//! * `eval reply FILE.jsonl`: rows with `reply` and `cause`; which cause was read in place of which, then one line of JSON.
//! * `eval reply --cross FILE.jsonl`: the same in five parts by `server`, without the phrases that only the part's servers say.
//! * `eval replies [FILE.jsonl] COUNT`: the file's replies and so many made up ones, each with its cause: a line of JSON each.
//! * `eval stale [YYYY-MM-DD]`: the rules that expire within 90 days of that day, or have.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command prints")]

mod assess;
mod bounds;
mod case;
mod form;
mod generators;
mod issued;
mod known;
mod managers;
mod people;
mod print;
mod questions;
mod random;
mod reply;
mod report;
mod right_pairs;
mod said;
mod sample;
mod sign_in;
mod spelling;
mod stale;
mod tables;
mod template;
mod tokens;

use std::process::ExitCode;

const USAGE: &str = "usage: eval assess FILE.jsonl | eval report FILE.jsonl | eval address FILE.jsonl | \
    eval domain TYPOS.tsv REAL.tsv | eval fuzz COUNT | eval hosts FILE | eval questions FILE.jsonl COUNT | \
    eval known SERVERS.tsv DOMAINS.tsv | eval reply [--cross] FILE.jsonl | eval replies [FILE.jsonl] COUNT | \
    eval stale [YYYY-MM-DD]";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match arguments.as_slice() {
        ["assess", file] => assess::run(file),
        ["report", file] => report::run(file),
        ["address", file] => spelling::address(file),
        ["domain", typos, real] => spelling::domain(typos, real),
        ["hosts", file] => spelling::hosts(file),
        ["fuzz", count] => spelling::fuzz(count),
        ["questions", file, count] => questions::run(file, count),
        ["known", servers, domains] => known::run(servers, domains),
        ["reply", "--cross", file] => reply::cross(file),
        ["reply", file] => reply::run(file),
        ["replies", count] => reply::list(None, count),
        ["replies", file, count] => reply::list(Some(file), count),
        ["stale"] => stale::run(None),
        ["stale", today] => stale::run(Some(today)),
        _ => Err(USAGE.to_owned()),
    };
    match outcome {
        Ok(line) => {
            println!("{line}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("eval: {message}");
            ExitCode::FAILURE
        }
    }
}
