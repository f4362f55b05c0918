//! Providers of mailboxes on domains of their own.

use crate::pattern::Pattern;
use crate::provider::IdentifierForm;
use crate::provider::{Confidence, IssuedSecret, Profile, Role, Service, ServiceRule};

use super::{
    ACCOUNT_OR_APP_PASSWORD, ACCOUNT_PASSWORD, ADDRESS, ANY, APP_OR_ACCOUNT_PASSWORD, APP_PASSWORD, ISSUED_ONLY,
    ISSUED_WITH_SECOND_FACTOR, MAILBOX_PASSWORD, PROBABLY_ISSUED_ONLY, PROBABLY_ISSUED_WITH_SECOND_FACTOR, create,
    fours, help, hyphened, read,
};

/// Account and webmail, the same password for both; which names they take beside the address is not documented.
const fn web(service: Service, url: &'static str) -> ServiceRule {
    ServiceRule::new(service, ANY, ACCOUNT_PASSWORD, read(url))
}

const fn app_password(
    pattern: &'static str,
    length: Confidence,
    alphabet: Confidence,
    url: &'static str,
) -> IssuedSecret {
    IssuedSecret {
        role: Role::AppPassword,
        pattern: Pattern::new(pattern),
        groups: None,
        length,
        alphabet,
        source: read(url),
    }
}

const SIXTEEN_LETTERS: &str = "[a-z]{16}";

const AOL_SERVERS: &str =
    "https://github.com/thunderbird/autoconfig/blob/c6ad79659b5fc321d1593ec4c277815b83e5dec5/ispdb/aol.com.xml";

/// Its app passwords are inferred from Yahoo's, whose platform it shares: no rule about secrets.
pub(super) const AOL: Profile = Profile {
    id: "aol",
    name: "AOL",
    mail_domains: &[],
    help: None,
    issued: &[],
    services: &[
        &web(Service::ACCOUNT, AOL_SERVERS),
        &web(Service::WEBMAIL, AOL_SERVERS),
        &ServiceRule {
            several: true,
            links: &[create("https://login.aol.com/account/security")],
            ..ServiceRule::new(Service::MAILBOX, ADDRESS, APP_PASSWORD, read(AOL_SERVERS))
        },
    ],
};

const APPLE_APP_PASSWORDS: &str = "https://support.apple.com/en-in/102654";
const APPLE_LINKS: &[crate::provider::Link] = &[create("https://account.apple.com/"), help(APPLE_APP_PASSWORDS)];

/// Length and grouping are told by third parties, hence medium.
pub(super) const APPLE: Profile = Profile {
    id: "apple",
    name: "Apple",
    mail_domains: &[],
    help: Some(APPLE_APP_PASSWORDS),
    issued: &[IssuedSecret {
        groups: Some(hyphened(4, 4)),
        ..app_password(SIXTEEN_LETTERS, Confidence::Medium, Confidence::Medium, APPLE_APP_PASSWORDS)
    }],
    services: &[
        &web(Service::ACCOUNT, APPLE_APP_PASSWORDS),
        &web(Service::WEBMAIL, APPLE_APP_PASSWORDS),
        &ServiceRule {
            issued_only: ISSUED_ONLY,
            several: true,
            links: APPLE_LINKS,
            ..ServiceRule::new(
                Service::MAILBOX,
                &[IdentifierForm::Address, IdentifierForm::LocalPart],
                APP_PASSWORD,
                read(APPLE_APP_PASSWORDS),
            )
        },
        &ServiceRule {
            issued_only: ISSUED_ONLY,
            several: true,
            links: APPLE_LINKS,
            ..ServiceRule::new(Service::CALDAV, ADDRESS, APP_PASSWORD, read(APPLE_APP_PASSWORDS))
        },
    ],
};

const FASTMAIL_APP_PASSWORDS: &str = "https://www.fastmail.com/help/clients/apppassword.html";

