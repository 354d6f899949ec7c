use chrono::{Datelike, NaiveDate};

use super::super::record::{Fact, PlaceRow, UcdpEvent};
use super::super::tolls::{self, Account, Decision};
use super::{Sources, place_name};
use crate::claim::record::{ArticleRow, CasualtyClaim};
use crate::lexicon::PlaceKind;
use crate::lexicon::vocabulary::{Effect, Scope, TollRule};

/// Every incident with a death, as an event of UCDP GED.
pub(in crate::report) fn ucdp(from: &Sources) -> Vec<UcdpEvent> {
    let Some(codes) = from.lexicon.toll_rules.codes(TollRule::Ucdp) else { return Vec::new() };
    let of_incident = |(fact, told): (&Fact, Vec<&CasualtyClaim>)| {
        let coded = tolls::coded(&told, codes);
        let accounts = tolls::accounts(from.book, &coded, Effect::Killed, &from.chain_of);
        let decision = tolls::by_rule(TollRule::Ucdp, from.book, &accounts, Effect::Killed)?;
        Some(event(from, fact, &accounts, &decision))
    };
    tolls::incidents(from.book, from.facts).into_iter().filter_map(of_incident).collect()
}

fn event(from: &Sources, fact: &Fact, accounts: &[Account], decision: &Decision) -> UcdpEvent {
    let claims: Vec<_> = accounts.iter().map(Account::claim).collect();
    let (place, articles) = (from.place(fact), from.articles(&claims));
    let split = split(from, accounts, decision);
    let coordinates = place.and_then(|p| p.lat.zip(p.lon));
    UcdpEvent {
        id: fact.fact.clone(),
        year: fact.earliest.map(|d| i64::from(d.year())),
        number_of_sources: i64::try_from(articles.len()).unwrap_or(i64::MAX),
        source_article: articles.iter().map(|a| reference(a)).collect::<Vec<_>>().join(";"),
        source_office: joined(&articles, |a| a.outlet.clone()),
        source_date: joined(&articles, day),
        source_headline: joined(&articles, |a| a.title.clone()),
        source_original: decision.basis.source.clone(),
        where_prec: place.and_then(precision),
        where_coordinates: place_name(place, &claims),
        adm_1: place.and_then(|p| p.admin1.clone()),
        latitude: coordinates.map(|(lat, _)| lat),
        longitude: coordinates.map(|(_, lon)| lon),
        geom_wkt: coordinates.map(|(lat, lon)| format!("POINT ({lon} {lat})")),
        country: place.and_then(|p| p.country.clone()),
        event_clarity: if claims.iter().any(|c| c.scope == Scope::Period) { 2 } else { 1 },
        date_prec: fact.earliest.zip(fact.latest).map(|(first, last)| days(first, last)),
        date_start: fact.earliest,
        date_end: fact.latest,
        deaths_a: split[0],
        deaths_b: split[1],
        deaths_civilians: split[2],
        deaths_unknown: split[3],
        best: decision.best,
        high: decision.high,
        low: decision.low,
    }
}

/// The dead of sides A and B, the civilians, the unknown. A side of which nothing is told is null, unless the others make up
/// the whole.
fn split(from: &Sources, accounts: &[Account], decision: &Decision) -> [Option<i64>; 4] {
    let basis = accounts.iter().find(|a| a.claim().id == decision.basis.id);
    let Some((account, best)) = basis.zip(decision.best) else { return [None; 4] };
    let deaths = tolls::deaths(account, best, &from.lexicon.toll_rules.sides);
    let told = |n: i64| (n > 0 || deaths.unknown == 0).then_some(n);
    [told(deaths.a), told(deaths.b), told(deaths.civilians), Some(deaths.unknown)]
}

/// How exactly the day is known, as the GED codebook counts it.
fn days(first: NaiveDate, last: NaiveDate) -> i64 {
    match (last - first).num_days() + 1 {
        ..=1 => 1,
        2..=6 => 2,
        7 => 3,
        8..=31 => 4,
        _ => 5,
    }
}

/// How exactly the place is known, as the GED codebook counts it.
fn precision(place: &PlaceRow) -> Option<i64> {
    let kind = place.kind.as_deref()?;
    let is = |kinds: &[PlaceKind]| kinds.iter().any(|k| k.as_str() == kind);
    if is(&[PlaceKind::City, PlaceKind::Landmark]) {
        Some(1)
    } else if is(&[PlaceKind::Region]) {
        Some(4)
    } else {
        is(&[PlaceKind::Country]).then_some(6)
    }
}

/// The day an article was published.
fn day(article: &ArticleRow) -> Option<String> {
    article.published.as_deref().and_then(|p| p.get(..10)).map(str::to_owned)
}

fn reference(article: &ArticleRow) -> String {
    let parts = [Some(article.outlet.clone().unwrap_or_else(|| article.article.clone())), day(article), article.title.clone()];
    format!("\"{}\"", parts.into_iter().flatten().collect::<Vec<_>>().join(",").replace('"', "'"))
}

fn joined(articles: &[&ArticleRow], of: impl Fn(&ArticleRow) -> Option<String>) -> Option<String> {
    let all: Vec<_> = articles.iter().filter_map(|a| of(a)).collect();
    (!all.is_empty()).then(|| all.join(";"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_as_exact_as_their_range_is_short() {
        let day = |d: u32| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
        for (last, expected) in [(1, 1), (2, 2), (6, 2), (7, 3), (8, 4), (31, 4)] {
            assert_eq!(days(day(1), day(last)), expected);
        }
        assert_eq!(days(day(1), NaiveDate::from_ymd_opt(2026, 12, 31).unwrap()), 5);
    }
}
