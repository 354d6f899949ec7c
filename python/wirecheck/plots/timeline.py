"""Meetings and dated claims as intervals of days, a lane for each fact, the status told by shape and colour."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from ..kinds import COMPARED, TABLE_OF
from ..moments import noon
from ..wording import counted
from . import theme
from .book import DAY, Book, moved, stamp
from .figures import label
from .plane import Plane

if TYPE_CHECKING:
    import altair

    from ..report import Report

Span = tuple[str, date | None, date | None]
"""A status, the first day and the last."""

CONFLICTS = "conflicts"
LANES = 16
MARKS = 40
#: One mark in so many may be left out if the others then have so many times the room.
FEW, SQUEEZED = 8, 4
ROW = 24

_CROSS = "M-0.9,-0.9L0.9,0.9M-0.9,0.9L0.9,-0.9"
_BARRED = "M0,-1A1,1,0,1,1,0,1A1,1,0,1,1,0,-1M-0.7,0.7L0.7,-0.7"
_CHEVRON = "M-0.8,-1L0.1,-1L1,0L0.1,1L-0.8,1L0.1,0Z"

#: Colour, shape and whether it is filled, by status; what is no meeting has none.
STATUS = {
    "held": (theme.GREEN, "circle", True),
    "planned": (theme.BLUE, "triangle-right", True),
    "proposed": (theme.SKY, "diamond", False),
    "postponed": (theme.ORANGE, _CHEVRON, True),
    "cancelled": (theme.CONFLICT, _CROSS, False),
    "denied": (theme.PINK, _BARRED, False),
    "casualties": (theme.INK, "square", True),
    "statement": (theme.INK, "cross", True),
}
TOLD = ("what", "status", "days", "sentence", "outlets", "published", "articles")


def timeline(
    report: Report,
    *,
    kind: str | Iterable[str] = ("meeting", "casualty"),
    fact: str | Iterable[str] | None = None,
    lanes: str = "fact",
    since: date | None = None,
    until: date | None = None,
    width: int = 640,
) -> altair.LayerChart | altair.Chart:
    """See `Report.timeline`."""
    kinds = [kind] if isinstance(kind, str) else list(kind)
    for name in kinds:
        if name not in COMPARED:
            raise ValueError(f"kind={name!r} is none of {', '.join(COMPARED)}")
    if lanes not in ("fact", "kind"):
        raise ValueError(f"lanes={lanes!r} is none of fact, kind")
    book = Book(report)
    facts = _facts(report, kinds, fact)
    rows, notes = _rows(book, facts if lanes == "fact" else _of_kinds(facts), since, until)
    if not rows:
        span = "in these days" if since or until else "with a meeting or a dated claim"
        return theme.telling(f"Nothing to draw: this report has no fact {span} among its kinds {theme.listed(kinds)}.")
    if since is None and until is None:
        rows, far = _near(rows)
        notes += [f"{counted(far, 'mark')} far from all others, not drawn: since= and until= show them."] if far else []
    return _drawn(rows, notes, width)


def _near(rows: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], int]:
    """The marks without those few that would squeeze all others into a corner, and how many those are."""
    if len(rows) < FEW:
        return rows, 0
    days = sorted(day for row in rows for day in (row["first"] or row["last"],) if day is not None)
    cut = len(days) // FEW
    windows = [(days[low], days[len(days) - 1 - high]) for low in range(cut + 1) for high in range(cut + 1 - low)]
    first, last = min(windows, key=lambda window: window[1] - window[0], default=(None, None))
    if first is None or last is None or (last - first) * SQUEEZED > days[-1] - days[0]:
        return rows, 0
    near = [row for row in rows if _is_inside((row["status"], row["first"], row["last"]), first, last)]
    return near, len(rows) - len(near)


def _facts(report: Report, kinds: Sequence[str], fact: str | Iterable[str] | None) -> list[dict[str, Any]]:
    every = report.facts.to_pylist()
    if fact is None:
        chosen = [row for row in every if row["kind"] in kinds]
        return sorted(chosen, key=lambda row: (-len(row["articles"]), row["rank"]))
    by_name = {row["fact"]: row for row in every}
    names = [fact] if isinstance(fact, str) else list(fact)
    for name in names:
        if name not in by_name or by_name[name]["kind"] not in COMPARED:
            raise ValueError(f"there is no fact {name!r}; report.facts lists them")
    return [by_name[name] for name in names]


def _of_kinds(facts: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """All facts of a kind as if they were one."""
    told: dict[str, dict[str, Any]] = {}
    for fact in facts:
        one = told.setdefault(fact["kind"], {**fact, "fact": fact["kind"], "claims": [], "facts": 0})
        one["facts"] += 1
        one["claims"] += fact["claims"]
        if fact["worst_verdict"] == CONFLICTS:
            one["worst_verdict"] = CONFLICTS
    return list(told.values())


def _rows(
    book: Book, facts: Iterable[dict[str, Any]], since: date | None, until: date | None
) -> tuple[list[dict[str, Any]], list[str]]:
    """A mark for each status and span of days that a fact is told with; what is left out is counted."""
    rows: list[dict[str, Any]] = []
    lanes = more = outside = beyond = undated = 0
    for fact in facts:
        spans = _spans_of(book, fact)
        if fact["kind"] != "meeting" and not any(first or last for _, first, last in spans):
            undated += fact.get("facts", 1)
            continue
        inside = {span: claims for span, claims in spans.items() if _is_inside(span, since, until)}
        outside += len(spans) - len(inside)
        if not inside:
            continue
        if lanes == LANES:
            more += 1
            continue
        lanes += 1
        name = (
            fact["kind"] if fact["fact"] in COMPARED else _named(fact, [claim for claims in inside.values() for claim in claims])
        )
        shown = list(inside.items())[:MARKS]
        rows += [_mark(book, span, claims, name, fact) for span, claims in shown]
        beyond += len(inside) - len(shown)
    left_out = (
        (more, "fact", "not drawn, told by no more articles than those that are"),
        (outside, "mark", "outside the days asked for"),
        (beyond, "mark", f"not drawn, beyond the {MARKS} that a lane holds"),
        (undated, "fact", "without any date, not drawn"),
    )
    return rows, [f"{counted(count, noun)} {why}." for count, noun, why in left_out if count]


def _spans_of(book: Book, fact: dict[str, Any]) -> dict[Span, list[dict[str, Any]]]:
    found: dict[Span, list[dict[str, Any]]] = {}
    for name in fact["claims"]:
        claim = book.claim(TABLE_OF[fact["kind"]], name)
        if claim is not None:
            found.setdefault((_status(claim, fact["kind"]), claim["earliest"], claim["latest"]), []).append(claim)
    return found


def _mark(book: Book, span: Span, claims: list[dict[str, Any]], lane: str, fact: dict[str, Any]) -> dict[str, Any]:
    status, first, last = span
    articles = list(dict.fromkeys(claim["article"] for claim in claims))
    return {
        "fact": fact["fact"],
        "lane": lane,
        "conflict": fact["worst_verdict"] == CONFLICTS,
        "status": status,
        "first": first,
        "last": last,
        "days": _days(first, last),
        "what": _what(claims[0]),
        "sentence": book.sentence(claims[0]),
        "outlets": theme.listed(dict.fromkeys(book.outlet(article) for article in articles)),
        "published": theme.listed(dict.fromkeys(book.moment(article).told for article in articles), 4),
        "articles": theme.listed(articles, 4),
    }


def _status(claim: dict[str, Any], kind: str) -> str:
    return {"casualty": "casualties", "quote": "statement"}.get(kind) or str(claim["status"])


def _days(first: date | None, last: date | None) -> str:
    if first is None and last is None:
        return "no date"
    if first is None or last is None:
        return f"from {first} on" if last is None else f"until {last}"
    return str(first) if first == last else f"{first} to {last}"


def _what(claim: dict[str, Any]) -> str:
    if "participants" in claim:
        who = theme.listed(claim["participants"], 4) or "participants not told"
        return f"{claim['kind']}: {who}" + (f" in {theme.clean(claim['place'])}" if claim["place"] else "")
    if "effect" in claim:
        return f"{label(claim)} {claim['effect']}" + (f" in {theme.clean(claim['place'])}" if claim["place"] else "")
    return f"statement of {theme.clean(claim['speaker'] or 'nobody named')}"


def _named(fact: dict[str, Any], claims: list[dict[str, Any]]) -> str:
    """A lane's name: the fullest list of participants, or the effect and its place."""
    if not claims:
        return theme.clean(fact["fact"])
    if fact["kind"] == "meeting":
        best = max(claims, key=lambda claim: len(claim["participants"]))
        who = ", ".join(theme.clean(name, 24) for name in best["participants"][:3]) or f"{best['kind']}, nobody named"
        place = next((theme.clean(claim["place"]) for claim in claims if claim["place"]), "")
        return theme.clean(f"{who}, {place.title() if place.isupper() else place}" if place else who, 48)
    if fact["kind"] == "casualty":
        place = next((claim["place"] for claim in claims if claim["place"]), None) or "place unknown"
        return theme.clean(f"{claims[0]['effect']}, {place}", 44)
    return theme.clean(next((claim["speaker"] for claim in claims if claim["speaker"]), None) or "nobody named", 44)


