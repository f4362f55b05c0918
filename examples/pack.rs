//! Prints every built-in profile in the lines that `src/provider/wire.rs` reads, or (`pack tokens`) the vendors' tokens, a line each:
//! the npm package carries the tables as text, which compresses better than pointers. Run by `scripts/build.mjs`.
#![allow(clippy::print_stdout, reason = "a command prints")]

use passkind::{Confidence, IdentifierForm, IssuedSecret, Profile, Rel, Role, ServiceRule, VENDOR_TOKENS};

fn main() {
    let mut lines = Lines::default();
    if std::env::args().nth(1).as_deref() == Some("tokens") {
        lines.0.extend(VENDOR_TOKENS.iter().map(|(maker, pattern)| format!("{maker} {}", pattern.as_str())));
    } else {
        lines.list(Profile::all(), Lines::profile);
    }
    println!("{}", lines.0.join("\n"));
}

/// A list is its length and its items, a missing value an empty line.
#[derive(Default)]
struct Lines(Vec<String>);

impl Lines {
    fn text(&mut self, text: &str) {
        self.0.push(text.to_owned());
    }

    fn truth(&mut self, holds: bool) {
        self.text(if holds { "1" } else { "0" });
    }

    fn list<T>(&mut self, items: &[T], mut write: impl FnMut(&mut Self, &T)) {
        self.text(&items.len().to_string());
        for item in items {
            write(self, item);
        }
    }

    fn profile(&mut self, profile: &Profile) {
        self.text(profile.id);
        self.text(profile.name);
        self.list(profile.mail_domains, |lines, domain| lines.text(domain));
        self.list(profile.services, |lines, rule| lines.service(rule));
        self.list(profile.issued, Self::issued);
        self.text(profile.help.unwrap_or_default());
    }

    fn service(&mut self, rule: &ServiceRule) {
        self.text(rule.service.as_str());
        self.list(rule.identifier.forms, |lines, form| lines.text(place_of_form(*form)));
        self.list(rule.identifier.patterns, |lines, pattern| lines.text(pattern.as_str()));
        self.text(rule.identifier.example.unwrap_or_default());
        self.text(rule.identifier.place.unwrap_or_default());
        self.list(rule.expects, |lines, role| lines.text(place_of_role(*role)));
        self.truth(rule.issued_only.is_some());
        if let Some(only) = rule.issued_only {
            self.text(place_of_confidence(only.confidence));
            self.truth(only.legacy_secrets);
            self.truth(only.second_factor_only);
            self.text(&only.expires.map(|day| day.to_string()).unwrap_or_default());
        }
        self.truth(rule.no_password);
        self.truth(rule.several);
        self.text(rule.place.unwrap_or_default());
        self.list(rule.used_at, |lines, text| lines.text(text));
        self.list(rule.links, |lines, link| {
            lines.text(place_of_rel(link.rel));
            lines.text(link.href);
        });
    }

    fn issued(&mut self, secret: &IssuedSecret) {
        self.text(place_of_role(secret.role));
        self.text(secret.pattern.as_str());
        self.truth(secret.groups.is_some());
        if let Some(groups) = secret.groups {
            self.text(&groups.size.to_string());
            self.text(if groups.separator == ' ' { "0" } else { "1" });
            self.text(&groups.count.to_string());
        }
        self.text(place_of_confidence(secret.length));
        self.text(place_of_confidence(secret.alphabet));
    }
}

// Places in the lists of `wire.rs`.

fn place_of_form(form: IdentifierForm) -> &'static str {
    match form {
        IdentifierForm::Address => "0",
        IdentifierForm::LocalPart => "1",
        IdentifierForm::ServiceUser => "2",
        IdentifierForm::SyncName => "3",
        IdentifierForm::CustomerNumber => "4",
        IdentifierForm::Handle => "5",
        IdentifierForm::Fixed => "6",
        _ => "7",
    }
}

fn place_of_role(role: Role) -> &'static str {
    match role {
        Role::MailboxPassword => "1",
        Role::AppPassword => "2",
        Role::ServicePassword => "3",
        Role::ApiToken => "4",
        _ => "0",
    }
}

fn place_of_confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Low => "0",
        Confidence::Medium => "1",
        Confidence::High => "2",
    }
}

fn place_of_rel(rel: Rel) -> &'static str {
    match rel {
        Rel::Reset => "0",
        Rel::Create => "1",
        Rel::SignIn => "3",
        _ => "2",
    }
}
