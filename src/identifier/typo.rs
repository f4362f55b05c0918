//! The mail domain that was probably meant: what a finger or a memory slip makes of a well-known one.
//!
//! A known domain, and one that is far from all known ones, is left alone; so is one that lies between two. The rules buy
//! the precision, not the metric: short names take next to no difference, brands of many countries keep their country.

mod strokes;

use crate::provider::domains::COUNTRIES;
use crate::text::{first_word_beside, glue, holds, pieces, split_once};
pub(crate) use strokes::cost;
#[cfg(not(passkind_sign_in))]
pub(crate) use strokes::is_slip;
pub(crate) use strokes::letters;
use strokes::{LONGEST, NEIGHBOUR, STROKE, SWAP};

/// Domains that people mean, in lower case. `!`: its provider has no other domain, so `gmail.fr` is one, too; `-`: short or
/// rare, and so taken only with its first letter and hardly a difference.
static TARGETS: &str = include_str!(concat!(env!("OUT_DIR"), "/targets.txt"));

/// Brands with a domain in many countries, all of them right.
static BRANDS: &str = include_str!(concat!(env!("OUT_DIR"), "/spelling-brands.txt"));
/// What stands behind a brand, for when what was typed stands behind none.
const ENDINGS: &str = "com fr de es it ch at be nl co.uk com.ar com.br co.in";
/// Endings that are countries', and yet nearly always `com` with a letter lost.
const CLIPPED: &str = "co cm om net cmo";
/// Endings that exist, besides countries': a name in front of them is somebody else's.
const OTHER_ENDINGS: &str =
    "cat eus com net org info biz eu edu gov mail email online app dev me io co tv cc cm om ne et";
/// Endings that nobody has, and that all mean `com`: cheap, so that a second slip in the name is still seen.
const SLIPS_OF_COM: &str = "c0m cim clm cmm cmo cok coml comm con coom cpm ocm vom xom";
/// Slips that are farther off than the costs allow; of each line the first word is meant.
static EXACT: &str = include_str!(concat!(env!("OUT_DIR"), "/slips.txt"));
/// Real domains that lie too near to a target.
const REAL: &str = "tim.it gmx.biz accor.de alive.it box.fr cloud.com libera.it pcloud.com photon.me plant.nl poste.de posten.de \
    range.fr salice.it tierra.es ttmail.com";

/// What another ending costs where the provider has only one.
const ONLY_ENDING: u32 = 7;
const CLIPPED_ENDING: u32 = 5;
/// Two candidates nearer to each other than that are two answers, and so none.
const APART: u32 = 2;

/// The domain that was probably meant by one on which nobody is known to give addresses; `hosted`: domains that the page knows as
/// well as its own, of which it is none.
#[inline(never)]
pub(crate) fn intended(typed: &str, hosted: &[String]) -> Option<String> {
    if typed.len() > LONGEST || holds(REAL, typed) {
        return None;
    }
    first_word_beside(EXACT, typed).map(str::to_owned).or_else(|| nearest(typed, hosted))
}

/// The one domain that is near enough.
fn nearest(typed: &str, hosted: &[String]) -> Option<String> {
    let (name, ending) = split_once(typed, b'.').unwrap_or((typed, ""));
    let letters = (letters(typed), letters(name));
    let mut best = Best { typed, name, ending, letters, answer: String::new(), cost: u32::MAX / 2, is_tied: false };
    for target in pieces(TARGETS, b' ') {
        best.consider(target, "");
    }
    for own in hosted {
        best.consider(own, "");
    }
    for brand in pieces(BRANDS, b' ') {
        if ending == "com" || is_countrys(ending) {
            best.consider(brand, ending);
        } else if holds(CLIPPED, ending) {
            best.consider(brand, "com");
        } else {
            for other in pieces(ENDINGS, b' ') {
                best.consider(brand, other);
            }
        }
    }
    if best.is_tied || best.answer == typed || best.answer.is_empty() { None } else { Some(best.answer) }
}

