//! Reads `providers/*.toml` and `replies/rules.toml` and writes what the crate and the npm package are made of to `OUT_DIR`.
//!
//! Nothing of the machine goes into the texts: no day, no path; the same files give the same bytes.
#![allow(clippy::print_stdout, reason = "cargo reads what a build script prints")]

#[allow(dead_code, reason = "the crate writes days, too")]
#[path = "../src/provider/calendar.rs"]
mod calendar;
#[allow(dead_code, unreachable_pub, missing_docs, reason = "the crate's own; a build needs its names")]
#[path = "../src/reply/cause.rs"]
mod cause;
mod check;
mod folder;
mod grammar;
#[allow(dead_code, unreachable_pub, reason = "the crate's own; a build needs a part of it")]
#[path = "../src/pattern.rs"]
mod pattern;
mod replies;
mod schema;
#[allow(dead_code, unreachable_pub, reason = "the crate's own; patterns are cut with it")]
#[path = "../src/text.rs"]
mod text;
#[allow(dead_code, unreachable_pub, reason = "the crate's own; phrases become words as replies do")]
#[path = "../src/reply/words.rs"]
mod words;
mod write;

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=providers");
    println!("cargo::rerun-if-changed=replies");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src/pattern.rs");
    println!("cargo::rerun-if-changed=src/provider/calendar.rs");
    println!("cargo::rerun-if-changed=src/reply");
    println!("cargo::rerun-if-changed=src/text.rs");
    let (mut providers, mut faults) = folder::read(Path::new("providers"))?;
    // `make size` asks for one provider, to tell what the others add to everybody's page.
    if let Ok(only) = env::var("CARGO_CFG_PASSKIND_ONE_PROVIDER") {
        providers.retain(|provider| provider.id == only);
    }
    let replies = replies::texts(&fs::read_to_string("replies/rules.toml")?).unwrap_or_else(|found| {
        faults.extend(found);
        Default::default()
    });
    for fault in &faults {
        println!("cargo::error={fault}");
    }
    if faults.is_empty() {
        let folder = env::var_os("OUT_DIR").unwrap_or_default();
        for (name, text) in write::texts(&providers).into_iter().chain(replies) {
            fs::write(Path::new(&folder).join(name), text)?;
        }
    }
    Ok(())
}
