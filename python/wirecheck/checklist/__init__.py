"""The checklist of a draft: one row for each of its facts, what others say of it, and the ticks of those who checked."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from os import PathLike
from typing import Any

from .. import _core
from ..display.evidence import Rows, passage
from ..kinds import COMPARED, TABLE_OF
from ..moments import when
from ..tables import Table

TICKS = ("checked", "by", "note")
#: How a fact stands, the worst first, and how that is said.
SAID = {
    "contradicted": "contradicted",
    "undecided": "undecided",
    "updates": "otherwise at another time",
    "supported": "supported",
    "fits": "fits with others",
    "alone": "in no other article",
}


@dataclass(frozen=True)
class Source:
    """A claim of another article that bears on a fact."""

    article: str
    outlet: str | None
    when: str
    """When the article was published, as `moments.when` tells it."""
    text: str

    def __str__(self) -> str:
        head = " · ".join(part for part in (self.outlet, self.when, self.article) if part)
        return f"{head}: “{self.text}”"


@dataclass(frozen=True)
class Fact:
    """A row of the checklist with the words behind its ids."""

    row: Mapping[str, Any]
    key: str
    """The fingerprint of its claim; `~2` follows where a second fact has the same."""
    sentence: str
    supported_by: tuple[Source, ...]
    """Those of the column that say the same."""
    fits: tuple[Source, ...]
    """Those of the column that say less or more without contradicting: a part, a bound, a day of a period."""
    contradicted_by: tuple[Source, ...]
    updates: tuple[Source, ...]
    """What others said earlier or later, which this replaces or which replaces this."""
    findings: tuple[Mapping[str, Any], ...]

    @property
    def state(self) -> str:
        """How it stands, a word of `SAID`."""
        if self.contradicted_by:
            return "contradicted"
        if self.supported_by:
            return "supported"
        if self.row["undecided_because"]:
            return "undecided"
        return "updates" if self.updates else "fits" if self.fits else "alone"


class Checklist(Table):
    """The table `checklist` of a report, with the way to a spreadsheet and back.

    Attributes:
        unmatched: After `report.read_ticks`, the rows of the sheet whose ticks were not taken over, or not wholly: dicts with
            `nr`, `text`, `checked`, `by` and `note` as the sheet has them, and `why`.
    """

    unmatched: tuple[dict[str, Any], ...] = ()
    _claims: Mapping[str, Table] | None = None
    _report: Mapping[str, Table] = {}

    @classmethod
    def of(cls, table: _core.Table, claims: Mapping[str, Table], report: Mapping[str, Table]) -> Checklist:
        """The checklist of a report, which knows the claims, findings and relations that its ids name."""
        checklist = cls(table)
        checklist._claims, checklist._report = claims, report
        return checklist

    def facts(self) -> list[Fact]:
        """The rows with the words behind their ids.

        Raises:
            ValueError: If this is a part of a checklist, or one that was pickled: it has only its rows.
        """
        if not len(self):
            return []
        if self._claims is None:
            raise ValueError("this part of a checklist has lost sight of its articles; take the whole, report.checklist")
        return list(facts_of(self, self._claims, self._report))

    def to_excel(self, path: str | PathLike[str]) -> None:
        """Writes a workbook to tick the facts off in: drop-downs for `checked`, room for `by` and `note`.

        The rows may be sorted, moved and deleted, and columns too: `report.read_ticks` knows them by the hidden last column.

        Args:
            path: The file, `check.xlsx`.

        Raises:
            ImportError: If openpyxl is not installed.
            ValueError: If this is only a part of a checklist.
        """
        from .sheet import write

        write(self.facts(), path)

    def _with_ticks(self, path: str | PathLike[str]) -> Checklist:
        """The checklist with the ticks of a workbook; `Report.read_ticks` tells the rest."""
        from .sheet import read
        from .ticks import matched, warning

        facts, claims = self.facts(), self._claims or {}
        ticks, unmatched = matched([fact.key for fact in facts], read(path))
        name, fields, columns, metadata = self.__reduce__()[1]
        for position, (column, _, _) in enumerate(fields):
            if column in TICKS:
                columns[position] = [ticks.get(fact.key, fact.row).get(column) for fact in facts]
        filled = Checklist.of(_core.Table.of_columns(name, fields, columns, metadata), claims, self._report)
        filled.unmatched = tuple(unmatched)
        if unmatched:
            warnings.warn(warning(unmatched, path), stacklevel=3)
        return filled

    def _repr_html_(self) -> str:
        """The draft with its facts beside it; the bare table where this is a part."""
        if self._claims is None:
            return super()._repr_html_()
        from ..display.beside import checklist_html
        from ..display.notebook import page

        return page(checklist_html(self.facts(), self._claims["articles"]))


def facts_of(rows: Iterable[Mapping[str, Any]], claims: Mapping[str, Rows], report: Mapping[str, Rows]) -> Iterator[Fact]:
    """The rows of a checklist with the words behind their ids."""
    told, findings = list(rows), report["findings"]
    drafts = {row["article"] for row in told}
    updates, agreeing = (_joined(report["relations"], verdict) for verdict in ("updates", "agrees"))
    named = {claim for row in told for claim in (*row["supported_by"], *row["contradicted_by"])}.union(*updates.values())
    article = articles_by_id(claims["articles"])
    own, other = _claims_of(claims, drafts, named)
    finding_rows = {name: nr for nr, name in enumerate(findings["id"])}
    seen: dict[str, int] = {}

    def sources(ids: Iterable[str]) -> tuple[Source, ...]:
        found = (other[claim] for claim in ids if claim in other)
        return tuple(_source(claim, article(claim["article"])) for claim in found)

    for row in told:
        alike = own.get(_place(row["kind"], row, row["value"].partition(" ")[0]), [])
        claim = alike.pop(0) if alike else {}
        name = claim.get("id", "")
        same = set(agreeing.get(name, ()))
        fingerprint = claim.get("fingerprint") or "\t".join((row["article"], row["kind"], row["text"], row["value"]))
        seen[fingerprint] = seen.get(fingerprint, 0) + 1
        yield Fact(
            row=row,
            key=fingerprint if seen[fingerprint] == 1 else f"{fingerprint}~{seen[fingerprint]}",
            sentence=_sentence(row, claim, article(row["article"])),
            supported_by=sources(said for said in row["supported_by"] if said in same),
            fits=sources(said for said in row["supported_by"] if said not in same),
            contradicted_by=sources(row["contradicted_by"]),
            updates=sources(updates.get(name, ())),
            findings=tuple(findings[finding_rows[found]] for found in row["findings"] if found in finding_rows),
        )


def by_draft(facts: Iterable[Fact]) -> dict[str, list[Fact]]:
    """The facts of each draft, in their order."""
    drafts: dict[str, list[Fact]] = {}
    for fact in facts:
        drafts.setdefault(fact.row["article"], []).append(fact)
    return drafts


def _joined(relations: Rows, wanted: str) -> dict[str, list[str]]:
    """The claims that stand to each claim by this verdict, on whichever side."""
    found: dict[str, list[str]] = {}
    sides = zip(relations["left"], relations["right"], relations["verdict"], strict=True)
    for left, right in ((left, right) for left, right, verdict in sides if verdict == wanted):
        found.setdefault(left, []).append(right)
        found.setdefault(right, []).append(left)
    return found


def _claims_of(
    claims: Mapping[str, Rows], drafts: set[str], named: set[str]
) -> tuple[dict[tuple[Any, ...], list[dict[str, Any]]], dict[str, dict[str, Any]]]:
    """The claims of the drafts by their place, and those of other articles by their ids."""
    own: dict[tuple[Any, ...], list[dict[str, Any]]] = {}
    other: dict[str, dict[str, Any]] = {}
    for kind in COMPARED:
        table = claims[TABLE_OF[kind]]
        for nr, (claim, article) in enumerate(zip(table["id"], table["article"], strict=True)):
            if claim in named:
                other[claim] = table[nr]
            if article in drafts:
                row = table[nr]
                own.setdefault(_place(kind, row, row.get("effect")), []).append(row)
    return own, other


def _place(kind: str, row: Mapping[str, Any], effect: str | None) -> tuple[Any, ...]:
    """By what a row of the checklist is found among the claims: two effects may stand on the same words."""
    return kind, row["article"], row["start"], row["end"], effect if kind == "casualty" else None


def articles_by_id(articles: Rows) -> Callable[[str], dict[str, Any]]:
    """Gives the row of an article by its id; of one that is not among them, its id alone."""
    place = {name: nr for nr, name in enumerate(articles["article"])}
    return lambda name: dict(articles[place[name]]) if name in place else {"article": name}


def _source(claim: Mapping[str, Any], article: Mapping[str, Any]) -> Source:
    return Source(claim["article"], article.get("outlet"), when(article), claim["text"])


def _sentence(row: Mapping[str, Any], claim: Mapping[str, Any], article: Mapping[str, Any]) -> str:
    """The sentence of a fact; the words around it where the claim does not say where its sentence ends."""
    start, end = claim.get("sentence_start"), claim.get("sentence_end")
    if article.get("text") is not None and start is not None and end is not None:
        return str(article["text"][start:end])
    around = passage(article, row["start"], row["end"], row["text"])
    return f"{around.before}{''.join(words for words, _ in around.marked)}{around.after}"
