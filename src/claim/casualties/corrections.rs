//! Figures that are taken back: by an editor's notice ("an earlier version of this article said 30 were killed; the number is
//! 13") or by those who count ("the toll was revised down from 41 to 12").

use crate::claim::record::CasualtyClaim;
use crate::lexicon::vocabulary::{Asserted, Bound, Effect, Scope};
use crate::lexicon::{Lexicon, PhraseList};
use crate::read::numbers::{Number, numbers};
use crate::text::{Page, Run};

/// A figure that is taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Correction {
    pub(crate) effect: Effect,
    /// The figure that is taken back, with its tokens.
    pub(crate) old: (i64, Run),
    /// The figure that stands, where it is told.
    pub(crate) new: Option<(i64, Run)>,
}

/// A notice goes over so many sentences, at most.
const NOTICE: usize = 3;
/// A heading has so many tokens, at most: "Editor's note:".
const HEADING: usize = 5;

/// Marks the figures that the article takes back as denied: they count no more.
pub(super) fn withdraw(page: &Page, lexicon: &Lexicon, rows: &mut [CasualtyClaim]) {
    if rows.is_empty() {
        return;
    }
    for correction in corrections(page, lexicon) {
        let meant = |r: &&mut CasualtyClaim| {
            r.number == Some(correction.old.0)
                && r.effect == correction.effect
                && r.scope == Scope::Incident
                && r.part_of.is_none()
                && !r.is_individual()
        };
        for row in rows.iter_mut().filter(meant) {
            row.asserted = Asserted::Denied;
            row.negated = true;
        }
    }
}

/// Every figure that a text takes back.
pub(crate) fn corrections(page: &Page, lexicon: &Lexicon) -> Vec<Correction> {
    let reader = Reader { page, lexicon };
    let mut out: Vec<Correction> = Vec::new();
    let mut at = 0;
    while at < page.sentences.len() {
        let notice = reader.notice(at).map(|end| (reader.of_notice(at, end), end));
        let (found, next) = notice.unwrap_or_else(|| (reader.of_revision(at), at + 1));
        out.extend(found);
        at = next;
    }
    out
}

/// Whether a sentence takes a figure back for another: "from 14 to 13", "13, not 14".
pub(crate) fn takes_back(page: &Page, lexicon: &Lexicon, effect: Effect, (old, new): (i64, i64)) -> bool {
    let reader = Reader { page, lexicon };
    let denies = |n: &Number| n.count.number == Some(old) && reader.stands_before(&lexicon.changes.contrary, n, 2);
    let pair = |c: &Correction| c.effect == effect && c.old.0 == old && c.new.is_some_and(|n| n.0 == new);
    corrections(page, lexicon).iter().any(pair) || (0..page.sentences.len()).any(|s| reader.figures(s).iter().any(denies))
}

struct Reader<'a, 't> {
    page: &'a Page<'t>,
    lexicon: &'a Lexicon,
}

impl Reader<'_, '_> {
    /// The sentence behind a notice that begins in a sentence, if one does.
    fn notice(&self, sentence: usize) -> Option<usize> {
        let run = self.page.sentences[sentence].tokens;
        self.find(&self.lexicon.changes.notices, run)?;
        let paragraph = self.page.paragraph_of(run.start);
        let (_, end) = self.page.paragraphs.get(paragraph)?.sentences;
        // The heading may stand in a line of its own.
        let heading = run.len() <= HEADING && end == sentence + 1;
        let end = if heading { self.page.paragraphs.get(paragraph + 1).map_or(end, |p| p.sentences.1) } else { end };
        Some(end.min(sentence + NOTICE))
    }

    /// What a notice takes back: one figure of people, for another or for none.
    fn of_notice(&self, from: usize, to: usize) -> Option<Correction> {
        let (mut old, mut new) = (Vec::new(), Vec::new());
        let mut of_people = false;
        for sentence in from..to {
            let run = self.page.sentences[sentence].tokens;
            let numbers = self.figures(sentence);
            let mut taken_back = false;
            let mut at = run.start;
            for number in &numbers {
                while at < number.run.start {
                    taken_back = self.turn(at).unwrap_or(taken_back);
                    at += 1;
                }
                let contrary = self.stands_before(&self.lexicon.changes.contrary, number, 2) || self.is_former(number);
                // "said that the bus left at 11" gives no toll.
                let people = self.counts_people(run, number);
                if taken_back && !contrary && !people {
                    continue;
                }
                of_people |= people;
                if taken_back || contrary { &mut old } else { &mut new }.push(told(number)?);
            }
        }
        let run = Run::new(self.page.sentences[from].tokens.start, self.page.sentences[to - 1].tokens.end);
        let of_people = of_people
            || run.iter().any(|i| self.lexicon.casualties.tolls.longest(self.page.keys(Run::new(i, run.end))).is_some());
        let (old, new) = (one(&old).filter(|_| of_people)?, one(&new));
        (new.is_none_or(|new| new.0 != old.0)).then_some(Correction { effect: self.effect(run)?, old, new })
    }

