//! TODO tour

pub mod check;
pub mod claim;
pub mod error;
pub mod lexicon;
pub mod link;
#[cfg(feature = "python")]
mod py;
pub mod read;
pub mod report;
pub mod rule;
pub mod story;
pub mod table;
pub mod text;
pub mod value;
