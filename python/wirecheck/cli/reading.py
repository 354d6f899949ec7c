"""The articles that the command line names."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from ..articles import Article, Articles, Skipped, finish
from ..display.terminal import Places
from ..files import READ, read_path

_COLUMNS = re.compile(r"columns=\{'(\w+)': '([^']*)'\}")


def read(paths: Iterable[str], columns: Mapping[str, str]) -> tuple[Articles, Places]:
    """The articles of all paths, and where each of them stands.

    Raises:
        ValueError: If there is no such file or folder, or it cannot be read; the sentence is one for the command line.
    """
    paths = list(paths)
    places = Places()
    articles: list[Article] = []
    skipped: list[Skipped] = []
    for path in paths:
        found = _found(path, columns)
        for article in found:
            name = places.add(Path(path), article, alone=len(paths) == 1)
            articles.append(replace(article, id=name))
        skipped.extend(found.skipped)
    return finish(articles, skipped), places


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
