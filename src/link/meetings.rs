use std::collections::{BTreeSet, HashMap};

use chrono::{Datelike, NaiveDate};

use super::index::{Chosen, Postings, Whole, hashed};
use super::slot::{Slot, State};
use super::{Book, Encounter, SayingPair, StatementPair};
use crate::error::Result;
use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::MeetingKind;
use crate::value::Interval;
use crate::value::party::{self, Party};
use crate::value::place::{self, Place};
use crate::watch::{Stage, Watch};

/// Two meetings that may be one; within one article or across two.
#[derive(Debug, Clone)]
pub struct EncounterPair {
    /// The first meeting, as an index into [`Book::encounters`].
    pub left: usize,
    /// The second.
    pub right: usize,
    /// What the pair rests on.
    pub slots: Vec<Slot>,
    /// The weight of the slots that are the same, whatever the others say.
    pub weight: f64,
}

/// From this weight on, two meetings are one.
const ENOUGH: f64 = 0.75;
/// Pairs of articles that share less than this are not judged.
const WEIGHED: f64 = 0.5;
/// A participant from this weight on joins meetings by itself.
const RARE: f64 = 0.4;
/// Lists longer than this are indexed by their first entities.
const LISTED: usize = 6;
/// A bucket with more meetings than this is left to the finer keys.
pub(super) const BUCKET: usize = 400;
/// Meetings whose times are disjoint but no further apart than this may be one that is dated twice.
const NEAR_DAYS: i64 = 3;

impl EncounterPair {
    /// How a slot compares.
    #[must_use]
    pub fn state(&self, slot: &str) -> State {
        self.slots.iter().find(|s| s.name == slot).map_or(State::Unknown, |s| s.state)
    }

    /// Whether the two are one meeting, whatever is said of its time and place.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.weight >= ENOUGH && self.state("kind") != State::Different && self.state("participants") == State::Same
    }
}

/// Every pair of meetings that shares enough to be weighed, and how many meetings stand in buckets that hold too many.
pub(super) fn pairs(
    book: &Book,
    occasions: &Occasions,
    whole: &Whole,
    lexicon: &Lexicon,
    watch: &Watch,
) -> Result<(Vec<EncounterPair>, usize)> {
    watch.begin(Stage::Meetings, None)?;
    let (candidates, crowded) = candidates(book, whole, lexicon, watch)?;
    watch.begin(Stage::Meetings, Some(candidates.len()))?;
    let one = |(left, right): (usize, usize)| {
        let mut slots = compare(&book.encounters[left], &book.encounters[right], lexicon);
        slots.extend(occasions.slot(&book.encounters[left], &book.encounters[right]));
        let weight = slots.iter().map(|s| s.weight).sum();
        let within = book.encounters[left].article == book.encounters[right].article;
        (within || weight >= WEIGHED).then_some(EncounterPair { left, right, slots, weight })
    };
    Ok((watch.each(candidates, one)?, crowded))
}

fn candidates(book: &Book, whole: &Whole, lexicon: &Lexicon, watch: &Watch) -> Result<(BTreeSet<(usize, usize)>, usize)> {
    let (mut by_week, mut weekless) = (Postings::new(BUCKET), Postings::new(BUCKET));
    for (i, encounter) in book.encounters.iter().enumerate() {
        watch.ask()?;
        for (week, key) in keys(encounter, lexicon) {
            if week.is_some() { &mut by_week } else { &mut weekless }.add(key, i);
        }
    }
    let chosen = Chosen::new(book, whole);
    let asked = |a: usize, b: usize| chosen.has(book.encounters[a].article, book.encounters[b].article);
    let mut out = beside(book);
    for (_, list) in by_week.joined(whole) {
        watch.ask()?;
        for (n, &a) in list.iter().enumerate() {
            out.extend(list[n + 1..].iter().filter(|&&b| asked(a, b)).map(|&b| (a.min(b), a.max(b))));
        }
    }
    let dated: Vec<bool> = book.encounters.iter().map(has_weeks).collect();
    for (_, list) in weekless.joined(whole) {
        watch.ask()?;
        // Two that have a week meet by their weeks.
        for (n, &a) in list.iter().enumerate() {
            out.extend(list[n + 1..].iter().filter(|&&b| (!dated[a] || !dated[b]) && asked(a, b)).map(|&b| (a.min(b), a.max(b))));
        }
    }
    Ok((out, by_week.crowded() + weekless.crowded()))
}

