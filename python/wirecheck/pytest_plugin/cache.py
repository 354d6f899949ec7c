"""Claims that an earlier run read, or another worker of this one, kept in pytest's cache folder by the content of their articles."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from .. import __version__
from ..claims import CLAIMS, Claims
from ..sink.parts import build

WORTH = 3_000_000
"""Characters of text from which on the files are much faster than reading anew, the import of pyarrow included."""

_KEPT = 8
"""Collections that are kept, those last written."""


class Cache:
    """A folder of Arrow files; without pyarrow, or with pytest's cache turned off, everything is read anew."""

    def __init__(self, config: pytest.Config) -> None:
        """Finds the folder."""
        self._config = config

    def claims(self, content: str, size: int, read: Callable[[], Claims]) -> Claims:
        """The claims of articles with this content, from the folder or else from `read`."""
        folder = self._folder() if size >= WORTH else None
        if folder is None:
            return read()
        kept = folder / hashlib.sha256(f"{content} {__version__} {build()}".encode()).hexdigest()
        if (claims := _load(kept)) is None:
            claims = read()
            with suppress(OSError):  # a full disk, or a worker that took a folder away: the claims are there all the same
                _store(claims, kept)
        return claims

    def _folder(self) -> Path | None:
        cache = getattr(self._config, "cache", None)
        if cache is None or _arrow() is None:
            return None
        folder: Path = cache.mkdir("wirecheck")
        return folder


def _arrow() -> Any:
    try:
        return import_module("pyarrow")
    except ImportError:
        return None


def _load(kept: Path) -> Claims | None:
    """The claims of a folder; None where it is not there, or not whole."""
    arrow = _arrow()
    try:
        tables = {name: arrow.ipc.open_file(kept / f"{name}.arrow").read_all() for name in CLAIMS}
        return Claims(**tables)
    except (OSError, ValueError, KeyError):  # pyarrow's own errors are of these kinds
        return None


def _store(claims: Claims, kept: Path) -> None:
    """Writes the claims beside their place and moves them there as a whole: another worker may do the same."""
    arrow = _arrow()
    made = Path(tempfile.mkdtemp(dir=kept.parent))
    for name in CLAIMS:
        table = arrow.table(getattr(claims, name))
        with arrow.ipc.new_file(made / f"{name}.arrow", table.schema) as file:
            file.write_table(table)
    shutil.rmtree(kept, ignore_errors=True)
    try:
        os.rename(made, kept)
    except OSError:
        shutil.rmtree(made, ignore_errors=True)
    folders = sorted(kept.parent.iterdir(), key=lambda folder: folder.stat().st_mtime_ns)
    for old in folders[:-_KEPT]:
        shutil.rmtree(old, ignore_errors=True)
