//! What every table says of its making: the version, the rules and words it was read by, and the form of the tables.

use std::hash::Hasher;
use std::sync::LazyLock;

use arrow_schema::Metadata;

use crate::check::{Register, register};
use crate::value::words::Fnv;

/// The form of the tables; it grows when a column is renamed, retyped or removed, not when one is added at the end.
const SCHEMA: &str = "1";

/// The key of the rule set.
pub const RULES: &str = "wirecheck.rules";

/// The metadata of an Arrow schema: `wirecheck.version`, [`RULES`] and `wirecheck.schema`.
///
/// The rule set is a hash over the ids and examples of all rules and checks and over the words of the lexicon, made when it is first
/// asked for: two that differ may read a text differently.
#[must_use]
pub fn stamp() -> &'static Metadata {
    static STAMP: LazyLock<Metadata> = LazyLock::new(|| {
        Metadata::from([
            ("wirecheck.version", env!("CARGO_PKG_VERSION").to_owned()),
            (RULES, rules(&register())),
            ("wirecheck.schema", SCHEMA.to_owned()),
        ])
    });
    &STAMP
}

fn rules(register: &Register) -> String {
    let mut hash = Fnv::default();
    let mut tell = |text: &str| {
        hash.write(text.as_bytes());
        hash.write(&[0]);
    };
    tell(env!("WIRECHECK_WORDS"));
    for rule in &register.rules {
        tell(rule.id);
        for reads in rule.reads {
            tell(reads.value);
            reads.sentences.iter().for_each(|sentence| tell(sentence));
        }
        rule.silent.iter().for_each(|sentence| tell(sentence));
    }
    for rule in &register.verdicts {
        tell(rule.id);
        tell(rule.verdict.as_str());
    }
    for check in register.checks {
        tell(check.id);
        tell(check.severity.as_str());
        tell(check.story);
    }
    format!("{:016x}", hash.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_example_is_another_rule_set() {
        let mut fewer = register();
        assert_eq!(rules(&fewer), stamp()[RULES]);
        fewer.rules.pop();
        assert_ne!(rules(&fewer), stamp()[RULES]);
    }
}
