//! Figures as subjects and objects of verbs of harm.

use super::attach::{Attaching, Hit};
use super::rules;
use super::scene::Scene;
use super::trigger::{Form, Trigger};
use super::victims::Counting;
use crate::lexicon::VerbForm;
use crate::lexicon::kinds::SPEECH;
use crate::lexicon::vocabulary::{Effect, Group};
use crate::text::Run;

/// How far a subject may stand before its verb.
const REACH: usize = 28;
/// How far behind a verb "along with" may stand.
const COMPANY: usize = 14;
/// A claim's words go from its figure to its verb, unless more than these stand between.
const SHORT: usize = 12;

impl Attaching<'_, '_> {
    /// "killed at least 12 people", "killing three".
    pub(super) fn object(&mut self, t: usize) {
        let (scene, words) = (self.scene, self.triggers[t].run);
        let Some(first) = self.figures.object_at(scene, words.end).filter(|&v| !self.figures.is_part(v)) else { return };
        // "kills 3 spending bills" counts no people.
        let bare = self.figures.all[first].noun.is_none() && self.figures.all[first].counting == Counting::Figure;
        let end = self.figures.all[first].run.end;
        if bare && scene.is_content(end) && scene.is_plural(end) && !scene.headline {
            return;
        }
        // An army loses fighters by death; what else is lost may come back.
        if scene.words.losses.has(scene.key(words.start)) && self.figures.all[first].group != Group::Combatant {
            return;
        }
        self.take(self.figures.chain_on(first), first, t, words, &rules::ACTIVE);
    }

    /// "31 people killed", "and 13 others injured".
    pub(super) fn reduced(&mut self, t: usize) {
        let (scene, trigger) = (self.scene, &self.triggers[t]);
        let (start, end) = (trigger.chain.start, trigger.run.end);
        let Some(last) = self.figures.ending_by(start) else { return };
        let victims = &self.figures.all[last];
        let beside = Run::new(scene.over_age(victims.run.end).min(start), start)
            .iter()
            .all(|i| scene.is_adverb(i) || scene.lower(i) == "were");
        // "12 injured reserve players": an adjective of the noun behind it.
        let adjective = victims.noun.is_none() && scene.is_content(end) && scene.people(end).is_none();
        // "He fired one shot" counts no people.
        let round = victims.noun.is_none() && victims.count.number == Some(1) && scene.lower(trigger.run.start) == "shot";
        let round = round && !scene.headline && trigger.run.len() == 1;
        let aged = scene.over_age(victims.run.end) > victims.run.end;
        let other = round || !aged && matches!(victims.counting, Counting::Definite | Counting::Named | Counting::Pronoun);
        if !beside || adjective || other || self.figures.taken[last] || has_object(scene, end) {
            return;
        }
        let whole = self.figures.part_of[last].filter(|_| victims.noun.is_some() || victims.partitive);
        let last = whole.filter(|&w| !self.figures.taken[w]).unwrap_or(last);
        self.take(self.figures.chain_back(last), last, t, trigger.run, &rules::ELLIPSIS);
    }

    /// "At least 19 civilians, among them four children, were killed", "12 died".
    pub(super) fn subject(&mut self, t: usize) {
        let trigger = &self.triggers[t];
        let start = trigger.chain.start;
        let near = self.figures.ending_by(start).filter(|&v| {
            let gap = Run::new(self.figures.all[v].run.end, start);
            gap.len() <= REACH && (reaches(self.scene, gap, self.triggers) || self.shares_subject(v, t))
        });
        let Some(near) = near else { return self.inverted(t) };
        let near = self.whole_subject(self.governor(near), t);
        // "Eleven letters to the minister went missing".
        let alone = matches!(self.figures.all[near].counting, Counting::Definite | Counting::Named | Counting::Singular);
        if alone
            && matches!(self.scene.before(self.figures.all[near].run.start), "to" | "from" | "for" | "with" | "about" | "against")
        {
            return;
        }
        let near = if self.figures.taken[near] {
            if self.refine(near, t) || self.again(near, t) {
                return;
            }
            let Some(earlier) = self.earlier_subject(near, t) else { return };
            earlier
        } else {
            near
        };
        let rule = if trigger.form == Form::Passive { &rules::PASSIVE } else { &rules::DIED };
        let tail = Run::new(self.figures.all[near].run.end, trigger.run.end);
        let words = if tail.len() > trigger.chain.len() + SHORT { self.figures.all[near].run } else { tail };
        self.take(self.figures.chain_back(near), near, t, words, rule);
        self.together(t);
    }

