//! The server of a mail form or another one's: whose it is, and what it changes in what is said.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test may fail, and says what it has not compared"
)]

use std::path::{Path, PathBuf};

use passkind::{Assessment, Credentials, Guard, GuardOptions, Observation, Profile, Service, Verdict};
use serde_json::Value;

const APP_PASSWORD: &str = "kfzq wnrt bxmd hjvp";

fn ask(provider: Option<&str>, server: &str, identifier: &str, password: &str, refused: u32) -> Assessment {
    let mut options = GuardOptions::new(Service::MAILBOX);
    options.provider = provider.map(str::to_owned);
    let mut observation = Observation::default();
    observation.refused = refused;
    Guard::new(options).unwrap().assess(&Credentials::new(identifier, password).at_server(server), observation)
}

fn codes(assessment: &Assessment) -> Vec<&'static str> {
    assessment.hints.iter().map(passkind::Hint::code).collect()
}

#[test]
fn a_server_tells_the_provider_where_the_address_cannot() {
    let assessment = ask(None, "imap.gmail.com", "anna@nordhang.example", "Kirschbaum7!", 0);
    assert_eq!(assessment.verdict, Verdict::Probably);
    assert_eq!(codes(&assessment), ["appPasswordExpected"]);
    assert_eq!(assessment.server.unwrap().provider, Some("google"));
    // The same without a server, with the kind of password that is wanted, and with an address of another provider that a
    // server of any may have.
    assert_eq!(codes(&ask(None, "", "anna@nordhang.example", "Kirschbaum7!", 0)), [""; 0]);
    assert_eq!(codes(&ask(None, "imap.gmail.com", "anna@nordhang.example", APP_PASSWORD, 0)), [""; 0]);
    assert_eq!(codes(&ask(None, "imap.gmail.com", "anna@gmx.de", APP_PASSWORD, 0)), [""; 0]);
}

#[test]
fn the_pages_word_stands_above_the_server() {
    let assessment = ask(Some("infomaniak"), "imap.gmail.com", "anna@ik.me", APP_PASSWORD, 0);
    assert_eq!(assessment.password.issuer, ask(Some("infomaniak"), "", "anna@ik.me", APP_PASSWORD, 0).password.issuer);
    assert_eq!(assessment.server.unwrap().provider, Some("google"), "it is told all the same");
}

#[test]
fn a_guessed_server_is_believed_a_step_less() {
    let guard = Guard::new(GuardOptions::new(Service::MAILBOX)).unwrap();
    let typed = || Credentials::new("anna@nordhang.example", "Kirschbaum7!");
    let named = guard.assess(&typed().at_server("imap.gmail.com"), Observation::default());
    let guessed = guard.assess(&typed().at_inferred_server("imap.gmail.com"), Observation::default());
    assert_eq!((named.verdict, guessed.verdict), (Verdict::Probably, Verdict::May));
}

/// Whatever the address and the password, before a refusal and after.
#[test]
fn nobody_is_sent_to_make_a_secret_for_a_strangers_server() {
    let advice =
        ["createAppPassword", "appPasswordExpected", "mailboxPasswordExpected", "tokenExpected", "noPasswordYet"];
    for server in ["mail.example.org", "imap.gmial.com", "127.0.0.1"] {
        let own = Profile::all().iter().filter_map(|profile| profile.mail_domains.first().copied());
        for domain in own.chain(["gmail.com", "gmx.de", "ik.me", "yahoo.com", "icloud.com"]) {
            for password in ["Kirschbaum7!", APP_PASSWORD] {
                for refused in [0, 1, 3] {
                    let assessment = ask(None, server, &format!("anna@{domain}"), password, refused);
                    for hint in &assessment.hints {
                        let is_advice = advice.contains(&hint.code()) || hint.code().starts_with("reset");
                        assert!(!is_advice, "{server} {domain} {refused}: {}", hint.code());
                    }
                }
            }
        }
    }
}

