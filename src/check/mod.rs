//! TODO
pub mod record;