/// What a meeting is looked up by: two of its participants, or one who is rare or alone, in each of its weeks and without a week.
pub(super) fn keys(encounter: &Encounter, lexicon: &Lexicon) -> Vec<(Option<i64>, u64)> {
    let who = encounter.entities();
    let parties: Vec<_> = who.iter().take(LISTED).map(|e| key(e, lexicon)).collect();
    let mut out = Vec::new();
    for week in weeks(encounter) {
        let mut add = |a: &str, b: &str| out.push((week, hashed(&("meeting", a, b, week))));
        for (n, a) in parties.iter().enumerate() {
            parties[n + 1..].iter().for_each(|b| add(a.min(b), a.max(b)));
            if party::weight(who[n], lexicon) >= RARE || who.len() == 1 {
                add(a, "");
            }
        }
    }
    out
}

/// The weeks that a meeting is indexed by, so that one dated a few days off is met; none for one without a day, or of a whole month.
fn weeks(encounter: &Encounter) -> Vec<Option<i64>> {
    const WEEK: i64 = 7;
    let week = |day: NaiveDate, off: i64| (i64::from(day.num_days_from_ce()) + off).div_euclid(WEEK);
    match encounter.when.filter(|w| w.days() <= 2 * WEEK) {
        Some(when) => (week(when.earliest, -NEAR_DAYS)..=week(when.latest, NEAR_DAYS)).map(Some).chain([None]).collect(),
        None => vec![None],
    }
}

/// Whether a meeting is met by its weeks.
pub(super) fn has_weeks(encounter: &Encounter) -> bool {
    weeks(encounter).len() > 1
}

/// What an entity is indexed by: a ministry by its country, so that it meets its government.
fn key<'e>(entity: &'e str, lexicon: &'e Lexicon) -> &'e str {
    if entity.starts_with("person:") { entity } else { lexicon.names.country_of(entity).unwrap_or(entity) }
}

/// Meetings of one article of which at most one names its participants, and which have a time: they may be one, told twice.
fn beside(book: &Book) -> BTreeSet<(usize, usize)> {
    let timed: Vec<_> = book.encounters.iter().enumerate().filter(|(_, e)| e.value().is_some()).collect();
    let mut out = BTreeSet::new();
    for (n, (i, a)) in timed.iter().enumerate() {
        let same_article = timed[n + 1..].iter().take_while(|(_, b)| b.article == a.article).take(LISTED);
        out.extend(same_article.filter(|(_, b)| a.entities().is_empty() || b.entities().is_empty()).map(|(j, _)| (*i, *j)));
    }
    out
}

pub(super) fn compare(a: &Encounter, b: &Encounter, lexicon: &Lexicon) -> Vec<Slot> {
    let mut slots = vec![kind_slot(a, b), participants_slot(a, b, lexicon), place_slot(a, b, lexicon), time_slot(a, b)];
    slots.extend(session_slot(a, b));
    slots
}

/// What one speaker says in two articles: who reports the same words reports one occasion, be it dated or not.
#[derive(Debug, Default)]
pub(super) struct Occasions<'c>(HashMap<(usize, usize), Vec<&'c str>>);

/// So much it says that two articles tell what somebody said at the meeting.
const OCCASION: f64 = 0.35;
/// What a speaker says in the reporters' words proves an occasion where they share so many statements.
const REPORTED: usize = 2;

impl<'c> Occasions<'c> {
    /// From the quotations that two articles share word for word, and the statements that they share in other words.
    pub(super) fn new(book: &Book<'c>, statements: &[StatementPair], sayings: &[SayingPair]) -> Self {
        let mut told: HashMap<(usize, usize, &str), usize> = HashMap::new();
        let mut add = |left: usize, right: usize, proof: usize| {
            let (a, b) = (&book.utterances[left], &book.utterances[right]);
            if let Some(speaker) = a.speaker().filter(|s| Some(*s) == b.speaker()) {
                *told.entry((a.article.min(b.article), a.article.max(b.article), speaker)).or_default() += proof;
            }
        };
        statements.iter().filter(|p| p.speakers == State::Same).for_each(|p| add(p.left, p.right, REPORTED));
        sayings.iter().filter(|p| !p.worded && p.likeness.differences.is_empty()).for_each(|p| add(p.left, p.right, 1));
        let mut out: HashMap<_, Vec<_>> = HashMap::new();
        for ((a, b, speaker), _) in told.into_iter().filter(|(_, proof)| *proof >= REPORTED) {
            out.entry((a, b)).or_default().push(speaker);
        }
        Self(out)
    }

    /// Two meetings without a common day, of one who speaks in both articles with another.
    fn slot(&self, a: &Encounter, b: &Encounter) -> Option<Slot> {
        let (left, right) = (a.entities(), b.entities());
        let undated = a.when.is_none() || b.when.is_none();
        if !undated || left.iter().filter(|e| right.contains(e)).count() < 2 {
            return None;
        }
        let speakers = self.0.get(&(a.article.min(b.article), a.article.max(b.article)))?;
        let speaker = speakers.iter().filter(|s| left.contains(s) && right.contains(s)).min()?;
        Some(Slot::same("occasion", OCCASION, format!("both report what {speaker} said")))
    }
}

