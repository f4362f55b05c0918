//! Whose server a text names.

use crate::identifier::trim_edges;
use crate::options::GuardOptions;
use crate::provider::{Profile, ServerRule};
use crate::text::{holds, pieces, split_once};

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
    let mut best = 0;
    each(options, &mut |profile, rule| {
        let found = rank(rule, &location) * 2 + usize::from(rule.service == options.service);
        if found > 1 && found > best {
            best = found;
            server.profile = Some(profile);
            server.protocol = rule.protocol;
            server.takes_foreign_addresses = rule.foreign_addresses;
        }
    });
    server.protocol = server.protocol.or(location.protocol);
    if server.profile.is_none() {
        server.suggestion = slip::intended(location.host, options);
        let home = home_of(location.host, server.suggestion.as_deref());
        (server.owner, server.profile) = options.giver(home, None);
        each(options, &mut |profile, rule| {
            let is_free = server.owner.is_none() && server.profile.is_none() && !home.is_empty();
            if is_free && pieces(rule.hosts, b' ').any(|host| domain_of(host) == home) {
                server.profile = Some(profile);
            }
        });
    }
    server.owner = server.profile.map(|profile| profile.id).or(server.owner);
    server
}

/// Every server rule with its profile, the page's own first.
pub(super) fn each<'a>(options: &'a GuardOptions, see: &mut dyn FnMut(&'a Profile, &'static ServerRule)) {
    for profiles in [options.profiles.as_slice(), Profile::all()] {
        for profile in profiles {
            for rule in profile.servers {
                see(profile, rule);
            }
        }
    }
}

/// How well a rule is about a place: by its path alone, by a pattern and the better the longer it is, by its very name; 0 is not at all.
fn rank(rule: &ServerRule, location: &Location<'_>) -> usize {
    if !location.host.is_empty() && holds(rule.hosts, location.host) {
        return usize::from(u16::MAX);
    }
    let mut rank = 0;
    if rule.hosts.bytes().any(|b| b == b'*') {
        for host in pieces(rule.hosts, b' ').filter(|host| is_like(host, location.host)) {
            rank = rank.max(1 + host.len());
        }
    }
    let begins = |known: &str| location.path.get(..known.len()).is_some_and(|begin| known.eq_ignore_ascii_case(begin));
    if rank == 0 { usize::from(!rule.paths.is_empty() && pieces(rule.paths, b' ').any(begins)) } else { rank }
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
