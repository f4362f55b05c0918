//! The provider's table: which identifier and which password go where.

use serde::Serialize;

use crate::json::json;
use crate::provider::{Age, Day, IdentifierForm, Link, Profile, Role, Service, ServiceRule};

/// A provider's table; empty where no provider is configured.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Guide {
    /// The provider's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provider: Option<&'static str>,
    /// The provider's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<&'static str>,
    /// One row a service.
    pub rows: Vec<GuideRow>,
    /// The page that explains the provider's credentials.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<Link>,
}

/// What one service takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct GuideRow {
    /// What one signs in to.
    pub service: Service,
    /// Hosts and programs, as the provider names them.
    pub used_at: &'static [&'static str],
    /// The name it wants.
    pub identifier: GuideIdentifier,
    /// The roles that open it, the usual one first.
    pub password: &'static [Role],
    /// More than one secret may open it at a time.
    pub several: bool,
    /// The provider's own name for where the secret is made or reset.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<&'static str>,
    /// Pages of the provider.
    pub links: &'static [Link],
}

/// The name that a service wants.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct GuideIdentifier {
    /// The usual form.
    pub form: IdentifierForm,
    /// What one looks like.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub example: Option<&'static str>,
}

impl Guide {
    /// The JSON that the npm package gets.
    pub fn to_json(&self) -> String {
        String::from_utf8_lossy(&json(self)).into_owned()
    }

    /// What can be relied on that day: of each service the first row that tells a secret.
    pub(crate) fn of(profile: &Profile, today: Option<Day>) -> Self {
        let mut rows: Vec<GuideRow> = Vec::new();
        for rule in profile.services {
            let is_told = rows.iter().any(|row| row.service == rule.service) || rule.expects.is_empty();
            if !is_told && rule.period.age(today) < Age::Lapsed {
                rows.push(GuideRow::of(rule));
            }
        }
        Self { provider: Some(profile.id), name: Some(profile.name), rows, help: profile.help.first().copied() }
    }
}

impl GuideRow {
    fn of(rule: &ServiceRule) -> Self {
        Self {
            service: rule.service,
            used_at: rule.used_at,
            identifier: GuideIdentifier {
                form: rule.identifier.forms.first().copied().unwrap_or(IdentifierForm::Name),
                example: rule.identifier.example,
            },
            password: rule.expects,
            several: rule.several,
            place: rule.place,
            links: rule.links,
        }
    }
}
