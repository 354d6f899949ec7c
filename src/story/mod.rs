//! One article: what of its page is text, in which language, when it was written, who and when its sentences speak of.
//!
//! A [`Story`] is all that the claim floor sees.

mod anchor;
mod coreference;
pub mod frame;
mod furniture;
mod language;
mod resolver;

use std::cell::OnceCell;

use chrono::NaiveDate;

use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::{ActsAs, AnchorQuality, Mention, NameType, Precision, StampKind, TimexType};
use crate::read::attribution::{Attribution, attributions};
use crate::read::clause::{Clause, clauses};
use crate::read::dates::{DateMention, dates};
use crate::read::marks::{Quoted, quoted};
use crate::read::names::{Style, style};
use crate::read::numbers::{Number, numbers};
use crate::text::{Article, Page, Run, Span};
use crate::value::Interval;

pub use crate::lexicon::vocabulary::Gender;
pub use anchor::Anchor;
pub use coreference::RULES as REFERENCE_RULES;
pub use furniture::Section;
pub use language::Language;
pub use resolver::{DayOrder, Lean, Resolved, Seen, resolve, seen_from};

/// A date of the article, resolved.
#[derive(Debug, Clone, PartialEq)]
pub struct Date {
    /// Its tokens.
    pub run: Run,
    /// The tokens of its two ends, where it is a range.
    pub ends: Option<[Run; 2]>,
    /// The TIMEX3 type.
    pub kind: TimexType,
    /// The TIMEX3 value, `XXXX` where the year is not known; of a range both values with `/` between.
    pub value: String,
    /// The days it covers; none where they are not known.
    pub interval: Option<Interval>,
    /// A time zone, as written.
    pub zone: Option<String>,
    /// What it was resolved against: `none` for an explicit date.
    pub anchor: Option<String>,
    /// The grade of that anchor.
    pub anchor_quality: AnchorQuality,
    /// The rule that read it.
    pub rule: &'static str,
}

/// A mention of somebody or something with a name, resolved within the article.
#[derive(Debug, Clone, PartialEq)]
pub struct Name {
    /// Its tokens, without title and role.
    pub run: Run,
    /// Its tokens with title, role and apposition.
    pub full: Run,
    /// Proper, nominal ("the minister") or pronoun.
    pub mention: Mention,
    /// PERSON, ORG or LOC.
    pub kind: NameType,
    /// The canonical id: `person:mark-toner`; none where the text does not tell.
    pub entity: Option<String>,
    /// The fullest name in the article.
    pub canonical: Option<String>,
    /// Title or role as written.
    pub role: Option<String>,
    /// What a place's name stands for here.
    pub acts_as: Option<ActsAs>,
    /// Grammatical gender.
    pub gender: Gender,
    /// "they", "the two", a list.
    pub plural: bool,
    /// The rule that read it.
    pub rule: &'static str,
}

/// What was read of one sentence.
#[derive(Debug, Clone, Default)]
pub struct Told {
    clauses: OnceCell<Vec<Clause>>,
    attributions: OnceCell<Vec<Attribution>>,
    expressions: OnceCell<Vec<DateMention>>,
    style: OnceCell<Style>,
    numbers: OnceCell<Vec<Number>>,
    /// The speaker who holds the floor when the sentence begins, as an index into [`Story::names`]: whose words a quotation
    /// without a speech verb are.
    pub frame: Option<usize>,
}

impl Told {
    /// Its clauses, in order and without gaps; empty until [`Story::new`] or [`Story::clauses`] has read them.
    #[must_use]
    pub fn clauses(&self) -> &[Clause] {
        self.clauses.get().map_or(&[], Vec::as_slice)
    }

    /// Who says what in it; empty until [`Story::new`] or [`Story::attributions`] has read it.
    #[must_use]
    pub fn attributions(&self) -> &[Attribution] {
        self.attributions.get().map_or(&[], Vec::as_slice)
    }
}

/// One article, read and resolved.
#[derive(Debug)]
pub struct Story<'t> {
    /// The article.
    pub article: &'t Article,
    /// Its text, cut.
    pub page: Page<'t>,
    /// What each paragraph is.
    pub sections: Vec<Section>,
    /// Its language.
    pub language: Language,
    /// When it was written, and how that is known.
    pub anchor: Anchor,
    /// Every date outside furniture, in order.
    pub dates: Vec<Date>,
    /// Every name, nominal mention and pronoun, in order; of captions, credits and links the names alone.
    pub names: Vec<Name>,
    /// The quotations, in order.
    pub quoted: Vec<Quoted>,
    /// What was read of each sentence; empty for furniture.
    pub told: Vec<Told>,
}

impl<'t> Story<'t> {
    /// Reads an article.
    #[must_use]
    pub fn new(article: &'t Article, lexicon: &Lexicon) -> Self {
        let mut story = Self::named(article, lexicon);
        story.dates = resolver::dates(&story, lexicon);
        for sentence in story.sentences() {
            let _ = story.attributions(sentence, lexicon);
        }
        frame::speakers(&mut story);
        story
    }

    /// Reads the page, the anchor and the dates of an article and nothing else: no names, no quotations, no numbers, and the
    /// clauses of those sentences alone that hold a date.
    #[must_use]
    pub fn dated(article: &'t Article, lexicon: &Lexicon) -> Self {
        let mut story = Self::anchored(article, lexicon);
        story.dates = resolver::dates(&story, lexicon);
        story
    }

