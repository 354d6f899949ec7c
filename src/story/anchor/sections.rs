//! Sections with a day of their own: the entries of a live blog, the days of a round-up.
//!
//! A section begins at a line of nothing but a day or a clock and is text. One such line is the article's own stamp; a
//! history's chapters lie too far from its day of writing.

use chrono::{Datelike, Days, NaiveDate};

use super::super::furniture::Section;
use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::{AnchorQuality, StampKind};
use crate::read::dates::{DateExpr, dates};
use crate::text::{Page, Paragraph, Run, Sentence, TokenKind};
use crate::value::when::anchored;

/// From this paragraph on, up to the next such, the article was written on this day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) paragraph: usize,
    pub(super) day: NaiveDate,
}

/// A heading has no more tokens than this.
const LINE: usize = 14;
/// The days of an article lie no farther from each other and from its own.
const NEAR: i64 = 60;
/// The first day of a round-up stands behind no more paragraphs than these.
const PREFACE: usize = 4;

/// A line that heads a section.
#[derive(Debug, Default)]
struct Heading {
    paragraph: usize,
    /// Year, month and day, where it says them.
    date: Option<(Option<i32>, u32, u32)>,
    /// It has a clock, or says "posted": somebody wrote at that time.
    timed: bool,
    /// How many paragraphs of text stand before it, and how many behind it up to the next.
    before: usize,
    behind: usize,
}

/// The sections of an article whose day, and how that is known, is `own`.
pub(super) fn read(page: &Page, kinds: &[Section], own: (Option<NaiveDate>, AnchorQuality), lexicon: &Lexicon) -> Vec<Written> {
    let headings = headings(page, kinds, lexicon);
    let days = days(&headings, own.0);
    if headings.len() < 2 || !(is_live(&headings) || is_round_up(&headings, &days, own)) || !is_one_story(&days, own) {
        return Vec::new();
    }
    // The line above all text is the article's own stamp, unless the article is made of such sections.
    let stamp = |h: &Heading| h.before == 0 && h.date.is_some_and(|(year, ..)| year.is_some());
    let skip = headings.first().filter(|h| stamp(h) && (own.1 == AnchorQuality::Dateline || headings.len() < 3));
    days.into_iter().filter(|w| skip.is_none_or(|h| h.paragraph != w.paragraph)).collect()
}

/// Entries that say when somebody wrote them.
fn is_live(headings: &[Heading]) -> bool {
    headings.iter().filter(|h| h.timed).count() >= 2
}

/// Days behind an article's own that divide all of its text: no list of what is to come, no table between two paragraphs.
fn is_round_up(headings: &[Heading], days: &[Written], own: (Option<NaiveDate>, AnchorQuality)) -> bool {
    let Some((last, others)) = headings.split_last() else { return false };
    let longest = others.iter().map(|h| h.behind).max().unwrap_or(0);
    let tomorrow = own.0.filter(|_| is_apart(own.1)).and_then(|day| day.checked_add_days(Days::new(1)));
    headings[0].before <= PREFACE && last.behind <= 2 * longest && tomorrow.is_some_and(|end| days.iter().all(|w| w.day <= end))
}

/// Whether an anchor is no line of the page that may itself head a section.
const fn is_apart(quality: AnchorQuality) -> bool {
    matches!(quality, AnchorQuality::Dateline | AnchorQuality::Published | AnchorQuality::Url)
}

/// Days in order, forwards or backwards, near each other and near the article's own.
fn is_one_story(days: &[Written], own: (Option<NaiveDate>, AnchorQuality)) -> bool {
    let near = |a: NaiveDate, b: NaiveDate| (a - b).num_days().abs() <= NEAR;
    let centre = own.0.filter(|_| is_apart(own.1)).or(days.first().map(|w| w.day));
    centre.is_some_and(|day| days.iter().all(|w| near(w.day, day)))
        && (days.is_sorted_by_key(|w| w.day) || days.is_sorted_by_key(|w| std::cmp::Reverse(w.day)))
}

/// The day of each heading that has one; a year that is not printed is the nearest.
fn days(headings: &[Heading], own: Option<NaiveDate>) -> Vec<Written> {
    let full = |h: &Heading| h.date.and_then(|(year, month, day)| NaiveDate::from_ymd_opt(year?, month, day));
    let near = own.or_else(|| headings.iter().find_map(full));
    let day = |h: &Heading| {
        let (_, month, day) = h.date?;
        full(h).or_else(|| anchored(&format!("XXXX-{month:02}-{day:02}"), near?).map(|i| i.earliest))
    };
    headings.iter().filter_map(|h| Some(Written { paragraph: h.paragraph, day: day(h)? })).filter(|w| w.day.year() > 0).collect()
}

