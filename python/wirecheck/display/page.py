"""The report as one HTML file: nothing to fetch, fit for a phone and for paper, whole without scripts.

Where drafts were checked against others, each stands first with its checklist beside it. Findings follow, each with both passages and
the reason; then tolls, facts, sources and what was skipped; the articles
themselves stand at the end, with every claim marked. The one script, `templates/report.js`, filters and searches what stands
there, and puts the articles of a finding side by side.
"""

from __future__ import annotations

from base64 import b64encode
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from importlib.resources import files
from itertools import islice
from os import PathLike
from typing import Any

from ..kinds import COMPARED, COMPARED_TABLES, TABLE_OF
from ..moments import when
from ..whole import write_whole
from . import visible
from .drafts import drafts_of
from .evidence import KINDS, SEVERITIES, VERDICTS, Card, Evidence, Passage, Rows, counts, graded
from .segments import Segment, paragraphs

#: What one page holds before it says how much more there is and where it stands. An article is printed whole or not at all.
FINDINGS = 1000
ROWS = 200
TEXTS = 2000
CHARACTERS = 6_000_000
#: What the pointer tells of the marks over one stretch of text.
MARKS = 5

#: The columns that say what a claim says.
TOLD = {
    "casualty": ("effect", "bound", "low", "high", "source"),
    "meeting": ("kind", "status", "value", "place"),
    "quote": ("kind", "speaker"),
}


@dataclass(frozen=True)
class Mark:
    """A claim, or the words that a finding points at, in the text of its article."""

    start: int
    end: int
    kind: str
    told: str
    """What it says, for the pointer that rests on it."""
    finding: str | None = None
    """The anchor of the finding."""
    changed: bool = False
    """Whether the words differ from those of the other passage."""


@dataclass(frozen=True)
class Piece:
    """A stretch of an article's text and what lies over it."""

    text: str
    kinds: str
    anchor: str | None
    """Where the links to words that begin here end."""
    findings: str
    """The anchors of the findings that point at it, and of those to which its words are the changed ones."""
    changed: str
    told: str


@dataclass(frozen=True)
class Entry:
    """A finding as it stands in the list, with what the filters go by."""

    anchor: str
    card: Card
    place: str | None
    outlets: tuple[str, ...]


@dataclass(frozen=True)
class Text:
    """An article as it is printed at the end of the report."""

    anchor: str
    article: str
    outlet: str
    title: str | None
    head: str
    url: str | None
    paragraphs: tuple[tuple[Piece, ...], ...]


def write(
    claims: Mapping[str, Rows],
    report: Mapping[str, Rows],
    path: str | PathLike[str],
    *,
    title: str = "wirecheck report",
    why: Mapping[str, str] | None = None,
) -> None:
    """Writes the report to `path`.

    `claims` and `report` hold the tables by name, with the columns that the documentation lists; `why` says of each check why a
    reader should look.

    Raises:
        ImportError: If jinja2 is not installed.
    """
    write_whole(path, render(claims, report, title, why or {}))


def render(claims: Mapping[str, Rows], report: Mapping[str, Rows], title: str, why: Mapping[str, str]) -> str:
    """The report as HTML."""
    from ..tables import _need as need

    jinja2, markupsafe = need("jinja2", "notebook"), need("markupsafe", "notebook")
    environment = jinja2.Environment(
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda shown: visible.plain(shown) if type(shown) is str else shown,
    )
    environment.filters.update(when=when, thousands=lambda n: f"{n:,}", seen=visible.markup)
    environment.globals["times"] = _times
    inlined = {name: _file(f"report.{name}") for name in ("css", "js")}
    page: str = environment.from_string(_file("report.html.j2")).render(
        title=title,
        why=why,
        **{name: markupsafe.Markup(text) for name, text in inlined.items()},
        hashes={name: b64encode(sha256(text.encode()).digest()).decode() for name, text in inlined.items()},
        **_view(claims, report),
    )
    return page


def _file(name: str) -> str:
    return (files(__package__) / "templates" / name).read_text(encoding="utf-8")


