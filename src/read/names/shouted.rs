//! Headlines in title case and text in capitals: only what is listed, and what stands behind a title or a given name.

use super::{NameMention, Reader};
use crate::lexicon::kinds::{CALENDAR, FUNCTION, LITTLE, VERB, VERB_FORM};
use crate::lexicon::vocabulary::NameType;
use crate::lexicon::{Known, Lexicon, is_english, is_surname};
use crate::text::{Page, Run, Sentence, TokenKind};

/// What a capital tells in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Capitals mark names.
    Plain,
    /// Every word of weight has one.
    Title,
    /// All letters are capitals.
    Upper,
}

/// A line with so many commas and numbers is a list of names, no headline.
const LIST: usize = 4;

/// How a sentence uses capitals.
#[must_use]
pub fn style(page: &Page, sentence: &Sentence, lexicon: &Lexicon) -> Style {
    let (mut words, mut upper, mut capitals) = (0usize, 0usize, 0usize);
    for token in page.tokens[sentence.tokens.iter()].iter().filter(|t| t.kind == TokenKind::Word) {
        words += usize::from(token.span.len() > 1);
        upper += usize::from(token.upper);
        capitals += usize::from(token.capital);
    }
    // Ordinary sentences are told by their capitals alone.
    if capitals * 5 < words * 2 {
        return Style::Plain;
    }
    if words >= 3 && upper * 10 >= words * 8 {
        return Style::Upper;
    }
    let of_letters = || sentence.tokens.iter().filter(|&i| page.kind(i) == Some(TokenKind::Word));
    let breaks = sentence.tokens.iter().filter(|&i| page.kind(i) == Some(TokenKind::Number) || page.word(i) == ",").count();
    let weight = |&i: &usize| i > sentence.tokens.start && page.word(i).len() > 2 && !page.is(i, LITTLE);
    let weighty = of_letters().filter(weight).count();
    let capital = of_letters().filter(weight).filter(|&i| page.tokens[i].capital).count();
    // A sentence with its full stop has a verb in lower case.
    let stopped = page.word(sentence.tokens.end.saturating_sub(1)) == ".";
    let share = if stopped { 100 } else { 85 };
    // "Why Drole Lost": a short line of names and a verb.
    let verb = |&i: &usize| {
        weight(&i) && page.tokens[i].capital && (page.is(i, VERB_FORM) || page.lower(i).ends_with('s') && is_english(page.key(i)))
    };
    let short = || weighty >= 2 && !stopped && of_letters().filter(verb).any(|i| !lexicon.names.cues.heads.has(page.key(i)));
    // "Karl Braun, Ali Demir, Jan Vos" is a list.
    let wordy = || {
        of_letters()
            .filter(weight)
            .map(|i| page.lower(i))
            .any(|word| is_english(word) && !is_surname(word) && lexicon.names.given(word).is_none())
    };
    let mostly = breaks < LIST && capital * 100 >= weighty * share;
    if mostly && (weighty >= 4 || short()) && wordy() { Style::Title } else { Style::Plain }
}

impl Reader<'_, '_> {
    pub(super) fn shouted(&self, style: Style, out: &mut Vec<NameMention>) {
        let mut at = self.sentence.start;
        while at < self.sentence.end {
            at = self.shouted_at(at, style, out).unwrap_or(at + 1);
        }
    }

    fn shouted_at(&self, at: usize, style: Style, out: &mut Vec<NameMention>) -> Option<usize> {
        if !self.capital(at) {
            return None;
        }
        if let Some(title) = self.title_at(at, self.sentence) {
            let person = self.bare_name(title.end, 3);
            if !person.is_empty() {
                self.inside_shouted(Run::new(at, title.end), out);
                out.push(NameMention {
                    full: Run::new(at, person.end),
                    role: Some(Run::new(at, title.end)),
                    gender: title.gender,
                    ..NameMention::new(person, Some(NameType::Person), "name-titled")
                });
                return Some(person.end);
            }
        }
        if let Some((n, known)) = self.known(at, self.sentence) {
            // "IS", "US", "WHO" in capitals are words like any other.
            let common = style == Style::Upper && n == 1 && (self.page.is(at, LITTLE) || self.page.lower(at) == "us");
            if common {
                return None;
            }
            let mut end = at + n;
            let place = matches!(known, Known::Place(_));
            if place
                && end < self.sentence.end
                && self.words.cues.place_heads.has(self.page.key(end))
                && self.capital(end)
                && style == Style::Title
            {
                end += 1;
            }
            out.push(NameMention::new(Run::new(at, end), Some(known.name_type()), "name-listed"));
            return Some(end);
        }
        let given = self.words.given(self.page.key(at)).filter(|_| !self.page.is(at, FUNCTION | CALENDAR));
        let surname = self.bare_name(at + 1, 1);
        if let Some(gender) = given
            && !surname.is_empty()
        {
            let person = Run::new(at, surname.end);
            out.push(NameMention { gender, ..NameMention::new(person, Some(NameType::Person), "name-given") });
            return Some(person.end);
        }
        let unknown = self.unknown_name(at, style);
        (!unknown.is_empty()).then(|| {
            out.push(NameMention { weak: true, ..NameMention::new(unknown, None, "name-run") });
            unknown.end
        })
    }

    /// Up to three words from `i` that are none of English; a lone one must be a common surname. In upper case the names of two
    /// people stand side by side as well ("DROLE LINTEL TALKS"): there all stand alone.
    fn unknown_name(&self, i: usize, style: Style) -> Run {
        let strange =
            |i: usize| !self.bare_name(i, 1).is_empty() && !is_english(self.page.key(i)) && self.page.lower(i).len() > 2;
        let end = (i..self.sentence.end.min(i + 3)).find(|&i| !strange(i)).unwrap_or(self.sentence.end.min(i + 3));
        let end = if style == Style::Upper { end.min(i + 1) } else { end };
        Run::new(i, if end == i + 1 && !is_surname(self.page.key(i)) { i } else { end })
    }

    fn inside_shouted(&self, run: Run, out: &mut Vec<NameMention>) {
        for i in run.iter() {
            if let Some((n, known)) = self.known(i, run)
                && out.last().is_none_or(|m| m.run.end <= i)
            {
                out.push(NameMention::new(Run::new(i, i + n), Some(known.name_type()), "name-listed"));
            }
        }
    }

    /// Up to `most` capitalised words from `i` that are no function words, verbs or listed names.
    fn bare_name(&self, i: usize, most: usize) -> Run {
        let mut end = i;
        while end < self.sentence.end && end - i < most {
            let word = self.page.lower(end);
            let stop = !self.capital(end)
                || self.page.is(end, FUNCTION | VERB | CALENDAR)
                || word.ends_with("ed")
                || self.words.cues.events.has(word)
                || self.words.cues.heads.has(word)
                || self.demonym(end, self.sentence).is_some()
                || self.role_at(end, self.sentence).is_some()
                || self.known(end, self.sentence).is_some();
            if stop {
                break;
            }
            end += 1;
        }
        Run::new(i, end)
    }
}
