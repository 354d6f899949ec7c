//! Capitalised runs, with the small words and hyphens that join them.

use super::Reader;
use crate::lexicon::kinds::{CALENDAR, FUNCTION, LITTLE, PARTICLE};
use crate::lexicon::{is_english, is_surname};
use crate::text::{Run, TokenKind};

/// No name is longer, and no text may make us look further.
const LONGEST: usize = 40;

impl Reader<'_, '_> {
    /// Every run of the sentence, in order.
    pub(super) fn runs(&self) -> Vec<Run> {
        let mut out = Vec::new();
        let mut at = self.sentence.start;
        while at < self.sentence.end {
            if !self.page.tokens[at].capital && !self.may_lead(at) {
                at += 1;
                continue;
            }
            if let Some(run) = self.run_at(at) {
                at = run.end;
                if !self.is_compound(&mut out, run) {
                    out.push(run);
                }
            } else {
                at += 1;
            }
        }
        out
    }

    /// Whether a word in lower case may begin a run: "al-Assad", "bin Salman" do, before a capital or a hyphen.
    fn may_lead(&self, at: usize) -> bool {
        let stops = |i: usize| matches!(self.page.word(i), "," | "." | ";" | ":" | "?" | "!" | "…" | "(" | ")" | "—" | "–");
        match self.page.tokens.get(at + 1) {
            Some(next) if next.capital => self.page.kind(at) != Some(TokenKind::Mark) && !stops(at),
            Some(next) => next.kind == TokenKind::Punct && !stops(at + 1),
            None => false,
        }
    }

    fn run_at(&self, at: usize) -> Option<Run> {
        let whole = Run::new(at, self.sentence.end);
        let mut end = match self.known(at, whole) {
            Some((n, _)) => at + n,
            None if self.opens(at) => self.title_end(at).unwrap_or(at + 1),
            None => self.joined_by_particles(at).filter(|_| self.page.lower(at) == "al" || self.page.lower(at) == "bin")?,
        };
        while end - at < LONGEST
            && let Some(next) = self.extend(at, end)
        {
            end = next;
        }
        Some(Run::new(at, end))
    }

    /// A capitalised word that may begin a name.
    fn opens(&self, i: usize) -> bool {
        let word = self.page.key(i);
        let month = self.page.is(i, CALENDAR)
            && !(self.words.given(word).is_some()
                && i + 1 < self.sentence.end
                && (self.is_foreign(i + 1) || self.joined_by_particles(i + 1).is_some()));
        // "Will Smith": a modal verb that is a given name, before a surname.
        let given = i + 1 < self.sentence.end
            && self.capital(i + 1)
            && is_surname(self.page.key(i + 1))
            && self.words.given(word).is_some();
        self.capital(i) && word.word() != "i" && !month && (self.upper(i) || given || !self.page.is(i, FUNCTION))
    }

    /// The end of a title of several words at `i`, lower-case ones among them: "Secretary of State".
    fn title_end(&self, i: usize) -> Option<usize> {
        let title = self.role_at(i, Run::new(i, self.sentence.end))?;
        (title.end > i + 1 && self.capital(title.end - 1)).then_some(title.end)
    }

    fn extend(&self, start: usize, end: usize) -> Option<usize> {
        if end >= self.sentence.end {
            return None;
        }
        let whole = Run::new(end, self.sentence.end);
        if self.page.lower(end) == "-" && self.page.glued(end) && self.page.glued(end + 1) {
            return self.hyphened(end);
        }
        if self.page.lower(end) == "&" && self.capital(end + 1) {
            return Some(end + 2);
        }
        if let Some(next) = self.joined_by_owner(start, end) {
            return Some(next);
        }
        // "d'Hérelle".
        let word = self.page.word(end);
        let behind = word.strip_prefix("d'").or_else(|| word.strip_prefix("d’"));
        let elided = behind.is_some_and(|rest| rest.starts_with(char::is_uppercase));
        if elided && self.capital(end - 1) {
            return Some(end + 1);
        }
        if self.capital(end) && self.page.kind(end - 1) != Some(TokenKind::Punct) {
            let given = |i: usize| self.words.given(self.page.key(i)).is_some();
            let surname = given(end - 1) && (end == start + 1 || !given(end - 2));
            if !surname && (self.page.is(end, CALENDAR) || self.page.is(end, FUNCTION) && !self.upper(end)) {
                return None;
            }
            let known = self.known(end, whole).map(|(n, _)| end + n);
            return known.or_else(|| self.title_end(end)).or(Some(end + 1));
        }
        self.joined_by_particles(end).or_else(|| self.joined_by_of(start, end))
    }

    /// "Ki-moon", "al-Assad", "Jean-Marc": not "US-led".
    fn hyphened(&self, hyphen: usize) -> Option<usize> {
        let next = hyphen + 1;
        if next >= self.sentence.end || self.page.kind(next) != Some(TokenKind::Word) {
            return None;
        }
        let joins = self.capital(next)
            || self.page.word(next).chars().count() <= 5 && !self.words.cues.compounds.has(self.page.key(next));
        joins.then_some(next + 1)
    }

