//! Results and tables of sport: "Leeds 2 Burnley 1", "Leeds 4 3 1 0 9 3 10", "Leeds v Burnley", "Leeds beat Burnley", "the Leeds
//! striker". A town there is its team.

use super::{NameMention, Reader};
use crate::lexicon::vocabulary::NameType;
use crate::lexicon::{Known, is_english};
use crate::text::{Run, TokenKind};

/// A row of a table has at least so many numbers.
const TABLE: usize = 3;

impl Reader<'_, '_> {
    /// The teams of a line of results. Countries stay what they are, and so do people.
    pub(super) fn teams(&self, out: &mut [NameMention]) {
        for i in 0..out.len() {
            if out[i].kind == Some(NameType::Person) {
                continue;
            }
            let run = out[i].run;
            let scores = self.scores_behind(run.end);
            let met = |a: Option<&NameMention>, b: Option<&NameMention>, how: fn(&Self, Run, Run) -> bool| {
                a.zip(b).is_some_and(|(a, b)| how(self, a.run, b.run))
            };
            let (before, here, behind) = (i.checked_sub(1).and_then(|b| out.get(b)), out.get(i), out.get(i + 1));
            let paired =
                [Self::is_result, Self::is_versus].into_iter().any(|how| met(before, here, how) || met(here, behind, how));
            let told = out[i].kind == Some(NameType::Loc)
                && (met(before, here, Self::is_victory) || met(here, behind, Self::is_victory) || self.has_player(run.end));
            let host = before.is_some_and(|home| self.is_visit(home.run, run));
            let paired = paired || behind.is_some_and(|host| self.is_visit(run, host.run));
            if (paired || told || scores.len() >= TABLE) && !host && self.may_be_team(&out[i]) {
                out[i] = NameMention { kind: Some(NameType::Org), rule: "name-team", weak: false, ..out[i].clone() };
            }
        }
    }

    /// "Leeds 2 Burnley 1".
    fn is_result(&self, home: Run, away: Run) -> bool {
        let own = self.scores_behind(home.end);
        own.len() == 1 && own.end == away.start && self.scores_behind(away.end).len() == 1
    }

    /// "Leeds v Burnley".
    fn is_versus(&self, home: Run, away: Run) -> bool {
        home.end + 1 == away.start && matches!(self.page.word(home.end), "v" | "vs" | "vs.")
    }

    /// "LEEDS AT BURNLEY" as a line: a team in a town.
    fn is_visit(&self, away: Run, home: Run) -> bool {
        let line = away.start == self.sentence.start && home.end == self.sentence.end;
        line && away.end + 1 == home.start && matches!(self.page.word(away.end), "AT" | "at")
    }

    /// "Leeds beat Burnley".
    fn is_victory(&self, home: Run, away: Run) -> bool {
        home.end + 1 == away.start && matches!(self.page.word(home.end), "beat" | "play" | "plays")
    }

    /// "Leeds striker", "Leeds lost 4-3", "Leeds lost at home".
    fn has_player(&self, name_end: usize) -> bool {
        let played = matches!(self.page.lower(name_end), "won" | "lost" | "drew");
        let score = self.page.kind(name_end + 1) == Some(TokenKind::Number)
            && self.page.word(name_end + 2) == "-"
            && self.page.kind(name_end + 3) == Some(TokenKind::Number);
        let home = self.page.lower(name_end + 1) == "at" && self.page.lower(name_end + 2) == "home";
        played && (score || home) && name_end + 3 < self.sentence.end
            || self.words.cues.players.longest(self.ahead(name_end)).is_some()
    }

    /// The scores in a row behind a name, letters in brackets left out: "Mladost (L) 4 2 1".
    fn scores_behind(&self, name_end: usize) -> Run {
        let bracket = self.page.word(name_end) == "(" && self.page.word(name_end + 2) == ")" && self.upper(name_end + 1);
        let start = if bracket { name_end + 3 } else { name_end };
        let mut end = start;
        while end < self.sentence.end && self.is_score(end) {
            end += if self.page.word(end) == "." { 2 } else { 1 };
        }
        // "0-9", "18th": no score.
        let glued = end < self.sentence.end && self.page.glued(end) && !matches!(self.page.word(end), "," | ";" | ".");
        Run::new(start, if glued { start } else { end })
    }

    fn is_score(&self, i: usize) -> bool {
        // ".526" is a dot and a number.
        let dot = self.page.word(i) == "." && !self.page.glued(i) && self.page.glued(i + 1);
        let (at, word) = if dot { (i + 1, self.page.word(i + 1)) } else { (i, self.page.word(i)) };
        self.page.kind(at) == Some(TokenKind::Number) && word.len() <= 4 && word.bytes().all(|b| b.is_ascii_digit() || b == b'.')
    }

    fn may_be_team(&self, mention: &NameMention) -> bool {
        let last = self.page.lower(mention.run.end - 1);
        match mention.kind {
            Some(NameType::Org) => true,
            Some(NameType::Person) => false,
            None => mention.run.len() == 1 || is_english(last),
            Some(NameType::Loc) => match self.words.known.longest(self.page.keys(mention.run)) {
                Some((_, Known::Place(found))) => found.iter().all(|&i| self.words.places[i as usize].entity.contains('/')),
                _ => true,
            },
        }
    }
}
