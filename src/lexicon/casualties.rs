use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};

use super::vocabulary::{Effect, Group, Scope, Severity, SourceType, vocabulary};
use super::{Listed, PhraseList, Phrases};

vocabulary! {
    /// How a word that links the victims to what happened to them grades the statement.
    Grade { Plain = "plain", Feared = "feared", Hedged = "hedged" }
}

vocabulary! {
    /// By what people come to harm, as far as one excludes the other.
    Means {
        /// From the air.
        Air = "air",
        /// Rockets and mortars from the ground.
        Rocket = "rocket",
        /// A bomb that was laid, driven or worn.
        Bomb = "bomb",
        /// Shots.
        Gun = "gun",
        /// Knives.
        Blade = "blade",
        /// Gas and poison.
        Gas = "gas",
        /// An earthquake and what it sets off.
        Quake = "quake",
        /// Wind and water.
        Storm = "storm",
        /// An illness.
        Illness = "illness",
        /// A stampede.
        Crush = "crush",
    }
}

vocabulary! {
    /// Which of the medics counts.
    Body {
        /// Those who treat the hurt.
        Hospital = "hospital",
        /// Those who dig for them.
        Rescue = "rescue",
        /// Those who drive them.
        Ambulance = "ambulance",
    }
}

/// What the casualty reader goes by. Verbs stand in the forms they are met in, nouns of people in the singular.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CasualtyWords {
    /// Participles that are also past tenses: "killed" in "were killed" and in "killed three".
    pub participles: Phrases<Effect>,
    /// Other forms that take the victims as their object: "killing", "kills", "claimed the lives of".
    pub actives: Phrases<Effect>,
    /// Verbs whose subject are the victims: "died".
    pub intransitives: Phrases<Effect>,
    /// Predicates behind the victims: "dead", "missing".
    pub adjectives: Phrases<Effect>,
    /// Nouns counted by the figure before them: "12 deaths".
    pub nouns: Phrases<Effect>,
    /// Nouns whose victims follow with "of": "the killing of three activists".
    pub acts: Phrases<Effect>,
    /// Nouns whose figure follows a verb or preposition: "the death toll rose to 58".
    pub tolls: Phrases<Effect>,
    /// A toll whose effect is that of the words before it: "bringing the total to 58".
    pub totals: PhraseList,
    /// Words right before a toll's figure: "to", "at", "reached".
    pub toll_links: PhraseList,
    /// What brings a toll to its figure: "brought to 49 the number killed".
    pub brings: PhraseList,
    /// The fallen as a group: "among the dead", "two of the wounded".
    pub fallen: Phrases<Effect>,
    /// Verbs that tell who the fallen were: "identified", "named".
    pub naming: PhraseList,
    /// What makes counted lives, bodies or people at a hospital casualties only beside certain verbs: the noun.
    pub lives: Phrases<Effect>,
    /// Verbs whose object is dead only where it is of fighters: "lost 15 soldiers".
    pub losses: PhraseList,
    /// The verbs that make lives lost.
    pub taking_lives: PhraseList,
    /// Bodies are those of the dead where they are found.
    pub bodies: PhraseList,
    /// The verbs beside which bodies are those of the dead.
    pub finding: PhraseList,
    /// Words between auxiliary and predicate: "feared dead", "reported killed".
    pub links: Phrases<Grade>,
    /// Auxiliaries that make a participle passive.
    pub passives: PhraseList,
    /// Words that open a part of the figure before them: "including", "among them".
    pub parts: PhraseList,
    /// Words between two figures of one enumeration.
    pub joints: PhraseList,
    /// Words between the figure and its noun that add nothing: "other", "innocent".
    pub extras: PhraseList,
    /// Words between a verb and the figure that is its object.
    pub fillers: PhraseList,
    /// Who killed themselves, with the words that say it: "took his own life".
    pub self_harm: Phrases<Effect>,
    /// What strikes many places at once.
    pub disasters: PhraseList,
    /// "passed": before a number, they make it the least that a toll was.
    pub exceeding: PhraseList,
    /// "prevent": they keep deaths from happening.
    pub averting: PhraseList,
    /// "in the novel": nobody died.
    pub fictions: PhraseList,
    /// "feared that": what follows is feared.
    pub fears: PhraseList,
    /// "denied that": what follows is denied.
    pub denied_reports: PhraseList,
    /// "flight", "capacity of": before a number that counts no victims.
    pub numbered: PhraseList,
    /// Nobody at all.
    pub nobody: PhraseList,
    /// Nouns of people; the table has the singular, the plural is made from it.
    #[serde(deserialize_with = "people")]
    pub victims: Phrases<Person>,
    /// Those of them that have no singular, or look like one.
    pub plurals: PhraseList,
    /// Nouns that are counted like people and are none; the plural is made from the singular.
    #[serde(deserialize_with = "things")]
    pub things: PhraseList,
    /// Words that may stand in no noun phrase.
    pub stops: PhraseList,
    /// How badly.
    pub severity: Phrases<Severity>,
    /// What killed.
    pub causes: PhraseList,
    /// By which of the means that exclude each other: "air strike", "car bomb", "flood".
    pub means: Phrases<Means>,
    /// The attackers as victims: "including the bomber".
    pub attackers: PhraseList,
    /// What a figure counts.
    pub scopes: Phrases<Scope>,
    /// Nouns for a war as a whole, which only counts since its beginning.
    pub wars: PhraseList,
    /// Superlatives: "the deadliest since 1995" counts nothing since then.
    pub records: PhraseList,
    /// Verbs of what strikes: "collapsed", "opened fire".
    pub blows: PhraseList,
    /// Who belongs to a body: "two members of the security forces".
    pub membership: PhraseList,
    /// Bodies that bear arms.
    pub armed: PhraseList,
    /// Nouns that point back to a town that was named: "in the besieged suburb".
    pub towns: PhraseList,
    /// Nouns that point back to a region that was named: "in the province".
    pub regions: PhraseList,
    /// Rivers, roads and the like: what lies at them tells more of where something happened.
    pub lines: PhraseList,
    /// Verbs with which a holder gives a toll: "put the toll at 45".
    pub giving: PhraseList,
    /// Participles with which a holder is told behind "by": "were reported by the civil defence".
    pub recorded: PhraseList,
    /// Whose claim it is that follows: "the claim by activists that".
    pub accounts: PhraseList,
    /// What stands for the holder who was named before: "the claim said".
    pub stand_ins: PhraseList,
    /// Words that lead to another incident.
    pub elsewhere: PhraseList,
    /// Words that lead back to the incident.
    pub same: PhraseList,
    /// Words that tell of an incident of the past.
    pub past: PhraseList,
    /// Prepositions before the place of an event.
    pub places: PhraseList,
    /// What kind of holder a source is, by a word of its name or title.
    pub holders: Phrases<SourceType>,
    /// Bodies of one kind of holder that are two holders all the same: a hospital and the civil defence.
    pub bodies_of: Phrases<Body>,
    /// Cues by which a holder claims rather than reports.
    pub claims: PhraseList,
    /// Cues by which a holder denies.
    pub denials: PhraseList,
    /// What makes a killing one of the future, of a threat or of a charge.
    pub unreal: PhraseList,
}

