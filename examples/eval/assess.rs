//! The question: does a table of cases hold?

use passkind::{Assessment, Hint, Shape, Verdict};
use serde_json::{Value, json};

use crate::case::{self, Case, Expected};
use crate::said::topic_of;

/// A case and what came of it.
pub(crate) struct Judged {
    pub(crate) case: Case,
    pub(crate) shape: Shape,
    /// Something was said.
    pub(crate) is_warned: bool,
    pub(crate) faults: Faults,
}

/// All cases of a file.
pub(crate) struct Table {
    pub(crate) judged: Vec<Judged>,
    /// Rows that are no case, or name a provider or service that does not exist: nothing can be said about them.
    unread: usize,
}

/// What is wrong with an answer: too much was said, or too little.
#[derive(Default)]
pub(crate) struct Faults {
    false_hints: Vec<String>,
    missed: Vec<String>,
}

impl Faults {
    pub(crate) fn is_empty(&self) -> bool {
        self.false_hints.is_empty() && self.missed.is_empty()
    }
}

/// Judges every case of the file; prints those that fail and returns the last line.
pub(crate) fn run(file: &str) -> Result<String, String> {
    Ok(summary(&judge(file)?).to_string())
}

/// Judges every case of the file and prints those that fail.
pub(crate) fn judge(file: &str) -> Result<Table, String> {
    let mut judged = Vec::new();
    let mut unread = 0;
    for case in case::read(file)? {
        let guard = case.and_then(|case| Ok((case.guard()?, case)));
        let (guard, case) = match guard {
            Ok(ready) => ready,
            Err(error) => {
                println!("missed: {error}");
                unread += 1;
                continue;
            }
        };
        let assessment = case.ask(&guard);
        let faults = faults(&case.expect, &assessment);
        for (fault, reasons) in [("false hint", &faults.false_hints), ("missed", &faults.missed)] {
            if !reasons.is_empty() {
                let codes: Vec<&str> = assessment.hints.iter().map(Hint::code).collect();
                println!("{}: {fault}: {}; said {:?} {codes:?}", case.id, reasons.join(", "), assessment.verdict);
            }
        }
        judged.push(Judged { shape: assessment.password.shape, is_warned: !assessment.hints.is_empty(), case, faults });
    }
    Ok(Table { judged, unread })
}

/// `{"cases", "passed", "falseHints", "missed"}`.
pub(crate) fn summary(table: &Table) -> Value {
    let count = |holds: fn(&Faults) -> bool| table.judged.iter().filter(|judged| holds(&judged.faults)).count();
    json!({
        "cases": table.judged.len() + table.unread,
        "passed": count(Faults::is_empty),
        "falseHints": count(|faults| !faults.false_hints.is_empty()),
        "missed": count(|faults| !faults.missed.is_empty()) + table.unread,
    })
}

fn faults(expect: &Expected, assessment: &Assessment) -> Faults {
    let mut faults = Faults::default();
    let codes: Vec<&str> = assessment.hints.iter().map(Hint::code).collect();
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
    for topic in assessment.hints.iter().map(topic_of) {
        if expect.absent_topics.contains(&topic) {
            faults.false_hints.push(format!("topic {topic}"));
        }
    }
    for code in codes.iter().filter(|code| expect.forbid_codes.iter().any(|forbidden| forbidden == *code)) {
        faults.false_hints.push(format!("code {code}"));
    }
    if let Some(first) = codes.first().filter(|first| expect.not_first.iter().any(|code| code == *first)) {
        faults.false_hints.push(format!("{first} leads"));
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
    let of_server = assessment.server.as_ref().and_then(|server| server.suggestion.as_deref());
    let suggested = [assessment.identifier.suggestion.as_deref(), of_server];
    let is_suggested = |wanted: &String| suggested.iter().flatten().any(|text| text.ends_with(wanted.as_str()));
    if expect.suggestion.as_ref().is_some_and(|wanted| !is_suggested(wanted)) {
        faults.missed.push("the suggestion".to_owned());
    }
    let cause = assessment.reply.map(|reply| reply.cause.as_str());
    if expect.cause.as_deref().is_some_and(|wanted| cause.unwrap_or("wrongPair") != wanted) {
        faults.missed.push(format!("cause {cause:?}"));
    }
    let owner = assessment.server.as_ref().and_then(|server| server.provider);
    if expect.provider.as_deref().is_some_and(|wanted| owner != Some(wanted)) {
        faults.missed.push(format!("server of {owner:?}"));
    }
    faults
}
