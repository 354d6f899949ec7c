//! Victims named one after the other: "Killed were Ahmed Saleh, 34, Maria Lopez, 27, and Tom Berg, 51." counts three.
//!
//! A list is counted as one figure, of its own rule. Where the article has told of more, it is a part of them; where it has told
//! of as many, it is the same toll. What a list may leave out is not guessed: a capital that is read as nobody, as no place and
//! as no body ends it without a claim.

use super::among::BACK;
use super::attach::Hit;
use super::rules;
use super::scene::Scene;
use super::victims::{Counting, Victims};
use crate::claim::record::CasualtyClaim;
use crate::lexicon::kinds::SPEECH;
use crate::lexicon::vocabulary::{Bound, Effect, Group, NameType};
use crate::text::{Run, TokenKind};
use crate::value::Count;

/// So many words may stand between who is listed and the verb: "killed in the crash near the border on Monday were".
const HEAD: usize = 10;
/// So many between two of a list: ", 34, a teacher from the town of Marren, and".
const ITEM: usize = 16;

/// A list of people to whom one thing happened.
pub(super) struct NamedList {
    /// The words before it: "killed were", "the dead were identified as".
    pub(super) head: Run,
    /// Its people, as indices of the sentence's figures.
    pub(super) members: Vec<usize>,
    /// All of them as one figure.
    pub(super) victims: Victims,
    effect: Effect,
    /// "victims": what happened to them was told before.
    open: bool,
    /// "included": there are more.
    partial: bool,
}

/// What stands before a list.
struct Head {
    run: Run,
    effect: Effect,
    open: bool,
    partial: bool,
}

/// The list of names of a sentence, if it is one of the fallen.
pub(super) fn find(scene: &Scene, figures: &[Victims]) -> Option<NamedList> {
    let head = head(scene)?;
    let members = members(scene, figures, head.run.end)?;
    let (first, last) = (figures[members[0]].run, figures[*members.last()?].run);
    let run = first.cover(last);
    let n = members.iter().try_fold(0_i64, |sum, &v| sum.checked_add(figures[v].count.number?))?;
    let victims = Victims {
        run,
        noun: Some(run),
        group: Group::Unknown,
        count: Count::new(n, Bound::Exact),
        counting: Counting::Figure,
        ..figures[members[0]]
    };
    Some(NamedList { head: head.run, members, victims, effect: head.effect, open: head.open, partial: head.partial })
}

impl NamedList {
    /// The list as a figure, with the id of the claim that it is a part of; none where nothing told what happened to the victims.
    pub(super) fn hit(&self, told: &[CasualtyClaim]) -> Option<(Hit, Option<String>)> {
        let n = self.victims.count.number?;
        let wholes = || told.iter().rev().take(BACK).filter(|c| c.part_of.is_none() && !c.negated && c.high != Some(0));
        let effect = if self.open { victims_of(n, wholes().filter(|c| HARM.contains(&c.effect)))? } else { self.effect };
        let same = || wholes().filter(|c| c.effect == effect && !c.is_individual());
        let more = |c: &&CasualtyClaim| c.low.is_some_and(|low| low > n);
        let again = !self.partial && same().any(|c| c.number == Some(n));
        let whole = if again { None } else { same().find(more).map(|c| c.id.clone()) };
        if self.partial && whole.is_none() {
            return None;
        }
        let run = self.head.cover(self.victims.run);
        Some((Hit { victims: self.members[0], trigger: None, effect, run, whole: None, rule: &rules::LIST }, whole))
    }
}

/// What makes victims.
const HARM: [Effect; 3] = [Effect::Killed, Effect::Injured, Effect::Casualties];

/// What happened to so many "victims": what was told last of as many, or else the one thing that was told of anybody.
fn victims_of<'c>(n: i64, told: impl Iterator<Item = &'c CasualtyClaim>) -> Option<Effect> {
    let told: Vec<&CasualtyClaim> = told.collect();
    let as_many = told.iter().find(|c| c.number == Some(n));
    let counted: Vec<_> = told.iter().filter(|c| !c.is_individual()).collect();
    let first = counted.first().copied().or(told.first())?;
    let alone = if counted.is_empty() {
        told.iter().all(|c| c.effect == first.effect)
    } else {
        counted.iter().all(|c| c.effect == first.effect)
    };
    as_many.map(|c| c.effect).or(alone.then_some(first.effect))
}

