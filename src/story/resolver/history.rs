use chrono::{Datelike, NaiveDate};

use crate::lexicon::Turn;
use crate::read::dates::{DateExpr, DateMention, Origin};

/// So many dates with years far from the day of writing make a history, if few are counted from that day. An article with a day
/// of its own has to show more of them: news with a long background is no history.
const UNDATED: (usize, usize) = (4, 2);
const DATED: (usize, usize) = (7, 6);

/// Whether an article tells a history: it says the years of its dates, they lie far from the day of writing, and little
/// in it counts from that day.
pub(super) fn is_history(mentions: &[(usize, &DateMention)], writing: Option<NaiveDate>) -> bool {
    let far = |year: i32| writing.is_none_or(|day| day.year().abs_diff(year) >= 2);
    let years = mentions.iter().filter(|(_, m)| year_of(&m.expr).is_some_and(far)).count();
    let counted = mentions.iter().filter(|(_, m)| counts_from_writing(&m.expr)).count();
    let (least, times) = if writing.is_some() { DATED } else { UNDATED };
    years >= least && years > times * counted
}

/// The year that an expression says.
pub(super) fn year_of(expr: &DateExpr) -> Option<i32> {
    match expr {
        DateExpr::Day { year, .. } | DateExpr::Month { year, .. } | DateExpr::Season { year, .. } => *year,
        DateExpr::Year(year) => Some(*year),
        DateExpr::Range(from, _) => year_of(from),
        DateExpr::Part { day, .. } => year_of(day),
        _ => None,
    }
}

/// Whether an expression counts from the day of writing.
fn counts_from_writing(expr: &DateExpr) -> bool {
    match expr {
        DateExpr::Weekday(_) | DateExpr::Weekend | DateExpr::Offset { from: Origin::Writing, .. } => true,
        DateExpr::Turned { turn, .. } => matches!(turn, Turn::Last | Turn::This | Turn::Next),
        DateExpr::Part { day, .. } => counts_from_writing(day),
        DateExpr::Range(from, _) => counts_from_writing(from),
        _ => false,
    }
}
