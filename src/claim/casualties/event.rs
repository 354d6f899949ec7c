//! Which claims of an article speak of one incident.
//!
//! Two claims share their incident unless something tells them apart: another place, another day, words that lead
//! elsewhere, or, where nothing ties them, figures of another size.

use std::cell::RefCell;
use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use rustc_hash::FxHashMap;

use crate::claim::record::CasualtyClaim;
use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::{Group, Scope};
use crate::value::means;
use crate::value::place::{self, Place};

/// What of a claim's wording bears on its incident.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Cues {
    /// "elsewhere", "in another attack".
    pub(super) elsewhere: bool,
    /// "last year".
    pub(super) past: bool,
    /// "the attack", "the death toll".
    pub(super) same: bool,
}

/// How many events back a claim may reach, and how many mentions of an event are compared.
const BACK: usize = 40;
/// Days before the article after which a day that nobody else has is another incident's.
const RECENT: u64 = 31;
/// Figures that differ by more than this factor, and by more than this many, are not of one incident unless something ties them.
const FACTOR: i64 = 5;
const GAP: i64 = 40;

/// Gives every claim the id of its event's first claim, and passes place and day on inside an event. `today` is the day of
/// the article; a `disaster` strikes many places, and the figures of all are of it.
pub(super) fn group(rows: &mut [CasualtyClaim], cues: &[Cues], today: Option<NaiveDate>, disaster: bool, lexicon: &Lexicon) {
    let past = today.and_then(|d| d.checked_sub_days(Days::new(RECENT)));
    let places = &Places { lexicon, told: RefCell::default() };
    let mut events: Vec<Vec<usize>> = Vec::new();
    let mut event_of: HashMap<String, usize> = HashMap::new();
    for i in 0..rows.len() {
        let whole = rows[i].part_of.as_ref().and_then(|id| event_of.get(id)).copied();
        let from = events.len().saturating_sub(BACK);
        let found = whole.or_else(|| {
            (from..events.len()).rev().find(|&e| Weighing { rows, cues, past, disaster, places, i }.belongs(&events[e]))
        });
        let event = found.unwrap_or_else(|| {
            events.push(Vec::new());
            events.len() - 1
        });
        events[event].push(i);
        event_of.insert(rows[i].id.clone(), event);
    }
    for event in &events {
        let id = rows[event[0]].id.clone();
        for &i in event {
            rows[i].event.clone_from(&id);
        }
        agree(rows, event);
        if rows[event[0]].scope == Scope::Incident {
            pass_on(rows, event, places);
        }
    }
}

/// Claim `i` as it is weighed against events.
struct Weighing<'r> {
    rows: &'r [CasualtyClaim],
    cues: &'r [Cues],
    past: Option<NaiveDate>,
    disaster: bool,
    places: &'r Places<'r>,
    i: usize,
}

impl Weighing<'_> {
    /// Whether the claim speaks of the incident of `event`.
    fn belongs(&self, event: &[usize]) -> bool {
        let (row, first) = (&self.rows[self.i], &self.rows[event[0]]);
        let members = || event[event.len().saturating_sub(BACK)..].iter().map(|&j| &self.rows[j]);
        if row.scope != first.scope {
            return false;
        }
        if row.scope != Scope::Incident {
            let same = |r: &CasualtyClaim| {
                let apart = self.places.same(r, row) == Some(false) || same_day(r, row) == Some(false);
                r.effect == row.effect && !apart && !clashes(r, row)
            };
            return members().any(same);
        }
        let places = Evidence::of(members().filter_map(|r| self.places.same(r, row)));
        let days = Evidence::of(members().filter_map(|r| same_day(r, row)));
        let cues = self.cues[self.i];
        // What the headline alone has told so far may well be of last month.
        let one = event.len() <= BACK && event.iter().all(|&j| self.rows[j].sentence_start == first.sentence_start);
        let headline = one && first.earliest.is_none();
        let long_ago = days.none() && !headline && self.is_past(row) && !places.pro && !cues.same;
        if places.against() && !self.disaster || days.against() || long_ago {
            return false;
        }
        let tied = places.pro && days.pro || cues.same;
        let one_sentence = members().any(|r| r.sentence_start == row.sentence_start);
        if (cues.elsewhere || cues.past && !headline) && !one_sentence && !tied {
            return false;
        }
        if !one_sentence && !cues.same && self.is_by_other_means(event) {
            return false;
        }
        if self.disaster && !cues.past {
            return true;
        }
        // One of the dead is no rival of their number.
        let alone = |r: &CasualtyClaim| r.is_individual() && r.number != row.number;
        let one = row.is_individual();
        let rival = |r: &&CasualtyClaim| {
            // "Four adults and two children" of one sentence add up.
            let beside = r.sentence_start == row.sentence_start;
            !beside
                && r.effect == row.effect
                && r.part_of.is_none()
                && comparable(r, row)
                && !alone(r)
                && (!one || r.number == row.number)
        };
        let figures = Evidence::of(members().filter(rival).map(|r| !clashes(r, row)));
        !figures.against() || tied || row.source.is_some() && places.pro
    }

    /// Rockets on the one side, air strikes on the other: one article tells of both.
    fn is_by_other_means(&self, event: &[usize]) -> bool {
        let of = |row: &CasualtyClaim| {
            let cause = row.cause.as_deref()?.to_lowercase();
            self.places.lexicon.casualties.means.longest(cause.split_whitespace()).map(|(_, means)| *means)
        };
        let Some(own) = of(&self.rows[self.i]) else { return false };
        let mut theirs = event[event.len().saturating_sub(BACK)..].iter().filter_map(|&j| of(&self.rows[j])).peekable();
        theirs.peek().is_some() && theirs.all(|means| means::exclude(own, means))
    }

    /// A day long before the article.
    fn is_past(&self, row: &CasualtyClaim) -> bool {
        row.latest.zip(self.past).is_some_and(|(day, past)| day < past)
    }
}

