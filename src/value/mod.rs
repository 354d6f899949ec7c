//! What is asserted, free of text, and how two of each compare.

mod count;
mod when;

pub use count::Count;
pub use when::Interval;
