//! What is asserted, free of text, and how two of each compare.

mod count;

pub mod feasts;
pub(crate) mod means;
mod moment;
pub mod party;
pub mod place;
pub(crate) mod sound;
pub mod when;
pub mod words;

pub(crate) use count::last_unit;
pub use count::{Count, CountRelation};
pub use moment::Moment;
pub use when::{Interval, anchored};
pub use words::{Comparison, Edit, EditClass, QuoteRelation, compare_quotes};
