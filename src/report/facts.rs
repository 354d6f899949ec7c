//! One real incident, meeting or utterance: the claims that speak of it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::record::{Chain, Fact};
use crate::check::record::Relation;
use crate::error::{Error, Result};
use crate::lexicon::vocabulary::{Effect, Kind, Scope, Status, Verdict};
use crate::link::{Book, Links};
use crate::value::Interval;

/// What one article tells of one fact.
#[derive(Debug, Clone)]
struct Telling<'c> {
    kind: Kind,
    article: usize,
    claims: Vec<&'c str>,
    start: i64,
    when: Option<Interval>,
    place: Option<&'c str>,
    entities: Vec<&'c str>,
    status: Option<Status>,
    /// A war's total is no incident, and arrests alone are no harm: they rank behind all others.
    background: bool,
}

/// The tellings of a collection, and which of them are one fact.
#[derive(Debug)]
pub(super) struct Facts<'b, 'c> {
    book: &'b Book<'c>,
    tellings: Vec<Telling<'c>>,
    parent: Vec<usize>,
    of_claim: HashMap<&'c str, usize>,
}

impl<'b, 'c> Facts<'b, 'c> {
    pub(super) fn new(book: &'b Book<'c>, links: &Links, relations: &[Relation]) -> Self {
        let tellings = tellings(book);
        let of_claim = tellings.iter().enumerate().flat_map(|(i, t)| t.claims.iter().map(move |c| (*c, i))).collect();
        let mut facts = Self { book, parent: (0..tellings.len()).collect(), tellings, of_claim };
        let first = |i: usize| book.incidents[i].figures[0].claim.id.as_str();
        for pair in links.incidents.iter().filter(|p| p.is_certain()) {
            facts.join(first(pair.left), first(pair.right));
        }
        for relation in relations.iter().filter(|r| r.left_kind != Kind::Casualty && r.is_one_fact()) {
            facts.join(&relation.left, &relation.right);
        }
        facts
    }

    /// Unites the facts of two claims or facts that the user knows to be one.
    pub(super) fn unite(&mut self, a: &str, b: &str) -> Result<()> {
        let (x, y) = (self.telling(a)?, self.telling(b)?);
        let (x, y) = (self.root(x), self.root(y));
        self.parent[y] = x;
        Ok(())
    }

    /// The claims of a fact, or of the telling that a claim belongs to.
    pub(super) fn claims_of(&self, id: &str) -> Result<BTreeSet<String>> {
        let telling = self.telling(id)?;
        let root = self.root(telling);
        let whole = id.starts_with("fact:");
        let wanted = self.tellings.iter().enumerate().filter(|(i, _)| if whole { self.root(*i) == root } else { *i == telling });
        Ok(wanted.flat_map(|(_, t)| t.claims.iter().map(|c| (*c).to_owned())).collect())
    }

    /// Takes the tellings of `right` out of the fact of `left`.
    pub(super) fn part(&mut self, left: &BTreeSet<String>, right: &BTreeSet<String>) {
        let of = |claims: &BTreeSet<String>| -> BTreeSet<usize> {
            claims.iter().filter_map(|c| self.of_claim.get(c.as_str()).copied()).collect()
        };
        let (left, right) = (of(left), of(right));
        let roots: Vec<_> = (0..self.parent.len()).map(|i| self.root(i)).collect();
        let touched: BTreeSet<_> = left.iter().map(|i| roots[*i]).collect();
        // Everything that followed the parted root is led by its own smallest member again.
        for root in touched {
            let members: Vec<_> = (0..roots.len()).filter(|i| roots[*i] == root).collect();
            let (apart, rest): (Vec<_>, Vec<_>) = members.into_iter().partition(|i| right.contains(i));
            for group in [apart, rest] {
                for &i in &group {
                    self.parent[i] = group[0];
                }
            }
        }
    }

