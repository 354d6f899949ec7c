//! A capitalised run cut into names, titles and adjectives.

use super::{NameMention, Reader, is_plain};
use crate::lexicon::kinds::{FUNCTION, PARTICLE, ROLE};
use crate::lexicon::vocabulary::{Gender, NameType};
use crate::lexicon::{Known, is_english, is_surname};
use crate::text::{Run, TokenKind};

/// A title with the adjectives before it: "Syrian President".
#[derive(Debug, Clone, Copy)]
pub(super) struct Title {
    /// The token behind it.
    pub(super) end: usize,
    /// What the word shows.
    pub(super) gender: Gender,
    /// Whether it may stand alone ("the president") and is no honorific.
    pub(super) role: bool,
}

impl Reader<'_, '_> {
    /// Cuts a run.
    pub(super) fn parse(&self, run: Run, out: &mut Vec<NameMention>) {
        let mut at = run.start;
        while at < run.end {
            at = self.step(Run::new(at, run.end), run.start, out).max(at + 1);
        }
    }

    /// Reads what a run begins with; gives the token behind it.
    fn step(&self, rest: Run, first: usize, out: &mut Vec<NameMention>) -> usize {
        let at = rest.start;
        if matches!(self.page.lower(at), "-" | "&" | "of" | "for" | "and" | "the") {
            return at + 1;
        }
        // "R-Ga.", "D-Ohio": a party's letter before a place.
        if self.page.word(at).len() == 1
            && self.page.lower(at + 1) == "-"
            && matches!(self.known(at + 2, rest), Some((_, Known::Place(_))))
        {
            return at + 2;
        }
        // "DR Congo", "St. Louis" before "Dr." and "St.".
        let spelt =
            self.known(at, rest).is_some_and(|(n, _)| n > 1 && self.role_at(at, rest).is_some_and(|t| t.end - at < n && !t.role));
        if let Some(title) = self.title_at(at, rest).filter(|_| !spelt)
            && let Some(end) = self.titled(rest, title, out)
        {
            return end;
        }
        if self.words.cues.quantities.has(self.page.key(at)) {
            return at + 1;
        }
        let cut = self.next_title(rest).unwrap_or(rest.end);
        // "in Idlib Dozens of people": a headline that runs into its text.
        let cut = (at + 1..cut).find(|&i| self.words.cues.quantities.has(self.page.key(i))).unwrap_or(cut);
        let part = Run::new(at, cut);
        if self.words.cues.openers.has(self.page.key(at)) && at + 1 < cut {
            let town = match self.known(at + 1, part) {
                Some((n, Known::Place(_))) => Some(n),
                _ => self.is_foreign(at + 1).then_some(1),
            };
            if let Some(n) = town {
                out.push(NameMention::new(Run::new(at, at + 1 + n), Some(NameType::Org), "name-organisation"));
                return at + 1 + n;
            }
        }
        if part.len() > 1 && self.words.cues.bodies.has(self.page.key(at)) && self.known(at, part).is_none() {
            out.push(NameMention::new(part, Some(NameType::Org), "name-organisation"));
            return cut;
        }
        // "Treaty of Lisbon".
        if self.words.cues.events.has(self.page.key(at)) && part.len() > 2 && self.page.lower(at + 1) == "of" {
            return cut;
        }
        if let Some((n, known)) = self.known(at, part) {
            return self.listed(part, n, known, out);
        }
        if let Some(n) = self.demonym(at, part).filter(|_| !self.is_namesake(part)) {
            if self.has_head(Run::new(at + n, cut)) {
                return self.organisation(part, out);
            }
            // "Philippine Red Cross".
            if let Some((m, Known::Organisation(_))) = self.known(at + n, part)
                && m > 1
            {
                out.push(NameMention::new(Run::new(at, at + n + m), Some(NameType::Org), "name-organisation"));
                return at + n + m;
            }
            return at + n;
        }
        if self.has_head(part) {
            return self.organisation(part, out);
        }
        let cut = (at + 1..cut).find(|&i| self.page.lower(i - 1) != "-" && self.demonym(i, part).is_some()).unwrap_or(cut);
        self.unlisted(Run::new(at, cut), first, out);
        cut
    }

