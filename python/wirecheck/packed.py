"""How much an Office file unpacks to, asked before it is unpacked: a few kilobytes may hold gigabytes of one letter."""

from __future__ import annotations

import zipfile
from typing import IO

WORKBOOK = 512 << 20
"""Bytes of XML that a workbook may unpack to."""


def unpacked(file: IO[bytes]) -> int:
    """The bytes of all parts, by their own word: Python reads none of them further than that.

    Raises:
        zipfile.BadZipFile: If it is no zip file.
    """
    with zipfile.ZipFile(file) as parts:
        size = sum(part.file_size for part in parts.infolist())
    file.seek(0)
    return size


def refuse_bomb(file: IO[bytes]) -> None:
    """Refuses a workbook that would fill the memory.

    Raises:
        ValueError: If it unpacks to more than `WORKBOOK`.
        zipfile.BadZipFile: If it is no zip file.
    """
    if unpacked(file) > WORKBOOK:
        raise ValueError(f"it unpacks to more than {WORKBOOK >> 20} MB; part it, or save it as .csv")
