//! What a check says: relations and findings, facts, tolls by any rule, chains, questions, the checklist of a draft, sheets for others.

mod chains;
mod checklist;
mod explain;
mod facts;
mod pairs;
mod places;
mod questions;
pub mod record;
mod sheets;
mod sources;
mod tolls;

use std::borrow::Cow;
use std::collections::BTreeSet;

use record::{AirwarsIncident, Fact, Report, Toll, UcdpEvent};

use crate::check::record::Relation;
use crate::check::{self, Context, Options};
use crate::claim::record::{Claims, Skipped};
use crate::error::{Error, Result};
use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::{Role, TollRule};
use crate::link::{Book, COMPARED, Links, learn, link};
use crate::watch::{Stage, Watch};

pub use explain::explain;
pub use pairs::pairs;

/// Checks claims for consistency. With `against`, only what touches `claims` is returned, and the checklist is filled.
///
/// # Errors
/// If `against` repeats an article of `claims`, or if `select`, `ignore`, `same` or `apart` names what does not exist.
pub fn check(claims: &Claims, against: Option<&Claims>, options: &Options, lexicon: &Lexicon) -> Result<Report> {
    check_watched(claims, against, options, lexicon, &Watch::default())
}

/// Like [`check`], while `watch` tells how far it is, and may stop it.
///
/// # Errors
/// Those of [`check`], and if `watch` was stopped.
pub fn check_watched(
    claims: &Claims,
    against: Option<&Claims>,
    options: &Options,
    lexicon: &Lexicon,
    watch: &Watch,
) -> Result<Report> {
    let draft: Option<BTreeSet<&str>> = against.map(|_| claims.articles.iter().map(|a| a.article.as_str()).collect());
    let joined;
    let all = match against {
        Some(others) => {
            joined = join(claims, others)?;
            &joined
        }
        None => claims,
    };
    let mut book = Book::new(all, lexicon);
    let links = link(&mut book, &options.whole, lexicon, watch)?;
    let mut relations = check::relations(&book, &links, lexicon, watch)?;
    let mut facts = facts::Facts::new(&book, &links, &relations);
    obey(&mut facts, &mut relations, options)?;
    facts.name(&mut relations);
    let mut known = Vec::new();
    if let Some(draft) = &draft {
        known.clone_from(&relations);
        relations.retain(|r| draft.contains(r.left_article.as_str()) || draft.contains(r.right_article.as_str()));
    }
    let known = if draft.is_some() { &known } else { &relations };
    let context = Context { book: &book, links: &links, relations: &relations, known, lexicon, watch };
    let mut findings = check::findings(&context, options)?;
    if let Some(draft) = &draft {
        findings.retain(|f| f.articles.iter().any(|a| draft.contains(a.as_str())));
    }
    watch.begin(Stage::Report, None)?;
    assemble(&book, &links, relations, findings, &facts, options, draft.as_ref(), lexicon, watch)
}

/// What claims tell of others before these are compared: the entities that are one, and in the sources the days that articles inherit.
/// Nothing else is in the report.
///
/// # Errors
/// If `watch` was stopped.
pub fn learnt(claims: &Claims, options: &Options, lexicon: &Lexicon, watch: &Watch) -> Result<Report> {
    let mut book = Book::new(claims, lexicon);
    let links = learn(&mut book, &options.whole, lexicon, watch)?;
    Ok(Report { sources: sources::sources(&book, &links, options), entities: links.merges, ..Report::default() })
}

/// The articles that hang together, as pairs of ids: those that are related, that tell of one incident, or of which one is a copy.
///
/// # Errors
/// If `watch` was stopped.
pub fn related(claims: &Claims, options: &Options, lexicon: &Lexicon, watch: &Watch) -> Result<BTreeSet<(String, String)>> {
    let mut book = Book::new(claims, lexicon);
    let links = link(&mut book, &options.whole, lexicon, watch)?;
    let relations = check::relations(&book, &links, lexicon, watch)?;
    let id = |article: usize| book.article(article).article.clone();
    let copies = links.copies.iter().map(|copy| (id(copy.original), id(copy.copy)));
    let of = |incident: usize| id(book.incidents[incident].article);
    let incidents = links.incidents.iter().filter(|p| p.is_certain()).map(|p| (of(p.left), of(p.right)));
    let pairs = relations.into_iter().map(|r| (r.left_article, r.right_article)).chain(copies).chain(incidents);
    Ok(pairs.filter(|(one, other)| one != other).collect())
}

