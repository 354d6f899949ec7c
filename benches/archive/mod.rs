//! An archive of made-up news: as many outlets tell an event as in the news, names and places are as unevenly often as there, tolls
//! rise, and the same background is told again and again.

use chrono::{Days, NaiveDate};
use wirecheck::lexicon::Lexicon;
use wirecheck::text::Article;

/// So many articles a day: an archive grows by its days.
const A_DAY: usize = 120;
const TOWNS: usize = 3_000;
const PEOPLE: usize = 8_000;

const CAUSES: [&str; 8] = ["air strike", "car bomb", "shelling", "suicide bombing", "fire", "bus crash", "flood", "shooting"];
const SITES: [&str; 8] =
    ["a market", "a school", "a bus station", "a hospital", "a mosque", "a checkpoint", "a hotel", "a bakery"];
const HOLDERS: [&str; 6] = [
    "police",
    "a hospital official",
    "the health ministry",
    "residents",
    "state media",
    "the Syrian Observatory for Human Rights",
];
const GIVEN: [&str; 16] = [
    "Anna", "Ivan", "Maria", "Omar", "Leila", "Peter", "Yusuf", "Clara", "Hassan", "Nadia", "Viktor", "Rosa", "Tariq", "Elena",
    "Samuel", "Aisha",
];
const SYLLABLES: [&str; 24] = [
    "bar", "kov", "len", "sar", "mir", "dan", "vel", "tor", "hal", "ric", "pen", "gol", "sen", "war", "bek", "lin", "dov", "mar",
    "nes", "tal", "ruk", "fel", "jor", "zan",
];
const NATIONS: [&str; 10] = ["Russia", "Turkey", "Iran", "France", "Germany", "Egypt", "Japan", "Brazil", "India", "Jordan"];
const BACKGROUND: [&str; 8] = [
    "The war has killed more than 220,000 people since it began in 2011.",
    "The conflict has driven millions from their homes, according to the United Nations.",
    "Talks between the two sides have failed three times since last year.",
    "The country has been without a president since the spring.",
    "Aid groups say that the roads to the north have been closed for months.",
    "The government denies that its forces fire at civilians.",
    "A truce that was agreed on last month has not been kept by either side.",
    "The region produces most of the country's grain.",
];
/// Who, does what, to what, when: one of each makes a sentence that hardly anybody else says.
const SAID: [[&str; 12]; 4] = [
    [
        "The people of these hills",
        "Our engineers",
        "My brothers and I",
        "Nobody in this street",
        "The farmers of the plain",
        "Two of our drivers",
        "The nurses of the night shift",
        "Every family here",
        "The council",
        "Half of the teachers",
        "The old fishermen",
        "Those who stayed",
    ],
    [
        "have never asked for",
        "will not give up",
        "are waiting in vain for",
        "remember",
        "were told to forget",
        "have paid twice for",
        "cannot rebuild",
        "dream of",
        "would rather lose",
        "have stopped counting",
        "must first repair",
        "are ashamed of",
    ],
    [
        "the bridge over the narrow river",
        "a school with a roof of tin",
        "the mill that burned in spring",
        "the promises of three governors",
        "a road without mines",
        "the wells behind the quarry",
        "the letters of their sons",
        "the bakery on the corner",
        "a harvest like last year's",
        "the rusty ferry",
        "the names on the wall",
        "an apology from the ministry",
    ],
    [
        "before the first snow falls",
        "as long as the guns are near",
        "while others sleep in hotels",
        "since the day of the flood",
        "whatever the capital says",
        "for the sake of the children",
        "until the trains run again",
        "in spite of the curfew",
        "after so many funerals",
        "without a word of thanks",
        "because winter is long",
        "when the market opens on Monday",
    ],
];

/// Numbers that are the same each time.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    fn roll(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// A number below `n`.
    pub(crate) fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.roll() % n as u64).unwrap_or_default()
    }

    /// A number below `n`: the smaller the more often, as names are.
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a rough distribution"
    )]
    fn rank(&mut self, n: usize) -> usize {
        let share = self.below(1 << 20) as f64 / f64::from(1 << 20);
        (((n as f64).powf(share) - 1.0) as usize).min(n - 1)
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }
}

