use super::*;
use crate::text::Article;

fn names_of(text: &str) -> Vec<(String, Name)> {
    let article = Article::new("a", text);
    let story = Story::new(&article, Lexicon::english());
    story.names().iter().map(|n| (story.page.text(n.run).to_owned(), n.clone())).collect()
}

#[test]
fn rules_read_their_examples() {
    for rule in RULES {
        let read = |text: &str| -> Vec<_> {
            names_of(text).into_iter().filter(|(_, n)| n.rule == rule.id).map(|(t, n)| format!("{} {t}", n.kind)).collect()
        };
        for reads in rule.reads {
            for sentence in reads.sentences {
                let got = read(sentence);
                assert!(got.iter().any(|v| v == reads.value), "{}: {sentence}: {got:?}", rule.id);
            }
        }
        for sentence in rule.silent {
            let got = read(sentence);
            assert!(got.is_empty(), "{}: {sentence}: {got:?}", rule.id);
        }
    }
}

/// Mentions with their entities, in order, as `mention=entity`.
fn check(text: &str, expected: &[&str]) {
    let got: Vec<_> = names_of(text).into_iter().map(|(t, n)| format!("{t}={}", n.entity.as_deref().unwrap_or("-"))).collect();
    assert_eq!(got, expected, "{text}");
}

#[test]
fn surnames_belong_to_the_fullest_name() {
    check(
        "Foreign Minister Sergei Drole met reporters. Drole said the talks went well.",
        &["Sergei Drole=person:sergey-drole", "Drole=person:sergey-drole"],
    );
    check(
        "Anna Drole met Mark Drole in private. A day later Drole said nothing.",
        &["Anna Drole=person:anna-drole", "Mark Drole=person:mark-drole", "Drole=-"],
    );
    check("Mr. Drole left.", &["Drole=a~n1"]);
    check(
        "Bashar al-Drole left. The plan of Drole failed.",
        &["Bashar al-Drole=person:bashar-drole", "Drole=person:bashar-drole"],
    );
}

#[test]
fn aliases_are_one() {
    check("The USA and the U.S. are one.", &["USA=place:united-states", "U.S.=place:united-states"]);
    check("The men belong to Daesh, or ISIL.", &["Daesh=org:islamic-state", "ISIL=org:islamic-state"]);
    check(
        "The Free Tornbeck Party (FTP) won. It was the best year of the FTP.",
        &["Free Tornbeck Party=org:free-tornbeck-party", "FTP=org:free-tornbeck-party", "FTP=org:free-tornbeck-party"],
    );
    check(
        "The International Tornbeck Support Group met. The men of the International Tornbecks Support Group left.",
        &[
            "International Tornbeck Support Group=org:international-tornbeck-support-group",
            "International Tornbecks Support Group=org:international-tornbeck-support-group",
        ],
    );
}

#[test]
fn other_names_of_people_are_theirs() {
    check(
        "Anna Drole, known as Tornya, left. The men of Tornya stayed.",
        &["Anna Drole=person:anna-drole", "Tornya=person:anna-drole", "Tornya=person:anna-drole"],
    );
    check("The firm, known as Tornya, left.", &["Tornya=org:tornya"]);
    check("Al Tornbeck met Ash Drole.", &["Al Tornbeck=person:al-tornbeck", "Ash Drole=person:ash-drole"]);
}