    /// "A farmer set himself on fire and died": one subject of two verbs, and neither says that somebody spoke.
    fn shares_subject(&self, v: usize, t: usize) -> bool {
        let (scene, start) = (self.scene, self.triggers[t].chain.start);
        let gap = Run::new(self.figures.all[v].run.end, start);
        let known = self.figures.all[v].known;
        let verb = |i: &usize| scene.verb(*i).is_some() || scene.is_word(*i) && scene.lower(*i).ends_with("ed");
        let Some(first) = gap.iter().find(verb).filter(|_| scene.before(start) == "and" && known) else { return false };
        let plain = |i: usize| !scene.is(i, SPEECH) && !matches!(scene.lower(i), "that" | ";" | "when" | "if");
        let other = |i: usize| matches!(scene.lower(i), "the" | "a" | "an") && scene.before(i) == "and";
        first - gap.start <= SHORT
            && (first..start).all(|i| plain(i) && !other(i))
            && self.triggers.iter().all(|t| !gap.has(t.run.start))
    }

    /// "The father of the two boys": who stands before "of", not who stands behind it.
    fn governor(&self, v: usize) -> usize {
        let scene = self.scene;
        let start = self.figures.all[v].run.start;
        let at = start - usize::from(matches!(scene.before(start), "the" | "his" | "her" | "their"));
        let of = scene.before(at) == "of";
        let of_somebody = of && at > scene.run.start + 1 && scene.people(at - 2).is_some();
        let earlier = self.figures.ending_by(at).filter(|&w| of_somebody || of && self.figures.all[w].run.end + 1 == at);
        earlier.map_or(v, |w| self.governor(w))
    }

    /// "A man shot in the hip died": those who were hit are now known to be dead, or alive.
    fn refine(&mut self, v: usize, t: usize) -> bool {
        let trigger = &self.triggers[t];
        let Some(hit) = self.hits.iter_mut().find(|h| h.victims == v) else { return false };
        let open = hit.effect == Effect::Casualties && matches!(trigger.effect, Effect::Killed | Effect::Injured);
        let behind = hit.trigger.is_some_and(|h| self.triggers[h].run.end <= trigger.chain.start);
        if open && behind && !trigger.negated && !trigger.unreal {
            hit.effect = trigger.effect;
            hit.run = hit.run.cover(trigger.run);
            return true;
        }
        false
    }

    /// "was wounded and arrested": the same people, once more.
    fn again(&mut self, v: usize, t: usize) -> bool {
        let trigger = &self.triggers[t];
        let Some(held) = self.hits.iter().find(|h| h.victims == v).copied() else { return false };
        let joined =
            held.trigger.is_some_and(|h| self.triggers[h].run.end + 1 == trigger.run.start) && held.effect != trigger.effect;
        if joined {
            let run = self.figures.all[v].run.cover(trigger.run);
            self.hits.push(Hit { trigger: Some(t), effect: trigger.effect, run, ..held });
        }
        joined
    }

    /// "The gunman killed seven people and was arrested": the subject of both verbs.
    fn earlier_subject(&self, object: usize, t: usize) -> Option<usize> {
        let scene = self.scene;
        let joined = matches!(scene.before(self.triggers[t].chain.start), "and" | "then" | "before");
        let held = self.hits.iter().find(|h| h.victims == object)?.trigger.filter(|_| joined)?;
        let verb = &self.triggers[held];
        let subject = self.figures.ending_by(verb.chain.start)?;
        let one = matches!(self.figures.all[subject].counting, Counting::Singular | Counting::Definite | Counting::Named);
        let beside = verb.chain.start - self.figures.all[subject].run.end <= 2;
        (one && beside && verb.run.end <= self.figures.all[object].run.start && !self.figures.taken[subject]).then_some(subject)
    }

