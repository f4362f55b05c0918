//! Passwords that people chose and nobody here did: public lists, read from `target/lists` (`scripts/lists.mjs`).

use std::collections::HashSet;

use serde_json::{Value, json};

use crate::form::{Form, account_forms_and, all_at_once};
use crate::print::table;
use crate::said::Said;

/// The folder of the lists; `words.txt` is none of people's passwords.
const LISTS: &str = "target/lists";
/// Lists of passwords: the registry's package, the file's name.
const PUBLIC: [(&str, &str); 2] = [("django", "django.txt"), ("zxcvbn", "zxcvbn.txt")];
/// The provider on all of whose services the lists are read; on the others' on the account form.
const EVERYWHERE: &str = "infomaniak";

/// Public passwords, the same one once; digits alone are counted apart.
struct Lists {
    with_letters: Vec<String>,
    digits_only: Vec<String>,
    missing: Vec<&'static str>,
}

/// Prints what was said to every listed password on every form, and returns it.
pub(crate) fn measure() -> Result<Value, String> {
    let lists = Lists::read();
    for list in &lists.missing {
        println!("NOT MEASURED: the public password list of {list}: {LISTS} has none (scripts/lists.mjs says why).");
    }
    let forms = account_forms_and(EVERYWHERE)?;
    let heard: Vec<[Said; 2]> =
        all_at_once(&forms, |form| [&lists.with_letters, &lists.digits_only].map(|list| hear(form, list)));
    let kinds = ["with letters or signs", "digits only"];
    let rows = || {
        let pairs = forms.iter().zip(&heard);
        pairs.flat_map(|(form, said)| kinds.iter().zip(said).map(move |(kind, said)| (form, *kind, said)))
    };
    let is_told =
        |form: &Form, said: &Said| !form.is_account() || !heard.first().is_some_and(|usual| usual.contains(said));
    let shown =
        rows().filter(|(form, _, said)| form.provider.is_none() || is_told(form, said)).map(|(form, kind, said)| {
            [
                form.name(),
                kind.to_owned(),
                said.hints().at_most(),
                said.may.to_string(),
                said.probably.to_string(),
                said.topics(),
            ]
        });
    let heading = "public passwords of people (account forms only where they say other than that of no provider)";
    table(heading, &["form", "strings", "hints", "may", "probably", "topics"], shown);
    let figures: Vec<Value> = rows()
        .map(|(form, kind, said)| {
            json!({
                "form": form.name(),
                "account": form.is_account(),
                "digitsOnly": kind == "digits only",
                "said": said.json(),
            })
        })
        .collect();
    Ok(json!({ "missing": lists.missing, "forms": figures }))
}

/// The words of passphrases, one a line; empty where the list could not be had.
pub(crate) fn words() -> Vec<String> {
    lines("words.txt").unwrap_or_default()
}

impl Lists {
    fn read() -> Self {
        let (mut seen, mut missing) = (HashSet::new(), Vec::new());
        let (mut with_letters, mut digits_only) = (Vec::new(), Vec::new());
        for (package, file) in PUBLIC {
            let Some(list) = lines(file) else {
                missing.push(package);
                continue;
            };
            for password in list.into_iter().filter(|password| seen.insert(password.clone())) {
                let is_digits = password.bytes().all(|byte| byte.is_ascii_digit());
                (if is_digits { &mut digits_only } else { &mut with_letters }).push(password);
            }
        }
        Self { with_letters, digits_only, missing }
    }
}

fn lines(file: &str) -> Option<Vec<String>> {
    let text = std::fs::read_to_string(format!("{LISTS}/{file}")).ok()?;
    Some(text.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect())
}

/// Public passwords may be shown: they are published.
fn hear(form: &Form, list: &[String]) -> Said {
    let mut said = Said::default();
    for password in list {
        said.hear(&form.ask(password), password);
    }
    said
}