#[test]
fn namesakes_stay_two() {
    check(
        "President Mark W. Drole left. His father, Mark H.W. Drole, stayed. Nobody saw Mark Drole.",
        &["Mark W. Drole=person:mark-w-drole", "His=person:mark-w-drole", "Mark H.W. Drole=person:mark-hw-drole", "Mark Drole=-"],
    );
    check("Mark E. Drole lost. Mark A. Drole won.", &["Mark E. Drole=person:mark-e-drole", "Mark A. Drole=person:mark-a-drole"]);
    check("Mark E. Drole lost. Mark Drole wept.", &["Mark E. Drole=person:mark-drole", "Mark Drole=person:mark-drole"]);
    check(
        "Mark Drole Jr. left. Mark Drole Sr. stayed. Drole wept.",
        &["Mark Drole Jr.=person:mark-drole-jr", "Mark Drole Sr.=person:mark-drole-sr", "Drole=-"],
    );
    check(
        "Ali Drole was jailed. Omar Ali Drole, his lawyer, left.",
        &["Ali Drole=person:ali-drole", "Omar Ali Drole=person:omar-ali-drole", "his=person:ali-drole"],
    );
    check(
        "Queen Anna met President Anna Drole. Later Queen Anna left.",
        &["Anna=a~n1", "Anna Drole=person:anna-drole", "Anna=a~n1"],
    );
    check(
        "Jordan's King Mark left. King Mark of Spain stayed. King Mark wept, and so did the King Mark of Jordan.",
        &["Jordan=place:jordan", "Mark=a~n1", "Mark=a~n2", "Spain=place:spain", "Mark=-", "Mark=a~n1", "Jordan=place:jordan"],
    );
    check("Prince Mark died. King Mark wept. The plan of Mark failed.", &["Mark=a~n1", "Mark=a~n2", "Mark=-"]);
    check(
        "The Free Tornbeck Party (FTP) met the First Tornbeck Press (FTP). It was the year of the FTP.",
        &[
            "Free Tornbeck Party=org:free-tornbeck-party",
            "FTP=-",
            "First Tornbeck Press=org:first-tornbeck-press",
            "FTP=-",
            "FTP=-",
        ],
    );
}

#[test]
fn a_place_is_nobody_who_is_named_later() {
    check(
        "Jordan closed the border. Michael Jordan owned a team.",
        &["Jordan=gov:jordan", "Michael Jordan=person:michael-jordan"],
    );
    check(
        "HOUSTON - Bill Drole spoke. Whitney Houston sang. Houston wept.",
        &[
            "HOUSTON=place:us/houston",
            "Bill Drole=person:bill-drole",
            "Whitney Houston=person:whitney-houston",
            "Houston=person:whitney-houston",
        ],
    );
    check(
        "John Denver sang. Two men died in Denver. The songs of Denver live.",
        &["John Denver=person:john-denver", "Denver=place:us/denver", "Denver=person:john-denver"],
    );
}

#[test]
fn ministries_of_a_country_are_one() {
    check(
        "Russia's Foreign Ministry met. The Foreign Ministry of Russia met. The Russian Foreign Ministry met.",
        &[
            "Russia=place:russia",
            "Foreign Ministry=org:russian-foreign-ministry",
            "Foreign Ministry of Russia=org:russian-foreign-ministry",
            "Russian Foreign Ministry=org:russian-foreign-ministry",
        ],
    );
}

#[test]
fn capitals_act_as_governments() {
    check("Moscow accused Ankara of lying.", &["Moscow=gov:russia", "Ankara=gov:turkey"]);
    check("Talks were held in Moscow.", &["Moscow=place:ru/moscow"]);
    check("The US said so.", &["US=gov:united-states"]);
    check("The talks with Russia were held in Doha.", &["Russia=gov:russia", "Doha=place:qa/doha"]);
    check("The Kremlin denied it.", &["Kremlin=gov:russia"]);
    check("The State Department denied it.", &["State Department=org:us-state-department"]);
}

#[test]
fn pronouns_and_roles_point_back() {
    check(
        "Foreign Minister Vexa Drole met reporters. He said the minister was tired.",
        &["Vexa Drole=person:vexa-drole", "He=person:vexa-drole", "the minister=person:vexa-drole"],
    );
    check("Maria Drole sat down. He said nothing.", &["Maria Drole=person:maria-drole", "He=-"]);
    check("The two ministers left. They said nothing.", &["The two ministers=-", "They=-"]);
}