const fn fastmail(service: Service) -> ServiceRule {
    ServiceRule {
        issued_only: ISSUED_ONLY,
        several: true,
        links: const { &[help(FASTMAIL_APP_PASSWORDS)] },
        ..ServiceRule::new(service, ADDRESS, APP_PASSWORD, read(FASTMAIL_APP_PASSWORDS))
    }
}

/// Always required by third-party software; what they look like is not documented.
pub(super) const FASTMAIL: Profile = Profile {
    id: "fastmail",
    name: "Fastmail",
    mail_domains: &[],
    help: Some(FASTMAIL_APP_PASSWORDS),
    issued: &[IssuedSecret {
        groups: Some(fours(4)),
        ..app_password("[a-z0-9]{16}", Confidence::Low, Confidence::Low, FASTMAIL_APP_PASSWORDS)
    }],
    services: &[
        &web(Service::ACCOUNT, FASTMAIL_APP_PASSWORDS),
        &web(Service::WEBMAIL, FASTMAIL_APP_PASSWORDS),
        &fastmail(Service::MAILBOX),
        &fastmail(Service::CALDAV),
        &fastmail(Service::WEBDAV),
    ],
};

const GMX_APP_PASSWORDS: &str = "https://hilfe.gmx.net/sicherheit/2fa/anwendungsspezifisches-passwort.html";

const fn gmx(service: Service) -> ServiceRule {
    ServiceRule {
        several: true,
        links: const { &[help(GMX_APP_PASSWORDS)] },
        ..ServiceRule::new(service, ADDRESS, ACCOUNT_OR_APP_PASSWORD, read(GMX_APP_PASSWORDS))
    }
}

/// With a second factor the account password no longer works in mail programs; what replaces it is not described.
pub(super) const GMX: Profile = Profile {
    id: "gmx",
    name: "GMX",
    mail_domains: &[],
    help: Some(GMX_APP_PASSWORDS),
    issued: &[],
    services: &[
        &web(Service::ACCOUNT, GMX_APP_PASSWORDS),
        &web(Service::WEBMAIL, GMX_APP_PASSWORDS),
        &gmx(Service::MAILBOX),
        &gmx(Service::CALDAV),
    ],
};

const GOOGLE_APP_PASSWORDS: &str = "https://support.google.com/accounts/answer/185833";

/// "16-digit passcode" is official, and a passcode of letters: the length is documented, the signs are not.
pub(super) const GOOGLE: Profile = Profile {
    id: "google",
    name: "Google",
    mail_domains: &[],
    help: Some(GOOGLE_APP_PASSWORDS),
    issued: &[IssuedSecret {
        groups: Some(fours(4)),
        ..app_password(SIXTEEN_LETTERS, Confidence::High, Confidence::Medium, GOOGLE_APP_PASSWORDS)
    }],
    services: &[
        &web(Service::ACCOUNT, GOOGLE_APP_PASSWORDS),
        &web(Service::WEBMAIL, GOOGLE_APP_PASSWORDS),
        &ServiceRule {
            issued_only: ISSUED_ONLY,
            several: true,
            place: Some("appPasswords"),
            links: &[create("https://myaccount.google.com/"), help(GOOGLE_APP_PASSWORDS)],
            ..ServiceRule::new(Service::MAILBOX, ADDRESS, APP_PASSWORD, read(GOOGLE_APP_PASSWORDS))
        },
    ],
};

const MAIL_COM_APP_PASSWORDS: &str = "https://support.mail.com/security/2fa/application-specific-passwords.html";

