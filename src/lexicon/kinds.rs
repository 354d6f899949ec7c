//! What a word is, as bits: a page looks each of its words up once, and most questions of the readers are answered.

use super::{Lexicon, Phrases, WordKinds, WordTable, date_starts, harm_starts};

/// What a word is to each who asks, found by one look.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Kinds {
    /// The bits of this module.
    pub word: u32,
    /// What it may begin among dates.
    pub date: u32,
    /// What it may begin among words of harm.
    pub harm: u32,
}

/// A word that says nothing by itself: "The", "However", "After".
pub const FUNCTION: u32 = 1;
/// A month, a weekday, "today", or a word of the page: no part of a name.
pub const CALENDAR: u32 = 1 << 1;
/// A verb that its form or the table gives away.
pub const VERB: u32 = 1 << 2;
/// "the", "this", "that": before a role or a noun that stands for a name.
pub const THE: u32 = 1 << 3;
/// A third-person pronoun.
pub const PRONOUN: u32 = 1 << 4;
/// A determiner or a possessive before a role.
pub const OPENS_ROLE: u32 = 1 << 5;
/// The first word of a role, or of what stands before one.
pub const ROLE: u32 = 1 << 6;
/// "named", "elected": the subject has the role behind it.
pub const APPOINTED: u32 = 1 << 7;
/// "it".
pub const IT: u32 = 1 << 8;
/// One of the commonest English function words.
pub const LITTLE: u32 = 1 << 9;
/// An auxiliary, a modal or an irregular verb, by itself.
pub const VERB_FORM: u32 = 1 << 10;
/// The first word of such verbs: "is", "due" of "due to".
pub const OPENS_VERB: u32 = 1 << 11;
/// No verb, though it ends like one.
pub const NOT_VERB: u32 = 1 << 12;
/// A determiner or a possessive: behind it stands no finite verb.
pub const DETERMINER: u32 = 1 << 13;
/// The first word of what opens a subordinate clause.
pub const SUBORDINATOR: u32 = 1 << 14;
/// Opens a relative clause.
pub const RELATIVE: u32 = 1 << 15;
/// The first word of what keeps the writer from vouching, of what is feared, of what is no fact yet.
pub const HEDGE: u32 = 1 << 16;
/// See [`HEDGE`].
pub const FEAR: u32 = 1 << 17;
/// See [`HEDGE`].
pub const HYPOTHESIS: u32 = 1 << 18;
/// An adverb that may stand inside a verb group.
pub const ADVERB: u32 = 1 << 19;
/// The first word of what negates the verb beside it.
pub const NEGATION: u32 = 1 << 20;
/// A preposition.
pub const PREPOSITION: u32 = 1 << 21;
/// The first word of a cue of speech.
pub const CUE: u32 = 1 << 22;
/// A verb of speech, by itself.
pub const SPEECH: u32 = 1 << 23;
/// A small word inside names.
pub const PARTICLE: u32 = 1 << 24;
/// Opens a subordinate clause by itself.
pub const SUBORDINATE: u32 = 1 << 25;

/// The first word of what recalls something said before.
pub const RECALL: u32 = 1 << 26;

/// The first word of a verb or a noun of meeting.
pub const MEETING: u32 = 1 << 27;

/// The first word of a number in words, or of what bounds one.
pub const NUMERAL: u32 = 1 << 28;

/// The kinds of every word that has one, and what words begin behind "the" among dates.
pub(super) fn kinds(lexicon: &Lexicon) -> (WordTable<Kinds>, WordTable<u32>) {
    let mut all: WordTable<Kinds> = WordTable::default();
    let mut add = |kinds: &WordKinds, of: fn(&mut Kinds) -> &mut u32| {
        kinds.iter().for_each(|(word, kinds)| *of(all.entry(word.to_owned(), Kinds::default)) = kinds);
    };
    let dates = date_starts::starts(lexicon);
    add(&words(lexicon), |kinds| &mut kinds.word);
    add(&dates, |kinds| &mut kinds.date);
    add(&harm_starts::starts(lexicon), |kinds| &mut kinds.harm);
    (all, dates.into_behind())
}

