use std::collections::{BTreeMap, HashMap};

use super::finding::{on_article, told};
use super::{Check, Context};
use crate::check::record::{Finding, Relation};
use crate::claim::record::CasualtyClaim;
use crate::lexicon::vocabulary::{FindingSeverity, Kind};

pub(super) const CHECK: Check = Check {
    id: "coded-outside-sources",
    severity: FindingSeverity::Warning,
    why: "A coder's best figure that lies below or above every figure of the articles that tell of the incident.",
    story: include_str!("../../tests/checks/coded-outside-sources.md"),
    find,
};

/// Sources that a message names before it counts the rest.
const NAMED: usize = 3;

fn find(context: &Context, check: &Check) -> Vec<Finding> {
    let claims: HashMap<&str, &CasualtyClaim> = context.book.claims.casualties.iter().map(|c| (c.id.as_str(), c)).collect();
    let mut of_row: BTreeMap<&str, Vec<(&CasualtyClaim, &Relation)>> = BTreeMap::new();
    // A part of a figure bounds it on one side alone.
    for (row, other, relation) in
        context.coded_relations().filter(|(.., r)| r.left_kind == Kind::Casualty && r.rule != "toll-part")
    {
        of_row.entry(row).or_default().extend(claims.get(other).map(|claim| (*claim, relation)));
    }
    of_row.into_iter().filter_map(|(row, others)| outside(context, check, claims.get(row)?, &others)).collect()
}

fn outside(context: &Context, check: &Check, row: &CasualtyClaim, others: &[(&CasualtyClaim, &Relation)]) -> Option<Finding> {
    let best = (row.number.or(row.low), row.number.or(row.high));
    let counts: Vec<_> = others.iter().map(|(claim, _)| claim.compared()).collect();
    let least = counts.iter().map(|c| c.low.unwrap_or(0)).min()?;
    let most = counts.iter().map(|c| c.high).reduce(|a, b| Some(a?.max(b?)))?;
    let below = best.1.is_some_and(|n| n < least);
    let above = best.0.zip(most).is_some_and(|(n, most)| n > most);
    if !below && !above {
        return None;
    }
    let side = if below { "below" } else { "above" };
    let named: Vec<_> = others.iter().take(NAMED).map(|(_, r)| told(context, r, context.is_coded(&r.right_article))).collect();
    let more = others.len().checked_sub(NAMED).filter(|n| *n > 0).map_or(String::new(), |n| format!(" and {n} more"));
    let figure = row.number.map_or_else(|| row.count().to_string(), |n| n.to_string());
    let message = format!("{} {figure} lies {side} what the articles give: {}{more}", row.effect, named.join(", "));
    let article = context.book.index(&row.article)?;
    let mut finding = on_article(context, check, article, Some((row.start, row.end, &row.text)), message);
    let (nearest, _) = others.iter().min_by_key(|(c, _)| distance(row, c))?;
    finding.other_article = Some(nearest.article.clone());
    finding.other_start = Some(nearest.start);
    finding.other_end = Some(nearest.end);
    finding.other_text = Some(nearest.text.clone());
    finding.relations = others.iter().map(|(_, r)| r.id.clone()).collect();
    finding.articles.extend(others.iter().map(|(c, _)| c.article.clone()));
    finding.articles.sort();
    finding.articles.dedup();
    Some(finding)
}

/// How far two figures lie apart.
fn distance(a: &CasualtyClaim, b: &CasualtyClaim) -> u64 {
    let figure = |c: &CasualtyClaim| c.number.or(c.low).or(c.high).unwrap_or(0);
    figure(a).abs_diff(figure(b))
}
