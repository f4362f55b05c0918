//! Measures passkind on tables of cases: `cargo run --release --example eval -- assess FILE.jsonl`.
//!
//! Every subcommand ends with one line of JSON and exits 0 whenever that line was printed.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command prints")]

mod assess;

use std::process::ExitCode;

const USAGE: &str = "usage: eval assess FILE.jsonl";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match arguments.as_slice() {
        ["assess", file] => assess::run(file),
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
