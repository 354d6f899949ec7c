use std::cell::Cell;
use std::fmt::Write as _;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::lexicon::vocabulary::{Effect, Kind};
use crate::story::Story;
use crate::text::{CodePoints, Run};
use crate::value::words::Fnv;

/// An id is longer than its article's by so many bytes at most, but for the longest of texts.
const ROOM: usize = 40;

/// Of the tokens of a text, about one in so many begins a row.
const TOKENS_A_ROW: usize = 16;

/// The kind, the effect and the code points of a claim.
type Place = (Kind, Option<Effect>, (i64, i64));

/// Where claims leave their article: bytes become code points, and claims get their ids.
pub(crate) struct Edge<'s, 't> {
    pub(crate) story: &'s Story<'t>,
    points: CodePoints<'t>,
    /// The article's id, one for all its mentions.
    article: Arc<str>,
    /// How many ids were given to claims of one kind and effect at one place.
    given: FxHashMap<Place, usize>,
    /// The last sentence that was hashed for a fingerprint, and what came of it.
    hashed: Cell<Option<(Kind, usize, Fnv)>>,
}

impl<'s, 't> Edge<'s, 't> {
    pub(crate) fn new(story: &'s Story<'t>) -> Self {
        let rows = story.page.tokens.len() / TOKENS_A_ROW;
        Self {
            story,
            points: CodePoints::new(story.page.text),
            article: story.article.id.as_str().into(),
            given: FxHashMap::with_capacity_and_hasher(rows, FxBuildHasher),
            hashed: Cell::new(None),
        }
    }

    /// The article's id, shared by the rows that are many.
    pub(crate) fn article(&self) -> Arc<str> {
        Arc::clone(&self.article)
    }

    /// The code points of a run.
    pub(crate) fn points(&self, run: Run) -> (i64, i64) {
        self.points.span(self.story.span(run))
    }

    /// The words of a run.
    pub(crate) fn text(&self, run: Run) -> String {
        self.story.page.text(run).to_owned()
    }

    /// The code points of the sentence that holds a token.
    pub(crate) fn sentence(&self, token: usize) -> (i64, i64) {
        let page = &self.story.page;
        page.sentences.get(page.sentence_of(token)).map_or((0, 0), |s| self.points.span(s.span))
    }

    /// A claim's id, `article:kind[.effect]:start-end`, with `~2` behind the second of the same.
    pub(crate) fn id(&mut self, kind: Kind, effect: Option<Effect>, (start, end): (i64, i64)) -> String {
        let count = self.given.entry((kind, effect, (start, end))).or_insert(0);
        *count += 1;
        let article = &self.story.article.id;
        let mut id = String::with_capacity(article.len() + ROOM);
        id.push_str(article);
        id.push(':');
        id.push_str(kind.as_str());
        if let Some(effect) = effect {
            id.push('.');
            id.push_str(effect.as_str());
        }
        let mut digits = itoa::Buffer::new();
        for (before, point) in [(':', start), ('-', end)] {
            id.push(before);
            id.push_str(digits.format(point));
        }
        if *count > 1 {
            let _ = write!(id, "~{count}");
        }
        id
    }

    /// The fingerprint of a claim in the sentence that holds `token`.
    pub(crate) fn fingerprint(&self, kind: Kind, token: usize, value: &str) -> String {
        let page = &self.story.page;
        let at = page.sentence_of(token);
        let hasher = match self.hashed.get() {
            Some((k, s, hasher)) if (k, s) == (kind, at) => hasher,
            _ => {
                let sentence = page.sentences.get(at).map_or("", |s| s.span.of(page.text));
                hash(&self.story.article.id, kind, sentence)
            }
        };
        self.hashed.set(Some((kind, at, hasher)));
        finish(hasher, value)
    }
}

/// A claim's name that survives an inserted comma: from article, kind, the sentence's letters and digits, and the value.
#[must_use]
pub fn fingerprint(article: &str, kind: Kind, sentence: &str, value: &str) -> String {
    finish(hash(article, kind, sentence), value)
}

fn hash(article: &str, kind: Kind, sentence: &str) -> Fnv {
    let mut hasher = Fnv::default();
    (article, kind.as_str()).hash(&mut hasher);
    for c in sentence.chars() {
        if c.is_ascii_alphanumeric() {
            hasher.write(&[c.to_ascii_lowercase() as u8]);
        } else if !c.is_ascii() && c.is_alphanumeric() {
            c.to_lowercase().for_each(|c| hasher.write(c.encode_utf8(&mut [0; 4]).as_bytes()));
        }
    }
    // A string's hash ends so.
    hasher.write(&[0xff]);
    hasher
}

fn finish(mut hasher: Fnv, value: &str) -> String {
    value.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}
