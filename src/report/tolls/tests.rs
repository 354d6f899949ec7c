//! What each rule gives for short stories of one incident.

use crate::check::Options;
use crate::claim::extract;
use crate::claim::record::Claims;
use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::{Asserted, Effect, Kind};
use crate::report::record::{AirwarsIncident, Report, Toll, UcdpEvent};
use crate::report::{check, to_airwars, to_ucdp, tolls_by};
use crate::text::Article;

/// Articles of one incident, each with when it was published.
type Story<'a> = &'a [(&'a str, &'a str)];

fn read(story: Story) -> (Report, Claims) {
    read_with(story, |_| ())
}

/// With claims that are told otherwise than the text tells them.
fn read_with(story: Story, change: impl Fn(&mut Claims)) -> (Report, Claims) {
    let articles: Vec<_> =
        story.iter().enumerate().map(|(n, (published, text))| Article::new(n.to_string(), *text).published(*published)).collect();
    let mut claims = extract(&articles, Kind::ALL, Lexicon::english()).unwrap();
    change(&mut claims);
    let report = check(&claims, None, &Options::default(), Lexicon::english()).unwrap();
    (report, claims)
}

fn all(story: Story, rule: &str) -> Vec<Toll> {
    let (report, claims) = read(story);
    tolls_by(&report, &claims, rule, Lexicon::english()).unwrap()
}

/// The lead incident's toll of an effect as `low best high`, and the article that decides.
fn toll(story: Story, rule: &str, effect: Effect) -> String {
    let tolls = all(story, rule);
    let Some(t) = tolls.iter().find(|t| t.rank == 0 && t.effect == effect) else { return "none".to_owned() };
    let n = |n: Option<i64>| n.map_or_else(|| "-".to_owned(), |n| n.to_string());
    let basis = t.basis.as_deref().and_then(|b| b.split(':').next()).unwrap_or("-");
    format!("{} {} {} by {basis}", n(t.low), n(t.best), n(t.high))
}

fn killed(story: Story, rule: &str) -> String {
    toll(story, rule, Effect::Killed)
}

fn event(story: Story) -> UcdpEvent {
    let (report, claims) = read(story);
    to_ucdp(&report, &claims, Lexicon::english()).remove(0)
}

fn incident(story: Story) -> AirwarsIncident {
    let (report, claims) = read(story);
    to_airwars(&report, &claims, Lexicon::english()).remove(0)
}

/// Vague, at least, and a party.
const MARKET: Story = &[
    ("2026-03-03T10:00", "Dozens of people were killed when a bomb exploded at a market in Darkush on Tuesday, witnesses said."),
    (
        "2026-03-03T15:00",
        "A bomb at a market in Darkush killed at least 11 people on Tuesday, including three children, the health ministry said. \
         Twenty-four people were injured.",
    ),
    (
        "2026-03-04T09:00",
        "The bombing of a market in Darkush on Tuesday killed 40 people, among them six soldiers, the rebels said on Wednesday.",
    ),
];

#[test]
fn each_rule_has_its_own_way() {
    for (rule, expected) in [
        ("wirecheck", "11 11 - by 1"),
        ("ucdp", "11 11 24 by 1"),
        ("acled", "11 11 40 by 1"),
        ("gtd", "11 11 11 by 1"),
        ("airwars", "11 - 99 by 1"),
    ] {
        assert_eq!(killed(MARKET, rule), expected, "{rule}");
    }
}

#[test]
fn each_rule_has_its_own_effects() {
    for (rule, expected) in [
        ("wirecheck", "24 24 24 by 1"),
        ("ucdp", "none"),
        ("acled", "none"),
        ("gtd", "24 24 24 by 1"),
        ("airwars", "24 - 24 by 1"),
    ] {
        assert_eq!(toll(MARKET, rule, Effect::Injured), expected, "{rule}");
    }
}

#[test]
fn our_rule_is_the_report() {
    let (report, claims) = read(MARKET);
    assert_eq!(tolls_by(&report, &claims, "wirecheck", Lexicon::english()).unwrap(), report.tolls);
    assert!(tolls_by(&report, &claims, "ucdp", Lexicon::english()).unwrap().iter().all(|t| t.rule == "ucdp" && !t.open));
}

#[test]
fn an_unknown_rule_is_told_with_those_there_are() {
    let (report, claims) = read(&[]);
    assert_eq!(
        tolls_by(&report, &claims, "brown", Lexicon::english()).unwrap_err().to_string(),
        "there is no rule of tolls \"brown\"; there are wirecheck, ucdp, acled, gtd, airwars"
    );
    assert!(tolls_by(&report, &claims, "gtd", Lexicon::english()).unwrap().is_empty());
}

#[test]
fn a_vague_word_decides_only_where_there_is_no_number() {
    let story: Story =
        &[("2026-03-03", "Dozens of people were killed when a bomb exploded at a market in Darkush on Tuesday, witnesses said.")];
    for (rule, expected) in
        [("ucdp", "24 24 24 by 0"), ("acled", "12 12 12 by 0"), ("gtd", "- - - by 0"), ("airwars", "24 - 99 by 0")]
    {
        assert_eq!(killed(story, rule), expected, "{rule}");
    }
}

