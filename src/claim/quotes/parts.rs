//! Which words of an article are somebody's: attributed quotations and reports, quotations without a cue, and what only
//! looks like one.

use crate::lexicon::kinds::{FUNCTION, PREPOSITION};
use crate::lexicon::vocabulary::QuoteKind;
use crate::lexicon::{CueKind, Lexicon};
use crate::read::attribution::{Attribution, Order};
use crate::read::clause::Tense;
use crate::read::marks::{Quoted, overlapping};
use crate::story::{Section, Story};
use crate::text::{Run, TokenKind};

/// One row to be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    /// The words.
    pub(super) run: Run,
    pub(super) kind: QuoteKind,
    pub(super) attribution: Option<Attribution>,
    /// Whoever reports the speaker's words (`Reuters reported that Brandt said ...`).
    pub(super) via: Option<Run>,
    /// It stands inside what somebody else says and is told of, as a part of its own.
    pub(super) relayed: bool,
    /// Parts of one utterance share a number.
    pub(super) utterance: usize,
    /// It goes on where the part before stopped: same speaker.
    pub(super) continues: bool,
    pub(super) rule: &'static str,
}

/// A run of this many words or fewer, without a cue, quotes a word and not a statement.
const SCARE: usize = 2;
/// A fragment inside the writer's sentence is a statement from so many words on.
const FRAGMENT: usize = 5;

/// Every part of a story, in order.
pub(super) fn parts(story: &Story, lexicon: &Lexicon) -> Vec<Part> {
    let reader = Reader { story, lexicon };
    let mut out = Vec::new();
    let mut taken = vec![false; story.quoted().len()];
    let transcript = reader.transcript();
    let spoken = |i: &usize| transcript.iter().any(|p| p.run.overlaps(story.page.sentences[*i].tokens));
    for i in story.sentences().filter(|i| !spoken(i)) {
        reader.attributed(i, &mut taken, &mut out);
    }
    out.extend(&transcript);
    for (n, quoted) in story.quoted().iter().enumerate().filter(|(_, q)| !q.nested) {
        if !taken[n] {
            out.extend(reader.unattributed(quoted));
        }
    }
    out.sort_by_key(|p| (p.run.start, std::cmp::Reverse(p.run.end)));
    reader.join(&mut out);
    out
}

struct Reader<'s, 't> {
    story: &'s Story<'t>,
    lexicon: &'s Lexicon,
}

impl Reader<'_, '_> {
    /// The statements that a sentence's cues carry.
    fn attributed(&self, sentence: usize, taken: &mut [bool], out: &mut Vec<Part>) {
        let told = self.story.attributions(sentence);
        for a in told.iter().filter(|a| !a.negated) {
            let Some(content) = a.content else { continue };
            let marks = self.marks_in(content);
            let via = told.iter().find(|o| reports(o, a));
            // "Reuters reported that Brandt said": a medium relays and says nothing itself.
            if self.is_medium(a) && told.iter().any(|o| reports(a, o)) {
                continue;
            }
            let relayed = via.is_some_and(|o| !self.is_medium(o));
            let via = via.and_then(|o| o.source);
            let (run, kind) = self.extent(content, &marks);
            for &n in &marks {
                taken[n] = true;
            }
            let rule = rule(kind, a);
            out.push(Part { run, kind, attribution: Some(*a), via, relayed, utterance: 0, continues: false, rule });
        }
    }

    /// Whether a medium speaks.
    fn is_medium(&self, a: &Attribution) -> bool {
        let page = &self.story.page;
        a.source.is_some_and(|run| run.iter().any(|i| self.lexicon.cues.media.has(page.key(i))))
    }

    /// The outermost quotations that share a token with a run.
    fn marks_in(&self, run: Run) -> Vec<usize> {
        let quoted = self.story.quoted();
        overlapping(quoted, run).filter(|&n| !quoted[n].nested && quoted[n].inner.overlaps(run)).collect()
    }

