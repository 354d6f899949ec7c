use serde::Deserialize;

use super::vocabulary::vocabulary;
use super::{PhraseList, Phrases};

vocabulary! {
    /// Days and seasons that have a name. `value::feasts` says when each is kept.
    Feast {
        NewYearsDay = "new-years-day", NewYearsEve = "new-years-eve", ValentinesDay = "valentines-day",
        WomensDay = "womens-day", StPatricksDay = "st-patricks-day", MayDay = "may-day", VEDay = "ve-day",
        VictoryDay = "victory-day", DDay = "d-day", VJDay = "vj-day", BastilleDay = "bastille-day", Halloween = "halloween",
        AllSaints = "all-saints", ArmisticeDay = "armistice-day", RemembranceSunday = "remembrance-sunday",
        ChristmasEve = "christmas-eve", ChristmasDay = "christmas-day", BoxingDay = "boxing-day",
        OrthodoxChristmas = "orthodox-christmas",
        AshWednesday = "ash-wednesday", PalmSunday = "palm-sunday", GoodFriday = "good-friday", Easter = "easter",
        EasterMonday = "easter-monday", Ascension = "ascension", Pentecost = "pentecost", OrthodoxEaster = "orthodox-easter",
        MartinLutherKingDay = "martin-luther-king-day", PresidentsDay = "presidents-day", MemorialDay = "memorial-day",
        Juneteenth = "juneteenth", FourthOfJuly = "fourth-of-july", LaborDay = "labor-day", ColumbusDay = "columbus-day",
        ElectionDay = "election-day", Thanksgiving = "thanksgiving",
        Ramadan = "ramadan", EidAlFitr = "eid-al-fitr", EidAlAdha = "eid-al-adha",
        /// Either of the two.
        Eid = "eid",
        Ashura = "ashura", Mawlid = "mawlid",
        Nowruz = "nowruz", Passover = "passover", RoshHashanah = "rosh-hashanah", YomKippur = "yom-kippur",
        MothersDay = "mothers-day", FathersDay = "fathers-day", GuyFawkesNight = "guy-fawkes-night",
        /// The attacks on New York and Washington.
        NineEleven = "nine-eleven",
        BlackFriday = "black-friday", WhitMonday = "whit-monday",
        Sukkot = "sukkot", Hanukkah = "hanukkah", LunarNewYear = "lunar-new-year",
    }
}

/// What the feasts are called.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FeastWords {
    /// Words that show an American story.
    pub american: PhraseList,
    /// Behind a name, what is called after a feast and is none.
    pub things: PhraseList,
    /// Each feast's names.
    pub names: Phrases<Feast>,
}
