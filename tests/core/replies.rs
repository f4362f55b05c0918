//! What is read out of servers' replies, which faults of `replies/rules.toml` the build tells, and what hostile text does: nothing.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail")]
#![allow(dead_code, unreachable_pub, reason = "modules of the build, of which a test needs a part")]

#[path = "../../src/provider/calendar.rs"]
mod calendar;
#[path = "../../src/reply/cause.rs"]
mod cause;
#[path = "../../build/check.rs"]
mod check;
#[path = "../../build/grammar.rs"]
mod grammar;
#[path = "../../src/pattern.rs"]
mod pattern;
#[path = "../../build/replies.rs"]
mod replies;
#[path = "../../build/schema.rs"]
mod schema;
#[path = "../../src/text.rs"]
mod text;
#[path = "../../src/reply/words.rs"]
mod words;

use passkind::Cause;
use proptest::prelude::*;

const RULES: &str = include_str!("../../replies/rules.toml");

/// Where a reply says nothing that is certain: both are answered as today.
fn is_silent(cause: Option<Cause>) -> bool {
    matches!(cause, None | Some(Cause::WrongPair))
}

/// Cause, reply: as servers document them, or as they are easily said; names and addresses are invented.
#[rustfmt::skip]
const ROWS: &[(Cause, &[&str])] = &[
    (Cause::AppPassword, &[
        "534-5.7.9 Application-specific password required. Learn more at\n534 5.7.9  https://support.google.com/mail/?p=InvalidSecondFactor a1-20020 - gsmtp",
        "a1 NO [ALERT] Application-specific password required: https://support.google.com/accounts/answer/185833 (Failure)",
        "535 5.7.0 NEOBHODIM parol prilozheniya https://help.mail.ru/mail/security/protection/external / Application password is REQUIRED",
        "-ERR Please using authorized code to login.",
        "535 Login Fail. Please enter your authorization code to login.",
        "535 Login fail. 请使用授权码登录",
        "401 Unauthorized: Password login forbidden, use token instead",
        "535 5.7.8 Error: authentication failed: please use an app-specific password",
        "NO [AUTHENTICATIONFAILED] An App Password is needed here",
    ]),
    (Cause::Token, &[
        "remote: Support for password authentication was removed on August 13, 2021.\nremote: Please see https://docs.github.com/x\nfatal: Authentication failed for 'https://github.com/anna/x.git/'",
        "remote: Invalid username or token. Password authentication is not supported for Git operations.",
        "Error response from daemon: unauthorized: your account must log in with a Personal Access Token (PAT)",
        "remote: Bitbucket Cloud recently stopped supporting account passwords for Git authentication.",
        "remote: You are using a deprecated app password. Use an API token instead.",
        "{\"errorMessages\":[\"Basic auth with password is not allowed on this instance\"]}",
        "Basic authentication with passwords is deprecated.",
        "403 Username/Password authentication is no longer supported. Migrate to API Tokens or Trusted Publishers instead.",
    ]),
    (Cause::NoPasswords, &[
        "535 5.7.139 Authentication unsuccessful, basic authentication is disabled. [AA1AA0000AA0001.PROD.OUTLOOK.COM]",
        "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled for more information.",
        "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox.",
        "A01 NO LOGIN failed. BasicAuthBlocked",
    ]),
    (Cause::SecondFactor, &[
        "Must specify two-factor authentication OTP code.",
        "npm error code EOTP\nThis operation requires a one-time password from your authenticator.",
        "2FA challenge not passed.",
        "331 One-time password required for anna",
        "334 5.7.8 Missing TOTP token, try with 'secret$totp_code'.",
        "You have enabled multifactor authentication but no OTP code provided",
        "403 You must enable two factor authentication to upload",
    ]),
    (Cause::WrongPair, &[
        "535-5.7.8 Username and Password not accepted. For more information, go to\n535 5.7.8  https://support.google.com/mail/?p=BadCredentials - gsmtp",
        "535 5.7.8",
        "535 Incorrect authentication data",
        "535 5.7.3 Authentication unsuccessful [AA1AA0000AA0001.PROD.OUTLOOK.COM]",
        "535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6",
        "535 5.7.0 authentication failed",
        "NO [AUTHENTICATIONFAILED] Authentication failed.",
        "-ERR [AUTH] Username and password not accepted.",
        "-ERR Logon failure: unknown user name or bad password.",
        "a2 NO LOGIN failed.",
        "530 Login incorrect.",
        "530 Login authentication failed",
        "ERROR 1045 (28000): Access denied for user 'anna'@'localhost' (using password: YES)",
        "FATAL:  password authentication failed for user \"anna\"",
        "anna@host.example: Permission denied (publickey,password).",
        "anna@host.example: Permission denied (publickey,keyboard-interactive).",
        "remote: HTTP Basic: Access denied",
        "unauthorized: incorrect username or password",
        "Die Anmeldung ist fehlgeschlagen.",
        "La connexion a échoué.",
        "La connexion a e\u{301}choue\u{301}.",
        "535 5.7.8 Sorry.",
    ]),
    (Cause::Name, &[
        "530 No such user",
        "-ERR [AUTH] Mailbox doesn't exist",
        "-ERR unknown user",
        "NO Invalid user",
        "FATAL:  role \"anna\" does not exist",
        "EMAIL_NOT_FOUND",
    ]),
    (Cause::Locked, &[
        "454 4.7.0 Too many login attempts, please try again later.",
        "535 5.7.0 (#AUTH005) Too many bad auth attempts.",
        "530 Too many authentication failures",
        "Received disconnect from 192.0.2.7 port 22:2: Too many authentication failures",
        "421 Maximum login attempts (3) exceeded, connection refused",
        "ERROR 3955 (HY000): Access denied for user 'anna'@'host'. Account is blocked for 1 day(s) (1 day(s) remaining) due to 3 consecutive failed logins.",
        "Zu viele fehlgeschlagene Anmeldeversuche. Versuchen Sie es später noch einmal.",
        "Trop de tentatives de connexion infructueuses. Réessayez ultérieurement.",
        "TOO_MANY_ATTEMPTS_TRY_LATER",
        "You have been locked out for 10 minutes.",
    ]),
    (Cause::Admin, &[
        "535 5.7.139 Authentication unsuccessful, user is locked by your organization's security defaults policy. Contact your administrator.",
        "535 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated successfully. Contact your administrator.",
        "NO [CONTACTADMIN] This account has been administratively locked.",
        "525 5.7.13 User account is disabled",
        "ERROR 4151 (HY000): Access denied, this account is locked",
        "ERROR 1044 (42000): Access denied for user 'anna'@'localhost' to database 'shop'",
        "530 Can't login as [anna]: account disabled",
        "Your account has expired; please contact your system administrator.",
        "This account is currently not available.",
        "FATAL:  role \"anna\" is not permitted to log in",
        "530 This FTP server is anonymous only.",
        "502 5.7.0 Your SMTP account is not yet activated.",
        "NO [AUTHORIZATIONFAILED] Authorization failed",
    ]),
    (Cause::Network, &[
        "ERROR 1130 (HY000): Host '192.0.2.9' is not allowed to connect to this MySQL server",
        "Host '192.0.2.9' is blocked because of many connection errors; unblock with 'mysqladmin flush-hosts'",
        "FATAL:  no pg_hba.conf entry for host \"192.0.2.9\", user \"anna\", database \"shop\", no encryption",
        "525 5.7.1 Unauthorized IP address",
        "2 NO [ALERT] LOGIN DENIED -- COUNTRY IS BLACKLISTED",
    ]),
    (Cause::Expired, &[
        "NO [EXPIRED] Password expired",
        "ERROR 1862 (HY000): Your password has expired. To log in you must change it using a client that supports expired passwords.",
        "ERROR 1820 (HY000): You must reset your password using ALTER USER statement before executing this statement.",
        "You are required to change your password immediately (administrator enforced).",
        "Password change required but no TTY available.",
        "535 5.7.8 OAuth token expired.",
    ]),
    (Cause::AccessOff, &[
        "NO [ALERT] You are yet to enable IMAP for your account. Please contact your administrator (Failure)",
        "[ALERT] Your account is not enabled for IMAP use. Please visit your Gmail settings page and enable your account for IMAP access. (Failure)",
        "-ERR [SYS/PERM] Your account is not enabled for POP access.",
        "NO IMAP4 access is disabled for this mailbox",
        "NO [ALERT] IMAP access is disabled for your domain.",
        "Full IMAP support is not enabled for this account. Please contact your domain administrator and try again.",
    ]),
    (Cause::Browser, &[
        "534-5.7.14 <https://accounts.google.com/signin/continue?sarp=1&scc=1&plt=AKgnsb> Please\n534-5.7.14 log in via your web browser and then try again.\n534-5.7.14  Learn more at\n534 5.7.14  https://support.google.com/mail/answer/78754 - gsmtp",
        "534-5.7.14 Please log in via your\n534-5.7.14 web\n534-5.7.14 browser and then try again.",
        "* NO [WEBALERT https://accounts.google.com/signin/continue?sarp=1] Web login required.",
        "535 5.7.8 Error: authentication failed: Please accept EULA first.",
    ]),
    (Cause::Encryption, &[
        "530 5.7.0 Must issue a STARTTLS command first",
        "530 5.7.7 Email sending without SSL/TLS encryption is not allowed. Please see: http://help.yandex.ru/mail/mail-clients/ssl.xml",
        "538 5.7.11 Encryption required for requested authentication mechanism",
        "NO [PRIVACYREQUIRED] Cleartext authentication disallowed on non-secure (SSL/TLS) connections.",
        "530 Non-anonymous sessions must use encryption.",
        "421-Sorry, cleartext sessions and weak ciphers are not accepted on this server.\n421 Please reconnect using TLS security mechanisms.",
        "530 This server does not allow plain FTP. You have to use FTP over TLS.",
        "530 TLS required",
        "550 SSL/TLS required on the control channel",
        "ERROR 3159 (08004): Connections using insecure transport are prohibited while --require_secure_transport=ON.",
        "NO (ENCRYPT-NEEDED) \"Cannot authenticate over plain-text.\"",
    ]),
    (Cause::Method, &[
        "530 5.7.0 Authentication Required. For more information, go to https://support.google.com/",
        "530 5.7.57 Client not authenticated to send mail.",
        "502 5.7.0 Please authenticate first",
        "503 AUTH command used when not advertised",
        "504 5.7.4 Unrecognized authentication type",
        "535 5.7.8 Error: authentication failed: Invalid authentication mechanism",
        "501 5.5.2 Cannot decode Base64",
        "530 Please login with USER and PASS.",
        "anna@host.example: Permission denied (publickey).",
        "FATAL:  Peer authentication failed for user \"anna\"",
        "ERROR 1251 (08004): Client does not support authentication protocol requested by server",
        "No supported authentication methods available (server sent: publickey)",
        "no basic auth credentials",
        "NOAUTH Authentication required.",
        "fatal: could not read Username for 'https://git.example.org': terminal prompts disabled",
        "550 Unauthenticated senders not allowed",
    ]),
    (Cause::Sender, &[
        "553 5.7.1 <anna@example.org>: Sender address rejected: not owned by user bea@example.org",
        "553 Mail from must equal authorized user",
        "501 mail from address must be same as authorization user",
        "554 5.2.252 SendAsDenied; anna@example.org not allowed to send as bea@example.org",
        "550 5.7.60 SMTP; Client does not have permissions to send as this sender",
        "550 The from address does not match a verified Sender Identity.",
        "554 Message rejected: Email address is not verified. The following identities failed the check in region EU-WEST-1: anna@example.org",
        "554 5.7.1 <bea@example.org>: Relay access denied",
        "550 relay not permitted",
        "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)",
        "553 Relaying disallowed as anna@example.org",
    ]),
    (Cause::Busy, &[
        "454 4.7.0 Temporary authentication failure",
        "435 Unable to authenticate at present",
        "421 Service not available",
        "432 4.3.2 Concurrent connections limit exceeded",
        "451 4.7.1 Sorry, the service is currently unavailable. Please come back later.",
        "454 Throttling failure: Maximum sending rate exceeded.",
        "NO [UNAVAILABLE] LOGIN Server error - Please try again later",
        "-ERR [IN-USE] Unable to lock maildrop",
        "-ERR [SYS/TEMP] Server error, please try again",
        "* BYE [ALERT] Too many simultaneous connections. (Failure)",
        "ERROR 1040 (HY000): Too many connections",
        "FATAL:  sorry, too many clients already",
        "FATAL:  the database system is starting up",
        "421 Too many connections (8) from this IP",
        "NO [ALERT] Account exceeded command or bandwidth limits. (Failure)",
        "NO (TRYLATER) \"come back\"",
    ]),
    (Cause::Unrelated, &[
        "552 5.2.2 Mailbox full",
        "550 5.1.1 <bea@example.org>: Recipient address rejected: User unknown",
        "550 No such user here",
        "554 5.7.1 Message rejected under suspicion of SPAM",
        "550 5.7.26 This mail is unauthenticated, which violates the DMARC policy of example.org",
        "451 Authentication failed: Maximum credits exceeded",
        "ssh: Could not resolve hostname host.example: Name or service not known",
        "connect ECONNREFUSED 192.0.2.7:587",
        "self-signed certificate in certificate chain",
        "certificate has expired",
        "ERROR 2003 (HY000): Can't connect to MySQL server on '192.0.2.7'",
        "FATAL:  database \"shop\" does not exist",
        "Unable to negotiate with 192.0.2.7 port 22: no matching host key type found.",
        "503 5.5.1 Bad sequence of commands",
        "550 Send quota exceeded",
        "Verbindung zum Speicherserver fehlgeschlagen.",
    ]),
];

