use std::collections::{HashMap, HashSet};

use super::finding::{excerpt, on_article, told};
use super::{Check, Context};
use crate::check::record::Finding;
use crate::lexicon::vocabulary::{FindingSeverity, Verdict};

pub(super) const CHECK: Check = Check {
    id: "coded-unsupported",
    severity: FindingSeverity::Warning,
    why: "A row of a coder's table that no article tells of: its source is missing, or a date, a place or a name is wrong.",
    story: include_str!("../../tests/checks/coded-unsupported.md"),
    find,
};

/// A coded row that is looked for.
struct Coded<'c> {
    article: usize,
    id: &'c str,
    span: (i64, i64, &'c str),
    /// Whether an article tells of the incident or the meeting itself.
    is_told: bool,
    /// What it lacks to be found by.
    lacks: Option<&'static str>,
}

fn find(context: &Context, check: &Check) -> Vec<Finding> {
    if !context.has_coded() {
        return Vec::new();
    }
    let known: HashSet<&str> = context.coded_relations().map(|(coded, ..)| coded).collect();
    let near = nearest(context);
    coded(context)
        .into_iter()
        .filter(|row| !known.contains(row.id))
        .map(|row| {
            let words = excerpt(row.span.2);
            let message = match row.lacks {
                _ if near.contains_key(row.id) => format!("no article tells of {words}; {}", near[row.id]),
                _ if row.is_told => format!("the articles tell of this, and give nothing that could be held against {words}"),
                Some(lacks) => format!("{words} has no {lacks} by which an article could be found that tells of it"),
                None => format!("no article tells of {words}"),
            };
            on_article(context, check, row.article, Some(row.span), message)
        })
        .collect()
}

/// By row, what an article tells that is close and something else, and in what it differs.
fn nearest<'a>(context: &Context<'a, '_>) -> HashMap<&'a str, String> {
    let mut out = HashMap::new();
    for relation in context.relations.iter().filter(|r| r.verdict == Verdict::Unrelated) {
        let sides = (context.is_coded(&relation.left_article), context.is_coded(&relation.right_article));
        let row = match sides {
            (true, false) => &relation.left,
            (false, true) => &relation.right,
            _ => continue,
        };
        let differs = relation.slots.iter().filter_map(|slot| slot.split_once(": different")).map(|(name, _)| name);
        let differs: Vec<_> = differs.collect();
        if !differs.is_empty() {
            let other = told(context, relation, sides.1);
            out.entry(row.as_str()).or_insert_with(|| format!("{other} differs in its {}", differs.join(" and ")));
        }
    }
    out
}

fn coded<'c>(context: &Context<'_, 'c>) -> Vec<Coded<'c>> {
    let book = context.book;
    let (incidents, encounters) = (context.coded_incidents(), context.coded_encounters());
    let figures = book.incidents.iter().enumerate().flat_map(|(i, incident)| {
        let is_told = incidents.contains(&i);
        let lacks = lacks("place", !incident.places.is_empty(), incident.when.is_some());
        incident.figures.iter().map(move |f| {
            let c = f.claim;
            Coded { article: incident.article, id: &c.id, span: (c.start, c.end, &c.text), is_told, lacks }
        })
    });
    let meetings = book.encounters.iter().enumerate().map(|(i, encounter)| {
        let m = encounter.head();
        let lacks = lacks("participant that is known", !encounter.entities().is_empty(), encounter.when.is_some());
        let span = (m.start, m.end, m.text.as_str());
        Coded { article: encounter.article, id: &m.id, span, is_told: encounters.contains(&i), lacks }
    });
    let quotes = book.utterances.iter().map(|utterance| {
        let q = utterance.head();
        let span = (q.start, q.end, q.text.as_str());
        Coded { article: utterance.article, id: &q.id, span, is_told: false, lacks: None }
    });
    figures.chain(meetings).chain(quotes).filter(|row| book.is_coded(row.article)).collect()
}

fn lacks(what: &'static str, is_placed: bool, is_dated: bool) -> Option<&'static str> {
    match (is_placed, is_dated) {
        (true, true) => None,
        (true, false) => Some("day"),
        (false, _) => Some(what),
    }
}
