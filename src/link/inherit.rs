use std::collections::BTreeMap;

use chrono::NaiveDate;

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
    /// The article that has one.
    pub from: usize,
    /// The day.
    pub day: NaiveDate,
    /// The proof: the pair, as an index into the statement pairs.
    pub proof: usize,
}

/// Donors whose days lie further apart than this prove nothing: the words were said more than once.
const ONE_OCCASION: i64 = 3;

/// The dates that undated articles receive. A quotation proves the occasion where the speaker is not another and the words
/// are more than a phrase.
pub(super) fn anchors(book: &Book, statements: &[StatementPair]) -> Vec<Inherited> {
    let mut offers: BTreeMap<usize, Vec<Inherited>> = BTreeMap::new();
    for (proof, pair) in statements.iter().enumerate().filter(|(_, p)| p.speakers != State::Different) {
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
                let offer = Inherited { article: taker.article, from: giver.article, day, proof };
                offers.entry(taker.article).or_default().push(offer);
            }
        }
    }
    offers.into_values().filter_map(|list| one_occasion(book, list)).collect()
}

fn one_occasion(book: &Book, list: Vec<Inherited>) -> Option<Inherited> {
    let first = list.iter().map(|o| o.day).min()?;
    let last = list.iter().map(|o| o.day).max()?;
    ((last - first).num_days() <= ONE_OCCASION)
        .then(|| list.into_iter().min_by_key(|o| (o.day, &book.article(o.from).article)))
        .flatten()
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
