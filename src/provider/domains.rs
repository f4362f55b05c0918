//! Domains on which a mail provider gives addresses to people, and which provider that is.

use crate::text::{first_word_beside, holds, split_once};

/// Well-known ones: a line for each provider, its id and its domains.
///
/// One text and not a table: pointers to words compress badly, and the package carries this to every sign-in page.
static MAIL_DOMAINS: &str = include_str!(concat!(env!("OUT_DIR"), "/domains.txt"));

/// Brands that give addresses under many countries' domains, `yahoo.fr`, `yahoo.co.uk`: a line for each provider, as above.
static BRANDS: &str = include_str!(concat!(env!("OUT_DIR"), "/brands.txt"));

/// Countries under whose domains those brands give addresses; not those that a lost letter makes of `com` and `net`.
pub(crate) const COUNTRIES: &str = "ae ar at au be bg br ca ch cl cn cz de dk ee es eu fi fr gr hk hn hr hu id ie il in \
    is it jp kr kz lt lu lv mx my nl no nz pe ph pl pm pt ro rs ru sa se sg si sk th tm tr tw ua uk us ve vn za";

/// Whether people are known to have addresses on this domain.
pub(crate) fn is_mail_domain(domain: &str) -> bool {
    mail_provider(domain).is_some()
}

/// The provider that gives addresses on this domain, if it is a known one.
pub(crate) fn mail_provider(domain: &str) -> Option<&'static str> {
    if let Some(provider) = first_word_beside(MAIL_DOMAINS, domain) {
        return Some(provider);
    }
    let (brand, top) = split_once(domain, b'.')?;
    let country = top.strip_prefix("co.").or_else(|| top.strip_prefix("com.")).unwrap_or(top);
    if holds(COUNTRIES, country) { first_word_beside(BRANDS, brand) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whose_domain_it_is() {
        // (domain, provider, reason)
        let table = [
            ("ik.me", Some("infomaniak"), "listed"),
            ("outlook.fr", Some("microsoft"), "a brand of many countries"),
            ("yahoo.co.uk", Some("yahoo"), "under a country's second level"),
            ("yahoo.co.jp", Some("yahoo-jp"), "another company, which has the word for itself"),
            ("yahoo.example", None, "no country"),
            ("example.org", None, "nobody known"),
        ];
        for (domain, provider, reason) in table {
            assert_eq!(mail_provider(domain), provider, "{domain}: {reason}");
        }
    }
}