/// As GMX, whose operator it shares.
pub(super) const MAIL_COM: Profile = Profile {
    id: "mail-com",
    name: "mail.com",
    mail_domains: &[],
    help: Some(MAIL_COM_APP_PASSWORDS),
    issued: &[],
    services: &[
        &web(Service::ACCOUNT, MAIL_COM_APP_PASSWORDS),
        &web(Service::WEBMAIL, MAIL_COM_APP_PASSWORDS),
        &ServiceRule {
            several: true,
            links: &[help(MAIL_COM_APP_PASSWORDS)],
            ..ServiceRule::new(Service::MAILBOX, ADDRESS, ACCOUNT_OR_APP_PASSWORD, read(MAIL_COM_APP_PASSWORDS))
        },
    ],
};

const MAIL_RU_REFUSAL: &str = "https://github.com/thunderbird/thunderbird-android/issues/9069";

/// The server answers that an application password is required; what it looks like was not found.
pub(super) const MAIL_RU: Profile = Profile {
    id: "mail-ru",
    name: "Mail.ru",
    mail_domains: &[],
    help: None,
    issued: &[],
    services: &[
        &web(Service::ACCOUNT, MAIL_RU_REFUSAL),
        &web(Service::WEBMAIL, MAIL_RU_REFUSAL),
        &ServiceRule {
            issued_only: PROBABLY_ISSUED_ONLY,
            several: true,
            links: &[help("https://help.mail.ru/mail/security/protection/external")],
            ..ServiceRule::new(Service::MAILBOX, ADDRESS, APP_PASSWORD, read(MAIL_RU_REFUSAL))
        },
    ],
};

const MAILBOX_ORG_KINDS: &str = "https://kb.mailbox.org/en/private/security-and-privacy/access-security-for-mailbox-2fa-app-passwords-and-e-mail-passwords";

const fn mailbox_org(service: Service) -> ServiceRule {
    ServiceRule {
        several: true,
        links: const { &[help(MAILBOX_ORG_KINDS)] },
        ..ServiceRule::new(service, ADDRESS, ACCOUNT_OR_APP_PASSWORD, read(MAILBOX_ORG_KINDS))
    }
}

/// Two kinds, as Infomaniak's: "email app passwords" and "application passwords", both only with a second factor.
pub(super) const MAILBOX_ORG: Profile = Profile {
    id: "mailbox-org",
    name: "mailbox.org",
    mail_domains: &[],
    help: Some(MAILBOX_ORG_KINDS),
    issued: &[],
    services: &[
        &web(Service::ACCOUNT, MAILBOX_ORG_KINDS),
        &web(Service::WEBMAIL, MAILBOX_ORG_KINDS),
        &mailbox_org(Service::MAILBOX),
        &mailbox_org(Service::CALDAV),
    ],
};

const MICROSOFT_NO_BASIC: &str = "https://github.com/nodemailer/nodemailer/issues/1726";

/// "535 5.7.139 basic authentication is disabled": mail programs sign in through the browser (OAuth 2.0).
pub(super) const MICROSOFT: Profile = Profile {
    id: "microsoft",
    name: "Microsoft",
    mail_domains: &[],
    help: None,
    issued: &[],
    services: &[
        &web(Service::ACCOUNT, MICROSOFT_NO_BASIC),
        &web(Service::WEBMAIL, MICROSOFT_NO_BASIC),
        &ServiceRule {
            no_password: true,
            ..ServiceRule::new(Service::MAILBOX, ADDRESS, ACCOUNT_PASSWORD, read(MICROSOFT_NO_BASIC))
        },
    ],
};

const NETEASE_REFUSAL: &str = "https://github.com/Vincedream/NodeMail/issues/11";

/// An "authorization code" in place of the password; what it looks like was not found.
pub(super) const NETEASE_163: Profile = Profile {
    id: "netease-163",
    name: "NetEase 163",
    mail_domains: &[],
    help: None,
    issued: &[],
    services: &[
        &web(Service::ACCOUNT, NETEASE_REFUSAL),
        &web(Service::WEBMAIL, NETEASE_REFUSAL),
        &ServiceRule::new(Service::MAILBOX, ADDRESS, APP_PASSWORD, read(NETEASE_REFUSAL)),
    ],
};

