//! The providers: facts only, sorted by id. CONTRIBUTING.md shows how a row is added.

use std::borrow::Cow::Borrowed;

use crate::identifier::IdentifierForm::{Address, Handle, ServiceUser, SyncName};
use crate::pattern::Pattern;

use super::{
    Confidence, Day, Groups, IdentifierRule, IssuedOnly, IssuedSecret, Link, Profile, Rel, Role, Service, ServiceRule,
    Source,
};

/// Every built-in profile, sorted by id.
pub(crate) static PROFILES: &[Profile] = &[INFOMANIAK];

/// The last day on which a rule read in November 2026 is relied on: a year later.
const NOVEMBER_2027: Option<Day> = Some(Day::new(2027, 11, 22));

const IDENTIFIERS: &str =
    "https://www.infomaniak.com/en/support/faq/1980/understanding-the-different-infomaniak-identifiers";
const DEVICE_PASSWORDS: &str =
    "https://www.infomaniak.com/en/support/faq/1321/modifying-the-email-address-password-from-the-mail-hosting";
const APPLICATION_PASSWORDS: &str = "https://www.infomaniak.com/en/support/faq/2855/manage-application-passwords";
const ACCOUNT_PASSWORD: &str =
    "https://www.infomaniak.com/en/support/faq/2359/modifier-le-mot-de-passe-de-connexion-au-manager-mail";
const SYNC_NAMES: &str =
    "https://www.infomaniak.com/en/support/faq/2432/sync-your-contacts-and-calendars-across-all-your-devices";
const KDRIVE_WEBDAV: &str =
    "https://www.infomaniak.com/en/support/faq/2409/connect-to-kdrive-via-webdav-get-the-kdrive-id";
const CLOUD_USERS: &str = "https://www.infomaniak.com/en/support/faq/2492/manage-public-cloud-users";
const BACKUP_USERS: &str = "https://www.infomaniak.com/en/support/faq/2573/manage-acronis-backup-users";
const FTP_USERS: &str = "https://github.com/Mogacode-ma/infomaniak-mcp-agent/blob/HEAD/src/tools/ftp-users.ts";
const DATABASES: &str = "https://github.com/Mogacode-ma/infomaniak-mcp-agent/blob/HEAD/src/tools/databases.ts";
const MANAGER: &str = "https://manager.infomaniak.com/";

const fn link(rel: Rel, href: &'static str) -> Link {
    Link { rel, href: Borrowed(href) }
}

