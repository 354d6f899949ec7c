"""Who copies whom: articles in columns by time, what hangs together in rows, a line for each reason why two are one source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ..kinds import COMPARED_TABLES
from ..moments import Moment, zone_of
from ..wording import counted
from . import theme
from .book import Book

if TYPE_CHECKING:
    import altair

    from ..report import Report

Place = dict[str, Any]

ARTICLES = 60
COLUMNS = 6
INDENTS = 6
BESIDE = 4
WIDE, ROW = 140, 26

#: Why two articles are one source, with colour and dash.
COPY, VERSION, OTHER = "near copy", "version of one page", "another reason"
REASONS = {
    COPY: (theme.CONFLICT, [1, 0]),
    "one wire credit": (theme.BLUE, [8, 3]),
    "one attributed source": (theme.GREEN, [2, 3]),
    "one owner": (theme.PINK, [8, 3, 2, 3]),
    VERSION: (theme.OLIVE, [4, 4]),
    OTHER: (theme.INK, [1, 2]),
}
#: What an article is to the others, with colour and shape.
FIRST, REPEATS, ALONE = "first of its chain", "repeats another", "on its own"
ROLES = {FIRST: (theme.BLUE, "circle"), REPEATS: (theme.INK, "square"), ALONE: (theme.SKY, "diamond")}
TOLD = ("article", "outlet", "published", "role", "because_of")


def sources_map(report: Report, *, fact: str | Iterable[str] | None = None) -> altair.LayerChart | altair.Chart:
    """See `Report.sources_map`."""
    book = Book(report)
    articles, claims = _asked(report, fact)
    if not articles:
        return theme.telling("Nothing to draw: this report has no articles.")
    ordered = sorted(articles, key=lambda name: (book.moment(name).at or datetime.max, name))
    links = _links(_told(report, claims), {name: nr for nr, name in enumerate(ordered)})
    chains = _chains(ordered, links)
    shown, left_out = _shown(chains)
    placed, heads = _placed(book, shown)
    nodes = [_node(book, name, place, links) for name, place in placed.items()]
    edges = _elbows(placed, links)
    zone = zone_of(map(book.moment, placed))
    alone = sum(len(chain) == 1 for chain in chains)
    said = (
        f"{counted(len(articles), 'article')}: {counted(len(chains) - alone, 'chain')} of repetition, {alone:,} on their own.",
        f"A line: one repeats the other, or both go back to one source. From left to right by time{zone and f', {zone}'}.",
        f"{counted(left_out, 'article')} not drawn." if left_out else None,
    )
    return _drawn(nodes, edges, heads, said)


def _asked(report: Report, fact: str | Iterable[str] | None) -> tuple[list[str], set[str] | None]:
    """The articles, and the claims whose chains count; None for all."""
    if fact is None:
        return report.sources["article"], None
    names = [fact] if isinstance(fact, str) else list(fact)
    facts = {row["fact"]: row for row in report.facts}
    for name in names:
        if name not in facts:
            raise ValueError(f"there is no fact {name!r}; report.facts lists them")
    articles = dict.fromkeys(article for name in names for article in facts[name]["articles"])
    return list(articles), {claim for name in names for claim in facts[name]["claims"]}


def _told(report: Report, claims: set[str] | None) -> Iterator[tuple[str, str, str, str | None]]:
    """Pairs of articles that are one source: the one that repeats, the other, why, and the claim that hangs on it.

    Of a copy that shares none of the claims asked for nothing is told.
    """
    for source in report.sources if claims is None else ():
        if source["copy_of"] is not None:
            yield source["article"], source["copy_of"], COPY, None
    home: dict[str, str] = {}
    for table in COMPARED_TABLES:
        rows = report._claims[table]
        home.update(zip(rows["id"], rows["article"], strict=True))
    for row in report.chains:
        if row["evidence_article"] is not None and row["claim"] in home and (claims is None or row["claim"] in claims):
            yield home[row["claim"]], row["evidence_article"], row["reason"], row["claim"]
    between = report.relations["between"]
    for nr in (nr for nr, word in enumerate(between) if word == "versions"):
        row = report.relations[nr]
        if claims is None or {row["left"], row["right"]} <= claims:
            yield row["right_article"], row["left_article"], VERSION, row["right"]


def _links(told: Iterable[tuple[str, str, str, str | None]], order: Mapping[str, int]) -> list[dict[str, Any]]:
    """A link for each pair of articles and reason, from the earlier to the later, with the number of claims that hang on it."""
    found: dict[tuple[str, str, str], dict[str, Any]] = {}
    hanging: dict[tuple[str, str, str], set[str]] = {}
    for one, other, why, claim in told:
        if one == other or one not in order or other not in order:
            continue
        early, late = sorted((one, other), key=order.__getitem__)
        reason = next((known for known in REASONS if why.startswith(known)), OTHER)
        found.setdefault((early, late, reason), {"early": early, "late": late, "reason": reason, "why": theme.clean(why, 100)})
        hanging.setdefault((early, late, reason), set()).update([] if claim is None else [claim])
    return [{**link, "claims": len(hanging[key])} for key, link in found.items()]


def _chains(ordered: list[str], links: Iterable[dict[str, Any]]) -> list[list[str]]:
    """Articles that hang together, the largest group first; those on their own come last, each by itself."""
    root = {name: name for name in ordered}

    def top(name: str) -> str:
        while root[name] != name:
            root[name] = root[root[name]]
            name = root[name]
        return name

    for link in links:
        root[top(link["late"])] = top(link["early"])
    groups: dict[str, list[str]] = {}
    for name in ordered:
        groups.setdefault(top(name), []).append(name)
    return sorted(groups.values(), key=lambda group: -len(group))


def _shown(chains: list[list[str]]) -> tuple[list[list[str]], int]:
    shown, count, left_out = [], 0, 0
    for chain in chains:
        part = chain[: max(ARTICLES - count, 0)]
        count, left_out = count + len(part), left_out + len(chain) - len(part)
        if part:
            shown.append(part)
    return shown, left_out


def _placed(book: Book, chains: list[list[str]]) -> tuple[dict[str, Place], list[Place]]:
    """Columns by time, rows by chain; those on their own share the rows at the foot."""
    names = [name for chain in chains for name in chain]
    column, heads = _columns(book, names)
    blocks = [chain for chain in chains if len(chain) > 1]
    alone = [chain[0] for chain in chains if len(chain) == 1]
    placed: dict[str, Place] = {}
    top = 0.0
    for block in blocks:
        seen: dict[int, int] = {}
        for nr, name in enumerate(block):
            indent = min(seen.get(column[name], 0), INDENTS) * 14
            seen[column[name]] = seen.get(column[name], 0) + 1
            where = {"px": column[name] * WIDE + 10 + indent, "py": top + (nr + 0.5) * ROW}
            placed[name] = {**where, "role": REPEATS if nr else FIRST}
        top += (len(block) + 0.5) * ROW
    filled: dict[int, int] = {}
    for name in alone:
        level = filled.get(column[name], 0)
        filled[column[name]] = level + 1
        placed[name] = {"px": column[name] * WIDE + 10, "py": top + (level + 0.5) * ROW, "role": ALONE}
    top += max(filled.values(), default=0) * ROW
    return placed, [{**head, "height": top} for head in heads]


def _columns(book: Book, names: list[str]) -> tuple[dict[str, int], list[Place]]:
    """The column of each article: a minute, a day or several days, as fine as there is room for; the last is for no date."""
    moments = {name: book.moment(name) for name in names}
    dated = [moment for moment in moments.values() if moment.at is not None]
    minutes, days = (sorted({_key(moment, fine) for moment in dated}) for fine in (True, False))
    fine = len(minutes) <= COLUMNS
    keys = minutes if fine else days
    share = -(-len(keys) // COLUMNS) or 1
    groups = [keys[nr : nr + share] for nr in range(0, len(keys), share)]
    heads = [_head(group[0], group[-1]) for group in groups]
    by_key = {key: nr for nr, group in enumerate(groups) for key in group}
    column = {name: len(groups) if moment.at is None else by_key[_key(moment, fine)] for name, moment in moments.items()}
    if len(groups) in column.values():
        heads.append(("no date", ""))
    return column, [{"px": nr * WIDE + 4, "head": head, "below": below} for nr, (head, below) in enumerate(heads)]


def _head(first: str, last: str) -> tuple[str, str]:
    """What stands over a column, in two lines: a day, and below it the time of day or the last of several days."""
    if first != last:
        return first, f"to {last}"
    day, _, time = first.partition(" ")
    return day, time


def _key(moment: Moment, fine: bool) -> str:
    assert moment.at is not None
    if not (fine and moment.clock):
        return f"{moment.at:%Y-%m-%d}"
    return f"{moment.at:%Y-%m-%d %H:%M}{' UTC' if moment.zoned else ''}"


def _node(book: Book, name: str, place: Place, links: list[dict[str, Any]]) -> Place:
    why = dict.fromkeys(link["why"] for link in links if name in (link["early"], link["late"]))
    told = {"article": theme.clean(name, 60), "outlet": book.outlet(name), "published": book.moment(name).told}
    return {**told, **place, "because_of": theme.listed(why, 4) or "nothing shared", "label": theme.clean(book.outlet(name), 18)}


def _elbows(placed: Mapping[str, Place], links: Iterable[dict[str, Any]]) -> list[Place]:
    """Each link as two lines: down from the earlier article, then right to the later one; those that meet there lie side by side."""
    out = []
    seen: dict[str, int] = {}
    for link in links:
        if link["early"] not in placed or link["late"] not in placed:
            continue
        early, late = placed[link["early"]], placed[link["late"]]
        nr = min(seen.get(link["late"], 0), BESIDE)
        seen[link["late"]] = nr + 1
        aside = 4 * ((nr + 1) // 2) * (1 if nr % 2 else -1)
        x, y = early["px"] + aside, late["py"] + aside
        out.append({**link, "px": x, "px2": x, "py": early["py"], "py2": y})
        out.append({**link, "px": x, "px2": late["px"], "py": y, "py2": y})
    return out


def _drawn(nodes: list[Place], edges: list[Place], heads: list[Place], said: Iterable[str | None]) -> altair.LayerChart:
    alt = theme.altair()
    width, height = len(heads) * WIDE, heads[0]["height"]
    x = alt.X("px:Q", scale=alt.Scale(domain=[0, width], nice=False, zero=False), axis=None)
    y = alt.Y("py:Q", scale=alt.Scale(domain=[height, 0], nice=False, zero=False), axis=None)
    columns = alt.Chart(theme.inline(heads)).mark_text(align="left", color=theme.INK, fontSize=theme.FONT, fontWeight="bold")
    rules = alt.Chart(theme.inline(heads)).mark_rule(color=theme.INK, opacity=0.3, strokeWidth=0.7)
    lines = [columns.encode(x=x, y=alt.value(y), text=f"{line}:N") for line, y in (("head", -22), ("below", -8))]
    layers = [*lines, rules.encode(x=x, y=alt.value(0), y2=alt.value(height))]
    if edges:
        stroke, dash = (_scaled(channel, "reason", REASONS, nr, edges) for nr, channel in enumerate((alt.Stroke, alt.StrokeDash)))
        joins = alt.Chart(theme.inline(edges)).mark_rule(strokeWidth=1.8)
        told = theme.tooltip("reason", "why", "claims")
        layers.append(joins.encode(x=x, y=y, x2="px2", y2="py2", stroke=stroke, strokeDash=dash, tooltip=told))
    colour, shape = (_scaled(channel, "role", ROLES, nr, nodes) for nr, channel in enumerate((alt.Color, alt.Shape)))
    points = alt.Chart(theme.inline(nodes)).mark_point(size=110, filled=True, opacity=1)
    names = alt.Chart(theme.inline(nodes)).mark_text(align="left", dx=11, color=theme.INK, fontSize=11)
    layers.append(points.encode(x=x, y=y, color=colour, shape=shape, tooltip=theme.tooltip(*TOLD)))
    layers.append(names.encode(x=x, y=y, text="label:N", tooltip=theme.tooltip(*TOLD)))
    head = theme.title("Who repeats whom", said)
    chart: altair.LayerChart = theme.finished(
        alt.layer(*layers).properties(width=width, height=height, title=head, view=theme.frameless())
    )
    return chart


def _scaled(channel: Any, field: str, known: Mapping[str, Any], nr: int, rows: Iterable[Place]) -> Any:
    there = {row[field] for row in rows}
    present = [name for name in known if name in there]
    scale = theme.altair().Scale(domain=present, range=[known[name][nr] for name in present])
    return channel(f"{field}:N", scale=scale, legend=theme.legend(symbolSize=160))
