//! The claims of a collection, article by article.

mod gather;
mod tellings;

use std::cmp::Ordering;
use std::collections::HashMap;
use std::ops::Range;

use chrono::{Datelike, NaiveDate, NaiveDateTime};

use super::features::Named;
use super::merges::EntityMerge;
use crate::claim::record::{ArticleRow, CasualtyClaim, Claims, DateClaim, NameClaim};
use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::{AnchorQuality, Role};
use crate::text::CodePoints;
use crate::value::Moment;

use gather::each_once;
pub(crate) use gather::{in_words, interval};
pub use tellings::{COMPARED, Encounter, Figure, Incident, Utterance};

/// The claims of a collection, gathered into what they speak of within each article.
#[derive(Debug)]
pub struct Book<'c> {
    /// The claims.
    pub claims: &'c Claims,
    /// The words they were read by, with the places.
    pub lexicon: &'c Lexicon,
    /// Each article's day, its own or inherited.
    pub days: Vec<Option<NaiveDate>>,
    /// How each article's day is known.
    pub qualities: Vec<AnchorQuality>,
    /// The utterances: quotations with all their parts.
    pub utterances: Vec<Utterance<'c>>,
    /// The incidents that tolls are told of.
    pub incidents: Vec<Incident<'c>>,
    /// The meetings.
    pub encounters: Vec<Encounter<'c>>,
    /// The entities that are shown to be another.
    merged: HashMap<&'c str, &'c str>,
    articles: HashMap<&'c str, usize>,
    /// When each article was published.
    moments: Vec<Option<Moment>>,
    /// The rows of each article.
    casualties: Vec<Vec<&'c CasualtyClaim>>,
    dates: Vec<Vec<&'c DateClaim>>,
    names: Vec<Vec<&'c NameClaim>>,
    /// The first person that each article names, and whether it names another.
    people: Vec<Option<(&'c str, bool)>>,
    /// Where the code points of each text lie.
    points: Vec<Option<CodePoints<'c>>>,
}

impl<'c> Book<'c> {
    /// Gathers the claims.
    #[must_use]
    pub fn new(claims: &'c Claims, lexicon: &'c Lexicon) -> Self {
        let articles: HashMap<_, _> = claims.articles.iter().enumerate().map(|(i, a)| (a.article.as_str(), i)).collect();
        let mut book = Self {
            casualties: by_article(claims, &articles, &claims.casualties, |c| &c.article),
            dates: by_article(claims, &articles, &claims.dates, |d| &d.article),
            names: by_article(claims, &articles, &claims.names, |n| &n.article),
            claims,
            lexicon,
            days: claims.articles.iter().map(|a| a.anchor_date).collect(),
            qualities: claims.articles.iter().map(|a| a.anchor_quality).collect(),
            utterances: Vec::new(),
            incidents: Vec::new(),
            encounters: Vec::new(),
            merged: HashMap::new(),
            people: vec![None; claims.articles.len()],
            points: claims.articles.iter().map(|a| a.text.as_deref().map(CodePoints::new)).collect(),
            moments: claims.articles.iter().map(|a| Moment::read(a.published.as_deref()?)).collect(),
            articles,
        };
        book.people = book.gather_people();
        book.utterances = book.gather_utterances();
        book.encounters = book.gather_encounters();
        let named = Named::new(claims, lexicon);
        book.incidents = book.gather_incidents(&named);
        // By the names of the articles: what is said of a pair must not hang on the order in which they came.
        let id = |article: usize| claims.articles[article].article.as_str();
        book.utterances.sort_by_key(|u| (id(u.article), u.head().start));
        book.encounters.sort_by_key(|e| (id(e.article), e.mentions[0].start));
        book.incidents.sort_by_key(|i| (id(i.article), i.figures[0].claim.start));
        book
    }

