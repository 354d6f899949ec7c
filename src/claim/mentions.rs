//! Dates and names as rows.

use super::Edge;
use super::record::{DateClaim, NameClaim};
use crate::lexicon::vocabulary::Kind;
use crate::story::Date;
use crate::text::Run;
use crate::value::Interval;
use crate::value::when::interval;

/// The dates of a story; of a range each end is a row, as TIMEX3 has it.
pub(super) fn dates(edge: &mut Edge) -> Vec<DateClaim> {
    let story = edge.story;
    let mut out = Vec::with_capacity(story.dates().len());
    for date in story.dates() {
        match (date.ends, date.value.split_once('/')) {
            (Some([first, second]), Some((from, to))) => {
                for (run, value) in [(first, from), (second, to)] {
                    let row = row(edge, date, run, value, interval(value));
                    out.push(DateClaim { range: Some(date.value.clone()), ..row });
                }
            }
            _ => out.push(row(edge, date, date.run, &date.value, date.interval)),
        }
    }
    out
}

fn row(edge: &mut Edge, date: &Date, run: Run, value: &str, days: Option<Interval>) -> DateClaim {
    let (start, end) = edge.points(run);
    DateClaim {
        id: edge.id(Kind::Date, None, (start, end)),
        article: edge.article(),
        start,
        end,
        text: edge.text(run),
        r#type: date.kind,
        value: value.to_owned(),
        earliest: days.map(|i| i.earliest),
        latest: days.map(|i| i.latest),
        zone: date.zone.clone(),
        anchor: date.anchor.clone(),
        anchor_quality: date.anchor_quality,
        rule: date.rule.into(),
        range: None,
    }
}

/// The names of a story.
pub(super) fn names(edge: &mut Edge) -> Vec<NameClaim> {
    let story = edge.story;
    story
        .names()
        .iter()
        .map(|name| {
            let (start, end) = edge.points(name.run);
            NameClaim {
                id: edge.id(Kind::Name, None, (start, end)),
                article: edge.article(),
                start,
                end,
                text: edge.text(name.run),
                mention: name.mention,
                r#type: name.kind,
                entity: name.entity.clone(),
                canonical: name.canonical.clone(),
                role: name.role.clone(),
                acts_as: name.acts_as,
                rule: name.rule.into(),
            }
        })
        .collect()
}
