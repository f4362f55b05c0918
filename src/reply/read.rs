//! The reader of the rules that `build/replies.rs` has written.

use super::cause::Cause;
use super::words::Words;

/// The rules, in the order in which they are asked. `build/replies.rs` writes them.
const RULES: &[Rule] = include!(concat!(env!("OUT_DIR"), "/replies.rs"));

impl Cause {
    /// The cause that a server's reply names, from the first 800 characters of it; `None` where it names none that is known.
    ///
    /// The reply is read and nothing of it kept. What serves opposite causes is [`Cause::WrongPair`] or `None`: a wrong cause is
    /// worse than none. Only the server's own line belongs here, never a transcript, which may hold credentials.
    ///
    /// ```
    /// use passkind::Cause;
    ///
    /// let reply = "534-5.7.9 Application-specific password required. Learn more at\n534 5.7.9 https://support.example.com/";
    /// assert_eq!(Cause::of_reply(reply), Some(Cause::AppPassword));
    /// assert_eq!(Cause::of_reply("535 5.7.8 Error: authentication failed"), Some(Cause::WrongPair));
    /// assert_eq!(Cause::of_reply("+OK"), None);
    /// ```
    pub fn of_reply(line: &str) -> Option<Self> {
        let words = Words::of_reply(line);
        RULES.iter().find(|rule| rule.any.iter().any(|phrase| rule.matches(&words, phrase))).map(|rule| rule.cause)
    }

    /// The same without the phrases for which that holds, for whoever measures how far the others carry.
    pub fn of_reply_without(line: &str, is_off: impl Fn(&Phrase) -> bool) -> Option<Self> {
        let words = Words::of_reply(line);
        let mut all = phrases();
        for rule in RULES {
            for phrase in rule.any {
                let is_on = all.next().is_none_or(|known| !is_off(&known));
                if is_on && rule.matches(&words, phrase) {
                    return Some(rule.cause);
                }
            }
        }
        None
    }
}

/// A phrase of the rules, and where it was seen.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Phrase {
    /// What it stands for.
    pub cause: Cause,
    /// The phrase as it is compared: `*` stands for anything.
    pub text: &'static str,
    /// Servers that say it; `rfc` where a standard does.
    pub servers: Vec<&'static str>,
}

/// Every phrase of the rules, in their order.
pub fn phrases() -> impl Iterator<Item = Phrase> {
    // A line for each phrase, with tabs between the servers.
    const SERVERS: &str = include_str!(concat!(env!("OUT_DIR"), "/reply-servers.txt"));
    let all = RULES.iter().flat_map(|rule| rule.any.iter().map(|text| (rule.cause, *text)));
    all.zip(SERVERS.lines()).map(|((cause, text), servers)| Phrase {
        cause,
        text,
        servers: servers.split('\t').collect(),
    })
}

/// A cause, the phrases that name it, and those beside which they do not.
#[derive(Clone, Copy, Debug)]
struct Rule {
    cause: Cause,
    any: &'static [&'static str],
    unless: &'static [&'static str],
}

impl Rule {
    fn matches(self, words: &Words, phrase: &str) -> bool {
        words.hold(phrase) && !self.unless.iter().any(|other| words.hold(other))
    }
}
