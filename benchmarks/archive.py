"""An archive of made-up news, the same each time: events told by one to eight outlets, with the slips that a desk looks for.

Towns, people, outlets and sentences are invented. Tolls rise, some figures are copied wrongly, some quotations lose a word, some
weekdays do not fit their date; most of the text is background that nobody disputes.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import wirecheck as wc

FIRST_DAY = date(2024, 1, 1)
EVENTS_A_DAY = 10

HEADS = "Bel Dor Kar Mor Tal Ves Zan Hal Rin Sel Ost Pir Gol Nar Lum Fen".split()
TAILS = "avi ensk oria umba eth adar ollo isti ugan erra amund oshe iket alla".split()
GIVEN = "Anna Ivan Maria Omar Leila Peter Yusuf Clara Hassan Nadia Viktor Rosa Tariq Elena Samuel Aisha".split()
NATIONS = "Chile Bolivia Norway Iceland Georgia Moldova Jordan Tunisia Kenya Malawi".split()
BLOWS = ("an explosion", "a car bomb", "an air strike", "a landslide", "a fire", "a bus crash", "a flood", "shelling")
SITES = ("a market", "a school", "a bus station", "a clinic", "a bakery", "a bridge", "a hotel", "a row of houses")
HOLDERS = ("police", "a hospital official", "the health ministry", "residents", "state media", "the governor's office")
SUBJECTS = (
    "The people of these hills",
    "Our engineers",
    "The nurses of the night shift",
    "The farmers of the plain",
    "Two of our drivers",
)
VERBS = ("have never asked for", "will not give up", "are waiting in vain for", "were told to forget", "cannot rebuild")
THINGS = (
    "the bridge over the narrow river",
    "a school with a roof of tin",
    "the wells behind the quarry",
    "the mill that burned in spring",
)
ENDS = ("before the first snow falls", "while others sleep in hotels", "until the trains run again", "without a word of thanks")
BACKGROUND = (
    "The road to the coast has been closed for most of the winter, and lorries wait for days at the only crossing.",
    "Residents said that the power had failed twice during the night and that telephones worked only on the hill.",
    "The council is to discuss on its next session who pays for the repairs, which nobody has so far put a figure on.",
    "Shops along the main street opened at noon, and by the evening the queues for bread had grown shorter.",
    "A school inspector who travelled with the first convoy described empty classrooms and a well without water.",
    "The district grows wheat and apricots, and many of its younger people have left for the ports in the south.",
    "Engineers inspected the dam in the afternoon and found no cracks, though the gates could not be moved by hand.",
    "Older inhabitants compared the day with the flood of their childhood, when the river changed its bed.",
    "The ferry company sent a second boat, and volunteers carried blankets and tea to the landing place.",
    "Weather forecasters expect rain from the west, which would make the tracks to the villages impassable.",
    "Traders in the capital reported little effect on prices, apart from onions, which were dearer by a quarter.",
    "The union of drivers asked for lamps along the pass and for a telephone at each of its three bends.",
)


@dataclass(frozen=True)
class Event:
    """What several outlets tell."""

    day: date
    town: str
    dead: int
    blow: str
    site: str
    speaker: str
    words: str
    ministers: tuple[str, str]
    nations: tuple[str, str]


def articles(count: int, seed: int = 7) -> list[wc.Article]:
    """So many articles, about 2,000 characters each."""
    dice = random.Random(seed)
    told: list[wc.Article] = []
    for event in _events(dice):
        for nr in range(min(1 + int(8 * dice.random() ** 2), count - len(told))):
            told.append(_told(dice, event, nr, f"{len(told):05}"))
        if len(told) == count:
            return told
    return told


def _events(dice: random.Random) -> Iterator[Event]:
    nr = 0
    while True:
        first, second = dice.sample(NATIONS, 2)
        yield Event(
            day=FIRST_DAY + timedelta(days=nr // EVENTS_A_DAY),
            town=f"{dice.choice(HEADS)}{dice.choice(TAILS)} {dice.choice(HEADS)}{dice.choice(TAILS)}",
            dead=3 + int(40 * dice.random() ** 3),
            blow=dice.choice(BLOWS),
            site=dice.choice(SITES),
            speaker=_person(dice),
            words=f"{dice.choice(SUBJECTS)} {dice.choice(VERBS)} {dice.choice(THINGS)} {dice.choice(ENDS)}",
            ministers=(_person(dice), _person(dice)),
            nations=(first, second),
        )
        nr += 1


def _person(dice: random.Random) -> str:
    return f"{dice.choice(GIVEN)} {dice.choice(HEADS)}{dice.choice(TAILS)}{dice.choice(('', 'n', 'r', 's'))}"


def _told(dice: random.Random, event: Event, nr: int, name: str) -> wc.Article:
    outlet = f"{dice.choice(HEADS)}{dice.choice(TAILS)} {dice.choice(('Post', 'Gazette', 'Herald', 'Wire'))}"
    hour = datetime.combine(event.day, datetime.min.time()) + timedelta(hours=9 + nr, minutes=dice.randrange(60))
    dead, hurt = event.dead + (dice.randrange(6) if nr else 0), 2 * event.dead
    words = event.words.replace(" not ", " ") if dice.random() < 0.1 else event.words
    printed_day = event.day + timedelta(days=dice.random() < 0.05)
    if dice.random() < 0.08:
        words = words.replace(" the ", " the old ", 1)
    paragraphs = [
        f"{event.blow.capitalize()} hit {event.site} in {event.town} on {event.day:%A}, killing {dead} people and wounding {hurt}, "
        f"{dice.choice(HOLDERS)} said.",
        f"“{words},” said {event.speaker}, who speaks for the council of {event.town}.",
        f"Foreign Minister {event.ministers[0]} of {event.nations[0]} met Foreign Minister {event.ministers[1]} of "
        f"{event.nations[1]} in {event.town} on {event.day:%A}, {printed_day.day} {printed_day:%B %Y}.",
        *(" ".join(dice.sample(BACKGROUND, 4)) for _ in range(4)),
    ]
    title = f"{event.blow.capitalize()} in {event.town} kills {dead if dice.random() < 0.95 else dead + 20}"
    return wc.Article(
        text="\n\n".join(paragraphs), id=name, published=hour.isoformat(timespec="minutes"), outlet=outlet, title=title
    )