/// Three reports of one day, of which two agree.
const AGREED: Story = &[
    ("2026-03-03T10:00", "A bomb killed 14 people at a market in Darkush on Tuesday."),
    ("2026-03-03T12:00", "A bomb killed 17 people at a market in Darkush on Tuesday."),
    ("2026-03-03T15:00", "Seventeen people were killed by a bomb at a market in Darkush on Tuesday."),
];

#[test]
fn the_majority_of_a_day() {
    assert_eq!(killed(AGREED, "ucdp"), "14 17 17 by 1");
    assert_eq!(killed(AGREED, "acled"), "14 14 17 by 0");
    assert_eq!(killed(AGREED, "gtd"), "14 17 17 by 2");
}

#[test]
fn later_word_replaces_earlier() {
    let story: Story = &[
        ("2026-03-03", "A bomb killed 14 people at a market in Darkush on Tuesday."),
        ("2026-03-05", "The death toll from Tuesday's bomb at a market in Darkush rose to 21."),
    ];
    assert_eq!(killed(story, "ucdp"), "14 21 21 by 1");
    assert_eq!(killed(story, "acled"), "14 21 21 by 1");
    assert_eq!(killed(story, "gtd"), "14 21 21 by 1");
}

#[test]
fn who_counts_goes_before_who_only_tells() {
    let story: Story = &[
        ("2026-03-03T10:00", "A bomb killed 14 people at a market in Darkush on Tuesday."),
        ("2026-03-03T12:00", "A bomb killed 17 people at a market in Darkush on Tuesday, the health ministry said."),
    ];
    assert_eq!(killed(story, "acled"), "14 17 17 by 1");
}

#[test]
fn a_perpetrators_claim_does_not_decide_where_others_count() {
    let story: Story = &[
        ("2026-03-03T10:00", "A bomb killed 14 people at a market in Darkush on Tuesday."),
        ("2026-03-03T12:00", "A bomb killed 12 people at a market in Darkush on Tuesday, police said."),
        ("2026-03-04T09:00", "A bomb killed 30 people at a market in Darkush on Tuesday, the rebels said."),
    ];
    assert_eq!(killed(story, "gtd"), "12 12 14 by 1");
    let alone: Story = &[("2026-03-04", "A bomb killed 30 people at a market in Darkush on Tuesday, the rebels said.")];
    for rule in ["ucdp", "acled", "gtd"] {
        assert_eq!(killed(alone, rule), "30 30 30 by 0", "{rule}");
    }
}

#[test]
fn a_party_beside_others_in_one_article_stands_apart() {
    let story: Story = &[(
        "2026-03-04",
        "The rebels said they killed 40 people in an attack on a market in Darkush on Tuesday. \
         The health ministry said 11 people were killed in the attack.",
    )];
    let one_event = |c: &mut Claims| c.casualties[1].event = c.casualties[0].event.clone();
    let (report, claims) = read_with(story, one_event);
    for (rule, expected) in
        [("wirecheck", "40 40"), ("ucdp", "11 11"), ("acled", "11 40"), ("gtd", "11 11"), ("airwars", "11 40")]
    {
        let tolls = tolls_by(&report, &claims, rule, Lexicon::english()).unwrap();
        assert_eq!(format!("{} {}", tolls[0].low.unwrap(), tolls[0].high.unwrap()), expected, "{rule}");
    }
}

#[test]
fn nobody_died() {
    let story: Story = &[("2026-03-04", "A bomb exploded at a market in Darkush on Tuesday. No one was killed.")];
    assert_eq!(killed(story, "ucdp"), "none");
    assert_eq!(killed(story, "gtd"), "0 0 0 by 0");
}

#[test]
fn attackers_are_counted_by_gtd_and_stand_apart_for_airwars() {
    let story: Story = &[(
        "2026-03-04",
        "A suicide bomber killed 12 people, including himself, at a market in Darkush on Tuesday, police said.",
    )];
    assert_eq!(killed(story, "gtd"), "12 12 12 by 0");
    assert_eq!(killed(story, "airwars"), "11 - 11 by 0");
}

/// Fighters and others in one sentence.
const CLASH: Story = &[(
    "2026-03-04",
    "Twelve militants, four soldiers and three villagers were killed in a clash near Darkush on Tuesday, police said. \
     Two women were injured.",
)];

#[test]
fn fighters_are_no_civilians() {
    assert_eq!(killed(CLASH, "ucdp"), "19 19 19 by 0");
    assert_eq!(killed(CLASH, "airwars"), "3 - 3 by 0");
    let i = incident(CLASH);
    assert_eq!(
        (i.civilian_non_combatants_killed_min, i.persons_directly_participating_in_hostilities_killed_max),
        (Some(3), Some(16))
    );
    assert_eq!((i.women_injured_min, i.civilian_non_combatants_injured_max), (Some(2), Some(2)));
    assert_eq!((i.children_killed_min, i.men_killed_max), (None, None));
}

