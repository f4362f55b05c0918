//! The question: which claims about providers are soon too old to be relied on?

use std::time::{SystemTime, UNIX_EPOCH};

use passkind::{Claim, Day, claims};

/// Claims are due this many days before they expire.
const NOTICE: u32 = 90;

/// Prints every claim that expires within the notice, or has, by provider, and returns how many there are.
pub(crate) fn run(today: Option<&str>) -> Result<String, String> {
    let today = match today {
        Some(text) => Day::parse(text).ok_or("TODAY is written YYYY-MM-DD")?,
        None => today_by_clock(),
    };
    let limit = today + NOTICE;
    // An announced change is a day on which to look again, however long the rest would hold.
    let due_on = |claim: &Claim| claim.period.expires.into_iter().chain(claim.changes_on).min();
    let mut due: Vec<(Day, Claim)> = claims().filter_map(|claim| due_on(&claim).map(|day| (day, claim))).collect();
    let of = due.len();
    due.retain(|(day, _)| *day <= limit);
    due.sort_by_key(|(day, claim)| (claim.provider, *day, claim.what));
    for (day, claim) in &due {
        let state = if *day < today { "expired" } else { "due" };
        let read = claim.period.read.map(|day| day.to_string()).unwrap_or_default();
        println!("{state} {day}  {} {}  read {read}  {}", claim.provider, claim.what, claim.sources);
    }
    Ok(format!("{} of {of} claims expire by {limit}", due.len()))
}

fn today_by_clock() -> Day {
    const SECONDS_A_DAY: u64 = 86_400;
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    Day::since_1970(u32::try_from(seconds / SECONDS_A_DAY).unwrap_or_default())
}
