"""The file of a ledger: who holds it, where it cannot be written, and what is in it that is not ours."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

wc = pytest.importorskip("wirecheck")
duckdb = pytest.importorskip("duckdb")

HOLD = "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('held', flush=True); sys.stdin.readline()"
TEXT = {"id": "a", "text": "Nine people were injured when a bus overturned near Ibb, Yemen, on Tuesday."}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger of one article."""
    wc.Ledger(tmp_path / "desk.duckdb").add([TEXT])
    return tmp_path / "desk.duckdb"


@pytest.fixture
def holder(path: Path) -> Any:
    """Another process that works on the ledger, until its stdin is closed."""
    held = subprocess.Popen([sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert held.stdout
    assert held.stdin
    assert held.stdout.readline() == "held\n"
    yield held
    held.stdin.close()
    held.wait()
    held.stdout.close()


def test_a_ledger_that_is_held_names_who_holds_it(path: Path, holder: Any) -> None:
    with pytest.raises(OSError, match=rf"process {holder.pid} \(.*\) holds it. Waited 0 s"):
        wc.Ledger(path, wait=0)


def test_one_waits_for_the_other(path: Path, holder: Any) -> None:
    waiting = subprocess.Popen(
        [sys.executable, "-c", f"import wirecheck as wc; print(len(wc.Ledger({str(path)!r}, wait=120)))"],
        stdout=subprocess.PIPE,
        text=True,
    )
    holder.stdin.close()
    told, _ = waiting.communicate()
    assert told == "1\n"


def test_between_two_questions_others_may_write(path: Path) -> None:
    ledger = wc.Ledger(path)
    wc.Ledger(path).add([{**TEXT, "id": "b"}])
    with duckdb.connect(str(path)) as other:
        other.execute("CREATE TABLE ours AS SELECT article FROM articles")
        assert len(ledger) == 2, "a connection of this process may stand beside it"
    assert len(ledger.claims.articles) == 2


def test_a_connection_of_ones_own_that_only_reads_is_named(path: Path) -> None:
    ledger = wc.Ledger(path, wait=0)
    with duckdb.connect(str(path), read_only=True), pytest.raises(OSError, match="a connection of this process holds it"):
        ledger.add([{**TEXT, "id": "b"}])
    assert ledger.add([{**TEXT, "id": "b"}]).new == ("b",)


def test_another_file_is_no_ledger(tmp_path: Path) -> None:
    text, other = tmp_path / "notes.txt", tmp_path / "other.duckdb"
    text.write_text("Nine people were injured. " * 1000, encoding="utf-8")
    duckdb.connect(str(other)).execute("CREATE TABLE ledger (x INTEGER)").close()
    with pytest.raises(ValueError, match="is no DuckDB file"):
        wc.Ledger(text)
    with pytest.raises(ValueError, match="no ledger of wirecheck"):
        wc.Ledger(other)
    with pytest.raises(FileNotFoundError, match="there is no folder"):
        wc.Ledger(tmp_path / "none" / "desk.duckdb")


def test_a_newer_schema_is_a_sentence(path: Path) -> None:
    duckdb.connect(str(path)).execute("UPDATE ledger SET schema_version = 99").close()
    with pytest.raises(ValueError, match=r"newer wirecheck \(schema version 99; this one knows 1\); pip install --upgrade"):
        wc.Ledger(path)


def test_columns_that_came_later_are_added(path: Path) -> None:
    claims = wc.Ledger(path).claims
    with duckdb.connect(str(path)) as other:
        other.execute("ALTER TABLE quotes DROP COLUMN occasion; ALTER TABLE casualties DROP COLUMN hedged")
    again = wc.Ledger(path).claims
    assert again == claims
    assert again.casualties["hedged"] == [False]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="for the administrator nothing is read-only")
def test_a_folder_that_is_read_only_can_be_read(path: Path) -> None:
    folder = path.parent
    path.chmod(0o444)
    folder.chmod(0o555)
    try:
        ledger = wc.Ledger(path)
        assert len(ledger.claims.casualties) == 1
        with pytest.raises(PermissionError, match="read-only"):
            ledger.add([{**TEXT, "id": "b"}])
        with pytest.raises(PermissionError, match="read-only"):
            wc.Ledger(folder / "new.duckdb")
    finally:
        folder.chmod(0o755)
        path.chmod(0o644)


@pytest.mark.skipif(os.name != "posix", reason="only there can files be limited")
def test_a_full_disk_loses_nothing(path: Path) -> None:
    """A limit on the size of files stands for the disk."""
    code = f"""
import json, resource, signal, sys, wirecheck as wc
ledger = wc.Ledger({str(path)!r})
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (700_000, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
try:
    ledger.add(json.load(sys.stdin), progress=False)
except OSError as wrong:
    print(wrong)
"""
    many = [{"id": f"n{nr}", "text": f"{TEXT['text']} {'The road was closed. ' * 200}"} for nr in range(300)]
    told = subprocess.run([sys.executable, "-c", code], input=json.dumps(many), capture_output=True, text=True, check=True)
    assert "could not be written, since the disk is full" in told.stdout, told
    ledger = wc.Ledger(path)
    assert len(ledger) == 1
    assert len(ledger.add(many).new) == 300
