//! What is wrong with a provider's file: file, line, key, and what is allowed there.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::calendar;
use crate::grammar::{
    is_host, is_host_pattern, is_label, is_language, is_line, is_link, is_path, is_pattern, is_word, unmarked,
};
use crate::schema::{Claim, Confidence, File, Link, Rel, Servers, Service, Text};

/// A file without faults.
#[derive(Debug)]
pub(crate) struct Provider {
    pub(crate) id: String,
    pub(crate) file: File,
    /// Each claim of the file, for whoever reads its sources again.
    pub(crate) claims: Vec<Dated>,
    /// The text, for the lines of what is found when the file is read already.
    text: String,
}

impl Provider {
    /// The line in which a text of the file stands.
    pub(crate) fn line(&self, text: &Text) -> usize {
        line_of(&self.text, text.span().start)
    }
}

/// When a claim was read and until when it holds: days since 1970-01-01.
#[derive(Clone, Debug)]
pub(crate) struct Dated {
    /// `services mailbox`, `tokens 1`.
    pub(crate) what: String,
    pub(crate) read: i64,
    pub(crate) expires: i64,
    pub(crate) changes_on: Option<i64>,
    pub(crate) confidence: Confidence,
    pub(crate) urls: Vec<String>,
}

/// The longest that a claim may hold, in days.
#[derive(Clone, Copy)]
enum Holds {
    /// Makers change their tokens without a word.
    Tokens = 120,
    /// 18 months: which kind of password is taken.
    Rules = 549,
    /// 36 months: what services, servers and places are called.
    Names = 1_097,
}

/// Reads and checks one file.
pub(crate) fn provider(id: &str, text: &str) -> Result<Provider, Vec<String>> {
    let mut check = Check { id, text, faults: Vec::new(), claims: Vec::new(), used: BTreeSet::new() };
    let is_id = !id.is_empty() && id.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'));
    if !is_id {
        check.fault(0..0, "the file's name", "lower-case letters, digits and hyphens, then .toml");
    }
    let file: File = match toml::from_str(text) {
        Ok(file) => file,
        Err(error) => {
            check.unreadable(&error);
            return Err(check.faults);
        }
    };
    check.file(&file);
    let Check { faults, claims, .. } = check;
    if faults.is_empty() {
        Ok(Provider { id: id.to_owned(), file, claims, text: text.to_owned() })
    } else {
        Err(faults)
    }
}

pub(crate) fn line_of(text: &str, at: usize) -> usize {
    1 + text.bytes().take(at).filter(|b| *b == b'\n').count()
}

struct Check<'a> {
    id: &'a str,
    text: &'a str,
    faults: Vec<String>,
    claims: Vec<Dated>,
    /// Names of sources and places that something asks for.
    used: BTreeSet<String>,
}

