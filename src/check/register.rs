use super::Check;
use crate::rule::Rule;

/// Every check there is.
pub const CHECKS: &[&Check] = &[];

/// Everything that can be explained: the rules of reading and the checks.
#[derive(Debug, Clone)]
pub struct Register {
    /// The rules of reading.
    pub rules: Vec<&'static Rule>,
    /// The checks.
    pub checks: &'static [&'static Check],
}

/// The register of all rules.
#[must_use]
pub fn register() -> Register {
    let families: &[&[&Rule]] = &[];
    Register { rules: families.concat(), checks: CHECKS }
}
