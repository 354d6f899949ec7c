use super::sentence::sentences;
use super::stripped::{cut_possessives, is_stripped};
use super::token::{Run, Token};
use super::tokens::tokens;
use super::{Span, TokenKind};
use crate::lexicon::{Key, Lexicon};

/// A paragraph: the text between line breaks, or between blank lines where lines are wrapped by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paragraph {
    /// Its text, without white space at the edges.
    pub span: Span,
    /// Its tokens.
    pub tokens: Run,
    /// Its sentences, as indices into [`Page::sentences`].
    pub sentences: (usize, usize),
}

/// A sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    /// Its tokens.
    pub tokens: Run,
    /// Its text, from the first token to the last.
    pub span: Span,
}

/// A text cut into paragraphs, sentences and tokens.
///
/// Token, sentence and paragraph indices count from the page's beginning, so that a [`Run`] means the same on every floor.
#[derive(Debug)]
pub struct Page<'t> {
    /// The text itself.
    pub text: &'t str,
    /// Its tokens.
    pub tokens: Vec<Token>,
    /// Its sentences.
    pub sentences: Vec<Sentence>,
    /// Its paragraphs.
    pub paragraphs: Vec<Paragraph>,
    lower: String,
}

impl<'t> Page<'t> {
    /// Cuts a text.
    #[must_use]
    pub fn new(text: &'t str, lexicon: &Lexicon) -> Self {
        let mut tokens = tokens(text, |w| lexicon.words.is_abbreviation(w));
        // Lengths are kept, so that spans fit both: what is not ASCII stays as it is, but for the typographic apostrophe's
        // clitics, which the lexicon knows in both spellings.
        let lower = text.to_ascii_lowercase();
        if is_stripped(text, &tokens) {
            cut_possessives(text, &lower, &mut tokens, lexicon);
        }
        for token in &mut tokens {
            let key = Key::from(if token.is_bare_clitic() { CLITIC } else { token.span.of(&lower) });
            token.hash = key.hash();
            if let Some(kinds) = lexicon.kinds.get(key) {
                (token.kinds, token.dating, token.harming) = (kinds.word, kinds.date, kinds.harm);
            }
        }
        let mut page = Self { text, tokens, sentences: Vec::new(), paragraphs: Vec::new(), lower };
        let mut start = 0;
        for span in paragraph_spans(text) {
            let end = start + page.tokens[start..].partition_point(|t| t.span.start < span.end);
            let tokens = Run::new(start, end);
            if tokens.is_empty() {
                continue;
            }
            let first = page.sentences.len();
            sentences(text, &page.tokens, tokens, |w| lexicon.words.is_sentence_starter(w), &mut page.sentences);
            page.paragraphs.push(Paragraph { span, tokens, sentences: (first, page.sentences.len()) });
            start = end;
        }
        page
    }

    /// Begins a new sentence at a token inside a paragraph: a dateline is none of the words behind it.
    pub(crate) fn cut(&mut self, first: usize) {
        let nr = self.sentence_of(first);
        let Some(whole) = self.sentences.get(nr).map(|s| s.tokens).filter(|run| run.start < first) else { return };
        let part = |run: Run| Sentence { tokens: run, span: self.span(run) };
        let parts = [part(Run::new(whole.start, first)), part(Run::new(first, whole.end))];
        self.sentences.splice(nr..=nr, parts);
        for paragraph in &mut self.paragraphs {
            let (from, to) = &mut paragraph.sentences;
            *from += usize::from(*from > nr);
            *to += usize::from(*to > nr);
        }
    }

