//! A page's own profiles: which of several is asked.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::panic, reason = "a test may fail")]

use passkind::{
    Assessment, Confidence, Credentials, Guard, GuardOptions, IdentifierForm, IssuedOnly, IssuedSecret, Observation,
    Pattern, Profile, Role, Service, ServiceRule,
};

const ADDRESS: &[IdentifierForm] = &[IdentifierForm::Address];
static MAILBOX: ServiceRule = {
    let mut rule = ServiceRule::new(Service::MAILBOX, ADDRESS, &[Role::MailboxPassword]);
    rule.issued_only = Some(IssuedOnly::new(Confidence::High));
    rule
};

const fn issued(pattern: &'static str) -> IssuedSecret {
    IssuedSecret::new(Role::MailboxPassword, Pattern::new(pattern))
}
static SERVICES: [&ServiceRule; 1] = [&MAILBOX];
static TWELVE: [IssuedSecret; 1] = [issued("[a-z]{12}")];
static UP_TO_EIGHT: [IssuedSecret; 1] = [issued("[a-z]{0,8}")];

const fn profile(id: &'static str, mail_domains: &'static [&'static str], issued: &'static [IssuedSecret]) -> Profile {
    let mut profile = Profile::new(id, "Acme");
    profile.mail_domains = mail_domains;
    profile.services = &SERVICES;
    profile.issued = issued;
    profile
}

fn answer(provider: Option<&'static str>, profiles: &[Profile], identifier: &str) -> Assessment {
    let mut options = GuardOptions::new(Service::MAILBOX);
    options.provider = provider.map(str::to_owned);
    options.profiles = profiles.to_vec();
    let Ok(guard) = Guard::new(options) else { panic!("options that can be used") };
    guard.assess(&Credentials::new(identifier, "SOMMER24!"), Observation::default())
}

fn json(answer: &Assessment) -> String {
    serde_json::to_string(answer).unwrap_or_default()
}

#[test]
fn of_two_that_claim_a_domain_the_forms_own_gives_the_address() {
    let both = [profile("a", &["acme.example"], &TWELVE), profile("b", &["acme.example"], &TWELVE)];
    for provider in ["a", "b"] {
        let told = json(&answer(Some(provider), &both, "anna@acme.example"));
        assert!(told.contains(r#""fits":"yes""#) && !told.contains("accountNotMailbox"), "{provider}: {told}");
    }
    let claims = [profile("c", &["ik.me"], &TWELVE)];
    let told = json(&answer(Some("infomaniak"), &claims, "anna@ik.me"));
    assert!(told.contains(r#""fits":"yes""#) && !told.contains("accountNotMailbox"), "{told}");
    let told = json(&answer(Some("b"), &both, "anna@gmail.com"));
    assert!(told.contains("accountNotMailbox"), "another provider's, still: {told}");
}

#[test]
fn of_two_with_one_id_the_one_that_claims_the_domain_decides() {
    let both = [profile("x", &[], &UP_TO_EIGHT), profile("x", &["acme.example"], &TWELVE)];
    let told = json(&answer(None, &both, "anna@acme.example"));
    assert!(told.contains(r#""length":12"#), "{told}");
}

#[test]
fn no_characters_at_all_are_no_length_to_tell() {
    let told = json(&answer(Some("y"), &[profile("y", &[], &UP_TO_EIGHT)], "anna@acme.example"));
    assert!(told.contains("mailboxPasswordExpected") && !told.contains("minLength"), "{told}");
}
