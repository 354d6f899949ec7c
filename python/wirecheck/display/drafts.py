"""The checklist of a report's page: each paragraph of a draft with numbers behind its facts, and the facts beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..checklist import SAID, Fact, Source, articles_by_id, by_draft, facts_of
from .evidence import Rows, counts
from .segments import paragraphs

#: Drafts of a page, and sources of a fact that stand under one heading.
DRAFTS = 20
SOURCES = 20


@dataclass(frozen=True)
class Place:
    """Where a fact stands in its draft."""

    start: int
    end: int
    nr: int
    state: str


@dataclass(frozen=True)
class Words:
    """A stretch of a draft, the state of the worst fact over it, and the facts that end with it."""

    text: str
    state: str | None
    done: tuple[Place, ...]


@dataclass(frozen=True)
class Beside:
    """A fact as it stands beside its paragraph."""

    nr: int
    kind: str
    value: str
    state: str
    said: str
    missing: str | None
    findings: tuple[Mapping[str, Any], ...]
    sources: tuple[tuple[str, tuple[Source, ...], int, bool], ...]
    """What sources say of it, those that are shown, how many more there are, and whether they stand unfolded."""


@dataclass(frozen=True)
class Draft:
    """A draft: its article, how many facts stand how, and its paragraphs with theirs."""

    article: str
    title: str
    tally: tuple[tuple[str, str, int], ...]
    count: int
    rows: tuple[tuple[tuple[Words, ...], tuple[Beside, ...]], ...]


def drafts_of(claims: Mapping[str, Rows], report: Mapping[str, Rows]) -> tuple[list[Draft], int]:
    """The drafts of a report with their checklists, and how many more there are."""
    facts = by_draft(facts_of(report["checklist"], claims, report))
    article = articles_by_id(claims["articles"])
    return [_draft(article(name), facts[name]) for name in list(facts)[:DRAFTS]], max(0, len(facts) - DRAFTS)


def _draft(article: Mapping[str, Any], facts: Sequence[Fact]) -> Draft:
    tally = counts((fact.state for fact in facts), SAID)
    return Draft(
        article["article"],
        article.get("title") or article["article"],
        tuple((state, SAID[state], count) for state, count in tally.items()),
        len(facts),
        tuple(_rows(article.get("text") or "", facts)),
    )


def _rows(text: str, facts: Sequence[Fact]) -> Iterator[tuple[tuple[Words, ...], tuple[Beside, ...]]]:
    left = {int(fact.row["nr"]): fact for fact in facts}
    places = [Place(fact.row["start"], fact.row["end"], nr, fact.state) for nr, fact in left.items()]
    for pieces in paragraphs(text, places):
        words = tuple(
            Words(
                text[piece.start : piece.end],
                min((place.state for place in piece.over), key=list(SAID).index, default=None),
                tuple(place for place in piece.over if place.end == piece.end),
            )
            for piece in pieces
        )
        begun = sorted({place.nr for piece in pieces for place in piece.over} & left.keys())
        yield words, tuple(_beside(left.pop(nr)) for nr in begun)
    if left:
        yield (), tuple(map(_beside, left.values()))


def _beside(fact: Fact) -> Beside:
    row = fact.row
    told = (
        ("contradicted by", fact.contradicted_by, True),
        ("supported by", fact.supported_by, False),
        ("fits with", fact.fits, False),
        (SAID["updates"], fact.updates, False),
    )
    return Beside(
        nr=row["nr"],
        kind=row["kind"],
        value=row["value"],
        state=fact.state,
        said=SAID[fact.state],
        missing=row["undecided_because"],
        findings=fact.findings,
        sources=tuple((said, sources[:SOURCES], len(sources[SOURCES:]), unfolded) for said, sources, unfolded in told if sources),
    )
