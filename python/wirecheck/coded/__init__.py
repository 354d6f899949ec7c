"""Claims made elsewhere: a coder's table of casualties, meetings or quotations as claims that `check` takes."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from .. import _core
from ..articles import normalise
from ..claims import Claims
from ..kinds import TABLE_OF
from ..tables import Table, _built
from ..verbs import extract
from . import casualties, meetings, quotes
from .placing import Alone, InTexts
from .reading import Faults, Sheet, sheet_of
from .row import Fields, Made, mapped

KINDS = {"casualty": casualties, "meeting": meetings, "quote": quotes}

_WANTED = {
    "casualty": "an effect and a figure, `killed.best` or `effect` and `number`",
    "meeting": "`participants`",
    "quote": "the words, `text`",
}


def from_table(table: Any, columns: Mapping[str, str] | None, kind: str | None, articles: Any) -> Claims:
    """`Claims.from_table`, which tells the rest."""
    sheet = sheet_of(table)
    columns = dict(columns or {})
    chosen = _kind(kind, sheet, columns)
    fields = mapped(sheet, KINDS[chosen].FIELDS, columns, chosen)
    if sheet.columns and not KINDS[chosen].NEEDED & fields.keys():
        raise ValueError(
            f"{sheet.called} has no column of what a {chosen} needs ({_WANTED[chosen]}); columns= names it. "
            f"There are {', '.join(sheet.columns)}"
        )
    faults = Faults(sheet.called)
    placing = Alone(sheet.name or "coded") if articles is None else InTexts(normalise(articles))
    made: list[Made] = []
    skipped = _unread(sheet, fields)
    for number, cells in sheet.rows:
        row = Fields(number, cells, fields, faults)
        made.extend(KINDS[chosen].claims(row))
        if row.left_out:
            skipped.append({"article": sheet.name, "what": f"row {number}", "reason": row.left_out, "count": 1})
    placed = [placing.place(one, chosen) for one in made]
    faults.end()
    KINDS[chosen].name([one.claim for one in made])
    claims = [{**one.claim, **where} for one, where in zip(made, placed, strict=True)]
    return _claims(TABLE_OF[chosen], claims, placing, skipped)


def _kind(kind: str | None, sheet: Sheet, columns: Mapping[str, str]) -> str:
    """The kind that was named, or the one whose own fields the table has."""
    if kind is not None:
        if kind not in KINDS:
            raise ValueError(f"kind= is one of {', '.join(KINDS)}, and this is {kind!r}")
        return kind
    known = {*columns, *sheet.columns}
    fitting = [name for name, module in KINDS.items() if known & module.TELLING]
    if len(fitting) != 1:
        said = f"{sheet.called} may hold {' or '.join(fitting)}" if fitting else f"{sheet.called} does not say what it holds"
        raise ValueError(
            f"{said}; name it: kind='casualty', 'meeting' or 'quote'. Its columns are {', '.join(sheet.columns) or 'none'}"
        )
    return fitting[0]


def _unread(sheet: Sheet, fields: Mapping[str, str]) -> list[dict[str, Any]]:
    """Nothing is lost silently: the columns that mean nothing here."""
    left = [column for column in sheet.columns if column not in fields.values()]
    if not left:
        return []
    reason = f"no field of a claim; columns= names what is to be read: {', '.join(left)}"
    return [{"article": sheet.name, "what": "columns", "reason": reason, "count": len(left)}]


def _claims(name: str, rows: list[dict[str, Any]], placing: Alone | InTexts, skipped: list[dict[str, Any]]) -> Claims:
    given: dict[str, Any] = {name: _built(name, rows), "skipped": _built("skipped", skipped)}
    if isinstance(placing, InTexts):
        read = extract(placing.articles, kinds=["date", "name"], progress=False)
        given |= {other: getattr(read, other) for other in ("articles", "dates", "names")}
        given["skipped"] = Table(_core.Table.concat([read.skipped, _core.table("skipped", given["skipped"])]))
    else:
        given["articles"] = _built("articles", [_article(**told) for told in placing.articles()])
    return Claims(**given)


def _article(article: str, outlet: str | None, published: str | None, text: str) -> dict[str, Any]:
    precision = None if published is None else "minute" if len(published) > len("2026-05-06") else "day"
    return {
        "article": article,
        "outlet": outlet,
        "published": published,
        "published_precision": precision,
        "role": "coded",
        "text": text,
        "anchor_date": None if published is None else datetime.date.fromisoformat(published[:10]),
        "anchor_quality": "none" if published is None else "published",
    }