def _is_inside(span: Span, since: date | None, until: date | None) -> bool:
    _, first, last = span
    return not ((since and last and last < since) or (until and first and first > until))


def _stacked(rows: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[dict[str, Any]], float]:
    """Marks with their height in the picture, the lanes' names, and how high it all is; what would overlap stands below."""
    lanes: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        lanes.setdefault(row["fact"], []).append(row)
    marks, heads, top = [], [], 0.0
    for part in sorted(lanes.values(), key=lambda part: min(row["px"] for row in part)):
        ends: list[list[tuple[float, float]]] = []
        for row in sorted(part, key=lambda row: (row["px"], row["status"])):
            level = next(
                (nr for nr, taken in enumerate(ends) if all(row["right"] < a or row["left"] > b for a, b in taken)), len(ends)
            )
            ends[level:level] = [[]] if level == len(ends) else []
            ends[level].append((row["left"], row["right"]))
            marks.append({**row, "py": top + (level + 0.5) * ROW})
        conflict = " ≠" if any(row["conflict"] for row in part) else ""
        heads.append({"py": top + ROW / 2, "lane": part[0]["lane"] + conflict, "edge": top})
        top += ROW * len(ends) + 6
    return marks, heads, top


def _located(row: dict[str, Any], plane: Plane) -> dict[str, Any]:
    first, last = row["first"], row["last"]
    if first is None and last is None:
        return {**row, "px": plane.middle, "left": plane.middle - 9, "right": plane.middle + 9, "open": ""}
    start = plane.first if first is None else moved(noon(first), -DAY / 2)
    end = plane.last if last is None else moved(noon(last), DAY / 2)
    left, right = max(plane.px(start), 0.0), min(plane.px(end), plane.reach)
    px = left if last is None else right if first is None else (left + right) / 2
    spans = {"x": stamp(start), "x2": stamp(end), "at": plane.time(px)}
    bound = "right" if last is None else "left" if first is None else ""
    return {**row, **spans, "px": px, "left": min(left, px - 9), "right": max(right, px + 9), "open": bound}