/// Replies of which nothing is certain, and why.
#[rustfmt::skip]
const SILENT: &[(&str, &str)] = &[
    ("2 NO [AUTHENTICATIONFAILED] LOGIN invalid credentials or IMAP is disabled sc=ab12", "Yandex: one line for both"),
    ("535 5.7.8 Error: authentication failed: This user does not have access rights to this service", "Yandex: switched off, or no app password"),
    ("535 Login fail. Account is abnormal, service is not open, password is incorrect, login frequency limited, or system is busy.", "QQ: five causes"),
    ("remote: HTTP Basic: Access denied. The provided password or token is incorrect or your account has 2FA enabled and you must use a personal access token instead of a password.", "GitLab: three causes"),
    ("WRONGPASS invalid username-password pair or user is disabled.", "Redis: two causes"),
    ("LOGIN_MUST_USE_SECURITY_TOKEN: Invalid username, password, security token; or user locked out.", "Salesforce: three causes"),
    ("The SMTP server requires a secure connection or the client was not authenticated.", ".NET's own words"),
    ("-ERR login failure or POP3 disabled, try later", "one line for both"),
    ("535 Error: authentication failed, system busy. incorrect password", "busy, beside the pair"),
    ("454 4.7.0 Invalid credentials", "a temporary code for a wrong pair"),
    ("535 Authentication failed. Please contact your administrator.", "everybody's last sentence"),
    ("550 Access denied", "a bare code"),
    ("550 User has no permission", "not opened, or closed for sending"),
    ("530 Not logged in", "before a password, or after it"),
    ("Authorized code is incorrect", "the right kind, wrongly typed"),
    ("535 5.7.8 authentication failed for otp@two-factor.example", "words of an address"),
    ("535 5.7.8 authentication failed, see https://example.org/app-password/2fa/locked-out", "words of a link"),
    ("NO LOGIN failed, try again later", "a refusal with a polite end"),
    ("", "nothing"),
    ("   \r\n\t", "nothing"),
    ("+OK", "no refusal"),
    ("235 2.7.0 Authentication successful, but quite as it should be", "no refusal"),
    ("Quelque chose s'est mal passé.", "no known words"),
    ("出了点问题", "no known words"),
];

