//! Who is who in short articles, `tests/corpus/references/*.txt`: surnames, roles, pronouns, organisations and capitals.
//!
//! A line `== title` heads an article, each line below it is a paragraph. A mention is marked `[words=who]`, where `who` is a key
//! of that article alone: its longest proper mention gives the entity that all others of the key must have, and two keys may not
//! have one entity. A key that begins with `o:` is an organisation, `gov` is a place that acts as a government and `place` one
//! that does not, and `?` is a mention of which the text does not tell whom it means. Marks are taken out before the article
//! is read. `business.txt` and `lives.txt` were written with the others and put aside while the rules were made.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs;
use std::path::Path;

use wirecheck::lexicon::Lexicon;
use wirecheck::lexicon::vocabulary::{ActsAs, Gender, Mention};
use wirecheck::story::{Name, Story};
use wirecheck::text::Article;

/// Files that no rule was made by.
const HELD_OUT: &[&str] = &["business", "lives"];

/// What a mention is, and so in which rate it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Sort {
    /// The longest proper mention of a person or organisation.
    Full,
    /// Any other proper mention of a person.
    Surname,
    Role,
    Pronoun,
    Organisation,
    Metonym,
    /// Nobody may be named.
    Open,
}

struct Mark {
    start: usize,
    end: usize,
    who: String,
}

struct Case {
    file: String,
    title: String,
    text: String,
    marks: Vec<Mark>,
}

fn cases(path: &Path) -> Vec<Case> {
    let file = path.file_stem().expect("a name").to_string_lossy().into_owned();
    let text = fs::read_to_string(path).expect("a file of the corpus");
    let articles = text.split("== ").filter(|a| !a.is_empty());
    articles
        .map(|article| {
            let (title, marked) = article.split_once('\n').expect("a title and a text");
            let (text, marks) = unmarked(marked.trim_end());
            Case { file: file.clone(), title: title.to_owned(), text, marks }
        })
        .collect()
}

/// The text without its marks, and where they stood.
fn unmarked(marked: &str) -> (String, Vec<Mark>) {
    let (mut text, mut marks, mut rest) = (String::new(), Vec::new(), marked);
    while let Some(open) = rest.find('[') {
        let close = open + rest[open..].find(']').expect("a mark is closed");
        let (words, who) = rest[open + 1..close].split_once('=').expect("a mark tells who");
        text.push_str(&rest[..open]);
        let start = text.len();
        text.push_str(words);
        marks.push(Mark { start, end: text.len(), who: who.to_owned() });
        rest = &rest[close + 1..];
    }
    text.push_str(rest);
    (text, marks)
}

fn is_pronoun(words: &str) -> bool {
    let known = Lexicon::english().names.titles.pronouns.get(&words.to_lowercase()).copied();
    known.is_some_and(|gender| gender != Gender::Unknown) || words.eq_ignore_ascii_case("it")
}

fn is_role(words: &str) -> bool {
    words.starts_with("the ") || words.starts_with("The ")
}

fn sort(mark: &Mark, words: &str, naming: &HashSet<usize>) -> Sort {
    match mark.who.as_str() {
        "?" => Sort::Open,
        "gov" | "place" => Sort::Metonym,
        _ if naming.contains(&mark.start) => Sort::Full,
        who if who.starts_with("o:") => Sort::Organisation,
        _ if is_pronoun(words) => Sort::Pronoun,
        _ if is_role(words) => Sort::Role,
        _ => Sort::Surname,
    }
}

/// The row that stands where a mark stood: one that shares its last word.
fn row<'s>(story: &'s Story, mark: &Mark, pronoun: bool) -> Option<&'s Name> {
    story.names().iter().find(|n| {
        let span = story.span(n.run);
        (n.mention == Mention::Pronoun) == pronoun && span.start < mark.end && span.end == mark.end
    })
}

/// Right and all of each sort.
type Rates = BTreeMap<Sort, (usize, usize)>;

