//! The providers: facts only. CONTRIBUTING.md shows how a row is added.
//!
//! Every fact was read on 2026-11-22 on the page that its row names; what no page says is left out. A shape that is
//! known only by hearsay has low confidence, a rule that holds only with a second factor says so.

mod code;
mod hosting;
mod infomaniak;
mod mail;
mod software;

use super::{Confidence, Day, Groups, IdentifierForm, IssuedOnly, Link, Profile, Rel, Role, Source};

/// Measures what one provider costs (`make size`); never shipped.
#[cfg(passkind_one_provider)]
pub(crate) static PROFILES: &[Profile] = &[infomaniak::INFOMANIAK];

/// Every built-in profile, sorted by id.
#[cfg(not(passkind_one_provider))]
pub(crate) static PROFILES: &[Profile] = &[
    mail::AOL,
    mail::APPLE,
    code::ATLASSIAN,
    code::AWS_SES,
    code::BITBUCKET,
    software::CPANEL,
    code::DOCKER_HUB,
    hosting::DREAMHOST,
    mail::FASTMAIL,
    hosting::GANDI,
    code::GITHUB,
    code::GITLAB,
    mail::GMX,
    mail::GOOGLE,
    software::HOME_ASSISTANT,
    hosting::HOSTINGER,
    infomaniak::INFOMANIAK,
    hosting::IONOS,
    hosting::LOOPIA,
    mail::MAIL_COM,
    mail::MAIL_RU,
    mail::MAILBOX_ORG,
    software::MAILCOW,
    mail::MICROSOFT,
    hosting::NAMECHEAP,
    mail::NETEASE_163,
    software::NEXTCLOUD,
    code::NPM,
    hosting::ONE_COM,
    hosting::OVH,
    software::PLESK,
    mail::POSTEO,
    mail::PROTON,
    code::PYPI,
    mail::QQ,
    software::SEAFILE,
    code::SENDGRID,
    hosting::STRATO,
    software::SYNOLOGY,
    mail::TELEKOM,
    mail::WEB_DE,
    software::WORDPRESS,
    mail::YAHOO,
    mail::YANDEX,
    mail::ZOHO,
];

// Identifiers.
const ADDRESS: &[IdentifierForm] = &[IdentifierForm::Address];
const NAME: &[IdentifierForm] = &[IdentifierForm::Name];
const FIXED: &[IdentifierForm] = &[IdentifierForm::Fixed];
/// Not documented: whatever is typed may fit.
const ANY: &[IdentifierForm] = &[];

// Roles.
const ACCOUNT_PASSWORD: &[Role] = &[Role::AccountPassword];
const MAILBOX_PASSWORD: &[Role] = &[Role::MailboxPassword];
const APP_PASSWORD: &[Role] = &[Role::AppPassword];
/// The mailbox's password, or an app password once a second factor is on.
const MAILBOX_OR_APP_PASSWORD: &[Role] = &[Role::MailboxPassword, Role::AppPassword];
const SERVICE_PASSWORD: &[Role] = &[Role::ServicePassword];
const API_TOKEN: &[Role] = &[Role::ApiToken];
/// The account password, or an app password once a second factor is on.
const ACCOUNT_OR_APP_PASSWORD: &[Role] = &[Role::AccountPassword, Role::AppPassword];
/// An app password once a second factor is on, else the account password.
const APP_OR_ACCOUNT_PASSWORD: &[Role] = &[Role::AppPassword, Role::AccountPassword];

/// The last day on which a rule read in November 2026 is relied on: a year later.
const EXPIRES: Option<Day> = Some(Day::new(2027, 11, 22));

/// The provider says that nothing but the issued secret is taken.
const ISSUED_ONLY: Option<IssuedOnly> = Some(IssuedOnly {
    confidence: Confidence::High,
    legacy_secrets: false,
    second_factor_only: false,
    expires: EXPIRES,
});
/// A third party says so.
const PROBABLY_ISSUED_ONLY: Option<IssuedOnly> = Some(IssuedOnly {
    confidence: Confidence::Medium,
    legacy_secrets: false,
    second_factor_only: false,
    expires: EXPIRES,
});
/// The provider says so of accounts with a second factor.
const ISSUED_WITH_SECOND_FACTOR: Option<IssuedOnly> = Some(IssuedOnly {
    confidence: Confidence::High,
    legacy_secrets: false,
    second_factor_only: true,
    expires: EXPIRES,
});

/// A third party says so of accounts with a second factor.
const PROBABLY_ISSUED_WITH_SECOND_FACTOR: Option<IssuedOnly> = Some(IssuedOnly {
    confidence: Confidence::Medium,
    legacy_secrets: false,
    second_factor_only: true,
    expires: EXPIRES,
});

/// `xxxx xxxx ...`, so many groups of four with blanks between.
const fn fours(count: usize) -> Groups {
    Groups { size: 4, separator: ' ', count }
}

/// Groups with hyphens between.
const fn hyphened(size: usize, count: usize) -> Groups {
    Groups { size, separator: '-', count }
}

/// A page, read on the day on which this table was made.
const fn read(url: &'static str) -> Source {
    Source::new(url, "2026-11-22")
}

const fn create(href: &'static str) -> Link {
    Link { rel: Rel::Create, href }
}

const fn reset(href: &'static str) -> Link {
    Link { rel: Rel::Reset, href }
}

const fn help(href: &'static str) -> Link {
    Link { rel: Rel::Help, href }
}
