//! Whether letters are words: by how often one letter follows another, so that no word list is carried.

/// Weights of a letter after a letter in common words of English, French, German, Italian and Spanish: base-2
/// logarithm of its frequency over chance, times 1.5, rounded; `a` is -8, `i` 0, `p` +7. The last row starts a word.
///
/// Computed by `scripts/letter-pairs.mjs`, which names its sources, from every second of the 8,000 most common words
/// of each language (accents folded). On common words of the other half it takes over 99 % of quadruples of four-letter
/// words for words, and fewer than 1 % of sixteen random letters; the script prints both.
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

/// Letters from which a piece can be told from chance.
const SHORTEST_WORD: i32 = 4;

/// Whether two thirds of the text's letters or more stand in words of one of the five languages.
///
/// A piece ends at any sign that is no letter and where a capital follows a small letter. A letter beyond ASCII speaks
/// for words: nobody issues secrets with `é` or `ß` in them.
pub(crate) fn is_words(text: &str) -> bool {
    let (mut points, mut letters, mut all) = (0, 0, 0);
    // Of the piece that is being read.
    let (mut weight, mut count, mut row, mut before) = (0, 0, PAIRS.last(), ' ');
    for c in text.chars().chain([' ']) {
        let is_letter = !c.is_ascii() || c.is_ascii_alphabetic();
        if !is_letter || before.is_ascii_lowercase() && c.is_ascii_uppercase() {
            if count >= SHORTEST_WORD {
                points += weight;
                letters += count;
            }
            (weight, count, row) = (0, 0, PAIRS.last());
        }
        if is_letter {
            let column = (c as usize | 32).wrapping_sub('a' as usize);
            weight += row.and_then(|row| row.get(column)).map_or(0, |weight| i32::from(*weight) - i32::from(b'i'));
            row = PAIRS.get(column).filter(|_| column < 26);
            count += 1;
            all += 1;
        }
        before = c;
    }
    letters * 3 > all * 2 && points * LENIENCE > -letters
}

#[cfg(test)]
mod tests {
    use super::is_words;

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
            ("SommerRegen2024", true, "capitals begin words"),
            ("strawberryfields", true, "words run together"),
            ("aB3dE5fG7hJ9", false, "no piece is long enough to tell"),
            ("1234 5678", false, "no letters at all"),
            ("", false, "nothing"),
        ];
        for (text, words, reason) in table {
            assert_eq!(is_words(text), words, "{text}: {reason}");
        }
    }
}
