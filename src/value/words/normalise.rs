//! A text as plain words with a map back to the page.

use std::borrow::Cow;

use crate::lexicon::{Lexicon, is_english, word_id};

/// A word as it counts in a comparison.
#[derive(Debug, Clone, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "four independent marks of where a word stands")]
pub struct PlainWord {
    /// In lower case, in the one spelling that stands for all, a contraction in full.
    pub plain: String,
    /// A hash of `plain`: equal words have equal ids on every machine.
    pub id: u64,
    /// Where it stands, in code points of the text.
    pub span: (usize, usize),
    /// It begins with a capital, and stands inside a sentence or is no word of English.
    pub capital: bool,
    /// It stands in square brackets: the editor's.
    pub bracketed: bool,
    /// Words may be left out before it: an ellipsis, or the end of one quotation and the beginning of another.
    pub gap: bool,
    /// A sentence begins with it.
    pub begins: bool,
}

impl PlainWord {
    /// What it weighs, in tenths of a rare word.
    #[must_use]
    pub fn weight(&self, lexicon: &Lexicon) -> usize {
        match () {
            () if lexicon.words.is_function(&self.plain) || lexicon.spelling.is_common(&self.plain) => 2,
            () if self.plain.chars().count() <= 3 => 4,
            () => 10,
        }
    }
}

/// A text cut into plain words.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Wording {
    /// The text, for the words of an edit.
    pub text: String,
    /// Its words, in order.
    pub words: Vec<PlainWord>,
    /// An ellipsis stands at its end.
    pub open_end: bool,
}

impl Wording {
    /// Cuts a text.
    #[must_use]
    pub fn read(text: &str, lexicon: &Lexicon) -> Self {
        let chars: Vec<char> = text.chars().collect();
        let mut out = Self { text: text.to_owned(), ..Self::default() };
        let mut state = State { begins: true, ..State::default() };
        let mut at = 0;
        while at < chars.len() {
            let c = chars[at];
            if c.is_alphanumeric() {
                let end = word_end(&chars, at);
                out.push(&chars, (at, end), &mut state, lexicon);
                at = end;
            } else {
                at = state.mark(&chars, at, &mut out, lexicon);
            }
        }
        out.open_end = state.gap;
        out
    }

    /// Cuts a quotation: what the writer remarks in brackets (`[sic]`, `(Applause)`) is no word of the speaker, and a letter in
    /// brackets belongs to the word behind it (`[T]he`).
    #[must_use]
    pub fn of_quote(text: &str, lexicon: &Lexicon) -> Self {
        let mut out = Self::read(text, lexicon);
        out.words.retain(|w| !lexicon.spelling.is_filler(&w.plain));
        if !text.contains(['[', '(']) {
            return out;
        }
        let chars: Vec<char> = out.text.chars().collect();
        let before = |word: &PlainWord| word.span.0.checked_sub(1).map(|i| chars[i]);
        out.words.retain(|w| !(w.bracketed || before(w) == Some('(')) || !lexicon.spelling.is_remark(&w.plain));
        let mut words: Vec<PlainWord> = Vec::with_capacity(out.words.len());
        for mut word in std::mem::take(&mut out.words) {
            let letter = |w: &&PlainWord| w.bracketed && w.plain.chars().count() == 1 && w.span.1 + 1 == word.span.0;
            if let Some(letter) = words.last().filter(letter).filter(|_| before(&word) == Some(']')).cloned() {
                words.pop();
                let joined = format!("{}{}", letter.plain, word.plain);
                plain_words(&joined, lexicon, |plain| plain.clone_into(&mut word.plain));
                word =
                    PlainWord { id: word_id(&word.plain), span: (letter.span.0 - 1, word.span.1), plain: word.plain, ..letter };
                word.bracketed = false;
            }
            words.push(word);
        }
        out.words = words;
        out
    }

