"""An archive of made-up news, the same each time: `python benchmarks/generate.py ARTICLES archive.parquet [SEED]`.

Incidents are told by one outlet or by a dozen, over hours and days: tolls rise, wire copy is printed again, some figures are copied
wrongly, some quotations lose a word, some weekdays do not fit their date; most of the text is background that nobody disputes.
Places and people are as unevenly often as in the news: a few cities stand in a tenth of all incidents, most towns in hardly any; these
are towns of the gazetteer, for of two that nobody knows it cannot be told that they are two. The archive grows by its days, so that a larger one is a longer one.

Beside `archive.parquet` stands `archive.truth.parquet`, what is true of each article: two articles of one `incident` speak of one
thing, `copy_of` names the article whose text was printed again, and `slips` the mistakes that were made. Both are written as they are
told, so that ten million articles need no more memory than a thousand.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from functools import cache
from itertools import islice
from pathlib import Path
from random import Random

import words as w

import wirecheck as wc

FIRST_DAY = date(2012, 1, 2)
INCIDENTS_A_DAY = 30
MOST_OUTLETS = 12
GAZETTEER = Path(__file__).parent.parent / "src" / "lexicon" / "en" / "places.tsv"
ROWS = 5_000
"""Articles in a row group of Parquet."""


@dataclass(frozen=True)
class Truth:
    """What is true of an article."""

    article: str
    incident: int
    dead: int
    hurt: int
    copy_of: str | None
    slips: tuple[str, ...]


@dataclass(frozen=True)
class Incident:
    """What several outlets tell."""

    nr: int
    day: date
    town: str
    dead: int
    hurt: int
    lead: str
    blow: str
    speaker: str
    words: str
    talks: str
    outlets: int


def articles(count: int, seed: int = 7) -> Iterator[wc.Article]:
    """So many articles, about 2,000 characters each."""
    return (article for article, _ in told(count, seed))


def told(count: int, seed: int = 7) -> Iterator[tuple[wc.Article, Truth]]:
    """So many articles, each with what is true of it."""
    return islice((pair for nr in range(count) for pair in _tellings(Random(f"{seed}:{nr}"), nr)), count)


def _tellings(dice: Random, nr: int) -> Iterator[tuple[wc.Article, Truth]]:
    """An incident, told by one outlet after the other; a dice of its own makes it the same in an archive of any size."""
    incident = _incident(dice, nr)
    wire: tuple[wc.Article, Truth] | None = None
    dead = incident.dead
    for outlet in range(incident.outlets):
        name = f"{nr:07}-{outlet:02}"
        when = datetime.combine(incident.day, datetime.min.time()) + timedelta(hours=9 + 3 * outlet, minutes=dice.randrange(60))
        if wire and dice.random() < 0.3:
            yield _copied(dice, wire, name, when)
            continue
        if outlet and dice.random() < 0.4:
            dead += dice.randrange(1, 6)
        pair = _told(dice, incident, dead, name, when)
        wire = wire or pair
        yield pair


def _incident(dice: Random, nr: int) -> Incident:
    day = FIRST_DAY + timedelta(days=nr // INCIDENTS_A_DAY)
    town = dice.choice(w.CITIES) if dice.random() < 0.1 else _town(dice, often=True)
    blow = dice.choice(w.BLOWS)
    one, other = dice.sample(w.NATIONS, 2)
    office = dice.choice(w.OFFICES)
    return Incident(
        nr=nr,
        day=day,
        town=town,
        dead=3 + int(40 * dice.random() ** 3),
        hurt=5 + int(90 * dice.random() ** 2),
        lead=f"{blow.capitalize()} {dice.choice(w.HITS)} {_a(dice.choice(w.ADJECTIVES))} {dice.choice(w.SITES)} in {town}",
        blow=blow,
        speaker=_person(sum(map(ord, town)) + 3 * len(town)),
        words=_words(dice),
        talks=f"{_official(office, one, day)} met {_official(office, other, day)} in {town}",
        outlets=1 + _rank(dice, MOST_OUTLETS),
    )


def _words(dice: Random) -> str:
    """What somebody says: one in ten begins as others do."""
    who = dice.choice(("Our {}", "The {} here", "We {}", "Most {} I know")).format(dice.choice(w.PEOPLE))
    said = f"{who} {dice.choice(w.VOWS)} {_thing(dice)} of {_town(dice)} {_clause(dice)}"
    return f"{dice.choice(w.OPENINGS)} {said[0].lower()}{said[1:]}" if dice.random() < 0.1 else said


def _official(office: str, nation: str, day: date) -> str:
    """Who holds an office; every few years it is somebody else."""
    return f"{office} {_person(97 * w.NATIONS.index(nation) + 13 * w.OFFICES.index(office) + 7 * (day.year // 4))} of {nation}"


def _rank(dice: Random, n: int, even: int = 1) -> int:
    """A number below `n`: the smaller the more often, as names are; the first `even` are much alike."""
    return min(n - 1, int(even * (n / even + 1) ** dice.random()) - even)


@cache
def _towns() -> list[str]:
    """Towns of one word that stand in the gazetteer once."""
    rows = [line.split("\t") for line in GAZETTEER.read_text("utf-8").splitlines() if not line.startswith("#")]
    names = Counter(row[0] for row in rows)
    towns = (row[0] for row in rows if row[2] == "C" and 20 <= int(row[8]) < 400 and names[row[0]] == 1)
    return [name.capitalize() for name in towns if len(name) > 6 and name.isascii() and name.isalpha()]


def _town(dice: Random, often: bool = False) -> str:
    """A town, each as often as any other or some of them more often."""
    towns = _towns()
    return towns[_rank(dice, len(towns), 20) * 7919 % len(towns)] if often else dice.choice(towns)


def _person(nr: int) -> str:
    ending = w.ENDINGS[nr // 5 % len(w.ENDINGS)]
    return f"{w.GIVEN[nr % len(w.GIVEN)]} {_syllables(nr // len(w.GIVEN) + 7 * nr)}{ending}"


def _syllables(nr: int) -> str:
    return w.HEADS[nr % 16] + w.TAILS[nr // 16 % 14]


def _told(dice: Random, incident: Incident, dead: int, name: str, when: datetime) -> tuple[wc.Article, Truth]:
    slips: list[str] = []

    def slip(share: float, what: str) -> bool:
        if dice.random() >= share:
            return False
        slips.append(what)
        return True

    words, day = incident.words, incident.day
    if " not " in words and slip(0.1, "not left out"):
        words = words.replace(" not ", " ")
    if slip(0.06, "word put in"):
        words = words.replace(" the ", " the old ", 1)
    printed = day + timedelta(days=slip(0.04, "wrong date"))
    headline = dead + 20 * slip(0.04, "wrong toll in the headline")
    hurt = incident.hurt
    holder = f", {dice.choice(w.HOLDERS)} said" if dice.random() < 0.7 else ""
    paragraphs = [
        f"{incident.lead} on {day:%A}, {dice.choice(w.HARMS).format(dead, hurt)}{holder}.",
        _background(dice),
        f"“{words},” said {incident.speaker}, who speaks for the council of {incident.town}.",
        f"{incident.talks} on {day:%A}, {printed.day} {printed:%B %Y}.",
        *(_background(dice) for _ in range(dice.choice((1, 2, 2, 3, 5)))),
    ]
    if dice.random() < 0.1:
        paragraphs.append(dice.choice(w.WARS))
    article = wc.Article(
        text="\n\n".join(paragraphs),
        id=name,
        published=when.isoformat(timespec="minutes"),
        outlet=_outlet(dice),
        title=f"{incident.blow.capitalize()} in {incident.town} kills {headline}",
    )
    return article, Truth(name, incident.nr, dead, hurt, None, tuple(slips))


def _copied(dice: Random, wire: tuple[wc.Article, Truth], name: str, when: datetime) -> tuple[wc.Article, Truth]:
    """The text of an earlier article, printed again under the name of a wire, shortened or with a figure that is wrong."""
    article, truth = wire
    head, *rest = article.text.split("\n\n")
    kept = rest[: max(3, len(rest) - dice.randrange(3))]
    slips, dead = truth.slips, truth.dead
    if dice.random() < 0.1:
        slips, dead = (*slips, "toll copied wrongly"), dead + 10
        head = head.replace(f"killing {truth.dead} ", f"killing {dead} ")
    copy = wc.Article(
        text="\n\n".join((f"({dice.choice(w.WIRES)}) {head}", *kept)),
        id=name,
        published=when.isoformat(timespec="minutes"),
        outlet=_outlet(dice),
        title=article.title,
    )
    return copy, Truth(name, truth.incident, dead, truth.hurt, truth.article, slips)


def _outlet(dice: Random) -> str:
    nr = _rank(dice, 600)
    return f"{_syllables(5 * nr)} {w.PAPERS[nr % len(w.PAPERS)]}"


def _background(dice: Random) -> str:
    """Four sentences that are hardly ever printed twice."""
    return " ".join(_sentence(dice) for _ in range(4))


def _sentence(dice: Random) -> str:
    people = dice.choice(("{} from " + _town(dice), "Older {}", "Two {}", "The {} of " + _town(dice), "Some {}"))
    who = people.format(dice.choice(w.PEOPLE))
    where = f"{dice.choice(w.PLACED)} {_thing(dice)}"
    told = f"{who} {dice.choice(w.VERBS)} {_thing(dice)} {where}, {_clause(dice)}."
    return told[0].upper() + told[1:]


def _clause(dice: Random) -> str:
    near = f"of {_town(dice)} " if dice.random() < 0.4 else ""
    return f"{dice.choice(w.LINKS)} {_thing(dice)} {near}{dice.choice(w.HAPPENED)} {dice.choice(w.MANNERS)}"


def _thing(dice: Random) -> str:
    return f"the {dice.choice(w.ADJECTIVES)} {dice.choice(w.NOUNS)}"


def _a(word: str) -> str:
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"


def write(count: int, path: Path, seed: int = 7) -> None:
    """Writes an archive as Parquet, and beside it what is true of it."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    text, number = pa.string(), pa.int64()
    fields = pa.schema([(name, text) for name in ("text", "id", "published", "outlet", "title", "url", "role")])
    known = pa.schema(
        [
            ("article", text),
            ("incident", number),
            ("dead", number),
            ("hurt", number),
            ("copy_of", text),
            ("slips", pa.list_(text)),
        ]
    )
    with pq.ParquetWriter(path, fields) as out, pq.ParquetWriter(path.with_suffix(".truth.parquet"), known) as beside:
        pairs = told(count, seed)
        while chunk := list(islice(pairs, ROWS)):
            out.write_table(pa.Table.from_pylist([asdict(article) for article, _ in chunk], fields))
            beside.write_table(pa.Table.from_pylist([asdict(truth) for _, truth in chunk], known))


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    write(int(sys.argv[1]), Path(sys.argv[2]), *map(int, sys.argv[3:]))
