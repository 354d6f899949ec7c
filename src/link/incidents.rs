use std::collections::{BTreeSet, HashMap};

use chrono::{Datelike, NaiveDate};

use super::meetings::nearly;
use super::slot::{Slot, State, sameness};
use super::{Book, Copies, Incident};
use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::{Effect, Scope};
use crate::value::means;
use crate::value::place::{self, Place};

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
/// A pair with a different slot is named as unrelated from this weight on.
const CLOSE: f64 = 0.8;
/// A fitting rival within this weight makes a pair ambiguous.
const RIVAL: f64 = 0.1;
/// A bucket of the index with more incidents than this is left to the finer keys.
const BUCKET: usize = 400;
/// An incident that lies within more days than this is not indexed by day.
const DAYS: i64 = 10;

/// A place or a name from this weight on is rare enough to join articles by itself.
const RARE: f64 = 0.3;
/// A place from this weight on is told of once in a while.
const VILLAGE: f64 = 0.75;

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Key<'c> {
    Day(NaiveDate),
    Place(&'c str, Option<i32>),
    Person(&'c str),
    Cumulative(Effect),
    Article(usize, usize),
}

/// Every pair of incidents that is the same by its slots, and those that were close to it.
/// The second are the incidents of buckets that hold too many.
pub(super) fn pairs(book: &Book, copies: &Copies, lexicon: &Lexicon) -> (Vec<IncidentPair>, usize) {
    let (candidates, crowded) = candidates(book, copies, lexicon);
    let mut out: Vec<_> = candidates
        .into_iter()
        .filter_map(|(left, right)| {
            let slots = compare(&book.incidents[left], &book.incidents[right], copies, lexicon);
            let weight = sameness(&slots);
            let needed = if is_rare(&slots) { ENOUGH } else { ELSEWHERE };
            let close = slots.iter().map(|s| s.weight).sum::<f64>() >= CLOSE;
            (weight.is_some_and(|w| w >= needed) || weight.is_none() && close).then_some(IncidentPair {
                left,
                right,
                slots,
                weight,
                ambiguous: false,
            })
        })
        .collect();
    mark_ambiguous(book, &mut out);
    (out, crowded)
}

/// Whether a shared place, person or sentence speaks for one incident.
fn is_rare(slots: &[Slot]) -> bool {
    slots.iter().any(|s| s.state == State::Same && matches!(s.name, "place" | "sites" | "people" | "text"))
}

fn candidates(book: &Book, copies: &Copies, lexicon: &Lexicon) -> (BTreeSet<(usize, usize)>, usize) {
    let mut index: HashMap<Key, Vec<usize>> = HashMap::new();
    for (i, incident) in book.incidents.iter().enumerate() {
        for key in keys(incident, copies, lexicon) {
            index.entry(key).or_default().push(i);
        }
    }
    let mut out = BTreeSet::new();
    for list in index.values().filter(|l| l.len() <= BUCKET) {
        for (n, &a) in list.iter().enumerate() {
            out.extend(
                list[n + 1..]
                    .iter()
                    .filter(|&&b| book.incidents[a].article != book.incidents[b].article)
                    .map(|&b| (a.min(b), a.max(b))),
            );
        }
    }
    (out, index.values().map(Vec::len).filter(|n| *n > BUCKET).sum())
}

fn keys<'c>(incident: &Incident<'c>, copies: &Copies, lexicon: &Lexicon) -> Vec<Key<'c>> {
    let mut keys: Vec<Key> = copies.of(incident.article).map(|c| Key::Article(c.original, c.copy)).collect();
    if incident.scope == Scope::Cumulative {
        let effects: BTreeSet<_> = incident.figures.iter().map(|f| f.claim.effect).collect();
        keys.extend(effects.into_iter().map(Key::Cumulative));
        return keys;
    }
    if let Some(when) = incident.when.filter(|w| w.days() <= DAYS) {
        keys.extend(when.earliest.iter_days().take_while(|d| *d <= when.latest).map(Key::Day));
    }
    keys.extend(incident.people.iter().map(|p| Key::Person(p)));
    // A place is met every month: by itself it joins what lies within weeks.
    let places = incident.places.iter().filter(|p| place::weight(p, lexicon) >= RARE).chain(&incident.sites);
    let months: Vec<Option<i32>> = match incident.when.filter(|w| w.days() <= DAYS) {
        Some(when) => (month(when.earliest)..=month(when.latest) + 1).map(Some).collect(),
        None => vec![None],
    };
    // A village also joins what has no day.
    let always = |p: &str| (place::weight(p, lexicon) >= VILLAGE && months[0].is_some()).then_some(None);
    keys.extend(places.flat_map(|p| months.iter().copied().chain(always(p)).map(|m| Key::Place(p, m)).collect::<Vec<_>>()));
    keys
}

