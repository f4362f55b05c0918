//! Makers' tokens: every documented variant is told and its maker named, and no password made of words passes for one.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test may fail, and prints its share")]
#![allow(dead_code, reason = "modules of the evaluation, of which a test needs a part")]

#[path = "../../examples/eval/random.rs"]
mod random;
#[path = "../../examples/eval/sample.rs"]
mod sample;
#[path = "../../examples/eval/tokens.rs"]
mod tokens;

use passkind::{Credentials, Guard, GuardOptions, Observation, Service, Shape, Verdict};
use random::Random;
use sample::Recipe;
use tokens::TOKENS;

/// Tokens made of each variant.
const SAMPLES: usize = 200;
/// Of 1,000: how many of a variant must be told. In a few, chance makes words.
const TOLD: usize = 990;
/// Of 1,000: how many of the documented variants must be told.
const VARIANTS: usize = 980;

/// Documented, and left out on purpose: `(maker, pattern, reason)`.
const LEFT_OUT: [(&str, &str, &str); 2] = [
    (
        "vault",
        "s.[A-Za-z0-9]{24}",
        "from before Vault 1.10; people choose passwords such as s.Sommerferien2024Bernina1",
    ),
    ("mailgun", "[a-f0-9]{32}-[a-f0-9]{8}-[a-f0-9]{8}", "Mailgun's passwords for SMTP look the same"),
];

fn guard(service: Service, provider: Option<&str>) -> Guard {
    let mut options = GuardOptions::new(service);
    options.provider = provider.map(str::to_owned);
    Guard::new(options).unwrap()
}

fn issuer(guard: &Guard, text: &str) -> Option<&'static str> {
    let assessment = guard.assess(&Credentials::new("anna@example.com", text), Observation::default());
    assessment.password.issuer.filter(|_| assessment.password.shape == Shape::VendorToken)
}

/// How many of `SAMPLES` tokens of the pattern are told, with the right maker.
fn told(guard: &Guard, maker: &str, pattern: &str) -> usize {
    let (recipe, mut random) = (Recipe::read(pattern), Random::named(pattern));
    (0..SAMPLES).filter(|_| issuer(guard, &recipe.text(&mut random)) == Some(maker)).count()
}

#[test]
fn documented_variants_are_told() {
    let guard = guard(Service::ACCOUNT, None);
    let left_out = LEFT_OUT.map(|(maker, pattern, _)| (maker, pattern));
    let mut missed = Vec::new();
    let mut samples = 0;
    for (maker, pattern) in TOKENS.iter().chain(&left_out) {
        let count = told(&guard, maker, pattern);
        samples += count;
        if count * 1_000 < SAMPLES * TOLD {
            missed.push(format!("{maker} {pattern}: {count} of {SAMPLES}"));
        }
    }
    let all = TOKENS.len() + left_out.len();
    let variants = all - missed.len();
    println!("documented variants: {variants} of {all} are told; tokens: {samples} of {}", all * SAMPLES);
    assert!(variants * 1_000 >= all * VARIANTS, "{variants} of {all}: {missed:#?}");
    let unforeseen = missed.iter().filter(|missed| !left_out.iter().any(|(_, pattern)| missed.contains(pattern)));
    assert_eq!(unforeseen.count(), 0, "{missed:#?}");
}

#[test]
fn every_maker_of_a_file_has_variants_here() {
    let files = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/providers")).unwrap();
    for path in files.map(|entry| entry.unwrap().path()) {
        let id = path.file_stem().unwrap().to_str().unwrap();
        if std::fs::read_to_string(&path).unwrap().contains("\n[[tokens]]") && path.extension().unwrap() == "toml" {
            assert!(TOKENS.iter().any(|(maker, _)| *maker == id), "{id}: no variant is written down");
        }
    }
}