    /// Parts and enumerations between the whole and its verb are passed over. But of "seven, one of whom died" only one
    /// did, and "12 were seized, five of whom died" has its whole taken.
    fn whole_subject(&self, near: usize, t: usize) -> usize {
        let victims = &self.figures.all[near];
        // "Nineteen people, one of them a priest, were killed".
        let inserted = self.scene.before(victims.run.start) == "," && self.scene.before(self.triggers[t].chain.start) == ",";
        let selected = victims.partitive && victims.noun.is_none() && !inserted
            || matches!(self.scene.before(victims.run.start), "whom" | "which");
        self.figures.part_of[near].filter(|&w| !self.figures.taken[w] && !selected).unwrap_or(near)
    }

    /// "The mayor was killed in his car along with two of his bodyguards."
    fn together(&mut self, t: usize) {
        let (scene, end) = (self.scene, self.triggers[t].run.end);
        let stop = scene.run.end.min(end + COMPANY);
        let company = |&i: &usize| matches!(scene.lower(i), "along" | "together" | "alongside");
        let Some(with) = (end..stop).find(company) else { return };
        let at = with + 1 + usize::from(scene.lower(with + 1) == "with");
        let Some(first) = self.figures.object_at(scene, at) else { return };
        if (end..with).any(|i| scene.verb(i).is_some()) {
            return;
        }
        self.take(self.figures.chain_on(first), first, t, self.figures.all[first].run, &rules::PASSIVE);
    }

    /// "Killed were two drivers", "was killed along with three others".
    fn inverted(&mut self, t: usize) {
        let (scene, words) = (self.scene, self.triggers[t].run);
        match scene.lower(words.end) {
            "were" | "was" => {
                let Some(first) = self.figures.object_at(scene, words.end + 1) else { return };
                self.take(self.figures.chain_on(first), first, t, words, &rules::PASSIVE);
            }
            _ => self.together(t),
        }
    }
}

/// "Two officers shot him": the figure before an active verb is not its victims.
fn has_object(scene: &Scene, at: usize) -> bool {
    match scene.lower(at) {
        "him" | "her" | "them" | "himself" | "herself" | "themselves" | "it" | "me" | "us" => true,
        "the" | "a" | "an" | "his" | "their" => (at + 1..scene.run.end.min(at + 5)).any(|i| scene.people(i).is_some()),
        _ => false,
    }
}

/// Whether the words between a subject and its verb can stand there: no other statement begins in them.
fn reaches(scene: &Scene, gap: Run, triggers: &[Trigger]) -> bool {
    let inserted = gap.len() > 1 && scene.lower(gap.start) == "," && scene.lower(gap.end - 1) == ",";
    let mut relative = false;
    for i in gap.iter() {
        let word = scene.lower(i);
        if matches!(word, ";" | "—" | "–" | ":") || i > gap.start && matches!(word, "\"" | "“" | "”") {
            return false;
        }
        // "whose novel was killed", "11 and the music died": somebody else's verb.
        let other = matches!(scene.lower(i + 1), "the" | "a" | "an" | "his" | "her" | "their" | "its");
        if word == "whose" || word == "and" && other && !inserted && scene.is_number(gap.start.wrapping_sub(1)) {
            return false;
        }
        relative |= matches!(word, "who" | "which" | "that" | "whose" | "(");
        if !relative && !inserted && begins_statement(scene, i) {
            return false;
        }
    }
    let verbal = |t: &&Trigger| matches!(t.form, Form::Passive | Form::Active | Form::Intransitive);
    let first = triggers.partition_point(|t| t.run.start < gap.start);
    relative || !triggers[first..].iter().take_while(|t| t.run.end <= gap.end).any(|t| verbal(&t))
}

/// Whether a finite verb stands at a token; a participle with its preposition ("accused of") is none.
fn begins_statement(scene: &Scene, i: usize) -> bool {
    let next = scene.lower(i + 1);
    let governed = matches!(next, "of" | "by" | "in" | "from" | "with" | "at" | "near" | "to" | "on" | "as" | "for" | "during");
    match scene.verb(i) {
        Some(VerbForm::Past) => !governed || matches!(scene.lower(i), "said" | "told" | "died"),
        Some(VerbForm::To) => false,
        Some(_) => true,
        None => {
            let object = matches!(next, "the" | "a" | "an" | "his" | "their" | "its" | "that");
            object && scene.is_word(i) && scene.lower(i).len() > 4 && scene.lower(i).ends_with("ed") && scene.people(i).is_none()
        }
    }
}
