//! The verdict table for meetings.

use std::collections::HashSet;

use super::{Judgement, Order, VerdictRule, order};
use crate::check::record::Relation;
use crate::check::relate::{Side, relation};
use crate::claim::record::MeetingClaim;
use crate::error::Result;
use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::{Between, Kind, MeetingKind, Status, Verdict};
use crate::link::{Book, Encounter, EncounterPair, Links, State, StatementPair, nearly};
use crate::text::Page;
use crate::watch::Watch;

const SAME: VerdictRule =
    VerdictRule { id: "meeting-same", verdict: Verdict::Agrees, why: "the same participants, place and time as far as both say" };
const FINER: VerdictRule =
    VerdictRule { id: "meeting-finer", verdict: Verdict::Refines, why: "one meeting, told with a finer time or place" };
const HELD: VerdictRule = VerdictRule {
    id: "meeting-came-about",
    verdict: Verdict::Updates,
    why: "planned in one report, held, postponed or cancelled in a later one",
};
const DATE: VerdictRule = VerdictRule {
    id: "meeting-date-conflict",
    verdict: Verdict::Conflicts,
    why: "one meeting of the same people in one place, with two dates",
};
const PLACE: VerdictRule = VerdictRule {
    id: "meeting-place-conflict",
    verdict: Verdict::Conflicts,
    why: "one meeting of the same people on one day, in two places",
};
const DENIED: VerdictRule =
    VerdictRule { id: "meeting-denied", verdict: Verdict::Conflicts, why: "told as held by one and denied by another" };
const BOTH: VerdictRule = VerdictRule {
    id: "meeting-told-as-held-and-planned",
    verdict: Verdict::Conflicts,
    why: "one article tells one meeting as held and as still to come",
};
const UNDATED: VerdictRule =
    VerdictRule { id: "meeting-undated", verdict: Verdict::Undecidable, why: "the same people, and a date is missing" };
const OTHER: VerdictRule =
    VerdictRule { id: "meeting-other", verdict: Verdict::Unrelated, why: "close, but one slot shows another meeting" };

pub(super) const TABLE: &[&VerdictRule] = &[&SAME, &FINER, &HELD, &DATE, &PLACE, &DENIED, &BOTH, &UNDATED, &OTHER];

/// From this weight on, meetings whose dates or places differ are told to be close.
const CLOSE: f64 = 0.7;

/// The relations between every linked pair of meetings.
pub(super) fn relations(book: &Book, links: &Links, lexicon: &Lexicon, watch: &Watch) -> Result<Vec<Relation>> {
    let occasions = occasions(book, links);
    let of_pair = |pair: &EncounterPair| {
        let (a, b) = (&book.encounters[pair.left], &book.encounters[pair.right]);
        let judgement = if a.article == b.article {
            within(book, pair, a, b, is_renewed(a, b, lexicon))
        } else {
            across(book, pair, a, b, occasions.contains(&(a.article.min(b.article), a.article.max(b.article))), lexicon)
        }?;
        let slots = pair.slots.iter().map(ToString::to_string).collect();
        Some(relation(book, &side(a), &side(b), judgement, slots))
    };
    let mut all = watch.each(&links.encounters, of_pair)?;
    all.extend(watch.each(&book.encounters, |encounter| told_twice(book, encounter))?);
    Ok(all)
}

/// A meeting that one mention tells as held and another as still to come, both naming the participants and the day.
fn told_twice(book: &Book, encounter: &Encounter) -> Option<Relation> {
    let told = |status: Status| {
        encounter.mentions.iter().find(move |m| {
            let company = m.participant_entities.iter().filter(|e| !e.is_empty()).count() > 1;
            m.status == status && m.value.is_some() && company && tells_status(book, m)
        })
    };
    let (planned, held) = (told(Status::Planned)?, told(Status::Held)?);
    let judgement = Judgement::new(&BOTH, "the article tells it as held and as still to come").between(Between::Within);
    let side = |m| side_of(encounter.article, m, 0);
    (planned.value == held.value && is_visit(planned) == is_visit(held))
        .then(|| relation(book, &side(planned), &side(held), judgement, Vec::new()))
}

/// A visit has begun before its meetings are held.
fn is_visit(mention: &MeetingClaim) -> bool {
    mention.kind == MeetingKind::Visit
}

/// Whether a mention says how its meeting stands to the day of writing. "He had breakfast before visiting the mayor" tells what came
/// first, and an invitation that is still to be made is no meeting.
fn tells_status(book: &Book, mention: &MeetingClaim) -> bool {
    const NEAR: i64 = 60;
    const WORDS: usize = 6;
    let before = book.passage(&mention.article, (mention.trigger_start - NEAR).max(0), mention.trigger_start).unwrap_or_default();
    let last = before.rsplit(['.', ',', ';', '\n']).next().unwrap_or_default();
    let mut words = last.split_whitespace().rev().take(WORDS);
    mention.kind != MeetingKind::Invite && !words.any(|w| w.eq_ignore_ascii_case("before"))
}