    /// "Christian Blanc", "Jan Kroslak": an adjective or a month that is a given name, before a word that is none of English.
    fn is_namesake(&self, part: Run) -> bool {
        let behind = part.start + 1;
        let foreign = behind < part.end && (self.is_foreign(behind) || self.joined_by_particles(behind).is_some());
        foreign && self.words.given(self.page.key(part.start)).is_some()
    }

    /// A capitalised word that is no word of English but for being a surname.
    pub(super) fn is_foreign(&self, i: usize) -> bool {
        let word = self.page.lower(i);
        self.capital(i)
            && (!is_english(word) || is_surname(word))
            && self.demonym(i, self.sentence).is_none()
            && self.role_at(i, self.sentence).is_none()
    }

    /// A title at `i`: adjectives, places and modifiers, then role words or honorifics.
    pub(super) fn title_at(&self, i: usize, run: Run) -> Option<Title> {
        // No title has more before it, and each name of a list asks.
        const BEFORE: usize = 8;
        let mut at = i;
        for _ in 0..BEFORE {
            if at >= run.end {
                break;
            }
            if let Some(role) = self.role_at(at, run) {
                // "Prime Minister", "General Secretary", "Lt. Gen.": the titles that follow each other are one.
                let mut title = role;
                // "Deputy Interior Minister": what stands between belongs to them.
                let next = |end: usize| {
                    let n = self.modifier_at(end, run).unwrap_or(0);
                    self.role_at(end, run).or_else(|| self.role_at(end + n, run))
                };
                while let Some(next) = next(title.end) {
                    title = Title { gender: if next.gender == Gender::Unknown { title.gender } else { next.gender }, ..next };
                }
                return Some(title);
            }
            let modifier = self.modifier_at(at, run);
            let place = self.known(at, run).filter(|(_, k)| !matches!(k, Known::Alias(_))).map(|(n, _)| n);
            let demonym = self.demonym(at, run);
            at += [modifier, place, demonym].into_iter().flatten().max()?;
            if self.page.lower(at) == "-" {
                at += 1;
            }
        }
        None
    }

    /// How many tokens at `i` are a word before a role.
    fn modifier_at(&self, i: usize, run: Run) -> Option<usize> {
        let begins = i < run.end && self.page.is(i, ROLE);
        if begins { self.words.titles.modifiers.longest(self.page.keys(Run::new(i, run.end))).map(|(n, _)| n) } else { None }
    }

    /// A role word or an honorific right at `i`.
    pub(super) fn role_at(&self, i: usize, run: Run) -> Option<Title> {
        if i >= run.end {
            return None;
        }
        let ahead = self.page.keys(Run::new(i, run.end));
        let role = if self.page.is(i, ROLE) { self.words.titles.roles.longest(ahead.clone()) } else { None };
        let role = role.map(|(n, g)| (n, *g, true));
        let honorific = self.words.titles.honorifics.longest(ahead).map(|(n, g)| (n, *g, false));
        let (n, gender, role) = [role, honorific].into_iter().flatten().max_by_key(|(n, _, _)| *n)?;
        Some(Title { end: i + n, gender, role })
    }

    /// A person behind a title. None where no name follows; then a place or an organisation inside the title is read.
    fn titled(&self, rest: Run, title: Title, out: &mut Vec<NameMention>) -> Option<usize> {
        let title = self.with_office(title, rest);
        let behind = Run::new(title.end, rest.end);
        if behind.is_empty() {
            self.inside_title(Run::new(rest.start, title.end), out);
            return Some(title.end);
        }
        let end = self.next_title(behind).unwrap_or(behind.end);
        let person = self.person_end(Run::new(behind.start, end));
        // "General Hospital", "Prince William County", "King Street": a title inside another name.
        let inside = person.iter().any(|i| self.is_head(i)) || self.words.cues.place_heads.has(self.page.key(person.end - 1));
        let event = self.words.cues.events.has(self.page.key(person.end - 1));
        // "Leader Steps Down": words of English, and none a surname.
        let plain = person
            .iter()
            .all(|i| is_plain(self.page, i) && !is_surname(self.page.key(i)) && self.words.given(self.page.key(i)).is_none());
        if inside || event || plain && person.len() > 1 || !self.capital_or_particle(person.start) {
            return None;
        }
        self.inside_title(Run::new(rest.start, title.end), out);
        let given = self.words.given(self.page.key(person.start)).filter(|_| person.len() > 1);
        let gender = if title.gender == Gender::Unknown { given.unwrap_or(Gender::Unknown) } else { title.gender };
        out.push(NameMention {
            full: Run::new(rest.start, person.end),
            role: Some(Run::new(rest.start, title.end)),
            gender,
            ..NameMention::new(person, Some(NameType::Person), "name-titled")
        });
        Some(person.end)
    }

