//! Hosters: a customer account, mailboxes on customers' domains, and users of FTP, SSH and databases, each with passwords
//! of their own.

use crate::pattern::Pattern;
use crate::provider::IdentifierForm::{Address, CustomerNumber, Handle, Name};
use crate::provider::{IdentifierRule, Profile, Service, ServiceRule};

use super::{
    ACCOUNT_PASSWORD, ADDRESS, ANY, MAILBOX_OR_APP_PASSWORD, MAILBOX_PASSWORD, NAME, SERVICE_PASSWORD, help, read,
};

/// A mailbox that one opens, in the browser or in a program, with its address and its own password.
const fn mailbox(service: Service, url: &'static str) -> ServiceRule {
    ServiceRule::new(service, ADDRESS, MAILBOX_PASSWORD, read(url))
}

/// A hoster whose accounts and mailboxes have different passwords, and nothing more that is documented.
const fn hoster(id: &'static str, name: &'static str, services: &'static [&'static ServiceRule]) -> Profile {
    Profile { id, name, mail_domains: &[], services, issued: &[], help: None }
}

const DREAMHOST_USERS: &str =
    "https://help.dreamhost.com/hc/en-us/articles/214694298-The-different-types-of-DreamHost-users";

/// Mail users can sign in neither to FTP nor to the panel.
pub(super) const DREAMHOST: Profile = Profile {
    help: Some(DREAMHOST_USERS),
    ..hoster(
        "dreamhost",
        "DreamHost",
        &[
            &ServiceRule::new(Service::ACCOUNT, ANY, ACCOUNT_PASSWORD, read(DREAMHOST_USERS)),
            &mailbox(Service::WEBMAIL, DREAMHOST_USERS),
            &mailbox(Service::MAILBOX, DREAMHOST_USERS),
            &ServiceRule::new(Service::FTP, NAME, SERVICE_PASSWORD, read(DREAMHOST_USERS)),
            &ServiceRule::new(Service::SSH, NAME, SERVICE_PASSWORD, read(DREAMHOST_USERS)),
        ],
    )
};

const GANDI_ACCOUNT: &str = "https://helpdesk.gandi.net/hc/en-us/articles/14051261750172-User-account-FAQ";

/// The account's name is no address; older ones end in `-GANDI`.
pub(super) const GANDI: Profile = Profile {
    help: Some(GANDI_ACCOUNT),
    ..hoster(
        "gandi",
        "Gandi",
        &[
            &ServiceRule {
                identifier: IdentifierRule {
                    forms: &[Name, Handle],
                    patterns: &[Pattern::new("[A-Z]{2}[0-9]+-GANDI")],
                    example: None,
                    place: None,
                },
                links: &[help(GANDI_ACCOUNT)],
                ..ServiceRule::new(Service::ACCOUNT, NAME, ACCOUNT_PASSWORD, read(GANDI_ACCOUNT))
            },
            &mailbox(Service::WEBMAIL, GANDI_ACCOUNT),
            &mailbox(Service::MAILBOX, GANDI_ACCOUNT),
        ],
    )
};

const HOSTINGER_MAILBOX: &str =
    "https://www.hostinger.com/support/1583468-how-to-reset-a-hostinger-email-mailbox-password";

pub(super) const HOSTINGER: Profile = Profile {
    help: Some(HOSTINGER_MAILBOX),
    ..hoster(
        "hostinger",
        "Hostinger",
        &[
            &ServiceRule::new(Service::ACCOUNT, ANY, ACCOUNT_PASSWORD, read(HOSTINGER_MAILBOX)),
            &mailbox(Service::WEBMAIL, HOSTINGER_MAILBOX),
            &ServiceRule { links: &[help(HOSTINGER_MAILBOX)], ..mailbox(Service::MAILBOX, HOSTINGER_MAILBOX) },
            &ServiceRule::new(Service::FTP, NAME, SERVICE_PASSWORD, read(HOSTINGER_MAILBOX)),
            &ServiceRule::new(Service::SSH, NAME, SERVICE_PASSWORD, read(HOSTINGER_MAILBOX)),
        ],
    )
};

const IONOS_TWO_STEPS: &str =
    "https://www.ionos.com/help/email/using-webmail/email-activate-and-configure-two-step-verification";

/// The contract's login and the mailbox's are separate; with webmail's second factor programs want an app password.
pub(super) const IONOS: Profile = Profile {
    help: Some(IONOS_TWO_STEPS),
    ..hoster(
        "ionos",
        "IONOS",
        &[
            &ServiceRule::new(Service::ACCOUNT, ANY, ACCOUNT_PASSWORD, read(IONOS_TWO_STEPS)),
            &mailbox(Service::WEBMAIL, IONOS_TWO_STEPS),
            &ServiceRule {
                expects: MAILBOX_OR_APP_PASSWORD,
                links: &[help(IONOS_TWO_STEPS)],
                ..mailbox(Service::MAILBOX, IONOS_TWO_STEPS)
            },
        ],
    )
};

