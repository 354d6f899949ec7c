use super::resolve::Lean;
use crate::lexicon::{Lexicon, VerbForm};
use crate::read::clause::{Clause, Modality, Tense, finite};
use crate::text::{Page, Run};

/// A verb farther away than this says nothing about a date.
const REACH: usize = 30;
/// So many tokens before a date may put it ahead of the writer ("scheduled for Tuesday").
const AHEAD: usize = 4;

/// On which side of the writer the words put a date: by the nearest verb before it in its clause, else by the clause's
/// own, else by a word like "scheduled" beside it.
pub(super) fn lean(page: &Page, clauses: &[Clause], date: Run, lexicon: &Lexicon) -> Lean {
    let at = clauses.partition_point(|c| c.run.end <= date.start);
    let Some(clause) = clauses.get(at) else { return Lean::Open };
    let from = date.start.saturating_sub(AHEAD).max(clause.run.start);
    if (from..date.start).any(|i| lexicon.calendar.ahead.longest(page.lowers(Run::new(i, date.start))).is_some()) {
        return Lean::Future;
    }
    if (from.max(clause.run.start + 1)..date.start).any(|i| is_fixed(page, i, lexicon)) {
        return Lean::Future;
    }
    let mut group = None;
    let mut start = date.start.saturating_sub(REACH).max(clause.run.start);
    while let Some(found) = finite(page, Run::new(start, date.start), lexicon) {
        start = (found.verb + 1).max(start + 1);
        group = Some(found);
    }
    let group = group.or(clause.verb.filter(|v| v.verb.abs_diff(date.end) <= REACH));
    let perfect = group.is_some_and(|g| g.run.iter().any(|i| lexicon.clause.verbs.get(page.lower(i)) == Some(&VerbForm::Has)));
    match group.map(|g| (g.tense, g.modality)) {
        // "would have met" is over; "would meet" lay ahead when it was said.
        Some((Tense::Future, Modality::Planned | Modality::Hypothetical)) if !perfect => Lean::Future,
        Some((Tense::Past, _)) => Lean::Past,
        _ => Lean::Open,
    }
}

/// `Kerry arrives Tuesday`, `talks resume Monday`: what is fixed is told in the present. Behind an article it is a noun, behind
/// an auxiliary or "to" another verb tells the side.
fn is_fixed(page: &Page, i: usize, lexicon: &Lexicon) -> bool {
    let before = page.lower(i - 1);
    let words = &lexicon.clause;
    lexicon.calendar.fixed.has(page.lower(i))
        && !page.tokens[i].capital
        && !words.determiners.has(before)
        && !words.prepositions.has(before)
        && !words.negations.has(before)
        && !matches!(words.verbs.get(before), Some(v) if !matches!(v, VerbForm::Past | VerbForm::Present))
}
