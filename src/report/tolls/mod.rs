//! Low, best and high of each effect of each incident.
//!
//! The rule is ours: the most recent independent source decides, else the majority, else the most conservative figure; a
//! party's claim never decides alone.

mod article;
mod people;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use article::{Telling, Total};

use super::record::{Chain, Fact, Toll};
use crate::claim::record::CasualtyClaim;
use crate::lexicon::vocabulary::{Asserted, Effect, Kind, SourceType};
use crate::link::Book;

/// The name of the rule.
const RULE: &str = "wirecheck";

/// The tolls of all incidents, lead first.
pub(super) fn tolls(book: &Book, facts: &[Fact], chains: &[Chain]) -> Vec<Toll> {
    let chain_of: HashMap<&str, &str> = chains.iter().map(|c| (c.claim.as_str(), c.chain.as_str())).collect();
    let claims: HashMap<&str, &CasualtyClaim> = book.claims.casualties.iter().map(|c| (c.id.as_str(), c)).collect();
    let mut out = Vec::new();
    for fact in facts.iter().filter(|f| f.kind == Kind::Casualty) {
        let told: Vec<_> = fact.claims.iter().filter_map(|c| claims.get(c.as_str())).copied().collect();
        let mut by_article: BTreeMap<&str, Vec<&CasualtyClaim>> = BTreeMap::new();
        for claim in &told {
            by_article.entry(&claim.article).or_default().push(claim);
        }
        let tellings: Vec<_> = by_article.into_values().map(|claims| Telling::new(book, claims)).collect();
        let mut effects: BTreeSet<Effect> = told.iter().map(|c| c.effect).collect();
        if effects.contains(&Effect::Casualties) {
            effects.insert(Effect::Injured);
        }
        out.extend(effects.into_iter().filter_map(|effect| {
            let totals: Vec<_> = tellings.iter().filter_map(|t| t.total(effect)).collect();
            let basis = decide(&totals)?;
            Some(toll(book, fact, effect, &told, &totals, basis, &chain_of))
        }));
    }
    out
}

fn toll(
    book: &Book,
    fact: &Fact,
    effect: Effect,
    told: &[&CasualtyClaim],
    totals: &[Total],
    basis: &Total,
    chain_of: &HashMap<&str, &str>,
) -> Toll {
    let deciding: BTreeSet<&str> = totals.iter().map(|t| t.claim.id.as_str()).collect();
    let claims: Vec<_> = told.iter().filter(|c| c.effect == effect && is_told(c) || deciding.contains(c.id.as_str())).collect();
    let row = |c: &CasualtyClaim| book.index(&c.article).map(|i| book.article(i));
    // One source for an article: its chain, else who it names, else itself.
    let mut by_article: BTreeMap<&str, &str> = BTreeMap::new();
    for claim in &claims {
        let chain = chain_of.get(claim.id.as_str()).copied();
        by_article.entry(&claim.article).or_insert_with(|| chain.or(claim.source_entity.as_deref()).unwrap_or(&claim.article));
    }
    let sources: BTreeSet<_> = by_article.into_values().collect();
    let open = totals.iter().any(|t| t.high.is_none()) || claims.iter().any(|c| c.part_of.is_none() && c.high.is_none());
    Toll {
        fact: fact.fact.clone(),
        rank: fact.rank,
        effect,
        low: totals.iter().filter_map(|t| t.low).min(),
        best: basis.best,
        high: if open { None } else { totals.iter().filter_map(|t| t.high).max() },
        open,
        basis: Some(basis.claim.id.clone()),
        place: claims.iter().find_map(|c| c.place.clone()),
        earliest: fact.earliest,
        latest: fact.latest,
        attackers: basis.attackers,
        independent_sources: i64::try_from(sources.len()).unwrap_or(i64::MAX),
        outlets: claims.iter().filter_map(|c| row(c)?.outlet.clone()).collect::<BTreeSet<_>>().into_iter().collect(),
        articles: claims.iter().map(|c| c.article.clone()).collect::<BTreeSet<_>>().into_iter().collect(),
        claims: claims.iter().map(|c| c.id.clone()).collect(),
        rule: RULE.to_owned(),
    }
}

/// Whether a claim is told as having happened, by the writer or by a holder.
fn is_told(claim: &CasualtyClaim) -> bool {
    claim.part_of.is_none() && matches!(claim.asserted, Asserted::Fact | Asserted::Claimed)
}

/// The total that decides.
fn decide<'t, 'c>(totals: &'t [Total<'c>]) -> Option<&'t Total<'c>> {
    let independent: Vec<_> = totals.iter().filter(|t| t.claim.source_type != Some(SourceType::Party)).collect();
    let pool = if independent.is_empty() { totals.iter().collect() } else { independent };
    let latest = pool.iter().map(|t| t.when).max()?;
    let newest: Vec<_> = pool.into_iter().filter(|t| t.when == latest).collect();
    let votes = |t: &Total| newest.iter().filter(|o| o.best == t.best).count();
    newest.iter().copied().min_by_key(|t| (Reverse(votes(t)), t.best, &t.claim.id))
}
