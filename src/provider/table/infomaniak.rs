//! Infomaniak: <https://www.infomaniak.com/en/support/faq/1980/understanding-the-different-infomaniak-identifiers>.
//!
//! Account and address may be the same string and have two passwords; an account holder may also unify the two
//! (FAQ 2359), so a mailbox password on the account form is never certain from the pair alone.

use crate::pattern::Pattern;
use crate::provider::IdentifierForm::{Handle, ServiceUser, SyncName};
use crate::provider::{Confidence, IdentifierRule, IssuedOnly, IssuedSecret, Profile, Role, Service, ServiceRule};

use super::{
    ACCOUNT_PASSWORD, ADDRESS, APP_OR_ACCOUNT_PASSWORD, APP_PASSWORD, EXPIRES, ISSUED_ONLY, ISSUED_WITH_SECOND_FACTOR,
    MAILBOX_PASSWORD, SERVICE_PASSWORD, create, fours, help, read, reset,
};

const IDENTIFIERS: &str =
    "https://www.infomaniak.com/en/support/faq/1980/understanding-the-different-infomaniak-identifiers";
const DEVICE_PASSWORDS: &str =
    "https://www.infomaniak.com/en/support/faq/1321/modifying-the-email-address-password-from-the-mail-hosting";
const APPLICATION_PASSWORDS: &str = "https://www.infomaniak.com/en/support/faq/2855/manage-application-passwords";
const ACCOUNT_LOGIN: &str =
    "https://www.infomaniak.com/en/support/faq/2359/modifier-le-mot-de-passe-de-connexion-au-manager-mail";
const SYNC_NAMES: &str =
    "https://www.infomaniak.com/en/support/faq/2432/sync-your-contacts-and-calendars-across-all-your-devices";
const KDRIVE_WEBDAV: &str =
    "https://www.infomaniak.com/en/support/faq/2409/connect-to-kdrive-via-webdav-get-the-kdrive-id";
const CLOUD_USERS: &str = "https://www.infomaniak.com/en/support/faq/2492/manage-public-cloud-users";
const BACKUP_USERS: &str = "https://www.infomaniak.com/en/support/faq/2573/manage-acronis-backup-users";
const FTP_USERS: &str = "https://github.com/Mogacode-ma/infomaniak-mcp-agent/blob/HEAD/src/tools/ftp-users.ts";
const DATABASES: &str = "https://github.com/Mogacode-ma/infomaniak-mcp-agent/blob/HEAD/src/tools/databases.ts";
const API_TOKENS: &str = "https://github.com/Mogacode-ma/infomaniak-mcp-agent/blob/HEAD/.gitleaks.toml";
const MANAGER: &str = "https://manager.infomaniak.com/";
const NEW_APPLICATION_PASSWORD: &str = "https://manager.infomaniak.com/v3/profile/application-password";

/// `abcd_name`: the hosting's prefix of four to six signs, and the user's own name.
const HOSTING_USER: IdentifierRule = IdentifierRule {
    forms: &[ServiceUser],
    patterns: &[Pattern::new("[a-z0-9]{4,6}_[A-Za-z0-9_-]{1,64}")],
    example: Some("abcd_name"),
    place: None,
};

