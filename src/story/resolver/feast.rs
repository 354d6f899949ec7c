use chrono::{Datelike, NaiveDate};

use super::resolve::{Resolved, Seen};
use super::years::against;
use crate::lexicon::{Feast, Turn};
use crate::value::feasts::{Feastday, days, is_american, original};

/// The day of a feast: of the year told, of last or next year, or the nearest on the side that the tense gives. A feast that
/// other countries keep on other days is left open unless the story is American.
pub(super) fn feast(feast: Feast, year: Option<i32>, turn: Option<Turn>, seen: Seen) -> Resolved {
    let open = Resolved::open("XXXX-XX-XX");
    if is_american(feast) && !seen.american {
        return open;
    }
    if let Some(year) = year {
        return days(feast, year).first().map_or(open, |found| resolved(*found, None));
    }
    if let (None, Some(day)) = (turn, original(feast)) {
        return Resolved::explicit(day.to_string());
    }
    let base = if seen.history { seen.spoken.map(|i| i.earliest) } else { seen.writing };
    let Some(base) = base else { return open };
    let near = (-1..=1).flat_map(|shift| days(feast, base.year() + shift));
    let found = match turn {
        Some(Turn::Last | Turn::Before) => near.filter(|f| f.days.latest < base).max_by_key(|f| f.days.earliest),
        Some(Turn::Next | Turn::After) => near.filter(|f| f.days.earliest > base).min_by_key(|f| f.days.earliest),
        Some(Turn::This | Turn::Same) => {
            near.filter(|f| f.days.earliest.year() == base.year()).min_by_key(|f| away(*f, base).abs())
        }
        None => near.min_by_key(|f| against(away(*f, base), seen.lean)),
    };
    found.map_or(open, |found| resolved(found, Some(base)))
}

fn resolved(found: Feastday, from: Option<NaiveDate>) -> Resolved {
    Resolved { value: found.value(), interval: Some(found.within), from }
}

/// How many days a feast lies ahead of a day; none while it lasts.
fn away(feast: Feastday, day: NaiveDate) -> i64 {
    if feast.days.latest < day { (feast.days.latest - day).num_days() } else { (feast.days.earliest - day).num_days().max(0) }
}
