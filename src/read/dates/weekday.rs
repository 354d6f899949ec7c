//! Weekdays and weekends.

use super::expression::DateExpr;
use super::scan::Scan;
use super::{Found, Reader, date_rule};
use crate::rule::Reads;

pub(super) const BARE: Reader = date_rule(
    "weekday-bare",
    "A weekday alone is the most recent one, the day of writing included, unless tense or cue words put it ahead.",
    &[
        Reads { value: "DATE 2015-08-06", sentences: &["The minister resigned on Thursday.", "Thursday's vote was close."] },
        Reads { value: "DATE 2015-08-07", sentences: &["The minister resigned on Friday."] },
        Reads {
            value: "DATE 2015-08-11",
            sentences: &[
                "Talks will resume on Tuesday.",
                "The two are due to meet on Tuesday.",
                "Talks are scheduled for Tuesday.",
            ],
        },
    ],
    &["He sat down.", "The sun rose.", "They wed in church."],
    bare,
);

pub(super) const TURNED: Reader = date_rule(
    "weekday-turned",
    "Last, this or next weekday.",
    &[
        Reads { value: "DATE 2015-08-04", sentences: &["The port closed last Tuesday.", "The port closed this past Tuesday."] },
        Reads {
            value: "DATE 2015-08-11",
            sentences: &["The port will close next Tuesday.", "The port will close this coming Tuesday."],
        },
    ],
    &["The last man left."],
    turned,
);

pub(super) const WEEKEND: Reader = date_rule(
    "weekend",
    "A weekend, as Saturday and Sunday of its ISO week.",
    &[
        Reads {
            value: "DATE 2015-W31-WE",
            sentences: &["Storms hit the coast over the weekend.", "Storms hit the coast last weekend."],
        },
        Reads {
            value: "DATE 2015-W32-WE",
            sentences: &["Storms will hit the coast this weekend.", "Storms will hit the coast at the weekend."],
        },
    ],
    &["He has a weekend house."],
    weekend,
);

fn bare(s: &Scan, i: usize) -> Option<Found> {
    s.weekday(i).map(|day| Found::new(i + 1, DateExpr::Weekday(day)))
}

/// A weekday with or without a turn before it.
pub(super) fn any(s: &Scan, i: usize) -> Option<Found> {
    turned(s, i).or_else(|| bare(s, i))
}

fn turned(s: &Scan, i: usize) -> Option<Found> {
    let (turn, at) = s.phrase(i, &s.words.turns)?;
    let day = s.weekday(at)?;
    Some(Found::new(at + 1, DateExpr::Turned { turn, what: Box::new(DateExpr::Weekday(day)) }))
}

fn weekend(s: &Scan, i: usize) -> Option<Found> {
    let (turn, at) = match s.phrase(i, &s.words.turns) {
        Some((turn, at)) => (Some(turn), at),
        None => (None, i + usize::from(s.is(i, "the"))),
    };
    if !s.is(at, "weekend") || at == i {
        return None;
    }
    let what = DateExpr::Weekend;
    let expr = match turn {
        Some(turn) => DateExpr::Turned { turn, what: Box::new(what) },
        None => what,
    };
    Some(Found::new(at + 1, expr))
}
