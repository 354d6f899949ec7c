//! Quotation marks of a paragraph, paired.

use crate::text::{Page, Paragraph, Run};

/// What stands between a pair of quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quoted {
    /// The tokens between the marks.
    pub inner: Run,
    /// The same with the marks.
    pub outer: Run,
    /// Whether a closing mark was found; without one the run ends with the paragraph.
    pub closed: bool,
    /// Stands inside another quotation.
    pub nested: bool,
}

/// Every pair of a paragraph, in order. A mark without its partner never reaches beyond the paragraph.
#[must_use]
pub fn quoted(_page: &Page, _paragraph: &Paragraph) -> Vec<Quoted> {
    Vec::new()
}
