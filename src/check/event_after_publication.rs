use super::finding::on_article;
use super::{Check, Context};
use crate::check::record::Finding;
use crate::lexicon::vocabulary::FindingSeverity;
use crate::lexicon::vocabulary::{AnchorQuality, Asserted, Status};
pub(super) const CHECK: Check = Check {
    id: "event-after-publication",
    severity: FindingSeverity::Warning,
    why: "What is told as past cannot lie after the day of the telling: one of the two dates is wrong.",
    story: include_str!("../../tests/checks/event-after-publication.md"),
    find,
};

fn find(context: &Context, check: &Check) -> Vec<Finding> {
    let claims = context.book.claims;
    let told = claims
        .casualties
        .iter()
        .filter(|c| c.asserted == Asserted::Fact)
        .map(|c| (&c.article, c.start, c.end, &c.text, c.earliest));
    let held =
        claims.meetings.iter().filter(|m| m.status == Status::Held).map(|m| (&m.article, m.start, m.end, &m.text, m.earliest));
    told.chain(held)
        .filter_map(|(article, start, end, text, earliest)| {
            let i = context.book.index(article)?;
            let sure = matches!(context.book.qualities[i], AnchorQuality::Dateline | AnchorQuality::Published);
            // A day is left for time zones: the event may lie east of the desk.
            let (day, event) = (context.book.days[i].filter(|_| sure)?, earliest?);
            (event > day + chrono::Days::new(1)).then(|| {
                let message = format!("“{text}” is told as past and dated {event}, after the article's own day, {day}");
                on_article(context, check, i, Some((start, end, text)), message)
            })
        })
        .collect()
}