/// A day's month, counted on through the years.
fn month(day: NaiveDate) -> i32 {
    day.year() * 12 + i32::try_from(day.month0()).unwrap_or_default()
}

pub(super) fn compare(a: &Incident, b: &Incident, copies: &Copies, lexicon: &Lexicon) -> Vec<Slot> {
    let cumulative = a.scope == Scope::Cumulative || b.scope == Scope::Cumulative;
    if cumulative && a.scope != b.scope {
        return vec![Slot::different("scope", format!("{}, {}", a.scope, b.scope))];
    }
    let mut place = place_slot(a, b, lexicon);
    if cumulative && place.state == State::Same && is_war(a) && is_war(b) {
        place.weight = place.weight.max(WAR);
    }
    let mut slots = vec![place, if cumulative { since_slot(a, b) } else { time_slot(a, b) }];
    if let Some(people) = people_slot(a, b) {
        // "Late on Friday" and "early on Saturday" are one night: of one victim that is one incident.
        if slots[1].state == State::Different && a.when.zip(b.when).is_some_and(|(x, y)| nearly(x, y)) {
            slots[1] = Slot::unknown("time", slots[1].note.clone());
        }
        slots.push(people);
    }
    slots.extend(ages_slot(a, b));
    if slots[0].state == State::Unknown {
        slots.extend(sites_slot(a, b, lexicon));
    }
    slots.extend(number_slot(a, b));
    slots.extend(cause_slot(a, b, lexicon));
    let known = slots.iter().any(|s| s.name == "people" || s.name == "number" && s.weight >= 0.3);
    if slots[1].state == State::Unknown && !known && is_of_other_news(a, b) {
        slots[1].state = State::Different;
    }
    if copies.joins(a.article, b.article) {
        slots.push(Slot::same("text", 0.4, "one article repeats the other's words"));
    }
    slots
}

/// A country has one war at a time whose dead are counted in thousands.
const WAR: f64 = 0.45;

fn is_war(incident: &Incident) -> bool {
    incident.figures.iter().any(|f| f.claim.low.or(f.claim.high).is_some_and(|n| n >= 1_000))
}

/// The best that two lists of places say: an incident may be put into a town and into its province.
fn place_slot(a: &Incident, b: &Incident, lexicon: &Lexicon) -> Slot {
    let pairs = a.places.iter().flat_map(|x| b.places.iter().map(move |y| (*x, *y)));
    let compared: Vec<_> = pairs.map(|(x, y)| one_place(x, y, lexicon)).collect();
    let same = compared.iter().filter(|s| s.state == State::Same).max_by(|x, y| x.weight.total_cmp(&y.weight));
    let unknown = compared.iter().find(|s| s.state == State::Unknown);
    same.or(unknown).or(compared.first()).cloned().unwrap_or_else(|| Slot::unknown("place", "one side names none"))
}

fn one_place(x: &str, y: &str, lexicon: &Lexicon) -> Slot {
    let note = if x == y { x.to_owned() } else { format!("{x}, {y}") };
    match place::relation(x, y, lexicon) {
        Place::Same | Place::Contains => Slot::same("place", place_weight(x, lexicon), note),
        Place::Contained => Slot::same("place", place_weight(y, lexicon), note),
        Place::Different => Slot::different("place", note),
        Place::Unknown => Slot::unknown("place", note),
    }
}

/// A shared country says little; a shared town something, were it a capital.
fn place_weight(place: &str, lexicon: &Lexicon) -> f64 {
    let weight = place::weight(place, lexicon);
    if weight < COUNTRY { weight } else { 0.2 + weight * 0.5 }
}

/// Countries weigh less than this, towns more.
const COUNTRY: f64 = 0.1;

fn time_slot(a: &Incident, b: &Incident) -> Slot {
    let (Some(x), Some(y)) = (a.when, b.when) else { return Slot::unknown("time", "one side is not dated") };
    let note = format!("{}, {}", show(x), show(y));
    let assumed = a.assumed || b.assumed;
    match (x.overlaps(y), assumed) {
        (true, true) => Slot::same("time", 0.3, format!("{note}, assumed from the day of the article")),
        (true, false) => {
            let weight = match x.days().max(y.days()) {
                ..=3 => 0.5,
                4..=8 => 0.35,
                _ => 0.15,
            };
            Slot::same("time", weight, note)
        }
        (false, true) => Slot::unknown("time", format!("{note}, assumed from the day of the article")),
        (false, false) => Slot::different("time", note),
    }
}

