//! The register of the rules that read names.

use crate::rule::{Family, Reads, Rule};

/// A name that stands in the tables.
const LISTED: Rule = Rule {
    id: "name-listed",
    family: Family::Name,
    why: "A name of the gazetteer, of the list of organisations or of a government's seat is one wherever its capital stands.",
    reads: &[
        Reads {
            value: "LOC Damascus",
            sentences: &["Two shells fell on Damascus overnight.", "The road from Damascus was closed."],
        },
        Reads { value: "ORG NATO", sentences: &["The decision was left to NATO."] },
    ],
    silent: &["The Syrian army withdrew.", "On Thursday they rested.", "The us versus them debate went on."],
};

/// A person behind a title.
const TITLED: Rule = Rule {
    id: "name-titled",
    family: Family::Name,
    why: "A title or a role right before a capitalised run makes it a person; the title is kept apart as the role.",
    reads: &[
        Reads {
            value: "PERSON Orvek Lintel",
            sentences: &[
                "President Orvek Lintel resigned.",
                "They met spokesman Orvek Lintel on Monday.",
                "Dutch Prime Minister Orvek Lintel left.",
            ],
        },
        Reads { value: "PERSON Lintel", sentences: &["The speech by Mr. Lintel was short."] },
    ],
    silent: &["The President resigned.", "Prime Minister was his last post."],
};

/// A person by the given name.
const GIVEN: Rule = Rule {
    id: "name-given",
    family: Family::Name,
    why: "A known given name, an initial or a particle before a capitalised word shows a person.",
    reads: &[Reads { value: "PERSON Maria Tornbeck", sentences: &["The letter reached Maria Tornbeck late."] }],
    silent: &["The will was read."],
};

/// An organisation by its head word.
const ORGANISATION: Rule = Rule {
    id: "name-organisation",
    family: Family::Name,
    why: "A run with the head of an organisation (ministry, council, university) is one, with what \"of\" and \"for\" hang on it.",
    reads: &[
        Reads {
            value: "ORG Institute for Dune Research",
            sentences: &["The survey was done by the Institute for Dune Research last year."],
        },
        Reads { value: "ORG Tornbeck Council", sentences: &["A vote of the Tornbeck Council is due."] },
    ],
    silent: &["The council met.", "Parliament rose early."],
};

/// An unknown acronym.
const ACRONYM: Rule = Rule {
    id: "name-acronym",
    family: Family::Name,
    why: "Two to six capitals amid other text abbreviate the name of an organisation.",
    reads: &[Reads { value: "ORG QXLF", sentences: &["The members of the QXLF met again."] }],
    silent: &["World War II ended.", "TALKS HAVE RESUMED AFTER A LONG WEEK."],
};

/// A place by the words beside it.
const PLACE: Rule = Rule {
    id: "name-place",
    family: Family::Name,
    why: "\"In\", \"near\", \"the town of\" before an unknown name, or \"province\" and a country behind it, show a place.",
    reads: &[Reads {
        value: "LOC Tornbeck",
        sentences: &[
            "A bus overturned near Tornbeck at noon.",
            "The town of Tornbeck was flooded.",
            "He left Tornbeck province.",
        ],
    }],
    silent: &["In March the river rose."],
};

/// A person by apposition or age.
const APPOSED: Rule = Rule {
    id: "name-apposed",
    family: Family::Name,
    why: "A role between commas, an age or \"who\" behind a name shows a person.",
    reads: &[Reads {
        value: "PERSON Vexa Drole",
        sentences: &[
            "The prize went to Vexa Drole, a retired engineer.",
            "The prize went to Vexa Drole, 54, of no fixed address.",
        ],
    }],
    silent: &["The prize went to nobody, 54 voted against."],
};

/// A person who speaks.
const SPEAKER: Rule = Rule {
    id: "name-speaker",
    family: Family::Name,
    why: "A short unknown name beside a verb of speech is a person's.",
    reads: &[Reads { value: "PERSON Vexa Drole", sentences: &["The bridge is safe, Vexa Drole said."] }],
    silent: &["Residents said the bridge was safe."],
};

/// A person by what belongs to people.
const HUMAN: Rule = Rule {
    id: "name-human",
    family: Family::Name,
    why: "An unknown name with a wife, a lawyer or a death, beside \"he and\", before \"himself\" or behind a person \"known as\" is a person's.",
    reads: &[Reads {
        value: "PERSON Vexa",
        sentences: &[
            "The house of Vexa's wife burned.",
            "A photograph shows him and Vexa on the pier.",
            "The letter came from Vexa himself.",
            "Maria Tornbeck, known as Vexa, left.",
        ],
    }],
    silent: &["The share price of Vexa's rivals fell.", "The lawyer's wife left.", "The firm, known as Vexa, left."],
};

