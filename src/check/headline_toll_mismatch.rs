use super::finding::on_article;
use super::{Check, Context};
use crate::check::record::Finding;
use crate::claim::extract;
use crate::claim::record::CasualtyClaim;
use crate::lexicon::vocabulary::FindingSeverity;
use crate::lexicon::vocabulary::Kind;
use crate::text::Article;

pub(super) const CHECK: Check = Check {
    id: "headline-toll-mismatch",
    severity: FindingSeverity::Warning,
    why: "A headline's figure that the text does not bear out is what most readers will remember.",
    story: include_str!("../../tests/checks/headline-toll-mismatch.md"),
    find,
};

fn find(context: &Context, check: &Check) -> Vec<Finding> {
    let claims = context.book.claims;
    let titled = claims.articles.iter().enumerate().filter_map(|(i, a)| {
        let title = a.title.as_deref()?;
        let begins = a.text.as_deref().is_some_and(|t| t.trim_start().starts_with(title));
        (!begins).then_some((i, title))
    });
    titled
        .flat_map(|(i, title)| {
            let told: Vec<_> = claims.casualties.iter().filter(|c| c.article == context.book.article(i).article).collect();
            let read = extract(&[Article::new("title", title)], &[Kind::Casualty], context.lexicon).unwrap_or_default();
            let found: Vec<_> = read
                .casualties
                .into_iter()
                .filter_map(|headline| mismatch(&headline, &told).map(|said| (headline, said)))
                .collect();
            found.into_iter().map(move |(headline, said)| {
                let message = format!("the headline says “{}”, the text {said}", headline.text);
                on_article(context, check, i, None, message)
            })
        })
        .collect()
}

/// The text's first figure of the headline's effect, where no figure of the text allows for the headline's.
fn mismatch(headline: &CasualtyClaim, told: &[&CasualtyClaim]) -> Option<String> {
    headline.number?;
    let of_effect: Vec<_> = told.iter().filter(|c| c.effect == headline.effect).collect();
    let first = of_effect.first()?;
    let fits = |c: &CasualtyClaim| c.compared().overlaps(headline.compared());
    // "at least 18" allows for 81, but it is not where 81 comes from.
    let near = |c: &CasualtyClaim| {
        c.number == headline.number || (fits(c) && c.number.zip(headline.number).is_none_or(|(a, b)| a.max(b) <= 2 * a.min(b)))
    };
    (!of_effect.iter().any(|c| near(c))).then(|| format!("“{}”", first.text))
}
