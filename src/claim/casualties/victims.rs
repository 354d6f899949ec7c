//! Who is counted: figures with their nouns. Who is told without a figure stands in [`super::singles`].

use super::appositions;
use super::foreign::is_foreign;
use super::multiples::{Times, multiple};
use super::phrase::{Noun, age, noun};
use super::scene::Scene;
use super::singles::{named, single, uncounted};
use crate::lexicon::vocabulary::{Bound, Effect, Group};
use crate::read::numbers::Number;
use crate::text::Run;
use crate::value::Count;

/// How a phrase counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Counting {
    /// "at least 19 civilians", "19".
    Figure,
    /// "a 34-year-old man".
    Singular,
    /// "the driver".
    Definite,
    /// "a third person".
    Ordinal,
    /// "no one", "no civilians".
    Nobody,
    /// A person's name.
    Named,
    /// "he", "she".
    Pronoun,
}

/// A count with its noun.
#[derive(Debug, Clone, Copy)]
pub(super) struct Victims {
    /// From the bound word to the last word of the noun.
    pub(super) run: Run,
    /// The noun phrase alone; none for a bare figure.
    pub(super) noun: Option<Run>,
    pub(super) group: Group,
    pub(super) count: Count,
    pub(super) counting: Counting,
    /// The noun is known to name people.
    pub(super) known: bool,
    /// "eight dead civilians": the effect stands inside, at this token.
    pub(super) inner: Option<(usize, Effect)>,
    /// "14 of the victims", "two of them".
    pub(super) partitive: bool,
    /// "twice as many": of a figure told before, from which the count follows.
    pub(super) times: Option<Times>,
}

/// Every count of people of a sentence, in order.
pub(super) fn victims(scene: &Scene) -> Vec<Victims> {
    let mut out: Vec<Victims> = Vec::new();
    let mut numbers = scene.numbers().iter().peekable();
    let mut i = scene.run.start;
    while i < scene.run.end {
        while numbers.peek().is_some_and(|n| n.run.start < i) {
            numbers.next();
        }
        let found = match numbers.peek() {
            _ if let Some(multiple) = multiple(scene, i) => Some(multiple),
            Some(number) if number.run.start == i => {
                let found = counted(scene, number);
                i = number.run.end;
                found
            }
            _ => uncounted(scene, i),
        };
        if let Some(victims) = found {
            i = i.max(victims.run.end);
            out.push(victims);
        } else if numbers.peek().is_none_or(|n| n.run.end != i) {
            i += 1;
        }
    }
    appositions::fold(scene, &out)
}

/// A figure with its noun; none where the figure counts no people.
fn counted(scene: &Scene, number: &Number) -> Option<Victims> {
    let figure = number.figure;
    if age(scene, figure.start) > figure.start {
        return aged(scene, number);
    }
    if is_foreign(scene, figure) {
        return None;
    }
    let after = number.run.end;
    let mut bare = Victims {
        run: number.run,
        noun: None,
        group: Group::Unknown,
        count: number.count,
        counting: Counting::Figure,
        known: false,
        inner: None,
        partitive: false,
        times: None,
    };
    let (start, partitive) = partitive(scene, after);
    // "Two of the 300 passengers": the noun stands behind the number of all.
    let start = scene.number_over(start).filter(|_| partitive).map_or(start, |all| all.run.end);
    // "All but two of the 30 passengers".
    let all = scene.number_over(self::partitive(scene, after).0).filter(|_| partitive).and_then(|n| n.count.number);
    let first = number.run.start;
    let but = scene.before(first) == "but" && scene.before(first - 1) == "all";
    if let (true, Some(all), Some(n)) = (but, all, number.count.number)
        && all > n
    {
        bare.count = Count::new(all - n, Bound::Exact);
        bare.run = Run::new(first - 2, number.run.end);
    }
    // "one of them a priest".
    let start = start + usize::from(partitive && matches!(scene.lower(start), "a" | "an"));
    match noun(scene, start) {
        Noun::Thing => None,
        Noun::None => Some(Victims { run: Run::new(bare.run.start, if partitive { start } else { after }), partitive, ..bare }),
        Noun::People { run, group, known, inner } => {
            let group = if is_armed(scene, run.end) { Group::Combatant } else { group };
            Some(Victims { run: Run::new(bare.run.start, run.end), noun: Some(run), group, known, inner, partitive, ..bare })
        }
    }
}

/// "two members of the security forces", "three men of the border guard".
fn is_armed(scene: &Scene, behind: usize) -> bool {
    const NAME: usize = 7;
    let member = behind > scene.run.start && scene.words.membership.has(scene.key(behind - 1));
    let name = behind + 1..scene.run.end.min(behind + 1 + NAME);
    let mut name = name.take_while(|&i| scene.verb(i).is_none() && !matches!(scene.lower(i), "," | "and" | "who" | "in" | "at"));
    member && scene.lower(behind) == "of" && name.any(|i| scene.words.armed.has(scene.key(i)))
}

/// "7-year-old Mia Torres", "7-year-old girl" without an article: one person.
fn aged(scene: &Scene, number: &Number) -> Option<Victims> {
    let start = number.figure.start;
    let one = single(start);
    let behind = age(scene, start);
    let noun = noun(scene, start);
    if matches!(noun, Noun::Thing) {
        return None;
    }
    if let Some(named) = named(scene, behind, one) {
        return Some(Victims { run: Run::new(start, named.run.end), ..named });
    }
    match noun {
        Noun::People { run, group, known: true, inner } if !scene.is_plural(run.end - 1) => {
            Some(Victims { run, noun: Some(run), group, inner, ..one })
        }
        // "2-Year-Old Shot", "2-year-old in critical condition".
        _ => Some(Victims { run: Run::new(start, behind), ..one }),
    }
}

/// Over the "of" behind a figure: where the noun begins, and whether the figure is a part ("14 of the victims").
pub(super) fn partitive(scene: &Scene, after: usize) -> (usize, bool) {
    if scene.lower(after) != "of" {
        return (after, false);
    }
    match scene.lower(after + 1) {
        "the" | "those" | "these" | "his" | "her" | "its" | "their" | "whom" | "them" | "our" | "which" => (after + 2, true),
        _ => (after + 1, false),
    }
}
