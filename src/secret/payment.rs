//! Numbers of cards and accounts, told by their check digits.

/// An IBAN (ISO 13616) or a card number (ISO 7812) of an issuer that exists.
pub(super) fn is_payment_number(text: &str) -> bool {
    is_iban(text) || is_card(text)
}

/// Lengths of IBANs by country, from the ISO 13616 registry: Europe and its neighbours.
static IBAN_LENGTHS: &str = "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BY28CH21CY28CZ24DE22DK18EE20EG29ES24FI18FO18FR27GB22GE22GI23\
    GL18GR27HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LI21LT20LU20LV21MC27MD24ME22MK19MT31NL18NO15PK24PL28PS29PT25QA29\
    RO24RS22SA24SE24SI19SK24SM27TN24TR26UA29VA22XK20";

/// Country, two check digits, and a remainder of 1 after division by 97 (ISO 7064).
fn is_iban(text: &str) -> bool {
    if text.len() < 15 || text.len() > 60 {
        return false;
    }
    let signs: String = text.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_uppercase()).collect();
    let Some((country, rest)) = signs.split_at_checked(2) else { return false };
    let Some((check, account)) = rest.split_at_checked(2) else { return false };
    let known = IBAN_LENGTHS.as_bytes().chunks(4).find_map(|row| row.strip_prefix(country.as_bytes()));
    let length = known.map(|digits| digits.iter().fold(0, |length, digit| length * 10 + usize::from(digit - b'0')));
    if length != Some(signs.len()) || !check.bytes().all(|b| b.is_ascii_digit()) {
        return false;
    }
    let mut remainder = 0;
    for c in account.chars().chain(country.chars()).chain(check.chars()) {
        let Some(digit) = c.to_digit(36) else { return false };
        remainder = (if digit < 10 { remainder * 10 } else { remainder * 100 } + digit) % 97;
    }
    remainder == 1
}

/// Luhn's check digit, and the length that the issuer's first digits go with.
fn is_card(text: &str) -> bool {
    if text.len() < 13 || text.len() > 32 {
        return false;
    }
    let mut digits = Vec::new();
    for c in text.chars().filter(|c| *c != '-' && !c.is_whitespace()) {
        let Some(digit) = c.to_digit(10) else { return false };
        digits.push(digit);
    }
    let head = digits.iter().take(4).fold(0, |head, digit| head * 10 + digit);
    #[expect(clippy::unnested_or_patterns, reason = "a line an issuer")]
    let fits = match (head, digits.len()) {
        (4000..=4999, 13 | 16 | 19) // Visa
        | (5100..=5599 | 2221..=2720, 16) // Mastercard
        | (3400..=3499 | 3700..=3799, 15) // American Express
        | (5000..=5099 | 5600..=5899 | 6304 | 6759..=6763, 16) // Maestro
        | (6011 | 6440..=6599, 16) // Discover
        | (3000..=3059 | 3600..=3699 | 3800..=3999, 14) // Diners Club
        | (6200..=6299, 16..=19) // UnionPay
        | (3528..=3589, 16) => true, // JCB
        _ => false,
    };
    let sum: u32 = digits.iter().rev().enumerate().map(|(at, digit)| luhn(at, *digit)).sum();
    fits && sum.is_multiple_of(10) && digits.iter().any(|digit| Some(digit) != digits.get(1))
}

/// Every second digit from the right counts twice, its own digits summed.
fn luhn(at: usize, digit: u32) -> u32 {
    match (at % 2, digit) {
        (1, 5..) => digit * 2 - 9,
        (1, _) => digit * 2,
        _ => digit,
    }
}

#[cfg(test)]
mod tests {
    use super::is_payment_number;

    #[test]
    fn check_digits_and_issuers() {
        // (text, is one, reason); the numbers are the issuers' and the registry's published examples
        let table = [
            ("4242 4242 4242 4242", true, "test card of an acquirer"),
            ("378282246310005", true, "test card with 15 digits"),
            ("4242 4242 4242 4243", false, "check digit"),
            ("9242424242424248", false, "no issuer begins so"),
            ("CH93 0076 2011 6238 5295 7", true, "the registry's Swiss example"),
            ("de89370400440532013000", true, "small letters, no blanks"),
            ("CH94 0076 2011 6238 5295 7", false, "check digits"),
            ("CH93 0076 2011 6238 5295", false, "length"),
            ("XX9300762011623852957", false, "no such country"),
            ("4444444444444444", false, "a repeat is somebody's password"),
        ];
        for (text, expected, reason) in table {
            assert_eq!(is_payment_number(text), expected, "{text}: {reason}");
        }
    }
}
