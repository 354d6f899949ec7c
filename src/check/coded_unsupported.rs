use std::collections::HashSet;

use super::finding::{excerpt, on_article};
use super::{Check, Context};
use crate::check::record::Finding;
use crate::lexicon::vocabulary::FindingSeverity;

pub(super) const CHECK: Check = Check {
    id: "coded-unsupported",
    severity: FindingSeverity::Warning,
    why: "A row of a coder's table that no article tells of: its source is missing, or a date, a place or a name is wrong.",
    story: include_str!("../../tests/checks/coded-unsupported.md"),
    find,
};

/// A coded row: its article, its claim, where that stands, its words, and whether an article tells of the incident itself.
type Coded<'c> = (usize, &'c str, (i64, i64), &'c str, bool);

fn find(context: &Context, check: &Check) -> Vec<Finding> {
    if !context.has_coded() {
        return Vec::new();
    }
    let known: HashSet<&str> = context.coded_relations().map(|(coded, ..)| coded).collect();
    coded(context)
        .into_iter()
        .filter(|(_, id, ..)| !known.contains(id))
        .map(|(article, _, (start, end), text, is_told)| {
            let message = if is_told {
                format!("the articles tell of this incident, and nothing that could be held against {}", excerpt(text))
            } else {
                format!("no article tells of {}", excerpt(text))
            };
            on_article(context, check, article, Some((start, end, text)), message)
        })
        .collect()
}

fn coded<'c>(context: &Context<'_, 'c>) -> Vec<Coded<'c>> {
    let book = context.book;
    let (incidents, encounters) = (context.coded_incidents(), context.coded_encounters());
    let figures = book.incidents.iter().enumerate().flat_map(|(i, incident)| {
        let is_told = incidents.contains(&i);
        incident
            .figures
            .iter()
            .map(move |f| (incident.article, f.claim.id.as_str(), (f.claim.start, f.claim.end), f.claim.text.as_str(), is_told))
    });
    let meetings = book.encounters.iter().enumerate().map(|(i, encounter)| {
        let m = encounter.head();
        (encounter.article, m.id.as_str(), (m.start, m.end), m.text.as_str(), encounters.contains(&i))
    });
    let quotes = book.utterances.iter().map(|utterance| {
        let q = utterance.head();
        (utterance.article, q.id.as_str(), (q.start, q.end), q.text.as_str(), false)
    });
    figures.chain(meetings).chain(quotes).filter(|(article, ..)| book.is_coded(*article)).collect()
}
