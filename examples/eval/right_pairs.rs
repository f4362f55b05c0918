//! Right pairs of every provider and service, made up: nothing may be said.

use passkind::{Credentials, Guard, Observation, Profile, Service, ServiceRule};
use serde_json::{Value, json};

use crate::bounds::Share;
use crate::form::{all_at_once, guard, rules};
use crate::print::table;
use crate::random::Random;
use crate::said::Said;
use crate::sign_in::{SignIn, own_domains, server};

/// Sign-ins of each service.
const SIGN_INS: usize = 1_000;

/// One service, asked by its provider's name or found by the address's domain.
struct Job {
    profile: &'static Profile,
    rule: &'static ServiceRule,
    sign_in: SignIn,
    guard: Guard,
    by_domain: bool,
}

/// Prints which right pairs drew a hint, and returns what was said on every service.
pub(crate) fn measure() -> Result<Value, String> {
    let jobs = jobs()?;
    let heard = all_at_once(&jobs, Job::hear);
    let rows = || jobs.iter().zip(&heard);
    let all =
        Share { count: heard.iter().map(|said| said.hinted).sum(), of: heard.iter().map(|said| said.asked).sum() };
    println!("\nright pairs: {} services, {SIGN_INS} sign-ins each: hints on {}", jobs.len(), all.at_most());
    let shown = rows().filter(|(_, said)| said.hinted > 0).map(|(job, said)| {
        let codes: Vec<String> = said.codes.iter().map(|(code, count)| format!("{code} {count}")).collect();
        [job.profile.id.to_owned(), job.name(), said.hints().at_most(), codes.join(", ")]
    });
    table("right pairs that drew a hint", &["provider", "service", "hints", "codes"], shown);
    let none = rules().filter(|(profile, rule)| !has_right_pair(profile, rule));
    let none: Vec<String> = none.map(|(profile, rule)| format!("{} {}", profile.id, rule.service.as_str())).collect();
    println!(
        "no password works, so no pair is right: {}",
        if none.is_empty() { "-".to_owned() } else { none.join(", ") }
    );
    let figures: Vec<Value> = rows()
        .map(|(job, said)| json!({ "provider": job.profile.id, "service": job.name(), "said": said.json() }))
        .collect();
    Ok(json!({ "services": figures, "withoutPassword": none, "all": all.json() }))
}

/// A service that no password opens has none, but for an issued secret that passes for one.
fn has_right_pair(profile: &Profile, rule: &ServiceRule) -> bool {
    !rule.no_password || profile.issued.iter().any(|secret| rule.expects.first() == Some(&secret.role))
}

fn jobs() -> Result<Vec<Job>, String> {
    let mut jobs = Vec::new();
    for (profile, rule) in rules().filter(|(profile, rule)| has_right_pair(profile, rule)) {
        let sign_in = SignIn::of(profile, rule);
        jobs.push(Job { profile, rule, sign_in, guard: guard(Some(profile.id), rule.service)?, by_domain: false });
        let domains = own_domains(profile);
        // Of rows about one protocol nothing is asked without it.
        if rule.service == Service::MAILBOX && rule.protocol.is_none() && !domains.is_empty() {
            let sign_in = SignIn::of(profile, rule).on(&domains);
            jobs.push(Job { profile, rule, sign_in, guard: guard(None, rule.service)?, by_domain: true });
        }
    }
    Ok(jobs)
}

impl Job {
    fn hear(&self) -> Said {
        let mut random = Random::named(&format!("{} {}", self.profile.id, self.name()));
        let mut said = Said::default();
        for _ in 0..SIGN_INS {
            let (identifier, secret) = self.sign_in.pair(&mut random);
            let credentials = Credentials::new(&identifier, &secret).at_server(server(self.rule));
            let assessment = self.guard.assess(&credentials, Observation::default());
            said.hear(&assessment, &format!("{identifier} / {secret}"));
        }
        said
    }

    fn name(&self) -> String {
        let way = self.rule.protocol.map(|way| format!(" {way:?}").to_lowercase()).unwrap_or_default();
        format!("{}{way}{}", self.rule.service.as_str(), if self.by_domain { " (by domain)" } else { "" })
    }
}
