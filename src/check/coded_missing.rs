use std::collections::{BTreeMap, BTreeSet};

use super::finding::on_article;
use super::{Check, Context};
use crate::check::record::Finding;
use crate::claim::record::CasualtyClaim;
use crate::lexicon::vocabulary::{Asserted, Effect, FindingSeverity, Scope, Status};
use crate::link::{Encounter, Incident};

pub(super) const CHECK: Check = Check {
    id: "coded-missing",
    severity: FindingSeverity::Note,
    why: "An incident or a meeting that articles tell of, with its place or people and its day, and no row of the coder's table.",
    story: include_str!("../../tests/checks/coded-missing.md"),
    find,
};

fn find(context: &Context, check: &Check) -> Vec<Finding> {
    if !context.has_coded() {
        return Vec::new();
    }
    let mut out = incidents(context, check);
    out.extend(meetings(context, check));
    out
}

/// Incidents with a place and a day of their own that tell of harm which the table codes somewhere.
fn incidents(context: &Context, check: &Check) -> Vec<Finding> {
    let all = &context.book.incidents;
    let is_coded = |i: usize| context.book.is_coded(all[i].article);
    let coded = (0..all.len()).filter(|i| is_coded(*i)).flat_map(|i| &all[i].figures);
    let effects: BTreeSet<Effect> = coded.map(|f| f.claim.effect).collect();
    let known = context.coded_incidents();
    let tables = tables(context);
    let pairs = context.links.incidents.iter().filter(|p| p.is_certain()).map(|p| [p.left, p.right]);
    groups(all.len(), pairs.filter(|pair| !pair.iter().any(|i| is_coded(*i))))
        .into_iter()
        .filter(|group| !group.iter().any(|i| is_coded(*i) || known.contains(i)))
        .filter_map(|group| {
            let told: Vec<(usize, &CasualtyClaim)> =
                group.iter().filter_map(|&i| Some((all[i].article, harm(&all[i], &effects)?))).collect();
            let (article, claim) = *told.first()?;
            let incident = group.iter().map(|&i| &all[i]).find(|i| is_placed(i))?;
            let (place, when) = (incident.figures.iter().find_map(|f| f.claim.place.as_deref())?, incident.when?);
            let day = if when.earliest == when.latest {
                when.earliest.to_string()
            } else {
                format!("{} to {}", when.earliest, when.latest)
            };
            let message = format!(
                "no coded row tells of {} {}, {place}, {day} ({})",
                claim.effect,
                claim.count(),
                context.book.told_by(article)
            );
            Some(with_tables(
                context,
                &tables,
                on_article(context, check, article, Some((claim.start, claim.end, &claim.text)), message),
                &told,
            ))
        })
        .collect()
}

/// Whether it can be looked for in a table: by a place and by a day of its own.
fn is_placed(incident: &Incident) -> bool {
    incident.scope == Scope::Incident && incident.when.is_some() && !incident.assumed && !incident.places.is_empty()
}

/// The figure that tells of coded harm: a whole, and told as a fact.
fn harm<'c>(incident: &Incident<'c>, effects: &BTreeSet<Effect>) -> Option<&'c CasualtyClaim> {
    let is_fact = |c: &&CasualtyClaim| {
        matches!(c.asserted, Asserted::Fact | Asserted::Claimed)
            && !c.negated
            && c.part_of.is_none()
            && effects.contains(&c.effect)
    };
    incident.figures.iter().map(|f| f.claim).find(is_fact)
}

/// Meetings of two and more that have a day of their own, where the table codes meetings.
fn meetings(context: &Context, check: &Check) -> Vec<Finding> {
    let all = &context.book.encounters;
    let is_coded = |i: usize| context.book.is_coded(all[i].article);
    if !(0..all.len()).any(is_coded) {
        return Vec::new();
    }
    let known = context.coded_encounters();
    let tables = tables(context);
    let pairs = context.links.encounters.iter().filter(|p| p.is_same()).map(|p| [p.left, p.right]);
    groups(all.len(), pairs.filter(|pair| !pair.iter().any(|i| is_coded(*i))))
        .into_iter()
        .filter(|group| !group.iter().any(|i| is_coded(*i) || known.contains(i)))
        .filter_map(|group| {
            let encounter = group.iter().map(|&i| &all[i]).find(|e| is_dated(e))?;
            let (article, head, when) = (encounter.article, encounter.head(), encounter.when?);
            let who = head.participants.join(", ");
            let message = format!(
                "no coded row tells of the {} of {who}, {} ({})",
                head.kind,
                when.earliest,
                context.book.told_by(article)
            );
            let told: Vec<_> = group.iter().map(|&i| (all[i].article, ())).collect();
            Some(with_tables(
                context,
                &tables,
                on_article(context, check, article, Some((head.start, head.end, &head.text)), message),
                &told,
            ))
        })
        .collect()
}

fn is_dated(encounter: &Encounter) -> bool {
    let is_news = matches!(encounter.status(), Status::Held | Status::Planned | Status::Postponed | Status::Cancelled);
    is_news && encounter.when.is_some() && !encounter.assumed && encounter.entities().len() > 1
}

/// What pairs join, each group in order, the groups by their first.
fn groups(count: usize, pairs: impl Iterator<Item = [usize; 2]>) -> Vec<Vec<usize>> {
    let mut parent: Vec<usize> = (0..count).collect();
    for [a, b] in pairs {
        let (a, b) = (root(&mut parent, a), root(&mut parent, b));
        parent[a.max(b)] = a.min(b);
    }
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for i in 0..count {
        groups.entry(root(&mut parent, i)).or_default().push(i);
    }
    groups.into_values().collect()
}

/// The first of a group; the way to it is halved for those who come later.
fn root(parent: &mut [usize], mut i: usize) -> usize {
    while parent[i] != i {
        parent[i] = parent[parent[i]];
        i = parent[i];
    }
    i
}

/// The articles that are a coder's tables.
fn tables(context: &Context) -> BTreeSet<String> {
    let all = &context.book.claims.articles;
    (0..all.len()).filter(|i| context.book.is_coded(*i)).map(|i| all[i].article.clone()).collect()
}

/// The finding with all articles concerned: those that tell, and the tables that do not, the first of which it is held against.
fn with_tables<T>(context: &Context, tables: &BTreeSet<String>, mut finding: Finding, told: &[(usize, T)]) -> Finding {
    let name = |i: usize| context.book.article(i).article.clone();
    finding.other_article = tables.first().cloned();
    finding.articles = tables.iter().cloned().chain(told.iter().map(|(i, _)| name(*i))).collect();
    finding.articles.sort();
    finding.articles.dedup();
    finding
}
