//! Nouns that report a meeting.

use crate::rule::{Family, Reads, Rule};

/// a meeting with.
pub(super) const MEETING: Rule = Rule {
    id: "meeting-noun",
    family: Family::Meeting,
    why: "A meeting of somebody, with somebody, between two.",
    reads: &[
        Reads {
            value: "meet held 2015-08-04",
            sentences: &[
                "Anna Berg held a meeting with Karim Haddad on Tuesday.",
                "Karim Haddad praised Tuesday's meeting between Norway and Denmark.",
            ],
        },
        Reads {
            value: "meet held -",
            sentences: &[
                "The shareholders approved the plan at the annual meeting.",
                "After a two-hour meeting with Karim Haddad, Anna Berg smiled.",
                "Anna Berg’s meeting with Karim Haddad lasted an hour.",
            ],
        },
        Reads {
            value: "meet planned 2015-08-10",
            sentences: &[
                "A meeting of the Security Council will be held on Monday.",
                "The meeting of the two ministers would take place on Monday.",
            ],
        },
        Reads {
            value: "meet proposed -",
            sentences: &[
                "Norway called for an emergency meeting of the Security Council.",
                "Anna Berg proposed a meeting with Karim Haddad.",
            ],
        },
        Reads {
            value: "meet cancelled -",
            sentences: &["Anna Berg cancelled a meeting with Karim Haddad.", "The meeting of the two ministers was called off."],
        },
        Reads {
            value: "meet postponed -",
            sentences: &[
                "The meeting of the two ministers has been postponed.",
                "Postponing her meeting with Karim Haddad, Anna Berg flew home.",
            ],
        },
        Reads {
            value: "meet denied -",
            sentences: &[
                "No meeting between Anna Berg and Karim Haddad took place.",
                "The meeting between Anna Berg and Karim Haddad did not take place.",
            ],
        },
    ],
    silent: &["The crowd filled the meeting hall in Oslo.", "The firm has trouble meeting deadlines."],
};

/// a session with, a closed session.
pub(super) const SESSION: Rule = Rule {
    id: "session-noun",
    family: Family::Meeting,
    why: "A session is a meeting only where it is closed, special or with somebody; markets and teams have sessions, too.",
    reads: &[Reads {
        value: "meet held -",
        sentences: &[
            "Anna Berg held a closed-door session with Karim Haddad.",
            "The Security Council held an emergency session.",
        ],
    }],
    silent: &["Shares rose in the last trading session in Tokyo.", "The team held a training session in Madrid."],
};

/// talks, negotiations, consultations.
pub(super) const TALKS: Rule = Rule {
    id: "talks-noun",
    family: Family::Meeting,
    why: "Talks, negotiations, consultations, a round of them.",
    reads: &[
        Reads {
            value: "talks held 2015-08-04",
            sentences: &[
                "Anna Berg held talks with Karim Haddad on Tuesday.",
                "The two sides kept silent about Tuesday’s talks.",
                "On Tuesday, Norway and Denmark began negotiations in Oslo.",
            ],
        },
        Reads {
            value: "talks held -",
            sentences: &["Norway is in talks with Denmark.", "Anna Berg had discussions with the rebels."],
        },
        Reads {
            value: "talks planned -",
            sentences: &["The company will open talks with its creditors.", "Anna Berg left for talks in Oslo."],
        },
        Reads {
            value: "talks proposed -",
            sentences: &[
                "Denmark urged Norway and the rebels to hold talks.",
                "Norway proposed that talks with the rebels be held in Oslo.",
                "Norway is pressing for talks with the rebels.",
                "The rebels offered to resume peace talks.",
                "The prospects for talks with Norway are poor.",
            ],
        },
        Reads {
            value: "talks cancelled -",
            sentences: &[
                "Talks between Norway and Denmark have been called off.",
                "The rebels broke off negotiations with Norway.",
                "The rebels walked away from planned talks with Norway.",
            ],
        },
        Reads {
            value: "talks postponed -",
            sentences: &[
                "Norway and its creditors put off talks.",
                "Talks between Norway and its creditors have been delayed.",
                "Norway peace talks postponed",
            ],
        },
        Reads {
            value: "talks denied -",
            sentences: &[
                "The company has not begun talks with its creditors.",
                "The rebels rejected talks with Norway.",
                "Rebels deny talks with Norway",
            ],
        },
    ],
    silent: &[
        "He talks to his neighbours every day.",
        "Anna Berg talks about her youth in Oslo.",
        "The minister talks tough on crime.",
        "Money talks in Norway.",
        "She gave a talk about birds.",
        "The radio talk show ended.",
    ],
};

