//! One row for each fact of a draft, in reading order.

use std::collections::{BTreeSet, HashMap};

use super::record::{Chain, ChecklistRow};
use crate::check::record::{Finding, Relation};
use crate::lexicon::vocabulary::{Kind, Verdict};
use crate::link::Book;

/// What of a draft is to be ticked off.
struct Item<'c> {
    article: usize,
    kind: Kind,
    id: &'c str,
    start: i64,
    end: i64,
    text: &'c str,
    value: String,
}

/// The checklist of the articles whose ids are given.
pub(super) fn checklist(
    book: &Book,
    draft: &BTreeSet<&str>,
    relations: &[Relation],
    findings: &[Finding],
    chains: &[Chain],
) -> Vec<ChecklistRow> {
    let chain_of: HashMap<&str, &str> = chains.iter().map(|c| (c.claim.as_str(), c.chain.as_str())).collect();
    let mut items = items(book);
    items.retain(|i| draft.contains(book.article(i.article).article.as_str()));
    items.sort_by_key(|i| (i.article, i.start));
    items.iter().zip(1..).map(|(item, nr)| row(book, nr, item, relations, findings, &chain_of)).collect()
}

fn items<'c>(book: &Book<'c>) -> Vec<Item<'c>> {
    let figures = book.incidents.iter().flat_map(|i| i.figures.iter().map(move |f| (i.article, f.claim)));
    let casualties = figures.map(|(article, c)| Item {
        article,
        kind: Kind::Casualty,
        id: &c.id,
        start: c.start,
        end: c.end,
        text: &c.text,
        value: format!("{} {}", c.effect, c.number.or(c.low).map_or_else(|| "unstated".to_owned(), |n| n.to_string())),
    });
    let meetings = book.encounters.iter().map(|e| {
        let m = e.head();
        let value = format!("{} {} {}", m.kind, m.status, m.value.as_deref().unwrap_or("undated"));
        Item { article: e.article, kind: Kind::Meeting, id: &m.id, start: m.start, end: m.end, text: &m.text, value }
    });
    let quotes = book.utterances.iter().map(|u| {
        let q = u.head();
        let value = q.speaker.clone().unwrap_or_else(|| "speaker not named".to_owned());
        Item { article: u.article, kind: Kind::Quote, id: &q.id, start: q.start, end: q.end, text: &q.text, value }
    });
    casualties.chain(meetings).chain(quotes).collect()
}

fn row(
    book: &Book,
    nr: i64,
    item: &Item,
    relations: &[Relation],
    findings: &[Finding],
    chain_of: &HashMap<&str, &str>,
) -> ChecklistRow {
    let touching: Vec<_> = relations.iter().filter(|r| r.left == item.id || r.right == item.id).collect();
    let other = |r: &Relation| if r.left == item.id { r.right.clone() } else { r.left.clone() };
    let with = |wanted: &dyn Fn(&Relation) -> bool| {
        let mut seen = BTreeSet::new();
        let claims = touching.iter().filter(|r| wanted(r)).map(|r| other(r));
        // A chain is one source, however many claims it has.
        claims
            .filter(|c| seen.insert(chain_of.get(c.as_str()).map_or_else(|| c.clone(), |s| (*s).to_owned())))
            .collect::<Vec<_>>()
    };
    ChecklistRow {
        nr,
        article: book.article(item.article).article.clone(),
        start: item.start,
        end: item.end,
        text: item.text.to_owned(),
        kind: item.kind,
        value: item.value.clone(),
        // Its parts fit a figure, and say nothing of whether it is right.
        supported_by: with(&|r| r.verdict == Verdict::Agrees || r.verdict == Verdict::Refines && r.rule != "toll-part"),
        contradicted_by: with(&|r| r.verdict == Verdict::Conflicts),
        undecided_because: touching.iter().find_map(|r| r.missing.clone()),
        findings: findings
            .iter()
            .filter(|f| touching.iter().any(|r| f.relations.contains(&r.id)) || is_on(f, book, item))
            .map(|f| f.id.clone())
            .collect(),
        checked: None,
        by: None,
        note: None,
    }
}

/// Whether a finding that hangs on no relation is on this very claim: a quotation against the text of a source.
fn is_on(finding: &Finding, book: &Book, item: &Item) -> bool {
    finding.relations.is_empty()
        && (finding.start, finding.end) == (Some(item.start), Some(item.end))
        && finding.article == book.article(item.article).article
}
