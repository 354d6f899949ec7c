//! Stretches of time: how long.

use super::expression::DateExpr;
use super::scan::{Amount, Scan};
use super::starts as on;
use super::{Found, Reader, date_rule};
use crate::lexicon::Unit;
use crate::rule::Reads;
use crate::text::TokenKind;

pub(super) const DURATION: Reader = date_rule(
    "duration",
    on::COUNTED | on::UNIT | on::OTHER,
    "An amount of units: how long, not when.",
    &[
        Reads {
            value: "DURATION P4Y",
            sentences: &["The war lasted four years.", "It was a four-year war.", "It was a four year war."],
        },
        Reads { value: "DURATION P2D", sentences: &["They talked for two days.", "They talked for at least two days."] },
        Reads { value: "DURATION PT3H", sentences: &["They talked for three hours."] },
        Reads {
            value: "DURATION P2Y",
            sentences: &["Prices fell in the past two years.", "They met over the next couple of years."],
        },
        Reads {
            value: "DURATION P2.5Y",
            sentences: &[
                "They talked for two and a half years.",
                "They talked for two-and-a-half years.",
                "They talked for 2 1/2 years.",
            ],
        },
        Reads { value: "DURATION P1.5Y", sentences: &["They talked for a year and a half."] },
        Reads { value: "DURATION PT30M", sentences: &["They talked for half an hour."] },
        Reads { value: "DURATION PT15M", sentences: &["They talked for a quarter of an hour."] },
        Reads { value: "DURATION PT1H20M", sentences: &["They talked for an hour and 20 minutes."] },
        Reads {
            value: "DURATION PXM",
            sentences: &[
                "It was a months-long siege.",
                "They talked for 12 to 18 months.",
                "They talked for two or three months.",
            ],
        },
        Reads { value: "DURATION P1Y", sentences: &["It was a year-long siege.", "It was a yearlong siege."] },
        Reads { value: "DURATION P1Y", sentences: &["Prices fell in the past year.", "Prices fell over the last year."] },
        Reads { value: "DURATION P8D", sentences: &["It took eight trading days."] },
        Reads { value: "DURATION PXD", sentences: &["It rained in the following days."] },
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

/// `P4Y`, `PT3H`; decades and centuries are told in years.
pub(super) fn value(unit: Unit, amount: Amount) -> String {
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
    if let Some(found) = long(s, i).or_else(|| halved(s, i)) {
        return Some(found);
    }
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
    if let Some(both) = and_minutes(s, unit, amount, end + 1) {
        return Some(both);
    }
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
        && !s.words.counted.has(s.key(i))
        && s.phrase(i, &s.words.cues).is_none()
        && s.lower(i) != "last"
}

/// `an hour and 20 minutes`, `two years and three months`
fn and_minutes(s: &Scan, unit: Unit, amount: Amount, at: usize) -> Option<Found> {
    let (n, (more, end)) = (amount.count()?, s.amount(at + 1).filter(|_| s.is(at, "and"))?);
    let (m, (smaller, _)) = (more.count()?, s.unit(end)?);
    let text = match (unit, smaller) {
        (Unit::Hour, Unit::Minute) => format!("PT{n}H{m}M"),
        (Unit::Minute, Unit::Second) => format!("PT{n}M{m}S"),
        (Unit::Year, Unit::Month) => format!("P{n}Y{m}M"),
        (Unit::Week, Unit::Day) => format!("P{n}W{m}D"),
        (Unit::Day, Unit::Hour) => format!("P{n}DT{m}H"),
        (Unit::Month, Unit::Day) => format!("P{n}M{m}D"),
        _ => return None,
    };
    Some(Found::new(end + 1, DateExpr::Duration(text)))
}

/// `months-long`, `yearlong`, `day-long`
fn long(s: &Scan, i: usize) -> Option<Found> {
    let (stem, end) = match s.lower(i).strip_suffix("long") {
        Some(stem) if !stem.is_empty() => {
            (s.words.unit.get(stem).map(|u| (*u, false)).or_else(|| s.words.units.get(stem).map(|u| (*u, true)))?, i + 1)
        }
        _ => (s.unit(i).filter(|_| s.is(i + 1, "-") && s.is(i + 2, "long"))?, i + 3),
    };
    let (unit, plural) = stem;
    let amount = if plural { Amount::Vague } else { Amount::Exact(1) };
    Some(Found::new(end, DateExpr::Duration(value(unit, amount))))
}

/// `half an hour`, `half a century`, `a quarter of an hour`, `three quarters of an hour`
fn halved(s: &Scan, i: usize) -> Option<Found> {
    let article = |at: usize| usize::from(s.any(at, &["a", "an"]));
    if s.is(i, "half") {
        let at = i + 1 + article(i + 1) + usize::from(s.is(i + 1, "-"));
        let (unit, plural) = s.unit(at).filter(|_| at > i + 1)?;
        let text = match unit {
            Unit::Hour => "PT30M".to_owned(),
            Unit::Century => "P50Y".to_owned(),
            Unit::Decade => "P5Y".to_owned(),
            Unit::Year => "P6M".to_owned(),
            Unit::Day => "PT12H".to_owned(),
            _ => return None,
        };
        return (!plural).then(|| Found::new(at + 1, DateExpr::Duration(text)));
    }
    let (count, quarter) = match s.lower(i) {
        "a" => (1, i + 1),
        "three" => (3, i + 1),
        _ => return None,
    };
    let of = quarter + 1;
    let hour = s.any(quarter, &["quarter", "quarters"]) && s.is(of, "of") && article(of + 1) == 1 && s.is(of + 2, "hour");
    hour.then(|| Found::new(of + 3, DateExpr::Duration(format!("PT{}M", 15 * count))))
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
        let turned = s.any(at - 1, &["last", "next"]) && s.is(i, "the") && s.words.within.has(s.before(i)) && !s.is(at + 1, "of");
        return ((s.is(at - 1, "past") || turned) && unit != Unit::Hour)
            .then(|| Found::new(at + 1, DateExpr::Duration(value(unit, Amount::Exact(1)))));
    }
    let cued = i == at && matches!(s.before(i), "for" | "over" | "within" | "of") && !s.is(at + 1, "-");
    let run = stretched && matches!(s.lower(at - 1), "last" | "past" | "next" | "coming" | "recent");
    (plural && unit != Unit::Second && (cued && s.before(i) != "of" || run))
        .then(|| Found::new(at + 1, DateExpr::Duration(value(unit, Amount::Vague))))
}