    /// The whole statement that a sentence's content belongs to, and its kind.
    fn extent(&self, content: Run, marks: &[usize]) -> (Run, QuoteKind) {
        let quoted = self.story.quoted();
        let Some(first) = marks.first().map(|&n| quoted[n]) else { return (content, QuoteKind::Indirect) };
        let last = quoted[*marks.last().unwrap_or(&marks[0])];
        let words = |r: Run| r.iter().filter(|&i| self.is_word(i)).count();
        let inside: usize = marks.iter().map(|&n| words(clip(quoted[n].inner, content))).sum();
        if inside >= words(content) {
            let run = Run::new(first.inner.start, last.inner.end);
            return (self.shaved(run), QuoteKind::Direct);
        }
        let run = Run::new(
            content.start.min(first.outer.start.max(content.start)),
            content.end.max(if last.closed { last.inner.end } else { content.end }),
        );
        (self.shaved(run), QuoteKind::Mixed)
    }

    /// A quotation that no cue in its sentence carries.
    fn unattributed(&self, quoted: &Quoted) -> Option<Part> {
        let page = &self.story.page;
        let run = self.shaved(quoted.inner);
        let paragraph = page.paragraph_of(quoted.outer.start);
        let sentence = page.sentence_of(quoted.outer.start);
        let words = run.iter().filter(|&i| self.is_word(i)).count();
        if words == 0 {
            return None;
        }
        let part = |kind, attribution, rule| {
            Some(Part { run, kind, attribution, via: None, relayed: false, utterance: 0, continues: false, rule })
        };
        if self.story.sections.get(paragraph) == Some(&Section::Headline) {
            return part(QuoteKind::Headline, None, "quote-headline");
        }
        let leads = page.sentences.get(sentence).is_some_and(|s| quoted.outer.start <= s.tokens.start + 1);
        if leads
            && words > 1
            && let Some(a) = sentence.checked_sub(1).and_then(|s| self.open_cue(s))
        {
            return part(QuoteKind::Direct, Some(a), "quote-after-colon");
        }
        if let Some(a) = self.signature(quoted) {
            return part(QuoteKind::Direct, Some(a), "quote-signed");
        }
        if words > 1
            && let Some(a) = self.cue_behind(quoted)
        {
            return part(QuoteKind::Direct, Some(a), "quote-direct-after");
        }
        if self.is_named(quoted) {
            return part(QuoteKind::Scare, None, "quote-scare");
        }
        let whole = self.is_whole(quoted);
        if !(leads && whole) && self.is_title(run) {
            return part(QuoteKind::Title, None, "quote-title");
        }
        if words <= SCARE && !(leads && whole) || words < FRAGMENT && !whole {
            return part(QuoteKind::Scare, None, "quote-scare");
        }
        part(QuoteKind::Direct, None, if whole { "quote-floating" } else { "quote-fragment" })
    }

    /// `He said:` at the end of the sentence before.
    fn open_cue(&self, sentence: usize) -> Option<Attribution> {
        let last = self.story.attributions(sentence).iter().rev().find(|a| !a.negated)?;
        if self.behind_quotation(sentence) {
            return None;
        }
        (last.content.is_none() && last.order == Order::Before).then_some(*last)
    }

    /// Whether a sentence begins right behind a quotation that ends as a sentence does: its cue is of those words.
    fn behind_quotation(&self, sentence: usize) -> bool {
        let start = self.story.page.sentences[sentence].tokens.start;
        let ending = |q: &Quoted| q.outer.end == start && q.closed && matches!(self.story.page.lower(q.inner.end - 1), "?" | "!");
        let quoted = self.story.quoted();
        start > 0 && quoted[overlapping(quoted, Run::new(start - 1, start))].iter().any(ending)
    }

    /// `"Where?" Brandt asked him.`: the words end their own sentence, and the next tells who said them.
    fn cue_behind(&self, quoted: &Quoted) -> Option<Attribution> {
        let page = &self.story.page;
        let sentence = page.sentence_of(quoted.outer.end);
        let starts = page.sentences.get(sentence).is_some_and(|s| s.tokens.start == quoted.outer.end);
        if !starts || !self.behind_quotation(sentence) {
            return None;
        }
        let first = self.story.attributions(sentence).first()?;
        let subject = first.source.is_some_and(|s| s.start == quoted.outer.end);
        (subject && first.content.is_none() && !first.negated && first.order == Order::Before)
            .then_some(Attribution { order: Order::After, ..*first })
    }