const POSTEO_PROTECTION: &str = "https://posteo.de/en/help/activating-additional-email-account-protection";

/// One password for web and mail programs; a switch blocks mail programs instead of issuing app passwords.
pub(super) const POSTEO: Profile = Profile {
    id: "posteo",
    name: "Posteo",
    mail_domains: &[],
    help: Some(POSTEO_PROTECTION),
    issued: &[],
    services: &[
        &web(Service::ACCOUNT, POSTEO_PROTECTION),
        &web(Service::WEBMAIL, POSTEO_PROTECTION),
        &ServiceRule {
            links: &[help(POSTEO_PROTECTION)],
            ..ServiceRule::new(Service::MAILBOX, ADDRESS, ACCOUNT_PASSWORD, read(POSTEO_PROTECTION))
        },
    ],
};

const PROTON_BRIDGE: &str = "https://proton.me/support/protonmail-bridge-faq";

/// Mail programs reach only the Bridge on the same machine: 16 random bytes in base64url, which leave the last
/// character four choices.
pub(super) const PROTON: Profile = Profile {
    id: "proton",
    name: "Proton",
    mail_domains: &[],
    help: Some(PROTON_BRIDGE),
    issued: &[app_password("[A-Za-z0-9_-]{21}[AQgw]", Confidence::High, Confidence::High, PROTON_BRIDGE)],
    services: &[
        &web(Service::ACCOUNT, PROTON_BRIDGE),
        &web(Service::WEBMAIL, PROTON_BRIDGE),
        &ServiceRule {
            no_password: true,
            place: Some("bridge"),
            links: &[help(PROTON_BRIDGE)],
            ..ServiceRule::new(Service::MAILBOX, ADDRESS, APP_PASSWORD, read(PROTON_BRIDGE))
        },
    ],
};

const QQ_CODES: &str = "https://onemails.ai/email-help";

/// An "authorization code" in place of the password; what it looks like was not found.
pub(super) const QQ: Profile = Profile {
    id: "qq",
    name: "QQ Mail",
    mail_domains: &[],
    help: None,
    issued: &[],
    services: &[
        &web(Service::ACCOUNT, QQ_CODES),
        &web(Service::WEBMAIL, QQ_CODES),
        &ServiceRule::new(Service::MAILBOX, ADDRESS, APP_PASSWORD, read(QQ_CODES)),
    ],
};

const TELEKOM_PASSWORDS: &str =
    "https://login24.email/e-mail-passwort-bei-t-online-aendern-schritt-fuer-schritt-erklaert";

/// Mail programs want the separate "E-Mail-Passwort", one of four passwords of that name.
pub(super) const TELEKOM: Profile = Profile {
    id: "telekom",
    name: "Telekom",
    mail_domains: &[],
    help: None,
    issued: &[],
    services: &[
        &web(Service::ACCOUNT, TELEKOM_PASSWORDS),
        &web(Service::WEBMAIL, TELEKOM_PASSWORDS),
        &ServiceRule::new(Service::MAILBOX, ADDRESS, MAILBOX_PASSWORD, read(TELEKOM_PASSWORDS)),
    ],
};

const WEB_DE_SERVERS: &str =
    "https://github.com/thunderbird/autoconfig/blob/c6ad79659b5fc321d1593ec4c277815b83e5dec5/ispdb/web.de.xml";

/// As GMX, whose operator it shares. Thunderbird fills in the part before the `@`; nobody says that the address is refused.
pub(super) const WEB_DE: Profile = Profile {
    id: "web-de",
    name: "WEB.DE",
    mail_domains: &[],
    help: None,
    issued: &[],
    services: &[
        &web(Service::ACCOUNT, MAIL_COM_APP_PASSWORDS),
        &web(Service::WEBMAIL, MAIL_COM_APP_PASSWORDS),
        &ServiceRule {
            several: true,
            ..ServiceRule::new(
                Service::MAILBOX,
                &[IdentifierForm::LocalPart, IdentifierForm::Address],
                ACCOUNT_OR_APP_PASSWORD,
                read(WEB_DE_SERVERS),
            )
        },
    ],
};

