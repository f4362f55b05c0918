//! Splitting texts at ASCII characters, and words looked up in lists that are texts.
//!
//! The standard library's searches are generic over the pattern and compiled for each; these functions are compiled once, which is
//! smaller, and faster on short texts.

/// What stands before and behind the first such sign.
#[inline(never)]
pub(crate) fn split_once(text: &str, sign: u8) -> Option<(&str, &str)> {
    for (b, at) in text.as_bytes().iter().zip(0..) {
        if *b == sign {
            return around(text, at);
        }
    }
    None
}

/// What stands before and behind the last such sign.
#[inline(never)]
pub(crate) fn rsplit_once(text: &str, sign: u8) -> Option<(&str, &str)> {
    let mut last = None;
    for (b, at) in text.as_bytes().iter().zip(0..) {
        if *b == sign {
            last = Some(at);
        }
    }
    around(text, last?)
}

/// What stands before the first such sign; the whole where there is none.
pub(crate) fn before(text: &str, sign: u8) -> &str {
    split_once(text, sign).map_or(text, |(before, _)| before)
}

/// The texts one after another.
#[inline(never)]
pub(crate) fn glue(texts: &[&str]) -> String {
    let mut whole = String::new();
    for text in texts {
        whole.push_str(text);
    }
    whole
}

/// The text without what often stands behind an address, and is no part of it.
pub(crate) fn trim_closing(mut text: &str) -> &str {
    while let [.., b'>' | b'.' | b',' | b';'] = text.as_bytes() {
        text = text.get(..text.len() - 1).unwrap_or_default();
    }
    text
}

fn around(text: &str, at: usize) -> Option<(&str, &str)> {
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// What stands between such signs; of a text without one, the whole.
pub(crate) fn pieces(text: &str, sign: u8) -> Pieces<'_> {
    Pieces { rest: Some(text), sign }
}

/// What is left to be cut.
#[derive(Clone, Debug)]
pub(crate) struct Pieces<'a> {
    rest: Option<&'a str>,
    sign: u8,
}

impl Pieces<'_> {
    /// Whether none is left.
    pub(crate) fn is_done(&self) -> bool {
        self.rest.is_none()
    }
}

impl<'a> Iterator for Pieces<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let text = self.rest?;
        let (piece, rest) = match split_once(text, self.sign) {
            Some((piece, rest)) => (piece, Some(rest)),
            None => (text, None),
        };
        self.rest = rest;
        Some(piece)
    }
}

/// Looks the word up in a table with a line for each key: the first word of the line that has the word among the others. Every line
/// ends in a line end.
#[inline(never)]
pub(crate) fn first_word_beside<'a>(table: &'a str, word: &str) -> Option<&'a str> {
    let (mut line, mut is_first) = (0, true);
    // Of the table's word that is being read.
    let (mut length, mut is_same) = (0, true);
    for (b, at) in table.as_bytes().iter().zip(1..) {
        if *b > b' ' {
            is_same &= word.as_bytes().get(length) == Some(b);
            length += 1;
            continue;
        }
        if is_same && !is_first && length == word.len() {
            return Some(before(table.get(line..)?, b' '));
        }
        is_first = *b == b'\n';
        line = if is_first { at } else { line };
        (length, is_same) = (0, true);
    }
    None
}

/// Whether the word is one of a list with blanks between.
#[inline(never)]
pub(crate) fn holds(list: &str, word: &str) -> bool {
    // Of the list's word that is being read.
    let (mut length, mut is_same) = (0, true);
    for b in list.as_bytes() {
        if *b != b' ' {
            is_same &= word.as_bytes().get(length) == Some(b);
            length += 1;
        } else if is_same && length == word.len() {
            return true;
        } else {
            (length, is_same) = (0, true);
        }
    }
    is_same && length == word.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_the_library_cuts() {
        for text in ["", "a", ".", "a.", ".a", "a.b.c", "..", "é.ü.😀", "no sign"] {
            assert_eq!(split_once(text, b'.'), text.split_once('.'), "{text}");
            assert_eq!(rsplit_once(text, b'.'), text.rsplit_once('.'), "{text}");
            assert!(pieces(text, b'.').eq(text.split('.')), "{text}");
        }
        let table = "one eins uno\ntwo zwei due\n";
        for (word, first) in [("eins", Some("one")), ("due", Some("two")), ("two", None), ("zwe", None), ("", None)] {
            assert_eq!(first_word_beside(table, word), first, "{word}");
        }
        assert!(holds("one two", "two") && !holds("one two", "tw") && !holds("one two", "one two"));
    }
}
