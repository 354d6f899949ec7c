//! The rules of this family: what each reads and what it must leave alone.
//!
//! The sentences are invented. A value is `kind status value`, the value that of its time.

mod nouns;
mod verbs;

use crate::rule::Rule;

/// Every rule of the family.
pub const RULES: &[&Rule] = &[
    &verbs::MEET,
    &verbs::CONFER,
    &verbs::DISCUSS,
    &verbs::HOST,
    &verbs::VISIT,
    &verbs::TRAVEL,
    &verbs::PHONE,
    &verbs::INVITE,
    &verbs::SIGN,
    &nouns::MEETING,
    &nouns::SESSION,
    &nouns::TALKS,
    &nouns::SUMMIT,
    &nouns::CONFERENCE,
    &nouns::VISIT,
    &nouns::INVITATION,
];

#[cfg(test)]
mod tests {
    use super::RULES;
    use crate::claim::extract;
    use crate::lexicon::Lexicon;
    use crate::lexicon::vocabulary::Kind;
    use crate::rule::CLOCK;
    use crate::text::Article;

    fn check(sentence: &str) -> Vec<(String, String)> {
        let article = Article::new("a", sentence).published(CLOCK);
        let claims = extract(&[article], &[Kind::Meeting], Lexicon::english()).expect("one article");
        claims
            .meetings
            .iter()
            .map(|m| (m.rule.clone(), format!("{} {} {}", m.kind, m.status, m.value.as_deref().unwrap_or("-"))))
            .collect()
    }

    #[test]
    fn every_rule_reads_its_examples_and_leaves_the_others_alone() {
        let mut wrong = Vec::new();
        for rule in RULES {
            for (value, sentence) in rule.reads.iter().flat_map(|r| r.sentences.iter().map(move |s| (r.value, s))) {
                let mut got = check(sentence);
                // "will host a conference" is read by two rules.
                if got.len() > 1 {
                    got.retain(|(id, _)| id == rule.id);
                }
                if got != [(rule.id.to_owned(), value.to_owned())] {
                    wrong.push(format!("{sentence}\n  is {got:?}, not {} {value}", rule.id));
                }
            }
            for sentence in rule.silent {
                let got = check(sentence);
                if !got.is_empty() {
                    wrong.push(format!("{sentence}\n  is {got:?}, not silent"));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