/// Common words and names of English, German, French, Italian and Spanish.
const WORDS: [&str; 80] = [
    "summer",
    "winter",
    "dragon",
    "monkey",
    "sunshine",
    "football",
    "password",
    "welcome",
    "coffee",
    "mountain",
    "river",
    "orange",
    "purple",
    "secret",
    "master",
    "kitchen",
    "sommerferien",
    "bernina",
    "kirschbaum",
    "passwort",
    "schule",
    "garten",
    "wandern",
    "sonne",
    "fenster",
    "fussball",
    "hamburg",
    "berlin",
    "katze",
    "hund",
    "lehrer",
    "bahnhof",
    "schokolade",
    "wasser",
    "soleil",
    "maison",
    "jardin",
    "vacances",
    "bonjour",
    "fromage",
    "lumiere",
    "montagne",
    "chocolat",
    "fenetre",
    "papillon",
    "voiture",
    "camille",
    "amour",
    "giardino",
    "estate",
    "montagna",
    "cavallo",
    "finestra",
    "ciao",
    "milano",
    "gelato",
    "bambino",
    "farfalla",
    "stella",
    "venezia",
    "verano",
    "familia",
    "ventana",
    "mariposa",
    "caballo",
    "playa",
    "madrid",
    "corazon",
    "estrella",
    "naranja",
    "invierno",
    "anna",
    "lucas",
    "sophie",
    "marco",
    "elena",
    "thomas",
    "giulia",
    "carlos",
    "emma",
];
const SEPARATORS: [&str; 6] = ["", ".", "-", "_", "+", ""];
/// What tokens begin with, as far as somebody may begin a password so.
const PREFIXES: [&str; 49] = [
    "",
    "",
    "",
    "s.",
    "s.",
    "sk-",
    "sk-ant-",
    "sk-or-v1-",
    "sk_live_",
    "sk_test_",
    "pat-",
    "pat",
    "key-",
    "pubkey-",
    "xoxo-",
    "xoxb-",
    "xapp-",
    "hvs.",
    "hf_",
    "npm_",
    "r8_",
    "gl",
    "glut-",
    "glint-",
    "gloas-",
    "ghs_",
    "AQ.",
    "SG.",
    "SK",
    "AIz",
    "AIza",
    "ya29.",
    "dp.so.",
    "dapi",
    "secret_",
    "rnd_",
    "pul-",
    "oy2",
    "xai-",
    "gsk_",
    "cfk_",
    "sbp_",
    "vca_",
    "bkua_",
    "eyJ",
    "eye",
    "ATATT3",
    "A3T",
    "ASIA",
];

/// Words with digits as people put them together: `s.Sommerferien2024Bernina1`, `key-Jardin_Soleil-1987`.
fn password(random: &mut Random) -> String {
    let mut text = (*random.pick(&PREFIXES).unwrap()).to_owned();
    let separator = random.pick(&SEPARATORS).unwrap();
    let style = random.below(4);
    if random.below(6) == 0 {
        text += &random.between(1, 2030).to_string();
    }
    for at in 0..random.between(1, 7) {
        if at > 0 {
            text += separator;
        }
        let word = *random.pick(&WORDS).unwrap();
        match style {
            0 => text += word,
            1 => text += &word.to_uppercase(),
            _ => {
                let (first, rest) = word.split_at(1);
                text += &(first.to_uppercase() + rest);
            }
        }
        text += &match random.below(5) {
            0 => random.between(1950, 2030).to_string(),
            1 => random.below(100).to_string(),
            2 => "!".repeat(random.below(2)),
            _ => String::new(),
        };
    }
    text + &random.below(1_000).to_string()
}

