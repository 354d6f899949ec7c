//! Words in front of a date that narrow it and belong to its span.

use super::expression::{DateExpr, Origin};
use super::scan::Scan;
use super::starts as on;
use super::{Found, Reader, date_rule, plain};
use crate::lexicon::Unit;
use crate::rule::Reads;

pub(super) const EDGE: Reader = date_rule(
    "date-edge",
    on::EDGE | on::THE | on::UNIT,
    "Early, late, mid- and the end of a date: the date's value, and a longer span.",
    &[
        Reads {
            value: "DATE 2014-11",
            sentences: &[
                "It opened in late November 2014.",
                "It opened at the end of November 2014.",
                "It opened in mid-November 2014.",
            ],
        },
        Reads { value: "DATE 2016", sentences: &["It will open early next year."] },
        Reads {
            value: "DATE 2015",
            sentences: &["It will open by the end of the year.", "It will open by year-end.", "It will open by year's end."],
        },
        Reads { value: "DATE 2015-08-06", sentences: &["It opened late Thursday."] },
    ],
    &["He came late.", "The end of the road is near.", "At the end of the day it is money.", "An early riser won."],
    edge,
);

/// `the end of the year`: the unit spoken of, or that of the writer. "The end of the day" says something else.
fn running(s: &Scan, from: usize, i: usize) -> Option<Found> {
    let (unit, plural) = s.unit(i + 1).filter(|_| i > from && s.is(i, "the") && s.is(i - 1, "of"))?;
    let fits = matches!(unit, Unit::Week | Unit::Month | Unit::Year | Unit::Decade | Unit::Century) && !plural;
    fits.then(|| Found::new(i + 2, DateExpr::Offset { unit, count: Some(0), from: Origin::Running }))
}

/// `year-end`, `year end`, `the year's end`, `month's end`.
fn unit_end(s: &Scan, i: usize) -> Option<Found> {
    let at = i + usize::from(s.is(i, "the"));
    let unit = s.unit(at).map(|(unit, _)| unit).filter(|u| matches!(u, Unit::Month | Unit::Year))?;
    let joint = usize::from(s.any(at + 1, &["-", "'s", "’s"]));
    // "the year end" may end a clause: "the year ends".
    (s.is(at + 1 + joint, "end") && (joint == 1 || at == i))
        .then(|| Found::new(at + 2 + joint, DateExpr::Offset { unit, count: Some(0), from: Origin::Running }))
}

fn edge(s: &Scan, i: usize) -> Option<Found> {
    if let Some(found) = unit_end(s, i) {
        return Some(found);
    }
    let (_, at) = s.phrase(i, &s.words.edges)?;
    let inner = plain(s, at).or_else(|| running(s, i, at))?;
    // A duration has no end that could be dated.
    let dated = !matches!(inner.expr, Some(DateExpr::Duration(_) | DateExpr::Set(_) | DateExpr::Refer(_)));
    dated.then_some(inner)
}