def _drawn(rows: list[dict[str, Any]], notes: list[str], width: int) -> altair.LayerChart:
    alt = theme.altair()
    dates = [day for row in rows for day in (row["first"], row["last"]) if day is not None]
    ends: list[datetime] = [moved(noon(day), half) for day in dates for half in (-DAY / 2, DAY / 2)]
    plane = Plane.of(ends, width, lane=any(row["first"] is None and row["last"] is None for row in rows))
    marks, heads, height = _stacked([_located(row, plane) for row in rows])
    data = [{key: str(value) if isinstance(value, date) else value for key, value in row.items()} for row in marks]
    dated, undated = [row for row in data if "x" in row], [row for row in data if "x" not in row]
    present = [status for status in STATUS if any(row["status"] == status for row in data)]
    y = alt.Y("py:Q", scale=alt.Scale(domain=[height, 0], nice=False, zero=False), axis=None)
    x = plane.x(True, "at", plane.title("day of what is told"))
    layers = [*_lanes(heads, y, width), *plane.lane_layers(height), *_spans(dated, plane, y, present)]
    for part, where in ((dated, x), (undated, plane.x(False, "px"))):
        layers += _points(part, where, y, present)
    head = theme.title("What was told for which days", [*notes, _how(data)])
    chart: altair.LayerChart = theme.finished(
        alt.layer(*layers).properties(width=width, height=height, title=head, view=theme.frameless())
    )
    return chart


