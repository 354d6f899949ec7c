//! People: a surname belongs to the fullest name that ends so, unless two do.

use std::collections::HashMap;

use super::{Found, Reader, words};
use crate::lexicon::Known;
use crate::lexicon::vocabulary::NameType;

impl Reader<'_, '_> {
    pub(super) fn people(&self, found: &mut [Found]) {
        let keys: Vec<_> = found
            .iter()
            .map(|f| if f.kind == NameType::Person { words(self.page.text(f.mention.run), self.lexicon) } else { Vec::new() })
            .collect();
        let told: Vec<_> = found.iter().zip(&keys).filter(|(f, _)| !f.aside).map(|(_, k)| k.clone()).collect();
        let full = fullest(&told);
        let mut by_word: HashMap<&str, Vec<&Vec<String>>> = HashMap::new();
        for name in &full {
            for word in name {
                by_word.entry(word).or_default().push(name);
            }
        }
        let mut lone: HashMap<String, usize> = HashMap::new();
        for (f, key) in found.iter_mut().zip(&keys).filter(|(_, k)| !k.is_empty()) {
            f.entity = match self.known(f.mention.run) {
                Some(Known::Alias(entity)) if entity.starts_with("person:") => Some(entity.clone()),
                _ if key.len() > 1 => Some(entity(fuller(key, &by_word))),
                _ => match owner(&key[0], &by_word) {
                    Owner::One(name) => Some(entity(name)),
                    // Two of that name: the text does not tell which.
                    Owner::Several => None,
                    Owner::Nobody => {
                        let next = lone.len() + 1;
                        let n = *lone.entry(key[0].clone()).or_insert(next);
                        Some(format!("{}~n{n}", self.story.article.id))
                    }
                },
            };
        }
    }
}

enum Owner<'a> {
    One(&'a [String]),
    Several,
    Nobody,
}

/// Whose surname a lone word is; else whose given name.
fn owner<'a>(word: &str, by_word: &HashMap<&str, Vec<&'a Vec<String>>>) -> Owner<'a> {
    let Some(names) = by_word.get(word) else { return Owner::Nobody };
    for position in
        [|n: &[String], w: &str| n.last().is_some_and(|x| x == w), |n: &[String], w: &str| n.first().is_some_and(|x| x == w)]
    {
        let mut fit = names.iter().filter(|n| position(n, word));
        match (fit.next(), fit.next()) {
            (Some(name), None) => return Owner::One(name),
            (Some(_), Some(_)) => return Owner::Several,
            _ => {}
        }
    }
    match names[..] {
        [name] => Owner::One(name),
        _ => Owner::Several,
    }
}

/// The full names of the article, those left out that are a part of another ("Tayyip Erdogan").
fn fullest(keys: &[Vec<String>]) -> Vec<Vec<String>> {
    let mut names: Vec<_> = keys.iter().filter(|k| k.len() > 1).cloned().collect();
    names.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
    names.dedup();
    let mut by_last: HashMap<String, Vec<usize>> = HashMap::new();
    let mut out: Vec<Vec<String>> = Vec::new();
    for name in names {
        let Some(last) = name.last().cloned() else { continue };
        let same = by_last.entry(last).or_default();
        if same.iter().all(|&i| !is_part(&name, &out[i])) {
            same.push(out.len());
            out.push(name);
        }
    }
    out
}

/// The one fuller name that a name is a part of, or the name itself.
fn fuller<'a>(key: &'a [String], by_word: &HashMap<&str, Vec<&'a Vec<String>>>) -> &'a [String] {
    let same = key.last().and_then(|last| by_word.get(last.as_str()));
    let mut fit = same.into_iter().flatten().filter(|f| is_part(key, f));
    match (fit.next(), fit.next()) {
        (Some(one), None) => one,
        _ => key,
    }
}

/// Whether all words of the short name stand in the long one in order, with the same last word.
fn is_part(short: &[String], long: &[String]) -> bool {
    let mut rest = long.iter();
    short.last() == long.last() && short.iter().all(|w| rest.any(|x| x == w || w.len() == 1 && x.starts_with(w.as_str())))
}

fn entity(name: &[String]) -> String {
    format!("person:{}", name.join("-"))
}
