"""JSON Lines: a row a line, with the name of its table first."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from os import PathLike
from typing import Any

from ..tables import Table
from ..whole import whole


def write_lines(tables: Mapping[str, Table], path: str | PathLike[str]) -> None:
    """All tables as one file."""
    with whole(path) as beside, beside.open("w", encoding="utf-8", newline="\n") as file:
        for name, table in tables.items():
            file.writelines(f"{as_json({'table': name, **row})}\n" for row in table)


def as_json(value: Any) -> str:
    """JSON in one line; days are ISO texts, and nothing in it ends the script of a page that it is put into."""
    return json.dumps(value, ensure_ascii=False, default=_plain).replace("<", "\\u003c")


def _plain(value: Any) -> str:
    return value.isoformat() if isinstance(value, datetime.date) else str(value)
