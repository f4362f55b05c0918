//! Where programmers sign in: code hosts, registries, mail interfaces. Passwords for people, tokens for programs.

use crate::pattern::Pattern;
use crate::provider::IdentifierForm::{self, Fixed, Handle};
use crate::provider::tokens;
use crate::provider::{Confidence, IdentifierRule, IssuedSecret, Profile, Role, Service, ServiceRule, Source};

use super::{
    ACCOUNT_PASSWORD, ADDRESS, ANY, API_TOKEN, FIXED, ISSUED_ONLY, ISSUED_WITH_SECOND_FACTOR, NAME, SERVICE_PASSWORD,
    create, help, read,
};

/// With its maker's prefix, alphabet and length documented.
const fn api_token(pattern: Pattern, url: &'static str) -> IssuedSecret {
    IssuedSecret {
        role: Role::ApiToken,
        pattern,
        groups: None,
        length: Confidence::High,
        alphabet: Confidence::High,
        source: read(url),
    }
}

/// A word that is the same for everybody.
const fn fixed(word: &'static [Pattern; 1], example: &'static str) -> IdentifierRule {
    IdentifierRule { forms: &[Fixed], patterns: word, example: Some(example), place: None }
}

const ATLASSIAN_BASIC: &str = "https://github.com/tenable/integration-jira-cloud/issues/134";
/// Twenty letters and digits and a checksum of four: tokens from before the prefix.
const ATLASSIAN_OLDER: Pattern = Pattern::new("[A-Za-z0-9]{20}[0-9a-fA-F]{4}");

pub(super) const ATLASSIAN: Profile = Profile {
    id: "atlassian",
    name: "Atlassian",
    mail_domains: &[],
    help: None,
    issued: &[
        api_token(tokens::ATLASSIAN, ATLASSIAN_BASIC),
        IssuedSecret { alphabet: Confidence::Medium, ..api_token(ATLASSIAN_OLDER, ATLASSIAN_BASIC) },
    ],
    services: &[
        &ServiceRule::new(Service::ACCOUNT, ADDRESS, ACCOUNT_PASSWORD, read(ATLASSIAN_BASIC)),
        &ServiceRule {
            issued_only: ISSUED_ONLY,
            several: true,
            ..ServiceRule::new(Service::API, ADDRESS, API_TOKEN, read(ATLASSIAN_BASIC))
        },
    ],
};

const SES_CREDENTIALS: &str = "https://github.com/aws/aws-sdk-js/issues/587";

/// SMTP credentials are made for SMTP: an access key id as the name, a secret that is not the access key's.
pub(super) const AWS_SES: Profile = Profile {
    id: "aws-ses",
    name: "Amazon SES",
    mail_domains: &[],
    help: None,
    issued: &[],
    services: &[&ServiceRule {
        identifier: IdentifierRule {
            forms: &[Handle],
            patterns: &[Pattern::new("A[KS]IA[A-Z2-7]{16}")],
            example: None,
            place: None,
        },
        several: true,
        ..ServiceRule::new(Service::MAILBOX, &[Handle], SERVICE_PASSWORD, read(SES_CREDENTIALS))
    }],
};

const BITBUCKET_TOKENS: &str = "https://support.atlassian.com/bitbucket-cloud/kb/getting-401-http-error-while-authenticating-to-bitbucket-cloud-rest-apis";

const BITBUCKET_GIT: Source =
    Source::new("https://support.atlassian.com/bitbucket-cloud/docs/using-api-tokens", "2026-11-24");

const fn bitbucket(service: Service, names: &'static [IdentifierForm], source: Source) -> ServiceRule {
    ServiceRule {
        issued_only: ISSUED_ONLY,
        several: true,
        links: const { &[help(BITBUCKET_TOKENS)] },
        ..ServiceRule::new(service, names, API_TOKEN, source)
    }
}

/// App passwords (`ATBB...`) ended on 2026-06-09; since then an API token goes with the Atlassian address, for git with the user
/// name or a fixed word.
pub(super) const BITBUCKET: Profile = Profile {
    id: "bitbucket",
    name: "Bitbucket",
    mail_domains: &[],
    help: Some(BITBUCKET_TOKENS),
    issued: &[
        api_token(tokens::ATLASSIAN, BITBUCKET_TOKENS),
        IssuedSecret { alphabet: Confidence::Medium, ..api_token(ATLASSIAN_OLDER, BITBUCKET_TOKENS) },
    ],
    services: &[
        &ServiceRule::new(Service::ACCOUNT, ADDRESS, ACCOUNT_PASSWORD, read(BITBUCKET_TOKENS)),
        &bitbucket(Service::GIT, ANY, BITBUCKET_GIT),
        &bitbucket(Service::API, ADDRESS, read(BITBUCKET_TOKENS)),
    ],
};

const DOCKER_ID: &str = "https://github.com/docker/hub-feedback/issues/935";

