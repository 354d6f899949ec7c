//! What a word may begin among the words of harm, as bits: one look at it spares a sentence most tables.

use super::{Lexicon, PhraseList, Phrases, WordKinds};

/// A trigger of one of the tables of verbs and nouns.
pub(crate) const WORD: u32 = 1;
/// A trigger of several words that only together say that somebody was hurt.
pub(crate) const COMPOUND: u32 = 1 << 1;
/// "the total" that is brought to a figure.
pub(crate) const TOTAL: u32 = 1 << 2;
/// The fallen, or who harmed themselves.
pub(crate) const TOLD: u32 = 1 << 3;

/// A multiple of another figure: "twice as many".
pub(crate) const TIMES: u32 = 1 << 4;
/// "in", before a condition that only somebody who was hurt is in.
pub(crate) const IN: u32 = 1 << 5;
/// Such a condition, by its noun.
pub(crate) const CONDITION: u32 = 1 << 6;

/// What is asked of all words around a claim, which most are not: a cause,
pub(crate) const CAUSE: u32 = 1 << 17;
/// a kind of place, as in "the town",
pub(crate) const PLACED: u32 = 1 << 18;
/// what parts a sentence,
pub(crate) const BREAK: u32 = 1 << 19;
/// words for a stretch of time,
pub(crate) const SPAN: u32 = 1 << 27;
/// and what sets a claim apart: another place or time, a war, a fear, a fiction.
pub(crate) const APART: u32 = 1 << 28;

/// A word of harm by itself.
const ALONE: u32 = 1 << 7;
/// The first word of a phrase of harm, and the longest of its others.
const FIRST: u32 = 1 << 8;
const OTHER: u32 = 1 << 9;
/// From here on: a verb that says that somebody was hurt together with what may stand far behind it, a bit for each pair of tables,
/// and the words that stand there.
const VERBS: u32 = 10;
const ENDS: u32 = 20;
const PAIRS: u32 = (1 << 7) - 1;

/// Whether words of harm stand together in a sentence whose words have these bits, one with the other.
pub(crate) fn tell(found: u32) -> bool {
    let both = |bits: u32| found & bits == bits;
    found & ALONE != 0 || both(FIRST | OTHER) || both(IN | CONDITION) || found >> VERBS & found >> ENDS & PAIRS != 0
}

/// What every word may begin.
pub(super) fn starts(lexicon: &Lexicon) -> WordKinds {
    let (words, injuries) = (&lexicon.casualties, &lexicon.injuries);
    let mut all = WordKinds::default();
    for table in
        [&words.tolls, &words.participles, &words.actives, &words.intransitives, &words.adjectives, &words.acts, &words.nouns]
    {
        add(&mut all, table, WORD);
        whole(&mut all, table);
    }
    add(&mut all, &injuries.recovering, COMPOUND);
    whole(&mut all, &injuries.recovering);
    let pairs: [(&PhraseList, &[&PhraseList]); 7] = [
        (&injuries.carried, &[&injuries.hospitals]),
        (&injuries.sending, &[&injuries.hospitals]),
        (&injuries.suffering, &[&injuries.wounds, &injuries.broken]),
        (&injuries.struck, &[&injuries.body, &injuries.projectiles]),
        (&injuries.seizing, &[&injuries.captives, &injuries.custody]),
        (&injuries.forcing, &[&injuries.fleeing]),
        (&injuries.costing, &[&injuries.their_lives]),
    ];
    for ((verbs, ends), pair) in pairs.into_iter().zip(0..) {
        add(&mut all, verbs, COMPOUND | 1 << (VERBS + pair));
        for (phrase, _) in ends.iter().flat_map(|table| table.iter()) {
            all.insert(longest(&phrase), 1 << (ENDS + pair));
        }
    }
    // "in critical condition".
    all.insert("in", IN);
    all.insert("condition", CONDITION);
    all.insert("conditions", CONDITION);
    add(&mut all, &words.totals, TOTAL);
    for table in [&words.fallen, &words.self_harm] {
        add(&mut all, table, TOLD);
        whole(&mut all, table);
    }
    // "two of them".
    all.insert("them", TOLD | ALONE);
    let numbers = &lexicon.numbers;
    add(&mut all, &numbers.equals, TIMES);
    add(&mut all, &numbers.multiples, TIMES);
    add(&mut all, &numbers.before, TIMES);
    around(&mut all, lexicon);
    all
}

/// What is looked for around a claim.
fn around(all: &mut WordKinds, lexicon: &Lexicon) {
    let words = &lexicon.casualties;
    add(all, &words.causes, CAUSE);
    add(all, &words.towns, PLACED);
    add(all, &words.regions, PLACED);
    for word in [";", ":", "but", "while", "whereas", "which", "where", "as"] {
        all.insert(word, BREAK);
    }
    add(all, &words.scopes, SPAN);
    for word in ["since", "year", "years", "decade", "decades", "month", "months", "week", "weeks"] {
        all.insert(word, SPAN);
    }
    for word in ["in", "over", "during", "within", "for"] {
        all.insert(word, SPAN);
    }
    for table in [&words.elsewhere, &words.past, &words.same, &words.fears, &words.fictions, &words.wars] {
        add(all, table, APART);
    }
}

/// The first words of a table.
fn add<T>(all: &mut WordKinds, table: &Phrases<T>, kinds: u32) {
    for (phrase, _) in table.iter() {
        let first = phrase.split(' ').next().unwrap_or(&phrase);
        all.insert(first, kinds);
    }
}

/// By which words a phrase of a table is told to stand in a sentence.
fn whole<T>(all: &mut WordKinds, table: &Phrases<T>) {
    for (phrase, _) in table.iter() {
        match phrase.split_once(' ') {
            Some((first, others)) => {
                all.insert(first, FIRST);
                all.insert(longest(others), OTHER);
            }
            None => all.insert(&phrase, ALONE),
        }
    }
}

/// The longest word of a phrase, which is the rarest as a rule.
fn longest(phrase: &str) -> &str {
    phrase.split(' ').max_by_key(|word| word.len()).unwrap_or(phrase)
}