/// An organisation by the words beside it.
const BODY: Rule = Rule {
    id: "name-body",
    family: Family::Name,
    why: "An unknown name behind \"the\", or beside a word for a body (\"the magazine\", \"group\"), is no person's.",
    reads: &[
        Reads { value: "ORG Tornbecks", sentences: &["The cup went to the Tornbecks again."] },
        Reads {
            value: "ORG Tornbeck",
            sentences: &["The story ran in the magazine Tornbeck first.", "A ship of the Tornbeck company sank."],
        },
    ],
    silent: &["The bill was sent to Vexa Drole by mistake.", "In the West it rained."],
};

/// A team by its scores.
const TEAM: Rule = Rule {
    id: "name-team",
    family: Family::Name,
    why: "In a result, a table, a fixture, or before a player's position, the name of a town is its team's; a country stays a place.",
    reads: &[
        Reads {
            value: "ORG Leeds",
            sentences: &[
                "Leeds 2 Burnley 1",
                "Leeds 4 3 1 0 9 3 10",
                "Leeds v Burnley",
                "Leeds beat Burnley on Saturday.",
                "The Leeds striker limped off.",
            ],
        },
        Reads { value: "ORG Burnley", sentences: &["Leeds 2 Burnley 1"] },
    ],
    silent: &["Leeds lies 40 miles from Burnley.", "Sweden 1 Belgium 0", "In Leeds 2 men were hurt."],
};

/// A run that its article must type.
const RUN: Rule = Rule {
    id: "name-run",
    family: Family::Name,
    why: "Any other capitalised run inside a sentence is a name; its type is that of the same name elsewhere in the article.",
    reads: &[Reads { value: "PERSON Vexa Drole", sentences: &["The bill was sent to Vexa Drole by mistake."] }],
    silent: &["Talks resumed.", "Residents fled.", "FISHERMEN FIND CRATES NEAR THE OLD PIER"],
};

/// The rules of this family.
pub const RULES: &[&Rule] =
    &[&LISTED, &TITLED, &GIVEN, &ORGANISATION, &ACRONYM, &PLACE, &APPOSED, &HUMAN, &BODY, &SPEAKER, &TEAM, &RUN];

#[cfg(test)]
mod tests {
    use super::super::names;
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::lexicon::vocabulary::NameType;
    use crate::text::Page;

    fn read(text: &str) -> Vec<(String, &'static str, bool)> {
        let lexicon = Lexicon::english();
        let page = Page::new(text, lexicon);
        page.sentences
            .iter()
            .flat_map(|s| names(&page, s, lexicon))
            .map(|m| (format!("{} {}", m.kind.unwrap_or(NameType::Person), page.text(m.run)), m.rule, m.weak))
            .collect()
    }

    #[test]
    fn rules_read_their_examples() {
        for rule in RULES {
            for reads in rule.reads {
                for sentence in reads.sentences {
                    let got = read(sentence);
                    assert!(got.iter().any(|(v, id, _)| v == reads.value && *id == rule.id), "{}: {sentence}: {got:?}", rule.id);
                }
            }
            for sentence in rule.silent {
                let got: Vec<_> = read(sentence).into_iter().filter(|(_, id, weak)| *id == rule.id && !weak).collect();
                assert!(got.is_empty(), "{}: {sentence}: {got:?}", rule.id);
            }
        }
    }

    fn check(text: &str, expected: &[&str]) {
        let got: Vec<_> = read(text).into_iter().filter(|(_, _, weak)| !weak).map(|(v, _, _)| v).collect();
        assert_eq!(got, expected, "{text}");
    }

    #[test]
    fn runs_are_cut_where_a_reader_would() {
        check("Syrian President Bashar al-Assad left.", &["PERSON Bashar al-Assad"]);
        check("The Syrian Observatory for Human Rights said so.", &["ORG Syrian Observatory for Human Rights"]);
        check("Mark Toner, a State Department spokesman, left.", &["PERSON Mark Toner", "ORG State Department"]);
        check("US-led air strikes hit Raqqa.", &["LOC Raqqa"]);
        check("U.N. Secretary-General Ban Ki-moon spoke.", &["ORG U.N.", "PERSON Ban Ki-moon"]);
        check("White House spokesman Joe Tornbeck spoke.", &["ORG White House", "PERSON Joe Tornbeck"]);
        check("British Prime Minister Theresa May spoke in May.", &["PERSON Theresa May"]);
        check("They met in Idlib province.", &["LOC Idlib"]);
        check("The Foreign Ministry of Freedonia spoke.", &["ORG Foreign Ministry of Freedonia"]);
        check("\u{0}", &[]);
        check("al-", &[]);
        check("A", &[]);
    }
}
