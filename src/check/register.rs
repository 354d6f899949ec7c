use super::Check;
use super::verdict::{VerdictRule, table};
use crate::claim::{casualties, meetings, quotes};
use crate::read::{dates, names, numbers};
use crate::rule::Rule;
use crate::story::REFERENCE_RULES;

/// Every check there is.
pub const CHECKS: &[&Check] = &[
    &super::article_changed::CHECK,
    &super::article_undated::CHECK,
    &super::coded_missing::CHECK,
    &super::coded_outside_sources::CHECK,
    &super::coded_unsupported::CHECK,
    &super::copied_article::CHECK,
    &super::date_impossible::CHECK,
    &super::event_after_publication::CHECK,
    &super::headline_quote_unsupported::CHECK,
    &super::headline_toll_mismatch::CHECK,
    &super::meeting_date_conflict::CHECK,
    &super::meeting_denied::CHECK,
    &super::meeting_place_conflict::CHECK,
    &super::meeting_told_as_held_and_planned::CHECK,
    &super::quote_altered::CHECK,
    &super::quote_misattributed::CHECK,
    &super::quote_negated::CHECK,
    &super::quote_not_in_source::CHECK,
    &super::quote_number_changed::CHECK,
    &super::quote_truncated::CHECK,
    &super::single_source::CHECK,
    &super::stamp_is_update::CHECK,
    &super::statement_conflict::CHECK,
    &super::toll_conflict::CHECK,
    &super::toll_corrected::CHECK,
    &super::toll_disputed::CHECK,
    &super::toll_falls::CHECK,
    &super::toll_miscopied::CHECK,
    &super::toll_parts_exceed_whole::CHECK,
    &super::toll_stale::CHECK,
    &super::toll_sum_mismatch::CHECK,
    &super::weekday_mismatch::CHECK,
];

/// Everything that can be explained: the rules of reading, the verdict table and the checks.
#[derive(Debug, Clone)]
pub struct Register {
    /// The rules of reading.
    pub rules: Vec<&'static Rule>,
    /// The verdict table.
    pub verdicts: Vec<&'static VerdictRule>,
    /// The checks.
    pub checks: &'static [&'static Check],
}

/// The register of all rules.
#[must_use]
pub fn register() -> Register {
    let families: &[&[&Rule]] =
        &[numbers::RULES, dates::RULES, names::RULES, REFERENCE_RULES, casualties::RULES, meetings::RULES, quotes::RULES];
    Register { rules: families.concat(), verdicts: table(), checks: CHECKS }
}
