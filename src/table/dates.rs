use super::table;
use crate::claim::record::DateClaim;

table! {
    "claims" "dates" DateClaim: "A date, time, duration or set of times in a text." {
        id: "The claim's id, `article:date:start-end`.",
        article: "The article it stands in.",
        start: "The first code point of the expression.",
        end: "The code point after its last.",
        text: "The expression as written.",
        r#type: "The TIMEX3 type: DATE, TIME, DURATION or SET.",
        value: "The TIMEX3 value, without zone; `XXXX-08-12` where the year is not known.",
        earliest: "The first day it may mean.",
        latest: "The last day it may mean.",
        zone: "The time zone, where one is given.",
        anchor: "What a relative date is counted from, `inherited:000` for a day taken from another article.",
        anchor_quality: "How good that anchor is.",
        rule: "The rule that read it.",
        range: "The range it begins or ends, both values with `/` between; null for a date that stands by itself.",
    }
}