    /// "de la Cruz", "bin Salman", "al-Assad": the end of the capitalised word behind the particles.
    pub(super) fn joined_by_particles(&self, from: usize) -> Option<usize> {
        if !self.page.is(from, PARTICLE) {
            return None;
        }
        let mut at = from;
        while at < self.sentence.end && at < from + 6 {
            let hyphen = self.page.lower(at) == "-" && at > from && self.page.glued(at);
            let small = !self.capital(at) && self.page.is(at, PARTICLE);
            // "at", "as", "an" are particles before a hyphen alone.
            let allowed = small && (!self.page.is(at, LITTLE) || self.page.lower(at + 1) == "-" && self.page.glued(at + 1));
            if !(hyphen || allowed) {
                break;
            }
            at += 1;
        }
        (at > from && at < self.sentence.end && self.capital(at)).then_some(at + 1)
    }

    /// "Farmers' Union", "St Bartholomew's Hospital": a plural of English, or a saint, that an organisation is named by.
    fn joined_by_owner(&self, start: usize, end: usize) -> Option<usize> {
        let apostrophe = self.page.kind(end) == Some(TokenKind::Clitic) && self.page.lower(end).ends_with('s')
            || self.page.lower(end - 1).ends_with('s') && matches!(self.page.word(end), "'" | "’");
        if !apostrophe || !self.page.glued(end) || !self.capital(end + 1) {
            return None;
        }
        let last = self.page.lower(end - 1);
        let saint = matches!(self.page.lower(start), "st" | "st.") && end - start == 2;
        let many = is_english(last) && (last.ends_with('s') || last.ends_with("men") || matches!(last, "people" | "children"));
        let head = (end + 1..self.sentence.end.min(end + 4))
            .take_while(|&i| self.capital(i))
            .any(|i| self.words.cues.heads.has(self.page.key(i)));
        ((saint || many) && head).then_some(end + 2)
    }

    /// "Ministry of Health", "Observatory for Human Rights": behind the head of an organisation or a place.
    fn joined_by_of(&self, start: usize, end: usize) -> Option<usize> {
        let last = self.page.lower(end - 1);
        let word = self.page.lower(end);
        let of = matches!(word, "of" | "for" | "on" | "to");
        let mut next = end + 1;
        if of {
            let head = self.words.cues.heads.has(last)
                || word == "of"
                    && (self.words.cues.place_heads.has(last)
                        || self.words.cues.events.has(last)
                        || (start..end - 1).any(|i| matches!(self.page.lower(i), "of" | "for")) && is_english(last)
                        || matches!(last, "house" | "republic" | "kingdom" | "sons" | "friends" | "free" | "voice" | "bay"));
            if !head {
                return None;
            }
            if self.page.lower(next) == "the" {
                next += 1;
            }
        } else if word == "and" {
            // "Ministry of Health and Sports": an "of" stands before it, and what follows is no name of its own.
            let inside = (start..end).any(|i| matches!(self.page.lower(i), "of" | "for"));
            let own = self.known(next, Run::new(next, self.sentence.end)).is_some()
                || self.demonym(next, self.sentence).is_some()
                || self.words.given(self.page.key(next)).is_some()
                || self.role_at(next, self.sentence).is_some();
            let plain = is_english(self.page.key(next)) && !self.words.cues.openers.has(self.page.key(next));
            let joined = inside && plain || self.shares_head(end - 1, next);
            if own || !joined {
                return None;
            }
        } else {
            return None;
        }
        let fits = self.capital(next) && !self.page.is(next, CALENDAR | FUNCTION);
        (next < self.sentence.end && fits).then(|| {
            let n = self.known(next, Run::new(next, self.sentence.end)).map_or(1, |(n, _)| n);
            next + n
        })
    }

    /// "Air and Space Museum", "Law and Order Restoration Council": two English words before the head of an organisation.
    fn shares_head(&self, before: usize, behind: usize) -> bool {
        let plain = |i: usize| self.capital(i) && is_english(self.page.key(i)) && !self.words.cues.heads.has(self.page.key(i));
        let more = (behind..self.sentence.end.min(behind + 4)).take_while(|&i| self.capital(i));
        plain(before) && plain(behind) && more.skip(1).any(|i| self.words.cues.heads.has(self.page.key(i)))
    }

    /// "US-led", "London-based": the name inside an adjective is no mention; a run before it is cut short.
    fn is_compound(&self, out: &mut Vec<Run>, run: Run) -> bool {
        let hyphen = run.end;
        let adjective = self.page.lower(hyphen) == "-"
            && self.page.glued(hyphen)
            && self.page.glued(hyphen + 1)
            && self.page.kind(hyphen + 1) == Some(TokenKind::Word)
            && hyphen + 1 < self.sentence.end;
        if adjective && run.len() > 1 && self.known(run.start, run).is_none() {
            out.push(Run::new(run.start, run.end - 1));
        }
        adjective
    }
}
