//! The verdict table for figures of one incident.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::dispute::{are_near, are_two, cannot_both_be, disputed, held, share_a_name};
use super::doubt::doubted;
use super::printed::Printed;
use super::quantity::{Quantity, counts_bodies, is_partial, is_rest, quantity};
use super::{Judgement, Order, VerdictRule, coded, order, within};
use crate::check::passage::sentence_of;
use crate::check::record::Relation;
use crate::check::relate::{Side, judge_anew, relation};
use crate::claim::casualties::corrections::takes_back;
use crate::claim::record::CasualtyClaim;
use crate::error::Result;
use crate::lexicon::vocabulary::{Asserted, Bound, Effect, Group, Kind, SourceType, Verdict};
use crate::lexicon::{Lexicon, PhraseList};
use crate::link::{Book, Figure, IncidentPair, Links};
use crate::text::{Page, Run};
use crate::value::Count;
use crate::value::place::{self, Place};
use crate::watch::Watch;

const SAME: VerdictRule =
    VerdictRule { id: "toll-same", verdict: Verdict::Agrees, why: "the same printed number, with or without a bound" };
pub(super) const PART: VerdictRule =
    VerdictRule { id: "toll-part", verdict: Verdict::Refines, why: "a part, such as the children, inside the whole" };
const INSIDE: VerdictRule =
    VerdictRule { id: "toll-inside-bound", verdict: Verdict::Refines, why: "another number, allowed by the other's bound" };
const UPDATED: VerdictRule =
    VerdictRule { id: "toll-updated", verdict: Verdict::Updates, why: "the same incident, reported later, with a higher figure" };
pub(super) const CORRECTED: VerdictRule =
    VerdictRule { id: "toll-corrected", verdict: Verdict::Updates, why: "later and lower, and the later report says why" };
pub(super) const FALLS: VerdictRule =
    VerdictRule { id: "toll-falls", verdict: Verdict::Conflicts, why: "later and lower, and nothing explains it" };
pub(super) const DISPUTED: VerdictRule =
    VerdictRule { id: "toll-disputed", verdict: Verdict::Conflicts, why: "two named holders give figures that cannot both be" };
const CONFLICT: VerdictRule = VerdictRule {
    id: "toll-conflict",
    verdict: Verdict::Conflicts,
    why: "two figures of one time that cannot both be, and no holder accounts for it",
};
pub(super) const MISCOPIED: VerdictRule = VerdictRule {
    id: "toll-miscopied",
    verdict: Verdict::Conflicts,
    why: "the same sentence in two articles, with another figure",
};
const OVERLAP: VerdictRule = VerdictRule {
    id: "toll-overlap",
    verdict: Verdict::Undecidable,
    why: "ranges or vague figures that overlap: neither is higher",
};
const OTHER: VerdictRule =
    VerdictRule { id: "toll-other-incident", verdict: Verdict::Unrelated, why: "close, but one slot shows another incident" };

pub(super) const TABLE: &[&VerdictRule] =
    &[&SAME, &PART, &INSIDE, &UPDATED, &CORRECTED, &FALLS, &DISPUTED, &CONFLICT, &MISCOPIED, &OVERLAP, &coded::APART, &OTHER];

/// A toll and this many times that toll are hardly disputed.
const NEAR: i64 = 5;
/// A figure within this many times another is hardly a part of it.
const RIVAL: i64 = 2;
/// From this weight on, a link is strong enough to carry a conflict.
const STRONG: f64 = 0.85;

/// The relations between the figures of every linked pair of incidents.
pub(super) fn relations(book: &Book, links: &Links, lexicon: &Lexicon, watch: &Watch) -> Result<Vec<Relation>> {
    let mut all = watch.each(&links.incidents, |pair| of_pair(book, pair, lexicon))?;
    all.extend(watch.each(&book.incidents, |incident| within::relations(book, incident, lexicon))?);
    account_for_falls(book, &mut all);
    Ok(all)
}

