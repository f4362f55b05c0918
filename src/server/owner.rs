//! Whose server a text names.

use crate::identifier::trim_edges;
use crate::options::GuardOptions;
use crate::provider::{Profile, ServerRule};
use crate::text::{holds, pieces, split_once};

use super::index::Index;
use super::location::{Location, is_like};
use super::{Server, slip};

/// First labels of mail servers' names that say what answers there, and nothing of whose it is.
pub(super) const USUAL_LABELS: &str = "imap imap4 imaps mail mx pop pop3 pops send smtp smtps webmail";

/// Reads `imap.example.org`, `ssl0.example.net:993`, `https://cloud.example.org/remote.php/dav`, and whatever else may stand in
/// such a field.
#[inline(never)]
pub(super) fn read<'a>(text: &str, options: &'a GuardOptions) -> Server<'a> {
    let text = trim_edges(text).to_ascii_lowercase();
    if text.is_empty() {
        return Server::default();
    }
    let location = Location::of(&text);
    let mut server = Server { is_named: true, takes_foreign_addresses: true, ..Server::default() };
    let own = Index::of(&options.profiles);
    let indexes = [&own, Index::built_in()];
    let mut best = 0;
    for index in indexes {
        let mut consider = |profile: &'a Profile, rule: &'static ServerRule, rank: usize| {
            let found = rank * 2 + usize::from(rule.service == options.service);
            if rank > 0 && found > best {
                best = found;
                server.profile = Some(profile);
                server.protocol = rule.protocol;
                server.takes_foreign_addresses = rule.foreign_addresses;
            }
        };
        let mut is_exact = false;
        for known in index.on(domain_of(location.host)).iter().filter(|known| known.host == location.host) {
            consider(known.profile, known.rule, usize::from(u16::MAX));
            is_exact = true;
        }
        if is_exact {
            continue;
        }
        for known in index.patterns.iter().filter(|known| is_like(known.host, location.host)) {
            consider(known.profile, known.rule, 1 + known.host.len());
        }
        for (profile, rule) in index.paths.iter().filter(|_| !location.path.is_empty()) {
            let begins =
                |known: &str| location.path.get(..known.len()).is_some_and(|begin| known.eq_ignore_ascii_case(begin));
            consider(profile, rule, usize::from(pieces(rule.paths, b' ').any(begins)));
        }
    }
    server.protocol = server.protocol.or(location.protocol);
    if server.profile.is_none() {
        server.suggestion = slip::intended(location.host, indexes);
        let home = home_of(location.host, server.suggestion.as_deref());
        (server.owner, server.profile) = options.giver(home, None);
        if server.owner.is_none() && server.profile.is_none() && !home.is_empty() {
            let of_home = |index: &&Index<'a>| index.on(home).iter().min_by_key(|known| known.order).copied();
            server.profile = indexes.iter().find_map(of_home).map(|known| known.profile);
        }
    }
    server.owner = server.profile.map(|profile| profile.id).or(server.owner);
    server
}

/// The domain that a host belongs to by its name: itself, or what stands behind a usual label; nothing where the name does not tell.
/// A slip before the first dot is none of the domain's.
fn home_of<'h>(host: &'h str, suggestion: Option<&str>) -> &'h str {
    let Some((label, domain)) = split_once(host, b'.') else { return "" };
    match suggestion {
        Some(meant) if domain_of(meant) == domain => domain,
        Some(_) => "",
        // `mail.example`: what stands behind is no domain of anybody's.
        None if holds(USUAL_LABELS, label) && !domain_of(domain).is_empty() => domain,
        None => host,
    }
}

/// What stands behind the first dot.
fn domain_of(host: &str) -> &str {
    split_once(host, b'.').map_or("", |(_, domain)| domain)
}
