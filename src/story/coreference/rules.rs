//! The register of the rules that resolve names.

use crate::rule::{Family, Reads, Rule};

/// A name of the body in a headline.
const AGAIN: Rule = Rule {
    id: "name-again",
    family: Family::Name,
    why: "A capital tells nothing in a headline and at the head of a sentence: names that the article writes in full elsewhere are found again there.",
    reads: &[
        Reads {
            value: "PERSON Drole",
            sentences: &[
                "Drole Calls Second Vote Before Winter Recess\nThe second vote was called by Vexa Drole in a letter that was read out on Monday.",
            ],
        },
        Reads { value: "PERSON Park", sentences: &["Park Min-jae was asked why. Park gave no answer."] },
    ],
    silent: &["Winter Brings Longer Queues At Ferry Terminals", "Park Min-jae sat in a park. Park benches are wet in May."],
};

/// A place by the places beside it.
const SERIES: Rule = Rule {
    id: "name-series",
    family: Family::Name,
    why: "A lone unknown word in a row of places (\"Damascus and Tornbeck\") is a place.",
    reads: &[Reads {
        value: "LOC Tornbeck",
        sentences: &["Shells fell on Damascus and Tornbeck.", "They passed Homs, Tornbeck and Hama."],
    }],
    silent: &["In Damascus, Vexa Drole spoke.", "Two men from Damascus and a baker left."],
};

/// A role that stands for a person.
const ROLE: Rule = Rule {
    id: "nominal-role",
    family: Family::Name,
    why: "\"The minister\" is the one person of the article whose title, apposition or appointment holds all its words. A former one steps back behind a present one, a deputy is another office; of two the one named shortly before is meant, or nobody.",
    reads: &[
        Reads {
            value: "PERSON the minister",
            sentences: &["Health Minister Vexa Drole resigned, and the minister left the building."],
        },
        Reads { value: "PERSON The director", sentences: &["The director of the mine, Vexa Drole, heard knocking."] },
        Reads { value: "PERSON the two ministers", sentences: &["Late at night the two ministers left."] },
    ],
    silent: &["They discussed the general election.", "It was the minister-in-waiting rule that failed."],
};

/// A noun that stands for an organisation.
const ORGANISATION: Rule = Rule {
    id: "nominal-organisation",
    family: Family::Name,
    why: "\"The group\" is the organisation named shortly before, where it is the only one.",
    reads: &[Reads {
        value: "ORG the group",
        sentences: &["The statement was signed by Amnesty International, but the group gave no figures."],
    }],
    silent: &["The group of tourists left.", "NATO and the Arab League met, and the group gave no figures."],
};

/// A noun of an organisation's own name that stands for it.
const BODY: Rule = Rule {
    id: "nominal-body",
    family: Family::Name,
    why: "\"The ministry\" is the one organisation named before whose name has the word, however far it stands.",
    reads: &[Reads {
        value: "ORG the ministry",
        sentences: &["The Foreign Ministry was closed on Friday, and the ministry gave no reason."],
    }],
    silent: &[
        "The ministry is closed.",
        "The Foreign Ministry and the Health Ministry are closed, but the ministry will open.",
        "The Health Ministry is closed, and the ministry building is dark.",
    ],
};

/// A pronoun that stands for a person.
const PERSON: Rule = Rule {
    id: "pronoun-person",
    family: Family::Name,
    why: "He and she stand for the nearest earlier person who agrees and is the subject or speaker of a sentence, for nobody where two are equally good; inside a quotation for somebody who alone is in question beside its speaker.",
    reads: &[Reads { value: "PERSON he", sentences: &["Mr. Lintel resigned because he was ill."] }],
    silent: &["HE is a grade of fuel.", "The bridge is closed."],
};

/// A pronoun that stands for nobody of the article.
pub(super) const SPLICED: Rule = Rule {
    id: "pronoun-spliced",
    family: Family::Name,
    why: "Where a sentence recalls requests, offers or threats that nobody in the article has made, its page is pasted together: he and she stand for nobody.",
    reads: &[Reads {
        value: "PERSON He",
        sentences: &["Deputy Minister Vexa Lintel opened the port. He gave no details of the offers but called them generous."],
    }],
    silent: &["Vexa Drole opened the port. Details of the offers were not given."],
};

/// A pronoun that stands for an organisation.
const IT: Rule = Rule {
    id: "pronoun-organisation",
    family: Family::Name,
    why: "\"It said\" stands for the organisation or government named shortly before.",
    reads: &[Reads { value: "ORG it", sentences: &["NATO will not send ships, it said."] }],
    silent: &["NATO will not send ships, and it is raining.", "The road is closed, it said."],
};

/// The rules of this family.
pub const RULES: &[&Rule] = &[&AGAIN, &SERIES, &ROLE, &ORGANISATION, &BODY, &PERSON, &SPLICED, &IT];
