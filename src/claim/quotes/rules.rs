//! The rules of quotations.

use crate::rule::Rule;

/// Every rule whose id a row of quotes may carry.
pub const RULES: &[&Rule] = &[];