/// The Docker ID, not the address; a personal access token does as well as the password.
pub(super) const DOCKER_HUB: Profile = Profile {
    id: "docker-hub",
    name: "Docker Hub",
    mail_domains: &[],
    help: None,
    issued: &[],
    services: &[
        &ServiceRule::new(Service::ACCOUNT, ANY, ACCOUNT_PASSWORD, read(DOCKER_ID)),
        &ServiceRule {
            several: true,
            ..ServiceRule::new(Service::REGISTRY, NAME, &[Role::AccountPassword, Role::ApiToken], read(DOCKER_ID))
        },
    ],
};

const GITLEAKS: &str =
    "https://github.com/gitleaks/gitleaks/blob/b58d3f102cf3a2c84cb7f923d05c25c9b1aed84b/config/gitleaks.toml";

const fn github(service: Service) -> ServiceRule {
    ServiceRule {
        issued_only: ISSUED_ONLY,
        several: true,
        links: const { &[create("https://github.com/settings/tokens")] },
        ..ServiceRule::new(service, ANY, API_TOKEN, read(GITLEAKS))
    }
}

/// git over HTTPS asks for a "password" and refuses the account's.
pub(super) const GITHUB: Profile = Profile {
    id: "github",
    name: "GitHub",
    mail_domains: &[],
    help: None,
    issued: &[api_token(tokens::GITHUB, GITLEAKS), api_token(tokens::GITHUB_FINE_GRAINED, GITLEAKS)],
    services: &[
        &ServiceRule::new(Service::ACCOUNT, ANY, ACCOUNT_PASSWORD, read(GITLEAKS)),
        &github(Service::GIT),
        &github(Service::API),
    ],
};

/// git takes the account password unless a second factor is on.
pub(super) const GITLAB: Profile = Profile {
    id: "gitlab",
    name: "GitLab",
    mail_domains: &[],
    help: None,
    issued: &[api_token(tokens::GITLAB, GITLEAKS)],
    services: &[
        &ServiceRule::new(Service::ACCOUNT, ANY, ACCOUNT_PASSWORD, read(GITLEAKS)),
        &ServiceRule {
            issued_only: ISSUED_WITH_SECOND_FACTOR,
            several: true,
            ..ServiceRule::new(Service::GIT, ANY, &[Role::ApiToken, Role::AccountPassword], read(GITLEAKS))
        },
        &ServiceRule {
            issued_only: ISSUED_ONLY,
            several: true,
            ..ServiceRule::new(Service::API, ANY, API_TOKEN, read(GITLEAKS))
        },
    ],
};

pub(super) const NPM: Profile = Profile {
    id: "npm",
    name: "npm",
    mail_domains: &[],
    help: None,
    issued: &[api_token(tokens::NPM, GITLEAKS)],
    services: &[
        &ServiceRule::new(Service::ACCOUNT, ANY, ACCOUNT_PASSWORD, read(GITLEAKS)),
        &ServiceRule {
            several: true,
            ..ServiceRule::new(Service::REGISTRY, ANY, &[Role::AccountPassword, Role::ApiToken], read(GITLEAKS))
        },
    ],
};

const PYPI_NO_PASSWORD: &str = "https://github.com/pypi/warehouse/issues/15773";

/// "Username/Password authentication is no longer supported": the name `__token__` and a token.
pub(super) const PYPI: Profile = Profile {
    id: "pypi",
    name: "PyPI",
    mail_domains: &[],
    help: None,
    issued: &[api_token(tokens::PYPI, GITLEAKS)],
    services: &[
        &ServiceRule::new(Service::ACCOUNT, NAME, ACCOUNT_PASSWORD, read(PYPI_NO_PASSWORD)),
        &ServiceRule {
            identifier: fixed(&[Pattern::new("__token__")], "__token__"),
            issued_only: ISSUED_ONLY,
            several: true,
            ..ServiceRule::new(Service::REGISTRY, FIXED, API_TOKEN, read(PYPI_NO_PASSWORD))
        },
    ],
};

const SENDGRID_USER: &str = "https://github.com/mageplaza/magento-2-smtp/issues/334";

const fn sendgrid(service: Service) -> ServiceRule {
    ServiceRule {
        identifier: fixed(const { &[Pattern::new("apikey")] }, "apikey"),
        issued_only: ISSUED_ONLY,
        several: true,
        ..ServiceRule::new(service, FIXED, API_TOKEN, read(SENDGRID_USER))
    }
}

/// SMTP with the name `apikey`, whoever signs in, and an API key.
pub(super) const SENDGRID: Profile = Profile {
    id: "sendgrid",
    name: "SendGrid",
    mail_domains: &[],
    help: None,
    issued: &[api_token(tokens::SENDGRID, GITLEAKS)],
    services: &[
        &ServiceRule::new(Service::ACCOUNT, ANY, ACCOUNT_PASSWORD, read(SENDGRID_USER)),
        &sendgrid(Service::MAILBOX),
        &sendgrid(Service::API),
    ],
};
