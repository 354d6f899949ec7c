//! Places: which of several of one name, by the countries the article speaks of.

use std::collections::HashMap;

use super::{Found, Reader};
use crate::lexicon::vocabulary::NameType;
use crate::lexicon::{Known, PlaceKind, slug};

impl Reader<'_, '_> {
    pub(super) fn places(&self, found: &mut [Found]) {
        let spoken = self.countries_spoken_of(found);
        for f in found.iter_mut().filter(|f| f.kind == NameType::Loc) {
            f.entity = Some(match self.known(f.mention.run).or_else(|| self.known_head(f)) {
                Some(Known::Place(found)) => self.chosen(found, &spoken),
                Some(Known::Alias(entity)) => entity.clone(),
                Some(Known::Organisation(slug)) => format!("org:{slug}"),
                Some(Known::Seat(code)) => format!("gov:{}", self.lexicon.names.country_slug(code).unwrap_or_default()),
                None => format!("place:{}", slug(self.page.text(f.mention.run))),
            });
        }
    }

    /// "Idlib" of "Idlib Province".
    fn known_head(&self, f: &Found) -> Option<&Known> {
        let run = f.mention.run;
        let (n, known) = self.lexicon.names.known.longest(self.page.lowers(run))?;
        (n + 1 == run.len() && self.lexicon.names.place_heads.has(self.page.lower(run.end - 1))).then_some(known)
    }

    /// How often the article names each country, by code: by its name, by an adjective of its people, by a town of that name alone.
    fn countries_spoken_of(&self, found: &[Found]) -> HashMap<String, usize> {
        let mut out: HashMap<String, usize> = HashMap::new();
        for f in found.iter().filter(|f| f.kind == NameType::Loc) {
            if let Some(Known::Place(places)) = self.known(f.mention.run)
                && let [only] = places[..]
                && let Some(code) = self.lexicon.names.places[only as usize].country.clone()
            {
                *out.entry(code).or_default() += 1;
            }
        }
        for sentence in self.story.sentences() {
            let run = self.page.sentences[sentence].tokens;
            for i in run.iter().filter(|&i| self.page.tokens[i].capital) {
                if let Some(code) = self.lexicon.names.demonyms.get(self.page.lower(i))
                    && !code.is_empty()
                {
                    *out.entry(code.clone()).or_default() += 1;
                }
            }
        }
        out
    }

    /// The most populous of the places of one name, or the one whose country the article speaks of most.
    fn chosen(&self, found: &[u32], spoken: &HashMap<String, usize>) -> String {
        let places = &self.lexicon.names.places;
        let first = &places[found[0] as usize];
        // "Georgia" and "Jordan" are countries unless the article speaks of the other country alone; capitals stay capitals.
        let score = |&&i: &&u32| {
            let p = &places[i as usize];
            let spoken = p.country.as_ref().and_then(|c| spoken.get(c)).copied().unwrap_or(0);
            let prior = if p.kind == PlaceKind::Country {
                3
            } else if p.capital {
                4
            } else {
                usize::from(p.people > 2000) * 2
            };
            spoken.min(12) + prior
        };
        let best = found.iter().rev().max_by_key(score).map_or(first, |&i| &places[i as usize]);
        best.entity.clone()
    }
}
