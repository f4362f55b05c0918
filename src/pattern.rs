//! A text that describes texts: the few parts of a regular expression that identifiers and issued secrets need.

use std::str::Chars;

use crate::text::split_once;

/// Signs stand for themselves, `[a-z0-9]` for one of a class; `{n}`, `{m,n}`, `{m,}` and `+` repeat what stands before.
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

    /// Whether it describes anything; `www/options.js` refuses the same patterns.
    pub fn is_sound(self) -> bool {
        !self.0.is_empty() && self.parts().all(|part| part.is_some())
    }

    /// Whether the whole of `text` is described.
    pub fn matches(self, text: &str, case: Case) -> bool {
        let mut rest = text.chars();
        for part in self.parts() {
            let Some(Part { signs, least, most }) = part else { return false };
            let mut count = 0;
            while count < most {
                let mut ahead = rest.clone();
                if !ahead.next().is_some_and(|c| signs.hold(c, case)) {
                    break;
                }
                rest = ahead;
                count += 1;
            }
            if count < least {
                return false;
            }
        }
        rest.as_str().is_empty()
    }

    /// The fewest and the most characters that a text described by it has.
    pub fn lengths(self) -> (usize, usize) {
        self.parts()
            .flatten()
            .fold((0, 0), |(least, most), part| (least.saturating_add(part.least), most.saturating_add(part.most)))
    }

    fn parts(self) -> Parts<'static> {
        Parts { rest: self.0.chars() }
    }
}

/// One sign or class, and how often it stands.
struct Part<'a> {
    signs: Signs<'a>,
    least: usize,
    most: usize,
}

enum Signs<'a> {
    One(char),
    Class(&'a str),
}

impl Signs<'_> {
    fn hold(&self, c: char, case: Case) -> bool {
        self.hold_exactly(c)
            || (case == Case::Same
                && (self.hold_exactly(c.to_ascii_lowercase()) || self.hold_exactly(c.to_ascii_uppercase())))
    }

    fn hold_exactly(&self, c: char) -> bool {
        match self {
            Signs::One(sign) => c == *sign,
            Signs::Class(class) => {
                let mut signs = class.chars();
                while let Some(low) = signs.next() {
                    let mut ahead = signs.clone();
                    let high = match (ahead.next(), ahead.next()) {
                        (Some('-'), Some(high)) => {
                            signs = ahead;
                            high
                        }
                        _ => low,
                    };
                    if (low..=high).contains(&c) {
                        return true;
                    }
                }
                false
            }
        }
    }
}

struct Parts<'a> {
    rest: Chars<'a>,
}

impl<'a> Iterator for Parts<'a> {
    /// `None` inside: the pattern is malformed from here on.
    type Item = Option<Part<'a>>;

    fn next(&mut self) -> Option<Self::Item> {
        let signs = match self.rest.next()? {
            '[' => match split_once(self.rest.as_str(), b']') {
                Some((class, rest)) if !class.is_empty() => {
                    self.rest = rest.chars();
                    Signs::Class(class)
                }
                _ => return Some(None),
            },
            ']' | '{' | '}' | '+' => return Some(None),
            sign => Signs::One(sign),
        };
        Some(self.repeat().map(|(least, most)| Part { signs, least, most }))
    }
}

impl Parts<'_> {
    fn repeat(&mut self) -> Option<(usize, usize)> {
        let rest = self.rest.as_str();
        if let Some(rest) = rest.strip_prefix('+') {
            self.rest = rest.chars();
            return Some((1, usize::MAX));
        }
        let Some(rest) = rest.strip_prefix('{') else { return Some((1, 1)) };
        let (count, rest) = split_once(rest, b'}')?;
        self.rest = rest.chars();
        let (least, most) = split_once(count, b',').unwrap_or((count, count));
        let least = number(least)?;
        let most = if most.is_empty() { usize::MAX } else { number(most)? };
        (least <= most).then_some((least, most))
    }
}

/// Of some digits.
fn number(digits: &str) -> Option<usize> {
    let mut number = None;
    for digit in digits.chars() {
        number = Some(number.unwrap_or(0_usize).checked_mul(10)?.checked_add(digit.to_digit(10)? as usize)?);
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
        ];
        for (pattern, text, case, described, reason) in table {
            assert_eq!(Pattern::new(pattern).matches(text, case), described, "{pattern} on {text}: {reason}");
        }
    }

    #[test]
    fn malformed_patterns_are_refused_and_describe_nothing() {
        for text in ["", "[", "[]a", "a{", "a{x}", "a{3,2}", "+", "a}"] {
            assert!(!Pattern::new(text).is_sound(), "{text}");
        }
        assert!(!Pattern::new("a{x}").matches("a", Case::Differs));
    }
}
