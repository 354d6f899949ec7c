//! Whose words they are: the mention at the cue, and the fullest name of whom it means.

use super::parts::Part;
use super::plural::{Antecedent, Groups};
use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::{Mention, QuoteKind};
use crate::story::frame::{before_apposition, head};
use crate::story::{Name, Story};
use crate::text::Run;

/// A speaker, as far as the text tells.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Speaker {
    /// The fullest mention in the article.
    pub(super) name: Option<String>,
    pub(super) entity: Option<String>,
    /// The mention at the quotation.
    pub(super) mention: Option<Run>,
}

/// So often "they" may go back to another "they".
const CHAIN: usize = 4;

/// Who spoke last.
#[derive(Debug)]
pub(super) struct Floor<'l> {
    lexicon: &'l Lexicon,
    last: Option<(Speaker, usize)>,
}

impl<'l> Floor<'l> {
    /// Nobody has spoken yet.
    pub(super) fn new(lexicon: &'l Lexicon) -> Self {
        Self { lexicon, last: None }
    }

    /// Who relays what somebody else says, by the fullest name.
    pub(super) fn relaying(&self, story: &Story, part: &Part) -> Option<String> {
        part.via.and_then(|run| self.named(story, run).name)
    }

    /// The speaker of a part, who then holds the floor.
    pub(super) fn speaker(&mut self, story: &Story, part: &Part) -> Speaker {
        if !matches!(part.kind, QuoteKind::Direct | QuoteKind::Indirect | QuoteKind::Mixed) {
            return Speaker::default();
        }
        let paragraph = story.page.paragraph_of(part.run.start);
        let found = match part.attribution {
            Some(a) => a.source.map(|run| self.named(story, run)).unwrap_or_default(),
            None => self.floating(story, part, paragraph),
        };
        // What an aide is said to have said leaves the floor to whoever tells it.
        let relayed = part.relayed && part.kind == QuoteKind::Indirect;
        if found != Speaker::default() && !relayed {
            self.last = Some((found.clone(), paragraph));
        }
        found
    }

    /// Without a cue: whoever spoke last in this paragraph or the one before, otherwise whoever holds the floor of the section.
    fn floating(&self, story: &Story, part: &Part, paragraph: usize) -> Speaker {
        if let Some((speaker, at)) = &self.last
            && (part.continues || *at + 1 >= paragraph)
        {
            return speaker.clone();
        }
        let sentence = story.page.sentence_of(part.run.start);
        match (story.frame(sentence), &self.last) {
            (Some(name), _) => resolved(story, name),
            (None, Some((speaker, _))) => speaker.clone(),
            (None, None) => Speaker::default(),
        }
    }

    /// The speaker that a noun phrase names.
    fn named(&self, story: &Story, source: Run) -> Speaker {
        if source.len() == 1 && story.page.lower(source.start) == "they" {
            let (name, entity) = self.several(story, source.start).unwrap_or_default();
            return Speaker { name, entity, mention: Some(source) };
        }
        if let Some(name) = head(story, source).and_then(|n| story.names().get(n)) {
            let mut speaker = resolved(story, name);
            if name.mention == Mention::Pronoun && speaker.name.is_none() && !name.is_nobody() {
                speaker.name = self.last_named(story, name.run);
            }
            // "the president of the club": a role that nobody is named for is told whole.
            let whole = before_apposition(story, source);
            let unnamed =
                name.mention == Mention::Nominal && speaker.name.as_deref().is_none_or(|n| n == story.page.text(name.run));
            if unnamed && whole.start <= name.run.start && name.run.end < whole.end && whole.len() <= 8 {
                speaker.name = Some(story.page.text(whole).to_owned());
                speaker.mention = Some(whole);
            }
            return speaker;
        }
        let mention = before_apposition(story, source);
        let name =
            if is_pronoun(story, mention) { self.last_named(story, mention) } else { Some(story.page.text(mention).to_owned()) };
        Speaker { name, entity: None, mention: Some(mention) }
    }

    /// The group that "they" means: its name and, of a body like the police, its entity.
    fn several(&self, story: &Story, they: usize) -> Option<(Option<String>, Option<String>)> {
        let groups = Groups { story, lexicon: self.lexicon };
        let mut at = they;
        for _ in 0..CHAIN {
            match groups.antecedent(at)? {
                Antecedent::They(earlier) => at = earlier,
                Antecedent::Group(run) => {
                    let speaker = self.named(story, run);
                    return Some((speaker.name, speaker.entity));
                }
                Antecedent::Several(run) => return Some((Some(groups.joined(run)), None)),
            }
        }
        None
    }

    /// Where nothing else resolves a pronoun: whoever spoke last, no more than two paragraphs back.
    fn last_named(&self, story: &Story, pronoun: Run) -> Option<String> {
        if !matches!(story.page.lower(pronoun.start), "he" | "she") {
            return None;
        }
        let (speaker, at) = self.last.as_ref()?;
        (at + 2 >= story.page.paragraph_of(pronoun.start)).then(|| speaker.name.clone()).flatten()
    }
}

fn resolved(story: &Story, name: &Name) -> Speaker {
    let text = || (name.mention != Mention::Pronoun).then(|| story.page.text(name.run).to_owned());
    Speaker { name: name.fullest().or_else(text), entity: name.id(), mention: Some(name.run) }
}

fn is_pronoun(story: &Story, run: Run) -> bool {
    let organisation = story.page.lower(run.start) == "who" && story.page.tokens[run.start].upper;
    run.len() == 1
        && !organisation
        && matches!(
            story.page.lower(run.start),
            "he" | "she" | "they" | "it" | "we" | "i" | "you" | "him" | "her" | "them" | "who"
        )
}
