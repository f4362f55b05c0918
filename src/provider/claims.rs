//! What is claimed of providers, by whom, and until when: for whoever keeps the facts, and absent from the wasm.

use super::{Confidence, Day, Period};

/// One claim of `providers/<id>.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Whose file it stands in.
    pub provider: &'static str,
    /// Where in the file: `services mailbox issued_only`, `tokens 1`.
    pub what: &'static str,
    /// From the latest reading of a source to the last day on which it is relied on.
    pub period: Period,
    /// The day on which it is announced to change.
    pub changes_on: Option<Day>,
    /// How much it can be relied on.
    pub confidence: Confidence,
    /// The pages on which it was read, with blanks between.
    pub sources: &'static str,
}

/// Every claim, by provider.
pub fn claims() -> impl Iterator<Item = Claim> {
    static CLAIMS: &str = include_str!(concat!(env!("OUT_DIR"), "/claims.txt"));
    CLAIMS.lines().map(|line| {
        let mut parts = line.split('\t');
        let mut next = || parts.next().unwrap_or_default();
        let (provider, what) = (next(), next());
        let mut day = || next().parse().ok().map(Day::since_1970);
        let (period, changes_on) = (Period { read: day(), expires: day() }, day());
        let confidence = match next() {
            "2" => Confidence::High,
            "1" => Confidence::Medium,
            _ => Confidence::Low,
        };
        Claim { provider, what, period, changes_on, confidence, sources: next() }
    })
}