    /// Writes the fact's id into every relation.
    pub(super) fn name(&self, relations: &mut [Relation]) {
        let names = self.names();
        for relation in relations {
            let root = |id: &str| self.of_claim.get(id).map(|i| self.root(*i));
            if let (Some(a), Some(b)) = (root(&relation.left), root(&relation.right)) {
                relation.fact = (a == b).then(|| names[&a].clone());
            }
        }
    }

    /// The rows of the table, ranked within each kind.
    pub(super) fn rows(&self, relations: &[Relation], chains: &[Chain]) -> Vec<Fact> {
        let names = self.names();
        let chain_of: HashMap<&str, &str> = chains.iter().map(|c| (c.claim.as_str(), c.chain.as_str())).collect();
        let mut worst: HashMap<&str, Verdict> = HashMap::new();
        for relation in relations {
            if let Some(fact) = relation.fact.as_deref() {
                let entry = worst.entry(fact).or_insert(relation.verdict);
                if gravity(relation.verdict) > gravity(*entry) {
                    *entry = relation.verdict;
                }
            }
        }
        let mut groups: Vec<_> = self.groups().into_iter().collect();
        groups.sort_by_key(|(_, members)| self.prominence(members));
        let mut ranks: HashMap<Kind, i64> = HashMap::new();
        groups
            .into_iter()
            .map(|(root, members)| {
                let kind = self.tellings[root].kind;
                let next = ranks.entry(kind).or_insert(0);
                let rank = *next;
                *next += 1;
                self.row(&names[&root], rank, &members, worst.get(names[&root].as_str()).copied(), &chain_of)
            })
            .collect()
    }

    fn row(&self, name: &str, rank: i64, members: &[usize], worst: Option<Verdict>, chain_of: &HashMap<&str, &str>) -> Fact {
        let told: Vec<_> = members.iter().map(|&i| &self.tellings[i]).collect();
        let sorted = |items: BTreeSet<String>| items.into_iter().collect::<Vec<_>>();
        let row = |article: usize| self.book.article(article);
        // A coder's table is no source.
        let sources: BTreeSet<_> = told
            .iter()
            .filter(|t| !self.book.is_coded(t.article))
            .map(|t| t.claims.iter().find_map(|c| chain_of.get(c).copied()).unwrap_or(&row(t.article).article))
            .collect();
        Fact {
            fact: name.to_owned(),
            kind: told[0].kind,
            rank,
            claims: told.iter().flat_map(|t| t.claims.iter().map(|c| (*c).to_owned())).collect(),
            articles: sorted(told.iter().map(|t| row(t.article).article.clone()).collect()),
            outlets: sorted(told.iter().filter_map(|t| row(t.article).outlet.clone()).collect()),
            independent_sources: i64::try_from(sources.len()).unwrap_or(i64::MAX),
            earliest: told.iter().filter_map(|t| t.when).map(|w| w.earliest).min(),
            latest: told.iter().filter_map(|t| t.when).map(|w| w.latest).max(),
            place_entity: told.iter().find_map(|t| t.place).map(str::to_owned),
            entities: sorted(told.iter().flat_map(|t| t.entities.iter().map(|e| (*e).to_owned())).collect()),
            status: self.latest_status(&told),
            worst_verdict: worst,
        }
    }

    /// What the latest article says of a meeting.
    fn latest_status(&self, told: &[&Telling]) -> Option<Status> {
        told.iter()
            .filter(|t| t.status.is_some())
            .max_by_key(|t| (self.book.days[t.article], self.book.clock(t.article)))
            .and_then(|t| t.status)
    }

    /// Told by many, told early in the text, and an incident rather than a war's total.
    fn prominence(&self, members: &[usize]) -> (bool, std::cmp::Reverse<usize>, i64, String) {
        let told = || members.iter().map(|&i| &self.tellings[i]);
        let articles: BTreeSet<_> = told().map(|t| t.article).collect();
        let start = told().map(|t| t.start).min().unwrap_or(0);
        (told().all(|t| t.background), std::cmp::Reverse(articles.len()), start, self.tellings[members[0]].claims[0].to_owned())
    }