/// The tolls of a report by the rule of that name. Of the report, its facts, chains, sources and checklist are read; `claims` are all that
/// it was made from.
///
/// # Errors
/// If there is no such rule: the sentence lists those there are.
pub fn tolls_by(report: &Report, claims: &Claims, rule: &str, lexicon: &Lexicon) -> Result<Vec<Toll>> {
    let Some(rule) = TollRule::ALL.iter().find(|r| r.as_str() == rule) else {
        let known: Vec<_> = TollRule::ALL.iter().map(|r| r.as_str()).collect();
        return Err(Error::value(format!("there is no rule of tolls {rule:?}; there are {}", known.join(", "))));
    };
    let book = book(report, claims, lexicon);
    let draft = report.checklist.iter().map(|row| row.article.as_str()).collect();
    Ok(tolls::tolls(&book, &of_wires(&book, &report.facts, &draft), &report.chains, *rule, lexicon))
}

/// The incidents of a report in the shape of UCDP GED. Its places are read too.
#[must_use]
pub fn to_ucdp(report: &Report, claims: &Claims, lexicon: &Lexicon) -> Vec<UcdpEvent> {
    let book = book(report, claims, lexicon);
    sheets::ucdp(&sheet_of(report, &book, lexicon))
}

/// The incidents of a report in the shape of Airwars. Its places are read too.
#[must_use]
pub fn to_airwars(report: &Report, claims: &Claims, lexicon: &Lexicon) -> Vec<AirwarsIncident> {
    let book = book(report, claims, lexicon);
    sheets::airwars(&sheet_of(report, &book, lexicon))
}

fn sheet_of<'a, 'c>(report: &'a Report, book: &'a Book<'c>, lexicon: &'a Lexicon) -> sheets::Sources<'a, 'c> {
    sheets::Sources {
        book,
        facts: &report.facts,
        chain_of: tolls::chain_of(&report.chains),
        places: report.places.iter().map(|p| (p.place_entity.as_str(), p)).collect(),
        lexicon,
    }
}

/// The book of a report's claims, with the entities that are one and the days that articles inherited.
fn book<'c>(report: &Report, claims: &'c Claims, lexicon: &'c Lexicon) -> Book<'c> {
    let mut book = Book::new(claims, lexicon);
    book.merge(&report.entities);
    for source in &report.sources {
        if let Some(i) = book.index(&source.article) {
            (book.days[i], book.qualities[i]) = (source.anchor_date, source.anchor_quality);
        }
    }
    book
}

#[expect(clippy::too_many_arguments, reason = "the last step puts everything together, once")]
fn assemble(
    book: &Book,
    links: &Links,
    relations: Vec<Relation>,
    findings: Vec<check::record::Finding>,
    facts: &facts::Facts,
    options: &Options,
    draft: Option<&BTreeSet<&str>>,
    lexicon: &Lexicon,
    watch: &Watch,
) -> Result<Report> {
    let chains = chains::chains(book, links, &relations, options);
    watch.ask()?;
    let facts = facts.rows(&relations, &chains);
    watch.ask()?;
    let wires = of_wires(book, &facts, draft.unwrap_or(&BTreeSet::new()));
    let tolls = tolls::tolls(book, &wires, &chains, TollRule::Wirecheck, lexicon);
    drop(wires);
    watch.ask()?;
    Ok(Report {
        tolls,
        sources: sources::sources(book, links, options),
        entities: links.merges.clone(),
        places: places::places(book, lexicon),
        questions: questions::questions(&relations),
        checklist: draft.map_or_else(Vec::new, |d| checklist::checklist(book, d, &relations, &findings, &chains)),
        skipped: skipped(book, links),
        relations,
        findings,
        facts,
        chains,
    })
}

