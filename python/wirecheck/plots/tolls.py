"""Low, best and high over time: each figure where and when it was told, on the toll that a rule makes of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from ..tables import vocabulary
from ..wording import counted
from . import theme
from .book import DAY, Book, moved, stamp
from .figures import CONFLICT, DISPUTE, UPDATE, Incident, incident
from .plane import Plane, Room, labelled

if TYPE_CHECKING:
    import altair

    from ..report import Report

FACETS = 6

LINKS = {UPDATE: (theme.INK, [1, 0]), DISPUTE: (theme.DISPUTE, [6, 4]), CONFLICT: (theme.CONFLICT, [2, 2])}
HOW = {
    "open": "Arrow: the bound is open.",
    "spread": "Bar: a range.",
    "hollow": "Hollow: no number is printed.",
    "disputed": "Ring: disputed between holders.",
}
TOLD = ("figure", "outlet", "published", "holder", "sentence", "article", "told_by")
OTHERS = "other outlets"
_ARTICLE = re.compile(r"^(the|an?) ", re.IGNORECASE)


@dataclass(frozen=True)
class Look:
    """What all facets share: their size, and what colours and dashes stand for."""

    width: int
    height: int
    outlets: list[str]
    links: list[str]


def tolls_chart(
    report: Report,
    *,
    fact: str | Iterable[str] | None = None,
    place: str | None = None,
    effect: str = "killed",
    rule: str = "wirecheck",
    width: int = 640,
    height: int = 260,
) -> altair.LayerChart | altair.VConcatChart | altair.Chart:
    """See `Report.tolls_chart`."""
    effects = vocabulary("casualties", "effect")
    if effect not in effects:
        raise ValueError(f"effect={effect!r} is none of {', '.join(effects)}")
    tolls = [row for row in report.tolls_by(rule) if row["effect"] == effect]
    chosen = _chosen(tolls, fact, place, effect)
    if not chosen:
        return theme.telling(f"No toll to draw: no article of this report gives a figure of people {effect}.")
    book = Book(report)
    drawn = [incident(report, book, toll) for toll in chosen[:FACETS]]
    left_out = f"{counted(len(chosen) - FACETS, 'incident')} more in report.tolls." if len(chosen) > FACETS else None
    there = {link["link"] for told in drawn for link in told.links}
    look = Look(width, height, _outlets(drawn), [kind for kind in LINKS if kind in there])
    parts = [_incident(told, look, left_out if nr == 0 else None) for nr, told in enumerate(drawn)]
    chart: altair.LayerChart | altair.VConcatChart
    chart = theme.finished(parts[0] if len(parts) == 1 else theme.altair().vconcat(*parts, spacing=30))
    return chart


def _chosen(
    tolls: list[dict[str, Any]], fact: str | Iterable[str] | None, place: str | None, effect: str
) -> list[dict[str, Any]]:
    if fact is not None:
        names = [fact] if isinstance(fact, str) else list(fact)
        by_fact = {row["fact"]: row for row in tolls}
        for name in names:
            if name not in by_fact:
                raise ValueError(f"no fact {name!r} has a toll of people {effect}; report.tolls lists those that have one")
        tolls = [by_fact[name] for name in names]
    if place is not None:
        here = [row for row in tolls if (row["place"] or "").casefold() == place.casefold()]
        if not here:
            known = theme.listed(dict.fromkeys(row["place"] for row in tolls if row["place"])) or "none"
            raise ValueError(f"no toll of people {effect} lies in {place!r}; the places are: {known}")
        return here
    return tolls if fact is not None else sorted(tolls, key=lambda row: row["rank"])[:1]


def _outlets(drawn: Sequence[Incident]) -> list[str]:
    """The outlets that get a colour of their own, by their first figure; all share the rest where there are too many."""
    counts: dict[str, int] = {}
    for told in drawn:
        for row in told.figures:
            counts[row["outlet"]] = counts.get(row["outlet"], 0) + 1
    if len(counts) <= len(theme.COLOURS):
        return list(counts)
    most = set(sorted(counts, key=lambda outlet: -counts[outlet])[: len(theme.COLOURS)])
    return [outlet for outlet in counts if outlet in most] + [OTHERS]


def _incident(told: Incident, look: Look, left_out: str | None) -> Any:
    alt = theme.altair()
    width, height = look.width, look.height
    toll, figures = told.toll, told.figures
    top = 1.2 * max([1.0, toll["high"] or 0, toll["best"] or 0, *(max(row["y"], row["high"] or 0) for row in figures)])
    plane = Plane.of(_times(figures), width, lane=any(row["time"] is None for row in figures), zone=told.zone)
    marks, room = _placed(figures, plane, top, look)
    links = _joined(told.links, marks)
    for link in links:
        room.cross(link["px"], link["py"], link["px2"], link["py2"])
    if toll["best"] is not None:
        room.cross(0, height * (1 - toll["best"] / top), width, height * (1 - toll["best"] / top))
    labels = labelled(marks, room, width)
    y = alt.Y(
        "y:Q",
        title=f"people {toll['effect']}",
        scale=alt.Scale(domain=[0, top], nice=False, zero=True),
        axis=theme.axis(tickCount=6),
    )
    layers = [
        *_toll(toll, y, top, look),
        *plane.lane_layers(height),
        *_links(links, plane, y, look.links),
        *_marks(marks, plane, y, look.outlets),
        *_labels(labels, plane),
    ]
    how = " ".join(words for what, words in HOW.items() if any(row[what] for row in figures))
    undated = f"{counted(sum(row['time'] is None for row in figures), 'figure')} without a date." if plane.lane else None
    head = theme.title(told.name, (_said(toll), *told.notes, undated, how, left_out))
    return alt.layer(*layers).properties(width=width, height=height, title=head, view=theme.frameless())


def _said(toll: dict[str, Any]) -> str:
    high = "open" if toll["open"] else "unknown" if toll["high"] is None else f"{toll['high']:,}"
    low, best = ("unknown" if toll[key] is None else f"{toll[key]:,}" for key in ("low", "best"))
    sources = counted(toll["independent_sources"], "independent source")
    return f"{toll['effect'].capitalize()} by the rule of {toll['rule']}: low {low}, best {best}, high {high}; {sources}."


def _times(figures: Iterable[dict[str, Any]]) -> Iterable[datetime]:
    for row in figures:
        if row["time"] is not None:
            at = datetime.fromisoformat(row["time"].removesuffix("Z"))
            half = timedelta(0) if row["clock"] else timedelta(hours=12)
            yield from (moved(at, -half), moved(at, half))


def _placed(figures: list[dict[str, Any]], plane: Plane, top: float, look: Look) -> tuple[list[dict[str, Any]], Room]:
    """Figures with their place; those that would cover each other stand side by side."""
    room, marks = Room(), []
    for row in figures:
        heights = [look.height * (1 - row[key] / top) for key in (("y", "low", "high") if row["spread"] else ("y",))]
        upper, lower = (22 if row["open"] == side else 6 for side in ("up", "down"))
        at = None if row["time"] is None else datetime.fromisoformat(row["time"].removesuffix("Z"))
        px = room.aside(plane.middle if at is None else plane.px(at), min(heights) - upper, max(heights) + lower)
        where = {"px": px, "py": heights[0], "x": px if at is None else plane.time(px)}
        if at is not None and not row["clock"]:
            where |= {"day": stamp(moved(at, -DAY / 2)), "night": stamp(moved(at, DAY / 2))}
        holder = f" {theme.clean(_ARTICLE.sub('', row['holder']), 26)}" if row["disputed"] else ""
        colour = row["outlet"] if row["outlet"] in look.outlets else OTHERS
        marks.append({**row, **where, "colour": colour, "label": row["figure"] + holder})
    return marks, room


def _split(rows: Sequence[dict[str, Any]]) -> list[tuple[bool, list[dict[str, Any]]]]:
    """The dated and the undated, each where there are any."""
    parts = [(True, [row for row in rows if row["time"] is not None]), (False, [row for row in rows if row["time"] is None])]
    return [(dated, part) for dated, part in parts if part]


def _toll(toll: dict[str, Any], y: Any, top: float, look: Look) -> list[Any]:
    """The band from low to high, open upwards where nothing bounds it, and the line of the best figure."""
    alt = theme.altair()
    width, height = look.width, look.height
    low, best, high = toll["low"], toll["best"], toll["high"]
    layers = []
    if low is not None:
        stops = [alt.GradientStop(offset=at, color=f"rgba(127,127,127,{strength})") for at, strength in ((0, 0.2), (1, 0))]
        fading = alt.Gradient(gradient="linear", x1=0, x2=0, y1=1, y2=0, stops=stops)
        band = alt.Chart(theme.inline([{"y": low, "high": top if high is None else high, "open": toll["open"]}]))
        filled = {"color": fading} if high is None else {"color": theme.INK, "opacity": 0.13}
        layers.append(band.mark_rect(**filled).encode(x=alt.value(0), x2=alt.value(width), y=y, y2="high"))
    ends: list[dict[str, Any]] = []
    for value, words in ((best, "best"), (low, "low"), (high, "high")):
        if value is None:
            continue
        near = [end for end in ends if abs(end["y"] - value) / top * height < 13]
        if near and near[0]["y"] == value:
            near[0]["end"] += f", {words}"
        elif not near:
            ends.append({"y": value, "end": f"{value:,} {words}"})
    if best is not None:
        line = alt.Chart(theme.inline([{"y": best}])).mark_rule(color=theme.INK, strokeWidth=1.2, opacity=0.8)
        layers.append(line.encode(x=alt.value(0), x2=alt.value(width), y=y))
    names = alt.Chart(theme.inline(ends)).mark_text(align="left", dx=6, color=theme.INK, fontSize=11)
    return [*layers, names.encode(x=alt.value(width), y=y, text="end:N")]


def _marks(marks: list[dict[str, Any]], plane: Plane, y: Any, outlets: list[str]) -> list[Any]:
    alt = theme.altair()
    looks = [theme.COLOURS, theme.SHAPES]
    ranges = [
        [(theme.INK, "circle")[nr] if name == OTHERS else look[at] for at, name in enumerate(outlets)]
        for nr, look in enumerate(looks)
    ]
    colour, shape = (
        channel("colour:N", scale=alt.Scale(domain=outlets, range=values), legend=theme.legend())
        for channel, values in zip((alt.Color, alt.Shape), ranges, strict=True)
    )
    shared = {"y": y, "color": colour, "tooltip": theme.tooltip(*TOLD)}
    layers = []
    for dated, part in _split(marks):
        x = plane.x(dated, title=plane.title("published"))
        own = {"x": x, **shared}
        spread = [row for row in part if row["spread"]]
        ends = [{**row, "y": row[end]} for row in spread for end in ("low", "high")]
        layers += [
            *_stretches(part, plane, x, shared),
            *_points(ends, own, shape="stroke", size=120),
            *_points([row for row in part if row["open"] == "up"], own, shape=theme.ARROW_UP, size=46),
            *_points([row for row in part if row["open"] == "down"], own, shape=theme.ARROW_DOWN, size=46),
            *_points(
                [row for row in part if row["disputed"]], {**own, "color": alt.value(theme.DISPUTE)}, shape="circle", size=260
            ),
            *_points([row for row in part if row["hollow"]], {**own, "shape": shape}, size=80),
            *_points([row for row in part if not row["hollow"]], {**own, "shape": shape}, size=80, filled=True),
        ]
    return layers


def _points(rows: list[dict[str, Any]], channels: dict[str, Any], *, filled: bool = False, **mark: Any) -> list[Any]:
    """A layer of points; none where there are no rows."""
    points = theme.altair().Chart(theme.inline(rows)).mark_point(filled=filled, opacity=1, strokeWidth=2, **mark)
    return [points.encode(**channels)] if rows else []


def _stretches(rows: list[dict[str, Any]], plane: Plane, x: Any, shared: dict[str, Any]) -> list[Any]:
    """The day of a figure without a clock, from midnight to midnight; the range of a figure that is one."""
    alt = theme.altair()
    layers = []
    days = [row for row in rows if "day" in row]
    if days:
        day = alt.Chart(theme.inline(days)).mark_rule(strokeDash=[1, 3], strokeWidth=1.5)
        layers.append(day.encode(x=plane.x(True, "day", plane.title("published")), x2="night", **shared))
    ranges = [{**row, "y": row["low"]} for row in rows if row["spread"]]
    if ranges:
        layers.append(alt.Chart(theme.inline(ranges)).mark_rule(strokeWidth=2.5).encode(x=x, y2="high", **shared))
    return layers


def _joined(links: list[dict[str, Any]], marks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The links with the places of both ends."""
    by_claim = {row["claim"]: row for row in marks}
    rows = []
    for link in links:
        left, right = by_claim[link["left"]], by_claim[link["right"]]
        dated = left["time"] is not None and right["time"] is not None
        x, x2 = (left["x"], right["x"]) if dated else (left["px"], right["px"])
        ends = {"x": x, "x2": x2, "y": left["y"], "y2": right["y"], "time": left["time"] if dated else None}
        rows.append({**link, **ends, "px": left["px"], "py": left["py"], "px2": right["px"], "py2": right["py"]})
    return rows


