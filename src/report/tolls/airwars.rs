//! The rule of Airwars, after its methodology notes: the civilians of one moment and place, by all accounts, from the least
//! to the most.
//!
//! Who was harmed is a civilian unless the text says otherwise; fighters and attackers stand apart. There is no best figure.

use super::Decision;
use super::accounts::Account;
use super::article::{Telling, Total};
use super::groups::{is_belligerent, parts};
use crate::lexicon::vocabulary::{Attackers, Effect};
use crate::link::Book;

/// The civilians of an incident, from the least to the most.
pub(in crate::report) fn civilians(book: &Book, accounts: &[Account], effect: Effect) -> (Option<i64>, Option<i64>) {
    let told: Vec<_> = accounts.iter().filter_map(|a| of_account(book, a, effect)).collect();
    range(told.iter().map(|t| (t.low, t.high)))
}

/// The civilians of one account; none where it tells of fighters alone.
fn of_account<'c>(book: &Book, account: &Account<'c>, effect: Effect) -> Option<Total<'c>> {
    let people = account.claims().iter().copied().filter(|c| !is_belligerent(c.group)).collect();
    let total = Telling::new(book, people).total(effect)?;
    let fighters: i64 = parts(account.claims(), total.claim)
        .filter(|c| is_belligerent(c.group))
        .filter_map(|c| c.number)
        .fold(0, i64::saturating_add);
    // "killing 12, including himself": the attacker may be told without a claim of his own.
    let fighters = if fighters == 0 && total.attackers == Attackers::In { 1 } else { fighters };
    let less = |n: Option<i64>| n.map(|n| n.saturating_sub(fighters).max(0));
    let left = Total { low: less(total.low), best: less(total.best), high: less(total.high), attackers: Attackers::Out, ..total };
    (fighters == 0 || left.high != Some(0)).then_some(left)
}

/// The least and the most.
pub(super) fn decide<'c>(book: &Book, accounts: &[Account<'c>], effect: Effect) -> Option<Decision<'c>> {
    let told: Vec<_> = accounts.iter().filter_map(|a| of_account(book, a, effect)).collect();
    let least = told.iter().filter(|t| t.low.is_some()).min_by_key(|t| (t.low, &t.claim.id))?;
    let (low, high) = range(told.iter().map(|t| (t.low, t.high)));
    Some(Decision { basis: least.claim, low, best: None, high, open: high.is_none(), attackers: Attackers::Out })
}

/// From the least to the most; open where no account has an upper end that reaches the least of another.
pub(in crate::report) fn range(ends: impl Iterator<Item = (Option<i64>, Option<i64>)> + Clone) -> (Option<i64>, Option<i64>) {
    let known = ends.clone().filter_map(|(low, _)| low).max();
    let high = ends.clone().filter_map(|(_, high)| high).max().filter(|h| known.is_none_or(|k| k <= *h));
    (ends.filter_map(|(low, _)| low).min(), high)
}
