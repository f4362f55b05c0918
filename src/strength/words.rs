//! A language's common words and passwords, by rank, as zxcvbn's own lists are.

use std::collections::{BTreeMap, HashMap};

/// No word of a list is longer; no shorter one is worth a look.
const LENGTHS: std::ops::RangeInclusive<usize> = 3..=20;

/// Signs that stand for a letter, and the letter; where two are possible, both are tried.
const SIGNS: [(char, &str); 17] = [
    ('4', "a"),
    ('@', "a"),
    ('8', "b"),
    ('(', "c"),
    ('{', "c"),
    ('[', "c"),
    ('<', "c"),
    ('3', "e"),
    ('6', "g"),
    ('9', "g"),
    ('1', "il"),
    ('!', "i"),
    ('|', "il"),
    ('0', "o"),
    ('5', "s"),
    ('$', "s"),
    ('7', "tl"),
];

/// Words and their ranks, from 1.
#[derive(Debug, Default)]
pub(super) struct Words {
    ranks: HashMap<Box<str>, usize>,
}

impl Words {
    pub(super) fn new(list: &str) -> Self {
        let listed = list.lines().enumerate().filter(|(_, word)| !word.is_empty());
        Self { ranks: listed.map(|(at, word)| (word.into(), at + 1)).collect() }
    }

    /// Whether the whole text is one of them.
    pub(super) fn holds(&self, folded: &str) -> bool {
        self.ranks.contains_key(folded.to_lowercase().as_str())
    }

    /// What zxcvbn is told: a list in which a text's place is its rank. The page's inputs come first, then the words that
    /// occur in the password, at their rank; places between are empty, which matches nothing.
    ///
    /// zxcvbn builds a table of what it is told for each password: the words that do not occur would cost most of the time.
    pub(super) fn ranked<'a>(&'a self, folded: &str, inputs: &'a [String]) -> Vec<&'a str> {
        let mut ranked: Vec<&str> = inputs.iter().map(String::as_str).collect();
        let mut found: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
        for text in readings(&folded.to_lowercase()) {
            for (start, _) in text.char_indices() {
                let Some(rest) = text.get(start..) else { continue };
                let ends = rest.char_indices().map(|(at, c)| at + c.len_utf8());
                for end in ends.skip(LENGTHS.start() - 1).take(LENGTHS.count()) {
                    if let Some((word, rank)) = rest.get(..end).and_then(|part| self.ranks.get_key_value(part)) {
                        let words = found.entry(*rank).or_default();
                        if !words.contains(&word.as_ref()) {
                            words.push(word);
                        }
                    }
                }
            }
        }
        for (rank, words) in found {
            if ranked.len() + 1 < rank {
                ranked.resize(rank - 1, "");
            }
            ranked.extend(words);
        }
        ranked
    }
}

/// The text, backwards, and with its signs read as letters: a sign of two readings has one of them throughout.
fn readings(text: &str) -> Vec<String> {
    let mut readings = vec![text.to_owned(), text.chars().rev().collect()];
    if text.contains(|c| SIGNS.iter().any(|(sign, _)| *sign == c)) {
        readings.extend((0..8_usize).map(|choice| {
            let letter = |c: char| {
                let (at, (_, letters)) = SIGNS.iter().enumerate().find(|(_, (sign, _))| *sign == c)?;
                // 1 and | and 7 choose by a bit each.
                let bit = [10, 12, 16].iter().position(|two| *two == at).map_or(0, |bit| choice >> bit & 1);
                letters.chars().nth(bit)
            };
            text.chars().map(|c| letter(c).unwrap_or(c)).collect()
        }));
        readings.sort_unstable();
        readings.dedup();
    }
    readings
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn a_word_that_occurs_stands_at_its_rank() {
        let words = Words::new("soleil\n\nmaison\nvelo");
        let table = [
            ("soleil", vec!["soleil"], "first place"),
            ("Maison24", vec!["", "", "maison"], "third place, whatever the case"),
            ("ma1son", vec!["", "", "maison"], "a sign for a letter"),
            ("so1ei1", vec!["soleil"], "the other letter of the same sign"),
            ("nosiam", vec!["", "", "maison"], "backwards"),
            ("vélo", vec![], "folding comes before"),
            ("chat", vec![], "no word of the list"),
        ];
        for (password, expected, reason) in table {
            assert_eq!(words.ranked(password, &[]), expected, "{reason}");
        }
        assert_eq!(words.ranked("maison", &["anna".to_owned()]), ["anna", "", "maison"]);
    }
}
