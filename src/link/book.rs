use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime};

use super::features::{Named, ages};
use super::merges::EntityMerge;
use crate::claim::record::{ArticleRow, CasualtyClaim, Claims, MeetingClaim, QuoteClaim};
use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::{AnchorQuality, Effect, Group, Mention, NameType, QuoteKind, Role, Scope, Status};
use crate::text::CodePoints;
use crate::value::Interval;

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
    /// The first person that each article names, and whether it names another.
    people: Vec<Option<(&'c str, bool)>>,
    /// Where the code points of each text lie.
    points: Vec<Option<CodePoints<'c>>>,
}

/// A quotation with all its parts.
#[derive(Debug, Clone)]
pub struct Utterance<'c> {
    /// The article, as an index.
    pub article: usize,
    /// Its parts, in order; the first gives the utterance its name.
    pub parts: Vec<&'c QuoteClaim>,
    /// The words of all parts.
    pub words: String,
    /// When it was said.
    pub said: Option<Interval>,
    /// Headline fragments of the same article that repeat some of its words.
    pub echoes: Vec<&'c QuoteClaim>,
    speaker: Option<&'c str>,
}

impl<'c> Utterance<'c> {
    /// The first part, which stands for the whole.
    #[must_use]
    pub fn head(&self) -> &'c QuoteClaim {
        self.parts[0]
    }

    /// The speaker's entity, as the collection knows it.
    #[must_use]
    pub const fn speaker(&self) -> Option<&'c str> {
        self.speaker
    }
}

/// One printed figure with every mention of it in its article.
#[derive(Debug, Clone)]
pub struct Figure<'c> {
    /// The first mention.
    pub claim: &'c CasualtyClaim,
    /// The other mentions.
    pub repeats: Vec<&'c CasualtyClaim>,
}

impl<'c> Figure<'c> {
    /// Every mention, the first one first.
    pub fn mentions(&self) -> impl Iterator<Item = &'c CasualtyClaim> {
        std::iter::once(self.claim).chain(self.repeats.iter().copied())
    }
}

/// An incident as one article tells it.
#[derive(Debug, Clone)]
pub struct Incident<'c> {
    /// The article, as an index.
    pub article: usize,
    /// Its figures, in the order of the text.
    pub figures: Vec<Figure<'c>>,
    /// The places that its figures name, each once.
    pub places: Vec<&'c str>,
    /// The people whom the sentences of its figures name in full, each once; those of the whole article where it tells of no other
    /// incident. Victims and suspects: whom the news is full of, who holds an office and whose words are told is left out.
    pub people: Vec<&'c str>,
    /// The towns, quarters and roads that the same sentences name, and the head of an article that tells of no other incident.
    pub sites: Vec<&'c str>,
    /// The ages of its victims one by one, as far as they are told.
    pub ages: Vec<i64>,
    /// When it happened, as far as the article says.
    pub when: Option<Interval>,
    /// Whether `when` is only assumed from the article's day.
    pub assumed: bool,
    /// Incident, period or cumulative.
    pub scope: Scope,
}

/// Of one incident in one article so many figures are compared with others: no report tells more, and each meets each.
pub const COMPARED: usize = 64;

impl<'c> Incident<'c> {
    /// The figures that are compared with those of others: the first [`COMPARED`].
    #[must_use]
    pub fn compared(&self) -> &[Figure<'c>] {
        &self.figures[..self.figures.len().min(COMPARED)]
    }
}

/// A meeting as one article tells it.
#[derive(Debug, Clone)]
pub struct Encounter<'c> {
    /// The article, as an index.
    pub article: usize,
    /// Its mentions, in the order of the text.
    pub mentions: Vec<&'c MeetingClaim>,
    /// When it takes place, as far as the article says.
    pub when: Option<Interval>,
    /// Whether `when` is only assumed from the article's day.
    pub assumed: bool,
    entities: Vec<&'c str>,
}

