//! Third-person pronouns: who of the people around it a pronoun means, or nobody where two are equally good.
//!
//! The nearer sentence weighs more, and in it the speaker and the subject more than others; the subject of "told him" is not
//! "him", and in "Drole, his eldest son" Drole is not "his". Inside a quotation only somebody who is alone in question
//! is named: not the speaker, and nobody else of that gender shortly before.

use super::Reader;
use super::nominal::nominal;
use super::rules::SPLICED;
use super::scene::{Ballot, Place, Scene, Somebody};
use crate::lexicon::kinds::{IT, LITTLE, PREPOSITION, PRONOUN, SPEECH, THE};
use crate::lexicon::vocabulary::{ActsAs, Gender, Mention, NameType};
use crate::story::Name;
use crate::text::{Run, TokenKind};

/// A pronoun reaches back this many sentences.
const BACK: usize = 3;
/// Inside a quotation nobody is looked for farther back.
const QUOTED_BACK: usize = 2;
/// "It" is looked for among this many mentions, and a sentence has no more speakers.
const NEAR: usize = 60;
/// A pronoun before its name stands this near to its sentence's begin.
const AHEAD: usize = 12;

/// Weights are tenths of a sentence's worth of distance.
const SPEAKER: i32 = 130;
const SAME_CLAUSE: i32 = 110;
/// Two whose weights differ by less are equally good.
const MARGIN: i32 = 8;
/// Nobody with less is meant.
const LEAST: i32 = 15;
/// What a gender that is known adds to one that is not.
const KNOWN: i32 = 20;
/// Behind the name of the office of another's lawyer, son or aide.
const OWNED: i32 = 100;

/// How a pronoun stands to its verb and noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Subject,
    Object,
    Possessive,
    Reflexive,
}

/// A pronoun on its way to a person.
#[derive(Debug, Clone, Copy)]
struct Pronoun {
    at: usize,
    sentence: usize,
    gender: Gender,
    form: Form,
    quoted: bool,
    clause: usize,
}

impl Reader<'_, '_> {
    /// Pronouns, given every other mention in order.
    pub(super) fn pronouns(&self, names: &[Name]) -> Vec<Name> {
        let tokens = |sentence: usize| self.page.sentences[sentence].tokens.iter();
        let all = self.story.sentences().flat_map(|s| tokens(s).map(move |i| (i, s)));
        let all: Vec<_> = all.filter(|&(i, _)| self.page.is(i, PRONOUN | IT)).collect();
        let read: Vec<_> = all.iter().filter_map(|&(i, sentence)| self.pronoun(i, sentence)).collect();
        let singular: Vec<_> = read.iter().filter(|p| p.gender != Gender::Unknown).map(|p| (p.at, p.sentence)).collect();
        let mut scene = self.scene(names, &singular);
        let mut out: Vec<_> = all.iter().filter_map(|&(i, sentence)| self.it(i, sentence, names)).collect();
        let (quoted, told): (Vec<_>, Vec<_>) = read.into_iter().partition(|p| p.quoted);
        let meant = self.all_meant(&told, &mut scene);
        for (pronoun, who) in told.into_iter().zip(meant) {
            let row = row(pronoun, who, &scene);
            out.push(if self.is_spliced(pronoun) { Name { rule: SPLICED.id, ..row } } else { row });
        }
        for pronoun in quoted {
            let who = self.meant_in_quotation(pronoun, &mut scene);
            out.push(row(pronoun, who, &scene));
        }
        out
    }

    /// Whom each of the pronouns outside quotations means. People whose names tell no gender take it from the pronouns that mean
    /// them, if nearly all agree; then all are read once more.
    fn all_meant(&self, pronouns: &[Pronoun], scene: &mut Scene) -> Vec<Option<usize>> {
        let all = |scene: &mut Scene| pronouns.iter().map(|&pronoun| self.meant(pronoun, scene)).collect();
        if !scene.genders.contains(&Gender::Unknown) {
            return all(scene);
        }
        let mut trial = scene.clone();
        let mut votes = vec![[0usize; 2]; scene.names.len()];
        let vote = |&pronoun: &Pronoun| {
            let who = self.meant(pronoun, &mut trial)?;
            votes[who][usize::from(pronoun.gender == Gender::Female)] += 1;
            if matches!(votes[who], [2, 0] | [0, 2]) && trial.genders[who] == Gender::Unknown {
                trial.genders[who] = pronoun.gender;
            }
            Some(who)
        };
        let meant: Vec<_> = pronouns.iter().map(vote).collect();
        let mut learnt = false;
        for (gender, [male, female]) in scene.genders.iter_mut().zip(votes).filter(|(g, _)| **g == Gender::Unknown) {
            *gender = match () {
                () if male > 0 && male >= 2 * female => Gender::Male,
                () if female > 0 && female >= 2 * male => Gender::Female,
                () => continue,
            };
            learnt = true;
        }
        if learnt || trial.genders != scene.genders {
            return all(scene);
        }
        *scene = trial;
        meant
    }