    /// The parts of one utterance as one wording; what stands between two parts may have been left out. Spans count in
    /// the parts joined by one space.
    #[must_use]
    pub fn joined<'p>(parts: impl IntoIterator<Item = &'p str>, lexicon: &Lexicon) -> Self {
        let mut out = Self::default();
        for part in parts {
            let mut next = Self::of_quote(part, lexicon);
            let shift = if out.text.is_empty() { 0 } else { out.text.chars().count() + 1 };
            if shift > 0 {
                out.text.push(' ');
            }
            for (n, word) in next.words.iter_mut().enumerate() {
                word.span = (word.span.0 + shift, word.span.1 + shift);
                word.gap |= n == 0 && shift > 0;
            }
            out.text.push_str(&next.text);
            out.words.append(&mut next.words);
            out.open_end = next.open_end;
        }
        out
    }

    /// The ids of its words.
    pub fn ids(&self) -> impl Iterator<Item = u64> {
        self.words.iter().map(|w| w.id)
    }

    /// The text of some of its words, from the first to the last, brackets around them included, with its span.
    #[must_use]
    pub fn slice(&self, from: usize, to: usize) -> (String, (usize, usize)) {
        let Some(words) = self.words.get(from..to).filter(|w| !w.is_empty()) else {
            let at = self.words.get(from).map_or_else(|| self.words.last().map_or(0, |w| w.span.1), |w| w.span.0);
            return (String::new(), (at, at));
        };
        let (mut start, mut end) = (words[0].span.0, words[words.len() - 1].span.1);
        let is = |i: usize, bracket: char| self.text.chars().nth(i) == Some(bracket);
        if words[0].bracketed && start > 0 && is(start - 1, '[') {
            start -= 1;
        }
        if words[words.len() - 1].bracketed && is(end, ']') {
            end += 1;
        }
        (self.text.chars().skip(start).take(end - start).collect(), (start, end))
    }

    fn push(&mut self, chars: &[char], span: (usize, usize), state: &mut State, lexicon: &Lexicon) {
        let surface: String = chars[span.0..span.1].iter().collect();
        let capital = chars[span.0].is_uppercase() && (!state.begins || is_name(&surface));
        let words = &mut self.words;
        for (part, span) in parts(&surface, span) {
            plain_words(&part, lexicon, |plain| {
                words.push(PlainWord {
                    plain: plain.to_owned(),
                    id: word_id(plain),
                    span,
                    capital,
                    bracketed: state.brackets > 0,
                    gap: std::mem::take(&mut state.gap),
                    begins: std::mem::take(&mut state.begins),
                });
            });
        }
        state.closed = false;
    }
}

/// Whether a word that opens a sentence is a name: no word of English, and more than a letter.
fn is_name(surface: &str) -> bool {
    let lower = surface.to_lowercase();
    let lower = lower.split(['\'', '’']).next().unwrap_or_default();
    lower.chars().count() > 1 && !is_english(lower)
}

/// What the marks before a word say of it.
#[derive(Debug, Default)]
struct State {
    brackets: usize,
    gap: bool,
    begins: bool,
    /// A quotation mark has closed: the next that opens begins another part.
    closed: bool,
}

impl State {
    /// Passes one mark, or the dots of an ellipsis.
    fn mark(&mut self, chars: &[char], at: usize, out: &mut Wording, lexicon: &Lexicon) -> usize {
        match chars[at] {
            '[' => self.brackets += 1,
            ']' => self.brackets = self.brackets.saturating_sub(1),
            '…' => self.gap = true,
            '.' => {
                let dots = dots(chars, at);
                self.gap |= dots.0 >= 2;
                self.begins = true;
                return dots.1;
            }
            '!' | '?' | '\n' => self.begins = true,
            '%' => out.push(&['p', 'e', 'r', 'c', 'e', 'n', 't'], (0, 7), self, lexicon),
            '&' => out.push(&['a', 'n', 'd'], (0, 3), self, lexicon),
            '"' | '”' | '“' | '«' | '»' => {
                self.gap |= self.closed && !out.words.is_empty();
                self.closed = !out.words.is_empty();
            }
            _ => {}
        }
        if matches!(chars[at], '%' | '&')
            && let Some(last) = out.words.last_mut()
        {
            last.span = (at, at + 1);
        }
        at + 1
    }
}