impl<'c> Encounter<'c> {
    /// The mention that stands for all: the one that says most.
    ///
    /// # Panics
    /// Never: an encounter is made from its mentions.
    #[must_use]
    pub fn head(&self) -> &'c MeetingClaim {
        let told = |m: &MeetingClaim| (m.participant_entities.len(), m.place.is_some(), m.value.is_some());
        // Of equals the first: `max_by_key` would give the last.
        self.mentions.iter().rev().max_by_key(|m| told(m)).expect("an encounter has a mention")
    }

    /// Every entity that takes part, by any mention, as the collection knows it.
    #[must_use]
    pub fn entities(&self) -> &[&'c str] {
        &self.entities
    }

    /// Its place, by the first mention that names one.
    #[must_use]
    pub fn place(&self) -> Option<&'c str> {
        self.mentions.iter().find_map(|m| m.place_entity.as_deref())
    }

    /// Dates an undated meeting by the article's day: what was held lies shortly before it, what is planned shortly after.
    pub(super) fn assume(&mut self, day: Option<NaiveDate>) {
        if self.value().is_some() || self.when.is_some() {
            return;
        }
        self.assumed = true;
        self.when = day.and_then(|day| match self.status() {
            Status::Held | Status::Denied => Some(Interval::new(day - Days::new(ASSUMED_DAYS), day)),
            Status::Planned | Status::Proposed => Some(Interval::new(day, day + Days::new(PLANNED_DAYS))),
            Status::Postponed | Status::Cancelled => None,
        });
    }

    /// Its value in time, by the first mention that gives one.
    #[must_use]
    pub fn value(&self) -> Option<&'c str> {
        self.mentions.iter().find_map(|m| m.value.as_deref())
    }

    /// Whether it took place, by the mention that stands for all.
    #[must_use]
    pub fn status(&self) -> Status {
        self.head().status
    }
}

