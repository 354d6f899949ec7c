"""Coded casualties: a row gives one effect in long form, or several side by side (`killed.best`, `injured.best`)."""

from __future__ import annotations

from typing import Any

from ..tables import vocabulary
from . import cells, names
from .row import Fields, Made, said, span

_FIGURES = ("number", "best", "low", "high")
_EFFECTS = vocabulary("casualties", "effect")

FIELDS = (
    *("effect", "bound", *_FIGURES),
    *(f"{effect}.{figure}" for effect in _EFFECTS for figure in _FIGURES),
    *("victims", "group", "severity", "cause", "actor", "attackers", "place", "country", "scope"),
    *("source", "source_type", "asserted", "hedged", "negated"),
)
#: A table has one of these columns at least.
NEEDED = frozenset({"effect", *_FIGURES, *(f"{effect}.{figure}" for effect in _EFFECTS for figure in _FIGURES)})
#: Fields that no other kind has.
TELLING = frozenset(FIELDS) - {"place", "country", "source", "hedged", "negated"}

_SAID = {"at_least": "at least ", "more_than": "more than ", "at_most": "at most ", "less_than": "less than ", "about": "about "}
_Figure = tuple[str, int | None, int | None, int | None]


def claims(row: Fields) -> list[Made]:
    """The claims of a row, one for each effect."""
    wide = [effect for effect in _EFFECTS if any(row.has(f"{effect}.{figure}") for figure in _FIGURES)]
    told: list[tuple[str, str]] = [(effect, f"{effect}.") for effect in wide]
    if row.has("effect"):
        told.append((row.word("casualties", "effect", ""), ""))
    elif any(row.has(figure) for figure in _FIGURES):
        row.fault(
            next(figure for figure in _FIGURES if row.has(figure)),
            "nothing says what happened to the people; give a column `effect`, or say it with columns={'killed.best': …}",
        )
    elif not wide:
        row.leave_out("it has no figure")
    shared = _shared(row)
    made = []
    for effect, prefix in told:
        figure = _figure(row, prefix)
        if figure and effect:
            bound, number, low, high = figure
            claim = {**shared, "effect": effect, "bound": bound, "number": number, "low": low, "high": high}
            made.append(Made(row, claim, _line(row, claim), effect))
    return made


def name(claims: list[dict[str, Any]]) -> None:
    """Writes in which places and whose figures they are."""
    places = names.entities((names.where(claim) for claim in claims), names.PLACE)
    sources = names.entities((claim["source"] for claim in claims), names.SPEAKER)
    for claim in claims:
        claim["place_entity"] = places.get(names.where(claim))
        claim["source_entity"] = sources.get(claim["source"])
        claim["place"] = claim["place"] or claim["country"]


def _shared(row: Fields) -> dict[str, Any]:
    earliest, latest = row.days()
    return {
        **{field: row.text(field) for field in ("victims", "cause", "actor", "place", "country", "source")},
        **{field: row.word("casualties", field) for field in ("severity", "source_type")},
        "group": row.word("casualties", "group", "unknown"),
        "attackers": row.word("casualties", "attackers", "unknown"),
        "scope": row.word("casualties", "scope", "incident"),
        "asserted": row.word("casualties", "asserted", "fact"),
        "hedged": row.flag("hedged"),
        "negated": row.flag("negated"),
        "earliest": earliest,
        "latest": latest,
    }


def _figure(row: Fields, prefix: str) -> _Figure | None:
    """Bound, number, low and high; None where there is none, or where it is wrong, which is written down."""
    number, best, low, high = (row.take(prefix + figure, cells.count) for figure in _FIGURES)
    if number is not None and best is not None:
        row.fault(f"{prefix}best", "the row also has a `number`; the two are one field")
        return None
    printed = number if best is None else best
    for name, wrong in (("low", _above(low, printed)), ("high", _above(printed, high)), ("high", _above(low, high))):
        if wrong:
            row.fault(f"{prefix}{name}", f"{wrong}; low, best and high must rise")
            return None
    bound = row.word("casualties", "bound")
    if printed is None and low is None and high is None:
        is_wrong = any(row.has(prefix + figure) for figure in _FIGURES)
        return None if is_wrong else ("vague", None, None, None)  # killed, and nobody knows how many
    if bound is not None and printed is not None and low is None and high is None:
        return _bounded(row, bound, printed)
    if bound is None:
        bound = _bound(printed, low, high)
    if printed is not None and low is None and high is None:
        low = high = printed
    return bound, printed, low, high


def _above(low: int | None, high: int | None) -> str | None:
    return f"{low} is more than {high}" if low is not None and high is not None and low > high else None


def _bound(number: int | None, low: int | None, high: int | None) -> str:
    """What the figures alone say of how they are bounded."""
    if low == high:
        return "exact"
    if low is not None and high is not None:
        return "range"
    return "at_least" if high is None else "at_most"


def _bounded(row: Fields, bound: str, n: int) -> _Figure | None:
    """The interval of a bound, as articles are read."""
    intervals: dict[str, tuple[int | None, int | None]] = {
        "exact": (n, n),
        "at_least": (n, None),
        "more_than": (n + 1, None),
        "at_most": (0, n),
        "less_than": (0, max(n - 1, 0)),
        "about": (n - n // 10, n + n // 10),
    }
    if bound not in intervals:
        row.fault("bound", f"{bound!r} takes `low` and `high`")
        return None
    return bound, n, *intervals[bound]


def _line(row: Fields, claim: dict[str, Any]) -> str:
    told = f"{row.key}: {claim['effect']} {_told(claim)} {claim['victims'] or ''}".strip()
    source = f"says {claim['source']}" if claim["source"] else None
    group = f"group {claim['group']}" if claim["group"] != "unknown" else None
    return said(told, group, claim["place"], claim["country"], span(claim["earliest"], claim["latest"]), source)


def _told(claim: dict[str, Any]) -> str:
    """The figure in words."""
    number, low, high = claim["number"], claim["low"], claim["high"]
    ends = f"at least {low}" if high is None else f"at most {high}" if low is None else f"{low} to {high}"
    if number is not None:
        return f"{number} ({ends})" if claim["bound"] == "range" else f"{_SAID.get(claim['bound'], '')}{number}"
    return "an unknown number" if low is None and high is None else ends