/// 44, corrected to 41, then 43, or 41 again: against 44 the last figure is no fall that nothing explains.
fn account_for_falls(book: &Book, relations: &mut [Relation]) {
    let (mut corrected, mut updated) = (HashMap::<&str, Vec<&str>>::new(), HashSet::new());
    for relation in relations.iter() {
        if relation.rule == CORRECTED.id {
            corrected.entry(&relation.left).or_default().push(&relation.right);
        } else if relation.rule == UPDATED.id || relation.rule == SAME.id {
            updated.insert((relation.left.as_str(), relation.right.as_str()));
        }
    }
    let is_explained = |r: &Relation| {
        let mut between = corrected.get(r.left.as_str()).into_iter().flatten();
        r.rule == FALLS.id && between.any(|new| updated.contains(&(*new, r.right.as_str())))
    };
    let explained: Vec<usize> = (0..relations.len()).filter(|&i| is_explained(&relations[i])).collect();
    for i in explained {
        let relation = &mut relations[i];
        let reason = format!("{} was corrected before {} was reported", relation.left_value, relation.right_value);
        judge_anew(book, relation, Judgement::new(&UPDATED, reason));
    }
}

/// Whether a figure is told as a fact, by the writer or by a holder.
pub(super) fn is_told(claim: &CasualtyClaim) -> bool {
    matches!(claim.asserted, Asserted::Fact | Asserted::Claimed)
}

fn of_pair(book: &Book, pair: &IncidentPair, lexicon: &Lexicon) -> Vec<Relation> {
    let (a, b) = (&book.incidents[pair.left], &book.incidents[pair.right]);
    let (left, right) = (Printed::new(a), Printed::new(b));
    let mut out = Vec::new();
    // That two incidents are two is told once for each effect, not for all their figures.
    let mut told_apart = BTreeSet::new();
    for x in a.compared() {
        for y in b.compared().iter().filter(|y| y.claim.effect == x.claim.effect) {
            let judged = if pair.is_same() {
                if left.tells_within(x.claim, y.claim) || right.tells_within(y.claim, x.claim) {
                    continue;
                }
                let judge = Judge { book, pair, lexicon, articles: (a.article, b.article), held: (held(x), held(y)) };
                let told = judge.figures(x.claim, y.claim);
                let told = told.map(|j| match j.rule.verdict {
                    Verdict::Updates | Verdict::Refines | Verdict::Undecidable => {
                        let beside =
                            left.tells_beside(book, x.claim, y.claim).or_else(|| right.tells_beside(book, y.claim, x.claim));
                        let rival = beside.is_some() && *j.rule == UPDATED && judge.are_rivals(x.claim, y.claim);
                        if rival { judge.disputed() } else { beside.unwrap_or(j) }
                    }
                    _ => j,
                });
                let told = told.and_then(|j| doubted(book, pair, lexicon, j, (x.claim, y.claim)));
                // A figure that the other article prints as well counts something else where it differs: no conflict.
                told.filter(|j| match j.rule.verdict {
                    Verdict::Conflicts if *j.rule == DISPUTED => !(left.tells_whole(x, y) || right.tells_whole(y, x)),
                    Verdict::Conflicts => !(has_partner(book, x, b.article) || has_partner(book, y, a.article)),
                    Verdict::Undecidable if *j.rule == coded::APART => {
                        let coded = |i, figure, other| book.is_coded(i) && has_partner(book, figure, other);
                        !(coded(a.article, x, b.article) || coded(b.article, y, a.article))
                    }
                    _ => true,
                })
            } else {
                let whole = x.claim.part_of.is_none() && y.claim.part_of.is_none();
                (whole && told_apart.insert(x.claim.effect)).then(|| other_incident(pair))
            };
            if let Some(judgement) = judged {
                let slots = pair.slots.iter().map(ToString::to_string).collect();
                out.push(relation(book, &side(a.article, x), &side(b.article, y), judgement, slots));
            }
        }
    }
    out
}

/// Whether an article prints the same number for the same effect.
fn has_partner(book: &Book, figure: &Figure, article: usize) -> bool {
    let same = |c: &CasualtyClaim| c.effect == figure.claim.effect && c.count().same_printed(figure.claim.count());
    book.incidents_of(article).iter().flat_map(|i| &i.figures).any(|f| same(f.claim))
}

fn other_incident(pair: &IncidentPair) -> Judgement {
    let differs: Vec<_> =
        pair.slots.iter().filter(|s| s.state == crate::link::State::Different).map(ToString::to_string).collect();
    Judgement::new(&OTHER, differs.join("; "))
}

pub(super) fn side<'c>(article: usize, figure: &Figure<'c>) -> Side<'c> {
    let claim = figure.claim;
    Side {
        article,
        kind: Kind::Casualty,
        id: &claim.id,
        start: claim.start,
        end: claim.end,
        text: &claim.text,
        value: format!("{} {}", claim.effect, claim.count()),
        repeats: figure.repeats.len(),
        source: claim.source.as_deref().map(|s| (s, claim.source_entity.as_deref())),
    }
}

