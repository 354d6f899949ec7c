//! Roles that stand for a person ("the minister", "the two ministers") and nouns that stand for an organisation ("the group").

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::Reader;
use super::offices::Offices;
use crate::lexicon::kinds::{ADVERB, LITTLE, ROLE, SPEECH, SUBORDINATE, THE, VERB_FORM};
use crate::lexicon::vocabulary::{Gender, Mention, NameType};
use crate::story::Name;
use crate::text::{Run, TokenKind};

/// An organisation is named at most this many sentences before the noun that stands for it.
const BACK: usize = 3;
/// And among this many mentions.
const NEAR: usize = 60;

impl Reader<'_, '_> {
    /// Nominal mentions, given the proper ones.
    pub(super) fn nominals(&self, names: &[Name]) -> Vec<Name> {
        let (mut taken, mut named) = (vec![false; self.page.tokens.len()], vec![false; self.page.tokens.len()]);
        for name in names {
            taken.get_mut(name.full.iter()).into_iter().flatten().for_each(|t| *t = true);
            named.get_mut(name.run.iter()).into_iter().flatten().for_each(|t| *t = true);
        }
        let offices = self.offices(names);
        let bodies = self.bodies(names);
        let mut out = Vec::new();
        for sentence in self.story.sentences() {
            let run = self.page.sentences[sentence].tokens;
            for i in run.iter().filter(|&i| self.page.is(i, THE)) {
                let role = self.role_noun(i, run, &offices).or_else(|| self.role_nouns(i, run));
                let role = role.filter(|n| n.run.iter().all(|t| !taken[t]));
                // A role may name a body: "Drole, a spokesman for the ministry".
                let body = || self.organisation_noun(i, run, names).or_else(|| self.body_noun(i, run, &bodies));
                out.extend(role.or_else(|| body().filter(|n| n.run.iter().all(|t| !named[t]))));
            }
        }
        out
    }

    /// "the Russian foreign minister".
    fn role_noun(&self, the: usize, sentence: Run, offices: &Offices) -> Option<Name> {
        let adjective = self.page.tokens.get(the + 1).is_some_and(|t| t.capital);
        let (head, gender) =
            if adjective || self.page.is(the + 1, ROLE) { self.role_head(the + 1, sentence)? } else { return None };
        let run = Run::new(the, head.end);
        if let Some(name) = offices.apposed.get(&the) {
            let canonical = name.canonical.clone();
            return Some(Name {
                canonical,
                ..nominal(run, NameType::Person, name.entity.clone(), name.gender, false, "nominal-role")
            });
        }
        let role = self.page.text(Run::new(the + 1, head.end));
        let one = offices.holder(role, head, gender, self);
        let gender = one.map_or(gender, |h| h.gender);
        Some(nominal(run, NameType::Person, one.map(|h| h.entity.into()), gender, false, "nominal-role"))
    }

    /// "the two ministers".
    fn role_nouns(&self, the: usize, sentence: Run) -> Option<Name> {
        let number = matches!(self.page.lower(the + 1), "two" | "three" | "four" | "five" | "other" | "both");
        if !number {
            return None;
        }
        let mut at = the + 2;
        while at < sentence.end && self.modifier(at, sentence).is_some() {
            at += self.modifier(at, sentence)?;
        }
        let singular = self.page.lower(at).strip_suffix('s').or_else(|| self.page.lower(at).strip_suffix("men"))?;
        let role =
            self.lexicon.names.titles.roles.has(singular) || self.lexicon.names.titles.roles.has(&format!("{singular}man"));
        (role && at < sentence.end)
            .then(|| nominal(Run::new(the, at + 1), NameType::Person, None, Gender::Unknown, true, "nominal-role"))
    }

    /// "the group", where one organisation alone was named shortly before.
    fn organisation_noun(&self, the: usize, sentence: Run, names: &[Name]) -> Option<Name> {
        let head = the + 1;
        let word = self.page.lower(head);
        if head >= sentence.end
            || !self.lexicon.names.cues.anaphors.has(word)
            || self.page.tokens[head].capital
            || self.is_completed(head + 1)
        {
            return None;
        }
        let at = self.page.sentence_of(the);
        let from = self.page.sentences[at.saturating_sub(BACK)].tokens.start;
        let last = names.partition_point(|n| n.run.start < the);
        let mut fit = names[..last]
            .iter()
            .rev()
            .take(NEAR)
            .take_while(|n| n.run.start >= from)
            .filter(|n| n.kind == NameType::Org && n.entity.is_some() && !self.is_dateline(n.run));
        let nearest = fit.next()?.entity.clone()?;
        let alone = fit.all(|n| n.entity.as_deref() == Some(&nearest));
        alone.then(|| {
            nominal(Run::new(the, head + 1), NameType::Org, Some(nearest), Gender::Unknown, false, "nominal-organisation")
        })
    }

