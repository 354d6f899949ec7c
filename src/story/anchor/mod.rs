//! When an article was written: dateline, metadata, stamps in the text, and how good each is.

mod dateline;
mod published;
mod sections;
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
    /// The token behind the dateline's dash: the article's first words.
    pub(super) behind_dateline: Option<usize>,
    /// Where the article goes on on another day.
    written: Vec<sections::Written>,
}

impl Anchor {
    /// The day that a paragraph was written on, and how that is known: its section's, else the article's.
    #[must_use]
    pub fn at(&self, paragraph: usize) -> (Option<NaiveDate>, AnchorQuality) {
        let next = self.written.partition_point(|w| w.paragraph <= paragraph);
        let section = next.checked_sub(1).map(|i| (Some(self.written[i].day), AnchorQuality::Stamp));
        section.unwrap_or((self.date, self.quality))
    }
}

/// Finds the anchor of an article: the best of dateline, metadata, stamp, address and updated stamp.
pub(super) fn anchor(article: &Article, page: &Page, kinds: &[Section], lexicon: &Lexicon) -> Anchor {
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
        behind_dateline: line.end,
        written: sections::read(page, kinds, (date, quality), lexicon),
    }
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Lexicon;
    use crate::story::Story;
    use crate::text::Article;

    /// Day, clock, quality, place, credit and stamp of an article.
    fn told(article: &Article) -> String {
        let story = Story::new(article, Lexicon::english());
        let anchor = &story.anchor;
        let or = |s: Option<String>| s.unwrap_or("-".to_owned());
        format!(
            "{} {} {} | {} | {} | {}",
            or(anchor.date.map(|d| d.to_string())),
            or(anchor.clock.map(|c| c.to_string())),
            anchor.quality,
            or(anchor.imprint.dateline_place.clone()),
            or(anchor.imprint.credit.clone()),
            or(anchor.imprint.stamp.clone()),
        )
    }

    fn check(text: &str, expected: &str) {
        assert_eq!(told(&Article::new("a", text)), expected, "{text}");
    }

    #[test]
    fn datelines() {
        let body = "The river rose and the bridge was closed, the city said in a note.";
        check(&format!("LISBON, May 4, 2014 (Reuters) - {body}"), "2014-05-04 - dateline | LISBON | Reuters | -");
        check(&format!("LISBON (Reuters) - {body}"), "- - none | LISBON | Reuters | -");
        check(&format!("LISBON — {body}"), "- - none | LISBON | - | -");
        check(&format!("PORTO, Portugal (AP) — {body}"), "- - none | PORTO, Portugal | AP | -");
        check(&format!("NEW DELHI: {body}"), "- - none | - | - | -");
        check(&format!("Sun 04 May 2014 Bridge closed as river rises. {body}"), "2014-05-04 - dateline | - | - | -");
        check(&format!("4 May 2014 {body}"), "2014-05-04 - dateline | - | - | -");
        check(&format!("River closes bridge AFP Sunday 4 May 2014 {body}"), "2014-05-04 - dateline | - | AFP | -");
        check(
            "LA PAZ, 4 FEB 90 (EFE) -- [TEXT] THE RIVER ROSE AND THE BRIDGE WAS CLOSED TODAY.",
            "1990-02-04 - dateline | LA PAZ | EFE | -",
        );
        check(
            "SAN JOSE (COSTA RICA), 18 NOV 89 (ACAN-EFE) -- [TEXT] THE RIVER ROSE AND THE BRIDGE WAS CLOSED TODAY.",
            "1989-11-18 - dateline | SAN JOSE (COSTA RICA) | ACAN-EFE | -",
        );
        check(&format!("Lisbon, 4 May 2014 – {body}"), "2014-05-04 - dateline | Lisbon | - | -");
        check(&format!("Lisbon, Portugal (CNN) -- {body}"), "- - none | Lisbon, Portugal | CNN | -");
        check(&format!("Lindby, May 4, 2014 (Harbour News) - {body}"), "2014-05-04 - dateline | Lindby | Harbour News | -");
        check(&format!("Lindby (Reuters) - {body}"), "- - none | - | - | -");
        check("Lisbon (Portugal) - once a sleepy town - was full of visitors.", "- - none | - | - | -");
        check("Lisbon, May 4, 2014 - a day of rain - will be remembered.", "- - none | - | - | -");
        check("Lisbon – The river rose.", "- - none | - | - | -");
        check("US-led forces left the town on Monday, the army said.", "- - none | - | - | -");
        check("NATO met on Monday - and nobody came.", "- - none | - | - | -");
        check("May 4, 2014 was a day of rain in the city.", "- - none | - | - | -");
        check("On May 4, 2014 People of the city left.", "- - none | - | - | -");
    }

    #[test]
    fn stamps() {
        let body = "The river rose and the bridge was closed, the city said in a note.";
        check(
            &format!("River closes bridge\n\nMay 4, 2014 at 9:33 am\n\n{body}"),
            "2014-05-04 09:33:00 stamp | - | - | May 4, 2014 at 9:33 am",
        );
        check(
            &format!("River closes bridge\n\nUpdated May 4, 2014\n\n{body}"),
            "2014-05-04 - updated_stamp | - | - | Updated May 4, 2014",
        );
        check(
            &format!("Posted: Sunday, May 4, 2014 8:18 PM EST Updated: Monday, May 5, 2014 1:02 AM EST\n\n{body}"),
            "2014-05-04 20:18:00 stamp | - | - | Posted: Sunday, May 4, 2014 8:18 PM EST Updated: Monday, May 5, 2014 1:02 AM EST",
        );
        check(
            &format!("Published May 4 2014 People leave the city. {body}"),
            "2014-05-04 - stamp | - | - | Published May 4 2014",
        );
        check(
            &format!("Date of publication 4 May 2014 More than a bridge was lost. {body}"),
            "2014-05-04 - stamp | - | - | Date of publication 4 May 2014",
        );
        check(
            &format!(
                "Bridge closed as river rises Posted: Sunday, May 4, 2014 8:18 PM EST Updated: Monday, May 5, 2014 1:02 AM EST\n\n{body}"
            ),
            "2014-05-04 20:18:00 stamp | - | - | Posted: Sunday, May 4, 2014 8:18 PM EST Updated: Monday, May 5, 2014 1:02 AM EST",
        );
        check(
            &format!("Bridge closed\n\nBy Ana Reed, Ion Weld and Olga Marsh, Riverpost Updated: May 4, 2014 - 8:18 PM\n\n{body}"),
            "2014-05-04 20:18:00 updated_stamp | - | - | Updated: May 4, 2014 - 8:18 PM",
        );
        check(
            &format!("Bridge closed\n\nPosted 3:57 AM, May 4, 2014, by Ana Reed and Ion Weld Marsh\n\n{body}"),
            "2014-05-04 03:57:00 stamp | - | - | Posted 3:57 AM, May 4, 2014, by Ana Reed and Ion Weld Marsh",
        );
        for text in [
            "The river is seen from the bridge that was closed by the city. (Published Sunday, May 4, 2014)",
            "The report on the bridge and its piers was first published on May 4, 2014",
            "The Report Published May 4, 2014 says that nobody had looked at the piers of the bridge since.",
        ] {
            check(&format!("{text}\n\n{body}"), "- - none | - | - | -");
        }
        check(
            &format!("{body}\n\nThe bridge was built by the city on May 4, 2014, with a loan from the bank of the north."),
            "- - none | - | - | -",
        );
    }

    #[test]
    fn grades() {
        let text = "LISBON, May 4 (Reuters) - The river rose.\n\nUpdated May 9, 2014";
        check(text, "2014-05-04 - dateline | LISBON | Reuters | Updated May 9, 2014");
        let article = Article::new("a", "The river rose on Sunday.\n\nUpdated May 9, 2014").published("2014-05-06T10:00:00Z");
        assert_eq!(told(&article), "2014-05-06 10:00:00 published | - | - | Updated May 9, 2014");
        let mut article = Article::new("a", "The river rose on Sunday.\n\nUpdated May 9, 2014").published("n/a");
        article.url = Some("https://example.org/2014/05/05/river".to_owned());
        assert_eq!(told(&article), "2014-05-05 - url | - | - | Updated May 9, 2014");
        assert!(Story::new(&article, Lexicon::english()).anchor.imprint.published_unread);
        let article = Article::new("a", "LISBON, Dec. 30 (Reuters) - The river rose.").published("2015-01-02");
        assert_eq!(told(&article), "2014-12-30 - dateline | LISBON | Reuters | -");
    }

    #[test]
    fn credits() {
        let body = "The river rose and the bridge was closed, the city said in a note.";
        for (line, credit) in [
            ("Riverpost and agencies", "agencies"),
            ("Reporting by Reuters", "Reuters"),
            ("- AP", "AP"),
            ("Source: AFP", "AFP"),
            ("The bridge belongs to the city and Reuters reported its fall.", "-"),
        ] {
            check(&format!("{body}\n\n{line}"), &format!("- - none | - | {credit} | -"));
        }
    }
}
