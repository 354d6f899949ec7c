"""Files of many articles, row by row: JSON, JSON lines, CSV, Parquet."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..tables import _need

_LINE = "\n"
_ANY_LINE = ""

_PIECE = 1 << 20
"""Bytes that are looked at in one go for the one that is no UTF-8."""


class FileError(ValueError):
    """A fault of a file, told with its path and, where there is one, its line."""


def text_of(path: Path) -> str:
    """The whole text of a file, its line ends as they stand.

    Raises:
        FileError: If it cannot be read, or is no UTF-8.
    """
    return "".join(_lines(path, _LINE))


def json_rows(path: Path) -> Iterator[Any]:
    """The articles of a .json file, which is read whole."""
    try:
        found = json.loads(text_of(path))
    except json.JSONDecodeError as wrong:
        raise FileError(f"{path}:{wrong.lineno}: this is no JSON ({wrong.msg}); one article a line goes into .jsonl") from wrong
    except FileError:
        raise
    except (ValueError, RecursionError) as wrong:  # a number of thousands of digits, brackets that lie too deep in each other
        raise FileError(f"{path}: this is no JSON of articles ({wrong})") from wrong
    if isinstance(found, dict):
        inner = found.get("articles", found)
        found = inner if isinstance(inner, list) else [found]
    if not isinstance(found, list):
        raise FileError(f"{path}: a list of articles is needed, and this is a {type(found).__name__}")
    return iter(found)


def jsonl_rows(path: Path) -> Iterator[Any]:
    """The articles of a .jsonl file, line by line."""
    for number, line in enumerate(_lines(path, _LINE), 1):
        if not line.strip():
            continue
        try:
            yield json.loads(line)
        except json.JSONDecodeError as wrong:
            raise FileError(f"{path}:{number}: this line is no JSON ({wrong.msg} at column {wrong.colno})") from wrong
        except (ValueError, RecursionError) as wrong:  # a number of thousands of digits, brackets that lie too deep in each other
            raise FileError(f"{path}:{number}: this line is no JSON of an article ({wrong})") from wrong


def csv_rows(path: Path) -> Iterator[dict[str, Any]]:
    """The articles of a .csv file, row by row."""
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    reader = csv.DictReader(_lines(path, _ANY_LINE), strict=True)
    try:
        for row in reader:
            yield {key: value or None for key, value in row.items() if key is not None}
    except csv.Error as wrong:
        raise FileError(f"{path}:{reader.line_num}: this line is no CSV ({wrong})") from wrong


def parquet_file(path: Path) -> Any:
    """A .parquet file, opened so that of a row group only what is asked for is in memory.

    Raises:
        FileError: If it cannot be read.
    """
    arrow = _need("pyarrow", "notebook")
    try:
        return _need("pyarrow.parquet", "notebook").ParquetFile(path, pre_buffer=False, buffer_size=_PIECE)
    except (OSError, arrow.ArrowException) as wrong:
        raise FileError(f"{path}: this is no Parquet that can be read ({wrong})") from wrong


def _lines(path: Path, newline: str) -> Iterator[str]:
    try:
        with path.open(encoding="utf-8-sig", newline=newline) as file:
            yield from file
    except UnicodeDecodeError as wrong:
        raise FileError(
            f"{path}: byte {_first_wrong_byte(path)} is no UTF-8; save the file as UTF-8, or decode it yourself and pass the text"
        ) from wrong
    except OSError as wrong:
        raise FileError(f"{path}: {wrong.strerror or wrong}") from wrong


def _first_wrong_byte(path: Path) -> int:
    """The place of the byte that is no UTF-8: a decoder that reads piece by piece tells its place in the piece alone."""
    before, rest = 0, b""
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            rest += piece
            try:
                rest.decode()
            except UnicodeDecodeError as wrong:
                if wrong.end < len(rest) or len(rest) - wrong.start > 3:
                    return before + wrong.start
                before, rest = before + wrong.start, rest[wrong.start :]
            else:
                before, rest = before + len(rest), b""
    return before