    /// The organisations of the article by each word of their full names, in order.
    fn bodies<'n>(&self, names: &'n [Name]) -> FxHashMap<String, Vec<(usize, &'n Name)>> {
        let mut out: FxHashMap<String, Vec<(usize, &Name)>> = FxHashMap::default();
        for name in names.iter().filter(|n| n.kind == NameType::Org) {
            for word in name.entity.as_deref().into_iter().flat_map(|e| self.full_words(e)) {
                out.entry(word.to_lowercase()).or_default().push((name.run.start, name));
            }
        }
        out
    }

    /// The words of an organisation's full name, as the tables have it, else as its entity has it.
    fn full_words<'e>(&'e self, entity: &'e str) -> impl Iterator<Item = &'e str> {
        let slug = entity.strip_prefix("org:").unwrap_or_default();
        let listed = self.lexicon.names.organisations.get(slug).map(|o| o.name.as_str());
        listed.unwrap_or(slug).split([' ', '-'])
    }

    /// "the ministry", "the oil ministry": the one organisation named before whose name has these words.
    fn body_noun(&self, the: usize, sentence: Run, bodies: &FxHashMap<String, Vec<(usize, &Name)>>) -> Option<Name> {
        let mut head = the + 1;
        let limit = sentence.end.min(the + 4);
        while head < limit && !self.lexicon.references.bodies.has(self.page.key(head)) {
            head += 1;
        }
        let run = Run::new(the + 1, head + 1);
        let lower = |i: usize| self.page.kind(i) == Some(TokenKind::Word) && !self.page.tokens[i].capital;
        if head >= limit || !run.iter().all(lower) || self.is_completed(head + 1) {
            return None;
        }
        let has_all = |n: &Name| {
            let entity = n.entity.as_deref().unwrap_or_default();
            run.iter().all(|i| self.full_words(entity).any(|w| w.eq_ignore_ascii_case(self.page.lower(i))))
        };
        let named = bodies.get(self.page.lower(head))?;
        let before = &named[..named.partition_point(|(at, _)| *at < the)];
        let mut fit = before.iter().rev().take(NEAR).map(|(_, n)| *n).filter(|n| has_all(n));
        let nearest = fit.next()?;
        let alone = fit.all(|n| n.entity == nearest.entity);
        alone.then(|| Name {
            canonical: nearest.canonical.clone(),
            ..nominal(Run::new(the, head + 1), NameType::Org, nearest.entity.clone(), Gender::Unknown, false, "nominal-body")
        })
    }

    /// The role words at `i`, behind their adjectives; none where a name or another noun follows.
    fn role_head(&self, i: usize, sentence: Run) -> Option<(Run, Gender)> {
        let mut at = i;
        while at < sentence.end && at < i + 5 {
            let ahead = self.page.keys(Run::new(at, sentence.end));
            if self.page.is(at, ROLE)
                && let Some((n, gender)) = self.lexicon.names.titles.roles.longest(ahead)
            {
                let end = at + n;
                // "foreign minister" is one role, "prime minister" another: the longest that a noun does not follow.
                if !self.goes_on(end) {
                    return Some((Run::new(i, end), *gender));
                }
            }
            at += self.modifier(at, sentence)?;
        }
        None
    }

    /// How many tokens at `i` are an adjective of a people or a word before a role.
    pub(super) fn modifier(&self, i: usize, sentence: Run) -> Option<usize> {
        let names = &self.lexicon.names;
        let ahead = || self.page.keys(Run::new(i, sentence.end));
        let capital = self.page.tokens.get(i).is_some_and(|t| t.capital);
        let adjective = if capital { names.demonyms.longest(ahead()).map(|(n, _)| n) } else { None };
        let word = if self.page.is(i, ROLE) { names.titles.modifiers.longest(ahead()).map(|(n, _)| n) } else { None };
        word.max(adjective)
    }

    /// "the group of voters", "the council member": more than the noun alone.
    fn is_completed(&self, i: usize) -> bool {
        self.goes_on(i) || self.page.lower(i) == "of"
    }

    /// Whether a noun goes on at `i`: a word that is no function word, verb or adverb.
    pub(super) fn goes_on(&self, i: usize) -> bool {
        self.page.kind(i) == Some(TokenKind::Word)
            && !self.page.is(i, LITTLE | VERB_FORM | SPEECH | ADVERB | SUBORDINATE)
            && !self.page.lower(i).ends_with("ed")
            || self.page.lower(i) == "-" && self.page.glued(i)
    }
}

/// A row that stands for a name.
pub(super) fn nominal(
    run: Run,
    kind: NameType,
    entity: Option<Arc<str>>,
    gender: Gender,
    plural: bool,
    rule: &'static str,
) -> Name {
    Name {
        run,
        full: run,
        mention: Mention::Nominal,
        kind,
        entity,
        canonical: None,
        role: None,
        acts_as: None,
        gender,
        plural,
        rule,
    }
}
