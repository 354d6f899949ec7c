//! What an incident is known by besides its figures: victims and suspects, the places its article names first, the ages of the victims.

use std::collections::{HashMap, HashSet};

use crate::claim::record::{CasualtyClaim, Claims, NameClaim};
use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::{ActsAs, Mention, NameType};
use crate::value::place;

/// Names of an article, in order, with where they stand.
type Names<'c> = HashMap<&'c str, Vec<(i64, &'c str)>>;

/// The people whom articles name in full and the towns that they name, by article and in their order: without those whom the news is
/// full of and those who speak in the article.
pub(super) struct Named<'c> {
    people: Names<'c>,
    sites: Names<'c>,
}

impl<'c> Named<'c> {
    pub(super) fn new(claims: &'c Claims, lexicon: &Lexicon) -> Self {
        let quoted = claims.quotes.iter().filter_map(|q| Some((q.article.as_str(), q.speaker_entity.as_deref()?)));
        let told = claims.casualties.iter().filter_map(|c| Some((c.article.as_str(), c.source_entity.as_deref()?)));
        let speakers: HashSet<(&str, &str)> = quoted.chain(told).collect();
        let mut all = Self { people: Names::new(), sites: Names::new() };
        for name in claims.names.iter().filter(|n| n.mention == Mention::Proper) {
            let Some(entity) = name.entity.as_deref() else { continue };
            let full = entity.strip_prefix("person:").is_some_and(|slug| slug.contains('-') && !lexicon.names.is_prominent(slug));
            if full && name.role.is_none() && !speakers.contains(&(&*name.article, entity)) {
                all.people.entry(&name.article).or_default().push((name.start, entity));
            } else if is_site(name, entity, lexicon) {
                all.sites.entry(&name.article).or_default().push((name.start, entity));
            }
        }
        for names in all.people.values_mut().chain(all.sites.values_mut()) {
            names.sort_unstable();
        }
        all
    }

    /// The people of an incident: those of the whole article where it tells of no other, else those in the sentences of its figures.
    pub(super) fn people(&self, claims: &[&'c CasualtyClaim], alone: bool) -> Vec<&'c str> {
        let Some(names) = claims.first().and_then(|c| self.people.get(c.article.as_str())) else { return Vec::new() };
        each_once(if alone { names.iter().map(|(_, entity)| *entity).collect() } else { beside(names, claims) })
    }

    /// The places that the sentences of an incident's figures name, and the head of an article that tells of no other.
    pub(super) fn sites(&self, claims: &[&'c CasualtyClaim], alone: bool) -> Vec<&'c str> {
        let Some(names) = claims.first().and_then(|c| self.sites.get(c.article.as_str())) else { return Vec::new() };
        let head = names.iter().take_while(|(at, _)| alone && *at < HEAD).map(|(_, entity)| *entity);
        each_once(head.chain(beside(names, claims)).collect())
    }
}

/// A town, a quarter, a road: no country, no capital, and nobody who acts.
fn is_site(name: &NameClaim, entity: &str, lexicon: &Lexicon) -> bool {
    name.r#type == NameType::Loc && name.acts_as != Some(ActsAs::Government) && place::weight(entity, lexicon) >= SITE
}

/// The names in the sentences of some claims.
fn beside<'c>(names: &[(i64, &'c str)], claims: &[&'c CasualtyClaim]) -> Vec<&'c str> {
    let inside = |c: &&'c CasualtyClaim| {
        let (start, end) = (c.sentence_start, c.sentence_end);
        names[names.partition_point(|(at, _)| *at < start)..]
            .iter()
            .take_while(move |(at, _)| *at < end)
            .take(CROWD)
            .map(|(_, entity)| *entity)
    };
    claims.iter().flat_map(inside).collect()
}

/// Each once, and no more than are compared.
fn each_once(mut names: Vec<&str>) -> Vec<&str> {
    names.sort_unstable();
    names.dedup();
    names.truncate(CROWD);
    names
}

/// No more people or places of an incident are compared.
const CROWD: usize = 40;
/// The head of an article, in code points.
const HEAD: i64 = 800;
/// What a place weighs at least that tells where something happened.
const SITE: f64 = 0.2;

/// How old the people are that a text tells of: "a 14-year-old boy", "Boy, 14".
pub(super) fn ages(text: &str, lexicon: &Lexicon) -> Vec<i64> {
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric() && c != ',').filter(|w| !w.is_empty()).collect();
    let lower = |i: usize| words.get(i).map(|w| w.trim_matches(',').to_lowercase()).unwrap_or_default();
    let number = |i: usize| {
        let word = lower(i);
        word.parse().ok().or_else(|| lexicon.numbers.cardinals.get(word.as_str()).copied()).filter(|n| (1..AGED).contains(n))
    };
    let told = |i: usize| {
        let years = lower(i + 1).starts_with("year") && lower(i + 2) == "old";
        let apposed = i > 0 && words[i - 1].ends_with(',') && words[i].starts_with(|c: char| c.is_ascii_digit());
        (years || apposed).then(|| number(i)).flatten()
    };
    (0..words.len()).filter_map(told).collect()
}

/// Nobody is older.
const AGED: i64 = 115;

#[cfg(test)]
mod tests {
    use super::ages;
    use crate::lexicon::Lexicon;

    #[test]
    fn ages_stand_before_a_noun_and_behind_a_name() {
        let read = |text: &str| ages(text, Lexicon::english());
        assert_eq!(read("a 14-year-old boy and his six-year-old sister"), [14, 6]);
        assert_eq!(read("Boy, 9, shot dead by Rita Lane, 31"), [9, 31]);
        assert_eq!(read("killing 18 people in 2014"), Vec::<i64>::new());
    }
}
