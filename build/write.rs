//! The texts that are made of the files, by the name of each in `OUT_DIR`.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::check::{Dated, Provider};
use crate::grammar::unmarked;
use crate::schema::{Confidence, Issued, IssuedOnly, Link, Protocol, Separator, Servers, Service, SwitchOn, Text};

/// A text for each reader: `src/provider` has most of them, `src/secret` the tokens, `src/strength` the words.
pub(crate) fn texts(providers: &[Provider]) -> Vec<(&'static str, String)> {
    let mut lines = Lines::default();
    let speaking: Vec<&Provider> = providers.iter().filter(|provider| speaks(provider)).collect();
    lines.list(&speaking, |lines, provider| lines.profile(provider));
    vec![
        ("providers.txt", lines.text()),
        ("domains.txt", domains(providers)),
        ("brands.txt", brands(providers)),
        ("targets.txt", spelling(providers, |provider| &provider.file.spelling.targets)),
        ("spelling-brands.txt", spelling(providers, |provider| &provider.file.spelling.brands)),
        ("slips.txt", slips(providers)),
        ("tokens.txt", tokens(providers)),
        ("recovery.txt", recovery(providers)),
        ("words.txt", words(providers)),
        ("claims.txt", claims(providers)),
        ("places.txt", places(providers)),
        ("policies.txt", policies(providers)),
    ]
}

/// Whether there is anything to be read but domains and tokens, which have texts of their own.
fn speaks(provider: &Provider) -> bool {
    let file = &provider.file;
    let has_more_domains = file.mail_domains.iter().any(|group| !group.well_known);
    !file.services.is_empty() || !file.servers.is_empty() || !file.issued.is_empty() || has_more_domains
}

/// A claim of low confidence is kept for whoever looks again, and says nothing.
fn is_said(confidence: Confidence) -> bool {
    confidence > Confidence::Low
}

/// A value a line; a list is its length and its items, a missing value an empty line. `src/provider` reads them.
#[derive(Default)]
struct Lines(Vec<String>);

impl Lines {
    fn text(self) -> String {
        self.0.join("\n")
    }

    #[allow(clippy::needless_pass_by_value, reason = "texts and numbers as they come")]
    fn put(&mut self, text: impl ToString) {
        self.0.push(text.to_string());
    }

    fn truth(&mut self, holds: bool) {
        self.put(u8::from(holds));
    }

    fn maybe(&mut self, text: Option<&Text>) {
        self.put(text.map_or("", |text| text.get_ref()));
    }

    fn list<T>(&mut self, items: &[T], mut write: impl FnMut(&mut Self, &T)) {
        self.put(items.len());
        for item in items {
            write(self, item);
        }
    }

    fn texts(&mut self, texts: &[Text]) {
        self.list(texts, |lines, text| lines.put(text.get_ref()));
    }

