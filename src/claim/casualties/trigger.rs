//! The words that say what happened.

use super::injury::compound;
use super::multiples::is_multiplied;
use super::scene::Scene;
use crate::lexicon::Grade;
use crate::lexicon::VerbForm;
use crate::lexicon::harm_starts::{APART, COMPOUND, IN, TOTAL, WORD};
use crate::lexicon::vocabulary::Effect;
use crate::text::Run;

/// How a trigger takes its victims.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// "were killed": the subject.
    Passive,
    /// "died", "are dead": the subject.
    Intransitive,
    /// "killed three", "killing three": the object.
    Active,
    /// "19 wounded", "and 13 others injured": the figure right before it, or else the object.
    Bare,
    /// "12 deaths": the figure before it.
    Noun,
    /// "the killing of three activists": what follows "of".
    Act,
    /// "the death toll rose to 58".
    Toll,
}

/// A word that says what happened to somebody.
#[derive(Debug, Clone, Copy)]
pub(super) struct Trigger {
    pub(super) run: Run,
    /// With the auxiliaries and links before it ("have been", "are feared").
    pub(super) chain: Run,
    pub(super) effect: Effect,
    pub(super) form: Form,
    /// "feared dead", "reported killed".
    pub(super) grade: Grade,
    /// An infinitive, a threat, a condition: not told as having happened.
    pub(super) unreal: bool,
    /// "were not killed".
    pub(super) negated: bool,
}

/// Every trigger of a sentence, in order, not overlapping.
pub(super) fn triggers(scene: &Scene) -> Vec<Trigger> {
    let mut out: Vec<Trigger> = Vec::new();
    let mut i = scene.run.start;
    while i < scene.run.end {
        let begins = scene.begins(i);
        if let Some(t) = (begins & (WORD | COMPOUND | IN) != 0).then(|| trigger(scene, i, begins)).flatten() {
            i = t.run.end;
            merge(scene, &mut out, t);
        } else {
            if begins & TOTAL != 0 {
                out.extend(total(scene, i, out.last()));
            }
            i += 1;
        }
    }
    out
}

/// "bringing the total to 28": the toll of what was told before.
fn total(scene: &Scene, i: usize, last: Option<&Trigger>) -> Option<Trigger> {
    let n = scene.phrase(&scene.words.totals, i)?;
    let article = i.saturating_sub(usize::from(scene.before(i) == "the"));
    let brought = scene.words.brings.has(scene.before(article)) && matches!(scene.lower(i + n), "to" | "at");
    let run = Run::new(i, i + n);
    last.filter(|_| brought).map(|last| Trigger {
        run,
        chain: run,
        form: Form::Toll,
        grade: Grade::Plain,
        unreal: false,
        negated: false,
        ..*last
    })
}

/// "killed or wounded", "killed and injured": one statement of casualties; "shot and killed": the killing.
fn merge(scene: &Scene, out: &mut Vec<Trigger>, next: Trigger) {
    let joined =
        out.last().filter(|last| last.run.end + 1 == next.run.start && matches!(scene.lower(last.run.end), "and" | "or" | "/"));
    let verbs = |t: &Trigger| matches!(t.form, Form::Passive | Form::Active | Form::Bare | Form::Intransitive);
    match (joined, out.len()) {
        // "was wounded and arrested": two things that happened, with one auxiliary.
        (Some(last), _) if verbs(last) && verbs(&next) && !is_one(last.effect, next.effect) => {
            let (form, chain) = (last.form, last.chain.cover(next.chain));
            out.push(Trigger { chain, form, ..next });
        }
        // "left one dead and injured three others": the second has an object of its own.
        (Some(last), n) if verbs(last) && verbs(&next) && !(last.form == Form::Intransitive && scene.is_number(next.run.end)) => {
            let effect = match (last.effect, next.effect) {
                (Effect::Killed, Effect::Injured) | (Effect::Injured, Effect::Killed) => Effect::Casualties,
                (_, later) => later,
            };
            let form = if last.form == Form::Bare { next.form } else { last.form };
            let form = if last.form == Form::Passive { Form::Passive } else { form };
            let (run, chain) = (last.run.cover(next.run), last.chain.cover(next.chain));
            let merged = Trigger {
                run,
                chain,
                effect,
                form,
                unreal: last.unreal || next.unreal,
                negated: last.negated || next.negated,
                ..*last
            };
            out[n - 1] = merged;
        }
        _ => out.push(next),
    }
}

/// Whether two effects joined by "and" are one statement: "killed or wounded", "shot and killed".
fn is_one(a: Effect, b: Effect) -> bool {
    let harm = |e: Effect| matches!(e, Effect::Killed | Effect::Injured | Effect::Casualties);
    a == b || harm(a) && harm(b) || b == Effect::Killed
}

