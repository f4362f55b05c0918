//! Right pairs, made up: an identifier that fits a service, and a secret of a role that it takes.

use passkind::{IdentifierForm, IssuedSecret, Profile, Protocol, Role, Service, ServiceRule};

use crate::generators;
use crate::random::Random;
use crate::sample::{self, Recipe, Written};

/// The makings of one service's right pairs.
pub(crate) struct SignIn {
    forms: Vec<IdentifierForm>,
    domains: Vec<String>,
    names: Vec<Recipe>,
    example: Option<String>,
    roles: Vec<(Role, Vec<Look>)>,
}

/// What an issued secret looks like, and how it is written.
struct Look {
    recipe: Recipe,
    ways: Vec<Written>,
}

impl SignIn {
    /// Of what the profile says of that service.
    pub(crate) fn of(profile: &Profile, rule: &ServiceRule) -> Self {
        let wanted = &rule.identifier;
        let roles = taken(rule).into_iter().map(|role| {
            let issued = profile.issued.iter().filter(|secret| secret.role == role);
            let look = |secret: &IssuedSecret| Look { recipe: Recipe::of(&secret.pattern), ways: sample::ways(secret) };
            (role, issued.map(look).collect())
        });
        Self {
            forms: wanted.forms.to_vec(),
            domains: domains(profile, rule).into_iter().filter(|domain| is_about(profile, rule, domain)).collect(),
            names: wanted.patterns.iter().map(Recipe::of).collect(),
            example: wanted.example.and_then(|text| text.split(',').next()).map(str::to_owned),
            roles: roles.collect(),
        }
    }

    /// The same, on those domains only.
    pub(crate) fn on(self, domains: &[&str]) -> Self {
        let domains = domains.iter().map(|&domain| domain.to_owned()).collect();
        Self { forms: vec![IdentifierForm::Address], domains, ..self }
    }

    /// An identifier that fits, and a secret that is taken.
    pub(crate) fn pair(&self, random: &mut Random) -> (String, String) {
        (self.identifier(random), self.secret(random))
    }

    /// An identifier that fits.
    pub(crate) fn identifier(&self, random: &mut Random) -> String {
        let form = random.pick(&self.forms).copied().unwrap_or(IdentifierForm::Name);
        if form == IdentifierForm::Address {
            let domain = random.pick(&self.domains).cloned().unwrap_or_default();
            return format!("{}@{domain}", local_part(random));
        }
        if let Some(recipe) = random.pick(&self.names) {
            return recipe.text(random);
        }
        match form {
            IdentifierForm::CustomerNumber => Recipe::read("[1-9][0-9]{7}").text(random),
            IdentifierForm::ServiceUser => format!("{}_{}", Recipe::read("[a-z]{4}").text(random), word(random)),
            IdentifierForm::SyncName => Recipe::read("[A-Z]{2}[0-9]{5}").text(random),
            IdentifierForm::Fixed | IdentifierForm::Handle => self.example.clone().unwrap_or_else(|| word(random)),
            _ => word(random),
        }
    }

    /// A secret of a role that is taken: an issued one where the provider's look is known, else one that people choose.
    fn secret(&self, random: &mut Random) -> String {
        let Some((role, issued)) = random.pick(&self.roles) else { return chosen(random) };
        if let Some(Look { recipe, ways }) = random.pick(issued) {
            let written = random.pick(ways).copied().unwrap_or(Written::Plain);
            return sample::issued(recipe, written, random);
        }
        match role {
            Role::AccountPassword | Role::MailboxPassword | Role::ServicePassword if random.below(3) > 0 => {
                chosen(random)
            }
            _ => generators::any(random),
        }
    }
}

/// The roles that open the service here: the first alone where nothing else is taken.
fn taken(rule: &ServiceRule) -> Vec<Role> {
    let alone = rule.no_password || rule.issued_only.is_some_and(|only| !only.second_factor_only);
    rule.expects.iter().copied().take(if alone { 1 } else { rule.expects.len() }).collect()
}

