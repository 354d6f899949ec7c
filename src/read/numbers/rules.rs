//! The rules of numbers, read through the casualties they count.

use crate::rule::{Family, Reads, Rule};

/// The rules of this reader.
pub const RULES: &[&Rule] = &[&NUMBER_DIGITS, &NUMBER_WORDS, &NUMBER_RANGE, &NUMBER_VAGUE, &NUMBER_BOUND];

pub(super) const NUMBER_DIGITS: Rule = Rule {
    id: "number-digits",
    family: Family::Number,
    why: "Figures come with separators and with a scale word behind them, which belongs to the number.",
    reads: &[
        Reads { value: "killed exact 14 14", sentences: &["The flood killed 14 people.", "14 people were killed in the flood."] },
        Reads {
            value: "displaced exact 1200000 1200000",
            sentences: &[
                "The flood displaced 1.2 million people.",
                "The flood displaced 1,200,000 people.",
                "The flood displaced 1 200 000 people.",
            ],
        },
    ],
    silent: &["The 1.2 metre wall did not hold.", "Power failed in 1995 at 9:33."],
};

pub(super) const NUMBER_WORDS: Rule = Rule {
    id: "number-words",
    family: Family::Number,
    why: "Newspapers write small numbers, and numbers that open a sentence, in words.",
    reads: &[
        Reads {
            value: "killed exact 25 25",
            sentences: &["Twenty-five miners were killed.", "The blast killed twenty five miners."],
        },
        Reads { value: "killed exact 150 150", sentences: &["A hundred and fifty villagers were killed."] },
        Reads { value: "killed exact 36 36", sentences: &["The blast killed three dozen passengers."] },
        Reads { value: "displaced exact 500000 500000", sentences: &["Half a million people were displaced."] },
        Reads { value: "injured exact 2 2", sentences: &["A couple of tourists were injured."] },
    ],
    silent: &["Nobody counted the twenty-one windows."],
};

pub(super) const NUMBER_RANGE: Rule = Rule {
    id: "number-range",
    family: Family::Number,
    why: "Two figures with a joint between them give the interval itself.",
    reads: &[
        Reads {
            value: "killed range 10 15",
            sentences: &["The blast killed 10 to 15 people.", "The blast killed 10-15 people."],
        },
        Reads { value: "killed range 30 40", sentences: &["Between 30 and 40 sailors were killed."] },
        Reads { value: "injured range 2 3", sentences: &["Two or three climbers were injured."] },
    ],
    silent: &["The team won 3-2 and the town celebrated the 10-15 season."],
};

pub(super) const NUMBER_VAGUE: Rule = Rule {
    id: "number-vague",
    family: Family::Number,
    why: "A vague word allows an interval, and comparing needs that interval, not a made-up number.",
    reads: &[
        Reads {
            value: "killed vague 24 99",
            sentences: &["Dozens of villagers were killed.", "The storm killed several dozen people."],
        },
        Reads { value: "killed vague 40 199", sentences: &["Scores of miners died."] },
        Reads { value: "injured vague 200 999", sentences: &["Hundreds of people were injured."] },
        Reads { value: "displaced vague 20000 99999", sentences: &["Tens of thousands of people were displaced."] },
        Reads { value: "killed vague 2 -", sentences: &["Several hikers were killed."] },
    ],
    silent: &["Dozens of shops stayed closed."],
};

pub(super) const NUMBER_BOUND: Rule = Rule {
    id: "number-bound",
    family: Family::Number,
    why: "At least nineteen and nineteen are two statements: the words around a figure open its interval.",
    reads: &[
        Reads {
            value: "killed at_least 19 -",
            sentences: &[
                "At least 19 sailors were killed.",
                "The storm killed no fewer than 19 sailors.",
                "The storm killed 19 or more sailors.",
            ],
        },
        Reads {
            value: "killed more_than 41 -",
            sentences: &[
                "More than 40 people were killed.",
                "The quake killed over 40 people.",
                "The quake killed well over 40 people.",
            ],
        },
        Reads { value: "killed at_most 0 30", sentences: &["Up to 30 people were killed.", "As many as 30 people were killed."] },
        Reads {
            value: "killed about 90 110",
            sentences: &["About 100 people were killed.", "Some 100 people were killed.", "Nearly 100 people were killed."],
        },
    ],
    silent: &["At least the roof held over the weekend."],
};
