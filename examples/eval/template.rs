//! Random parts of a row: `{{CLASS*N}}` stands for N signs of the class, `{{A-Za-z0-9*36}}`, and `{{*0}}` for nothing.
//!
//! So no file holds anything that looks like a token. The signs follow from the row's id.

use crate::random::Random;
use crate::sample::signs_of;

/// The text with its templates filled in; what is none stays as it is.
pub(crate) fn expand(text: &str, random: &mut Random) -> String {
    let mut expanded = String::new();
    let mut rest = text;
    while let Some((before, opened)) = rest.split_once("{{") {
        expanded.push_str(before);
        if let Some((made, behind)) = fill(opened, random) {
            expanded.push_str(&made);
            rest = behind;
        } else {
            expanded.push_str("{{");
            rest = opened;
        }
    }
    expanded.push_str(rest);
    expanded
}

/// The signs for `CLASS*N}}...`, and what stands behind.
fn fill<'a>(opened: &'a str, random: &mut Random) -> Option<(String, &'a str)> {
    let (template, behind) = opened.split_once("}}")?;
    let (class, count) = template.rsplit_once('*')?;
    let count: usize = count.parse().ok()?;
    let signs = signs_of(class);
    (count == 0 || !signs.is_empty()).then(|| (random.signs(&signs, count), behind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_are_filled_in_and_all_else_stays() {
        let row = |text: &str| expand(text, &mut Random::named("a-row"));
        let token = row("ghp_{{A-Za-z0-9*36}}");
        assert_eq!(token.len(), 40);
        assert!(token.starts_with("ghp_") && token.bytes().skip(4).all(|b| b.is_ascii_alphanumeric()), "{token}");
        assert_eq!(token, row("ghp_{{A-Za-z0-9*36}}"), "the same row, the same signs");
        assert_ne!(token, expand("ghp_{{A-Za-z0-9*36}}", &mut Random::named("another")));
        assert_ne!(row("{{a-z*20}}-{{a-z*20}}").split_at(20).0, row("{{a-z*20}}-{{a-z*20}}").split_at(21).1);
        assert_eq!(row("gh{{*0}}p_"), "ghp_");
        assert!(row("{{a_-*9}}").bytes().all(|b| b"a_-".contains(&b)));
        for plain in ["", "{{", "a{{b}}c", "{{a-z*}}", "{{a-z*x}}", "{{*3}}", "{a*3}", "}}{{"] {
            assert_eq!(row(plain), plain);
        }
    }
}
