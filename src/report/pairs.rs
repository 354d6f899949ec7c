use std::collections::HashMap;

use super::record::Report;
use crate::check::record::Relation;
use crate::claim::record::Claims;
use crate::lexicon::Lexicon;
use crate::link::Book;

/// Where a mention stands.
#[derive(Debug, Clone)]
struct Place<'c> {
    id: &'c str,
    start: i64,
    end: i64,
    text: &'c str,
}

/// Every pair of mentions: a relation hangs on one representative of equal repeats, and here stands once for each of them.
#[must_use]
pub fn pairs(report: &Report, claims: &Claims) -> Vec<Relation> {
    let mentions = mentions(claims);
    let mut out = Vec::with_capacity(report.relations.len());
    for relation in &report.relations {
        let of = |id: &str| mentions.get(id).map_or(&[][..], Vec::as_slice);
        let (left, right) = (of(&relation.left), of(&relation.right));
        if left.is_empty() || right.is_empty() {
            out.push(relation.clone());
            continue;
        }
        for l in left {
            for r in right {
                out.push(Relation {
                    id: format!("{}|{}", l.id, r.id),
                    left: l.id.to_owned(),
                    left_start: l.start,
                    left_end: l.end,
                    left_text: l.text.to_owned(),
                    right: r.id.to_owned(),
                    right_start: r.start,
                    right_end: r.end,
                    right_text: r.text.to_owned(),
                    ..relation.clone()
                });
            }
        }
    }
    out
}

/// The representatives, with all mentions they stand for.
fn mentions(claims: &Claims) -> HashMap<&str, Vec<Place<'_>>> {
    let book = Book::new(claims, Lexicon::english());
    let mut out = HashMap::new();
    for figure in book.incidents.iter().flat_map(|i| &i.figures) {
        let all = std::iter::once(figure.claim).chain(figure.repeats.iter().copied());
        out.insert(
            figure.claim.id.as_str(),
            all.map(|c| Place { id: &c.id, start: c.start, end: c.end, text: &c.text }).collect(),
        );
    }
    for encounter in &book.encounters {
        let all = encounter.mentions.iter().map(|m| Place { id: &m.id, start: m.start, end: m.end, text: &m.text });
        out.insert(encounter.head().id.as_str(), all.collect());
    }
    for utterance in &book.utterances {
        let all = utterance.parts.iter().chain(&utterance.echoes).map(|p| Place {
            id: &p.id,
            start: p.start,
            end: p.end,
            text: &p.text,
        });
        out.insert(utterance.head().id.as_str(), all.collect());
    }
    out
}
