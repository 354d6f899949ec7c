//! By what people came to harm, and which means exclude each other.

use crate::lexicon::Means;

/// Whether two means are hardly of one incident: gas may be dropped from the air, gunmen wear bombs, and what a quake sets off is
/// told as a flood; a rocket is no air strike, and no storm is a shooting.
#[must_use]
pub(crate) fn exclude(a: Means, b: Means) -> bool {
    use Means as M;
    let together = |x: Means, y: Means| {
        matches!((x, y), (M::Air, M::Gas) | (M::Bomb, M::Gun) | (M::Gun, M::Blade) | (M::Quake, M::Storm) | (M::Gas, M::Illness))
    };
    a != b && !together(a, b) && !together(b, a)
}

#[cfg(test)]
mod tests {
    use super::{Means, exclude};

    #[test]
    fn a_rocket_is_no_air_strike_and_gas_may_fall_from_the_air() {
        assert!(exclude(Means::Rocket, Means::Air));
        assert!(exclude(Means::Storm, Means::Gun));
        assert!(!exclude(Means::Gas, Means::Air));
        assert!(!exclude(Means::Air, Means::Air));
    }
}
