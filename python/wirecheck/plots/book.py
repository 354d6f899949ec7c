"""What the pictures look up in a report: articles with their time, claims with their sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from ..moments import Moment, moment_of
from .theme import LABEL, SENTENCE, clean

if TYPE_CHECKING:
    from ..report import Report

DAY = timedelta(days=1)


class Book:
    """Articles and claims of a report by id."""

    def __init__(self, report: Report) -> None:
        self._claims = report._claims
        self._articles = _index(self._claims["articles"]["article"])
        self._sources = report.sources
        self._source_rows = _index(self._sources["article"])
        self._rows: dict[str, dict[str, int]] = {}
        self._labels: dict[str, str] = {}

    def claim(self, table: str, name: str) -> dict[str, Any] | None:
        """The row of a claim."""
        if table not in self._rows:
            self._rows[table] = _index(self._claims[table]["id"])
        nr = self._rows[table].get(name)
        return None if nr is None else self._claims[table][nr]

    def outlet(self, article: str) -> str:
        """Who published it, its id where nobody says so; two whose names are cut to one are numbered."""
        name = self._source(article).get("outlet") or article
        if name not in self._labels:
            label, nr = clean(name), 1
            while label in self._labels.values():
                nr += 1
                label = f"{clean(name, LABEL - 4)} {nr}"
            self._labels[name] = label
        return self._labels[name]

    def moment(self, article: str) -> Moment:
        """When it was published."""
        moment = moment_of(self._source(article))
        return replace(moment, told=clean(moment.told, 60))

    def sentence(self, claim: dict[str, Any]) -> str:
        """The sentence of a claim; its own words where the text is not at hand."""
        nr = self._articles.get(claim["article"])
        text = None if nr is None else self._claims["articles"][nr]["text"]
        start, end = claim.get("sentence_start", claim["start"]), claim.get("sentence_end", claim["end"])
        return clean(claim["text"] if text is None else text[start:end], SENTENCE)

    def _source(self, article: str) -> dict[str, Any]:
        nr = self._source_rows.get(article)
        return {} if nr is None else self._sources[nr]


def moved(moment: datetime, by: timedelta) -> datetime:
    """The time so much later, as far as the calendar goes."""
    try:
        return moment + by
    except OverflowError:
        return moment


def stamp(moment: datetime) -> str:
    """A time as a chart's data hold it."""
    return f"{moment.isoformat(timespec='seconds')}Z"


def _index(names: list[str]) -> dict[str, int]:
    return {name: nr for nr, name in enumerate(names)}
