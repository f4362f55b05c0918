//! Profiles as lines of text: the built-in ones, which `build/write.rs` writes and which compress better so than pointers do, and
//! a page's own, in the order of `www/guard/profile.js`, which has checked them.
//!
//! A list is its length and its items, a missing value an empty line. Total: a line that is not there reads as empty.

use crate::pattern::Pattern;
use crate::text::{Pieces, pieces};

use super::{
    Access, Confidence, Day, Groups, IdentifierForm, IdentifierRule, IssuedOnly, IssuedSecret, Link, Period, Profile,
    Protocol, Rel, Role, ServerRule, Service, ServiceRule, SwitchOn,
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

    /// Short texts on one line; kept as `text`.
    fn words(&mut self) -> &'static [&'static str] {
        let mut words = Vec::new();
        if let Some(text) = self.maybe_text() {
            words.extend(pieces(text, b' '));
        }
        words.leak()
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
            mail_domains: self.words(),
            services: self.kept(|wire| &*Box::leak(Box::new(wire.service()))),
            issued: self.kept(Self::issued),
            help: self.kept(|wire| Link { rel: Rel::Help, href: wire.text(), languages: wire.words() }),
            servers: self.kept(Self::servers),
            recovery: self.kept(Self::pattern),
        }
    }

    fn service(&mut self) -> ServiceRule {
        ServiceRule {
            service: Service::named(self.text()),
            protocol: self.protocol(),
            own_addresses: self.truth(),
            identifier: IdentifierRule {
                forms: self.kept(Self::form),
                patterns: self.kept(Self::pattern),
                example: self.maybe_text(),
                place: self.maybe_text(),
            },
            expects: self.kept(Self::role),
            issued_only: self.truth().then(|| IssuedOnly {
                confidence: self.confidence(),
                legacy_secrets: self.truth(),
                second_factor_only: self.truth(),
                period: self.period(),
            }),
            no_password: self.truth(),
            several: self.truth(),
            after_refusal: self.truth(),
            place: self.maybe_text(),
            used_at: self.kept(Self::text),
            links: self.kept(Self::link),
            switch_on: self.truth().then(|| SwitchOn {
                what: self.kept(Self::access),
                place: self.maybe_text(),
                links: self.kept(Self::link),
                period: self.period(),
            }),
            period: self.period(),
        }
    }

    fn issued(&mut self) -> IssuedSecret {
        let role = self.role();
        let pattern = self.pattern();
        let groups = self.truth().then(|| Groups {
            size: self.count(),
            separator: self.one_of(&[' ', '-'], ' '),
            count: self.count(),
        });
        let (length, alphabet) = (self.confidence(), self.confidence());
        IssuedSecret { role, pattern, groups, length, alphabet, period: self.period() }
    }

    fn servers(&mut self) -> ServerRule {
        ServerRule {
            service: Service::named(self.text()),
            protocol: self.protocol(),
            hosts: self.text(),
            paths: self.text(),
            foreign_addresses: self.truth(),
        }
    }

    fn link(&mut self) -> Link {
        let rel = self.one_of(&[Rel::Reset, Rel::Create, Rel::Help, Rel::SignIn], Rel::Help);
        Link { rel, href: self.text(), languages: self.words() }
    }

    fn pattern(&mut self) -> Pattern {
        Pattern::new(self.text())
    }

    fn period(&mut self) -> Period {
        Period { read: self.day(), expires: self.day() }
    }

    fn protocol(&mut self) -> Option<Protocol> {
        self.one_of(&[None, Some(Protocol::Imap), Some(Protocol::Smtp), Some(Protocol::Pop)], None)
    }

    fn access(&mut self) -> Access {
        self.one_of(&[Access::Imap, Access::Pop, Access::Smtp, Access::Programs], Access::Programs)
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

    /// Days since 1970-01-01.
    pub(crate) fn day(&mut self) -> Option<Day> {
        let days = u32::try_from(self.count()).ok();
        days.filter(|days| *days > 0).map(Day::since_1970)
    }
}
