//! The question: how much of the world has a name, and of how much can something be said?

use std::collections::BTreeSet;

use passkind::{Assessment, Confidence, Credentials, Guard, GuardOptions, Observation, Profile, Service, claims};
use serde_json::{Value, json};

/// Providers with a row about a sign-in, and those whose servers and domains alone are known.
pub(crate) fn providers() -> Value {
    let (speaking, named): (Vec<&Profile>, Vec<&Profile>) =
        Profile::all().iter().partition(|profile| !profile.services.is_empty());
    let makers: BTreeSet<&str> = claims().map(|claim| claim.provider).collect();
    let makers = makers.iter().filter(|id| Profile::built_in(id).is_none()).count();
    println!(
        "\nproviders: {} with a claim that can speak, {} whose names alone are known; {makers} makers of tokens beside them",
        speaking.len(),
        named.len(),
    );
    json!({ "speaking": speaking.len(), "named": named.len(), "makersOfTokens": makers })
}

/// `eval known SERVERS.tsv DOMAINS.tsv`: of the first columns, how many name their provider (the second and third column of the one,
/// the second of the other), and for how many domains a mailbox rule of high confidence is there.
pub(crate) fn run(servers: &str, domains: &str) -> Result<String, String> {
    let servers = rows(servers)?;
    let named = servers.iter().filter(|row| owner_of(&row[0], row.get(2)) == Some(row[1].clone()));
    let missed: Vec<&str> = servers
        .iter()
        .filter(|row| owner_of(&row[0], row.get(2)) != Some(row[1].clone()))
        .map(|row| row[0].as_str())
        .collect();
    let named = named.count();
    println!("servers that do not name their provider: {}", list(&missed));
    let domains = rows(domains)?;
    let (mut known, mut high, mut strange) = (0, 0, Vec::new());
    for row in &domains {
        let assessment = ask(Service::MAILBOX, &format!("anna@{}", row[0]), "")?;
        if assessment.identifier.provider == Some(&row[1]) {
            known += 1;
        } else {
            strange.push(row[0].as_str());
        }
        let has_rule = claims().any(|claim| {
            claim.provider == row[1]
                && claim.confidence == Confidence::High
                && claim.what.starts_with("services mailbox")
        });
        high += usize::from(has_rule);
    }
    println!("domains that do not: {}", list(&strange));
    Ok(json!({
        "servers": servers.len(), "serversNamed": named,
        "domains": domains.len(), "domainsNamed": known, "domainsWithHighClaim": high,
    })
    .to_string())
}

fn list(names: &[&str]) -> String {
    if names.is_empty() { "-".to_owned() } else { names.join(", ") }
}

/// Lines of a table without its heading, cut at tabs; those without a second column are left out.
fn rows(file: &str) -> Result<Vec<Vec<String>>, String> {
    let text = std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    let cells = |line: &str| line.split('\t').map(str::to_owned).collect::<Vec<_>>();
    Ok(text.lines().skip(1).map(cells).filter(|row| row.len() > 1).collect())
}

/// Whose server it is; of a pattern one host that it describes.
fn owner_of(host: &str, service: Option<&String>) -> Option<String> {
    let service = service.map_or(Service::MAILBOX, |name| Service::find(name).unwrap_or(Service::MAILBOX));
    let assessment = ask(service, "", &host.replace('*', "a1")).ok()?;
    assessment.server.and_then(|server| server.provider).map(str::to_owned)
}

fn ask(service: Service, identifier: &str, server: &str) -> Result<Assessment, String> {
    let guard = Guard::new(GuardOptions::new(service)).map_err(|error| error.to_string())?;
    Ok(guard.assess(&Credentials::new(identifier, "").at_server(server), Observation::default()))
}
