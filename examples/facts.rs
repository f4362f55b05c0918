//! Prints what `providers/*.toml` rest on and show, as JSON: sources, pages and mail servers, each with its line and its claims, as the
//! build reads them. `make check-facts` compares it with what stands on the net. `facts FOLDER` reads another folder.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command prints")]
#![allow(dead_code, unreachable_pub, reason = "modules of the build, of which this needs a part")]

#[path = "../src/provider/calendar.rs"]
mod calendar;
#[path = "../build/check.rs"]
mod check;
#[path = "../build/folder.rs"]
mod folder;
#[path = "../build/grammar.rs"]
mod grammar;
#[path = "../src/pattern.rs"]
mod pattern;
#[path = "../build/schema.rs"]
mod schema;
#[path = "../src/text.rs"]
mod text;

use std::collections::BTreeSet;
use std::path::Path;
use std::process::ExitCode;
use std::{env, io};

use check::Provider;
use schema::{Protocol, Service, Text};
use serde_json::{Value, json};

/// What people's mail programs talk to.
const MAILBOX: &str = "mailbox";

fn main() -> io::Result<ExitCode> {
    let folder = env::args().nth(1).unwrap_or_else(|| "providers".to_owned());
    let (providers, faults) = folder::read(Path::new(&folder))?;
    for fault in &faults {
        eprintln!("{fault}");
    }
    if !faults.is_empty() {
        return Ok(ExitCode::FAILURE);
    }
    let places = providers.iter().flat_map(|provider| provider.file.places.values());
    let languages: BTreeSet<&str> = places.flat_map(|place| place.texts().map(|(language, _)| language)).collect();
    let providers: Vec<Value> = providers.iter().map(facts).collect();
    println!("{}", json!({ "languages": languages, "providers": providers }));
    Ok(ExitCode::SUCCESS)
}

fn facts(provider: &Provider) -> Value {
    json!({
        "id": provider.id,
        "sources": sources(provider),
        "pages": pages(provider),
        "mailServers": mail_servers(provider),
        "mailRules": mail_rules(provider),
    })
}

/// Pages that claims rest on.
fn sources(provider: &Provider) -> Vec<Value> {
    let one = |(name, source): (&Text, &schema::Source)| {
        let claims = provider.claims.iter().filter(|claim| claim.urls.contains(source.url.get_ref()));
        json!({
            "name": name.get_ref(),
            "url": source.url.get_ref(),
            "line": provider.line(&source.url),
            "read": source.read.get_ref(),
            "says": source.says,
            "claims": claims.map(|claim| claim.what.as_str()).collect::<Vec<_>>(),
        })
    };
    provider.file.sources.iter().map(one).collect()
}

/// Pages to which people are sent.
fn pages(provider: &Provider) -> Vec<Value> {
    let page = |claim: &str, href: &Text, languages: &[Text]| {
        let languages: Vec<&str> = languages.iter().map(|language| language.get_ref().as_str()).collect();
        json!({ "claim": claim, "href": href.get_ref(), "line": provider.line(href), "languages": languages })
    };
    let help = provider.file.help.iter().map(|it| page("help", &it.href, &it.languages));
    let links = provider.file.services.iter().flat_map(|service| {
        let of_service = service.links.iter().map(|link| (format!("services {}", service.service.get_ref()), link));
        let of_switch = service.switch_on.iter().flat_map(|switch| &switch.links);
        of_service.chain(of_switch.map(|link| (format!("services {} switch_on", service.service.get_ref()), link)))
    });
    help.chain(links.map(|(claim, link)| page(&claim, &link.href, &link.languages))).collect()
}

/// Hosts of mailboxes; patterns name no host that could be asked.
fn mail_servers(provider: &Provider) -> Vec<Value> {
    let mailboxes = provider.file.servers.iter().zip(1..).filter(|(it, _)| it.service.get_ref() == MAILBOX);
    let hosts = mailboxes.flat_map(|(servers, at)| servers.hosts.iter().map(move |host| (servers, at, host)));
    let named = hosts.filter(|(_, _, host)| !host.get_ref().contains('*'));
    let one = |(servers, at, host): (&schema::Servers, i32, &Text)| {
        json!({
            "claim": format!("servers {at}"),
            "host": host.get_ref(),
            "line": provider.line(host),
            "protocol": servers.protocol.map(protocol),
        })
    };
    named.map(one).collect()
}

/// Whether a password opens the mailbox, row by row.
fn mail_rules(provider: &Provider) -> Vec<Value> {
    let one = |rule: &Service| {
        // A password that the provider has made may open what no other does.
        let is_issued = provider.file.issued.iter().any(|secret| rule.roles().first() == Some(&secret.role));
        json!({
            "claim": "services mailbox",
            "line": provider.line(&rule.service),
            "protocol": rule.protocol.map(protocol),
            "takesPasswords": !rule.no_password || is_issued,
        })
    };
    provider.file.services.iter().filter(|it| it.service.get_ref() == MAILBOX).map(one).collect()
}

fn protocol(protocol: Protocol) -> &'static str {
    match protocol {
        Protocol::Imap => "imap",
        Protocol::Smtp => "smtp",
        Protocol::Pop => "pop",
    }
}
