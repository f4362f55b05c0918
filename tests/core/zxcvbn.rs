//! zxcvbn with the patterns of `patches/` beside zxcvbn as published: the same answer to every password, in every
//! field. `make zxcvbn` runs it in release mode, since a debug build panics where zxcvbn's numbers overflow.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail")]

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::thread;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError, TestRunner};

#[path = "../zxcvbn-reference/src/rating.rs"]
mod rating;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const LISTS: [&str; 3] = ["django.txt", "words.txt", "zxcvbn.txt"];
const GENERATED: usize = 120_000;

/// Else both sides below would be the same program.
#[test]
fn one_side_is_patched_and_the_other_is_not() {
    let packages = |folder: &str| std::fs::read_to_string(Path::new(ROOT).join(folder).join("Cargo.lock")).unwrap();
    let version = |lock: &str| lock.split("name = \"zxcvbn\"\n").nth(1).unwrap().lines().next().unwrap().to_owned();
    let (ours, theirs) = (packages("."), packages("tests/zxcvbn-reference"));
    assert!(!ours.contains("name = \"regex-automata\""));
    assert!(theirs.contains("name = \"regex-automata\""));
    assert_eq!(version(&ours), version(&theirs));
}

#[test]
fn listed_and_generated_passwords() {
    let mut passwords: BTreeSet<String> = LISTS.iter().flat_map(|list| lines(list)).collect();
    let listed = passwords.len();
    let mut dice = Dice(20_260_101);
    passwords.extend((0..GENERATED).map(|_| generated(&mut dice)));
    println!("{} passwords, {listed} of them from lists", passwords.len());
    assert!(passwords.len() >= 100_000);

    rating::warm_up();
    let (mut child, mut input, output) = reference();
    let asked: String = passwords.iter().map(|password| encoded(password)).collect();
    let writer = thread::spawn(move || input.write_all(asked.as_bytes()).unwrap());
    let mut panicked = 0;
    for (password, theirs) in passwords.iter().zip(output.lines()) {
        let ours = rating::line(password);
        panicked += usize::from(ours == "panicked");
        assert_eq!(ours, theirs.unwrap(), "{password:?}");
    }
    writer.join().unwrap();
    assert!(child.wait().unwrap().success());
    println!("all answers equal; both sides panicked at {panicked}");
}

#[test]
fn repeated_blocks_and_odd_characters() {
    rating::warm_up();
    let (_child, mut input, mut output) = reference();
    let block = "[ab]{1,4}|[0-9]{1,4}|[/._ -]|(19|20)[0-9]{2}|[\u{301}\u{fe0f}\u{a0}\u{3000}ßİéÉ😀\n]{1,3}|\\PC{1,3}|.{1,2}|p4ss|[Mm]ot|qwer";
    let blocks = prop::collection::vec((block, 1..5_usize), 0..6);
    let config = Config { cases: 10_000, failure_persistence: None, ..Config::default() };
    let equal = |blocks: Vec<(String, usize)>| {
        let password: String = blocks.iter().map(|(block, times)| block.repeat(*times)).collect();
        input.write_all(encoded(&password).as_bytes()).unwrap();
        let mut theirs = String::new();
        output.read_line(&mut theirs).unwrap();
        prop_assert_eq!(rating::line(&password), theirs.trim_end_matches('\n'), "{:?}", password);
        Ok::<(), TestCaseError>(())
    };
    let equal = std::cell::RefCell::new(equal);
    TestRunner::new(config).run(&blocks, |blocks| (equal.borrow_mut())(blocks)).unwrap();
}

/// The published zxcvbn, built from a lock file of its own.
fn reference() -> (Child, ChildStdin, BufReader<ChildStdout>) {
    let folder = Path::new(ROOT).join("tests/zxcvbn-reference");
    let target = std::env::var_os("CARGO_TARGET_DIR")
        .map_or(Path::new(ROOT).join("target"), PathBuf::from)
        .join("zxcvbn-reference");
    let built = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--release", "--locked", "--target-dir"])
        .args([&target])
        .current_dir(folder)
        .status();
    assert!(built.unwrap().success(), "the reference program does not build");
    let program = target.join("release/zxcvbn-reference");
    let mut child = Command::new(program).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let (input, output) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
    (child, input, BufReader::new(output))
}

/// One line whatever the characters: the code points in hexadecimal.
fn encoded(password: &str) -> String {
    let code_points: Vec<String> = password.chars().map(|c| format!("{:x}", u32::from(c))).collect();
    code_points.join(" ") + "\n"
}

