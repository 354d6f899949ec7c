//! The figures of which a sentence says that they make up a total: "12 people, seven in Homs and five in Hama".

use super::passage::Passage;
use crate::lexicon::vocabulary::{Bound, Effect, Group};
use crate::text::{Run, TokenKind};

/// One figure of an enumeration.
#[derive(Debug, Clone, Copy)]
pub(super) struct Item {
    pub(super) n: i64,
    pub(super) told: Told,
}

/// What sets the figures of an enumeration apart from each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// "seven in Homs".
    Place,
    /// "seven soldiers".
    Noun(Group),
    /// "four dead".
    Effect(Effect),
}

impl Told {
    fn like(self, other: Self) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
    }
}

/// An enumeration of figures that are told in one way.
#[derive(Debug, Clone)]
pub(super) struct List {
    pub(super) items: Vec<Item>,
    pub(super) run: Run,
}

impl List {
    /// What its figures come to.
    pub(super) fn sum(&self) -> i64 {
        self.items.iter().fold(0, |sum, item| sum.saturating_add(item.n))
    }

    /// How its figures are told.
    pub(super) fn told(&self) -> Told {
        self.items[0].told
    }
}

/// An item has this many tokens behind its figure, at most.
const ITEM: usize = 8;

/// The enumeration that begins at token `from`: two figures or more, told in one way, up to where the sentence or a
/// parenthesis ends.
pub(super) fn list(s: &Passage, from: usize) -> Option<List> {
    let mut items: Vec<Item> = Vec::new();
    let mut at = from;
    let mut end = from;
    while let Some((item, behind)) = item(s, at) {
        if items.first().is_some_and(|first| !first.told.like(item.told)) {
            return None;
        }
        items.push(item);
        end = behind;
        at = over_joint(s, behind)?;
        if at == behind {
            break;
        }
    }
    (items.len() > 1 && is_closed(s, end)).then_some(List { items, run: Run::new(from, end) })
}

/// Over ", and" to the next item; the same token where no joint stands. None behind the passage's end.
fn over_joint(s: &Passage, i: usize) -> Option<usize> {
    let mut at = i;
    if matches!(s.page.lower(at), "," | ";") {
        at += 1;
    }
    if matches!(s.page.lower(at), "and" | "plus" | "&") {
        at += 1;
    }
    (at <= s.len()).then_some(at)
}

/// Whether nothing goes on with the enumeration that ends before token `end`.
fn is_closed(s: &Passage, end: usize) -> bool {
    if end >= s.len() {
        return true;
    }
    match s.page.lower(end) {
        "." | ")" | "]" | "!" | "?" => true,
        "," | ";" | "-" | "–" | "—" => !s.has_number(Run::new(end, s.len())),
        _ => false,
    }
}

/// The item that begins at a token, and the token behind it.
fn item(s: &Passage, i: usize) -> Option<(Item, usize)> {
    let (n, from) = figure(s, i)?;
    let ends = |j: &usize| {
        matches!(s.page.lower(*j), "," | ";" | "." | ")" | "(" | ":" | "-" | "–" | "—" | "and" | "plus" | "&" | "!" | "?")
    };
    let end = (from..s.len()).find(|j| ends(j) && !is_hyphen(s, *j)).unwrap_or(s.len());
    let tail = Run::new(from, end);
    if tail.is_empty() || tail.len() > ITEM || s.has_number(tail) {
        return None;
    }
    let told = told(s, tail)?;
    // "a man" is one, "a dead" is nobody.
    (s.number(i).is_some() || matches!(told, Told::Noun(_))).then_some((Item { n, told }, end))
}

/// A hyphen inside a word: "non-combatants".
fn is_hyphen(s: &Passage, i: usize) -> bool {
    s.page.lower(i) == "-" && s.page.glued(i) && s.page.glued(i + 1)
}

/// An exact number, or "a".
fn figure(s: &Passage, i: usize) -> Option<(i64, usize)> {
    match s.number(i) {
        Some(number) => (number.count.bound == Bound::Exact && number.run == number.figure)
            .then(|| number.count.number.map(|n| (n, number.run.end)))
            .flatten(),
        None => matches!(s.page.lower(i), "a" | "an").then_some((1, i + 1)),
    }
}

/// What stands behind a figure.
fn told(s: &Passage, tail: Run) -> Option<Told> {
    if let Some(effect) = effect(s, tail) {
        return Some(Told::Effect(effect));
    }
    let noun = tail.iter().find_map(|i| people(s, i).map(|(n, group)| (Run::new(i, i + n), group)));
    let before = noun.map_or(tail.start, |(run, _)| run.start);
    if noun.is_some() && (before - tail.start > 3 || has_verb(s, Run::new(tail.start, before))) {
        return None;
    }
    let behind = noun.map_or(tail.start, |(run, _)| run.end);
    match noun {
        Some((_, group)) if behind == tail.end => Some(Told::Noun(group)),
        _ => is_place(s, Run::new(behind, tail.end)).then_some(Told::Place),
    }
}

/// "dead", "people dead", "seriously wounded": nothing but the effect.
fn effect(s: &Passage, tail: Run) -> Option<Effect> {
    let words = &s.lexicon.casualties;
    let from = people(s, tail.start).map_or(tail.start, |(n, _)| tail.start + n);
    let from = from + usize::from(matches!(s.page.lower(from), "were" | "was"));
    [&words.participles, &words.adjectives, &words.nouns]
        .into_iter()
        .filter_map(|table| s.value(table, from))
        .find(|(n, _)| from + n == tail.end)
        .map(|(_, effect)| effect)
}

/// "in Homs", "at the market": a place with a name.
fn is_place(s: &Passage, run: Run) -> bool {
    let words = &s.lexicon.sums;
    let named = |i: usize| s.page.tokens[i].capital && !s.page.tokens[i].upper;
    let calendar = &s.lexicon.calendar;
    let date = |i: usize| calendar.months.has(s.page.key(i)) || calendar.weekdays.has(s.page.key(i));
    words.places.has(s.page.key(run.start))
        && run.len() > 1
        && (run.start + 1..run.end).any(named)
        && !run.iter().any(date)
        && !has_verb(s, run)
}

/// The noun of people at `i`: its length and its group.
fn people(s: &Passage, i: usize) -> Option<(usize, Group)> {
    s.value(&s.lexicon.casualties.victims, i).map(|(n, person)| (n, person.group))
}

fn has_verb(s: &Passage, run: Run) -> bool {
    let words = s.lexicon;
    run.iter().any(|i| {
        let word = s.page.lower(i);
        s.page.kind(i) == Some(TokenKind::Word)
            && (words.clause.verbs.has(word)
                || words.casualties.participles.has(word)
                || words.casualties.actives.has(word)
                || words.casualties.intransitives.has(word)
                || words.clause.relatives.has(word)
                || words.clause.subordinators.has(word))
    })
}
