//! What is asked of two figures before one of them is called wrong: whether one counts some of the people alone (those identified so
//! far, those still in hospital), whether another figure accounts for the difference, whether one is told of a wider place.

use super::Judgement;
use super::coded::named;
use super::toll::{CORRECTED, FALLS, MISCOPIED, PART, part_of};
use crate::claim::record::CasualtyClaim;
use crate::lexicon::vocabulary::{Attackers, Effect, Group, Verdict};
use crate::lexicon::{Lexicon, PhraseList};
use crate::link::{Book, Figure, Incident, IncidentPair, in_words};
use crate::value::place;

/// A figure may be followed by so many words before those that say how the people fare.
const BEHIND: usize = 3;
/// "identities of the first three victims": so far before the figure somebody may tell them apart.
const BEFORE: usize = 4;
/// "of the five wounded", "of the shooting victims".
const NOUN: usize = 3;

/// A place that weighs less is a country.
const COUNTRY: f64 = 0.1;

/// What is left of a verdict that calls one of two figures wrong, or corrected.
pub(super) fn doubted(
    book: &Book,
    pair: &IncidentPair,
    lexicon: &Lexicon,
    judgement: Judgement,
    (a, b): (&CasualtyClaim, &CasualtyClaim),
) -> Option<Judgement> {
    if judgement.rule.verdict != Verdict::Conflicts && *judgement.rule != CORRECTED || *judgement.rule == MISCOPIED {
        return Some(judgement);
    }
    let (high, low) = if a.low > b.low { (a, b) } else { (b, a) };
    if tells_some(book, low, lexicon) {
        return Some(part_of(book, low, high));
    }
    let (left, right) = (&book.incidents[pair.left], &book.incidents[pair.right]);
    if tells_some(book, high, lexicon) || is_elsewhere(book, a, left, right) || is_elsewhere(book, b, right, left) {
        return None;
    }
    match accounts((left, right), high, low).filter(|_| *judgement.rule == FALLS) {
        Some(rest) => {
            let [low, rest, high] = [low, rest, high].map(|c| named(book, c));
            Some(Judgement::new(&PART, format!("{low} and {rest} come to {high}")))
        }
        None => Some(judgement),
    }
}

/// Whether a figure is told of a country, and its holder gives another of the town, which both articles print.
fn is_elsewhere(book: &Book, claim: &CasualtyClaim, own: &Incident, other: &Incident) -> bool {
    let wide = |c: &CasualtyClaim| c.place_entity.as_deref().is_some_and(|p| place::weight(p, book.lexicon) < COUNTRY);
    let shared =
        |c: &CasualtyClaim| other.figures.iter().any(|f| f.claim.effect == c.effect && f.claim.count().same_printed(c.count()));
    let one_holder = |c: &CasualtyClaim| {
        let entities = c.source_entity.as_deref().zip(claim.source_entity.as_deref());
        c.source_type == claim.source_type && entities.is_none_or(|(x, y)| book.known(x) == book.known(y))
    };
    let tells = |c: &CasualtyClaim| c.effect == claim.effect && !c.count().same_printed(claim.count()) && !wide(c);
    wide(claim) && own.figures.iter().any(|f| tells(f.claim) && one_holder(f.claim) && shared(f.claim))
}

/// Whether the sentence of a figure shows it to count some of the people alone.
pub(super) fn tells_some(book: &Book, claim: &CasualtyClaim, lexicon: &Lexicon) -> bool {
    let sums = &lexicon.sums;
    let passage = |start, end| in_words(book.passage(&claim.article, start, end).unwrap_or_default());
    let (before, own) = (passage(claim.sentence_start, claim.start), in_words(&claim.text));
    let mut reach = own.clone();
    reach.extend(passage(claim.end, claim.sentence_end).into_iter().take(BEHIND));
    let near = &before[before.len().saturating_sub(BEFORE)..];
    let noun = claim.victims.as_deref().map(in_words).unwrap_or_default();
    is_partitive(&own, lexicon)
        || before.first().is_some_and(|w| w == "of")
        || has(near, &sums.singled_out)
        || near.last().is_some_and(|w| w == "other")
        || noun.last().is_some_and(|w| sums.set_apart.longest([w.as_str()].into_iter()).is_some())
        || claim.effect == Effect::Injured && (has(&reach, &sums.faring) || noun.is_empty() && is_treated(&own, lexicon))
}

/// What lies between two figures and is counted by another of either article: those of the shot who died, an attacker. `None` where
/// nothing accounts for it.
fn accounts<'c>(
    (a, b): (&Incident<'c>, &Incident<'c>),
    higher: &CasualtyClaim,
    lower: &CasualtyClaim,
) -> Option<&'c CasualtyClaim> {
    let rest = higher.number.zip(lower.number).map(|(n, m)| n - m)?;
    let all = || a.figures.iter().chain(&b.figures).flat_map(Figure::mentions);
    // "killed two and injured ten": the ten are others than the dead.
    let beside = |c: &CasualtyClaim| {
        c.effect == Effect::Killed && c.article == higher.article && c.sentence_start == higher.sentence_start
    };
    let counts_dead = match higher.effect {
        Effect::Casualties => true,
        Effect::Injured => !all().any(beside),
        _ => false,
    };
    let others = in_words(&lower.text).iter().any(|w| matches!(w.as_str(), "other" | "others"));
    let explains = |c: &&'c CasualtyClaim| {
        let dead = counts_dead && c.effect == Effect::Killed;
        let attacker = c.group == Group::Attacker && higher.attackers != Attackers::Out && c.effect != Effect::Detained;
        // "247 in one country and ten in the other"; "one man badly, and four others".
        let own = c.effect == lower.effect && c.article == lower.article && c.id != lower.id && c.part_of.is_none();
        let listed = own && (others || c.sentence_start == lower.sentence_start && !c.is_individual());
        c.number == Some(rest) && !c.negated && (dead || attacker || listed)
    };
    all().find(explains)
}

/// "Fourteen of the wounded".
fn is_partitive(words: &[String], lexicon: &Lexicon) -> bool {
    let article = |w: Option<&String>| w.is_some_and(|w| matches!(w.as_str(), "the" | "those" | "these"));
    let struck = |i: usize| starts(&words[i.min(words.len())..], &lexicon.sums.struck);
    (0..words.len()).any(|i| words[i] == "of" && article(words.get(i + 1)) && (i + 2..=i + 1 + NOUN).any(struck))
}

/// "Four were taken to a hospital".
fn is_treated(words: &[String], lexicon: &Lexicon) -> bool {
    words.iter().any(|w| matches!(w.as_str(), "was" | "were")) && has(words, &lexicon.sums.treated)
}

fn starts(words: &[String], list: &PhraseList) -> bool {
    list.longest(words.iter().map(String::as_str)).is_some()
}

fn has(words: &[String], list: &PhraseList) -> bool {
    (0..words.len()).any(|i| starts(&words[i..], list))
}
