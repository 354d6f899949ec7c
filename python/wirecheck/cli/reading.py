"""The articles that the command line names."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from ..articles import Article, Articles, Skipped, finish
from ..display.terminal import Places
from ..files import READ, read_path, refuse_twins

_COLUMNS = re.compile(r"columns=\{'(\w+)': '([^']*)'\}")


def read(paths: Iterable[str], columns: Mapping[str, str], published: str | None = None) -> tuple[Articles, Places]:
    """The articles of all paths, and where each of them stands; those that come without a day were published on the one that is given.

    Raises:
        ValueError: If there is no such file or folder, it cannot be read, or the day is none; the sentence is one for the command line.
    """
    paths = list(paths)
    day = None if published is None else day_of(published)
    places = Places()
    articles: list[Article] = []
    holders: list[tuple[str | None, str]] = []
    skipped: list[Skipped] = []
    numbered: list[str] = []
    for path in paths:
        found = _found(path, columns)
        names = places.add(Path(path), found, alone=len(paths) == 1)
        articles.extend(
            replace(article, id=name, published=article.published or day) for article, name in zip(found, names, strict=True)
        )
        holders += [(name, path) for name in names]
        numbered += [name for article, name in zip(found, names, strict=True) if article.id in found.numbered]
        skipped.extend(found.skipped)
    refuse_twins(holders)
    return Articles(finish(articles, skipped), skipped, numbered), places


def day_of(given: str) -> str:
    """The day, or the minute, that --published names.

    Raises:
        ValueError: If it is no day.
    """
    for reader in (datetime.date, datetime.datetime):
        try:
            return reader.fromisoformat(given).isoformat()
        except ValueError:
            continue
    raise ValueError(f"--published {given!r} is no day of the calendar; write it as 2026-05-14 or 2026-05-14T14:05")


def _found(path: str, columns: Mapping[str, str]) -> Articles:
    if path.startswith(("http://", "https://")):
        raise ValueError(f"{path!r} is a URL, and wirecheck fetches nothing; save the page, and give the path of its file")
    if not os.path.exists(path):
        raise ValueError(
            f"there is no file or folder {path!r}; give the path of a folder, or of a file that ends in {' '.join(READ)}"
        )
    try:
        return read_path(Path(path), dict(columns) or None)
    except ValueError as wrong:
        said = _COLUMNS.sub(r"--columns \1=\2", str(wrong))
        way = "; say which one holds it: --columns text=body" if "has no 'text'" in said and not columns else ""
        raise ValueError(said + way) from wrong