/// Infomaniak, <https://www.infomaniak.com/en/support/faq/1980/understanding-the-different-infomaniak-identifiers>.
///
/// Account and address may be the same string and have two passwords; an account holder may also unify the two
/// (FAQ 2359), so a mailbox password on the account form is never certain from the pair alone.
const INFOMANIAK: Profile = Profile {
    id: Borrowed("infomaniak"),
    name: Borrowed("Infomaniak"),
    mail_domains: Borrowed(&[Borrowed("etik.com"), Borrowed("ik.me"), Borrowed("ikmail.com")]),
    help: Some(Borrowed(IDENTIFIERS)),
    issued: Borrowed(&[
        IssuedSecret {
            // "Generated and shown once; not below 16 characters"; its signs are not documented, blanks are ignored.
            role: Role::MailboxPassword,
            pattern: Pattern::new("[!-\u{10ffff}]{16,}"),
            groups: Some(Groups { size: 4, separator: ' ', count: 4 }),
            length: Confidence::High,
            alphabet: Confidence::Low,
            source: Source::new(DEVICE_PASSWORDS, "2026-11-22"),
        },
        IssuedSecret {
            // Two independent observations, no documentation: evidence that a secret is none, never that it is one.
            role: Role::AppPassword,
            pattern: Pattern::new("[A-Za-z0-9]{16}"),
            groups: None,
            length: Confidence::Low,
            alphabet: Confidence::Low,
            source: Source::new(APPLICATION_PASSWORDS, "2026-11-22"),
        },
    ]),
    services: Borrowed(&[
        ServiceRule {
            service: Service::ACCOUNT,
            identifier: IdentifierRule {
                forms: Borrowed(&[Address]),
                patterns: Borrowed(&[]),
                example: Some(Borrowed("anna@example.com")),
                place: None,
            },
            expects: Borrowed(&[Role::AccountPassword]),
            issued_only: None,
            several: false,
            place: Some(Borrowed("accountPassword")),
            used_at: Borrowed(&[Borrowed("manager.infomaniak.com")]),
            links: Borrowed(&[link(Rel::Reset, ACCOUNT_PASSWORD)]),
            source: Source::new(IDENTIFIERS, "2026-11-22"),
        },
        ServiceRule {
            service: Service::WEBMAIL,
            identifier: IdentifierRule {
                forms: Borrowed(&[Address]),
                patterns: Borrowed(&[]),
                example: Some(Borrowed("anna@example.com")),
                place: None,
            },
            expects: Borrowed(&[Role::AccountPassword]),
            issued_only: None,
            several: false,
            place: Some(Borrowed("accountPassword")),
            used_at: Borrowed(&[
                Borrowed("mail.infomaniak.com"),
                Borrowed("ksuite.infomaniak.com/mail"),
                Borrowed("Infomaniak Mail"),
            ]),
            links: Borrowed(&[link(Rel::Reset, ACCOUNT_PASSWORD)]),
            source: Source::new(IDENTIFIERS, "2026-11-22"),
        },
        ServiceRule {
            service: Service::MAILBOX,
            identifier: IdentifierRule {
                forms: Borrowed(&[Address]),
                patterns: Borrowed(&[]),
                example: Some(Borrowed("anna@your-domain.example")),
                place: None,
            },
            expects: Borrowed(&[Role::MailboxPassword]),
            issued_only: Some(IssuedOnly {
                confidence: Confidence::High,
                legacy_secrets: true, // passwords of addresses from before devices (FAQ 1344) were chosen, from 8 characters
                second_factor_only: false,
                expires: NOVEMBER_2027,
            }),
            several: true,
            place: Some(Borrowed("devices")),
            used_at: Borrowed(&[
                Borrowed("mail.infomaniak.com:993 (IMAP)"),
                Borrowed("mail.infomaniak.com:465 (SMTP)"),
                Borrowed("Outlook, Apple Mail, Thunderbird"),
            ]),
            links: Borrowed(&[link(Rel::Create, "https://config.infomaniak.com/"), link(Rel::Help, DEVICE_PASSWORDS)]),
            source: Source::new(DEVICE_PASSWORDS, "2026-11-22"),
        },
        ServiceRule {
            service: Service::CALDAV,
            identifier: IdentifierRule {
                forms: Borrowed(&[SyncName]),
                patterns: Borrowed(&[
                    Pattern::new("[A-Z]{2}[0-9]{5}"),
                    Pattern::new("[A-Z]{2}[0-9]{5}@sync.infomaniak.com"),
                ]),
                example: Some(Borrowed("AB12345")),
                place: Some(Borrowed("syncName")),
            },
            expects: Borrowed(&[Role::AppPassword, Role::AccountPassword]),
            issued_only: Some(IssuedOnly {
                confidence: Confidence::High,
                legacy_secrets: false,
                second_factor_only: true,
                expires: NOVEMBER_2027,
            }),
            several: true,
            place: Some(Borrowed("applicationPasswords")),
            used_at: Borrowed(&[Borrowed("sync.infomaniak.com")]),
            links: Borrowed(&[
                link(Rel::Create, "https://manager.infomaniak.com/v3/profile/application-password"),
                link(Rel::Help, SYNC_NAMES),
            ]),
            source: Source::new(SYNC_NAMES, "2026-11-22"),
        },
        ServiceRule {
            service: Service::WEBDAV,
            identifier: IdentifierRule {
                forms: Borrowed(&[Address]),
                patterns: Borrowed(&[]),
                example: Some(Borrowed("anna@example.com")),
                place: None,
            },
            expects: Borrowed(&[Role::AppPassword]),
            issued_only: Some(IssuedOnly {
                confidence: Confidence::High, // the newest text asks for one always; older ones only with a second factor
                legacy_secrets: false,
                second_factor_only: false,
                expires: NOVEMBER_2027,
            }),
            several: true,
            place: Some(Borrowed("applicationPasswords")),
            used_at: Borrowed(&[Borrowed("connect.kdrive.infomaniak.com")]),
            links: Borrowed(&[
                link(Rel::Create, "https://manager.infomaniak.com/v3/profile/application-password"),
                link(Rel::Help, KDRIVE_WEBDAV),
            ]),
            source: Source::new(KDRIVE_WEBDAV, "2026-11-22"),
        },
        ServiceRule {
            service: Service::FTP,
            identifier: IdentifierRule {
                forms: Borrowed(&[ServiceUser]),
                patterns: Borrowed(&[Pattern::new("[a-z0-9]{4,6}_[A-Za-z0-9_-]{1,32}")]),
                example: Some(Borrowed("abcd_name")),
                place: None,
            },
            expects: Borrowed(&[Role::ServicePassword]),
            issued_only: None,
            several: false,
            place: Some(Borrowed("ftpUsers")),
            used_at: Borrowed(&[Borrowed("abcd.ftp.infomaniak.com")]),
            links: Borrowed(&[link(Rel::Reset, MANAGER)]),
            source: Source::new(FTP_USERS, "2026-11-22"),
        },
        ServiceRule {
            service: Service::SSH,
            identifier: IdentifierRule {
                forms: Borrowed(&[ServiceUser]),
                patterns: Borrowed(&[Pattern::new("[a-z0-9]{4,6}_[A-Za-z0-9_-]{1,32}")]),
                example: Some(Borrowed("abcd_name")),
                place: None,
            },
            expects: Borrowed(&[Role::ServicePassword]),
            issued_only: None,
            several: false,
            place: Some(Borrowed("ftpUsers")),
            used_at: Borrowed(&[Borrowed("abcd.ftp.infomaniak.com:22")]),
            links: Borrowed(&[link(Rel::Reset, MANAGER)]),
            source: Source::new(FTP_USERS, "2026-11-22"),
        },
        ServiceRule {
            service: Service::MYSQL,
            identifier: IdentifierRule {
                forms: Borrowed(&[ServiceUser]),
                patterns: Borrowed(&[Pattern::new("[a-z0-9]{4,6}_[A-Za-z0-9_]{1,64}")]),
                example: Some(Borrowed("abcd_name")),
                place: None,
            },
            expects: Borrowed(&[Role::ServicePassword]),
            issued_only: None,
            several: false,
            place: Some(Borrowed("databases")),
            used_at: Borrowed(&[Borrowed("abcd.myd.infomaniak.com:3306")]),
            links: Borrowed(&[link(Rel::Reset, MANAGER)]),
            source: Source::new(DATABASES, "2026-11-22"),
        },
        ServiceRule {
            service: Service::PHPMYADMIN,
            identifier: IdentifierRule {
                forms: Borrowed(&[ServiceUser]),
                patterns: Borrowed(&[Pattern::new("[a-z0-9]{4,6}_[A-Za-z0-9_]{1,64}")]),
                example: Some(Borrowed("abcd_name")),
                place: None,
            },
            expects: Borrowed(&[Role::ServicePassword]),
            issued_only: None,
            several: false,
            place: Some(Borrowed("databases")),
            used_at: Borrowed(&[Borrowed("phpMyAdmin")]),
            links: Borrowed(&[link(Rel::Reset, MANAGER)]),
            source: Source::new(DATABASES, "2026-11-22"),
        },
        ServiceRule {
            service: Service::declared("publicCloud"),
            identifier: IdentifierRule {
                forms: Borrowed(&[Handle]),
                patterns: Borrowed(&[Pattern::new("PCU-[A-Z0-9]{4,8}")]),
                example: Some(Borrowed("PCU-XXXXXX")),
                place: None,
            },
            expects: Borrowed(&[Role::ServicePassword]),
            issued_only: None,
            several: false,
            place: Some(Borrowed("cloudUsers")),
            used_at: Borrowed(&[Borrowed("Horizon, OpenStack CLI")]),
            links: Borrowed(&[link(Rel::Reset, MANAGER), link(Rel::Help, CLOUD_USERS)]),
            source: Source::new(CLOUD_USERS, "2026-11-22"),
        },
        ServiceRule {
            service: Service::declared("swissBackup"),
            identifier: IdentifierRule {
                forms: Borrowed(&[Handle]),
                patterns: Borrowed(&[
                    Pattern::new("SBA-[A-Z0-9]+-ADMIN"),
                    Pattern::new("SBI-[A-Z]{2}[0-9]{6}"),
                    Pattern::new("sb_project_SBI-[A-Z]{2}[0-9]{6}"),
                ]),
                example: Some(Borrowed("SBA-XXXX-ADMIN, SBI-AB123456")),
                place: None,
            },
            expects: Borrowed(&[Role::ServicePassword]),
            issued_only: None,
            several: false,
            place: Some(Borrowed("backupDevice")),
            used_at: Borrowed(&[Borrowed("acronis.infomaniak.com"), Borrowed("rclone, Cyberduck")]),
            links: Borrowed(&[link(Rel::Reset, MANAGER), link(Rel::Help, BACKUP_USERS)]),
            source: Source::new(BACKUP_USERS, "2026-11-22"),
        },
    ]),
};
