//! Parties: people, organisations and governments, and whether two of them are one.

use crate::lexicon::Lexicon;

/// How two parties stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Party {
    /// One and the same.
    Same,
    /// One is a part of the other: a ministry of its government.
    PartOf,
    /// Provably two.
    Different,
    /// Not told.
    Unknown,
}

/// Compares two entities. Somebody of whom only a surname is known is never told apart from anybody.
#[must_use]
pub fn relation(a: &str, b: &str, lexicon: &Lexicon) -> Party {
    if a == b {
        return Party::Same;
    }
    let (Some((x, one)), Some((y, other))) = (a.split_once(':'), b.split_once(':')) else { return Party::Unknown };
    if one.contains('~') || other.contains('~') || a.contains('~') || b.contains('~') {
        return Party::Unknown;
    }
    match (x, y) {
        ("person", "person") => people(one, other),
        // A spokesman speaks for his government.
        ("person", _) | (_, "person") => Party::Unknown,
        ("org", "org") => organisations(one, other, lexicon),
        _ => governments(a, b, lexicon),
    }
}

/// How much it says that two claims name this party, from 0 to 1: a great power little, an unknown person much.
#[must_use]
pub fn weight(party: &str, lexicon: &Lexicon) -> f64 {
    if party.contains('~') {
        return 0.0;
    }
    match party.split_once(':') {
        Some(("person", slug)) if lexicon.names.is_prominent(slug) => 0.35,
        Some(("person", _)) => 0.8,
        Some(("gov" | "place", _)) => super::place::weight(party, lexicon).min(0.5),
        Some(("org", slug)) if lexicon.names.organisations.contains_key(slug) => 0.25,
        Some(("org", slug)) if slug.contains("ministry") || slug.contains("police") || slug.contains("department") => 0.3,
        Some(_) => 0.6,
        None => 0.0,
    }
}

/// Two full names: two people, unless one may be a form of the other (a middle name, another spelling).
fn people(one: &str, other: &str) -> Party {
    let (a, b): (Vec<_>, Vec<_>) = (one.split('-').collect(), other.split('-').collect());
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    let mut rest = long.iter();
    let part = short.iter().all(|w| rest.any(|x| x == w));
    // One word apart and that word alike: "Çavuşoğlu", "Cavusoglou".
    let spelt = a.len() == b.len() && a.iter().zip(&b).filter(|(x, y)| x != y).all(|(x, y)| alike(x, y));
    if part && short.len() >= 2 && short.last() == long.last() {
        // A middle name or a second given name, left out: `tayyip-erdogan`, `recep-tayyip-erdogan`.
        Party::Same
    } else if part || spelt {
        Party::Unknown
    } else {
        Party::Different
    }
}

/// Words that differ by one letter, or that begin alike and have nearly one length.
fn alike(a: &str, b: &str) -> bool {
    if is_letter_off(a, b) {
        return true;
    }
    let common = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
    let (a, b) = (a.chars().count(), b.chars().count());
    common >= 3 && a.abs_diff(b) <= 2 && common * 2 >= a.max(b)
}

/// One letter put in, left out or exchanged in a long word: "Waakeman", "Comsuelo".
fn is_letter_off(a: &str, b: &str) -> bool {
    const LONG: usize = 6;
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let head = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let tail = a[head..].iter().rev().zip(b[head..].iter().rev()).take_while(|(x, y)| x == y).count();
    a.len().min(b.len()) >= LONG && a.len().max(b.len()) - head - tail <= 1
}

fn organisations(one: &str, other: &str, lexicon: &Lexicon) -> Party {
    let listed = |slug: &str| lexicon.names.organisations.contains_key(slug);
    if listed(one) && listed(other) {
        return Party::Different;
    }
    let country = |slug: &str| lexicon.names.country_of(&format!("org:{slug}")).map(str::to_owned);
    match (country(one), country(other)) {
        (Some(x), Some(y)) if x != y => Party::Different,
        _ if one.split('-').any(|w| w.len() > 3 && other.split('-').any(|v| v == w)) => Party::Unknown,
        // An acronym may be anybody's.
        _ if one.len() <= 6 || other.len() <= 6 => Party::Unknown,
        _ => Party::Different,
    }
}

