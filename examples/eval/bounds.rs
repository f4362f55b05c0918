//! How far a share that was counted may be from the true one, with 95 % confidence.

use serde_json::{Value, json};

/// So many of so many.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Share {
    pub(crate) count: usize,
    pub(crate) of: usize,
}

/// Standard deviations on either side that hold 95 % of a normal distribution.
const Z: f64 = 1.96;
/// With nothing seen in n, the true share is below 3 / n (the rule of three).
const RULE_OF_THREE: f64 = 3.0;

impl Share {
    pub(crate) fn share(self) -> f64 {
        if self.of == 0 { 0.0 } else { float(self.count) / float(self.of) }
    }

    /// Wilson's interval; the rule of three where nothing or everything was seen.
    pub(crate) fn bounds(self) -> (f64, f64) {
        if self.of == 0 {
            return (0.0, 1.0);
        }
        let n = float(self.of);
        let edge = (RULE_OF_THREE / n).min(1.0);
        if self.count == 0 {
            return (0.0, edge);
        }
        if self.count == self.of {
            return (1.0 - edge, 1.0);
        }
        let p = self.share();
        let centre = p + Z * Z / (2.0 * n);
        let spread = Z * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
        let whole = 1.0 + Z * Z / n;
        ((centre - spread) / whole, (centre + spread) / whole)
    }

    /// `{ count, of, share, low, high }`.
    pub(crate) fn json(self) -> Value {
        let (low, high) = self.bounds();
        json!({ "count": self.count, "of": self.of, "share": self.share(), "low": low, "high": high })
    }

    /// `12 of 20,000 (0.060 %, at most 0.105 %)`, without the thousands' commas.
    pub(crate) fn at_most(self) -> String {
        let (_, high) = self.bounds();
        format!("{} of {} ({}, at most {})", self.count, self.of, percent(self.share()), percent(high))
    }

    /// The same from the other side.
    pub(crate) fn at_least(self) -> String {
        let (low, _) = self.bounds();
        format!("{} of {} ({}, at least {})", self.count, self.of, percent(self.share()), percent(low))
    }
}

/// Enough digits to tell 1 in 100,000 from nothing.
pub(crate) fn percent(share: f64) -> String {
    if share == 0.0 || share >= 0.1 { format!("{:.1} %", share * 100.0) } else { format!("{:.4} %", share * 100.0) }
}

/// Counts here stay far below 2^32.
fn float(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::from(u32::MAX), f64::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_hold_what_was_counted() {
        // (count, of, low, high): Wilson's interval as in any table of it
        let table = [(0, 1000, 0.0, 0.003), (1000, 1000, 0.997, 1.0), (10, 100, 0.0552, 0.1744), (0, 0, 0.0, 1.0)];
        for (count, of, low, high) in table {
            let bounds = Share { count, of }.bounds();
            assert!((bounds.0 - low).abs() < 1e-4 && (bounds.1 - high).abs() < 1e-4, "{count} of {of}: {bounds:?}");
        }
    }
}