/// Two numbers that a tired hand takes for each other: turned digits, a zero too many.
fn is_slip(n: i64, m: i64) -> bool {
    let digits = |x: i64| {
        let mut all = x.to_string().into_bytes();
        all.sort_unstable();
        all
    };
    digits(n) == digits(m) || n.checked_mul(10) == Some(m) || m.checked_mul(10) == Some(n)
}

/// What a verdict on two figures rests on.
struct Judge<'b, 'c> {
    book: &'b Book<'c>,
    pair: &'b IncidentPair,
    lexicon: &'b Lexicon,
    articles: (usize, usize),
    /// The mentions of the two that name a holder.
    held: (&'c CasualtyClaim, &'c CasualtyClaim),
}

impl Judge<'_, '_> {
    fn figures(&self, a: &CasualtyClaim, b: &CasualtyClaim) -> Option<Judgement> {
        if !is_told(a) || !is_told(b) || a.negated != b.negated {
            return None;
        }
        // Of one disaster each place has its own toll.
        let places = a.place_entity.as_deref().zip(b.place_entity.as_deref());
        if places.is_some_and(|(x, y)| place::relation(x, y, self.lexicon) == Place::Different) {
            return None;
        }
        let same = a.count().same_printed(b.count());
        if !same && (is_rest(a, self.lexicon) || is_rest(b, self.lexicon)) {
            return None;
        }
        let partial = [a, b].map(|c| !same && (is_partial(c, self.lexicon) || counts_bodies(c, self.lexicon)));
        let quantity = match (partial, quantity(a, b)) {
            ([false, false], _) if coded::are_one_group(self.book, self.articles, (a, b)) => Quantity::Same,
            ([false, false], quantity) => quantity,
            ([first, second], Quantity::Same | Quantity::Part { .. }) if first != second => Quantity::Part { first },
            // "12 bodies", then "30 bodies".
            ([true, true], Quantity::Same) if !is_partial(a, self.lexicon) && !is_partial(b, self.lexicon) => Quantity::Same,
            _ => Quantity::Apart,
        };
        match quantity {
            Quantity::Same => self.same_quantity(a, b),
            Quantity::Part { .. } if self.are_totals(a, b) && self.holders_differ() && cannot_both_be(a.count(), b.count()) => {
                Some(self.disputed())
            }
            Quantity::Part { .. } if self.are_totals(a, b) && self.has_grown(a, b) => self.same_quantity(a, b),
            Quantity::Part { first } => {
                let (part, whole) = if first { (a, b) } else { (b, a) };
                let fits = whole.high.is_none_or(|high| part.low.is_none_or(|low| low <= high));
                // An older total may well lie below a newer part: no conflict across articles.
                fits.then(|| part_of(self.book, part, whole))
            }
            Quantity::Apart => None,
        }
    }

    fn same_quantity(&self, a: &CasualtyClaim, b: &CasualtyClaim) -> Option<Judgement> {
        let (x, y) = (a.count(), b.count());
        if x.same_printed(y) {
            return Some(Judgement::new(&SAME, format!("both {} {y}", coded::gives(self.book, self.articles))));
        }
        if self.is_miscopied(a, b) {
            return Some(Judgement::new(&MISCOPIED, format!("the same sentence prints {x} in one article and {y} in the other")));
        }
        if coded::is_apart(self.book, self.articles, (a, b)) {
            let disputed = self.holders_differ() && cannot_both_be(x, y);
            return Some(if disputed { self.disputed() } else { coded::apart(self.book, self.articles, (x, y)) });
        }
        let (Some(n), Some(m)) = (a.number.or(a.low), b.number.or(b.low)) else { return self.vague(x, y) };
        if a.bound == Bound::Vague || b.bound == Bound::Vague || a.number.is_none() || b.number.is_none() {
            return self.vague(x, y);
        }
        match order(self.book, self.articles.0, self.articles.1) {
            Order::Before => Some(self.in_order(a, b, n, m)?),
            Order::After => Some(self.in_order(b, a, m, n)?),
            one_time => self.one_time(a, b, one_time),
        }
    }

