//! A coder's table against the reports: which rows and which incidents found each other.

use std::collections::HashSet;

use super::Context;
use crate::check::record::Relation;
use crate::lexicon::vocabulary::Verdict;

impl Context<'_, '_> {
    /// Whether an article is a coder's table.
    pub(super) fn is_coded(&self, article: &str) -> bool {
        self.book.index(article).is_some_and(|i| self.book.is_coded(i))
    }

    /// Whether there are both coded rows and reports to hold them against.
    pub(super) fn has_coded(&self) -> bool {
        let coded = |i: &usize| self.book.is_coded(*i);
        let articles = 0..self.book.claims.articles.len();
        articles.clone().any(|i| coded(&i)) && articles.clone().any(|i| !coded(&i))
    }

    /// The relations between a coded row and a report, the row's claim first and the report's second.
    pub(super) fn coded_relations(&self) -> impl Iterator<Item = (&str, &str, &Relation)> {
        let joins = |r: &&Relation| r.verdict != Verdict::Unrelated;
        self.relations.iter().filter(joins).filter_map(|r| {
            match (self.is_coded(&r.left_article), self.is_coded(&r.right_article)) {
                (true, false) => Some((r.left.as_str(), r.right.as_str(), r)),
                (false, true) => Some((r.right.as_str(), r.left.as_str(), r)),
                _ => None,
            }
        })
    }

    /// The incidents, as indices, that a coded row and a report both tell: those of the rows, and those of the reports.
    pub(super) fn coded_incidents(&self) -> HashSet<usize> {
        let pairs = self.links.incidents.iter().filter(|p| p.is_same());
        across(pairs.map(|p| [p.left, p.right]), |i| self.book.is_coded(self.book.incidents[i].article))
    }

    /// The same for meetings.
    pub(super) fn coded_encounters(&self) -> HashSet<usize> {
        let pairs = self.links.encounters.iter().filter(|p| p.is_same());
        across(pairs.map(|p| [p.left, p.right]), |i| self.book.is_coded(self.book.encounters[i].article))
    }
}

fn across(pairs: impl Iterator<Item = [usize; 2]>, is_coded: impl Fn(usize) -> bool) -> HashSet<usize> {
    pairs.filter(|[a, b]| is_coded(*a) != is_coded(*b)).flatten().collect()
}
