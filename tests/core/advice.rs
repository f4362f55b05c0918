//! What is said together after a refusal: nothing that contradicts, nothing twice, nothing needless.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a test may fail, and says what it has asked"
)]

use std::collections::BTreeSet;

use passkind::{Cause, Credentials, Guard, GuardOptions, Hint, Input, Observation, Param, Profile, Service};

const RESETS: &[&str] =
    &["resetAccountPassword", "resetMailboxPassword", "resetServicePassword", "createAppPassword", "noPasswordYet"];
const KINDS: &[&str] = &[
    "accountPasswordExpected",
    "mailboxPasswordExpected",
    "appPasswordExpected",
    "servicePasswordExpected",
    "tokenExpected",
];

/// One code, those that may not stand beside it, and why.
const APART: &[(&str, &[&[&str]], &str)] = &[
    (
        "noPasswordWorks",
        &[RESETS, KINDS, &["tryOtherPassword", "showPassword", "testMailboxPair"]],
        "no password helps",
    ),
    (
        "passwordNotChecked",
        &[RESETS, &["tryOtherPassword", "showPassword", "pauseBeforeLockout"]],
        "nothing was judged",
    ),
    ("checkIssuedPassword", &[KINDS, &["tryOtherPassword"]], "it is the right kind"),
    ("tryWholeAddress", &[&["tryLoginName", "addressExpected", "usernameExpected"]], "one name at a time"),
    ("tryLoginName", &[&["addressExpected", "usernameExpected", "serviceUserExpected"]], "one name at a time"),
    ("serviceHasOwnUsers", &[&["serviceUserExpected", "usernameExpected"]], "the same twice"),
    ("resetAccountPassword", &[&["resetMailboxPassword", "resetServicePassword"]], "two next steps"),
    ("resetMailboxPassword", &[&["resetServicePassword"]], "two next steps"),
    ("signInOnTheWeb", &[RESETS, KINDS], "the password is not the trouble"),
    ("tryOtherNetwork", &[RESETS, KINDS, &["showPassword"]], "nor is it here"),
    ("askAdministrator", &[&["resetAccountPassword"]], "somebody else sets it"),
];

/// A name certainly of another form: nothing is said of the password until it is right.
const WRONG_NAME: &[&str] =
    &["addressExpected", "serviceUserExpected", "syncNameExpected", "usernameExpected", "fixedUsernameExpected"];

const IDENTIFIERS: [&str; 4] = ["mara.lind@post-haus.example", "mara.lind@gmx.de", "mara.lind", "abcd_mara"];
const PASSWORDS: [&str; 5] = ["", "Wolkenbank3", "kfzqwnrtbxmdhjvp", "kfzq wnrt bxmd hjvp", "482913"];

fn observations() -> Vec<Observation> {
    let mut all = Vec::new();
    for refused in 0..4 {
        for input in [None, Some(Input::Autofilled)] {
            for single_sign_on in [false, true] {
                let mut observation = Observation::default();
                (observation.refused, observation.input, observation.single_sign_on) = (refused, input, single_sign_on);
                all.push(observation);
            }
        }
    }
    for cause in Cause::ALL {
        let mut observation = Observation::default();
        (observation.refused, observation.cause) = (1, Some(*cause));
        all.push(observation);
    }
    all
}

/// Every form of every provider, and those of nobody.
fn forms() -> Vec<(Option<&'static str>, Service)> {
    let services = [
        Service::ACCOUNT,
        Service::WEBMAIL,
        Service::MAILBOX,
        Service::CALDAV,
        Service::WEBDAV,
        Service::FTP,
        Service::SSH,
        Service::MYSQL,
        Service::PHPMYADMIN,
        Service::GIT,
        Service::REGISTRY,
        Service::API,
    ];
    let nobody = services.map(|service| (None, service));
    let known = Profile::all().iter().flat_map(|profile| {
        let services: BTreeSet<&str> = profile.services.iter().map(|rule| rule.service.as_str()).collect();
        services.into_iter().map(|service| (Some(profile.id), Service::find(service).unwrap()))
    });
    nobody.into_iter().chain(known).collect()
}

fn each(mut see: impl FnMut(&[Hint], Observation, &str)) {
    for (provider, service) in forms() {
        let mut options = GuardOptions::new(service);
        options.provider = provider.map(str::to_owned);
        let guard = Guard::new(options).unwrap();
        for identifier in IDENTIFIERS {
            for password in PASSWORDS {
                for observation in observations() {
                    let assessment = guard.assess(&Credentials::new(identifier, password), observation);
                    let told: Vec<&str> = assessment.hints.iter().map(Hint::code).collect();
                    let place = format!(
                        "{provider:?} {} {identifier} {password:?} {observation:?}: {told:?}",
                        service.as_str()
                    );
                    see(&assessment.hints, observation, &place);
                }
            }
        }
    }
}

