//! Every host of every provider in the order of its domain, so that one is found without reading all.

use std::sync::OnceLock;

use crate::identifier::letters;
use crate::provider::{Profile, ServerRule};
use crate::text::{pieces, split_once};

/// A host, and whose it is.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    pub(super) host: &'static str,
    /// What stands before its first dot.
    pub(super) label: &'static str,
    /// What stands behind it.
    pub(super) domain: &'static str,
    /// Which letters the first label of the domain has.
    pub(super) letters: u64,
    /// Its place among all.
    pub(super) order: usize,
    pub(super) profile: &'a Profile,
    pub(super) rule: &'static ServerRule,
}

/// The hosts of some profiles.
#[derive(Default)]
pub(super) struct Index<'a> {
    /// By domain, then by label.
    hosts: Vec<Known<'a>>,
    /// Those with a `*`, which stand among the others, too.
    pub(super) patterns: Vec<Known<'a>>,
    /// Rules that know paths.
    pub(super) paths: Vec<(&'a Profile, &'static ServerRule)>,
}

impl Index<'static> {
    /// Of the providers that are built in or told; made once.
    pub(super) fn built_in() -> &'static Self {
        static INDEX: OnceLock<Index<'static>> = OnceLock::new();
        INDEX.get_or_init(|| Self::of(Profile::all()))
    }
}

impl<'a> Index<'a> {
    pub(super) fn of(profiles: &'a [Profile]) -> Self {
        let mut index = Self::default();
        for profile in profiles {
            for rule in profile.servers {
                for host in pieces(rule.hosts, b' ') {
                    let Some((label, domain)) = split_once(host, b'.') else { continue };
                    let letters = letters(first_label(domain));
                    let order = index.hosts.len();
                    let known = Known { host, label, domain, letters, order, profile, rule };
                    index.hosts.push(known);
                    if host.bytes().any(|b| b == b'*') {
                        index.patterns.push(known);
                    }
                }
                if !rule.paths.is_empty() {
                    index.paths.push((profile, rule));
                }
            }
        }
        index.hosts.sort_unstable_by(|a, b| (a.domain, a.label, a.order).cmp(&(b.domain, b.label, b.order)));
        index
    }

    /// All of them.
    pub(super) fn hosts(&self) -> &[Known<'a>] {
        &self.hosts
    }

    /// Those directly on the domain.
    pub(super) fn on(&self, domain: &str) -> &[Known<'a>] {
        let from = self.hosts.partition_point(|known| known.domain < domain);
        let until = self.hosts.partition_point(|known| known.domain <= domain);
        self.hosts.get(from..until).unwrap_or_default()
    }
}

/// What stands before the first dot, or all of it.
pub(super) fn first_label(domain: &str) -> &str {
    split_once(domain, b'.').map_or(domain, |(label, _)| label)
}
