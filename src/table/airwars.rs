use super::table;
use crate::report::record::AirwarsIncident;

table! {
    "sheet" "airwars" AirwarsIncident: "An incident in the shape of Airwars, by its field names: `report.to_airwars()`." {
        code: "The incident, as in `report.facts`; Airwars has codes of its own.",
        date: "The day, or the first it may have been.",
        date_end: "The last day it may have been, where that is another.",
        location_name: "Where.",
        region: "The first-level region it lies in.",
        country_name: "The country it lies in.",
        latitude: "Degrees north.",
        longitude: "Degrees east.",
        civilian_non_combatants_killed_min: "Civilians killed, at least, by any account.",
        civilian_non_combatants_killed_max: "Civilians killed, at most, by any account; null where open.",
        civilian_non_combatants_injured_min: "Civilians injured, at least.",
        civilian_non_combatants_injured_max: "Civilians injured, at most; null where open.",
        children_killed_min: "Children killed, at least.",
        children_killed_max: "Children killed, at most; null where open.",
        children_injured_min: "Children injured, at least.",
        children_injured_max: "Children injured, at most; null where open.",
        women_killed_min: "Women killed, at least.",
        women_killed_max: "Women killed, at most; null where open.",
        women_injured_min: "Women injured, at least.",
        women_injured_max: "Women injured, at most; null where open.",
        men_killed_min: "Men killed, at least.",
        men_killed_max: "Men killed, at most; null where open.",
        men_injured_min: "Men injured, at least.",
        men_injured_max: "Men injured, at most; null where open.",
        persons_directly_participating_in_hostilities_killed_min: "Fighters and attackers killed, at least.",
        persons_directly_participating_in_hostilities_killed_max: "Fighters and attackers killed, at most; null where open.",
        persons_directly_participating_in_hostilities_injured_min: "Fighters and attackers injured, at least.",
        persons_directly_participating_in_hostilities_injured_max: "Fighters and attackers injured, at most; null where open.",
        civilian_harm_status: "The grading: confirmed, fair, weak, contested or discounted.",
        belligerents: "Who is said to have done it, as written.",
        sources: "The outlets that tell of it; an article's id where its outlet is not known.",
    }
}
