//! The rows of `tests/data/cases.jsonl`: what stands in the fields, and what is expected to be said.

use passkind::{Assessment, Cause, Credentials, Day, Guard, GuardOptions, Input, Observation, Service};
use serde::{Deserialize, Deserializer};

use crate::random::Random;
use crate::template;

/// One line of the file; other keys are ignored.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Case {
    pub(crate) id: String,
    pub(crate) service: String,
    pub(crate) provider: Option<String>,
    /// What was typed and what is right, as `accountPassword -> mailboxPassword`.
    pub(crate) direction: Option<String>,
    #[serde(default, deserialize_with = "or_default")]
    pub(crate) hosted_domains: Vec<String>,
    pub(crate) today: Option<String>,
    pub(crate) explain: Option<String>,
    #[serde(default, deserialize_with = "or_default")]
    pub(crate) identifier: String,
    #[serde(default, deserialize_with = "or_default")]
    pub(crate) password: String,
    #[serde(default, deserialize_with = "or_default")]
    pub(crate) server: String,
    #[serde(default, deserialize_with = "or_default")]
    observation: Seen,
    pub(crate) expect: Expected,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Seen {
    caps_lock: bool,
    input: Option<String>,
    refused: u32,
    reply: Option<String>,
    cause: Option<String>,
    single_sign_on: bool,
}

/// What is to be said: a verdict, codes, and what must not be said.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Expected {
    #[serde(default, deserialize_with = "or_default")]
    pub(crate) verdict: String,
    pub(crate) codes: Option<Vec<String>>,
    pub(crate) first: Option<Vec<String>>,
    #[serde(default, deserialize_with = "or_default")]
    pub(crate) absent_topics: Vec<String>,
    #[serde(default, deserialize_with = "or_default")]
    pub(crate) forbid_codes: Vec<String>,
    /// What must not lead.
    #[serde(default, deserialize_with = "or_default")]
    pub(crate) not_first: Vec<String>,
    pub(crate) max_hints: Option<usize>,
    pub(crate) suggestion: Option<String>,
    /// Whose server it is.
    pub(crate) provider: Option<String>,
    /// What the reply says.
    pub(crate) cause: Option<String>,
}

/// Every row of the file, its templates filled in; a row that cannot be read is an answer, too.
pub(crate) fn read(file: &str) -> Result<Vec<Result<Case, String>>, String> {
    let text = std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let read = |(number, line): (usize, &str)| {
        let mut case: Case = serde_json::from_str(line).map_err(|error| format!("{file}:{}: {error}", number + 1))?;
        let mut random = Random::named(&case.id);
        case.identifier = template::expand(&case.identifier, &mut random);
        case.password = template::expand(&case.password, &mut random);
        Ok(case)
    };
    Ok(lines.map(read).collect())
}

/// `null` as if it were left out.
fn or_default<'de, D: Deserializer<'de>, T: Default + Deserialize<'de>>(deserializer: D) -> Result<T, D::Error> {
    Ok(Option::deserialize(deserializer)?.unwrap_or_default())
}

impl Case {
    /// The form of the row; its names are kept as long as the program runs, as a page keeps its options.
    pub(crate) fn guard(&self) -> Result<Guard, String> {
        let mut options = GuardOptions::new(Service::named(self.service.clone().leak()));
        options.provider.clone_from(&self.provider);
        options.hosted_domains = self.hosted_domains.iter().map(|domain| domain.to_ascii_lowercase()).collect();
        options.today = self.today.as_deref().and_then(Day::parse);
        options.explain_before_refusal = self.explain.as_deref() == Some("always");
        Guard::new(options).map_err(|error| format!("{}: {error}", self.id))
    }

    /// What the page saw besides the texts.
    pub(crate) fn observation(&self) -> Observation {
        self.observation.read()
    }

    /// What is said.
    pub(crate) fn ask(&self, guard: &Guard) -> Assessment {
        guard.assess(&Credentials::new(&self.identifier, &self.password).at_server(&self.server), self.observation())
    }
}

impl Seen {
    fn read(&self) -> Observation {
        let input = match self.input.as_deref() {
            Some("typed") => Some(Input::Typed),
            Some("pasted") => Some(Input::Pasted),
            Some("autofilled") => Some(Input::Autofilled),
            _ => None,
        };
        let mut observation = Observation::default();
        (observation.caps_lock, observation.input, observation.refused) = (self.caps_lock, input, self.refused);
        observation.single_sign_on = self.single_sign_on;
        observation.cause = self.cause.as_deref().and_then(Cause::from_str);
        match &self.reply {
            Some(reply) => observation.with_reply(reply),
            None => observation,
        }
    }
}