    /// The token as written; empty beyond the last.
    #[inline]
    #[must_use]
    pub fn word(&self, i: usize) -> &'t str {
        self.tokens.get(i).map_or("", |t| t.span.of(self.text))
    }

    /// The token in ASCII lower case; empty beyond the last.
    #[inline]
    #[must_use]
    pub fn lower(&self, i: usize) -> &str {
        match self.tokens.get(i) {
            Some(token) if token.is_bare_clitic() => CLITIC,
            Some(token) => token.span.of(&self.lower),
            None => "",
        }
    }

    /// The token in ASCII lower case, for looking it up in a table; the empty word beyond the last.
    #[inline]
    #[must_use]
    pub fn key(&self, i: usize) -> Key<'_> {
        match self.tokens.get(i) {
            Some(token) if token.is_bare_clitic() => Key::from(CLITIC),
            Some(token) => Key::new(&self.lower, token.span.start, token.span.end, token.hash),
            None => Key::from(""),
        }
    }

    /// The tokens of a run, for looking phrases up.
    #[inline]
    pub fn keys(&self, run: Run) -> impl Iterator<Item = Key<'_>> + Clone {
        run.iter().map(move |i| self.key(i))
    }

    /// Whether the word of token `i` is of one of these [`kinds`](crate::lexicon::kinds).
    #[inline]
    #[must_use]
    pub fn is(&self, i: usize, kinds: u32) -> bool {
        self.tokens.get(i).is_some_and(|t| t.kinds & kinds != 0)
    }

    /// What the word of token `i` may begin among dates.
    #[inline]
    #[must_use]
    pub(crate) fn dating(&self, i: usize) -> u32 {
        self.tokens.get(i).map_or(0, |t| t.dating)
    }

    /// What the word of token `i` may begin among words of harm.
    #[inline]
    #[must_use]
    pub(crate) fn harming(&self, i: usize) -> u32 {
        self.tokens.get(i).map_or(0, |t| t.harming)
    }

    /// What the words of a run are together.
    #[must_use]
    pub fn kinds_in(&self, run: Run) -> u32 {
        self.tokens.get(run.iter()).map_or(0, |tokens| tokens.iter().fold(0, |kinds, t| kinds | t.kinds))
    }

    /// The kind of token `i`.
    #[inline]
    #[must_use]
    pub fn kind(&self, i: usize) -> Option<TokenKind> {
        self.tokens.get(i).map(|t| t.kind)
    }

    /// Whether token `i` stands right behind token `i - 1`, without a space.
    #[inline]
    #[must_use]
    pub fn glued(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|t| t.glued)
    }

    /// The bytes of a run of tokens.
    ///
    /// # Panics
    /// If the run is empty or reaches beyond the page.
    #[must_use]
    pub fn span(&self, run: Run) -> Span {
        self.tokens[run.start].span.cover(self.tokens[run.end - 1].span)
    }

    /// The text of a run of tokens; empty for an empty run.
    #[must_use]
    pub fn text(&self, run: Run) -> &'t str {
        if run.is_empty() { "" } else { self.span(run).of(self.text) }
    }

    /// The same in ASCII lower case.
    #[must_use]
    pub fn lower_text(&self, run: Run) -> &str {
        if run.is_empty() { "" } else { self.span(run).of(&self.lower) }
    }

    /// The sentence that holds token `i`, as an index.
    #[must_use]
    pub fn sentence_of(&self, i: usize) -> usize {
        self.sentences.partition_point(|s| s.tokens.end <= i)
    }

    /// The paragraph that holds token `i`, as an index.
    #[must_use]
    pub fn paragraph_of(&self, i: usize) -> usize {
        self.paragraphs.partition_point(|p| p.tokens.end <= i)
    }

    /// The first token that starts at or after a byte.
    #[must_use]
    pub fn token_at(&self, byte: usize) -> usize {
        self.tokens.partition_point(|t| t.span.start < byte)
    }
}

/// What an `s` is that lost its apostrophe.
const CLITIC: &str = "'s";

/// Paragraphs end at every line break, unless the lines were wrapped by hand: then at blank lines.
fn paragraph_spans(text: &str) -> Vec<Span> {
    let wrapped = is_wrapped(text);
    let mut out: Vec<Span> = Vec::new();
    let mut at = 0;
    let mut blank = true;
    while at < text.len() {
        let end = line_end(text.as_bytes(), at);
        let span = Span::new(at, end).trim(text);
        at = end;
        if span.is_empty() {
            blank = true;
            continue;
        }
        match out.last_mut() {
            Some(last) if wrapped && !blank => last.end = span.end,
            _ => out.push(span),
        }
        blank = false;
    }
    out
}

/// The byte behind the line that begins at `from`, its break included: `\n`, `\r`, U+2028, U+2029 or U+0085.
fn line_end(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    loop {
        at += plain_blocks(&bytes[at..]);
        let Some(next) = bytes[at..].iter().position(|b| matches!(b, b'\n' | b'\r' | 0xC2 | 0xE2)) else { break };
        at += next;
        match bytes[at..] {
            [b'\n' | b'\r', ..] => return at + 1,
            [0xC2, 0x85, ..] => return at + 2,
            [0xE2, 0x80, 0xA8 | 0xA9, ..] => return at + 3,
            _ => at += 1,
        }
    }
    bytes.len()
}

