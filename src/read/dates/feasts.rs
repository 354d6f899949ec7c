//! Days and seasons with a name: Christmas, Ramadan, Election Day.

use super::expression::DateExpr;
use super::scan::Scan;
use super::starts as on;
use super::{Found, Reader, date_rule};
use crate::rule::Reads;
use crate::text::TokenKind;

pub(super) const FEAST: Reader = date_rule(
    "date-feast",
    on::FEASTLY,
    "A holiday, fixed or moving, in its year: the one told, else the nearest on the side that the tense gives.",
    &[
        Reads {
            value: "DATE 2014-12-25",
            sentences: &[
                "The road opened at Christmas 2014.",
                "The road opened last Christmas.",
                "The road opened on Christmas Day last year.",
            ],
        },
        Reads {
            value: "DATE 2015-12-25",
            sentences: &["The road will open by Christmas.", "The road will open before next Christmas."],
        },
        Reads { value: "DATE 2015-04-05", sentences: &["The road opened at Easter.", "The road opened on Easter Sunday."] },
        Reads { value: "DATE 2015-04-03", sentences: &["The road opened on Good Friday."] },
        Reads { value: "DATE 2014-11-27", sentences: &["The U.S. road opened last Thanksgiving."] },
        Reads { value: "DATE 2015-06-18/2015-07-16", sentences: &["The road was shut during Ramadan."] },
        Reads {
            value: "DATE 2015-07-17",
            sentences: &["The road was opened on Eid al-Fitr.", "The road was opened on Eid ul-Fitr."],
        },
        Reads { value: "DATE 2015-03-21", sentences: &["The road was opened on Nowruz."] },
        Reads { value: "DATE 2015-02-19", sentences: &["The road was opened after the Lunar New Year."] },
        Reads { value: "DATE 2015-W36-WE", sentences: &["The road will open over the Labor Day weekend."] },
        Reads { value: "DATE 2015-W14", sentences: &["The road opened in Easter week."] },
        Reads { value: "TIME 2014-12-25TNI", sentences: &["The road was mined on Christmas night."] },
        Reads { value: "DATE 2001-09-11", sentences: &["The law was written after the Sept. 11 attacks."] },
        Reads { value: "DATE 2011-12-31", sentences: &["The 2011 New Year's Eve shooting is in court."] },
        Reads { value: "DATE 1944-06-06", sentences: &["The beach was mined before D-Day."] },
    ],
    &[
        "The ship is bound for Christmas Island.",
        "The Good Friday Agreement holds.",
        "The Good Friday accord holds.",
        "They sold a Christmas tree.",
        "Holly Easter left.",
    ],
    feast,
);

fn feast(s: &Scan, i: usize) -> Option<Found> {
    // "the 2011 New Year's Eve shooting"
    if let Some(year) = s.year(i).filter(|_| s.feasts.names.longest(s.keys(i + 1)).is_some()) {
        let (feast, end) = s.phrase(i + 1, &s.feasts.names)?;
        return Some(Found::new(end, DateExpr::Feast { feast, year: Some(year), turn: None }));
    }
    let turned = s.phrase(i, &s.words.turns);
    let at = turned.map_or(i, |(_, at)| at);
    let the = at + usize::from(turned.is_none() && s.is(at, "the"));
    let (feast, end) = s.phrase(the, &s.feasts.names)?;
    let named = s.capital(end) && s.kind(end) == Some(TokenKind::Word) && s.reckoned(end).is_none();
    let things = s.feasts.things.has(s.key(end)) || s.is(end, "-");
    let surname = the == i && i > s.run.start && s.capital(i - 1) && s.kind(i - 1) == Some(TokenKind::Word);
    if !s.capital(the) || named || things || surname {
        return None;
    }
    let turn = turned.map(|(turn, _)| turn);
    let of = end + usize::from(s.any(end, &["of", ",", "in"]));
    if let Some((year, end)) = s.reckoned(of) {
        return Some(Found::new(end, DateExpr::Feast { feast, year: Some(year), turn: None }));
    }
    if let Some((turn, after)) = s.phrase(of, &s.words.turns).filter(|(_, after)| turn.is_none() && s.is(*after, "year")) {
        return Some(Found::new(after + 1, DateExpr::Feast { feast, year: None, turn: Some(turn) }));
    }
    let day = DateExpr::Feast { feast, year: None, turn };
    // "Labor Day weekend", "Easter week", "Christmas night"
    match s.lower(end) {
        "weekend" => Some(Found::new(end + 1, DateExpr::WeekendAround(Box::new(day)))),
        "week" => Some(Found::new(end + 1, DateExpr::WeekAround(Box::new(day)))),
        _ => Some(match s.phrase(end, &s.words.parts) {
            Some((part, end)) => Found::new(end, DateExpr::Part { day: Box::new(day), part }),
            None => Found::new(end, day),
        }),
    }
}