/// The headings that stand above text, in order.
fn headings(page: &Page, kinds: &[Section], lexicon: &Lexicon) -> Vec<Heading> {
    let mut out: Vec<Heading> = Vec::new();
    let mut text = 0;
    for (i, paragraph) in page.paragraphs.iter().enumerate() {
        if let Some(found) = heading(page, paragraph, lexicon) {
            let bare = out.pop_if(|h| h.behind == 0);
            out.push(joined(bare, Heading { paragraph: i, before: text, ..found }));
        } else if kinds.get(i) == Some(&Section::Body) {
            text += 1;
            out.last_mut().into_iter().for_each(|h| h.behind += 1);
        }
    }
    out.pop_if(|h| h.behind == 0);
    out
}

/// Two headings without text between them: the day above the clock.
fn joined(above: Option<Heading>, below: Heading) -> Heading {
    match above {
        Some(above) if above.date.is_some() => Heading { timed: above.timed || below.timed, ..above },
        Some(above) => Heading { timed: true, paragraph: above.paragraph, ..below },
        None => below,
    }
}

/// A line of nothing but a day, a clock and the words for them.
fn heading(page: &Page, paragraph: &Paragraph, lexicon: &Lexicon) -> Option<Heading> {
    let run = paragraph.tokens;
    if run.len() > LINE {
        return None;
    }
    let found = dates(page, &Sentence { tokens: run, span: paragraph.span }, lexicon);
    let mut heading = Heading::default();
    let mut at = run.start;
    while at < run.end {
        at = match found.iter().find(|d| d.run.start == at) {
            Some(date) => heading.takes(&date.expr).then_some(date.run.end)?,
            None => at + heading.passes(page, Run::new(at, run.end), lexicon)?,
        };
    }
    (heading.date.is_some() || heading.timed).then_some(heading)
}

impl Heading {
    /// Whether an expression is a day or a clock, and no other day than before.
    fn takes(&mut self, expr: &DateExpr) -> bool {
        match expr {
            DateExpr::Day { year, month, day } => self.date.replace((*year, *month, *day)).is_none(),
            DateExpr::Clock { day, .. } => {
                self.timed = true;
                day.as_ref().is_none_or(|day| self.takes(day))
            }
            _ => false,
        }
    }

    /// How many tokens are words of a heading: punctuation, a zone, a bare clock, "Posted", "Summary".
    fn passes(&mut self, page: &Page, rest: Run, lexicon: &Lexicon) -> Option<usize> {
        let at = rest.start;
        if let Some((n, kind)) = lexicon.calendar.stamps.longest(page.keys(rest)) {
            self.timed = true;
            return (*kind == StampKind::Published).then_some(n);
        }
        match page.kind(at)? {
            TokenKind::Punct => Some(1),
            TokenKind::Number if is_clock(page.lower(at)) => {
                self.timed = true;
                Some(1)
            }
            _ => {
                let words = lexicon.furniture.headings.longest(page.keys(rest));
                words.or_else(|| lexicon.calendar.zones.longest(page.keys(rest))).map(|(n, _)| n)
            }
        }
    }
}

