//! What `make trust` counts the instructions of, under valgrind's callgrind: `scripts/instructions.mjs` runs it and reads the
//! counts.
//!
//! Each row calls [`counted`] once, and prints its name: callgrind writes a file at the end of each such call, so the n-th file
//! is the n-th name's. Facts of the platform are given as the package's JavaScript gives them, so that what is counted is what the
//! package carries.
#![allow(clippy::print_stdout, reason = "a command prints")]

use std::hint::black_box;

use passkind::strength::{NewPassword, Rater, at_least, effort};
use passkind::{
    Confidence, Credentials, Groups, Guard, GuardOptions, IDENTIFIER_UNITS, IdentifierForm, Input, IssuedOnly,
    IssuedSecret, Link, Observation, PASSWORD_UNITS, Pattern, Profile, Rel, Role, SERVER_UNITS, Service, ServiceRule,
};

fn main() -> Result<(), passkind::Error> {
    pairs()?;
    forms()?;
    strength();
    growth()
}

/// The only function whose instructions are counted; not inlined, so that it has a name.
#[inline(never)]
fn counted<T>(row: impl FnOnce() -> T) -> T {
    row()
}

/// Asked once before, so that nothing is counted that is made at the first call only.
fn row<T>(name: &str, ask: impl Fn() -> T) {
    black_box(ask());
    black_box(counted(&ask));
    println!("{name}");
}

const INFOMANIAK: Option<&str> = Some("infomaniak");

fn guard(service: Service, provider: Option<&'static str>) -> Result<Guard, passkind::Error> {
    let mut options = GuardOptions::new(service);
    options.provider = provider.map(str::to_owned);
    Guard::new(options)
}

fn pair(name: &str, guard: &Guard, identifier: &str, host: Option<&str>, password: &str, observation: Observation) {
    row(name, || guard.assess(&Credentials::with_facts(identifier, host, password, true), observation));
}

/// One form each, what people type and what comes in by mistake. Every secret is invented or stands in a standard as an example.
fn pairs() -> Result<(), passkind::Error> {
    let (account, mailbox) = (guard(Service::ACCOUNT, INFOMANIAK)?, guard(Service::MAILBOX, INFOMANIAK)?);
    let any = guard(Service::MAILBOX, None)?;
    let (first, mut second) = (Observation::default(), Observation::default());
    (second.refused, second.input, second.caps_lock) = (2, Some(Input::Autofilled), true);
    let long_name = format!("{}@example.com", mixed(IDENTIFIER_UNITS - "@example.com".len()));
    let long_password = mixed(PASSWORD_UNITS);
    let seed = "legal winner thank year wave sausage worth useful legal winner thank yellow";
    let key =
        format!("-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n", "MIIEvQIBADANBgkqhkiG9w0B".repeat(60));
    let token = format!("ghp_{}", "aB3dE6gH9".repeat(4));

    for (name, guard, identifier, host, password, observation) in [
        ("a right pair, account", &account, "anna@example.ch", None, "Kirschbaum7!", first),
        ("a right pair, mailbox", &mailbox, "anna@example.ch", None, "q7Rk2Mx-t9BdLw4z_V", first),
        ("the account's password for a mailbox", &mailbox, "anna@ik.me", None, "Sommer24!", first),
        ("after two refusals, filled in, Caps Lock on", &mailbox, "anna@ik.me", None, "Sommer24!", second),
        ("everybody's mail server", &any, "anna@gmail.com", None, "Sommer24!", first),
        ("a misspelt domain", &account, "anna@gmial.com", None, "Kirschbaum7!", first),
        ("a look-alike domain", &account, "anna@gm\u{430}il.com", Some("xn--gmil-63d.com"), "Kirschbaum7!", first),
        ("an unknown domain", &account, "anna@kfzq-wnrt-bxmd.example", None, "Kirschbaum7!", first),
        ("an identifier of 1,024 units", &account, &*long_name, None, "Kirschbaum7!", first),
        ("a password of 4,096 units", &account, "anna@example.ch", None, &*long_password, first),
        ("both as long as can be", &mailbox, &*long_name, None, &*long_password, second),
        ("a seed phrase", &account, "anna@example.ch", None, seed, first),
        ("an IBAN", &account, "anna@example.ch", None, "CH93 0076 2011 6238 5295 7", first),
        ("a payment card", &account, "anna@example.ch", None, "4111 1111 1111 1111", first),
        ("a one-time code", &account, "anna@example.ch", None, "493 817", first),
        ("a private key", &account, "anna@example.ch", None, &*key, first),
        ("a vendor's token", &account, "anna@example.ch", None, &*token, first),
        ("pasted with its label", &mailbox, "anna@ik.me", None, "Mot de passe : \u{ab}Sommer24!\u{bb}", first),
        (
            "an address in place of the password",
            &account,
            "anna@example.ch",
            None,
            "https://mail.example.ch/login?u=anna",
            first,
        ),
        ("both empty", &account, "", None, "", first),
    ] {
        pair(name, guard, identifier, host, password, observation);
    }
    let long_server = format!("{}.example.com", mixed(SERVER_UNITS));
    for (name, server) in [
        ("a known server", "imap.gmail.com:993"),
        ("a server that nobody knows", "mail.kfzq-wnrt-bxmd.example"),
        ("a misspelt server", "imap.gmial.com"),
        ("a server of 1,024 units", &*long_server),
    ] {
        let typed = || Credentials::with_facts("anna@gmail.com", None, "Sommer24!", true).at_server(server);
        row(name, || any.assess(&typed(), first));
    }
    let reply = "535-5.7.8 Username and Password not accepted. For more information, go to 535 5.7.8 \
        https://support.example.com/mail/?p=BadCredentials";
    let typed = || Credentials::with_facts("anna@gmail.com", None, "Sommer24!", true);
    row("a reply, with its reading", || any.assess(&typed(), first.with_reply(reply)));
    Ok(())
}