#[test]
fn the_dead_are_split_by_side() {
    let e = event(CLASH);
    assert_eq!((e.deaths_a, e.deaths_b, e.deaths_civilians, e.deaths_unknown), (Some(4), Some(12), None, Some(3)));
    let e = event(MARKET);
    assert_eq!((e.deaths_a, e.deaths_b, e.deaths_civilians, e.deaths_unknown), (None, None, Some(3), Some(8)));
    let all_told: Story = &[("2026-03-04", "Four civilians and two soldiers were killed in a clash near Darkush on Tuesday.")];
    let e = event(all_told);
    assert_eq!((e.deaths_a, e.deaths_b, e.deaths_civilians, e.deaths_unknown), (Some(2), Some(0), Some(4), Some(0)));
}

#[test]
fn an_event_tells_where_and_when_and_by_whom() {
    let e = event(MARKET);
    assert_eq!((e.country.as_deref(), e.adm_1.as_deref(), e.where_prec), (Some("Syria"), Some("Idlib"), Some(1)));
    assert_eq!((e.year, e.date_prec, e.event_clarity, e.number_of_sources), (Some(2026), Some(1), 1, 3));
    assert_eq!((e.low, e.best, e.high), (Some(11), Some(11), Some(24)));
    assert_eq!(e.source_original.as_deref(), Some("the health ministry"));
    assert_eq!(e.source_article, r#""0,2026-03-03";"1,2026-03-03";"2,2026-03-04""#);
}

#[test]
fn a_war_is_no_event_and_some_days_are_an_aggregate() {
    let war: Story = &[("2026-03-04", "More than 220,000 people have been killed since the war in Syria began in 2011.")];
    assert!(["ucdp", "acled", "gtd", "airwars"].iter().all(|rule| all(war, rule).is_empty()));
    let days: Story = &[("2026-03-04", "At least 60 people have been killed in clashes in Darkush over the past three days.")];
    assert_eq!(event(days).event_clarity, 2);
    assert!(all(days, "airwars").is_empty());
}

#[test]
fn gradings_follow_from_who_tells_it() {
    let graded = |story: Story| incident(story).civilian_harm_status.map_or("none", |g| g.as_str());
    let one = ("2026-03-03", "An air strike killed five villagers in Darkush on Tuesday.");
    let other = ("2026-03-03", "Five villagers were killed in an air strike in Darkush on Tuesday, medics said.");
    assert_eq!(graded(&[one]), "weak");
    assert_eq!(graded(&[one, other]), "fair");
    assert_eq!(graded(&[("2026-03-03", "An air strike killed five militants in Darkush on Tuesday.")]), "discounted");
    assert_eq!(graded(&[("2026-03-03", "No one was hurt in an air strike in Darkush on Tuesday.")]), "none");
}

#[test]
fn who_did_it_grades_an_incident() {
    let story: Story = &[
        ("2026-03-03", "An air strike killed five villagers in Darkush on Tuesday, the army said."),
        ("2026-03-03", "Five villagers were killed in an air strike in Darkush on Tuesday, medics said."),
    ];
    let graded = |first: Option<&str>, second: Option<&str>| {
        let (report, claims) = read_with(story, |c| {
            for (claim, actor) in c.casualties.iter_mut().zip([first, second]) {
                claim.actor = actor.map(str::to_owned);
            }
        });
        let made = to_airwars(&report, &claims, Lexicon::english()).remove(0);
        format!("{} {}", made.civilian_harm_status.unwrap(), made.belligerents.join(", "))
    };
    assert_eq!(graded(Some("the army"), None), "confirmed the army");
    assert_eq!(graded(Some("the rebels"), Some("the coalition")), "contested the rebels, the coalition");
    assert_eq!(graded(None, Some("the coalition")), "weak the coalition");
}

/// A figure that an editor takes back, and an article that still has it.
const CORRECTED: Story = &[
    ("2026-03-03T10:00", "Thirty people were killed on Tuesday when a bus fell into a river near Darkush."),
    (
        "2026-03-04T10:00",
        "Thirteen people were killed on Tuesday when a bus fell into a river near Darkush.\n\n\
         Correction: An earlier version of this article said 30 people were killed; the number is 13.",
    ),
];

#[test]
fn a_figure_that_was_taken_back_counts_no_more() {
    assert_eq!(killed(&CORRECTED[1..], "wirecheck"), "13 13 13 by 0");
    let (report, claims) = read(CORRECTED);
    let taken_back = claims.casualties.iter().find(|c| c.article == "1" && c.number == Some(30)).unwrap();
    assert_eq!(taken_back.asserted, Asserted::Denied);
    assert!(report.relations.iter().all(|r| r.left != taken_back.id && r.right != taken_back.id));
    assert!(report.tolls.iter().all(|t| !t.claims.contains(&taken_back.id)));
}
