use std::collections::HashMap;

use rayon::prelude::*;

use super::record::{ArticleRow, Claims, Skipped};
use super::{Edge, casualties, meetings, mentions, quotes};
use crate::error::{Error, Result};
use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::Kind;
use crate::story::{Language, Story};
use crate::text::Article;
use crate::value::words::sketch;
use crate::watch::{Stage, Watch};

/// A text longer than this, in bytes, is not an article, unless somebody says so.
pub const LONGEST: usize = 16 << 20;
/// Offsets are kept in 32 bits: no longer text may be allowed.
const UTMOST: usize = u32::MAX as usize;

/// Reads articles: every claim of the asked kinds, in the order of the articles and of their texts.
///
/// What cannot be read (empty, markup, not English, over the limit) gives a row of `skipped` and no claims; the article
/// itself stays in the table.
///
/// # Errors
/// If two articles share an id.
pub fn extract(articles: &[Article], kinds: &[Kind], lexicon: &Lexicon) -> Result<Claims> {
    extract_watched(articles, kinds, lexicon, &Watch::default())
}

/// Like [`extract`], while `watch` tells how many articles have been taken up, and may stop it.
///
/// # Errors
/// If two articles share an id, or if `watch` was stopped.
pub fn extract_watched(articles: &[Article], kinds: &[Kind], lexicon: &Lexicon, watch: &Watch) -> Result<Claims> {
    extract_within(LONGEST, articles, kinds, lexicon, watch)
}

/// Like [`extract_watched`], of texts of at most so many bytes; a longer one gives a row of `skipped`. No limit is above 4 GB.
///
/// # Errors
/// If two articles share an id, or if `watch` was stopped.
pub fn extract_within(longest: usize, articles: &[Article], kinds: &[Kind], lexicon: &Lexicon, watch: &Watch) -> Result<Claims> {
    let longest = longest.min(UTMOST);
    let mut seen = HashMap::new();
    for (row, article) in articles.iter().enumerate() {
        if let Some(first) = seen.insert(article.id.as_str(), row) {
            return Err(Error::value(format!(
                "rows {first} and {row} have the same article id {:?}; ids must be unique, so rename one or drop the id column",
                article.id
            )));
        }
    }
    watch.begin(Stage::Reading, Some(articles.len()))?;
    let read: Result<Vec<Claims>> = articles.par_iter().map(|a| watch.step().map(|()| one(longest, a, kinds, lexicon))).collect();
    let mut read = read?;
    Ok(Claims {
        articles: joined(&mut read, |c| &mut c.articles),
        dates: joined(&mut read, |c| &mut c.dates),
        names: joined(&mut read, |c| &mut c.names),
        casualties: joined(&mut read, |c| &mut c.casualties),
        meetings: joined(&mut read, |c| &mut c.meetings),
        quotes: joined(&mut read, |c| &mut c.quotes),
        unread: joined(&mut read, |c| &mut c.unread),
        skipped: joined(&mut read, |c| &mut c.skipped),
    })
}

/// The rows of one table of all articles, moved once.
fn joined<T>(read: &mut [Claims], table: fn(&mut Claims) -> &mut Vec<T>) -> Vec<T> {
    let mut all = Vec::with_capacity(read.iter_mut().map(|claims| table(claims).len()).sum());
    for claims in read {
        all.append(table(claims));
    }
    all
}

fn one(longest: usize, article: &Article, kinds: &[Kind], lexicon: &Lexicon) -> Claims {
    if let Some(reason) = unreadable(&article.text, longest) {
        let empty = Article { text: String::new(), ..article.clone() };
        let mut row = article_row(&Story::new(&empty, lexicon), lexicon);
        row.text = Some(article.text.clone());
        return Claims { articles: vec![row], skipped: vec![skipped(article, &reason)], ..Claims::default() };
    }
    let story = Story::new(article, lexicon);
    let mut claims = Claims { articles: vec![article_row(&story, lexicon)], ..Claims::default() };
    if story.language == Language::Other {
        claims.skipped.push(skipped(article, "not English"));
        return claims;
    }
    if let Some(published) = article.published.as_deref().filter(|_| story.anchor.imprint.published_unread) {
        let reason = format!("is no date: {published:?}");
        claims.skipped.push(Skipped { article: Some(article.id.clone()), what: "published".to_owned(), reason, count: 1 });
    }
    let mut edge = Edge::new(&story);
    for kind in kinds {
        match kind {
            Kind::Date => claims.dates = mentions::dates(&mut edge),
            Kind::Name => claims.names = mentions::names(&mut edge),
            Kind::Casualty => {
                let (rows, unread) = casualties::read(&mut edge, lexicon);
                claims.casualties = rows;
                claims.unread.extend(unread);
            }
            Kind::Meeting => {
                let (rows, unread) = meetings::read(&mut edge, lexicon);
                claims.meetings = rows;
                claims.unread.extend(unread);
            }
            Kind::Quote => {
                let (rows, unread) = quotes::read(&mut edge, lexicon);
                claims.quotes = rows;
                claims.unread.extend(unread);
            }
        }
    }
    claims
}

fn article_row(story: &Story, lexicon: &Lexicon) -> ArticleRow {
    let (article, anchor) = (story.article, &story.anchor);
    let imprint = anchor.imprint.clone();
    ArticleRow {
        article: article.id.clone(),
        outlet: article.outlet.clone(),
        published: article.published.clone(),
        published_precision: imprint.published_precision,
        title: article.title.clone(),
        url: article.url.clone(),
        role: article.role,
        language: story.language.code().map(str::to_owned),
        text: Some(article.text.clone()),
        dateline_date: imprint.dateline_date,
        dateline_place: imprint.dateline_place,
        stamp: imprint.stamp,
        stamp_kind: imprint.stamp_kind,
        credit: imprint.credit,
        anchor_date: anchor.date,
        anchor_quality: anchor.quality,
        sketch: sketch(&article.text, lexicon),
    }
}

fn skipped(article: &Article, reason: &str) -> Skipped {
    Skipped { article: Some(article.id.clone()), what: "article".to_owned(), reason: reason.to_owned(), count: 1 }
}

/// Why a text is not read at all.
fn unreadable(text: &str, longest: usize) -> Option<String> {
    if text.len() > longest {
        Some(format!("longer than {}: part it into its articles, or raise the limit of a text", size(longest)))
    } else if !text.chars().any(char::is_alphanumeric) {
        Some("no prose".to_owned())
    } else if is_markup(text) {
        Some("HTML markup: take the text out of it first".to_owned())
    } else {
        None
    }
}

/// "16 MB"; "1000 bytes" where it is none of whole megabytes.
fn size(bytes: usize) -> String {
    match (bytes >> 20, bytes % (1 << 20)) {
        (megabytes @ 1.., 0) => format!("{megabytes} MB"),
        _ => format!("{bytes} bytes"),
    }
}

/// Whether three tags or the head of an HTML page stand in a text.
fn is_markup(text: &str) -> bool {
    const TAGS: [&str; 7] = ["</p>", "</div>", "<br", "<html", "</a>", "<script", "<!doctype"];
    const HEAD: &str = "<!doctype";
    let mut tags = text.match_indices('<').filter(|(at, _)| TAGS.iter().any(|tag| text[*at..].starts_with(tag)));
    let headed = || text.trim_start().get(..HEAD.len()).is_some_and(|head| head.eq_ignore_ascii_case(HEAD));
    tags.nth(2).is_some() || headed()
}
