use crate::lexicon::vocabulary::Role;

/// An article as the caller gave it. Claims are read from `text` alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// The caller's id, as text; unique within a collection.
    pub id: String,
    /// The running text; every offset of a claim counts its code points.
    pub text: String,
    /// When it was published: an ISO date, or an ISO date and time.
    pub published: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Its headline, where that is kept apart from the text.
    pub title: Option<String>,
    /// Where it stands on the web.
    pub url: Option<String>,
    /// A report of the press, or a source (transcript, press release, court paper) that quotations are aligned to.
    pub role: Role,
}

impl Article {
    /// An article of which only the text is known.
    #[must_use]
    pub fn new(id: impl Into<String>, text: impl Into<String>) -> Self {
        Self { id: id.into(), text: text.into(), published: None, outlet: None, title: None, url: None, role: Role::Report }
    }

    /// The same article with a publication time.
    #[must_use]
    pub fn published(mut self, when: impl Into<String>) -> Self {
        self.published = Some(when.into());
        self
    }

    /// The same article with an outlet.
    #[must_use]
    pub fn outlet(mut self, outlet: impl Into<String>) -> Self {
        self.outlet = Some(outlet.into());
        self
    }
}
