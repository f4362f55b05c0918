//! `replies/rules.toml`: what servers say when they refuse somebody, read, checked and written as one compact text.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;

use crate::calendar;
use crate::cause::Cause;
use crate::check::line_of;
use crate::schema::Text;
use crate::words::{FOLDED, words};

const FILE: &str = "replies/rules.toml";

/// What the file may say; its first lines explain it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    servers: BTreeMap<Text, Server>,
    rules: Vec<Rule>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Server {
    pages: Spanned<Vec<Text>>,
    read: Option<Text>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    cause: Text,
    phrases: Spanned<Vec<Phrases>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Phrases {
    any: Spanned<Vec<Text>>,
    #[serde(default)]
    unless: Vec<Text>,
    servers: Spanned<Vec<Text>>,
}

/// The rules by the name of each file in `OUT_DIR`: as Rust for `src/reply/read.rs`, with where each phrase was seen, and as a text for
/// `www/reply.js`; or what is wrong with the file.
pub(crate) fn texts(text: &str) -> Result<[(&'static str, String); 3], Vec<String>> {
    let file: File = toml::from_str(text).map_err(|error| vec![unreadable(text, &error)])?;
    let mut check = Check { text, faults: Vec::new() };
    check.file(&file);
    if !check.faults.is_empty() {
        return Err(check.faults);
    }
    let (mut lines, mut servers) = (vec![format!("{}\t{}", FOLDED.0, FOLDED.1)], Vec::new());
    let mut rules = String::from("&[\n");
    for rule in &file.rules {
        let mut groups = rule.phrases.get_ref().iter().peekable();
        while let Some(group) = groups.next() {
            let mut any: Vec<String> = Vec::new();
            let unless: Vec<String> = group.unless.iter().map(|text| compared(text.get_ref())).collect();
            let mut next = Some(group);
            // Groups that differ in nothing but where they were seen share a line.
            while let Some(group) = next {
                any.extend(group.any.get_ref().iter().map(|text| compared(text.get_ref())));
                let names: Vec<&str> = group.servers.get_ref().iter().map(|name| name.get_ref().as_str()).collect();
                servers.extend(group.any.get_ref().iter().map(|_| names.join("\t")));
                next = groups
                    .next_if(|more| more.unless.iter().map(|text| compared(text.get_ref())).eq(unless.iter().cloned()));
            }
            if let Some(cause) = Cause::from_str(rule.cause.get_ref()) {
                let _ = writeln!(rules, "    Rule {{ cause: Cause::{cause:?}, any: &{any:?}, unless: &{unless:?} }},");
            }
            let unless = if unless.is_empty() { String::new() } else { format!("!{}", unless.join("|")) };
            lines.push(format!("{}:{}{unless}", rule.cause.get_ref(), any.join("|")));
        }
    }
    rules.push_str("]\n");
    Ok([("replies.rs", rules), ("replies.txt", lines.join("\n")), ("reply-servers.txt", servers.join("\n"))])
}

/// A phrase as a reply's words are compared with it.
fn compared(phrase: &str) -> String {
    let pieces = phrase.split('*').enumerate().map(|(at, piece)| {
        let marks = |word: &str| if word.starts_with('#') { word.to_owned() } else { words(word).trim().to_owned() };
        let inner: Vec<String> = piece.split(' ').map(marks).filter(|word| !word.is_empty()).collect();
        let inner = inner.join(" ");
        let begins = if at == 0 { inner.starts_with(|sign: char| sign.is_ascii()) } else { piece.starts_with(' ') };
        let before = if begins { " " } else { "" };
        let behind = if piece.ends_with([' ', ']']) { " " } else { "" };
        format!("{before}{inner}{behind}")
    });
    let pieces: Vec<String> = pieces.collect();
    let whole = pieces.join("*");
    whole.strip_prefix('*').map_or(whole.clone(), str::to_owned)
}

fn unreadable(text: &str, error: &toml::de::Error) -> String {
    let line = line_of(text, error.span().unwrap_or_default().start);
    let written = text.lines().nth(line - 1).unwrap_or_default();
    let key = written.split(['=', ']']).next().unwrap_or_default().trim_matches([' ', '[', '#', '{']);
    format!("{FILE}:{line}: {key}: {}", error.message())
}

struct Check<'a> {
    text: &'a str,
    faults: Vec<String>,
}

impl Check<'_> {
    fn require(&mut self, holds: bool, at: Range<usize>, key: &str, allowed: &str) {
        if holds {
            return;
        }
        let line = line_of(self.text, at.start);
        let written = self.text.get(at).unwrap_or_default().lines().next().unwrap_or_default();
        self.faults.push(format!("{FILE}:{line}: {key}: {written} is not allowed; {allowed}"));
    }

    fn file(&mut self, file: &File) {
        let (mut used, mut known) = (BTreeSet::new(), BTreeSet::new());
        let servers: BTreeSet<&str> = file.servers.keys().map(|name| name.get_ref().as_str()).collect();
        for rule in &file.rules {
            let causes: Vec<&str> = Cause::ALL.iter().map(|cause| cause.as_str()).collect();
            let is_cause = Cause::from_str(rule.cause.get_ref()).is_some();
            self.require(is_cause, rule.cause.span(), "cause", &format!("one of {}", causes.join(", ")));
            self.require(!rule.phrases.get_ref().is_empty(), rule.phrases.span(), "phrases", "one phrase or more");
            for group in rule.phrases.get_ref() {
                self.require(!group.any.get_ref().is_empty(), group.any.span(), "any", "one phrase or more");
                for phrase in group.any.get_ref() {
                    self.phrase(phrase, "any");
                    let unless: Vec<String> = group.unless.iter().map(|other| compared(other.get_ref())).collect();
                    let is_new = known.insert((compared(phrase.get_ref()), unless));
                    self.require(is_new, phrase.span(), "any", "each phrase once");
                }
                for phrase in &group.unless {
                    self.phrase(phrase, "unless");
                }
                let names = group.servers.get_ref();
                self.require(!names.is_empty(), group.servers.span(), "servers", "one server or more");
                for name in names {
                    used.insert(name.get_ref().as_str());
                    let is_known = servers.contains(name.get_ref().as_str());
                    self.require(is_known, name.span(), "servers", "a server of [servers]");
                }
            }
        }
        for (name, server) in &file.servers {
            let is_used = used.contains(name.get_ref().as_str()) && !name.get_ref().contains(['\t', '\n']);
            self.require(is_used, name.span(), "servers", "a server that a phrase names");
            self.require(!server.pages.get_ref().is_empty(), server.pages.span(), "pages", "one address or more");
            for page in server.pages.get_ref() {
                let is_page = page.get_ref().starts_with("https://") && !page.get_ref().contains(char::is_whitespace);
                self.require(is_page, page.span(), "pages", "an address that starts with https://");
            }
            if let Some(day) = &server.read {
                self.require(calendar::number(day.get_ref()).is_some(), day.span(), "read", "a day, YYYY-MM-DD");
            }
        }
    }

    fn phrase(&mut self, phrase: &Text, key: &str) {
        let compared = compared(phrase.get_ref());
        let is_mark = |word: &str| word.bytes().skip(1).all(|b| b.is_ascii_digit() || b == b'.') && word.len() > 1;
        let is_phrase = compared.split('*').all(|piece| {
            let inner = piece.trim();
            let length: usize = inner.chars().map(|sign| if sign.is_ascii() { 1 } else { 2 }).sum();
            length >= 2 && inner.split(' ').all(|word| !word.starts_with('#') || is_mark(word))
        });
        let allowed = "words, `*` between them for anything, `[CODE]`, and marks such as `#535` and `#5.7.8`";
        self.require(is_phrase, phrase.span(), key, allowed);
    }
}
