"""Articles from folders and files."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from ..articles import Article, Articles, Skipped, finish, normalise
from ..progress import reading
from ..tables import _need

TEXT = (".txt", ".md")
PAGE = (".html", ".htm")
READ = (*TEXT, *PAGE, ".docx", ".json", ".jsonl", ".csv", ".parquet")


def read_path(path: Path, columns: Mapping[str, str] | None) -> Articles:
    """The articles of a file, or of every file below a folder."""
    if path.is_dir():
        return _folder(path, columns)
    if not path.exists():
        raise ValueError(f"there is no file or folder {str(path)!r}; a text goes to wirecheck.extract(text)")
    return finish(_file(path, path.name, columns))


def article_files(folder: Path) -> list[Path]:
    """The files below a folder that are read, in their order; none that is hidden."""
    return [
        p
        for p in sorted(folder.rglob("*"))
        if p.suffix.lower() in READ and p.is_file() and not any(part.startswith(".") for part in p.relative_to(folder).parts)
    ]


def refuse_twins(articles: Iterable[tuple[str | None, str]]) -> None:
    """Refuses an id that articles of two files have, each given as its id and its file."""
    first: dict[str, str] = {}
    for name, file in articles:
        if name is not None and first.setdefault(name, file) != file:
            raise ValueError(
                f"an article of {first[name]} and one of {file} have the same id {name!r}; ids must be unique, and each file be named once"
            )


def _folder(folder: Path, columns: Mapping[str, str] | None) -> Articles:
    articles: list[Article] = []
    holders: list[str] = []
    skipped: list[Skipped] = []
    paths = article_files(folder)
    with reading(None, len(paths), "files") as tell:
        for number, path in enumerate(paths, 1):
            name = path.relative_to(folder).as_posix()
            try:
                articles.extend(_file(path, name, columns))
                holders += [name] * (len(articles) - len(holders))
            except ValueError as wrong:
                skipped.append({"article": name, "what": "file", "reason": str(wrong), "count": 1})
            tell(number)
    if not articles and not skipped:
        raise ValueError(f"the folder {str(folder)!r} holds no articles; files end in {' '.join(READ)}")
    refuse_twins((article.id, name) for article, name in zip(articles, holders, strict=True))
    found = finish(articles, skipped)
    found.files = {str(article.id): name for article, name in zip(found, holders, strict=True)}
    return found


def _file(path: Path, name: str, columns: Mapping[str, str] | None) -> list[Article]:
    """The articles of a file; any fault is a ValueError that names it."""
    suffix = path.suffix.lower()
    if suffix not in READ:
        raise ValueError(f"{path}: files end in {' '.join(READ)}; rename it to .txt if it is text")
    if suffix in TEXT:
        return [Article(_decoded(path), name)]
    if suffix in PAGE or suffix == ".docx":
        return [_rendered(path, name)]
    if suffix == ".parquet":
        return list(_named(path, _need("pyarrow.parquet", "notebook").read_table(path), columns))
    records = {".json": _json, ".jsonl": _jsonl, ".csv": _csv}[suffix](path)
    return list(_named(path, records, columns))


def _named(path: Path, rows: Any, columns: Mapping[str, str] | None) -> Iterator[Article]:
    try:
        yield from normalise(rows, columns)
    except ValueError as wrong:
        raise ValueError(f"{path}: {wrong}") from wrong


def _rendered(path: Path, name: str) -> Article:
    """The article of a page or of a document."""
    from .documents import document
    from .webpages import page

    try:
        return (page if path.suffix.lower() in PAGE else document)(path.read_bytes(), name)
    except OSError as wrong:
        raise ValueError(f"{path}: {wrong.strerror or wrong}") from wrong
    except ValueError as wrong:
        raise ValueError(f"{path}: {wrong}") from wrong


def _decoded(path: Path) -> str:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return file.read()
    except UnicodeDecodeError as wrong:
        raise ValueError(
            f"{path}: byte {wrong.start} is no UTF-8; save the file as UTF-8, or decode it yourself and pass the text"
        ) from wrong
    except OSError as wrong:
        raise ValueError(f"{path}: {wrong.strerror or wrong}") from wrong


def _json(path: Path) -> list[Any]:
    try:
        found = json.loads(_decoded(path))
    except json.JSONDecodeError as wrong:
        raise ValueError(f"{path}:{wrong.lineno}: this is no JSON ({wrong.msg}); one article a line goes into .jsonl") from wrong
    if isinstance(found, dict):
        inner = found.get("articles", found)
        found = inner if isinstance(inner, list) else [found]
    if not isinstance(found, list):
        raise ValueError(f"{path}: a list of articles is needed, and this is a {type(found).__name__}")
    return found


def _jsonl(path: Path) -> list[Any]:
    rows = []
    for number, line in enumerate(_decoded(path).split("\n"), 1):
        if not line.strip():
            continue
        try:
            rows.append(json.loads(line))
        except json.JSONDecodeError as wrong:
            raise ValueError(f"{path}:{number}: this line is no JSON ({wrong.msg} at column {wrong.colno})") from wrong
    return rows


def _csv(path: Path) -> list[dict[str, Any]]:
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    reader = csv.DictReader(_decoded(path).splitlines(keepends=True), strict=True)
    try:
        rows = [{key: value or None for key, value in row.items() if key is not None} for row in reader]
    except csv.Error as wrong:
        raise ValueError(f"{path}:{reader.line_num}: this line is no CSV ({wrong})") from wrong
    return rows
