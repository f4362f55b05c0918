//! Secrets that providers issue, made up from their length and signs: are they recognised?

use passkind::{Confidence, IssuedSecret, Profile, Service, ServiceRule, Shape, Verdict};
use serde_json::{Value, json};

use crate::bounds::Share;
use crate::form::{Form, all_at_once};
use crate::print::table;
use crate::random::Random;
use crate::sample::{self, Recipe, Written};
use crate::tokens::TOKENS;

/// Secrets made of each shape.
const SAMPLES: usize = 10_000;
/// Tokens made of each maker's pattern.
const TOKENS_EACH: usize = 1_000;

/// One shape of one provider, in one way of writing it, on two forms.
struct Job {
    profile: &'static Profile,
    secret: &'static IssuedSecret,
    written: Written,
    /// A service that takes the role.
    expecting: Option<Form>,
    /// The account form, where it does not take the role.
    account: Option<Form>,
}

/// Prints how many made-up secrets of every shape are recognised, and returns it.
pub(crate) fn measure() -> Result<Value, String> {
    let jobs = jobs()?;
    let counted = all_at_once(&jobs, Job::count);
    let rows = || jobs.iter().zip(&counted);
    let told = |share: &Option<Share>| share.map_or_else(|| "no such form".to_owned(), Share::at_least);
    let shown = rows().map(|(job, (recognised, found))| {
        let documented = if is_documented(job.secret) { "yes" } else { "no" };
        [job.profile.id, &job.role(), job.way(), documented, &told(recognised), &told(found)].map(str::to_owned)
    });
    let columns =
        ["provider", "role", "written", "documented", "recognised where it is expected", "found on the account form"];
    table("issued secrets, by whether their length and signs are documented", &columns, shown);
    let figures = rows().map(|(job, (recognised, found))| {
        json!({
            "provider": job.profile.id,
            "role": job.secret.role,
            "written": job.way(),
            "documented": is_documented(job.secret),
            "recognised": recognised.map(Share::json),
            "found": found.map(Share::json),
        })
    });
    Ok(figures.collect())
}

/// Prints how many made-up vendor tokens are recognised on an account form, and returns it.
pub(crate) fn measure_tokens() -> Result<Value, String> {
    let form = Form::unknown()?;
    let counted = all_at_once(TOKENS, |(_, pattern)| {
        let (recipe, mut random) = (Recipe::read(pattern), Random::named(pattern));
        let is_told = |token: String| {
            let assessment = form.ask(&token);
            assessment.password.shape == Shape::VendorToken && assessment.verdict == Verdict::Probably
        };
        Share { count: (0..TOKENS_EACH).filter(|_| is_told(recipe.text(&mut random))).count(), of: TOKENS_EACH }
    });
    let rows = TOKENS.iter().zip(&counted);
    let shown =
        rows.clone().map(|((maker, pattern), share)| [(*maker).to_owned(), (*pattern).to_owned(), share.at_least()]);
    table("vendor tokens on an account form", &["maker", "pattern", "told"], shown);
    let figure = |((maker, pattern), share): (&(&str, &str), &Share)| json!({ "maker": maker, "pattern": pattern, "told": share.json() });
    Ok(rows.map(figure).collect())
}

/// Only of these it is promised that they are recognised; the others are shown.
fn is_documented(secret: &IssuedSecret) -> bool {
    secret.length == Confidence::High && secret.alphabet == Confidence::High
}

/// Every shape, in every way of writing it.
fn jobs() -> Result<Vec<Job>, String> {
    let mut jobs = Vec::new();
    for profile in Profile::all() {
        for secret in profile.issued {
            for written in sample::ways(secret) {
                let takes = |rule: &&&ServiceRule| rule.expects.contains(&secret.role);
                let form = |rule: Option<&'static ServiceRule>| rule.map(|rule| Form::of(profile, rule)).transpose();
                let account = profile.rule(Service::ACCOUNT).filter(|rule| !takes(&rule));
                let expecting =
                    profile.services.iter().copied().filter(|rule| takes(&rule)).max_by_key(is_first(secret));
                jobs.push(Job { profile, secret, written, expecting: form(expecting)?, account: form(account)? });
            }
        }
    }
    Ok(jobs)
}

/// A service that wants the role before others tells more than one that merely takes it.
fn is_first(secret: &IssuedSecret) -> impl Fn(&&'static ServiceRule) -> (bool, bool) {
    let role = secret.role;
    move |rule| (rule.issued_only.is_some(), rule.expects.first() == Some(&role))
}

impl Job {
    /// How many are recognised where they are expected, and found where they are not.
    fn count(&self) -> (Option<Share>, Option<Share>) {
        let recipe = Recipe::of(&self.secret.pattern);
        let mut random = Random::named(&format!("{} {} {}", self.profile.id, self.role(), self.way()));
        let secrets: Vec<String> = (0..SAMPLES).map(|_| sample::issued(&recipe, self.written, &mut random)).collect();
        let share = |form: &Option<Form>, holds: fn(&Form, &String) -> bool| {
            let form = form.as_ref()?;
            Some(Share { count: secrets.iter().filter(|secret| holds(form, secret)).count(), of: SAMPLES })
        };
        let is_recognised = |form: &Form, secret: &String| {
            matches!(form.ask(secret).password.shape, Shape::Issued | Shape::VendorToken | Shape::RecoveryCode)
        };
        let is_found = |form: &Form, secret: &String| form.ask(secret).verdict > Verdict::Silent;
        (share(&self.expecting, is_recognised), share(&self.account, is_found))
    }

    fn role(&self) -> String {
        serde_json::to_value(self.secret.role)
            .ok()
            .and_then(|role| role.as_str().map(str::to_owned))
            .unwrap_or_default()
    }

    fn way(&self) -> &'static str {
        match self.written {
            Written::Plain => "plain",
            Written::Grouped(_) => "grouped",
        }
    }
}
