use crate::lexicon::Lexicon;
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
/// English news has two function words in five; upper-case headlines one in six; other languages share a few ("a", "in", "die").
const SHARE: f64 = 0.12;

/// Tells the language from the share of English function words among the first words.
pub(super) fn language(page: &Page, lexicon: &Lexicon) -> Language {
    let (mut words, mut function, mut latin, mut lower) = (0usize, 0usize, 0usize, 0usize);
    for (i, _) in page.tokens.iter().enumerate().filter(|(_, t)| t.kind == TokenKind::Word).take(2000) {
        words += 1;
        function += usize::from(lexicon.words.is_function(page.lower(i)));
        lower += usize::from(page.word(i).starts_with(char::is_lowercase));
        latin += usize::from(page.word(i).starts_with(|c: char| c.is_ascii_alphabetic()));
    }
    if words > 0 && latin * 2 < words {
        return Language::Other;
    }
    #[expect(clippy::cast_precision_loss, reason = "at most 2,000 words")]
    let share = function as f64 / words.max(1) as f64;
    match words {
        0..ENOUGH => Language::Unknown,
        _ if share >= SHARE => Language::English,
        // A table of names and results has few function words in any language: it is no prose, and is read as it stands.
        _ if lower * 2 < words => Language::Unknown,
        _ => Language::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Language) {
        let lexicon = Lexicon::english();
        assert_eq!(language(&Page::new(text, lexicon), lexicon), expected);
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
