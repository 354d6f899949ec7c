//! The rules of the casualty reader, with what each reads and what it must leave alone.

use crate::rule::{Family, Reads, Rule};

/// Every rule of this reader.
pub const RULES: &[&Rule] = &[
    &PASSIVE, &ACTIVE, &DIED, &ELLIPSIS, &NOMINAL, &ACT, &TOLL, &PART, &AMONG, &SINGULAR, &ORDINAL, &NOBODY, &NAMED, &PRONOUN,
    &MULTIPLE, &LIST,
];

pub(super) const PASSIVE: Rule = Rule {
    id: "toll-passive",
    family: Family::Casualty,
    why: "The subject of a passive verb of harm is whom it happened to.",
    reads: &[
        Reads {
            value: "killed at_least 19 -",
            sentences: &[
                "At least 19 civilians were killed in an air strike.",
                "At least 19 villagers have been killed by the flood.",
                "At least 19 farmers from three villages were shot dead.",
                "At least 19 people who had gathered for a wedding were killed.",
            ],
        },
        Reads {
            value: "injured exact 30 30",
            sentences: &["Thirty passengers were injured when a bus overturned.", "Thirty people were taken to hospital."],
        },
        Reads { value: "detained exact 12 12", sentences: &["Twelve students were arrested after the march."] },
        Reads { value: "abducted exact 5 5", sentences: &["Five engineers were kidnapped near the border."] },
        Reads { value: "displaced more_than 8001 -", sentences: &["More than 8,000 people were displaced by the fighting."] },
        Reads { value: "casualties exact 40 40", sentences: &["Forty people were killed or wounded in the stampede."] },
    ],
    silent: &[
        "The 34-nation alliance was formed in Paris.",
        "The bill was killed 4 times in two years.",
        "The camp provides training for up to 2,000 fighters by the end of the year.",
        "Ten houses were burned and 40 sheep were killed.",
    ],
};

pub(super) const ACTIVE: Rule = Rule {
    id: "toll-active",
    family: Family::Casualty,
    why: "The object of an active verb of harm is whom it happened to.",
    reads: &[
        Reads {
            value: "killed exact 16 16",
            sentences: &[
                "The raids killed 16 civilians at a market.",
                "A landslide buried the road, killing 16 workers.",
                "The storm claimed the lives of 16 sailors.",
            ],
        },
        Reads {
            value: "injured exact 25 25",
            sentences: &["A gas leak injured 25 people.", "The explosion shattered windows, wounding 25 bystanders."],
        },
        Reads { value: "abducted exact 3 3", sentences: &["Gunmen kidnapped three nurses on the coast road."] },
        Reads { value: "killed exact 3 3", sentences: &["A driver lost control of a lorry, killing three."] },
    ],
    silent: &[
        "The group threatened to kill 100 hostages.",
        "A new law killed three projects.",
        "He was charged with three counts of murder.",
    ],
};

pub(super) const DIED: Rule = Rule {
    id: "toll-died",
    family: Family::Casualty,
    why: "Those who die, go missing or flee are the subject, and so are those who are dead or missing.",
    reads: &[
        Reads {
            value: "killed exact 7 7",
            sentences: &[
                "Seven people died in the crash.",
                "Seven miners lost their lives.",
                "Seven people are dead after the storm.",
            ],
        },
        Reads {
            value: "missing exact 9 9",
            sentences: &["Nine sailors are still missing.", "Nine hikers went missing on the glacier."],
        },
        Reads { value: "killed exact 20 20", sentences: &["The blast left 20 people dead.", "Twenty people are feared dead."] },
        Reads { value: "injured exact 4 4", sentences: &["Four children were hurt."] },
        Reads {
            value: "injured exact 3 3",
            sentences: &[
                "Three people suffered gunshot wounds.",
                "Three passengers are in critical but stable condition.",
                "Three cyclists are expected to survive.",
            ],
        },
        Reads { value: "killed exact 2 2", sentences: &["Four were shot, two of them fatally."] },
    ],
    silent: &["The Dead Sea lies 430 metres below the level of the ocean.", "Two people were missing the point."],
};

pub(super) const ELLIPSIS: Rule = Rule {
    id: "toll-ellipsis",
    family: Family::Casualty,
    why: "Headlines and enumerations leave the auxiliary out: the figure stands right before the participle.",
    reads: &[
        Reads {
            value: "injured exact 13 13",
            sentences: &["Police counted 13 others injured.", "The mayor spoke of 13 wounded."],
        },
        Reads { value: "displaced more_than 11000001 -", sentences: &["The war has left over 11 million displaced."] },
        Reads { value: "killed exact 31 31", sentences: &["Officials put at 31 people killed the price of the storm."] },
    ],
    silent: &["He won 12 injured reserve debates."],
};

