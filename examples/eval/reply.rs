//! The question: which cause is read out of a server's reply, and how far do the phrases of other servers carry?

use std::collections::{BTreeMap, BTreeSet};

use passkind::{Cause, Phrase, phrases};
use serde::Deserialize;
use serde_json::json;

use crate::print::table;
use crate::random::Random;

/// Parts in which `--cross` leaves servers out.
const PARTS: usize = 5;

/// A row of the file. What reads a reply is told nothing else of it.
#[derive(Debug, Deserialize)]
struct Row {
    reply: String,
    cause: String,
    #[serde(default)]
    server: String,
}

/// Of one row: what was right, and what was read.
struct Read<'a> {
    right: &'a str,
    read: &'static str,
}

/// Prints which cause was read in place of which; `{"rows", "right", "asToday", "wrong"}`.
pub(crate) fn run(file: &str) -> Result<String, String> {
    let rows = rows(file)?;
    let read = rows.iter().map(|row| Read { right: &row.cause, read: name(Cause::of_reply(&row.reply)) });
    Ok(told(&read.collect::<Vec<_>>()))
}

/// The same without the phrases that are known from the servers of the row's part alone.
pub(crate) fn cross(file: &str) -> Result<String, String> {
    let rows = rows(file)?;
    let servers: BTreeSet<&str> = rows.iter().map(|row| row.server.as_str()).collect();
    let mut read = Vec::new();
    for part in 0..PARTS {
        let out: BTreeSet<&str> = servers.iter().copied().skip(part).step_by(PARTS).collect();
        let is_off = |phrase: &Phrase| phrase.servers.iter().all(|server| out.contains(server));
        for row in rows.iter().filter(|row| out.contains(row.server.as_str())) {
            read.push(Read { right: &row.cause, read: name(Cause::of_reply_without(&row.reply, is_off)) });
        }
    }
    Ok(told(&read))
}

/// The replies of the file, where there is one, and so many that are put together of phrases: each with its cause, `null` where none
/// is named, a line of JSON each.
pub(crate) fn list(file: Option<&str>, count: &str) -> Result<String, String> {
    let count: usize = count.parse().map_err(|_| "COUNT is a number".to_owned())?;
    let rows = file.map_or(Ok(Vec::new()), rows)?;
    let known = rows.into_iter().map(|row| row.reply);
    let told: Vec<String> = known
        .chain(generated(count))
        .map(|reply| json!([reply, Cause::of_reply(&reply).map(Cause::as_str)]).to_string())
        .collect();
    Ok(told.join("\n"))
}

/// Phrases mixed, cut, in other cases, with accents, codes, addresses and whatever else stands in replies and breaks readers.
fn generated(count: usize) -> impl Iterator<Item = String> {
    const BETWEEN: [&str; 24] = [
        " ",
        " ",
        " ",
        " ",
        "-",
        ".",
        ": ",
        ", ",
        "\r\n",
        "\n535-5.7.8 ",
        "\t",
        "[",
        "] ",
        " (",
        ")",
        "\u{2019}",
        "。",
        "\u{a0}",
        "\0",
        "\u{7f}",
        "*",
        "|",
        "!",
        "_",
    ];
    const AMONG: [&str; 26] = [
        "535",
        "5.7.8",
        "421 4.7.0",
        "454",
        "550 5.1.1",
        "[AUTH]",
        "[UNAVAILABLE]",
        "NO",
        "-ERR",
        "anna@example.org",
        "@",
        "https://example.org/locked",
        "http://",
        "HTTPS://X ",
        "É",
        "e\u{301}",
        "échoué",
        "ß",
        "授权码",
        "пароль",
        "😀",
        "\u{202e}",
        "#535",
        "5 7 8",
        "192.0.2.1",
        "passwort",
    ];
    let texts: Vec<&str> = phrases().map(|phrase| phrase.text).collect();
    let mut random = Random::named("replies");
    (0..count).map(move |_| {
        let mut reply = String::new();
        // Now and then longer than what is read of a reply.
        let pieces = if random.below(40) == 0 { 120 } else { 1 + random.below(7) };
        for _ in 0..pieces {
            let from: &[&str] = if random.below(3) == 0 { &AMONG } else { &texts };
            let piece = *random.pick(from).unwrap_or(&"");
            let piece = if random.below(4) == 0 { piece.replace('*', " ") } else { piece.to_owned() };
            let piece = match random.below(8) {
                0 => piece.to_uppercase(),
                1 => piece.chars().take(random.below(12)).collect(),
                2 => piece.chars().skip(random.below(4)).collect(),
                3 => piece.replace('e', "é"),
                4 => piece.replace('a', "a\u{308}"),
                _ => piece,
            };
            reply.push_str(&piece);
            reply.push_str(random.pick(&BETWEEN).unwrap_or(&" "));
        }
        reply
    })
}

fn name(cause: Option<Cause>) -> &'static str {
    cause.unwrap_or(Cause::WrongPair).as_str()
}

fn told(read: &[Read<'_>]) -> String {
    let today = Cause::WrongPair.as_str();
    let mut pairs: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for Read { right, read } in read {
        *pairs.entry((right, read)).or_default() += 1;
    }
    table(
        "causes",
        &["cause", "read as", "rows", ""],
        pairs.iter().map(|((right, read), count)| {
            let note = if right == read {
                ""
            } else if *read == today {
                "as today"
            } else {
                "wrong"
            };
            [(*right).to_owned(), (*read).to_owned(), count.to_string(), note.to_owned()]
        }),
    );
    let right = read.iter().filter(|row| row.right == row.read).count();
    let as_today = read.iter().filter(|row| row.right != row.read && row.read == today).count();
    json!({"rows": read.len(), "right": right, "asToday": as_today, "wrong": read.len() - right - as_today}).to_string()
}

fn rows(file: &str) -> Result<Vec<Row>, String> {
    let text = std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    let lines = text.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty());
    lines
        .map(|(line, number)| serde_json::from_str(line).map_err(|error| format!("{file}, line {number}: {error}")))
        .collect()
}
