//! Who is who within an article: surnames, acronyms, spellings, metonyms, roles, pronouns.
//!
//! Mentions are read sentence by sentence, then typed by what the article shows elsewhere ([`typing`]), then given entities
//! ([`people`], [`organisations`], [`places`]); roles and pronouns come last. An entity is a pure function of the article and the
//! lexicon, so that two articles that write a name in full give it one id.

mod acting;
mod again;
mod guess;
mod headlines;
mod namesakes;
mod nominal;
mod offices;
mod organisations;
mod people;
mod places;
mod pronouns;
mod rules;
mod scene;
mod splices;
mod typing;

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::{Gender, Name, Section, Story};
use crate::lexicon::vocabulary::{Mention, NameType};
use crate::lexicon::{FurnitureKind, Known, Lexicon};
use crate::read::names::{NameMention, Style, names_in};
use crate::text::{Page, Run};
use crate::value::sound::skeleton;

pub use rules::RULES;

impl Name {
    /// A pronoun that is known to stand for nobody of the article.
    pub(crate) fn is_nobody(&self) -> bool {
        self.rule == rules::SPLICED.id
    }
}

#[cfg(test)]
mod tests;

/// A proper mention on its way to an entity.
#[derive(Debug, Clone)]
struct Found {
    mention: NameMention,
    kind: NameType,
    sentence: usize,
    /// Stands in a caption, a credit or a link: it may be somebody of the article, and never says who is.
    aside: bool,
    entity: Option<Arc<str>>,
}

/// What the mentions of one entity share.
struct Named {
    /// Its longest name.
    fullest: Run,
    /// The words of that.
    canonical: Arc<str>,
    gender: Gender,
}

impl Named {
    fn new(run: Run) -> Self {
        Self { fullest: run, canonical: Arc::default(), gender: Gender::Unknown }
    }
}

/// An article with the words to read it by.
struct Reader<'a, 't> {
    story: &'a Story<'t>,
    page: &'a Page<'t>,
    lexicon: &'a Lexicon,
    /// What runs were found to be listed as: each is asked about again and again.
    listed: RefCell<FxHashMap<Run, Option<&'a Known>>>,
}

impl<'a, 't> Reader<'a, 't> {
    fn new(story: &'a Story<'t>, lexicon: &'a Lexicon) -> Self {
        Self { story, page: &story.page, lexicon, listed: RefCell::default() }
    }

    /// The listed name that a run is, whole.
    fn known(&self, run: Run) -> Option<&'a Known> {
        *self.listed.borrow_mut().entry(run).or_insert_with(|| {
            let (n, known) = self.lexicon.names.known.longest(self.page.keys(run))?;
            (n == run.len()).then_some(known)
        })
    }
}

/// Every name and nominal mention of the story's text, resolved, in order.
pub(super) fn mentions(story: &Story, lexicon: &Lexicon) -> Vec<Name> {
    let reader = Reader::new(story, lexicon);
    let mut read = Vec::new();
    let mut shouted = Vec::new();
    for (sentence, aside) in sentences(story) {
        let at = &story.page.sentences[sentence];
        let style = story.style(sentence);
        if style != Style::Plain {
            shouted.push(sentence);
        }
        read.extend(names_in(style, &story.page, at, lexicon).into_iter().map(|m| (sentence, aside, m)));
    }
    let mut found = reader.typed(read, &shouted);
    reader.in_headlines(&mut found, &shouted);
    found.sort_by_key(|f| f.mention.run);
    reader.again(&mut found, &shouted);
    reader.people(&mut found);
    reader.organisations(&mut found);
    reader.places(&mut found);
    let mut out = reader.rows(&found);
    out.sort_by_key(in_order);
    let more = reader.nominals(&out);
    out.extend(more);
    out.sort_by_key(in_order);
    out
}

/// The same mentions with the pronouns that stand for them.
pub(super) fn with_pronouns(mut mentions: Vec<Name>, story: &Story, lexicon: &Lexicon) -> Vec<Name> {
    let reader = Reader::new(story, lexicon);
    let more = reader.pronouns(&mentions);
    mentions.extend(more);
    mentions.sort_by_key(in_order);
    mentions
}

fn in_order(name: &Name) -> (usize, usize) {
    (name.run.start, name.run.end)
}

/// The sentences that may hold names, and whether they stand beside the text: in a caption, a credit, a link.
fn sentences<'s>(story: &'s Story) -> impl Iterator<Item = (usize, bool)> + 's {
    let named = |s: &Section| !matches!(s, Section::Furniture(FurnitureKind::Button));
    let paragraphs = story.page.paragraphs.iter().zip(&story.sections).filter(move |(_, s)| named(s));
    paragraphs.flat_map(|(p, s)| (p.sentences.0..p.sentences.1).map(|i| (i, !s.is_text())))
}

impl Reader<'_, '_> {
    /// Proper mentions as rows, each with the fullest form and the gender of its entity.
    fn rows(&self, found: &[Found]) -> Vec<Name> {
        let mut all: FxHashMap<&str, Named> = FxHashMap::default();
        for f in found {
            let Some(entity) = f.entity.as_deref() else { continue };
            let named = all.entry(entity).or_insert_with(|| Named::new(f.mention.run));
            let fuller = self.page.text(f.mention.run).len() > self.page.text(named.fullest).len();
            if fuller && f.mention.run.len() >= named.fullest.len() {
                named.fullest = f.mention.run;
            }
            if named.gender == Gender::Unknown {
                named.gender = f.mention.gender;
            }
        }
        for named in all.values_mut() {
            named.canonical = self.page.text(named.fullest).into();
        }
        found
            .iter()
            .map(|f| {
                let named = f.entity.as_deref().and_then(|entity| all.get(entity));
                let acts_as = self.acts_as(f);
                Name {
                    run: f.mention.run,
                    full: f.mention.full,
                    mention: Mention::Proper,
                    kind: f.kind,
                    entity: self.as_government(f, acts_as).map(Arc::from).or_else(|| f.entity.clone()),
                    canonical: named.map(|n| Arc::clone(&n.canonical)),
                    role: f.mention.role.map(|run| self.page.text(run).into()),
                    acts_as,
                    gender: named.map(|n| n.gender).filter(|g| *g != Gender::Unknown).unwrap_or(f.mention.gender),
                    plural: false,
                    rule: f.mention.rule,
                }
            })
            .collect()
    }

    /// Whether a name stands in the dateline: the wire there reports, and is no body of the story.
    fn is_dateline(&self, run: Run) -> bool {
        self.story
            .anchor
            .behind_dateline
            .is_some_and(|first| run.start < first && self.page.paragraph_of(run.start) == self.page.paragraph_of(first))
    }
}

/// The lower-case words of a phrase.
fn word_set(text: &str) -> BTreeSet<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect()
}
