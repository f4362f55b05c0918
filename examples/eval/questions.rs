//! Questions as they cross to `core.wasm`, each with the native answer, so that other builds of the core can be compared with it.
//!
//! A line of JSON each: `options` (the lines that `open` reads), `identifier`, `host`, `password`, `server`, `cause`, `refused`, `facts` (the arguments of
//! `assess`), `answer`. What a platform would find out (NFC, the ASCII host) is found out once, here, and handed to every build.

use std::io::{self, BufWriter, Write};

use passkind::{Cause, Credentials, Day, Guard, GuardOptions, Input, Observation, Profile, Service};
use serde_json::json;

use crate::case;
use crate::form::rules;
use crate::generators;
use crate::random::Random;
use crate::sample::Recipe;
use crate::sign_in::SignIn;
use crate::tokens::TOKENS;

/// One question, whatever it was made from.
struct Question<'a> {
    service: &'a str,
    provider: Option<&'a str>,
    hosted_domains: &'a [String],
    today: Option<&'a str>,
    explains_early: bool,
    identifier: &'a str,
    password: &'a str,
    server: &'a str,
    is_server_inferred: bool,
    observation: Observation,
}

/// Writes the cases of the file, then `count` random questions; returns how many of each.
pub(crate) fn run(file: &str, count: &str) -> Result<String, String> {
    let count: usize = count.parse().map_err(|_| format!("{count}: a number is wanted"))?;
    let mut out = BufWriter::new(io::stdout().lock());
    let mut cases = 0;
    for case in case::read(file)? {
        let case = case?;
        let question = Question {
            service: &case.service,
            provider: case.provider.as_deref(),
            hosted_domains: &case.hosted_domains,
            today: case.today.as_deref(),
            explains_early: case.explain.as_deref() == Some("always"),
            identifier: &case.identifier,
            password: &case.password,
            server: &case.server,
            is_server_inferred: false,
            observation: case.observation(),
        };
        question.write(&case.guard()?, &mut out)?;
        cases += 1;
    }
    let forms = Forms::all();
    let mut random = Random::named("questions");
    for _ in 0..count {
        forms.question(&mut random, &mut out)?;
    }
    out.flush().map_err(|error| error.to_string())?;
    Ok(json!({"cases": cases, "random": count}).to_string())
}

impl Question<'_> {
    fn write(&self, guard: &Guard, out: &mut impl Write) -> Result<(), String> {
        let credentials = Credentials::new(self.identifier, self.password);
        let credentials = if self.is_server_inferred {
            credentials.at_inferred_server(self.server)
        } else {
            credentials.at_server(self.server)
        };
        let assessment = guard.assess(&credentials, self.observation);
        let answer = assessment.to_json();
        let mut options = vec![self.service, self.provider.unwrap_or_default()];
        let hosted_count = self.hosted_domains.len().to_string();
        options.push(&hosted_count);
        options.extend(self.hosted_domains.iter().map(String::as_str));
        let today = self.today.and_then(Day::parse).map(|day| day.number().to_string()).unwrap_or_default();
        options.extend([today.as_str(), if self.explains_early { "always" } else { "" }, "0"]);
        let line = json!({
            "options": options.join("\n"),
            "identifier": credentials.identifier(),
            "host": credentials.ascii_host().unwrap_or_default(),
            "password": self.password,
            "server": credentials.server(),
            "cause": self.observation.cause.map(Cause::as_str).unwrap_or_default(),
            "refused": self.observation.refused,
            "facts": facts(&credentials, self.observation) | if self.is_server_inferred { 32 } else { 0 },
            "answer": answer,
        });
        writeln!(out, "{line}").map_err(|error| error.to_string())
    }
}

/// The bits of `src/wasm.rs`.
fn facts(credentials: &Credentials<'_>, observation: Observation) -> u32 {
    let input = match observation.input {
        Some(Input::Typed) => 2,
        Some(Input::Pasted) => 4,
        Some(Input::Autofilled) => 8,
        _ => 0,
    };
    let is_composed = credentials.is_password_composed();
    u32::from(observation.caps_lock)
        | input
        | if is_composed { 0 } else { 16 }
        | if observation.single_sign_on { 64 } else { 0 }
}

/// Everything that random questions are put together from.
struct Forms {
    pairs: Vec<SignIn>,
    services: Vec<&'static str>,
    tokens: Vec<Recipe>,
    guards: Vec<Asked>,
    hosts: Vec<String>,
}

/// A form's options and its guard.
struct Asked {
    service: &'static str,
    provider: Option<&'static str>,
    hosted_domains: Vec<String>,
    today: Option<&'static str>,
    explains_early: bool,
    guard: Guard,
}

/// Before every rule's expiry, after it, and long after it.
const DAYS: [Option<&str>; 4] = [None, Some("2026-11-27"), Some("2028-01-01"), Some("2040-12-31")];

/// What breaks readers, and what stands around credentials.
const ODD: [&str; 32] = [
    "",
    " ",
    "\t",
    "\0",
    "\u{a0}",
    "\u{200b}",
    "\u{202e}",
    "\u{feff}",
    "é",
    "e\u{301}",
    "😀",
    "Ａ",
    "а",
    "ß",
    "İ",
    "\"",
    "\\",
    "'",
    "«",
    "»",
    "–",
    "…",
    "Password: ",
    "Mot de passe : ",
    "user:",
    "https://",
    "-----BEGIN OPENSSH PRIVATE KEY-----\n",
    "4111 1111 1111 1111",
    "CH93 0076 2011 6238 5295 7",
    "@",
    "＠",
    "xn--",
];

