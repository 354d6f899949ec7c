//! By which keys the claims of an article meet others: whoever keeps articles in a database finds with them those that a new one may
//! concern, and those that too many share.

use rayon::prelude::*;

use super::index::{Whole, hashed};
use super::{Book, copies, incidents, inherit, meetings, merges, positions, sayings, statements};
use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::vocabulary;

vocabulary! {
    /// What is looked up.
    IndexKind {
        /// Articles that repeat one another.
        Copy = "copy",
        /// Quotations that share words.
        Quotation = "quotation",
        /// Statements of one speaker that share words of content.
        Saying = "saying",
        /// Statements of one holder on one question.
        Position = "position",
        /// Incidents that share a day, a place or people.
        Incident = "incident",
        /// Meetings that share participants.
        Meeting = "meeting",
        /// People of one surname.
        Surname = "surname",
        /// People of one surname and one office.
        Office = "office",
        /// Bodies of one acronym.
        Acronym = "acronym",
    }
}

/// A key of an article.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ArticleKey {
    /// The article.
    pub article: String,
    /// What is looked up by it.
    pub kind: IndexKind,
    /// The key.
    pub key: i64,
    /// Whether it meets all that stands under the key; of two that are not open neither meets the other: two full names, or two that
    /// have their days and meet by these.
    pub open: bool,
    /// What stands under it: the key of a collection is crowded if it has more different members than `cap`. None for a name alone,
    /// which is only looked up.
    pub member: Option<i64>,
    /// See `member`.
    pub cap: i64,
}

/// Every key of the articles, each member once. Names are looked up as `known` has them, and dates.
#[must_use]
pub fn keys(book: &mut Book, whole: &Whole, lexicon: &Lexicon) -> Vec<ArticleKey> {
    book.merge(&whole.merges);
    let received = inherit::anchors(book, &[], whole);
    inherit::apply(book, &received);
    let mut out = Vec::new();
    let mut add = |article: &str, kind: IndexKind, (key, open): (u64, bool), member: Option<&str>, cap: usize| {
        let member = member.map(|m| hashed(&m).cast_signed());
        let cap = i64::try_from(cap).unwrap_or(i64::MAX);
        out.push(ArticleKey { article: article.to_owned(), kind, key: key.cast_signed(), open, member, cap });
    };
    for row in &book.claims.articles {
        copies::keys(row).for_each(|key| add(&row.article, IndexKind::Copy, (key, true), Some(&row.article), copies::COMMON));
    }
    let id = |article: usize| book.article(article).article.as_str();
    for utterance in &book.utterances {
        let (article, member) = (id(utterance.article), utterance.head().id.as_str());
        statements::keys(utterance)
            .for_each(|key| add(article, IndexKind::Quotation, (key, true), Some(member), statements::COMMON));
    }
    let names = positions::Names::new(book);
    let gists: Vec<_> = book.utterances.par_iter().map(|utterance| sayings::gist(utterance, lexicon)).collect();
    for (utterance, gist) in book.utterances.iter().zip(&gists) {
        let (article, member) = (id(utterance.article), utterance.head().id.as_str());
        for (week, _, key) in sayings::keys(book, utterance, gist) {
            let open = week.is_some() || book.days[utterance.article].is_none();
            add(article, IndexKind::Saying, (key, open), Some(member), sayings::SHARED);
        }
        if let Some(position) = positions::position(book, utterance, gist, &names, lexicon) {
            add(article, IndexKind::Position, (position.key(), true), Some(member), positions::HELD);
        }
    }
    for incident in &book.incidents {
        let (article, member) = (id(incident.article), incident.figures[0].claim.id.as_str());
        for key in incidents::keys(incident, lexicon) {
            let open = !key.is_timeless() || incidents::days(incident).is_none();
            add(article, IndexKind::Incident, (key.hashed(), open), Some(member), incidents::BUCKET);
        }
    }
    for encounter in &book.encounters {
        let (article, member) = (id(encounter.article), encounter.mentions[0].id.as_str());
        for (week, key) in meetings::keys(encounter, lexicon) {
            let open = week.is_some() || !meetings::has_weeks(encounter);
            add(article, IndexKind::Meeting, (key, open), Some(member), meetings::BUCKET);
        }
    }
    for (article, kind, key, member) in merges::keys(book, lexicon) {
        add(article, kind, (key, member.is_none()), member, 1);
    }
    out.par_sort_unstable();
    out.dedup();
    out
}
