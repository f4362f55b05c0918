//! What zxcvbn asks of `regex`: years and dates in a password, by three plain patterns.
//!
//! `regex-lite` would do for two of them, at 13 kB after brotli; but its `\s` is ASCII's, and the parts of a date may
//! stand apart by a no-break space.
//!
//! # What it deliberately does not do
//! Any other pattern: [`Regex::new`] refuses it, so that a zxcvbn that asks for a fourth one fails its first test.

use std::ops::Index;

/// One of the patterns that zxcvbn asks for.
#[derive(Debug, Clone, Copy)]
pub enum Regex {
    /// `19[0-9]{2}|20[0-9]{2}`, wherever it stands.
    Year,
    /// `^[0-9]{4,8}$`: the whole text may be a date.
    Digits,
    /// Day, month and year in some order, and the two separators: five groups that are the whole text.
    Date,
}

impl Regex {
    /// # Errors
    /// [`Error`] for any pattern but the three.
    pub fn new(pattern: &str) -> Result<Self, Error> {
        match pattern {
            "19[0-9]{2}|20[0-9]{2}" => Ok(Self::Year),
            "^[0-9]{4,8}$" => Ok(Self::Digits),
            r"^([0-9]{1,4})([\s/\\_.-])([0-9]{1,2})([\s/\\_.-])([0-9]{1,4})$" => Ok(Self::Date),
            _ => Err(Error),
        }
    }

    /// Whether the pattern is found in the text.
    pub fn is_match(&self, text: &str) -> bool {
        self.captures(text).is_some()
    }

    /// The leftmost match and its groups.
    pub fn captures<'t>(&self, text: &'t str) -> Option<Captures<'t>> {
        self.captures_iter(text).next()
    }

    /// Every match, each after the end of the one before it.
    pub fn captures_iter<'t>(&self, text: &'t str) -> impl Iterator<Item = Captures<'t>> {
        let regex = *self;
        let mut from = 0;
        std::iter::from_fn(move || {
            let captures = match regex {
                Self::Year => year(text, from),
                Self::Digits => (from == 0 && is_digits(text, 4, 8)).then(|| Captures::of(text, &[])),
                Self::Date => {
                    if from == 0 {
                        date(text)
                    } else {
                        None
                    }
                }
            }?;
            from = captures.get(0)?.end();
            Some(captures)
        })
    }
}

fn year(text: &str, from: usize) -> Option<Captures<'_>> {
    let (start, _) = text.as_bytes().windows(4).enumerate().skip(from).find(
        |(_, window)| matches!(window, [b'1', b'9', decade, year] | [b'2', b'0', decade, year] if decade.is_ascii_digit() && year.is_ascii_digit()),
    )?;
    Some(Captures(vec![Match { start, text: text.get(start..start + 4)? }]))
}

/// No digit is a separator, so there is one way to cut: at the first character that is no digit, and the next such.
fn date(text: &str) -> Option<Captures<'_>> {
    let (first, separator, rest) = cut(text)?;
    let (second, other_separator, third) = cut(rest)?;
    let fits = is_digits(first, 1, 4) && is_digits(second, 1, 2) && is_digits(third, 1, 4);
    fits.then(|| Captures::of(text, &[first, separator, second, other_separator, third]))
}

/// What stands before the first separator, the separator, and what stands after.
fn cut(text: &str) -> Option<(&str, &str, &str)> {
    let (at, separator) = text.char_indices().find(|(_, c)| !c.is_ascii_digit())?;
    let end = at + separator.len_utf8();
    let separates = separator.is_whitespace() || r"/\_.-".contains(separator);
    if separates { Some((text.get(..at)?, text.get(at..end)?, text.get(end..)?)) } else { None }
}

fn is_digits(text: &str, least: usize, most: usize) -> bool {
    (least..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The whole match and its groups.
#[derive(Debug, Clone)]
pub struct Captures<'t>(Vec<Match<'t>>);

impl<'t> Captures<'t> {
    /// 0 is the whole match.
    pub fn get(&self, group: usize) -> Option<Match<'t>> {
        self.0.get(group).copied()
    }

    /// All of them, the whole match first. In these patterns no group is left out of a match.
    pub fn iter(&self) -> impl Iterator<Item = Option<Match<'t>>> {
        self.0.iter().copied().map(Some)
    }

    /// A match of the whole text, whose groups follow each other without a gap.
    fn of(text: &'t str, groups: &[&'t str]) -> Self {
        let mut end = 0;
        let groups = groups.iter().map(|group| {
            let start = end;
            end += group.len();
            Match { start, text: group }
        });
        Self([Match { start: 0, text }].into_iter().chain(groups).collect())
    }
}

impl Index<usize> for Captures<'_> {
    type Output = str;

    /// Empty where the real crate would panic: at a group that the pattern does not have.
    fn index(&self, group: usize) -> &str {
        self.0.get(group).map_or("", |found| found.text)
    }
}

/// A stretch of the text.
#[derive(Debug, Clone, Copy)]
pub struct Match<'t> {
    start: usize,
    text: &'t str,
}

impl<'t> Match<'t> {
    /// Where it starts, in bytes.
    pub fn start(&self) -> usize {
        self.start
    }

    /// Where it ends, in bytes.
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// The stretch itself.
    pub fn as_str(&self) -> &'t str {
        self.text
    }
}

/// The pattern is none of the three.
#[derive(Debug, Clone, Copy)]
pub struct Error;