fn trigger(scene: &Scene, i: usize, begins: u32) -> Option<Trigger> {
    let words = scene.words;
    let tables = [
        (&words.tolls, Form::Toll),
        (&words.participles, Form::Bare),
        (&words.actives, Form::Active),
        (&words.intransitives, Form::Intransitive),
        (&words.adjectives, Form::Intransitive),
        (&words.acts, Form::Act),
        (&words.nouns, Form::Noun),
    ];
    let (len, effect, form) = tables
        .into_iter()
        .filter(|_| begins & WORD != 0)
        .filter_map(|(table, form)| scene.value(table, i).map(|(n, e)| (n, e, form)))
        .chain((begins & (COMPOUND | IN) != 0).then(|| compound(scene, i)).flatten())
        .fold(None, |best: Option<(usize, Effect, Form)>, x| if best.is_none_or(|b| x.0 > b.0) { Some(x) } else { best })?;
    let run = Run::new(i, i + len);
    // "double that number wounded": no number of wounded, but a multiple of another.
    let multiple = form == Form::Toll && scene.before(i) == "that" && is_multiplied(scene, i - 1);
    if multiple
        || is_modifier(scene, run, form)
        || is_name(scene, run)
        || scene.lower(run.end) == "-" && scene.page.glued(run.end)
    {
        return None;
    }
    // "The blast hurt no one".
    let object = scene.phrase(&scene.words.nobody, run.end).is_some() || scene.is_number(run.end);
    let form =
        if form == Form::Intransitive && scene.lower(i) == "hurt" && run.len() == 1 && object { Form::Active } else { form };
    // "four drowning deaths".
    if form == Form::Active && scene.value(&scene.words.nouns, run.end).is_some() {
        return None;
    }
    // "wounds 5" is a verb, "wounds" alone a noun.
    if form == Form::Active && scene.lexicon.injuries.wounds.has(scene.key(i)) && !scene.is_number(run.end) {
        return None;
    }
    let counted = i > scene.run.start && scene.number_over(i - 1).is_some();
    let form = match form {
        Form::Act | Form::Noun => nominal(scene, run)?,
        // "35 arrests".
        Form::Active if counted && scene.value(&scene.words.nouns, i).is_some() => Form::Noun,
        Form::Active if scene.lower(run.end) == "of" && !ends_with_of(scene, run) => Form::Act,
        f => f,
    };
    let chain = chain(scene, i);
    Some(graded(
        scene,
        Trigger {
            run,
            chain: Run::new(chain.start, run.end),
            effect,
            form: voice(scene, form, &chain, run),
            grade: chain.grade,
            unreal: false,
            negated: chain.negated,
        },
    ))
}

fn ends_with_of(scene: &Scene, run: Run) -> bool {
    scene.lower(run.end - 1) == "of"
}

/// "toll road", "death penalty", "missing the point": the word belongs to the noun behind it.
fn is_modifier(scene: &Scene, run: Run, form: Form) -> bool {
    let word = scene.lower(run.start);
    let singular = matches!(form, Form::Toll | Form::Noun | Form::Act) && run.len() == 1 && !word.ends_with('s');
    if word == "fatally" && run.len() == 1 && scene.is_word(run.end) {
        return true;
    }
    singular && scene.is_content(run.end) && !word.ends_with("ing")
        || word == "missing" && matches!(scene.lower(run.end), "the" | "a" | "an" | "his" | "their" | "out" | "from")
}

/// "Dead Sea", "Missing Persons Institute": a name, not a statement, unless everything is in capitals.
fn is_name(scene: &Scene, run: Run) -> bool {
    let tokens = &scene.page.tokens;
    let next = tokens.get(run.end).is_some_and(|t| t.capital && scene.run.has(run.end) && scene.is_word(run.end));
    run.len() == 1
        && run.start > scene.run.start
        && next
        && tokens[run.start].capital
        && !tokens[run.start].upper
        && !scene.headline
}

/// A noun of effect: with its victims behind "of", or counted by the figure before it.
fn nominal(scene: &Scene, run: Run) -> Option<Form> {
    let words = scene.words;
    let first = run.start;
    let bodies = words.bodies.has(scene.key(first));
    // "Two bodies found themselves without money".
    let acting = || scene.from(run.end).iter().take(4).any(|i| scene.lower(i) == "themselves");
    if bodies && (scene.find(&words.finding, scene.near(run)).is_none() || acting()) {
        return None;
    }
    let lives = words.lives.has(scene.key(first));
    if lives && !(first.saturating_sub(6)..first).any(|i| scene.phrase(&words.taking_lives, i).is_some()) {
        return None;
    }
    if scene.lower(run.end) == "of" {
        Some(Form::Act)
    } else {
        (words.nouns.has(scene.key(run.end - 1)) || bodies || lives).then_some(Form::Noun)
    }
}