    fn pronoun(&self, i: usize, sentence: usize) -> Option<Pronoun> {
        let gender = *self.lexicon.names.titles.pronouns.get(self.page.key(i)).filter(|_| self.page.is(i, PRONOUN))?;
        // "US", "HE": letters are no pronoun amid other text.
        if self.page.tokens[i].upper && !self.page.tokens.get(i + 1).is_some_and(|t| t.upper) {
            return None;
        }
        let form = match self.page.lower(i) {
            "him" => Form::Object,
            "her" if self.is_object(i) => Form::Object,
            "his" | "her" | "hers" => Form::Possessive,
            "himself" | "herself" => Form::Reflexive,
            _ => Form::Subject,
        };
        // The clause of a plural is not asked for.
        let clause = if gender == Gender::Unknown { None } else { self.clause_at(sentence, i) };
        Some(Pronoun { at: i, sentence, gender, form, quoted: self.is_quoted(i), clause: clause.map_or(i, |c| c.run.start) })
    }

    /// The person a pronoun means, entered into the scene as a mention.
    fn meant(&self, p: Pronoun, scene: &mut Scene) -> Option<usize> {
        if p.gender == Gender::Unknown || self.is_spliced(p) {
            return None;
        }
        let who = self.best(p, scene)?;
        let run = Run::new(p.at, p.at + 1);
        let before = scene.people[p.sentence].iter().rev().find(|s| s.run.end <= p.at).copied();
        let (place, clause) = match (p.form, self.somebody(p.at, self.page.sentences[p.sentence].tokens.end)) {
            // "His lawyer said he": he whose lawyer it is.
            (Form::Possessive, Some((owned, Gender::Unknown))) => self.place_of(owned, owned, p.sentence, before),
            (Form::Possessive, _) => (Place::Beside, p.clause),
            _ => self.place_of(run, run, p.sentence, before),
        };
        scene.add(p.sentence, Somebody { run, full: run, who, place, clause });
        Some(who)
    }

    /// A subject of a sentence that recalls what is not in the article.
    fn is_spliced(&self, p: Pronoun) -> bool {
        p.form == Form::Subject && self.recalls_nothing(p.sentence)
    }

    /// The person with the most weight, if nobody else comes near.
    fn best(&self, p: Pronoun, scene: &mut Scene) -> Option<usize> {
        let mut ballot = std::mem::take(&mut scene.ballot);
        self.weigh(p, scene, &mut ballot);
        let found = ballot.take();
        scene.ballot = ballot;
        let (who, _, _) =
            found.filter(|&(_, weight, next)| weight >= LEAST && next.is_none_or(|next| weight - next >= MARGIN))?;
        scene.names[who].is_some().then_some(who)
    }

    /// Gives a weight to each person whom a pronoun may mean.
    fn weigh(&self, p: Pronoun, scene: &Scene, ballot: &mut Ballot) {
        let mut weigh = |who: usize, weight: i32| {
            let weight = weight + if scene.genders[who] == p.gender { KNOWN } else { 0 };
            ballot.weigh(who, weight, scene.names.len());
        };
        let here = &scene.people[p.sentence];
        let before = here.partition_point(|s| s.run.start < p.at);
        let agreeing = |s: &&Somebody| scene.agrees(s.who, p.gender) && s.place != Place::Quoted;
        let barred: Vec<usize> = here[..before].iter().filter(|s| self.is_barred(p, s)).map(|s| s.who).collect();
        let agreeing = |s: &&Somebody| agreeing(s) && !barred.contains(&s.who);
        let earlier = || here[..before].iter().filter(agreeing);
        let subjects = earlier().any(|s| s.place >= Place::Embedded);
        // Who says what is read only where it matters.
        let speakers = if earlier().next().is_some() { self.speakers(p) } else { Vec::new() };
        for s in earlier().filter(|s| p.form != Form::Reflexive || s.clause == p.clause) {
            weigh(s.who, self.weight_here(p, s, subjects, &speakers, scene));
        }
        for s in here[before..].iter().filter(agreeing) {
            if let Some(weight) = self.weight_ahead(p, s, scene) {
                weigh(s.who, weight);
                break;
            }
        }
        let mut back = 0;
        for sentence in (0..p.sentence).rev().take(3 * BACK) {
            if back == BACK || p.form == Form::Reflexive {
                break;
            }
            let all = &scene.people[sentence];
            // A sentence of a quotation only takes nobody farther away.
            if all.iter().all(|s| s.place == Place::Quoted) && self.is_quoted(self.page.sentences[sentence].tokens.start) {
                continue;
            }
            let led = all.iter().filter(agreeing).any(|s| s.place >= Place::Embedded);
            for s in all.iter().filter(agreeing) {
                weigh(s.who, weight_back(s.place, back, led));
            }
            back += 1;
        }
    }