const LOOPIA_PASSWORDS: &str = "https://support.loopia.com/wiki/change-password-for-loopia-services/";

/// Five kinds: Customer Zone, e-mail, FTP, MySQL, WebDAV.
pub(super) const LOOPIA: Profile = Profile {
    help: Some(LOOPIA_PASSWORDS),
    ..hoster(
        "loopia",
        "Loopia",
        &[
            &ServiceRule::new(Service::ACCOUNT, ANY, ACCOUNT_PASSWORD, read(LOOPIA_PASSWORDS)),
            &mailbox(Service::WEBMAIL, LOOPIA_PASSWORDS),
            &mailbox(Service::MAILBOX, LOOPIA_PASSWORDS),
            &ServiceRule::new(Service::FTP, ANY, SERVICE_PASSWORD, read(LOOPIA_PASSWORDS)),
            &ServiceRule::new(Service::MYSQL, ANY, SERVICE_PASSWORD, read(LOOPIA_PASSWORDS)),
            &ServiceRule::new(Service::PHPMYADMIN, ANY, SERVICE_PASSWORD, read(LOOPIA_PASSWORDS)),
        ],
    )
};

const NAMECHEAP_MAIL: &str = "https://www.namecheap.com/support/knowledgebase/article.aspx/1053/2215/how-to-change-namecheap-private-email-password/";

/// Account and Private Email have different passwords.
pub(super) const NAMECHEAP: Profile = Profile {
    help: Some(NAMECHEAP_MAIL),
    ..hoster(
        "namecheap",
        "Namecheap",
        &[
            &ServiceRule::new(Service::ACCOUNT, ANY, ACCOUNT_PASSWORD, read(NAMECHEAP_MAIL)),
            &mailbox(Service::WEBMAIL, NAMECHEAP_MAIL),
            &mailbox(Service::MAILBOX, NAMECHEAP_MAIL),
        ],
    )
};

const ONE_COM_WEBMAIL: &str = "https://help.one.com/hc/en-us/articles/115005594465-Why-can-t-I-log-in-to-Webmail-";

/// "The webmail password is usually different from the control panel one."
pub(super) const ONE_COM: Profile = Profile {
    help: Some(ONE_COM_WEBMAIL),
    ..hoster(
        "one-com",
        "one.com",
        &[
            &ServiceRule::new(Service::ACCOUNT, ANY, ACCOUNT_PASSWORD, read(ONE_COM_WEBMAIL)),
            &mailbox(Service::WEBMAIL, ONE_COM_WEBMAIL),
            &mailbox(Service::MAILBOX, ONE_COM_WEBMAIL),
        ],
    )
};

const OVH_ACCOUNT: &str = "https://docs.ovh.com/gb/en/customer/manage-password/";
const OVH_MAILBOX: &str =
    "https://help.ovhcloud.com/csm/en-gb-email-security-policy?id=kb_article_view&sysparm_article=KB0053250";

pub(super) const OVH: Profile = Profile {
    help: Some(OVH_ACCOUNT),
    ..hoster(
        "ovh",
        "OVHcloud",
        &[
            &ServiceRule {
                identifier: IdentifierRule {
                    forms: &[Handle, Address],
                    patterns: &[Pattern::new("[a-z]{2}[0-9]{2,7}-ovh")],
                    example: Some("ab12345-ovh"),
                    place: None,
                },
                links: &[help(OVH_ACCOUNT)],
                ..ServiceRule::new(Service::ACCOUNT, ADDRESS, ACCOUNT_PASSWORD, read(OVH_ACCOUNT))
            },
            &mailbox(Service::WEBMAIL, OVH_MAILBOX),
            &mailbox(Service::MAILBOX, OVH_MAILBOX),
        ],
    )
};

const STRATO_MAIL: &str = "https://www.strato.de/faq/mail/e-mail-adressen-einrichten-und-bearbeiten/";

/// The customer's login is a number; its length is not documented.
pub(super) const STRATO: Profile = Profile {
    help: Some(STRATO_MAIL),
    ..hoster(
        "strato",
        "STRATO",
        &[
            &ServiceRule::new(Service::ACCOUNT, &[CustomerNumber, Name], ACCOUNT_PASSWORD, read(STRATO_MAIL)),
            &mailbox(Service::WEBMAIL, STRATO_MAIL),
            &mailbox(Service::MAILBOX, STRATO_MAIL),
        ],
    )
};
