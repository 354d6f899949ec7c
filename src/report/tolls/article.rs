//! What one article gives as the toll of an incident.
//!
//! The first sentence that counts more than one decides, headline and lead before all, unless a later one states a total that is
//! higher. Figures of one sentence add up. Where nobody counts, the people named or described one by one are counted. Who was
//! hit and did not die is injured: "five were shot, one fatally" is one killed and four injured.

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveDateTime};

use super::people::{People, has_word, is_own};
use crate::claim::record::CasualtyClaim;
use crate::lexicon::vocabulary::{Asserted, Attackers, Effect, Group};
use crate::lexicon::{Lexicon, PersonWords};
use crate::link::Book;
use crate::value::place::{self, Place};

/// What one article gives as the whole.
#[derive(Debug, Clone)]
pub(super) struct Total<'c> {
    /// The claim that decides.
    pub(super) claim: &'c CasualtyClaim,
    pub(super) low: Option<i64>,
    pub(super) best: Option<i64>,
    pub(super) high: Option<i64>,
    /// Whether those who attacked are counted.
    pub(super) attackers: Attackers,
    /// When the article was written.
    pub(super) when: (Option<NaiveDate>, Option<NaiveDateTime>),
}

/// The claims of one incident in one article, in the order of the text.
pub(super) struct Telling<'b, 'c> {
    claims: Vec<&'c CasualtyClaim>,
    /// The effect of each claim by its id.
    effects: HashMap<&'c str, Effect>,
    lexicon: &'b Lexicon,
    when: (Option<NaiveDate>, Option<NaiveDateTime>),
}

impl<'b, 'c> Telling<'b, 'c> {
    /// Of claims of one incident in one article.
    pub(super) fn new(book: &'b Book, mut claims: Vec<&'c CasualtyClaim>) -> Self {
        claims.sort_by_key(|c| c.start);
        let article = claims.first().and_then(|c| book.index(&c.article));
        let when = article.map_or((None, None), |i| (book.days[i], book.clock(i)));
        let effects = claims.iter().map(|c| (c.id.as_str(), c.effect)).collect();
        Self { claims, effects, lexicon: book.lexicon, when }
    }