    /// Who says what a pronoun of the subject stands in.
    fn speakers(&self, p: Pronoun) -> Vec<Run> {
        let all = if p.form == Form::Subject { self.story.attributions(p.sentence) } else { &[] };
        all.iter().take(NEAR).filter(|a| a.content.is_some_and(|c| c.has(p.at))).filter_map(|a| a.source).collect()
    }

    /// Whom a pronoun of the same sentence cannot mean.
    fn is_barred(&self, p: Pronoun, s: &Somebody) -> bool {
        match p.form {
            // "Drole told him".
            Form::Object => {
                let relative = matches!(self.page.lower(p.clause), "who" | "whose" | "which" | "whom");
                // "Drole, whose party lost, told him".
                let behind = relative && s.clause < p.clause && (p.clause..p.at).any(|i| self.page.lower(i) == ",");
                let beside = s.clause == p.clause || behind;
                beside && s.place >= Place::Embedded
            }
            // "Drole, his eldest son".
            Form::Possessive => s.run.end + 1 == p.at && self.page.lower(s.run.end) == ",",
            _ => false,
        }
    }

    /// The weight of somebody before a pronoun in its sentence.
    fn weight_here(&self, p: Pronoun, s: &Somebody, subjects: bool, speakers: &[Run], scene: &Scene) -> i32 {
        let said = || speakers.iter().any(|source| source.has(s.run.start));
        let owned = self.is_owned(s) && scene.genders[s.who] == Gender::Unknown;
        match s.place {
            Place::Subject | Place::Embedded if owned => OWNED,
            Place::Subject if said() => SPEAKER,
            Place::Subject | Place::Embedded if s.clause == p.clause => SAME_CLAUSE,
            Place::Subject => 95,
            Place::Embedded => 90,
            Place::Object if p.form == Form::Possessive && s.clause == p.clause && !subjects => 92,
            Place::Object if !subjects => 84,
            _ if !subjects => 76,
            _ => 60,
        }
    }

    /// "his lawyer, Drole".
    fn is_owned(&self, s: &Somebody) -> bool {
        s.full.start < s.run.start && matches!(self.page.lower(s.full.start), "his" | "her" | "'s" | "’s")
    }

    /// "In his speech, Drole said": the weight of a subject behind a pronoun that stands in what opens the sentence.
    fn weight_ahead(&self, p: Pronoun, s: &Somebody, scene: &Scene) -> Option<i32> {
        let start = self.page.sentences[p.sentence].tokens.start;
        let opens = self.page.is(start, PREPOSITION) || self.is_subordinate(start);
        let between = (start..s.full.start.min(s.run.start)).filter(|&i| self.page.lower(i) == ",").count();
        if !opens || p.at > start + AHEAD || s.place != Place::Subject || between > 1 || s.full.start <= p.at {
            return None;
        }
        let nobody_before = (p.sentence.saturating_sub(BACK)..p.sentence)
            .flat_map(|i| &scene.people[i])
            .all(|other| !scene.agrees(other.who, p.gender) || scene.names[other.who].is_none());
        match p.form {
            Form::Possessive => Some(105),
            Form::Subject | Form::Object if nobody_before => Some(OWNED),
            _ => None,
        }
    }

    fn is_object(&self, i: usize) -> bool {
        self.page.kind(i + 1) != Some(TokenKind::Word) || self.page.is(i + 1, LITTLE)
    }

    /// Who alone may be meant inside a quotation: neither its speaker nor one of two.
    fn meant_in_quotation(&self, p: Pronoun, scene: &mut Scene) -> Option<usize> {
        if p.gender == Gender::Unknown {
            return None;
        }
        let speaker = self.speaker_of(p, scene)?;
        let mut only = None;
        for sentence in p.sentence.saturating_sub(QUOTED_BACK)..=p.sentence {
            for s in scene.people[sentence].iter().filter(|s| s.run.start < p.at) {
                if s.who == speaker || !scene.agrees(s.who, p.gender) {
                    continue;
                }
                if only.is_some_and(|who| who != s.who) {
                    return None;
                }
                only = Some(s.who);
            }
        }
        only.filter(|&who| scene.names[who].is_some())
    }

