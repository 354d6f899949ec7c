//! Low, best and high of each effect of each incident.
//!
//! The rule is ours: the most recent independent source decides, else the majority, else the most conservative figure; a
//! party's claim never decides alone.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::record::{Chain, Fact, Toll};
use crate::claim::record::CasualtyClaim;
use crate::lexicon::vocabulary::{Asserted, Attackers, Effect, Group, Kind, SourceType};
use crate::link::Book;

/// The name of the rule.
const RULE: &str = "wirecheck";

/// The tolls of all incidents, lead first.
pub(super) fn tolls(book: &Book, facts: &[Fact], chains: &[Chain]) -> Vec<Toll> {
    let chain_of: HashMap<&str, &str> = chains.iter().map(|c| (c.claim.as_str(), c.chain.as_str())).collect();
    let claims: HashMap<&str, &CasualtyClaim> = book.claims.casualties.iter().map(|c| (c.id.as_str(), c)).collect();
    let mut out = Vec::new();
    for fact in facts.iter().filter(|f| f.kind == Kind::Casualty) {
        let mut by_effect: BTreeMap<Effect, Vec<&CasualtyClaim>> = BTreeMap::new();
        for claim in fact.claims.iter().filter_map(|c| claims.get(c.as_str())).filter(|c| counts(c)) {
            by_effect.entry(claim.effect).or_default().push(claim);
        }
        out.extend(by_effect.into_iter().map(|(effect, claims)| toll(book, fact, effect, &claims, &chain_of)));
    }
    out
}

/// Parts, fears and denials give no toll.
fn counts(claim: &CasualtyClaim) -> bool {
    claim.part_of.is_none() && matches!(claim.asserted, Asserted::Fact | Asserted::Claimed)
}

fn toll(book: &Book, fact: &Fact, effect: Effect, claims: &[&CasualtyClaim], chain_of: &HashMap<&str, &str>) -> Toll {
    let totals = totals(book, claims);
    let basis = decide(book, &totals);
    let open = claims.iter().any(|c| c.high.is_none());
    let row = |c: &&CasualtyClaim| book.index(&c.article).map(|i| book.article(i));
    let attackers = claims.iter().map(|c| c.attackers).find(|a| *a != Attackers::Unknown).unwrap_or(Attackers::Unknown);
    let articles: BTreeSet<_> = claims.iter().map(|c| c.article.clone()).collect();
    // One source for an article: its chain, else who it names, else itself.
    let mut by_article: BTreeMap<&str, &str> = BTreeMap::new();
    for claim in claims {
        let chain = chain_of.get(claim.id.as_str()).copied();
        by_article.entry(&claim.article).or_insert_with(|| chain.or(claim.source_entity.as_deref()).unwrap_or(&claim.article));
    }
    let sources: BTreeSet<_> = by_article.into_values().collect();
    Toll {
        fact: fact.fact.clone(),
        rank: fact.rank,
        effect,
        low: totals.iter().filter_map(|t| t.low).min(),
        best: basis.and_then(|t| t.best),
        high: if open { None } else { totals.iter().filter_map(|t| t.high).max() },
        open,
        basis: basis.map(|t| t.claim.id.clone()),
        place: claims.iter().find_map(|c| c.place.clone()),
        earliest: fact.earliest,
        latest: fact.latest,
        attackers,
        independent_sources: i64::try_from(sources.len()).unwrap_or(i64::MAX),
        outlets: claims.iter().filter_map(|c| row(c)?.outlet.clone()).collect::<BTreeSet<_>>().into_iter().collect(),
        articles: articles.into_iter().collect(),
        claims: claims.iter().map(|c| c.id.clone()).collect(),
        rule: RULE.to_owned(),
    }
}

/// What one article gives as the whole: its first figure, and with it the figures for other groups in the same sentence
/// ("12 militants and four soldiers were killed" is 16).
#[derive(Debug, Clone)]
struct Total<'c> {
    claim: &'c CasualtyClaim,
    low: Option<i64>,
    best: Option<i64>,
    high: Option<i64>,
    when: (Option<chrono::NaiveDate>, Option<chrono::NaiveDateTime>),
}

fn totals<'c>(book: &Book, claims: &[&'c CasualtyClaim]) -> Vec<Total<'c>> {
    let mut by_article: BTreeMap<&str, Vec<&CasualtyClaim>> = BTreeMap::new();
    for claim in claims {
        by_article.entry(&claim.article).or_default().push(claim);
    }
    by_article
        .into_values()
        .filter_map(|mut told| {
            told.sort_by_key(|c| (c.number.is_none() && c.low.is_none(), c.start));
            let first = *told.first()?;
            let mut groups = BTreeSet::from([first.group]);
            let beside = told.iter().filter(|c| {
                first.group != Group::Unknown
                    && c.group != Group::Unknown
                    && c.sentence_start == first.sentence_start
                    && groups.insert(c.group)
            });
            let parts: Vec<_> = std::iter::once(first).chain(beside.copied()).collect();
            let sum =
                |of: fn(&CasualtyClaim) -> Option<i64>| parts.iter().map(|c| of(c)).try_fold(0_i64, |n, x| n.checked_add(x?));
            let article = book.index(&first.article)?;
            // "more than 150,000" is 150,001 at least.
            let best = sum(|c| c.number.max(c.low));
            Some(Total {
                claim: first,
                low: sum(|c| c.low),
                best,
                high: sum(|c| c.high),
                when: (book.days[article], book.clock(article)),
            })
        })
        .collect()
}

fn decide<'t, 'c>(book: &Book, totals: &'t [Total<'c>]) -> Option<&'t Total<'c>> {
    let _ = book;
    let independent: Vec<_> = totals.iter().filter(|t| t.claim.source_type != Some(SourceType::Party)).collect();
    let pool = if independent.is_empty() { totals.iter().collect() } else { independent };
    let latest = pool.iter().map(|t| t.when).max()?;
    let newest: Vec<_> = pool.into_iter().filter(|t| t.when == latest).collect();
    let votes = |t: &Total| newest.iter().filter(|o| o.best == t.best).count();
    newest.iter().copied().min_by_key(|t| (Reverse(votes(t)), t.best, &t.claim.id))
}