fn words(lexicon: &Lexicon) -> WordKinds {
    let mut all = WordKinds::default();
    let (clause, cues, days) = (&lexicon.clause, &lexicon.cues, &lexicon.calendar);
    let (titles, names, references) = (&lexicon.names.titles, &lexicon.names.cues, &lexicon.references);
    lexicon.words.little().for_each(|word| all.insert(word, FUNCTION));
    lexicon.words.function().for_each(|word| all.insert(word, LITTLE));
    for (table, kind) in [
        (&clause.determiners, FUNCTION | DETERMINER),
        (&clause.subordinators, FUNCTION | SUBORDINATE),
        (&clause.adverbs, FUNCTION | ADVERB),
        (&clause.negations, FUNCTION),
        (&clause.relatives, FUNCTION | RELATIVE),
        (&clause.not_verbs, NOT_VERB),
        (&clause.prepositions, PREPOSITION),
        (&names.no_names, CALENDAR),
        (&names.particles, PARTICLE),
        (&references.pointers, THE),
        (&references.determiners, OPENS_ROLE),
        (&references.appointed, APPOINTED),
    ] {
        whole(&mut all, table, kind);
    }
    whole(&mut all, &days.months, CALENDAR);
    whole(&mut all, &days.short_months, CALENDAR);
    whole(&mut all, &days.weekdays, CALENDAR);
    whole(&mut all, &days.short_weekdays, CALENDAR);
    whole(&mut all, &days.plural_weekdays, CALENDAR);
    whole(&mut all, &days.days, CALENDAR);
    whole(&mut all, &lexicon.feasts.names, CALENDAR);
    whole(&mut all, &clause.verbs, VERB | VERB_FORM);
    whole(&mut all, &titles.pronouns, PRONOUN);
    all.insert("it", IT);
    let numbers = &lexicon.numbers;
    for word in ["between", "from", "a", "an"] {
        all.insert(word, NUMERAL);
    }
    first(&mut all, &numbers.before, NUMERAL);
    first(&mut all, &numbers.vague, NUMERAL);
    for table in [&numbers.cardinals, &numbers.scales, &numbers.fractions] {
        first(&mut all, table, NUMERAL);
    }
    for (word, _) in cues.verbs.iter().filter(|(word, _)| !word.contains(' ')) {
        all.insert(&word, if cues.ambiguous.has(&word) { SPEECH } else { SPEECH | VERB });
    }
    for (table, kind) in [
        (&clause.subordinators, SUBORDINATOR),
        (&clause.hedges, HEDGE),
        (&clause.fears, FEAR),
        (&clause.hypotheses, HYPOTHESIS),
        (&clause.negations, NEGATION),
        (&titles.modifiers, ROLE),
        (&cues.refusals, CUE),
        (&cues.finders, CUE),
        (&references.recalls, RECALL),
    ] {
        first(&mut all, table, kind);
    }
    first(&mut all, &clause.verbs, OPENS_VERB);
    first(&mut all, &titles.roles, ROLE);
    first(&mut all, &lexicon.meetings.verbs, MEETING);
    first(&mut all, &lexicon.meetings.nouns, MEETING);
    first(&mut all, &cues.verbs, CUE);
    first(&mut all, &cues.prepositions, CUE);
    all
}

/// The single words of a table.
fn whole<T>(all: &mut WordKinds, table: &Phrases<T>, kind: u32) {
    for (word, _) in table.iter().filter(|(phrase, _)| !phrase.contains(' ')) {
        all.insert(&word, kind);
    }
}

/// The first words of a table's phrases.
fn first<T>(all: &mut WordKinds, table: &Phrases<T>, kind: u32) {
    for (phrase, _) in table.iter() {
        all.insert(phrase.split(' ').next().unwrap_or(&phrase), kind);
    }
}
