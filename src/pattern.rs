//! Patterns of identifiers and issued secrets: the few parts of a regular expression that they need, matched in one pass.

use crate::text::split_once;

/// Written in ASCII, as all documented names and issued secrets are. Characters stand for themselves, `[a-z0-9]` for one of a
/// class; `{n}`, `{m,n}`, `{m,}` and `+` repeat what stands before. A class may run up to U+10FFFF, and then holds whatever
/// there is.
///
/// A repeat takes all it can and gives nothing back, so a match costs one pass over the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pattern(&'static str);

/// Whether `a` and `A` are the same sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// As in secrets.
    Differs,
    /// As in identifiers, which providers compare without regard to ASCII case.
    Same,
}

impl Pattern {
    /// A pattern; a malformed one describes nothing.
    pub const fn new(text: &'static str) -> Self {
        Self(text)
    }

    /// As it was written.
    pub fn as_str(self) -> &'static str {
        self.0
    }

    /// Whether it describes anything; `www/guard/profile.js` refuses the same patterns.
    pub fn is_sound(self) -> bool {
        !self.0.is_empty() && self.parts().all(|part| part.is_some())
    }

    /// Whether the whole of `text` is described.
    pub fn matches(self, text: &str, case: Case) -> bool {
        let mut rest = text.as_bytes();
        for part in self.parts() {
            let Some(Part { signs, least, most }) = part else { return false };
            let mut count = 0;
            while let [sign, after @ ..] = rest
                && count < most
                && signs.hold(*sign, case)
            {
                rest = after;
                count += 1;
                // Of a sign of several bytes the first has spoken.
                while let [0x80..=0xbf, after @ ..] = rest {
                    rest = after;
                }
            }
            if count < least {
                return false;
            }
        }
        rest.is_empty()
    }

    /// The fewest and the most characters that a text described by it has.
    pub fn lengths(self) -> (usize, usize) {
        self.parts()
            .flatten()
            .fold((0, 0), |(least, most), part| (least.saturating_add(part.least), most.saturating_add(part.most)))
    }

    fn parts(self) -> Parts<'static> {
        Parts { rest: self.0 }
    }
}

/// One sign or class, and how often it stands.
struct Part<'a> {
    signs: Signs<'a>,
    least: usize,
    most: usize,
}

/// The bit that makes a capital of a small letter, and the reverse.
const OTHER_CASE: u8 = b'a' ^ b'A';

enum Signs<'a> {
    One(u8),
    Class(&'a [u8]),
}

impl Signs<'_> {
    fn hold(&self, sign: u8, case: Case) -> bool {
        self.hold_exactly(sign)
            || (case == Case::Same && sign.is_ascii_alphabetic() && self.hold_exactly(sign ^ OTHER_CASE))
    }

    fn hold_exactly(&self, sign: u8) -> bool {
        match self {
            Signs::One(one) => sign == *one,
            Signs::Class(class) => {
                let mut class = *class;
                while let [low, after @ ..] = class {
                    let (high, after) = match after {
                        [b'-', high, after @ ..] => (high, after),
                        _ => (low, after),
                    };
                    if *low <= sign && sign <= *high {
                        return true;
                    }
                    class = after;
                }
                false
            }
        }
    }
}

struct Parts<'a> {
    rest: &'a str,
}

impl<'a> Iterator for Parts<'a> {
    /// `None` inside: the pattern is malformed from here on.
    type Item = Option<Part<'a>>;

    fn next(&mut self) -> Option<Self::Item> {
        let sign = *self.rest.as_bytes().first()?;
        // A sign beyond ASCII cannot be cut off, and ends here.
        let after = self.rest.get(1..).unwrap_or_default();
        let (signs, after) = match sign {
            b'[' => match split_once(after, b']') {
                Some((class, after))
                    if !class.is_empty() && class.strip_suffix('\u{10ffff}').unwrap_or(class).is_ascii() =>
                {
                    (Some(Signs::Class(class.as_bytes())), after)
                }
                _ => (None, ""),
            },
            b']' | b'{' | b'}' | b'+' | 0x80.. => (None, ""),
            sign => (Some(Signs::One(sign)), after),
        };
        self.rest = after;
        let repeat = self.repeat();
        Some(signs.zip(repeat).map(|(signs, (least, most))| Part { signs, least, most }))
    }
}

impl Parts<'_> {
    fn repeat(&mut self) -> Option<(usize, usize)> {
        if let Some(rest) = self.rest.strip_prefix('+') {
            self.rest = rest;
            return Some((1, usize::MAX));
        }
        let Some(rest) = self.rest.strip_prefix('{') else { return Some((1, 1)) };
        let (count, rest) = split_once(rest, b'}')?;
        self.rest = rest;
        let (least, most) = split_once(count, b',').unwrap_or((count, count));
        let least = number(least)?;
        let most = if most.is_empty() { usize::MAX } else { number(most)? };
        (least <= most).then_some((least, most))
    }
}

/// Of some digits.
fn number(digits: &str) -> Option<usize> {
    let mut number = None;
    for digit in digits.bytes() {
        let digit = digit.is_ascii_digit().then(|| usize::from(digit - b'0'))?;
        number = Some(number.unwrap_or(0_usize).checked_mul(10)?.checked_add(digit)?);
    }
    number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_describe_whole_texts() {
        // (pattern, text, case, described, reason)
        let table = [
            ("PCU-[A-Z0-9]{4,8}", "PCU-AB12CD", Case::Differs, true, "literal and class"),
            ("PCU-[A-Z0-9]{4,8}", "pcu-ab12cd", Case::Same, true, "identifiers ignore case"),
            ("PCU-[A-Z0-9]{4,8}", "pcu-ab12cd", Case::Differs, false, "secrets do not"),
            ("PCU-[A-Z0-9]{4,8}", "PCU-AB1", Case::Differs, false, "too short"),
            ("PCU-[A-Z0-9]{4,8}", "PCU-AB12CD!", Case::Differs, false, "a rest is left"),
            ("SBA-[A-Z0-9]+-ADMIN", "SBA-1234-ADMIN", Case::Differs, true, "the class has no hyphen to take"),
            ("[!-~]{16,}", "0123456789abcdef", Case::Differs, true, "open upper end"),
            ("[a-c-]{2}", "-b", Case::Differs, true, "a hyphen at the end of a class is itself"),
            ("a", "é", Case::Same, false, "ASCII case only"),
            ("[!-\u{10ffff}]{3}", "aé😀", Case::Differs, true, "whatever there is, sign by sign"),
            ("[!-\u{10ffff}]{4,}", "aé😀", Case::Differs, false, "three signs of seven bytes"),
            ("[!-~]{3}", "aéb", Case::Differs, false, "beyond ASCII"),
        ];
        for (pattern, text, case, described, reason) in table {
            assert_eq!(Pattern::new(pattern).matches(text, case), described, "{pattern} on {text}: {reason}");
        }
    }

    #[test]
    fn malformed_patterns_are_refused_and_describe_nothing() {
        for text in ["", "[", "[]a", "a{", "a{x}", "a{3,2}", "+", "a}", "é", "aé", "[é]", "[a-é]"] {
            assert!(!Pattern::new(text).is_sound(), "{text}");
        }
        assert!(!Pattern::new("a{x}").matches("a", Case::Differs));
    }
}
