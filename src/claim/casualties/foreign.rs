//! Numbers that count no victims: ages, dates, money, capacities, references.

use super::phrase::{effect_adjective, is_inside};
use super::scene::Scene;
use crate::text::{Run, TokenKind};

/// "Counted twice" stands at most so many words behind its figure.
const TWICE: usize = 8;

/// Whether a figure is an age, a date, money, a rank, part of a compound ("34-nation") or of a score.
pub(super) fn is_foreign(scene: &Scene, figure: Run) -> bool {
    let page = scene.page;
    let (first, last) = (figure.start, figure.end - 1);
    let before = scene.before(first);
    let after = scene.lower(figure.end);
    let hyphen = |i: usize| {
        let joined = page.glued(i) && page.glued(i + 1);
        joined
            && (matches!(scene.lower(i), "-" | "–" | "/")
                || matches!(scene.lower(i), "." | ":") && page.kind(i + 1) == Some(TokenKind::Number))
    };
    // "[47]": a reference.
    if before == "[" && scene.lower(figure.end) == "]" {
        return true;
    }
    // "In 2016 eight civilians": a year that another figure follows counts nothing.
    if scene.is_number(figure.end) && scene.lower(figure.start).parse::<u32>().is_ok_and(|n| (1500..2100).contains(&n)) {
        return true;
    }
    // "the youngest of the three" counts nobody new.
    if before == "the"
        && figure.start > scene.run.start + 1
        && scene.lower(figure.start - 2) == "of"
        && scene.people(figure.end).is_none()
        && effect_adjective(scene, figure.end).is_none()
        && !is_inside(scene, figure.end)
    {
        return true;
    }
    // "Twenty-eight people, not 54 as first reported": no longer told.
    if before == "not" && scene.before(first - 1) == "," {
        return true;
    }
    // "Three bodies had been counted twice": so many too many.
    let behind = figure.end..scene.run.end.min(figure.end + TWICE);
    if behind.into_iter().any(|i| scene.phrase(&scene.lexicon.changes.doubled, i).is_some()) {
        return true;
    }
    // "Flight 447", "a capacity of 400", "father of four".
    if scene.ending(&scene.words.numbered, first).is_some() {
        return true;
    }
    // "who was 17 at the time".
    if after == "at" && scene.lower(figure.end + 1) == "the" && scene.lower(figure.end + 2) == "time" {
        return true;
    }
    let currency = matches!(
        before,
        "$" | "£" | "€" | "¥" | "#" | "us$" | "rs" | "rs." | "inr" | "usd" | "eur" | "no." | "nos." | "number" | "no"
    );
    let aged = |n: usize| figure.start >= scene.run.start + n && matches!(scene.lower(figure.start - n), "aged" | "age" | "ages");
    let listed = matches!(before, "and" | "to" | "or" | "-" | ",") && (aged(3) || aged(2));
    let age = aged(1) || listed || is_age(scene, figure) || is_predicate_age(scene, figure);
    // "May 6", "two hours"; "two thousand" alone may be a year, or a number of people.
    let date = scene.in_date(last) && (page.kind(last) == Some(TokenKind::Number) || scene.in_date(figure.end));
    let glued_before = page.glued(first) && first > scene.run.start && matches!(before, "-" | "/" | "." | ":");
    currency
        || age
        || date
        || hyphen(figure.end)
        || glued_before
        || matches!(after, "%" | "percent" | "pct")
        || is_year(scene, figure)
}

/// `, 34,` behind a name or a noun: an age in apposition.
fn is_age(scene: &Scene, figure: Run) -> bool {
    let comma = |i: usize| scene.lower(i) == ",";
    figure.len() == 1
        && figure.start > scene.run.start + 1
        && comma(figure.start - 1)
        && (matches!(scene.lower(figure.end), "," | "." | "and" | ";" | ")" | "who" | "of" | "-" | "–" | "—")
            || figure.end == scene.run.end)
        && (scene.page.tokens[figure.start - 2].capital
            || scene.lower(figure.end) == "," && scene.people(figure.start - 2).is_some() && !scene.is_plural(figure.start - 2))
        && scene.page.lower(figure.start).len() <= 2
}

/// "Two of the victims are 16 and 17": how old they are.
fn is_predicate_age(scene: &Scene, figure: Run) -> bool {
    let aged = |i: usize| scene.is_number(i) && scene.lower(i).len() <= 2 && scene.lower(i).bytes().all(|b| b.is_ascii_digit());
    let ends = |i: usize| i >= scene.run.end || matches!(scene.lower(i), "." | "," | ";");
    let pair = |first: usize| {
        let copula = first > scene.run.start && matches!(scene.lower(first - 1), "are" | "were");
        copula && aged(first) && scene.lower(first + 1) == "and" && aged(first + 2) && ends(first + 3)
    };
    figure.len() == 1 && (pair(figure.start) || figure.start >= scene.run.start + 2 && pair(figure.start - 2))
}

/// Four digits behind "in" or "since" that can only be a year.
fn is_year(scene: &Scene, figure: Run) -> bool {
    let word = scene.lower(figure.start);
    figure.len() == 1
        && word.len() == 4
        && word.parse::<u32>().is_ok_and(|n| (1500..2100).contains(&n))
        && (matches!(scene.before(figure.start), "in" | "since" | "of" | "until" | "from" | "year" | "," | "/" | "by" | "during")
            || scene.in_date(figure.start))
}
