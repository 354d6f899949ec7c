//! Properties of tolls: a number that is spelled is read back, a further group never lowers a total, and no order of the words
//! of harm breaks the reader.

use proptest::prelude::*;

use wirecheck::check::Options;
use wirecheck::claim::extract;
use wirecheck::claim::record::Claims;
use wirecheck::lexicon::Lexicon;
use wirecheck::lexicon::vocabulary::{Effect, Kind};
use wirecheck::report::check;
use wirecheck::text::Article;

fn read(text: &str) -> Claims {
    let article = Article::new("0", text).published("2015-08-07");
    extract(&[article], &[Kind::Casualty], Lexicon::english()).expect("one article")
}

/// The killed of the lead incident: low, best and high.
fn killed(text: &str) -> (Option<i64>, Option<i64>, Option<i64>) {
    let report = check(&read(text), None, &Options::default(), Lexicon::english()).expect("a report");
    let toll = report.tolls.into_iter().find(|t| t.rank == 0 && t.effect == Effect::Killed);
    toll.map_or((None, None, None), |t| (t.low, t.best, t.high))
}

/// A number below a million in English words.
fn spelled(n: i64) -> String {
    const SMALL: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let small = |n: i64| SMALL[usize::try_from(n).expect("it is small")];
    match n {
        0..20 => small(n).to_owned(),
        20..100 => {
            let tens = TENS[usize::try_from(n / 10).expect("it is small")];
            if n % 10 == 0 { tens.to_owned() } else { format!("{tens}-{}", small(n % 10)) }
        }
        100..1000 if n % 100 == 0 => format!("{} hundred", small(n / 100)),
        100..1000 => format!("{} hundred and {}", small(n / 100), spelled(n % 100)),
        _ if n % 1000 == 0 => format!("{} thousand", spelled(n / 1000)),
        _ => format!("{} thousand {}", spelled(n / 1000), spelled(n % 1000)),
    }
}

/// `1234567` as `1,234,567`.
fn grouped(n: i64) -> String {
    let digits = n.to_string();
    let cut = |i: usize| i > 0 && (digits.len() - i).is_multiple_of(3);
    digits.char_indices().map(|(i, c)| if cut(i) { format!(",{c}") } else { c.to_string() }).collect()
}

const WORDS: [&str; 48] = [
    "killed",
    "injured",
    "dead",
    "died",
    "were",
    "was",
    "people",
    "soldiers",
    "children",
    "a",
    "the",
    "man",
    "12",
    "two",
    "dozens",
    "at",
    "least",
    "including",
    "among",
    "them",
    "of",
    "whom",
    "and",
    ",",
    ".",
    "himself",
    "he",
    "hospital",
    "taken",
    "to",
    "with",
    "wounds",
    "toll",
    "rose",
    "no",
    "one",
    "other",
    "others",
    "bodies",
    "found",
    "34",
    "-year-old",
    "Ann Berg",
    "shot",
    "fatally",
    "“",
    "since",
    "missing",
];

proptest! {
    #[test]
    fn a_spelled_number_is_read_back(n in 2_i64..1_000_000) {
        for text in [spelled(n), grouped(n)] {
            let claims = read(&format!("The storm killed {text} people in Homs on Monday."));
            let numbers: Vec<_> = claims.casualties.iter().map(|c| c.number).collect();
            prop_assert_eq!(numbers, vec![Some(n)], "{}", text);
        }
    }

    #[test]
    fn a_further_group_adds(a in 2_i64..500, b in 2_i64..500, c in 2_i64..500) {
        let one = killed(&format!("{} soldiers were killed in Homs on Monday.", spelled(a)));
        let two = killed(&format!("{} soldiers and {b} children were killed in Homs on Monday.", spelled(a)));
        let three = killed(&format!("{} soldiers, {b} children and {c} medics were killed in Homs on Monday.", spelled(a)));
        prop_assert_eq!((one.1, two.1, three.1), (Some(a), Some(a + b), Some(a + b + c)));
        prop_assert!(one.0 <= two.0 && two.0 <= three.0);
    }

    #[test]
    fn a_toll_lies_between_its_ends(words in prop::collection::vec(prop::sample::select(WORDS.to_vec()), 0..40)) {
        let (low, best, high) = killed(&words.join(" "));
        prop_assert!(low.is_none_or(|low| best.is_none_or(|best| low <= best)), "{} {:?} {:?}", words.join(" "), low, best);
        prop_assert!(high.is_none_or(|high| best.is_none_or(|best| best <= high)), "{} {:?} {:?}", words.join(" "), best, high);
    }
}