    /// Short ones, on one line with blanks between.
    fn words<'a>(&mut self, texts: impl IntoIterator<Item = &'a Text>) {
        let texts: Vec<&str> = texts.into_iter().map(|text| text.get_ref().as_str()).collect();
        self.put(texts.join(" "));
    }

    /// Domains or hosts, sorted by what follows their first label: what is like stands together, and takes less room.
    fn names<'a>(&mut self, names: impl IntoIterator<Item = &'a Text>) {
        let mut names: Vec<&Text> = names.into_iter().collect();
        names.sort_by_key(|name| name.get_ref().split_once('.').map(|(label, rest)| (rest, label)));
        self.words(names);
    }

    /// When a claim was read, and until when it holds.
    fn dated(&mut self, provider: &Provider, what: &str) {
        let dated = provider.claims.iter().find(|claim| claim.what == what);
        self.put(dated.map_or(String::new(), |claim| claim.read.to_string()));
        self.put(dated.map_or(String::new(), |claim| claim.expires.to_string()));
    }

    fn profile(&mut self, provider: &Provider) {
        let file = &provider.file;
        self.put(&provider.id);
        self.put(file.name.get_ref());
        let domains = file.mail_domains.iter().filter(|group| !group.well_known && is_said(group.claim().confidence));
        self.names(domains.flat_map(|group| &group.domains));
        let services: Vec<&Service> = file.services.iter().filter(|it| is_said(it.claim().confidence)).collect();
        self.list(&services, |lines, service| lines.service(provider, service));
        let issued: Vec<(&Issued, usize)> = file.issued.iter().zip(1..).collect();
        self.list(&issued, |lines, (issued, at)| lines.issued(provider, issued, *at));
        self.list(&file.help, |lines, page| {
            lines.put(page.href.get_ref());
            lines.words(&page.languages);
        });
        let servers = merged(&file.servers);
        self.list(&servers, |lines, group| lines.servers(group));
        let codes = file.recovery_codes.iter().filter(|codes| !codes.anywhere && is_said(codes.claim().confidence));
        let codes: Vec<&Text> = codes.map(|codes| &codes.pattern).collect();
        self.list(&codes, |lines, pattern| lines.put(pattern.get_ref()));
    }

    fn service(&mut self, provider: &Provider, service: &Service) {
        let what = service.what();
        self.put(service.service.get_ref());
        self.protocol(service.protocol);
        self.truth(service.own_addresses);
        self.list(&service.identifier.forms, |lines, form| lines.put(*form as u8));
        self.texts(&service.identifier.patterns);
        self.maybe(service.identifier.example.as_ref());
        self.maybe(service.identifier.place.as_ref());
        self.list(service.roles(), |lines, role| lines.put(*role as u8));
        self.issued_only(provider, &what, service.issued_only.as_ref());
        self.truth(service.no_password);
        self.truth(service.several);
        self.truth(service.after_refusal);
        self.maybe(service.place.as_ref());
        self.texts(&service.used_at);
        self.links(&service.links);
        self.switch_on(provider, &what, service.switch_on.as_ref());
        self.dated(provider, &what);
    }

    /// From 1; an empty line for all of them.
    fn protocol(&mut self, protocol: Option<Protocol>) {
        self.put(protocol.map_or(String::new(), |protocol| (protocol as u8 + 1).to_string()));
    }

    fn issued_only(&mut self, provider: &Provider, what: &str, only: Option<&IssuedOnly>) {
        self.truth(only.is_some());
        if let Some(only) = only {
            self.put(only.claim().confidence as u8);
            self.truth(only.legacy_secrets);
            self.truth(only.second_factor_only);
            self.dated(provider, &format!("{what} issued_only"));
        }
    }

    fn switch_on(&mut self, provider: &Provider, what: &str, switch: Option<&SwitchOn>) {
        let switch = switch.filter(|switch| is_said(switch.claim().confidence));
        self.truth(switch.is_some());
        if let Some(switch) = switch {
            self.list(switch.what.get_ref(), |lines, access| lines.put(*access as u8));
            self.maybe(switch.place.as_ref());
            self.links(&switch.links);
            self.dated(provider, &format!("{what} switch_on"));
        }
    }

    fn issued(&mut self, provider: &Provider, issued: &Issued, at: usize) {
        self.put(issued.role as u8);
        self.put(issued.pattern.get_ref());
        self.truth(issued.groups.is_some());
        if let Some(groups) = &issued.groups {
            self.put(groups.size);
            self.put(match groups.separator {
                Separator::Blank => 0,
                Separator::Hyphen => 1,
            });
            self.put(groups.count);
        }
        self.put(issued.length as u8);
        self.put(issued.alphabet as u8);
        self.dated(provider, &format!("issued {at}"));
    }

    fn links(&mut self, links: &[Link]) {
        self.list(links, |lines, link| {
            lines.put(link.rel as u8);
            lines.put(link.href.get_ref());
            lines.words(&link.languages);
        });
    }

    fn servers(&mut self, group: &[&Servers]) {
        let Some(first) = group.first() else { return };
        self.put(first.service.get_ref());
        self.protocol(first.protocol);
        self.names(group.iter().flat_map(|servers| &servers.hosts));
        self.words(group.iter().flat_map(|servers| &servers.paths));
        self.truth(first.foreign_addresses);
    }
}

/// Hosts that differ in nothing but where they were read.
fn merged(servers: &[Servers]) -> Vec<Vec<&Servers>> {
    let mut groups: Vec<Vec<&Servers>> = Vec::new();
    for more in servers.iter().filter(|servers| is_said(servers.claim().confidence)) {
        let is_same = |group: &&mut Vec<&Servers>| {
            group.first().is_some_and(|first| {
                first.service.get_ref() == more.service.get_ref()
                    && first.protocol == more.protocol
                    && first.foreign_addresses == more.foreign_addresses
            })
        };
        match groups.iter_mut().find(is_same) {
            Some(group) => group.push(more),
            None => groups.push(vec![more]),
        }
    }
    groups
}

/// A line for each provider: its id, then words.
fn table<'a>(providers: &'a [Provider], words: impl Fn(&'a Provider) -> Vec<&'a str>) -> String {
    let mut table = String::new();
    for provider in providers {
        let mut words = words(provider);
        words.sort_unstable();
        if !words.is_empty() {
            table.extend([provider.id.as_str(), " ", &words.join(" "), "\n"]);
        }
    }
    table
}

fn domains(providers: &[Provider]) -> String {
    table(providers, |provider| {
        let groups = provider.file.mail_domains.iter();
        let groups = groups.filter(|group| group.well_known && is_said(group.claim().confidence));
        groups.flat_map(|group| &group.domains).map(|domain| domain.get_ref().as_str()).collect()
    })
}