/// The facts as others than the draft and a coder's table tell them: what is to be checked is no source of a toll.
fn of_wires<'f>(book: &Book, facts: &'f [Fact], draft: &BTreeSet<&str>) -> Cow<'f, [Fact]> {
    let coded = book.claims.articles.iter().filter(|a| a.role == Role::Coded).map(|a| a.article.as_str());
    let draft: BTreeSet<&str> = draft.iter().copied().chain(coded).collect();
    if draft.is_empty() {
        return Cow::Borrowed(facts);
    }
    let drafted = book.claims.casualties.iter().filter(|c| draft.contains(c.article.as_str()));
    let drafted: BTreeSet<&str> = drafted.map(|c| c.id.as_str()).collect();
    let told = facts.iter().map(|fact| {
        let claims = fact.claims.iter().filter(|c| !drafted.contains(c.as_str())).cloned().collect();
        Fact { claims, ..fact.clone() }
    });
    Cow::Owned(told.filter(|fact| !fact.claims.is_empty()).collect())
}

/// What was not read, and what was not compared: a bucket of the index that holds too many is left to finer ones, and so are the figures
/// of an incident that has too many.
fn skipped(book: &Book, links: &Links) -> Vec<Skipped> {
    const REASON: &str = "share a day, a place or people with too many others, by which alone they were not compared";
    let crowded = ["incidents", "meetings"].into_iter().zip(links.crowded).filter(|(_, n)| *n > 0);
    let crowded = crowded.map(|(what, n)| Skipped {
        article: None,
        what: what.to_owned(),
        reason: REASON.to_owned(),
        count: i64::try_from(n).unwrap_or(i64::MAX),
    });
    let beyond = book.incidents.iter().map(|i| (i.article, i.figures.len() - i.compared().len())).filter(|(_, n)| *n > 0);
    let beyond = beyond.map(|(article, n)| Skipped {
        article: Some(book.claims.articles[article].article.clone()),
        what: "figures".to_owned(),
        reason: format!("stand behind the first {COMPARED} of their incident, which alone were compared"),
        count: i64::try_from(n).unwrap_or(i64::MAX),
    });
    book.claims.skipped.iter().cloned().chain(crowded).chain(beyond).collect()
}

/// Both collections as one.
fn join(draft: &Claims, others: &Claims) -> Result<Claims> {
    let ids: BTreeSet<_> = draft.articles.iter().map(|a| &a.article).collect();
    if let Some(twice) = others.articles.iter().find(|a| ids.contains(&a.article)) {
        return Err(Error::value(format!(
            "article id {:?} stands in the draft and in `against`: ids must be unique",
            twice.article
        )));
    }
    let mut all = draft.clone();
    all.articles.extend(others.articles.iter().cloned());
    all.dates.extend(others.dates.iter().cloned());
    all.names.extend(others.names.iter().cloned());
    all.casualties.extend(others.casualties.iter().cloned());
    all.meetings.extend(others.meetings.iter().cloned());
    all.quotes.extend(others.quotes.iter().cloned());
    all.unread.extend(others.unread.iter().cloned());
    all.skipped.extend(others.skipped.iter().cloned());
    Ok(all)
}

/// Applies what the user has decided: facts that are one, and claims that are two.
fn obey(facts: &mut facts::Facts, relations: &mut Vec<Relation>, options: &Options) -> Result<()> {
    for (a, b) in &options.same {
        facts.unite(a, b)?;
    }
    for (a, b) in &options.apart {
        let (left, right) = (facts.claims_of(a)?, facts.claims_of(b)?);
        relations.retain(|r| {
            let crosses = |x: &str, y: &str| left.contains(x) && right.contains(y);
            !crosses(&r.left, &r.right) && !crosses(&r.right, &r.left)
        });
        facts.part(&left, &right);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::extract;
    use crate::error::ErrorKind;
    use crate::lexicon::vocabulary::Kind;
    use crate::text::Article;

    #[test]
    fn a_watch_tells_where_a_check_is_and_stops_it() {
        let lexicon = Lexicon::english();
        let article = |id: &str| Article::new(id, "A car bomb killed 12 people in Aleppo on Monday.").published("2016-03-07");
        let claims = extract(&[article("first"), article("second")], Kind::ALL, lexicon).expect("the ids differ");
        let watch = Watch::default();
        let report = check_watched(&claims, None, &Options::default(), lexicon, &watch).expect("nothing stops it");
        assert_eq!(report.relations.len(), 1);
        assert_eq!(watch.progress().stage, Stage::Report);
        watch.stop();
        let stopped = check_watched(&claims, None, &Options::default(), lexicon, &watch).map(|_| ()).unwrap_err();
        assert_eq!(stopped.kind(), ErrorKind::Stopped);
        assert!(watch.progress().stage < Stage::Verdicts);
    }
}