#[test]
fn passwords_of_words_are_no_tokens() {
    const COUNT: usize = 100_000;
    const THREADS: usize = 4;
    let take = |thread: usize| -> Vec<String> {
        let guard = guard(Service::ACCOUNT, None);
        let mut random = Random::named(&format!("words with digits {thread}"));
        let passwords = (0..COUNT / THREADS).map(|_| password(&mut random));
        passwords.filter(|text| issuer(&guard, text).is_some()).collect()
    };
    let taken: Vec<String> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS).map(|thread| scope.spawn(move || take(thread))).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    println!("words with digits: {} of {COUNT} are taken for a token", taken.len());
    assert!(taken.is_empty(), "{:?}", &taken[..taken.len().min(20)]);
}

#[test]
fn what_people_choose_is_no_token() {
    let guard = guard(Service::ACCOUNT, None);
    for text in [
        "s.Sommerferien2024Bernina1",
        "s.123456789012345678901234",
        "eyeoftiger1234567890.eyeofthestorm12345678.abcdefghij",
        "xoxo-gossip-girl-forever-2024",
        "key-Kirschbaum7-Bernina2024-Sommer",
        "glut-und-asche-im-sommer-2024",
        "ACTIONMOVIESINSUMMER",
        "ASIATRAVELBACKPACKER",
        "secret_Kirschbaum7BerninaSommerferien2024Garten7",
    ] {
        assert_eq!(issuer(&guard, text), None, "{text}");
    }
}

/// Where the service takes the token: nothing is said of it, before a refusal or after one.
#[test]
fn a_token_at_its_own_service_draws_no_hint() {
    let jwt = "ghs_[0-9]{7}_eyJ[A-Za-z0-9_-]{33}.eyJ[A-Za-z0-9_-]{140}.[A-Za-z0-9_-]{342}";
    let table = [
        ("git", "github", "anna", jwt),
        ("api", "github", "anna", jwt),
        ("git", "github", "anna", "ghr_[A-Za-z0-9]{76}"),
        ("git", "gitlab", "anna", "gldt-[A-Za-z0-9_-]{20}"),
        ("git", "gitlab", "anna", "glcbt-[A-Za-z0-9]{2}_[A-Za-z0-9_-]{20}"),
        ("git", "gitlab", "anna", "glpat-[A-Za-z0-9_-]{27}.01.[0-9a-z]{9}"),
        ("api", "atlassian", "anna@example.com", "ATATT3[A-Za-z0-9_-]{100}=[A-F0-9]{8}"),
        ("api", "atlassian", "anna@example.com", "ATATT3[A-Za-z0-9_-]{400}=[A-F0-9]{8}"),
        ("git", "bitbucket", "anna", "ATCTT3[A-Za-z0-9_-]{150}=[A-F0-9]{8}"),
        ("api", "bitbucket", "anna@example.com", "ATATT3[A-Za-z0-9_-]{300}=[A-F0-9]{8}"),
        ("webdav", "nextcloud", "anna", "[A-Za-z0-9]{72}"),
        ("caldav", "nextcloud", "anna", "[A-Za-z0-9]{72}"),
        ("mailbox", "aws-ses", "AKIAQWERTYUIOPASDFGH", "B[A-Za-z0-9/+]{43}"),
        ("registry", "docker-hub", "anna", "dckr_pat_[A-Za-z0-9_-]{27}"),
        ("registry", "pypi", "__token__", "pypi-AgENdGVzdC5weXBpLm9yZw[A-Za-z0-9_-]{90}"),
    ];
    for (service, provider, identifier, pattern) in table {
        let guard = guard(Service::named(service), Some(provider));
        let (recipe, mut random) = (Recipe::read(pattern), Random::named(pattern));
        for refused in [0, 1] {
            let mut observation = Observation::default();
            observation.refused = refused;
            for _ in 0..50 {
                let text = recipe.text(&mut random);
                let assessment = guard.assess(&Credentials::new(identifier, &text), observation);
                let place = format!("{provider} {service} {pattern}, refused {refused}: {:?}", assessment.hints);
                assert_eq!(assessment.verdict, Verdict::Silent, "{place}");
                assert!(!place.contains("Expected"), "{place}");
            }
        }
    }
}
