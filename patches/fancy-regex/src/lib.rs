//! What zxcvbn asks of `fancy-regex`: the repeats in a password, by three back-reference patterns.
//!
//! The real crate brings a whole engine for them, more than half of what the strength file holds beside its words.
//! Here a repeat is found by looking for it: `x` of length `p` stands twice where `p` characters in a row each equal
//! the one `p` places on. One pass for each `p`, so n²/2 comparisons for n characters, whatever they are, and no stack.
//!
//! # What it deliberately does not do
//! Any other pattern: [`Regex::new`] refuses it, so that a zxcvbn that asks for a fourth one fails its first test.

/// One of the patterns that zxcvbn asks for. As in the real crate, `.` is any character but a line feed.
#[derive(Debug, Clone, Copy)]
pub enum Regex {
    /// `(.+)\1+`: where several repeats start at one place, the longest unit.
    Greedy,
    /// `(.+?)\1+`: the shortest unit.
    Lazy,
    /// `^(.+?)\1+$`: the shortest unit that the whole text is made of.
    Whole,
}

impl Regex {
    /// # Errors
    /// [`Error`] for any pattern but the three.
    pub fn new(pattern: &str) -> Result<Self, Error> {
        match pattern {
            r"(.+)\1+" => Ok(Self::Greedy),
            r"(.+?)\1+" => Ok(Self::Lazy),
            r"^(.+?)\1+$" => Ok(Self::Whole),
            _ => Err(Error),
        }
    }

    /// The leftmost repeat, with as many copies as follow each other.
    ///
    /// # Errors
    /// Never; the real crate's can run out of patience.
    pub fn captures<'t>(&self, text: &'t str) -> Result<Option<Captures<'t>>, Error> {
        let chars: Vec<char> = text.chars().collect();
        let longest = chars.len() / 2;
        let repeat = match self {
            Self::Greedy => leftmost(&chars, (1..=longest).rev()),
            Self::Lazy => leftmost(&chars, 1..=longest),
            Self::Whole => (1..=longest)
                .filter(|unit| chars.len().is_multiple_of(*unit))
                .map(|unit| Repeat { start: 0, unit, copies: 1 + equal(&chars, 0, unit) / unit })
                .find(|repeat| repeat.unit * repeat.copies == chars.len()),
        };
        Ok(repeat.and_then(|repeat| Captures::cut(text, &repeat)))
    }
}

/// Where a unit stands at least twice in a row, in characters.
struct Repeat {
    start: usize,
    unit: usize,
    copies: usize,
}

/// The repeat that starts first; of those that start at one place, the one whose unit comes first in `units`.
fn leftmost(chars: &[char], units: impl Iterator<Item = usize>) -> Option<Repeat> {
    let mut found: Option<Repeat> = None;
    for unit in units {
        // A later start than the best so far is of no use, nor is the same one.
        let end = found.as_ref().map_or(chars.len(), |best| best.start);
        let mut start = 0;
        while start < end {
            let length = equal(chars, start, unit);
            if length >= unit {
                found = Some(Repeat { start, unit, copies: 1 + length / unit });
                break;
            }
            start += length + 1; // no repeat can hold the place where the two differ
        }
    }
    found
}

/// How many characters in a row, from `start` on, equal the one `unit` places on: in "xabab" 2 for (1, 2), so "ab" stands twice.
fn equal(chars: &[char], start: usize, unit: usize) -> usize {
    let here = chars.iter().skip(start);
    let there = chars.iter().skip(start + unit);
    here.zip(there).take_while(|(a, b)| a == b && **a != '\n').count()
}

/// The whole match and its first group.
#[derive(Debug, Clone, Copy)]
pub struct Captures<'t>([Match<'t>; 2]);

impl<'t> Captures<'t> {
    /// 0 is the whole match, 1 the unit that repeats.
    pub fn get(&self, group: usize) -> Option<Match<'t>> {
        self.0.get(group).copied()
    }

    fn cut(text: &'t str, repeat: &Repeat) -> Option<Self> {
        let offset = |place: usize| text.char_indices().map(|(at, _)| at).chain([text.len()]).nth(place);
        let start = offset(repeat.start)?;
        let upto = |place: usize| Some(Match { start, text: text.get(start..offset(place)?)? });
        Some(Self([upto(repeat.start + repeat.unit * repeat.copies)?, upto(repeat.start + repeat.unit)?]))
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
