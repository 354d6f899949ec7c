use super::RULES;
use crate::claim::extract;
use crate::claim::record::CasualtyClaim;
use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::Kind;
use crate::rule::{CLOCK, Rule};
use crate::text::Article;

fn rows(text: &str) -> Vec<CasualtyClaim> {
    let article = Article::new("a", text).published(CLOCK);
    extract(&[article], &[Kind::Casualty], Lexicon::english()).map(|c| c.casualties).unwrap_or_default()
}

fn opt(n: Option<i64>) -> String {
    n.map_or("-".to_owned(), |n| n.to_string())
}

fn told(text: &str) -> Vec<String> {
    rows(text).iter().map(|r| format!("{} {} {} {}", r.effect, r.bound, opt(r.low), opt(r.high))).collect()
}

fn hold(rules: &[&Rule], own: bool) {
    let mut wrong = Vec::new();
    for rule in rules {
        for reads in rule.reads {
            for sentence in reads.sentences {
                let got = rows(sentence);
                let hit = told(sentence).iter().zip(&got).any(|(v, r)| v == reads.value && (!own || r.rule == rule.id));
                if !hit {
                    let ids: Vec<_> = got.iter().map(|r| r.rule.as_str()).collect();
                    wrong.push(format!("{}: {sentence}\n   wanted {} got {:?} {ids:?}", rule.id, reads.value, told(sentence)));
                }
            }
        }
        for sentence in rule.silent {
            if !rows(sentence).is_empty() {
                wrong.push(format!("{} not silent: {sentence}\n    {:?}", rule.id, told(sentence)));
            }
        }
    }
    assert!(wrong.is_empty(), "{} examples:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn examples_hold() {
    hold(RULES, true);
}

#[test]
fn examples_of_numbers_hold() {
    hold(crate::read::numbers::RULES, false);
}

/// Spans between bars.
fn check(text: &str, expected: &str) {
    let got: Vec<_> = rows(text).iter().map(|r| format!("{}:{}", r.effect, r.text)).collect();
    assert_eq!(got.join(" | "), expected, "{text}");
}

#[test]
fn spans_are_the_shortest_run_with_all_words() {
    check("At least 19 civilians were killed in Homs on Monday, the group said.", "killed:At least 19 civilians were killed");
    check("Four were killed and 13 others injured.", "killed:Four were killed | injured:13 others injured");
    check(
        "Nineteen people including three children were killed.",
        "killed:Nineteen people including three children were killed | killed:three children",
    );
    check(
        "A blast killed 12 militants and four security personnel.",
        "killed:killed 12 militants | killed:four security personnel",
    );
    check("The attack left 20 dead and 12 wounded.", "killed:20 dead | injured:12 wounded");
}

#[test]
fn nothing_breaks_on_odd_texts() {
    for text in [
        "",
        "killed",
        "12 killed",
        "killed 12",
        "death toll",
        "no",
        "of the dead were",
        "a",
        "among the dead",
        "\0 killed 3 \u{200f}",
        "٣ قتلى killed",
    ] {
        let _ = rows(text);
    }
}

#[test]
fn places_are_told_by_their_noun_by_the_next_sentence_and_by_the_war() {
    let place = |text: &str| rows(text).first().and_then(|r| r.place.clone()).unwrap_or_default();
    for (text, expected) in [
        ("A jet on a bombing run over the rebel-held town of Darkush killed nine people.", "Darkush"),
        ("Nine people were killed when jets bombed Darkush on Monday.", "Darkush"),
        ("Nine people were killed in shelling by gunmen from the town of Darkush.", ""),
        ("A raid killed nine people on Monday. The raid struck the town of Darkush, officials said.", "Darkush"),
        ("A raid killed nine people on Monday. Another raid struck the town of Darkush, officials said.", ""),
        (
            "Talks on Syria went on. Syria has asked for time. Envoys left Syria for Geneva. The war has killed more than 220,000 people since 2011.",
            "Syria",
        ),
        ("Talks on Syria and Yemen went on. The war has killed more than 220,000 people since 2011.", ""),
    ] {
        assert_eq!(place(text), expected, "{text}");
    }
}

#[test]
fn the_day_of_a_blow_stands_in_its_own_clause() {
    let text = "A jet crashed into a market in Ariha, which fell to rebels in May. Nine people died, officials said.";
    assert!(rows(text).iter().all(|r| r.earliest.is_none()), "{:?}", rows(text));
}

#[test]
fn a_relative_clause_tells_of_the_day_of_its_blow() {
    let day = |text: &str| rows(text).first().and_then(|r| r.earliest).map(|d| d.to_string()).unwrap_or_default();
    for (text, expected) in [
        ("A raid on Tuesday that killed nine people was condemned by all.", "2015-08-04"),
        ("Tuesday's raid, which killed nine people, was condemned by all.", "2015-08-04"),
        ("The first death since a raid on Tuesday that killed nine people came at dawn.", "2015-08-04"),
        ("The council met on Tuesday and mourned those whom the raid that killed nine people had hit.", ""),
    ] {
        assert_eq!(day(text), expected, "{text}");
    }
}

#[test]
fn places_are_pointed_at_and_are_not_where_somebody_speaks() {
    let place = |text: &str| rows(text).last().and_then(|r| r.place.clone()).unwrap_or_default();
    for (text, expected) in [
        ("The leader said in Turkey the attack had killed nine people.", ""),
        ("The minister told reporters in Geneva that a raid had killed nine people in Mosul.", "Mosul"),
        ("Nine people were killed in Syria's northwestern province of Idlib.", "Idlib"),
        ("Nine people were killed at Darkush, the largest town in Idlib province.", "Darkush"),
        (
            "Troops are near Darkush. They are few. Since Sunday nine people have been killed in raids on the besieged town.",
            "Darkush",
        ),
        ("Troops are near Darkush. They are few. Since Sunday nine people have been killed in raids on the province.", ""),
        (
            "The accident happened late on Tuesday on the Rhine River near Duisburg.\n\nThe ship had 129 people on board.\n\nFour people were hurt.",
            "Duisburg",
        ),
    ] {
        assert_eq!(place(text), expected, "{text}");
    }
}

#[test]
fn who_gives_a_toll_is_its_holder() {
    let source = |text: &str| rows(text).first().and_then(|r| r.source.clone()).unwrap_or_default();
    for (text, expected) in [
        ("Medics gave a slightly lower toll of 31 dead.", "Medics"),
        ("The Red Cross, an aid group based in Geneva, put the death toll at 31.", "Red Cross"),
        ("Three deaths and 22 injuries were reported by the civil defence after the raid.", "the civil defence"),
        ("The explosion brought the toll to 31.", ""),
        ("\"Three people died in the fire. Ten more are in hospital,\" the mayor said.", "the mayor"),
        ("\"Nobody slept. It was loud,\" the mayor said. Three people died in the fire.", ""),
        ("The claim which did not mention a wedding said 40 people had been killed.", "The claim"),
        ("They were exchanging vows in a tent, killing 32 people, a medical source said.", "a medical source"),
    ] {
        assert_eq!(source(text), expected, "{text}");
    }
}

#[test]
fn members_of_armed_bodies_are_combatants() {
    let group = |text: &str| rows(text).first().map(|r| r.group.to_string()).unwrap_or_default();
    assert_eq!(group("Two members of the security forces were killed."), "combatant");
    assert_eq!(group("Two members of the village choir were killed."), "unknown");
}
