//! Who they were: the children, the women, the fighters among those that one account counts.

use super::accounts::Account;
use super::article::Telling;
use crate::claim::record::CasualtyClaim;
use crate::lexicon::Phrases;
use crate::lexicon::vocabulary::{Asserted, Effect, Group, Side};
use crate::link::Book;

/// Whether a group takes part in the fighting.
pub(in crate::report) const fn is_belligerent(group: Group) -> bool {
    matches!(group, Group::Combatant | Group::Attacker)
}

/// The least and the most of some groups in one account, whether they are told as a part or by themselves.
pub(in crate::report) fn count(
    book: &Book,
    account: &Account,
    effect: Effect,
    is: impl Fn(Group) -> bool,
) -> Option<(Option<i64>, Option<i64>)> {
    let of_group: Vec<_> = account.claims().iter().copied().filter(|c| c.effect == effect && is(c.group)).collect();
    let within = |id: &String| of_group.iter().any(|w| w.id == *id);
    let alone: Vec<_> =
        of_group.iter().map(|c| CasualtyClaim { part_of: c.part_of.clone().filter(within), ..(*c).clone() }).collect();
    let total = Telling::new(book, alone.iter().collect()).total(effect)?;
    Some((total.low, total.high))
}

/// The parts that an account tells of a whole.
pub(super) fn parts<'a, 'c>(
    claims: &'a [&'c CasualtyClaim],
    whole: &'a CasualtyClaim,
) -> impl Iterator<Item = &'c CasualtyClaim> + 'a {
    claims.iter().copied().filter(|c| c.effect == whole.effect && c.part_of.as_ref() == Some(&whole.id))
}

/// The dead of one account by side, as UCDP splits them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::report) struct Deaths {
    /// Of the government.
    pub(in crate::report) a: i64,
    /// Of those who fight it.
    pub(in crate::report) b: i64,
    pub(in crate::report) civilians: i64,
    /// Not told.
    pub(in crate::report) unknown: i64,
}

impl Deaths {
    fn told(self) -> i64 {
        self.a.saturating_add(self.b).saturating_add(self.civilians)
    }
}

/// The dead by side: what the figure that decides says of them, and its parts; the rest is unknown.
pub(in crate::report) fn deaths(account: &Account, best: i64, sides: &Phrases<Side>) -> Deaths {
    let basis = account.total.claim;
    let together: Vec<_> = account.claims().iter().copied().filter(|c| is_beside(c, basis)).collect();
    let sum = together.iter().filter_map(|c| figure(c)).fold(0_i64, i64::saturating_add);
    let wholes = if sum <= best { together } else { vec![basis] };
    let found =
        wholes.into_iter().fold(Deaths::default(), |found, whole| split(account.claims(), whole, sides, found, PARTS_OF_PARTS));
    if found.told() > best {
        return Deaths { unknown: best, ..Deaths::default() };
    }
    Deaths { unknown: best.saturating_sub(found.told()), ..found }
}

/// Whether a claim counts in the sentence of the one that decides.
fn is_beside(claim: &CasualtyClaim, basis: &CasualtyClaim) -> bool {
    claim.effect == basis.effect
        && claim.sentence_start == basis.sentence_start
        && claim.part_of.is_none()
        && !claim.negated
        && matches!(claim.asserted, Asserted::Fact | Asserted::Claimed)
}

/// So deep parts are looked for: claims made elsewhere may be parts of one another.
const PARTS_OF_PARTS: u8 = 3;

fn split(claims: &[&CasualtyClaim], whole: &CasualtyClaim, sides: &Phrases<Side>, found: Deaths, deep: u8) -> Deaths {
    let n = figure(whole).unwrap_or(0);
    match (whole.group, side(whole, sides)) {
        (_, Some(Side::State)) => Deaths { a: found.a.saturating_add(n), ..found },
        (_, Some(Side::Opposition)) => Deaths { b: found.b.saturating_add(n), ..found },
        (Group::Civilian | Group::Child | Group::Woman | Group::Official | Group::Journalist | Group::AidWorker, None) => {
            Deaths { civilians: found.civilians.saturating_add(n), ..found }
        }
        _ if deep == 0 => found,
        _ => parts(claims, whole).fold(found, |found, part| split(claims, part, sides, found, deep - 1)),
    }
}

/// The side of fighters, where their noun tells it.
fn side(claim: &CasualtyClaim, sides: &Phrases<Side>) -> Option<Side> {
    let victims = claim.victims.as_ref().filter(|_| is_belligerent(claim.group))?.to_lowercase();
    let words: Vec<&str> = victims.split_whitespace().collect();
    (0..words.len()).find_map(|i| sides.longest(words[i..].iter().copied()).map(|(_, side)| *side))
}

fn figure(claim: &CasualtyClaim) -> Option<i64> {
    claim.number.or(claim.low)
}
