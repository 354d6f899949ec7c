//! What is missing, and how much it would decide.

use std::collections::{BTreeMap, BTreeSet};

use super::record::Question;
use crate::check::record::Relation;

/// Every missing piece that relations name, the one that decides most first.
pub(super) fn questions(relations: &[Relation]) -> Vec<Question> {
    let mut by: BTreeMap<&str, Vec<&Relation>> = BTreeMap::new();
    for relation in relations {
        if let Some(missing) = relation.missing.as_deref() {
            by.entry(missing).or_default().push(relation);
        }
    }
    let mut out: Vec<_> = by
        .into_iter()
        .map(|(question, waiting)| Question {
            question: question.to_owned(),
            decides: i64::try_from(waiting.len()).unwrap_or(i64::MAX),
            articles: waiting
                .iter()
                .flat_map(|r| [r.left_article.clone(), r.right_article.clone()])
                .collect::<BTreeSet<_>>()
                .into_iter()
                .collect(),
            relations: waiting.iter().map(|r| r.id.clone()).collect(),
        })
        .collect();
    out.sort_by(|a, b| (b.decides, &a.question).cmp(&(a.decides, &b.question)));
    out
}
