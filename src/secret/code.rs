//! One-time codes, and the digits that people choose for themselves.

/// Six digits, one blank or hyphen in the middle allowed, that nobody would have chosen.
pub(super) fn is_one_time_code(text: &str) -> bool {
    digits::<6>(text).is_some_and(|digits| is_meaningless(&digits))
}

/// Eight digits, in one piece or in two halves, that nobody would have chosen.
pub(super) fn is_unchosen(text: &str) -> bool {
    digits::<8>(text).is_some_and(|digits| is_meaningless(&digits))
}

/// Exactly so many digits, in one piece or in two halves.
fn digits<const COUNT: usize>(text: &str) -> Option<[u8; COUNT]> {
    let mut digits = [0; COUNT];
    let mut count = 0;
    for (byte, at) in text.bytes().zip(0..) {
        if at == COUNT / 2 && count == at && is_separator(byte) {
            continue;
        }
        *digits.get_mut(count)? = byte.is_ascii_digit().then(|| byte - b'0')?;
        count += 1;
    }
    (count == COUNT).then_some(digits)
}

fn is_separator(byte: u8) -> bool {
    byte == b' ' || byte == b'-'
}

fn is_meaningless(digits: &[u8]) -> bool {
    !(has_few_different(digits) || is_walk(digits) || is_palindrome(digits) || is_date(digits) || holds_year(digits))
}

/// Fewer than five different ones: `112233`, `121212`.
fn has_few_different(digits: &[u8]) -> bool {
    let seen = digits.iter().fold(0_u16, |seen, digit| seen | (1 << digit));
    seen.count_ones() < 5
}

fn is_palindrome(digits: &[u8]) -> bool {
    digits.iter().eq(digits.iter().rev())
}

/// Runs (`123456`, `024680`, `987654`), whole or in part (`123497`, `135246`, `132435`), and lines of a keypad (`147258`).
fn is_walk(digits: &[u8]) -> bool {
    #[rustfmt::skip]
    const LINES: [[u8; 3]; 10] = [
        [1, 2, 3], [4, 5, 6], [7, 8, 9], [1, 4, 7], [2, 5, 8], [3, 6, 9], [1, 5, 9], [3, 5, 7], [0, 8, 5], [0, 2, 5],
    ];
    let is_line = |part: &[u8]| LINES.iter().any(|line| part.iter().eq(line) || part.iter().rev().eq(line));
    let half = digits.len() / 2;
    let around = match digits {
        [first, second, ..] => (second + 10 - first) % 10,
        _ => 0,
    };
    digits.windows(2).all(|pair| matches!(pair, [from, to] if (to + 10 - from) % 10 == around))
        || digits.chunks(half).all(|half| is_even(half, 1))
        || is_even(digits, 2)
        || digits.chunks(3).all(is_line)
        || digits.windows(4).any(is_run)
        || digits.get(..3).is_some_and(is_run)
        || digits.is_sorted()
        || digits.iter().rev().is_sorted()
        || neighbours_all_the_way(digits)
}

/// Steps of the same size all along, by two at the most; of every second digit where they are two apart.
fn is_even(digits: &[u8], apart: usize) -> bool {
    let step = |at: usize| Some(i16::from(*digits.get(at + apart)?) - i16::from(*digits.get(at)?));
    (0..digits.len().saturating_sub(apart))
        .all(|at| step(at).is_some_and(|this| this.abs() <= 2 && step(at + apart).is_none_or(|next| next == this)))
}

/// One up or one down, all along.
fn is_run(digits: &[u8]) -> bool {
    let all_step =
        |step: u8| digits.windows(2).all(|pair| matches!(pair, [from, to] if *to == from.wrapping_add(step)));
    all_step(1) || all_step(u8::MAX)
}

/// Each digit beside the one before it on a keypad of three rows, a corner counting as beside.
fn neighbours_all_the_way(digits: &[u8]) -> bool {
    let place = |digit: u8| digit.checked_sub(1).map_or((3, 1), |at| (at / 3, at % 3));
    digits.windows(2).all(|pair| match pair {
        [from, to] => {
            let ((r1, c1), (r2, c2)) = (place(*from), place(*to));
            u8::abs_diff(r1, r2) <= 1 && u8::abs_diff(c1, c2) <= 1
        }
        _ => false,
    })
}

/// Day, month and a year's last two digits, in any order; eight digits hold the whole year, which tells by itself.
fn is_date(digits: &[u8]) -> bool {
    let (&[first, second, third], []) = digits.as_chunks::<2>() else { return false };
    let pairs = [first, second, third].map(|[tens, ones]| tens * 10 + ones);
    // A month is a day as well: one month and two days are a month and another pair that is a day.
    pairs.iter().any(|n| (1..=12).contains(n)) && pairs.iter().filter(|n| (1..=31).contains(*n)).count() >= 2
}

/// 19xx or 20xx anywhere.
fn holds_year(digits: &[u8]) -> bool {
    digits.windows(4).any(|four| matches!(four, [1, 9, ..] | [2, 0, ..]))
}

#[cfg(test)]
mod tests {
    use super::is_one_time_code;

    #[test]
    fn codes_and_chosen_digits() {
        // (text, is a code, reason)
        let table = [
            ("481736", true, "no meaning to be seen"),
            ("481 736", true, "as printed"),
            ("481-736", true, "as printed"),
            ("4817 36", false, "the blank is not in the middle"),
            ("48173", false, "five"),
            ("4817362", false, "seven"),
            ("48173x", false, "a letter"),
            ("123456", false, "run"),
            ("135791", false, "run by twos"),
            ("123497", false, "begins with a run"),
            ("812345", false, "holds a run of four"),
            ("132435", false, "two runs, digit by digit"),
            ("135246", false, "two halves, each by twos"),
            ("014789", false, "sorted"),
            ("987654", false, "run downwards"),
            ("147258", false, "two columns of a keypad"),
            ("789456", false, "two rows of a keypad"),
            ("159357", false, "two diagonals"),
            ("112233", false, "few different digits"),
            ("481184", false, "palindrome"),
            ("311284", false, "31 December 84"),
            ("843112", false, "the same, year first"),
            ("198473", false, "holds 1984"),
            ("842019", false, "holds 2019"),
            ("", false, "nothing"),
            ("é81935", false, "not ASCII"),
        ];
        for (text, is_code, reason) in table {
            assert_eq!(is_one_time_code(text), is_code, "{text}: {reason}");
        }
    }
}