    fn words(&self) -> &'b PersonWords {
        &self.lexicon.toll_rules.persons
    }

    /// The total of an effect, if the article gives one.
    pub(super) fn total(&self, effect: Effect) -> Option<Total<'c>> {
        match effect {
            Effect::Killed => self.killed(),
            Effect::Injured => self.injured(),
            effect => self.told(effect),
        }
    }

    /// The total that the claims of an effect give by themselves.
    fn told(&self, effect: Effect) -> Option<Total<'c>> {
        let sums: Vec<Total> = self.sentences(effect).iter().filter_map(|s| self.sum(s)).collect();
        let counted = |t: &&Total| t.best.is_some_and(|n| n > 1);
        let lead = sums.iter().find(counted).or_else(|| sums.iter().find(|t| t.best.is_some())).or(sums.first())?;
        let stated = sums.iter().rev().find(|t| t.claim.rule == STATED && t.best > lead.best);
        if let Some(sum) = self.places(&sums).filter(|_| stated.is_none()) {
            return Some(sum);
        }
        let chosen = stated.unwrap_or(lead).clone();
        // "One person died", "two of the men were shot": nobody else is counted.
        if !self.counting(effect).all(CasualtyClaim::is_individual) {
            return Some(chosen);
        }
        let mut people = self.people(effect);
        if effect == Effect::Injured {
            people.without(&self.people(Effect::Killed));
            if people.count() == 0 {
                return None;
            }
        }
        let n = people.count().max(chosen.best.unwrap_or(1)).max(1);
        Some(Total { low: Some(n), best: Some(n), high: Some(n), ..chosen })
    }

    /// The figures of a disaster's places together, where the lead gives them one by one.
    fn places(&self, sums: &[Total<'c>]) -> Option<Total<'c>> {
        let lead = sums.iter().find(|t| t.best.is_some() && !t.claim.is_individual()).filter(|t| place_of(t).is_some())?;
        let mut parts: Vec<&Total> = Vec::new();
        let told = sums.iter().filter(|t| t.best.is_some() && t.claim.start - lead.claim.start <= SECTION);
        for total in told {
            let Some(here) = place_of(total) else { continue };
            let beside = |t: &&Total| place_of(t).map_or(Place::Unknown, |p| place::relation(p, here, self.lexicon));
            if parts.iter().any(|t| matches!(beside(t), Place::Same | Place::Contains | Place::Unknown)) {
                continue;
            }
            // "230 in Iloilo, 895 in the Philippines": the country's figure holds the province's.
            parts.retain(|t| beside(t) != Place::Contained);
            parts.push(total);
        }
        let sum = |of: fn(&Total) -> Option<i64>| parts.iter().map(|t| of(t)).try_fold(0_i64, |n, x| n.checked_add(x?));
        let largest = *parts.iter().max_by_key(|t| t.best)?;
        (parts.len() > 1).then(|| Total { low: sum(|t| t.low), best: sum(|t| t.best), high: sum(|t| t.high), ..largest.clone() })
    }

    /// Whether a claim tells of somebody who killed others and themselves, in one sentence.
    fn is_company(&self, claim: &CasualtyClaim) -> bool {
        if !is_own(claim, self.words()) {
            return false;
        }
        let first = self.claims.partition_point(|c| c.start < claim.sentence_start);
        let sentence = self.claims[first..].iter().take_while(|c| c.start < claim.sentence_end);
        let beside = |c: &CasualtyClaim| c.effect == claim.effect && c.id != claim.id && !is_own(c, self.words());
        sentence.filter(|c| self.counts(c)).any(|c| beside(c))
    }

    /// Those whom the article tells of one by one.
    fn people(&self, effect: Effect) -> People {
        self.counting(effect).fold(People::default(), |people, c| people.with(c, self.is_company(c), self.words()))
    }

    /// The dead; attackers who died are counted in, and flagged.
    fn killed(&self) -> Option<Total<'c>> {
        let mut total = self.told(Effect::Killed)?;
        // Of people told one by one everybody is counted already.
        if self.counting(Effect::Killed).all(CasualtyClaim::is_individual) {
            return Some(total);
        }
        // "Five dead", "five bodies": whoever lies there is counted.
        if FOUND.contains(&total.claim.rule.as_str()) {
            return Some(total);
        }
        let died = self
            .counting(Effect::Killed)
            .filter(|c| c.group == Group::Attacker || self.is_company(c))
            .filter_map(|c| c.number)
            .max();
        if let Some(died) = died.filter(|_| total.attackers == Attackers::Unknown && total.best.is_some_and(|n| n > 1)) {
            let plus = |n: Option<i64>| n.and_then(|n| n.checked_add(died));
            total =
                Total { low: plus(total.low), best: plus(total.best), high: plus(total.high), attackers: Attackers::In, ..total };
        }
        Some(total)
    }

    /// The injured: as told, or those who were hit and did not die.
    fn injured(&self) -> Option<Total<'c>> {
        let told = self.told(Effect::Injured);
        let hit = self.told(Effect::Casualties).and_then(|t| self.survivors(&t));
        match (told, hit) {
            (Some(told), Some(hit)) => {
                let counted = |t: &Total| t.best.is_some_and(|n| n > 1);
                let more = counted(&hit) && (!counted(&told) || hit.best > told.best && hit.claim.start < told.claim.start);
                Some(if more { hit } else { told })
            }
            (told, hit) => told.or(hit),
        }
    }

    /// Of those who were hit, those who did not die.
    fn survivors(&self, hit: &Total<'c>) -> Option<Total<'c>> {
        let killed = self.killed();
        let dead = killed.as_ref().and_then(|k| k.best).unwrap_or(0);
        if killed.is_none() && has_word(&hit.claim.text, &self.words().deadly) {
            return None;
        }
        // "one killed, four others shot": the four are not among the dead.
        let beside = has_word(&hit.claim.text, &self.words().beside);
        let dead = if beside { 0 } else { dead };
        let less = |n: Option<i64>| n.map(|n| n - dead).filter(|n| *n > 0);
        less(hit.best).map(|best| Total { low: less(hit.low), best: Some(best), high: less(hit.high), ..hit.clone() })
    }

    /// The claims of an effect that count: no parts of the same effect, no fears, no denials.
    fn counting(&self, effect: Effect) -> impl Iterator<Item = &'c CasualtyClaim> + '_ {
        self.claims.iter().copied().filter(move |c| c.effect == effect && self.counts(c))
    }

    fn counts(&self, claim: &CasualtyClaim) -> bool {
        // "Five were shot, one of them fatally": the one is a part of the five, and all of the dead.
        let whole = claim.part_of.as_deref().map(|id| self.effects.get(id));
        let part = whole.is_some_and(|effect| effect.is_none_or(|e| *e == claim.effect));
        let denied = claim.negated && claim.number != Some(0);
        // "No other injuries were reported" says nothing of those told before.
        let rest = claim.number == Some(0) && has_word(&claim.text, &self.words().beside);
        !part && !denied && !rest && matches!(claim.asserted, Asserted::Fact | Asserted::Claimed)
    }

    /// The counting claims of an effect, by sentence.
    fn sentences(&self, effect: Effect) -> Vec<Vec<&'c CasualtyClaim>> {
        let mut out: Vec<Vec<&CasualtyClaim>> = Vec::new();
        for claim in self.counting(effect) {
            match out.last_mut().filter(|s| s[0].sentence_start == claim.sentence_start) {
                Some(sentence) => sentence.push(claim),
                None => out.push(vec![claim]),
            }
        }
        out
    }

    /// The figures of a sentence together: "12 militants and four soldiers were killed" is 16.
    fn sum(&self, sentence: &[&'c CasualtyClaim]) -> Option<Total<'c>> {
        let stated = sentence.iter().find(|c| c.rule == STATED);
        let told = stated.map_or_else(|| adding(sentence), |c| vec![*c]);
        let claim = told.iter().copied().max_by_key(|c| (c.number.or(c.low), std::cmp::Reverse(c.start)))?;
        let add = |of: fn(&CasualtyClaim) -> Option<i64>| told.iter().map(|c| of(c)).try_fold(0_i64, |n, x| n.checked_add(x?));
        // "Three women and two men died: five people were killed" counts them twice.
        let others = told.iter().filter(|c| c.id != claim.id).filter_map(|c| c.number).sum::<i64>();
        let apart = told.iter().all(|c| c.id == claim.id || !is_near(c, claim));
        let twice = told.len() > 2 && apart && claim.number == Some(others) || told.iter().all(|c| is_again(c, claim));
        let alone = |of: fn(&CasualtyClaim) -> Option<i64>, sum: Option<i64>| if twice { of(claim) } else { sum };
        // "more than 150,000" is 150,001 at least.
        Some(Total {
            claim,
            low: alone(|c| c.low, add(|c| c.low)),
            best: alone(|c| c.number.max(c.low), add(|c| c.number.max(c.low))),
            high: alone(|c| c.high, add(|c| c.high)),
            attackers: attackers(&told, self.words()),
            when: self.when,
        })
    }
}

/// Whether those who attacked are among the people counted.
fn attackers(told: &[&CasualtyClaim], words: &PersonWords) -> Attackers {
    let counted = told.iter().any(|c| c.group == Group::Attacker || is_own(c, words));
    let said = told.iter().map(|c| c.attackers).find(|a| *a != Attackers::Unknown);
    if counted { Attackers::In } else { said.unwrap_or(Attackers::Unknown) }
}

/// Whether two figures stand in one enumeration.
fn is_near(a: &CasualtyClaim, b: &CasualtyClaim) -> bool {
    a.start.max(b.start) - a.end.min(b.end) <= JOINT
}

/// The claims of a sentence that add up: one person told adds only within an enumeration ("killed his brother and two others"),
/// and two holders give two figures of one toll, of which the last counts.
fn adding<'c>(sentence: &[&'c CasualtyClaim]) -> Vec<&'c CasualtyClaim> {
    let source = sentence.iter().rev().find_map(|c| c.source.as_deref());
    let rivals = sentence.iter().any(|c| c.source.is_some() && c.source.as_deref() != source);
    let held: Vec<_> = sentence.iter().copied().filter(|c| !rivals || c.source.as_deref() == source).collect();
    let joined = |i: usize| i > 0 && is_near(held[i - 1], held[i]) || held.get(i + 1).is_some_and(|next| is_near(held[i], next));
    let out: Vec<_> = (0..held.len()).filter(|&i| !held[i].is_individual() || joined(i)).map(|i| held[i]).collect();
    if out.is_empty() { held[..1].to_vec() } else { out }
}

/// So many characters stand between two figures of one enumeration, at most: ", and " or ", 34, and ".
const JOINT: i64 = 10;
/// So many characters behind the first figure of a disaster the lead still gives the figures of its places.
const SECTION: i64 = 2500;
/// The rules of claims that count the dead as they are found, not as somebody's victims.
const FOUND: [&str; 4] = ["toll-died", "toll-nominal", "toll-act", "toll-total"];
/// The rule of claims that state a total: "the death toll rose to 58".
const STATED: &str = "toll-total";

fn place_of<'c>(total: &Total<'c>) -> Option<&'c str> {
    total.claim.place_entity.as_deref()
}

/// Whether two claims of one sentence print the same figure of the same people.
fn is_again(a: &CasualtyClaim, b: &CasualtyClaim) -> bool {
    a.id == b.id || a.group == b.group && a.number == b.number && a.number.is_some_and(|n| n > 1)
}