fn side<'c>(encounter: &Encounter<'c>) -> Side<'c> {
    let value = format!("{} {} {}", encounter.head().kind, encounter.head().status, encounter.value().unwrap_or("undated"));
    Side { value, ..side_of(encounter.article, encounter.head(), encounter.mentions.len() - 1) }
}

fn side_of(article: usize, mention: &MeetingClaim, repeats: usize) -> Side<'_> {
    Side {
        article,
        kind: Kind::Meeting,
        id: &mention.id,
        start: mention.start,
        end: mention.end,
        text: &mention.text,
        value: format!("{} {} {}", mention.kind, mention.status, mention.value.as_deref().unwrap_or("undated")),
        repeats,
        source: mention.source.as_deref().map(|s| (s, mention.source_entity.as_deref())),
    }
}

/// Whether a mention of either says that it is another round: "will meet again".
fn is_renewed(a: &Encounter, b: &Encounter, lexicon: &Lexicon) -> bool {
    let again = |text: &str| {
        let page = Page::new(text, lexicon);
        (0..page.tokens.len()).any(|i| lexicon.changes.renewals.has(page.key(i)))
    };
    a.mentions.iter().chain(&b.mentions).any(|m| again(&m.text))
}

/// The pairs of articles that carry one quotation: they speak of one occasion.
fn occasions(book: &Book, links: &Links) -> HashSet<(usize, usize)> {
    let articles = |p: &StatementPair| (book.utterances[p.left].article, book.utterances[p.right].article);
    links.statements.iter().map(articles).map(|(a, b)| (a.min(b), a.max(b))).collect()
}

fn across(
    book: &Book,
    pair: &EncounterPair,
    a: &Encounter,
    b: &Encounter,
    one_occasion: bool,
    lexicon: &Lexicon,
) -> Option<Judgement> {
    if [pair.state("kind"), pair.state("participants")].contains(&State::Different) {
        return (pair.weight >= CLOSE).then(|| differs(pair));
    }
    if pair.state("participants") != State::Same {
        return None;
    }
    let company = a.entities().len() > 1 && b.entities().len() > 1;
    match (pair.state("time"), pair.state("place")) {
        (State::Unknown, place) if place != State::Different && pair.state("occasion") == State::Same && pair.is_same() => {
            Some(same_meeting(book, a, b))
        }
        (State::Unknown, place) => {
            let put_off = put_off(book, a, b).filter(|_| place != State::Different);
            (company && pair.weight >= CLOSE).then(|| put_off.unwrap_or_else(|| undated(book, a, b)))
        }
        (State::Different, place) => {
            let near = a.when.zip(b.when).is_some_and(|(x, y)| nearly(x, y));
            let changed =
                status_change(book, a, b).filter(|_| near && company && place != State::Different && pair.weight >= CLOSE);
            let held_twice =
                near && company && one_occasion && place == State::Same && [a, b].iter().all(|e| e.status() == Status::Held);
            if held_twice {
                return Some(Judgement::new(
                    &DATE,
                    format!("{} or {}", a.value().unwrap_or("undated"), b.value().unwrap_or("undated")),
                ));
            }
            changed.or_else(|| (pair.weight >= CLOSE).then(|| differs(pair)))
        }
        (State::Same, State::Different) => {
            let one_day = a.when.zip(b.when).is_some_and(|(x, y)| x.days() == 1 && x == y);
            if company && one_day && a.status() == Status::Held && b.status() == Status::Held {
                return Some(Judgement::new(&PLACE, format!("{} or {}", place_of(a, lexicon), place_of(b, lexicon))));
            }
            (pair.weight >= CLOSE).then(|| differs(pair))
        }
        (State::Same, _) if pair.is_same() => Some(same_meeting(book, a, b)),
        _ => None,
    }
}

fn same_meeting(book: &Book, a: &Encounter, b: &Encounter) -> Judgement {
    if is_denial(a.status(), b.status()) {
        return Judgement::new(&DENIED, format!("{} in one report, {} in the other", a.status(), b.status()))
            .between(Between::Holders);
    }
    if let Some(changed) = status_change(book, a, b) {
        return changed;
    }
    let told = !a.assumed && !b.assumed;
    let finer = told && a.when != b.when || a.place() != b.place() && a.place().is_some() && b.place().is_some();
    if finer {
        Judgement::new(&FINER, "one report gives the time or the place more exactly")
    } else {
        Judgement::new(&SAME, "participants, place and time agree as far as both say")
    }
}