    /// `earlier` was reported first.
    fn in_order(&self, earlier: &CasualtyClaim, later: &CasualtyClaim, n: i64, m: i64) -> Option<Judgement> {
        let (x, y) = (earlier.count(), later.count());
        let same_day = self.book.days[self.articles.0] == self.book.days[self.articles.1];
        let is_disputed = self.holders_differ() && cannot_both_be(x, y);
        if m > n {
            if same_day && is_disputed && !self.tells_of_growth(later) {
                return Some(self.disputed());
            }
            return Some(Judgement::new(&UPDATED, format!("{y} was reported later than {x}")));
        }
        if later.compared().overlaps(earlier.compared()) {
            return Some(Judgement::new(&INSIDE, format!("{y} allows for the earlier {x}")));
        }
        // Nobody corrects the figure of another.
        if is_disputed {
            return Some(self.disputed());
        }
        if later.effect == Effect::Missing {
            return Some(Judgement::new(&UPDATED, format!("{y} was reported later than {x}: the missing are found")));
        }
        // Who is released from a hospital was hurt all the same.
        let freed = !matches!(earlier.effect, Effect::Injured | Effect::Casualties);
        let corrected = self.says(later, &self.lexicon.changes.corrections) || self.takes_back(later, (n, m));
        if corrected || freed && self.says(later, &self.lexicon.changes.releases) {
            return Some(Judgement::new(&CORRECTED, format!("{x} was corrected to {y}")));
        }
        // A total does not fall to a fraction: that is another quantity, as is a part.
        let whole = earlier.part_of.is_none() && later.part_of.is_none();
        // "A fourth victim" is told of the one, not of the four.
        let counted = !earlier.is_ordinal() && !later.is_ordinal();
        let falls = self.is_strong() && m.saturating_mul(2) >= n && whole && counted && !self.is_partisan(earlier);
        falls.then(|| Judgement::new(&FALLS, format!("{y} was reported later than {x}, and no word explains the fall")))
    }

    fn one_time(&self, a: &CasualtyClaim, b: &CasualtyClaim, order: Order) -> Option<Judgement> {
        let (x, y) = (a.count(), b.count());
        let higher = if a.low < b.low { b } else { a };
        if self.holders_differ() && cannot_both_be(x, y) && !self.tells_of_growth(higher) {
            return Some(self.disputed());
        }
        if a.compared().overlaps(b.compared()) {
            return Some(Judgement::new(&INSIDE, format!("{x} and {y} allow for each other")));
        }
        let (p, q) = (self.holder(self.held.0), self.holder(self.held.1));
        let accounted = p.is_some() && q.is_some() && p != q;
        if order == Order::SameClock && !accounted {
            let whole = a.part_of.is_none() && b.part_of.is_none();
            return (whole && self.is_strong()).then(|| {
                Judgement::new(&CONFLICT, format!("{x} and {y} were reported at one minute and no holder accounts for it"))
            });
        }
        let (low, high) = if a.low < b.low { (x, y) } else { (y, x) };
        Some(Judgement::new(
            &UPDATED,
            format!("{high} is taken as later than {low}: the order of the reports is not known, and tolls rise"),
        ))
    }

    /// "The toll rose to 40", "who gave the updated toll".
    fn tells_of_growth(&self, claim: &CasualtyClaim) -> bool {
        self.says(claim, &self.lexicon.numbers.changes.words) || self.says(claim, &self.lexicon.changes.updates)
    }

    /// What a party to a conflict gave is not taken back by what somebody else reports.
    fn is_partisan(&self, earlier: &CasualtyClaim) -> bool {
        let (giver, other) =
            if self.book.index(&earlier.article) == Some(self.articles.0) { self.held } else { (self.held.1, self.held.0) };
        giver.source_type == Some(SourceType::Party) && self.holder(giver) != self.holder(other)
    }

    fn vague(&self, x: Count, y: Count) -> Option<Judgement> {
        if x.contains(y) || y.contains(x) {
            return Some(Judgement::new(&INSIDE, format!("{x} and {y} allow for each other")));
        }
        let one_time = order(self.book, self.articles.0, self.articles.1).is_one_time();
        (x.overlaps(y) && one_time).then(|| Judgement::new(&OVERLAP, format!("{x} and {y} overlap")).missing("time of day"))
    }

    /// "18 civilians" and "19 people": both give the toll of the incident, each in its own words.
    fn are_totals(&self, a: &CasualtyClaim, b: &CasualtyClaim) -> bool {
        let loose = matches!((a.group, b.group), (Group::Civilian, Group::Unknown) | (Group::Unknown, Group::Civilian));
        let near = a.low.zip(b.low).is_some_and(|(n, m)| n.max(m) <= n.min(m).saturating_mul(2));
        let whole = a.part_of.is_none() && b.part_of.is_none() && [a, b].iter().all(|c| !is_partial(c, self.lexicon));
        loose && near && whole && a.scope == b.scope
    }

