//! Verbs that report a meeting.

use crate::rule::{Family, Reads, Rule};

/// met (with), sat down with.
pub(super) const MEET: Rule = Rule {
    id: "meet-verb",
    family: Family::Meeting,
    why: "\"meet\" with somebody, or in a place or on a day by itself; what is met may also be a requirement or outrage, and nobody meets then.",
    reads: &[
        Reads {
            value: "meet held 2015-08-04",
            sentences: &[
                "Foreign Minister Anna Berg met with President Karim Haddad in Vienna on Tuesday.",
                "President Karim Haddad met Anna Berg on Tuesday.",
                "On Tuesday, Anna Berg met her Norwegian counterpart in Oslo.",
                "The two ministers met on Tuesday in the Austrian capital.",
            ],
        },
        Reads {
            value: "meet held -",
            sentences: &[
                "Anna Berg sat down with Karim Haddad in Geneva.",
                "The rebel leaders met in Doha.",
                "The cabinet met behind closed doors.",
                "Berg flew home after meeting with Karim Haddad.",
            ],
        },
        Reads {
            value: "meet planned 2015-08-10",
            sentences: &[
                "Anna Berg will meet Karim Haddad in Vienna on Monday.",
                "Anna Berg is due to meet with Karim Haddad on Monday.",
            ],
        },
        Reads {
            value: "meet planned -",
            sentences: &[
                "Anna Berg agreed to meet Karim Haddad.",
                "He said he would meet President Karim Haddad in Vienna.",
                "Anna Berg was to meet Karim Haddad in Vienna.",
                "Berg, Haddad to meet in Vienna",
            ],
        },
        Reads {
            value: "meet denied -",
            sentences: &[
                "Anna Berg did not meet Karim Haddad.",
                "Anna Berg refused to meet with Karim Haddad.",
                "The rebels have never met with Karim Haddad.",
                "Anna Berg has no plans to meet Karim Haddad.",
                "Anna Berg ruled out meeting Karim Haddad.",
            ],
        },
        Reads {
            value: "meet proposed -",
            sentences: &[
                "Anna Berg offered to meet Karim Haddad.",
                "Anna Berg could meet Karim Haddad in Geneva.",
                "Anna Berg hopes to meet Karim Haddad.",
            ],
        },
    ],
    silent: &[
        "The decision was met with outrage.",
        "The plan met with fierce resistance in the Senate.",
        "The plant does not meet the new federal standards.",
        "Germany met the deadline on Tuesday.",
        "Suppliers struggled to meet demand in Europe.",
        "The Met opened its new season in New York.",
        "The thrift faces problems meeting capital requirements.",
        "Juventus met Ajax in the final.",
        "The couple met at university in Oslo.",
    ],
};

/// conferred, consulted.
pub(super) const CONFER: Rule = Rule {
    id: "confer-verb",
    family: Family::Meeting,
    why: "\"confer\", \"consult\" and \"huddle\" with somebody, or of two together.",
    reads: &[
        Reads {
            value: "talks held 2015-08-04",
            sentences: &["Norway and Denmark conferred in Oslo on Tuesday.", "On Tuesday Anna Berg conferred with Karim Haddad."],
        },
        Reads {
            value: "talks held -",
            sentences: &[
                "Anna Berg consulted with Karim Haddad before the vote.",
                "The envoys huddled with Anna Berg in Geneva.",
            ],
        },
    ],
    silent: &["The university conferred a degree on Anna Berg.", "He left to pursue a consulting career in Boston."],
};

/// discussed X with Y.
pub(super) const DISCUSS: Rule = Rule {
    id: "discuss-verb",
    family: Family::Meeting,
    why: "\"discuss\" is a meeting only of two named sides: with somebody, or X and Y together.",
    reads: &[Reads {
        value: "talks held -",
        sentences: &[
            "Anna Berg discussed the border crisis with Karim Haddad.",
            "Anna Berg and Karim Haddad discussed the border crisis.",
            "A spokesman said Anna Berg and Karim Haddad discussed an exchange of prisoners.",
        ],
    }],
    silent: &["Anna Berg declined to discuss the case.", "The report discussed rising prices in Norway."],
};

/// hosted, received.
pub(super) const HOST: Rule = Rule {
    id: "host-verb",
    family: Family::Meeting,
    why: "Who hosts or receives somebody meets them; a decision is welcomed and a letter received without a meeting.",
    reads: &[
        Reads {
            value: "meet held 2015-08-04",
            sentences: &[
                "President Karim Haddad received Anna Berg in Amman on Tuesday.",
                "President Karim Haddad hosted Anna Berg on Tuesday.",
                "Anna Berg was received by President Karim Haddad on Tuesday.",
            ],
        },
        Reads {
            value: "meet planned 2015-08-10",
            sentences: &["President Karim Haddad will host Anna Berg in Amman on Monday."],
        },
    ],
    silent: &[
        "Anna Berg welcomed the decision.",
        "The bank received Anna Berg's letter on Tuesday.",
        "Holders will receive a dividend in March.",
        "The talk show host left the stage.",
        "Oslo hosted the Winter Games.",
        "Anna Berg was welcomed by applause.",
    ],
};