    /// Whether a noun of people or a word of harm stands at a number: "30 people", "30 dead", "the death toll as 30".
    fn counts_people(&self, run: Run, number: &Number) -> bool {
        /// So many tokens stand between them, at most.
        const NEAR: usize = 6;
        let (end, words) = (number.run.end, &self.lexicon.casualties);
        let people = (end..run.end.min(end + 3)).any(|i| words.victims.longest(self.page.keys(Run::new(i, run.end))).is_some());
        let around = Run::new(number.run.start.saturating_sub(NEAR).max(run.start), run.end.min(end + 2));
        people || self.effect(around).is_some()
    }

    /// Whether the figures behind a token are taken back, if it turns that.
    fn turn(&self, i: usize) -> Option<bool> {
        let words = &self.lexicon.changes;
        let ahead = || self.page.keys(Run::new(i, self.page.tokens.len()));
        if words.withdrawn.longest(ahead()).is_some() {
            Some(true)
        } else if self.page.lower(i) == ";" || words.restated.longest(ahead()).is_some() {
            Some(false)
        } else {
            None
        }
    }

    /// What those who count take back: in one sentence, a figure and a lower one that stands for it.
    fn of_revision(&self, sentence: usize) -> Option<Correction> {
        let words = &self.lexicon.changes;
        let run = self.page.sentences[sentence].tokens;
        let revision = self.find(&words.revisions, run)?;
        if self.find(&words.stretches, run).is_some() {
            return None;
        }
        let effect = self.effect(run)?;
        let numbers = self.figures(sentence);
        let [a, b] = numbers.as_slice() else { return None };
        let (first, second) = (told(a)?, told(b)?);
        let (old, new) = if self.is_former(a) || a.run.end <= revision && self.follows_earlier(run, a) {
            (first, second)
        } else if self.is_former(b) || self.stands_before(&words.contrary, b, 2) && self.find(&words.earlier, run).is_some() {
            (second, first)
        } else {
            return None;
        };
        (new.0 < old.0).then_some(Correction { effect, old, new: Some(new) })
    }

    /// "from 41", "from an earlier 132", "an earlier toll of 14".
    fn is_former(&self, number: &Number) -> bool {
        /// So many tokens stand between the word and the figure, at most.
        const NEAR: usize = 5;
        let from = number.run.start.saturating_sub(NEAR);
        (from..number.run.start).any(|i| {
            let between = Run::new(i + 1, number.run.start);
            match self.page.lower(i) {
                "from" => between.iter().all(|j| self.is_plain(j)),
                "of" | "at" => between.is_empty() && (from..i).any(|j| self.lexicon.changes.earlier.has(self.page.key(j))),
                _ => false,
            }
        })
    }

    /// "the", "an earlier", "death toll of": nothing that makes another figure of it.
    fn is_plain(&self, i: usize) -> bool {
        let word = self.page.lower(i);
        matches!(word, "the" | "an" | "a" | "its" | "their" | "of" | "toll" | "count" | "figure" | "death" | "estimate")
            || self.lexicon.changes.earlier.has(word)
    }

    /// "Police initially said that nine".
    fn follows_earlier(&self, run: Run, number: &Number) -> bool {
        self.find(&self.lexicon.changes.earlier, Run::new(run.start, number.run.start)).is_some()
    }

    /// Whether a phrase of a list stands before a number, at most `reach` tokens of articles between them.
    fn stands_before(&self, list: &PhraseList, number: &Number, reach: usize) -> bool {
        let from = number.run.start.saturating_sub(reach + 2);
        (from..number.run.start).any(|i| {
            let end = list.longest(self.page.keys(Run::new(i, number.run.start))).map(|(n, _)| i + n);
            end.is_some_and(|end| (end..number.run.start).all(|j| matches!(self.page.lower(j), "the" | "a" | "as")))
        })
    }

    /// The first token of a run that begins a phrase of a list.
    fn find(&self, list: &PhraseList, run: Run) -> Option<usize> {
        run.iter().find(|&i| list.longest(self.page.keys(Run::new(i, run.end))).is_some())
    }

    /// What happened to those who are counted in a run.
    fn effect(&self, run: Run) -> Option<Effect> {
        let words = &self.lexicon.casualties;
        let tables = [&words.tolls, &words.participles, &words.intransitives, &words.nouns, &words.adjectives, &words.actives];
        run.iter().find_map(|i| {
            let ahead = || self.page.keys(Run::new(i, run.end));
            tables.iter().find_map(|table| table.longest(ahead()).map(|(_, effect)| *effect))
        })
    }

