//! How two incidents compare, slot by slot.

use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::Scope;
use crate::link::meetings::nearly;
use crate::link::slot::{Slot, State};
use crate::link::{Copies, Incident};
use crate::value::means;
use crate::value::place::{self, Place};

/// How the slots of two incidents compare: place and time first, then what both tell besides.
pub(in crate::link) fn compare(a: &Incident, b: &Incident, copies: &Copies, lexicon: &Lexicon) -> Vec<Slot> {
    let cumulative = a.scope == Scope::Cumulative || b.scope == Scope::Cumulative;
    if cumulative && a.scope != b.scope {
        return vec![Slot::different("scope", format!("{}, {}", a.scope, b.scope))];
    }
    let mut place = place_slot(a, b, lexicon);
    if cumulative && place.state == State::Same && is_war(a) && is_war(b) {
        place.weight = place.weight.max(WAR);
    }
    let mut time = if cumulative { since_slot(a, b) } else { time_slot(a, b) };
    let (people, number) = (people_slot(a, b), number_slot(a, b));
    // "Late on Friday" and "early on Saturday" are one night: of one victim that is one incident.
    if people.is_some() && time.state == State::Different && a.when.zip(b.when).is_some_and(|(x, y)| nearly(x, y)) {
        time = Slot::unknown("time", time.note);
    }
    let known = people.is_some() || number.as_ref().is_some_and(|s| s.weight >= TELLING);
    if time.state == State::Unknown && !known && is_of_other_news(a, b) {
        time = Slot::different("time", time.note);
    }
    let sites = if place.state == State::Unknown { sites_slot(a, b, lexicon) } else { None };
    let more = [people, ages_slot(a, b), sites, number, cause_slot(a, b, lexicon)];
    let mut slots: Vec<Slot> = [place, time].into_iter().chain(more.into_iter().flatten()).collect();
    if copies.joins(a.article, b.article) {
        slots.push(Slot::same("text", 0.4, "one article repeats the other's words"));
    }
    slots
}

/// A shared number from this weight on is hardly shared by chance.
const TELLING: f64 = 0.3;

/// A country has one war at a time whose dead are counted in thousands.
const WAR: f64 = 0.45;

fn is_war(incident: &Incident) -> bool {
    incident.figures.iter().any(|f| f.claim.low.or(f.claim.high).is_some_and(|n| n >= 1_000))
}

/// The best that two lists of places say: an incident may be put into a town and into its province.
fn place_slot(a: &Incident, b: &Incident, lexicon: &Lexicon) -> Slot {
    let pairs = a.places.iter().flat_map(|x| b.places.iter().map(move |y| (*x, *y)));
    let compared: Vec<_> = pairs.map(|(x, y)| one_place(x, y, lexicon)).collect();
    let same = compared.iter().filter(|s| s.state == State::Same).max_by(|x, y| x.weight.total_cmp(&y.weight));
    let unknown = compared.iter().find(|s| s.state == State::Unknown);
    same.or(unknown).or(compared.first()).cloned().unwrap_or_else(|| Slot::unknown("place", "one side names none"))
}

fn one_place(x: &str, y: &str, lexicon: &Lexicon) -> Slot {
    let note = if x == y { x.to_owned() } else { format!("{x}, {y}") };
    match place::relation(x, y, lexicon) {
        Place::Same | Place::Contains => Slot::same("place", place_weight(x, lexicon), note),
        Place::Contained => Slot::same("place", place_weight(y, lexicon), note),
        Place::Different => Slot::different("place", note),
        Place::Unknown => Slot::unknown("place", note),
    }
}

/// A shared country says little; a shared town something, were it a capital.
fn place_weight(place: &str, lexicon: &Lexicon) -> f64 {
    let weight = place::weight(place, lexicon);
    if weight < COUNTRY { weight } else { 0.2 + weight * 0.5 }
}

/// Countries weigh less than this, towns more.
const COUNTRY: f64 = 0.1;

fn time_slot(a: &Incident, b: &Incident) -> Slot {
    let (Some(x), Some(y)) = (a.when, b.when) else { return Slot::unknown("time", "one side is not dated") };
    let note = format!("{}, {}", show(x), show(y));
    let assumed = a.assumed || b.assumed;
    match (x.overlaps(y), assumed) {
        (true, true) => Slot::same("time", 0.3, format!("{note}, assumed from the day of the article")),
        (true, false) => {
            let weight = match x.days().max(y.days()) {
                ..=3 => 0.5,
                4..=8 => 0.35,
                _ => 0.15,
            };
            Slot::same("time", weight, note)
        }
        (false, true) => Slot::unknown("time", format!("{note}, assumed from the day of the article")),
        (false, false) => Slot::different("time", note),
    }
}

