use crate::lexicon::kinds::LITTLE;
use crate::text::{Page, TokenKind};

/// The language of an article, as far as reading it needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// English.
    English,
    /// Any other: nothing is read from it.
    Other,
    /// Too short or too much of a table to tell: read as English.
    Unknown,
}

impl Language {
    /// The ISO 639-1 code, where it is known.
    #[must_use]
    pub const fn code(self) -> Option<&'static str> {
        match self {
            Self::English => Some("en"),
            Self::Other | Self::Unknown => None,
        }
    }
}

/// Fewer words than this say nothing about the language, unless no letter is Latin.
const ENOUGH: usize = 20;
/// In a hundred words English news has forty function words; upper-case headlines sixteen; other languages share a few ("a",
/// "in", "die").
const SHARE: usize = 12;
/// No more words than this are looked at.
const MOST: usize = 500;

/// What the words looked at so far say.
#[derive(Default)]
struct Tally {
    words: usize,
    function: usize,
    latin: usize,
    lower: usize,
}

impl Tally {
    fn add(&mut self, word: &str, is_function: bool) {
        self.words += 1;
        self.function += usize::from(is_function);
        self.latin += usize::from(word.starts_with(|c: char| c.is_ascii_alphabetic()));
        self.lower += usize::from(word.starts_with(char::is_lowercase));
    }

    /// Whether the text is English even if none of the words to come, up to `most` in all, were.
    const fn is_settled(&self, most: usize) -> bool {
        self.words >= ENOUGH && self.latin * 2 >= most && self.function * 100 >= most * SHARE
    }

    const fn language(&self) -> Language {
        match self.words {
            1.. if self.latin * 2 < self.words => Language::Other,
            0..ENOUGH => Language::Unknown,
            words if self.function * 100 >= words * SHARE => Language::English,
            // A table of names and results has few function words in any language: it is no prose, and is read as it stands.
            words if self.lower * 2 < words => Language::Unknown,
            _ => Language::Other,
        }
    }
}

/// Tells the language from the share of English function words among the first words.
pub(super) fn language(page: &Page) -> Language {
    let most = page.tokens.len().min(MOST);
    let mut tally = Tally::default();
    for (i, _) in page.tokens.iter().enumerate().filter(|(_, t)| t.kind == TokenKind::Word).take(MOST) {
        tally.add(page.word(i), page.is(i, LITTLE));
        if tally.is_settled(most) {
            return Language::English;
        }
    }
    tally.language()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    fn check(text: &str, expected: Language) {
        let lexicon = Lexicon::english();
        assert_eq!(language(&Page::new(text, lexicon)), expected);
    }

    #[test]
    fn english_and_others() {
        check(
            "The two ministers met in the capital on Monday and agreed that the talks would go on, a spokesman said after the meeting had ended.",
            Language::English,
        );
        check(
            "Die beiden Minister trafen sich am Montag in der Hauptstadt und einigten sich darauf, dass die Gespräche weitergehen sollen, sagte ein Sprecher.",
            Language::Other,
        );
        check("Заголовок открываемого материала", Language::Other);
        check("Five dead", Language::Unknown);
        check(
            "Rome 2 Milan 1. Lazio 0 Torino 0. Parma 3 Napoli 2. Bari 1 Udine 1. Verona 0 Brescia 2. Scorers: Rossi, Bianchi, Ferrari, \
             Russo, Romano, Gallo, Costa, Fontana. Referee: Mancini. Attendance 12,000.",
            Language::Unknown,
        );
    }
}
