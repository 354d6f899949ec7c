//! Who gives what: one account for an article, and one for a party that it quotes beside others.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;

use super::Decision;
use super::article::{Telling, Total};
use crate::claim::record::CasualtyClaim;
use crate::lexicon::vocabulary::{Bound, Effect, SourceType};
use crate::link::Book;

/// The toll of an incident as one source has it.
#[derive(Debug, Clone)]
pub(in crate::report) struct Account<'c> {
    /// What it gives as the whole.
    pub(super) total: Total<'c>,
    claims: Vec<&'c CasualtyClaim>,
    party: bool,
    source: &'c str,
}

impl<'c> Account<'c> {
    /// This account decides, and its figure is the best.
    pub(super) fn decides(&self, low: Option<i64>, high: Option<i64>) -> Decision<'c> {
        let open = low.is_some() && high.is_none();
        Decision { basis: self.total.claim, low, best: self.total.best, high, open, attackers: self.total.attackers }
    }

    /// The claim that gives the whole.
    pub(in crate::report) fn claim(&self) -> &'c CasualtyClaim {
        self.total.claim
    }

    /// All that it says of the incident.
    pub(in crate::report) fn claims(&self) -> &[&'c CasualtyClaim] {
        &self.claims
    }

    /// Whether it rests on what a party says.
    pub(in crate::report) fn is_party(&self) -> bool {
        self.party
    }

    /// Its chain of repetition, else whom it names, else the article.
    pub(in crate::report) fn source(&self) -> &'c str {
        self.source
    }

    /// The figure.
    pub(super) fn best(&self) -> Option<i64> {
        self.total.best
    }

    /// Whether it is told in a word without a number.
    fn is_vague(&self) -> bool {
        self.total.claim.bound == Bound::Vague
    }

    /// The day it was written.
    fn day(&self) -> Option<NaiveDate> {
        self.total.when.0
    }
}

/// The accounts of an effect of one incident, by article. What a party claims stands apart wherever its article has a figure
/// from somebody else.
pub(in crate::report) fn accounts<'c>(
    book: &Book,
    claims: &'c [CasualtyClaim],
    effect: Effect,
    chain_of: &HashMap<&'c str, &'c str>,
) -> Vec<Account<'c>> {
    let mut by_article: BTreeMap<&str, Vec<&CasualtyClaim>> = BTreeMap::new();
    for claim in claims {
        by_article.entry(&claim.article).or_default().push(claim);
    }
    let account = |claims: Vec<&'c CasualtyClaim>| {
        let total = Telling::new(book, claims.clone()).total(effect)?;
        let claim = total.claim;
        let source = chain_of.get(claim.id.as_str()).copied().or(claim.source_entity.as_deref()).unwrap_or(&claim.article);
        Some(Account { party: is_party(claim), total, claims, source })
    };
    let of_article = |told: Vec<&'c CasualtyClaim>| {
        let (parties, others): (Vec<_>, Vec<_>) = told.iter().copied().partition(|c| is_party(c));
        match account(others) {
            Some(own) => [Some(own), account(parties)],
            None => [account(told), None],
        }
    };
    by_article.into_values().flat_map(of_article).flatten().collect()
}

fn is_party(claim: &CasualtyClaim) -> bool {
    claim.source_type == Some(SourceType::Party)
}

/// Those that rest on no party; all, where every one does.
pub(super) fn independent<'a, 'c>(accounts: &'a [Account<'c>]) -> Vec<&'a Account<'c>> {
    prefer(accounts.iter().collect(), |a| !a.party)
}

/// Those with a figure in numbers; all, where none has one.
pub(super) fn in_numbers<'a, 'c>(accounts: Vec<&'a Account<'c>>) -> Vec<&'a Account<'c>> {
    prefer(accounts, |a| !a.is_vague())
}

/// Those of the latest day.
pub(super) fn of_latest_day<'a, 'c>(accounts: Vec<&'a Account<'c>>) -> Vec<&'a Account<'c>> {
    let latest = accounts.iter().map(|a| a.day()).max();
    prefer(accounts, |a| Some(a.day()) == latest)
}

/// The most recent, by clock where there is one.
pub(super) fn most_recent<'a, 'c>(accounts: &[&'a Account<'c>]) -> Vec<&'a Account<'c>> {
    let latest = accounts.iter().map(|a| a.total.when).max();
    accounts.iter().copied().filter(|a| Some(a.total.when) == latest).collect()
}

/// Those that are so; all, where none is.
pub(super) fn prefer<'a, 'c>(accounts: Vec<&'a Account<'c>>, is: impl Fn(&Account) -> bool) -> Vec<&'a Account<'c>> {
    let so: Vec<_> = accounts.iter().copied().filter(|a| is(a)).collect();
    if so.is_empty() { accounts } else { so }
}

/// The account with the figure that more than half of the sources give, each by its most recent word.
pub(super) fn majority<'a, 'c>(accounts: &[&'a Account<'c>]) -> Option<&'a Account<'c>> {
    let mut by_source: BTreeMap<&str, &'a Account<'c>> = BTreeMap::new();
    for account in accounts {
        let known = by_source.entry(account.source).or_insert(account);
        if (account.total.when, Reverse(&account.total.claim.id)) > (known.total.when, Reverse(&known.total.claim.id)) {
            *known = account;
        }
    }
    let votes = |a: &&&Account| by_source.values().filter(|b| b.best() == a.best()).count();
    by_source.values().find(|a| 2 * votes(a) > by_source.len()).copied()
}

/// The account with the lowest figure.
pub(super) fn lowest<'a, 'c>(accounts: &[&'a Account<'c>]) -> Option<&'a Account<'c>> {
    accounts.iter().copied().min_by_key(|a| (a.best(), &a.total.claim.id))
}