/// An incident without a day is news of its article's week; one of another month is another, unless people or figures tie the two.
fn is_of_other_news(a: &Incident, b: &Incident) -> bool {
    const DAYS: i64 = 31;
    let Some((x, y)) = a.when.zip(b.when) else { return false };
    let gap = if x.latest < y.earliest { y.earliest - x.latest } else { x.earliest - y.latest };
    (a.assumed || b.assumed) && gap.num_days() > DAYS
}

/// Two cumulative figures of one war: they begin together or do not say.
fn since_slot(a: &Incident, b: &Incident) -> Slot {
    match (a.when, b.when) {
        (Some(x), Some(y)) if (x.earliest - y.earliest).num_days().abs() > 366 => {
            Slot::different("time", format!("{}, {}", show(x), show(y)))
        }
        (Some(x), Some(y)) => Slot::same("time", 0.4, format!("{}, {}", show(x), show(y))),
        _ => Slot::same("time", 0.3, "both count from the beginning"),
    }
}

/// Victims and suspects of one name: few incidents share one, and hardly any two.
fn people_slot(a: &Incident, b: &Incident) -> Option<Slot> {
    let shared: Vec<&str> = a.people.iter().copied().filter(|p| b.people.contains(p)).collect();
    let weight = if shared.len() > 1 { 0.6 } else { 0.45 };
    (!shared.is_empty()).then(|| Slot::same("people", weight, shared.join(", ")))
}

/// Two children of one age are shot less often than two people.
fn ages_slot(a: &Incident, b: &Incident) -> Option<Slot> {
    let shared: Vec<String> = a.ages.iter().filter(|n| b.ages.contains(n)).map(ToString::to_string).collect();
    let weight = if shared.len() > 1 { 0.3 } else { 0.2 };
    (!shared.is_empty()).then(|| Slot::same("ages", weight, shared.join(", ")))
}

/// Where the figures do not tell the place: the rarest one that both heads name.
fn sites_slot(a: &Incident, b: &Incident, lexicon: &Lexicon) -> Option<Slot> {
    const SITE: f64 = 0.4;
    let shared = a.sites.iter().filter(|s| b.sites.contains(s)).map(|s| (*s, place::weight(s, lexicon)));
    let (site, weight) = shared.max_by(|x, y| x.1.total_cmp(&y.1))?;
    Some(Slot::same("sites", weight * SITE, site))
}

fn number_slot(a: &Incident, b: &Incident) -> Option<Slot> {
    let shared = a.compared().iter().flat_map(|x| b.compared().iter().map(move |y| (x.claim, y.claim)));
    let best = shared
        .filter(|(x, y)| x.effect == y.effect && x.number.is_some() && x.number == y.number)
        .filter_map(|(x, _)| x.number)
        .max()?;
    let round = best >= 10 && best % 10 == 0;
    let weight = match best {
        0..=1 => 0.0,
        2..=3 => 0.1,
        4..=9 => 0.2,
        1_000.. => 0.5,
        _ if round => 0.3,
        _ => 0.4,
    };
    (weight > 0.0).then(|| Slot::same("number", weight, best.to_string()))
}

/// The same word for the cause says a little; means that exclude each other tell two incidents apart.
fn cause_slot(a: &Incident, b: &Incident, lexicon: &Lexicon) -> Option<Slot> {
    let causes =
        |i: &Incident| i.figures.iter().filter_map(|f| f.claim.cause.as_deref().map(str::to_lowercase)).collect::<Vec<_>>();
    let (left, right) = (causes(a), causes(b));
    let (x, y) = (left.first()?, right.first()?);
    let one = |cause: &String| lexicon.casualties.means.longest(cause.split_whitespace()).map(|(_, m)| *m);
    let means = |all: &[String]| all.iter().filter_map(one).collect::<Vec<_>>();
    let (by, with) = (means(&left), means(&right));
    let apart = !by.is_empty() && !with.is_empty() && by.iter().all(|m| with.iter().all(|n| means::exclude(*m, *n)));
    if apart {
        return Some(Slot::different("cause", format!("{x}, {y}")));
    }
    (x == y).then(|| Slot::same("cause", 0.15, x.as_str()))
}

fn show(when: crate::value::Interval) -> String {
    if when.earliest == when.latest { when.earliest.to_string() } else { format!("{}/{}", when.earliest, when.latest) }
}