    /// "Minister of Education" of "Minister of Education Vexa Drole": up to the given name, or all of it where there is none.
    fn with_office(&self, title: Title, rest: Run) -> Title {
        if title.end >= rest.end || self.page.lower(title.end) != "of" {
            return title;
        }
        let given = (title.end + 2..rest.end.saturating_sub(1))
            .find(|&i| self.words.given(self.page.key(i)).is_some() && self.page.lower(i - 1) != "-");
        Title { end: given.unwrap_or(rest.end), ..title }
    }

    /// Where a person's name ends inside a run: before a listed place that no given name precedes ("Putin Moscow").
    fn person_end(&self, run: Run) -> Run {
        let end = (run.start + 2..run.end).find(|&i| self.known(i, run).is_some_and(|(n, _)| i + n == run.end && n > 1));
        Run::new(run.start, end.unwrap_or(run.end))
    }

    fn capital_or_particle(&self, i: usize) -> bool {
        self.capital(i) || self.page.is(i, PARTICLE)
    }

    /// "US" of "US President", "State Department" of "State Department spokesman".
    fn inside_title(&self, run: Run, out: &mut Vec<NameMention>) {
        let mut at = run.start;
        while at < run.end {
            let Some((n, known)) = self.known(at, run) else {
                at += 1;
                continue;
            };
            out.push(NameMention::new(Run::new(at, at + n), Some(known.name_type()), "name-listed"));
            at += n;
        }
    }

    /// The first token behind the run's first at which a title with a name behind it begins.
    fn next_title(&self, run: Run) -> Option<usize> {
        (run.start + 1..run.end).find(|&i| {
            let glued = self.page.lower(i - 1) == "-" || matches!(self.page.lower(i - 1), "of" | "for" | "and" | "&");
            // "Grace Bishop", "Movement for Dune Justice".
            let surname = i + 1 == run.end && i == run.start + 1 && self.words.given(self.page.key(run.start)).is_some();
            let inside = self.is_head(run.start) && matches!(self.page.lower(run.start + 1), "of" | "for");
            // "Hassan Sheikh Mohamud": a title between a given name and a surname is a name.
            let middle = i > run.start
                && self.words.given(self.page.key(i - 1)).is_some()
                && !self.page.word(i).ends_with('.')
                && self.words.titles.honorifics.has(self.page.key(i))
                && self.role_at(run.start, run).is_none();
            // "Vexa Drole King Jr.".
            let suffixed = i + 2 == run.end && matches!(self.page.lower(i + 1), "jr" | "jr." | "sr" | "sr.");
            let glued = glued || surname || inside || middle || suffixed;
            !glued && self.role_at(i, run).is_some_and(|t| t.end < run.end || t.role) && !self.is_head(i)
        })
    }

    pub(super) fn is_head(&self, i: usize) -> bool {
        self.capital(i) && self.words.cues.heads.has(self.page.key(i))
    }

    fn has_head(&self, run: Run) -> bool {
        run.iter().any(|i| self.is_head(i)) || run.len() > 1 && self.words.cues.suffixes.has(self.page.key(run.end - 1))
    }

