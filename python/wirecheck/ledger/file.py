"""The file of a ledger: it is opened for each piece of work and closed behind it, so that others may query it in between."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..tables import _need
from .schema import create, is_current, upgrade

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection as Connection

_PAUSE = 0.05
"""Seconds between two looks whether another process has let go of the file."""

_HOLDER = re.compile(r"lock is held in (?P<program>.+?)(?: by user .+?)? \(PID (?P<pid>\d+)\)")


class LedgerFile:
    """A DuckDB file that holds a ledger."""

    def __init__(self, path: Path, wait: float) -> None:
        """Makes the file if there is none; `wait` is how many seconds to wait for another process that holds it."""
        self.path = path
        self._wait = wait
        self._duckdb: Any = _need("duckdb", "duckdb")
        if not path.exists():
            self._make()
        with self.read():
            pass

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that reads."""
        with self._told("read"):
            connection = self._connect(read_only=True)
            try:
                if is_current(connection, self.path):
                    yield connection
                    return
            finally:
                connection.close()
            with self._writable() as connection:
                yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A connection that writes; what is written together stands in a `transaction`."""
        with self._told("written"), self._writable() as connection:
            yield connection

    @contextmanager
    def _writable(self) -> Iterator[Connection]:
        connection = self._connect(read_only=False)
        try:
            if not is_current(connection, self.path):
                with transaction(connection):
                    upgrade(connection)
            yield connection
        finally:
            connection.close()

    def _make(self) -> None:
        """Makes the file beside its place and puts it there as a whole: whoever is killed here leaves no half of one."""
        folder = self.path.resolve().parent
        if not folder.is_dir():
            raise FileNotFoundError(f"there is no folder {str(folder)!r} for the ledger {self.path.name!r}; make it first")
        with self._told("written"):
            try:
                made = Path(tempfile.mkdtemp(prefix=".ledger-", dir=folder))
            except OSError as wrong:
                raise self._read_only() from wrong
            try:
                with self._duckdb.connect(str(made / "ledger")) as connection, transaction(connection):
                    create(connection)
                _place(made / "ledger", self.path)
            finally:
                shutil.rmtree(made, ignore_errors=True)

    def _connect(self, read_only: bool) -> Connection:
        """A connection, as soon as nobody else holds the file."""
        until = time.monotonic() + self._wait
        while True:
            try:
                return self._open(read_only)
            except (self._duckdb.IOException, self._duckdb.ConnectionException) as wrong:
                if not _is_held(wrong):
                    raise
                if time.monotonic() >= until:
                    raise OSError(self._held(wrong)) from wrong
            time.sleep(_PAUSE)

    def _open(self, read_only: bool) -> Connection:
        if not read_only and not os.access(self.path, os.W_OK):
            raise self._read_only()
        try:
            connection: Connection = self._duckdb.connect(str(self.path), read_only=read_only)
        except self._duckdb.ConnectionException:
            if not read_only:
                raise
            # A connection of the caller's own, in this process, writes: one more may stand beside it.
            connection = self._duckdb.connect(str(self.path))
        return connection

    @contextmanager
    def _told(self, done: str) -> Iterator[None]:
        """DuckDB's errors as sentences."""
        try:
            yield
        except self._duckdb.Error as wrong:
            raise self._sentence(wrong, done) from wrong
        except RuntimeError as wrong:
            if "Query interrupted" not in str(wrong):
                raise
            raise KeyboardInterrupt from wrong  # so DuckDB tells of Ctrl-C

    def _sentence(self, wrong: Exception, done: str) -> Exception:
        first = str(wrong).strip().splitlines()[0]
        if "not a valid DuckDB database" in first:
            return ValueError(f"{str(self.path)!r} is no DuckDB file, so no ledger; give another path, or move that file away")
        if "newer version" in first or "storage version" in first:
            return ValueError(f"{str(self.path)!r} was written by a newer DuckDB: pip install --upgrade duckdb ({first})")
        if "ermission denied" in first or "read-only" in first.lower():
            return self._read_only()
        if "No space left" in first or "File too large" in first or "out of disk space" in first.lower():
            return OSError(
                f"the ledger {str(self.path)!r} could not be written, since the disk is full ({first}); what was kept before is "
                "whole. Make room and add the articles again: those that are kept are not read again"
            )
        return OSError(f"the ledger {str(self.path)!r} could not be {done}: {first}")

    def _read_only(self) -> PermissionError:
        return PermissionError(
            f"the ledger {str(self.path)!r} cannot be written here: the file or its folder is read-only; copy it to a folder of yours"
        )

    def _held(self, wrong: Exception) -> str:
        holder = _HOLDER.search(str(wrong))
        if holder:
            who = f"process {holder['pid']} ({holder['program']}) holds it"
        elif "different configuration" in str(wrong):
            who = "a connection of this process holds it; close that one"
        else:
            who = "another process holds it"
        return (
            f"the ledger {str(self.path)!r} cannot be opened: {who}. Waited {self._wait:g} s; Ledger(..., wait=60) waits longer"
        )


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """All of it is kept, or nothing."""
    connection.execute("BEGIN")
    try:
        yield
    except BaseException:
        # A database that could not write has ended the transaction itself.
        try:
            connection.execute("ROLLBACK")
        except Exception as wrong:
            if type(wrong).__module__.partition(".")[0] not in ("duckdb", "_duckdb"):
                raise
        raise
    connection.execute("COMMIT")


def _place(made: Path, path: Path) -> None:
    """Moves a file to where nobody else has put one in the meantime."""
    try:
        os.link(made, path)
    except FileExistsError:
        return
    except OSError:  # a file system without links
        if not path.exists():
            os.replace(made, path)


def _is_held(wrong: Exception) -> bool:
    said = str(wrong)
    return any(words in said for words in ("Could not set lock", "different configuration", "being used by another process"))
