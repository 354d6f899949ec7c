use super::finding::{on_article, within_article};
use super::passage::{Passage, sentence_of};
use super::{Check, Context};
use crate::check::record::Finding;
use crate::claim::extract;
use crate::claim::record::{ArticleRow, CasualtyClaim};
use crate::lexicon::vocabulary::{Asserted, Bound, FindingSeverity, Kind};
use crate::text::{Article, Run};

pub(super) const CHECK: Check = Check {
    id: "headline-toll-mismatch",
    severity: FindingSeverity::Warning,
    why: "A headline's figure that the text does not bear out is what most readers will remember.",
    story: include_str!("../../tests/checks/headline-toll-mismatch.md"),
    find,
};

fn find(context: &Context, check: &Check) -> Vec<Finding> {
    let claims = &context.book.claims.casualties;
    let of_article = |told: &[CasualtyClaim]| {
        let index = context.book.index(&told.first()?.article)?;
        let headline = Headline::of(context, index, told)?;
        let found = headline.figures.iter().filter_map(|figure| {
            let said = mismatch(context, figure, &headline)?;
            let message = format!("the headline says “{}”, the text “{}”", figure.text, said.text);
            if headline.in_text {
                within_article(context, check, (figure.start, figure.end, &figure.text), said, message)
            } else {
                Some(on_article(context, check, index, None, message))
            }
        });
        Some(found.collect::<Vec<_>>())
    };
    let articles = claims.chunk_by(|a, b| a.article == b.article).take_while(|_| context.goes_on());
    articles.filter_map(of_article).flatten().collect()
}

/// What a headline counts, and the text below it.
struct Headline<'c> {
    title: &'c str,
    figures: Vec<CasualtyClaim>,
    /// The text's claims, without those of the headline.
    told: Vec<&'c CasualtyClaim>,
    body: String,
    /// Whether the text begins with the headline.
    in_text: bool,
}

impl<'c> Headline<'c> {
    fn of(context: &Context<'_, 'c>, article: usize, told: &'c [CasualtyClaim]) -> Option<Self> {
        let ArticleRow { title, text, .. } = context.book.article(article);
        let (title, text) = (title.as_deref().map(str::trim).filter(|t| !t.is_empty())?, text.as_deref().unwrap_or(""));
        let body = text.trim_start().strip_prefix(title);
        let end = body.map_or(0, |b| i64::try_from(text[..text.len() - b.len()].chars().count()).unwrap_or(0));
        let (inside, told): (Vec<_>, Vec<_>) = told.iter().partition(|c| c.start < end);
        let figures = if body.is_some() {
            inside.into_iter().cloned().collect()
        } else {
            extract(&[Article::new("title", title)], &[Kind::Casualty], context.lexicon).unwrap_or_default().casualties
        };
        Some(Self { title, figures, told, body: body.unwrap_or(text).to_owned(), in_text: body.is_some() })
    }

    /// Whether the sentence of a claim speaks of what the headline speaks of: two words of theirs are the same, besides numbers,
    /// people and what happened to them.
    fn is_told_by(&self, context: &Context, claim: &CasualtyClaim) -> bool {
        let Some(sentence) = sentence_of(context.book, claim) else { return false };
        let topics = |text: &str| Passage::new(text, 0, context.lexicon).map(|s| s.topics()).unwrap_or_default();
        topics(self.title).intersection(&topics(&sentence)).count() > 1
    }
}

/// The text's first count of what the headline counts, where nothing in the text allows for the headline's figure.
fn mismatch<'c>(context: &Context, figure: &CasualtyClaim, headline: &Headline<'c>) -> Option<&'c CasualtyClaim> {
    let n = figure.number.filter(|_| is_count(context, figure))?;
    // "kills 2 adults, 2 teens" counts four.
    if headline.figures.iter().filter(|c| c.effect == figure.effect).count() > 1 {
        return None;
    }
    let of_effect = || headline.told.iter().copied().filter(|c| c.effect == figure.effect);
    let first = of_effect().find(|c| is_count(context, c) && headline.is_told_by(context, c))?;
    let allowed = of_effect().any(|c| allows(c, figure)) || is_made_up(n, &headline.told);
    (!allowed && !is_printed(context, n, &headline.body)).then_some(first)
}

/// Whether a claim counts people, all of them: "three dead", not "a man died", "a third man died" or "two others died".
fn is_count(context: &Context, claim: &CasualtyClaim) -> bool {
    let said = Passage::new(&claim.text, 0, context.lexicon);
    let beside = said.is_none_or(|s| s.has(&s.lexicon.sums.open, Run::new(0, s.len())) && claim.bound == Bound::Exact);
    let told = matches!(claim.asserted, Asserted::Fact | Asserted::Claimed) && !claim.negated;
    claim.number.is_some_and(|n| n > 1) && claim.part_of.is_none() && !claim.is_ordinal() && told && !beside
}

/// Whether a figure of the text is where that of the headline may come from: the same, one that it rounds, or one with a bound
/// that it lies within and near.
fn allows(claim: &CasualtyClaim, headline: &CasualtyClaim) -> bool {
    let (Some(n), Some(m)) = (headline.number, claim.number) else { return claim.compared().overlaps(headline.compared()) };
    // "at least 18" allows for 81, but it is not where 81 comes from.
    let near = claim.compared().overlaps(headline.compared()) && n.max(m) <= n.min(m).saturating_mul(2);
    let rounded = n >= 20 && n % 10 == 0 && (n - m).abs() <= n / 10;
    n == m || near || rounded
}

/// Whether a number is what some of the text's figures come to, or what is left of one of them: a headline counts the dead and the
/// wounded together, or those wounded beside the dead.
fn is_made_up(n: i64, told: &[&CasualtyClaim]) -> bool {
    /// Sums of more figures than this are not looked for: an article with so many counts one by one.
    const MANY: usize = 16;
    let figures: Vec<i64> = told.iter().filter_map(|c| c.number).filter(|&m| m > 0).collect();
    if figures.len() > MANY {
        return true;
    }
    let mut sums = vec![0_i64];
    for figure in &figures {
        let more: Vec<i64> = sums.iter().map(|s| s.saturating_add(*figure)).collect();
        sums.extend(more);
        sums.sort_unstable();
        sums.dedup();
    }
    let differs = |a: &i64| figures.iter().any(|b| a - b == n);
    sums.contains(&n) || figures.iter().any(differs)
}

/// Whether a text has a number anywhere.
fn is_printed(context: &Context, n: i64, body: &str) -> bool {
    Passage::new(body, 0, context.lexicon).is_some_and(|s| {
        let told = |m: Option<i64>| m == Some(n);
        s.numbers.iter().any(|m| told(m.count.number) || told(m.count.low) || told(m.count.high))
    })
}
