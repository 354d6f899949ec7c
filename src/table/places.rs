use super::table;
use crate::report::record::PlaceRow;

table! {
    "report" "places" PlaceRow: "A place that claims name." {
        place_entity: "Its canonical id.",
        name: "Its name.",
        kind: "What it is: country, province, city.",
        country: "The country it lies in.",
        admin1: "The province it lies in.",
        lat: "Its latitude, in degrees north.",
        lon: "Its longitude, in degrees east.",
        geonameid: "Its number in GeoNames.",
    }
}