#[test]
fn codes_that_contradict_never_stand_together() {
    let mut asked = 0;
    each(|hints, observation, place| {
        asked += 1;
        let told: Vec<&str> = hints.iter().map(Hint::code).collect();
        for (code, others, reason) in APART.iter().filter(|(code, ..)| told.contains(code)) {
            // Of one cause the advice is whole in itself.
            let is_admin = *code == "askAdministrator" && observation.cause.is_none() && observation.refused > 1;
            let other = others.iter().flat_map(|list| list.iter()).find(|other| told.contains(other));
            assert!(is_admin || other.is_none(), "{code} and {other:?}, {reason}: {place}");
        }
        let unique: BTreeSet<&&str> = told.iter().collect();
        assert_eq!(unique.len(), told.len(), "nothing twice: {place}");
        if told.iter().any(|code| WRONG_NAME.contains(code)) {
            let other = told.iter().find(|code| KINDS.contains(code) || RESETS.contains(code));
            assert!(other.is_none(), "the name is the next step: {place}");
        }
    });
    println!("{asked} questions, {} codes with others that may not stand beside them", APART.len());
}

#[test]
fn nothing_that_changes_an_account_leads_before_the_second_refusal() {
    each(|hints, observation, place| {
        let is_plain = observation.cause.is_none_or(|cause| cause == Cause::WrongPair);
        if observation.refused == 1 && is_plain {
            let leads =
                hints.first().is_some_and(|hint| RESETS.contains(&hint.code()) || hint.code() == "switchAccessOn");
            // A question alone may lead: it changes nothing.
            let is_question = hints.first().is_some_and(|hint| hint.code() == "switchAccessOn");
            assert!(!leads || is_question, "{place}");
            let is_filled_in = observation.input == Some(Input::Autofilled);
            assert!(!is_filled_in || !hints.iter().any(|hint| RESETS[..4].contains(&hint.code())), "{place}");
        }
    });
}

#[test]
fn on_a_mailbox_form_the_test_of_the_pair_has_a_place_at_the_first_refusal() {
    for profile in Profile::all() {
        let Some(rule) = profile.rule(Service::MAILBOX) else { continue };
        let mut options = GuardOptions::new(Service::MAILBOX);
        options.provider = Some(profile.id.to_owned());
        let guard = Guard::new(options).unwrap();
        let identifier = "mara.lind@post-haus.example";
        let mut observation = Observation::default();
        observation.refused = 1;
        let assessment = guard.assess(&Credentials::new(identifier, "Wolkenbank3"), observation);
        let told: Vec<&str> = assessment.hints.iter().map(Hint::code).collect();
        let is_other = told.iter().any(|code| WRONG_NAME.contains(code) || *code == "noPasswordWorks");
        assert!(is_other || told.contains(&"testMailboxPair"), "{} {:?}: {told:?}", profile.id, rule.expects);
    }
}

/// A server that is nobody's: no hint leads to a page of the address's provider that makes, resets or switches something.
#[test]
fn nobody_is_sent_to_make_a_secret_for_a_strangers_server() {
    let guard = Guard::new(GuardOptions::new(Service::MAILBOX)).unwrap();
    for identifier in ["anna@gmail.com", "anna@gmx.de", "anna@yahoo.com", "anna@ik.me"] {
        for password in PASSWORDS {
            for observation in observations() {
                let credentials = Credentials::new(identifier, password).at_server("mail.fremd-post.example");
                for hint in guard.assess(&credentials, observation).hints {
                    let leads = hint.params().any(|(name, value)| {
                        name == "place" || (name == "links" && !matches!(value, Param::Links([])))
                    });
                    assert!(!leads && hint.code() != "createAppPassword", "{identifier} {password} {}", hint.code());
                }
            }
        }
    }
}

/// A reply of any size and content is answered, and nothing of it is in the answer.
#[test]
fn nothing_of_a_reply_is_in_the_answer() {
    let guard = Guard::new(GuardOptions::new(Service::MAILBOX)).unwrap();
    let secret = "Wolkenbank-3-Marke";
    let long = format!("535 {} {secret}", "x ".repeat(500_000));
    let replies = [
        format!("535 5.7.8 Error: authentication failed for {secret}"),
        format!("AUTH PLAIN {secret}\r\n535 Too many login attempts, {secret}"),
        format!("{secret} application-specific password required"),
        long,
        String::new(),
        "\u{0}\u{202e}\u{fffd}".repeat(400),
    ];
    for reply in &replies {
        let mut observation = Observation::default();
        observation.refused = 1;
        let observation = observation.with_reply(reply);
        let assessment = guard.assess(&Credentials::new("mara@example.org", secret), observation);
        let answer = format!("{}{assessment:?}{observation:?}", assessment.to_json());
        assert!(!answer.contains(secret) && !answer.contains("Marke"), "{answer}");
    }
}
