use super::finding::on_relation;
use super::{Check, Context};
use crate::check::record::Finding;
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
    let repeated =
        |r: &&crate::check::record::Relation| r.same_chain && r.left_kind == Kind::Casualty && r.verdict == Verdict::Agrees;
    for relation in context.relations.iter().filter(repeated) {
        let known = out
            .iter_mut()
            .find(|f| f.text.as_ref() == Some(&relation.right_text) && f.articles.contains(&relation.right_article));
        if let Some(finding) = known {
            finding.relations.push(relation.id.clone());
            continue;
        }
        let source = context.book.claims.casualties.iter().find(|c| c.id == relation.right).and_then(|c| c.source.clone());
        let message =
            format!("{} has one source in every article that tells it: {}", relation.right_value, source.unwrap_or_default());
        let mut finding = on_relation(check, relation, message);
        finding.independent_sources = Some(1);
        out.push(finding);
    }
    out
}
