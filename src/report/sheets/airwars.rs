use std::collections::BTreeSet;

use super::super::record::{AirwarsIncident, Fact};
use super::super::tolls::{self, Account, is_belligerent, range};
use super::{Sources, place_name};
use crate::claim::record::{ArticleRow, CasualtyClaim};
use crate::lexicon::vocabulary::{Effect, Grading, Group, TollRule};

/// The least and the most.
type Range = (Option<i64>, Option<i64>);

/// Every incident with somebody killed or injured, as Airwars has it.
pub(in crate::report) fn airwars(from: &Sources) -> Vec<AirwarsIncident> {
    let Some(codes) = from.lexicon.toll_rules.codes(TollRule::Airwars) else { return Vec::new() };
    let of_incident = |(fact, told): (&Fact, Vec<&CasualtyClaim>)| {
        let coded = tolls::coded(&told, codes);
        let of = |effect| tolls::accounts(from.book, &coded, effect, &from.chain_of);
        let (killed, injured) = (of(Effect::Killed), of(Effect::Injured));
        (!killed.is_empty() || !injured.is_empty()).then(|| incident(from, fact, &killed, &injured))
    };
    tolls::incidents(from.book, from.facts).into_iter().filter_map(of_incident).collect()
}

fn incident(from: &Sources, fact: &Fact, killed: &[Account], injured: &[Account]) -> AirwarsIncident {
    let (dead, hurt) = (Harm::new(from, killed, Effect::Killed), Harm::new(from, injured, Effect::Injured));
    let claims: Vec<_> = killed.iter().chain(injured).map(Account::claim).collect();
    let place = from.place(fact);
    let name = |a: &&ArticleRow| a.outlet.clone().unwrap_or_else(|| a.article.clone());
    let sources: BTreeSet<String> = from.articles(&claims).iter().map(name).collect();
    AirwarsIncident {
        code: fact.fact.clone(),
        date: fact.earliest,
        date_end: fact.latest.filter(|d| Some(*d) != fact.earliest),
        location_name: place_name(place, &claims),
        region: place.and_then(|p| p.admin1.clone()),
        country_name: place.and_then(|p| p.country.clone()),
        latitude: place.and_then(|p| p.lat),
        longitude: place.and_then(|p| p.lon),
        civilian_non_combatants_killed_min: dead.civilians.0,
        civilian_non_combatants_killed_max: dead.civilians.1,
        civilian_non_combatants_injured_min: hurt.civilians.0,
        civilian_non_combatants_injured_max: hurt.civilians.1,
        children_killed_min: dead.children.0,
        children_killed_max: dead.children.1,
        children_injured_min: hurt.children.0,
        children_injured_max: hurt.children.1,
        women_killed_min: dead.women.0,
        women_killed_max: dead.women.1,
        women_injured_min: hurt.women.0,
        women_injured_max: hurt.women.1,
        men_killed_min: dead.men.0,
        men_killed_max: dead.men.1,
        men_injured_min: hurt.men.0,
        men_injured_max: hurt.men.1,
        persons_directly_participating_in_hostilities_killed_min: dead.belligerents.0,
        persons_directly_participating_in_hostilities_killed_max: dead.belligerents.1,
        persons_directly_participating_in_hostilities_injured_min: hurt.belligerents.0,
        persons_directly_participating_in_hostilities_injured_max: hurt.belligerents.1,
        civilian_harm_status: grading(killed, injured, &dead, &hurt),
        belligerents: actors(killed.iter().chain(injured)).into_iter().map(str::to_owned).collect(),
        sources: sources.into_iter().collect(),
    }
}

/// Who was harmed in one way, by all accounts.
struct Harm {
    civilians: Range,
    children: Range,
    women: Range,
    men: Range,
    belligerents: Range,
}

impl Harm {
    fn new(from: &Sources, accounts: &[Account], effect: Effect) -> Self {
        let of = |is: fn(Group) -> bool| {
            let told: Vec<Range> = accounts.iter().filter_map(|a| tolls::count(from.book, a, effect, is)).collect();
            range(told.into_iter())
        };
        Self {
            civilians: tolls::civilians(from.book, accounts, effect),
            children: of(|g| g == Group::Child),
            women: of(|g| g == Group::Woman),
            men: of(|g| g == Group::Man),
            belligerents: of(is_belligerent),
        }
    }

    /// Whether civilians were harmed, or may have been.
    fn is_civilian(&self) -> bool {
        self.civilians.0.is_some() && self.civilians.1 != Some(0)
    }
}

/// How well the harm to civilians is reported, as far as the texts say: whether a belligerent accepts it, whether several are
/// said to have done it, whether two independent sources tell it. Whether a source is credible is not asked.
fn grading(killed: &[Account], injured: &[Account], dead: &Harm, hurt: &Harm) -> Option<Grading> {
    if !dead.is_civilian() && !hurt.is_civilian() {
        return (dead.belligerents.0 > Some(0) || hurt.belligerents.0 > Some(0)).then_some(Grading::Discounted);
    }
    // The dead and the injured of one article may have two sources: it is still one account.
    let sources = |of: &[Account]| of.iter().filter(|a| !a.is_party()).map(Account::source).collect::<BTreeSet<_>>().len();
    Some(if killed.iter().chain(injured).any(is_conceded) {
        Grading::Confirmed
    } else if actors(killed.iter().chain(injured)).len() > 1 {
        Grading::Contested
    } else if sources(killed).max(sources(injured)) > 1 {
        Grading::Fair
    } else {
        Grading::Weak
    })
}

/// Whether a party says that it harmed people who are not fighters.
fn is_conceded(account: &Account) -> bool {
    let own = |c: &&&CasualtyClaim| matches!((&c.actor, &c.source), (Some(actor), Some(source)) if is_alike(actor, source));
    account.is_party() && account.claims().iter().filter(own).any(|c| !is_belligerent(c.group))
}

/// Who is said to have done it, each once.
fn actors<'a>(accounts: impl Iterator<Item = &'a Account<'a>>) -> Vec<&'a str> {
    let mut found: Vec<&str> = Vec::new();
    for actor in accounts.flat_map(Account::claims).filter_map(|c| c.actor.as_deref()) {
        if !found.iter().any(|known| is_alike(known, actor)) {
            found.push(actor);
        }
    }
    found
}

/// Whether two names may be one: the words of one are all words of the other.
fn is_alike(a: &str, b: &str) -> bool {
    let words = |text: &str| text.to_lowercase().split_whitespace().map(str::to_owned).collect::<BTreeSet<_>>();
    let (a, b) = (words(a), words(b));
    a.is_subset(&b) || b.is_subset(&a)
}
