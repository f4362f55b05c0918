//! A day, without a clock, and how old a claim is on it.

/// A day as the number of days since 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(u32);

impl Day {
    /// So many days after 1970-01-01.
    pub const fn since_1970(days: u32) -> Self {
        Self(days)
    }

    /// How many days after 1970-01-01.
    pub const fn number(self) -> u32 {
        self.0
    }

    /// The day written `YYYY-MM-DD`.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn parse(text: &str) -> Option<Self> {
        calendar::number(text).and_then(|days| u32::try_from(days).ok()).map(Self)
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl std::ops::Add<u32> for Day {
    type Output = Self;

    /// So many days later.
    fn add(self, days: u32) -> Self {
        Self(self.0.saturating_add(days))
    }
}

/// `YYYY-MM-DD`
#[cfg(not(target_arch = "wasm32"))]
impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (year, month, day) = calendar::date(i64::from(self.0));
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

/// Shared with the build, which reads the days of `providers/*.toml`. A page counts days itself.
#[cfg(not(target_arch = "wasm32"))]
#[path = "calendar.rs"]
mod calendar;

/// When a claim was read, and the last day on which it is relied on; without days it does not age.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Period {
    /// The day on which its source was read.
    pub read: Option<Day>,
    /// The last day on which it is relied on.
    pub expires: Option<Day>,
}

/// What is left of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Age {
    /// It holds.
    Current,
    /// It has expired: one doubt.
    Expired,
    /// It has been expired for longer than it held: it says nothing.
    Lapsed,
}

impl Period {
    /// A claim that does not age.
    pub const UNDATED: Self = Self { read: None, expires: None };

    /// How old the claim is on that day; nothing ages where the day is not known.
    pub fn age(self, today: Option<Day>) -> Age {
        let Some((expires, today)) = self.expires.zip(today) else { return Age::Current };
        let held = self.read.map_or(u32::MAX, |read| expires.0.saturating_sub(read.0));
        match today.0.checked_sub(expires.0) {
            None | Some(0) => Age::Current,
            Some(days) if days > held => Age::Lapsed,
            Some(_) => Age::Expired,
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn days_are_counted_over_months_and_leap_years() {
        for text in ["1970-01-01", "2026-11-23", "2024-02-29", "2027-12-31", "2028-03-01"] {
            assert_eq!(day(text).to_string(), text);
        }
        assert_eq!((day("2027-08-24") + 90).to_string(), "2027-11-22");
        for text in ["24.8.2027", "2027-02-29", "2027-13-01", "2027-1-1", "2027-11-222", "+027-11-22", ""] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_claim_expires_and_lapses() {
        let period = Period { read: Some(day("2026-11-22")), expires: Some(day("2027-11-22")) };
        // (today, age)
        let table = [
            ("2026-01-01", Age::Current),
            ("2027-11-22", Age::Current),
            ("2027-11-23", Age::Expired),
            ("2028-11-21", Age::Expired),
            ("2028-11-22", Age::Lapsed),
            ("2099-01-01", Age::Lapsed),
        ];
        for (today, age) in table {
            assert_eq!(period.age(Some(day(today))), age, "{today}");
        }
        assert_eq!(period.age(None), Age::Current);
        assert_eq!(Period::default().age(Some(day("2099-01-01"))), Age::Current);
        assert_eq!(Period { read: None, ..period }.age(Some(day("2099-01-01"))), Age::Expired);
    }
}