#[test]
fn replies_name_their_cause() {
    let count: usize = ROWS.iter().map(|(_, replies)| replies.len()).sum();
    assert!(count + SILENT.len() >= 180, "{count} rows that say something");
    let wrong: Vec<String> = ROWS
        .iter()
        .flat_map(|(cause, replies)| replies.iter().map(move |reply| (*cause, *reply)))
        .filter(|(cause, reply)| Cause::of_reply(reply) != Some(*cause))
        .map(|(cause, reply)| format!("{cause:?}, not {:?}: {reply}", Cause::of_reply(reply)))
        .collect();
    assert_eq!(wrong, [""; 0], "\n{}", wrong.join("\n"));
    assert!(Cause::ALL.iter().all(|cause| ROWS.iter().any(|(known, _)| known == cause)));
}

#[test]
fn what_is_not_certain_is_not_said() {
    for (reply, why) in SILENT {
        assert!(is_silent(Cause::of_reply(reply)), "{why}: {:?}: {reply}", Cause::of_reply(reply));
    }
}

#[test]
fn case_accents_marks_and_line_breaks_make_no_difference() {
    for (cause, replies) in ROWS {
        for reply in *replies {
            let spaced = reply.replace(' ', " \u{a0} ");
            for other in [reply.to_uppercase(), spaced, format!("Error: {reply}\r\n"), reply.replace('\n', "\r\n")] {
                assert_eq!(Cause::of_reply(&other), Some(*cause), "{other}");
            }
        }
    }
}

