//! On which side of the writer the words put a date.

use super::resolve::Lean;
use crate::lexicon::{Lexicon, VerbForm};
use crate::read::clause::{Clause, Modality, Tense, VerbGroup, finite};
use crate::read::dates::DateExpr;
use crate::text::{Page, Run};

/// A verb farther away than this says nothing about a date.
const REACH: usize = 30;
/// So many tokens before a date may put it ahead of the writer ("scheduled for Tuesday").
const AHEAD: usize = 7;
/// A verb in the present stands nearer: "arrives in Moscow on Tuesday".
const FIXED: usize = 5;

/// By what stands beside it ("scheduled for Tuesday", "Monday's attack"), else by the verb that governs it: the nearest before it
/// in its clause, or the first behind it where it opens a clause.
pub(super) fn lean(page: &Page, clauses: &[Clause], date: Run, lexicon: &Lexicon) -> Lean {
    let at = clauses.partition_point(|c| c.run.end <= date.start);
    let Some(clause) = clauses.get(at) else { return Lean::Open };
    // "She will reach that number on Tuesday": a clause without a verb hangs on the one before it.
    let hangs = clause.verb.is_none() && at > 0 && clauses[at - 1].verb.is_some();
    let start = if hangs { clauses[at - 1].run.start } else { clause.run.start };
    let before = verb_before(page, Run::new(start, date.start), lexicon);
    if let Some(lean) = beside(page, clause, date, before, lexicon) {
        return lean;
    }
    let behind = || finite(page, Run::new(date.end.min(clause.run.end), clause.run.end.min(date.end + REACH)), lexicon);
    let group = match (opening(page, clause, date), before) {
        (Opening::Comma, _) => behind().or(before),
        (_, Some(verb)) => Some(verb),
        (Opening::Clause, None) => behind(),
        // "Scenes from the rally Tuesday will keep him busy": the verb is not the date's.
        (Opening::None, None) => None,
    };
    group.map_or(Lean::Open, |verb| side(page, verb, lexicon))
}

/// Where a date stands in its clause.
enum Opening {
    /// At its beginning: "On Tuesday the court will rule".
    Clause,
    /// Behind a comma or a word that joins clauses: "he had been scheduled to speak, but on Thursday the party said".
    Comma,
    None,
}

fn opening(page: &Page, clause: &Clause, date: Run) -> Opening {
    let prep = usize::from(
        date.start > clause.run.start && matches!(page.lower(date.start - 1), "on" | "in" | "by" | "at" | "from" | "since"),
    );
    let first = date.start - prep;
    if first <= clause.run.start + 1 {
        return Opening::Clause;
    }
    match page.lower(first - 1) {
        "but" | "and" | "that" if page.lower(first - 2) == "," || page.lower(first - 1) != "and" => Opening::Comma,
        "," if prep == 1 && page.lower(date.end) == "," => Opening::Comma,
        _ if page.lower(date.end) == "," => Opening::Clause,
        _ => Opening::None,
    }
}

/// On which side a verb puts its event.
fn side(page: &Page, verb: VerbGroup, lexicon: &Lexicon) -> Lean {
    let perfect = verb.run.iter().any(|i| lexicon.clause.verbs.get(page.key(i)) == Some(&VerbForm::Has));
    match (verb.tense, verb.modality) {
        // "She would not say Tuesday" is over.
        (Tense::Future, Modality::Hypothetical) if verb.negated => Lean::Past,
        // "would have met" is over; "would meet" lay ahead when it was said.
        (Tense::Future, Modality::Planned | Modality::Hypothetical | Modality::Obliged) if !perfect => Lean::Future,
        (Tense::Past, _) => Lean::Past,
        _ => Lean::Open,
    }
}

/// Whether the side that a date lies on has a say in what it means.
pub(super) fn has_sides(expr: &DateExpr) -> bool {
    match expr {
        DateExpr::Day { year, .. }
        | DateExpr::Month { year, .. }
        | DateExpr::Season { year, .. }
        | DateExpr::Quarter { year, .. }
        | DateExpr::Half { year, .. }
        | DateExpr::Feast { year, .. } => year.is_none(),
        DateExpr::Weekday(_) | DateExpr::Weekend | DateExpr::Turned { .. } | DateExpr::DayOf { .. } => true,
        DateExpr::Part { day, .. }
        | DateExpr::WeekAround(day)
        | DateExpr::WeekendAround(day)
        | DateExpr::Clock { day: Some(day), .. } => has_sides(day),
        DateExpr::Nth { month, .. } | DateExpr::WeekOf { month, .. } => has_sides(month),
        DateExpr::Range(from, to) => has_sides(from) || has_sides(to),
        _ => false,
    }
}

