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
use std::sync::Arc;

use chrono::NaiveDate;

use crate::lexicon::Lexicon;
use crate::lexicon::kinds::{IT, PRONOUN};
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
    pub entity: Option<Arc<str>>,
    /// The fullest name in the article.
    pub canonical: Option<Arc<str>>,
    /// Title or role as written.
    pub role: Option<Arc<str>>,
    /// What a place's name stands for here.
    pub acts_as: Option<ActsAs>,
    /// Grammatical gender.
    pub gender: Gender,
    /// "they", "the two", a list.
    pub plural: bool,
    /// The rule that read it.
    pub rule: &'static str,
}

impl Name {
    /// Its canonical id, for a row.
    #[must_use]
    pub fn id(&self) -> Option<String> {
        self.entity.as_deref().map(str::to_owned)
    }

    /// The fullest name in the article, for a row.
    #[must_use]
    pub fn fullest(&self) -> Option<String> {
        self.canonical.as_deref().map(str::to_owned)
    }
}

/// What was read of one sentence.
#[derive(Debug, Clone, Default)]
struct Told {
    clauses: OnceCell<Vec<Clause>>,
    attributions: OnceCell<Vec<Attribution>>,
    expressions: OnceCell<Vec<DateMention>>,
    style: OnceCell<Style>,
    numbers: OnceCell<Vec<Number>>,
}

/// One article, of which each thing is read when it is first asked for: who asks for no names pays for none.
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
    lexicon: &'t Lexicon,
    dates: OnceCell<Vec<Date>>,
    mentions: OnceCell<Vec<Name>>,
    names: OnceCell<Vec<Name>>,
    quoted: OnceCell<Vec<Quoted>>,
    frames: OnceCell<Vec<Option<usize>>>,
    told: Vec<Told>,
}

impl<'t> Story<'t> {
    /// Cuts an article and finds out what its paragraphs are and when it was written.
    #[must_use]
    pub fn new(article: &'t Article, lexicon: &'t Lexicon) -> Self {
        let mut page = Page::new(&article.text, lexicon);
        let language = language::language(&page);
        let sections = furniture::sections(&page, lexicon);
        let anchor = anchor::anchor(article, &page, &sections, lexicon);
        if let Some(first) = anchor.behind_dateline {
            page.cut(first);
        }
        let told = vec![Told::default(); page.sentences.len()];
        Self {
            article,
            page,
            sections,
            language,
            anchor,
            lexicon,
            dates: OnceCell::new(),
            mentions: OnceCell::new(),
            names: OnceCell::new(),
            quoted: OnceCell::new(),
            frames: OnceCell::new(),
            told,
        }
    }

    /// Every date outside furniture, in order.
    #[must_use]
    pub fn dates(&self) -> &[Date] {
        self.dates.get_or_init(|| resolver::dates(self, self.lexicon))
    }

    /// Every name, nominal mention and pronoun, in order; of captions, credits and links the names alone.
    #[must_use]
    pub fn names(&self) -> &[Name] {
        self.names.get_or_init(|| {
            let mentions = self.mentions.get().cloned().unwrap_or_else(|| coreference::mentions(self, self.lexicon));
            coreference::with_pronouns(mentions, self, self.lexicon)
        })
    }

    /// The names and nominal mentions, in order, with pronouns among them or not: to read them is dear, as whom they mean hangs on
    /// each other and on who says what.
    #[must_use]
    pub fn mentions(&self) -> &[Name] {
        match self.names.get() {
            Some(names) => names,
            None => self.mentions.get_or_init(|| coreference::mentions(self, self.lexicon)),
        }
    }

    /// The quotations, in order.
    #[must_use]
    pub fn quoted(&self) -> &[Quoted] {
        self.quoted.get_or_init(|| {
            let text = self.page.paragraphs.iter().zip(&self.sections).filter(|(_, s)| s.is_text());
            text.flat_map(|(paragraph, _)| quoted(&self.page, paragraph)).collect()
        })
    }

    /// The speaker who holds the floor when a sentence begins: whose words a quotation without a speech verb are.
    #[must_use]
    pub fn frame(&self, sentence: usize) -> Option<&Name> {
        let frames = self.frames.get_or_init(|| frame::speakers(self));
        self.names().get((*frames.get(sentence)?)?)
    }

    /// Who says what in a sentence of the text; nobody in furniture.
    #[must_use]
    pub fn attributions(&self, sentence: usize) -> &[Attribution] {
        let read = || {
            if !self.is_text(sentence) {
                return Vec::new();
            }
            let dates = || self.expressions(sentence);
            let at = &self.page.sentences[sentence];
            attributions(&self.page, at, self.clauses(sentence), self.quoted(), &dates, self.lexicon)
        };
        self.told.get(sentence).map_or(&[], |told| told.attributions.get_or_init(read))
    }

    /// The clauses of a sentence, in order and without gaps.
    #[must_use]
    pub fn clauses(&self, sentence: usize) -> &[Clause] {
        self.told[sentence].clauses.get_or_init(|| clauses(&self.page, &self.page.sentences[sentence], self.lexicon))
    }

    /// What a capital tells in a sentence.
    #[must_use]
    pub fn style(&self, sentence: usize) -> Style {
        *self.told[sentence].style.get_or_init(|| style(&self.page, &self.page.sentences[sentence], self.lexicon))
    }

    /// The numbers of a sentence.
    #[must_use]
    pub fn numbers(&self, sentence: usize) -> &[Number] {
        self.told[sentence].numbers.get_or_init(|| numbers(&self.page, &self.page.sentences[sentence], self.lexicon))
    }

    /// The date expressions of a sentence.
    #[must_use]
    pub fn expressions(&self, sentence: usize) -> &[DateMention] {
        self.told[sentence].expressions.get_or_init(|| dates(&self.page, &self.page.sentences[sentence], self.lexicon))
    }

    fn is_text(&self, sentence: usize) -> bool {
        let first = self.page.sentences[sentence].tokens.start;
        self.sections.get(self.page.paragraph_of(first)).is_some_and(|section| section.is_text())
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
        let pronoun = run.iter().any(|i| self.page.is(i, PRONOUN | IT));
        let names = if pronoun { self.names() } else { self.mentions() };
        let from = names.partition_point(|n| n.run.start < run.start);
        names[from..].iter().take_while(move |n| n.run.end <= run.end)
    }

    /// The dates inside a run, in order.
    pub fn dates_in(&self, run: Run) -> impl Iterator<Item = &Date> {
        let dates = self.dates();
        let from = dates.partition_point(|d| d.run.start < run.start);
        dates[from..].iter().take_while(move |d| d.run.end <= run.end)
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