impl Forms {
    fn all() -> Self {
        let mut services: Vec<&'static str> = rules().map(|(_, rule)| rule.service.as_str()).collect();
        services.sort_unstable();
        services.dedup();
        let mut guards = Vec::new();
        let providers = Profile::all().iter().map(|profile| Some(profile.id)).chain([None]);
        for provider in providers {
            for &service in &services {
                for (at, today) in DAYS.into_iter().enumerate() {
                    let mut options = GuardOptions::new(Service::named(service));
                    options.provider = provider.map(str::to_owned);
                    options.today = today.and_then(Day::parse);
                    let explains_early = at == 1;
                    options.explain_before_refusal = explains_early;
                    let hosted_domains =
                        if at == 2 { vec!["anna.example".to_owned(), "example.com".to_owned()] } else { Vec::new() };
                    options.hosted_domains.clone_from(&hosted_domains);
                    // A service that another provider declares is refused; the rest of the table has it.
                    let Ok(guard) = Guard::new(options) else { continue };
                    guards.push(Asked { service, provider, hosted_domains, today, explains_early, guard });
                }
            }
        }
        Self {
            pairs: rules().map(|(profile, rule)| SignIn::of(profile, rule)).collect(),
            services,
            tokens: TOKENS.iter().map(|(_, pattern)| Recipe::read(pattern)).collect(),
            guards,
            hosts: Profile::all()
                .iter()
                .flat_map(|profile| profile.servers)
                .flat_map(|rule| rule.hosts.split(' '))
                .map(|host| host.replace('*', "anna"))
                .collect(),
        }
    }

    fn question(&self, random: &mut Random, out: &mut impl Write) -> Result<(), String> {
        let asked = random.pick(&self.guards).ok_or("no form")?;
        let identifier = self.identifier(random);
        let password = if random.below(20) == 0 { identifier.clone() } else { self.password(random) };
        let server = self.server(random);
        let input =
            *random.pick(&[None, Some(Input::Typed), Some(Input::Pasted), Some(Input::Autofilled)]).unwrap_or(&None);
        let refused = *random.pick(&[0, 0, 0, 1, 2, 3, 1_000_000]).unwrap_or(&0);
        let mut observation = Observation::default();
        (observation.caps_lock, observation.input, observation.refused) = (random.below(8) == 0, input, refused);
        observation.cause = if random.below(4) == 0 { random.pick(Cause::ALL).copied() } else { None };
        observation.single_sign_on = random.below(8) == 0;
        let question = Question {
            service: asked.service,
            provider: asked.provider,
            hosted_domains: &asked.hosted_domains,
            today: asked.today,
            explains_early: asked.explains_early,
            identifier: &identifier,
            password: &password,
            server: &server,
            is_server_inferred: random.below(4) == 0,
            observation,
        };
        question.write(&asked.guard, out)
    }

    /// None, a known one, one of them misspelt or wrapped in a URL, or anything.
    fn server(&self, random: &mut Random) -> String {
        let known = random.pick(&self.hosts).cloned().unwrap_or_default();
        match random.below(8) {
            0 => known,
            1 => damaged(&known, random),
            2 => format!("https://anna:{}@{known}:{}/remote.php/dav", self.password(random), random.below(70_000)),
            3 => odd(random),
            _ => String::new(),
        }
    }

    fn identifier(&self, random: &mut Random) -> String {
        let name = random.pick(&self.pairs).map(|pair| pair.identifier(random)).unwrap_or_default();
        match random.below(10) {
            0 => odd(random),
            1 => damaged(&name, random),
            2 => self.password(random),
            3 => random.pick(&self.services).copied().unwrap_or_default().to_owned(),
            _ => name,
        }
    }

    fn password(&self, random: &mut Random) -> String {
        let typed = match random.below(5) {
            0 => generators::any(random),
            1 => random.pick(&self.tokens).map(|token| token.text(random)).unwrap_or_default(),
            2 => odd(random),
            _ => random.pick(&self.pairs).map(|pair| pair.pair(random).1).unwrap_or_default(),
        };
        if random.below(4) == 0 { damaged(&typed, random) } else { typed }
    }
}

/// Some odd pieces in a row.
fn odd(random: &mut Random) -> String {
    let count = random.below(6);
    (0..count).filter_map(|_| random.pick(&ODD).copied()).collect()
}

/// The text with one sign taken out, doubled, or replaced by an odd piece.
fn damaged(text: &str, random: &mut Random) -> String {
    let mut signs: Vec<String> = text.chars().map(String::from).collect();
    let at = random.below(signs.len());
    let piece = random.pick(&ODD).copied().unwrap_or_default();
    match (signs.get_mut(at), random.below(3)) {
        (Some(sign), 0) => sign.clear(),
        (Some(sign), 1) => *sign = sign.repeat(2),
        (Some(sign), _) => piece.clone_into(sign),
        (None, _) => signs.push(piece.to_owned()),
    }
    signs.concat()
}
