//! Domains on which a mail provider gives addresses to people, and which provider that is.
//!
//! Facts: the providers' own sign-up pages and the public lists that
//! `nodemailer` (MIT-0, "well-known services") keeps; read on 2026-11-22.

use crate::text::{first_word_beside, holds, pieces, split_once};

/// A line for each provider, by its id where it has a profile: the id, then its domains; both in order.
///
/// One text and not a table: pointers to words compress badly, and the package carries this to every sign-in page.
static MAIL_DOMAINS: &str = "\
    aol aim.com aol.com compuserve.com cs.com netscape.net wmconnect.com\n\
    apple icloud.com mac.com me.com\n\
    bluewin bluewin.ch\n\
    fastmail fastmail.com fastmail.fm\n\
    free free.fr\n\
    gmx gmx.com gmx.eu gmx.net gmx.org mail.gmx\n\
    google gmail.com googlemail.com\n\
    infomaniak etik.com ik.me ikmail.com\n\
    laposte laposte.net\n\
    libero libero.it\n\
    mail-com email.com mail.com\n\
    mail-ru bk.ru inbox.ru list.ru mail.ru\n\
    mailbox-org mailbox.org\n\
    microsoft hotmail.com live.com msn.com outlook.com\n\
    netease-163 126.com 163.com yeah.net\n\
    orange orange.fr wanadoo.fr\n\
    posteo posteo.net\n\
    proton pm.me proton.me protonmail.com\n\
    qq foxmail.com qq.com\n\
    sfr sfr.fr\n\
    sunrise hispeed.ch sunrise.ch\n\
    telekom magenta.de t-online.de\n\
    tuta tuta.com tutanota.com\n\
    web-de web.de\n\
    yahoo myyahoo.com rocketmail.com yahoo.com ymail.com\n\
    yandex narod.ru ya.ru yandex.com\n\
    zoho zoho.com zohomail.com\n";

/// Brands that give addresses under many countries' domains: `yahoo.fr`, `yahoo.co.uk`; the provider has the brand's name.
const BRANDS: &str = "aol gmx posteo yahoo yandex";
/// The same of Microsoft's.
const MICROSOFT: &str = "hotmail live outlook";

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
    // Yahoo Japan is another company.
    if !holds(COUNTRIES, country) || domain == "yahoo.co.jp" {
        return None;
    }
    if holds(MICROSOFT, brand) { Some("microsoft") } else { pieces(BRANDS, b' ').find(|known| *known == brand) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn providers_and_domains_are_sorted_and_unique() {
        let lines = || MAIL_DOMAINS.lines().map(|line| line.split_once(' ').unwrap());
        assert!(lines().is_sorted_by(|(a, _), (b, _)| a < b));
        let mut domains: Vec<&str> = lines().flat_map(|(_, domains)| domains.split(' ')).collect();
        assert!(lines().all(|(_, domains)| domains.split(' ').is_sorted_by(|a, b| a < b)));
        domains.sort_unstable();
        assert!(domains.is_sorted_by(|a, b| a < b), "a domain has two providers");
        assert_eq!(mail_provider("ik.me"), Some("infomaniak"));
    }
}
