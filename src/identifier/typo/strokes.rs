//! How many strokes lie between two words, on the keyboards of five languages.

/// Costs in tenths of a stroke.
pub(super) const STROKE: u32 = 10;
pub(super) const NEIGHBOUR: u32 = 7;
pub(super) const SWAP: u32 = 7;
const DOUBLED: u32 = 6;
/// No name of a target is nearly so long.
pub(super) const LONGEST: usize = 40;

/// QWERTY, QWERTZ, AZERTY; a row stands half a key to the right of the one above.
const KEYBOARDS: [[&[u8]; 4]; 3] = [
    [b"1234567890", b"qwertyuiop", b"asdfghjkl", b"zxcvbnm"],
    [b"", b"qwertzuiop", b"asdfghjkl", b"yxcvbnm"],
    [b"", b"azertyuiop", b"qsdfghjklm", b"wxcvbn"],
];
/// Places of a row, one more than keys.
const ROW: usize = 11;
/// Letters and digits.
const KEYS: usize = 36;

/// Which keys touch on any of the keyboards: bit b of row a, in the order of `key`. Made by the compiler.
static TOUCHING: [u64; KEYS] = touching();

#[expect(clippy::indexing_slicing, reason = "at compile time, where an index that is out is an error of the build")]
const fn touching() -> [u64; KEYS] {
    let mut touching = [0; KEYS];
    let mut at = 0;
    while at < 3 * 4 * ROW {
        let (board, row, column) = (at / (4 * ROW), at / ROW % 4, at % ROW);
        let mut other = 0;
        while other < 4 * ROW {
            let (other_row, other_column) = (other / ROW, other % ROW);
            let (keys, others) = (KEYBOARDS[board][row], KEYBOARDS[board][other_row]);
            // In half keys, so that rows can stand between.
            let apart = (2 * column + row).abs_diff(2 * other_column + other_row);
            if column < keys.len() && other_column < others.len() && row.abs_diff(other_row) < 2 && apart < 3 {
                touching[key(keys[column])] |= 1 << key(others[other_column]);
            }
            other += 1;
        }
        at += 1;
    }
    touching
}

/// A letter's place, then a digit's; past the end for any other sign.
const fn key(sign: u8) -> usize {
    match sign {
        b'a'..=b'z' => (sign - b'a') as usize,
        b'0'..=b'9' => (sign - b'0') as usize + 26,
        _ => KEYS,
    }
}

fn touch(a: u8, b: u8) -> bool {
    TOUCHING.get(key(a)).is_some_and(|bits| bits >> key(b) & 1 == 1)
}

/// Which letters and digits occur.
pub(crate) fn letters(text: &str) -> u64 {
    text.bytes().fold(0, |letters, b| letters | 1 << key(b))
}

/// Whether the two words are one slip apart. Two that differ in their digits alone are two names, unless digits were swapped.
#[cfg(not(passkind_sign_in))]
pub(crate) fn is_slip(typed: &str, meant: &str) -> bool {
    let most = match typed.len().abs_diff(meant.len()) {
        0 => NEIGHBOUR,
        1 => STROKE,
        _ => return false,
    };
    if typed == meant || typed.len() > LONGEST || meant.len() > LONGEST {
        return false;
    }
    let is_swapped = typed.len() == meant.len() && letters(typed) == letters(meant);
    let digits = |word: &'_ str| {
        word.bytes()
            .filter(u8::is_ascii_digit)
            .fold(0_u64, |all, digit| all.wrapping_mul(31).wrapping_add(digit.into()))
    };
    (is_swapped || digits(typed) == digits(meant)) && cost(typed, meant) <= most
}

/// Optimal string alignment: letters put in, left out, replaced, or swapped with their neighbour.
#[inline(never)]
pub(crate) fn cost(typed: &str, meant: &str) -> u32 {
    let mut two_before = [0; LONGEST + 1];
    let mut before = [0; LONGEST + 1];
    for (place, n) in before.iter_mut().zip(0..) {
        *place = n * STROKE;
    }
    let mut left_of_a = 0;
    for (a, n) in typed.bytes().zip(1..) {
        let mut row = [n * STROKE; LONGEST + 1];
        let (mut left_of_b, mut left, mut diagonal) = (0, n * STROKE, (n - 1) * STROKE);
        // Of the row two above, two places to the left; for the first letter there is none, and `left_of_b` is no letter.
        let above = before.iter().skip(1).zip([0].iter().chain(&two_before));
        for ((place, (above, two_above)), b) in row.iter_mut().skip(1).zip(above).zip(meant.bytes()) {
            let replaced = match () {
                () if a == b => 0,
                () if touch(a, b) => NEIGHBOUR,
                () => STROKE,
            };
            left = (diagonal + replaced)
                .min(above + if a == left_of_a { DOUBLED } else { STROKE })
                .min(left + if b == left_of_b { DOUBLED } else { STROKE });
            if a == left_of_b && b == left_of_a {
                left = left.min(two_above + SWAP);
            }
            *place = left;
            (left_of_b, diagonal) = (b, *above);
        }
        left_of_a = a;
        (two_before, before) = (before, row);
    }
    before.get(meant.len()).copied().unwrap_or(u32::MAX / 4)
}
