//! What is asserted, free of text, and how two of each compare.

mod count;
pub mod feasts;
pub mod party;
pub mod place;
pub mod when;
pub mod words;

pub use count::{Count, CountRelation};
pub use when::{Interval, anchored};
pub use words::{Comparison, Edit, EditClass, QuoteRelation, compare_quotes};
