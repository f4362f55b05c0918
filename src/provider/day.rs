//! A day, without a clock and without a calendar.

use std::fmt;

use crate::pattern::{Case, Pattern};

/// A day as the number YYYYMMDD, which orders as days do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(u32);

impl Day {
    /// A day of the built-in tables.
    pub const fn new(year: u32, month: u32, day: u32) -> Self {
        Self(year * 10_000 + month * 100 + day)
    }

    /// The day written `YYYY-MM-DD`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.bytes().filter(u8::is_ascii_digit);
        let day =
            Self(digits.fold(0, |number: u32, digit| number.wrapping_mul(10).wrapping_add(u32::from(digit - b'0'))));
        let is_day = (1..=12).contains(&(day.0 / 100 % 100)) && (1..=31).contains(&(day.0 % 100));
        (is_day && Pattern::new("[0-9]{4}-[0-9]{2}-[0-9]{2}").matches(text, Case::Differs)).then_some(day)
    }
}

/// `YYYY-MM-DD`
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0 / 10_000, self.0 / 100 % 100, self.0 % 100)
    }
}
