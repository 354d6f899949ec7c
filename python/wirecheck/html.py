"""The report as one HTML file: no script, no network, fit for a phone and for paper.

Findings come first, each with both passages and the reason; then tolls, facts, sources and what was skipped; the articles
themselves stand at the end, with every claim marked and an anchor for each.
"""

from __future__ import annotations

from calendar import monthrange
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from itertools import islice, pairwise
from os import PathLike
from pathlib import Path
from typing import Any

from .evidence import SEVERITIES, VERDICTS, Card, Evidence, Rows, counts, graded, when

#: What one page holds before it says how much more there is and where it stands.
FINDINGS = 1000
ROWS = 200
TEXTS = 200

KINDS = {"casualties": "casualty", "meetings": "meeting", "quotes": "quote"}
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


@dataclass(frozen=True)
class Piece:
    """A stretch of an article's text with the kinds of mark that cover it."""

    text: str
    kinds: str
    anchors: tuple[str, ...]
    told: str


@dataclass(frozen=True)
class Text:
    """An article as it is printed at the end of the report."""

    anchor: str
    article: str
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
    Path(path).write_text(render(claims, report, title, why or {}), encoding="utf-8")


def render(claims: Mapping[str, Rows], report: Mapping[str, Rows], title: str, why: Mapping[str, str]) -> str:
    """The report as HTML."""
    from .tables import _need as need

    jinja2 = need("jinja2", "notebook")
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters.update(when=when, thousands=lambda n: f"{n:,}")
    environment.globals["times"] = _times
    source = (files(__package__) / "templates" / "report.html.j2").read_text(encoding="utf-8")
    page: str = environment.from_string(source).render(title=title, why=why, **_view(claims, report))
    return page


def _view(claims: Mapping[str, Rows], report: Mapping[str, Rows]) -> dict[str, Any]:
    findings = graded(report["findings"])
    evidence = Evidence(claims["articles"], report["relations"])
    cards = [evidence.card(row) for row in findings[:FINDINGS]]
    numbers = _shown(cards, claims["articles"])
    return {
        "cards": {grade: [card for card in cards if card.severity == grade] for grade in SEVERITIES},
        "grades": counts((row["severity"] for row in findings), SEVERITIES),
        "findings_left": len(findings) - len(cards),
        "verdicts": counts(report["relations"]["verdict"], VERDICTS),
        "articles_count": len(claims["articles"]),
        "outlets_count": len({outlet for outlet in claims["articles"]["outlet"] if outlet}),
        "claims_count": sum(len(claims[table]) for table in KINDS),
        "questions": _first(report["questions"], 20),
        "tolls": [_toll(row) for row in _first(report["tolls"])],
        "facts": _facts(claims, report["facts"]),
        "facts_alone": sum(len(row["articles"]) < 2 for row in report["facts"]),
        "sources": _first(report["sources"]),
        "skipped": _first(report["skipped"]),
        "left": {name: max(0, len(report[name]) - ROWS) for name in ("tolls", "sources", "skipped")},
        "anchor": {name: f"a{nr}" for name, nr in numbers.items()},
        "texts": _texts(claims, numbers, cards),
        "texts_left": len(claims["articles"]) - len(numbers),
    }


def _facts(claims: Mapping[str, Rows], facts: Rows) -> list[dict[str, Any]]:
    """The facts that more than one article tells, each in the words of its first claim."""
    told = list(islice((row for row in facts if len(row["articles"]) > 1), ROWS))
    wanted = {row["claims"][0] for row in told}
    words = {row["id"]: row["text"] for table in KINDS for row in claims[table] if row["id"] in wanted}
    return [{**row, "words": words.get(row["claims"][0], row["fact"])} for row in told]


def _first(rows: Rows, most: int = ROWS) -> list[dict[str, Any]]:
    return [dict(rows[nr]) for nr in range(min(most, len(rows)))]


def _shown(cards: Iterable[Card], articles: Rows) -> dict[str, int]:
    """The articles that are printed, by their row: all of them, or those that findings name where there are too many."""
    rows = {name: nr for nr, name in enumerate(articles["article"])}
    if len(rows) <= TEXTS:
        return rows
    named = {side.article: rows[side.article] for card in cards for side in card.passages if side.article in rows}
    return dict(list(named.items())[:TEXTS])


def _texts(claims: Mapping[str, Rows], numbers: Mapping[str, int], cards: Iterable[Card]) -> list[Text]:
    marks: dict[str, list[Mark]] = {name: [] for name in numbers}
    for table, kind in KINDS.items():
        for row in claims[table]:
            if row["article"] in marks:
                marks[row["article"]].append(Mark(row["start"], row["end"], kind, _told(kind, row)))
    for card in cards:
        for side in card.passages:
            if side.article in marks and side.start is not None:
                end = side.start + sum(len(words) for words, _ in side.marked)
                marks[side.article].append(Mark(side.start, end, "found", f"{card.rule}: {card.message}"))
    texts = []
    for name, nr in numbers.items():
        row = claims["articles"][nr]
        head = " · ".join(part for part in (row["outlet"], when(row["published"]), name) if part)
        paragraphs = _paragraphs(row["text"] or "", marks[name], f"a{nr}")
        texts.append(Text(f"a{nr}", name, row["title"], head, _web(row["url"]), paragraphs))
    return texts


def _web(url: str | None) -> str | None:
    """The address, if it is one of the web: a link never runs what an article wrote."""
    return url if url and url.startswith(("https://", "http://")) else None


def _paragraphs(text: str, marks: Iterable[Mark], anchor: str) -> tuple[tuple[Piece, ...], ...]:
    """The text in paragraphs, each cut where a mark begins or ends; marks may overlap."""
    waiting = deque(sorted(marks, key=lambda mark: mark.start))
    open_: list[Mark] = []
    paragraphs, start = [], 0
    for line in text.split("\n"):
        end = start + len(line)
        while waiting and waiting[0].start < end:
            open_.append(waiting.popleft())
        open_ = [mark for mark in open_ if mark.end > start]
        if line.strip():
            paragraphs.append(tuple(_pieces(text, start, end, open_, anchor)))
        start = end + 1
    return tuple(paragraphs)


def _pieces(text: str, start: int, end: int, marks: list[Mark], anchor: str) -> Iterable[Piece]:
    cuts = {start, end}
    for mark in marks:
        cuts.update(cut for cut in (mark.start, mark.end) if start < cut < end)
    for left, right in pairwise(sorted(cuts)):
        over = [mark for mark in marks if mark.start <= left and mark.end >= right]
        begun = tuple(dict.fromkeys(f"{anchor}-{mark.start}" for mark in over if mark.start == left))
        kinds = " ".join(sorted({mark.kind for mark in over}))
        yield Piece(text[left:right], kinds, begun, "\n".join(mark.told for mark in over))


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
        "bar_width": round(100 * (high - low) / top, 1),
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