#[test]
fn names_and_causes_belong_together() {
    for cause in Cause::ALL {
        assert_eq!(Cause::from_str(cause.as_str()), Some(*cause));
    }
    assert_eq!(Cause::from_str("password"), None);
    assert_eq!(Cause::ALL.len(), 17);
}

#[test]
fn only_the_first_800_characters_count() {
    const REPLY: &str = "application-specific password required";
    for filling in ["x", "é", "😀"] {
        let length = REPLY.chars().count();
        assert_eq!(Cause::of_reply(&format!("{} {REPLY}", filling.repeat(799 - length))), Some(Cause::AppPassword));
        assert_eq!(Cause::of_reply(&format!("{} {REPLY}", filling.repeat(800))), None);
    }
    assert_eq!(Cause::of_reply(&"535 ".repeat(250_000)), Some(Cause::WrongPair));
    for sign in ["@", "[", "https://", "*", "5 7 8 ", "\0", "\u{301}", "ß"] {
        assert!(is_silent(Cause::of_reply(&sign.repeat(1_000_000))), "{sign}");
    }
}

#[test]
fn a_reply_that_holds_a_secret_leaves_nothing_of_it() {
    // The answer is one of 17 constants, whatever stands in the reply.
    let told = format!("{:?}", Cause::of_reply("535 5.7.8 failed for anna with marker-7Qx2-password-Kirschbaum"));
    assert_eq!(told, "Some(WrongPair)");
    let names: Vec<&str> = Cause::ALL.iter().map(|cause| cause.as_str()).collect();
    assert!(names.iter().all(|name| name.bytes().all(|b| b.is_ascii_alphabetic())));
}

