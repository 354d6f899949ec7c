"""How much an Office file unpacks to, asked before it is unpacked: a few kilobytes may hold gigabytes of one letter."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from .sizes import current, spelt
from .tables import _need


def unpacked(file: IO[bytes]) -> int:
    """The bytes of all parts, by their own word: Python reads none of them further than that.

    Raises:
        zipfile.BadZipFile: If it is no zip file.
    """
    with zipfile.ZipFile(file) as parts:
        size = sum(part.file_size for part in parts.infolist())
    file.seek(0)
    return size


@contextmanager
def workbook(path: Path, **options: Any) -> Iterator[Any]:
    """A workbook, opened by openpyxl with its options, to be read within.

    Raises:
        ImportError: If openpyxl is not installed.
        OSError: If the file cannot be read.
        ValueError: If it is no workbook, or unpacks to more than the limit of a `workbook`.
    """
    openpyxl = _need("openpyxl", "office")
    try:
        with path.open("rb") as file:
            _refuse_bomb(file)
            yield openpyxl.load_workbook(file, **options)
    except OSError:
        raise
    except Exception as wrong:  # openpyxl lets errors of zip, XML and its own pass
        raise ValueError(f"{path.name} cannot be read as an .xlsx workbook: {wrong}") from wrong


def _refuse_bomb(file: IO[bytes]) -> None:
    """Refuses a workbook that would fill the memory.

    Raises:
        ValueError: If it unpacks to more than that limit.
        zipfile.BadZipFile: If it is no zip file.
    """
    limit = current().workbook
    if unpacked(file) > limit:
        raise ValueError(f"it unpacks to more than {spelt(limit)}; part it, save it as .csv, or raise the limit of a workbook")
