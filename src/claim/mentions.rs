//! Dates and names as rows.

use super::Edge;
use super::record::{DateClaim, NameClaim};
use crate::lexicon::vocabulary::Kind;

/// The dates of a story.
pub(super) fn dates(edge: &mut Edge) -> Vec<DateClaim> {
    let story = edge.story;
    story
        .dates
        .iter()
        .map(|date| {
            let (start, end) = edge.points(date.run);
            DateClaim {
                id: edge.id(Kind::Date, None, (start, end)),
                article: story.article.id.clone(),
                start,
                end,
                text: edge.text(date.run),
                r#type: date.kind,
                value: date.value.clone(),
                earliest: date.interval.map(|i| i.earliest),
                latest: date.interval.map(|i| i.latest),
                zone: date.zone.clone(),
                anchor: date.anchor.clone(),
                anchor_quality: date.anchor_quality,
                rule: date.rule.to_owned(),
            }
        })
        .collect()
}

/// The names of a story.
pub(super) fn names(edge: &mut Edge) -> Vec<NameClaim> {
    let story = edge.story;
    story
        .names
        .iter()
        .map(|name| {
            let (start, end) = edge.points(name.run);
            NameClaim {
                id: edge.id(Kind::Name, None, (start, end)),
                article: story.article.id.clone(),
                start,
                end,
                text: edge.text(name.run),
                mention: name.mention,
                r#type: name.kind,
                entity: name.entity.clone(),
                canonical: name.canonical.clone(),
                role: name.role.clone(),
                acts_as: name.acts_as,
                rule: name.rule.to_owned(),
            }
        })
        .collect()
}
