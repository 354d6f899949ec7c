//! The rule of the Global Terrorism Database, after its codebook of 2018.
//!
//! The most recent source decides, unless it rests on a perpetrator's claim. Where several are equally recent, or the most
//! recent is doubtful, the majority of the independent sources decides; without one, the lowest figure. Attackers are counted
//! among the dead; a figure too vague to be of use is left blank.

use super::Decision;
use super::accounts::{Account, independent, lowest, majority, most_recent, prefer};

/// Blank where no source has a figure.
pub(super) fn decide<'c>(accounts: &[Account<'c>]) -> Option<Decision<'c>> {
    let pool: Vec<_> = independent(accounts).into_iter().filter(|a| a.best().is_some()).collect();
    let Some(basis) = basis(accounts, &pool) else { return accounts.first().map(|a| a.decides(None, None)) };
    let pool = if basis.is_party() { vec![basis] } else { pool };
    let low = pool.iter().filter_map(|a| a.total.low).min();
    Some(basis.decides(low, pool.iter().filter_map(|a| a.total.high).max()))
}

/// The account that decides: `pool` are the independent ones with a figure.
fn basis<'a, 'c>(accounts: &'a [Account<'c>], pool: &[&'a Account<'c>]) -> Option<&'a Account<'c>> {
    let counted: Vec<_> = accounts.iter().filter(|a| a.best().is_some()).collect();
    let recent = prefer(most_recent(&counted), |a| !a.is_party());
    let doubtful = recent.iter().all(|a| a.is_party()) && !pool.is_empty();
    let voters = if doubtful { pool } else { &recent };
    majority(voters).or_else(|| lowest(voters))
}
