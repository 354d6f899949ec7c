use std::collections::{BTreeMap, HashMap};

use super::finding::on_article;
use super::{Check, Context};
use crate::check::record::{Finding, Relation};
use crate::lexicon::vocabulary::{Between, FindingSeverity, Kind};

pub(super) const CHECK: Check = Check {
    id: "article-changed",
    severity: FindingSeverity::Note,
    why: "One address with two texts: whoever quotes the first should know what the second says.",
    story: include_str!("../../tests/checks/article-changed.md"),
    find,
};

/// So many changed claims are told before the rest is counted.
const TOLD: usize = 3;

fn find(context: &Context, check: &Check) -> Vec<Finding> {
    let articles = &context.book.claims.articles;
    let mut versions: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (i, article) in articles.iter().enumerate() {
        if let (Some(url), Some(_)) = (&article.url, &article.text) {
            versions.entry(url).or_default().push(i);
        }
    }
    let mut relations: HashMap<[&str; 2], Vec<&Relation>> = HashMap::new();
    for relation in context.relations.iter().filter(|r| r.between == Between::Versions) {
        relations.entry(pair_of(&relation.left_article, &relation.right_article)).or_default().push(relation);
    }
    let mut out = Vec::new();
    for mut list in versions.into_values().filter(|list| list.len() > 1).take_while(|_| context.goes_on()) {
        list.sort_by_key(|&i| (articles[i].published.as_deref(), articles[i].article.as_str()));
        out.extend(list.windows(2).filter_map(|pair| {
            let names = pair_of(&articles[pair[0]].article, &articles[pair[1]].article);
            changed(context, check, (pair[0], pair[1]), relations.get(&names).map_or(&[], Vec::as_slice))
        }));
    }
    out
}

/// Two articles, whichever came first.
fn pair_of<'a>(one: &'a str, other: &'a str) -> [&'a str; 2] {
    if one < other { [one, other] } else { [other, one] }
}

/// What became of an article, if its words were changed; `relations` are those of the two texts.
fn changed(context: &Context, check: &Check, (earlier, later): (usize, usize), relations: &[&Relation]) -> Option<Finding> {
    let (first, second) = (context.book.article(earlier), context.book.article(later));
    let words = |text: &Option<String>| text.as_deref().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    if words(&first.text) == words(&second.text) {
        return None;
    }
    let has_moved = |r: &&&Relation| match r.left_kind {
        Kind::Quote => !matches!(r.rule.as_str(), "quote-same" | "quote-truncated" | "quote-reworded"),
        _ => r.left_value != r.right_value,
    };
    let moved: Vec<&Relation> = relations.iter().filter(has_moved).copied().collect();
    let told: Vec<String> = moved.iter().take(TOLD).map(|r| became(r, &first.article)).collect();
    let rest = moved.len().saturating_sub(TOLD);
    let what = match (told.is_empty(), rest) {
        (true, _) => "no claim that could be compared differs".to_owned(),
        (false, 0) => told.join(", "),
        (false, rest) => format!("{}, and {rest} more", told.join(", ")),
    };
    let names = (context.book.told_by(earlier), context.book.told_by(later));
    let message = format!("{} and {} stand at one address with two texts: {what}", names.0, names.1);
    let mut finding = on_article(context, check, later, None, message);
    finding.id = format!("{}|{}", finding.id, first.article);
    finding.other_article = Some(first.article.clone());
    finding.articles.push(first.article.clone());
    finding.articles.sort();
    finding.relations = moved.iter().map(|r| r.id.clone()).collect();
    Some(finding)
}

/// `killed 18 became killed 14`; of a quotation, how its words were changed.
fn became(relation: &Relation, earlier: &str) -> String {
    if relation.left_kind == Kind::Quote {
        return format!("in the words of {} {}", relation.left_value, relation.reason);
    }
    let (old, new) = if relation.left_article == earlier {
        (&relation.left_value, &relation.right_value)
    } else {
        (&relation.right_value, &relation.left_value)
    };
    format!("{old} became {new}")
}
