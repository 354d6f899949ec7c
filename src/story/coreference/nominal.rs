//! Roles that stand for a person ("the minister", "the two ministers") and nouns that stand for an organisation ("the group").

use std::collections::{BTreeSet, HashMap};

use super::{Reader, word_set};
use crate::lexicon::vocabulary::{Gender, Mention, NameType};
use crate::story::Name;
use crate::text::{Run, TokenKind};

/// An organisation is named at most this many sentences before the noun that stands for it.
const BACK: usize = 3;
/// And among this many mentions.
const NEAR: usize = 60;

/// Who holds a role in the article.
struct Holder<'a> {
    entity: &'a str,
    words: BTreeSet<String>,
    gender: Gender,
}

impl Reader<'_, '_> {
    /// Nominal mentions, given the proper ones.
    pub(super) fn nominals(&self, names: &[Name]) -> Vec<Name> {
        let mut taken = vec![false; self.page.tokens.len()];
        for name in names {
            taken.get_mut(name.full.iter()).into_iter().flatten().for_each(|t| *t = true);
        }
        let holders = self.holders(names);
        let mut out = Vec::new();
        for sentence in self.story.sentences() {
            let run = self.page.sentences[sentence].tokens;
            for i in run.iter().filter(|&i| matches!(self.page.lower(i), "the" | "this" | "that")) {
                let found = self
                    .role_noun(i, run, &holders)
                    .or_else(|| self.role_nouns(i, run))
                    .or_else(|| self.organisation_noun(i, run, names));
                out.extend(found.filter(|n| n.run.iter().all(|t| !taken[t])));
            }
        }
        out
    }

    /// The people of the article by the last word of their role.
    fn holders<'n>(&self, names: &'n [Name]) -> HashMap<String, Vec<Holder<'n>>> {
        let mut out: HashMap<String, Vec<Holder>> = HashMap::new();
        for name in names.iter().filter(|n| n.kind == NameType::Person) {
            let (Some(entity), Some(role)) = (name.entity.as_deref(), name.role.as_deref()) else { continue };
            let words = word_set(role);
            for word in words.iter().map(|w| neutral(w)).filter(|w| self.lexicon.names.titles.roles.has(w)) {
                let held = out.entry(word.to_owned()).or_default();
                if let Some(holder) = held.iter_mut().find(|h| h.entity == entity) {
                    holder.words.extend(words.iter().cloned());
                } else {
                    held.push(Holder { entity, words: words.clone(), gender: name.gender });
                }
            }
        }
        out
    }

    /// "the Russian foreign minister".
    fn role_noun(&self, the: usize, sentence: Run, holders: &HashMap<String, Vec<Holder>>) -> Option<Name> {
        let (head, gender) = self.role_head(the + 1, sentence)?;
        let run = Run::new(the, head.end);
        let words = word_set(self.page.text(Run::new(the + 1, head.end)));
        let held = holders.get(neutral(self.page.lower(head.end - 1)));
        let fit = |h: &&Holder| {
            let agrees = gender == Gender::Unknown || h.gender == Gender::Unknown || gender == h.gender;
            agrees && words.iter().all(|w| h.words.iter().any(|x| neutral(x) == neutral(w)))
        };
        let fitting: Vec<_> = held.into_iter().flatten().filter(fit).collect();
        let one = if let [one] = fitting[..] { Some(one) } else { None };
        let gender = one.map_or(gender, |h| h.gender);
        Some(nominal(run, NameType::Person, one.map(|h| h.entity.to_owned()), gender, false, "nominal-role"))
    }

    /// "the two ministers".
    fn role_nouns(&self, the: usize, sentence: Run) -> Option<Name> {
        let number = matches!(self.page.lower(the + 1), "two" | "three" | "four" | "five" | "other" | "both");
        let mut at = the + 1 + usize::from(number);
        while at < sentence.end && self.modifier(at, sentence).is_some() {
            at += self.modifier(at, sentence)?;
        }
        let singular = self.page.lower(at).strip_suffix('s').or_else(|| self.page.lower(at).strip_suffix("men"))?;
        let role =
            self.lexicon.names.titles.roles.has(singular) || self.lexicon.names.titles.roles.has(&format!("{singular}man"));
        (number && role && at < sentence.end)
            .then(|| nominal(Run::new(the, at + 1), NameType::Person, None, Gender::Unknown, true, "nominal-role"))
    }

    /// "the group", where one organisation alone was named shortly before.
    fn organisation_noun(&self, the: usize, sentence: Run, names: &[Name]) -> Option<Name> {
        let head = the + 1;
        let word = self.page.lower(head);
        if head >= sentence.end
            || !self.lexicon.names.anaphors.has(word)
            || self.page.tokens[head].capital
            || self.goes_on(head + 1)
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
            .filter(|n| n.kind == NameType::Org && n.entity.is_some());
        let nearest = fit.next()?.entity.clone()?;
        let alone = fit.all(|n| n.entity.as_deref() == Some(&nearest));
        alone.then(|| {
            nominal(Run::new(the, head + 1), NameType::Org, Some(nearest), Gender::Unknown, false, "nominal-organisation")
        })
    }

    /// The role words at `i`, behind their adjectives; none where a name or another noun follows.
    fn role_head(&self, i: usize, sentence: Run) -> Option<(Run, Gender)> {
        let mut at = i;
        while at < sentence.end && at < i + 5 {
            let ahead = self.page.lowers(Run::new(at, sentence.end));
            if let Some((n, gender)) = self.lexicon.names.titles.roles.longest(ahead) {
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
    fn modifier(&self, i: usize, sentence: Run) -> Option<usize> {
        let names = &self.lexicon.names;
        let ahead = self.page.lowers(Run::new(i, sentence.end));
        let adjective =
            names.demonyms.longest(ahead.clone()).filter(|_| self.page.tokens.get(i).is_some_and(|t| t.capital)).map(|(n, _)| n);
        [names.titles.modifiers.longest(ahead).map(|(n, _)| n), adjective].into_iter().flatten().max()
    }

    /// Whether a noun goes on at `i`: a word that is no function word, verb or adverb.
    fn goes_on(&self, i: usize) -> bool {
        let word = self.page.lower(i);
        self.page.kind(i) == Some(TokenKind::Word)
            && !self.lexicon.words.is_function(word)
            && !self.lexicon.clause.verbs.has(word)
            && !self.lexicon.cues.verbs.has(word)
            && !self.lexicon.clause.adverbs.has(word)
            && !self.lexicon.clause.subordinators.has(word)
            && !word.ends_with("ed")
            || self.page.lower(i) == "-" && self.page.glued(i)
    }
}

/// A row that stands for a name.
pub(super) fn nominal(
    run: Run,
    kind: NameType,
    entity: Option<String>,
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

/// One word for a spokesman, a spokeswoman and a spokesperson.
fn neutral(word: &str) -> &str {
    match word {
        "spokesman" | "spokeswoman" => "spokesperson",
        "chairman" | "chairwoman" => "chairperson",
        _ => word,
    }
}
