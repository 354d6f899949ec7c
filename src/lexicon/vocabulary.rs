//! The closed vocabularies: every value that a column of the tables may take.

/// Declares an enum whose variants have one printed name each, with its parser and the list of all.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Deserialize)]
        pub enum $name { $($(#[$vdoc])* #[doc = concat!("`", $word, "`")] #[serde(rename = $word)] $variant),+ }

        impl $name {
            /// Every value, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The value as it stands in a table.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = crate::error::Error;

            fn from_str(word: &str) -> Result<Self, Self::Err> {
                Self::ALL.iter().copied().find(|v| v.as_str() == word).ok_or_else(|| {
                    let known: Vec<_> = Self::ALL.iter().map(|v| v.as_str()).collect();
                    crate::error::Error::value(format!(
                        "{word:?} is no {}; it is one of {}", stringify!($name), known.join(", ")
                    ))
                })
            }
        }
    };
}

vocabulary! {
    /// The kinds of claim.
    Kind { Casualty = "casualty", Meeting = "meeting", Quote = "quote", Date = "date", Name = "name" }
}
vocabulary! {
    /// What an article is to the check.
    Role { Report = "report", Source = "source", Coded = "coded" }
}
vocabulary! {
    /// How exactly a publication time is known.
    Precision { Day = "day", Minute = "minute" }
}
vocabulary! {
    /// What a stamp printed in the text says of itself.
    StampKind { Published = "published", Updated = "updated" }
}
vocabulary! {
    /// Where the date that anchors relative dates comes from, best first.
    AnchorQuality {
        Dateline = "dateline", Published = "published", Stamp = "stamp", Url = "url", UpdatedStamp = "updated_stamp",
        Crawl = "crawl", Inherited = "inherited", None = "none",
    }
}
vocabulary! {
    /// The TIMEX3 types.
    TimexType { Date = "DATE", Time = "TIME", Duration = "DURATION", Set = "SET" }
}
vocabulary! {
    /// How a name is mentioned.
    Mention { Proper = "proper", Nominal = "nominal", Pronoun = "pronoun" }
}
vocabulary! {
    /// Grammatical gender, where the text shows it.
    Gender {
        /// he, Mr, spokesman.
        Male = "male",
        /// she, Mrs, spokeswoman.
        Female = "female",
        /// Not shown.
        Unknown = "unknown",
    }
}
vocabulary! {
    /// The types of names.
    NameType { Person = "PERSON", Org = "ORG", Loc = "LOC" }
}
vocabulary! {
    /// What a name of a place stands for in its clause.
    ActsAs { Government = "government", Place = "place" }
}
vocabulary! {
    /// What happened to the victims.
    Effect {
        Killed = "killed", Injured = "injured", Missing = "missing", Displaced = "displaced",
        Detained = "detained", Abducted = "abducted", Casualties = "casualties",
    }
}
vocabulary! {
    /// How a printed number bounds the true one.
    Bound {
        Exact = "exact", AtLeast = "at_least", MoreThan = "more_than", AtMost = "at_most",
        LessThan = "less_than", About = "about", Range = "range", Vague = "vague",
    }
}
vocabulary! {
    /// Who the victims are.
    Group {
        Civilian = "civilian", Combatant = "combatant", Child = "child", Woman = "woman", Man = "man", Attacker = "attacker",
        Official = "official", Journalist = "journalist", AidWorker = "aid_worker", Unknown = "unknown",
    }
}
vocabulary! {
    /// How badly the injured are hurt.
    Severity { Critical = "critical", Serious = "serious", Slight = "slight" }
}
vocabulary! {
    /// Whether attackers are counted in a toll.
    Attackers { In = "in", Out = "out", Unknown = "unknown" }
}
vocabulary! {
    /// What a figure counts.
    Scope { Incident = "incident", Period = "period", Cumulative = "cumulative" }
}
vocabulary! {
    /// How a claim is put.
    Asserted {
        Fact = "fact", Claimed = "claimed", Feared = "feared", Planned = "planned",
        Hypothetical = "hypothetical", Denied = "denied",
    }
}
vocabulary! {
    /// What kind of holder stands behind a claim.
    SourceType {
        Party = "party", Monitor = "monitor", Official = "official", Medic = "medic", Media = "media", Witness = "witness",
    }
}
vocabulary! {
    /// The rules that tolls are made by.
    TollRule { Wirecheck = "wirecheck", Ucdp = "ucdp", Acled = "acled", Gtd = "gtd", Airwars = "airwars" }
}
vocabulary! {
    /// How a rule of tolls turns the print into a figure.
    TollCoding {
        /// The number as it stands.
        Printed = "printed",
        /// The lower end of what the words allow.
        Least = "least",
        /// The upper end of what the words allow.
        Greatest = "greatest",
        /// Both ends as they are.
        Interval = "interval",
        /// No figure.
        Blank = "blank",
    }
}
vocabulary! {
    /// The side that a fighter's noun tells.
    Side {
        /// soldier, policeman.
        State = "state",
        /// rebel, militant.
        Opposition = "opposition",
    }
}
vocabulary! {
    /// How well civilian harm is reported, in the words of Airwars.
    Grading {
        Confirmed = "confirmed", Fair = "fair", Weak = "weak", Contested = "contested", Discounted = "discounted",
    }
}
vocabulary! {
    /// The kinds of meeting.
    MeetingKind {
        Meet = "meet", Talks = "talks", Visit = "visit", Call = "call", Summit = "summit",
        Conference = "conference", Invite = "invite", Agreement = "agreement",
    }
}
vocabulary! {
    /// Whether a meeting took place.
    Status {
        Held = "held", Planned = "planned", Proposed = "proposed", Postponed = "postponed",
        Cancelled = "cancelled", Denied = "denied",
    }
}
vocabulary! {
    /// The kinds of quotation.
    QuoteKind {
        Direct = "direct", Indirect = "indirect", Mixed = "mixed", Scare = "scare", Title = "title", Headline = "headline",
    }
}
vocabulary! {
    /// Why a sentence with a trigger gave no claim.
    UnreadReason {
        Age = "age", Capacity = "capacity", NoAttachment = "no attachment", Ambiguous = "ambiguous", Hypothetical = "hypothetical",
    }
}
vocabulary! {
    /// How two claims stand to each other.
    Verdict {
        Agrees = "agrees", Refines = "refines", Updates = "updates", Conflicts = "conflicts",
        Unrelated = "unrelated", Undecidable = "undecidable",
    }
}
vocabulary! {
    /// Between whom a relation stands.
    Between { Articles = "articles", Holders = "holders", Versions = "versions", Within = "within" }
}
vocabulary! {
    /// How grave a finding is. The exit status of the command looks at errors.
    FindingSeverity { Error = "error", Warning = "warning", Note = "note" }
}

pub(crate) use vocabulary;