/// a summit.
pub(super) const SUMMIT: Rule = Rule {
    id: "summit-noun",
    family: Family::Meeting,
    why: "A summit of leaders; mountains have summits, too.",
    reads: &[
        Reads { value: "summit held 2015-08-04", sentences: &["Anna Berg attended a summit in Brussels on Tuesday."] },
        Reads { value: "summit planned 2015-08-10", sentences: &["The leaders will hold a summit in Oslo on Monday."] },
        Reads { value: "summit postponed -", sentences: &["The summit between Norway and Denmark was postponed."] },
        Reads {
            value: "summit proposed -",
            sentences: &["A possible summit between Norway and Denmark was the talk of the day."],
        },
        Reads { value: "summit denied -", sentences: &["No summit will be held in Oslo."] },
    ],
    silent: &[
        "Two Poles died near the summit.",
        "The climbers reached the summit on Tuesday.",
        "Fog hid the summit of the mountain.",
    ],
};

/// a peace conference.
pub(super) const CONFERENCE: Rule = Rule {
    id: "conference-noun",
    family: Family::Meeting,
    why: "A conference of states or groups; a news conference is a speech.",
    reads: &[
        Reads { value: "conference held -", sentences: &["Delegates attended a peace conference in Oslo."] },
        Reads { value: "conference proposed -", sentences: &["Norway called for an emergency conference of the Arab League."] },
        Reads { value: "conference planned 2015-08-10", sentences: &["Denmark will host a donor conference on Monday."] },
    ],
    silent: &["Anna Berg told a news conference that prices fell.", "At a press conference in Oslo, Anna Berg smiled."],
};

/// X's visit to Y.
pub(super) const VISIT: Rule = Rule {
    id: "visit-noun",
    family: Family::Meeting,
    why: "A visit or trip of somebody, to a named place; hospital visits and field trips have neither.",
    reads: &[
        Reads {
            value: "visit held -",
            sentences: &[
                "Anna Berg praised the army during her visit to Iraq.",
                "Anna Berg returned from a trip to Iraq.",
                "On a visit to Iraq, Anna Berg praised the army.",
                "The Pope's visit drew huge crowds.",
            ],
        },
        Reads {
            value: "visit planned 2015-08-10",
            sentences: &["Anna Berg's visit to Iraq will begin on Monday.", "A visit by Anna Berg is planned for Monday."],
        },
        Reads { value: "visit planned -", sentences: &["The police closed roads ahead of Anna Berg's visit."] },
        Reads {
            value: "visit cancelled -",
            sentences: &[
                "Anna Berg cancelled a visit to Iraq.",
                "Anna Berg cancels Iraq visit",
                "A visit to Iraq by Anna Berg was called off.",
            ],
        },
        Reads { value: "visit denied -", sentences: &["Reports of a visit to Iraq by Anna Berg were denied."] },
    ],
    silent: &["Hospital visits fell by half.", "The class went on a field trip.", "Court visits resumed in March."],
};

/// an invitation to.
pub(super) const INVITATION: Rule = Rule {
    id: "invitation-noun",
    family: Family::Meeting,
    why: "An invitation of somebody, accepted or not.",
    reads: &[
        Reads { value: "invite held -", sentences: &["Anna Berg accepted an invitation from Karim Haddad."] },
        Reads { value: "invite denied -", sentences: &["Anna Berg rejected an invitation from Karim Haddad."] },
    ],
    silent: &["An invitation lay on the table."],
};