    /// The row of an article.
    #[must_use]
    pub fn article(&self, index: usize) -> &'c ArticleRow {
        &self.claims.articles[index]
    }

    /// Whether an article is a coder's table.
    #[must_use]
    pub fn is_coded(&self, index: usize) -> bool {
        self.article(index).role == Role::Coded
    }

    /// The casualty rows of an article.
    #[must_use]
    pub fn casualties_of(&self, index: usize) -> &[&'c CasualtyClaim] {
        &self.casualties[index]
    }

    /// The dates of an article.
    #[must_use]
    pub fn dates_of(&self, index: usize) -> &[&'c DateClaim] {
        &self.dates[index]
    }

    /// The names of an article.
    #[must_use]
    pub fn names_of(&self, index: usize) -> &[&'c NameClaim] {
        &self.names[index]
    }

    /// The incidents of an article.
    #[must_use]
    pub fn incidents_of(&self, index: usize) -> &[Incident<'c>] {
        let id = |i: &Incident| self.article(i.article).article.as_str();
        let name = self.article(index).article.as_str();
        let from = self.incidents.partition_point(|i| id(i) < name);
        let to = from + self.incidents[from..].partition_point(|i| id(i) == name);
        &self.incidents[from..to]
    }

    /// The places of the utterances of an article among all.
    #[must_use]
    pub fn utterances_of(&self, index: usize) -> Range<usize> {
        let id = |u: &Utterance| self.article(u.article).article.as_str();
        let name = self.article(index).article.as_str();
        let from = self.utterances.partition_point(|u| id(u) < name);
        from..from + self.utterances[from..].partition_point(|u| id(u) == name)
    }

    /// The words of an article between two code points; none where its text is not given or the ends lie the wrong way round.
    #[must_use]
    pub fn passage(&self, article: &str, start: i64, end: i64) -> Option<&'c str> {
        let index = self.index(article)?;
        let text = self.article(index).text.as_deref()?;
        let points = self.points[index].as_ref()?;
        text.get(points.byte(start)..points.byte(end))
    }

    /// Whether an article names one person and no other, so that a pronoun can mean nobody else.
    pub(super) fn names_one_person(&self, article: usize) -> bool {
        self.people[article].is_some_and(|(_, others)| !others)
    }

    /// An entity as the collection knows it: the full name for the surname of one article.
    #[must_use]
    pub fn known<'e>(&self, entity: &'e str) -> &'e str
    where
        'c: 'e,
    {
        self.merged.get(entity).copied().unwrap_or(entity)
    }

    /// Takes the entities that are shown to be one for one, wherever claims are compared. What two merges tell otherwise stays as it is.
    pub fn merge(&mut self, merges: &[EntityMerge]) {
        if merges.is_empty() {
            return;
        }
        let mut told: HashMap<&str, Option<&str>> = HashMap::new();
        for EntityMerge { entity, merged, .. } in merges {
            told.entry(merged).and_modify(|e| *e = e.filter(|e| e == entity)).or_insert(Some(entity));
        }
        let last = |entity: &'c str| {
            // A surname is that of another article, which is that of a third, which has the full name.
            std::iter::successors(Some(entity), |e| *told.get(e)?).take(STEPS).last()
        };
        let names = self.claims.names.iter().filter_map(|n| n.entity.as_deref());
        let of_names: HashMap<&str, &'c str> = names.map(|e| (e, e)).collect();
        self.merged =
            of_names.values().filter(|e| told.contains_key(*e)).filter_map(|e| Some((*e, *of_names.get(last(e)?)?))).collect();
        let merged = &self.merged;
        let known = |e: &'c str| merged.get(e).copied().unwrap_or(e);
        for utterance in &mut self.utterances {
            utterance.speaker = utterance.speaker.map(known);
        }
        for encounter in &mut self.encounters {
            encounter.entities = each_once(encounter.entities.iter().map(|e| known(e)));
        }
    }

    /// The index of an article; none for a claim whose article is not in the table.
    #[must_use]
    pub fn index(&self, article: &str) -> Option<usize> {
        self.articles.get(article).copied()
    }

    /// When an article was published, to the minute, where both day and clock are given.
    #[must_use]
    pub fn moment(&self, article: usize) -> Option<Moment> {
        self.moments[article]
    }

    /// The same in UTC, or by a clock of an unknown zone.
    #[must_use]
    pub fn clock(&self, article: usize) -> Option<NaiveDateTime> {
        self.moment(article).map(Moment::utc)
    }

    /// Which of two articles was published first by the clock; none where the clocks cannot be compared.
    #[must_use]
    pub fn by_clock(&self, a: usize, b: usize) -> Option<Ordering> {
        self.moment(a)?.compare(self.moment(b)?)
    }

    /// The day an article was written; none where only an update's or a crawl's day is known, which is a bound.
    #[must_use]
    pub fn day_of_writing(&self, article: usize) -> Option<NaiveDate> {
        let bound = matches!(self.qualities[article], AnchorQuality::UpdatedStamp | AnchorQuality::Crawl);
        self.days[article].filter(|_| !bound)
    }

    /// How an article is called in a sentence: its outlet and time, else its id.
    #[must_use]
    pub fn told_by(&self, article: usize) -> String {
        let row = self.article(article);
        let name = row.outlet.as_deref().unwrap_or(&row.article);
        // A day that was learnt from another article is not when this one was written.
        let own = self.days[article].filter(|_| self.qualities[article] != AnchorQuality::Inherited);
        match (self.moment(article), own) {
            (Some(moment), _) => format!("{name}, {} {moment}", day_month(moment.local.date())),
            (None, Some(day)) => format!("{name}, {}", day_month(day)),
            (None, None) => name.to_owned(),
        }
    }
}

/// Rows by the place of their article; one whose article is not in the table is nowhere.
fn by_article<'c, T>(
    claims: &Claims,
    articles: &HashMap<&str, usize>,
    rows: &'c [T],
    article: impl Fn(&T) -> &str,
) -> Vec<Vec<&'c T>> {
    let mut out = vec![Vec::new(); claims.articles.len()];
    for row in rows {
        if let Some(&i) = articles.get(article(row)) {
            out[i].push(row);
        }
    }
    out
}

/// From one merge to the next no further than this.
const STEPS: usize = 6;

fn day_month(day: NaiveDate) -> String {
    format!("{} {}", day.day(), day.format("%B %Y"))
}