#[test]
fn a_server_that_is_not_the_address_providers_is_told_after_a_refusal() {
    let told = ask(None, "mail.example.org", "anna@gmail.com", "Kirschbaum7!", 1);
    assert!(codes(&told).contains(&"serverNotOfAddress"), "{told:?}");
    for (server, identifier, refused, reason) in [
        ("mail.example.org", "anna@gmail.com", 0, "nobody has refused anything"),
        ("imap.gmail.com", "anna@gmail.com", 1, "it is Google's"),
        ("mail.example.org", "anna@example.org", 1, "nobody knows whose the domain is"),
        ("email-smtp.eu-central-1.amazonaws.com", "anna@gmail.com", 1, "a relay's login may be any address"),
        ("imap.gmial.com", "anna@gmail.com", 1, "the slip is told"),
        ("", "anna@gmail.com", 1, "no server is named"),
    ] {
        let silent = ask(None, server, identifier, "Kirschbaum7!", refused);
        assert!(!codes(&silent).contains(&"serverNotOfAddress"), "{server} {identifier}: {reason}");
    }
}

#[test]
fn one_protocol_may_have_a_row_of_its_own() {
    for profile in Profile::all() {
        for rule in profile.services.iter().filter(|rule| rule.protocol.is_some()) {
            let found = profile.rule_for(rule.service, rule.protocol, false).unwrap();
            assert_eq!(found.protocol, rule.protocol, "{}", profile.id);
            let of_own = profile.rule_for(rule.service, rule.protocol, true).unwrap();
            let has_own = profile.services.iter().any(|other| other.service == rule.service && other.own_addresses);
            assert_eq!(of_own.own_addresses, has_own, "{}", profile.id);
        }
    }
}

#[test]
fn a_slip_in_the_server_is_told_beside_it() {
    let assessment = ask(None, "smpt.gmail.com", "anna@gmail.com", "", 0);
    assert_eq!(codes(&assessment), ["serverTypo"]);
    assert_eq!(assessment.hints[0].field(), passkind::Field::Server);
    assert_eq!(assessment.server.unwrap().suggestion.as_deref(), Some("smtp.gmail.com"));
    assert_eq!(codes(&ask(None, "smtp.gmail.com", "anna@gmail.com", "", 0)), [""; 0]);
}

#[test]
fn every_listed_server_is_its_providers_and_no_slip() {
    let mut count = 0;
    for profile in Profile::all() {
        for rule in profile.servers {
            for host in rule.hosts.split(' ').filter(|host| !host.is_empty()) {
                let mut options = GuardOptions::new(rule.service);
                options.provider = None;
                let host = host.replace('*', "anna");
                let credentials = Credentials::new("anna", "").at_server(&host);
                let server = Guard::new(options).unwrap().assess(&credentials, Observation::default()).server.unwrap();
                assert_eq!((server.provider, server.suggestion), (Some(profile.id), None), "{host}");
                count += 1;
            }
        }
    }
    assert!(count >= 150, "{count}");
}

fn shared(name: &str) -> Option<String> {
    let path: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(name);
    let text = std::fs::read_to_string(&path).ok();
    if text.is_none() {
        println!("not compared: {} is not there", path.display());
    }
    text
}

/// Rows of host, provider and service.
fn servers(text: &str) -> impl Iterator<Item = (&str, &str, &'static str)> {
    text.lines().skip(1).map(|line| {
        let cells: Vec<&str> = line.split('\t').collect();
        (cells[0], cells[1], cells[2].to_owned().leak() as &str)
    })
}

#[test]
fn published_servers_are_named_and_none_is_a_slip() {
    let Some(text) = shared("servers.tsv") else { return };
    let (mut slips, mut unnamed, mut of_today) = (Vec::new(), Vec::new(), 0);
    for (host, provider, service) in servers(&text) {
        let host = host.replace('*', "anna");
        let Ok(guard) = Guard::new(GuardOptions::new(Service::named(service))) else { continue };
        let server = guard.assess(&Credentials::new("", "").at_server(&host), Observation::default()).server.unwrap();
        slips.extend(server.suggestion.map(|meant| format!("{host}: {meant}")));
        if Profile::built_in(provider).is_some() {
            of_today += 1;
            if server.provider != Some(provider) {
                unnamed.push(format!("{host}: {provider}, not {:?}", server.provider));
            }
        }
    }
    println!("{of_today} servers of providers that are built in");
    assert_eq!((slips, unnamed), (Vec::new(), Vec::new()));
}

