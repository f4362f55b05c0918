//! Rates passwords from standard input with the published zxcvbn, one a line; `tests/core/zxcvbn.rs` compares.
use std::io::{BufRead, Write, stdin, stdout};
use std::sync::atomic::Ordering;

mod rating;

fn main() -> std::io::Result<()> {
    let seed = std::env::args().nth(1).and_then(|seed| seed.parse().ok()).unwrap_or_default();
    rating::SEED.store(seed, Ordering::Relaxed);
    rating::warm_up();
    let mut out = stdout().lock();
    for line in stdin().lock().lines() {
        writeln!(out, "{}", rating::line(&decode(&line?)))?;
        out.flush()?;
    }
    Ok(())
}

/// A line holds a password's code points in hexadecimal; what is no code point is left out.
fn decode(line: &str) -> String {
    let code_points = line.split(' ').filter_map(|hex| u32::from_str_radix(hex, 16).ok());
    code_points.filter_map(char::from_u32).collect()
}
