//! Stretches of time and repeated times: how long, how often.

use super::expression::DateExpr;
use super::scan::{Amount, Scan};
use super::{Found, Reader, date_rule};
use crate::lexicon::Unit;
use crate::rule::Reads;
use crate::text::TokenKind;

pub(super) const DURATION: Reader = date_rule(
    "duration",
    "An amount of units: how long, not when.",
    &[
        Reads {
            value: "DURATION P4Y",
            sentences: &["The war lasted four years.", "It was a four-year war.", "It was a four year war."],
        },
        Reads { value: "DURATION P2D", sentences: &["They talked for two days.", "They talked for at least two days."] },
        Reads { value: "DURATION PT3H", sentences: &["They talked for three hours."] },
        Reads { value: "DURATION P2Y", sentences: &["Prices fell in the past two years."] },
        Reads { value: "DURATION PXY", sentences: &["It has burned for years.", "It has burned for several years."] },
    ],
    &[
        "He is 12 years old.",
        "A 12-year-old boy left.",
        "The station has a 24-hour guard.",
        "A second man left.",
        "He is 30 years of age.",
    ],
    duration,
);

pub(super) const EVERY: Reader = date_rule(
    "set-every",
    "Times that repeat.",
    &[
        Reads { value: "SET XXXX-WXX-1", sentences: &["They meet every Monday.", "They meet on Mondays."] },
        Reads { value: "SET P1D", sentences: &["They meet daily.", "They meet every day."] },
        Reads { value: "SET P2Y", sentences: &["They meet every two years."] },
    ],
    &["Every man left.", "He writes for the Daily Planet and a daily newspaper."],
    every,
);

/// `P4Y`, `PT3H`; decades and centuries are told in years.
fn value(unit: Unit, amount: Amount) -> String {
    let (letter, time, scale) = match unit {
        Unit::Second => ('S', "T", 1),
        Unit::Minute => ('M', "T", 1),
        Unit::Hour => ('H', "T", 1),
        Unit::Day => ('D', "", 1),
        Unit::Week => ('W', "", 1),
        Unit::Month => ('M', "", 1),
        Unit::Quarter => ('Q', "", 1),
        Unit::Year => ('Y', "", 1),
        Unit::Decade => ('Y', "", 10),
        Unit::Century => ('Y', "", 100),
    };
    match amount {
        Amount::Exact(n) => format!("P{time}{}{letter}", n.saturating_mul(scale)),
        Amount::Half(n) => format!("P{time}{n}.5{letter}"),
        Amount::Vague if scale == 10 => "PXE".to_owned(),
        Amount::Vague => format!("P{time}X{letter}"),
    }
}

fn duration(s: &Scan, i: usize) -> Option<Found> {
    let (stretched, i0) = s.phrase(i, &s.words.stretches).map_or((false, i), |(_, end)| (true, end));
    let at = s.bound(i0);
    let Some((amount, end)) = s.amount(at) else {
        return bare(s, i, at, stretched);
    };
    let hyphen = usize::from(s.is(end, "-") && s.glued(end));
    let end = end + hyphen;
    let end = end + usize::from(s.any(end, &["more", "full", "consecutive", "straight", "long"]));
    let (unit, plural) = s.unit(end)?;
    let single = amount == Amount::Exact(1);
    let article = s.any(at, &["a", "an"]);
    let day_and_night = amount == Amount::Exact(24) && unit == Unit::Hour && hyphen == 1;
    // "five second-half goals", "two quarter finals", "a minute", "a century": other words, or nothing said.
    let small = article && matches!(unit, Unit::Minute | Unit::Hour | Unit::Century | Unit::Quarter) && hyphen == 0;
    // "a five year low": a unit in the singular before the noun it describes.
    let describes = unit != Unit::Quarter && s.kind(end + 1) == Some(TokenKind::Word) && !s.capital(end + 1);
    let doubtful = !plural && hyphen == 0 && !single && !describes;
    let old = s.phrase(end + 1, &s.words.ages).is_some();
    let split = s.is(end + 1, "-") && s.glued(end + 1) && hyphen == 0;
    // "$5 million a year", "twice a day": a rate.
    let rate = article
        && !stretched
        && (i == at)
        && !matches!(s.before(i), "for" | "in" | "within" | "after" | "of" | "than" | "over" | "about" | "once");
    (!day_and_night && !doubtful && !old && !split && !rate && !small)
        .then(|| Found::new(end + 1, DateExpr::Duration(value(unit, amount))))
}

/// `for years`, `the past year`, `the last weeks`.
fn bare(s: &Scan, i: usize, at: usize, stretched: bool) -> Option<Found> {
    let (unit, plural) = s.unit(at)?;
    if stretched && !plural {
        return (s.is(at - 1, "past") && unit != Unit::Hour)
            .then(|| Found::new(at + 1, DateExpr::Duration(value(unit, Amount::Exact(1)))));
    }
    let cued = i == at && matches!(s.before(i), "for" | "over" | "within" | "of") && !s.is(at + 1, "-");
    let run = stretched && matches!(s.lower(at - 1), "last" | "past" | "next" | "coming" | "recent");
    (plural && unit != Unit::Second && (cued && s.before(i) != "of" || run))
        .then(|| Found::new(at + 1, DateExpr::Duration(value(unit, Amount::Vague))))
}

fn every(s: &Scan, i: usize) -> Option<Found> {
    let set = |value: String, end: usize| Some(Found::new(end, DateExpr::Set(value)));
    let part = |end: usize| s.phrase(end, &s.words.parts).map_or((String::new(), end), |(p, end)| (format!("T{p}"), end));
    if let Some((value, end)) = s.phrase(i, &s.words.sets) {
        let paper =
            s.is(i, "daily") && (s.words.daily_papers.has(s.lower(end)) || s.capital(i) && i > s.run.start || s.capital(end));
        return if paper { None } else { set(value, end) };
    }
    if let Some(day) = s.words.plural_weekdays.get(s.lower(i)) {
        return set(format!("XXXX-WXX-{day}"), i + 1);
    }
    if let Some(day) = s.weekday(i) {
        // "Tuesday nights"
        let (part, end) = part(i + 1);
        return if end > i + 1 && s.lower(end - 1).ends_with('s') { set(format!("XXXX-WXX-{day}{part}"), end) } else { None };
    }
    if !s.any(i, &["every", "each"]) {
        return None;
    }
    if let Some(day) = s.weekday(i + 1) {
        let (part, end) = part(i + 2);
        return set(format!("XXXX-WXX-{day}{part}"), end);
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
    let (amount, end) = s.amount(i + 1)?;
    let (unit, _) = s.unit(end).filter(|_| s.is(i, "every"))?;
    set(value(unit, amount), end + 1)
}
