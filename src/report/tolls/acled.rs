//! The rule of the Armed Conflict Location & Event Data project, after its guides of 2016 and 2024.
//!
//! One figure: that of the most authoritative source, else the most conservative one; better information replaces it. Low and
//! high show how far the sources are apart, which the project puts into its notes.

use super::Decision;
use super::accounts::{Account, in_numbers, independent, lowest, of_latest_day, prefer};
use crate::lexicon::vocabulary::SourceType;

/// Whatever is reported, zero too.
pub(super) fn decide<'c>(accounts: &[Account<'c>]) -> Option<Decision<'c>> {
    let newest = of_latest_day(in_numbers(independent(accounts)));
    let basis = lowest(&prefer(newest, has_authority))?;
    let low = accounts.iter().filter_map(|a| a.total.low).min();
    Some(basis.decides(low, accounts.iter().filter_map(|a| a.total.high).max()))
}

/// Whether somebody stands behind it whose task it is to count.
fn has_authority(account: &Account) -> bool {
    matches!(account.total.claim.source_type, Some(SourceType::Official | SourceType::Medic | SourceType::Monitor))
}
