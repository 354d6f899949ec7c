"""Files that stand there whole or not at all, whatever stops the writer: a full disk, an interrupt, a kill."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from os import PathLike
from pathlib import Path


@contextmanager
def whole(path: str | PathLike[str]) -> Iterator[Path]:
    """Gives a path beside `path` to write to. It takes the place of `path` at the end, and is removed where anything was raised.

    A device or a pipe is written to as it is, and a link keeps pointing where it points. The part that a killed process leaves behind
    is hidden, so that no folder of articles is read with it.

    Raises:
        OSError: If it cannot be written; what stood at `path` stands there still.
    """
    target = Path(os.path.realpath(path))
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, "this is a folder, and a file is to be written", str(path))
    if target.exists() and not target.is_file():
        yield target
        return
    beside = target.with_name(f".wirecheck-{secrets.token_hex(8)}.part")
    try:
        yield beside
        if target.exists():
            shutil.copymode(target, beside)
        flush(beside)
        os.replace(beside, target)
    except OSError as wrong:
        if wrong.errno is None or (wrong.filename is not None and str(wrong.filename) != str(beside)):
            raise
        raise OSError(wrong.errno, wrong.strerror, str(path)) from wrong
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def write_whole(path: str | PathLike[str], text: str) -> None:
    """Writes a text as UTF-8, its line ends as they are.

    Raises:
        OSError: If it cannot be written; what stood at `path` stands there still.
    """
    with whole(path) as beside:
        beside.write_text(text, encoding="utf-8", newline="\n")


def flush(path: Path) -> None:
    """To the disk, before the name is given away: else a crash of the machine leaves an empty file under it."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
