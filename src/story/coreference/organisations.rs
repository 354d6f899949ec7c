//! Organisations: listed ones, acronyms explained in brackets, and names that differ by a slip.

use std::collections::HashMap;

use super::{Found, Reader};
use crate::lexicon::vocabulary::NameType;
use crate::lexicon::{Known, slug};
use crate::text::Run;

impl Reader<'_, '_> {
    pub(super) fn organisations(&self, found: &mut [Found]) {
        let acronyms = self.acronyms(found);
        let mut slips: HashMap<String, Vec<String>> = HashMap::new();
        for f in found.iter_mut().filter(|f| f.kind == NameType::Org) {
            let text = self.page.text(f.mention.run);
            f.entity = Some(match self.known(f.mention.run) {
                Some(Known::Organisation(slug)) => format!("org:{slug}"),
                Some(Known::Alias(entity)) => entity.clone(),
                Some(Known::Seat(code)) => format!("gov:{}", self.lexicon.names.country_slug(code).unwrap_or_default()),
                _ => {
                    let own = acronyms.get(&slug(text)).cloned().unwrap_or_else(|| slug(text));
                    self.listed_or(&without_slip(own, &mut slips))
                }
            });
        }
    }

    /// The organisation's listed slug, where the full name is listed under another.
    fn listed_or(&self, own: &str) -> String {
        match self.lexicon.names.known.longest(own.split('-')) {
            Some((n, Known::Organisation(listed))) if n == own.split('-').count() => format!("org:{listed}"),
            _ => format!("org:{own}"),
        }
    }

    /// "Free Tornbeck Party (FTP)" and "FTP (Free Tornbeck Party)": the slug of the full name by the acronym's.
    fn acronyms(&self, found: &[Found]) -> HashMap<String, String> {
        let mut out = HashMap::new();
        for pair in found.windows(2) {
            let (a, b) = (&pair[0], &pair[1]);
            let opened = self.page.word(a.mention.run.end) == "(" && a.mention.run.end + 1 == b.mention.run.start;
            if !opened || self.page.word(b.mention.run.end) != ")" || a.sentence != b.sentence {
                continue;
            }
            for (full, short) in [(a, b), (b, a)] {
                if short.mention.run.len() == 1
                    && full.mention.run.len() > 1
                    && self.initials_match(full.mention.run, self.page.word(short.mention.run.start))
                {
                    out.insert(slug(self.page.text(short.mention.run)), slug(self.page.text(full.mention.run)));
                }
            }
        }
        out
    }

    /// Whether the letters of an acronym are the first letters of the name's words, small words left out or not.
    fn initials_match(&self, full: Run, acronym: &str) -> bool {
        let first = |all: bool| -> String {
            full.iter()
                .filter(|&i| all || !self.lexicon.words.is_function(self.page.lower(i)))
                .filter_map(|i| self.page.lower(i).chars().next())
                .filter(|c| c.is_alphabetic())
                .collect()
        };
        let wanted: String = acronym.to_lowercase().chars().filter(|c| c.is_alphabetic()).collect();
        wanted.len() > 1 && (first(true) == wanted || first(false) == wanted)
    }
}

/// The first spelling of a name of three words or more in the article that differs by at most two letters.
fn without_slip(own: String, slips: &mut HashMap<String, Vec<String>>) -> String {
    if own.split('-').count() < 3 {
        return own;
    }
    // Only names that share their first word are compared.
    let block = slips.entry(own.split('-').next().unwrap_or_default().to_owned()).or_default();
    if let Some(first) = block.iter().take(50).find(|other| near(&own, other)) {
        return first.clone();
    }
    block.push(own.clone());
    own
}

/// Whether all words are equal but one, and that differs by at most two letters at its end ("Syria", "Syrian").
fn near(a: &str, b: &str) -> bool {
    let (a, b): (Vec<_>, Vec<_>) = (a.split('-').collect(), b.split('-').collect());
    if a.len() != b.len() {
        return false;
    }
    let differ: Vec<_> = a.iter().zip(&b).filter(|(x, y)| x != y).collect();
    matches!(differ[..], [(x, y)] if slip(x, y)) || differ.is_empty()
}

fn slip(x: &str, y: &str) -> bool {
    let common = x.chars().zip(y.chars()).take_while(|(a, b)| a == b).count();
    let (long, short) = (x.chars().count().max(y.chars().count()), x.chars().count().min(y.chars().count()));
    common >= 4 && long - short <= 2 && long - common <= 2
}