/// Governments, places and organisations: by country.
fn governments(a: &str, b: &str, lexicon: &Lexicon) -> Party {
    let (Some(x), Some(y)) = (lexicon.names.country_of(a), lexicon.names.country_of(b)) else {
        let listed = [a, b].iter().all(|e| e.strip_prefix("org:").is_none_or(|s| lexicon.names.organisations.contains_key(s)));
        let known = [a, b].iter().all(|e| !e.starts_with("place:") || lexicon.names.place(e).is_some());
        return if listed && known { Party::Different } else { Party::Unknown };
    };
    if x != y {
        Party::Different
    } else if [a, b].iter().all(|e| is_whole(e, lexicon)) {
        Party::Same
    } else {
        Party::PartOf
    }
}

/// A government or its country as a whole.
fn is_whole(entity: &str, lexicon: &Lexicon) -> bool {
    entity.starts_with("gov:") || lexicon.names.place(entity).is_some_and(|p| p.kind == crate::lexicon::PlaceKind::Country)
}

/// Whether two holders are one source: the same entity, or the name of one among the words of the other ("UN figures", "the UN
/// and the Observatory").
#[must_use]
pub fn is_one_source(a: (&str, Option<&str>), b: (&str, Option<&str>)) -> bool {
    if a.1.is_some() && a.1 == b.1 {
        return true;
    }
    let (x, y) = (name_words(a.0), name_words(b.0));
    let (short, long) = if x.len() <= y.len() { (x, y) } else { (y, x) };
    // "Syrian officials" are not the Syrian Observatory: one capitalised word must be an acronym.
    let acronym = |word: &str| word.len() > 1 && word.chars().all(char::is_uppercase);
    (short.len() > 1 || short.iter().any(|w| acronym(w))) && long.windows(short.len()).any(|w| w == short)
}

/// The capitalised words of a holder, without a leading article.
fn name_words(holder: &str) -> Vec<&str> {
    holder
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| w.starts_with(char::is_uppercase) && !w.eq_ignore_ascii_case("the"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(a: &str, b: &str, expected: Party) {
        let lexicon = Lexicon::english();
        assert_eq!(relation(a, b, lexicon), expected, "{a} {b}");
        assert_eq!(relation(b, a, lexicon), expected, "{b} {a}");
    }

    #[test]
    fn parties_compare() {
        check("person:a-b", "person:a-b", Party::Same);
        check("person:arvo-lintel", "person:mark-lintel", Party::Different);
        check("person:arvo-lintel", "person:arvo-juhan-lintel", Party::Same);
        check("person:arvo-lintel", "person:arvo-lintell", Party::Unknown);
        check("person:arvo-lintel", "001~n1", Party::Unknown);
        check("person:arvo-lintel", "gov:estonia", Party::Unknown);
        check("gov:russia", "org:russian-foreign-ministry", Party::PartOf);
        check("gov:russia", "org:us-state-department", Party::Different);
        check("gov:russia", "gov:united-states", Party::Different);
        check("gov:russia", "place:russia", Party::Same);
        check("gov:russia", "place:ru/moscow", Party::PartOf);
        check("gov:russia", "org:united-nations", Party::Different);
        check("gov:russia", "org:tornbeck-council", Party::Unknown);
        check("org:nato", "org:united-nations", Party::Different);
        check("org:tornbeck-council", "org:council-of-tornbeck", Party::Unknown);
        check("", "", Party::Same);
        check("", "x", Party::Unknown);
    }

    #[test]
    fn one_source_in_other_words() {
        for (a, b, one) in [
            ("UN figures", "The UN and the London-based Observatory", true),
            ("the Health Ministry", "Health Ministry officials", true),
            ("Syrian officials", "the Syrian Observatory", false),
            ("officials", "two officials", false),
        ] {
            assert_eq!(is_one_source((a, None), (b, None)), one, "{a} / {b}");
        }
        assert!(is_one_source(("the ministry", Some("org:x")), ("Ministry of Health", Some("org:x"))));
    }
}