    /// Each fact's name: from its earliest claim.
    fn names(&self) -> BTreeMap<usize, String> {
        self.groups().into_iter().map(|(root, members)| (root, format!("fact:{}", self.tellings[members[0]].claims[0]))).collect()
    }

    /// The tellings of each fact by its root, the earliest first.
    fn groups(&self) -> BTreeMap<usize, Vec<usize>> {
        let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for i in 0..self.tellings.len() {
            groups.entry(self.root(i)).or_default().push(i);
        }
        for members in groups.values_mut() {
            members.sort_by_key(|&i| self.told_at(i));
        }
        groups
    }

    /// When a telling was printed: the order of the articles in the collection says nothing.
    fn told_at(&self, i: usize) -> (chrono::NaiveDate, Option<chrono::NaiveDateTime>, &str, i64) {
        let t = &self.tellings[i];
        let day = self.book.days[t.article].unwrap_or(chrono::NaiveDate::MAX);
        (day, self.book.clock(t.article), &self.book.article(t.article).article, t.start)
    }

    fn telling(&self, id: &str) -> Result<usize> {
        let claim = id.strip_prefix("fact:").unwrap_or(id);
        self.of_claim.get(claim).copied().ok_or_else(|| Error::missing(format!("no claim or fact has the id {id:?}")))
    }

    fn join(&mut self, a: &str, b: &str) {
        if let (Some(&x), Some(&y)) = (self.of_claim.get(a), self.of_claim.get(b)) {
            let (x, y) = (self.root(x), self.root(y));
            self.parent[x.max(y)] = x.min(y);
        }
    }

    fn root(&self, mut i: usize) -> usize {
        while self.parent[i] != i {
            i = self.parent[i];
        }
        i
    }
}

fn tellings<'c>(book: &Book<'c>) -> Vec<Telling<'c>> {
    let incidents = book.incidents.iter().map(|i| Telling {
        kind: Kind::Casualty,
        article: i.article,
        claims: i
            .figures
            .iter()
            .flat_map(|f| std::iter::once(f.claim).chain(f.repeats.iter().copied()))
            .map(|c| c.id.as_str())
            .collect(),
        start: i.figures[0].claim.start,
        when: i.when.filter(|_| !i.assumed),
        place: i.places.first().copied(),
        entities: i.figures.iter().filter_map(|f| f.claim.source_entity.as_deref()).map(|e| book.known(e)).collect(),
        status: None,
        background: i.scope == Scope::Cumulative || i.figures.iter().all(|f| f.claim.effect == Effect::Detained),
    });
    let encounters = book.encounters.iter().map(|e| Telling {
        kind: Kind::Meeting,
        article: e.article,
        claims: e.mentions.iter().map(|m| m.id.as_str()).collect(),
        start: e.mentions[0].start,
        when: e.when.filter(|_| !e.assumed),
        place: e.place(),
        entities: e.entities().to_vec(),
        status: Some(e.status()),
        background: false,
    });
    let utterances = book.utterances.iter().map(|u| Telling {
        kind: Kind::Quote,
        article: u.article,
        claims: u.parts.iter().chain(&u.echoes).map(|p| p.id.as_str()).collect(),
        start: u.head().start,
        when: u.said,
        place: None,
        entities: u.speaker().into_iter().collect(),
        status: None,
        background: false,
    });
    incidents.chain(encounters).chain(utterances).collect()
}

/// What a reader should know first.
const fn gravity(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Unrelated => 0,
        Verdict::Agrees => 1,
        Verdict::Refines => 2,
        Verdict::Updates => 3,
        Verdict::Undecidable => 4,
        Verdict::Conflicts => 5,
    }
}