    /// A nickname (`Jan "the Fox" Brandt`), or words that are quoted as words (`the slogan "..."`).
    fn is_named(&self, quoted: &Quoted) -> bool {
        let page = &self.story.page;
        let cues = &self.lexicon.cues;
        let capital = |i: usize| page.tokens.get(i).is_some_and(|t| t.capital && t.kind == TokenKind::Word);
        let last = page.lower(quoted.inner.end - 1);
        let start = quoted.outer.start;
        if start == 0 || page.paragraph_of(start - 1) != page.paragraph_of(start) {
            return false;
        }
        let nickname =
            quoted.inner.len() <= 3 && capital(start - 1) && capital(quoted.outer.end) && !matches!(last, "," | "." | "?" | "!");
        let floor = page.sentences.get(page.sentence_of(start)).map_or(start, |s| s.tokens.start);
        let carried = || (floor..start).rev().take(5).any(|i| cues.carriers.has(page.key(i)));
        nickname || cues.labels.has(page.key(start - 1)) || page.lower(start - 1) != ":" && carried()
    }

    /// `"..." — Jana Brandt`: a dash and a name that ends the paragraph.
    fn signature(&self, quoted: &Quoted) -> Option<Attribution> {
        const DASHES: [&str; 5] = ["-", "–", "—", "―", "~"];
        let page = &self.story.page;
        let end = page.paragraphs.get(page.paragraph_of(quoted.outer.start))?.tokens.end;
        let dash = quoted.outer.end;
        let name = (dash..end).find(|&i| !DASHES.contains(&page.lower(i)))?;
        if end - name > 16 {
            return None; // before a long paragraph is searched for a stop
        }
        let stop = (name..end).find(|&i| matches!(page.lower(i), "," | "." | "(")).unwrap_or(end);
        let signed = name > dash && stop - name <= 6 && page.tokens[name].capital;
        signed.then(|| unsaid(Run::new(dash, name), Run::new(name, stop), quoted.inner, Order::After))
    }

    /// A sentence of its own: it ends as one does, or takes up its own sentence.
    fn is_whole(&self, quoted: &Quoted) -> bool {
        let page = &self.story.page;
        let last = page.lower(quoted.inner.end - 1);
        let first = &page.tokens[quoted.inner.start];
        !quoted.closed
            || first.capital && (last.ends_with('.') || matches!(last, "!" | "?" | "," | "…" | "-" | "—"))
            || matches!(page.lower(quoted.outer.end), ".")
                && first.capital
                && quoted.outer.start > 0
                && page.lower(quoted.outer.start - 1) == ":"
    }

    /// `BRANDT: ...`: what stands behind the labels of a transcript, in which at least one speaks twice.
    fn transcript(&self) -> Vec<Part> {
        let page = &self.story.page;
        let labelled: Vec<(Run, Run)> = page.paragraphs.iter().filter_map(|p| self.label(p.tokens)).collect();
        let mut names: Vec<&str> = labelled.iter().map(|(name, _)| page.text(*name)).collect();
        names.sort_unstable();
        let repeated = names.chunk_by(|a, b| a == b).filter(|same| same.len() > 1).count();
        // Names that are not in capitals are labels where two of them speak twice.
        let capitals = labelled.iter().all(|(name, _)| self.is_upper(*name));
        if labelled.len() < 3 || repeated < if capitals { 1 } else { 2 } {
            return Vec::new();
        }
        let part = |(name, run): (Run, Run)| {
            let attribution = Some(unsaid(Run::new(name.end, name.end + 1), name, run, Order::Before));
            Part {
                run,
                kind: QuoteKind::Direct,
                attribution,
                via: None,
                relayed: false,
                utterance: 0,
                continues: false,
                rule: "quote-transcript",
            }
        };
        labelled.into_iter().map(part).collect()
    }

    fn is_upper(&self, name: Run) -> bool {
        let page = &self.story.page;
        name.iter()
            .all(|i| page.tokens[i].upper || page.word(i).ends_with('.') || page.word(i).len() == 1 && page.tokens[i].capital)
    }

    /// A paragraph's name before a colon, and the words behind it.
    fn label(&self, paragraph: Run) -> Option<(Run, Run)> {
        let page = &self.story.page;
        let colon = paragraph.iter().take(5).find(|&i| page.lower(i) == ":")?;
        let name = Run::new(paragraph.start, colon);
        let capitals = !name.is_empty() && name.iter().all(|i| page.tokens[i].capital || page.word(i).ends_with('.'));
        let words = Run::new(colon + 1, paragraph.end);
        (capitals && words.len() > 1 && page.kind(words.start) == Some(TokenKind::Word)).then_some((name, words))
    }

