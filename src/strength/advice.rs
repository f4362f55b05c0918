//! zxcvbn's warnings and suggestions as our codes.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};
use zxcvbn::Entropy;
use zxcvbn::feedback::{Suggestion, Warning};

macro_rules! advice {
    ($($(#[$doc:meta])* $name:ident = $code:literal,)*) => {
        /// One thing that weakens a password or would strengthen it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum Advice { $($(#[$doc])* $name,)* }

        impl Advice {
            /// Every code of this version, warnings first.
            pub const CODES: &'static [&'static str] = &[$($code,)*];

            /// Its stable camelCase code; new ones come in minor releases.
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }
        }
    };
}

advice! {
    /// The whole of it is on a list of common passwords, or one common word of the reader's language.
    CommonPassword = "commonPassword",
    /// Nearly so.
    SimilarToCommon = "similarToCommon",
    /// Keys side by side.
    StraightRow = "straightRow",
    /// A short walk over the keyboard.
    KeyPattern = "keyPattern",
    /// `aaa`
    SimpleRepeat = "simpleRepeat",
    /// `abcabcabc`
    ExtendedRepeat = "extendedRepeat",
    /// `abc`, `6543`
    Sequence = "sequence",
    /// `2025`
    RecentYear = "recentYear",
    /// An English word and nothing else.
    WordByItself = "wordByItself",
    /// A date.
    Date = "date",
    /// A name and nothing else.
    NameByItself = "nameByItself",
    /// A common name.
    CommonName = "commonName",
    /// Several uncommon words make the best passwords to remember.
    UseWords = "useWords",
    /// Signs and digits are not needed.
    NoNeedForSigns = "noNeedForSigns",
    /// One or two words more.
    AddWord = "addWord",
    /// A capital at the start helps little.
    Capitalization = "capitalization",
    /// All capitals are as good as none.
    AllUppercase = "allUppercase",
    /// Words turned round are tried, too.
    ReversedWord = "reversedWord",
    /// `@` for `a` is tried, too.
    Substitution = "substitution",
    /// A longer walk with more turns.
    LongerPattern = "longerPattern",
    /// No repetitions.
    AvoidRepeats = "avoidRepeats",
    /// No sequences.
    AvoidSequences = "avoidSequences",
    /// No recent years.
    AvoidRecentYears = "avoidRecentYears",
    /// No years of one's own life.
    AvoidOwnYears = "avoidOwnYears",
    /// No dates of one's own life.
    AvoidOwnDates = "avoidOwnDates",
}

/// In zxcvbn's order. `listed`: the whole password is a common word of the reader's language.
pub(super) fn of(answer: &Entropy, listed: bool) -> Vec<Advice> {
    let Some(feedback) = answer.feedback() else { return Vec::new() };
    let warning = if listed { Some(Advice::CommonPassword) } else { feedback.warning().map(Advice::from) };
    warning.into_iter().chain(feedback.suggestions().iter().copied().map(Advice::from)).collect()
}

/// Exhaustive on purpose: a new variant of zxcvbn's must get a code and texts.
impl From<Warning> for Advice {
    fn from(warning: Warning) -> Self {
        match warning {
            Warning::StraightRowsOfKeysAreEasyToGuess => Self::StraightRow,
            Warning::ShortKeyboardPatternsAreEasyToGuess => Self::KeyPattern,
            Warning::RepeatsLikeAaaAreEasyToGuess => Self::SimpleRepeat,
            Warning::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess => Self::ExtendedRepeat,
            // One code for all: a rank would tell which password it is.
            Warning::ThisIsATop10Password | Warning::ThisIsATop100Password | Warning::ThisIsACommonPassword => {
                Self::CommonPassword
            }
            Warning::ThisIsSimilarToACommonlyUsedPassword => Self::SimilarToCommon,
            Warning::SequencesLikeAbcAreEasyToGuess => Self::Sequence,
            Warning::RecentYearsAreEasyToGuess => Self::RecentYear,
            Warning::AWordByItselfIsEasyToGuess => Self::WordByItself,
            Warning::DatesAreOftenEasyToGuess => Self::Date,
            Warning::NamesAndSurnamesByThemselvesAreEasyToGuess => Self::NameByItself,
            Warning::CommonNamesAndSurnamesAreEasyToGuess => Self::CommonName,
        }
    }
}

impl From<Suggestion> for Advice {
    fn from(suggestion: Suggestion) -> Self {
        match suggestion {
            Suggestion::UseAFewWordsAvoidCommonPhrases => Self::UseWords,
            Suggestion::NoNeedForSymbolsDigitsOrUppercaseLetters => Self::NoNeedForSigns,
            Suggestion::AddAnotherWordOrTwo => Self::AddWord,
            Suggestion::CapitalizationDoesntHelpVeryMuch => Self::Capitalization,
            Suggestion::AllUppercaseIsAlmostAsEasyToGuessAsAllLowercase => Self::AllUppercase,
            Suggestion::ReversedWordsArentMuchHarderToGuess => Self::ReversedWord,
            Suggestion::PredictableSubstitutionsDontHelpVeryMuch => Self::Substitution,
            Suggestion::UseALongerKeyboardPatternWithMoreTurns => Self::LongerPattern,
            Suggestion::AvoidRepeatedWordsAndCharacters => Self::AvoidRepeats,
            Suggestion::AvoidSequences => Self::AvoidSequences,
            Suggestion::AvoidRecentYears => Self::AvoidRecentYears,
            Suggestion::AvoidYearsThatAreAssociatedWithYou => Self::AvoidOwnYears,
            Suggestion::AvoidDatesAndYearsThatAreAssociatedWithYou => Self::AvoidOwnDates,
        }
    }
}

/// What crosses to JavaScript: `{ code, params }`, as every hint.
impl Serialize for Advice {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut hint = serializer.serialize_struct("Hint", 2)?;
        hint.serialize_field("code", self.code())?;
        hint.serialize_field("params", &NoParams {})?;
        hint.end()
    }
}

#[derive(Serialize)]
struct NoParams {}