fn head(scene: &Scene) -> Option<Head> {
    let start = scene.run.start + usize::from(matches!(scene.lower(scene.run.start), "also" | "among"));
    let said = |i: usize| (scene.is(i, SPEECH) || scene.lower(i) == "that").then(|| fallen(scene, i + 1)).flatten();
    let inside = |i: usize| identified(scene, i).or_else(|| said(i));
    predicate(scene, start).or_else(|| fallen(scene, start)).or_else(|| scene.run.iter().find_map(inside))
}

/// "Killed were", "Killed in the crash on Monday were".
fn predicate(scene: &Scene, start: usize) -> Option<Head> {
    let (n, effect) = scene.predicate(start)?;
    let end = over(scene, start + n);
    let behind = copula(scene, end).or((scene.lower(end) == ":").then_some(end + 1))?;
    Some(Head { run: Run::new(start, behind), effect, open: false, partial: false })
}

/// "The dead:", "The victims were", "Those killed were identified by police as", "Among the dead were".
fn fallen(scene: &Scene, start: usize) -> Option<Head> {
    let named = |at: usize| scene.value(&scene.words.fallen, at).map(|(n, effect)| (at, n, effect));
    let (at, n, effect) = named(start).or_else(|| named(start + 1).filter(|_| scene.lower(start) == "the"))?;
    let end = over(scene, at + n);
    let included = matches!(scene.lower(end), "include" | "included" | "includes");
    let partial = included || scene.before(start) == "among";
    let behind = match copula(scene, end) {
        Some(verb) => identified_as(scene, verb).unwrap_or(verb),
        None if included || scene.lower(end) == ":" => end + 1,
        None => return None,
    };
    Some(Head { run: Run::new(start, behind), effect, open: scene.lower(at) == "victims", partial })
}

/// "Police identified the victims as".
fn identified(scene: &Scene, verb: usize) -> Option<Head> {
    if !scene.words.naming.has(scene.key(verb)) || verb == scene.run.start {
        return None;
    }
    let at = verb + 1 + usize::from(scene.lower(verb + 1) == "the");
    let (n, effect) = scene.value(&scene.words.fallen, at)?;
    let end = over(scene, at + n);
    let told = scene.lower(end) == "as" && copula(scene, verb - 1).is_none();
    told.then_some(Head { run: Run::new(verb, end + 1), effect, open: scene.lower(at) == "victims", partial: false })
}

/// "identified by the police on Friday as": the token behind.
fn identified_as(scene: &Scene, at: usize) -> Option<usize> {
    let verb = at + usize::from(scene.is_adverb(at));
    if !scene.words.naming.has(scene.key(verb)) {
        return None;
    }
    let end = over(scene, verb + 1);
    (scene.lower(end) == "as").then_some(end + 1)
}

/// Over "were" and "have been".
fn copula(scene: &Scene, at: usize) -> Option<usize> {
    match scene.lower(at) {
        "were" | "are" | "was" => Some(at + 1),
        "have" | "had" if scene.lower(at + 1) == "been" => Some(at + 2),
        _ => None,
    }
}

/// Over "in the crash on Monday": to the first verb or mark, or to "as".
fn over(scene: &Scene, at: usize) -> usize {
    let stop = scene.run.end.min(at + HEAD);
    let ends =
        |&i: &usize| !(scene.is_word(i) || scene.in_date(i)) || scene.verb(i).is_some() || matches!(scene.lower(i), "as" | "who");
    let included = |&i: &usize| matches!(scene.lower(i), "include" | "included" | "includes");
    (at..stop).find(|i| ends(i) || included(i)).unwrap_or(stop)
}

/// The people enumerated from a token on; none where it is not clear who belongs to them.
fn members(scene: &Scene, figures: &[Victims], from: usize) -> Option<Vec<usize>> {
    let first = figures.iter().position(|v| v.run.start >= from)?;
    let role = Run::new(from, figures[first].run.start);
    if !is_person(&figures[first]) || !role.iter().all(|i| is_role(scene, i)) {
        return None;
    }
    let mut out = vec![first];
    // The list goes to the last "and"; behind it a name is that of who speaks.
    let mut closed = None;
    let mut end = figures[first].run.end;
    for (v, victims) in figures.iter().enumerate().skip(first + 1) {
        // "Ahmed Saleh (34)": an age.
        if scene.before(victims.run.start) == "(" && scene.lower(victims.run.end) == ")" && victims.noun.is_none() {
            continue;
        }
        let gap = Run::new(end, victims.run.start);
        // "the mayor, Omar Haddad, and a driver": one person or two.
        let told = out.last().is_some_and(|&last| figures[last].counting != Counting::Named);
        if told && victims.counting == Counting::Named && gap.len() == 1 && scene.lower(gap.start) == "," {
            return None;
        }
        if !(is_person(victims) || is_counted(victims)) || !is_gap(scene, gap) {
            break;
        }
        let joint = gap.iter().rev().find(|&i| !is_role(scene, i)).map_or("", |i| scene.lower(i));
        let joins = matches!(joint, "and" | "&" | ";");
        if closed.is_some() && !joins {
            break;
        }
        out.push(v);
        end = victims.run.end;
        if joins {
            closed = Some(out.len());
        }
    }
    out.truncate(closed.unwrap_or(out.len()));
    let named = out.iter().filter(|&&v| figures[v].counting == Counting::Named).count();
    (named > 1 && is_end(scene, &figures[*out.last()?], closed.is_some())).then_some(out)
}

