//! Domains on which a mail provider gives addresses to people, and which provider that is.
//!
//! Facts: the providers' own sign-up pages and the public lists that
//! `nodemailer` (MIT-0, "well-known services") keeps; read on 2026-11-22.

/// `(domain, provider)`, sorted by domain; the provider of a built-in profile where there is one.
pub(crate) static MAIL_DOMAINS: &[(&str, &str)] = &[
    ("126.com", "netease-163"),
    ("163.com", "netease-163"),
    ("aim.com", "aol"),
    ("aol.com", "aol"),
    ("bk.ru", "mail-ru"),
    ("bluewin.ch", "bluewin"),
    ("compuserve.com", "aol"),
    ("cs.com", "aol"),
    ("email.com", "mail-com"),
    ("etik.com", "infomaniak"),
    ("fastmail.com", "fastmail"),
    ("fastmail.fm", "fastmail"),
    ("foxmail.com", "qq"),
    ("free.fr", "free"),
    ("gmail.com", "google"),
    ("gmx.com", "gmx"),
    ("gmx.eu", "gmx"),
    ("gmx.net", "gmx"),
    ("gmx.org", "gmx"),
    ("googlemail.com", "google"),
    ("hispeed.ch", "sunrise"),
    ("hotmail.com", "microsoft"),
    ("icloud.com", "apple"),
    ("ik.me", "infomaniak"),
    ("ikmail.com", "infomaniak"),
    ("inbox.ru", "mail-ru"),
    ("laposte.net", "laposte"),
    ("libero.it", "libero"),
    ("list.ru", "mail-ru"),
    ("live.com", "microsoft"),
    ("mac.com", "apple"),
    ("magenta.de", "telekom"),
    ("mail.com", "mail-com"),
    ("mail.gmx", "gmx"),
    ("mail.ru", "mail-ru"),
    ("mailbox.org", "mailbox-org"),
    ("me.com", "apple"),
    ("msn.com", "microsoft"),
    ("myyahoo.com", "yahoo"),
    ("narod.ru", "yandex"),
    ("netscape.net", "aol"),
    ("orange.fr", "orange"),
    ("outlook.com", "microsoft"),
    ("pm.me", "proton"),
    ("posteo.net", "posteo"),
    ("proton.me", "proton"),
    ("protonmail.com", "proton"),
    ("qq.com", "qq"),
    ("rocketmail.com", "yahoo"),
    ("sfr.fr", "sfr"),
    ("sunrise.ch", "sunrise"),
    ("t-online.de", "telekom"),
    ("tuta.com", "tuta"),
    ("tutanota.com", "tuta"),
    ("wanadoo.fr", "orange"),
    ("web.de", "web-de"),
    ("wmconnect.com", "aol"),
    ("ya.ru", "yandex"),
    ("yahoo.com", "yahoo"),
    ("yandex.com", "yandex"),
    ("yeah.net", "netease-163"),
    ("ymail.com", "yahoo"),
    ("zoho.com", "zoho"),
    ("zohomail.com", "zoho"),
];

/// Brands that give addresses under many countries' domains: `yahoo.fr`, `yahoo.co.uk`.
#[rustfmt::skip]
static BRANDS: &[(&str, &str)] = &[
    ("aol", "aol"), ("gmx", "gmx"), ("hotmail", "microsoft"), ("live", "microsoft"), ("outlook", "microsoft"),
    ("posteo", "posteo"), ("yahoo", "yahoo"), ("yandex", "yandex"),
];

/// The provider that gives addresses on this domain, if it is a known one.
pub(crate) fn mail_provider(domain: &str) -> Option<&'static str> {
    if let Ok(at) = MAIL_DOMAINS.binary_search_by(|(known, _)| (*known).cmp(domain)) {
        return MAIL_DOMAINS.get(at).map(|(_, provider)| *provider);
    }
    let (brand, top) = domain.split_once('.')?;
    let country = top.strip_prefix("co.").or_else(|| top.strip_prefix("com.")).unwrap_or(top);
    let is_countrys = country.len() == 2 && country.bytes().all(|b| b.is_ascii_lowercase());
    // Yahoo Japan is another company.
    let (_, provider) = BRANDS.iter().find(|(known, _)| *known == brand && is_countrys && domain != "yahoo.co.jp")?;
    Some(*provider)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn domains_are_sorted_and_unique() {
        assert!(MAIL_DOMAINS.is_sorted_by(|(a, _), (b, _)| a < b));
    }
}
