//! Times that repeat: how often.

use super::durations::value;
use super::expression::DateExpr;
use super::scan::{Amount, Scan};
use super::starts as on;
use super::{Found, Reader, date_rule};
use crate::rule::Reads;
use crate::text::TokenKind;

pub(super) const EVERY: Reader = date_rule(
    "set-every",
    on::SET | on::WEEKDAY | on::OTHER | on::THE_NR | on::TURN | on::ORDINAL,
    "Times that repeat.",
    &[
        Reads { value: "SET XXXX-WXX-1", sentences: &["They meet every Monday.", "They meet on Mondays."] },
        Reads { value: "SET XXXX-WXX-2TNI", sentences: &["They meet on Tuesday nights."] },
        Reads { value: "SET XXXX-WXX-WE", sentences: &["They meet every weekend.", "They meet on weekends."] },
        Reads {
            value: "SET XXXX-WXX-5",
            sentences: &["They meet on the last Friday of each month.", "They meet every second Friday."],
        },
        Reads { value: "SET P3D", sentences: &["They meet every third day."] },
        Reads { value: "SET P3M", sentences: &["They meet every quarter."] },
        Reads { value: "SET P1D", sentences: &["They meet daily.", "They meet every day."] },
        Reads {
            value: "SET P2Y",
            sentences: &["They meet every two years.", "They meet every other year.", "They meet every second year."],
        },
    ],
    &["Every man left.", "He writes for the Daily Planet and a daily newspaper."],
    every,
);

pub(super) const OFTEN: Reader = date_rule(
    "set-often",
    on::OTHER | on::COUNTED,
    "How often in a unit of time.",
    &[
        Reads { value: "SET P1W", sentences: &["They meet once a week.", "They meet three times a week."] },
        Reads { value: "SET P1Y", sentences: &["They meet twice a year."] },
    ],
    &["Once a minister, he is now a farmer.", "He was fined three times the sum."],
    often,
);

fn every(s: &Scan, i: usize) -> Option<Found> {
    let set = |value: String, end: usize| Some(Found::new(end, DateExpr::Set(value)));
    let part = |end: usize| s.phrase(end, &s.words.parts).map_or((String::new(), end), |(p, end)| (format!("T{p}"), end));
    if let Some((value, end)) = s.phrase(i, &s.words.sets) {
        let paper =
            s.is(i, "daily") && (s.words.daily_papers.has(s.key(end)) || s.capital(i) && i > s.run.start || s.capital(end));
        let named = s.capital(i) && i > s.run.start && s.kind(i - 1) == Some(TokenKind::Word);
        return if paper || named { None } else { set(value, end) };
    }
    if let Some(day) = s.words.plural_weekdays.get(s.key(i)) {
        // "Tuesdays attack": an apostrophe was lost.
        let lost = !s.any(i.wrapping_sub(1), &["on", "and", "every", "most", "some"]) && s.words.happened.has(s.key(i + 1));
        return if lost { Some(Found::new(i + 1, DateExpr::Weekday(*day))) } else { set(format!("XXXX-WXX-{day}"), i + 1) };
    }
    if let Some(found) = of_each(s, i) {
        return Some(found);
    }
    if let Some(day) = s.weekday(i) {
        // "Tuesday nights"
        let (part, end) = part(i + 1);
        return if end > i + 1 && s.lower(end - 1).ends_with('s') { set(format!("XXXX-WXX-{day}{part}"), end) } else { None };
    }
    if !s.any(i, &["every", "each"]) {
        return None;
    }
    let other = i + 1 + usize::from(s.any(i + 1, &["other", "second", "alternate"]));
    if let Some(day) = s.weekday(other) {
        let (part, end) = part(other + 1);
        // "every Monday and Thursday"
        let more = s.weekday(end + 1).filter(|_| s.any(end, &["and", "or"])).map_or(end, |_| end + 2);
        return set(format!("XXXX-WXX-{day}{part}"), more);
    }
    if s.any(i + 1, &["weekday", "weekend"]) {
        return set(if s.is(i + 1, "weekend") { "XXXX-WXX-WE" } else { "XXXX-WXX-XX" }.to_owned(), i + 2);
    }
    if let Some((nr, end)) = s.ordinal(i + 1)
        && let Some((unit, false)) = s.unit(end)
    {
        return set(value(unit, Amount::Exact(nr.into())), end + 1);
    }
    if let Some(month) = s.month(i + 1) {
        return set(format!("XXXX-{month:02}"), i + 2);
    }
    if let Some((season, end)) = s.phrase(i + 1, &s.words.seasons) {
        return set(format!("XXXX-{season}"), end);
    }
    if let Some((part, end)) = s.phrase(i + 1, &s.words.parts) {
        return set(format!("XXXX-XX-XXT{part}"), end);
    }
    if let Some((unit, _)) = s.unit(i + 2).filter(|_| s.any(i + 1, &["other", "second", "alternate"])) {
        return set(value(unit, Amount::Exact(2)), i + 3);
    }
    let (amount, end) = s.amount(i + 1)?;
    let (unit, _) = s.unit(end).filter(|_| s.is(i, "every"))?;
    set(value(unit, amount), end + 1)
}

/// `once a week`, `three times a year`
fn often(s: &Scan, i: usize) -> Option<Found> {
    let at = match s.lower(i) {
        "once" | "twice" => i + 1,
        _ => s.amount(i).filter(|(_, end)| s.is(*end, "times")).map(|(_, end)| end + 1)?,
    };
    let (unit, plural) = s.unit(at + 1).filter(|_| s.any(at, &["a", "an", "per", "each", "every"]))?;
    (!plural).then(|| Found::new(at + 2, DateExpr::Set(value(unit, Amount::Exact(1)))))
}

/// `the first Monday of every month`, `the last Friday of each month`
fn of_each(s: &Scan, i: usize) -> Option<Found> {
    let at = i + usize::from(s.is(i, "the"));
    let day = if s.is(at, "last") { at + 1 } else { s.ordinal(at)?.1 };
    let weekday = s.weekday(day)?;
    let repeats = s.is(day + 1, "of") && s.any(day + 2, &["every", "each"]) && s.unit(day + 3).is_some();
    repeats.then(|| Found::new(day + 4, DateExpr::Set(format!("XXXX-WXX-{weekday}"))))
}