/// How many dots stand here, spaces between them passed over, and where they end.
fn dots(chars: &[char], at: usize) -> (usize, usize) {
    let (mut n, mut end, mut i) = (0, at, at);
    while i < chars.len() && (chars[i] == '.' || chars[i] == ' ' || chars[i] == '\u{a0}') {
        if chars[i] == '.' {
            n += 1;
            end = i + 1;
        }
        i += 1;
    }
    (n, end)
}

/// Letters and digits, with apostrophes and dots between letters, and separators between digits.
fn word_end(chars: &[char], start: usize) -> usize {
    let is = |i: usize, f: fn(char) -> bool| chars.get(i).is_some_and(|&c| f(c));
    let mut end = start + 1;
    while end < chars.len() {
        let c = chars[end];
        let inner = match c {
            '\'' | '’' | '‘' => is(end + 1, char::is_alphabetic),
            '.' => {
                is(end + 1, char::is_alphanumeric) && (is(end + 1, |c| c.is_ascii_digit()) == is(end - 1, |c| c.is_ascii_digit()))
            }
            ',' => is(end + 1, |c| c.is_ascii_digit()) && is(end - 1, |c| c.is_ascii_digit()),
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{300}'..='\u{36f}' => true,
            _ => c.is_alphanumeric(),
        };
        if !inner {
            break;
        }
        end += 1;
    }
    end
}

/// A word and its clitic (`couldn't`, `it's`), each with its span.
fn parts(surface: &str, span: (usize, usize)) -> Vec<(String, (usize, usize))> {
    let word: String = surface.to_lowercase().replace(['’', '‘'], "'");
    let word: String =
        word.chars().filter(|c| !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{300}'..='\u{36f}')).collect();
    let count = word.chars().count();
    if count != span.1 - span.0 {
        return vec![(word, span)];
    }
    match stem_and_clitic(&word) {
        Some((stem, clitic)) => {
            let cut = span.1 - clitic.len();
            vec![(stem.to_owned(), (span.0, cut)), (clitic.to_owned(), (cut, span.1))]
        }
        None => vec![(word, span)],
    }
}

/// A lower-case word and the clitic that ends it.
pub(super) fn stem_and_clitic(word: &str) -> Option<(&str, &'static str)> {
    let split = |clitic: &'static str| Some((word.strip_suffix(clitic).filter(|stem| !stem.is_empty())?, clitic));
    ["'s", "'re", "'ll", "'ve", "'d", "'m"].into_iter().find_map(split)
}

/// Hands over the words that stand for one in lower case: a contraction in full, one spelling for all.
pub(super) fn plain_words(word: &str, lexicon: &Lexicon, mut each: impl FnMut(&str)) {
    let spelling = &lexicon.spelling;
    if let Some(full) = spelling.expanded(word) {
        return full.split(' ').for_each(each);
    }
    if let Some(stem) = word.strip_suffix("n't") {
        each(match stem {
            "ca" => "can",
            "wo" => "will",
            "sha" => "shall",
            s => s,
        });
        return each("not");
    }
    let word = if word.bytes().all(|b| b.is_ascii_alphanumeric()) {
        Cow::Borrowed(word)
    } else {
        word.chars().filter(|c| !matches!(c, '.' | ',')).map(unaccented).collect()
    };
    each(&spelling.plain(&word).map_or(word, Cow::Owned));
}

fn unaccented(c: char) -> char {
    match c {
        'à'..='å' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ñ' => 'n',
        'ò'..='ö' | 'ø' => 'o',
        'ù'..='ü' => 'u',
        'ý' | 'ÿ' => 'y',
        c => c,
    }
}
