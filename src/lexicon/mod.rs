//! Words as data.
//!
//! A word stands once, in a table under `en/`; the patterns of every reader are built from these tables. One module a
//! table gives it its type. Grammar is code and lives on the floors above.

mod calendar;
mod casualties;
mod changes;
mod clause;
mod cues;
pub(crate) mod date_starts;
mod dictionary;
mod feasts;
mod furniture;
mod gazetteer;
pub(crate) mod harm_starts;
mod injuries;
mod key;
pub mod kinds;
mod known;
mod meetings;
mod name_cues;
mod names;
mod numbers;
mod own;
mod phrases;
mod qualifiers;
mod references;
mod slug;
mod spelling;
mod statements;
mod sums;
mod toll_rules;
pub mod vocabulary;
mod word_kinds;
mod word_set;
mod word_table;
mod words;

use std::sync::OnceLock;

pub use calendar::{CalendarWords, DayPart, Indefinite, Refer, Season, Stretch, Turn, Unit};
pub use casualties::{Body, CasualtyWords, Grade, Means, Person};
pub use changes::ChangeWords;
pub use clause::{ClauseWords, VerbForm};
pub use cues::{CueKind, CueWords, Occasion};
pub use dictionary::{is_english, is_surname};
pub use feasts::{Feast, FeastWords};
pub use furniture::{FurnitureKind, FurnitureWords};
pub use gazetteer::{Gazetteer, PlaceFacts, PlaceKind};
pub use injuries::InjuryWords;
pub use key::{Key, word_id};
pub use known::KnownNames;
pub use meetings::{MeetingNoun, MeetingVerb, MeetingWords, Ordinal};
pub use name_cues::NameCues;
pub use names::{Country, Known, NameWords, Organisation, Titles};
pub use numbers::{Changes, Multiple, NumberWords, Vague};
pub use phrases::{Listed, PhraseList, Phrases};
pub use qualifiers::{Qualifier, QualifierWords};
pub use references::ReferenceWords;
pub use slug::slug;
pub use spelling::Spelling;
pub use statements::{Stand, StatementWords};
pub use sums::SumWords;
pub use toll_rules::{PersonWords, TollCodes, TollRules};
pub use word_kinds::WordKinds;
pub use word_set::WordSet;
pub use word_table::WordTable;
pub use words::Words;

/// Every table of words.
#[derive(Debug, Clone)]
pub struct Lexicon {
    /// Abbreviations, sentence starters, the commonest English words.
    pub words: Words,
    /// Auxiliaries, modals, hedges, negations, subordinators: what `read::clause` goes by.
    pub clause: ClauseWords,
    /// Words that explain why a later report says something else.
    pub changes: ChangeWords,
    /// What surrounds an article on its page.
    pub furniture: FurnitureWords,
    /// Countries, places, organisations, titles, given names.
    pub names: NameWords,
    /// Cues of speech.
    pub cues: CueWords,
    /// Spellings that a quotation may change.
    pub spelling: Spelling,
    /// Meetings: their verbs, nouns, parties and what tells their status.
    pub meetings: MeetingWords,
    /// Numbers and their bounds.
    pub numbers: NumberWords,
    /// What happens to people, to whom and by what.
    pub casualties: CasualtyWords,
    /// Words that together say that somebody was hurt.
    pub injuries: InjuryWords,
    /// The words of the calendar.
    pub calendar: CalendarWords,
    /// Days and seasons with a name.
    pub feasts: FeastWords,
    /// Words that tie one mention of somebody to another.
    pub references: ReferenceWords,
    /// What the rules of tolls make of printed figures.
    pub toll_rules: TollRules,
    /// Words that say what a total consists of.
    pub sums: SumWords,
    /// Words that limit what is said.
    pub qualifiers: QualifierWords,
    /// What the words of a statement weigh.
    pub statements: StatementWords,
    /// What each word of these tables is, as the bits of [`kinds`].
    pub kinds: WordTable<kinds::Kinds>,
    /// What a word may begin among dates behind "the".
    pub behind_the: WordTable<u32>,
}

impl Lexicon {
    /// The English tables, read once.
    #[must_use]
    pub fn english() -> &'static Self {
        static ENGLISH: OnceLock<Lexicon> = OnceLock::new();
        ENGLISH.get_or_init(Self::load)
    }

    /// Reads the English tables.
    ///
    /// # Panics
    /// Never on a released crate: the tables are part of it, and a test reads them.
    #[must_use]
    pub fn load() -> Self {
        let mut lexicon = Self {
            words: table(include_str!("en/words.toml")),
            changes: table(include_str!("en/changes.toml")),
            clause: table(include_str!("en/clause.toml")),
            furniture: table(include_str!("en/furniture.toml")),
            names: NameWords::english(),
            cues: table(include_str!("en/cues.toml")),
            spelling: table(include_str!("en/spelling.toml")),
            meetings: table(include_str!("en/meetings.toml")),
            numbers: table(include_str!("en/numbers.toml")),
            casualties: table(include_str!("en/casualties.toml")),
            injuries: table(include_str!("en/injuries.toml")),
            calendar: table(include_str!("en/calendar.toml")),
            feasts: table(include_str!("en/feasts.toml")),
            references: table(include_str!("en/references.toml")),
            toll_rules: table(include_str!("en/toll_rules.toml")),
            sums: table(include_str!("en/sums.toml")),
            qualifiers: table(include_str!("en/qualifiers.toml")),
            statements: table(include_str!("en/statements.toml")),
            kinds: WordTable::default(),
            behind_the: WordTable::default(),
        };
        (lexicon.kinds, lexicon.behind_the) = kinds::kinds(&lexicon);
        lexicon
    }
}

fn table<T: serde::de::DeserializeOwned>(text: &str) -> T {
    toml::from_str(text).unwrap_or_else(|e| panic!("a table of the lexicon: {e}"))
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_table_reads() {
        let _ = super::Lexicon::english();
    }
}
