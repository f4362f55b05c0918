//! Whether letters are words: by how often one letter follows another, so that no word list is carried.

/// Weights of a letter after a letter in common words of English, French, German, Italian and Spanish: base-2
/// logarithm of its frequency over chance, times 1.5, rounded; `a` is -8, `i` 0, `p` +7. The last row starts a word.
///
/// Computed by `scripts/letter-pairs.mjs` from every second of the 8,000 most common words of the packages
/// `@zxcvbn-ts/language-{en,fr,de,it,es-es}` 4.1 (accents folded). On the other half, four words of four letters are
/// recognised in 99.2 to 100 % per language, sixteen random letters mistaken for words in 0.5 %.
#[rustfmt::skip]
static PAIRS: [&[u8; 26]; 27] = [
    b"bijicfifjdekjlbhclkkihccgf", // after a
    b"lhbcmbdckdbkcckbbkggjccbgc", // after b
    b"laiakabmkaihablabibijaaaea", // after c
    b"lbcfmbdclacedflbajhdicdaga", // after d
    b"hgiigfhgiedjilefcmljghefeg", // after e
    b"ldccljedlccicekdckeikcccdc", // after f
    b"kbbcnchikbcjcjjcbkghkbcbdc", // after g
    b"mcbcmbbclbbighkbbigjibfbfc", // after h
    b"jfjilfidacdjiljedjkkehacaf", // after i
    b"meeemeeeieeeeemeeeeeleeeee", // after j
    b"keeemeeelefjehkeehijjeeeie", // after k
    b"lefhmeebladlfdkfcchiifbahc", // after l
    b"mibcmbbblabdjdljabfeiaaaeb", // after m
    b"kbiklgkbjcgdbikacdjlhfcaeg", // after n
    b"ehihefgficfjjmghclkjjhgbgd", // after o
    b"lbccmfbgkbbjbbljblggibbbdb", // after p
    b"ffffffffgfffffffffffofffff", // after q
    b"lehimegckafhhhkdbiijhfcage", // after r
    b"kckcldbhkadeedkidbkmicdaea", // after s
    b"laeamcailaaecclaakhjiadaff", // after t
    b"ihjhkhhgjcdjikghblkkagagdd", // after u
    b"lcccncccmccccclcciccgfcccc", // after v
    b"medfmedjldefdikddgheidddfd", // after w
    b"kgjgkgghlggggghlgggkigggih", // after x
    b"kfghlgffjffjiilhfgjgjfgfff", // after y
    b"leheleefleegeekeeeeikeheek", // after z
    b"jikjiiiihggijhgkfikjfihade", // after nothing
];

/// Letters per point that a text may lack and still count as words: two points in sixteen letters.
const LENIENCE: i32 = 8;

/// Whether the parts, taken together, read as words of one of the five languages.
///
/// A letter beyond ASCII speaks for words: nobody issues secrets with `é` or `ß` in them. Parts without letters count
/// for nothing.
pub(super) fn made_of_words<'a>(parts: impl Iterator<Item = &'a str>) -> bool {
    let (mut points, mut letters) = (0, 0);
    for part in parts {
        let mut row = PAIRS.last();
        for c in part.chars().filter(|c| c.is_ascii_alphabetic() || !c.is_ascii()) {
            let column = (c as usize | 32).wrapping_sub('a' as usize);
            points += match row.and_then(|row| row.get(column)) {
                Some(weight) => i32::from(*weight) - i32::from(b'i'),
                None => 0,
            };
            row = PAIRS.get(column).filter(|_| column < 26);
            letters += 1;
        }
    }
    letters > 0 && points * LENIENCE > -letters
}

#[cfg(test)]
mod tests {
    use super::made_of_words;

    #[test]
    fn words_read_as_words_and_random_letters_do_not() {
        // (text, are words, reason)
        let table = [
            ("blue rain tree moon", true, "English"),
            ("haus baum wald berg", true, "German"),
            ("lune pont cher beau", true, "French"),
            ("casa mare sole vita", true, "Italian"),
            ("mesa gato cielo luna", true, "Spanish"),
            ("été forêt noël père", true, "accents"),
            ("kfzq wnrt bxmd hjvp", false, "random"),
            ("xqzv jkwp gtfd mbhc", false, "random"),
            ("1234 5678", false, "no letters at all"),
            ("", false, "nothing"),
        ];
        for (text, words, reason) in table {
            assert_eq!(made_of_words(text.split(' ')), words, "{text}: {reason}");
        }
    }
}
