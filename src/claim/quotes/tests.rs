use super::RULES;
use crate::claim::extract;
use crate::claim::record::QuoteClaim;
use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::Kind;
use crate::rule::{CLOCK, ROWS};
use crate::text::Article;

fn rows(text: &str) -> Vec<QuoteClaim> {
    let article = Article::new("a", text).published(CLOCK);
    extract(&[article], &[Kind::Quote], Lexicon::english()).map(|c| c.quotes).unwrap_or_default()
}

fn told(row: &QuoteClaim) -> String {
    format!("{} {} {}", row.kind, row.speaker.as_deref().unwrap_or("-"), row.text)
}

#[test]
fn examples_hold() {
    let mut wrong = Vec::new();
    for rule in RULES {
        for reads in rule.reads {
            for sentence in reads.sentences {
                let got = rows(sentence);
                let gives = |value: &str| got.iter().any(|r| told(r) == value && r.rule == rule.id);
                if !reads.value.split(ROWS).all(gives) {
                    let told: Vec<_> = got.iter().map(|r| format!("{} [{}]", told(r), r.rule)).collect();
                    wrong.push(format!("{}: {sentence}\n   wanted {}\n   got {told:?}", rule.id, reads.value));
                }
            }
        }
        for sentence in rule.silent {
            let got = rows(sentence);
            if !got.is_empty() {
                wrong.push(format!("{} not silent: {sentence}\n    {:?}", rule.id, got.iter().map(told).collect::<Vec<_>>()));
            }
        }
    }
    assert!(wrong.is_empty(), "{} examples:\n{}", wrong.len(), wrong.join("\n"));
}

/// One column of every row, between bars.
fn check(text: &str, column: fn(&QuoteClaim) -> Option<String>, expected: &str) {
    let got: Vec<_> = rows(text).iter().map(|r| column(r).unwrap_or_else(|| "-".to_owned())).collect();
    assert_eq!(got.join(" | "), expected, "{text}");
}

#[test]
fn parts_share_an_utterance() {
    let text = "“We waited,” said Jana Brandt, “and nobody came.” The road was closed, police said.";
    let got = rows(text);
    assert_eq!(got.len(), 3);
    assert_eq!(got[0].utterance, got[1].utterance);
    assert_ne!(got[1].utterance, got[2].utterance);
}

#[test]
fn circumstances() {
    check("Jana Brandt said at a news conference that it fell.", |r| r.occasion.clone(), "news conference");
    check("The port said in a statement that it fell.", |r| r.occasion.clone(), "statement");
    check("In a statement, the port said that it fell.", |r| r.occasion.clone(), "statement");
    check("Jana Brandt told the Harbour Times that it fell.", |r| r.via.clone(), "the Harbour Times");
    check("Jana Brandt told reporters that it fell.", |r| r.addressee.clone(), "reporters");
    check("Jana Brandt said on Thursday that it fell.", |r| r.earliest.map(|d| d.to_string()), "2015-08-06");
    check("Jana Brandt said that it fell on Thursday.", |r| r.earliest.map(|d| d.to_string()), "-");
    check("Harbour Radio reported that Jana Brandt said it fell.", |r| r.via.clone(), "Harbour Radio");
    check("The council denied that it fell.", |r| Some(r.negated.to_string()), "true");
}

#[test]
fn spans_are_code_points() {
    let text = "“Zoë’s boat sank,” said Jana Brandt. ‘And “mine” too,’ she said.";
    for row in rows(text) {
        let cut: String = text
            .chars()
            .skip(usize::try_from(row.start).unwrap_or(0))
            .take(usize::try_from(row.end - row.start).unwrap_or(0))
            .collect();
        assert_eq!(cut, row.text);
    }
}

#[test]
fn nothing_breaks_on_odd_texts() {
    for text in
        ["", "\"", "said", "\"\" said.", "X: Y\nX: Z\nX:", "“”", "\0 said “", "A said: \"B\" said C said D.", "— Brandt", "“a” —"]
    {
        let _ = rows(text);
    }
}
