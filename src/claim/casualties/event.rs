//! Which claims of an article speak of one incident.
//!
//! Two claims share their incident unless something tells them apart: another place, another day, words that lead
//! elsewhere, or, where nothing ties them, figures that cannot both be.

use crate::claim::record::CasualtyClaim;
use crate::lexicon::vocabulary::{Group, Scope};
use crate::value::Count;

/// What of a claim's wording bears on its incident.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Cues {
    /// "elsewhere", "in another attack", "last year".
    pub(super) elsewhere: bool,
    /// "the attack", "the death toll".
    pub(super) same: bool,
}

/// Gives every claim the id of its event's first claim, and passes place and day on inside an event.
pub(super) fn group(rows: &mut [CasualtyClaim], cues: &[Cues]) {
    let mut events: Vec<Vec<usize>> = Vec::new();
    for i in 0..rows.len() {
        let whole = rows[i].part_of.as_ref().and_then(|id| rows[..i].iter().position(|r| &r.id == id));
        let found = match whole {
            Some(w) => events.iter().position(|e| e.contains(&w)),
            None => events.iter().rposition(|e| belongs(rows, e, i, cues)),
        };
        match found {
            Some(e) => events[e].push(i),
            None => events.push(vec![i]),
        }
    }
    for event in &events {
        let id = rows[event[0]].id.clone();
        event.iter().for_each(|&i| rows[i].event.clone_from(&id));
        pass_on(rows, event);
    }
}

/// Whether claim `i` speaks of the incident of `event`.
fn belongs(rows: &[CasualtyClaim], event: &[usize], i: usize, cues: &[Cues]) -> bool {
    let row = &rows[i];
    let first = &rows[event[0]];
    if row.scope != first.scope {
        return false;
    }
    if row.scope != Scope::Incident {
        return event.iter().any(|&j| {
            rows[j].effect == row.effect && same_place(&rows[j], row) != Some(false) && count(&rows[j]).overlaps(count(row))
        });
    }
    let one_sentence = event.iter().any(|&j| rows[j].sentence_start == row.sentence_start);
    let places: Vec<bool> = event.iter().filter_map(|&j| same_place(&rows[j], row)).collect();
    let days: Vec<bool> = event.iter().filter_map(|&j| same_day(&rows[j], row)).collect();
    if places.contains(&false) && !places.contains(&true) || days.contains(&false) && !days.contains(&true) {
        return false;
    }
    let tied = places.contains(&true) && days.contains(&true) || cues[i].same;
    if cues[i].elsewhere && !one_sentence && !tied {
        return false;
    }
    let rivals =
        event.iter().filter(|&&j| rows[j].effect == row.effect && rows[j].part_of.is_none() && comparable(&rows[j], row));
    let clash = rivals.clone().any(|&j| !count(&rows[j]).overlaps(count(row)))
        && !rivals.clone().any(|&j| count(&rows[j]).overlaps(count(row)));
    !clash || tied || row.source.is_some() && places.contains(&true)
}

fn count(row: &CasualtyClaim) -> Count {
    Count { number: row.number, low: row.low, high: row.high, bound: row.bound }
}

/// Whether the groups of two claims could be one quantity.
fn comparable(a: &CasualtyClaim, b: &CasualtyClaim) -> bool {
    a.group == b.group || a.group == Group::Unknown || b.group == Group::Unknown
}

fn same_place(a: &CasualtyClaim, b: &CasualtyClaim) -> Option<bool> {
    match (&a.place_entity, &b.place_entity, &a.place, &b.place) {
        (Some(x), Some(y), ..) => Some(x == y),
        (_, _, Some(x), Some(y)) => Some(x.eq_ignore_ascii_case(y)),
        _ => None,
    }
}

fn same_day(a: &CasualtyClaim, b: &CasualtyClaim) -> Option<bool> {
    let (from, to) = (a.earliest?.max(b.earliest?), a.latest?.min(b.latest?));
    Some(from <= to)
}

/// A claim without place or day has that of its event, where the event has just one.
fn pass_on(rows: &mut [CasualtyClaim], event: &[usize]) {
    let known: Vec<&CasualtyClaim> = event.iter().map(|&i| &rows[i]).collect();
    let place = known.iter().find(|r| r.place.is_some()).map(|r| (r.place.clone(), r.place_entity.clone()));
    let one_place = known.iter().all(|a| known.iter().all(|b| same_place(a, b) != Some(false)));
    let day = known.iter().find(|r| r.earliest.is_some()).map(|r| (r.earliest, r.latest));
    let one_day = known.iter().all(|a| known.iter().all(|b| same_day(a, b) != Some(false)));
    for &i in event {
        if rows[i].place.is_none()
            && one_place
            && let Some((text, entity)) = &place
        {
            rows[i].place.clone_from(text);
            rows[i].place_entity.clone_from(entity);
        }
        if rows[i].earliest.is_none()
            && rows[i].latest.is_none()
            && one_day
            && let Some((earliest, latest)) = day
        {
            (rows[i].earliest, rows[i].latest) = (earliest, latest);
        }
    }
}