def _spans(rows: list[dict[str, Any]], plane: Plane, y: Any, present: list[str]) -> list[Any]:
    """More days than one as a bar between two ends, or an arrow where the end is open."""
    alt = theme.altair()
    colour = _by_status(alt.Stroke, [STATUS[name][0] for name in present], present)
    title = plane.title("day of what is told")
    shared = {"y": y, "stroke": colour, "tooltip": theme.tooltip(*TOLD)}
    layers = []
    spans = [row for row in rows if row["first"] != row["last"]]
    if spans:
        bars = alt.Chart(theme.inline(spans)).mark_rule(strokeWidth=2, clip=True)
        layers.append(bars.encode(x=plane.x(True, "x", title), x2="x2", **shared))
    ends = [{**row, "at": row[end]} for row in spans for end in ("x", "x2") if not row["open"]]
    if ends:
        caps = alt.Chart(theme.inline(ends)).mark_point(shape="M0,-1L0,1", size=90, strokeWidth=2, filled=False, opacity=1)
        layers.append(caps.encode(x=plane.x(True, "at", title), **shared))
    for bound, arrow, px in (("right", theme.ARROW_RIGHT, plane.reach - 14), ("left", theme.ARROW_LEFT, 14)):
        part = [{**row, "at": plane.time(px)} for row in spans if row["open"] == bound]
        if part:
            drawn = alt.Chart(theme.inline(part)).mark_point(shape=arrow, size=60, strokeWidth=1.8, filled=False, opacity=1)
            layers.append(drawn.encode(x=plane.x(True, "at", title), **shared))
    return layers


def _points(rows: list[dict[str, Any]], x: Any, y: Any, present: list[str]) -> list[Any]:
    """The marks of a status, filled or not."""
    alt = theme.altair()
    if not rows:
        return []
    inside = [STATUS[name][0] if STATUS[name][2] else "transparent" for name in present]
    status = {
        "shape": _by_status(alt.Shape, [STATUS[name][1] for name in present], present),
        "fill": _by_status(alt.Fill, inside, present),
        "stroke": _by_status(alt.Stroke, [STATUS[name][0] for name in present], present),
    }
    points = alt.Chart(theme.inline(rows)).mark_point(size=95, strokeWidth=2, opacity=1)
    return [points.encode(x=x, y=y, tooltip=theme.tooltip(*TOLD), **status)]


def _by_status(channel: Any, values: list[str], present: list[str]) -> Any:
    return channel("status:N", scale=theme.altair().Scale(domain=present, range=values), legend=theme.legend(columns=8))


def _lanes(heads: list[dict[str, Any]], y: Any, width: int) -> list[Any]:
    alt = theme.altair()
    names = alt.Chart(theme.inline(heads)).mark_text(align="right", dx=-10, color=theme.INK, fontSize=theme.FONT)
    edges = alt.Chart(theme.inline([{"py": head["edge"] - 3} for head in heads[1:]]))
    edges = edges.mark_rule(color=theme.INK, opacity=0.35, strokeWidth=0.7)
    return [edges.encode(x=alt.value(0), x2=alt.value(width), y=y), names.encode(x=alt.value(0), y=y, text="lane:N")]


def _how(rows: list[dict[str, Any]]) -> str:
    parts = []
    if any(row["first"] != row["last"] for row in rows):
        parts.append("Bar: one or several of these days.")
    if any(row["open"] for row in rows):
        parts.append("Arrow: open at that end.")
    if any(row["conflict"] for row in rows):
        parts.append("≠: the articles conflict.")
    return " ".join(parts)