/// The last finite verb of a stretch.
fn verb_before(page: &Page, run: Run, lexicon: &Lexicon) -> Option<VerbGroup> {
    let mut group = None;
    let mut start = run.end.saturating_sub(REACH).max(run.start);
    while let Some(found) = finite(page, Run::new(start, run.end), lexicon) {
        start = (found.verb + 1).max(start + 1);
        group = Some(found);
    }
    group
}

/// So many tokens before a date, names not counted: "meets Xi Jinping in Beijing on Wednesday".
fn within(page: &Page, date: Run, reach: usize) -> usize {
    const NAMES: usize = 6;
    let mut at = date.start;
    let (mut words, mut names) = (0, 0);
    while at > 0 && words < reach {
        at -= 1;
        if page.tokens[at].capital && names < NAMES {
            names += 1;
        } else {
            words += 1;
        }
    }
    at
}

/// What the words beside a date say, whatever the verb.
fn beside(page: &Page, clause: &Clause, date: Run, before: Option<VerbGroup>, lexicon: &Lexicon) -> Option<Lean> {
    let words = &lexicon.calendar;
    let from = within(page, date, AHEAD).max(clause.run.start);
    let phrase = |i: usize| words.ahead.longest(page.keys(Run::new(i, date.start))).map(|(n, _)| Run::new(i, i + n));
    let over = before.is_some_and(|v| v.tense == Tense::Past);
    // "The upcoming vote, he said Friday": a verb between takes the date.
    let free = |run: &Run| {
        before.is_none_or(|v| v.verb < run.end || v.run.start <= run.end || run.iter().any(|i| words.dues.has(page.key(i))))
    };
    if let Some(found) = (from..date.start).find_map(phrase).filter(free) {
        // "The deadline was Tuesday."
        let was = found.iter().any(|i| words.dues.has(page.key(i))) && over;
        // "did not take place on Monday"
        let did = over && before.is_some_and(|v| found.has(v.verb) && v.run.iter().any(|i| page.lower(i) == "did"));
        return Some(if was || did { Lean::Past } else { Lean::Future });
    }
    let onward = |i: usize| words.onward.longest(page.keys(Run::new(i, date.start))).is_some();
    let near = within(page, date, FIXED).max(clause.run.start + 1);
    let fixed = (near..date.start).any(|i| is_fixed(page, i, lexicon));
    if fixed || !over && (date.start.saturating_sub(2).max(from)..date.start).any(onward) {
        return Some(Lean::Future);
    }
    let prior = |n: usize| if date.start >= clause.run.start + n { page.lower(date.start - n) } else { "" };
    let owned = if matches!(page.lower(date.end), "'s" | "’s") { page.lower(date.end + 1) } else { "" };
    if words.happened.has(owned) || happened(page, clause, date, lexicon) {
        return Some(Lean::Past);
    }
    // "Monday's deadline looms", "they have until Monday", "the trial was adjourned until Monday"
    let open = !over && !clause.verb.is_some_and(|v| v.tense == Tense::Past);
    let put_off = || before.is_some_and(|v| words.put_off.has(page.key(v.verb)));
    let until = matches!(prior(1), "until" | "till") && (open || put_off());
    let moved = matches!(prior(1), "to" | "for") && put_off();
    (until || moved || words.dues.has(owned) && open).then_some(Lean::Future)
}

/// `The attack on Monday will be remembered`, `because of the slaying in Chicago on Friday`
fn happened(page: &Page, clause: &Clause, date: Run, lexicon: &Lexicon) -> bool {
    let mut at = date.start;
    if at > clause.run.start && page.lower(at - 1) == "on" {
        at -= 1;
    }
    while at > clause.run.start && page.tokens[at - 1].capital {
        at -= 1;
    }
    if at > clause.run.start && matches!(page.lower(at - 1), "in" | "at" | "near") {
        at -= 1;
    }
    at > clause.run.start && lexicon.calendar.happened.has(page.key(at - 1))
}

/// `Kerry arrives Tuesday`, `talks resume Monday`: what is fixed is told in the present. Behind an article it is a noun, behind
/// an auxiliary or "to" another verb tells the side.
fn is_fixed(page: &Page, i: usize, lexicon: &Lexicon) -> bool {
    let before = page.lower(i - 1);
    let words = &lexicon.clause;
    lexicon.calendar.fixed.has(page.key(i))
        && !page.tokens[i].capital
        && !words.determiners.has(before)
        && !words.prepositions.has(before)
        && !words.negations.has(before)
        && !matches!(words.verbs.get(before), Some(v) if !matches!(v, VerbForm::Past | VerbForm::Present))
}