    /// The name of a work: every word but function words is capitalised.
    fn is_title(&self, run: Run) -> bool {
        let page = &self.story.page;
        let words: Vec<usize> = run.iter().filter(|&i| page.kind(i) == Some(TokenKind::Word)).collect();
        let content: Vec<usize> = words
            .iter()
            .copied()
            .filter(|&i| page.tokens[i].capital || page.lower(i).len() > 3 && !page.is(i, FUNCTION | PREPOSITION))
            .collect();
        words.len() <= 10
            && content.len() >= 2.min(words.len())
            && !content.is_empty()
            && content.iter().all(|&i| page.tokens[i].capital)
            && run.iter().all(|i| !matches!(page.lower(i), "." | "!"))
    }

    fn is_word(&self, i: usize) -> bool {
        matches!(self.story.page.kind(i), Some(TokenKind::Word | TokenKind::Number))
    }

    /// Without the comma before the closing mark, and without marks at the edges that have no partner inside.
    fn shaved(&self, mut run: Run) -> Run {
        while run.len() > 1 && matches!(self.story.page.lower(run.end - 1), "," | ";" | ":" | "-" | "—" | "–") {
            run.end -= 1;
        }
        run
    }

    /// Numbers the utterances: the pieces around one cue are one, and a quotation that goes on right behind its speaker.
    fn join(&self, parts: &mut [Part]) {
        let page = &self.story.page;
        for n in 0..parts.len() {
            parts[n].utterance = n;
            if n == 0 {
                continue;
            }
            let (before, here) = (parts[n - 1], parts[n]);
            let one_cue = match (before.attribution, here.attribution) {
                (Some(a), Some(b)) => a.cue == b.cue,
                _ => false,
            };
            let spoken = matches!(before.kind, QuoteKind::Direct | QuoteKind::Mixed);
            let same = page.paragraph_of(before.run.start) == page.paragraph_of(here.run.start);
            let next = page.paragraph_of(before.run.end.saturating_sub(1)) + 1 == page.paragraph_of(here.run.start);
            let quoted = self.story.quoted();
            let mark = quoted.get(quoted.partition_point(|q| q.inner.start < before.run.start));
            let unclosed = mark.is_some_and(|q| q.inner.start == before.run.start && !q.closed);
            let floats = here.attribution.is_none() && here.kind == QuoteKind::Direct && spoken;
            parts[n].continues = one_cue || floats && (same || next && unclosed);
            if parts[n].continues {
                parts[n].utterance = before.utterance;
            }
        }
    }
}

/// An attribution by a sign instead of a verb.
fn unsaid(sign: Run, source: Run, content: Run, order: Order) -> Attribution {
    Attribution {
        cue: sign,
        source: Some(source),
        content: Some(content),
        addressee: None,
        day: None,
        tense: Tense::None,
        negated: false,
        kind: CueKind::Say,
        order,
        occasion: None,
    }
}

fn clip(run: Run, to: Run) -> Run {
    Run::new(run.start.max(to.start), run.end.min(to.end).max(run.start.max(to.start)))
}

/// Whether `outer` only reports what `inner` said: its content begins with the inner speaker, or it is a medium set behind.
fn reports(outer: &Attribution, inner: &Attribution) -> bool {
    let (Some(wide), Some(source)) = (outer.content, inner.source) else { return false };
    // "said that, according to the ministry, ...": the preposition stands before its source.
    let first = source.start.min(inner.cue.start);
    outer.cue != inner.cue
        && !outer.negated
        && !inner.negated
        && inner.content.is_some()
        && wide.start <= first
        && inner.cue.end <= wide.end
        && first <= wide.start + 1
}

/// The rule that reads a statement of this kind from this attribution.
fn rule(kind: QuoteKind, a: &Attribution) -> &'static str {
    match (kind, a.order, a.kind) {
        (_, Order::According, _) => "quote-according-to",
        (QuoteKind::Direct, Order::Before, _) => "quote-direct-before",
        (QuoteKind::Direct, ..) => "quote-direct-after",
        (QuoteKind::Mixed, ..) => "quote-mixed",
        (_, _, CueKind::Deny) => "quote-denied",
        (_, _, CueKind::Judge | CueKind::Urge | CueKind::Vow) => "quote-indirect-object",
        (_, Order::Before, _) => "quote-indirect-before",
        _ => "quote-indirect-after",
    }
}
