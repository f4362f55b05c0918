//! Prints what the npm package is given of the providers, as JSON: each as a page's own `Profile` (`src/wasm/types.d.ts`), the compact
//! text of all, the names of places by language, the rules for passwords, and those for servers' replies. `scripts/providers.mjs` makes
//! files of it.
#![allow(clippy::print_stdout, reason = "a command prints")]

use std::collections::BTreeMap;

use passkind::{
    Access, Confidence, IdentifierForm, IssuedSecret, Link, Period, Profile, Protocol, ServerRule, ServiceRule,
    SwitchOn,
};
use serde::Serialize;
use serde_json::{Map, Value, json};

/// Texts that `build/write.rs` has written.
macro_rules! built {
    ($name:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/", $name))
    };
}

/// The fields that say something: what is left out of a `Profile` is empty, false or unknown.
struct Fields(Map<String, Value>);

fn main() {
    let profiles: BTreeMap<&str, Value> = Profile::all().iter().map(|it| (it.id, profile(it))).collect();
    println!(
        "{}",
        json!({
            "text": built!("providers.txt"), "profiles": profiles, "places": places(), "policies": policies(),
            "replies": built!("replies.txt"),
        })
    );
}

impl Fields {
    fn new() -> Self {
        Self(Map::new())
    }

    fn with(mut self, key: &str, value: impl Serialize) -> Self {
        let value = serde_json::to_value(value).unwrap_or_default();
        let is_nothing = match &value {
            Value::Null => true,
            Value::Bool(holds) => !holds,
            Value::Array(items) => items.is_empty(),
            Value::String(text) => text.is_empty(),
            _ => false,
        };
        if !is_nothing {
            self.0.insert(key.to_owned(), value);
        }
        self
    }

    /// An empty list where anything may stand.
    fn with_list(mut self, key: &str, items: impl Serialize) -> Self {
        self.0.insert(key.to_owned(), json!(items));
        self
    }

    fn dated(self, period: Period) -> Self {
        let [read, expires] = [period.read, period.expires].map(|day| day.map(|day| day.to_string()));
        self.with("read", read).with("expires", expires)
    }
}

fn profile(profile: &Profile) -> Value {
    let fields = Fields::new().with("id", profile.id).with("name", profile.name);
    let fields = fields.with("mailDomains", profile.mail_domains);
    let fields = fields.with_list("services", profile.services.iter().map(|rule| service(rule)).collect::<Vec<_>>());
    let fields = fields.with("issued", profile.issued.iter().map(issued).collect::<Vec<_>>());
    let fields = match profile.help {
        [Link { href, languages: [], .. }] => fields.with("help", href),
        pages => fields.with("help", pages.iter().map(page).collect::<Vec<_>>()),
    };
    let recovery: Vec<&str> = profile.recovery.iter().map(|pattern| pattern.as_str()).collect();
    let fields = fields.with("servers", profile.servers.iter().map(servers).collect::<Vec<_>>());
    Value::Object(fields.with("recovery", recovery).0)
}

fn service(rule: &ServiceRule) -> Value {
    let patterns: Vec<&str> = rule.identifier.patterns.iter().map(|pattern| pattern.as_str()).collect();
    let forms: &[IdentifierForm] = rule.identifier.forms;
    let identifier = Fields::new().with_list("forms", forms).with("patterns", patterns);
    let identifier = identifier.with("example", rule.identifier.example).with("place", rule.identifier.place);
    let only = rule.issued_only.map(|only| {
        let fields = Fields::new().with("confidence", doubtful(only.confidence));
        let fields = fields.with("legacySecrets", only.legacy_secrets);
        fields.with("secondFactorOnly", only.second_factor_only).dated(only.period).0
    });
    let fields = Fields::new().with("service", rule.service).with("protocol", rule.protocol.map(protocol));
    let fields = fields.with("ownAddresses", rule.own_addresses);
    let fields = fields.with("identifier", identifier.0).with_list("expects", rule.expects).with("issuedOnly", only);
    let fields = fields.with("noPassword", rule.no_password).with("several", rule.several);
    let fields = fields.with("afterRefusal", rule.after_refusal).with("place", rule.place).with("usedAt", rule.used_at);
    let fields = fields.with("links", rule.links).with("switchOn", rule.switch_on.map(|it| switch_on(&it)));
    Value::Object(fields.dated(rule.period).0)
}

