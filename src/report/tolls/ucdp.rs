//! The rule of the Uppsala Conflict Data Program, after the codebook of UCDP GED 23.1.
//!
//! Low is the most conservative figure of all sources, best the most reliable, high the highest that is reliable. What is
//! reliable, the codebook leaves to the coder; here it is what no party claims, in numbers, by the latest day, by most sources.

use super::Decision;
use super::accounts::{Account, in_numbers, independent, lowest, majority, of_latest_day};

/// An event has at least one death.
pub(super) fn decide<'c>(accounts: &[Account<'c>]) -> Option<Decision<'c>> {
    let reliable = independent(accounts);
    let newest = of_latest_day(in_numbers(reliable.clone()));
    let basis = majority(&newest).or_else(|| lowest(&newest))?;
    let low = accounts.iter().filter_map(|a| a.total.low).min();
    let high = reliable.iter().filter_map(|a| a.total.high).max();
    let died = [low, basis.best(), high].into_iter().flatten().any(|n| n > 0);
    died.then(|| basis.decides(low, high))
}
