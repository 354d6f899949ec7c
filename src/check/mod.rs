//! From linked claims to verdicts and findings. One file a rule, and the register that lists them.

mod check;
pub mod record;
mod register;

use std::collections::BTreeMap;

pub use check::Check;
pub use register::{CHECKS, Register, register};

/// What the caller asks of a check.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// The owner of each outlet, by its name: outlets of one owner are one source.
    pub owners: BTreeMap<String, String>,
    /// Keep the findings of these rules alone; `*` stands for any letters. Empty: all.
    pub select: Vec<String>,
    /// Leave out the findings of these rules; `*` stands for any letters.
    pub ignore: Vec<String>,
    /// Pairs of claim or fact ids that the user knows to be one thing.
    pub same: Vec<(String, String)>,
    /// Pairs of claim or fact ids that the user knows to be two things.
    pub apart: Vec<(String, String)>,
}
