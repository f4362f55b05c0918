//! Cases of sign-in forms: what stands in the fields, and what is expected to be said.

use std::borrow::Cow;

use passkind::{Assessment, Credentials, Day, Explain, Guard, GuardOptions, Input, Observation, Topic, Verdict};
use serde::Deserialize;
use serde_json::json;

/// One line of the file; other keys are ignored.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Case {
    id: String,
    service: Cow<'static, str>,
    provider: Option<String>,
    #[serde(default)]
    hosted_domains: Vec<String>,
    today: Option<String>,
    explain: Option<String>,
    #[serde(default)]
    identifier: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    observation: Seen,
    expect: Expected,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Seen {
    caps_lock: bool,
    input: Option<String>,
    refused: u32,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Expected {
    verdict: String,
    codes: Option<Vec<String>>,
    first: Option<Vec<String>>,
    #[serde(default)]
    absent_topics: Vec<String>,
    #[serde(default)]
    forbid_codes: Vec<String>,
    max_hints: Option<usize>,
    suggestion: Option<String>,
}

/// What is wrong with an answer: too much was said, or too little.
#[derive(Default)]
struct Faults {
    false_hints: Vec<String>,
    missed: Vec<String>,
}

/// Judges every case of the file; prints those that fail and returns the last line.
pub(crate) fn run(file: &str) -> Result<String, String> {
    let text = std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    let (mut cases, mut passed, mut false_hints, mut missed) = (0, 0, 0, 0);
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let case: Case = serde_json::from_str(line).map_err(|error| format!("{file}:{}: {error}", number + 1))?;
        let guard = guard(&case).map_err(|error| format!("{file}:{}: {}: {error}", number + 1, case.id))?;
        let assessment = guard.assess(&Credentials::new(&case.identifier, &case.password), case.observation.read());
        let faults = faults(&case.expect, &assessment);
        cases += 1;
        passed += usize::from(faults.false_hints.is_empty() && faults.missed.is_empty());
        false_hints += usize::from(!faults.false_hints.is_empty());
        missed += usize::from(!faults.missed.is_empty());
        for (fault, reasons) in [("false hint", &faults.false_hints), ("missed", &faults.missed)] {
            if !reasons.is_empty() {
                let codes: Vec<&str> = assessment.hints.iter().map(passkind::Hint::code).collect();
                println!("{}: {fault}: {}; said {:?} {codes:?}", case.id, reasons.join(", "), assessment.verdict);
            }
        }
    }
    Ok(json!({ "cases": cases, "passed": passed, "falseHints": false_hints, "missed": missed }).to_string())
}

fn guard(case: &Case) -> Result<Guard, passkind::Error> {
    let mut options = GuardOptions::new(case.service.clone().into());
    options.provider = case.provider.clone().map(Into::into);
    options.hosted_domains.clone_from(&case.hosted_domains);
    options.today = case.today.as_deref().and_then(Day::parse);
    if case.explain.as_deref() == Some("always") {
        options.explain = Explain::Always;
    }
    Guard::new(options)
}

impl Seen {
    fn read(&self) -> Observation {
        let input = match self.input.as_deref() {
            Some("typed") => Some(Input::Typed),
            Some("pasted") => Some(Input::Pasted),
            Some("autofilled") => Some(Input::Autofilled),
            _ => None,
        };
        Observation { caps_lock: self.caps_lock, input, refused: self.refused }
    }
}

fn faults(expect: &Expected, assessment: &Assessment<'_>) -> Faults {
    let mut faults = Faults::default();
    let codes: Vec<&str> = assessment.hints.iter().map(passkind::Hint::code).collect();
    let (least, most) = match expect.verdict.as_str() {
        "silent" => (Verdict::Silent, Verdict::Silent),
        "may" => (Verdict::May, Verdict::May),
        "probably" => (Verdict::Probably, Verdict::Probably),
        "may+" => (Verdict::May, Verdict::Probably),
        _ => (Verdict::Silent, Verdict::Probably),
    };
    if assessment.verdict > most {
        faults.false_hints.push(format!("verdict above {}", expect.verdict));
    }
    if assessment.verdict < least {
        faults.missed.push(format!("verdict below {}", expect.verdict));
    }
    for topic in assessment.hints.iter().map(|hint| topic_name(hint.topic())) {
        if expect.absent_topics.contains(&topic) {
            faults.false_hints.push(format!("topic {topic}"));
        }
    }
    for code in codes.iter().filter(|code| expect.forbid_codes.iter().any(|forbidden| forbidden == *code)) {
        faults.false_hints.push(format!("code {code}"));
    }
    if expect.max_hints.is_some_and(|most| codes.len() > most) {
        faults.false_hints.push(format!("{} hints", codes.len()));
    }
    if expect.codes.as_ref().is_some_and(|wanted| !wanted.iter().any(|code| codes.contains(&code.as_str()))) {
        faults.missed.push(format!("none of {:?}", expect.codes.as_deref().unwrap_or_default()));
    }
    if expect.first.as_ref().is_some_and(|first| !codes.first().is_some_and(|code| first.iter().any(|f| f == code))) {
        faults.missed.push(format!("first none of {:?}", expect.first.as_deref().unwrap_or_default()));
    }
    let suggestion = assessment.identifier.suggestion.as_deref();
    if expect.suggestion.as_ref().is_some_and(|domain| !suggestion.is_some_and(|text| text.ends_with(domain.as_str())))
    {
        faults.missed.push("the suggestion".to_owned());
    }
    faults
}

/// A topic as it is written in the cases.
fn topic_name(topic: Topic) -> String {
    serde_json::to_value(topic).ok().and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default()
}
