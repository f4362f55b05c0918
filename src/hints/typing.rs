//! Damage by keyboard and clipboard: hints about how the two texts were typed or pasted, not about what they are.

use crate::context::Context;
use crate::credentials::{Credentials, Input, Observation};
use crate::hint::{Field, HintKind};
use crate::identifier::{Hidden, Identifier, edge_of, hidden_in};
use crate::secret::issued::{Comparison, compare};
use crate::secret::{Secret, is_words, smart_sign};

use super::Hints;

/// Letters of the first word from which inverted case (`sOMMER`) is taken for Caps Lock.
const INVERTED_LETTERS: usize = 5;

/// Says what happened by keys and clipboard; the password first, since nobody can see it.
pub(crate) fn tell(
    hints: &mut Hints,
    credentials: &Credentials<'_>,
    identifier: &Identifier<'_>,
    secret: &Secret<'_>,
    observation: Observation,
    context: &Context<'_>,
) {
    let password = credentials.password;
    let by_keys = !matches!(observation.input, Some(Input::Pasted | Input::Autofilled));
    if observation.caps_lock && by_keys {
        hints.tell(HintKind::CapsLockOn);
    } else if by_keys && is_inverted(password) {
        hints.tell(HintKind::CaseInverted);
    }
    if let Some(wrapper) = secret.wrapper {
        hints.tell(HintKind::WrapperTyped { wrapper });
    }
    if let Some(character) = smart_sign(password) {
        hints.tell(HintKind::SmartPunctuation { character });
    }
    // Where spaces are ignored, so is a no-break space.
    let is_blank = |character: &Hidden| *character == Hidden::NoBreakSpace && ignores_blanks(secret, context, password);
    if let Some(character) = hidden_in(password.trim()).filter(|character| !is_blank(character)) {
        hints.tell(HintKind::InvisibleCharacter { field: Field::Password, character });
    }
    // A zero-width sign at an end has been told of above.
    let is_space = password.trim().len() < password.len();
    if is_space && observation.refused == 0 && !ignores_blanks(secret, context, password) {
        tell_blanks(hints, password);
    }
    if let Some(character) = identifier.normal.hidden {
        hints.tell(HintKind::InvisibleCharacter { field: Field::Identifier, character });
    }
    if let Some(edge) = identifier.normal.edge {
        hints.tell(HintKind::EdgeSpace { field: Field::Identifier, edge });
    }
    if observation.refused > 0 && !credentials.password_composed {
        hints.tell(HintKind::NotComposed);
    }
}

/// Blanks at the password's ends. After a refusal they come first, even where the provider is believed to ignore them: as from a PDF.
pub(crate) fn tell_blanks(hints: &mut Hints, password: &str) {
    if let Some(edge) = edge_of(password).filter(|_| password.trim().len() < password.len()) {
        hints.tell(HintKind::EdgeSpace { field: Field::Password, edge });
    }
}

/// Whether each word begins with a small letter and goes on in capitals.
fn is_inverted(password: &str) -> bool {
    // Of the first word, and of the one that is being read.
    let (mut first, mut letters) = (0, 0);
    for b in password.bytes().chain([b' ']) {
        if !b.is_ascii_alphabetic() {
            first = if first > 0 { first } else { letters };
            letters = 0;
        } else if b.is_ascii_lowercase() == (letters == 0) {
            letters += 1;
        } else {
            return false;
        }
    }
    first >= INVERTED_LETTERS && is_words(&password.to_ascii_lowercase())
}

/// Blanks mean nothing in a secret that the provider shows in groups with blanks between: in one that could be such a
/// secret here, or that is shown so.
fn ignores_blanks(secret: &Secret<'_>, context: &Context<'_>, password: &str) -> bool {
    let shown = |comparison: &Comparison| {
        let is_expected = context.rule.is_some_and(|rule| rule.expects.contains(&comparison.issued.role));
        comparison.issued.groups.is_some_and(|groups| groups.separator == ' ')
            && ((is_expected && comparison.fits) || comparison.likeness.is_some())
    };
    let password = password.trim();
    if password == secret.bare {
        return secret.own.iter().any(shown);
    }
    // A label or quotes came along, and the blanks may belong to them.
    compare(password, context.profile, context.rule, context.today).iter().any(shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inverted_case() {
        // (password, inverted, reason)
        let table = [
            ("sOMMER2024", true, "a capitalised word under Caps Lock"),
            ("gUTEN-mORGEN", true, "each word"),
            ("Sommer2024", false, "as people write"),
            ("iPHONE", true, "indistinguishable, and only an info"),
            ("aBCD", false, "too short to be sure"),
            ("sOMMERzeit", false, "small letters follow"),
            ("SOMMER", false, "capitals throughout may be meant"),
            ("", false, "nothing"),
        ];
        for (password, expected, reason) in table {
            assert_eq!(is_inverted(password), expected, "{password}: {reason}");
        }
    }
}
