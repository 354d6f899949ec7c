//! Who says it: the noun phrase left or right of the cue, title and apposition included.

use super::cue::Cue;
use super::{Attribution, Reader};
use crate::lexicon::VerbForm;
use crate::lexicon::kinds::{ADVERB, CALENDAR, DETERMINER, PREPOSITION, VERB_FORM};
use crate::read::clause::is_in_ly;
use crate::text::{Run, TokenKind};

/// No speaker has more words than this.
const LONGEST: usize = 40;

impl Reader<'_, '_> {
    /// The subject before the cue.
    pub(super) fn source_left(&self, cue: &Cue, before: &[Attribution]) -> Option<Run> {
        if cue.passive {
            return None;
        }
        let floor = self.left_floor(cue.group.start, before);
        let end = cue.group.start;
        if end <= floor {
            return None;
        }
        let word = self.lower(end - 1);
        if cue.participle
            && word == "as"
            && let Some(quoted) = self.quoted_source(end - 1)
        {
            return Some(quoted);
        }
        if cue.participle
            && let Some(accompanying) = self.accompanying(floor, end)
        {
            return Some(accompanying);
        }
        if cue.participle || matches!(word, "and" | "or" | "but" | "then") {
            return self.shared_subject(cue, before);
        }
        if word == "who" && !self.page.tokens[end - 1].upper {
            let end = if self.lower(end.saturating_sub(2)) == "," { end - 2 } else { end - 1 };
            return self.phrase_left(floor, end);
        }
        if word == "," {
            return self.apposed(floor, end - 1);
        }
        self.phrase_left(floor, end)
    }

    /// Where the subject may begin: behind the last quotation and the last attribution's cue.
    fn left_floor(&self, end: usize, before: &[Attribution]) -> usize {
        let quote = self
            .quoted
            .iter()
            .filter(|q| !q.nested && q.closed && q.outer.end <= end && q.inner.len() > 4)
            .map(|q| q.outer.end)
            .max();
        let cue = before.iter().map(|a| a.cue.end).filter(|&e| e <= end).max();
        self.sentence.start.max(quote.unwrap_or(0)).max(cue.unwrap_or(0)).max(end.saturating_sub(LONGEST))
    }

    /// `The paper quoted X as` | saying; `X was quoted by the paper as` | saying.
    fn quoted_source(&self, at: usize) -> Option<Run> {
        let verb = (self.sentence.start..at).rev().take(12).find(|&i| self.lexicon.cues.quoting.has(self.page.key(i)))?;
        let passive = self.is(verb - usize::from(verb > self.sentence.start), VERB_FORM);
        if passive && verb > self.sentence.start {
            let be = (self.sentence.start..verb).rev().find(|&i| !self.is(i, VERB_FORM | ADVERB)).map_or(verb, |i| i + 1);
            return self.phrase_left(self.sentence.start, be);
        }
        self.trimmed(Run::new(verb + 1, at)).filter(|r| self.is_nominal(*r))
    }

    /// `X, a spokesman for Y,` | said: both, or X alone where the words between the commas are no apposition.
    fn apposed(&self, floor: usize, end: usize) -> Option<Run> {
        let Some(comma) = (floor..end).rev().find(|&i| self.lower(i) == "," && self.quote_at(i).is_none()) else {
            // "The firm Norvia, has said": a comma too many.
            return self
                .phrase_left(floor, end)
                .filter(|r| r.start == self.sentence.start && !self.lower(end + 1).ends_with("ed"));
        };
        let name = self.phrase_left(floor, comma)?;
        let name = self.apposed_twice(floor, name).unwrap_or(name);
        let inner = comma + 1;
        let verbal = matches!(
            self.lower(inner),
            "who"
                | "which"
                | "whose"
                | "when"
                | "while"
                | "after"
                | "in"
                | "on"
                | "at"
                | "during"
                | "however"
                | "too"
                | "speaking"
        ) || self.lower(inner).ends_with("ing");
        Some(if verbal { name } else { Run::new(name.start, end) })
    }

    /// `Cynthia Roth, director of studies at the university, Orsa,`: the name before a role of more than one comma.
    fn apposed_twice(&self, floor: usize, role: Run) -> Option<Run> {
        let comma = role.start.checked_sub(1).filter(|&i| i > floor && self.lower(i) == ",")?;
        if self.page.tokens[role.start].capital || self.is(role.start, DETERMINER) {
            return None;
        }
        let name = self.phrase_left(floor, comma)?;
        (name.len() > 1 && name.iter().all(|i| self.page.tokens[i].capital)).then_some(name)
    }