impl<'c> Book<'c> {
    /// Gathers the claims.
    #[must_use]
    pub fn new(claims: &'c Claims, lexicon: &'c Lexicon) -> Self {
        let articles: HashMap<_, _> = claims.articles.iter().enumerate().map(|(i, a)| (a.article.as_str(), i)).collect();
        let mut book = Self {
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

    fn gather_people(&self) -> Vec<Option<(&'c str, bool)>> {
        let mut out: Vec<Option<(&str, bool)>> = vec![None; self.claims.articles.len()];
        let people = self.claims.names.iter().filter(|n| n.r#type == NameType::Person && n.mention == Mention::Proper);
        for name in people {
            let (Some(article), Some(entity)) = (self.index(&name.article), name.entity.as_deref()) else { continue };
            let (first, others) = out[article].get_or_insert((entity, false));
            *others |= *first != entity;
        }
        out
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
    pub fn clock(&self, article: usize) -> Option<NaiveDateTime> {
        let published = self.article(article).published.as_deref()?;
        let text = published.get(..16)?.replace(' ', "T");
        NaiveDateTime::parse_from_str(&text, "%Y-%m-%dT%H:%M").ok()
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
        match (self.clock(article), own) {
            (Some(clock), _) => format!("{name}, {} {}", day_month(clock.date()), clock.format("%H:%M")),
            (None, Some(day)) => format!("{name}, {}", day_month(day)),
            (None, None) => name.to_owned(),
        }
    }

    fn gather_utterances(&self) -> Vec<Utterance<'c>> {
        let mut by: BTreeMap<(usize, &str), Vec<&'c QuoteClaim>> = BTreeMap::new();
        for quote in self.claims.quotes.iter().filter(|q| !matches!(q.kind, QuoteKind::Title)) {
            if let Some(article) = self.index(&quote.article) {
                by.entry((article, &quote.utterance)).or_default().push(quote);
            }
        }
        let all = by
            .into_iter()
            .map(|((article, _), mut parts)| {
                parts.sort_by_key(|p| p.start);
                let words = parts.iter().map(|p| p.text.as_str()).collect::<Vec<_>>().join(" ");
                let said = parts.iter().find_map(|p| interval(p.earliest, p.latest));
                let speaker = parts.iter().find_map(|p| p.speaker_entity.as_deref());
                Utterance { article, parts, words, said, echoes: Vec::new(), speaker }
            })
            .collect();
        hang_echoes(all)
    }

    fn gather_encounters(&self) -> Vec<Encounter<'c>> {
        let mut by: BTreeMap<(usize, &str), Vec<&'c MeetingClaim>> = BTreeMap::new();
        for meeting in &self.claims.meetings {
            if let Some(article) = self.index(&meeting.article) {
                by.entry((article, &meeting.event)).or_default().push(meeting);
            }
        }
        by.into_iter()
            .map(|((article, _), mut mentions)| {
                mentions.sort_by_key(|m| m.start);
                let when = mentions.iter().find_map(|m| interval(m.earliest, m.latest));
                let who = mentions.iter().flat_map(|m| m.participant_entities.iter().map(String::as_str));
                let entities = each_once(who.filter(|e| !e.is_empty()));
                let mut encounter = Encounter { article, mentions, when, assumed: false, entities };
                encounter.assume(self.day_of_writing(article));
                encounter
            })
            .collect()
    }

    fn gather_incidents(&self, named: &Named<'c>) -> Vec<Incident<'c>> {
        let mut by: BTreeMap<(usize, &str), Vec<&'c CasualtyClaim>> = BTreeMap::new();
        for claim in &self.claims.casualties {
            if let Some(article) = self.index(&claim.article) {
                by.entry((article, &claim.event)).or_default().push(claim);
            }
        }
        let mut told: HashMap<usize, usize> = HashMap::new();
        for (article, _) in by.keys() {
            *told.entry(*article).or_default() += 1;
        }
        let incident = |((article, _), claims): ((usize, &str), Vec<&'c CasualtyClaim>)| {
            let alone = told[&article] == 1;
            let (people, sites) = (named.people(&claims, alone), named.sites(&claims, alone));
            Incident { people, sites, ..self.incident(article, claims) }
        };
        by.into_iter().map(incident).collect()
    }

    fn incident(&self, article: usize, mut claims: Vec<&'c CasualtyClaim>) -> Incident<'c> {
        claims.sort_by_key(|c| c.start);
        let told = claims.iter().filter_map(|c| interval(c.earliest, c.latest)).min_by_key(|i| i.days());
        let scope = claims[0].scope;
        let mut places: Vec<&str> = Vec::new();
        for place in claims.iter().filter_map(|c| c.place_entity.as_deref()) {
            if !places.contains(&place) {
                places.push(place);
            }
        }
        let assumed = told.is_none();
        let when = told.or_else(|| {
            let day = self.day_of_writing(article).filter(|_| scope == Scope::Incident)?;
            Some(Interval::new(day - Days::new(ASSUMED_DAYS), day))
        });
        let mut figures: Vec<Figure> = Vec::new();
        let mut printed = HashMap::new();
        for claim in claims {
            let figure = *printed.entry(print(claim)).or_insert(figures.len());
            match figures.get_mut(figure) {
                Some(figure) => figure.repeats.push(claim),
                None => figures.push(Figure { claim, repeats: Vec::new() }),
            }
        }
        let mut ages: Vec<i64> = figures.iter().flat_map(|f| self.ages(f)).collect();
        ages.sort_unstable();
        ages.dedup();
        Incident { article, figures, places, people: Vec::new(), sites: Vec::new(), ages, when, assumed, scope }
    }

    /// How old the one victim of a figure is, by its words or its sentence.
    fn ages(&self, figure: &Figure<'c>) -> Vec<i64> {
        let told = figure.mentions().filter(|c| c.number == Some(1));
        let told = told.map(|c| {
            let own = ages(&c.text, self.lexicon);
            let sentence = || self.passage(&c.article, c.sentence_start, c.sentence_end).map(|s| ages(s, self.lexicon));
            if own.is_empty() { sentence().unwrap_or_default() } else { own }
        });
        told.flatten().collect()
    }
}

/// Hangs the quoted words of a headline on the quotation of the text that they repeat; `all` come article by article.
fn hang_echoes(all: Vec<Utterance>) -> Vec<Utterance> {
    let (headlines, mut spoken): (Vec<_>, Vec<_>) = all.into_iter().partition(|u| u.head().kind == QuoteKind::Headline);
    let mut alone = Vec::new();
    for headline in headlines {
        let quoted = |u: &&mut Utterance| u.head().kind != QuoteKind::Indirect && holds(&u.words, &headline.words);
        let from = spoken.partition_point(|u| u.article < headline.article);
        let mut own = spoken[from..].iter_mut().take_while(|u| u.article == headline.article);
        match own.find(quoted) {
            Some(utterance) => utterance.echoes.extend(headline.parts),
            None => alone.push(headline),
        }
    }
    spoken.extend(alone);
    spoken
}

/// Whether the words of `fragment` stand in `text`, in order and without gaps.
fn holds(text: &str, fragment: &str) -> bool {
    let (text, fragment) = (in_words(text), in_words(fragment));
    !fragment.is_empty() && text.windows(fragment.len()).any(|w| w == fragment)
}

/// The words of a text, in small letters.
pub(super) fn in_words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect()
}

/// From one merge to the next no further than this.
const STEPS: usize = 6;
/// An event that is not dated is taken to lie this many days before its article, at most.
const ASSUMED_DAYS: u64 = 2;
/// A plan that is not dated is taken to lie this many days ahead, at most.
const PLANNED_DAYS: u64 = 7;

/// What two claims of one incident share that print one figure.
type Print = (Effect, Group, bool, [Option<i64>; 3]);

fn print(claim: &CasualtyClaim) -> Print {
    (claim.effect, claim.group, claim.part_of.is_some(), [claim.number, claim.low, claim.high])
}

/// The interval of two ends, where both are known.
pub(crate) fn interval(earliest: Option<NaiveDate>, latest: Option<NaiveDate>) -> Option<Interval> {
    Some(Interval::new(earliest?, latest?))
}

fn each_once<'c>(entities: impl Iterator<Item = &'c str>) -> Vec<&'c str> {
    entities.collect::<BTreeSet<_>>().into_iter().collect()
}

fn day_month(day: NaiveDate) -> String {
    format!("{} {}", day.day(), day.format("%B %Y"))
}