/// A noun of people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Person {
    /// The group it names.
    pub group: Group,
    /// Whether it stands in the plural.
    pub plural: bool,
}

fn people<'de, D: Deserializer<'de>>(d: D) -> Result<Phrases<Person>, D::Error> {
    let mut out = Phrases::default();
    for (group, nouns) in BTreeMap::<Group, Vec<String>>::deserialize(d)? {
        for noun in &nouns {
            out.insert(&plural(noun), Person { group, plural: true });
            out.insert(noun, Person { group, plural: false });
        }
    }
    Ok(out)
}

fn things<'de, D: Deserializer<'de>>(d: D) -> Result<PhraseList, D::Error> {
    let mut out = PhraseList::default();
    for noun in Vec::<String>::deserialize(d)? {
        out.insert(&plural(&noun), Listed);
        out.insert(&noun, Listed);
    }
    Ok(out)
}

/// The plural of an English noun with a regular one, and of those in "-man".
pub(super) fn plural(noun: &str) -> String {
    let stem = |n: usize| &noun[..noun.len() - n];
    if noun.ends_with("man") && !matches!(noun, "human" | "german" | "ottoman" | "roman") {
        format!("{}en", stem(2))
    } else if noun.ends_with('y') && !noun.ends_with(['a', 'e', 'o']) && !["ay", "ey", "oy"].iter().any(|e| noun.ends_with(e)) {
        format!("{}ies", stem(1))
    } else if ["s", "x", "ch", "sh"].iter().any(|e| noun.ends_with(e)) {
        format!("{noun}es")
    } else {
        format!("{noun}s")
    }
}
