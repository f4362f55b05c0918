//! Private keys, also with the line breaks that an input element takes out.

use crate::pattern::{Case, Pattern};
use crate::text::pieces;

/// PEM and OpenSSH (RFC 7468), PGP (RFC 9580), age, and 1Password's Secret Key.
pub(super) fn is_private_key(text: &str) -> bool {
    const AGE: Pattern = Pattern::new("AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}");
    const ONE_PASSWORD: Pattern = Pattern::new("A3-[A-Z0-9]{6}-[A-Z0-9]{11}-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}");
    const ONE_PASSWORD_SHOWN: Pattern =
        Pattern::new("A3-[A-Z0-9]{6}-[A-Z0-9]{6}-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}");
    text.len() >= SHORTEST
        && (has_pem_header(text)
            || [AGE, ONE_PASSWORD, ONE_PASSWORD_SHOWN].iter().any(|pattern| pattern.matches(text, Case::Differs)))
}

/// A header without its hyphens, and without the first blank, if need be.
const SHORTEST: usize = 16;

/// `-----BEGIN OPENSSH PRIVATE KEY-----` and its kin, wherever it stands.
fn has_pem_header(text: &str) -> bool {
    const KIND: Pattern = Pattern::new("BEGIN[ A-Z0-9_-]{1,100}");
    // Between two rows of five hyphens stands what was begun.
    pieces(text, b'-').any(|part| {
        let kind = part.strip_suffix(" BLOCK").unwrap_or(part);
        kind.ends_with("PRIVATE KEY") && KIND.matches(part, Case::Same)
    })
}

#[cfg(test)]
mod tests {
    use super::is_private_key;

    #[test]
    fn keys() {
        // (text, is one, reason); the headers are put together so that no scanner takes them for keys
        let table = [
            (["-----BEGIN ", "PRIVATE KEY-----\nMIIE"].concat(), true, "PKCS 8"),
            (["-----BEGIN RSA ", "PRIVATE KEY----- MIIE"].concat(), true, "line breaks lost"),
            (["-----BEGIN OPENSSH ", "PRIVATE KEY-----"].concat(), true, "header alone"),
            (["-----BEGIN PGP ", "PRIVATE KEY BLOCK-----"].concat(), true, "PGP"),
            (["AGE-SECRET-KEY-", "1Q", &"QPZRY9X8".repeat(7), "A"].concat(), true, "age"),
            ("-----BEGIN PUBLIC KEY-----".to_owned(), false, "public"),
            ("my private key".to_owned(), false, "words"),
        ];
        for (text, expected, reason) in table {
            assert_eq!(is_private_key(&text), expected, "{reason}");
        }
    }
}