    /// Reads an article for the sake of some of its sentences: names and dates if there are any; who says what is read when it is
    /// asked for, and who holds the floor is not.
    #[must_use]
    pub fn of_sentences(article: &'t Article, lexicon: &Lexicon, told: impl Fn(&Self, usize, &Lexicon) -> bool) -> Self {
        let mut story = Self::anchored(article, lexicon);
        if story.sentences().any(|i| told(&story, i, lexicon)) {
            story.read_names(lexicon);
            story.dates = resolver::dates(&story, lexicon);
        }
        story
    }

    /// Reads the page, the quotation marks and the names of an article and nothing else: no dates, no numbers, and the
    /// attributions of those sentences alone that a pronoun looks to.
    #[must_use]
    pub fn named(article: &'t Article, lexicon: &Lexicon) -> Self {
        let mut story = Self::anchored(article, lexicon);
        story.read_names(lexicon);
        story
    }

    fn read_names(&mut self, lexicon: &Lexicon) {
        for (paragraph, _) in self.page.paragraphs.iter().zip(&self.sections).filter(|(_, s)| s.is_text()) {
            self.quoted.extend(quoted(&self.page, paragraph));
        }
        self.names = coreference::names(self, lexicon);
    }

    fn anchored(article: &'t Article, lexicon: &Lexicon) -> Self {
        let mut page = Page::new(&article.text, lexicon);
        let language = language::language(&page);
        let sections = furniture::sections(&page, lexicon);
        let anchor = anchor::anchor(article, &page, &sections, lexicon);
        if let Some(first) = anchor.behind_dateline {
            page.cut(first);
        }
        let told = vec![Told::default(); page.sentences.len()];
        let (dates, names, quoted) = (Vec::new(), Vec::new(), Vec::new());
        Self { article, page, sections, language, anchor, dates, names, quoted, told }
    }

    /// Who says what in a sentence, read when it is first asked for.
    #[must_use]
    pub fn attributions(&self, sentence: usize, lexicon: &Lexicon) -> &[Attribution] {
        let read = || {
            let clauses = self.clauses(sentence, lexicon);
            let dates = || self.expressions(sentence, lexicon);
            attributions(&self.page, &self.page.sentences[sentence], clauses, &self.quoted, &dates, lexicon)
        };
        self.told[sentence].attributions.get_or_init(read)
    }

    /// The clauses of a sentence, read when they are first asked for.
    #[must_use]
    pub fn clauses(&self, sentence: usize, lexicon: &Lexicon) -> &[Clause] {
        self.told[sentence].clauses.get_or_init(|| clauses(&self.page, &self.page.sentences[sentence], lexicon))
    }

    /// What a capital tells in a sentence.
    #[must_use]
    pub fn style(&self, sentence: usize, lexicon: &Lexicon) -> Style {
        *self.told[sentence].style.get_or_init(|| style(&self.page, &self.page.sentences[sentence], lexicon))
    }

    /// The numbers of a sentence, read when they are first asked for.
    #[must_use]
    pub fn numbers(&self, sentence: usize, lexicon: &Lexicon) -> &[Number] {
        self.told[sentence].numbers.get_or_init(|| numbers(&self.page, &self.page.sentences[sentence], lexicon))
    }

    /// The date expressions of a sentence, read when they are first asked for.
    #[must_use]
    pub fn expressions(&self, sentence: usize, lexicon: &Lexicon) -> &[DateMention] {
        self.told[sentence].expressions.get_or_init(|| dates(&self.page, &self.page.sentences[sentence], lexicon))
    }

    /// The sentences that are text, by index.
    pub fn sentences(&self) -> impl Iterator<Item = usize> {
        self.page
            .paragraphs
            .iter()
            .zip(&self.sections)
            .filter(|(_, s)| s.is_text())
            .flat_map(|(p, _)| p.sentences.0..p.sentences.1)
    }

    /// The names inside a run, in order.
    pub fn names_in(&self, run: Run) -> impl Iterator<Item = &Name> {
        let from = self.names.partition_point(|n| n.run.start < run.start);
        self.names[from..].iter().take_while(move |n| n.run.end <= run.end)
    }

    /// The dates inside a run, in order.
    pub fn dates_in(&self, run: Run) -> impl Iterator<Item = &Date> {
        let from = self.dates.partition_point(|d| d.run.start < run.start);
        self.dates[from..].iter().take_while(move |d| d.run.end <= run.end)
    }

    /// The bytes of a run.
    #[must_use]
    pub fn span(&self, run: Run) -> Span {
        self.page.span(run)
    }
}

/// What the furniture says of an article, as it goes into the table of articles.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Imprint {
    /// The dateline's day.
    pub dateline_date: Option<NaiveDate>,
    /// The dateline's place.
    pub dateline_place: Option<String>,
    /// A stamp's words.
    pub stamp: Option<String>,
    /// What the stamp says of itself.
    pub stamp_kind: Option<StampKind>,
    /// The wire or agency credited.
    pub credit: Option<String>,
    /// How exactly the given publication time is known.
    pub published_precision: Option<Precision>,
    /// A publication time was given that is no date.
    pub published_unread: bool,
}
