//! Names that the user gives: they go before every table.

use std::collections::BTreeMap;

use super::names::{Known, NameWords, Organisation};
use super::phrases::cut;
use super::vocabulary::NameType;
use super::{Lexicon, slug};
use crate::error::{Error, Result};

/// What the ids of entities begin with.
const PREFIXES: [&str; 4] = ["person", "org", "gov", "place"];

impl Lexicon {
    /// The same tables with the user's names, each with its type, and further names, each with the entity that it names: an id
    /// (`org:islamic-state`), or a name that stands in the tables or among `names`.
    ///
    /// # Errors
    /// Where a name is empty, an id has none of the prefixes, or a name is a further name of nothing known.
    pub fn with_names(&self, names: &BTreeMap<String, NameType>, aliases: &BTreeMap<String, String>) -> Result<Self> {
        let mut out = self.clone();
        for (name, kind) in names {
            out.names.add_name(name, *kind)?;
        }
        // Of all first: an alias is no name that another could be an alias of.
        let known = aliases.iter().map(|(name, entity)| Ok((name, out.names.named(name, entity)?)));
        for (name, known) in known.collect::<Result<Vec<_>>>()? {
            out.names.known.set(bare(name), &known);
        }
        Ok(out)
    }
}

impl NameWords {
    fn add_name(&mut self, name: &str, kind: NameType) -> Result<()> {
        refuse_empty("names", name)?;
        let listed = self.listed(name).filter(|known| known.name_type() == kind).cloned();
        let known = listed.unwrap_or_else(|| Known::Alias(self.entity(name, kind)));
        if let Known::Alias(entity) = &known
            && let Some(slug) = entity.strip_prefix("org:")
        {
            let named = Organisation { name: name.to_owned(), names: Vec::new(), part_of: None };
            self.organisations.entry(slug.to_owned()).or_insert(named);
        }
        self.known.set(bare(name), &known);
        Ok(())
    }

    /// What a further name names.
    fn named(&self, name: &str, entity: &str) -> Result<Known> {
        refuse_empty("aliases", name)?;
        if let Some((prefix, id)) = entity.split_once(':') {
            if !PREFIXES.contains(&prefix) {
                let prefixes = PREFIXES.map(|p| format!("{p}:")).join(", ");
                return Err(Error::value(format!(
                    "aliases: {name:?} names {entity:?}, and an entity id begins with one of {prefixes}"
                )));
            }
            if id.is_empty() || !id.chars().all(|c| c.is_alphanumeric() && !c.is_uppercase() || matches!(c, '-' | '/')) {
                let example = format!("{prefix}:{}", slug(if id.is_empty() { name } else { id }));
                return Err(Error::value(format!(
                    "aliases: {name:?} names {entity:?}, and an entity id is written like {example:?}"
                )));
            }
            return Ok(Known::Alias(entity.to_owned()));
        }
        self.listed(entity).cloned().ok_or_else(|| {
            let example = format!("person:{}", slug(entity));
            Error::value(format!(
                "aliases: {name:?} names {entity:?}, which stands neither in the tables nor in names; add it to names, or give an \
                 entity id such as {example:?}"
            ))
        })
    }

    /// What a whole name names.
    fn listed(&self, name: &str) -> Option<&Known> {
        let words = cut(bare(name));
        let (n, known) = self.known.longest(words.iter().map(String::as_str))?;
        (n == words.len()).then_some(known)
    }

    /// The entity of a name, as an article that writes it in full gives it.
    fn entity(&self, name: &str, kind: NameType) -> String {
        let slug = slug(bare(name));
        match kind {
            NameType::Org => format!("org:{slug}"),
            NameType::Loc => format!("place:{slug}"),
            NameType::Person => format!("person:{}", self.person_words(bare(name)).join("-")),
        }
    }
}

/// A name without a leading "the", which no reader takes for a part of it.
fn bare(name: &str) -> &str {
    match name.trim_start().split_once(char::is_whitespace) {
        Some((first, rest)) if first.eq_ignore_ascii_case("the") => rest,
        _ => name,
    }
}

fn refuse_empty(given: &str, name: &str) -> Result<()> {
    if slug(name).is_empty() {
        return Err(Error::value(format!("{given}: {name:?} is no name; a name has a letter or a digit")));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(names: &[(&str, NameType)], aliases: &[(&str, &str)]) -> Result<Lexicon> {
        let names = names.iter().map(|(n, k)| ((*n).to_owned(), *k)).collect();
        let aliases = aliases.iter().map(|(n, e)| ((*n).to_owned(), (*e).to_owned())).collect();
        Lexicon::english().with_names(&names, &aliases)
    }

    #[test]
    fn names_of_the_user_go_first() {
        let names = [
            ("Tornbeck Circle", NameType::Org),
            ("Bashar al-Assad", NameType::Person),
            ("Aleppo", NameType::Person),
            ("Idlib", NameType::Loc),
        ];
        let aliases = [("SNA", "org:tornbeck-army"), ("Circle", "Tornbeck Circle"), ("The Caliphate", "Daesh")];
        let lexicon = with(&names, &aliases).unwrap();
        let entity = |name: &str| lexicon.names.listed(name).map(|known| lexicon.names.entity_of(known)).unwrap_or_default();
        for (name, expected) in [
            ("Tornbeck Circle", "org:tornbeck-circle"),
            ("Circle", "org:tornbeck-circle"),
            ("Bashar al-Assad", "person:bashar-assad"),
            ("Aleppo", "person:aleppo"),
            ("Idlib", "place:sy/idlib"),
            ("SNA", "org:tornbeck-army"),
            ("Caliphate", "org:islamic-state"),
            ("Damascus", "place:sy/damascus"),
        ] {
            assert_eq!(entity(name), expected, "{name}");
        }
        assert!(lexicon.names.organisations.contains_key("tornbeck-circle"));
        assert!(!Lexicon::english().names.organisations.contains_key("tornbeck-circle"));
    }

    #[test]
    fn errors_name_the_entry() {
        for (names, aliases, said) in [
            (&[("  ", NameType::Org)][..], &[][..], r#"names: "  " is no name"#),
            (&[], &[("", "org:un")], r#"aliases: "" is no name"#),
            (&[], &[("Lev", "country:ru")], "begins with one of person:, org:, gov:, place:"),
            (&[], &[("Lev", "person:Lev Orn")], r#"is written like "person:lev-orn""#),
            (&[], &[("Lev", "Lev Orn")], r#"such as "person:lev-orn""#),
        ] {
            let error = with(names, aliases).unwrap_err().to_string();
            assert!(error.contains(said), "{error}");
        }
    }
}