/// visited, is to visit.
pub(super) const VISIT: Rule = Rule {
    id: "visit-verb",
    family: Family::Meeting,
    why: "Somebody visits a named place or person; sites, courts and web pages are visited without a meeting.",
    reads: &[
        Reads {
            value: "visit held 2015-05-12",
            sentences: &["Anna Berg visited Moscow on May 12.", "On May 12 President Karim Haddad visited the Austrian capital."],
        },
        Reads {
            value: "visit planned -",
            sentences: &[
                "Anna Berg is expected to visit Baghdad.",
                "Anna Berg will visit Baghdad next.",
                "The minister plans to visit Oslo.",
                "The deal can wait until Anna Berg visits Baghdad.",
            ],
        },
        Reads { value: "visit denied -", sentences: &["Anna Berg did not visit Baghdad.", "Anna Berg refused to visit Oslo."] },
    ],
    silent: &[
        "The inspectors visited nine other sites.",
        "Readers can visit the website for details.",
        "The visiting team scored twice.",
        "Nine million people visited the Louvre.",
        "The Yankees visit Boston on Friday.",
    ],
};

/// arrived in Washington to meet.
pub(super) const TRAVEL: Rule = Rule {
    id: "travel-verb",
    family: Family::Meeting,
    why: "Somebody who arrives in or flies to a place is on a visit where the sentence names whom or what for, and so is a holder of an office.",
    reads: &[
        Reads {
            value: "visit held 2015-08-07",
            sentences: &["King Omar arrived in Washington today seeking to mediate between the parties."],
        },
        Reads {
            value: "visit held -",
            sentences: &[
                "Anna Berg flew to Geneva to mediate.",
                "Anna Berg arrived in Oslo to persuade the rebels.",
                "Prime Minister Anna Berg flew to Geneva.",
            ],
        },
        Reads { value: "visit planned -", sentences: &["Anna Berg will travel to Oslo to mediate."] },
        Reads {
            value: "visit planned 2015-08-10",
            sentences: &["Norway's prime minister, Anna Berg, arrives in Geneva on Monday."],
        },
    ],
    silent: &[
        "Prime Minister Anna Berg flew back to Oslo.",
        "The storm arrived in Florida on Tuesday.",
        "Anna Berg flew to Geneva.",
        "Troops travelled to Basra by road.",
    ],
};

/// phoned, a phone call.
pub(super) const PHONE: Rule = Rule {
    id: "call-phone",
    family: Family::Meeting,
    why: "By telephone: to phone, to speak by phone, a phone call with; \"call\" alone is mostly something else.",
    reads: &[
        Reads {
            value: "call held 2015-08-04",
            sentences: &[
                "Anna Berg phoned Karim Haddad on Tuesday.",
                "Anna Berg spoke with Karim Haddad by phone on Tuesday.",
                "Anna Berg and Karim Haddad spoke by telephone on Tuesday.",
                "Anna Berg held a phone call with Karim Haddad on Tuesday.",
            ],
        },
        Reads {
            value: "call held -",
            sentences: &[
                "In a telephone conversation with Karim Haddad, Anna Berg protested.",
                "In a phone call, Anna Berg told Karim Haddad that she was sorry.",
            ],
        },
    ],
    silent: &[
        "A neighbour phoned the police.",
        "Anna Berg did not return phone calls seeking comment.",
        "Anna Berg called for calm.",
        "He called on Norway to act.",
        "The company said on a conference call that sales fell.",
    ],
};

/// invited X to Y.
pub(super) const INVITE: Rule = Rule {
    id: "invite-verb",
    family: Family::Meeting,
    why: "Somebody is invited, to a place or by name; comments and bids are invited without anybody coming.",
    reads: &[
        Reads {
            value: "invite held -",
            sentences: &[
                "Norway invited Anna Berg to Oslo.",
                "President Karim Haddad has invited the opposition groups to Amman.",
                "Anna Berg was invited to Amman by Karim Haddad.",
            ],
        },
        Reads { value: "invite planned -", sentences: &["Norway will invite Anna Berg to Oslo."] },
        Reads {
            value: "invite denied -",
            sentences: &["Norway did not invite Anna Berg.", "Norway has not invited the rebels.", "Taiwan was not invited."],
        },
    ],
    silent: &[
        "The agency invited comments on the plan.",
        "The move invited criticism from Norway.",
        "Bids were invited on Tuesday.",
    ],
};

/// signed an agreement.
pub(super) const SIGN: Rule = Rule {
    id: "agreement-signed",
    family: Family::Meeting,
    why: "Two named sides sign an agreement, treaty, accord or the like.",
    reads: &[
        Reads {
            value: "agreement held 2015-08-04",
            sentences: &[
                "Norway and Denmark signed a treaty on Tuesday.",
                "Norway signed an agreement with Denmark on Tuesday.",
                "An agreement was signed by Norway and Denmark on Tuesday.",
            ],
        },
        Reads { value: "agreement planned -", sentences: &["Norway and Denmark will sign the accord."] },
    ],
    silent: &[
        "Anna Berg signed the letter.",
        "Milton signed a letter of intent to buy the firm.",
        "The striker signed for Ajax.",
    ],
};
