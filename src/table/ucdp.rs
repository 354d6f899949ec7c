use super::table;
use crate::report::record::UcdpEvent;

table! {
    "sheet" "ucdp" UcdpEvent: "An incident with a death in the shape of UCDP GED, by its column names: `report.to_ucdp()`." {
        id: "The incident, as in `report.facts`; UCDP has numbers of its own.",
        year: "The year it began.",
        number_of_sources: "How many articles tell of the dead.",
        source_article: "The articles: outlet, day and headline of each in quotation marks, parted by semicolons.",
        source_office: "Their outlets, parted by semicolons.",
        source_date: "Their days, parted by semicolons.",
        source_headline: "Their headlines, parted by semicolons.",
        source_original: "Who first said so, as written, by the claim that decides.",
        where_prec: "How exactly the place is known: 1 a town or a landmark, 4 a first-level region, 6 a country.",
        where_coordinates: "The place that the coordinates stand for.",
        adm_1: "The first-level region it lies in.",
        latitude: "Degrees north.",
        longitude: "Degrees east.",
        geom_wkt: "The point as well-known text.",
        country: "The country it lies in.",
        event_clarity: "1 an incident by itself, 2 an aggregate over several days.",
        date_prec: "How exactly the day is known: 1 the day, 2 two to six days, 3 a week, 4 up to a month, 5 longer.",
        date_start: "The first day it may have happened.",
        date_end: "The last day it may have happened.",
        deaths_a: "The dead of the government's side.",
        deaths_b: "The dead of those who fight it.",
        deaths_civilians: "The dead civilians.",
        deaths_unknown: "The dead of whom the text does not say; with the other three they make up `best`.",
        best: "The most reliable figure.",
        high: "The highest reliable figure.",
        low: "The most conservative figure.",
    }
}
