//! The server that was probably meant: one stroke in one label of a known name, everything else equal.

use crate::identifier::{intended as intended_domain, is_slip, letters};
use crate::text::{glue, holds, split_once};

use super::index::{Index, Known, first_label};
use super::owner::USUAL_LABELS;

/// The one known server that lies near enough.
#[inline(never)]
pub(super) fn intended(host: &str, indexes: [&Index<'_>; 2]) -> Option<String> {
    let (label, domain) = split_once(host, b'.')?;
    let (name, ending) = split_once(domain, b'.')?;
    // Of `gcr.io` and `smtp.q.com` there is too little to be sure.
    if name.len() < 4 {
        return None;
    }
    let mut best = Best { label, found: String::new(), is_tied: false };
    let typed = letters(name);
    // One stroke changes two letters of the name at most, and one of its length.
    let is_near = |known: &Known<'_>| {
        (known.label == label || known.label == "*")
            && (typed ^ known.letters).count_ones() < 3
            && first_label(known.domain).len().abs_diff(name.len()) < 3
    };
    let mut is_any_near = false;
    for index in indexes {
        if !holds(USUAL_LABELS, label) {
            for known in index.on(domain).iter().filter(|known| known.label.len() > 3 && is_slip(label, known.label)) {
                best.consider(known);
            }
        }
        for known in index.hosts().iter().filter(|known| known.domain != domain && is_near(known)) {
            is_any_near = true;
            if is_domain_slip(name, ending, known.domain) {
                best.consider(known);
            }
        }
    }
    if let Some(better) = is_any_near.then(|| intended_domain(domain, &[])).flatten().filter(|better| better != domain)
    {
        for known in indexes.iter().flat_map(|index| index.on(&better)) {
            if known.label == label || known.label == "*" {
                best.consider(known);
            }
        }
    }
    // Two answers are none.
    if best.is_tied || best.found.is_empty() { None } else { Some(best.found) }
}

/// What was found so far.
struct Best<'a> {
    label: &'a str,
    found: String,
    is_tied: bool,
}

impl Best<'_> {
    fn consider(&mut self, known: &Known<'_>) {
        let label = if known.label == "*" { self.label } else { known.label };
        let server = glue(&[label, ".", known.domain]);
        self.is_tied |= !self.found.is_empty() && self.found != server;
        self.found = server;
    }
}

/// `office356.com` for `office365.com`: the ending is the same, the name long enough to be missed by a stroke.
fn is_domain_slip(name: &str, ending: &str, meant: &str) -> bool {
    split_once(meant, b'.').is_some_and(|(other, end)| end == ending && other.len() > 5 && is_slip(name, other))
}
