//! Which incidents of different articles may be one: they meet through an index, and are compared ([`mod@compare`]).

mod compare;

use std::collections::{BTreeSet, HashMap};

use chrono::{Datelike, NaiveDate};

use super::index::{Chosen, Postings, Whole, hashed};
use super::slot::{Slot, State, sameness};
use super::{Book, Copies, Incident};
use crate::error::Result;
use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::{Effect, Scope};
use crate::value::{Interval, place};
use crate::watch::{Stage, Watch};

pub(super) use compare::compare;

/// Two incidents, of different articles, that may be one.
#[derive(Debug, Clone)]
pub struct IncidentPair {
    /// The first incident, as an index into [`Book::incidents`].
    pub left: usize,
    /// The second.
    pub right: usize,
    /// What the pair rests on.
    pub slots: Vec<Slot>,
    /// The weight of the slots that are the same; none where one is different.
    pub weight: Option<f64>,
    /// Another incident of the same article fits as well.
    pub ambiguous: bool,
}

/// From this weight on, two incidents are one.
pub(crate) const ENOUGH: f64 = 0.75;
/// The same where the places do not tell: a day, a small number and a cause are shared by many.
const ELSEWHERE: f64 = 0.9;
/// The same where both name a place that the gazetteer does not know, and the names are unlike: a day, a number and a cause are not enough.
const NAMED_APART: f64 = 1.1;
/// A pair with a different slot is named as unrelated from this weight on.
const CLOSE: f64 = 0.8;
/// A fitting rival within this weight makes a pair ambiguous.
const RIVAL: f64 = 0.1;
/// A bucket of the index with more incidents than this is left to the finer keys.
pub(super) const BUCKET: usize = 400;
/// An incident that lies within more days than this is not indexed by day.
const DAYS: i64 = 10;

/// A place or a name from this weight on is rare enough to join articles by itself.
const RARE: f64 = 0.3;
/// A place from this weight on is told of once in a while.
const VILLAGE: f64 = 0.75;

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Key<'c> {
    Day(NaiveDate),
    Place(&'c str, Option<i32>),
    Person(&'c str, Option<i32>),
    Cumulative(Effect),
    /// A stretch of days in a place, by its first.
    Since(&'c str, NaiveDate),
}

/// Every pair of incidents that is the same by its slots, and those that were close to it.
/// The second are the incidents of buckets that hold too many.
pub(super) fn pairs(
    book: &Book,
    copies: &Copies,
    whole: &Whole,
    lexicon: &Lexicon,
    watch: &Watch,
) -> Result<(Vec<IncidentPair>, usize)> {
    watch.begin(Stage::Incidents, None)?;
    let (candidates, crowded) = candidates(book, copies, whole, lexicon, watch)?;
    watch.begin(Stage::Incidents, Some(candidates.len()))?;
    let one = |(left, right): (usize, usize)| {
        let slots = compare(&book.incidents[left], &book.incidents[right], copies, lexicon);
        let weight = sameness(&slots);
        let needed = match is_rare(&slots) {
            true => ENOUGH,
            false if are_named_apart(&book.incidents[left], &book.incidents[right], lexicon) => NAMED_APART,
            false => ELSEWHERE,
        };
        let close = slots.iter().map(|s| s.weight).sum::<f64>() >= CLOSE;
        (weight.is_some_and(|w| w >= needed) || weight.is_none() && close).then_some(IncidentPair {
            left,
            right,
            slots,
            weight,
            ambiguous: false,
        })
    };
    let mut out = watch.each(candidates, one)?;
    mark_ambiguous(book, &mut out);
    Ok((out, crowded))
}

/// Whether both name places, and no name of one resembles a name of the other.
fn are_named_apart(a: &Incident, b: &Incident, lexicon: &Lexicon) -> bool {
    let mut pairs = a.places.iter().flat_map(|x| b.places.iter().map(move |y| (x, y))).peekable();
    pairs.peek().is_some() && pairs.all(|(x, y)| place::are_unlike(x, y, lexicon))
}

/// Whether a shared place, person or sentence speaks for one incident.
fn is_rare(slots: &[Slot]) -> bool {
    slots.iter().any(|s| s.state == State::Same && matches!(s.name, "place" | "sites" | "people" | "text"))
}

fn candidates(
    book: &Book,
    copies: &Copies,
    whole: &Whole,
    lexicon: &Lexicon,
    watch: &Watch,
) -> Result<(BTreeSet<(usize, usize)>, usize)> {
    let (mut timed, mut timeless) = (Postings::new(BUCKET), Postings::new(BUCKET));
    for (i, incident) in book.incidents.iter().enumerate() {
        watch.ask()?;
        for copy in copies.of(incident.article) {
            timed.add(hashed(&("copied", copy.original, copy.copy)), i);
        }
        for key in keys(incident, lexicon) {
            if key.is_timeless() { &mut timeless } else { &mut timed }.add(key.hashed(), i);
        }
    }
    let mut out = BTreeSet::new();
    let (chosen, article) = (Chosen::new(book, whole), |i: usize| book.incidents[i].article);
    let meet = |a: usize, b: usize| article(a) != article(b) && chosen.has(article(a), article(b));
    for (_, list) in timed.joined(whole) {
        for (n, &a) in list.iter().enumerate() {
            watch.ask()?;
            out.extend(list[n + 1..].iter().filter(|&&b| meet(a, b)).map(|&b| (a.min(b), a.max(b))));
        }
    }
    for (_, list) in timeless.joined(whole) {
        // Whatever has its days meets by them; here it meets what has none.
        for &a in list.iter().filter(|&&a| days(&book.incidents[a]).is_none()) {
            watch.ask()?;
            out.extend(list.iter().filter(|&&b| meet(a, b)).map(|&b| (a.min(b), a.max(b))));
        }
    }
    Ok((out, timed.crowded() + timeless.crowded()))
}

/// What an incident is looked up by, besides the articles that its own repeats.
pub(super) fn keys<'c>(incident: &Incident<'c>, lexicon: &Lexicon) -> Vec<Key<'c>> {
    let mut keys = Vec::new();
    if incident.scope == Scope::Cumulative {
        let effects: BTreeSet<_> = incident.figures.iter().map(|f| f.claim.effect).collect();
        keys.extend(effects.into_iter().map(Key::Cumulative));
        return keys;
    }
    if let Some(when) = days(incident) {
        keys.extend(when.earliest.iter_days().take_while(|d| *d <= when.latest).map(Key::Day));
    }
    // "97 people since January", in a whole country: the month is met every day, and the first of it seldom.
    if let Some(when) = incident.when.filter(|w| incident.scope == Scope::Period && w.days() > DAYS) {
        keys.extend(incident.places.iter().map(|p| Key::Since(p, when.earliest)));
    }
    // A place is met every month, and a name every year: what has its days meets by them, and what has none meets all.
    let months: Vec<Option<i32>> = match days(incident) {
        Some(when) => (month(when.earliest)..=month(when.latest) + 1).map(Some).collect(),
        None => vec![None],
    };
    let dated = months[0].is_some();
    // Of places a village alone joins what has no day.
    let timeless = |p: &str| (place::weight(p, lexicon) >= VILLAGE && dated).then_some(None);
    let places = incident.places.iter().filter(|p| place::weight(p, lexicon) >= RARE).chain(&incident.sites);
    keys.extend(places.flat_map(|p| months.iter().copied().chain(timeless(p)).map(|m| Key::Place(p, m)).collect::<Vec<_>>()));
    let named = |p| months.iter().copied().chain(dated.then_some(None)).map(move |m| Key::Person(p, m));
    keys.extend(incident.people.iter().flat_map(|p| named(p)));
    keys
}

