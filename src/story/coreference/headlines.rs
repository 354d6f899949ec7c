//! Names of the body, found again in headlines and in upper case, where capitals tell nothing.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::{Found, Gender, Reader};
use crate::lexicon::vocabulary::NameType;
use crate::read::names::NameMention;
use crate::text::Run;

/// A name is found again up to so many tokens.
const LONGEST: usize = 6;

impl Reader<'_, '_> {
    /// Adds them to what was found; `shouted` are the sentences where capitals tell nothing.
    pub(super) fn in_headlines(&self, out: &mut Vec<Found>, shouted: &[usize]) {
        if shouted.is_empty() {
            return;
        }
        let mut names: FxHashMap<Cow<str>, NameType> = FxHashMap::default();
        for f in out.iter().filter(|f| shouted.binary_search(&f.sentence).is_err()) {
            let run = f.mention.run;
            names.insert(self.written(run), f.kind);
            if f.kind == NameType::Person && run.len() > 1 {
                names.insert(Cow::Borrowed(self.page.lower(run.end - 1)), f.kind);
            }
        }
        let longest = |i: usize, end: usize| {
            let most = if self.page.tokens[i].capital { LONGEST.min(end - i) } else { 0 };
            (1..=most).rev().find_map(|n| Some((n, *names.get(&*self.written(Run::new(i, i + n)))?)))
        };
        let mut taken: Vec<Run> = out.iter().map(|f| f.mention.run).collect();
        taken.sort_unstable();
        for &sentence in shouted {
            let run = self.page.sentences[sentence].tokens;
            let mut i = run.start;
            while i < run.end {
                let Some((n, kind)) = longest(i, run.end) else {
                    i += 1;
                    continue;
                };
                let at = Run::new(i, i + n);
                let from = taken.partition_point(|t| t.end <= at.start);
                if !taken.get(from).is_some_and(|t| t.overlaps(at)) {
                    let mention = NameMention {
                        run: at,
                        full: at,
                        role: None,
                        kind: Some(kind),
                        gender: Gender::Unknown,
                        weak: false,
                        rule: "name-again",
                    };
                    out.push(Found { mention, kind, sentence, aside: false, entity: None });
                }
                i += n;
            }
        }
    }
}