impl Check<'_> {
    fn fault(&mut self, at: Range<usize>, key: &str, allowed: &str) {
        let line = line_of(self.text, at.start);
        let written = self.text.get(at).unwrap_or_default().lines().next().unwrap_or_default();
        let (id, written) =
            (self.id, if written.is_empty() { String::new() } else { format!("{written} is not allowed; ") });
        self.faults.push(format!("providers/{id}.toml:{line}: {key}: {written}{allowed}"));
    }

    /// What the reader of TOML says, with the key of the line.
    fn unreadable(&mut self, error: &toml::de::Error) {
        let at = error.span().unwrap_or_default().start;
        let line = line_of(self.text, at);
        let written = self.text.lines().nth(line - 1).unwrap_or_default();
        let key = written.split(['=', ']']).next().unwrap_or_default().trim_matches([' ', '[', '#']);
        self.faults.push(format!("providers/{}.toml:{line}: {key}: {}", self.id, error.message()));
    }

    fn require(&mut self, holds: bool, text: &Text, key: &str, allowed: &str) {
        if !holds {
            self.fault(text.span(), key, allowed);
        }
    }

    fn file(&mut self, file: &File) {
        self.line(&file.name, "name");
        for source in file.sources.values() {
            self.href(&source.url, "url");
            self.require(calendar::number(source.read.get_ref()).is_some(), &source.read, "read", "a day, YYYY-MM-DD");
        }
        for page in &file.help {
            self.href(&page.href, "href");
            self.languages(&page.languages);
        }
        for word in &file.password_words {
            self.require(is_word(word.get_ref()), word, "password_words", "three lower-case letters or more");
        }
        self.mail(file);
        for (servers, at) in file.servers.iter().zip(1..) {
            self.servers(servers);
            self.claim(file, &format!("servers {at}"), servers.claim(), Holds::Names);
        }
        let mut known = BTreeSet::new();
        for service in &file.services {
            self.service(file, service);
            let is_new = known.insert((service.service.get_ref(), service.protocol, service.own_addresses));
            self.require(
                is_new,
                &service.service,
                "service",
                "each service and protocol once, and once for own_addresses",
            );
        }
        self.secrets(file);
        for (name, place) in &file.places {
            for (_, text) in place.texts() {
                self.line(text, "places");
            }
            let is_used = self.used.contains(&format!("place {}", name.get_ref()));
            self.require(is_used, name, "places", "a place that a service names");
            self.claim(file, &format!("places {}", name.get_ref()), place.claim(), Holds::Names);
        }
        for name in file.sources.keys() {
            let is_used = self.used.contains(&format!("source {}", name.get_ref()));
            self.require(is_used, name, "sources", "a source that a claim names");
        }
    }

    fn mail(&mut self, file: &File) {
        for (group, at) in file.mail_domains.iter().zip(1..) {
            for domain in &group.domains {
                let is_domain = is_host(domain.get_ref());
                self.require(is_domain, domain, "domains", "domains in lower-case ASCII (xn-- for others)");
            }
            for brand in &group.brands {
                let is_brand = is_label(brand.get_ref());
                self.require(is_brand, brand, "brands", "what stands before the country's ending, in lower-case ASCII");
            }
            self.claim(file, &format!("mail_domains {at}"), group.claim(), Holds::Names);
        }
        for target in &file.spelling.targets {
            let is_target = is_host(unmarked(target.get_ref())) && target.get_ref().contains('.');
            self.require(is_target, target, "targets", "a domain, with - and ! before it where they hold");
        }
        for brand in &file.spelling.brands {
            let is_brand = is_host(unmarked(brand.get_ref()));
            self.require(is_brand, brand, "brands", "a brand, with - before it where it is short");
        }
        for (meant, slips) in &file.spelling.slips {
            for domain in slips.iter().chain([meant]) {
                self.require(is_host(domain.get_ref()), domain, "slips", "domains in lower-case ASCII");
            }
        }
    }

    fn servers(&mut self, servers: &Servers) {
        let is_said = !servers.hosts.is_empty() || !servers.paths.is_empty();
        self.require(is_said, &servers.service, "service", "hosts or paths beside it");
        for host in &servers.hosts {
            self.require(
                is_host_pattern(host.get_ref()),
                host,
                "hosts",
                "host names in lower-case ASCII; * for a whole label, but for the last two",
            );
        }
        for path in &servers.paths {
            self.require(is_path(path.get_ref()), path, "paths", "the beginning of a path, with its slash");
        }
    }

    fn service(&mut self, file: &File, service: &Service) {
        let what = service.what();
        self.line(&service.service, "service");
        for pattern in &service.identifier.patterns {
            self.pattern(pattern);
        }
        for text in service.identifier.example.iter().chain(&service.used_at) {
            self.line(text, "identifier.example, used_at");
        }
        match &service.expects {
            Some(roles) if roles.get_ref().is_empty() => {
                self.fault(roles.span(), "expects", "one kind of secret or more");
            }
            Some(_) => {}
            None => {
                let is_told =
                    !service.identifier.forms.is_empty() && service.issued_only.is_none() && !service.no_password;
                self.require(
                    is_told,
                    &service.service,
                    "service",
                    "one with `expects`, or where only `identifier.forms` is told",
                );
            }
        }
        self.place(file, service.identifier.place.as_ref());
        self.place(file, service.place.as_ref());
        self.links(&service.links);
        // A rule about passwords changes sooner than a service's name.
        let holds = if service.no_password { Holds::Rules } else { Holds::Names };
        self.claim(file, &what, service.claim(), holds);
        if let Some(only) = &service.issued_only {
            self.claim(file, &format!("{what} issued_only"), only.claim(), Holds::Rules);
        }
        if let Some(switch) = &service.switch_on {
            if switch.what.get_ref().is_empty() {
                self.fault(switch.what.span(), "what", "one of imap, pop, smtp, programs, or more");
            }
            self.place(file, switch.place.as_ref());
            self.links(&switch.links);
            self.claim(file, &format!("{what} switch_on"), switch.claim(), Holds::Rules);
        }
    }

    fn secrets(&mut self, file: &File) {
        for (issued, at) in file.issued.iter().zip(1..) {
            self.pattern(&issued.pattern);
            self.claim(file, &format!("issued {at}"), issued.claim(), Holds::Rules);
        }
        for (tokens, at) in file.tokens.iter().zip(1..) {
            for pattern in tokens.patterns.get_ref() {
                self.pattern(pattern);
            }
            if let Some(text) = &tokens.contains {
                let is_plain = text.get_ref().bytes().all(|b| b.is_ascii_alphanumeric());
                self.require(is_plain, text, "contains", "letters and digits");
            }
            self.claim(file, &format!("tokens {at}"), tokens.claim(), Holds::Tokens);
        }
        for (codes, at) in file.recovery_codes.iter().zip(1..) {
            self.pattern(&codes.pattern);
            self.claim(file, &format!("recovery_codes {at}"), codes.claim(), Holds::Rules);
        }
        for policy in &file.password_policies {
            let least = *policy.min_length.get_ref();
            if least == 0 || policy.max_length.is_some_and(|most| most < u16::from(least)) {
                self.fault(policy.min_length.span(), "min_length", "1 or more, and max_length or less");
            }
            let name = policy.service.get_ref();
            self.claim(file, &format!("password_policies {name}"), policy.claim(), Holds::Rules);
        }
    }

    /// Its sources, days and period.
    fn claim(&mut self, file: &File, what: &str, claim: Claim<'_>, holds: Holds) {
        let (mut read, mut urls) = (None, Vec::new());
        for name in claim.sources {
            self.used.insert(format!("source {}", name.get_ref()));
            match file.sources.iter().find(|(known, _)| known.get_ref() == name.get_ref()) {
                Some((_, source)) => {
                    read = read.max(calendar::number(source.read.get_ref()));
                    urls.push(source.url.get_ref().clone());
                }
                None => self.fault(name.span(), "sources", &format!("one of {}", names(file.sources.keys()))),
            }
        }
        if claim.sources.is_empty() {
            self.fault(claim.expires.span(), "sources", "at least one source for the claim with this day");
        }
        let changes_on = claim.changes_on.and_then(|day| calendar::number(day.get_ref()));
        if let Some(day) = claim.changes_on {
            self.require(changes_on.is_some(), day, "changes_on", "a day, YYYY-MM-DD");
        }
        let Some(expires) = calendar::number(claim.expires.get_ref()) else {
            return self.fault(claim.expires.span(), "expires", "a day, YYYY-MM-DD");
        };
        let Some(read) = read else { return };
        let most = holds as i64;
        if !(read + 1..=read + most).contains(&expires) {
            self.fault(claim.expires.span(), "expires", &format!("a day after it was read, by {most} at most"));
        }
        if changes_on.is_some_and(|day| expires > day) {
            self.fault(claim.expires.span(), "expires", "changes_on or a day before it");
        }
        let (what, confidence) = (what.to_owned(), claim.confidence);
        self.claims.push(Dated { what, read, expires, changes_on, confidence, urls });
    }

    fn place(&mut self, file: &File, place: Option<&Text>) {
        let Some(place) = place else { return };
        self.used.insert(format!("place {}", place.get_ref()));
        if !file.places.keys().any(|known| known.get_ref() == place.get_ref()) {
            self.fault(place.span(), "place", &format!("one of {}", names(file.places.keys())));
        }
    }

    fn links(&mut self, links: &[Link]) {
        for link in links {
            self.href(&link.href, "href");
            self.languages(&link.languages);
        }
        let is_last = links.is_sorted_by_key(|link| link.rel == Rel::Help);
        if let Some(link) = links.first().filter(|_| !is_last) {
            self.fault(link.href.span(), "links", "those that only help stand last");
        }
    }

    fn languages(&mut self, languages: &[Text]) {
        for language in languages {
            self.require(is_language(language.get_ref()), language, "languages", "two letters each, such as \"de\"");
        }
    }

    fn pattern(&mut self, text: &Text) {
        let allowed = "signs of ASCII, [classes] and {repeats}: see \"Patterns\" in providers/README.md";
        self.require(is_pattern(text.get_ref()), text, "pattern", allowed);
    }

    fn href(&mut self, text: &Text, key: &str) {
        self.require(is_link(text.get_ref()), text, key, "an address that starts with https://");
    }

    fn line(&mut self, text: &Text, key: &str) {
        self.require(is_line(text.get_ref()), text, key, "a text of one line");
    }
}

fn names<'a>(known: impl Iterator<Item = &'a Text>) -> String {
    let names: Vec<&str> = known.map(|name| name.get_ref().as_str()).collect();
    if names.is_empty() { "none, which are there".to_owned() } else { names.join(", ") }
}
