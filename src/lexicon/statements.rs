use std::collections::BTreeMap;

use serde::Deserialize;

use super::{PhraseList, Phrases, WordSet};

/// What the words of a statement weigh where it is held against another of the same speaker.
#[derive(Debug, Clone, Deserialize)]
#[serde(from = "Tables")]
pub struct StatementWords {
    common: WordSet,
    families: Phrases<String>,
    endings: Vec<String>,
    before_s: Vec<char>,
    alone: PhraseList,
    /// Beside what subordinates, these begin a clause.
    pub clauses: PhraseList,
    /// These too, and what they begin limits the rest: "even when".
    pub concessions: PhraseList,
    /// Of what subordinates, these begin none.
    pub joined: PhraseList,
    /// Words that limit what they stand with: "only", "in principle".
    pub limits: PhraseList,
    /// What is denied with these may hold tomorrow: "yet".
    pub passing: PhraseList,
    /// Words for and against what somebody may take a stand on, as stems.
    pub courses: Phrases<Stand>,
    /// Who does these with a course stands against it: "rule out".
    pub refusals: PhraseList,
    /// What these begin is no stand: "if", "whether".
    pub aside: PhraseList,
}

/// A side that is taken on a course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stand {
    /// The course: "place in power", "sanctions".
    pub course: String,
    /// People are its subjects; of others, countries and bodies.
    pub of_people: bool,
    /// For it, or against.
    pub favours: bool,
}

/// The words of a course.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Course {
    #[serde(default)]
    of_people: bool,
    favours: Vec<String>,
    opposes: Vec<String>,
}

/// The table as it stands in its file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Tables {
    common: Vec<String>,
    families: Phrases<String>,
    endings: Vec<String>,
    before_s: Vec<char>,
    alone: PhraseList,
    clauses: PhraseList,
    concessions: PhraseList,
    joined: PhraseList,
    limits: PhraseList,
    passing: PhraseList,
    refusals: PhraseList,
    aside: PhraseList,
    courses: BTreeMap<String, Course>,
}

impl From<Tables> for StatementWords {
    fn from(tables: Tables) -> Self {
        let mut words = Self {
            common: WordSet::default(),
            families: tables.families,
            endings: tables.endings,
            before_s: tables.before_s,
            alone: tables.alone,
            clauses: tables.clauses,
            concessions: tables.concessions,
            joined: tables.joined,
            limits: tables.limits,
            passing: tables.passing,
            courses: Phrases::default(),
            refusals: tables.refusals,
            aside: tables.aside,
        };
        words.common = tables.common.iter().map(|word| words.stem(word).to_owned()).collect();
        for (course, Course { of_people, favours, opposes }) in tables.courses {
            for (phrase, favours) in favours.iter().map(|p| (p, true)).chain(opposes.iter().map(|p| (p, false))) {
                let stems: Vec<_> = phrase.split(' ').map(|word| words.stem(word)).collect();
                let stems = stems.join(" ");
                words.courses.insert(&stems, Stand { course: course.clone(), of_people, favours });
            }
        }
        words
    }
}

impl StatementWords {
    /// What a word in lower case has in common with the others of its family.
    #[must_use]
    pub fn stem<'w>(&'w self, word: &'w str) -> &'w str {
        let word = self.families.get(word).map_or(word, String::as_str);
        if self.alone.has(word) {
            return word;
        }
        let kept = |word: &'w str, end: &str| {
            word.strip_suffix(end).filter(|kept| kept.chars().count() >= least(end) && self.may_end(kept, end))
        };
        // "Auctioned" is of the family of "auction".
        let shorter = |word: &'w str| self.endings.iter().find_map(|end| kept(word, end)).unwrap_or(word);
        let stem = shorter(shorter(word));
        let mut back = stem.chars().rev();
        match (back.next(), back.next()) {
            // "stopping", "stopped".
            (Some(last), Some(before)) if last == before && stem.len() > STEM => &stem[..stem.len() - last.len_utf8()],
            _ => stem,
        }
    }

    /// Whether reports of all kinds use words of this stem.
    #[must_use]
    pub fn is_common(&self, stem: &str) -> bool {
        self.common.contains(stem)
    }

    fn may_end(&self, kept: &str, end: &str) -> bool {
        end != "s" || !kept.ends_with(self.before_s.as_slice())
    }
}

/// A stem has so many letters at least.
const STEM: usize = 3;
/// Before endings that make another word ("mission", "station") it has more, or they belong to it.
const LONG: usize = 5;
/// And before a "y": "army" is no "arm".
const BEFORE_Y: usize = 4;

/// How many letters stay before an ending at least.
fn least(end: &str) -> usize {
    match end {
        "y" => BEFORE_Y,
        "s" | "e" | "es" | "ed" | "er" | "or" | "ly" | "al" | "ing" | "ies" | "ied" | "ers" | "ors" | "ings" => STEM,
        _ => LONG,
    }
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Lexicon;

    #[test]
    fn words_of_one_family_have_one_stem() {
        let words = &Lexicon::english().statements;
        for family in [
            &["focus", "focused"][..],
            &["investigate", "investigators", "investigation", "investigating"],
            &["ability", "able"],
            &["stop", "stopped", "stopping", "stops"],
            &["decision", "decide", "decides"],
            &["effectively", "effective"],
            &["auction", "auctioned", "auctioning"],
        ] {
            let stems: Vec<_> = family.iter().map(|w| words.stem(w)).collect();
            assert!(stems.iter().all(|s| *s == stems[0]), "{family:?}: {stems:?}");
        }
        let apart = [
            ("crisis", "cry"),
            ("bus", "bush"),
            ("harbor", "harvest"),
            ("police", "policies"),
            ("mission", "missing"),
            ("treaty", "treatment"),
            ("station", "state"),
            ("ration", "rate"),
            ("army", "arms"),
            ("parties", "parts"),
            ("portion", "port"),
        ];
        for (one, other) in apart {
            assert_ne!(words.stem(one), words.stem(other), "{one}, {other}");
        }
        assert!(words.is_common(words.stem("shootings")) && !words.is_common(words.stem("lighthouse")));
    }
}
