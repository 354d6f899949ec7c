//! Names of a sentence: capitalised runs with their titles, and what type their own words show.
//!
//! A run is collected first (`runs`), then cut into names and the titles and adjectives beside them (`parse`), then looked
//! at from outside: what stands before and behind it (`beside`). Headlines and upper-case text, where capitals tell
//! nothing, give listed names and names behind titles alone (`shouted`).
#![doc = include_str!("../../../docs/rules/names.md")]

mod beside;
mod parse;
mod rules;
mod runs;
mod scores;
mod shouted;

use std::cell::Cell;

use crate::lexicon::kinds::LITTLE;
use crate::lexicon::vocabulary::{Gender, NameType};
use crate::lexicon::{Key, Known, Lexicon, NameWords, is_english};
use crate::text::{Page, Run, Sentence, TokenKind};

pub use rules::RULES;
pub use shouted::{Style, style};

/// A name before its article is known.
#[derive(Debug, Clone, PartialEq)]
pub struct NameMention {
    /// Its tokens, without title and role.
    pub run: Run,
    /// Its tokens with title, role and apposition.
    pub full: Run,
    /// The title or role beside it ("Foreign Minister", "a State Department spokesman").
    pub role: Option<Run>,
    /// Its type, where its own words or its sentence show it.
    pub kind: Option<NameType>,
    /// What its title or given name shows.
    pub gender: Gender,
    /// A lone word with no other evidence than a capital that its place in the sentence explains.
    pub weak: bool,
    /// The rule that read it.
    pub rule: &'static str,
}

impl NameMention {
    fn new(run: Run, kind: Option<NameType>, rule: &'static str) -> Self {
        Self { run, full: run, role: None, kind, gender: Gender::Unknown, weak: false, rule }
    }
}

/// Every name of a sentence, in order, not overlapping.
#[must_use]
pub fn names(page: &Page, sentence: &Sentence, lexicon: &Lexicon) -> Vec<NameMention> {
    names_in(style(page, sentence, lexicon), page, sentence, lexicon)
}

/// The same, of a sentence whose style is known.
#[must_use]
pub fn names_in(style: Style, page: &Page, sentence: &Sentence, lexicon: &Lexicon) -> Vec<NameMention> {
    let reader = Reader { page, sentence: sentence.tokens, lexicon, words: &lexicon.names, last: Cell::new(None) };
    let mut out = Vec::new();
    match style {
        Style::Plain => {
            for run in reader.runs() {
                reader.parse(run, &mut out);
            }
        }
        style => reader.shouted(style, &mut out),
    }
    out.retain(|m| m.kind.is_some() || !reader.is_thing(m.run));
    reader.beside(&mut out);
    reader.teams(&mut out);
    out
}

/// A word of English, a letter, a mark, or letters with digits ("IE6"): nothing that a name is told by.
#[must_use]
pub fn is_plain(page: &Page, i: usize) -> bool {
    let word = page.lower(i);
    is_english(word) || word.chars().count() == 1 || word.len() < 5 && word.bytes().any(|b| b.is_ascii_digit())
}

/// A sentence and the words to read it by.
struct Reader<'a, 't> {
    page: &'a Page<'t>,
    sentence: Run,
    lexicon: &'a Lexicon,
    words: &'a NameWords,
    /// What was last looked up among the listed names: a run is asked about its begin again and again.
    last: Cell<Option<Listed<'a>>>,
}

/// The longest listed name at a token, looked for up to another.
#[derive(Clone, Copy)]
struct Listed<'a> {
    at: usize,
    end: usize,
    found: Option<(usize, &'a Known)>,
}

impl Listed<'_> {
    /// Whether it is the longest of a shorter run as well.
    fn fits(&self, run: Run) -> bool {
        run.end < self.end && self.found.is_none_or(|(n, _)| self.at + n <= run.end)
    }
}

impl Reader<'_, '_> {
    /// The tokens from `i` to the sentence's end, in lower case.
    fn ahead(&self, i: usize) -> impl Iterator<Item = Key<'_>> + Clone {
        self.page.keys(Run::new(i, self.sentence.end))
    }

    fn capital(&self, i: usize) -> bool {
        self.page.tokens.get(i).is_some_and(|t| t.capital && t.kind == TokenKind::Word)
    }

    fn upper(&self, i: usize) -> bool {
        self.page.tokens.get(i).is_some_and(|t| t.upper)
    }

    /// A listed name at `i` inside `run`: its length in tokens. A name of letters that are a word too ("IS", "WHO", "us")
    /// must be in capitals, any other must have one.
    fn known(&self, i: usize, run: Run) -> Option<(usize, &Known)> {
        let last = self.last.get().filter(|last| last.at == i && (last.end == run.end || last.fits(run)));
        let found = last.map_or_else(
            || {
                let found = self.words.known.longest(self.page.keys(Run::new(i, run.end)));
                self.last.set(Some(Listed { at: i, end: run.end, found }));
                found
            },
            |last| last.found,
        );
        let (n, known) = found?;
        let hit = Run::new(i, i + n);
        let capital = hit.iter().any(|t| self.capital(t));
        let spelt = n > 1 || self.page.word(i).len() > 4 || self.upper(i) || !self.page.is(i, LITTLE);
        let shape = match known {
            // "SANA", "AU", "WHO": an acronym is no other word in lower case.
            Known::Organisation(_) if n == 1 && self.page.word(i).len() <= 4 => self.upper(i) || self.page.word(i).len() == 4,
            // "us", "US$".
            Known::Place(_) if self.page.lower(i) == "us" && n == 1 => self.upper(i) && self.page.word(i + 1) != "$",
            _ => true,
        };
        (capital && spelt && shape).then_some((n, known))
    }

    /// How many tokens at `i` are an adjective of a people; the adjective must be capitalised.
    fn demonym(&self, i: usize, run: Run) -> Option<usize> {
        if !self.capital(i) {
            return None;
        }
        self.words.demonyms.longest(self.page.keys(Run::new(i, run.end))).map(|(n, _)| n)
    }
}
