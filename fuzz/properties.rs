//! What holds for any bytes. Each function takes what a fuzzer made and panics where a promise is broken; the targets under
//! `fuzz_targets/` and the test `tests/hostile.rs` call the same ones.
#![allow(dead_code, reason = "each target calls one of them")]

use std::collections::BTreeMap;
use std::sync::Arc;

use arrow_array::{
    ArrayRef, BooleanArray, Date32Array, Float64Array, Int64Array, ListArray, NullArray, RecordBatch, StringArray,
    StringViewArray, TimestampSecondArray, types::Int64Type,
};
use wirecheck::claim::extract as read;
use wirecheck::claim::record::Claims;
use wirecheck::lexicon::Lexicon;
use wirecheck::lexicon::vocabulary::{Kind, NameType};
use wirecheck::report::{self, check as judge};
use wirecheck::table::{self, Row};
use wirecheck::text::Article;
use wirecheck::value::compare_quotes as compare;

/// Parts the articles, quotations or cells of one input.
pub(crate) const PART: char = '\u{1e}';

/// Spans are inside the text and cut it where they say, in code points; a second reading gives the same.
pub(crate) fn extract(data: &[u8]) {
    let articles = articles(data);
    let claims = claims(&articles);
    for article in &articles {
        spans(article, &claims);
    }
    assert!(claims == self::claims(&articles), "a second reading gives other claims");
}

/// An article is read alone as among others, and whatever was read can be judged, in any order alike.
pub(crate) fn check(data: &[u8]) {
    let mut articles = articles(data);
    articles.truncate(6);
    let told = judged(&claims(&articles));
    articles.reverse();
    let turned = judged(&claims(&articles));
    assert!(told.relations == turned.relations, "the order of the articles moves a verdict");
    assert!(told.findings == turned.findings, "the order of the articles moves a finding");
}

/// Any two wordings compare, a wording is its own, and neither side is preferred.
pub(crate) fn compare_quotes(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (a, b) = text.split_once(PART).unwrap_or((&text, ""));
    let (there, back) = (compare(a, b), compare(b, a));
    assert_eq!(there.relation, back.relation, "{a:?} and {b:?} stand otherwise the other way round");
    let own = compare(a, a);
    assert!(own.edits.is_empty(), "{a:?} differs from itself: {:?}", own.edits);
}

/// Tables of claims with any cells are refused in a sentence, or are judged.
pub(crate) fn arrow_in(data: &[u8]) {
    let mut cells = Cells { data, at: 0 };
    let given = Claims {
        articles: cells.rows(),
        dates: cells.rows(),
        names: cells.rows(),
        casualties: cells.rows(),
        meetings: cells.rows(),
        quotes: cells.rows(),
        ..Claims::default()
    };
    if let Ok(told) = judge(&given, None, &Default::default(), Lexicon::english()) {
        drop(report::pairs(&told, &given));
        drop(report::tolls_by(&told, &given, "ucdp", Lexicon::english()));
        drop(report::to_ucdp(&told, &given, Lexicon::english()));
        drop(report::to_airwars(&told, &given, Lexicon::english()));
    }
}

/// Names of a user's own, of any letters, are refused in a sentence, or an article is read by them: its first part is `name`, type,
/// `alias`, what that names; the others are articles.
pub(crate) fn lexicon(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (words, rest) = text.split_once(PART).unwrap_or((&text, ""));
    let mut words = words.split('\u{1f}');
    let mut next = || words.next().unwrap_or_default().to_owned();
    let (name, kind, alias, entity) = (next(), next().parse().unwrap_or(NameType::Person), next(), next());
    let Ok(own) = Lexicon::english().with_names(&BTreeMap::from([(name, kind)]), &BTreeMap::from([(alias, entity)])) else {
        return;
    };
    let articles = articles(rest.as_bytes());
    let claims = read(&articles, Kind::ALL, &own).expect("the ids are unique");
    for article in &articles {
        spans(article, &claims);
    }
}

/// The articles of an input: parted by [`PART`], the first line of each beginning with `@` is its publication time.
fn articles(data: &[u8]) -> Vec<Article> {
    let text = String::from_utf8_lossy(data);
    let article = |(n, part): (usize, &str)| {
        let dated = part.strip_prefix('@').and_then(|rest| rest.split_once('\n'));
        let (published, body) = dated.map_or((None, part), |(day, body)| (Some(day.to_owned()), body));
        Article { published, ..Article::new(format!("{n:03}"), body) }
    };
    text.split(PART).enumerate().map(article).collect()
}

fn claims(articles: &[Article]) -> Claims {
    read(articles, Kind::ALL, Lexicon::english()).expect("the ids are unique")
}

fn judged(claims: &Claims) -> report::record::Report {
    judge(claims, None, &Default::default(), Lexicon::english()).expect("what was read can be judged")
}

