//! The publication time that came with an article, and the date in its address.

use chrono::{NaiveDate, NaiveTime};

/// A publication time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Published {
    pub(super) day: NaiveDate,
    pub(super) clock: Option<NaiveTime>,
}

/// An ISO date, with or without a time and a zone. The day is the one written, whatever the zone.
pub(super) fn read(text: &str) -> Option<Published> {
    let text = text.trim();
    let date = text.get(..10)?;
    let day = NaiveDate::parse_from_str(date, "%Y-%m-%d").ok().filter(|_| date.as_bytes().get(4) == Some(&b'-'))?;
    let rest = &text[10..];
    if rest.is_empty() {
        return Some(Published { day, clock: None });
    }
    let time = rest.strip_prefix(['T', 't', ' '])?.trim_start();
    let clock = time.get(..8).and_then(|t| NaiveTime::parse_from_str(t, "%H:%M:%S").ok());
    let clock = clock.or_else(|| NaiveTime::parse_from_str(time.get(..5)?, "%H:%M").ok())?;
    Some(Published { day, clock: Some(clock) })
}

/// The day in an address: `/2015/08/07/`, `/2015/aug/07/` is left alone, `/2015-08-07-`.
pub(super) fn in_url(url: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> = url.split(['/', '-', '_', '?', '.', '=']).collect();
    parts.windows(3).find_map(|w| {
        let digits = |s: &str, n: std::ops::RangeInclusive<usize>| n.contains(&s.len()) && s.bytes().all(|b| b.is_ascii_digit());
        if !digits(w[0], 4..=4) || !digits(w[1], 1..=2) || !digits(w[2], 1..=2) {
            return None;
        }
        let year = w[0].parse().ok().filter(|y| (1990..2100).contains(y))?;
        NaiveDate::from_ymd_opt(year, w[1].parse().ok()?, w[2].parse().ok()?)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn publication_times() {
        let check = |text: &str, expected: &str| {
            let got =
                read(text).map_or("-".to_owned(), |p| format!("{} {}", p.day, p.clock.map_or("-".to_owned(), |c| c.to_string())));
            assert_eq!(got, expected, "{text}");
        };
        check("2015-08-07", "2015-08-07 -");
        check(" 2015-08-07 ", "2015-08-07 -");
        check("2015-08-07T09:33", "2015-08-07 09:33:00");
        check("2015-08-07T09:33:12Z", "2015-08-07 09:33:12");
        check("2015-08-07 09:33:12+02:00", "2015-08-07 09:33:12");
        check("2015-08-07T09:33:12.123+02:00", "2015-08-07 09:33:12");
        for none in [
            "",
            "n/a",
            "31 February",
            "2015-02-31",
            "2015",
            "2015-8-7",
            "20150807",
            "٢٠١٥-٠٨-٠٧",
            "2015-08-07Tnoon",
            "2015-08-0\u{e9}",
        ] {
            check(none, "-");
        }
    }

    #[test]
    fn addresses() {
        let check =
            |url: &str, expected: &str| assert_eq!(in_url(url).map_or("-".to_owned(), |d| d.to_string()), expected, "{url}");
        check("https://example.org/2015/08/07/envoys-meet", "2015-08-07");
        check("https://example.org/news/2015-08-07-envoys", "2015-08-07");
        check("https://example.org/news/2015/08/envoys", "-");
        check("https://example.org/id/201508071", "-");
        check("https://example.org/2015/13/41/x", "-");
    }
}
