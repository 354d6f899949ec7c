use super::addends::{List, Told, list};
use super::finding::within_article;
use super::passage::{Passage, sentence_of};
use super::{Check, Context};
use crate::check::record::Finding;
use crate::claim::record::{CasualtyClaim, NameClaim};
use crate::lexicon::vocabulary::{Asserted, Bound, Effect, FindingSeverity, Group, NameType};
use crate::text::Run;
use crate::value::Count;
use crate::value::place::{self, Place};

pub(super) const CHECK: Check = Check {
    id: "toll-sum-mismatch",
    severity: FindingSeverity::Error,
    why: "Figures that a sentence adds up to a total do not come to it: one of them is wrong.",
    story: include_str!("../../tests/checks/toll-sum-mismatch.md"),
    find,
};

fn find(context: &Context, check: &Check) -> Vec<Finding> {
    let claims = &context.book.claims.casualties;
    let mut found = Vec::new();
    for sentence in claims.chunk_by(|a, b| a.article == b.article && a.sentence_start == b.sentence_start) {
        found.extend(in_sentence(context, check, sentence));
    }
    found
}

fn in_sentence(context: &Context, check: &Check, claims: &[CasualtyClaim]) -> Option<Finding> {
    let first = claims.iter().find(|c| is_plain(c))?;
    let sentence = sentence_of(context.book, first)?;
    let s = Passage::new(&sentence, first.sentence_start, context.lexicon)?;
    if s.numbers.is_empty() {
        return None;
    }
    let broken_down = claims.iter().find_map(|whole| broken_down(context, check, &s, whole));
    broken_down.or_else(|| summed_up(context, check, &s, claims))
}

/// So many tokens before a total are looked at for what leaves its list open.
const LEAD: usize = 3;

/// "Twelve people, seven in Homs and four in Hama": the list behind a total does not come to it.
fn broken_down(context: &Context, check: &Check, s: &Passage, whole: &CasualtyClaim) -> Option<Finding> {
    let total = whole.number.filter(|&n| n > 1 && is_plain(whole) && !whole.is_individual())?;
    let claim = Run::new(s.token_at(whole.start), s.token_at(whole.end));
    if s.has(&s.lexicon.sums.open, Run::new(claim.start.saturating_sub(LEAD), s.len())) {
        return None;
    }
    let opening = opening(s, claim.end)?;
    let list = list(s, opening + 1)?;
    if !may_make_up(s, whole, claim, opening, &list) || comes_to(list.sum(), total) || !is_near(list.sum(), total) {
        return None;
    }
    if is_rest_told(context, whole, total - list.sum()) {
        return None;
    }
    if list.told() == Told::Place && !is_whole_of_places(context, whole, s.points(list.run)) {
        return None;
    }
    let words = s.page.text(list.run);
    let message = format!("“{}”, and “{words}” come to {}", whole.text, list.sum());
    let (start, end) = s.points(list.run);
    within_article(context, check, (start, end, words), whole, message)
}

/// "Five soldiers and three civilians were killed, a total of ten": the total behind a list is not what it comes to.
fn summed_up(context: &Context, check: &Check, s: &Passage, claims: &[CasualtyClaim]) -> Option<Finding> {
    let (total, run, casualties) = stated(s)?;
    if s.has(&s.lexicon.sums.open, Run::new(0, s.len())) {
        return None;
    }
    let at = s.points(run).0;
    let parts: Vec<_> = claims.iter().filter(|c| c.end <= at).collect();
    let one_effect = !casualties && parts.iter().all(|c| c.effect == parts[0].effect);
    let harmed = casualties && parts.iter().all(|c| matches!(c.effect, Effect::Killed | Effect::Injured));
    let numbers = s.numbers.iter().filter(|n| n.run.start < run.start).count();
    let counted = parts.iter().filter(|c| !c.is_individual()).count();
    let told = parts.len() > 1 && numbers == counted && parts.iter().all(|c| is_plain(c)) && (one_effect || harmed);
    let sum = parts.iter().filter_map(|c| c.number).fold(0_i64, i64::saturating_add);
    if !told || comes_to(sum, total) || !is_near(sum, total) {
        return None;
    }
    let words = s.page.text(run);
    let message = format!("“{words}”, and the figures before it come to {sum}");
    let (start, end) = s.points(run);
    within_article(context, check, (start, end, words), parts[0], message)
}

/// An exact figure that is told as having happened, and no part of another.
fn is_plain(claim: &CasualtyClaim) -> bool {
    claim.bound == Bound::Exact
        && claim.part_of.is_none()
        && !claim.hedged
        && !claim.negated
        && matches!(claim.asserted, Asserted::Fact | Asserted::Claimed)
}