/// What is said with the provider named is said with its server alone.
#[test]
fn reports_read_by_their_server() {
    let (Some(reports), Some(known)) = (shared("reports.jsonl"), shared("servers.tsv")) else { return };
    let mut count = 0;
    for line in reports.lines() {
        let row: Value = serde_json::from_str(line).unwrap();
        let text = |key: &str| row[key].as_str().unwrap_or_default();
        let server = text("server");
        let is_known =
            |(host, provider, _): (&str, &str, &str)| host == server && Profile::built_in(provider).is_some();
        let Some((_, provider, _)) = servers(&known).find(|row| is_known(*row)) else { continue };
        let service = Service::named(text("service").to_owned().leak());
        let mut observation = Observation::default();
        observation.refused = row["observation"]["refused"].as_u64().unwrap_or_default().try_into().unwrap();
        let asked = |provider: Option<&str>| {
            let mut options = GuardOptions::new(service);
            options.provider = provider.map(str::to_owned);
            let credentials = Credentials::new(text("identifier"), text("password")).at_server(server);
            let assessment = Guard::new(options).unwrap().assess(&credentials, observation);
            (assessment.verdict, codes(&assessment))
        };
        assert_eq!(asked(None), asked(Some(provider)), "{}", text("id"));
        count += 1;
    }
    println!("{count} reports whose server is a known provider's");
    assert!(count >= 8, "{count}");
}

/// What is known of a server, whatever the pair.
fn read(text: &str) -> passkind::ServerReading {
    ask(None, text, "", "", 0).server.unwrap()
}

#[test]
fn whose_it_is() {
    // (text, owner, reason)
    let table = [
        ("imap.gmail.com", Some("google"), "listed"),
        (" IMAP.Gmail.COM. ", Some("google"), "blanks, capitals, the dot of the root"),
        ("ssl0.ovh.net:993", Some("ovh"), "a port"),
        ("smtps://smtp.gmail.com:465", Some("google"), "a scheme and a port"),
        ("imap.gmail.com 993", Some("google"), "a port behind a blank"),
        ("{imap.gmail.com:993/imap/ssl}INBOX", Some("google"), "as PHP writes it"),
        ("https://anna:geheim@imap.gmail.com/", Some("google"), "the user part goes first"),
        ("https://imap.gmail.com@evil.example/", None, "which is no way to pass for another"),
        ("anna@gmail.com", Some("google"), "the address in the wrong field"),
        ("yahoo.com", Some("yahoo"), "a mail domain"),
        ("imap.yahoo.fr", Some("yahoo"), "a usual name below a mail domain"),
        ("strato.de", Some("strato"), "the domain of listed servers"),
        ("email-smtp.eu-central-1.amazonaws.com", Some("aws-ses"), "a region"),
        ("email-smtp.eu.central.amazonaws.com", None, "a star inside stands for one label"),
        ("smpt.gmail.com", Some("google"), "a slip before the first dot stays in Google's domain"),
        ("imap.gmial.com", None, "a slip in the domain does not"),
        ("anna.gmail.com", None, "no usual name"),
        ("imap.gmail.com.evil.example", None, "somebody else's domain"),
        ("evilgmail.com", None, "somebody else's domain"),
        ("mail.example.org", None, "nobody's"),
        ("localhost", None, "nobody's"),
        ("127.0.0.1:1143", None, "nobody's"),
        ("[::1]:993", None, "nobody's"),
        ("mail.example", None, "no domain of anybody's stands behind"),
        (".", None, "nothing that could be compared"),
        ("://@:/", None, "nothing that could be compared"),
    ];
    for (text, owner, reason) in table {
        assert_eq!(read(text).provider, owner, "{text}: {reason}");
    }
    assert_eq!(ask(None, "", "anna", "", 0).server, None, "no server is named");
}

#[test]
fn slips() {
    // (text, meant, reason)
    let table = [
        ("smpt.gmail.com", Some("smtp.gmail.com"), "letters swapped"),
        ("imap.gmial.com", Some("imap.gmail.com"), "in the domain, as in addresses"),
        ("smtp.office356.com", Some("smtp.office365.com"), "digits swapped"),
        ("smtp.office366.com", None, "another number is another name"),
        ("imap.gmail.com", None, "right"),
        ("mx.gmail.com", None, "a usual name"),
        ("ssl1.ovh.net", None, "another number is another name"),
        ("mail.example.org", None, "nowhere near"),
        ("imap.mail.de", None, "a provider that nobody has put in"),
    ];
    for (text, meant, reason) in table {
        assert_eq!(read(text).suggestion.as_deref(), meant, "{text}: {reason}");
    }
}