pub(super) const INFOMANIAK: Profile = Profile {
    id: "infomaniak",
    name: "Infomaniak",
    mail_domains: &[],
    help: Some(IDENTIFIERS),
    issued: &[
        IssuedSecret {
            // "Generated and shown once; not below 16 characters"; its signs are not documented, blanks are ignored.
            role: Role::MailboxPassword,
            pattern: Pattern::new("[!-\u{10ffff}]{16,}"),
            groups: Some(fours(4)),
            length: Confidence::High,
            alphabet: Confidence::Low,
            source: read(DEVICE_PASSWORDS),
        },
        IssuedSecret {
            // Two independent observations, no documentation: evidence that a secret is none, never that it is one.
            role: Role::AppPassword,
            pattern: Pattern::new("[A-Za-z0-9]{16}"),
            groups: None,
            length: Confidence::Low,
            alphabet: Confidence::Low,
            source: read(APPLICATION_PASSWORDS),
        },
        IssuedSecret {
            // A scanner's rule without a prefix: only the length speaks, so it is never more than `may`.
            role: Role::ApiToken,
            pattern: Pattern::new("[A-Za-z0-9_-]{80,128}"),
            groups: None,
            length: Confidence::High,
            alphabet: Confidence::High,
            source: read(API_TOKENS),
        },
    ],
    services: &[
        &ServiceRule {
            identifier: address("anna@example.com"),
            place: Some("accountPassword"),
            used_at: &["manager.infomaniak.com"],
            links: &[reset(ACCOUNT_LOGIN)],
            ..ServiceRule::new(Service::ACCOUNT, ADDRESS, ACCOUNT_PASSWORD, read(IDENTIFIERS))
        },
        &ServiceRule {
            identifier: address("anna@example.com"),
            place: Some("accountPassword"),
            used_at: &["mail.infomaniak.com", "ksuite.infomaniak.com/mail", "Infomaniak Mail"],
            links: &[reset(ACCOUNT_LOGIN)],
            ..ServiceRule::new(Service::WEBMAIL, ADDRESS, ACCOUNT_PASSWORD, read(IDENTIFIERS))
        },
        &ServiceRule {
            identifier: address("anna@your-domain.example"),
            issued_only: Some(IssuedOnly {
                confidence: Confidence::High,
                legacy_secrets: true, // passwords of addresses from before devices (FAQ 1344) were chosen, from 8 signs
                second_factor_only: false,
                expires: EXPIRES,
            }),
            several: true,
            place: Some("devices"),
            used_at: &[
                "mail.infomaniak.com:993 (IMAP)",
                "mail.infomaniak.com:465 (SMTP)",
                "Outlook, Apple Mail, Thunderbird",
            ],
            links: &[create("https://config.infomaniak.com/"), help(DEVICE_PASSWORDS)],
            ..ServiceRule::new(Service::MAILBOX, ADDRESS, MAILBOX_PASSWORD, read(DEVICE_PASSWORDS))
        },
        &ServiceRule {
            identifier: IdentifierRule {
                forms: &[SyncName],
                patterns: &[Pattern::new("[A-Z]{2}[0-9]{5}"), Pattern::new("[A-Z]{2}[0-9]{5}@sync.infomaniak.com")],
                example: Some("AB12345"),
                place: Some("syncName"),
            },
            issued_only: ISSUED_WITH_SECOND_FACTOR,
            several: true,
            place: Some("applicationPasswords"),
            used_at: &["sync.infomaniak.com"],
            links: &[create(NEW_APPLICATION_PASSWORD), help(SYNC_NAMES)],
            ..ServiceRule::new(Service::CALDAV, &[SyncName], APP_OR_ACCOUNT_PASSWORD, read(SYNC_NAMES))
        },
        &ServiceRule {
            // The newest text asks for one always; older ones only with a second factor.
            identifier: address("anna@example.com"),
            issued_only: ISSUED_ONLY,
            several: true,
            place: Some("applicationPasswords"),
            used_at: &["connect.kdrive.infomaniak.com"],
            links: &[create(NEW_APPLICATION_PASSWORD), help(KDRIVE_WEBDAV)],
            ..ServiceRule::new(Service::WEBDAV, ADDRESS, APP_PASSWORD, read(KDRIVE_WEBDAV))
        },
        &ServiceRule {
            place: Some("ftpUsers"),
            used_at: &["abcd.ftp.infomaniak.com"],
            ..hosting_user(Service::FTP, FTP_USERS)
        },
        &ServiceRule {
            place: Some("ftpUsers"),
            used_at: &["abcd.ftp.infomaniak.com:22"],
            ..hosting_user(Service::SSH, FTP_USERS)
        },
        &ServiceRule {
            place: Some("databases"),
            used_at: &["abcd.myd.infomaniak.com:3306"],
            ..hosting_user(Service::MYSQL, DATABASES)
        },
        &ServiceRule {
            place: Some("databases"),
            used_at: &["phpMyAdmin"],
            ..hosting_user(Service::PHPMYADMIN, DATABASES)
        },
        &ServiceRule {
            identifier: IdentifierRule {
                forms: &[Handle],
                patterns: &[Pattern::new("PCU-[A-Z0-9]{4,8}")],
                example: Some("PCU-XXXXXX"),
                place: None,
            },
            place: Some("cloudUsers"),
            used_at: &["Horizon, OpenStack CLI"],
            links: &[reset(MANAGER), help(CLOUD_USERS)],
            ..ServiceRule::new(Service::named("publicCloud"), &[Handle], SERVICE_PASSWORD, read(CLOUD_USERS))
        },
        &ServiceRule {
            identifier: IdentifierRule {
                forms: &[Handle],
                patterns: &[
                    Pattern::new("SBA-[A-Z0-9]+-ADMIN"),
                    Pattern::new("SBI-[A-Z]{2}[0-9]{6}"),
                    Pattern::new("sb_project_SBI-[A-Z]{2}[0-9]{6}"),
                ],
                example: Some("SBA-XXXX-ADMIN, SBI-AB123456"),
                place: None,
            },
            place: Some("backupDevice"),
            used_at: &["acronis.infomaniak.com", "rclone, Cyberduck"],
            links: &[reset(MANAGER), help(BACKUP_USERS)],
            ..ServiceRule::new(Service::named("swissBackup"), &[Handle], SERVICE_PASSWORD, read(BACKUP_USERS))
        },
    ],
};

const fn address(example: &'static str) -> IdentifierRule {
    IdentifierRule { forms: ADDRESS, patterns: &[], example: Some(example), place: None }
}

const fn hosting_user(service: Service, url: &'static str) -> ServiceRule {
    ServiceRule {
        identifier: HOSTING_USER,
        links: const { &[reset(MANAGER)] },
        ..ServiceRule::new(service, &[ServiceUser], SERVICE_PASSWORD, read(url))
    }
}
