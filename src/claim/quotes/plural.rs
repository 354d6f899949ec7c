//! Whom "they" means where they speak: the one group that the sentence before tells of as speaking or acting.

use crate::lexicon::Lexicon;
use crate::lexicon::kinds::{ADVERB, PREPOSITION, SUBORDINATE, SUBORDINATOR};
use crate::lexicon::vocabulary::{Mention, NameType};
use crate::story::frame::before_apposition;
use crate::story::{Name, Story};
use crate::text::{Run, TokenKind};

/// So many sentences back a group is looked for, over those that are quotations and nothing else.
const BACK: usize = 4;

/// What "they" goes back to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Antecedent {
    /// A group's noun phrase: "the ministers".
    Group(Run),
    /// Several, joined by "and".
    Several(Run),
    /// The "they" that spoke or acted in the sentence before, whoever that is.
    They(usize),
}

/// An article with the words by which a group is known.
pub(super) struct Groups<'s, 't> {
    pub(super) story: &'s Story<'t>,
    pub(super) lexicon: &'s Lexicon,
}

impl Groups<'_, '_> {
    /// The antecedent of a "they", if exactly one group may be meant.
    pub(super) fn antecedent(&self, they: usize) -> Option<Antecedent> {
        let page = &self.story.page;
        let own = page.sentence_of(they);
        let here = Run::new(page.sentences[own].tokens.start, they);
        if here.iter().any(|i| !self.is_quoted(i) && self.is_group_noun(i)) || self.joint(here).is_some() {
            return self.group_of(own, here);
        }
        let paragraph_of = |sentence: usize| page.paragraph_of(page.sentences[sentence].tokens.start);
        let paragraph = page.paragraph_of(they);
        let near = (0..own).rev().take_while(|&s| paragraph_of(s) + 1 >= paragraph);
        let text = near.filter(|&s| self.story.sections.get(paragraph_of(s)).is_some_and(|section| section.is_text()));
        let sentence = text.take(BACK).find(|&s| !self.is_quotation(s))?;
        self.group_of(sentence, page.sentences[sentence].tokens)
    }

    /// The group that speaks in a part of a sentence or, where nobody speaks, acts in it.
    fn group_of(&self, sentence: usize, part: Run) -> Option<Antecedent> {
        let told = self.story.attributions(sentence).iter().filter(|a| !a.negated && a.cue.end <= part.end);
        let mut sources: Vec<Run> = told.filter_map(|a| a.source).collect();
        sources.dedup();
        if sources.is_empty() {
            return self.subject(sentence, part);
        }
        let mut groups = sources.iter().filter_map(|&source| self.group(source));
        let first = groups.next()?;
        groups.all(|other| other == first).then_some(first)
    }

    /// The subject of a sentence that tells of no other group.
    fn subject(&self, sentence: usize, part: Run) -> Option<Antecedent> {
        let clause = self.story.clauses(sentence).iter().find(|c| c.verb.is_some())?;
        let verb = clause.verb.as_ref()?.run;
        // "When officers arrived": the phrase begins behind what opens the clause.
        let opens = |i: usize| {
            self.story.page.is(i, SUBORDINATOR | SUBORDINATE | ADVERB) || matches!(self.story.page.lower(i), "and" | "but")
        };
        let start = (clause.run.start..verb.start).find(|&i| !opens(i))?;
        let subject = self.group(Run::new(start, verb.start))?;
        let rest = Run::new(verb.end.min(part.end), part.end);
        let others = rest.iter().any(|i| self.is_group_noun(i)) || self.joint(rest).is_some();
        (!others && !rest.is_empty()).then_some(subject)
    }