/// `17.52`, `9:33`, `9.33am`.
fn is_clock(word: &str) -> bool {
    let digits = word.strip_suffix("am").or_else(|| word.strip_suffix("pm")).unwrap_or(word);
    digits.split_once([':', '.']).is_some_and(|(hour, minute)| {
        let below = |part: &str, limit: u32| part.len() <= 2 && part.parse::<u32>().is_ok_and(|n| n < limit);
        below(hour, 24) && minute.len() == 2 && below(minute, 60)
    })
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Lexicon;
    use crate::story::{Date, Section, Story};
    use crate::text::Article;

    /// What every date below the headlines says, and how the day that it is counted from is known.
    fn check(text: &str, published: Option<&str>, expected: &[&str]) {
        let mut article = Article::new("a", text);
        article.published = published.map(str::to_owned);
        let story = Story::new(&article, Lexicon::english());
        let below = |d: &&Date| story.sections[story.page.paragraph_of(d.run.start)] == Section::Body;
        let told: Vec<_> = story
            .dates()
            .iter()
            .filter(below)
            .map(|d| format!("{} {} {}", story.page.text(d.run), d.value, d.anchor_quality))
            .collect();
        assert_eq!(told, expected, "{text}");
    }

    #[test]
    fn a_live_blog_counts_from_its_stamps() {
        let blog = "River town floods: live\n\n14:05 GMT, Tuesday 3 May 2016\n\nThe bridge was closed today, the mayor said.\n\n\
                    3 May 2016, 16:20\n\nThe school was emptied on Monday.\n\nPosted at 09:40 on 4 May\n\nThe river fell yesterday.\n\n\
                    17.52\n\nThe bridge opened today.";
        let expected =
            ["today 2016-05-03 stamp", "Monday 2016-05-02 stamp", "yesterday 2016-05-03 stamp", "today 2016-05-04 stamp"];
        check(blog, None, &expected);
        check(blog, Some("2016-05-03"), &expected);
    }

    #[test]
    fn the_newest_entry_may_stand_first() {
        check(
            "River town floods: live\n\nThursday, 5 May 2016\n\n8:10am\n\nThe river fell today.\n\n7:30am BST\n\nA boat sank yesterday.\n\n\
             Wednesday, 4 May 2016\n\n11:15pm\n\nThe bridge was closed on Tuesday.",
            Some("2016-05-03"),
            &["today 2016-05-05 stamp", "yesterday 2016-05-04 stamp", "Tuesday 2016-05-03 stamp"],
        );
    }

    #[test]
    fn a_round_up_counts_from_its_days() {
        check(
            "The week in the valley\n\nOur reporters look back on a week of rain.\n\nMarch 4\n\nThe river rose yesterday.\n\n\
             Wednesday, 5 March:\n\nThe bridge was closed on Tuesday.\n\nMarch 7\n\nThe school opened again today.",
            Some("2014-03-08"),
            &[
                "yesterday 2014-03-03 stamp",
                "Wednesday, 5 March 2014-03-05 stamp",
                "Tuesday 2014-03-04 stamp",
                "today 2014-03-07 stamp",
            ],
        );
    }

    #[test]
    fn what_lies_in_a_year_not_printed_is_near_the_section() {
        check(
            "The flood, day by day: live\n\nPosted at 16:40 on 30 December\n\nThe dam broke on December 29.\n\n\
             Posted at 9:10 on 2 January\n\nThe town hall will open on January 4.",
            Some("2014-12-30"),
            &["December 29 2014-12-29 stamp", "January 4 2015-01-04 stamp"],
        );
    }

    #[test]
    fn one_stamp_is_the_articles_own() {
        let body = "The bridge was closed yesterday, the mayor said.";
        check(&format!("Bridge closed\n\nMay 4, 2016 at 9:33 am\n\n{body}"), None, &["yesterday 2016-05-03 stamp"]);
        check(&format!("Bridge closed\n\nMay 4, 2016\n\n{body}"), Some("2016-05-03"), &["yesterday 2016-05-02 published"]);
        check(
            &format!("Bridge closed\n\nPublished 3 May 2016, 10:00\n\nUpdated 4 May 2016, 12:00\n\n{body}"),
            Some("2016-05-03"),
            &["yesterday 2016-05-02 published"],
        );
        check(
            &format!("Bridge closed\n\nMay 3, 2016\n\n{body}\n\nUpdated May 9, 2016\n\nMore on the river is told on Monday."),
            Some("2016-05-03"),
            &["yesterday 2016-05-02 published", "Monday 2016-05-02 published"],
        );
    }

    #[test]
    fn chapters_of_a_history_are_no_sections() {
        let text = "The siege\n\nSeptember 1\n\nThe army crossed the river yesterday.\n\nSeptember 3\n\nThe town fell on Monday.";
        check(text, Some("2009-12-19"), &["yesterday 2009-12-18 published", "Monday 2009-12-14 published"]);
        check(
            "The siege\n\n1941\n\nThe army crossed the river.\n\nMarch 1942\n\nThe town fell on Monday.",
            Some("1942-06-05"),
            &["Monday 1942-06-01 published"],
        );
        check(
            "The siege\n\nSeptember 1, 1939\n\nThe army crossed the river on Friday.\n\nJune 3, 1941\n\nThe town fell on Monday.",
            Some("2009-12-19"),
            &["Friday 2009-12-18 published", "Monday 2009-12-14 published"],
        );
    }

    #[test]
    fn lists_and_tables_are_no_sections() {
        let lead = "The league was founded on Friday, the club said. It was closed yesterday.";
        check(
            &format!(
                "League opens\n\n{lead}\n\nSaturday, May 7\n\nRovers v Town, 12.45pm\n\nSunday, May 8\n\nCity v United, 3pm\n\nTickets were sold out yesterday."
            ),
            Some("2016-05-04"),
            &["Friday 2016-04-29 published", "yesterday 2016-05-03 published", "yesterday 2016-05-03 published"],
        );
        check(
            &format!(
                "League opens\n\n{lead}\n\nMay 7\n\nRovers meet Town in the first match.\n\nMay 8\n\nThe gates were painted on Sunday."
            ),
            Some("2016-05-04"),
            &["Friday 2016-04-29 published", "yesterday 2016-05-03 published", "Sunday 2016-05-01 published"],
        );
        check(
            "Bridge closed\n\nThe bridge was closed yesterday.\n\nMay 1\n\nA crack was found.\n\nMay 2\n\nA lorry broke through.\n\n\
             The mayor spoke today.\n\nHe will go to the capital.\n\nThe builders will come on Friday.",
            Some("2016-05-04"),
            &["yesterday 2016-05-03 published", "today 2016-05-04 published", "Friday 2016-05-06 published"],
        );
        check(
            "Scores\n\n17.52\n\nThe runner came home today.\n\n18.40\n\nShe lost yesterday.",
            Some("2016-05-04"),
            &["today 2016-05-04 published", "yesterday 2016-05-03 published"],
        );
    }
}