impl Key<'_> {
    pub(super) fn hashed(&self) -> u64 {
        hashed(&("incident", self))
    }

    /// Whether it tells nothing of when.
    pub(super) const fn is_timeless(&self) -> bool {
        matches!(self, Self::Place(_, None) | Self::Person(_, None))
    }
}

/// The days of an incident, where they are few enough to look it up by.
pub(super) fn days(incident: &Incident) -> Option<Interval> {
    incident.when.filter(|w| w.days() <= DAYS)
}

/// A day's month, counted on through the years.
fn month(day: NaiveDate) -> i32 {
    day.year() * 12 + i32::try_from(day.month0()).unwrap_or_default()
}

/// Where an incident fits two of one other article about equally, neither pair may carry a conflict.
fn mark_ambiguous(book: &Book, pairs: &mut [IncidentPair]) {
    let mut best: HashMap<(usize, usize), Vec<(usize, f64)>> = HashMap::new();
    for pair in pairs.iter().filter(|p| p.weight.is_some()) {
        let weight = pair.weight.unwrap_or_default();
        best.entry((pair.left, book.incidents[pair.right].article)).or_default().push((pair.right, weight));
        best.entry((pair.right, book.incidents[pair.left].article)).or_default().push((pair.left, weight));
    }
    let rivalled = |of: usize, article: usize, with: usize, weight: f64| {
        best.get(&(of, article)).is_some_and(|l| l.iter().any(|(other, w)| *other != with && *w + RIVAL >= weight))
    };
    for pair in pairs {
        let Some(weight) = pair.weight else { continue };
        pair.ambiguous = rivalled(pair.left, book.incidents[pair.right].article, pair.right, weight)
            || rivalled(pair.right, book.incidents[pair.left].article, pair.left, weight);
    }
}

impl IncidentPair {
    /// Whether the two are one incident.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.weight.is_some_and(|w| w >= ENOUGH)
    }

    /// Whether the two are one incident, and neither fits another of the other's article.
    #[must_use]
    pub fn is_certain(&self) -> bool {
        self.is_same() && !self.ambiguous
    }

    /// Whether a slot is the same.
    #[must_use]
    pub fn shares(&self, slot: &str) -> bool {
        self.slots.iter().any(|s| s.name == slot && s.state == State::Same)
    }
}