fn switch_on(switch: &SwitchOn) -> Map<String, Value> {
    let what: Vec<&str> = switch.what.iter().map(|access| access_name(*access)).collect();
    let fields = Fields::new().with("what", what).with("place", switch.place).with("links", switch.links);
    fields.dated(switch.period).0
}

fn issued(secret: &IssuedSecret) -> Value {
    let groups = secret.groups.map(|groups| {
        let mut fields = Fields::new().with("size", groups.size);
        fields.0.insert("separator".to_owned(), json!(groups.separator));
        fields.with("count", groups.count).0
    });
    let confidence = match (secret.length, secret.alphabet) {
        (Confidence::High, Confidence::High) => Value::Null,
        (length, alphabet) if length == alphabet => json!(confidence(length)),
        (length, alphabet) => json!({ "length": confidence(length), "alphabet": confidence(alphabet) }),
    };
    let fields = Fields::new().with("role", secret.role).with("pattern", secret.pattern.as_str());
    Value::Object(fields.with("groups", groups).with("confidence", confidence).dated(secret.period).0)
}

fn servers(rule: &ServerRule) -> Value {
    let words = |text: &'static str| text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>();
    let fields = Fields::new().with("service", rule.service).with("protocol", rule.protocol.map(protocol));
    let mut fields = fields.with("hosts", words(rule.hosts)).with("paths", words(rule.paths));
    if !rule.foreign_addresses {
        fields.0.insert("foreignAddresses".to_owned(), Value::Bool(false));
    }
    Value::Object(fields.0)
}

fn page(link: &Link) -> Value {
    Value::Object(Fields::new().with("href", link.href).with("languages", link.languages).0)
}

fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Low => "low",
        Confidence::Medium => "medium",
        Confidence::High => "high",
    }
}

/// High is what is meant where nothing is said.
fn doubtful(of: Confidence) -> Option<&'static str> {
    (of != Confidence::High).then(|| confidence(of))
}

fn protocol(protocol: Protocol) -> &'static str {
    match protocol {
        Protocol::Imap => "imap",
        Protocol::Smtp => "smtp",
        Protocol::Pop => "pop",
    }
}

fn access_name(access: Access) -> &'static str {
    match access {
        Access::Imap => "imap",
        Access::Pop => "pop",
        Access::Smtp => "smtp",
        Access::Programs => "programs",
    }
}

/// Language, provider, place.
fn places() -> BTreeMap<&'static str, BTreeMap<&'static str, BTreeMap<&'static str, &'static str>>> {
    let mut places = BTreeMap::new();
    for line in built!("places.txt").lines() {
        let mut parts = line.split('\t');
        let mut next = || parts.next().unwrap_or_default();
        let (language, provider, place, text) = (next(), next(), next(), next());
        let of_language: &mut BTreeMap<_, BTreeMap<_, _>> = places.entry(language).or_default();
        of_language.entry(provider).or_default().insert(place, text);
    }
    places
}

/// Provider, service.
fn policies() -> BTreeMap<&'static str, BTreeMap<&'static str, Value>> {
    let mut policies: BTreeMap<_, BTreeMap<_, _>> = BTreeMap::new();
    for line in built!("policies.txt").lines() {
        let mut parts = line.split('\t');
        let mut next = || parts.next().unwrap_or_default();
        let (provider, service) = (next(), next());
        let mut length = || next().parse::<u32>().ok();
        let fields = Fields::new().with("minLength", length()).with("maxLength", length());
        let needs: Vec<&str> = next().split(' ').filter(|kind| !kind.is_empty()).collect();
        let fields = fields.with("needs", needs).with("ascii", next() == "1");
        policies.entry(provider).or_default().insert(service, Value::Object(fields.0));
    }
    policies
}
