"""The figures of one incident as rows to be drawn, and what joins them: updates, disputes, conflicts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .. import _core
from ..moments import zone_of
from ..wording import counted
from .book import Book, stamp
from .theme import clean, listed

if TYPE_CHECKING:
    from ..report import Report

#: Figures of an incident that are drawn one by one; beyond it, one stands for all that print the same.
FIGURES = 120
#: Pairs that are looked at; a collection that repeats its figures more often is joined by its representatives alone.
PAIRS = 20_000

UPDATE, DISPUTE, CONFLICT = "update", "dispute between holders", "conflict"

_BOUNDS = {"at_least": "{}+", "more_than": "over {}", "at_most": "up to {}", "less_than": "under {}", "about": "about {}"}
_DOWN = ("at_most", "less_than")
_SPREAD = ("vague", "range", "about")


@dataclass
class Incident:
    """One toll with everything that is drawn of it."""

    toll: dict[str, Any]
    figures: list[dict[str, Any]]
    zone: str
    """The zone of the times of its figures, as an axis says it."""
    links: list[dict[str, Any]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """`Bir Salwan, 2026-05-06`, as far as both are known."""
        place = clean(self.toll["place"] or "place unknown", 60)
        first, last = self.toll["earliest"], self.toll["latest"]
        days = "day unknown" if first is None and last is None else str(first or last)
        return f"{place}, {days if first == last or last is None else f'{days} to {last}'}"


def incident(report: Report, book: Book, toll: dict[str, Any]) -> Incident:
    """The figures that a toll rests on, with their relations."""
    claims = [claim for name in toll["claims"] if (claim := book.claim("casualties", name)) is not None]
    figures = sorted((_figure(book, claim) for claim in claims), key=_order)
    told = Incident(toll, figures, zone_of(book.moment(claim["article"]) for claim in claims))
    if len(figures) > FIGURES:
        different = _folded(figures)
        told.figures = sorted(different[:FIGURES], key=_order)
        told.notes.append(
            f"{counted(len(told.figures), 'figure')} drawn, each where it was first told; "
            f"{counted(len(figures) - len(different), 'repeat')} left out."
        )
        if len(different) > FIGURES:
            told.notes.append(f"{counted(len(different) - FIGURES, 'figure')} told by the fewest outlets left out.")
    pairs = list(_pairs(report, toll["fact"], {row["claim"] for row in told.figures}))
    told.links = list(_links(told.figures, pairs))
    disputed = {end for link in told.links if link["link"] == DISPUTE for end in (link["left"], link["right"])}
    for row in told.figures:
        row["disputed"] = row["claim"] in disputed
    return told


def label(claim: Mapping[str, Any]) -> str:
    """A figure as short as it can be said: `18+`, `24 to 99`, `over 150,000`."""
    number, low, high = claim["number"], claim["low"], claim["high"]
    if number is not None:
        return _BOUNDS.get(claim["bound"], "{}").format(f"{number:,}")
    if high is None:
        return f"{low or 0:,}+"
    return f"up to {high:,}" if not low else f"{low:,}" if low == high else f"{low:,} to {high:,}"


def _figure(book: Book, claim: dict[str, Any]) -> dict[str, Any]:
    number, low, high, bound = claim["number"], claim["low"], claim["high"], claim["bound"]
    moment = book.moment(claim["article"])
    spread = bound in _SPREAD and low is not None and high is not None
    best = number if number is not None else (low + high) / 2 if spread else low if low is not None else high or 0
    return {
        "claim": claim["id"],
        "article": clean(claim["article"]),
        "outlet": book.outlet(claim["article"]),
        "time": None if moment.at is None else stamp(moment.at),
        "clock": moment.clock,
        "published": moment.told,
        "figure": label(claim),
        "low": low,
        "high": high,
        "y": best,
        "spread": spread and low != high,
        "hollow": number is None,
        "open": "down" if bound in _DOWN else "up" if high is None else "",
        "holder": clean(claim["source"] or "not named", 60),
        "sentence": book.sentence(claim),
        "told_by": counted(1, "outlet"),
    }


def _folded(figures: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """One for all that print the same in the words of the same holder; those that most outlets tell come first."""
    kept: dict[tuple[Any, ...], dict[str, Any]] = {}
    outlets: dict[tuple[Any, ...], set[str]] = {}
    for row in figures:
        key = (row["figure"], row["low"], row["high"], row["holder"], row["time"] is None)
        kept.setdefault(key, row)
        outlets.setdefault(key, set()).add(row["outlet"])
    for key, row in kept.items():
        row["told_by"] = counted(len(outlets[key]), "outlet")
    return [kept[key] for key in sorted(kept, key=lambda key: (-len(outlets[key]), _order(kept[key])))]


def _order(row: dict[str, Any]) -> tuple[str, float, str]:
    """By time, those without one last."""
    return row["time"] or "~", row["y"], row["claim"]


def _pairs(report: Report, fact: str, drawn: set[str]) -> Iterator[dict[str, Any]]:
    """What is said of two figures that are drawn; equal repeats are told one by one."""
    table = report.relations
    wanted = [
        nr
        for nr, (of, verdict) in enumerate(zip(table["fact"], table["verdict"], strict=True))
        if of == fact and verdict in ("updates", "conflicts")
    ]
    chosen = [table[nr : nr + 1] for nr in wanted]
    if not chosen:
        return
    relations = _core.Table.concat(chosen)
    rows = len(chosen) + sum(relations["repeats"])
    for row in _core.pairs(relations, report._claims) if rows <= PAIRS else relations:
        if row["left"] in drawn and row["right"] in drawn:
            yield row


def _links(figures: list[dict[str, Any]], pairs: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    order = {row["claim"]: nr for nr, row in enumerate(figures)}
    both = [(order[pair["left"]], order[pair["right"]], pair) for pair in pairs]
    ends = [(min(a, b), max(a, b), pair) for a, b, pair in both]
    yield from _updates([(figures[a], figures[b], pair) for a, b, pair in ends if pair["verdict"] == "updates"])
    clashes: dict[tuple[str, ...], dict[str, Any]] = {}
    for a, b, pair in sorted(ends, key=lambda end: (end[1] - end[0], end[0])):
        if pair["verdict"] != "conflicts":
            continue
        kind = DISPUTE if pair["between"] == "holders" else CONFLICT
        key = (kind, *sorted((figures[a]["figure"], figures[b]["figure"])))
        if key in clashes:
            clashes[key]["pairs"] += 1
        else:
            clashes[key] = _link(kind, figures[a], figures[b], pair)
    yield from clashes.values()


def _updates(pairs: list[tuple[dict[str, Any], dict[str, Any], dict[str, Any]]]) -> Iterator[dict[str, Any]]:
    """The lines into each figure: from each figure that it replaced and no other did before.

    Of several articles with the replaced figure the last one of the same outlet is joined, else the last one.
    """
    dated = [(old, new, pair) for old, new, pair in pairs if old["time"] and new["time"] and old["figure"] != new["figure"]]
    after: dict[str, set[str]] = {}
    for old, new, _ in dated:
        after.setdefault(old["figure"], set()).add(new["figure"])
    into: dict[tuple[str, str], tuple[dict[str, Any], dict[str, Any], dict[str, Any]]] = {}
    for old, new, pair in dated:
        between = after[old["figure"]] - {new["figure"]}
        if any(new["figure"] in after.get(figure, ()) for figure in between):
            continue
        best = into.get((old["figure"], new["claim"]))
        if best is None or _nearness(old, new) > _nearness(best[0], new):
            into[old["figure"], new["claim"]] = (old, new, pair)
    for old, new, pair in into.values():
        yield _link(UPDATE, old, new, pair)


def _nearness(old: dict[str, Any], new: dict[str, Any]) -> tuple[bool, str, str]:
    return old["outlet"] == new["outlet"], old["time"], old["claim"]


def _link(kind: str, left: dict[str, Any], right: dict[str, Any], pair: dict[str, Any]) -> dict[str, Any]:
    return {
        "link": kind,
        "left": left["claim"],
        "right": right["claim"],
        "figures": f"{left['figure']} and {right['figure']}",
        "outlets": listed(dict.fromkeys((left["outlet"], right["outlet"]))),
        "why": clean(pair["reason"], 160),
        "pairs": 1,
    }
