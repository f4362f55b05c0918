//! Software that hosters and people run themselves: the forms look alike everywhere, the domains are their own.

use crate::pattern::Pattern;
use crate::provider::IdentifierForm::ServiceUser;
use crate::provider::tokens;
use crate::provider::{Confidence, IdentifierRule, IssuedSecret, Profile, Role, Service, ServiceRule};

use super::{
    ACCOUNT_PASSWORD, ADDRESS, ANY, API_TOKEN, APP_OR_ACCOUNT_PASSWORD, APP_PASSWORD, ISSUED_ONLY,
    ISSUED_WITH_SECOND_FACTOR, MAILBOX_OR_APP_PASSWORD, MAILBOX_PASSWORD, NAME, PROBABLY_ISSUED_ONLY, SERVICE_PASSWORD,
    fours, hyphened, read,
};

const CPANEL_USERS: &str = "https://api.docs.cpanel.net/openapi/cpanel/operation/Mysql-create_user";

const fn cpanel_database(service: Service) -> ServiceRule {
    ServiceRule {
        identifier: IdentifierRule {
            forms: &[ServiceUser],
            patterns: const { &[Pattern::new("[a-z0-9]{1,8}_[A-Za-z0-9_-]+")] },
            example: Some("account_name"),
            place: None,
        },
        ..ServiceRule::new(service, &[ServiceUser], SERVICE_PASSWORD, read(CPANEL_USERS))
    }
}

/// The account is a system user; its databases' users begin with the first eight signs of its name.
pub(super) const CPANEL: Profile = Profile {
    id: "cpanel",
    name: "cPanel",
    mail_domains: &[],
    help: None,
    issued: &[],
    services: &[
        &ServiceRule::new(Service::ACCOUNT, NAME, ACCOUNT_PASSWORD, read(CPANEL_USERS)),
        &ServiceRule::new(Service::WEBMAIL, ADDRESS, MAILBOX_PASSWORD, read(CPANEL_USERS)),
        &ServiceRule::new(Service::MAILBOX, ADDRESS, MAILBOX_PASSWORD, read(CPANEL_USERS)),
        &cpanel_database(Service::MYSQL),
        &cpanel_database(Service::PHPMYADMIN),
    ],
};

const HOME_ASSISTANT_LOGIN: &str = "https://github.com/home-assistant/core/pull/16453";

/// Programs use a long-lived access token; the sign-in form takes name and password.
pub(super) const HOME_ASSISTANT: Profile = Profile {
    id: "home-assistant",
    name: "Home Assistant",
    mail_domains: &[],
    help: None,
    issued: &[IssuedSecret {
        role: Role::ApiToken,
        pattern: tokens::JWT,
        groups: None,
        length: Confidence::Medium,
        alphabet: Confidence::Medium,
        source: read(HOME_ASSISTANT_LOGIN),
    }],
    services: &[
        &ServiceRule::new(Service::ACCOUNT, ANY, ACCOUNT_PASSWORD, read(HOME_ASSISTANT_LOGIN)),
        &ServiceRule {
            issued_only: PROBABLY_ISSUED_ONLY,
            several: true,
            ..ServiceRule::new(Service::API, ANY, API_TOKEN, read(HOME_ASSISTANT_LOGIN))
        },
    ],
};

const MAILCOW_SECOND_FACTOR: &str = "https://github.com/mailcow/mailcow-dockerized/issues/6427";

/// With a second factor, programs want an app password in place of the mailbox's.
pub(super) const MAILCOW: Profile = Profile {
    id: "mailcow",
    name: "mailcow",
    mail_domains: &[],
    help: None,
    issued: &[],
    services: &[
        &ServiceRule::new(Service::ACCOUNT, ANY, ACCOUNT_PASSWORD, read(MAILCOW_SECOND_FACTOR)),
        &ServiceRule::new(Service::WEBMAIL, ADDRESS, MAILBOX_PASSWORD, read(MAILCOW_SECOND_FACTOR)),
        &ServiceRule {
            several: true,
            ..ServiceRule::new(Service::MAILBOX, ADDRESS, MAILBOX_OR_APP_PASSWORD, read(MAILCOW_SECOND_FACTOR))
        },
    ],
};

const NEXTCLOUD_TOKENS: &str = "https://github.com/nextcloud/server/blob/03415f13fd27073a46c39bb6443e8feee2bd6014/apps/settings/lib/Controller/AuthSettingsController.php";

