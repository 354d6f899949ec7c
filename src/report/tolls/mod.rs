//! Low, best and high of each effect of each incident, by a named rule.
//!
//! Our own rule takes the print as it is: the most recent independent source decides, else the majority, else the most
//! conservative figure; a party's claim never decides alone. The others follow the codebooks of those who record conflicts:
//! each codes the print in its own way (`coded`), asks who gives what (`accounts`), and decides in a file of its own.

mod accounts;
mod acled;
mod airwars;
mod article;
mod coded;
mod groups;
mod gtd;
mod people;
#[cfg(test)]
mod tests;
mod ucdp;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use article::{Telling, Total};

pub(super) use accounts::{Account, accounts};
pub(super) use airwars::{civilians, range};
pub(super) use coded::coded;
pub(super) use groups::{count, deaths, is_belligerent};

use super::record::{Chain, Fact, Toll};
use crate::claim::record::CasualtyClaim;
use crate::lexicon::vocabulary::{Asserted, Attackers, Effect, Kind, SourceType, TollRule};
use crate::lexicon::{Lexicon, TollCodes};
use crate::link::Book;

/// What a rule gives for one effect of one incident.
pub(super) struct Decision<'c> {
    /// The claim that decides.
    pub(super) basis: &'c CasualtyClaim,
    pub(super) low: Option<i64>,
    pub(super) best: Option<i64>,
    pub(super) high: Option<i64>,
    /// Whether only a lower bound is known.
    pub(super) open: bool,
    pub(super) attackers: Attackers,
}

/// The tolls of all incidents by a rule, lead first.
pub(super) fn tolls(book: &Book, facts: &[Fact], chains: &[Chain], rule: TollRule, lexicon: &Lexicon) -> Vec<Toll> {
    let (chain_of, codes) = (chain_of(chains), lexicon.toll_rules.codes(rule));
    let of_incident = |(fact, told): (&Fact, Vec<&CasualtyClaim>)| {
        let tolls = match codes {
            Some(codes) => by_codes(book, fact, &told, rule, codes, &chain_of),
            None => ours(book, fact, &told, &chain_of),
        };
        tolls.into_iter().map(|t| Toll { rule: rule.to_string(), ..t })
    };
    incidents(book, facts).into_iter().flat_map(of_incident).collect()
}

/// The chain of each claim that has one.
pub(super) fn chain_of(chains: &[Chain]) -> HashMap<&str, &str> {
    chains.iter().map(|c| (c.claim.as_str(), c.chain.as_str())).collect()
}

/// Every incident with the claims that tell of it.
pub(super) fn incidents<'f, 'c>(book: &Book<'c>, facts: &'f [Fact]) -> Vec<(&'f Fact, Vec<&'c CasualtyClaim>)> {
    let claims: HashMap<&str, &CasualtyClaim> = book.claims.casualties.iter().map(|c| (c.id.as_str(), c)).collect();
    let told = |fact: &Fact| fact.claims.iter().filter_map(|c| claims.get(c.as_str())).copied().collect();
    facts.iter().filter(|f| f.kind == Kind::Casualty).map(|f| (f, told(f))).collect()
}

/// What the rule of a codebook gives.
pub(super) fn by_rule<'c>(rule: TollRule, book: &Book, accounts: &[Account<'c>], effect: Effect) -> Option<Decision<'c>> {
    match rule {
        TollRule::Wirecheck => None,
        TollRule::Ucdp => ucdp::decide(accounts),
        TollRule::Acled => acled::decide(accounts),
        TollRule::Gtd => gtd::decide(accounts),
        TollRule::Airwars => airwars::decide(book, accounts, effect),
    }
}

/// The tolls of an incident by the rule of a codebook.
fn by_codes(
    book: &Book,
    fact: &Fact,
    told: &[&CasualtyClaim],
    rule: TollRule,
    codes: &TollCodes,
    chain_of: &HashMap<&str, &str>,
) -> Vec<Toll> {
    let coded = coded(told, codes);
    let of_effect = |effect: &Effect| {
        let accounts = accounts(book, &coded, *effect, chain_of);
        let decision = by_rule(rule, book, &accounts, *effect)?;
        let deciding = accounts.iter().map(|a| a.total.claim.id.as_str()).collect();
        Some(toll(book, fact, *effect, &telling(coded.iter(), *effect, &deciding), &decision, chain_of))
    };
    codes.effects.iter().filter_map(of_effect).collect()
}

/// The tolls of an incident by our own rule.
fn ours(book: &Book, fact: &Fact, told: &[&CasualtyClaim], chain_of: &HashMap<&str, &str>) -> Vec<Toll> {
    let mut by_article: BTreeMap<&str, Vec<&CasualtyClaim>> = BTreeMap::new();
    for claim in told {
        by_article.entry(&claim.article).or_default().push(claim);
    }
    let tellings: Vec<_> = by_article.into_values().map(|claims| Telling::new(book, claims)).collect();
    let mut effects: BTreeSet<Effect> = told.iter().map(|c| c.effect).collect();
    if effects.contains(&Effect::Casualties) {
        effects.insert(Effect::Injured);
    }
    let of_effect = |effect| {
        let totals: Vec<_> = tellings.iter().filter_map(|t| t.total(effect)).collect();
        let basis = decide(&totals)?;
        let deciding = totals.iter().map(|t| t.claim.id.as_str()).collect();
        let claims = telling(told.iter().copied(), effect, &deciding);
        let open = totals.iter().any(|t| t.high.is_none()) || claims.iter().any(|c| c.part_of.is_none() && c.high.is_none());
        let decision = Decision {
            basis: basis.claim,
            low: totals.iter().filter_map(|t| t.low).min(),
            best: basis.best,
            high: if open { None } else { totals.iter().filter_map(|t| t.high).max() },
            open,
            attackers: basis.attackers,
        };
        Some(toll(book, fact, effect, &claims, &decision, chain_of))
    };
    effects.into_iter().filter_map(of_effect).collect()
}

/// The claims that tell of an effect, or decide it.
fn telling<'c>(
    told: impl Iterator<Item = &'c CasualtyClaim>,
    effect: Effect,
    deciding: &BTreeSet<&str>,
) -> Vec<&'c CasualtyClaim> {
    told.filter(|c| c.effect == effect && is_told(c) || deciding.contains(c.id.as_str())).collect()
}

fn toll(
    book: &Book,
    fact: &Fact,
    effect: Effect,
    claims: &[&CasualtyClaim],
    decision: &Decision,
    chain_of: &HashMap<&str, &str>,
) -> Toll {
    let row = |c: &CasualtyClaim| book.index(&c.article).map(|i| book.article(i));
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
        low: decision.low,
        best: decision.best,
        high: decision.high,
        open: decision.open,
        basis: Some(decision.basis.id.clone()),
        place: claims.iter().find_map(|c| c.place.clone()),
        earliest: fact.earliest,
        latest: fact.latest,
        attackers: decision.attackers,
        independent_sources: i64::try_from(sources.len()).unwrap_or(i64::MAX),
        outlets: claims.iter().filter_map(|c| row(c)?.outlet.clone()).collect::<BTreeSet<_>>().into_iter().collect(),
        articles: claims.iter().map(|c| c.article.clone()).collect::<BTreeSet<_>>().into_iter().collect(),
        claims: claims.iter().map(|c| c.id.clone()).collect(),
        rule: String::new(),
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