pub(super) const NOMINAL: Rule = Rule {
    id: "toll-nominal",
    family: Family::Casualty,
    why: "A counted noun of harm is a toll by itself.",
    reads: &[
        Reads {
            value: "killed exact 12 12",
            sentences: &[
                "The province recorded 12 deaths.",
                "There were 12 fatalities.",
                "Rescuers carried 12 dead miners to the surface.",
            ],
        },
        Reads { value: "casualties vague 24 99", sentences: &["The shelling caused dozens of casualties."] },
        Reads { value: "killed exact 7 7", sentences: &["The army admitted seven civilian deaths."] },
    ],
    silent: &["He rejected 12 death penalty appeals.", "The doctor treats two causes of death."],
};

pub(super) const ACT: Rule = Rule {
    id: "toll-act",
    family: Family::Casualty,
    why: "Nouns of harm name their victims behind \"of\".",
    reads: &[
        Reads {
            value: "killed exact 3 3",
            sentences: &[
                "The killing of three activists shocked the town.",
                "The bodies of three climbers were recovered.",
                "The murder of three priests remains unsolved.",
            ],
        },
        Reads { value: "abducted exact 6 6", sentences: &["The kidnapping of six engineers stopped the work."] },
    ],
    silent: &["The bodies of two committees met.", "The death of the project cost 12 people their jobs."],
};

pub(super) const TOLL: Rule = Rule {
    id: "toll-total",
    family: Family::Casualty,
    why: "A toll states its figure behind a verb or a preposition.",
    reads: &[
        Reads {
            value: "killed exact 58 58",
            sentences: &[
                "The death toll rose to 58.",
                "Officials put the death toll at 58.",
                "The death toll has risen from 40 to 58.",
                "The number of dead stood at 58.",
                "The number of people killed when a ferry capsized rose to 58.",
                "This brought to 58 the number of people killed.",
                "A fire killed six people, bringing the total to 58.",
            ],
        },
        Reads { value: "injured exact 70 70", sentences: &["The number of injured has reached 70."] },
    ],
    silent: &["The toll road is 58 kilometres long.", "The bridge raised its toll to 58 cents."],
};

pub(super) const PART: Rule = Rule {
    id: "toll-part",
    family: Family::Casualty,
    why: "What is included in a figure is a part of it and must not be added.",
    reads: &[Reads {
        value: "killed exact 4 4",
        sentences: &[
            "Nineteen people including four children were killed.",
            "The blast killed 19 people, among them four children.",
            "The blast killed 19 people, four of them children.",
            "Nineteen people died, of whom four were soldiers.",
        ],
    }],
    silent: &["The delegation of 19 people included four children."],
};

pub(super) const AMONG: Rule = Rule {
    id: "toll-among",
    family: Family::Casualty,
    why: "Who is among the dead is a part of the toll told before.",
    reads: &[Reads {
        value: "killed exact 5 5",
        sentences: &[
            "Five children were among the dead.",
            "Among the dead were five children.",
            "The dead included five children.",
            "Five of the dead were children.",
        ],
    }],
    silent: &["Five ministers were among the guests."],
};

pub(super) const SINGULAR: Rule = Rule {
    id: "toll-singular",
    family: Family::Casualty,
    why: "A singular noun of a person counts one.",
    reads: &[
        Reads {
            value: "killed exact 1 1",
            sentences: &[
                "A 34-year-old man was shot dead.",
                "A woman was killed when a wall fell.",
                "The driver died at the scene.",
                "A shell killed a nurse.",
                "Girl, 9, killed in hit-and-run near Stockton",
                "The shooting death of a 7-year-old girl shocked the town.",
            ],
        },
        Reads { value: "injured exact 1 1", sentences: &["A policeman was wounded."] },
    ],
    silent: &["A proposal was killed in committee.", "The deal died on Friday."],
};

pub(super) const ORDINAL: Rule = Rule {
    id: "toll-ordinal",
    family: Family::Casualty,
    why: "A third victim makes three in all.",
    reads: &[Reads {
        value: "killed exact 3 3",
        sentences: &["A third person has died of the infection.", "A third miner was killed on Monday."],
    }],
    silent: &["A third term was killed by the court."],
};

