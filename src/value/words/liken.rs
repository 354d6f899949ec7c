//! Whether two statements tell one thing, by the content words of their clauses, and in what they then differ.

use std::collections::BTreeSet;

use super::gist::{Clause, Content, Gist, RARE};

/// Two statements of which one tells a clause of the other.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Likeness {
    /// The content words of the clause that both tell, as the first statement has them.
    pub shared: Vec<String>,
    /// What they weigh, in tenths of a rare word.
    pub weight: usize,
    /// How many of them are rare.
    pub rare: usize,
    /// Either of the two clauses tells nearly all of the other.
    pub mutual: bool,
    /// Either of the two statements does.
    pub whole: bool,
    /// In what the two clauses differ, although they tell one thing.
    pub differences: Vec<Difference>,
    /// What limits the first statement and is missing in the second.
    pub left_limits: Vec<String>,
    /// What limits the second and is missing in the first.
    pub right_limits: Vec<String>,
}

/// In what two clauses of one content differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// One denies what the other says.
    Negation,
    /// The same, by words that hold for a while: "not yet".
    Passing,
    /// Other numbers.
    Number,
    /// Other weekdays.
    Day,
    /// Some numbers or weekdays are the same, and each has another besides.
    Partly,
    /// One tells what is to come, the other what has come.
    Outlook,
}

/// So many hundredths of a clause the other statement must tell.
const TOLD: usize = 75;
/// So many hundredths of the shorter statement the clause must make up, by weight.
const MADE_UP: usize = 40;
/// What the shared words must weigh, by themselves and with three of them in one row.
const ENOUGH: usize = 28;
const IN_A_ROW: usize = 20;
/// What must not be names among them, and how many there must be.
const NOT_NAMES: usize = 20;
const WORDS: usize = 3;

/// Compares what two statements say; none where they do not tell one thing.
#[must_use]
pub fn liken(a: &Gist, b: &Gist) -> Option<Likeness> {
    best(a, b).filter(|found| found.is_enough(a, b)).map(|found| found.told(a, b))
}

/// The same for two statements that are known to be one utterance: none where no clause can be put beside another.
#[must_use]
pub fn liken_one(a: &Gist, b: &Gist) -> Option<Likeness> {
    best(a, b).map(|found| found.told(a, b))
}

/// A clause that the other statement tells, and the clause there that tells most of it.
struct Found<'g> {
    left: &'g Clause,
    right: &'g Clause,
    shared: Vec<&'g Content>,
    weight: usize,
}

/// The clause of either statement that the other tells with most weight.
fn best<'g>(a: &'g Gist, b: &'g Gist) -> Option<Found<'g>> {
    let left = a.clauses.iter().filter_map(|clause| told_by(clause, b, false));
    let right = b.clauses.iter().filter_map(|clause| told_by(clause, a, true));
    // Of equals the first, so that the order of the two does not matter more than it must.
    left.chain(right).reduce(|best, next| if next.weight > best.weight { next } else { best })
}

fn told_by<'g>(clause: &'g Clause, other: &'g Gist, turned: bool) -> Option<Found<'g>> {
    let weight = clause.weight_of(|c| other.has(c.stem));
    if weight == 0 || weight * 100 < clause.weight() * TOLD {
        return None;
    }
    let holds = |there: &Clause| clause.weight_of(|c| there.content.iter().any(|o| o.stem == c.stem));
    let there = other.clauses.iter().reduce(|best, next| if holds(next) > holds(best) { next } else { best })?;
    if holds(there) * 100 < weight * TOLD {
        return None;
    }
    let (left, right) = if turned { (there, clause) } else { (clause, there) };
    let mut shared: Vec<&Content> = Vec::new();
    for content in &left.content {
        let known = shared.iter().any(|c| c.stem == content.stem);
        if !known && right.content.iter().any(|c| c.stem == content.stem) {
            shared.push(content);
        }
    }
    Some(Found { left, right, shared, weight })
}

impl Found<'_> {
    fn is_enough(&self, a: &Gist, b: &Gist) -> bool {
        let known: usize = self.shared.iter().filter(|c| !c.name).map(|c| c.weight).sum();
        let heavy = self.weight >= ENOUGH || self.weight >= IN_A_ROW && a.shares_a_run(b);
        let shorter = a.weight().min(b.weight());
        heavy && known >= NOT_NAMES && self.shared.len() >= WORDS && self.weight * 100 >= shorter * MADE_UP
    }

    fn told(&self, a: &Gist, b: &Gist) -> Likeness {
        let nearly = |clause: &Clause, other: &Clause| {
            clause.weight_of(|c| other.content.iter().any(|o| o.stem == c.stem)) * 100 >= clause.weight() * TOLD
        };
        Likeness {
            shared: self.shared.iter().map(|c| c.word.clone()).collect(),
            weight: self.weight,
            rare: self.shared.iter().filter(|c| c.weight >= RARE).count(),
            mutual: nearly(self.left, self.right) && nearly(self.right, self.left),
            whole: self.weight * 100 >= a.weight().max(b.weight()) * TOLD,
            differences: differences(self.left, self.right),
            left_limits: missing(a, b),
            right_limits: missing(b, a),
        }
    }
}