    /// The exact numbers of a sentence that may count people: no dates, ages, shares, amounts of money or things.
    fn figures(&self, sentence: usize) -> Vec<Number> {
        let all = numbers(self.page, &self.page.sentences[sentence], self.lexicon);
        all.into_iter().filter(|n| self.may_count_people(n)).collect()
    }

    fn may_count_people(&self, number: &Number) -> bool {
        let (words, calendar) = (&self.lexicon.casualties, &self.lexicon.calendar);
        let (before, behind) = (number.run.start.checked_sub(1), number.run.end);
        let before = before.map_or("", |i| self.page.lower(i));
        let next = self.page.lower(behind);
        let month = |w: &str| calendar.months.has(w) || calendar.short_months.has(w) || calendar.weekdays.has(w);
        let counted = number.count.number.is_some_and(|n| !(1900..2100).contains(&n) || words.victims.has(next));
        let glued = next == "-" && self.page.glued(behind);
        counted
            && !month(before)
            && !month(next)
            && !words.things.has(next)
            && !glued
            && !matches!(before, "$" | "£" | "€" | "aged" | "age" | "#" | "no.")
            && !matches!(next, "am" | "pm" | "a.m." | "p.m." | ":" | "/" | "year" | "years" | "old")
    }
}

/// The number of an exact figure.
fn told(number: &Number) -> Option<(i64, Run)> {
    number.count.number.filter(|_| matches!(number.count.bound, Bound::Exact | Bound::AtLeast)).map(|n| (n, number.run))
}

/// The only figure of a list, however often it is told.
fn one(figures: &[(i64, Run)]) -> Option<(i64, Run)> {
    let first = figures.first()?;
    figures.iter().all(|f| f.0 == first.0).then_some(*first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let lexicon = Lexicon::english();
        let page = Page::new(text, lexicon);
        let found = corrections(&page, lexicon);
        let told = |c: &Correction| {
            format!("{} {} to {}", c.effect, c.old.0, c.new.map_or_else(|| "-".to_owned(), |(n, _)| n.to_string()))
        };
        assert_eq!(found.iter().map(told).collect::<Vec<_>>().join(", "), expected, "{text}");
    }

    #[test]
    fn a_notice_takes_a_figure_back() {
        for text in [
            "Correction: An earlier version of this article said 30 people were killed; the number is 13.",
            "Correction: An earlier version of this article misstated the number of people killed. It was 13, not 30.",
            "(This story has been corrected to say that 13 people were killed, not 30.)",
            "Correction\nAn earlier version of this article said that 30 people were killed. It was 13.",
            "Clarification: The article originally reported that 30 people died. Police now say 13 died.",
            "An earlier version of this story incorrectly stated that 30 people were killed in the crash. Thirteen people were killed.",
            "(Corrects number of dead to 13 from 30)",
        ] {
            check(text, "killed 30 to 13");
        }
        check("Correction: An earlier version of this article said that 30 people were killed.", "killed 30 to -");
    }

    #[test]
    fn those_who_count_take_a_figure_back() {
        for text in [
            "The death toll was revised down from 41 to 12, the ministry said.",
            "The ministry revised the number of dead in the landslide from 41 to 12.",
            "The hospital adjusted the count of those killed in the old town to 12 from 41.",
            "A revision of the death toll from 41 to 12 followed.",
            "Officials lowered the death toll to 12 from 41.",
            "The death toll stood at 12, down from an earlier 41.",
            "Police initially said 41 people were killed, but later corrected the figure to 12.",
            "The ministry corrected an earlier toll of 41, and said that 12 people were killed.",
            "Twelve people were killed, not 41 as first reported, the corrected list shows.",
        ] {
            check(text, "killed 41 to 12");
        }
    }

    #[test]
    fn nothing_is_taken_back() {
        for text in [
            "The death toll was revised up from 12 to 41, the ministry said.",
            "The number of people killed on the roads fell to 12 this month, down from 41.",
            "Correction: An earlier version of this article misspelled the name of one of 13 people who were killed.",
            "The death toll rose to 41 from 12.",
            "The hospital adjusted the number of dead in the landslide from 12 to 41.",
            "Officials cut the ribbon at 12, and 41 people were killed a day later.",
            "This story has been corrected to reflect that the slain man was 37 years old, not 39.",
            "An earlier version of the bill would have freed 12 of 30 prisoners.",
            "Correction: An earlier version of this article said that the bus left at 11. Thirteen people were killed.",
        ] {
            check(text, "");
        }
    }
}
