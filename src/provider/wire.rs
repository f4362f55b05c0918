//! Profiles as lines of text: a page's own, in the order of `encode` in `www/guard/options.js`, which has checked them, and the
//! built-in ones in the package, which compress better so than pointers do (`examples/pack.rs` writes them).
//!
//! A list is its length and its items, a missing value an empty line. Total: a line that is not there reads as empty.

use crate::pattern::Pattern;
use crate::text::{Pieces, pieces};

use super::{
    Confidence, Day, Groups, IdentifierForm, IdentifierRule, IssuedOnly, IssuedSecret, Link, Profile, Rel, Role,
    Service, ServiceRule, Source,
};

/// What is left of the lines.
pub(crate) struct Wire<'a>(Pieces<'a>);

impl<'a> Wire<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self(pieces(text, b'\n'))
    }

    pub(crate) fn str(&mut self) -> &'a str {
        self.0.next().unwrap_or_default()
    }

    /// Kept as long as the page: `www/guard/guard.js` makes one guard of the same options, however often it is asked for.
    pub(crate) fn text(&mut self) -> &'static str {
        Box::leak(self.str().into())
    }

    fn maybe_text(&mut self) -> Option<&'static str> {
        Some(self.text()).filter(|text| !text.is_empty())
    }

    fn count(&mut self) -> usize {
        self.str().bytes().fold(0, |count, b| count.wrapping_mul(10).wrapping_add(usize::from(b.wrapping_sub(b'0'))))
    }

    fn truth(&mut self) -> bool {
        self.str() == "1"
    }

    /// Kept as `text`.
    fn kept<T>(&mut self, read: impl FnMut(&mut Self) -> T) -> &'static [T] {
        self.list(read).leak()
    }

    /// No more items than lines are left, whatever the count says.
    pub(crate) fn list<T>(&mut self, mut read: impl FnMut(&mut Self) -> T) -> Vec<T> {
        let mut items = Vec::new();
        for _ in 0..self.count() {
            if self.0.is_done() {
                break;
            }
            items.push(read(self));
        }
        items
    }

    /// A value by its place in the list of all its kind; the first where there is no such place.
    fn one_of<T: Copy>(&mut self, all: &[T], first: T) -> T {
        all.get(self.count()).copied().unwrap_or(first)
    }

    pub(crate) fn profile(&mut self) -> Profile {
        Profile {
            id: self.text(),
            name: self.text(),
            mail_domains: self.kept(Self::text),
            services: self.kept(|wire| &*Box::leak(Box::new(wire.service()))),
            issued: self.kept(Self::issued),
            help: self.maybe_text(),
        }
    }

    fn service(&mut self) -> ServiceRule {
        ServiceRule {
            service: Service::named(self.text()),
            identifier: IdentifierRule {
                forms: self.kept(Self::form),
                patterns: self.kept(|wire| Pattern::new(wire.text())),
                example: self.maybe_text(),
                place: self.maybe_text(),
            },
            expects: self.kept(Self::role),
            issued_only: self.truth().then(|| IssuedOnly {
                confidence: self.confidence(),
                legacy_secrets: self.truth(),
                second_factor_only: self.truth(),
                expires: self.day(),
            }),
            no_password: self.truth(),
            several: self.truth(),
            place: self.maybe_text(),
            used_at: self.kept(Self::text),
            links: self.kept(Self::link),
            source: Source::default(),
        }
    }

    fn issued(&mut self) -> IssuedSecret {
        let role = self.role();
        let pattern = Pattern::new(self.text());
        let groups = self.truth().then(|| Groups {
            size: self.count(),
            separator: self.one_of(&[' ', '-'], ' '),
            count: self.count(),
        });
        let (length, alphabet) = (self.confidence(), self.confidence());
        IssuedSecret { role, pattern, groups, length, alphabet, source: Source::default() }
    }

    fn link(&mut self) -> Link {
        Link { rel: self.one_of(&[Rel::Reset, Rel::Create, Rel::Help, Rel::SignIn], Rel::Help), href: self.text() }
    }

    fn role(&mut self) -> Role {
        const ALL: [Role; 5] =
            [Role::AccountPassword, Role::MailboxPassword, Role::AppPassword, Role::ServicePassword, Role::ApiToken];
        self.one_of(&ALL, Role::AccountPassword)
    }

    fn form(&mut self) -> IdentifierForm {
        const ALL: [IdentifierForm; 8] = [
            IdentifierForm::Address,
            IdentifierForm::LocalPart,
            IdentifierForm::ServiceUser,
            IdentifierForm::SyncName,
            IdentifierForm::CustomerNumber,
            IdentifierForm::Handle,
            IdentifierForm::Fixed,
            IdentifierForm::Name,
        ];
        self.one_of(&ALL, IdentifierForm::Name)
    }

    fn confidence(&mut self) -> Confidence {
        self.one_of(&[Confidence::Low, Confidence::Medium, Confidence::High], Confidence::Low)
    }

    pub(crate) fn day(&mut self) -> Option<Day> {
        Day::parse(self.str())
    }
}