/// How two sets differ of which neither holds the other.
fn apart<T: Ord>(a: &BTreeSet<T>, b: &BTreeSet<T>, wholly: Difference) -> Option<Difference> {
    let parted = !a.is_subset(b) && !b.is_subset(a);
    parted.then(|| if a.is_disjoint(b) { wholly } else { Difference::Partly })
}

fn differences(a: &Clause, b: &Clause) -> Vec<Difference> {
    let mut out = Vec::new();
    if a.denied != b.denied {
        out.push(if a.passing || b.passing { Difference::Passing } else { Difference::Negation });
    }
    out.extend(apart(&a.numbers, &b.numbers, Difference::Number));
    out.extend(apart(&a.weekdays, &b.weekdays, Difference::Day));
    if a.ahead && b.done || a.done && b.ahead {
        out.push(Difference::Outlook);
    }
    out
}

/// The limits of one statement that the other does not set.
fn missing(one: &Gist, other: &Gist) -> Vec<String> {
    let first = |limit: &str| limit.split(' ').next().unwrap_or_default().to_owned();
    let set: Vec<_> = other.clauses.iter().flat_map(|c| &c.limits).map(|l| first(l)).collect();
    let limits = one.clauses.iter().flat_map(|c| &c.limits);
    limits.filter(|limit| !set.contains(&first(limit))).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    fn likeness(a: &str, b: &str) -> Option<Likeness> {
        let read = |text| Gist::read(text, Lexicon::english());
        let there = liken(&read(a), &read(b));
        let back = liken(&read(b), &read(a));
        let kept = |l: &Option<Likeness>| l.as_ref().map(|l| (l.weight, l.mutual, l.differences.clone()));
        assert_eq!(kept(&there), kept(&back), "{a} | {b}");
        there
    }

    fn differ(a: &str, b: &str, expected: &[Difference]) {
        let told = likeness(a, b).unwrap_or_else(|| panic!("apart: {a} | {b}"));
        assert_eq!(told.differences, expected, "{a} | {b}: {told:?}");
    }

    #[test]
    fn one_thing_in_other_words() {
        for (a, b) in [
            (
                "the two sides did not linger on their quarrels or the blockade but on the dredging of the estuary",
                "We lingered on the dredging of the estuary, whereby all pilots profit",
            ),
            (
                "the ability of both harbours to cooperate effectively on cargoes while the ice is melting",
                "Even when there was ice, we were able to cooperate effectively on specific cargoes",
            ),
            ("the ferry's captain had been drowsy and braked too late", "The captain was drowsy, he braked too late. We mourn."),
        ] {
            differ(a, b, &[]);
        }
    }

    #[test]
    fn limits_are_named() {
        let told = likeness(
            "the pilots were able to cooperate effectively",
            "Even when there was ice, the pilots were able to cooperate effectively on specific cargoes",
        );
        let told = told.expect("one thing");
        assert_eq!((told.left_limits.len(), told.right_limits.len()), (0, 2), "{told:?}");
        assert!(told.right_limits[1].starts_with("specific cargoes"));
    }

    #[test]
    fn differences_are_named() {
        use Difference::{Day, Negation, Number, Outlook, Partly, Passing};
        differ("pilots would boycott the lagoon ferry", "pilots would not boycott the lagoon ferry", &[Negation]);
        differ("a tugboat licence was issued to the cannery", "no tugboat licence was issued yet to the cannery", &[Passing]);
        differ(
            "the regatta would begin on Monday off the lighthouse",
            "the regatta would begin on Tuesday off the lighthouse",
            &[Day],
        );
        differ("the cannery hired 40 divers from the lagoon", "the cannery hired sixty divers from the lagoon", &[Number]);
        differ(
            "the cannery hired 3 pilots and 40 divers from the lagoon",
            "the cannery hired 3 pilots and 60 divers from the lagoon",
            &[Partly],
        );
        differ("the ferry regatta would begin off the lighthouse", "the ferry regatta had begun off the lighthouse", &[Outlook]);
    }

    #[test]
    fn two_things() {
        for (a, b) in [
            ("The suspect was shot in the head", "A man was shot in the head and died at the scene"),
            ("Lagoon and Ostvik and Brandt", "Ostvik and Brandt of the Lagoon"),
            ("The ferry sank off the lighthouse", "We will dredge the estuary next spring"),
            ("", "We will dredge the estuary next spring"),
        ] {
            assert_eq!(likeness(a, b), None, "{a} | {b}");
        }
    }
}
