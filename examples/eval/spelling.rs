//! The questions: which addresses are read as such, and which domains corrected?

use std::path::Path;

use passkind::{Credentials, Guard, GuardOptions, IdentifierForm, Observation, Service};
use serde_json::{Value, json};

use crate::random::Random;

/// `{"rows", "agree", "falseAccepts", "falseRejects"}` of a file of rows with `input` and `expected`.
pub(crate) fn address(file: &str) -> Result<String, String> {
    let guard = guard()?;
    let (mut rows, mut accepts, mut rejects) = (0, 0, 0);
    for (number, line) in read(file)?.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let row: Value = serde_json::from_str(line).map_err(|error| format!("{file}, line {}: {error}", number + 1))?;
        let text = |key: &str| row.get(key).and_then(Value::as_str);
        let (Some(input), Some(expected)) = (text("input"), text("expected")) else {
            return Err(format!("{file}, line {}: `input` and `expected` are wanted", number + 1));
        };
        rows += 1;
        match (is_address(&guard, input), expected) {
            (true, "invalid") => accepts += 1,
            (false, "valid") => rejects += 1,
            _ => {}
        }
    }
    let agree = share(rows - accepts - rejects, rows);
    Ok(json!({"rows": rows, "agree": agree, "falseAccepts": accepts, "falseRejects": rejects}).to_string())
}

/// As it stands in the field: what is trimmed silently there is no part of an address here.
fn is_address(guard: &Guard, input: &str) -> bool {
    let assessment = guard.assess(&Credentials::new(input, ""), Observation::default());
    let is_changed = assessment.hints.iter().any(|hint| ["edgeSpace", "invisibleCharacter"].contains(&hint.code()));
    assessment.identifier.form == IdentifierForm::Address && !is_changed
}

/// `{"typos", "right", "wrong", "none", "real", "falsePositives", "recall", "precision"}` of typed and intended domains, and
/// of real ones.
pub(crate) fn domain(typos: &str, real: &str) -> Result<String, String> {
    let guard = guard()?;
    let (mut right, mut wrong, mut none) = (0, 0, 0);
    for row in rows(&read(typos)?) {
        let (typed, intended) = row.split_once('\t').ok_or_else(|| format!("{typos}: two columns are wanted"))?;
        match suggestion(&guard, typed) {
            Some(domain) if Some(domain.as_str()) == intended.split('\t').next() => right += 1,
            Some(_) => wrong += 1,
            None => none += 1,
        }
    }
    let real = read(real)?;
    let real: Vec<&str> = rows(&real).filter_map(|row| row.split('\t').next()).collect();
    let corrected = real.iter().filter(|domain| suggestion(&guard, domain).is_some()).count();
    let typos = right + wrong + none;
    Ok(json!({
        "typos": typos, "right": right, "wrong": wrong, "none": none, "real": real.len(), "falsePositives": corrected,
        "recall": share(right, typos), "precision": share(right, right + wrong + corrected),
    })
    .to_string())
}

/// Asks about so many random texts of what addresses are made of and of what breaks readers; a panic ends the program, without
/// a line.
pub(crate) fn fuzz(count: &str) -> Result<String, String> {
    const PIECES: [&str; 40] = [
        "a",
        "anna",
        "gmail",
        "gmial",
        "bluewin",
        ".",
        ".",
        "@",
        "@",
        "-",
        "--",
        "xn--",
        "_",
        "+",
        "\"",
        "\\",
        " ",
        "\t",
        "\0",
        "<",
        ">",
        "(",
        ")",
        "[",
        "]",
        "IPv6:",
        "::1",
        "192.0.2.1",
        "com",
        "ch",
        "hotmail",
        "mailto:",
        "é",
        "e\u{301}",
        "\u{ff20}",
        "\u{3002}",
        "\u{200b}",
        "\u{202e}",
        "😀",
        "\u{430}",
    ];
    let count: usize = count.parse().map_err(|_| "COUNT is a number".to_owned())?;
    let guards = [guard()?, Guard::new(infomaniak(Service::ACCOUNT)).map_err(|error| error.to_string())?];
    let mut random = Random::named("addresses");
    let mut hints = 0;
    for _ in 0..count {
        let text: String = (0..=random.below(12)).filter_map(|_| random.pick(&PIECES).copied()).collect();
        for guard in &guards {
            hints += guard.assess(&Credentials::new(&text, &text), Observation::default()).hints.len();
        }
    }
    Ok(json!({"strings": count, "hints": hints}).to_string())
}

/// For each line of a file, a host: what the native `idna` makes of it, and the domain of `a@host` as it is read; as JSON.
pub(crate) fn hosts(file: &str) -> Result<String, String> {
    let guard = guard()?;
    let read_as = |host: &str| {
        let typed = format!("a@{host}");
        guard.assess(&Credentials::new(&typed, ""), Observation::default()).identifier.domain
    };
    let answers: Vec<Value> =
        read(file)?.lines().map(|host| json!([idna::domain_to_ascii(host).ok(), read_as(host)])).collect();
    Ok(Value::from(answers).to_string())
}

fn infomaniak(service: Service) -> GuardOptions {
    let mut options = GuardOptions::new(service);
    options.provider = Some("infomaniak".to_owned());
    options
}

/// The rows of a table without its header.
fn rows(text: &str) -> impl Iterator<Item = &str> {
    let is_header = |line: &str| line.starts_with("typed") || line.starts_with("domain");
    text.lines().enumerate().filter(move |(at, line)| !(line.is_empty() || *at == 0 && is_header(line))).map(|(_, l)| l)
}

/// The domain that is suggested in place of this one.
fn suggestion(guard: &Guard, domain: &str) -> Option<String> {
    let typed = format!("anna@{domain}");
    let assessment = guard.assess(&Credentials::new(&typed, ""), Observation::default());
    assessment.identifier.suggestion?.rsplit_once('@').map(|(_, domain)| domain.to_owned())
}

fn guard() -> Result<Guard, String> {
    Guard::new(GuardOptions::new(Service::MAILBOX)).map_err(|error| error.to_string())
}

fn read(file: &str) -> Result<String, String> {
    std::fs::read_to_string(Path::new(file)).map_err(|error| format!("{file}: {error}"))
}

#[expect(clippy::cast_precision_loss, reason = "counts of rows")]
fn share(count: usize, of: usize) -> f64 {
    if of == 0 { 0.0 } else { count as f64 / of as f64 }
}