/// How many bytes of the blocks a text begins with have nothing that might end a line: a block is looked over at once.
fn plain_blocks(bytes: &[u8]) -> usize {
    const BLOCK: usize = 32;
    let (blocks, _) = bytes.as_chunks::<BLOCK>();
    let plain = |block: &&[u8; BLOCK]| block.iter().fold(true, |plain, b| plain & (b' '..0xC2).contains(b));
    BLOCK * blocks.iter().take_while(plain).count()
}

/// Whether lines were wrapped by hand: most lines that another line follows are of a column's width and end in the middle
/// of a sentence.
fn is_wrapped(text: &str) -> bool {
    const COLUMN: std::ops::RangeInclusive<usize> = 40..=100;
    let lines: Vec<_> = text.lines().map(str::trim_end).collect();
    let (mut followed, mut wrapped) = (0, 0);
    for pair in lines.windows(2).filter(|p| !p[0].trim().is_empty() && !p[1].trim().is_empty()) {
        followed += 1;
        let open = !pair[0].ends_with(['.', '!', '?', '"', '”', ':']);
        wrapped += usize::from(open && COLUMN.contains(&pair[0].len()));
    }
    followed >= 3 && wrapped * 10 >= followed * 7
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let page = Page::new(text, Lexicon::english());
        let got: Vec<_> = page.sentences.iter().map(|s| s.span.of(text)).collect();
        assert_eq!(got, expected);
    }

    #[test]
    fn sentences_end_where_a_reader_stops() {
        check("It ended. Then it began.", &["It ended.", "Then it began."]);
        check("Gen. Smith of the U.S. army left. \"Go!\" he said.", &["Gen. Smith of the U.S. army left.", "\"Go!\" he said."]);
        check("He left the U.S. The army stayed.", &["He left the U.S.", "The army stayed."]);
        check("It cost 1.2 million. Two died.", &["It cost 1.2 million.", "Two died."]);
        check("He said: “It is over.” Then he left.", &["He said: “It is over.”", "Then he left."]);
        check("They treated his injuries.Arthur Chavez left.", &["They treated his injuries.", "Arthur Chavez left."]);
        check("He fled down Main Street.No arrests were made.", &["He fled down Main Street.", "No arrests were made."]);
        check("It opened in 2015.The hall burnt.", &["It opened in 2015.", "The hall burnt."]);
        check("She said “it is over.”Then he left.", &["She said “it is over.”", "Then he left."]);
        for whole in [
            "Write to mail.Example.com now.",
            "In St.Petersburg it rained.",
            "See www.harbour.News today.",
            "Call list.Append(x) again.",
            "Yahoo.Answers was asked.",
            "It runs on asp.NET alone.",
        ] {
            check(whole, &[whole]);
        }
        check("It rose.[12][13] Then it fell.", &["It rose.[12][13]", "Then it fell."]);
        check("Headline without a stop\nThe text begins.", &["Headline without a stop", "The text begins."]);
    }

    #[test]
    fn lines_wrapped_by_hand_are_joined() {
        let text = "THE ARMY DENIED TODAY THAT GUERRILLAS ATTACKED THE PRESIDENTIAL\nFARM, LOCATED ON THE PACIFIC SIDE, WHERE PRESIDENT CEREZO HAS BEEN\n\
                    STAYING SINCE THE SECOND OF FEBRUARY AND WILL STAY FOR SOME MORE\nDAYS THAN PLANNED, HIS OFFICE SAID.\n\nMORE LATER.";
        let page = Page::new(text, Lexicon::english());
        assert_eq!(page.paragraphs.len(), 2);
        assert_eq!(page.sentences.len(), 2);
    }

    proptest! {
        #[test]
        fn lines_end_at_every_break(text in "[a ]{0,3}|\\PC|\n|\r|\u{85}|\u{2028}|\u{2029}|\u{2018}|\u{a0}|([ab\n\r\u{85}\u{2028}\u{2029}“é]{0,30})") {
            let (mut at, mut lines) = (0, Vec::new());
            while at < text.len() {
                let end = line_end(text.as_bytes(), at);
                lines.push(&text[at..end]);
                at = end;
            }
            let expected: Vec<_> = text.split_inclusive(['\n', '\r', '\u{2028}', '\u{2029}', '\u{85}']).collect();
            prop_assert_eq!(lines, expected);
        }
    }

    #[test]
    fn nothing_breaks_on_odd_pages() {
        for text in ["", " ", "\n\n", ".", "’", "\0", "٣ قتلى", "a\u{301}", "\u{200f}"] {
            let page = Page::new(text, Lexicon::english());
            assert!(page.sentences.iter().all(|s| s.span.end <= text.len()), "{text:?}");
        }
    }
}
