//! The year of a date that is told without it.

use chrono::Datelike;

use super::resolve::{Lean, Resolved, Seen};
use crate::value::Interval;
use crate::value::when::{reach, year_value};

/// A part of a year without its year: the nearest such, and where tense tells the side and the nearest lies far on the
/// other, the one on that side.
pub(super) fn in_year(rest: &str, seen: Seen) -> Resolved {
    if let Some(thread) = seen.thread.or(seen.spoken).filter(|_| seen.history) {
        return in_history(rest, thread);
    }
    // "On March 3, 2014, troops seized the base. By June the region was annexed."
    if let Some(near) = seen.near.filter(|_| seen.lean != Lean::Future) {
        let found = in_history(rest, near);
        if found.interval.zip(seen.writing).is_none_or(|(days, writing)| days.earliest <= writing) {
            return found;
        }
    }
    let Some(writing) = seen.writing else { return Resolved::open(format!("XXXX-{rest}")) };
    let candidates = (-1..=1).filter_map(|shift| {
        let value = format!("{}-{rest}", year_value(writing.year().checked_add(shift)?));
        let days = reach(&value)?;
        let away =
            if days.latest < writing { (days.latest - writing).num_days() } else { (days.earliest - writing).num_days().max(0) };
        Some((value, away))
    });
    match candidates.min_by_key(|(_, away)| (against(*away, seen.lean), *away > 0)) {
        Some((value, _)) => Resolved::counted(value, writing),
        None => Resolved::open(format!("XXXX-{rest}")),
    }
}

/// How much farther a date against the tense counts. What will be hardly ever has been; what was is told of plans, too.
const AHEAD_OF_PAST: i64 = 4;
const BEHIND_FUTURE: i64 = 12;

/// How far so many days ahead of the writer are, given what the tense says.
pub(super) fn against(away: i64, lean: Lean) -> i64 {
    match lean {
        Lean::Past if away > 0 => away * AHEAD_OF_PAST,
        Lean::Future if away < 0 => -away * BEHIND_FUTURE,
        _ => away.abs(),
    }
}

/// How much farther a date behind the one a history goes on from counts: stories are told forwards.
const BACKWARDS: i64 = 2;

/// In a history the year is the one that brings the date nearest to the date spoken of.
fn in_history(rest: &str, spoken: Interval) -> Resolved {
    let candidates = (-1..=1).filter_map(|shift| {
        let value = format!("{}-{rest}", year_value(spoken.earliest.year().checked_add(shift)?));
        let days = reach(&value)?;
        let ahead = (days.earliest - spoken.latest).num_days().max(0);
        let behind = (spoken.earliest - days.latest).num_days().max(0);
        Some((value, ahead + behind * BACKWARDS))
    });
    match candidates.min_by_key(|(_, cost)| *cost) {
        Some((value, _)) => Resolved::counted(value, spoken.latest),
        None => Resolved::open(format!("XXXX-{rest}")),
    }
}

/// The century of the date spoken of in a history, else the last such year that is not far ahead.
pub(super) fn short_year(short: i32, seen: Seen) -> Resolved {
    const AHEAD: i32 = 5;
    let base = if seen.history { seen.spoken.map(|days| days.latest) } else { seen.writing };
    let Some(base) = base else { return Resolved::open(format!("XX{short:02}")) };
    let century = base.year().div_euclid(100) * 100;
    let year = century + short;
    let year = if year > base.year() + AHEAD { year - 100 } else { year };
    Resolved::counted(year_value(year), base)
}