#[test]
fn a_hundred_thousand_odd_replies_are_read() {
    // Phrases cut anywhere, with what breaks readers between.
    let texts: Vec<&str> = passkind::phrases().map(|phrase| phrase.text).collect();
    let odd =
        ["\u{202e}", "\0", "[", "*", "|", "!", "@", "https://", "😀", "É", "e\u{301}", "4", "5.7.8", "授", "\u{ffff}"];
    let mut state = 7_u64;
    let mut below = |bound: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % bound
    };
    let mut named = 0;
    for _ in 0..100_000 {
        let mut reply = String::new();
        for _ in 0..=below(4) {
            reply.extend(texts[below(texts.len())].chars().take(below(30)));
            reply.push_str(odd[below(odd.len())]);
        }
        named += usize::from(Cause::of_reply(&reply).is_some());
    }
    assert!(named > 10_000, "{named}: too few to say anything");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_are_read(bytes in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        let _ = Cause::of_reply(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,900}") {
        let _ = Cause::of_reply(&text);
    }

    #[test]
    fn what_stands_behind_the_800th_character_changes_nothing(text in "\\PC{800}", behind in ".*") {
        prop_assert_eq!(Cause::of_reply(&text), Cause::of_reply(&(text.clone() + &behind)));
    }
}

#[test]
fn every_phrase_says_where_it_was_seen() {
    let mut count = 0;
    for phrase in passkind::phrases() {
        count += 1;
        assert!(phrase.servers.iter().all(|server| !server.is_empty()), "{}", phrase.text);
        // It is read as a phrase of its own.
        assert!(!phrase.text.contains(['|', '!', ':']), "{}", phrase.text);
    }
    assert!(count > 250, "{count}");
    let all_off = |reply: &str| Cause::of_reply_without(reply, |_| true);
    assert_eq!(all_off("535 5.7.8 Application-specific password required"), None);
    let without_gmail = |phrase: &passkind::Phrase| phrase.servers == ["Gmail"];
    assert_eq!(Cause::of_reply_without("NO [WEBALERT x] y", without_gmail), None);
    assert_eq!(Cause::of_reply("NO [WEBALERT x] y"), Some(Cause::Browser));
}

