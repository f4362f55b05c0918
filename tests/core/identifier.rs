//! What stands in the name field: one table of forms, one of fits.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail")]

use passkind::{Credentials, Fit, Guard, GuardOptions, IdentifierForm, Observation, Service};

fn guard(service: &'static str, provider: Option<&'static str>) -> Guard {
    let mut options = GuardOptions::new(Service::named(service));
    options.provider = provider.map(str::to_owned);
    Guard::new(options).unwrap()
}

#[test]
fn forms() {
    use IdentifierForm::{
        Address, CustomerNumber, Empty, Fixed, Handle, LocalPart, Name, Other, ServiceUser, SyncName,
    };
    // (service, typed, form, reason)
    let table = [
        // Nothing
        ("account", "", Empty, "nothing"),
        ("account", " \u{a0}\u{200b}", Empty, "blanks only"),
        // Addresses
        ("account", "anna@example.com", Address, "plain"),
        ("account", " anna@example.com\n", Address, "what cannot be meant at the ends is left out"),
        ("account", "jos\u{e9}@example.com", Address, "RFC 6531"),
        ("account", "jose\u{301}@example.com", Address, "decomposed, judged in NFC"),
        ("account", "anna@b\u{fc}cher.example", Address, "the platform's ASCII host is judged"),
        ("account", "\"anna b\"@example.com", Address, "quoted local part: unusual, not impossible"),
        ("account", "anna@localhost", Other, "one label"),
        ("account", "anna@[127.0.0.1]", Other, "a literal"),
        ("account", "anna@exa_mple.com", Other, "no underscore in a host name"),
        ("account", "anna@1.2.3.4", Other, "numeric top level"),
        ("account", "anna..b@example.com", Other, "two dots"),
        ("account", "Anna <anna@example.com>", Other, "a display name is no login"),
        ("account", "@example.com", Other, "no local part"),
        ("account", "\u{938}\u{902}\u{92a}\u{930}\u{94d}\u{915}@example.com", Address, "D6: vowel signs of Hindi"),
        ("account", "anna@XN--BCHER-KVA.example", Address, "an A-label in capitals"),
        ("account", "anna@xn--0.example", Other, "D5: an A-label that encodes nothing"),
        ("account", "anna@example\u{3002}com", Other, "an ideographic dot"),
        ("account", "anna@gmail.com\u{ff20}b\u{fc}cher.example", Other, "two at-signs, one of them full-width"),
        ("mailbox", "anna@[192.0.2.1]", Address, "a literal"),
        ("mailbox", "anna@[IPv6:1:2:3:4:5:6::8]", Other, "`::` for one group only"),
        ("account", "anna@\u{ff42}\u{fc}cher.example", Other, "a full-width letter beside an umlaut"),
        ("account", "anna@b\u{fc}\u{ad}cher.example", Other, "a soft hyphen, which the platform leaves out"),
        ("account", "an\u{2003}na@example.com", Other, "a wide blank"),
        ("account", "an\u{61c}na@example.com", Other, "an Arabic letter mark"),
        ("account", "\u{301}anna@example.com", Other, "an accent on nothing"),
        // Names of the provider's own make, whatever the form signs in to
        ("ftp", "abcd_anna", ServiceUser, "hosting prefix"),
        ("account", "abcd_anna", ServiceUser, "recognised on another form"),
        ("ftp", "wp_admin", Name, "the prefix has four to six signs"),
        ("caldav", "AB12345", SyncName, "sync name"),
        ("caldav", "ab12345", SyncName, "in small letters"),
        ("caldav", "AB12345@sync.infomaniak.com", SyncName, "as official pages write it"),
        ("publicCloud", "PCU-AB12CD", Handle, "OpenStack user"),
        ("swissBackup", "SBA-1234-ADMIN", Handle, "Acronis user"),
        ("swissBackup", "SBI-AB123456", Handle, "Swift user"),
        // The rest
        ("mailbox", "anna", LocalPart, "what an address begins with, where one is wanted"),
        ("ftp", "anna", Name, "a name elsewhere"),
        ("ftp", "1234567", CustomerNumber, "digits"),
        ("ftp", "apikey", Fixed, "the same for everybody"),
        ("ftp", "anna b", Other, "a blank inside"),
    ];
    for (service, typed, form, reason) in table {
        let guard = guard(service, Some("infomaniak"));
        let assessment = guard.assess(&Credentials::new(typed, ""), Observation::default());
        assert_eq!(assessment.identifier.form, form, "{typed:?} on {service}: {reason}");
    }
}

#[test]
fn usual_makes_are_known_without_a_provider() {
    let guard = guard("ftp", None);
    let form = |typed| guard.assess(&Credentials::new(typed, ""), Observation::default()).identifier.form;
    assert_eq!(form("wp_admin"), IdentifierForm::ServiceUser);
    assert_eq!(form("AB12345"), IdentifierForm::SyncName);
}

