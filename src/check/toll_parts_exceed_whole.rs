use super::finding::on_article;
use super::{Check, Context};
use crate::check::record::Finding;
use crate::claim::record::CasualtyClaim;
use crate::lexicon::vocabulary::FindingSeverity;
pub(super) const CHECK: Check = Check {
    id: "toll-parts-exceed-whole",
    severity: FindingSeverity::Error,
    why: "A part cannot be larger than the whole: one of the two figures is wrong.",
    story: include_str!("../../tests/checks/toll-parts-exceed-whole.md"),
    find,
};

fn find(context: &Context, check: &Check) -> Vec<Finding> {
    let claims = &context.book.claims.casualties;
    claims
        .iter()
        .filter_map(|part| {
            let whole = claims.iter().find(|c| Some(&c.id) == part.part_of.as_ref())?;
            let i = context.book.index(&part.article).filter(|_| exceeds(part, whole))?;
            let message = format!("“{}” is told as a part of “{}”, and is larger", part.text, whole.text);
            let mut finding = on_article(context, check, i, Some((part.start, part.end, &part.text)), message);
            finding.other_article = Some(whole.article.clone());
            finding.other_start = Some(whole.start);
            finding.other_end = Some(whole.end);
            finding.other_text = Some(whole.text.clone());
            Some(finding)
        })
        .collect()
}

fn exceeds(part: &CasualtyClaim, whole: &CasualtyClaim) -> bool {
    part.effect == whole.effect && part.number.is_some() && part.low.zip(whole.high).is_some_and(|(low, high)| low > high)
}