#[test]
fn a_lone_surname_is_the_one_that_fits() {
    check(
        "Anna Drole and Mark Drole left. Mr. Drole drove, and Mrs. Drole slept. The car was Drole's.",
        &[
            "Anna Drole=person:anna-drole",
            "Mark Drole=person:mark-drole",
            "Drole=person:mark-drole",
            "Drole=person:anna-drole",
            "Drole=-",
        ],
    );
    check("King Drole met Mark Drole. A day later Drole left.", &["Drole=a~n1", "Mark Drole=person:mark-drole", "Drole=-"]);
    check("Prince Mark Drole left. Later Prince Mark said so.", &["Mark Drole=person:mark-drole", "Mark=person:mark-drole"]);
    check("Mark Drole left. Mrs. Drole slept.", &["Mark Drole=person:mark-drole", "Drole=a~n1"]);
    check("Mr. Drole left. Mrs. Drole slept.", &["Drole=a~n1", "Drole=a~n2"]);
    check("Xi Lintel spoke. Later Xi said so.", &["Xi Lintel=person:xi-lintel", "Xi=person:xi-lintel"]);
    check(
        "Muammar Kadrofi fell. A year later Moammar Qadroffi died.",
        &["Muammar Kadrofi=person:moammar-kadrofi", "Moammar Qadroffi=person:moammar-kadrofi"],
    );
}

#[test]
fn a_deputy_and_a_former_minister_hold_other_offices() {
    let former = "Former Finance Minister Vexa Drole left. ";
    check(&format!("{former}The minister waved."), &["Vexa Drole=person:vexa-drole", "The minister=person:vexa-drole"]);
    check(
        &format!("{former}Finance Minister Anna Lintel came. The minister waved, and the former minister left."),
        &[
            "Vexa Drole=person:vexa-drole",
            "Anna Lintel=person:anna-lintel",
            "The minister=person:anna-lintel",
            "the former minister=person:vexa-drole",
        ],
    );
    check(
        "Deputy Foreign Minister Vexa Drole left. The minister waved, and the deputy minister left.",
        &["Vexa Drole=person:vexa-drole", "The minister=-", "the deputy minister=person:vexa-drole"],
    );
    check(
        "Russian President Vexa Drole left. The Russian leader waved, and the president of Kenya left.",
        &["Vexa Drole=person:vexa-drole", "The Russian leader=person:vexa-drole", "the president=-", "Kenya=place:kenya"],
    );
}

#[test]
fn two_equally_good_are_nobody() {
    check(
        "John Drole and Mark Lintel argued. He left early.",
        &["John Drole=person:john-drole", "Mark Lintel=person:mark-lintel", "He=-"],
    );
    check(
        "John Drole told Mark Lintel that he was late. Later Mark Lintel told him so.",
        &[
            "John Drole=person:john-drole",
            "Mark Lintel=person:mark-lintel",
            "he=person:john-drole",
            "Mark Lintel=person:mark-lintel",
            "him=person:john-drole",
        ],
    );
    check(
        "In his speech, John Drole thanked his wife, Anna. She wept.",
        &["his=person:john-drole", "John Drole=person:john-drole", "his=person:john-drole", "Anna=a~n1", "She=a~n1"],
    );
}

#[test]
fn a_ministry_has_one_name() {
    check(
        "The Russian Ministry of Health was shut. Officials of the Health Ministry slept.",
        &["Russian Ministry of Health=org:russian-health-ministry", "Health Ministry=org:russian-health-ministry"],
    );
}

#[test]
fn nothing_breaks() {
    for text in ["", "A", "al-", "The", "\u{0}", "Mr.", "President", "(", "N(", "The the the", "É", "US", "IN IN IN IN"] {
        let _ = names_of(text);
    }
    let long = "Drole ".repeat(5000);
    let _ = names_of(&long);
}
