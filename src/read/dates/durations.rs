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
    "How often in a unit of time.",
    &[
        Reads { value: "SET P1W", sentences: &["They meet once a week.", "They meet three times a week."] },
        Reads { value: "SET P1Y", sentences: &["They meet twice a year."] },
    ],
    &["Once a minister, he is now a farmer.", "He was fined three times the sum."],
    often,
);

/// `P4Y`, `PT3H`; decades and centuries are told in years.
fn value(unit: Unit, amount: Amount) -> String {
    let (letter, time, scale) = match unit {
        Unit::Second => ('S', "T", 1),
        Unit::Minute => ('M', "T", 1),
        Unit::Hour => ('H', "T", 1),
        Unit::Day => ('D', "", 1),
        Unit::Week => ('W', "", 1),
        Unit::Fortnight => ('W', "", 2),
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
    let plain_the = i0 == i + 1 && s.is(i, "the");
    if let Some(found) = ensuing(s, i) {
        return Some(found);
    }
    let Some((amount, end)) = s.amount(at) else {
        return bare(s, i, at, stretched);
    };
    let (amount, end) = s.or_more(amount, end);
    let hyphen = usize::from(s.is(end, "-") && s.glued(end));
    let end = end + hyphen;
    let end = end + usize::from(s.any(end, &["more", "full", "consecutive", "straight", "long"]));
    let end = end + usize::from(hyphen == 0 && adjective(s, end));
    let (unit, plural) = s.unit(end)?;
    let single = amount == Amount::Exact(1);
    let article = s.any(at, &["a", "an"]) && single;
    // "The 46-day siege": what describes a noun stands behind its article.
    if plain_the && hyphen == 1 {
        return None;
    }
    let day_and_night = amount == Amount::Exact(24) && unit == Unit::Hour && hyphen == 1;
    // "five second-half goals", "two quarter finals", "a minute", "a century": other words, or nothing said.
    let small = article && at == i && matches!(unit, Unit::Minute | Unit::Hour | Unit::Century | Unit::Quarter) && hyphen == 0;
    // "a five year low": a unit in the singular before the noun it describes.
    let describes = unit != Unit::Quarter && s.kind(end + 1) == Some(TokenKind::Word) && !s.capital(end + 1);
    let doubtful = !plural && hyphen == 0 && !single && !describes;
    let old = s.phrase(end + 1, &s.words.ages).is_some();
    let split = s.is(end + 1, "-") && s.glued(end + 1) && hyphen == 0;
    // "$5 million a year", "twice a day": a rate.
    let rate = article
        && !stretched
        && (i == at)
        && !matches!(
            s.before(i),
            "for" | "in" | "within" | "after" | "of" | "than" | "over" | "about" | "once" | "lasted" | "took" | "spent"
        );
    // "A quarter of the town", "three quarters of the food", "a rolling four-quarter test": a fraction.
    let fraction = unit == Unit::Quarter && !stretched;
    let half = usize::from(s.is(end + 1, "and") && s.is(end + 2, "a") && s.is(end + 3, "half"));
    let amount = if let (1, Amount::Exact(n)) = (half, amount) { Amount::Half(n) } else { amount };
    (!day_and_night && !doubtful && !old && !split && !rate && !small && !fraction)
        .then(|| Found::new(end + 1 + 3 * half, DateExpr::Duration(value(unit, amount))))
}

/// `two bloody weeks`, `eight trading days`: a word between the number and its units.
fn adjective(s: &Scan, i: usize) -> bool {
    s.kind(i) == Some(TokenKind::Word)
        && s.lower(i).len() > 3
        && !s.capital(i)
        && s.unit(i).is_none()
        && s.unit(i + 1).is_some_and(|(_, plural)| plural)
        && !s.plural(i)
        && !s.words.counted.has(s.lower(i))
        && s.phrase(i, &s.words.cues).is_none()
        && s.lower(i) != "last"
}

/// `the intervening years`, `the first hours`
fn ensuing(s: &Scan, i: usize) -> Option<Found> {
    let (_, at) = s.phrase(i, &s.words.ensuing)?;
    let (unit, plural) = s.unit(at)?;
    (plural && unit != Unit::Second).then(|| Found::new(at + 1, DateExpr::Duration(value(unit, Amount::Vague))))
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
