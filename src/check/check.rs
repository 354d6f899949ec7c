use crate::lexicon::vocabulary::FindingSeverity;

/// A check: what it finds, why it matters, and the story that shows it.
#[derive(Debug, Clone, Copy)]
pub struct Check {
    /// Names the thing found.
    pub id: &'static str,
    /// How grave it is.
    pub severity: FindingSeverity,
    /// One line: why a reader should look.
    pub why: &'static str,
    /// Two short stories in Markdown, one that fires and one that must stay silent: `tests/checks/<id>.md`.
    pub story: &'static str,
}