    /// What a noun phrase is, if it stands for several: people joined by "and", or a noun in the plural.
    fn group(&self, phrase: Run) -> Option<Antecedent> {
        let page = &self.story.page;
        if phrase.is_empty() || phrase.iter().any(|i| self.is_quoted(i)) {
            return None;
        }
        if phrase.len() == 1 && page.lower(phrase.start) == "they" {
            return Some(Antecedent::They(phrase.start));
        }
        if let Some(run) = self.joint(phrase) {
            return Some(Antecedent::Several(run));
        }
        let core = before_apposition(self.story, phrase);
        let counted = |i: usize| page.lower(i) == "of" && i > core.start && self.lexicon.numbers.vague.has(page.key(i - 1));
        let end = core.iter().find(|&i| page.is(i, PREPOSITION) && !counted(i)).unwrap_or(core.end);
        let noun = Run::new(core.start, end);
        let last = end.checked_sub(1).filter(|_| !noun.is_empty())?;
        match noun.iter().filter(|&i| page.lower(i) == "and").collect::<Vec<_>>()[..] {
            [] => self.is_group_noun(last).then_some(Antecedent::Group(core)),
            // "the mayor and his guards".
            [and] if and > noun.start && self.is_human(and - 1) && self.is_human(last) => Some(Antecedent::Several(core)),
            _ => None,
        }
    }

    /// The first people joined by "and": "Anna Velt, Tom Berg and Omar Haddad".
    fn joint(&self, within: Run) -> Option<Run> {
        let people: Vec<&Name> = self.people(within).collect();
        let closed = people.windows(2).find(|w| self.is_joint(Run::new(w[0].run.end, w[1].full.start.max(w[0].run.end))))?;
        let comma = |a: &Name, b: &Name| self.story.page.lower(a.run.end) == "," && b.full.start.max(a.run.end) == a.run.end + 1;
        let mut first = people.iter().position(|n| n.run == closed[0].run)?;
        while first > 0 && comma(people[first - 1], people[first]) {
            first -= 1;
        }
        Some(Run::new(people[first].run.start, closed[1].run.end))
    }

    /// Several people by their fullest names, "Anna Velt and Tom Berg", or as the text has them.
    pub(super) fn joined(&self, run: Run) -> String {
        let text = |run: Run| self.story.page.text(run);
        let names: Vec<&str> = self.people(run).map(|n| n.canonical.as_deref().unwrap_or(text(n.run))).collect();
        match names.as_slice() {
            [all @ .., last] if !all.is_empty() => format!("{} and {last}", all.join(", ")),
            _ => text(run).to_owned(),
        }
    }

    /// The people named in a run outside quotations.
    fn people(&self, within: Run) -> impl Iterator<Item = &Name> {
        self.story
            .names_in(within)
            .filter(|n| n.kind == NameType::Person && n.mention == Mention::Proper && !n.plural && !self.is_quoted(n.run.start))
    }

    /// "and", ", and", "and the minister" between two names.
    fn is_joint(&self, gap: Run) -> bool {
        let page = &self.story.page;
        let and = gap.iter().find(|&i| page.lower(i) == "and");
        let bare = |i: usize| matches!(page.lower(i), "," | "and");
        and.is_some() && gap.len() <= 2 && gap.iter().all(bare)
    }

    /// A noun in the plural for people who may speak: "officials", "police", "the ministers".
    fn is_group_noun(&self, i: usize) -> bool {
        let page = &self.story.page;
        if page.kind(i) != Some(TokenKind::Word) || self.is_quoted(i) {
            return false;
        }
        let (word, people) = (page.lower(i), &self.lexicon.casualties);
        let plural = people.plurals.has(word) || word.ends_with('s') || word.ends_with("men");
        let told = people.victims.get(page.key(i)).is_some_and(|p| p.plural || people.plurals.has(word));
        told || plural && self.lexicon.cues.speakers.has(word)
    }

    /// A noun for people who may speak, or the last word of somebody's name.
    fn is_human(&self, i: usize) -> bool {
        let key = self.story.page.key(i);
        let named = || self.people(self.story.page.sentences[self.story.page.sentence_of(i)].tokens).any(|n| n.run.end == i + 1);
        self.lexicon.casualties.victims.has(key) || self.lexicon.cues.speakers.has(key) || named()
    }

    /// Whether a sentence is words of a quotation and nothing else.
    fn is_quotation(&self, sentence: usize) -> bool {
        let run = self.story.page.sentences[sentence].tokens;
        self.is_quoted(run.start) && self.story.attributions(sentence).iter().all(|a| a.source.is_none())
    }

    fn is_quoted(&self, i: usize) -> bool {
        let quoted = self.story.quoted();
        let last = quoted.partition_point(|q| q.outer.start <= i);
        quoted[..last].iter().rev().take(3).any(|q| q.outer.has(i))
    }
}
