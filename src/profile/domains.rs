//! Domains on which a mail provider gives addresses to people, and which provider that is.
//!
//! Facts: the providers' own sign-up pages and the public lists that
//! `nodemailer` (MIT-0, "well-known services") keeps; read on 2026-11-22.

/// `(domain, provider)`, sorted by domain; the provider of a built-in profile where there is one.
pub(crate) static MAIL_DOMAINS: &[(&str, &str)] = &[
    ("aol.com", "aol"),
    ("bluewin.ch", "bluewin"),
    ("etik.com", "infomaniak"),
    ("fastmail.com", "fastmail"),
    ("fastmail.fm", "fastmail"),
    ("free.fr", "free"),
    ("gmail.com", "google"),
    ("gmx.at", "gmx"),
    ("gmx.ch", "gmx"),
    ("gmx.com", "gmx"),
    ("gmx.de", "gmx"),
    ("gmx.net", "gmx"),
    ("googlemail.com", "google"),
    ("hispeed.ch", "sunrise"),
    ("hotmail.ch", "microsoft"),
    ("hotmail.com", "microsoft"),
    ("hotmail.de", "microsoft"),
    ("hotmail.es", "microsoft"),
    ("hotmail.fr", "microsoft"),
    ("hotmail.it", "microsoft"),
    ("icloud.com", "apple"),
    ("ik.me", "infomaniak"),
    ("ikmail.com", "infomaniak"),
    ("laposte.net", "laposte"),
    ("libero.it", "libero"),
    ("live.com", "microsoft"),
    ("live.fr", "microsoft"),
    ("mac.com", "apple"),
    ("mail.com", "mail-com"),
    ("mail.ru", "mail-ru"),
    ("mailbox.org", "mailbox-org"),
    ("me.com", "apple"),
    ("msn.com", "microsoft"),
    ("orange.fr", "orange"),
    ("outlook.com", "microsoft"),
    ("outlook.fr", "microsoft"),
    ("pm.me", "proton"),
    ("posteo.de", "posteo"),
    ("proton.me", "proton"),
    ("protonmail.com", "proton"),
    ("qq.com", "qq"),
    ("rocketmail.com", "yahoo"),
    ("sfr.fr", "sfr"),
    ("sunrise.ch", "sunrise"),
    ("t-online.de", "telekom"),
    ("tutanota.com", "tuta"),
    ("wanadoo.fr", "orange"),
    ("web.de", "web-de"),
    ("yahoo.com", "yahoo"),
    ("yahoo.de", "yahoo"),
    ("yahoo.es", "yahoo"),
    ("yahoo.fr", "yahoo"),
    ("yahoo.it", "yahoo"),
    ("yandex.com", "yandex"),
    ("yandex.ru", "yandex"),
    ("ymail.com", "yahoo"),
    ("zoho.com", "zoho"),
    ("zohomail.com", "zoho"),
];

/// The provider that gives addresses on this domain, if it is a known one.
pub(crate) fn mail_provider(domain: &str) -> Option<&'static str> {
    let at = MAIL_DOMAINS.binary_search_by(|(known, _)| (*known).cmp(domain)).ok()?;
    MAIL_DOMAINS.get(at).map(|(_, provider)| *provider)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn domains_are_sorted_and_unique() {
        assert!(MAIL_DOMAINS.is_sorted_by(|(a, _), (b, _)| a < b));
    }
}