/// Reads one article, adds to the rates and tells what is wrong.
fn read(case: &Case, rates: &mut Rates, wrong: &mut Vec<String>) {
    let article = Article::new("a", case.text.as_str());
    let story = Story::new(&article, Lexicon::english());
    let words = |m: &Mark| &case.text[m.start..m.end];
    let mut longest: HashMap<&str, &Mark> = HashMap::new();
    for mark in case.marks.iter().filter(|m| !is_pronoun(words(m)) && !matches!(m.who.as_str(), "?" | "gov" | "place")) {
        // An organisation is named with an article: "the Oil Ministry".
        let named = mark.who.starts_with("o:") || !is_role(words(mark));
        let best = longest.entry(&mark.who).or_insert(mark);
        if named && (is_role(words(best)) || words(mark).len() > words(best).len()) {
            *best = mark;
        }
    }
    let naming: HashSet<usize> = longest.values().map(|m| m.start).collect();
    let entity = |m: &Mark| row(&story, m, is_pronoun(words(m))).and_then(|n| n.entity.as_deref());
    let gold: HashMap<&str, Option<&str>> = longest.iter().map(|(who, m)| (*who, entity(m))).collect();
    for mark in &case.marks {
        let sort = sort(mark, words(mark), &naming);
        let found = row(&story, mark, is_pronoun(words(mark)));
        let got = found.and_then(|n| n.entity.as_deref());
        let due = gold.get(mark.who.as_str()).copied().flatten();
        let right = match sort {
            Sort::Open => got.is_none(),
            Sort::Metonym => {
                let acts = row(&story, mark, false).and_then(|n| n.acts_as) == Some(ActsAs::Government);
                acts == (mark.who == "gov")
            }
            Sort::Full => got.is_some() && gold.values().filter(|e| **e == got).count() == 1,
            _ => due.is_some() && got == due,
        };
        let (rights, all) = rates.entry(sort).or_default();
        *all += 1;
        *rights += usize::from(right);
        if !right {
            let from = case.text[..mark.start].rfind('\n').map_or(0, |i| i + 1);
            let to = case.text[mark.end..].find('\n').map_or(case.text.len(), |i| mark.end + i);
            let got = if found.is_none() { "not read" } else { got.unwrap_or("nobody") };
            wrong.push(format!(
                "{}/{}: {sort:?} {:?} is {}, not {got} (due {}): {}>>{}",
                case.file,
                case.title,
                words(mark),
                mark.who,
                due.unwrap_or("unknown"),
                &case.text[from..mark.start],
                &case.text[mark.start..to]
            ));
        }
    }
}

fn all_cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/references");
    let mut paths: Vec<_> = fs::read_dir(folder).expect("the corpus").map(|f| f.expect("a file").path()).collect();
    paths.sort();
    paths.iter().flat_map(|path| cases(path)).collect()
}

#[allow(clippy::cast_precision_loss, reason = "counts of mentions")]
fn rate(rates: &Rates, sort: Sort) -> f64 {
    rates.get(&sort).map_or(1.0, |&(right, all)| right as f64 / all as f64)
}

#[test]
fn mentions_mean_whom_a_reader_would_say() {
    let cases = all_cases();
    assert!(cases.len() >= 60, "{} articles", cases.len());
    let mut total = Rates::new();
    for held_out in [false, true] {
        let (mut rates, mut wrong) = (Rates::new(), Vec::new());
        for case in cases.iter().filter(|c| HELD_OUT.contains(&c.file.as_str()) == held_out) {
            read(case, &mut rates, &mut wrong);
        }
        println!("{}:", if held_out { "held out" } else { "made by" });
        for (sort, (right, all)) in &rates {
            println!("  {sort:?}: {right} of {all}, {:.3}", rate(&rates, *sort));
            let sum = total.entry(*sort).or_default();
            *sum = (sum.0 + right, sum.1 + all);
        }
        if !held_out || std::env::var_os("HELD_OUT").is_some() {
            for line in &wrong {
                println!("  {line}");
            }
        }
    }
    for (sort, least) in [(Sort::Surname, 0.97), (Sort::Pronoun, 0.75), (Sort::Role, 0.80), (Sort::Open, 1.0)] {
        assert!(rate(&total, sort) >= least, "{sort:?}: {:.3} is below {least}", rate(&total, sort));
    }
}