fn brands(providers: &[Provider]) -> String {
    table(providers, |provider| {
        let groups = provider.file.mail_domains.iter().filter(|group| is_said(group.claim().confidence));
        groups.flat_map(|group| &group.brands).map(|brand| brand.get_ref().as_str()).collect()
    })
}

/// All of one kind on one line, in the order of their letters.
fn spelling<'a>(providers: &'a [Provider], of: impl Fn(&'a Provider) -> &'a Vec<Text>) -> String {
    let mut words: Vec<&str> = providers.iter().flat_map(of).map(|word| word.get_ref().as_str()).collect();
    words.sort_unstable_by_key(|word| unmarked(word));
    words.join(" ")
}

fn slips(providers: &[Provider]) -> String {
    let mut table = String::new();
    let all = providers.iter().flat_map(|provider| &provider.file.spelling.slips);
    let sorted: BTreeMap<&str, &Vec<Text>> = all.map(|(meant, slips)| (meant.get_ref().as_str(), slips)).collect();
    for (meant, slips) in sorted {
        let slips: Vec<&str> = slips.iter().map(|slip| slip.get_ref().as_str()).collect();
        table.extend([meant, " ", &slips.join(" "), "\n"]);
    }
    table
}

/// Maker, mark, patterns: a line for each group, with tabs between, since some tokens hold a blank.
///
/// The mark: nothing, `=` and what each holds, `@n` a name, `@` and each service that they open.
fn tokens(providers: &[Provider]) -> String {
    let mut table = String::new();
    for provider in providers {
        for tokens in provider.file.tokens.iter().filter(|tokens| is_said(tokens.claim().confidence)) {
            let mut marks = String::new();
            if let Some(text) = &tokens.contains {
                marks = format!("={}", text.get_ref());
            } else if tokens.is_name {
                marks.push_str("@n");
            } else if !tokens.opens.is_empty() {
                let services: Vec<&str> = tokens.opens.iter().map(|service| service.get_ref().as_str()).collect();
                marks = format!("@{}", services.join("@"));
            }
            let patterns: Vec<&str> = tokens.patterns.get_ref().iter().map(|it| it.get_ref().as_str()).collect();
            table.extend([&provider.id, "\t", &marks, "\t", &patterns.join("\t"), "\n"]);
        }
    }
    table
}

fn recovery(providers: &[Provider]) -> String {
    let codes = providers.iter().flat_map(|provider| &provider.file.recovery_codes);
    let codes = codes.filter(|codes| codes.anywhere && is_said(codes.claim().confidence));
    let patterns: Vec<&str> = codes.map(|codes| codes.pattern.get_ref().as_str()).collect();
    patterns.join(" ")
}

fn words(providers: &[Provider]) -> String {
    let words = providers.iter().flat_map(|provider| &provider.file.password_words);
    let mut words: Vec<&str> = words.map(|word| word.get_ref().as_str()).collect();
    words.sort_unstable();
    words.dedup();
    words.join(" ")
}

/// Provider, claim, day read, expiry, change, confidence, sources: a line each, with tabs between.
fn claims(providers: &[Provider]) -> String {
    let mut table = String::new();
    for provider in providers {
        for Dated { what, read, expires, changes_on, confidence, urls } in &provider.claims {
            let changes_on = changes_on.map_or(String::new(), |day| day.to_string());
            let (id, confidence, urls) = (&provider.id, *confidence as u8, urls.join(" "));
            let _ = writeln!(table, "{id}\t{what}\t{read}\t{expires}\t{changes_on}\t{confidence}\t{urls}");
        }
    }
    table
}

/// Language, provider, place, text: a line each, with tabs between.
fn places(providers: &[Provider]) -> String {
    let mut table = String::new();
    for provider in providers {
        for (name, place) in &provider.file.places {
            for (language, text) in place.texts() {
                let (id, name, text) = (&provider.id, name.get_ref(), text.get_ref());
                let _ = writeln!(table, "{language}\t{id}\t{name}\t{text}");
            }
        }
    }
    table
}

/// Provider, service, least and greatest length, kinds of characters, 1 for ASCII alone: a line each, with tabs between.
fn policies(providers: &[Provider]) -> String {
    let mut table = String::new();
    for provider in providers {
        for policy in provider.file.password_policies.iter().filter(|policy| is_said(policy.claim().confidence)) {
            let most = policy.max_length.map_or(String::new(), |most| most.to_string());
            let needs: Vec<&str> = policy.needs.iter().map(|kind| kind.as_str()).collect();
            let (id, service, least) = (&provider.id, policy.service.get_ref(), policy.min_length.get_ref());
            let (needs, ascii) = (needs.join(" "), u8::from(policy.ascii));
            let _ = writeln!(table, "{id}\t{service}\t{least}\t{most}\t{needs}\t{ascii}");
        }
    }
    table
}
