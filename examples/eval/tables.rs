//! The own cases by direction, by provider and by shape, beside what pages have today: one static sentence.
//!
//! A case counts as *warned* where it passes and something was said, as *silent* where it passes and nothing was said,
//! as *wrong* where it fails. The sentence under the field states the general rule whatever is typed: it is never wrong,
//! speaks on every pair, be there anything to say or not, and is never about what was typed.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Value, json};

use crate::assess::Judged;
use crate::bounds::{Share, percent};
use crate::print;

/// Of one direction, provider or shape.
#[derive(Clone, Copy, Debug, Default, Serialize)]
struct Count {
    cases: usize,
    warned: usize,
    silent: usize,
    wrong: usize,
}

/// Prints the tables and returns them.
pub(crate) fn show(judged: &[Judged]) -> Value {
    let provider = |judged: &Judged| judged.case.provider.clone().unwrap_or_else(|| "(none)".to_owned());
    let by_direction = counted("direction", judged, direction);
    let by_provider = counted("provider", judged, provider);
    let by_shape = counted("shape of the password", judged, |judged| name_of(&judged.shape));
    let baseline = baseline(judged);
    json!({ "direction": by_direction, "provider": by_provider, "shape": by_shape, "baseline": baseline })
}

fn counted(heading: &str, judged: &[Judged], key: impl Fn(&Judged) -> String) -> BTreeMap<String, Count> {
    let mut counts: BTreeMap<String, Count> = BTreeMap::new();
    for judged in judged {
        let count = counts.entry(key(judged)).or_default();
        count.cases += 1;
        count.wrong += usize::from(!judged.faults.is_empty());
        count.warned += usize::from(judged.faults.is_empty() && judged.is_warned);
        count.silent += usize::from(judged.faults.is_empty() && !judged.is_warned);
    }
    let columns = [heading, "cases", "warned", "silent", "wrong", "sentence: speaks", "of these needlessly"];
    let rows = counts.iter().map(|(key, count)| {
        let [cases, warned, silent, wrong] =
            [count.cases, count.warned, count.silent, count.wrong].map(|number| number.to_string());
        [key.clone(), cases.clone(), warned, silent.clone(), wrong, cases, silent]
    });
    print::table(&format!("own cases by {heading}"), &columns, rows);
    counts
}

/// What was typed and what is right; by the row's own word, else by its form and verdict.
fn direction(judged: &Judged) -> String {
    let Judged { case, .. } = judged;
    case.direction.clone().unwrap_or_else(|| format!("{}: {} expected", case.service, case.expect.verdict))
}

fn name_of(shape: &impl Serialize) -> String {
    serde_json::to_value(shape).ok().and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default()
}

/// Passkind and the sentence, on the same cases.
fn baseline(judged: &[Judged]) -> Value {
    let of = judged.len();
    let warned = judged.iter().filter(|judged| judged.is_warned).count();
    let right_warned = judged.iter().filter(|judged| judged.is_warned && judged.faults.is_empty()).count();
    let wrong = judged.iter().filter(|judged| !judged.faults.is_empty()).count();
    let shares = |speaks, specific, wrong| {
        let [speaks, specific, wrong] = [speaks, specific, wrong].map(|count| Share { count, of });
        (speaks, specific, wrong)
    };
    let both = [("passkind", shares(warned, right_warned, wrong)), ("one static sentence", shares(of, 0, 0))];
    let columns = ["", "speaks on", "says what fits this pair", "wrong"];
    let rows = both.iter().map(|(name, (speaks, specific, wrong))| {
        [*name, &percent(speaks.share()), &percent(specific.share()), &percent(wrong.share())].map(str::to_owned)
    });
    print::table("beside one static sentence under the field", &columns, rows);
    let json = |(speaks, specific, wrong): (Share, Share, Share)| json!({ "speaks": speaks.json(), "specific": specific.json(), "wrong": wrong.json() });
    json!({ "passkind": json(both[0].1), "sentence": json(both[1].1) })
}
