//! What must not change a verdict, and what must: the samples and the stories of the checks, shifted, shuffled and respelled.

mod common;

use common::{report, stories};
use serde_json::Value;
use wirecheck::claim::extract;
use wirecheck::lexicon::Lexicon;
use wirecheck::lexicon::vocabulary::{Kind, Verdict};
use wirecheck::report::record::Report;
use wirecheck::text::Article;

/// Calls `see` with the samples and with every section of the stories.
fn collections() -> Vec<(String, Vec<Article>)> {
    let mut all = vec![("samples".to_owned(), samples())];
    for story in stories() {
        for section in story.sections {
            all.push((format!("{} / {}", story.check, section.heading), section.articles));
        }
    }
    all
}

fn samples() -> Vec<Article> {
    let lines = include_str!("../python/wirecheck/samples/articles.jsonl").lines();
    lines.map(|line| article(&serde_json::from_str(line).expect("a line is an article"))).collect()
}

fn article(row: &Value) -> Article {
    let text = |key: &str| row[key].as_str().map(str::to_owned);
    let known = Article::new(text("id").expect("an id"), text("text").expect("a text"));
    Article { published: text("published"), outlet: text("outlet"), title: text("title"), url: text("url"), ..known }
}

/// What is said of a collection: the verdicts on pairs of articles and the findings, without offsets and words.
fn verdicts(report: &Report) -> Vec<String> {
    let relations =
        report.relations.iter().map(|r| format!("{} {} {} / {}", r.left_kind, r.rule, r.left_article, r.right_article));
    let findings = report.findings.iter().map(|f| format!("{} {} {:?}", f.rule, f.article, f.articles));
    let mut all: Vec<_> = relations.chain(findings).collect();
    all.sort();
    all
}