const EXAMPLE: &str = "[servers]
\"Example\" = { read = \"2026-11-27\", pages = [\"https://example.org/codes\"] }

[[rules]]
cause = \"appPassword\"
phrases = [
  { any = [\"App-Passwort\", \"[AUTH] *fenêtre\", \"#454 * too many\"], unless = [\"or IMAP \"], servers = [\"Example\"] },
  { any = [\"授权码\"], servers = [\"Example\"] },
]
";

#[test]
fn phrases_are_written_as_they_are_compared() {
    let [(_, compiled), (_, rules), (_, servers)] = replies::texts(EXAMPLE).unwrap();
    let first = r#"Rule { cause: Cause::AppPassword, any: &[" app passwort", " [ auth *fenetre", " #454 * too many"], unless: &[" or imap "] }"#;
    assert!(compiled.contains(first), "{compiled}");
    let lines: Vec<&str> = rules.lines().skip(1).collect();
    assert_eq!(lines, ["appPassword: app passwort| [ auth *fenetre| #454 * too many! or imap ", "appPassword:授权码"]);
    assert_eq!(servers, "Example\nExample\nExample\nExample");
    assert!(replies::texts(RULES).is_ok());
}

/// One fault each: `(what stands in the example, what stands there instead, what is said)`.
const FAULTS: [(&str, &str, &str); 12] = [
    ("\"appPassword\"", "\"apppassword\"", ":5: cause: \"apppassword\" is not allowed; one of appPassword, token, "),
    ("cause =", "causes =", ":5: causes: unknown field `causes`, expected `cause` or `phrases`"),
    (
        "servers = [\"Example\"] },\n]",
        "servers = [\"Exmaple\"] },\n]",
        ":8: servers: \"Exmaple\" is not allowed; a server of [servers]",
    ),
    ("servers = [\"Example\"] },\n]", "servers = [] },\n]", ":8: servers: [] is not allowed; one server or more"),
    ("[\"授权码\"]", "[]", ":8: any: [] is not allowed; one phrase or more"),
    ("[\"授权码\"]", "[\"*\"]", ":8: any: \"*\" is not allowed; words, `*` between them"),
    ("[\"授权码\"]", "[\"#5a5\"]", ":8: any: \"#5a5\" is not allowed; words, `*` between them"),
    ("[\"授权码\"]", "[\"授权码\", \"授权码\"]", ":8: any: \"授权码\" is not allowed; each phrase once"),
    ("\"or IMAP \"", "\"@\"", ":7: unless: \"@\" is not allowed; words"),
    ("https://example.org/codes", "http://example.org", ":2: pages: \"http://example.org\" is not allowed; an address"),
    ("2026-11-27", "27.11.2026", ":2: read: \"27.11.2026\" is not allowed; a day, YYYY-MM-DD"),
    (
        "[servers]\n",
        "[servers]\nOther = { pages = [\"https://example.org\"] }\n",
        ":2: servers: Other is not allowed; a server that a phrase names",
    ),
];

#[test]
fn each_fault_is_told_with_file_line_key_and_what_is_allowed() {
    for (there, instead, said) in FAULTS {
        assert!(EXAMPLE.contains(there), "{there}");
        let told = replies::texts(&EXAMPLE.replacen(there, instead, 1)).unwrap_err();
        assert!(told[0].starts_with(&format!("replies/rules.toml{said}")), "{told:?}\n{said}");
    }
}
