//! Texts that a pattern describes: the way back from `passkind::Pattern`, and from the classes of a row's templates.

use passkind::{Groups, IssuedSecret, Pattern};

use crate::random::Random;

/// How many signs more than the fewest an open or wide repeat is given.
const MOST_MORE: usize = 8;

/// What a pattern says of one place: one of these signs, so and so often.
#[derive(Debug)]
struct Piece {
    signs: Vec<char>,
    least: usize,
    most: usize,
}

/// A pattern taken apart once, so that many texts can be made of it.
#[derive(Debug)]
pub(crate) struct Recipe(Vec<Piece>);

impl Recipe {
    /// Of a pattern of the tables.
    pub(crate) fn of(pattern: &Pattern) -> Self {
        Self::read(&text_of(pattern))
    }

    /// Of a pattern as it is written.
    pub(crate) fn read(pattern: &str) -> Self {
        let mut pieces = Vec::new();
        let mut rest = pattern;
        while let Some(first) = rest.chars().next() {
            let behind = rest.strip_prefix(first).unwrap_or_default();
            let (signs, behind) = match behind.split_once(']').filter(|_| first == '[') {
                Some((class, behind)) => (signs_of(class), behind),
                None => (vec![first], behind),
            };
            let (least, most, behind) = repeat(behind);
            pieces.push(Piece { signs: printable(signs), least, most });
            rest = behind;
        }
        Self(pieces)
    }

    /// A text that the pattern describes.
    pub(crate) fn text(&self, random: &mut Random) -> String {
        let mut text = String::new();
        for piece in &self.0 {
            let count = random.between(piece.least, piece.most);
            text += &random.signs(&piece.signs, count);
        }
        text
    }

    /// A text of exactly that length where the last repeat that can stretch allows it.
    fn text_of_length(&self, length: usize, random: &mut Random) -> String {
        let fewest: usize = self.0.iter().map(|piece| piece.least).sum();
        let stretched = self.0.iter().rposition(|piece| piece.most > piece.least);
        let more = length.saturating_sub(fewest);
        let count = |at: usize, piece: &Piece| piece.least + if Some(at) == stretched { more } else { 0 };
        self.0.iter().enumerate().map(|(at, piece)| random.signs(&piece.signs, count(at, piece))).collect()
    }
}

/// How a secret stands in the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Written {
    /// Without separators.
    Plain,
    /// As its provider shows it.
    Grouped(Groups),
}

/// The ways in which that secret is written.
pub(crate) fn ways(secret: &IssuedSecret) -> Vec<Written> {
    let grouped = secret.groups.map(Written::Grouped);
    [Written::Plain].into_iter().chain(grouped).collect()
}

/// An issued secret, made up.
pub(crate) fn issued(recipe: &Recipe, written: Written, random: &mut Random) -> String {
    let Written::Grouped(groups) = written else { return recipe.text(random) };
    let joined: Vec<char> = recipe.text_of_length(groups.size * groups.count, random).chars().collect();
    let parts: Vec<String> = joined.chunks(groups.size.max(1)).map(|part| part.iter().collect()).collect();
    parts.join(&groups.separator.to_string())
}

/// The signs of a class such as `A-Za-z0-9_-`, written without its brackets.
pub(crate) fn signs_of(class: &str) -> Vec<char> {
    let mut signs = Vec::new();
    let mut rest = class.chars();
    while let Some(low) = rest.next() {
        let mut ahead = rest.clone();
        match (ahead.next(), ahead.next()) {
            (Some('-'), Some(high)) => {
                signs.extend(low..=high);
                rest = ahead;
            }
            _ => signs.push(low),
        }
    }
    signs
}

/// `{n}`, `{m,n}`, `{m,}`, `+` or nothing, and what stands behind.
fn repeat(text: &str) -> (usize, usize, &str) {
    if let Some(behind) = text.strip_prefix('+') {
        return (1, 1 + MOST_MORE, behind);
    }
    let Some((count, behind)) = text.strip_prefix('{').and_then(|rest| rest.split_once('}')) else {
        return (1, 1, text);
    };
    let (least, most) = count.split_once(',').unwrap_or((count, count));
    let least: usize = least.parse().unwrap_or(1);
    let most = most.parse().unwrap_or(usize::MAX).clamp(least, least + MOST_MORE);
    (least, most, behind)
}

/// What keyboards have, where the class holds any of it: a class may run to the end of Unicode.
fn printable(signs: Vec<char>) -> Vec<char> {
    let ascii: Vec<char> = signs.iter().copied().filter(char::is_ascii_graphic).collect();
    if ascii.is_empty() { signs } else { ascii }
}

/// How a pattern is written. The crate has no word for it, so its `Debug` output, `Pattern("...")`, is read.
fn text_of(pattern: &Pattern) -> String {
    let shown = format!("{pattern:?}");
    let quoted = shown.split_once('"').and_then(|(_, rest)| rest.rsplit_once('"')).map_or("", |(inner, _)| inner);
    let mut text = String::new();
    let mut signs = quoted.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '\\' => match signs.next() {
                Some('u') => {
                    let code: String = signs.by_ref().skip(1).take_while(|c| *c != '}').collect();
                    text.extend(u32::from_str_radix(&code, 16).ok().and_then(char::from_u32));
                }
                other => text.extend(other),
            },
            sign => text.push(sign),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use passkind::Case;

    #[test]
    fn what_is_made_of_a_pattern_is_described_by_it() {
        let patterns = [
            "[a-z]{16}",
            "[!-\u{10ffff}]{16,}",
            "PCU-[A-Z0-9]{4,8}",
            "SBA-[A-Z0-9]+-ADMIN",
            "[A-Z]{2}[0-9]{5}@sync.infomaniak.com",
            "[A-Za-z0-9_-]{21}[AQgw]",
        ];
        for text in patterns {
            let pattern = Pattern::new(text);
            assert_eq!(text_of(&pattern), text);
            let (recipe, mut random) = (Recipe::of(&pattern), Random::named(text));
            for _ in 0..100 {
                let made = recipe.text(&mut random);
                assert!(pattern.matches(&made, Case::Differs), "{text}: {made}");
            }
        }
    }
}
