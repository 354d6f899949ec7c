//! When an article was written: dateline, metadata, stamps in the text, and how good each is.

mod dateline;
mod published;
mod stamp;

use chrono::{NaiveDate, NaiveTime};

use super::Imprint;
use super::furniture::Section;
use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::{AnchorQuality, Precision, StampKind};
use crate::text::{Article, Page};
use crate::value::when::anchored;

/// The day that relative dates are counted from.
#[derive(Debug, Clone, PartialEq)]
pub struct Anchor {
    /// The day; none where nothing tells it.
    pub date: Option<NaiveDate>,
    /// The clock time, where it is known.
    pub clock: Option<NaiveTime>,
    /// Where it comes from.
    pub quality: AnchorQuality,
    /// What the page's furniture says.
    pub imprint: Imprint,
}

/// Finds the anchor of an article: the best of dateline, metadata, stamp, address and updated stamp.
pub(super) fn anchor(article: &Article, page: &Page, _sections: &[Section], lexicon: &Lexicon) -> Anchor {
    let published = article.published.as_deref().and_then(published::read);
    let line = dateline::read(page, lexicon);
    let stamp = stamp::read(page, lexicon);
    let stamped = |kind| stamp.as_ref().filter(|s| s.kind == kind);
    let near = published.map(|p| p.day).or(stamp.as_ref().map(|s| s.day));
    let dated = line
        .date
        .as_ref()
        .and_then(|value| anchored(value, near?).or_else(|| crate::value::when::interval(value)))
        .or_else(|| line.date.as_deref().and_then(crate::value::when::interval))
        .map(|i| i.earliest);
    let clock_of = |day: NaiveDate| {
        let given = published.filter(|p| p.day == day).and_then(|p| p.clock);
        given.or(stamp.as_ref().filter(|s| s.day == day).and_then(|s| s.clock))
    };
    let candidates = [
        (dated, AnchorQuality::Dateline),
        (published.map(|p| p.day), AnchorQuality::Published),
        (stamped(StampKind::Published).map(|s| s.day), AnchorQuality::Stamp),
        (article.url.as_deref().and_then(published::in_url), AnchorQuality::Url),
        (stamped(StampKind::Updated).map(|s| s.day), AnchorQuality::UpdatedStamp),
    ];
    let best = candidates.into_iter().find_map(|(day, quality)| day.map(|day| (day, quality)));
    let (date, quality) = best.map_or((None, AnchorQuality::None), |(day, quality)| (Some(day), quality));
    Anchor {
        date,
        clock: date.and_then(clock_of),
        quality,
        imprint: Imprint {
            dateline_date: dated,
            dateline_place: line.place,
            stamp: stamp.as_ref().map(|s| s.text.clone()),
            stamp_kind: stamp.as_ref().map(|s| s.kind),
            credit: line.credit.or_else(|| dateline::closing_credit(page, lexicon)),
            published_precision: published.map(|p| if p.clock.is_some() { Precision::Minute } else { Precision::Day }),
            published_unread: article.published.as_deref().is_some_and(|p| !p.trim().is_empty()) && published.is_none(),
        },
    }
}
