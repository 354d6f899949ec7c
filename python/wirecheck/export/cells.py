"""Cells of files that a spreadsheet opens: a text stays a text, whatever it begins with, and comes back as it went."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

#: What a spreadsheet takes for the beginning of a formula.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_GUARDED = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")

#: Characters of a cell; Excel refuses more than 32,767.
CELL = 32_000


def guarded(text: str) -> str:
    """A text for CSV: an apostrophe goes before what a spreadsheet would take for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """The text that `guarded` had."""
    return text[1:] if _GUARDED.match(text) else text


def joined(items: Iterable[Any]) -> str:
    r"""A list as one cell, `a; b`; a semicolon inside an item is `\;`, and an empty item `\e`."""
    return "; ".join(str(item).replace("\\", "\\\\").replace(";", "\\;") or "\\e" for item in items)


def parted(cell: str) -> list[str]:
    """The list that `joined` had; of what people write, `a;b` is two as well."""
    if not cell:
        return []
    items, escaped = [""], False
    for letter in cell:
        if escaped:
            items[-1] += "" if letter == "e" else letter
            escaped = False
        elif letter == "\\":
            escaped = True
        elif letter == ";":
            items.append("")
        else:
            items[-1] += letter
    return [items[0], *(found.removeprefix(" ") for found in items[1:])]


def put(cell: Any, value: Any) -> None:
    """Writes a value into a cell of a workbook; a text stays a text, whatever it begins with and whoever edits it."""
    if not isinstance(value, str):
        cell.value = value
        return
    said = _CONTROL.sub("\ufffd", value.replace("\r", ""))
    cell.value = said if len(said) <= CELL else said[:CELL] + "…"
    cell.data_type = "s"
    if _FORMULA.match(said):
        cell.number_format = "@"
        cell.quotePrefix = True
