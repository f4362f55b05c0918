//! Everything that is measured, for people on the screen and for tests in `target/eval.json`.

use serde_json::json;

use crate::{assess, issued, known, managers, people, right_pairs, tables};

/// Where the figures are written.
const FIGURES: &str = "target/eval.json";

/// Measures the cases of the file and the figures on passwords nobody here chose; returns the cases' last line.
pub(crate) fn run(file: &str) -> Result<String, String> {
    let table = assess::judge(file)?;
    let own = assess::summary(&table);
    let tables = tables::show(&table.judged);
    println!(
        "\nShares below come with their 95 % bounds: Wilson's interval, the rule of three where nothing was seen."
    );
    let figures = json!({
        "own": own,
        "tables": tables,
        "providers": known::providers(),
        "people": people::measure()?,
        "managers": managers::measure(&people::words())?,
        "alphanumerics": managers::measure_alphanumerics()?,
        "issued": issued::measure()?,
        "tokens": issued::measure_tokens()?,
        "rightPairs": right_pairs::measure()?,
    });
    let written = serde_json::to_string_pretty(&figures).map_err(|error| error.to_string())?;
    std::fs::create_dir_all("target")
        .and_then(|()| std::fs::write(FIGURES, written + "\n"))
        .map_err(|error| format!("{FIGURES}: {error}"))?;
    println!("\nall figures: {FIGURES}");
    Ok(own.to_string())
}
