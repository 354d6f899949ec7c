use std::collections::HashMap;

use super::finding::on_relation;
use super::{Check, Context};
use crate::check::record::{Finding, Relation};
use crate::lexicon::vocabulary::FindingSeverity;
use crate::lexicon::vocabulary::{Kind, Verdict};
pub(super) const CHECK: Check = Check {
    id: "single-source",
    severity: FindingSeverity::Note,
    why: "Several articles that name one source are one source: their agreement is repetition.",
    story: include_str!("../../tests/checks/single-source.md"),
    find,
};

fn find(context: &Context, check: &Check) -> Vec<Finding> {
    let mut out: Vec<Finding> = Vec::new();
    // Where the finding on a text of an article stands.
    let mut known: HashMap<(&str, &str), usize> = HashMap::new();
    let sources: HashMap<&str, Option<&str>> =
        context.book.claims.casualties.iter().map(|c| (c.id.as_str(), c.source.as_deref())).collect();
    // A coder who names the same holder repeats nothing: he says whose figure it is.
    let coded = |r: &Relation| context.is_coded(&r.left_article) || context.is_coded(&r.right_article);
    let repeated = |r: &&Relation| r.same_chain && r.left_kind == Kind::Casualty && r.verdict == Verdict::Agrees && !coded(r);
    for relation in context.relations.iter().filter(repeated) {
        let text = relation.right_text.as_str();
        if let Some(&at) = known.get(&(relation.right_article.as_str(), text)) {
            out[at].relations.push(relation.id.clone());
            continue;
        }
        let source = sources.get(relation.right.as_str()).copied().flatten().unwrap_or_default();
        let message = format!("{} has one source in every article that tells it: {source}", relation.right_value);
        let mut finding = on_relation(check, relation, message);
        finding.independent_sources = Some(1);
        for article in [&relation.left_article, &relation.right_article] {
            known.entry((article, text)).or_insert(out.len());
        }
        out.push(finding);
    }
    out
}