/// The mark behind a total that opens a list: the first one that follows, if no number stands before it.
fn opening(s: &Passage, end: usize) -> Option<usize> {
    /// So many tokens stand between a total and its list, at most: "on Monday in two attacks".
    const GAP: usize = 12;
    let opens = |i: &usize| matches!(s.page.lower(*i), "," | ":" | "(" | "-" | "–" | "—" | ";");
    (end..s.len().min(end + GAP)).find(opens)
}

/// Whether a list says what a total consists of: not of the wounded beside the dead, and not of others than those counted.
fn may_make_up(s: &Passage, whole: &CasualtyClaim, claim: Run, opening: usize, list: &List) -> bool {
    let is_generic = |word: &str| s.lexicon.sums.generic.has(&word.to_lowercase());
    let generic = whole.victims.as_deref().is_none_or(|v| v.split_whitespace().any(is_generic));
    match list.told() {
        Told::Effect(_) => {
            let noun = claim.iter().any(|i| s.lexicon.casualties.nouns.get(s.page.key(i)) == Some(&Effect::Casualties));
            let harmed = list.items.iter().all(|i| matches!(i.told, Told::Effect(Effect::Killed | Effect::Injured)));
            whole.effect == Effect::Casualties && noun && harmed
        }
        Told::Noun(_) => whole.group == Group::Unknown && generic,
        // "Seven soldiers were killed, three in Hama and two in Idlib" may tell of twelve.
        Told::Place => generic || s.page.lower(opening) != ",",
    }
}

/// Whether the article tells of those who are missing from a list in another sentence: "One died in Alabama".
fn is_rest_told(context: &Context, whole: &CasualtyClaim, rest: i64) -> bool {
    let told = |c: &&CasualtyClaim| {
        c.article == whole.article
            && c.effect == whole.effect
            && c.sentence_start != whole.sentence_start
            && c.number == Some(rest)
    };
    rest > 0 && context.book.claims.casualties.iter().any(|c| told(&c))
}

/// "In Homs seven were killed, three in Hama and two in Idlib" tells of three places, not of one and its parts: a place that
/// stands before the list must hold those of the list.
fn is_whole_of_places(context: &Context, whole: &CasualtyClaim, list: (i64, i64)) -> bool {
    let inside = |n: &&NameClaim| *n.article == whole.article && n.r#type == NameType::Loc && n.start >= whole.sentence_start;
    let places = || context.book.claims.names.iter().filter(inside);
    let parts: Vec<_> = places().filter(|n| list.0 <= n.start && n.end <= list.1).filter_map(|n| n.entity.as_deref()).collect();
    let holds =
        |outer: &str| !parts.is_empty() && parts.iter().all(|p| place::relation(outer, p, context.lexicon) == Place::Contains);
    places().filter(|n| n.end <= list.0).all(|n| n.entity.as_deref().is_some_and(holds))
}

/// "A total of ten": the number, its words, and whether dead and wounded are counted together.
fn stated(s: &Passage) -> Option<(i64, Run, bool)> {
    let words = &s.lexicon.sums;
    s.numbers.iter().find_map(|number| {
        let total = number.count.number.filter(|_| number.count.bound == Bound::Exact)?;
        let lead = (1..=4).rev().filter(|n| *n <= number.run.start).find_map(|n| {
            let at = number.run.start - n;
            (s.phrase(&words.total_before, at) == Some(n)).then_some(at)
        });
        let noun = [&s.lexicon.casualties.nouns].into_iter().find_map(|table| s.value(table, number.run.end));
        let people = s.phrase(&words.generic, number.run.end).unwrap_or(0);
        let behind = number.run.end + people.max(noun.map_or(0, |(n, _)| n));
        let tail = s.phrase(&words.total_behind, behind).map(|n| behind + n);
        let (start, end) = match (lead, tail) {
            (_, Some(end)) => (lead.unwrap_or(number.run.start), end),
            (Some(start), None) => (start, behind),
            (None, None) => return None,
        };
        let set_off = start > 0 && matches!(s.page.lower(start - 1), "," | "(" | "-" | "–" | "—" | ":" | ";");
        let closed = end >= s.len() || matches!(s.page.lower(end), "." | "," | ")" | ";" | "-" | "–" | "—");
        let casualties = noun.is_some_and(|(_, effect)| effect == Effect::Casualties);
        (set_off && closed).then_some((total, Run::new(start, end), casualties))
    })
}

/// Whether a sum is the total, as far as round figures tell.
fn comes_to(sum: i64, total: i64) -> bool {
    Count::new(sum, Bound::Exact).widened(false).overlaps(Count::new(total, Bound::Exact).widened(false))
}

/// A sum that is far from a total is not meant to be it.
fn is_near(sum: i64, total: i64) -> bool {
    sum.max(total) <= sum.min(total).saturating_mul(2)
}