const fn nextcloud(service: Service) -> ServiceRule {
    ServiceRule {
        issued_only: ISSUED_WITH_SECOND_FACTOR,
        several: true,
        place: Some("devices"),
        ..ServiceRule::new(service, ANY, APP_OR_ACCOUNT_PASSWORD, read(NEXTCLOUD_TOKENS))
    }
}

/// Five groups of five from an alphabet of 52: read from its source.
pub(super) const NEXTCLOUD: Profile = Profile {
    id: "nextcloud",
    name: "Nextcloud",
    mail_domains: &[],
    help: None,
    issued: &[IssuedSecret {
        role: Role::AppPassword,
        pattern: Pattern::new("[a-gijkm-tw-zA-HJ-NP-TW-Z2-9]{25}"),
        groups: Some(hyphened(5, 5)),
        length: Confidence::High,
        alphabet: Confidence::High,
        source: read(NEXTCLOUD_TOKENS),
    }],
    services: &[
        &ServiceRule::new(Service::ACCOUNT, ANY, ACCOUNT_PASSWORD, read(NEXTCLOUD_TOKENS)),
        &nextcloud(Service::WEBDAV),
        &nextcloud(Service::CALDAV),
    ],
};

const PLESK_PASSWORD: &str = "https://websavers.ca/change-email-password-using-plesk";

/// A user whose login is an address may share its password with that mailbox.
pub(super) const PLESK: Profile = Profile {
    id: "plesk",
    name: "Plesk",
    mail_domains: &[],
    help: None,
    issued: &[],
    services: &[
        &ServiceRule::new(Service::ACCOUNT, ANY, ACCOUNT_PASSWORD, read(PLESK_PASSWORD)),
        &ServiceRule::new(Service::WEBMAIL, ADDRESS, MAILBOX_PASSWORD, read(PLESK_PASSWORD)),
        &ServiceRule::new(Service::MAILBOX, ADDRESS, MAILBOX_PASSWORD, read(PLESK_PASSWORD)),
    ],
};

const SEAFILE_SECRET: &str = "https://github.com/haiwen/seafile/issues/2017";

/// With single sign-on, WebDAV takes a secret of its own; what it looks like is up to its user.
pub(super) const SEAFILE: Profile = Profile {
    id: "seafile",
    name: "Seafile",
    mail_domains: &[],
    help: None,
    issued: &[],
    services: &[
        &ServiceRule::new(Service::ACCOUNT, ANY, ACCOUNT_PASSWORD, read(SEAFILE_SECRET)),
        &ServiceRule::new(Service::WEBDAV, ANY, SERVICE_PASSWORD, read(SEAFILE_SECRET)),
    ],
};

/// Calendars are reached under the user's own name; nothing about app passwords was found.
const SYNOLOGY_USERS: &str = "https://www.davx5.com/tested-with/synology/";

pub(super) const SYNOLOGY: Profile = Profile {
    id: "synology",
    name: "Synology",
    mail_domains: &[],
    help: None,
    issued: &[],
    services: &[
        &ServiceRule::new(Service::ACCOUNT, ANY, ACCOUNT_PASSWORD, read(SYNOLOGY_USERS)),
        &ServiceRule::new(Service::WEBDAV, ANY, ACCOUNT_PASSWORD, read(SYNOLOGY_USERS)),
        &ServiceRule::new(Service::CALDAV, ANY, ACCOUNT_PASSWORD, read(SYNOLOGY_USERS)),
    ],
};

const WORDPRESS_PASSWORDS: &str = "https://github.com/WordPress/WordPress/blob/05770e25c32e415a9f26383d80ed9a0a904fd3a0/wp-includes/class-wp-application-passwords.php";

/// 24 letters and digits in six groups; anything else is taken out on entry.
pub(super) const WORDPRESS: Profile = Profile {
    id: "wordpress",
    name: "WordPress",
    mail_domains: &[],
    help: None,
    issued: &[IssuedSecret {
        role: Role::AppPassword,
        pattern: Pattern::new("[A-Za-z0-9]{24}"),
        groups: Some(fours(6)),
        length: Confidence::High,
        alphabet: Confidence::High,
        source: read(WORDPRESS_PASSWORDS),
    }],
    services: &[
        &ServiceRule::new(Service::ACCOUNT, ANY, ACCOUNT_PASSWORD, read(WORDPRESS_PASSWORDS)),
        &ServiceRule {
            issued_only: ISSUED_ONLY,
            several: true,
            place: Some("applicationPasswords"),
            ..ServiceRule::new(Service::API, ANY, APP_PASSWORD, read(WORDPRESS_PASSWORDS))
        },
    ],
};