/// Domains on which providers give addresses to people; whose they are, the crate says.
const MAIL_DOMAINS: &[&str] = &[
    "126.com",
    "163.com",
    "aol.com",
    "bk.ru",
    "etik.com",
    "fastmail.com",
    "gmail.com",
    "gmx.ch",
    "gmx.com",
    "gmx.de",
    "gmx.net",
    "googlemail.com",
    "hotmail.com",
    "icloud.com",
    "ik.me",
    "ikmail.com",
    "inbox.ru",
    "list.ru",
    "live.com",
    "mac.com",
    "magenta.de",
    "mail.com",
    "mail.ru",
    "mailbox.org",
    "me.com",
    "msn.com",
    "outlook.com",
    "pm.me",
    "posteo.de",
    "proton.me",
    "protonmail.com",
    "qq.com",
    "rocketmail.com",
    "t-online.de",
    "web.de",
    "ya.ru",
    "yahoo.com",
    "yahoo.de",
    "yahoo.fr",
    "yandex.com",
    "yandex.ru",
    "yeah.net",
    "ymail.com",
    "zoho.com",
    "zohomail.com",
];

/// Domains on which this provider gives addresses to people.
pub(crate) fn own_domains(profile: &Profile) -> Vec<&'static str> {
    let known = MAIL_DOMAINS.iter().copied().filter(|domain| profile.gives_addresses_on(domain));
    let more = profile.mail_domains.iter().copied().filter(|domain| !MAIL_DOMAINS.contains(domain));
    known.chain(more).collect()
}

/// Where addresses of this service may be: the provider's own domains and that of the profile's example.
fn domains(profile: &Profile, rule: &ServiceRule) -> Vec<String> {
    let example = rule.identifier.example.and_then(|text| text.split_once('@')).map(|(_, domain)| domain);
    let mut domains: Vec<String> = own_domains(profile).into_iter().chain(example).map(str::to_owned).collect();
    if domains.is_empty() || has_own_row(profile, rule.service) {
        domains.push("example.com".to_owned());
    }
    domains
}

/// Whether addresses on the provider's own domains have a row of their own there.
fn has_own_row(profile: &Profile, service: Service) -> bool {
    profile.services.iter().any(|rule| rule.service == service && rule.own_addresses)
}

/// Whether the row is about addresses on that domain.
fn is_about(profile: &Profile, rule: &ServiceRule, domain: &str) -> bool {
    !has_own_row(profile, rule.service) || profile.gives_addresses_on(domain) == rule.own_addresses
}

/// A server that speaks the row's protocol, if it has one.
pub(crate) fn server(rule: &ServiceRule) -> &'static str {
    match rule.protocol {
        Some(Protocol::Imap) => "imaps://mail.example.com",
        Some(Protocol::Smtp) => "smtps://mail.example.com",
        Some(Protocol::Pop) => "pop3s://mail.example.com",
        None => "",
    }
}

/// Two to four syllables that are words of no language in particular.
pub(crate) fn word(random: &mut Random) -> String {
    const SYLLABLES: &[&str] = &[
        "ba", "ben", "da", "do", "fel", "ga", "ha", "jo", "ka", "kel", "la", "lin", "ma", "mi", "na", "nor", "pa",
        "pe", "ra", "ri", "sa", "sol", "ta", "ti", "va", "ver", "wil", "za",
    ];
    (0..random.between(2, 4)).filter_map(|_| random.pick(SYLLABLES)).copied().collect()
}

fn local_part(random: &mut Random) -> String {
    match random.below(3) {
        0 => word(random),
        1 => format!("{}.{}", word(random), word(random)),
        _ => format!("{}{}", word(random), random.below(100)),
    }
}

/// As people choose them: a word or two with a capital, most with a number, half with a sign; eight characters or more.
fn chosen(random: &mut Random) -> String {
    const LEAST: usize = 8;
    let mut text = generators::capitalised(&word(random));
    if random.below(3) == 0 {
        text += &word(random);
    }
    if random.below(4) > 0 {
        text += &random.below(10_000).to_string();
    }
    if random.below(2) == 0 {
        text += random.pick(&["!", ".", "?", "-", "_", "$", "*", "+"]).copied().unwrap_or_default();
    }
    while text.len() < LEAST {
        text += &random.below(100).to_string();
    }
    text
}