    /// Whether the report of a later day has the higher figure.
    fn has_grown(&self, a: &CasualtyClaim, b: &CasualtyClaim) -> bool {
        let days = (self.book.days[self.articles.0], self.book.days[self.articles.1]);
        let (Some(x), Some(y)) = days else { return false };
        x < y && a.low < b.low || y < x && b.low < a.low
    }

    fn disputed(&self) -> Judgement {
        disputed(self.held.0, self.held.1)
    }

    /// Two holders' figures of which one article prints both: the higher was known already, and comes near to the lower.
    fn are_rivals(&self, a: &CasualtyClaim, b: &CasualtyClaim) -> bool {
        let whole = [a, b].iter().all(|c| !is_rest(c, self.lexicon) && !is_partial(c, self.lexicon));
        whole && are_near(a, b, RIVAL) && self.holders_differ() && cannot_both_be(a.count(), b.count())
    }

    fn holders_differ(&self) -> bool {
        let (a, b) = self.held;
        let known = a.source_type.is_some() && b.source_type.is_some() && a.part_of.is_none() && b.part_of.is_none();
        let two = match (self.holder(a), self.holder(b)) {
            (Some(x), Some(y)) => x != y && !share_a_name(a, b, self.lexicon),
            _ => are_two(a, b, self.lexicon),
        };
        self.is_strong() && known && two && are_near(a, b, NEAR)
    }

    /// The entity that gives a figure, as the collection knows it.
    fn holder<'s>(&'s self, claim: &'s CasualtyClaim) -> Option<&'s str> {
        claim.source_entity.as_deref().map(|e| self.book.known(e))
    }

    fn is_strong(&self) -> bool {
        !self.pair.ambiguous
            && self.pair.shares("place")
            && self.pair.shares("time")
            && self.pair.weight.is_some_and(|w| w >= STRONG)
    }

    /// The two sentences are one but for their digits.
    fn is_miscopied(&self, a: &CasualtyClaim, b: &CasualtyClaim) -> bool {
        let letters = |c: &CasualtyClaim| -> Option<String> {
            Some(sentence_of(self.book, c)?.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect())
        };
        if !is_prose(a) || !is_prose(b) {
            return false;
        }
        let other_outlet = self.book.article(self.articles.0).outlet != self.book.article(self.articles.1).outlet;
        // A wire prints the sentence of the morning again in the evening, with the toll of the evening.
        let (n, m) = (a.number, b.number);
        let grown = match order(self.book, self.articles.0, self.articles.1) {
            Order::Before => m > n,
            Order::After => n > m,
            _ => false,
        };
        let told = !grown || n.zip(m).is_some_and(|(n, m)| is_slip(n, m));
        other_outlet && told && matches!((letters(a), letters(b)), (Some(x), Some(y)) if x == y && x.len() > 40)
    }

    fn says(&self, claim: &CasualtyClaim, words: &PhraseList) -> bool {
        self.reads(claim, |page| {
            (0..page.tokens.len()).any(|i| words.longest(page.keys(Run::new(i, page.tokens.len()))).is_some())
        })
    }

    /// Whether a claim's sentence takes one figure back for the other.
    fn takes_back(&self, claim: &CasualtyClaim, figures: (i64, i64)) -> bool {
        self.reads(claim, |page| takes_back(page, self.lexicon, claim.effect, figures))
    }

    /// What is asked of a claim's sentence.
    fn reads(&self, claim: &CasualtyClaim, asked: impl Fn(&Page) -> bool) -> bool {
        let sentence = is_prose(claim).then(|| sentence_of(self.book, claim)).flatten();
        sentence.is_some_and(|sentence| asked(&Page::new(&sentence, self.lexicon)))
    }
}

/// The verdict on a part and its whole.
pub(super) fn part_of(book: &Book, part: &CasualtyClaim, whole: &CasualtyClaim) -> Judgement {
    Judgement::new(&PART, format!("{} are a part of {}", coded::named(book, part), coded::named(book, whole)))
}

/// Whether a claim's sentence is short enough to be one: a list of a thousand figures is not read again for each of them.
const fn is_prose(claim: &CasualtyClaim) -> bool {
    claim.sentence_end - claim.sentence_start <= 2_000
}
