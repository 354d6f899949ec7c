//! Sentences and what is read in them, `tests/corpus/dates/*.txt` and `tests/corpus/names/*.txt`, grouped by what they give.
//!
//! `= DATE 2014-03-06` heads the sentences that give one row of that type and value; rows are joined by `+`, and `= -` heads those
//! that give none. All are read on Friday 7 August 2015, but for those below a line `@ day`, or `@ none` for no day at all.
//!
//! `= PERSON Maria Tornbeck + LOC Damascus` heads the sentences with exactly these proper names in this order, each as written and
//! without its title; those in `names/silent.txt` have none. A ` / ` in a sentence with names is a line break, so that a short
//! article, a headline or a table fits one line.
//!
//! `= direct | Anna Velt | The dam will hold.` heads the texts whose quotes are exactly this one: kind, speaker, words. A row of the
//! utterance of the row before begins with `...`, as in `+ ... direct | Anna Velt | Nobody came.` Marks of all kinds are written
//! straight there, and speakers without their article; a ` / ` in a text is a paragraph's end.
//!
//! `= meet held | Ada Brandt, Tom Reyes | Geneva | 2015-08-06` heads the texts whose meetings are exactly this one: kind and status,
//! participants in any order, place, time; `-` for what is not told. Names are as written, without their article. A row of the event of the row before
//! begins with `...`, one of the event of the row before that with `..2`. `| closed yes`, `| hedged yes`, `| source diplomat` and `| roles
//! host Khalid, mediator UN` may follow, and are compared where they stand.
//!
//! `= truncated ellipsis` heads the pairs of wordings, `A | B`, of this relation with these edits in this order, read from the first
//! to the second; turned round, what was an insertion is a deletion.

mod cases;

use std::collections::BTreeSet;

use cases::{Case, bare, corpus, quotes};
use wirecheck::check::{Options, register};
use wirecheck::claim::extract;
use wirecheck::claim::record::{CasualtyClaim, MeetingClaim};
use wirecheck::lexicon::Lexicon;
use wirecheck::lexicon::vocabulary::{Asserted, Effect, Kind, Mention, Scope, Status};
use wirecheck::report::check;
use wirecheck::rule::ROWS;
use wirecheck::text::Article;
use wirecheck::value::words::{EditClass, compare_quotes};

