"""The words of the made-up archive that `generate.py` tells: towns, people and outlets are invented, and so is every sentence."""

from __future__ import annotations

HEADS = "Bel Dor Kar Mor Tal Ves Zan Hal Rin Sel Ost Pir Gol Nar Lum Fen".split()
TAILS = "avi ensk oria umba eth adar ollo isti ugan erra amund oshe iket alla".split()
GIVEN = "Anna Ivan Maria Omar Leila Peter Yusuf Clara Hassan Nadia Viktor Rosa Tariq Elena Samuel Aisha".split()
NATIONS = "Chile Bolivia Norway Iceland Georgia Moldova Jordan Tunisia Kenya Malawi Ghana Peru Latvia Oman Nepal Laos".split()
CITIES = "Kabul Baghdad Aleppo Mogadishu Karachi Manila Lagos Bogota Cairo Dhaka Jakarta Nairobi".split()
PAPERS = "Post Gazette Herald Courier Tribune Observer".split()
WIRES = ("Northern Wire", "Harbour Press", "Meridian Agency")

BLOWS = ("an explosion", "a car bomb", "an air strike", "a landslide", "a fire", "a bus crash", "a flood", "shelling")
SITES = ("a market", "a school", "a bus station", "a clinic", "a bakery", "a bridge", "a hotel", "a row of houses")
HOLDERS = ("police", "a hospital official", "the health ministry", "residents", "state media", "the governor's office")
SUBJECTS = (
    "The people of these hills",
    "Our engineers",
    "The nurses of the night shift",
    "The farmers of the plain",
    "Two of our drivers",
    "The teachers who stayed",
    "My brothers and their neighbours",
    "The oldest fishermen of the bay",
)
VERBS = (
    "have never asked for",
    "will not give up",
    "are waiting in vain for",
    "were told to forget",
    "cannot rebuild",
    "have paid twice for",
    "would rather lose",
    "must first repair",
)
THINGS = (
    "the narrow bridge",
    "the tin roofs",
    "the old wells",
    "the burned mill",
    "the safe roads",
    "the three governors",
    "the rusty ferry",
    "the lost harvest",
)
ENDS = (
    "before the first snow falls",
    "while others sleep in hotels",
    "until the trains run again",
    "without a word of thanks",
    "as long as the guns are near",
    "whatever the capital says",
    "in spite of the curfew",
    "since the day of the flood",
)
WARS = (
    "The war has killed more than 220,000 people since it began in 2011.",
    "The conflict has driven 1.4 million people from their homes, according to aid groups.",
    "The floods of last autumn killed at least 340 people in the three provinces of the delta.",
)

WHO = (
    "Residents of {town}",
    "Traders at the lower gate of {town}",
    "Engineers from {town}",
    "The bakers of {town}",
    "Older inhabitants",
    "Drivers on the coast road",
    "Volunteers from {town}",
    "Shopkeepers near the station",
    "The clerks of the land office",
    "Two surveyors from {town}",
)
DID = (
    "waited for bread behind the {size} sheds until the evening",
    "pushed {size} carts across the only crossing",
    "swept the {size} yards after the rain",
    "drew water from the {size} wells of the upper quarter",
    "walked the {size} road through the pass",
    "brought in the {size} apricots and left the wheat",
    "put new oil into the {size} lamps along the pass",
    "tied up {size} boats at the landing place",
    "greased the {size} gates of the dam",
    "carried {size} blankets to the sheds by the river",
)
SIZES = "narrow broken old empty rusty crowded heavy small new last first wet".split()
WHILE = (
    "while the council of {town} put off its session again",
    "although the power had come back in most of {town}",
    "as rain moved in from the west over {town}",
    "before the ferry to {town} was sent out once more",
    "and nobody in {town} knew who would pay for it",
    "since the telephones of {town} worked only on the hill",
    "because the market of {town} opens at noon in this season",
    "though onions were dearer by a quarter in {town}",
    "until the shutters of {town} came down at dusk",
    "where the tracks from {town} are under water in spring",
)
