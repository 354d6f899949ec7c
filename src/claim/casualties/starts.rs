//! What a word may begin, so that one look at it spares a sentence most tables.

use crate::lexicon::{Lexicon, Phrases, WordKinds};
use crate::story::Story;

/// A trigger of one of the tables of verbs and nouns.
pub(super) const WORD: u32 = 1;
/// A trigger of several words that only together say that somebody was hurt.
pub(super) const COMPOUND: u32 = 1 << 1;
/// "the total" that is brought to a figure.
pub(super) const TOTAL: u32 = 1 << 2;
/// The fallen, or who harmed themselves.
pub(super) const TOLD: u32 = 1 << 3;

/// A multiple of another figure: "twice as many".
pub(super) const TIMES: u32 = 1 << 4;
/// "in", before a condition that only somebody who was hurt is in.
pub(super) const IN: u32 = 1 << 5;
/// Such a condition, by its noun.
const CONDITION: u32 = 1 << 6;

/// Whether a sentence has a word of harm: no other tells of casualties.
pub(super) fn may_tell(story: &Story, sentence: usize, lexicon: &Lexicon) -> bool {
    let (all, page) = (starts(lexicon), &story.page);
    let found = page.sentences[sentence].tokens.iter().fold(0, |found, i| found | all.get(page.key(i)));
    found & (WORD | COMPOUND | TOLD) != 0 || found & IN != 0 && found & CONDITION != 0
}

/// What every word may begin.
pub(super) fn starts(lexicon: &Lexicon) -> &WordKinds {
    lexicon.casualties.starts.get_or_init(|| {
        let (words, injuries) = (&lexicon.casualties, &lexicon.injuries);
        let mut all = WordKinds::default();
        for table in
            [&words.tolls, &words.participles, &words.actives, &words.intransitives, &words.adjectives, &words.acts, &words.nouns]
        {
            add(&mut all, table, WORD);
        }
        for table in [
            &injuries.carried,
            &injuries.sending,
            &injuries.suffering,
            &injuries.struck,
            &injuries.recovering,
            &injuries.seizing,
            &injuries.forcing,
            &injuries.costing,
        ] {
            add(&mut all, table, COMPOUND);
        }
        // "in critical condition".
        all.insert("in", IN);
        all.insert("condition", CONDITION);
        all.insert("conditions", CONDITION);
        add(&mut all, &words.totals, TOTAL);
        add(&mut all, &words.fallen, TOLD);
        add(&mut all, &words.self_harm, TOLD);
        // "two of them".
        all.insert("them", TOLD);
        let numbers = &lexicon.numbers;
        add(&mut all, &numbers.equals, TIMES);
        add(&mut all, &numbers.multiples, TIMES);
        add(&mut all, &numbers.before, TIMES);
        all
    })
}

/// The first words of a table.
fn add<T>(all: &mut WordKinds, table: &Phrases<T>, kind: u32) {
    for (phrase, _) in table.iter() {
        let first = phrase.split(' ').next().unwrap_or(&phrase);
        all.insert(first, kind);
    }
}