/// Fails with every sentence that `read` finds something else in than what heads it.
fn assert_reads(cases: &[Case], read: impl Fn(&Case) -> Vec<String>) {
    let wrong: Vec<_> = cases
        .iter()
        .map(|case| (case, read(case)))
        .map(|(case, rows)| (case, if rows.is_empty() { "-".to_owned() } else { rows.join(ROWS) }))
        .filter(|(case, got)| *got != case.expected)
        .map(|(case, got)| format!("{}: {}\n    should give {}\n    and gives   {got}", case.place, case.sentence, case.expected))
        .collect();
    assert!(wrong.is_empty(), "{} of {} sentences:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

/// The dates of one sentence, as `TYPE value`.
fn dates(case: &Case) -> Vec<String> {
    let mut article = Article::new("0", case.sentence.as_str());
    article.published.clone_from(&case.day);
    let claims = extract(&[article], &[Kind::Date], Lexicon::english()).expect("one article");
    claims.dates.iter().map(|d| format!("{} {}", d.r#type, d.value)).collect()
}

/// The proper names of one sentence, as `TYPE text`.
fn names(case: &Case) -> Vec<String> {
    let mut article = Article::new("0", case.sentence.replace(" / ", "\n"));
    article.published.clone_from(&case.day);
    let claims = extract(&[article], &[Kind::Name], Lexicon::english()).expect("one article");
    claims.names.iter().filter(|n| n.mention == Mention::Proper).map(|n| format!("{} {}", n.r#type, n.text)).collect()
}

/// The casualty figures of one sentence: effect, bound, low and high; then `part`, and the scope and the assertion that are not
/// an incident's and a fact's.
fn casualties(case: &Case) -> Vec<String> {
    let mut article = Article::new("0", case.sentence.as_str());
    article.published.clone_from(&case.day);
    let claims = extract(&[article], &[Kind::Casualty], Lexicon::english()).expect("one article");
    let open = |n: Option<i64>| n.map_or("-".to_owned(), |n| n.to_string());
    let row = |c: &CasualtyClaim| {
        let told = |is: bool, word: String| if is { format!(" {word}") } else { String::new() };
        let part = told(c.part_of.is_some(), "part".to_owned());
        let scope = told(c.scope != Scope::Incident, c.scope.to_string());
        let asserted = told(c.asserted != Asserted::Fact, c.asserted.to_string());
        format!("{} {} {} {}{part}{scope}{asserted}", c.effect, c.bound, open(c.low), open(c.high))
    };
    claims.casualties.iter().map(row).collect()
}

/// The meetings of a text: what every row of the expectation has, then what some of its rows name.
fn meetings(case: &Case) -> Vec<String> {
    let mut article = Article::new("0", case.sentence.replace(" / ", "\n\n"));
    article.published.clone_from(&case.day);
    let claims = extract(&[article], &[Kind::Meeting], Lexicon::english()).expect("one article");
    let more: Vec<_> =
        ["closed", "hedged", "source", "roles"].into_iter().filter(|key| case.expected.contains(&format!("| {key} "))).collect();
    let told = |field: String| if field.is_empty() { "-".to_owned() } else { field };
    // In the order of the expectation: the table's order is no promise.
    let names = |names: &[String]| {
        let mut names: Vec<_> = names.iter().map(|name| bare(name)).collect();
        names.sort_by_key(|name| case.expected.find(name).unwrap_or(usize::MAX));
        names.join(", ")
    };
    let row = |(at, m): (usize, &MeetingClaim)| {
        let back = (1..=at).find(|back| claims.meetings[at - back].event == m.event);
        let goes_on = match back {
            None => String::new(),
            Some(1) => "... ".to_owned(),
            Some(back) => format!("..{back} "),
        };
        let place = m.place.as_deref().map_or("-", bare);
        let time = m.value.as_deref().unwrap_or("-");
        let said = more.iter().map(|key| {
            let value = match *key {
                "closed" => yes(m.closed),
                "hedged" => yes(m.hedged),
                "source" => m.source.as_deref().map_or("-", bare).to_owned(),
                _ => {
                    let roles = m.roles.iter().zip(&m.participants).filter(|(role, _)| !role.is_empty());
                    told(roles.map(|(role, name)| format!("{role} {}", bare(name))).collect::<Vec<_>>().join(", "))
                }
            };
            format!(" | {key} {value}")
        });
        let said: String = said.collect();
        format!("{goes_on}{} {} | {} | {place} | {time}{said}", m.kind, m.status, told(names(&m.participants)))
    };
    claims.meetings.iter().enumerate().map(row).collect()
}

fn yes(is: bool) -> String {
    if is { "yes" } else { "no" }.to_owned()
}

/// The tolls of an article's lead incident, by effect; a ` / ` is a paragraph's end.
fn lead(case: &Case) -> Vec<String> {
    let mut article = Article::new("0", case.sentence.replace(" / ", "\n\n"));
    article.published.clone_from(&case.day);
    let claims = extract(&[article], Kind::ALL, Lexicon::english()).expect("one article");
    let report = check(&claims, None, &Options::default(), Lexicon::english()).expect("a report");
    let told = report.tolls.iter().filter(|t| t.rank == 0 && t.effect != Effect::Detained);
    let mut out: Vec<_> = told.filter_map(|t| Some(format!("{} {}", t.effect, t.best.filter(|n| *n > 0)?))).collect();
    out.sort();
    vec![out.join(" ")]
}

#[test]
fn articles_give_the_lead_tolls_that_head_them() {
    let cases = corpus("tolls");
    assert!(cases.len() >= 20, "{} articles", cases.len());
    assert_reads(&cases, lead);
}

#[test]
fn sentences_give_the_casualties_that_head_them() {
    let cases = corpus("casualties");
    let silent = cases.iter().filter(|case| case.expected == "-").count();
    assert!(cases.len() >= 900, "{} sentences", cases.len());
    assert!(silent >= 350, "{silent} sentences without a casualty");
    assert_reads(&cases, casualties);
}

#[test]
fn every_rule_that_reads_the_corpus_stands_in_the_register() {
    let known: BTreeSet<_> = register().rules.iter().map(|r| r.id).collect();
    let texts = ["casualties", "quotes"].iter().flat_map(|folder| corpus(folder)).enumerate();
    let articles: Vec<_> = texts.map(|(n, case)| Article::new(n.to_string(), case.sentence.replace(" / ", "\n\n"))).collect();
    let claims = extract(&articles, &[Kind::Casualty, Kind::Quote], Lexicon::english()).expect("the corpus");
    let rules = claims.casualties.iter().map(|c| c.rule.as_str()).chain(claims.quotes.iter().map(|q| q.rule.as_str()));
    let strangers: BTreeSet<_> = rules.filter(|rule| !known.contains(rule)).collect();
    assert!(strangers.is_empty(), "rows name rules that are not registered: {strangers:?}");
}

#[test]
fn sentences_give_the_dates_that_head_them() {
    let cases = corpus("dates");
    assert!(cases.len() > 800, "{} sentences", cases.len());
    assert_reads(&cases, dates);
}

#[test]
fn sentences_give_the_names_that_head_them() {
    let cases = corpus("names");
    let silent = cases.iter().filter(|case| case.expected == "-").count();
    assert!(cases.len() >= 450, "{} sentences", cases.len());
    assert!(silent >= 170, "{silent} sentences without a name");
    assert_reads(&cases, names);
}

#[test]
fn texts_give_the_quotes_that_head_them() {
    let cases = corpus("quotes");
    let silent = cases.iter().filter(|case| case.expected == "-").count();
    assert!(cases.len() >= 700, "{} texts", cases.len());
    assert!(silent >= 190, "{silent} texts without a quote");
    assert_reads(&cases, |case| quotes(&case.sentence));
}

#[test]
fn texts_give_the_meetings_that_head_them() {
    let cases = corpus("meetings");
    let silent = cases.iter().filter(|case| case.expected == "-").count();
    assert!(cases.len() - silent >= 480, "{} texts with meetings", cases.len() - silent);
    assert!(silent >= 130, "{silent} texts without a meeting");
    for status in Status::ALL {
        let told = cases.iter().filter(|case| case.expected.contains(&format!(" {status} | "))).count();
        assert!(told >= 35, "{told} texts with a meeting {status}");
    }
    assert_reads(&cases, meetings);
}

/// How a pair of wordings, `A | B`, compares: the relation, then the classes of the edits in order.
fn variants(case: &Case, back: bool) -> String {
    let (a, b) = case.sentence.split_once(" | ").expect("two wordings");
    let told = if back { compare_quotes(b, a) } else { compare_quotes(a, b) };
    // What one way round was put in is left out the other way round.
    let class = |class: EditClass| match class {
        EditClass::Deletion if back => EditClass::Insertion,
        EditClass::Insertion if back => EditClass::Deletion,
        class => class,
    };
    told.edits.iter().fold(told.relation.to_string(), |out, edit| format!("{out} {}", class(edit.class)))
}

#[test]
fn wordings_compare_as_the_line_above_them_says() {
    let cases = corpus("variants");
    let different = cases.iter().filter(|case| case.expected == "different").count();
    assert!(cases.len() >= 190, "{} pairs", cases.len());
    assert!(different >= 30, "{different} pairs of two utterances");
    assert_reads(&cases, |case| vec![variants(case, false)]);
    assert_reads(&cases, |case| vec![variants(case, true)]);
}
