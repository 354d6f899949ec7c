use super::table;
use crate::report::record::PlaceRow;

table! {
    "report" "places" PlaceRow: "A place that claims name." {
        place_entity: "Its canonical id.",
        name: "Its name.",
        kind: "What it is: country, region, city, landmark.",
        country: "The country it lies in.",
        admin1: "The first-level region (province, state) it lies in, by name.",
        lat: "Its latitude, in degrees north.",
        lon: "Its longitude, in degrees east.",
        geonameid: "Its number in GeoNames.",
    }
}