def _view(claims: Mapping[str, Rows], report: Mapping[str, Rows]) -> dict[str, Any]:
    findings = graded(report["findings"])
    evidence = Evidence(claims["articles"], report["relations"])
    cards = [evidence.card(row) for row in findings[:FINDINGS]]
    entries = _entries(cards, claims["articles"], report)
    numbers = _shown(cards, claims["articles"])
    drafts, drafts_left = drafts_of(claims, report)
    return {
        "drafts": drafts,
        "drafts_left": drafts_left,
        "anchor_of": {card.fingerprint: entry.anchor for card, entry in zip(reversed(cards), reversed(entries), strict=True)},
        "entries": {grade: [entry for entry in entries if entry.card.severity == grade] for grade in SEVERITIES},
        "grades": counts((row["severity"] for row in findings), SEVERITIES),
        "findings_count": len(findings),
        "findings_shown": len(cards),
        "listed": {
            "severity": counts((card.severity for card in cards), SEVERITIES),
            "kind": counts((card.kind for card in cards), KINDS),
            "outlet": _outlets(entries),
        },
        "verdicts": counts(report["relations"]["verdict"], VERDICTS),
        "articles_count": len(claims["articles"]),
        "outlets_count": len({outlet for outlet in claims["articles"]["outlet"] if outlet}),
        "claims_count": sum(len(claims[table]) for table in COMPARED_TABLES),
        "questions": _first(report["questions"], 20),
        "tolls": [_toll(row) for row in _first(report["tolls"])],
        "facts": _facts(claims, report["facts"]),
        "facts_alone": sum(len(row["articles"]) < 2 for row in report["facts"]),
        "facts_left": max(0, sum(len(row["articles"]) > 1 for row in report["facts"]) - ROWS),
        "sources": _first(report["sources"]),
        "skipped": _first(report["skipped"]),
        "left": {name: max(0, len(report[name]) - ROWS) for name in ("questions", "tolls", "sources", "skipped")},
        "anchor": {name: f"a{nr}" for name, nr in numbers.items()},
        "texts": _texts(claims, numbers, entries),
        "texts_left": len(claims["articles"]) - len(numbers),
    }


def _entries(cards: Iterable[Card], articles: Rows, report: Mapping[str, Rows]) -> list[Entry]:
    outlet_of = dict(zip(articles["article"], articles["outlet"], strict=True))
    name_of = dict(zip(report["places"]["place_entity"], report["places"]["name"], strict=True))
    place_of = {
        fact: name_of.get(place)
        for fact, place in zip(*(report["facts"][name] for name in ("fact", "place_entity")), strict=True)
    }
    taken: dict[str, int] = {}
    entries = []
    for card in cards:
        nr = taken[card.fingerprint] = taken.get(card.fingerprint, 0) + 1
        anchor = f"f-{card.fingerprint}" if nr == 1 else f"f-{card.fingerprint}-{nr}"
        outlets = dict.fromkeys(outlet_of.get(name) or "" for name in card.articles)
        entries.append(Entry(anchor, card, place_of.get(card.fact), tuple(outlets)))
    return entries


def _outlets(entries: Iterable[Entry]) -> dict[str, int]:
    """How many of the findings are about articles of each outlet, by its name; what has no outlet stands last."""
    names = [outlet for entry in entries for outlet in entry.outlets]
    return counts(names, sorted(set(names), key=lambda name: (not name, name.casefold(), name)))


def _facts(claims: Mapping[str, Rows], facts: Rows) -> list[dict[str, Any]]:
    """The facts that more than one article tells, each in the words of its first claim."""
    told = list(islice((row for row in facts if len(row["articles"]) > 1), ROWS))
    wanted = {row["claims"][0] for row in told}
    words = {row["id"]: row["text"] for table in COMPARED_TABLES for row in claims[table] if row["id"] in wanted}
    return [{**row, "words": words.get(row["claims"][0], row["fact"])} for row in told]


def _first(rows: Rows, most: int = ROWS) -> list[dict[str, Any]]:
    return [dict(rows[nr]) for nr in range(min(most, len(rows)))]


def _shown(cards: Iterable[Card], articles: Rows) -> dict[str, int]:
    """The articles that are printed, by their row: those that findings name first, then the others, as far as the page holds."""
    rows = {name: nr for nr, name in enumerate(articles["article"])}
    sizes = [len(text or "") for text in articles["text"]]
    named = (side.article for card in cards for side in card.passages if side.article in rows)
    room, printed = CHARACTERS, list[int]()
    for name in dict.fromkeys([*named, *rows]):
        if len(printed) == TEXTS:
            break
        if sizes[rows[name]] <= room:
            room -= sizes[rows[name]]
            printed.append(rows[name])
    name_of = {nr: name for name, nr in rows.items()}
    return {name_of[nr]: nr for nr in sorted(printed)}


