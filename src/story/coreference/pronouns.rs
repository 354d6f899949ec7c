//! Third-person pronouns: the nearest earlier person who agrees and is the subject or the speaker of a sentence.

use super::Reader;
use super::nominal::nominal;
use crate::lexicon::vocabulary::{ActsAs, Gender, Mention, NameType};
use crate::story::Name;
use crate::text::{Run, TokenKind};

/// A pronoun reaches back this many sentences.
const BACK: usize = 3;
/// No sentence has more people to choose from.
const CROWD: usize = 60;

impl Reader<'_, '_> {
    /// Pronouns, given every other mention in order.
    pub(super) fn pronouns(&self, names: &[Name]) -> Vec<Name> {
        let mut people: Vec<Vec<Name>> = vec![Vec::new(); self.page.sentences.len()];
        for name in
            names.iter().filter(|n| n.kind == NameType::Person && n.entity.is_some() && !n.plural && !self.is_quoted(n.run.start))
        {
            if let Some(at) = people.get_mut(self.page.sentence_of(name.run.start)) {
                at.push(name.clone());
            }
        }
        let mut out = Vec::new();
        for sentence in self.story.sentences() {
            for i in self.page.sentences[sentence].tokens.iter().filter(|&i| self.page.kind(i) == Some(TokenKind::Word)) {
                let Some(name) = self.pronoun(i, sentence, &people).or_else(|| self.it(i, sentence, names)) else { continue };
                let here = &mut people[sentence];
                if name.entity.is_some() && name.kind == NameType::Person && here.len() < CROWD {
                    let at = here.partition_point(|n| n.run.start < i);
                    here.insert(at, name.clone());
                }
                out.push(name);
            }
        }
        out
    }

    fn pronoun(&self, i: usize, sentence: usize, people: &[Vec<Name>]) -> Option<Name> {
        let gender = *self.lexicon.names.titles.pronouns.get(self.page.lower(i))?;
        // "US", "HE": letters are no pronoun amid other text.
        if self.page.tokens[i].upper && self.page.word(i) != "I" && !self.page.tokens.get(i + 1).is_some_and(|t| t.upper) {
            return None;
        }
        let plural = gender == Gender::Unknown;
        let antecedent = if plural || self.is_quoted(i) { None } else { self.antecedent(i, sentence, gender, people) };
        Some(Name {
            run: Run::new(i, i + 1),
            full: Run::new(i, i + 1),
            mention: Mention::Pronoun,
            kind: NameType::Person,
            entity: antecedent.and_then(|n| n.entity.clone()),
            canonical: antecedent.and_then(|n| n.canonical.clone()),
            role: None,
            acts_as: None,
            gender,
            plural,
            rule: "pronoun-person",
        })
    }

    fn antecedent<'n>(&self, i: usize, sentence: usize, gender: Gender, people: &'n [Vec<Name>]) -> Option<&'n Name> {
        let agrees = |n: &&Name| n.gender == Gender::Unknown || n.gender == gender;
        // "told him": the object is not the subject beside it.
        let object = matches!(self.page.lower(i), "him") || self.page.lower(i) == "her" && self.is_object(i);
        if !object {
            let earlier: Vec<_> = people.get(sentence)?.iter().take(CROWD).filter(|n| n.run.end <= i).filter(agrees).collect();
            if let Some(name) = self.most_prominent(&earlier, sentence) {
                return Some(name);
            }
        }
        (1..=BACK).filter_map(|back| sentence.checked_sub(back)).find_map(|s| {
            let all: Vec<_> = people.get(s)?.iter().take(CROWD).filter(agrees).collect();
            self.most_prominent(&all, s)
        })
    }

    /// The speaker of the sentence, or the only person of it, or the one named first.
    fn most_prominent<'n>(&self, people: &[&'n Name], sentence: usize) -> Option<&'n Name> {
        let first = *people.first()?;
        if people.iter().all(|n| n.entity == first.entity) {
            return Some(first);
        }
        let told = self.story.attributions(sentence, self.lexicon);
        let speaker = told
            .iter()
            .rev()
            .filter_map(|a| a.source)
            .find_map(|source| people.iter().find(|n| source.has(n.run.start)).copied());
        speaker.or(Some(first))
    }

    fn is_object(&self, i: usize) -> bool {
        self.page.kind(i + 1) != Some(TokenKind::Word) || self.lexicon.words.is_function(self.page.lower(i + 1))
    }

    /// "It said": the nearest organisation or government.
    fn it(&self, i: usize, sentence: usize, names: &[Name]) -> Option<Name> {
        let says = self.page.lower(i) == "it"
            && self.lexicon.cues.verbs.has(self.page.lower(i + 1))
            && !self.lexicon.cues.ambiguous.has(self.page.lower(i + 1));
        if !says || self.is_quoted(i) {
            return None;
        }
        let from = self.page.sentences[sentence.saturating_sub(BACK)].tokens.start;
        let last = names.partition_point(|n| n.run.start < i);
        let nearest = names[..last]
            .iter()
            .rev()
            .take(CROWD)
            .take_while(|n| n.run.start >= from)
            .find(|n| n.entity.is_some() && (n.kind == NameType::Org || n.acts_as == Some(ActsAs::Government)))?;
        let run = Run::new(i, i + 1);
        Some(Name {
            mention: Mention::Pronoun,
            canonical: nearest.canonical.clone(),
            ..nominal(run, NameType::Org, nearest.entity.clone(), Gender::Unknown, false, "pronoun-organisation")
        })
    }

    fn is_quoted(&self, i: usize) -> bool {
        let quoted = &self.story.quoted;
        let last = quoted.partition_point(|q| q.inner.start <= i);
        quoted[..last].iter().rev().take(3).any(|q| q.inner.has(i))
    }
}
