//! What an article tells of: an utterance with its parts, an incident with its figures, a meeting with its mentions.

use chrono::{Days, NaiveDate};

use crate::claim::record::{CasualtyClaim, MeetingClaim, QuoteClaim};
use crate::lexicon::vocabulary::{Scope, Status};
use crate::value::Interval;

/// A quotation with all its parts.
#[derive(Debug, Clone)]
pub struct Utterance<'c> {
    /// The article, as an index.
    pub article: usize,
    /// Its parts, in order; the first gives the utterance its name.
    pub parts: Vec<&'c QuoteClaim>,
    /// The words of all parts.
    pub words: String,
    /// When it was said.
    pub said: Option<Interval>,
    /// Headline fragments of the same article that repeat some of its words.
    pub echoes: Vec<&'c QuoteClaim>,
    pub(super) speaker: Option<&'c str>,
}

impl<'c> Utterance<'c> {
    /// The first part, which stands for the whole.
    #[must_use]
    pub fn head(&self) -> &'c QuoteClaim {
        self.parts[0]
    }

    /// The speaker's entity, as the collection knows it.
    #[must_use]
    pub const fn speaker(&self) -> Option<&'c str> {
        self.speaker
    }
}

/// One printed figure with every mention of it in its article.
#[derive(Debug, Clone)]
pub struct Figure<'c> {
    /// The first mention.
    pub claim: &'c CasualtyClaim,
    /// The other mentions.
    pub repeats: Vec<&'c CasualtyClaim>,
}

impl<'c> Figure<'c> {
    /// Every mention, the first one first.
    pub fn mentions(&self) -> impl Iterator<Item = &'c CasualtyClaim> {
        std::iter::once(self.claim).chain(self.repeats.iter().copied())
    }
}

/// An incident as one article tells it.
#[derive(Debug, Clone)]
pub struct Incident<'c> {
    /// The article, as an index.
    pub article: usize,
    /// Its figures, in the order of the text.
    pub figures: Vec<Figure<'c>>,
    /// The places that its figures name, each once.
    pub places: Vec<&'c str>,
    /// The people whom the sentences of its figures name in full, each once; those of the whole article where it tells of no other
    /// incident. Victims and suspects: whom the news is full of, who holds an office and whose words are told is left out.
    pub people: Vec<&'c str>,
    /// The towns, quarters and roads that the same sentences name, and the head of an article that tells of no other incident.
    pub sites: Vec<&'c str>,
    /// The ages of its victims one by one, as far as they are told.
    pub ages: Vec<i64>,
    /// When it happened, as far as the article says.
    pub when: Option<Interval>,
    /// Whether `when` is only assumed from the article's day.
    pub assumed: bool,
    /// Incident, period or cumulative.
    pub scope: Scope,
}

/// Of one incident in one article so many figures are compared with others: no report tells more, and each meets each.
pub const COMPARED: usize = 64;

impl<'c> Incident<'c> {
    /// The figures that are compared with those of others: the first [`COMPARED`].
    #[must_use]
    pub fn compared(&self) -> &[Figure<'c>] {
        &self.figures[..self.figures.len().min(COMPARED)]
    }
}

/// A meeting as one article tells it.
#[derive(Debug, Clone)]
pub struct Encounter<'c> {
    /// The article, as an index.
    pub article: usize,
    /// Its mentions, in the order of the text.
    pub mentions: Vec<&'c MeetingClaim>,
    /// When it takes place, as far as the article says.
    pub when: Option<Interval>,
    /// Whether `when` is only assumed from the article's day.
    pub assumed: bool,
    pub(super) entities: Vec<&'c str>,
}

impl<'c> Encounter<'c> {
    /// The mention that stands for all: the one that says most.
    ///
    /// # Panics
    /// Never: an encounter is made from its mentions.
    #[must_use]
    pub fn head(&self) -> &'c MeetingClaim {
        let told = |m: &MeetingClaim| (m.participant_entities.len(), m.place.is_some(), m.value.is_some());
        // Of equals the first: `max_by_key` would give the last.
        self.mentions.iter().rev().max_by_key(|m| told(m)).expect("an encounter has a mention")
    }

    /// Every entity that takes part, by any mention, as the collection knows it.
    #[must_use]
    pub fn entities(&self) -> &[&'c str] {
        &self.entities
    }

    /// Its place, by the first mention that names one.
    #[must_use]
    pub fn place(&self) -> Option<&'c str> {
        self.mentions.iter().find_map(|m| m.place_entity.as_deref())
    }

    /// Dates an undated meeting by the article's day: what was held lies shortly before it, what is planned shortly after.
    pub(in crate::link) fn assume(&mut self, day: Option<NaiveDate>) {
        if self.value().is_some() || self.when.is_some() {
            return;
        }
        self.assumed = true;
        self.when = day.and_then(|day| match self.status() {
            Status::Held | Status::Denied => Some(Interval::new(day - Days::new(ASSUMED_DAYS), day)),
            Status::Planned | Status::Proposed => Some(Interval::new(day, day + Days::new(PLANNED_DAYS))),
            Status::Postponed | Status::Cancelled => None,
        });
    }

    /// Its value in time, by the first mention that gives one.
    #[must_use]
    pub fn value(&self) -> Option<&'c str> {
        self.mentions.iter().find_map(|m| m.value.as_deref())
    }

    /// Whether it took place, by the mention that stands for all.
    #[must_use]
    pub fn status(&self) -> Status {
        self.head().status
    }
}

/// An event that is not dated is taken to lie this many days before its article, at most.
pub(super) const ASSUMED_DAYS: u64 = 2;
/// A plan that is not dated is taken to lie this many days ahead, at most.
const PLANNED_DAYS: u64 = 7;
