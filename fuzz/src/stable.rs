//! A small fuzzer for toolchains without one: mutates the corpus, as libFuzzer does, but blindly.
//!
//! `cargo run --release --manifest-path fuzz/Cargo.toml --bin TARGET -- 10s | 1000000 [SEED]`

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// Pieces of text that the code looks at; libFuzzer takes the same file (`-dict=`).
const DICTIONARY: &str = include_str!("../dictionary.txt");
/// As libFuzzer's own limit where the corpus has nothing longer.
const MOST_BYTES: usize = 4_096;

/// When to stop.
enum Until {
    Runs(u64),
    Time(Duration),
}

/// Runs a body on the corpus and on its mutations; prints a figure and one line of JSON.
pub fn run(target: &str, body: fn(&[u8])) -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let until = arguments.next().and_then(|text| match text.strip_suffix('s') {
        Some(seconds) => Some(Until::Time(Duration::from_secs(seconds.parse().ok()?))),
        None => Some(Until::Runs(text.parse().ok()?)),
    });
    let Some(until) = until else {
        eprintln!("usage: {target} SECONDSs | RUNS [SEED]");
        return ExitCode::FAILURE;
    };
    let now = || SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
    let seed = arguments.next().and_then(|text| text.parse().ok()).unwrap_or_else(now);
    let corpus = corpus(target);
    let (mut chance, begun, mut runs) = (Chance(seed), Instant::now(), 0_u64);
    let goes_on = |runs| match until {
        Until::Runs(most) => runs < most,
        Until::Time(most) => begun.elapsed() < most,
    };
    while goes_on(runs) {
        // The corpus as it is first.
        let at = usize::try_from(runs).unwrap_or(usize::MAX);
        let data = corpus.get(at).cloned().unwrap_or_else(|| mutated(&corpus, &mut chance));
        if catch_unwind(AssertUnwindSafe(|| body(&data))).is_err() {
            return failed(target, seed, runs, &data);
        }
        runs += 1;
    }
    println!("figure: {target}: {runs} runs, 0 failures");
    println!(
        r#"{{"target":"{target}","runs":{runs},"corpus":{},"seed":{seed},"seconds":{}}}"#,
        corpus.len(),
        begun.elapsed().as_secs()
    );
    ExitCode::SUCCESS
}

/// Keeps the input where cargo-fuzz would, so that it can be run again.
fn failed(target: &str, seed: u64, runs: u64, data: &[u8]) -> ExitCode {
    let folder = home().join("artifacts").join(target);
    let file = folder.join(format!("stable-{seed}-{runs}"));
    let kept = fs::create_dir_all(&folder).and_then(|()| fs::write(&file, data));
    eprintln!("{target}: broken at run {runs} of seed {seed} by {:?}", String::from_utf8_lossy(data));
    if kept.is_ok() {
        eprintln!("kept as {}", file.display());
    }
    ExitCode::FAILURE
}

fn home() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// The committed inputs in the order of their names, so that a seed gives the same run everywhere.
fn corpus(target: &str) -> Vec<Vec<u8>> {
    let folder = home().join("corpus").join(target);
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).map(|entries| entries.flatten().map(|entry| entry.path()).collect()).unwrap_or_default();
    files.sort();
    files.iter().filter_map(|file| fs::read(file).ok()).collect()
}

/// splitmix64.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        usize::try_from((u128::from(mixed) * bound as u128) >> 64).unwrap_or_default()
    }

    /// A byte, most often one of ASCII's printable signs.
    fn byte(&mut self) -> u8 {
        let (least, count) = if self.below(4) == 0 { (0, 256) } else { (32, 95) };
        u8::try_from(least + self.below(count)).unwrap_or_default()
    }
}

fn mutated(corpus: &[Vec<u8>], chance: &mut Chance) -> Vec<u8> {
    let mut data = corpus.get(chance.below(corpus.len())).cloned().unwrap_or_default();
    for _ in 0..=chance.below(6) {
        mutate(&mut data, corpus, chance);
    }
    data.truncate(MOST_BYTES);
    data
}

fn mutate(data: &mut Vec<u8>, corpus: &[Vec<u8>], chance: &mut Chance) {
    let from = chance.below(data.len() + 1);
    let to = (from + chance.below(9)).min(data.len());
    match chance.below(8) {
        0 => drop(data.drain(from..to)),
        1 => data.insert(from, chance.byte()),
        2 => {
            let byte = chance.byte();
            data.get_mut(from).into_iter().for_each(|place| *place = byte);
        }
        3 => {
            let bit = 1 << chance.below(8);
            data.get_mut(from).into_iter().for_each(|place| *place ^= bit);
        }
        4 | 5 => {
            let words = words();
            let word = words.get(chance.below(words.len())).cloned().unwrap_or_default();
            data.splice(from..to.min(from + chance.below(2)), word);
        }
        6 => {
            let piece = data.get(from..to).unwrap_or_default().repeat(1 + chance.below(40));
            data.splice(from..from, piece);
        }
        _ => {
            let other = corpus.get(chance.below(corpus.len())).map(Vec::as_slice).unwrap_or_default();
            let rest = other.get(chance.below(other.len() + 1)..).unwrap_or_default();
            data.splice(from.., rest.iter().copied());
        }
    }
}

/// The dictionary's entries: `"text"` a line, with `\xNN`, `\\` and `\"`.
fn words() -> &'static [Vec<u8>] {
    use std::sync::OnceLock;
    static WORDS: OnceLock<Vec<Vec<u8>>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let quoted = |line: &'static str| line.strip_prefix('"')?.strip_suffix('"').map(unescaped);
        DICTIONARY.lines().filter_map(quoted).collect()
    })
}

fn unescaped(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some((plain, escape)) = rest.split_once('\\') {
        bytes.extend_from_slice(plain.as_bytes());
        let hex = escape.strip_prefix('x').and_then(|digits| digits.get(..2));
        if let Some(byte) = hex.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            bytes.push(byte);
            rest = escape.get(3..).unwrap_or_default();
        } else {
            bytes.extend(escape.bytes().next());
            rest = escape.get(1..).unwrap_or_default();
        }
    }
    bytes.extend_from_slice(rest.as_bytes());
    bytes
}

#[cfg(test)]
mod tests {
    use super::{corpus, unescaped, words};

    #[test]
    fn the_dictionary_is_read_as_libfuzzer_reads_it() {
        assert_eq!(unescaped(r#"a\x00\xef\\\"b"#), b"a\x00\xef\\\"b");
        assert!(words().len() > 50);
        assert!(super::DICTIONARY.lines().all(|line| line.is_empty() || line.starts_with('#') || line.ends_with('"')));
    }

    #[test]
    fn every_target_has_a_corpus_and_they_are_small_together() {
        let all: Vec<_> = ["assess", "address", "domain", "shape", "strength"].map(corpus).into_iter().collect();
        assert!(all.iter().all(|inputs| inputs.len() >= 10));
        let bytes: usize = all.iter().flatten().map(Vec::len).sum();
        assert!(bytes <= 1_000_000, "{bytes} bytes of corpora");
    }
}