    /// A listed name, alone or at the head of a longer one.
    fn listed(&self, part: Run, n: usize, known: &Known, out: &mut Vec<NameMention>) -> usize {
        let end = part.start + n;
        let behind = Run::new(end, part.end);
        let emit = |out: &mut Vec<NameMention>, run, kind, rule| out.push(NameMention::new(run, Some(kind), rule));
        if behind.is_empty() || !matches!(known, Known::Place(_)) && !self.has_head(behind) {
            emit(out, Run::new(part.start, end), known.name_type(), "name-listed");
            return end;
        }
        if self.has_head(behind) {
            return self.organisation(part, out);
        }
        if self.words.cues.place_heads.has(self.page.key(part.end - 1)) {
            emit(out, part, NameType::Loc, "name-place");
            return part.end;
        }
        if self.words.cues.events.has(self.page.key(part.end - 1)) {
            return part.end;
        }
        // "Toronto Maple Leafs".
        if let Some((m, Known::Organisation(slug))) = self.known(end, part)
            && end + m == part.end
            && !self.words.organisations.contains_key(slug)
        {
            emit(out, part, NameType::Org, "name-organisation");
            return part.end;
        }
        if self.demonym(end, part).is_some() || self.known(end, part).is_some() {
            emit(out, Run::new(part.start, end), known.name_type(), "name-listed");
            return end;
        }
        if n == 1 && self.words.given(self.page.key(part.start)).is_some() {
            self.person(part, out);
            return part.end;
        }
        // "Washington Chris Gregoire": a person right behind.
        if behind.len() > 1 && self.words.given(self.page.key(end)).is_some() {
            emit(out, Run::new(part.start, end), known.name_type(), "name-listed");
            return end;
        }
        // "Aung San Hla": a small town's name before a word that is none of English is most often a person's.
        let small =
            matches!(known, Known::Place(found) if found.first().is_some_and(|&i| self.words.places[i as usize].people < 300));
        if small && self.is_foreign(end) && !self.upper(end) {
            self.person(part, out);
            return part.end;
        }
        // "Houston Rockets": a town's name with another word is a team, a company, a paper.
        emit(out, part, NameType::Org, "name-organisation");
        part.end
    }

    /// An organisation from the start of the part through its last head and what hangs on it.
    fn organisation(&self, part: Run, out: &mut Vec<NameMention>) -> usize {
        let last = part.iter().rev().find(|&i| self.is_head(i)).unwrap_or(part.end - 1);
        let of = |i: usize| matches!(self.page.lower(i), "of" | "for" | "on" | "to" | "and" | "&" | "-");
        let end = if last == part.start || (last + 1..part.end).any(of) || part.end - last <= 2 { part.end } else { last + 1 };
        let run = Run::new(part.start, end);
        if self.words.cues.events.has(self.page.key(end - 1)) && run.len() > 1 {
            return end;
        }
        // A head alone ("Parliament", "Congress") names nothing by itself unless it is listed, nor does "Group B".
        // "Police Public Relations Officer" is somebody's role.
        if self.words.titles.roles.has(self.page.key(end - 1)) && !self.is_head(end - 1) {
            return end;
        }
        let lettered = run.len() == 2 && self.page.word(end - 1).chars().count() == 1;
        if run.len() == 1 || lettered {
            return end;
        }
        out.push(NameMention::new(run, Some(NameType::Org), "name-organisation"));
        end
    }

    fn person(&self, run: Run, out: &mut Vec<NameMention>) {
        let gender = self.words.given(self.page.key(run.start)).unwrap_or(Gender::Unknown);
        out.push(NameMention { gender, ..NameMention::new(run, Some(NameType::Person), "name-given") });
    }

