use std::fmt;

/// How one slot of two claims compares. Unknown never matches silently.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Equal, an alias, or one contained in the other.
    Same,
    /// Provably disjoint.
    Different,
    /// One of the two does not say.
    Unknown,
}

/// A compared slot: what the sameness of two claims rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Slot {
    /// place, time, participants, cause, number, text.
    pub name: &'static str,
    /// How it compares.
    pub state: State,
    /// What it weighs for sameness: rare values much, common ones little.
    pub weight: f64,
    /// The two values, in words.
    pub note: String,
}

impl Slot {
    pub(super) fn same(name: &'static str, weight: f64, note: impl Into<String>) -> Self {
        Self { name, state: State::Same, weight, note: note.into() }
    }

    pub(super) fn different(name: &'static str, note: impl Into<String>) -> Self {
        Self { name, state: State::Different, weight: 0.0, note: note.into() }
    }

    pub(super) fn unknown(name: &'static str, note: impl Into<String>) -> Self {
        Self { name, state: State::Unknown, weight: 0.0, note: note.into() }
    }
}

impl fmt::Display for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = match self.state {
            State::Same => "same",
            State::Different => "different",
            State::Unknown => "unknown",
        };
        write!(f, "{}: {state} ({})", self.name, self.note)
    }
}

/// The weight of all slots that are the same; none where one is different.
pub(super) fn sameness(slots: &[Slot]) -> Option<f64> {
    slots.iter().all(|s| s.state != State::Different).then(|| slots.iter().map(|s| s.weight).sum())
}
