//! The people of an incident: victims and suspects, by whom two articles know that they tell of one.

use std::collections::{HashMap, HashSet};

use crate::claim::record::{CasualtyClaim, Claims};
use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::Mention;

/// The people whom articles name in full, by article and in their order: without those whom the news is full of and those who speak in
/// the article.
pub(super) struct Named<'c>(HashMap<&'c str, Vec<(i64, &'c str)>>);

impl<'c> Named<'c> {
    pub(super) fn new(claims: &'c Claims, lexicon: &Lexicon) -> Self {
        let quoted = claims.quotes.iter().filter_map(|q| Some((q.article.as_str(), q.speaker_entity.as_deref()?)));
        let told = claims.casualties.iter().filter_map(|c| Some((c.article.as_str(), c.source_entity.as_deref()?)));
        let speakers: HashSet<(&str, &str)> = quoted.chain(told).collect();
        let mut all: HashMap<&str, Vec<(i64, &str)>> = HashMap::new();
        for name in &claims.names {
            let Some(entity) = name.entity.as_deref() else { continue };
            let full = entity.strip_prefix("person:").is_some_and(|slug| slug.contains('-') && !lexicon.names.is_prominent(slug));
            let plain = name.mention == Mention::Proper && name.role.is_none();
            if full && plain && !speakers.contains(&(name.article.as_str(), entity)) {
                all.entry(&name.article).or_default().push((name.start, entity));
            }
        }
        for names in all.values_mut() {
            names.sort_unstable();
        }
        Self(all)
    }

    /// Those of an article.
    pub(super) fn of(&self, article: &str) -> Vec<&'c str> {
        crowd(self.0.get(article).into_iter().flatten().map(|(_, entity)| *entity).collect())
    }

    /// Those who stand in the sentences of some claims of one article.
    pub(super) fn beside(&self, claims: &[&'c CasualtyClaim]) -> Vec<&'c str> {
        let Some(names) = claims.first().and_then(|c| self.0.get(c.article.as_str())) else { return Vec::new() };
        let inside = |c: &&'c CasualtyClaim| {
            let (start, end) = (c.sentence_start, c.sentence_end);
            names[names.partition_point(|(at, _)| *at < start)..]
                .iter()
                .take_while(move |(at, _)| *at < end)
                .take(CROWD)
                .map(|(_, entity)| *entity)
        };
        crowd(claims.iter().flat_map(inside).collect())
    }
}

/// Each once, and no more than are compared.
fn crowd(mut people: Vec<&str>) -> Vec<&str> {
    people.sort_unstable();
    people.dedup();
    people.truncate(CROWD);
    people
}

/// No more people of an incident are compared.
const CROWD: usize = 40;
