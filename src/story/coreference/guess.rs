//! What an unknown run is where neither its sentence nor its article tells: nothing, or what such a run is most often.

use super::Reader;
use super::typing::{Seen, unaccented};
use crate::lexicon::vocabulary::NameType;
use crate::lexicon::{Known, is_english, is_surname};
use crate::read::names::{NameMention, is_plain};
use crate::text::Run;

/// So many thousand people make a town one that clubs are named by.
const LARGE: u32 = 500;

impl Reader<'_, '_> {
    /// Whether an unknown run is no name: words of English, or words that the article writes in lower case as well.
    pub(super) fn is_common(&self, mention: &NameMention, seen: &Seen) -> bool {
        let written = |i: usize| seen.is_common(self.page.key(i));
        mention.weak && mention.run.len() == 1 && written(mention.run.start)
            || mention.run.iter().all(|i| written(i) || !self.page.tokens[i].capital)
            || mention.run.iter().all(|i| self.is_plain(i))
    }

    /// Words of English that the article never writes without their capitals.
    pub(super) fn is_always_capital(&self, run: Run, seen: &Seen) -> bool {
        run.iter().all(|i| {
            let token = &self.page.tokens[i];
            token.capital && !token.upper && token.span.len() > 3 && !seen.is_common(self.page.key(i))
        })
    }

    /// What an unknown run is most often. The news gives a person's full name first: a lone word that is no common name,
    /// and none of a person of the article, is an organisation; so is a run that ends in an English word or begins in capitals.
    pub(super) fn untyped(&self, run: Run) -> NameType {
        let joined = run.iter().any(|i| matches!(self.page.lower(i), "of" | "for" | "&"));
        let syllable = |i: usize| i > run.start && self.page.lower(i - 1) == "-";
        let words = run.iter().filter(|&i| self.page.tokens[i].capital && !syllable(i)).count();
        let person = match words {
            1 => self.is_bare_name(run.end - 1),
            2 | 3 => self.is_full_name(run, words),
            _ => false,
        };
        if person && !joined { NameType::Person } else { NameType::Org }
    }

    /// A given name or a surname by itself.
    fn is_bare_name(&self, i: usize) -> bool {
        let names = &self.lexicon.names;
        let word = unaccented(self.page.lower(i));
        names.given(&word).is_some() || !is_english(self.page.key(i)) && (is_surname(&word) || names.is_like_surname(&word))
    }

    fn is_full_name(&self, run: Run, words: usize) -> bool {
        let foreign = |i: usize| self.page.tokens[i].capital && !self.page.tokens[i].upper && !is_english(self.page.key(i));
        // "Khin Myat Aye": two foreign words say more than the English one behind them.
        if words == 3 && run.iter().take(2).all(foreign) {
            return true;
        }
        let last = self.page.lower(run.end - 1);
        let syllable = self.page.lower(run.end - 2) == "-" && !self.page.tokens[run.end - 1].capital;
        let acronym = self.page.tokens[run.start].upper && !self.page.word(run.start).contains('.');
        !acronym && !self.is_club(run) && (syllable || is_surname(last) || !is_english(last))
    }

    /// "Legia Warsaw": before a large town what is no given name is a club's.
    fn is_club(&self, run: Run) -> bool {
        let (first, last) = (self.page.lower(run.start), self.page.lower(run.end - 1));
        let Some(Known::Place(found)) = self.known(Run::new(run.end - 1, run.end)) else { return false };
        let large = found.first().is_some_and(|&i| self.lexicon.names.places[i as usize].people >= LARGE);
        large && self.lexicon.names.given(&unaccented(first)).is_none() && !is_surname(first) && !is_surname(last)
    }

    /// A word of English, a letter, a mark, or letters with digits.
    pub(super) fn is_plain(&self, i: usize) -> bool {
        is_plain(self.page, i)
    }
}