pub(super) const NOBODY: Rule = Rule {
    id: "toll-nobody",
    family: Family::Casualty,
    why: "That nobody was harmed is a figure too: none.",
    reads: &[
        Reads {
            value: "injured exact 0 0",
            sentences: &["No one was hurt.", "Nobody was injured in the fire.", "No passengers were injured."],
        },
        Reads {
            value: "casualties exact 0 0",
            sentences: &["There were no casualties.", "There were no immediate reports of casualties."],
        },
    ],
    silent: &["No one was surprised.", "No deal was reached."],
};

pub(super) const NAMED: Rule = Rule {
    id: "toll-named",
    family: Family::Casualty,
    why: "A person named as the one who was killed counts one.",
    reads: &[
        Reads { value: "killed exact 1 1", sentences: &["Anna Berg, 34, was killed when a tree fell on her car."] },
        Reads { value: "injured exact 1 1", sentences: &["Her brother said Jonas Lind, 41, was wounded."] },
    ],
    silent: &["The Northern Line, 34, was closed.", "Anna Berg, 34, was elected."],
};

pub(super) const PRONOUN: Rule = Rule {
    id: "toll-pronoun",
    family: Family::Casualty,
    why: "He or she who was killed is one person of the article.",
    reads: &[
        Reads {
            value: "killed exact 1 1",
            sentences: &["Anna Berg was driving home. She was killed when a tree fell on her car."],
        },
        Reads { value: "injured exact 1 1", sentences: &["Jonas Lind slipped, and he was injured."] },
        Reads {
            value: "killed exact 1 1",
            sentences: &["The farmer took his own life.", "A guard shot two men and killed himself."],
        },
    ],
    silent: &["He was elected.", "She killed the engine."],
};

pub(super) const MULTIPLE: Rule = Rule {
    id: "toll-multiple",
    family: Family::Casualty,
    why: "A multiple of a figure told right before is that figure multiplied; the number itself is not printed.",
    reads: &[
        Reads {
            value: "injured range 24 24",
            sentences: &[
                "The blast killed 12 people and wounded twice as many.",
                "Twelve people were killed and twice as many injured.",
                "Twelve people were killed. Twice as many were injured.",
                "The fire killed 12 people. Double that number were hurt.",
            ],
        },
        Reads { value: "killed range 36 36", sentences: &["The storm injured 12 sailors and killed three times as many."] },
        Reads { value: "injured range 6 6", sentences: &["Twelve people died and half as many were wounded."] },
        Reads { value: "injured range 24 -", sentences: &["At least 12 people died and twice as many were wounded."] },
        Reads { value: "injured range 25 -", sentences: &["Twelve people died and more than twice as many were wounded."] },
        Reads { value: "killed range 12 12", sentences: &["The raids killed 12 soldiers and an equal number of rebels."] },
    ],
    silent: &[
        "Twice as many voters came to the polls.",
        "There were twice as many attacks as in May.",
        "Twice as many women were killed as men.",
        "Twice as many people were killed on the roads.",
    ],
};

pub(super) const LIST: Rule = Rule {
    id: "toll-list",
    family: Family::Casualty,
    why: "Victims named one after the other count as many as there are names.",
    reads: &[
        Reads {
            value: "killed exact 3 3",
            sentences: &[
                "Killed were Ahmed Saleh, 34, Maria Lopez, 27, and Tom Berg, 51.",
                "Killed in the crash were Ahmed Saleh, 34, Maria Lopez, 27, and Tom Berg, 51.",
                "The dead were identified as Ahmed Saleh, Maria Lopez and Tom Berg.",
                "Police identified those killed as Ahmed Saleh, 34, Maria Lopez, 27, and Tom Berg, 51.",
            ],
        },
        Reads {
            value: "killed exact 2 2",
            sentences: &["Two people died in a fire. The victims: Ahmed Saleh, 34; Maria Lopez, 27."],
        },
        Reads { value: "injured exact 2 2", sentences: &["Wounded were Ahmed Saleh, 34, and Maria Lopez, 27."] },
    ],
    silent: &[
        "The suspects were identified as Ahmed Saleh, 34, and Maria Lopez, 27.",
        "The victims were represented by Ahmed Saleh and Maria Lopez.",
        "The victims came from Marren, Sintra and Port City.",
        "The winners were Ahmed Saleh, 34, and Maria Lopez, 27.",
    ],
};
