//! Metamorphic tests: what must not change a claim, and what must.

use crate::claim::extract;
use crate::claim::record::MeetingClaim;
use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::Kind;
use crate::text::Article;

const TEXTS: &[&str] = &[
    "Foreign Minister Anna Berg met with President Karim Haddad in Vienna on Tuesday. After the meeting, Berg said the two sides' talks would go on.",
    "Norway invited Anna Berg to Oslo. Berg's visit follows a round of talks between Norway and Denmark, which couldn't agree.",
    "The rebels broke off negotiations with the government's envoys. Talks won't resume before Monday, a spokesman said.",
    "King Omar arrived in Washington on Tuesday seeking to mediate. He didn't meet the president's aides.",
    "Anna Berg isn't due to visit Baghdad. The ministers' meeting has been postponed, the minister's office said.",
];

fn read(text: &str, published: &str) -> Vec<MeetingClaim> {
    let article = Article::new("a", text).published(published);
    extract(&[article], &[Kind::Meeting], Lexicon::english()).expect("one article").meetings
}

/// What a claim says, without offsets and dates.
fn told(claims: &[MeetingClaim]) -> Vec<String> {
    let plain = |s: &str| s.replace('’', "'");
    claims
        .iter()
        .map(|m| {
            let place = m.place.as_deref().unwrap_or("-");
            let participants = plain(&m.participants.join(", "));
            format!("{} {} {} [{participants}] {place} {} {}", m.rule, m.kind, m.status, m.closed, plain(&m.text))
        })
        .collect()
}

#[test]
fn another_year_says_the_same() {
    for text in TEXTS {
        assert_eq!(told(&read(text, "2015-08-07")), told(&read(text, "1998-08-07")), "{text}");
        assert_eq!(told(&read(text, "2015-08-07")), told(&read(text, "2031-01-10")), "{text}");
    }
}

#[test]
fn another_weekday_says_the_same() {
    for text in TEXTS.iter().filter(|t| t.contains("Tuesday")) {
        let other = text.replace("Tuesday", "Wednesday");
        let renamed: Vec<_> = told(&read(text, "2015-08-07")).iter().map(|s| s.replace("Tuesday", "Wednesday")).collect();
        assert_eq!(renamed, told(&read(&other, "2015-08-07")), "{text}");
    }
}

#[test]
fn curly_apostrophes_say_the_same() {
    for text in TEXTS {
        assert_eq!(told(&read(text, "2015-08-07")), told(&read(&text.replace('\'', "’"), "2015-08-07")), "{text}");
    }
}

#[test]
fn a_negation_says_something_else() {
    for (plain, negated) in [
        ("Anna Berg met with the rebels.", "Anna Berg did not meet with the rebels."),
        ("Anna Berg will meet with the rebels.", "Anna Berg will not meet with the rebels."),
        ("The ministers held talks with the rebels.", "The ministers have not held talks with the rebels."),
    ] {
        let status = |text: &str| read(text, "2015-08-07").first().map(|m| m.status);
        assert!(status(plain).is_some() && status(plain) != status(negated), "{plain}");
    }
}

#[test]
fn offsets_fit_the_text() {
    for text in TEXTS {
        let shifted = format!("Ça va… {text}");
        let points: Vec<char> = shifted.chars().collect();
        for m in read(&shifted, "2015-08-07") {
            let of = |a: i64, b: i64| {
                points[usize::try_from(a).unwrap_or(0)..usize::try_from(b).unwrap_or(0)].iter().collect::<String>()
            };
            assert_eq!(of(m.start, m.end), m.text);
            assert!(m.start <= m.trigger_start && m.trigger_end <= m.end, "{}", m.text);
            assert_eq!(m.participants.len(), m.participant_entities.len());
            assert_eq!(m.participants.len(), m.roles.len());
        }
    }
}

#[test]
fn mentions_of_one_meeting_share_its_event() {
    let claims = read(
        "The rebels held talks with the ministers in Oslo. The talks ended without a deal. The second round of talks failed.",
        "2015-08-07",
    );
    let events: Vec<_> = claims.iter().map(|m| m.event == claims[0].event).collect();
    assert_eq!(events, [true, true, false]);
    assert_eq!(claims[1].participants, claims[0].participants);
}

#[test]
fn nothing_breaks_on_odd_texts() {
    for text in [
        "",
        "met",
        "Met.",
        "’s visit",
        "\0 talks",
        "talks ’",
        "\u{200f}met with",
        "- meeting -",
        "the the the visit to",
        "with whom",
        "met with 99999999999999999999",
        "لقاء meeting مع",
    ] {
        let _ = read(text, "2015-08-07");
        let _ = read(&text.repeat(50), "");
    }
}
