//! The server that was probably meant: one stroke in one label of a known name, everything else equal.

use crate::identifier::{intended as intended_domain, is_slip};
use crate::options::GuardOptions;
use crate::text::{glue, holds, pieces, split_once};

use super::owner::{USUAL_LABELS, each};

/// The one known server that lies near enough.
#[inline(never)]
pub(super) fn intended(host: &str, options: &GuardOptions) -> Option<String> {
    let (label, domain) = split_once(host, b'.')?;
    let (name, ending) = split_once(domain, b'.')?;
    // Of `gcr.io` and `smtp.q.com` there is too little to be sure.
    if name.len() < 4 {
        return None;
    }
    let better = intended_domain(domain, &[]);
    let (mut found, mut is_tied) = (String::new(), false);
    each(options, &mut |_, rule| {
        for known in pieces(rule.hosts, b' ') {
            let (first, meant) = split_once(known, b'.').unwrap_or_default();
            let is_meant = if meant == domain {
                first.len() > 3 && !holds(USUAL_LABELS, label) && is_slip(label, first)
            } else {
                (first == label || first == "*")
                    && (better.as_deref() == Some(meant) || is_domain_slip(name, ending, meant))
            };
            if is_meant {
                let server = glue(&[if first == "*" { label } else { first }, ".", meant]);
                is_tied |= !found.is_empty() && found != server;
                found = server;
            }
        }
    });
    // Two answers are none.
    if is_tied || found.is_empty() { None } else { Some(found) }
}

/// `office356.com` for `office365.com`: the ending is the same, the name long enough to be missed by a stroke.
fn is_domain_slip(name: &str, ending: &str, meant: &str) -> bool {
    split_once(meant, b'.').is_some_and(|(other, end)| end == ending && other.len() > 5 && is_slip(name, other))
}