#[test]
fn fits() {
    // (service, typed, fit, reason)
    let table = [
        ("account", "anna@gmail.com", Fit::Yes, "an account may have any address"),
        ("account", "anna", Fit::No, "but only an address"),
        ("mailbox", "anna@ik.me", Fit::Yes, "a domain of the provider's own"),
        ("mailbox", "anna@example.com", Fit::Unknown, "only the server knows whose domain it is"),
        ("mailbox", "anna@gmail.com", Fit::No, "another provider's"),
        ("ftp", "abcd_anna", Fit::Yes, "hosting user"),
        ("ftp", "anna@example.com", Fit::No, "never an address"),
        ("ftp", "", Fit::Unknown, "nothing typed yet"),
        ("git", "anna", Fit::Unknown, "the profile says nothing of git"),
    ];
    for (service, typed, fit, reason) in table {
        let guard = guard(service, Some("infomaniak"));
        let assessment = guard.assess(&Credentials::new(typed, ""), Observation::default());
        assert_eq!(assessment.identifier.fits, fit, "{typed:?} on {service}: {reason}");
    }
}

#[test]
fn hosted_domains_are_a_positive_list() {
    let mut options = GuardOptions::new(Service::MAILBOX);
    options.provider = Some("infomaniak".to_owned());
    options.hosted_domains = vec!["gmail.com".to_owned(), "example.com".to_owned()];
    let guard = Guard::new(options).unwrap();
    let fit = |typed| guard.assess(&Credentials::new(typed, ""), Observation::default()).identifier.fits;
    assert_eq!(fit("anna@example.com"), Fit::Yes);
    assert_eq!(fit("anna@gmail.com"), Fit::Yes, "the page knows better than the table");
    assert_eq!(fit("anna@other.example"), Fit::Unknown, "absence means nothing");
}

#[test]
fn suggestions_show_the_inner_address() {
    // (typed, suggestion, reason)
    let table = [
        ("mailto:anna@example.com", Some("anna@example.com"), "copied from a link"),
        ("<anna@example.com>", Some("anna@example.com"), "copied from a header"),
        ("Anna Muster <anna@Example.com>", Some("anna@example.com"), "copied from a header, with its name"),
        ("evil@a.example <anna@example.com>", Some("anna@example.com"), "the inner address is what would be used"),
        ("anna\u{ff20}example.com", Some("anna@example.com"), "full-width sign"),
        ("anna@example\u{ff0e}com", Some("anna@example.com"), "a full-width dot would be sent as it is"),
        ("anna@example\u{3002}com", Some("anna@example.com"), "an ideographic one, too"),
        ("anna@\u{ff47}mx.net", Some("anna@gmx.net"), "a full-width letter"),
        ("anna@gm\u{430}il.com", Some("anna@gmail.com"), "a Cyrillic letter"),
        ("anna@\u{43f}\u{43e}\u{447}\u{442}\u{430}.\u{440}\u{444}", None, "Cyrillic throughout"),
        ("anna@b\u{fc}cher.example", None, "German"),
        ("anna@example", None, "nobody knows what was meant"),
        ("anna @ gmail.com", Some("anna@gmail.com"), "blanks beside the @"),
        ("anna@ik.me Sommer24", None, "what stands behind the blank may be a password"),
        ("Geheim1 anna@gmail.com", None, "before it as well"),
        ("<anna@\u{ff47}mx.net> x@other.example", None, "the host of another address is not this one's"),
        ("mailto:anna@gmial.com", Some("anna@gmail.com"), "the inner address is corrected at once, not in two steps"),
        ("anna@gmial.com.", Some("anna@gmail.com"), "a trailing dot and a slip"),
        ("anna@gm\u{430}il.com;", Some("anna@gmail.com"), "a trailing sign and a Cyrillic letter"),
        ("anna@b\u{fc}cher.example.", Some("anna@b\u{fc}cher.example"), "a trailing dot behind letters beyond ASCII"),
        ("Anna <anna@b\u{fc}cher.example>", Some("anna@b\u{fc}cher.example"), "a name before them"),
        ("\u{202a}anna@gmial.com\u{202c}", None, "nothing with invisible signs is suggested"),
        ("anna..b@gmial.com", None, "nothing that is no address"),
        ("https://anna:secret@gmial.com", None, "a page's address with a password in it"),
        ("anna@example.com", None, "nothing is wrong"),
    ];
    let guard = guard("account", Some("infomaniak"));
    for (typed, suggestion, reason) in table {
        let assessment = guard.assess(&Credentials::new(typed, ""), Observation::default());
        assert_eq!(assessment.identifier.suggestion.as_deref(), suggestion, "{typed:?}: {reason}");
    }
}
