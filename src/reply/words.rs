//! A reply's words, as the phrases of `replies/rules.toml` are compared with them.

/// Characters of a reply that count: one line of a server has 512 octets at most (RFC 5321), a reply a few lines.
const CHARACTERS: usize = 800;

/// Letters with the plain ones that stand for them, and signs that part words, which is all that the rules' languages need.
#[rustfmt::skip]
pub(crate) const FOLDED: (&str, &str) = (
    "ÀÁÂÃÄÅàáâãäåÇçÈÉÊËèéêëÌÍÎÏìíîïÑñÒÓÔÕÖØòóôõöøÙÚÛÜùúûüÝýÿßœŒæÆłŁşŞğĞıİčČšŠžŽćĆęĘąĄśŚńŃżŻźŹřŘěĚůŮАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЁё\u{2019}\u{2018}\u{201c}\u{201d}\u{201e}«»–—…\u{a0}，。：；（）【】！、",
    "aaaaaaaaaaaacceeeeeeeeiiiiiiiinnoooooooooooouuuuuuuuyyysooaallssggiiccsszzcceeaassnnzzzzrreeuuабвгдежзийклмнопрстуфхцчшщъыьэюяее                     ",
);

/// The reply's first three-digit error code and first enhanced one (RFC 3463) as marks, `#535 #5.7.8`, then its words without the two: lower
/// case, without accents, a blank between, before and behind; `[` is a word. Addresses of pages and of people are left out.
pub(crate) fn normal(reply: &str) -> String {
    let start: String = reply.chars().take(CHARACTERS).collect();
    let mut rest = words(&start);
    let mut marks = String::new();
    if let Some(code) = rest.split(' ').find(|word| is_code(word)).map(str::to_owned) {
        marks.extend([" #", &code]);
        rest = rest.replace(&format!(" {code} "), " ");
    }
    let all: Vec<&str> = rest.split(' ').collect();
    if let Some([class, subject, detail]) = all.windows(3).find(|three| is_enhanced(three)) {
        marks.extend([" #", class, ".", subject, ".", detail]);
        rest = rest.replace(&format!(" {class} {subject} {detail} "), " ");
    }
    marks + &rest
}

/// The words alone.
pub(crate) fn words(text: &str) -> String {
    let folded: String = text.chars().filter(|sign| !is_combining(*sign)).map(folded).collect();
    let mut words = String::from(" ");
    // Blanks and control characters end what is cut out.
    for run in folded.split(|sign: char| sign <= ' ').filter(|run| !run.contains('@')) {
        let addresses = ["http://", "https://"].iter().filter_map(|scheme| run.split_once(scheme));
        let kept = addresses.map(|(before, _)| before).min_by_key(|before| before.len()).unwrap_or(run);
        for sign in kept.chars() {
            match sign {
                'a'..='z' | '0'..='9' | '\u{80}'.. => words.push(sign),
                '[' => words.push_str(" [ "),
                _ => words.push(' '),
            }
        }
        words.push(' ');
    }
    let parts: Vec<&str> = words.split(' ').filter(|word| !word.is_empty()).collect();
    if parts.is_empty() { String::from(" ") } else { format!(" {} ", parts.join(" ")) }
}

/// A reply's words, and which three bytes follow each other in them.
pub(crate) struct Words {
    text: String,
    /// A place for each, so that of some four hundred phrases only those are searched for that can be there.
    threes: [bool; THREES],
}

/// A line of 100 characters takes a twentieth of the places, the longest that is read a third.
const THREES: usize = 2048;

impl Words {
    /// Of a reply, as [`normal`] writes them.
    pub(crate) fn of_reply(reply: &str) -> Self {
        let mut words = Self { text: normal(reply), threes: [false; THREES] };
        for three in words.text.as_bytes().windows(3) {
            if let Some(is_there) = words.threes.get_mut(place(three)) {
                *is_there = true;
            }
        }
        words
    }

    /// Whether they hold the phrase: its pieces between `*` one behind the other.
    pub(crate) fn hold(&self, phrase: &str) -> bool {
        self.may_hold(phrase) && {
            let mut rest = self.text.as_str();
            phrase.split('*').all(|piece| match rest.split_once(piece) {
                Some((_, behind)) => {
                    rest = behind;
                    true
                }
                None => false,
            })
        }
    }

    fn may_hold(&self, phrase: &str) -> bool {
        let is_there = |three| self.threes.get(place(three)) == Some(&true);
        phrase.as_bytes().windows(3).all(|three| is_there(three) || three.contains(&b'*'))
    }
}

/// Where three bytes stand.
fn place(three: &[u8]) -> usize {
    three.iter().fold(0, |place: usize, byte| place * 37 + usize::from(*byte)) % THREES
}

fn folded(sign: char) -> char {
    if sign.is_ascii() {
        return sign.to_ascii_lowercase();
    }
    FOLDED.0.chars().zip(FOLDED.1.chars()).find(|(from, _)| *from == sign).map_or(sign, |(_, to)| to)
}

/// An accent that stands behind its letter.
fn is_combining(sign: char) -> bool {
    matches!(sign, '\u{300}'..='\u{36f}')
}

fn is_code(word: &str) -> bool {
    matches!(word.as_bytes(), [b'4' | b'5', b'0'..=b'9', b'0'..=b'9'])
}

fn is_enhanced(three: &[&str]) -> bool {
    let is_number = |word: &str| matches!(word.len(), 1..=3) && word.bytes().all(|b| b.is_ascii_digit());
    matches!(three, ["4" | "5", subject, detail] if is_number(subject) && is_number(detail))
}
