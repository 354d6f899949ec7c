use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::index::Whole;
use super::slot::State;
use super::statements::{TELLING, is_another, words};
use super::{Book, StatementPair};
use crate::lexicon::vocabulary::{AnchorQuality, QuoteKind};
use crate::value::anchored;

/// A date that an article received from another, through a quotation that both carry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inherited {
    /// The article without a date of its own.
    pub article: usize,
    /// The id of the article that has one.
    pub from: String,
    /// The day.
    pub day: NaiveDate,
}

/// Donors whose days lie further apart than this prove nothing: the words were said more than once.
const ONE_OCCASION: i64 = 3;

/// The dates that undated articles receive. A quotation proves the occasion where the speaker is not another and the words
/// are more than a phrase. What is known of an article besides is taken as it is.
pub(super) fn anchors(book: &Book, statements: &[StatementPair], whole: &Whole) -> Vec<Inherited> {
    let mut offers: BTreeMap<usize, Vec<(usize, NaiveDate)>> = BTreeMap::new();
    for pair in statements.iter().filter(|p| p.speakers != State::Different) {
        let (a, b) = (&book.utterances[pair.left], &book.utterances[pair.right]);
        // A report that says another thing in like words may be of another day.
        let quoted = [a, b].iter().all(|u| u.head().kind == QuoteKind::Direct);
        if words(&a.words).min(words(&b.words)) < TELLING || !quoted && is_another(&pair.comparison) {
            continue;
        }
        for (taker, giver) in [(a, b), (b, a)] {
            // An update's stamp stays a better bound than a quotation that may be repeated days later.
            if book.qualities[taker.article] != AnchorQuality::None || !is_dated(book.qualities[giver.article]) {
                continue;
            }
            if let Some(day) = book.days[giver.article] {
                offers.entry(taker.article).or_default().push((giver.article, day));
            }
        }
    }
    let is_open = |article: usize| !whole.days.contains_key(&book.article(article).article);
    let learnt = offers.into_iter().filter(|(article, _)| is_open(*article));
    let mut all: Vec<_> = learnt.filter_map(|(article, offers)| one_occasion(book, article, &offers)).collect();
    all.extend(whole.days.iter().filter_map(|(article, received)| {
        let (from, day) = received.clone()?;
        Some(Inherited { article: book.index(article)?, from, day })
    }));
    all.sort_by_key(|received| received.article);
    all
}

fn one_occasion(book: &Book, article: usize, offers: &[(usize, NaiveDate)]) -> Option<Inherited> {
    let first = offers.iter().map(|(_, day)| *day).min()?;
    let last = offers.iter().map(|(_, day)| *day).max()?;
    let (from, day) =
        offers.iter().map(|(from, day)| (&book.article(*from).article, *day)).min_by_key(|(from, day)| (*day, *from))?;
    ((last - first).num_days() <= ONE_OCCASION).then(|| Inherited { article, from: from.clone(), day })
}

const fn is_dated(quality: AnchorQuality) -> bool {
    matches!(quality, AnchorQuality::Dateline | AnchorQuality::Published | AnchorQuality::Stamp | AnchorQuality::Url)
}

/// Writes the inherited days into the book and dates the meetings that waited for them.
pub(super) fn apply(book: &mut Book, inherited: &[Inherited]) {
    for Inherited { article, day, .. } in inherited {
        book.days[*article] = Some(*day);
        book.qualities[*article] = AnchorQuality::Inherited;
    }
    let received: BTreeMap<usize, NaiveDate> = inherited.iter().map(|i| (i.article, i.day)).collect();
    for encounter in &mut book.encounters {
        if let Some(day) = received.get(&encounter.article) {
            encounter.when = encounter.mentions.iter().find_map(|m| anchored(m.value.as_deref()?, *day));
            encounter.assume(Some(*day));
        }
    }
}