/// The auxiliaries and links before a verb or predicate.
struct Chain {
    start: usize,
    passive: bool,
    finite: bool,
    grade: Grade,
    negated: bool,
}

fn chain(scene: &Scene, verb: usize) -> Chain {
    let words = scene.words;
    let mut out = Chain { start: verb, passive: false, finite: false, grade: Grade::Plain, negated: false };
    // "to have": what stands before is of another verb.
    let mut perfect = false;
    while out.start > scene.run.start {
        let before = scene.before(out.start);
        if let Some((start, grade)) = scene.ending(&words.links, out.start).filter(|(s, _)| !is_joint(scene, *s, out.start)) {
            if grade != Grade::Plain {
                out.grade = grade;
            }
            // "may have been" holds the auxiliary itself; "is feared to have killed" is active.
            out.passive |= before == "been" || before == "be";
            perfect |= before == "have" && !out.passive;
            out.finite |= out.passive;
            out.start = start;
        } else if words.passives.has(before) {
            out.passive |= before != "had" && !perfect;
            out.finite = true;
            out.start -= 1;
        } else if matches!(
            before,
            "has"
                | "have"
                | "having"
                | "'ve"
                | "had"
                | "will"
                | "would"
                | "could"
                | "may"
                | "might"
                | "must"
                | "can"
                | "should"
                | "did"
                | "does"
        ) {
            out.finite = true;
            out.start -= 1;
        } else if before == "to"
            && out.passive
            && out.start > scene.run.start + 1
            && matches!(scene.before(out.start - 1), "had" | "has" | "have")
        {
            out.start -= 2;
        } else if matches!(before, "not" | "n't" | "never") {
            out.negated = true;
            out.start -= 1;
        } else if scene.is_adverb(out.start - 1) {
            out.start -= 1;
        } else {
            break;
        }
    }
    out
}

/// "and" is a link only between an auxiliary and a second participle ("was beaten and killed"), never before a new subject.
fn is_joint(scene: &Scene, start: usize, end: usize) -> bool {
    end - start == 1 && matches!(scene.lower(start), "and" | "who" | "they" | "all" | "since" | "had" | "has" | "have") && {
        let before = scene.before(start);
        scene.lower(start) != "and" || !(before.ends_with("ed") || scene.verb(start.wrapping_sub(1)) == Some(VerbForm::Past))
    }
}

/// Active, passive or bare, by what stands before and behind a verb form.
fn voice(scene: &Scene, form: Form, chain: &Chain, run: Run) -> Form {
    match form {
        Form::Bare if chain.passive => Form::Passive,
        Form::Bare if chain.finite => Form::Active,
        Form::Bare if scene.before(chain.start) == "by" => Form::Bare,
        // "The trapped miners": an adjective of nobody counted.
        Form::Bare if run.start == scene.run.start && matches!(scene.lower(run.end), "was" | "were") => Form::Active,
        f => f,
    }
}

/// Whether a trigger tells of what has happened.
fn graded(scene: &Scene, mut trigger: Trigger) -> Trigger {
    let start = trigger.chain.start;
    let dependent = scene.before(trigger.run.start) == "to" && !scene.before(start).is_empty();
    let past_modal = (start..trigger.run.start).any(|i| scene.lower(i) == "have")
        && (start..trigger.run.start).any(|i| matches!(scene.lower(i), "may" | "might"));
    let inside = (start..trigger.run.start).any(|i| {
        matches!(scene.verb(i), Some(VerbForm::Future | VerbForm::Conditional | VerbForm::Possible | VerbForm::Obliged))
    });
    let led = (1..=4).any(|n| {
        start >= scene.run.start + n
            && !scene.in_date(start - n)
            && scene.phrase(&scene.words.unreal, start - n).is_some_and(|len| len >= n || len + 1 == n && n <= 2)
    });
    trigger.unreal = matches!(trigger.form, Form::Passive | Form::Active | Form::Intransitive | Form::Bare)
        && !past_modal
        && (dependent && !is_reported(scene, start, trigger.run.start) || inside || led);
    let averted =
        || (start.saturating_sub(AVERTED).max(scene.run.start)..start).any(|i| scene.phrase(&scene.words.averting, i).is_some());
    trigger.unreal |= matches!(trigger.form, Form::Noun | Form::Act) && averted();
    trigger.unreal |=
        scene.find_among(APART, &scene.words.fictions, Run::new(scene.near(trigger.run).start, trigger.run.end)).is_some();
    trigger
}

/// "prevent 30,000 deaths": how far before the noun the verb may stand.
const AVERTED: usize = 5;

/// "is believed to have been killed": an infinitive that tells of the past.
fn is_reported(scene: &Scene, start: usize, end: usize) -> bool {
    (start..end).any(|i| matches!(scene.lower(i), "have" | "been" | "be"))
}
