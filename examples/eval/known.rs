//! The question: how much of the world has a name, and of how much can something be said?

use std::collections::BTreeSet;

use passkind::{
    Assessment, Claim, Confidence, Credentials, Guard, GuardOptions, Observation, Profile, Service, claims,
};
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

/// `eval known SERVERS.tsv DOMAINS.tsv`: of the first columns, how many name their provider (the second column), and for how many
/// domains a mailbox rule of high confidence is there.
pub(crate) fn run(servers: &str, domains: &str) -> Result<String, String> {
    let servers = rows(servers)?;
    let strange: Vec<&str> = servers
        .iter()
        .filter(|row| owner_of(&row.name, &row.third).as_deref() != Some(row.provider.as_str()))
        .map(|row| row.name.as_str())
        .collect();
    println!("servers that do not name their provider: {}", list(&strange));
    let servers_named = servers.len() - strange.len();
    let domains = rows(domains)?;
    let mut strange = Vec::new();
    for row in &domains {
        let assessment = ask(Service::MAILBOX, &format!("anna@{}", row.name), "")?;
        if assessment.identifier.provider != Some(&row.provider) {
            strange.push(row.name.as_str());
        }
    }
    println!("domains that do not: {}", list(&strange));
    let is_high = |claim: &Claim| claim.confidence == Confidence::High && claim.what.starts_with("services mailbox");
    let high: BTreeSet<&str> = claims().filter(is_high).map(|claim| claim.provider).collect();
    Ok(json!({
        "servers": servers.len(),
        "serversNamed": servers_named,
        "domains": domains.len(),
        "domainsNamed": domains.len() - strange.len(),
        "domainsWithHighClaim": domains.iter().filter(|row| high.contains(row.provider.as_str())).count(),
    })
    .to_string())
}

fn list(names: &[&str]) -> String {
    if names.is_empty() { "-".to_owned() } else { names.join(", ") }
}

/// The first three columns of a table.
struct Row {
    name: String,
    provider: String,
    third: String,
}

/// Lines of a table without its heading, cut at tabs; those without a second column are left out.
fn rows(file: &str) -> Result<Vec<Row>, String> {
    let text = std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    let row = |line: &str| {
        let mut cells = line.split('\t').map(str::to_owned);
        Some(Row { name: cells.next()?, provider: cells.next()?, third: cells.next().unwrap_or_default() })
    };
    Ok(text.lines().skip(1).filter_map(row).collect())
}

/// Whose server it is; of a pattern one host that it describes.
fn owner_of(host: &str, service: &str) -> Option<String> {
    let service = Service::find(service).unwrap_or(Service::MAILBOX);
    let assessment = ask(service, "", &host.replace('*', "a1")).ok()?;
    assessment.server.and_then(|server| server.provider).map(str::to_owned)
}

fn ask(service: Service, identifier: &str, server: &str) -> Result<Assessment, String> {
    let guard = Guard::new(GuardOptions::new(service)).map_err(|error| error.to_string())?;
    Ok(guard.assess(&Credentials::new(identifier, "").at_server(server), Observation::default()))
}
