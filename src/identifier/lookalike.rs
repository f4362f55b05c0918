//! Letters that look like others: a domain that mixes scripts, or reads as a known one and is another.
//!
//! Facts: Unicode Technical Standard 39, `confusables.txt`, of which only letters that look like Latin ones are here.

use crate::names::names;
use crate::provider::domains::is_mail_domain;

use super::typo::is_target;

names! {
    /// Which script the odd letter belongs to.
    pub(crate) enum Script {
        Cyrillic = "cyrillic",
        Greek = "greek",
        /// Armenian, or Latin that is no letter of English.
        Other = "other",
    }
}

/// What is odd about a domain's letters.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Lookalike {
    pub(crate) script: Script,
    /// The Latin letter that the first odd one looks like, where it looks like one.
    pub(crate) letter: Option<char>,
    /// The known domain that it reads as.
    pub(crate) known: Option<String>,
}

/// Letters, each with the Latin one behind it that it looks like. Capitals are here since no table of cases is in the core.
const PAIRS: &str = "аaгrеeһhіiјjкkӏlмmоoрpѕsсcтtуyѵvхxԁdԛqԝwЬbАaВbЕeІiЈjКkМmНhОoРpЅsСcТtУyХxαaγyεeηnιiκkνvοoρpσo\
    τtυuχxωwΑaΒbΕeΖzΗhΙiΚkΜmΝnΟoΡpΤtΥyΧxօoոnսuհhցgıiİiɑaɡgɩi";

/// Sets of scripts.
const LATIN: u8 = 1;
const GREEK: u8 = 2;
const CYRILLIC: u8 = 4;
const ARMENIAN: u8 = 8;

impl Lookalike {
    /// Reads a domain as typed; `hosted`: domains that the page knows as well as its own.
    pub(crate) fn of(typed: &str, hosted: &[String]) -> Option<Self> {
        let mut skeleton = String::new();
        let (mut scripts, mut is_mixed, mut odd) = (0, false, None);
        for typed in typed.chars() {
            let letter = latin(typed);
            let script = script_of(typed);
            scripts = if typed == '.' { 0 } else { scripts | script };
            is_mixed |= scripts & scripts.wrapping_sub(1) > 0;
            // An umlaut may stand there by right; a letter of another script is the odd one.
            if !typed.is_ascii() && odd.is_none_or(|(before, _)| before <= LATIN && script > LATIN) {
                odd = Some((script, letter));
            }
            skeleton.push(letter.unwrap_or(typed.to_ascii_lowercase()));
        }
        let (script, letter) = odd?;
        let script = match script {
            GREEK => Script::Greek,
            CYRILLIC => Script::Cyrillic,
            _ => Script::Other,
        };
        let known = Some(skeleton).filter(|skeleton| is_mail_domain(skeleton) || is_target(skeleton, hosted));
        (is_mixed || known.is_some()).then_some(Self { script, letter, known })
    }
}

fn latin(typed: char) -> Option<char> {
    let mut pairs = PAIRS.chars();
    loop {
        let (odd, latin) = (pairs.next()?, pairs.next());
        if odd == typed {
            return latin;
        }
    }
}

/// Japanese and Korean mix with Latin by right; the other scripts that do not are left alone.
fn script_of(letter: char) -> u8 {
    match letter {
        'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{2af}' | '\u{1e00}'..='\u{1eff}' => LATIN,
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => GREEK,
        '\u{400}'..='\u{52f}' => CYRILLIC,
        '\u{530}'..='\u{58f}' => ARMENIAN,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(domain: &str) -> Option<Lookalike> {
        Lookalike::of(domain, &["nordhang.example".to_owned()])
    }

    #[test]
    fn letters_that_look_like_others() {
        use Script::{Cyrillic, Greek, Other};
        // (typed, script, letter, the known domain, reason)
        let table = [
            ("gm\u{430}il.com", Cyrillic, Some('a'), Some("gmail.com"), "one letter"),
            ("GM\u{410}IL.com", Cyrillic, Some('a'), Some("gmail.com"), "a capital"),
            ("\u{430}\u{43e}\u{4cf}.com", Cyrillic, Some('a'), Some("aol.com"), "a whole label"),
            ("gmai\u{04cf}.com", Cyrillic, Some('l'), Some("gmail.com"), "palochka"),
            ("blu\u{435}win.ch", Cyrillic, Some('e'), Some("bluewin.ch"), "Swiss"),
            ("telen\u{435}t.be", Cyrillic, Some('e'), Some("telenet.be"), "a target of typing slips"),
            ("n\u{43e}rdhang.example", Cyrillic, Some('o'), Some("nordhang.example"), "the page's own"),
            ("gma\u{3b9}l.com", Greek, Some('i'), Some("gmail.com"), "iota"),
            ("h\u{3bf}tmail.fr", Greek, Some('o'), Some("hotmail.fr"), "a brand of many countries"),
            ("gma\u{131}l.com", Other, Some('i'), Some("gmail.com"), "a dotless i"),
            ("m\u{fc}nchen-b\u{430}nk.de", Cyrillic, Some('a'), None, "an umlaut by right, and a Cyrillic letter"),
            ("GMA\u{130}L.com", Other, Some('i'), Some("gmail.com"), "a Turkish keyboard under Caps Lock"),
            ("\u{585}utlook.com", Other, Some('o'), Some("outlook.com"), "Armenian"),
            ("\u{261}mx.de", Other, Some('g'), Some("gmx.de"), "phonetic"),
            ("ex\u{430}mple.org", Cyrillic, Some('a'), None, "mixed, and no known domain"),
            (
                "\u{43f}\u{43e}\u{447}\u{442}\u{430}mail.org",
                Cyrillic,
                None,
                None,
                "mixed, and the first looks like none",
            ),
        ];
        for (typed, script, letter, known, reason) in table {
            let expected = Lookalike { script, letter, known: known.map(str::to_owned) };
            assert_eq!(of(typed), Some(expected), "{typed}: {reason}");
        }
    }

    #[test]
    fn what_is_right_as_it_is() {
        for domain in [
            "gmail.com",
            "b\u{fc}cher.example",
            "stra\u{df}e.de",
            "\u{43f}\u{43e}\u{447}\u{442}\u{430}.\u{440}\u{444}",
            "\u{44f}\u{43d}\u{434}\u{435}\u{43a}\u{441}.\u{440}\u{444}",
            "\u{43f}\u{43e}\u{447}\u{442}\u{430}.com",
            "\u{3b5}\u{3bb}\u{3bb}\u{3ac}\u{3b4}\u{3b1}.gr",
            "\u{4f8b}\u{3048}.jp",
            "web\u{30b5}\u{30a4}\u{30c8}.jp",
            "\u{d55c}\u{ad6d}2.kr",
            "\u{f8}re.dk",
            "\u{142}\u{f3}d\u{17a}.pl",
            "\u{131}s\u{131}.com.tr",
            "nordhang.example",
            "\u{570}\u{561}\u{575}.am",
        ] {
            assert_eq!(of(domain), None, "{domain}");
        }
    }
}