    /// `with one driver | saying that ...`: the noun phrase between "with" and the participle.
    fn accompanying(&self, floor: usize, end: usize) -> Option<Run> {
        let with = (floor..end.saturating_sub(1)).rev().take(6).find(|&i| self.lower(i) == "with" || self.lower(i) == ",")?;
        let between = Run::new(with + 1, end);
        (self.lower(with) == "with" && between.iter().all(|i| !self.ends_phrase(i))).then_some(between)
    }

    /// `saying`, `and said`: whoever the attribution before is of, or the subject of the verb before.
    fn shared_subject(&self, cue: &Cue, before: &[Attribution]) -> Option<Run> {
        if let Some(last) = before.iter().rev().find(|a| a.cue.end <= cue.run.start && a.source.is_some()) {
            return last.source;
        }
        let mut verbs = self
            .clauses
            .iter()
            .filter_map(|c| c.verb)
            .filter(|v| v.run.start < cue.group.start && self.quote_at(v.verb).is_none());
        verbs.find_map(|v| self.phrase_left(self.sentence.start.max(v.run.start.saturating_sub(LONGEST)), v.run.start))
    }

    /// The noun phrase that ends at `end`.
    pub(super) fn phrase_left(&self, floor: usize, end: usize) -> Option<Run> {
        let mut start = end;
        while start > floor {
            // "Brandt (Port City)": what stands in brackets goes along.
            if let Some(open) = self.bracket_left(floor, start - 1) {
                start = open;
                continue;
            }
            if self.ends_phrase(start - 1) {
                break;
            }
            start -= 1;
            if self.is_pronoun(start) {
                break;
            }
        }
        // "the group, which tracks the war, said": the verb's subject is what the relative clause belongs to.
        let object =
            self.is(start, DETERMINER) || self.is_pronoun(start) || self.page.tokens.get(start).is_some_and(|t| t.capital);
        if start > floor + 1 && start < end && !object && matches!(self.lower(start - 1), "who" | "which") {
            let before = start - 1 - usize::from(self.lower(start - 2) == ",");
            return self.phrase_left(floor, before);
        }
        // "killed ten rebels and the governor said": what a verb governs is no part of the next subject.
        if start > floor
            && self.is_verb(start - 1)
            && let Some(and) = (start..end).rev().find(|&i| self.lower(i) == "and")
            && and + 1 < end
        {
            start = and + 1;
        }
        self.trimmed(Run::new(start, end)).filter(|r| self.is_nominal(*r))
    }

    /// The bracket that opens what the one at `i` closes.
    fn bracket_left(&self, floor: usize, i: usize) -> Option<usize> {
        if self.lower(i) != ")" {
            return None;
        }
        (floor + 1..i).rev().take(10).find(|&j| self.lower(j) == "(")
    }

    /// What cannot be part of a speaker's name and title.
    fn ends_phrase(&self, i: usize) -> bool {
        let token = self.page.tokens[i];
        let word = self.lower(i);
        match token.kind {
            TokenKind::Mark => self.bounds_speech(i),
            TokenKind::Punct => !matches!(word, "-" | "&" | "/" | "." | "@" | "#" | "%" | "’" | "$"),
            TokenKind::Word => {
                let opens = matches!(
                    word,
                    "that"
                        | "who"
                        | "which"
                        | "but"
                        | "because"
                        | "while"
                        | "as"
                        | "when"
                        | "where"
                        | "if"
                        | "though"
                        | "although"
                        | "since"
                        | "until"
                        | "before"
                        | "after"
                        | "whether"
                        | "what"
                        | "how"
                        | "why"
                        | "not"
                        | "so"
                        | "than"
                        | "yet"
                        | "whom"
                        | "whose"
                        | "once"
                );
                let verb = !token.capital && self.is_verb(i);
                opens && !token.upper || verb
            }
            TokenKind::Number | TokenKind::Clitic => {
                matches!(word, "n't" | "'re" | "'ll" | "'ve" | "'d" | "'m" | "n’t" | "’re" | "’ll" | "’ve" | "’d" | "’m")
            }
        }
    }

    /// Whether a mark opens or closes something said, not a nickname (`Jan "the Fox" Brandt`) and no genitive's apostrophe.
    fn bounds_speech(&self, i: usize) -> bool {
        let nickname = |q: &crate::read::marks::Quoted| {
            q.inner.len() <= 3
                && q.outer.start > self.sentence.start
                && !matches!(self.lower(q.inner.end - 1), "," | "." | "?" | "!")
        };
        self.quoted.iter().any(|q| (q.outer.start == i || q.outer.end == i + 1) && !nickname(q))
    }