/// So many articles, a year and more of them where they are many.
pub(crate) fn articles(count: usize) -> Vec<Article> {
    let lexicon = Lexicon::english();
    let towns: Vec<String> = (0..lexicon.names.places.len())
        .filter_map(|i| lexicon.names.places.get(i))
        .filter(|p| (20..400).contains(&p.people))
        .filter(|p| p.name.chars().all(|c| c.is_ascii_alphabetic()))
        .map(|p| p.name.to_string())
        .take(TOWNS)
        .collect();
    let people: Vec<String> = (0..PEOPLE).map(person).collect();
    let first = NaiveDate::from_ymd_opt(1999, 1, 4).expect("a day");
    let mut dice = Dice::new(7);
    let mut out = Vec::with_capacity(count);
    while out.len() < count {
        let day = first + Days::new((out.len() / A_DAY) as u64);
        let event = Event::new(&mut dice, &towns, &people);
        let outlets = 1 + dice.rank(12);
        for outlet in 0..outlets.min(count - out.len()) {
            let mut article = Article::new(out.len().to_string(), event.told(&mut dice, day, outlet));
            article.published = Some(day.to_string());
            article.outlet = Some(format!("Outlet {}", dice.rank(200)));
            out.push(article);
        }
    }
    out
}

fn person(i: usize) -> String {
    let syllable = |n: usize| SYLLABLES[n % SYLLABLES.len()];
    let surname = format!("{}{}{}", syllable(i), syllable(i / 24), syllable(i / 576));
    let (head, tail) = surname.split_at(1);
    format!("{} {}{tail}", GIVEN[i % GIVEN.len()], head.to_uppercase())
}

/// A text of its own, of so many words.
pub(crate) fn prose(dice: &mut Dice, words: usize) -> String {
    let word = |dice: &mut Dice| format!("{}{}", dice.pick(&SYLLABLES), dice.pick(&SYLLABLES));
    let words: Vec<String> = (0..words).map(|_| word(dice)).collect();
    words.chunks(20).map(|sentence| format!("The {} of the town.", sentence.join(" "))).collect::<Vec<_>>().join(" ")
}

/// What several articles tell of.
struct Event<'a> {
    town: &'a str,
    dead: usize,
    cause: &'a str,
    site: &'a str,
    speaker: &'a str,
    words: String,
    ministers: [&'a str; 2],
    nations: [&'a str; 2],
}

impl<'a> Event<'a> {
    fn new(dice: &mut Dice, towns: &'a [String], people: &'a [String]) -> Self {
        let nation = dice.below(NATIONS.len() - 1);
        Self {
            town: &towns[dice.rank(towns.len())],
            dead: 2 + dice.rank(60),
            cause: dice.pick(&CAUSES),
            site: dice.pick(&SITES),
            speaker: &people[dice.rank(people.len())],
            words: SAID.each_ref().map(|part| dice.pick(part)).join(" "),
            ministers: [&people[dice.rank(people.len())], &people[dice.rank(people.len())]],
            nations: [NATIONS[nation], NATIONS[nation + 1]],
        }
    }

    /// The later an outlet, the higher its toll.
    fn told(&self, dice: &mut Dice, day: NaiveDate, outlet: usize) -> String {
        let Self { town, cause, site, speaker, words, ministers, nations, .. } = self;
        let (dead, hurt) = (self.dead + outlet / 2 * dice.below(3), self.dead * 2 + dice.below(9));
        let weekday = day.format("%A");
        let holder = dice.pick(&HOLDERS);
        let background = dice.pick(&BACKGROUND);
        let toll = format!(
            "At least {dead} people were killed and {hurt} wounded when {} {cause} hit {site} in {town} on {weekday}, {holder} said.",
            if cause.starts_with('a') { "an" } else { "a" }
        );
        let quote = format!("\u{201c}{words},\u{201d} said {speaker}, a spokesman for the council of {town}.");
        let met = format!(
            "Foreign Minister {} of {} met Foreign Minister {} of {} in {town} on {weekday}.",
            ministers[0], nations[0], ministers[1], nations[1]
        );
        format!("{toll}\n\n{quote}\n\n{met}\n\n{background}")
    }
}