/// Holds for every collection that a change of its articles leaves the verdicts alone.
fn unmoved(change: impl Fn(&mut Vec<Article>)) {
    let mut wrong = Vec::new();
    for (name, articles) in collections() {
        let mut changed = articles.clone();
        change(&mut changed);
        let (before, after) = (verdicts(&report(&articles)), verdicts(&report(&changed)));
        let lost: Vec<_> = before.iter().filter(|v| !after.contains(v)).collect();
        let new: Vec<_> = after.iter().filter(|v| !before.contains(v)).collect();
        if before != after {
            wrong.push(format!("{name}\n    lost: {lost:#?}\n    new: {new:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{} collections are judged otherwise:\n{}", wrong.len(), wrong.join("\n"));
}

/// Changes the words of every article: its text and its title.
fn respell(articles: &mut [Article], change: impl Fn(&str) -> String) {
    for article in articles {
        article.text = change(&article.text);
        article.title = article.title.as_deref().map(&change);
    }
}

/// Read with other kinds or alone, a kind of claim gives the same rows: a story reads only what it is asked for.
#[test]
fn a_kind_alone_is_read_as_with_the_others() {
    const ALL: [Kind; 5] = [Kind::Casualty, Kind::Meeting, Kind::Quote, Kind::Date, Kind::Name];
    let headline = "Harbour Road Shooting Wounds Four\n\nFour men were wounded on Harbour Road late on Sunday, police said. They met \
                    the mayor, who called it a disgrace.";
    let more = vec![Article::new("headline", headline).published("2031-05-05")];
    let lexicon = Lexicon::english();
    for (name, articles) in collections().into_iter().chain([("a headline".to_owned(), more)]) {
        let all = extract(&articles, &ALL, lexicon).expect("claims");
        for kind in ALL {
            let alone = extract(&articles, &[kind], lexicon).expect("claims");
            match kind {
                Kind::Casualty => assert_eq!(alone.casualties, all.casualties, "{name}"),
                Kind::Meeting => assert_eq!(alone.meetings, all.meetings, "{name}"),
                Kind::Quote => assert_eq!(alone.quotes, all.quotes, "{name}"),
                Kind::Date => assert_eq!(alone.dates, all.dates, "{name}"),
                Kind::Name => assert_eq!(alone.names, all.names, "{name}"),
            }
        }
    }
}

#[test]
fn the_order_of_the_articles_does_not_matter() {
    for (name, articles) in collections() {
        let straight = report(&articles);
        let orders: [fn(&mut [Article]); 3] = [|a| a.reverse(), |a| a.rotate_left(1), |a| a.sort_by(|x, y| y.text.cmp(&x.text))];
        for order in orders {
            let mut moved = articles.clone();
            order(&mut moved);
            let moved = report(&moved);
            assert_eq!(straight.relations, moved.relations, "{name}");
            assert_eq!(straight.findings, moved.findings, "{name}");
            assert_eq!(straight.tolls, moved.tolls, "{name}");
        }
    }
}

#[test]
fn an_unrelated_article_changes_nothing() {
    const OTHER: &str = "Anika Brandt of Denmark won the final of the chess tournament in Reykjavik on Sunday. \
        \"I was two moves from losing,\" Brandt said. Three players were injured in a fall from a stage in 1997.";
    for (name, articles) in collections() {
        let alone = report(&articles);
        let mut joined = articles.clone();
        joined.push(Article::new("chess", OTHER).published("2003-04-14").outlet("Chess Weekly"));
        let among = report(&joined);
        assert_eq!(alone.relations, among.relations, "{name}");
        assert_eq!(alone.findings, among.findings, "{name}");
    }
}

#[test]
fn typography_does_not_matter() {
    // Curly marks in place of straight ones.
    unmoved(|articles| {
        respell(articles, |text| {
            let mut open = false;
            let curl = text.chars().map(|c| match c {
                '"' => {
                    open = !open;
                    if open { '“' } else { '”' }
                }
                '\'' => '’',
                other => other,
            });
            curl.collect()
        });
    });
    // And the other way round.
    unmoved(|articles| respell(articles, |text| text.replace(['“', '”'], "\"").replace('’', "'")));
    // A no-break space in every third gap.
    unmoved(|articles| {
        respell(articles, |text| {
            let mut gaps = 0;
            let glue = text.chars().map(|c| {
                gaps += usize::from(c == ' ');
                if c == ' ' && gaps % 3 == 0 { '\u{a0}' } else { c }
            });
            glue.collect()
        });
    });
}

#[test]
fn contractions_do_not_matter() {
    unmoved(|articles| respell(articles, |text| text.replace(" will not ", " won't ").replace(" did not ", " didn't ")));
}

#[test]
fn the_century_does_not_matter() {
    // After 28 years every date falls on its weekday again, leap days included.
    unmoved(|articles| {
        respell(articles, earlier);
        for article in articles {
            article.published = article.published.as_deref().map(earlier);
            article.url = article.url.as_deref().map(earlier);
        }
    });
}

/// The same words with every year of four digits set back by 28.
fn earlier(text: &str) -> String {
    let mut out = String::new();
    for word in text.split_inclusive(|c: char| !c.is_ascii_digit()) {
        let digits: String = word.chars().take_while(char::is_ascii_digit).collect();
        match digits.parse::<u32>() {
            Ok(year @ 1930..=2099) if digits.len() == 4 => {
                out += &(year - 28).to_string();
                out += &word[4..];
            }
            _ => out += word,
        }
    }
    out
}

/// Two reports of one day; what `from` becomes in the second decides how they stand to each other.
fn changed(text: &str, from: &str, to: &str) -> Vec<String> {
    let first = Article::new("first", text).outlet("Northern Wire").published("2018-05-16T09:00");
    let second = Article::new("second", text.replace(from, to)).outlet("Harbour Post").published("2018-05-16T12:00");
    assert!(text.contains(from), "{from:?} does not stand in the text");
    let report = report(&[first, second]);
    report.relations.iter().map(|r| format!("{} {}", r.left_kind, r.verdict)).collect()
}

#[test]
fn a_change_of_content_matters() {
    const SAID: &str =
        "\"We will open the northern road to all 40 trucks before the snow comes,\" Governor Lena Hoffman said on Tuesday.";
    const KILLED: &str = "A gas explosion killed 23 people in Osh, Kyrgyzstan, on Tuesday. Rescue workers searched the ruins of a bakery all night long.";
    const MET: &str = "Norwegian Foreign Minister Ida Haugland met her Latvian counterpart Juris Berzins in Riga on Tuesday.";
    let same = |kind: &str| format!("{kind} {}", Verdict::Agrees);
    let conflict = |kind: &str| format!("{kind} {}", Verdict::Conflicts);
    let check = |text: &str, from: &str, to: &str, has: &str| {
        let found = changed(text, from, to);
        assert!(found.iter().any(|v| v == has), "{from:?} -> {to:?}: {found:?}, not {has:?}");
    };
    check(SAID, "snow", "snow", &same("quote"));
    check(SAID, "We will open", "We will not open", &conflict("quote"));
    check(SAID, "We will open", "We won't open", &conflict("quote"));
    check(SAID, "40 trucks", "14 trucks", &conflict("quote"));
    check(SAID, "Governor Lena Hoffman", "Mayor Karl Brandt", &conflict("quote"));
    check(SAID, "the northern road", "the narrow northern road", &same("quote"));
    check(KILLED, "23", "23", &same("casualty"));
    check(KILLED, "23", "32", &conflict("casualty"));
    check(KILLED, "23 people", "at least 23 people", &same("casualty"));
    check(MET, "met", "met", &same("meeting"));
    check(MET, "Riga", "Oslo", &conflict("meeting"));
}