const YAHOO_APP_PASSWORDS: &str = "https://help.yahoo.com/kb/generate-manage-rd-party-passwords-sln15241.html";

/// The length is told by a third party.
pub(super) const YAHOO: Profile = Profile {
    id: "yahoo",
    name: "Yahoo",
    mail_domains: &[],
    help: Some(YAHOO_APP_PASSWORDS),
    issued: &[app_password(SIXTEEN_LETTERS, Confidence::Medium, Confidence::Medium, YAHOO_APP_PASSWORDS)],
    services: &[
        &web(Service::ACCOUNT, YAHOO_APP_PASSWORDS),
        &web(Service::WEBMAIL, YAHOO_APP_PASSWORDS),
        &ServiceRule {
            issued_only: PROBABLY_ISSUED_ONLY,
            several: true,
            links: &[create("https://login.yahoo.com/account/security"), help(YAHOO_APP_PASSWORDS)],
            ..ServiceRule::new(Service::MAILBOX, ADDRESS, APP_PASSWORD, read(YAHOO_APP_PASSWORDS))
        },
    ],
};

const YANDEX_APP_PASSWORDS: &str = "https://yandex.com/support/passport/authorization/app-passwords.html";

const fn yandex(service: Service) -> ServiceRule {
    ServiceRule {
        issued_only: PROBABLY_ISSUED_WITH_SECOND_FACTOR,
        several: true,
        links: const { &[help(YANDEX_APP_PASSWORDS)] },
        ..ServiceRule::new(service, ADDRESS, APP_OR_ACCOUNT_PASSWORD, read(YANDEX_APP_PASSWORDS))
    }
}

/// One app password a kind of service, mandatory with a second factor; what they look like is not documented.
pub(super) const YANDEX: Profile = Profile {
    id: "yandex",
    name: "Yandex",
    mail_domains: &[],
    help: Some(YANDEX_APP_PASSWORDS),
    issued: &[app_password(SIXTEEN_LETTERS, Confidence::Low, Confidence::Low, YANDEX_APP_PASSWORDS)],
    services: &[
        &web(Service::ACCOUNT, YANDEX_APP_PASSWORDS),
        &web(Service::WEBMAIL, YANDEX_APP_PASSWORDS),
        &yandex(Service::MAILBOX),
        &yandex(Service::CALDAV),
        &yandex(Service::WEBDAV),
    ],
};

const ZOHO_APP_PASSWORDS: &str = "https://help.zoho.com/portal/kb/articles/manage-application-specific-passwords";

const fn zoho(service: Service) -> ServiceRule {
    ServiceRule {
        issued_only: ISSUED_WITH_SECOND_FACTOR,
        several: true,
        links: const { &[create("https://accounts.zoho.com/"), help(ZOHO_APP_PASSWORDS)] },
        ..ServiceRule::new(service, ADDRESS, APP_OR_ACCOUNT_PASSWORD, read(ZOHO_APP_PASSWORDS))
    }
}

/// Required with a second factor or single sign-on, recommended otherwise.
pub(super) const ZOHO: Profile = Profile {
    id: "zoho",
    name: "Zoho",
    mail_domains: &[],
    help: Some(ZOHO_APP_PASSWORDS),
    issued: &[IssuedSecret {
        groups: Some(fours(3)),
        ..app_password("[A-Za-z0-9]{12}", Confidence::High, Confidence::High, ZOHO_APP_PASSWORDS)
    }],
    services: &[
        &web(Service::ACCOUNT, ZOHO_APP_PASSWORDS),
        &web(Service::WEBMAIL, ZOHO_APP_PASSWORDS),
        &zoho(Service::MAILBOX),
        &zoho(Service::CALDAV),
    ],
};
