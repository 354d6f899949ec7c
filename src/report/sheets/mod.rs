//! The incidents of a report in the shapes of those who record conflicts.
//!
//! The column names are theirs. A column stands only where the text can fill it: the numbers that a project gives to conflicts
//! and actors are its own.

mod airwars;
mod ucdp;

use std::collections::{BTreeMap, HashMap};

pub(super) use airwars::airwars;
pub(super) use ucdp::ucdp;

use super::record::{Fact, PlaceRow};
use crate::claim::record::{ArticleRow, CasualtyClaim};
use crate::lexicon::Lexicon;
use crate::link::Book;

/// What a sheet is made from.
pub(super) struct Sources<'a, 'c> {
    pub(super) book: &'a Book<'c>,
    pub(super) facts: &'a [Fact],
    pub(super) chain_of: HashMap<&'a str, &'a str>,
    pub(super) places: BTreeMap<&'a str, &'a PlaceRow>,
    pub(super) lexicon: &'a Lexicon,
}

impl<'a, 'c> Sources<'a, 'c> {
    /// The place of an incident.
    fn place(&self, fact: &Fact) -> Option<&'a PlaceRow> {
        self.places.get(fact.place_entity.as_deref()?).copied()
    }

    /// The articles of claims, each once.
    fn articles(&self, claims: &[&CasualtyClaim]) -> Vec<&'c ArticleRow> {
        let mut rows: BTreeMap<&str, &ArticleRow> = BTreeMap::new();
        for claim in claims {
            if let Some(i) = self.book.index(&claim.article) {
                rows.insert(&self.book.article(i).article, self.book.article(i));
            }
        }
        rows.into_values().collect()
    }
}

/// A name for a place: the gazetteer's, else as the first claim writes it.
fn place_name(place: Option<&PlaceRow>, claims: &[&CasualtyClaim]) -> Option<String> {
    place.map(|p| p.name.clone()).or_else(|| claims.iter().find_map(|c| c.place.clone()))
}
