//! The rules of quotations.

use crate::rule::{Family, Reads, Rule};

const fn rule(id: &'static str, why: &'static str, reads: &'static [Reads], silent: &'static [&'static str]) -> Rule {
    Rule { id, family: Family::Quote, why, reads, silent }
}

const DIRECT_BEFORE: Rule = rule(
    "quote-direct-before",
    "a speaker and a cue introduce words in quotation marks",
    &[
        Reads {
            value: "direct Jana Brandt We will rebuild the harbour.",
            sentences: &[
                "Jana Brandt said: \"We will rebuild the harbour.\"",
                "Jana Brandt said, “We will rebuild the harbour.”",
                "Jana Brandt told reporters: «We will rebuild the harbour.»",
                "Jana Brandt said in a statement: „We will rebuild the harbour.“",
                "Jana Brandt wrote: ‘We will rebuild the harbour.’",
            ],
        },
        Reads {
            value: "direct the ministry The road is open again.",
            sentences: &["In a statement, the ministry said: \"The road is open again.\""],
        },
    ],
    &["Jana Brandt said nothing.", "The old saying was on every wall."],
);

const DIRECT_AFTER: Rule = rule(
    "quote-direct-after",
    "a speaker behind words in quotation marks, in either order with the cue",
    &[
        Reads {
            value: "direct Jana Brandt We will rebuild the harbour",
            sentences: &[
                "\"We will rebuild the harbour,\" said Jana Brandt.",
                "“We will rebuild the harbour,” Jana Brandt said.",
                "“We will rebuild the harbour,” Jana Brandt told reporters on Friday.",
                "‘We will rebuild the harbour,‘ Jana Brandt said.",
                "\"We will rebuild the harbour,\" Jana Brandt, who visited the port, said.",
                "« We will rebuild the harbour », Jana Brandt said.",
                "``We will rebuild the harbour,'' Jana Brandt added.",
            ],
        },
        Reads {
            value: "direct the mayor Is anybody hurt?",
            sentences: &["\"Is anybody hurt?\" asked the mayor.", "\"Is anybody hurt?\" the mayor asked in the evening."],
        },
        Reads {
            value: "direct Jana Brandt and nobody came.",
            sentences: &[
                "\"We waited,\" said Jana Brandt, \"and nobody came.\"",
                "“We waited,” Jana Brandt said, “and nobody came.”",
            ],
        },
    ],
    &[],
);

const AFTER_COLON: Rule = rule(
    "quote-after-colon",
    "a cue at the end of one sentence introduces the quotation that begins the next",
    &[Reads {
        value: "direct Jana Brandt The bridge fell at noon.",
        sentences: &["Jana Brandt said:\n\n\"The bridge fell at noon.\"", "Jana Brandt continued.\n\n“The bridge fell at noon.”"],
    }],
    &[],
);

const FLOATING: Rule = rule(
    "quote-floating",
    "a quotation without a cue belongs to whoever holds the floor of its section, never to the nearest name",
    &[
        Reads {
            value: "direct Jana Brandt Nobody was hurt.",
            sentences: &[
                "\"The bridge fell,\" said Jana Brandt. \"Nobody was hurt.\"",
                "“The bridge fell,” Jana Brandt said.\n\n“Nobody was hurt.”",
                "Jana Brandt said the bridge fell.\n\nEngineers of Tom Keller looked at the ruins.\n\n“Nobody was hurt.”",
                "“The bridge fell,” Jana Brandt said. “It was old.\n\n“Nobody was hurt.”",
            ],
        },
        Reads {
            value: "direct - Nobody was hurt here.",
            sentences: &["The bridge fell in the evening.\n\n“Nobody was hurt here.”"],
        },
    ],
    &[],
);

const FRAGMENT: Rule = rule(
    "quote-fragment",
    "five words or more of somebody inside a sentence of the writer's without a cue: the floor tells whose",
    &[Reads {
        value: "direct Jana Brandt a graveyard of ships and dreams",
        sentences: &[
            "The bridge fell, Jana Brandt said. The harbour became “a graveyard of ships and dreams” in a year.",
            "The bridge fell, Jana Brandt said.\n\nThe harbour became \"a graveyard of ships and dreams\" in a year.",
        ],
    }],
    &[],
);

const SIGNED: Rule = rule(
    "quote-signed",
    "a dash and a name sign the quotation before them",
    &[Reads {
        value: "direct Jana Brandt The harbour was our home and our work for forty years, and when the storm took it away there was nothing left for us to do but leave.",
        sentences: &[
            "“The harbour was our home and our work for forty years, and when the storm took it away there was nothing left for us to do but leave.” — Jana Brandt",
            "\"The harbour was our home and our work for forty years, and when the storm took it away there was nothing left for us to do but leave.\" – Jana Brandt, Port City",
        ],
    }],
    &[],
);

const TRANSCRIPT: Rule = rule(
    "quote-transcript",
    "in a transcript a name in capitals and a colon open what it says",
    &[Reads {
        value: "direct BRANDT The road is open now.",
        sentences: &[
            "KELLER: What about the road?\n\nBRANDT: The road is open now.\n\nKELLER: Since when, please?",
            "KELLER: What about the road?\nBRANDT: The road is open now.\nKELLER: Since when, please?",
        ],
    }],
    &["UPDATE: The road is open now.", "NOTE: The road is open now. WARNING: It may close."],
);

const MIXED: Rule = rule(
    "quote-mixed",
    "reported speech with words of the speaker in it",
    &[
        Reads {
            value: "mixed Jana Brandt the harbour was \"a graveyard of ships\"",
            sentences: &[
                "Jana Brandt said the harbour was \"a graveyard of ships\".",
                "Jana Brandt told reporters that the harbour was \"a graveyard of ships\".",
            ],
        },
        Reads {
            value: "mixed Jana Brandt The harbour was “a graveyard of ships,”",
            sentences: &[
                "The harbour was “a graveyard of ships,” Jana Brandt said.",
                "The harbour was “a graveyard of ships,” said Jana Brandt.",
            ],
        },
        Reads {
            value: "mixed the mayor the plan “a very bad joke”",
            sentences: &["On Monday the mayor called the plan “a very bad joke”."],
        },
    ],
    &[],
);

const INDIRECT_BEFORE: Rule = rule(
    "quote-indirect-before",
    "reported speech behind its speaker, to the end of its clause",
    &[
        Reads {
            value: "indirect Jana Brandt the road was open",
            sentences: &[
                "Jana Brandt said that the road was open.",
                "Jana Brandt said the road was open.",
                "Jana Brandt told reporters that the road was open.",
                "Jana Brandt told the committee on Thursday that the road was open.",
                "Jana Brandt announced that the road was open.",
                "Jana Brandt warned on Friday that the road was open.",
                "Jana Brandt, who leads the council, insisted that the road was open.",
                "Jana Brandt said in a statement that the road was open.",
                "Jana Brandt said at a news conference on Friday that the road was open.",
                "Jana Brandt, the mayor (and a sailor), said the road was open.",
                "Jana Brandt said the road was open, but the drivers stayed at home.",
                "Jana Brandt said the road was open and added that the bridge was closed.",
                "While Jana Brandt said the road was open, the drivers stayed at home.",
                "As Jana Brandt told reporters, the road was open.",
                "The Harbour Times quoted Jana Brandt as saying that the road was open.",
            ],
        },
        Reads {
            value: "indirect Jana Brandt her aide had told her the road was open + indirect her aide the road was open",
            sentences: &["Jana Brandt said her aide had told her the road was open."],
        },
        Reads {
            value: "indirect the mayor the road was open",
            sentences: &["Jana Brandt was told by the mayor that the road was open."],
        },
        Reads {
            value: "indirect The ministers the road was open",
            sentences: &["The ministers met in Leeds. They said the road was open."],
        },
        Reads {
            value: "indirect Jana Brandt and Tom Keller the road was open",
            sentences: &["Jana Brandt and Tom Keller met in Leeds. They said in a joint statement that the road was open."],
        },
        Reads {
            value: "indirect - the road was open",
            sentences: &["Jana Brandt met Tom Keller and Anna Lind. They said the road was open."],
        },
        Reads { value: "indirect The study the road was open", sentences: &["The study found that the road was open."] },
        Reads {
            value: "indirect Police the road was open",
            sentences: &["Police said the road was open.", "Police have said the road was open."],
        },
        Reads { value: "indirect police the road was open", sentences: &["On Monday, police said the road was open."] },
        Reads { value: "indirect The ministry the road was open", sentences: &["The ministry said the road was open"] },
        Reads {
            value: "indirect A rebel commander the road was open",
            sentences: &["A rebel commander said the road was open."],
        },
    ],
    &[
        "Jana Brandt declined to comment.",
        "Jana Brandt did not say who would come.",
        "Jana Brandt refused to say whether the road was open.",
        "Jana Brandt believes the road is open.",
        "Jana Brandt said goodbye to her staff.",
        "Experience shows that the road is open.",
        "The reports of the ministry were late.",
        "The council wants the road to be open.",
    ],
);

const INDIRECT_AFTER: Rule = rule(
    "quote-indirect-after",
    "reported speech before its speaker, or around it",
    &[
        Reads {
            value: "indirect Jana Brandt The road was open",
            sentences: &[
                "The road was open, Jana Brandt said.",
                "The road was open, said Jana Brandt.",
                "The road was open, Jana Brandt said on Friday.",
                "The road was open, Jana Brandt told reporters.",
                "The road was open, Jana Brandt said in a statement.",
            ],
        },
        Reads { value: "indirect police Two boats sank in the storm", sentences: &["Two boats sank in the storm, police said."] },
        Reads {
            value: "indirect Jana Brandt would close the road",
            sentences: &["The council, Jana Brandt said, would close the road."],
        },
    ],
    &["However, the mayor left early.", "The saying, old as it was, lived on."],
);

const INDIRECT_OBJECT: Rule = rule(
    "quote-indirect-object",
    "a cue of judging, urging or promising, with the object or infinitive that it takes",
    &[
        Reads {
            value: "indirect Jana Brandt to rebuild the harbour",
            sentences: &["Jana Brandt promised to rebuild the harbour.", "Jana Brandt has vowed to rebuild the harbour."],
        },
        Reads {
            value: "indirect The mayor the council of hiding the report",
            sentences: &["The mayor accused the council of hiding the report."],
        },
        Reads {
            value: "indirect The mayor drivers to stay at home",
            sentences: &["The mayor urged drivers to stay at home.", "The mayor has called on drivers to stay at home."],
        },
        Reads {
            value: "indirect The mayor an inquiry into the storm",
            sentences: &["The mayor called for an inquiry into the storm."],
        },
    ],
    &[
        "A town called Seeburg lies there.",
        "The promise of the mayor was old.",
        "The mayor called an ambulance.",
        "The mayor dismissed her driver.",
        "The suspect, accused of three thefts, was freed.",
    ],
);

const ACCORDING_TO: Rule = rule(
    "quote-according-to",
    "a source named by a preposition",
    &[
        Reads {
            value: "indirect the ministry two boats sank in the storm",
            sentences: &["According to the ministry, two boats sank in the storm."],
        },
        Reads {
            value: "indirect the ministry Two boats sank in the storm",
            sentences: &[
                "Two boats sank in the storm, according to the ministry.",
                "Two boats sank in the storm according to the ministry.",
            ],
        },
        Reads {
            value: "indirect the ministry the road was open",
            sentences: &["Jana Brandt said that, according to the ministry, the road was open."],
        },
        Reads { value: "indirect Jana Brandt the road was open", sentences: &["According to Jana Brandt, the road was open."] },
    ],
    &["Everything went according to plan."],
);

const DENIED: Rule = rule(
    "quote-denied",
    "what somebody denies",
    &[Reads {
        value: "indirect The council the road had been closed",
        sentences: &[
            "The council denied that the road had been closed.",
            "The council denied on Friday that the road had been closed.",
        ],
    }],
    &[],
);

const SCARE: Rule = rule(
    "quote-scare",
    "a word or two between marks, without a cue: the writer keeps a distance, nobody is quoted",
    &[
        Reads {
            value: "scare - moderate",
            sentences: &["The rebels were trained as \"moderate\" fighters.", "The so-called ‘moderate’ fighters left the town."],
        },
        Reads {
            value: "scare - regime change",
            sentences: &["The plan was a “regime change” by another name.", "The plan was a ‘regime change‘ by another name."],
        },
    ],
    &["The Russians' plan and the Americans' plan were the same.", "He is 6'3\" tall."],
);

const TITLE: Rule = rule(
    "quote-title",
    "a capitalised work between marks",
    &[Reads {
        value: "title - The Silent Harbour",
        sentences: &["Her novel “The Silent Harbour” sold well.", "Her film ‘The Silent Harbour’ opened in May."],
    }],
    &[],
);

const HEADLINE: Rule = rule(
    "quote-headline",
    "a quotation in a headline: whose words they are only the text can tell",
    &[Reads {
        value: "headline - a graveyard of ships",
        sentences: &[
            "Harbour ‘a graveyard of ships’ after storm\n\nThe harbour has been closed for a year, and nothing has been done about it so far.",
        ],
    }],
    &["Harbour stays closed\n\nThe harbour has been closed for a year, and nothing has been done about it so far."],
);

/// Every rule whose id a row of quotes may carry.
pub const RULES: &[&Rule] = &[
    &DIRECT_BEFORE,
    &DIRECT_AFTER,
    &AFTER_COLON,
    &FLOATING,
    &FRAGMENT,
    &SIGNED,
    &TRANSCRIPT,
    &MIXED,
    &INDIRECT_BEFORE,
    &INDIRECT_AFTER,
    &INDIRECT_OBJECT,
    &ACCORDING_TO,
    &DENIED,
    &SCARE,
    &TITLE,
    &HEADLINE,
];
