//! The server that was probably meant: one stroke in one label of a known name, everything else equal.

use crate::identifier::{intended as intended_domain, is_slip};
use crate::provider::Profile;
use crate::text::{pieces, split_once};

use super::USUAL_LABELS;

/// The one known server that lies near enough.
#[inline(never)]
pub(super) fn intended<'a, P: Iterator<Item = &'a Profile>>(host: &str, profiles: impl Fn() -> P) -> Option<String> {
    let (label, rest) = split_once(host, b'.')?;
    // Of `gcr.io` and `smtp.q.com` there is too little to be sure.
    split_once(rest, b'.').filter(|(name, _)| name.len() > 3)?;
    let domain = intended_domain(rest, &[]);
    let mut found: Option<String> = None;
    for profile in profiles() {
        for known in profile.servers.iter().flat_map(|rule| pieces(rule.hosts, b' ')) {
            let Some((first, domain_of)) = split_once(known, b'.') else { continue };
            let is_meant = if domain_of == rest {
                is_label_slip(label, first)
            } else {
                (first == label || first == "*")
                    && (domain.as_deref() == Some(domain_of) || is_domain_slip(rest, domain_of))
            };
            if !is_meant {
                continue;
            }
            let meant = [label, ".", domain_of].concat();
            let meant = if domain_of == rest { known.to_owned() } else { meant };
            match &found {
                // Two answers are none.
                Some(other) if *other != meant => return None,
                _ => found = Some(meant),
            }
        }
    }
    found
}

/// `smpt` for `smtp`: a name that says nothing by itself.
fn is_label_slip(typed: &str, meant: &str) -> bool {
    meant.len() > 3 && !pieces(USUAL_LABELS, b' ').any(|usual| usual == typed) && is_slip(typed, meant)
}

/// `office356.com` for `office365.com`: the ending is the same, the name long enough to be missed by a stroke.
fn is_domain_slip(typed: &str, meant: &str) -> bool {
    let (Some((typed, ending)), Some((name, meant_ending))) = (split_once(typed, b'.'), split_once(meant, b'.')) else {
        return false;
    };
    ending == meant_ending && name.len() > 5 && is_slip(typed, name)
}
