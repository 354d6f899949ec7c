use std::collections::HashMap;

use super::addends::{Told, list};
use super::finding::within_article;
use super::passage::{Passage, sentence_of};
use super::{Check, Context};
use crate::check::record::Finding;
use crate::claim::record::CasualtyClaim;
use crate::lexicon::vocabulary::{FindingSeverity, Group};

pub(super) const CHECK: Check = Check {
    id: "toll-parts-exceed-whole",
    severity: FindingSeverity::Error,
    why: "A part cannot be larger than the whole: one of the two figures is wrong.",
    story: include_str!("../../tests/checks/toll-parts-exceed-whole.md"),
    find,
};

/// Groups of which nobody belongs to two.
const APART: [&[Group]; 2] = [&[Group::Man, Group::Woman, Group::Child], &[Group::Civilian, Group::Combatant, Group::Attacker]];
/// A part that is more than this many times its whole counts something else.
const BEYOND: i64 = 4;
/// So many characters stand between a whole and its part, at most.
const NEAR: i64 = 60;
/// So many stand between two sentences that follow each other.
const NEXT: i64 = 2;

fn find(context: &Context, check: &Check) -> Vec<Finding> {
    let claims = &context.book.claims.casualties;
    let mut found = Vec::new();
    for article in claims.chunk_by(|a, b| a.article == b.article) {
        let mut parts_of: HashMap<&str, Vec<&CasualtyClaim>> = HashMap::new();
        for part in article {
            if let Some(whole) = part.part_of.as_deref() {
                parts_of.entry(whole).or_default().push(part);
            }
        }
        for whole in article.iter().filter(|c| may_be_whole(c)) {
            let parts = parts_of.remove(whole.id.as_str()).unwrap_or_default();
            let parts: Vec<_> = parts.into_iter().filter(|c| is_part(c, whole)).collect();
            found.extend(one_exceeds(context, check, whole, &parts).or_else(|| together(context, check, whole, &parts)));
        }
    }
    found
}

/// A figure of several people, told as having happened.
fn may_be_whole(claim: &CasualtyClaim) -> bool {
    claim.high.is_some_and(|high| high > 1) && claim.number.is_none_or(|n| n > 1) && !claim.negated
}

fn is_part(part: &CasualtyClaim, whole: &CasualtyClaim) -> bool {
    part.effect == whole.effect && part.number.is_some() && part.low.is_some()
}

/// One part is larger than the whole.
fn one_exceeds(context: &Context, check: &Check, whole: &CasualtyClaim, parts: &[&CasualtyClaim]) -> Option<Finding> {
    let high = whole.high?;
    let exceeds = |p: &&&CasualtyClaim| p.low.is_some_and(|low| low > high && low <= high.saturating_mul(BEYOND));
    let part = parts.iter().filter(exceeds).find(|p| is_tied(context, p, whole))?;
    let message = format!("“{}” is told as a part of “{}”, and is larger", part.text, whole.text);
    within_article(context, check, (part.start, part.end, &part.text), whole, message)
}

/// Parts that have nobody in common are larger together than the whole.
fn together(context: &Context, check: &Check, whole: &CasualtyClaim, parts: &[&CasualtyClaim]) -> Option<Finding> {
    let high = whole.high?;
    let of_groups = APART.iter().find_map(|groups| {
        let largest = |g: &Group| parts.iter().filter(|p| p.group == *g && is_tied(context, p, whole)).max_by_key(|p| p.low);
        let apart: Vec<_> = groups.iter().filter_map(largest).collect();
        let sum = apart.iter().filter_map(|p| p.low).fold(0, i64::saturating_add);
        (apart.len() > 1 && sum > high).then(|| (sum, (*apart.iter().max_by_key(|p| p.start).unwrap_or(&apart[0])).to_owned()))
    });
    if let Some((sum, last)) = of_groups {
        let message = format!("the parts of “{}” come to {sum}, which is more", whole.text);
        return within_article(context, check, (last.start, last.end, &last.text), whole, message);
    }
    in_places(context, check, whole, parts.first()?)
}

/// "Eleven people, including seven in Homs and six in Hama": nobody is killed in two places.
fn in_places(context: &Context, check: &Check, whole: &CasualtyClaim, first: &CasualtyClaim) -> Option<Finding> {
    let sentence = sentence_of(context.book, first).filter(|_| is_tied(context, first, whole))?;
    let s = Passage::new(&sentence, first.sentence_start, context.lexicon)?;
    let list = list(&s, s.token_at(first.start)).filter(|l| l.told() == Told::Place && Some(l.sum()) > whole.high)?;
    let (start, end) = s.points(list.run);
    let message = format!("the parts of “{}” come to {}, which is more", whole.text, list.sum());
    within_article(context, check, (start, end, s.page.text(list.run)), whole, message)
}

/// Whether the words leave no doubt that a figure is a part of another: both stand in one sentence, or in two that follow each
/// other, and the part is no subject of a clause of its own.
fn is_tied(context: &Context, part: &CasualtyClaim, whole: &CasualtyClaim) -> bool {
    if whole.start < part.start && part.end < whole.end {
        return true;
    }
    let one = part.sentence_start == whole.sentence_start && part.start - whole.end <= NEAR && whole.start < part.start;
    let next = part.sentence_start > whole.sentence_start && part.sentence_start - whole.sentence_end <= NEXT;
    (one || next) && !is_subject(context, part)
}

/// "Including 300 people were affected": the figure has a verb of its own.
fn is_subject(context: &Context, part: &CasualtyClaim) -> bool {
    let Some(sentence) = sentence_of(context.book, part) else { return false };
    let Some(s) = Passage::new(&sentence, part.sentence_start, context.lexicon) else { return false };
    let behind = s.token_at(part.end);
    s.page.lower(behind) == "-" || s.lexicon.clause.verbs.has(s.page.key(behind))
}
