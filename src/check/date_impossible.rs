use chrono::Month;

use super::finding::on_article;
use super::{Check, Context};
use crate::check::record::Finding;
use crate::lexicon::vocabulary::FindingSeverity;

pub(super) const CHECK: Check = Check {
    id: "date-impossible",
    severity: FindingSeverity::Error,
    why: "A day that no calendar has was written down wrong: nobody knows which day was meant.",
    story: include_str!("../../tests/checks/date-impossible.md"),
    find,
};

/// The rule that reads such days.
const READ_BY: &str = "no-such-day";
/// Sweden had this day, once.
const SWEDISH: &str = "1712-02-30";

fn find(context: &Context, check: &Check) -> Vec<Finding> {
    let written = context.book.claims.dates.iter().filter(|d| d.rule == READ_BY && d.value != SWEDISH);
    written
        .filter_map(|date| {
            let i = context.book.index(&date.article)?;
            let message = format!("“{}”: {}", date.text, reason(&date.value)?);
            Some(on_article(context, check, i, Some((date.start, date.end, &date.text)), message))
        })
        .collect()
}

/// Why a value as it was written, `2011-06-31` or `XXXX-02-31`, is no day: `June has 30 days`. None if it is one.
fn reason(value: &str) -> Option<String> {
    let mut parts = value.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?.parse::<u8>().ok()?, parts.next()?.parse::<u8>().ok()?);
    let year: Option<i32> = year.parse().ok();
    let Ok(named) = Month::try_from(month) else { return Some("a year has 12 months".to_owned()) };
    // Without its year a February may be a long one.
    let days = named.num_days(year.unwrap_or(2000))?;
    if (1..=days).contains(&day) {
        return None;
    }
    Some(match (named, year) {
        _ if day == 0 => "a month begins with its first day".to_owned(),
        (Month::February, Some(year)) => format!("February {year} has {days} days"),
        (Month::February, None) => format!("February has at most {days} days"),
        _ => format!("{} has {days} days", named.name()),
    })
}

#[cfg(test)]
mod tests {
    use super::reason;

    #[test]
    fn why_a_day_is_none() {
        let check = |value: &str, expected: &str| assert_eq!(reason(value).as_deref().unwrap_or("-"), expected, "{value}");
        check("2011-06-31", "June has 30 days");
        check("XXXX-09-31", "September has 30 days");
        check("2015-02-29", "February 2015 has 28 days");
        check("1900-02-29", "February 1900 has 28 days");
        check("2016-02-30", "February 2016 has 29 days");
        check("XXXX-02-31", "February has at most 29 days");
        check("2015-13-40", "a year has 12 months");
        check("2015-05-32", "May has 31 days");
        check("2015-05-00", "a month begins with its first day");
        for day in ["2016-02-29", "XXXX-02-29", "2015-05-31", "2015-05", "", "XXXX-WXX-3", "2015-05-31T09:00"] {
            check(day, "-");
        }
    }
}