    /// A run that no table knows.
    fn unlisted(&self, part: Run, first: usize, out: &mut Vec<NameMention>) {
        // "SP Benjamin Hundeyin": letters of a rank.
        if part.len() > 2 && self.upper(part.start) && self.words.given(self.page.key(part.start + 1)).is_some() {
            self.person(Run::new(part.start + 1, part.end), out);
            return;
        }
        let last = self.page.lower(part.end - 1);
        if part.len() > 1 && self.words.cues.thing_openers.has(self.page.key(part.start)) {
            return;
        }
        if self.words.cues.numbered.has(last)
            && self.page.kind(part.end) == Some(TokenKind::Number)
            && part.end < self.sentence.end
        {
            out.push(NameMention::new(Run::new(part.start, part.end + 1), Some(NameType::Loc), "name-place"));
            return;
        }
        if self.words.cues.events.has(last) || part.len() == 1 && self.words.cues.place_prepositions.has(last) {
            return;
        }
        // "Susan Park".
        let given = self.words.given(self.page.key(part.start)).is_some();
        let somebody = given
            && part.len() == 2
            && is_surname(last)
            && (part.start == self.sentence.start
                || !self.words.cues.place_prepositions.has(self.page.key(part.start - 1))
                    && self.page.lower(part.start - 1) != "the");
        if part.len() > 1 && self.words.cues.place_heads.has(last) && !somebody
            || part.len() > 1 && self.words.cues.place_openers.has(self.page.key(part.start))
            || part.len() == 2 && self.words.cues.compass.has(self.page.key(part.start)) && !is_english(last)
        {
            out.push(NameMention::new(part, Some(NameType::Loc), "name-place"));
            return;
        }
        // A letter with or without its dot; "Group B".
        let letter = |i: usize| self.page.word(i).trim_end_matches('.').chars().count() == 1;
        if part.len() == 1 && letter(part.start)
            || part.len() == 2 && letter(part.end - 1) && is_english(self.page.key(part.start))
        {
            return;
        }
        // A ticker, "(TLVX.N)".
        if part.len() == 1
            && self.page.word(part.end) == "."
            && self.page.glued(part.end)
            && self.page.glued(part.end + 1)
            && self.upper(part.start)
        {
            return;
        }
        // "Gaston County EMS": a body of the place whose name begins it.
        if part.len() > 2 && (part.start + 1..part.end - 1).any(|i| self.words.cues.districts.has(self.page.key(i))) {
            out.push(NameMention::new(part, Some(NameType::Org), "name-organisation"));
            return;
        }
        let given = part.len() > 1 && self.words.given(self.page.key(part.start)).is_some();
        let initial = part.len() > 1 && part.iter().take(part.len() - 1).any(|i| self.is_initial(i));
        let particle = part.len() > 2 && part.iter().any(|i| !self.capital(i) && self.page.is(i, PARTICLE));
        if given || initial || particle {
            self.person(part, out);
            return;
        }
        if part.len() == 1 && self.is_acronym(part.start) {
            out.push(NameMention::new(part, Some(NameType::Org), "name-acronym"));
            return;
        }
        let weak = part.start == first && self.begins(part.start);
        out.push(NameMention { weak, ..NameMention::new(part, None, "name-run") });
    }

    fn is_initial(&self, i: usize) -> bool {
        let word = self.page.word(i);
        self.capital(i) && word.ends_with('.') && word.chars().count() == 2
    }

    /// Two to six capitals.
    fn is_acronym(&self, i: usize) -> bool {
        let word = self.page.word(i);
        self.upper(i)
            && (2..=6).contains(&word.len())
            && word.bytes().all(|b| b.is_ascii_uppercase())
            && !word.bytes().all(|b| b"IVXLCM".contains(&b))
            // "NOTE", "UNLESS": a word that is shouted.
            && !self.words.cues.events.has(self.page.key(i))
            && (self.is_explained(i) || (word.len() < 4 || !is_english(self.page.key(i))) && !self.page.is(i, FUNCTION))
    }

    /// "the MILF", "(WHO)": letters that are a word too are an acronym behind an article or a bracket.
    fn is_explained(&self, i: usize) -> bool {
        i > self.sentence.start
            && (self.page.lower(i - 1) == "the" || self.page.word(i - 1) == "(" && self.page.word(i + 1) == ")")
    }

    /// Whether a token's place explains its capital: the sentence's first, or behind an opening mark or colon.
    pub(super) fn begins(&self, i: usize) -> bool {
        i == self.sentence.start
            || self.page.kind(i - 1) == Some(TokenKind::Mark)
            || matches!(self.page.word(i - 1), ":" | "•" | "*" | "—" | "–" | "(" | "[" | "…")
    }
}