    /// A finite verb, or a form in `-ed` that no determiner or hyphen makes an adjective.
    pub(super) fn is_verb(&self, i: usize) -> bool {
        let words = &self.lexicon.clause;
        let word = self.lower(i);
        if words.not_verbs.has(word) || self.page.kind(i) != Some(TokenKind::Word) {
            return false;
        }
        let before = if i > self.sentence.start { self.lower(i - 1) } else { "" };
        let adjective = words.determiners.has(before) || before == "-";
        match words.verbs.get(word) {
            Some(VerbForm::To) => false,
            Some(_) => !adjective,
            None if self.lexicon.cues.verbs.has(word) && !self.lexicon.cues.ambiguous.has(word) => !adjective,
            None => word.len() > 4 && word.ends_with("ed") && !adjective && !self.lexicon.cues.speakers.has(self.lower(i + 1)),
        }
    }

    /// Without conjunctions, adverbs and a leading prepositional phrase.
    fn trimmed(&self, mut run: Run) -> Option<Run> {
        while !run.is_empty() {
            let word = self.lower(run.start);
            let token = self.page.tokens[run.start];
            let loose = matches!(
                word,
                "and"
                    | "or"
                    | "also"
                    | "then"
                    | "still"
                    | "even"
                    | "now"
                    | "later"
                    | "meanwhile"
                    | "instead"
                    | "here"
                    | "-"
                    | "."
                    | "both"
                    | "afterward"
                    | "afterwards"
                    | "to"
                    | "too"
            ) || token.kind == TokenKind::Clitic
                || token.kind == TokenKind::Mark && run.len() == 1
                || self.is_in_ly(run.start)
                || self.lexicon.clause.adverbs.has(word) && !matches!(word, "both");
            if loose {
                run.start += 1;
            } else if self.lexicon.clause.prepositions.has(word) && run.len() > 1 {
                run = self.after_preposition(run)?;
            } else if let Some(date) = self.date_at(run.start).filter(|d| d.run.end < run.end && self.lower(d.run.end) != "'s") {
                run.start = date.run.end;
            } else if let Some(end) = self.date_over(run) {
                run.start = end;
            } else {
                break;
            }
        }
        while !run.is_empty() && (self.is(run.end - 1, ADVERB | PREPOSITION) || run.len() > 1 && self.is_in_ly(run.end - 1)) {
            run.end -= 1;
        }
        // "the governor on Friday"
        let day = |run: Run| run.iter().skip(1).find(|&i| self.date_at(i).is_some_and(|d| d.run.end == run.end));
        if !run.is_empty()
            && self.is(run.end - 1, CALENDAR)
            && let Some(start) = day(run).filter(|&i| self.is(i - 1, PREPOSITION) && i - 1 > run.start)
        {
            run.end = start - 1;
        }
        (!run.is_empty()).then_some(run)
    }

    /// `late on | Sunday police`: where the date ends that reaches into a run.
    fn date_over(&self, run: Run) -> Option<usize> {
        let inside = self.is(run.start, CALENDAR) && run.len() > 1;
        let over =
            |d: &&crate::read::dates::DateMention| d.run.has(run.start) && d.run.end < run.end && self.lower(d.run.end) != "'s";
        if inside { (self.dates)().iter().find(over).map(|d| d.run.end) } else { None }
    }

    fn is_in_ly(&self, i: usize) -> bool {
        is_in_ly(self.page, i, self.lexicon)
    }

    /// `In Moscow Lavrov`: the last determiner, pronoun or capitalised run behind the preposition's own phrase.
    fn after_preposition(&self, run: Run) -> Option<Run> {
        let words = &self.lexicon.clause;
        let mut start = run.end - 1;
        while start > run.start + 1 && !words.prepositions.has(self.lower(start - 1)) {
            start -= 1;
            if words.determiners.has(self.lower(start)) && self.page.kind(start) == Some(TokenKind::Word) {
                break;
            }
        }
        (start > run.start).then_some(Run::new(start, run.end))
    }

    /// Whether a run can speak: a pronoun, a name, or a noun behind a determiner or in the table of speaking nouns.
    fn is_nominal(&self, run: Run) -> bool {
        let last = self.lower(run.end - 1);
        let token = self.page.tokens[run.end - 1];
        if token.kind == TokenKind::Punct && !matches!(last, "." | ")") {
            return false;
        }
        if self.date_at(run.start).is_some_and(|d| d.run.end >= run.end)
            || self.date_at(run.start.saturating_sub(1)).is_some_and(|d| d.run.end >= run.end)
        {
            return false;
        }
        if run.len() == 1 && (matches!(last, "it" | "he" | "she" | "they" | "we" | "i" | "you") || token.capital) {
            return !self.lexicon.clause.prepositions.has(last);
        }
        if matches!(last, "there" | "this" | "that" | "these" | "what" | "to" | "which") && run.len() == 1 {
            return false;
        }
        !self.is_in_ly(run.end - 1) && !self.lexicon.clause.determiners.has(last) && token.kind != TokenKind::Clitic
    }

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