/// Whether corrections lead to this domain.
pub(crate) fn is_target(domain: &str, hosted: &[String]) -> bool {
    let is_this = |target: &str| target.strip_suffix(domain).is_some_and(|marks| marks.bytes().all(|mark| mark < b'0'));
    hosted.iter().any(|own| own == domain) || pieces(TARGETS, b' ').any(is_this)
}

/// `fr`, `co.uk`, `com.ar`.
fn is_countrys(ending: &str) -> bool {
    holds(COUNTRIES, ending.strip_prefix("co.").or_else(|| ending.strip_prefix("com.")).unwrap_or(ending))
}

/// The cheapest candidate so far.
struct Best<'a> {
    typed: &'a str,
    name: &'a str,
    ending: &'a str,
    /// Of the whole and of the name.
    letters: (u64, u64),
    answer: String,
    cost: u32,
    is_tied: bool,
}

impl Best<'_> {
    /// Weighs a target with its marks; of a brand the ending comes apart.
    #[inline(never)]
    fn consider(&mut self, marked: &str, brands_ending: &str) {
        let is_brand = !brands_ending.is_empty();
        let is_short = marked.starts_with('-');
        let marked = marked.strip_prefix('-').unwrap_or(marked);
        let is_only = marked.starts_with('!');
        let marked = marked.strip_prefix('!').unwrap_or(marked);
        let (name, ending) =
            if is_brand { (marked, brands_ending) } else { split_once(marked, b'.').unwrap_or_default() };
        // A stroke changes two letters and the length by one at most, and nothing allows for more than two strokes: most
        // targets end here.
        let differ = |typed: &str, typed_letters: u64, meant: &str| {
            typed.len().abs_diff(meant.len()) > 2 || (typed_letters ^ letters(meant)).count_ones() > 4
        };
        let (of_typed, of_name) = self.letters;
        if differ(self.name, of_name, name) && (is_brand || differ(self.typed, of_typed, marked)) {
            return;
        }
        let whole = glue(&[name, ".", ending]);
        let by_name = cost(self.name, name);
        let mut by_ending = cost(self.ending, ending);
        let mut by_whole = cost(self.typed, &whole);
        let is_same_ending = by_ending == 0;
        if ending == "com" && holds(SLIPS_OF_COM, self.ending) {
            by_ending = CLIPPED_ENDING;
        }
        if is_brand && !is_same_ending {
            if holds(CLIPPED, self.ending) {
                by_ending = CLIPPED_ENDING;
            } else if by_ending == NEIGHBOUR && self.ending.len() == 2 && self.ending.get(..1) != ending.get(1..) {
                // Of two letters one typed beside the right key says nothing: fe may be fr or de.
                (by_ending, by_whole) = (STROKE, u32::MAX);
            }
            if by_ending > STROKE {
                return;
            }
        }
        if is_only && !is_same_ending && (by_name == 0 || by_name <= SWAP && self.ending.starts_with("com")) {
            by_ending = by_ending.min(ONLY_ENDING);
        }
        // The right name before a real ending is a domain of its own. Nearly all endings of two letters are some country's; the
        // two of the right one, swapped, are more often a slip.
        let is_swapped = letters(self.ending) == letters(ending);
        let is_real =
            || is_countrys(self.ending) || holds(OTHER_ENDINGS, self.ending) || self.ending.len() == 2 && !is_swapped;
        let is_clipped = is_brand && holds(CLIPPED, self.ending);
        let is_other = !is_only && !is_clipped && by_name == 0 && !is_same_ending && is_real();
        let is_short = is_short || name.len() < 4;
        // Of three letters one that is another, be it the neighbour's, makes another name.
        let is_replaced = self.name.len() == name.len() && letters(self.name) != letters(name);
        let is_far = is_short && by_name > 0 && (is_replaced || self.typed.bytes().next() != name.bytes().next());
        let most = match name.len() {
            _ if is_brand && by_name == 0 => STROKE,
            _ if is_short => 7,
            4 => 10,
            5 => 14,
            _ => 16,
        };
        let cost = by_whole.min(by_name + by_ending);
        if is_far || is_other || cost > most {
            return;
        }
        if self.answer == whole {
            self.cost = self.cost.min(cost);
        } else if cost < self.cost + APART {
            self.is_tied = cost + APART > self.cost;
            if cost < self.cost {
                (self.answer, self.cost) = (whole, cost);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{BRANDS, ENDINGS, EXACT, TARGETS, intended, nearest};
    use crate::provider::domains::is_mail_domain;

    /// As `Spelling` asks: never of a domain that is known.
    fn asked(typed: &str, hosted: &[String]) -> Option<String> {
        let is_known = is_mail_domain(typed) || hosted.iter().any(|own| own == typed);
        if is_known { None } else { intended(typed, hosted) }
    }

    #[test]
    fn slips() {
        // (typed, meant, reason)
        let table = [
            ("gmial.com", Some("gmail.com"), "letters swapped"),
            ("gmaill.com", Some("gmail.com"), "a letter doubled"),
            ("gmsil.com", Some("gmail.com"), "the key beside, QWERTY"),
            ("gmqil.com", Some("gmail.com"), "the key beside, AZERTY"),
            ("gmail.co", Some("gmail.com"), "the only domain of its provider"),
            ("gmailcom", Some("gmail.com"), "the dot lost"),
            ("gmailc.om", Some("gmail.com"), "the dot slipped"),
            ("bluewn.ch", Some("bluewin.ch"), "Swiss"),
            ("bluewin.hc", Some("bluewin.ch"), "Swiss, the ending swapped"),
            ("ikmial.com", Some("ikmail.com"), "Infomaniak's own"),
            ("hotmial.fr", Some("hotmail.fr"), "the country stays"),
            ("yahoo.cm", Some("yahoo.com"), "Cameroon is not meant"),
            ("lapost.net", Some("laposte.net"), "French"),
            ("t-onlin.de", Some("t-online.de"), "German"),
            ("telnet.be", Some("telenet.be"), "Belgian"),
            ("gmx.ch", None, "right as it is"),
            ("hotmail.ca", None, "right as it is"),
            ("ymail.com", None, "another provider"),
            ("orange.es", None, "another country's"),
            ("gmx.ce", None, "ch, de, be: two answers are none"),
            ("example.org", None, "nowhere near"),
            ("pmx.me", None, "too short to tell"),
            ("", None, "nothing"),
        ];
        for (typed, meant, reason) in table {
            assert_eq!(asked(typed, &[]).as_deref(), meant, "{typed}: {reason}");
        }
    }

    #[test]
    fn each_listed_slip_is_needed_and_means_a_known_domain() {
        let mut all = Vec::new();
        for (meant, slips) in EXACT.lines().map(|line| line.split_once(' ').unwrap()) {
            assert!(is_mail_domain(meant), "{meant}");
            for slip in slips.split(' ') {
                assert_eq!(asked(slip, &[]).as_deref(), Some(meant), "{slip}");
                assert_ne!(nearest(slip, &[]).as_deref(), Some(meant), "{slip} is found without");
                all.push(slip);
            }
        }
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count, "a slip stands twice");
    }

    #[test]
    fn a_domain_of_the_page_is_meant_and_is_right() {
        let hosted = ["nordhang.example".to_owned()];
        assert_eq!(asked("nordahng.example", &hosted).as_deref(), Some("nordhang.example"));
        assert_eq!(asked("nordhang.example", &hosted), None);
        assert_eq!(asked("gmaik.example", &["gmail.example".to_owned()]).as_deref(), Some("gmail.example"));
        assert_eq!(asked("gmial.com", &["gmial.com".to_owned()]), None);
    }

    #[test]
    fn a_suggestion_never_leads_to_a_further_one() {
        let brands = BRANDS.split(' ').flat_map(|brand| ENDINGS.split(' ').map(move |end| [brand, ".", end].concat()));
        for marked in TARGETS.split(' ').map(str::to_owned).chain(brands) {
            let domain = marked.trim_start_matches(['-', '!']);
            assert_eq!(asked(domain, &[]), None, "{domain}");
        }
    }
}
