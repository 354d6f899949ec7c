//! Places: which of several of one name, by the countries the article speaks of.

use rustc_hash::FxHashMap;

use super::{Found, Reader};
use crate::lexicon::vocabulary::NameType;
use crate::lexicon::{Known, PlaceFacts, PlaceKind, slug};
use crate::text::Run;

impl Reader<'_, '_> {
    pub(super) fn places(&self, found: &mut [Found]) {
        let spoken = self.countries_spoken_of(found);
        for f in found.iter_mut().filter(|f| f.kind == NameType::Loc) {
            f.entity = Some(match self.known(f.mention.run).or_else(|| self.known_head(f)) {
                Some(Known::Place(found)) => self.told_by_comma(f, found).unwrap_or_else(|| self.chosen(found, &spoken)).into(),
                Some(known) => self.lexicon.names.entity_of(known).into(),
                None => format!("place:{}", slug(self.page.text(f.mention.run))).into(),
            });
        }
    }

    /// "Idlib" of "Idlib Province".
    fn known_head(&self, f: &Found) -> Option<&Known> {
        let run = f.mention.run;
        let (n, known) = self.lexicon.names.known.longest(self.page.keys(run))?;
        (n + 1 == run.len() && self.lexicon.names.cues.place_heads.has(self.page.key(run.end - 1))).then_some(known)
    }

    /// How often the article names each country, by code: by its name, by an adjective of its people, by a town of that name alone.
    fn countries_spoken_of(&self, found: &[Found]) -> FxHashMap<&str, usize> {
        let mut out: FxHashMap<&str, usize> = FxHashMap::default();
        for f in found.iter().filter(|f| f.kind == NameType::Loc) {
            if let Some(Known::Place(places)) = self.known(f.mention.run)
                && let [only] = places[..]
                && let Some(code) = self.lexicon.names.places[only as usize].country.as_deref()
            {
                *out.entry(code).or_default() += 1;
            }
        }
        for sentence in self.story.sentences() {
            let run = self.page.sentences[sentence].tokens;
            for i in run.iter().filter(|&i| self.page.tokens[i].capital) {
                if let Some(code) = self.lexicon.names.demonyms.get(self.page.key(i))
                    && !code.is_empty()
                {
                    *out.entry(code).or_default() += 1;
                }
            }
        }
        out
    }

    /// The most populous of the places of one name, unless the article speaks of another's country and not of its own.
    /// Capitals and large cities stay what they are.
    fn chosen(&self, found: &[u32], spoken: &FxHashMap<&str, usize>) -> &str {
        let places = &self.lexicon.names.places;
        let first = &places[found[0] as usize];
        let times = |p: &PlaceFacts| p.country.as_deref().and_then(|c| spoken.get(c)).copied().unwrap_or(0);
        let fixed = first.capital || first.kind != PlaceKind::Country && first.people >= 1000 || times(first) > 0;
        if fixed {
            return &first.entity;
        }
        let best = found.iter().rev().map(|&i| &places[i as usize]).max_by_key(|p| times(p)).unwrap_or(first);
        if times(best) > 0 { &best.entity } else { &first.entity }
    }

    /// "Paris, Texas": the one of several places that lies in the place behind the comma.
    fn told_by_comma(&self, f: &Found, found: &[u32]) -> Option<&str> {
        let comma = f.mention.run.end;
        let end = self.page.sentences[f.sentence].tokens.end;
        if found.len() < 2 || self.page.word(comma) != "," || comma + 1 >= end {
            return None;
        }
        let names = &self.lexicon.names;
        let (_, Known::Place(outer)) = names.known.longest(self.page.keys(Run::new(comma + 1, end)))? else { return None };
        let lies_in = |inner: &PlaceFacts| {
            outer.iter().map(|&i| &names.places[i as usize]).any(|o| {
                let slug = o.entity.rsplit(['/', ':']).next();
                inner.country == o.country
                    && inner.entity != o.entity
                    && (o.kind == PlaceKind::Country || inner.region.as_deref() == slug)
            })
        };
        found.iter().map(|&i| &names.places[i as usize]).find(|p| lies_in(p)).map(|p| p.entity.as_str())
    }
}
