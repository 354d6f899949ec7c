use serde::Deserialize;

use super::PhraseList;

/// Words that together say that somebody was hurt.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InjuryWords {
    /// "rushed": before the way to a hospital.
    pub carried: PhraseList,
    /// "sent": before those who go to a hospital.
    pub sending: PhraseList,
    /// Where the injured are taken.
    pub hospitals: PhraseList,
    /// "suffered", "with": before wounds.
    pub suffering: PhraseList,
    /// What the injured have.
    pub wounds: PhraseList,
    /// "fatal": who has such wounds is dead.
    pub fatal: PhraseList,
    /// "hit": before a part of the body, or before what flew.
    pub struck: PhraseList,
    /// Parts of the body.
    pub body: PhraseList,
    /// What flew.
    pub projectiles: PhraseList,
    /// "critical": before "condition".
    pub conditions: PhraseList,
    /// Predicates of the living who were hurt.
    pub recovering: PhraseList,
    /// "broken": before a part of the body.
    pub broken: PhraseList,
    /// "check-up": why the unharmed go to a hospital.
    pub visits: PhraseList,
    /// "seized": before hostages.
    pub seizing: PhraseList,
    /// Those in the hands of others.
    pub captives: PhraseList,
    /// "forced": before those who leave their homes.
    pub forcing: PhraseList,
    /// "to flee": what they were forced to.
    pub fleeing: PhraseList,
    /// "cost": before those who lost their lives.
    pub costing: PhraseList,
    /// "their lives".
    pub their_lives: PhraseList,
    /// "took 31 protesters into custody".
    pub custody: PhraseList,
}