def _links(rows: list[dict[str, Any]], plane: Plane, y: Any, present: list[str]) -> list[Any]:
    alt = theme.altair()
    kinds = {"legend": theme.legend(symbolType="stroke", symbolSize=300)}
    stroke = alt.Stroke("link:N", scale=alt.Scale(domain=present, range=[LINKS[kind][0] for kind in present]), **kinds)
    dash = alt.StrokeDash("link:N", scale=alt.Scale(domain=present, range=[LINKS[kind][1] for kind in present]), **kinds)
    told = theme.tooltip("link", "figures", "outlets", "why", "pairs")
    return [
        alt.Chart(theme.inline(part)).mark_rule(strokeWidth=1.8)
        .encode(x=plane.x(dated, title=plane.title("published")), x2="x2", y=y, y2="y2", stroke=stroke, strokeDash=dash, tooltip=told)
        for dated, part in _split(rows)
    ]  # fmt: skip


def _labels(labels: list[dict[str, Any]], plane: Plane) -> list[Any]:
    alt = theme.altair()
    layers = []
    for dated, rows in _split(labels):
        for align in ("left", "right", "center"):
            part = [{**row, "lx": plane.time(row["lx"]) if dated else row["lx"]} for row in rows if row["align"] == align]
            if part:
                text = alt.Chart(theme.inline(part)).mark_text(align=align, fontSize=11, color=theme.INK, fontWeight="bold")
                y = alt.Y("ly:Q", scale=None, axis=None)
                layers.append(text.encode(x=plane.x(dated, "lx", plane.title("published")), y=y, text="label:N"))
    return layers