/// A council meets by itself, and hardly twice on one day.
fn session_slot(a: &Encounter, b: &Encounter) -> Option<Slot> {
    let (x, y) = (a.when?, b.when?);
    let (left, right) = (a.entities(), b.entities());
    let body = left.iter().find(|e| e.starts_with("org:") && right.contains(e))?;
    let alone = left.len() == 1 || right.len() == 1;
    let one_day = x == y && x.days() == 1 && !a.assumed && !b.assumed;
    (alone && one_day).then(|| Slot::same("session", 0.2, format!("{body} met on {}", x.earliest)))
}

fn kind_slot(a: &Encounter, b: &Encounter) -> Slot {
    let family = |k: MeetingKind| match k {
        MeetingKind::Call => "call",
        MeetingKind::Agreement => "agreement",
        MeetingKind::Invite => "invitation",
        _ => "meeting",
    };
    let (x, y) = (a.head().kind, b.head().kind);
    if family(x) == family(y) { Slot::same("kind", 0.05, x.as_str()) } else { Slot::different("kind", format!("{x}, {y}")) }
}

/// Lists are lower bounds unless they are closed; but one shared traveller with other counterparts is another meeting.
fn participants_slot(a: &Encounter, b: &Encounter, lexicon: &Lexicon) -> Slot {
    let (left, right) = (a.entities(), b.entities());
    let is_same = |x: &str, y: &str| matches!(party::relation(x, y, lexicon), Party::Same | Party::PartOf);
    let shared: Vec<_> = left.iter().filter(|x| right.iter().any(|y| is_same(x, y))).copied().collect();
    let only_left = left.iter().filter(|x| !shared.contains(x)).count();
    let only_right = right.iter().filter(|y| !left.iter().any(|x| is_same(x, y))).count();
    let note = format!("{} / {}", left.join(", "), right.join(", "));
    let closed = a.mentions.iter().any(|m| m.closed) && b.mentions.iter().any(|m| m.closed);
    if shared.is_empty() {
        return Slot::unknown("participants", note);
    }
    if closed && only_left + only_right > 0 || shared.len() == 1 && only_left > 0 && only_right > 0 {
        return Slot::different("participants", note);
    }
    let weight: f64 = shared.iter().map(|e| party::weight(e, lexicon) * 0.5).sum();
    // Two lists that agree to the last name say more than their names do.
    let whole = if shared.len() > 1 && only_left + only_right == 0 { 0.2 } else { 0.0 };
    Slot::same("participants", (weight + whole).min(0.8), note)
}

fn place_slot(a: &Encounter, b: &Encounter, lexicon: &Lexicon) -> Slot {
    let (Some(x), Some(y)) = (a.place(), b.place()) else { return Slot::unknown("place", "one side names none") };
    let note = if x == y { x.to_owned() } else { format!("{x}, {y}") };
    match place::relation(x, y, lexicon) {
        Place::Same | Place::Contains => Slot::same("place", 0.1 + place::weight(x, lexicon) * 0.3, note),
        Place::Contained => Slot::same("place", 0.1 + place::weight(y, lexicon) * 0.3, note),
        Place::Different => Slot::different("place", note),
        Place::Unknown => Slot::unknown("place", note),
    }
}

fn time_slot(a: &Encounter, b: &Encounter) -> Slot {
    let (Some(x), Some(y)) = (a.when, b.when) else { return Slot::unknown("time", "one side is not dated") };
    let note = format!("{} to {}, {} to {}", x.earliest, x.latest, y.earliest, y.latest);
    if a.assumed || b.assumed {
        let note = format!("{note}, assumed from the day of the article");
        return if x.overlaps(y) { Slot::same("time", 0.2, note) } else { Slot::unknown("time", note) };
    }
    if !x.overlaps(y) {
        return Slot::different("time", note);
    }
    let weight = match x.days().max(y.days()) {
        ..=3 => 0.4,
        4..=8 => 0.3,
        9..=31 => 0.2,
        _ => 0.05,
    };
    Slot::same("time", weight, note)
}

/// Whether two disjoint times lie so near that one meeting may have been dated twice.
pub(crate) fn nearly(a: Interval, b: Interval) -> bool {
    let gap = if a.latest < b.earliest { b.earliest - a.latest } else { a.earliest - b.latest };
    gap.num_days() <= NEAR_DAYS
}