/// Holds `text[start:end] == row.text` for every row of an article.
fn spans(article: &Article, claims: &Claims) {
    let letters: Vec<char> = article.text.chars().collect();
    let cut = |start: i64, end: i64| -> String {
        let whole = || letters.get(usize::try_from(start).ok()?..usize::try_from(end).ok()?);
        whole().unwrap_or_else(|| panic!("{start}..{end} is not inside {:?}", article.text)).iter().collect()
    };
    macro_rules! held {
        ($($table:ident),+) => {
            $(for row in claims.$table.iter().filter(|row| *row.article == *article.id) {
                assert_eq!(cut(row.start, row.end), row.text, "a row of {}", stringify!($table));
            })+
        };
    }
    held!(dates, names, casualties, meetings, quotes);
}

/// Cells as the bytes of an input spell them.
struct Cells<'a> {
    data: &'a [u8],
    at: usize,
}

impl Cells<'_> {
    /// The rows of one table, or none where its reader refuses the columns.
    fn rows<R: Row>(&mut self) -> Vec<R> {
        const ROWS: [usize; 4] = [0, 1, 2, 5];
        let count = ROWS[usize::from(self.byte()) % ROWS.len()];
        let columns: Vec<(&str, ArrayRef)> =
            R::form().columns.iter().filter_map(|c| Some((c.name, self.column(c, count)?))).collect();
        let batch = RecordBatch::try_from_iter_with_nullable(columns.into_iter().map(|(name, array)| (name, array, true)));
        batch.ok().and_then(|batch| table::read(&[batch]).ok()).unwrap_or_default()
    }

    /// A column: of its own type mostly, of another at times, and at times it is left out.
    fn column(&mut self, column: &table::Column, rows: usize) -> Option<ArrayRef> {
        let kind = match self.byte() {
            0 => return None,
            1 => "null",
            2 => "utf8view",
            3 => "timestamp",
            _ => column.r#type.as_str(),
        };
        let cells = 0..rows;
        Some(match kind {
            "int64" => Arc::new(cells.map(|_| self.filled(column).then(|| self.number())).collect::<Int64Array>()),
            "float64" => {
                Arc::new(cells.map(|_| self.filled(column).then(|| self.number() as f64 / 7.0)).collect::<Float64Array>())
            }
            "bool" => {
                Arc::new(cells.map(|_| self.filled(column).then(|| self.byte().is_multiple_of(2))).collect::<BooleanArray>())
            }
            "date32" => Arc::new(cells.map(|_| self.filled(column).then(|| self.number() as i32)).collect::<Date32Array>()),
            "timestamp" => Arc::new(cells.map(|_| self.filled(column).then(|| self.number())).collect::<TimestampSecondArray>()),
            "list<int64>" => {
                let lists = cells
                    .map(|_| self.filled(column).then(|| (0..self.byte() % 4).map(|_| Some(self.number())).collect::<Vec<_>>()));
                Arc::new(ListArray::from_iter_primitive::<Int64Type, _, _>(lists.collect::<Vec<_>>()))
            }
            "list<utf8>" => Arc::new(self.lists(column, rows)),
            "utf8view" => Arc::new(cells.map(|_| self.filled(column).then(|| self.word(column))).collect::<StringViewArray>()),
            "null" => Arc::new(NullArray::new(rows)),
            _ => Arc::new(cells.map(|_| self.filled(column).then(|| self.word(column))).collect::<StringArray>()),
        })
    }

    fn lists(&mut self, column: &table::Column, rows: usize) -> ListArray {
        let mut made = arrow_array::builder::ListBuilder::new(arrow_array::builder::StringBuilder::new());
        for _ in 0..rows {
            let cells: Vec<Option<String>> = (0..self.byte() % 4).map(|_| Some(self.word(column))).collect();
            made.append_value(cells);
        }
        made.finish()
    }

    /// Whether a cell holds anything; where nothing may be missing, nothing mostly is.
    fn filled(&mut self, column: &table::Column) -> bool {
        self.byte() >= if column.nullable { 64 } else { 2 }
    }

    fn byte(&mut self) -> u8 {
        let byte = self.data.get(self.at).copied().unwrap_or(0x5a);
        self.at += 1;
        byte
    }

    /// A number: a small one mostly, the ends of what 64 bits hold at times.
    fn number(&mut self) -> i64 {
        match self.byte() {
            0 => i64::MAX,
            1 => i64::MIN,
            2 => -1,
            3 => i64::from(i32::MAX),
            4..=60 => i64::from(self.byte()) * 257 + 17_000,
            small => i64::from(small) - 60,
        }
    }

    /// A word: one of those that the column may hold, one by which rows of several tables meet, or a few letters of the input.
    fn word(&mut self, column: &table::Column) -> String {
        const MEET: [&str; 10] = [
            "a",
            "b",
            "c",
            "a:casualty.killed:0-5",
            "b:casualty.killed:0-5",
            "a:quote:0-9",
            "place:syria",
            "person:lena-hoffman",
            "We will rebuild every stall before the winter",
            "2021-05-07",
        ];
        let choice = usize::from(self.byte());
        if choice >= 3 && !column.values.is_empty() {
            return column.values[choice % column.values.len()].to_owned();
        }
        if choice >= 48 {
            return MEET[choice % MEET.len()].to_owned();
        }
        let length = choice % 12;
        let end = (self.at + length).min(self.data.len());
        let cut = self.data.get(self.at.min(end)..end).unwrap_or_default();
        self.at += length;
        String::from_utf8_lossy(cut).into_owned()
    }
}
