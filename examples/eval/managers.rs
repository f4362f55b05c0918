//! What is said on account forms to password managers' output, and how often chance looks like money or a wallet.

use serde_json::{Value, json};

use passkind::Shape;

use crate::bounds::Share;
use crate::form::{Form, account_forms_and, all_at_once};
use crate::generators::{GENERATORS, Generator};
use crate::print::table;
use crate::random::Random;
use crate::said::Said;
use crate::sample::signs_of;

/// Outputs of each generator on these providers' account forms.
const OUTPUTS: usize = 100_000;
/// The providers on whose account form all outputs are judged.
const IN_FULL: [&str; 2] = ["google", "infomaniak"];
/// Outputs on every other account form, so that a provider's shape that collides with a generator's is seen.
const SPOT_CHECK: usize = 1_000;
/// Random alphanumerics of each alphabet: as few as bound a share of nothing by 1 in 100,000.
const ALPHANUMERICS: usize = 300_000;
/// The lengths that an IBAN, a card number or a short seed phrase may have.
const LENGTHS: (usize, usize) = (12, 34);

/// Prints how often something was said to what password managers generate, and returns it.
pub(crate) fn measure(words: &[String]) -> Result<Value, String> {
    let mut forms = account_forms_and("")?;
    forms.retain(Form::is_account);
    let jobs: Vec<(&Form, &Generator)> = forms
        .iter()
        .flat_map(|form| GENERATORS.iter().map(move |generator| (form, generator)))
        .filter(|(_, (name, _))| !words.is_empty() || !name.ends_with("words"))
        .collect();
    if words.is_empty() {
        println!("NOT MEASURED: passphrases of password managers: there is no list of words.");
    }
    let heard = all_at_once(&jobs, |(form, generator)| hear(form, generator, words));
    let rows = || jobs.iter().zip(&heard);
    let told = rows().filter(|((form, _), said)| is_in_full(form) || said.may + said.probably > 0);
    let shown = told.map(|((form, (name, _)), said)| {
        let share = |count| Share { count, of: said.asked }.at_most();
        [form.name(), (*name).to_owned(), share(said.may), share(said.probably), said.topics()]
    });
    let heading = "password managers' output (other account forms, spot-checked, only where one spoke)";
    table(heading, &["form", "generator", "may", "probably", "topics"], shown);
    let figure = |((form, (name, _)), said): (&(&Form, &Generator), &Said)| json!({ "form": form.name(), "generator": name, "said": said.json() });
    Ok(rows().map(figure).collect())
}

fn is_in_full(form: &Form) -> bool {
    form.provider.is_some_and(|provider| IN_FULL.contains(&provider))
}

fn hear(form: &Form, (name, make): &Generator, words: &[String]) -> Said {
    let mut random = Random::named(name);
    let mut said = Said::default();
    for _ in 0..if is_in_full(form) { OUTPUTS } else { SPOT_CHECK } {
        let output = make(&mut random, words);
        said.hear(&form.ask(&output), &output);
    }
    said
}

/// Prints how many random letters and digits were called IBAN, card number or seed phrase, and returns it.
pub(crate) fn measure_alphanumerics() -> Result<Value, String> {
    let form = Form::unknown()?;
    let alphabets = ["A-Za-z0-9", "A-Z0-9"];
    let counted = all_at_once(&alphabets, |alphabet| {
        let (signs, mut random) = (signs_of(alphabet), Random::named(alphabet));
        let is_taken =
            |text: String| matches!(form.ask(&text).password.shape, Shape::PaymentNumber | Shape::SeedPhrase);
        let texts = (0..ALPHANUMERICS).map(|_| {
            let length = random.between(LENGTHS.0, LENGTHS.1);
            random.signs(&signs, length)
        });
        Share { count: texts.filter(|text| is_taken(text.clone())).count(), of: ALPHANUMERICS }
    });
    let rows = alphabets.iter().zip(&counted);
    let heading = "random alphanumerics of 12 to 34 signs called IBAN, card number or seed phrase";
    table(heading, &["signs", "called so"], rows.clone().map(|(signs, share)| [(*signs).to_owned(), share.at_most()]));
    Ok(rows.map(|(signs, share)| json!({ "signs": signs, "called": share.json() })).collect())
}
