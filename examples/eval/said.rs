//! What was said over many pairs, counted.

use std::collections::BTreeMap;

use passkind::{Assessment, Hint, Verdict};
use serde_json::{Value, json};

use crate::bounds::Share;

/// How many texts that drew a hint are kept, to be read by whoever wants to know why.
const MOST_EXAMPLES: usize = 200;

/// The count of one form and one kind of secret.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Said {
    pub(crate) asked: usize,
    /// Pairs with a hint of any topic.
    pub(crate) hinted: usize,
    pub(crate) may: usize,
    pub(crate) probably: usize,
    /// Hints by their topic, and by their code.
    topics: BTreeMap<String, usize>,
    pub(crate) codes: BTreeMap<&'static str, usize>,
    examples: Vec<String>,
}

impl Said {
    /// Counts one answer; `shown` is what may be printed of the pair.
    pub(crate) fn hear(&mut self, assessment: &Assessment, shown: &str) {
        self.asked += 1;
        match assessment.verdict {
            Verdict::Silent => {}
            Verdict::May => self.may += 1,
            Verdict::Probably => self.probably += 1,
        }
        if assessment.hints.is_empty() && assessment.verdict == Verdict::Silent {
            return;
        }
        self.hinted += 1;
        for hint in &assessment.hints {
            *self.topics.entry(topic_of(hint)).or_default() += 1;
            *self.codes.entry(hint.code()).or_default() += 1;
        }
        if self.examples.len() < MOST_EXAMPLES {
            self.examples.push(shown.to_owned());
        }
    }

    /// Pairs with a hint of any topic.
    pub(crate) fn hints(&self) -> Share {
        Share { count: self.hinted, of: self.asked }
    }

    /// `identifier 3, password 1`.
    pub(crate) fn topics(&self) -> String {
        let topics: Vec<String> = self.topics.iter().map(|(topic, count)| format!("{topic} {count}")).collect();
        topics.join(", ")
    }

    /// Every count with its bounds.
    pub(crate) fn json(&self) -> Value {
        json!({
            "asked": self.asked,
            "hints": self.hints().json(),
            "may": Share { count: self.may, of: self.asked }.json(),
            "probably": Share { count: self.probably, of: self.asked }.json(),
            "topics": self.topics,
            "codes": self.codes,
            "examples": self.examples,
        })
    }
}

/// A hint's topic as it is written in the cases.
pub(crate) fn topic_of(hint: &Hint) -> String {
    serde_json::to_value(hint.topic()).ok().and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default()
}