    /// Who says the quotation that a pronoun stands in.
    fn speaker_of(&self, p: Pronoun, scene: &Scene) -> Option<usize> {
        let last = p.sentence.min(self.page.sentences.len().saturating_sub(1));
        let (mut after, mut before) = (last..(last + 2).min(self.page.sentences.len()), (last.saturating_sub(1)..last).rev());
        let paragraph = self.page.paragraph_of(p.at);
        let inside = |sentence: &usize| self.page.paragraph_of(self.page.sentences[*sentence].tokens.start) == paragraph;
        let source = |sentence: usize| {
            let told = self.story.attributions(sentence);
            let source = told.iter().filter(|a| !a.negated).find_map(|a| a.source)?;
            scene.people[sentence].iter().find(|s| source.has(s.run.start) && s.place != Place::Quoted).map(|s| s.who)
        };
        after.by_ref().filter(inside).find_map(source).or_else(|| before.by_ref().filter(inside).find_map(source))
    }

    /// "The civil defence agency said ... It said": a body without a name that spoke last, behind `floor`.
    fn body_without_name(&self, i: usize, sentence: usize, floor: usize) -> Option<Run> {
        const WORDS: usize = 6;
        let told = (sentence.saturating_sub(BACK)..=sentence).rev().flat_map(|s| self.story.attributions(s).iter().rev());
        let source = told.filter_map(|a| a.source).find(|source| source.end <= i && source.start >= floor)?;
        let head = self.page.key(source.end - 1);
        let is_body = self.lexicon.references.bodies.has(head) || self.lexicon.names.cues.anaphors.has(head);
        let plain = source.iter().skip(1).all(|i| self.page.kind(i) == Some(TokenKind::Word) && !self.page.tokens[i].capital);
        (is_body && plain && source.len() <= WORDS && self.page.is(source.start, THE)).then_some(source)
    }

    /// "It said": the nearest organisation or government.
    fn it(&self, i: usize, sentence: usize, names: &[Name]) -> Option<Name> {
        let says =
            self.page.lower(i) == "it" && self.page.is(i + 1, SPEECH) && !self.lexicon.cues.ambiguous.has(self.page.key(i + 1));
        if !says || self.is_quoted(i) {
            return None;
        }
        let from = self.page.sentences[sentence.saturating_sub(BACK)].tokens.start;
        let last = names.partition_point(|n| n.run.start < i);
        let nearest = names[..last]
            .iter()
            .rev()
            .take(NEAR)
            .take_while(|n| n.run.start >= from)
            .filter(|n| !self.is_dateline(n.run))
            .find(|n| n.entity.is_some() && (n.kind == NameType::Org || n.acts_as == Some(ActsAs::Government)));
        let run = Run::new(i, i + 1);
        if let Some(body) = self.body_without_name(i, sentence, nearest.map_or(0, |n| n.run.end)) {
            let canonical = Some(self.page.text(body).into());
            let unnamed = nominal(run, NameType::Org, None, Gender::Unknown, false, "pronoun-organisation");
            return Some(Name { mention: Mention::Pronoun, canonical, ..unnamed });
        }
        let nearest = nearest?;
        Some(Name {
            mention: Mention::Pronoun,
            canonical: nearest.canonical.clone(),
            ..nominal(run, NameType::Org, nearest.entity.clone(), Gender::Unknown, false, "pronoun-organisation")
        })
    }
}

/// The weight of somebody in an earlier sentence; `led` where one who agrees is a subject of it.
fn weight_back(place: Place, back: usize, led: bool) -> i32 {
    let near = match place {
        Place::Subject => 80,
        Place::Embedded => 68,
        _ if !led => 65,
        _ => 45,
    };
    let step = if place == Place::Subject { 25 } else { 20 };
    near - step * i32::try_from(back).unwrap_or(0)
}

fn row(p: Pronoun, who: Option<usize>, scene: &Scene) -> Name {
    let meant = who.and_then(|w| scene.names[w]);
    let run = Run::new(p.at, p.at + 1);
    Name {
        run,
        full: run,
        mention: Mention::Pronoun,
        kind: NameType::Person,
        entity: meant.and_then(|n| n.entity.clone()),
        canonical: meant.and_then(|n| n.canonical.clone()),
        role: None,
        acts_as: None,
        gender: p.gender,
        plural: p.gender == Gender::Unknown,
        rule: "pronoun-person",
    }
}
