//! What a rating would not have fallen below, for when there was no time for it.
//!
//! zxcvbn's number for a sequence of l matches with g guesses each is l! · Πg + 10,000^(l-1), and it takes the cheapest
//! sequence. Here every stretch counts as a match wherever one is conceivable, at the least guesses that a match of its kind
//! and length can have; so the cheapest sequence of such stretches costs no more than the real one.

use super::inputs::YEAR;
use super::{RATED_CHARACTERS, first, whole};

/// The longest entry of zxcvbn's lists has 23 characters; dates and years are shorter.
const LONGEST_ENTRY: usize = 23;
/// Keys in a row or column, on any keyboard that zxcvbn knows.
const STRAIGHT: usize = 13;
/// Of the smallest keyboard, a keypad: keys to start from, and neighbours of a key, both rounded down.
const KEYS: f64 = 15.0;
const NEIGHBOURS: f64 = 4.0;
/// zxcvbn's least guesses of a match that is not the whole password: one character, several.
const ONE: f64 = 1.0;
const SEVERAL: f64 = 1.698;
/// Each match but the first: 10,000 guesses.
const MATCH: f64 = 4.0;
/// zxcvbn's longest step of a sequence.
const STEP: i64 = 5;
/// From six matches on the second summand is past what zxcvbn's numbers hold.
const MATCHES: usize = 5;
/// zxcvbn's numbers have 64 bits.
const MOST: f64 = 19.0;

/// Decimal logarithm of guesses, rounded down, that zxcvbn's would at least be. `longest_input`: characters of the longest
/// of [`NewPassword::inputs`](super::NewPassword::inputs).
pub fn at_least(text: &str, longest_input: usize) -> u8 {
    let signs: Vec<char> = first(text).chars().collect();
    let n = signs.len();
    let entry = LONGEST_ENTRY.max(longest_input + YEAR);
    // cheapest[k]: least sum of logarithms for the first k characters in as many matches as the round has come to.
    let mut cheapest = [f64::INFINITY; RATED_CHARACTERS + 1];
    cheapest[0] = 0.0;
    let mut bound = if n == 0 { 0.0 } else { MOST };
    let stretches = Stretches::of(&signs);
    let guesses: Vec<Vec<f64>> =
        (0..=n).map(|end| (0..end).map(|start| stretches.guesses(start, end, entry, n)).collect()).collect();
    let mut arrangements = 0.0;
    for matches in 1..=MATCHES.min(n) {
        let mut next = [f64::INFINITY; RATED_CHARACTERS + 1];
        for (least, guesses) in next.iter_mut().zip(&guesses) {
            for (before, guesses) in cheapest.iter().zip(guesses) {
                *least = least.min(before + guesses);
            }
        }
        cheapest = next;
        arrangements += log10(matches);
        let product = cheapest.get(n).copied().unwrap_or(MOST) + arrangements;
        bound = bound.min(product.max(MATCH * float(matches - 1)));
    }
    whole(bound.min(MOST).floor())
}

fn log10(n: usize) -> f64 {
    float(n).log10()
}

fn float(n: usize) -> f64 {
    u32::try_from(n).map_or(f64::MAX, f64::from)
}

/// How far sequences and repetitions reach.
struct Stretches {
    /// Where the sequence ends that starts at each place.
    sequence: Vec<usize>,
    /// By period and start: where the characters stop to be those of a period before.
    periodic: Vec<Vec<usize>>,
}

impl Stretches {
    fn of(signs: &[char]) -> Self {
        let n = signs.len();
        let at = |i: usize| signs.get(i).map(|sign| i64::from(u32::from(*sign)));
        let delta = |i: usize| at(i + 1).zip(at(i)).map(|(b, a)| b - a);
        let mut sequence = vec![n; n];
        for start in (0..n).rev() {
            let step = delta(start).filter(|step| *step != 0 && step.abs() <= STEP);
            let goes_on = step.is_some() && delta(start + 1) == step;
            let reach = sequence.get(start + 1).copied().unwrap_or(n);
            let end = if goes_on { reach } else { (start + 2).min(n) };
            if let Some(place) = sequence.get_mut(start) {
                *place = match delta(start) {
                    // To zxcvbn a sequence may begin with one character many times: `aaaaaac` is one.
                    Some(0) => reach,
                    _ if step.is_some() => end,
                    _ => start + 1,
                };
            }
        }
        let periodic = (1..=n / 2).map(|period| {
            let mut ends = vec![n; n];
            for start in (0..n).rev() {
                let same = at(start + period).is_some() && at(start) == at(start + period);
                let reach = ends.get(start + 1).copied().unwrap_or(n);
                if let Some(place) = ends.get_mut(start) {
                    *place = if same { reach.max(start + period + 1) } else { start + period };
                }
            }
            ends
        });
        Self { sequence, periodic: periodic.collect() }
    }

    /// Least logarithm of guesses of any match from `start` up to `end`.
    fn guesses(&self, start: usize, end: usize, entry: usize, n: usize) -> f64 {
        let length = end - start;
        let floor = match length {
            _ if length == n => 0.0,
            1 => ONE,
            _ => SEVERAL,
        };
        // Else brute force: ten guesses a character.
        let mut least = if length <= entry { 0.0 } else { float(length) };
        if self.sequence.get(start).is_some_and(|reach| *reach >= end) {
            least = least.min(log10(4 * length));
        }
        let reaches = |period: &usize| {
            self.periodic.get(period - 1).and_then(|ends| ends.get(start)).is_some_and(|reach| *reach >= end)
        };
        if let Some(longest) = (1..=length / 2).rev().find(reaches) {
            least = least.min(log10(length / longest)); // the fewest repetitions
        }
        if length > 2 {
            least = least.min(walk(length));
        }
        least.max(floor)
    }
}

/// The least of a walk over keys: zxcvbn counts C(length-1, turns-1) · keys · neighbours^turns and more, and the walk must
/// turn where the keyboard ends.
fn walk(length: usize) -> f64 {
    let turns = (length - 1).div_ceil(STRAIGHT - 1);
    let choices: f64 = (1..turns).map(|i| log10(length - i) - log10(i)).sum();
    choices + KEYS.log10() + NEIGHBOURS.log10() * float(turns)
}