/// An incident without a day is news of its article's week; one of another month is another, unless people or figures tie the two.
fn is_of_other_news(a: &Incident, b: &Incident) -> bool {
    const DAYS: i64 = 31;
    let Some((x, y)) = a.when.zip(b.when) else { return false };
    let gap = if x.latest < y.earliest { y.earliest - x.latest } else { x.earliest - y.latest };
    (a.assumed || b.assumed) && gap.num_days() > DAYS
}

/// Two cumulative figures of one war: they begin together or do not say.
fn since_slot(a: &Incident, b: &Incident) -> Slot {
    match (a.when, b.when) {
        (Some(x), Some(y)) if (x.earliest - y.earliest).num_days().abs() > 366 => {
            Slot::different("time", format!("{}, {}", show(x), show(y)))
        }
        (Some(x), Some(y)) => Slot::same("time", 0.4, format!("{}, {}", show(x), show(y))),
        _ => Slot::same("time", 0.3, "both count from the beginning"),
    }
}

/// Victims and suspects of one name: few incidents share one, and hardly any two.
fn people_slot(a: &Incident, b: &Incident) -> Option<Slot> {
    let shared: Vec<&str> = a.people.iter().copied().filter(|p| b.people.contains(p)).collect();
    let weight = if shared.len() > 1 { 0.6 } else { 0.45 };
    (!shared.is_empty()).then(|| Slot::same("people", weight, shared.join(", ")))
}

/// Two children of one age are shot less often than two people.
fn ages_slot(a: &Incident, b: &Incident) -> Option<Slot> {
    let shared: Vec<String> = a.ages.iter().filter(|n| b.ages.contains(n)).map(ToString::to_string).collect();
    let weight = if shared.len() > 1 { 0.3 } else { 0.2 };
    (!shared.is_empty()).then(|| Slot::same("ages", weight, shared.join(", ")))
}

/// Where the figures do not tell the place: the rarest one that both heads name.
fn sites_slot(a: &Incident, b: &Incident, lexicon: &Lexicon) -> Option<Slot> {
    const SITE: f64 = 0.4;
    let shared = a.sites.iter().filter(|s| b.sites.contains(s)).map(|s| (*s, place::weight(s, lexicon)));
    let (site, weight) = shared.max_by(|x, y| x.1.total_cmp(&y.1))?;
    Some(Slot::same("sites", weight * SITE, site))
}

fn number_slot(a: &Incident, b: &Incident) -> Option<Slot> {
    let shared = a.figures.iter().flat_map(|x| b.figures.iter().map(move |y| (x.claim, y.claim)));
    let best = shared
        .filter(|(x, y)| x.effect == y.effect && x.number.is_some() && x.number == y.number)
        .filter_map(|(x, _)| x.number)
        .max()?;
    let round = best >= 10 && best % 10 == 0;
    let weight = match best {
        0..=1 => 0.0,
        2..=3 => 0.1,
        4..=9 => 0.2,
        1_000.. => 0.5,
        _ if round => 0.3,
        _ => 0.4,
    };
    (weight > 0.0).then(|| Slot::same("number", weight, best.to_string()))
}

/// The same word for the cause says a little; means that exclude each other tell two incidents apart.
fn cause_slot(a: &Incident, b: &Incident, lexicon: &Lexicon) -> Option<Slot> {
    let causes =
        |i: &Incident| i.figures.iter().filter_map(|f| f.claim.cause.as_deref().map(str::to_lowercase)).collect::<Vec<_>>();
    let (left, right) = (causes(a), causes(b));
    let (x, y) = (left.first()?, right.first()?);
    let one = |cause: &String| lexicon.casualties.means.longest(cause.split_whitespace()).map(|(_, m)| *m);
    let means = |all: &[String]| all.iter().filter_map(one).collect::<Vec<_>>();
    let (by, with) = (means(&left), means(&right));
    let apart = !by.is_empty() && !with.is_empty() && by.iter().all(|m| with.iter().all(|n| means::exclude(*m, *n)));
    if apart {
        return Some(Slot::different("cause", format!("{x}, {y}")));
    }
    (x == y).then(|| Slot::same("cause", 0.15, x.as_str()))
}

fn show(when: crate::value::Interval) -> String {
    if when.earliest == when.latest { when.earliest.to_string() } else { format!("{}/{}", when.earliest, when.latest) }
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

    /// Whether a slot is the same.
    #[must_use]
    pub fn shares(&self, slot: &str) -> bool {
        self.slots.iter().any(|s| s.name == slot && s.state == State::Same)
    }
}