/// A list as `scripts/lists.mjs` writes it; none where it has not run.
fn lines(list: &str) -> Vec<String> {
    let text = std::fs::read_to_string(Path::new(ROOT).join("target/lists").join(list)).unwrap_or_default();
    text.lines().map(str::to_owned).collect()
}

/// The same throws on every run (splitmix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % bound as u64).unwrap()
    }

    fn one_of<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len())]
    }

    fn letters(&mut self, alphabet: &str, most: usize) -> String {
        let alphabet: Vec<char> = alphabet.chars().collect();
        (0..=self.below(most)).map(|_| alphabet[self.below(alphabet.len())]).collect()
    }
}

const WORDS: [&str; 24] = [
    "password",
    "motdepasse",
    "passwort",
    "contraseña",
    "pässwörd",
    "Infomaniak",
    "Geneve",
    "dragon",
    "monkey",
    "Sommer",
    "soleil",
    "azerty",
    "football",
    "Isabella",
    "smith",
    "ILOVEYOU",
    "drowssap",
    "trustno",
    "letmein",
    "correct",
    "horse",
    "ΑΘΗΝΑ",
    "пароль",
    "ﬁnstraße",
];
const SEPARATORS: [&str; 14] =
    ["", "", "/", "-", ".", "_", "\\", " ", "\t", "\n", "\u{a0}", "\u{3000}", "\u{85}", "\u{200b}"];
const ROWS: [&str; 10] = [
    "qwertyuiop[]",
    "asdfghjkl;'",
    "zxcvbnm,./",
    "1234567890-=",
    "!@#$%^&*()_+",
    "QWERTYUIOP",
    "1qaz2wsx3edc",
    "aoeuidhtns",
    "7894561230",
    "zyxwvutsrq",
];

const LEET: [(char, &str); 17] = [
    ('a', "4"),
    ('a', "@"),
    ('b', "8"),
    ('c', "("),
    ('e', "3"),
    ('g', "6"),
    ('i', "1"),
    ('i', "!"),
    ('l', "1"),
    ('l', "7"),
    ('o', "0"),
    ('s', "$"),
    ('s', "5"),
    ('t', "+"),
    ('t', "7"),
    ('x', "%"),
    ('z', "2"),
];

/// A password of a few pieces, each of a kind that zxcvbn has a matcher for, or that tries a pattern's edge.
fn generated(dice: &mut Dice) -> String {
    (0..=dice.below(3)).map(|_| piece(dice)).collect()
}

fn piece(dice: &mut Dice) -> String {
    match dice.below(9) {
        0 => dice.letters("ab", 4).repeat(2 + dice.below(5)),
        1 => dice.letters("aé😀\n\u{301}\u{fe0f}👍🏽İß", 3).repeat(2 + dice.below(4)),
        2 => leet(dice),
        3 => date(dice),
        4 => {
            let row: Vec<char> = dice.one_of(&ROWS).chars().collect();
            let (start, length) = (dice.below(row.len()), 2 + dice.below(8));
            row.into_iter().cycle().skip(start).take(length).collect()
        }
        5 => (0..=dice.below(10)).map(|_| char::from(u8::try_from(32 + dice.below(95)).unwrap())).collect(),
        6 => (0..=dice.below(4)).filter_map(|_| char::from_u32(u32::try_from(dice.below(0x2_0000)).unwrap())).collect(),
        7 => dice.one_of(&WORDS).chars().rev().collect(),
        _ => dice.one_of(&WORDS).to_owned() + &dice.letters("0123456789!?", 4),
    }
}

/// At most three letters change: every further one doubles the time of both sides.
fn leet(dice: &mut Dice) -> String {
    let mut word = dice.one_of(&WORDS).to_owned();
    for _ in 0..3 {
        let (letter, sign) = LEET[dice.below(LEET.len())];
        word = word.replace(letter, sign);
    }
    word
}

fn date(dice: &mut Dice) -> String {
    let (day, month) = (dice.below(33), dice.below(14));
    let year = [1900 + dice.below(160), dice.below(100), 1_000 + dice.below(1_200)][dice.below(3)];
    let separator = dice.one_of(&SEPARATORS);
    let other = if dice.below(8) == 0 { dice.one_of(&SEPARATORS) } else { separator };
    match dice.below(4) {
        0 => format!("{day}{separator}{month}{other}{year}"),
        1 => format!("{day:02}{separator}{month:02}{other}{year}"),
        2 => format!("{year}{separator}{month:02}{other}{day:02}"),
        _ => format!("{month}{separator}{day}{other}{year:02}"),
    }
}