/// One person: by name, or as "his wife".
fn is_person(victims: &Victims) -> bool {
    matches!(victims.counting, Counting::Named | Counting::Definite | Counting::Singular)
        && victims.count.number == Some(1)
        && victims.group != Group::Attacker
}

/// "and two children".
fn is_counted(victims: &Victims) -> bool {
    victims.counting == Counting::Figure && victims.known && victims.count.number.is_some() && victims.count.bound == Bound::Exact
}

/// "driver Tom Berg": a word that may stand right before a name.
fn is_role(scene: &Scene, i: usize) -> bool {
    scene.is_content(i) || scene.people(i).is_some_and(|(_, group)| group != Group::Attacker)
}

/// Whether what stands between two names says no more than who they are, and joins them.
fn is_gap(scene: &Scene, gap: Run) -> bool {
    let opens = matches!(scene.lower(gap.start), "," | "and" | "&" | ";" | "of" | "from" | "(");
    let joins = gap.iter().any(|i| matches!(scene.lower(i), "," | "and" | "&" | ";"));
    // "Ahmed Saleh, Zhok, and Tom Berg": a word by itself is one more name.
    let words = gap.iter().find(|&i| scene.is_word(i) && scene.lower(i) != "and");
    let alone = words.is_some_and(|i| scene.page.tokens[i].capital);
    opens && joins && !alone && gap.len() <= ITEM && gap.iter().all(|i| is_aside(scene, i))
}

/// Whether a token may stand in what is said of somebody in a list: no verb, no other name but of places and bodies.
fn is_aside(scene: &Scene, i: usize) -> bool {
    let attacker = scene.people(i).is_some_and(|(_, group)| group == Group::Attacker);
    let capital = scene.page.tokens[i].capital && scene.is_word(i);
    let mark = scene.page.kind(i) == Some(TokenKind::Mark) || matches!(scene.lower(i), ":" | "—" | "–");
    !attacker && !mark && scene.verb(i).is_none() && !scene.is(i, SPEECH) && (!capital || is_named_thing(scene, i))
}

/// A token of the name of a place or a body.
fn is_named_thing(scene: &Scene, i: usize) -> bool {
    let names = scene.story.mentions();
    let name = names[..names.partition_point(|n| n.full.start <= i)].last();
    name.is_some_and(|n| (n.full.has(i) || n.run.has(i)) && matches!(n.kind, NameType::Loc | NameType::Org))
}

/// Whether the list stops behind its last name: the sentence does, or what follows is no further item.
fn is_end(scene: &Scene, last: &Victims, closed: bool) -> bool {
    // "and their son, Peter Saleh, 4": the name is read with him.
    let names = scene.story.mentions();
    let behind = last.run.end + usize::from(scene.lower(last.run.end) == ",");
    let own = names.binary_search_by_key(&behind, |n| n.full.start).ok().filter(|_| last.counting == Counting::Definite);
    let rest = scene.from(own.map_or(last.run.end, |n| names[n].full.end.max(names[n].run.end)));
    let attacker = |i: usize| scene.people(i).is_some_and(|(_, group)| group == Group::Attacker);
    let speaks = |i: usize| scene.is(i, SPEECH) || scene.lower(i) == "according";
    // Without an "and" the sentence must end with the list, over an age and where somebody is from.
    if !closed {
        return rest.len() <= ITEM && rest.iter().all(|i| is_aside(scene, i) && !matches!(scene.lower(i), "and" | "&"));
    }
    let item = || rest.iter().take(ITEM).take_while(|&i| scene.verb(i).is_none() && !speaks(i) && !attacker(i));
    rest.iter().take(ITEM).any(speaks) || item().all(|i| is_aside(scene, i))
}