def _texts(claims: Mapping[str, Rows], numbers: Mapping[str, int], entries: Iterable[Entry]) -> list[Text]:
    marks: dict[str, list[Mark]] = {name: [] for name in numbers}
    for kind in COMPARED:
        for row in claims[TABLE_OF[kind]]:
            if row["article"] in marks:
                marks[row["article"]].append(Mark(row["start"], row["end"], kind, _told(kind, row)))
    for entry in entries:
        for side in entry.card.passages:
            if side.article in marks:
                marks[side.article].extend(_pointed(entry, side))
    texts = []
    for name, nr in numbers.items():
        row, anchor = claims["articles"][nr], f"a{nr}"
        text = row["text"] or ""
        head = " · ".join(part for part in (row["outlet"], when(row), name) if part)
        pieces = tuple(tuple(_piece(text, segment, anchor) for segment in line) for line in paragraphs(text, marks[name]))
        texts.append(Text(anchor, name, row["outlet"] or "", row["title"], head, _web(row["url"]), pieces))
    return texts


def _pointed(entry: Entry, side: Passage) -> Iterator[Mark]:
    """The words that a finding points at, and those among them that were changed."""
    if side.start is None or side.end is None:
        return
    told = f"{entry.card.rule}: {entry.card.message}"
    yield Mark(side.start, side.end, "found", told, entry.anchor)
    at = side.start
    for words, changed in side.marked:
        if changed:
            yield Mark(at, at + len(words), "found", told, entry.anchor, changed=True)
        at += len(words)


def _web(url: str | None) -> str | None:
    """The address, if it is one of the web: a link never runs what an article wrote."""
    return url if url and url.startswith(("https://", "http://")) else None


def _piece(text: str, segment: Segment[Mark], anchor: str) -> Piece:
    begun = any(mark.finding and not mark.changed and mark.start == segment.start for mark in segment.over)
    told = list(dict.fromkeys(mark.told for mark in segment.over))
    more = [f"and {len(told) - MARKS:,} more"] if len(told) > MARKS else []
    return Piece(
        text=text[segment.start : segment.end],
        kinds=" ".join(sorted({mark.kind for mark in segment.over})),
        anchor=f"{anchor}-{segment.start}" if begun else None,
        findings=" ".join(dict.fromkeys(mark.finding for mark in segment.over if mark.finding)),
        changed=" ".join(mark.finding for mark in segment.over if mark.finding and mark.changed),
        told="\n".join(told[:MARKS] + more),
    )


def _told(kind: str, row: Mapping[str, Any]) -> str:
    """What a claim says, for the pointer that rests on it."""
    told = (str(row[column]) for column in TOLD[kind] if row.get(column) is not None)
    return f"{kind}: {', '.join(told)} ({row['rule']})"


def _toll(row: Mapping[str, Any]) -> dict[str, Any]:
    """A toll with its bar: where low, best and high stand on a scale from 0 to the highest of the three."""
    known = [n for n in (row["low"], row["best"], row["high"]) if n is not None]
    top = max([*known, 1]) * (1.5 if row["open"] else 1)
    low, high = row["low"] or 0, row["high"] if row["high"] is not None else max([*known, 0])
    best = row["best"]
    return {
        **row,
        "bar_left": round(100 * low / top, 1),
        "bar_width": max(2, round(100 * (high - low) / top, 1)),
        "bar_best": None if best is None else round(100 * best / top, 1),
    }


def _times(earliest: date | None, latest: date | None) -> str:
    """A closed interval of days as one reads it: a whole month is `2026-03`, a whole year `2026`."""
    if earliest is None or latest is None:
        return "–" if earliest is latest else f"{earliest or '…'} to {latest or '…'}"
    whole = earliest.day == 1 and latest.day == monthrange(latest.year, latest.month)[1]
    if whole and (earliest.year, earliest.month) == (latest.year, latest.month):
        return f"{earliest:%Y-%m}"
    if whole and earliest.month == 1 and latest == date(earliest.year, 12, 31):
        return str(earliest.year)
    return str(earliest) if earliest == latest else f"{earliest} to {latest}"
