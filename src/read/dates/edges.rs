//! Words in front of a date that narrow it and belong to its span.

use super::expression::DateExpr;
use super::scan::Scan;
use super::{Found, Reader, date_rule, plain};
use crate::rule::Reads;

pub(super) const EDGE: Reader = date_rule(
    "date-edge",
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
        Reads { value: "DATE 2015-08-06", sentences: &["It opened late Thursday."] },
    ],
    &["He came late.", "The end of the road is near.", "An early riser won."],
    edge,
);

fn edge(s: &Scan, i: usize) -> Option<Found> {
    let (_, at) = s.phrase(i, &s.words.edges)?;
    let inner = plain(s, at)?;
    // A duration has no end that could be dated.
    let dated = !matches!(inner.expr, Some(DateExpr::Duration(_) | DateExpr::Set(_) | DateExpr::Refer(_)));
    dated.then_some(inner)
}
