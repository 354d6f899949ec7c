//! What one sentence says, never looking back: numbers, dates, names, quotation marks, clauses and attributions.
//!
//! There is one cue list and one tense reader, and every kind of claim uses them.

pub mod attribution;
pub mod clause;
pub mod dates;
pub mod marks;
pub mod names;
pub mod numbers;
