//! What a rule makes of the print: each claim with the figure that the rule's codebook would write down.

use crate::claim::record::CasualtyClaim;
use crate::lexicon::TollCodes;
use crate::lexicon::vocabulary::{Bound, TollCoding};

/// The claims of the scopes that a rule takes, with its figures.
pub(in crate::report) fn coded(claims: &[&CasualtyClaim], codes: &TollCodes) -> Vec<CasualtyClaim> {
    claims.iter().filter(|c| codes.scopes.contains(&c.scope)).map(|c| one(c, codes)).collect()
}

fn one(claim: &CasualtyClaim, codes: &TollCodes) -> CasualtyClaim {
    let bound = bound(claim);
    let (number, low, high) = match codes.coding(bound) {
        _ if bound == Bound::Vague && word(claim, codes).is_some() => figure(word(claim, codes)),
        TollCoding::Printed => figure(claim.number.or(claim.low)),
        TollCoding::Least => figure(claim.low.or(claim.number)),
        TollCoding::Greatest => figure(claim.high.or(claim.number)),
        // "fewer than 20" prints a number that is no longer allowed.
        TollCoding::Interval => (claim.number.map(|n| claim.high.map_or(n, |h| n.min(h))), claim.low, claim.high),
        TollCoding::Blank => (None, None, None),
    };
    CasualtyClaim { number, low, high, bound, ..claim.clone() }
}

/// A vague word stays one under a bound: "at least several dozen".
fn bound(claim: &CasualtyClaim) -> Bound {
    if claim.number.is_none() && claim.bound != Bound::Range { Bound::Vague } else { claim.bound }
}

fn word(claim: &CasualtyClaim, codes: &TollCodes) -> Option<i64> {
    codes.word(claim.low, claim.high)
}

const fn figure(n: Option<i64>) -> (Option<i64>, Option<i64>, Option<i64>) {
    (n, n, n)
}

#[cfg(test)]
mod tests {
    use crate::claim::extract;
    use crate::lexicon::Lexicon;
    use crate::lexicon::vocabulary::{Kind, TollRule};
    use crate::text::Article;

    /// The figure of the only claim of a sentence as `low best high`.
    fn read(sentence: &str, rule: TollRule) -> String {
        let lexicon = Lexicon::english();
        let claims = extract(&[Article::new("a", sentence)], &[Kind::Casualty], lexicon).unwrap();
        let told: Vec<_> = claims.casualties.iter().collect();
        let made = super::coded(&told, lexicon.toll_rules.codes(rule).unwrap());
        let n = |n: Option<i64>| n.map_or_else(|| "-".to_owned(), |n| n.to_string());
        made.iter().map(|c| format!("{} {} {}", n(c.low), n(c.number), n(c.high))).collect::<Vec<_>>().join(" + ")
    }

    #[test]
    fn each_rule_codes_the_print_its_own_way() {
        for (sentence, ucdp, acled, gtd, airwars) in [
            ("Nine miners were killed.", "9 9 9", "9 9 9", "9 9 9", "9 9 9"),
            ("At least 11 miners were killed.", "11 11 11", "11 11 11", "11 11 11", "11 11 -"),
            ("More than 40 miners were killed.", "41 41 41", "41 41 41", "41 41 41", "41 40 -"),
            ("Up to 15 miners were killed.", "0 15 15", "15 15 15", "15 15 15", "0 15 15"),
            ("Fewer than 20 miners were killed.", "0 19 19", "19 19 19", "19 19 19", "0 19 19"),
            ("About 50 miners were killed.", "50 50 50", "50 50 50", "50 50 50", "45 50 55"),
            ("Between 10 and 15 miners were killed.", "10 - 15", "10 10 10", "10 10 10", "10 - 15"),
            ("Several miners were killed.", "2 2 2", "10 10 10", "- - -", "2 - -"),
            ("Tens of miners were killed.", "20 20 20", "10 10 10", "- - -", "20 - 99"),
            ("Dozens of miners were killed.", "24 24 24", "12 12 12", "- - -", "24 - 99"),
            ("Hundreds of miners were killed.", "200 200 200", "100 100 100", "- - -", "200 - 999"),
        ] {
            let found = [TollRule::Ucdp, TollRule::Acled, TollRule::Gtd, TollRule::Airwars].map(|rule| read(sentence, rule));
            assert_eq!(found, [ucdp, acled, gtd, airwars], "{sentence}");
        }
    }

    #[test]
    fn a_war_is_no_incident() {
        let sentence = "More than 220,000 people have been killed since the war began in 2011.";
        assert_eq!(read(sentence, TollRule::Ucdp), "");
    }
}
