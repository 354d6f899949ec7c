//! Who says it: the noun phrase right of the cue, behind a preposition or an inverted verb.

use super::Reader;
use super::source::LONGEST;
use crate::lexicon::kinds::{DETERMINER, PREPOSITION};
use crate::text::{Run, TokenKind};

impl Reader<'_, '_> {
    /// The noun phrase that starts at `at`, with what is set behind it between commas.
    pub(super) fn source_right(&self, at: usize) -> Option<Run> {
        let first = self.page.tokens.get(at).filter(|_| at < self.sentence.end)?;
        if matches!(self.lower(at), "that" | "whether" | "if" | "how" | "why" | "what")
            || first.kind == TokenKind::Punct
            || first.kind == TokenKind::Mark
            || self.is(at, PREPOSITION)
        {
            return None;
        }
        if self.is_pronoun(at) || matches!(self.lower(at), "him" | "her" | "them") && self.lower(at + 1).len() < 2 {
            return Some(Run::new(at, at + 1));
        }
        let end = self.right_end(at);
        let run = self.trimmed(Run::new(at, end)).filter(|r| self.is_nominal(*r))?;
        Some(self.with_apposition(run))
    }

    /// The source of a preposition: up to the comma, participles and all (`results of a poll conducted by the paper`).
    pub(super) fn source_of_preposition(&self, at: usize) -> Option<Run> {
        let run = self.source_right(at)?;
        // "according to age", "to plan": a thing, not a source.
        let last = self.page.tokens[run.end - 1];
        let thing = run.len() == 1
            && last.kind == TokenKind::Word
            && !last.capital
            && !self.lower(run.start).ends_with('s')
            && !self.is_pronoun(run.start)
            && !self.lexicon.cues.speakers.has(self.page.key(run.start))
            && !self.lexicon.cues.documents.has(self.page.key(run.start))
            && !self.lexicon.cues.media.has(self.page.key(run.start));
        if thing {
            return None;
        }
        let run = self.with_place(self.before_subject(run));
        let end = (run.end..self.sentence.end.min(run.end + 25))
            .find(|&i| matches!(self.lower(i), "," | ";" | ":" | "—" | "–") || self.quote_opening(i).is_some());
        let end = end.filter(|&e| e > run.end && self.lower(e) == "," && self.is_participle_phrase(run.end));
        Some(end.map_or(run, |e| Run::new(run.start, e)))
    }

    /// `According to Brandt | the road was open`, `to the ministry | over 300 people were hurt`: where no comma parts them, a determiner
    /// or a number behind a name opens what is said.
    fn before_subject(&self, run: Run) -> Run {
        if matches!(self.lower(run.end), "," | "." | ";" | ":" | "") {
            return run;
        }
        let number = |i: usize| self.page.kind(i) == Some(TokenKind::Number);
        let opens = |i: usize| {
            let article = matches!(self.lower(i), "the" | "a" | "an" | "this" | "these" | "his" | "her" | "its" | "their")
                || self.is_pronoun(i);
            let counted = number(i) || self.is(i, PREPOSITION) && i + 1 < run.end && number(i + 1);
            (article || counted) && self.page.tokens[i - 1].capital
        };
        let end = (run.start + 1..run.end).find(|&i| opens(i)).unwrap_or(run.end);
        Run::new(run.start, end)
    }

    /// `according to officials | in Orsa.`: a place that ends the sentence or the phrase belongs to who is named.
    fn with_place(&self, run: Run) -> Run {
        let capital = |i: usize| i < self.sentence.end && self.page.tokens[i].capital;
        let name = run.end + 1 + usize::from(self.lower(run.end + 1) == "the");
        if !matches!(self.lower(run.end), "in" | "at" | "from") || !capital(name) || self.day_at(run.end).is_some() {
            return run;
        }
        let end = (name..self.sentence.end).find(|&i| !capital(i)).unwrap_or(self.sentence.end);
        if matches!(self.lower(end), "," | "." | "") { Run::new(run.start, end) } else { run }
    }

    fn is_participle_phrase(&self, at: usize) -> bool {
        let word = self.lower(at);
        word.ends_with("ed")
            || word.ends_with("ing")
            || matches!(word, "on" | "in" | "at" | "by" | "to" | "who" | "seen" | "about")
    }

    fn right_end(&self, at: usize) -> usize {
        let mut i = at;
        while i < self.sentence.end.min(at + LONGEST) {
            let token = self.page.tokens[i];
            let word = self.lower(i);
            if word == "("
                && let Some(close) = (i..self.sentence.end.min(i + 10)).find(|&j| self.lower(j) == ")")
            {
                i = close + 1;
                continue;
            }
            let stop = match token.kind {
                TokenKind::Punct => !matches!(word, "-" | "&" | "/" | "@" | "#"),
                TokenKind::Mark => self.bounds_speech(i),
                TokenKind::Word => {
                    i > at
                        && (matches!(
                            word,
                            "in" | "on"
                                | "at"
                                | "during"
                                | "after"
                                | "before"
                                | "when"
                                | "while"
                                | "as"
                                | "who"
                                | "that"
                                | "which"
                                | "about"
                                | "because"
                                | "since"
                                | "to"
                                | "by"
                                | "but"
                        ) || self.date_at(i).is_some()
                            || !token.capital && self.is_verb(i))
                }
                _ => false,
            };
            if stop {
                break;
            }
            i += 1;
        }
        i
    }

    /// `the family's lawyer, Jan Toner`: the name of whom the role means, up to a comma or the sentence's end.
    fn names_role(&self, run: Run, at: usize) -> bool {
        let capital = |i: usize| self.page.tokens[i].capital;
        let end = (at..self.sentence.end).find(|&i| !capital(i)).unwrap_or(self.sentence.end);
        !capital(run.end - 1) && end > at && end - at <= 4 && matches!(self.lower(end), "," | "." | "")
    }

    /// `Toner, a spokesman for the department`: up to the next comma or the sentence's end.
    fn with_apposition(&self, run: Run) -> Run {
        let at = run.end + 1;
        if self.lower(run.end) != "," || at >= self.sentence.end {
            return run;
        }
        let opens = self.is(at, DETERMINER)
            || self.names_role(run, at)
            || self.lexicon.cues.speakers.has(self.lower(at))
            || self.lexicon.cues.speakers.has(self.lower(at + 1));
        if !opens || self.page.kind(at) != Some(TokenKind::Word) {
            return run;
        }
        let end = (at..self.sentence.end)
            .find(|&i| matches!(self.lower(i), "," | ";" | ":" | "." | "?" | "!") || self.quote_opening(i).is_some());
        let end = end.unwrap_or(self.sentence.end);
        if end == at || (at..end).any(|i| self.is_verb(i)) { run } else { Run::new(run.start, end) }
    }
}
