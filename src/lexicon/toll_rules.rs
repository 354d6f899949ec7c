use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Deserializer};

use super::casualties::plural;
use super::vocabulary::{Bound, Effect, Scope, Side, TollCoding, TollRule};
use super::{PhraseList, Phrases, Vague};

/// What the rules of tolls make of printed figures, each in its own way.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TollRules {
    ucdp: TollCodes,
    acled: TollCodes,
    gtd: TollCodes,
    airwars: TollCodes,
    /// How an article tells one person from another.
    pub persons: PersonWords,
    /// Fighters whose noun tells their side.
    #[serde(deserialize_with = "sides")]
    pub sides: Phrases<Side>,
}

/// How an article tells one person from another, and those who were hit from the dead.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonWords {
    /// "another": somebody new.
    pub another: PhraseList,
    /// "he": somebody who may have been told of before.
    pub definite: PhraseList,
    /// "himself": who did it to themselves.
    pub own: PhraseList,
    /// "others": than those told before.
    pub beside: PhraseList,
    /// "dead": those who were hit may be.
    pub deadly: PhraseList,
}

/// What one rule counts, and how it turns the print into figures.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TollCodes {
    /// What it counts: the dead alone, or others too.
    pub effects: BTreeSet<Effect>,
    /// Which figures it takes: those of an incident, of a few days, of a war.
    pub scopes: BTreeSet<Scope>,
    bounds: BTreeMap<Bound, TollCoding>,
    /// Vague words by what they allow.
    #[serde(default, deserialize_with = "words")]
    words: Vec<(Vague, i64)>,
}

impl TollRules {
    /// The codes of a rule; none for our own, which takes the print as it is.
    #[must_use]
    pub fn codes(&self, rule: TollRule) -> Option<&TollCodes> {
        match rule {
            TollRule::Wirecheck => None,
            TollRule::Ucdp => Some(&self.ucdp),
            TollRule::Acled => Some(&self.acled),
            TollRule::Gtd => Some(&self.gtd),
            TollRule::Airwars => Some(&self.airwars),
        }
    }
}

impl TollCodes {
    /// How a bound is turned into a figure; as printed where the table is silent.
    #[must_use]
    pub fn coding(&self, bound: Bound) -> TollCoding {
        self.bounds.get(&bound).copied().unwrap_or(TollCoding::Printed)
    }

    /// The figure for a vague word that allows `low` to `high`, where the rule has one of its own. A word under a bound
    /// ("at least several dozen") is open above.
    #[must_use]
    pub fn word(&self, low: Option<i64>, high: Option<i64>) -> Option<i64> {
        let low = low?;
        let alike = |v: &Vague| v.low == low;
        let exact = self.words.iter().find(|(v, _)| alike(v) && v.high == high);
        exact.or_else(|| self.words.iter().find(|(v, _)| alike(v) && high.is_none())).map(|(_, figure)| *figure)
    }
}

fn words<'de, D: Deserializer<'de>>(d: D) -> Result<Vec<(Vague, i64)>, D::Error> {
    let read = |(words, figure): (String, i64)| Ok((words.parse().map_err(serde::de::Error::custom)?, figure));
    BTreeMap::<String, i64>::deserialize(d)?.into_iter().map(read).collect()
}

fn sides<'de, D: Deserializer<'de>>(d: D) -> Result<Phrases<Side>, D::Error> {
    let mut out = Phrases::default();
    for (side, nouns) in BTreeMap::<Side, Vec<String>>::deserialize(d)? {
        for noun in &nouns {
            out.insert(&plural(noun), side);
            out.insert(noun, side);
        }
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    #[test]
    fn every_bound_is_coded_by_every_rule() {
        let rules = &Lexicon::english().toll_rules;
        for codes in TollRule::ALL.iter().filter_map(|r| rules.codes(*r)) {
            assert!(Bound::ALL.iter().all(|b| codes.bounds.contains_key(b)));
        }
    }

    #[test]
    fn acled_has_a_figure_for_every_vague_word() {
        let (rules, numbers) = (&Lexicon::english().toll_rules, &Lexicon::english().numbers);
        for (word, vague) in numbers.vague.iter() {
            assert!(rules.acled.word(Some(vague.low), vague.high).is_some(), "{word}");
        }
    }

    #[test]
    fn words_under_a_bound_are_open_above() {
        let acled = &Lexicon::english().toll_rules.acled;
        assert_eq!(acled.word(Some(24), Some(99)), Some(12));
        assert_eq!(acled.word(Some(24), None), Some(12));
        assert_eq!(acled.word(Some(25), None), None);
    }
}
