//! From the story of one article to its claims. The kinds do not know each other.

pub mod casualties;
mod edge;
pub mod event;
mod intake;
pub mod meetings;
mod mentions;
pub mod quotes;
pub mod record;

pub(crate) use edge::Edge;
pub use edge::fingerprint;
pub use intake::{LONGEST, extract, extract_watched, extract_within};