/// What the mentions of an event say of one slot: whether some agree, whether some do not.
#[derive(Clone, Copy)]
struct Evidence {
    pro: bool,
    con: bool,
}

impl Evidence {
    fn of(answers: impl Iterator<Item = bool>) -> Self {
        answers.fold(Self { pro: false, con: false }, |e, same| Self { pro: e.pro || same, con: e.con || !same })
    }

    fn against(self) -> bool {
        self.con && !self.pro
    }

    fn none(self) -> bool {
        !self.con && !self.pro
    }
}

/// Whether two figures are hardly of one incident: far apart in size.
fn clashes(a: &CasualtyClaim, b: &CasualtyClaim) -> bool {
    let size = |c: &CasualtyClaim| c.number.or(c.low);
    size(a).zip(size(b)).is_some_and(|(x, y)| x.max(y) > x.min(y).saturating_mul(FACTOR) && x.max(y) - x.min(y) > GAP)
}

/// Whether the groups of two claims could be one quantity.
fn comparable(a: &CasualtyClaim, b: &CasualtyClaim) -> bool {
    a.group == b.group || a.group == Group::Unknown || b.group == Group::Unknown
}

/// The places of one article: how two of them lie is looked up once, since each claim is weighed against many.
struct Places<'l> {
    lexicon: &'l Lexicon,
    told: RefCell<FxHashMap<String, FxHashMap<String, Place>>>,
}

impl Places<'_> {
    /// Whether two claims are set in one place, or one inside the other's; none where nothing tells.
    fn same(&self, a: &CasualtyClaim, b: &CasualtyClaim) -> Option<bool> {
        match (&a.place_entity, &b.place_entity, &a.place, &b.place) {
            (Some(x), Some(y), ..) => match self.relation(x, y) {
                Place::Same | Place::Contains | Place::Contained => Some(true),
                Place::Different => Some(false),
                Place::Unknown => None,
            },
            (_, _, Some(x), Some(y)) => Some(x.eq_ignore_ascii_case(y)),
            _ => None,
        }
    }

    fn relation(&self, a: &str, b: &str) -> Place {
        if let Some(told) = self.told.borrow().get(a).and_then(|of| of.get(b)) {
            return *told;
        }
        let told = place::relation(a, b, self.lexicon);
        self.told.borrow_mut().entry(a.to_owned()).or_default().insert(b.to_owned(), told);
        told
    }
}

fn same_day(a: &CasualtyClaim, b: &CasualtyClaim) -> Option<bool> {
    let (from, to) = (a.earliest?.max(b.earliest?), a.latest?.min(b.latest?));
    Some(from <= to)
}

/// Mentions of one toll agree: "the four children" are the part that "including four children" told, "the 19" the civilians.
fn agree(rows: &mut [CasualtyClaim], event: &[usize]) {
    for (n, &i) in event.iter().enumerate() {
        for &j in event[n + 1..].iter().take(BACK) {
            let (a, b) = (&rows[i], &rows[j]);
            let printed = a.effect == b.effect && a.number == b.number && a.number.is_some_and(|n| n > 1);
            if !printed || a.sentence_start == b.sentence_start || !comparable(a, b) {
                continue;
            }
            let named = a.group == b.group && a.group != Group::Unknown;
            let part = a.part_of.clone().filter(|whole| named && b.part_of.is_none() && *whole != b.id);
            let whole = a.part_of.is_none() && b.part_of.is_none();
            let group = if a.group == Group::Unknown { b.group } else { a.group };
            if whole {
                (rows[i].group, rows[j].group) = (group, group);
            }
            if part.is_some() {
                rows[j].part_of = part;
            }
        }
    }
}

/// A claim without place or day has that of its event, where the event has just one.
fn pass_on(rows: &mut [CasualtyClaim], event: &[usize], places: &Places) {
    let first = |has: fn(&CasualtyClaim) -> bool| event.iter().copied().find(|&i| has(&rows[i]));
    let place = first(|r| r.place.is_some());
    let day = first(|r| r.earliest.is_some());
    let one_place =
        place.is_some_and(|p| event.iter().all(|&i| rows[i].place.is_none() || places.same(&rows[p], &rows[i]) == Some(true)));
    let one_day = day.is_some_and(|d| event.iter().all(|&i| same_day(&rows[d], &rows[i]) != Some(false)));
    let place = place.filter(|_| one_place).map(|p| (rows[p].place.clone(), rows[p].place_entity.clone()));
    let day = day.filter(|_| one_day).map(|d| (rows[d].earliest, rows[d].latest));
    for &i in event {
        if rows[i].place.is_none()
            && let Some((text, entity)) = &place
        {
            rows[i].place.clone_from(text);
            rows[i].place_entity.clone_from(entity);
        }
        if rows[i].earliest.is_none()
            && let Some((earliest, latest)) = day
        {
            (rows[i].earliest, rows[i].latest) = (earliest, latest);
        }
    }
}