/// What pages bring along.
fn forms() -> Result<(), passkind::Error> {
    let mut hosting = GuardOptions::new(Service::MAILBOX);
    hosting.provider = INFOMANIAK.map(str::to_owned);
    hosting.hosted_domains = (0..10_000).map(|number| format!("customer-{number}.example")).collect();
    let mut own = GuardOptions::new(Service::MAILBOX);
    own.profiles.push(OWN);
    own.provider = Some(OWN.id.to_owned());
    let guard = Guard::new(own.clone())?;
    pair("a profile of the page's own", &guard, "anna@mail.example", None, "Sommer24!", Observation::default());
    row("opening a guard with it", || Guard::new(own.clone()).is_ok());
    let guard = Guard::new(hosting)?;
    for (name, identifier) in [
        ("10,000 hosted domains, one of them", "anna@customer-9999.example"),
        ("10,000 hosted domains, one misspelt", "anna@customer-9999.exmaple"),
    ] {
        pair(name, &guard, identifier, None, "Sommer24!", Observation::default());
    }
    row("the provider's table", || guard.guide());
    Ok(())
}

const OWN: Profile = {
    let mut own = Profile::new("example-host", "Example Host");
    own.mail_domains = &["mail.example"];
    own.services = &[&OWN_MAILBOX];
    own.issued = &[OWN_SECRET];
    own.help = &[Link::new(Rel::Help, "https://host.example/which-password")];
    own
};
const OWN_MAILBOX: ServiceRule = {
    let mut rule = ServiceRule::new(Service::MAILBOX, &[IdentifierForm::Address], &[Role::AppPassword]);
    rule.issued_only = Some(IssuedOnly::new(Confidence::High));
    rule
};
const OWN_SECRET: IssuedSecret = {
    let mut secret = IssuedSecret::new(Role::AppPassword, Pattern::new("[a-z]{20}"));
    secret.groups = Some(Groups::new(5, '-', 4));
    secret
};

/// `strength: ` stands before what the strength file does, `page: ` before what it does on the page's own thread, which waits.
fn strength() {
    let rater = Rater::new("bonjour\nmaison\nsoleil\ngeneve\n\n1291");
    let inputs = ["anna.keller@example.org", "Example Host", "2026"].map(str::to_owned);
    let bomb = "4@8({[<369!1|70$5+%2".repeat(5);
    let page = heaviest_on_the_page();
    for (name, password) in [
        ("strength: a word and digits", "Genève1291"),
        ("strength: 16 random signs", "kR7#mWq2!xZ9vLp4"),
        ("strength: a phrase", "vier Igel tanzen im Nebel"),
        ("page: the heaviest that is rated", &page),
    ] {
        row(name, || rater.rate(&NewPassword { password, folded: password, inputs: &inputs }));
    }
    let megabyte = bomb.repeat(10_000);
    row("page: the bound in a bomb's place", || (effort(&bomb), at_least(&bomb, 0)));
    row("page: the bound of 1 MB", || (effort(&megabyte), at_least(&megabyte, 0)));
}

/// As many signs as the page's own thread takes (`MOST_EFFORT` in `www/strength/rater.js`): each at least two letters' sign.
fn heaviest_on_the_page() -> String {
    let signs = "4@8({[<369!1|70$5+%2";
    let longest = (1..=100).rev().map(|length| signs.chars().cycle().take(length).collect::<String>());
    longest.into_iter().find(|text| effort(text) <= 120).unwrap_or_default()
}

/// `growth: field, text, units`: from a sixteenth of what is read to all of it, and two lengths beyond.
fn growth() -> Result<(), passkind::Error> {
    let guard = guard(Service::MAILBOX, INFOMANIAK)?;
    for (text, unit) in [
        ("letters", "kirschbaum"),
        ("digits", "4938170562"),
        ("blanks", " "),
        ("labels", "a."),
        ("at signs", "@"),
        ("hyphens", "a-"),
        ("one letter", "a"),
        ("capitals and signs", "kR7#mWq2!x"),
        ("words", "maison "),
        ("combining marks", "e\u{301}\u{323}"),
        ("beyond the first plane", "\u{1f600}"),
        ("invisible signs", "\u{200b}"),
        ("quotation marks", "\""),
        ("full-width letters", "\u{ff41}"),
        ("seed words", "abandon "),
        ("hexadecimal groups", "3f9a-"),
    ] {
        for (field, most) in [("identifier", IDENTIFIER_UNITS), ("password", PASSWORD_UNITS)] {
            for units in [most / 16, most / 8, most / 4, most / 2, most, most * 2, most * 1000] {
                let long = repeated(unit, units);
                let (identifier, password) =
                    if field == "identifier" { (&*long, "Sommer24!") } else { ("anna@ik.me", &*long) };
                let name = format!("growth: {field}, {text}, {units}");
                pair(&name, &guard, identifier, None, password, Observation::default());
            }
        }
    }
    Ok(())
}

/// The text over and over, up to so many UTF-16 units.
fn repeated(text: &str, units: usize) -> String {
    let mut left = units;
    text.chars()
        .cycle()
        .take_while(|c| left.checked_sub(c.len_utf16()).inspect(|rest| left = *rest).is_some())
        .collect()
}

/// Letters, digits and signs without a pattern, the same ones each time.
fn mixed(units: usize) -> String {
    let signs = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789-_.";
    let mut state = 7_u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223); // Numerical Recipes' generator
        signs.chars().nth((state >> 16) as usize % signs.len()).unwrap_or('a')
    };
    (0..units).map(|_| next()).collect()
}
