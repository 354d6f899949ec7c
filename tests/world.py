"""Articles of our own invention, as many as one likes: events that several outlets tell, with people who are known by a surname elsewhere."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

TOWNS = ["Velmora", "Tarsk", "Ilvane", "Ostrel", "Quenby", "Marduk", "Hollin", "Sarvo", "Penkara", "Dunmoor"]
LANDS = ("Norway", "Chile", "Kenya", "Moldova", "Tunisia")
OUTLETS = ("Northern Wire", "Harbour Post", "Coastal Gazette", "The Meridian", "Upland Herald", "Delta Courier")
PEOPLE = (("Anna", "Velt"), ("Tom", "Bergman"), ("Leila", "Haddar"), ("Ivan", "Torosh"), ("Rosa", "Quispel"), ("Samuel", "Okond"))
BLOWS = ("An explosion", "A landslide", "A fire", "A bus crash", "An air strike")
HOLDERS = ("police", "a hospital official", "the health ministry", "residents")
WORDS = (
    "We will not give up a single well of this valley before the winter",
    "The bridge over the narrow river was never meant to carry such a load",
    "Our nurses have worked for nine nights and nobody has sent a second team",
    "Not one lamp has been put up along the pass since the last inquiry",
)


def articles(count: int, seed: int) -> list[dict[str, Any]]:
    """So many articles, the same each time; some have no day, some only a surname, and some copy another."""
    dice = random.Random(seed)
    events = [_event(dice, nr) for nr in range(max(1, count // 4))]
    told: list[dict[str, Any]] = []
    for nr in range(count):
        if told and dice.random() < 0.1:
            told.append({**dice.choice(told), "id": f"n{nr:04}", "outlet": dice.choice(OUTLETS)})
        else:
            told.append(_told(dice, dice.choice(events), f"n{nr:04}"))
    return told


def _event(dice: random.Random, nr: int) -> dict[str, Any]:
    return {
        "day": date(2026, 3, 2) + timedelta(days=nr % 40),
        "place": f"{dice.choice(TOWNS)}, {dice.choice(LANDS)}",
        "dead": dice.randrange(3, 60),
        "blow": dice.choice(BLOWS),
        "speaker": dice.choice(PEOPLE),
        "words": dice.choice(WORDS),
        "lands": dice.sample(LANDS, 2),
        "ministers": dice.sample(PEOPLE, 2),
    }


def _told(dice: random.Random, event: dict[str, Any], name: str) -> dict[str, Any]:
    first, last = event["speaker"]
    speaker = f"{first} {last}, the mayor," if dice.random() < 0.6 else f"Mayor {last}"
    words = event["words"].replace(" not ", " ") if dice.random() < 0.2 else event["words"]
    dead = event["dead"] + dice.choice((0, 0, 0, 1, 4, -2))
    (one, two), (here, there) = event["ministers"], event["lands"]
    sentences = [
        f"{event['blow']} in {event['place']} killed {dead} people on {event['day']:%A}, {dice.choice(HOLDERS)} said.",
        f"“{words},” said {speaker} on {event['day']:%A}.",
        f"Foreign Minister {' '.join(one)} of {here} met Foreign Minister {' '.join(two)} of {there} on {event['day']:%B} {event['day'].day}, 2026.",
        f"{one[1]} told reporters that the talks with {two[1]} had been useful.",
    ]
    chosen = [sentence for sentence in sentences if dice.random() < 0.7] or sentences[:1]
    day = event["day"] + timedelta(days=dice.choice((0, 0, 1, 2)))
    published = None if dice.random() < 0.2 else day.isoformat()
    return {"id": name, "outlet": dice.choice(OUTLETS), "published": published, "text": "\n\n".join(chosen)}


GOODS = (
    "lamp",
    "cart",
    "rope",
    "kiln",
    "loom",
    "sail",
    "fence",
    "barrel",
    "pump",
    "bell",
    "plank",
    "oven",
    "net",
    "ladder",
    "stove",
)
KINDS = (
    "old",
    "narrow",
    "green",
    "heavy",
    "tiled",
    "wooden",
    "rusty",
    "quiet",
    "steep",
    "spare",
    "muddy",
    "plain",
    "broken",
    "tall",
)
DONE = ("mended", "painted", "carried", "sorted", "polished", "stacked", "measured", "cleaned", "moved", "repaired", "counted")


def crowd(count: int, seed: int) -> list[dict[str, Any]]:
    """So many articles of one week that share a paragraph, a speaker and the words of a slogan; in threes, they share more than that.

    The last third names a second person of the speaker's surname.
    """
    dice = random.Random(seed)
    notice, told = _idle(dice, 9), []
    for nr in range(count):
        if nr % 3 == 0:
            body, well = _idle(dice, dice.randrange(5, 12)), f"{dice.choice(KINDS)} {dice.choice(GOODS)}"
        who = dice.choice(("Anna Velt, the mayor,", "Mayor Velt", "Mayor Anna Velt"))
        sentences = [
            f"“We will not give up a single well or {well} of this valley before the winter comes,” said {who.rstrip(',')}.",
            notice,
            f"{who.rstrip(',').removesuffix(', the mayor')} said that the council would close the {well} bridge and pay the farmers of the valley.",
            body if nr % 3 < 2 else f"{body} {_idle(dice, 2)}",
        ]
        if nr >= count * 2 // 3 and nr % 5 == 0:
            sentences.append("Bruno Velt, a baker, and Tom Bergman of the Delta Union waited outside.")
        row = {"id": f"c{nr:04}", "outlet": dice.choice(OUTLETS), "text": "\n\n".join(sentences)}
        if nr % 7:
            row["published"] = (date(2026, 3, 2) + timedelta(days=nr % 6)).isoformat()
        told.append(row)
    return told


def _idle(dice: random.Random, sentences: int) -> str:
    """Sentences that claim nothing."""
    thing = lambda: f"the {dice.choice(KINDS)} {dice.choice(GOODS)}"  # noqa: E731
    return " ".join(f"Somebody {dice.choice(DONE)} {thing()} beside {thing()} and {thing()} again." for _ in range(sentences))