fn is_denial(a: Status, b: Status) -> bool {
    matches!((a, b), (Status::Held, Status::Denied) | (Status::Denied, Status::Held))
}

/// Planned first, and something else in a later report.
fn status_change(book: &Book, a: &Encounter, b: &Encounter) -> Option<Judgement> {
    let planned = |s: Status| matches!(s, Status::Planned | Status::Proposed);
    let (x, y) = (a.status(), b.status());
    // An article that tells it both ways shows no plan that came about later.
    let both_ways = |e: &Encounter| planned(e.status()) && e.mentions.iter().any(|m| m.status == Status::Held);
    if x == y || is_denial(x, y) || both_ways(a) || both_ways(b) {
        return None;
    }
    let updated = |first: &Encounter, then: &Encounter| {
        let moved = if first.value() == then.value() {
            String::new()
        } else {
            format!(", {} became {}", first.value().unwrap_or("undated"), then.value().unwrap_or("undated"))
        };
        Judgement::new(&HELD, format!("{} first, then {}{moved}", first.status(), then.status()))
    };
    match order(book, a.article, b.article) {
        Order::Before if planned(x) => Some(updated(a, b)),
        Order::After if planned(y) => Some(updated(b, a)),
        Order::SameDay | Order::SameClock | Order::Unknown if planned(x) && y == Status::Held => Some(updated(a, b)),
        Order::SameDay | Order::SameClock | Order::Unknown if planned(y) && x == Status::Held => Some(updated(b, a)),
        _ => None,
    }
}

/// What was put off or called off without a day is what an earlier report has planned and what still lay ahead.
fn put_off(book: &Book, a: &Encounter, b: &Encounter) -> Option<Judgement> {
    let off = |e: &Encounter| matches!(e.status(), Status::Postponed | Status::Cancelled);
    let (plan, end) = if off(b) { (a, b) } else { (b, a) };
    let ahead = plan.when.zip(book.day_of_writing(end.article)).is_some_and(|(when, day)| when.latest >= day && !plan.assumed);
    if off(end) && end.when.is_none() && ahead { status_change(book, a, b) } else { None }
}

/// Two meetings of one article: usually two, sometimes one that is told twice.
fn within(book: &Book, pair: &EncounterPair, a: &Encounter, b: &Encounter, renewed: bool) -> Option<Judgement> {
    if [pair.state("kind"), pair.state("place"), pair.state("participants")].contains(&State::Different) {
        return None;
    }
    let company = pair.state("participants") == State::Same && a.entities().len() > 1 && b.entities().len() > 1;
    let both_ways = matches!((a.status(), b.status()), (Status::Held, Status::Planned) | (Status::Planned, Status::Held));
    let one_time = a.value().is_none() || b.value().is_none() || a.value() == b.value();
    let told = [a, b].iter().all(|e| tells_status(book, e.head())) && is_visit(a.head()) == is_visit(b.head());
    if both_ways && company && one_time && !renewed && told {
        return Some(Judgement::new(&BOTH, "the article tells it as held and as still to come").between(Between::Within));
    }
    let finer_time =
        a.when.zip(b.when).is_some_and(|(x, y)| x != y && (x.contains(y) || y.contains(x))) && !a.assumed && !b.assumed;
    let finer_place = a.value() == b.value() && a.place() != b.place() && pair.state("place") == State::Same;
    let finer = a.value().is_some() && b.value().is_some() && (finer_time || finer_place);
    (a.status() == b.status() && finer)
        .then(|| Judgement::new(&FINER, "the article tells it twice, once more exactly").between(Between::Within))
}

fn undated(book: &Book, a: &Encounter, b: &Encounter) -> Judgement {
    let missing = [a, b].iter().find(|e| book.day_of_writing(e.article).is_none() && !book.is_coded(e.article)).map_or_else(
        || "the date of the meeting".to_owned(),
        |e| format!("publication date of {}", book.article(e.article).article),
    );
    Judgement::new(&UNDATED, "the participants agree; without a date they may have met twice").missing(missing)
}

fn differs(pair: &EncounterPair) -> Judgement {
    let slots: Vec<_> = pair.slots.iter().filter(|s| s.state == State::Different).map(ToString::to_string).collect();
    Judgement::new(&OTHER, slots.join("; "))
}

fn place_of(encounter: &Encounter, lexicon: &Lexicon) -> String {
    let known = encounter.place().and_then(|p| lexicon.names.place(p)).map(|facts| facts.name.to_string());
    known.or_else(|| encounter.mentions.iter().find_map(|m| m.place.clone())).unwrap_or_else(|| "unknown".to_owned())
}
