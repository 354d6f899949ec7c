"""A sink is whole or not there: kills, interrupts, full disks, other writers, and what is refused."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from archive import ROWS, SINKS, parquet, small_parts, table

import wirecheck as wc
from wirecheck.sink import parts


@pytest.fixture(autouse=True)
def _small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    small_parts(monkeypatch)


@pytest.fixture(scope="module")
def whole() -> wc.Claims:
    """What is read without a sink."""
    return wc.extract(ROWS)


class Killed(BaseException):
    """Nobody catches it: what is on disk is what a kill would leave."""


def killed_at(step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The process ends at the n-th of the steps that change something on disk."""
    left = [step]

    def dying(function: Callable[..., Any]) -> Callable[..., Any]:
        def run(*given: Any, **more: Any) -> Any:
            left[0] -= 1
            if not left[0]:
                raise Killed
            return function(*given, **more)

        return run

    monkeypatch.setattr(parts, "flush", dying(parts.flush))
    for name in ("replace", "rename"):
        monkeypatch.setattr(parts.os, name, dying(getattr(os, name)))
    monkeypatch.setattr(parts.shutil, "rmtree", dying(parts.shutil.rmtree))


@SINKS
def test_a_kill_at_any_step_loses_and_doubles_nothing(tmp_path: Path, name: str) -> None:
    given = ROWS[:9]
    whole = wc.extract(given)
    for step in range(1, 1000):
        sink = tmp_path / str(step) / name
        with pytest.MonkeyPatch.context() as patch:
            killed_at(step, patch)
            try:
                wc.extract(given, sink=sink)
                break
            except Killed:
                pass
        assert wc.extract(given, sink=sink).claims == whole
        assert [path.name for path in sink.parent.iterdir()] == [name]
    assert step > 15


@SINKS
def test_what_is_done_is_not_read_again(tmp_path: Path, whole: wc.Claims, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaking() -> Iterator[dict[str, Any]]:
        yield from ROWS[:20]
        raise RuntimeError("the network is gone")

    with pytest.raises(RuntimeError, match="the network is gone"):
        wc.extract(breaking(), sink=tmp_path / name)
    with pytest.raises(ValueError, match=r"what was read so far stands in '.*\.parts'"):
        wc.read_claims(tmp_path / name)
    told: list[int] = []
    wc.extract(ROWS, sink=tmp_path / name, progress=lambda done, _: told.append(done))
    assert told[0] > 20
    monkeypatch.setattr(wc._core, "extract", None)
    again = wc.extract(ROWS, sink=tmp_path / name)
    monkeypatch.undo()
    assert again.claims == whole


def test_other_articles_or_another_reader_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sink = tmp_path / "claims"
    wc.extract(ROWS, sink=sink)
    others = [{**ROWS[0], "outlet": "Another"}, *ROWS[1:]]
    for given in (others, ROWS[:-1], [*ROWS, {"id": "new", "text": "More."}]):
        with pytest.raises(ValueError, match="holds the claims of 40 articles, and these are others; delete it to read all anew"):
            wc.extract(given, sink=sink)
    with pytest.raises(ValueError, match=r"was read with kinds=None, and this call has kinds=\['quote'\]"):
        wc.extract(ROWS, kinds=["quote"], sink=sink)
    with pytest.raises(ValueError, match="was read with another lexicon"):
        wc.extract(ROWS, lexicon=wc.Lexicon(names={"Dorensk": "PERSON"}), sink=sink)
    ours = parts.reader(None, None)
    for what, said in (("wirecheck", "by wirecheck 0.0.1, and this is"), ("core", "by another build of wirecheck")):
        journal = json.loads((sink / parts.JOURNAL).read_text())
        journal["reader"] = {**ours, what: "0.0.1"}
        (sink / parts.JOURNAL).write_text(json.dumps(journal))
        with pytest.raises(ValueError, match=said):
            wc.extract(ROWS, sink=sink)


def test_what_is_no_sink_is_left_alone(tmp_path: Path) -> None:
    for name in ("mine.parquet", "mine"):
        sink = tmp_path / name
        if name == "mine":
            sink.mkdir()
        else:
            parquet.write_table(table(), sink)
        with pytest.raises(ValueError, match="is there and is no sink of claims; give another one, or delete it"):
            wc.extract(ROWS, sink=sink)
        with pytest.raises(ValueError, match="holds no"):
            wc.read_claims(sink)
    with pytest.raises(ValueError, match="there are no claims"):
        wc.read_claims(tmp_path / "nothing")


def test_a_sink_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(OSError, match=r"claims' cannot be written: (Not a directory|File exists)"):
        wc.extract(ROWS, sink=tmp_path / "file" / "claims")


def test_a_full_disk_is_told_with_what_is_kept(tmp_path: Path, whole: wc.Claims, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    sink = tmp_path / "claims"
    with pytest.MonkeyPatch.context() as patch:
        killed_at(12, patch)
        with pytest.raises(Killed):
            wc.extract(ROWS, sink=sink)
    monkeypatch.setattr(parts, "flush", full)
    with pytest.raises(
        OSError,
        match=r"cannot be written: No space left on device; the claims of the first 7 articles stand in '.*claims\.parts'",
    ):
        wc.extract(ROWS, sink=sink)
    monkeypatch.undo()
    assert wc.extract(ROWS, sink=sink).claims == whole


def test_two_writers_of_one_sink_do_not_meet(tmp_path: Path) -> None:
    pytest.importorskip("fcntl", reason="Windows has no such locks")

    def meanwhile() -> Iterator[dict[str, Any]]:
        yield from ROWS[:10]
        with pytest.raises(ValueError, match=r"another process is writing '.*claims'; wait for it, or give another sink"):
            wc.extract(ROWS, sink=tmp_path / "claims")
        yield from ROWS[10:]

    assert len(wc.extract(meanwhile(), sink=tmp_path / "claims").claims.articles) == 40


def test_an_interrupt_says_what_is_kept(tmp_path: Path, whole: wc.Claims) -> None:
    def press(done: int, _: int) -> None:
        if done > 20:
            raise KeyboardInterrupt

    with pytest.raises(
        KeyboardInterrupt, match=r"the claims of the first 14 articles stand in '.*claims\.parts', and the same call"
    ):
        wc.extract(ROWS, sink=tmp_path / "claims", progress=press)
    assert wc.extract(ROWS, sink=tmp_path / "claims").claims == whole


SCRIPT = """
import sys
import wirecheck as wc
from wirecheck.sink import writing

writing.PART = 20_000
text = "At least {0} people were killed in Kabul on Monday, officials said. “We saw {0} of them,” said Omar Dorensk, a baker."
wc.extract(({"id": str(n), "text": text.format(n % 90 + 3)} for n in range(6000)), sink=sys.argv[1], threads=1)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="a process of Windows is ended in another way")
@SINKS
def test_kills_at_random_moments_lose_and_double_nothing(tmp_path: Path, name: str) -> None:
    dice = random.Random(3)
    kills = 0
    for _ in range(200):
        process = subprocess.Popen([sys.executable, "-c", SCRIPT, str(tmp_path / name)])
        try:
            # Longer each time, so that a slow machine comes to an end, too.
            assert process.wait(timeout=0.4 + dice.random() * (1 + kills / 8)) == 0
            break
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
            kills += 1
        time.sleep(0)
    text = "At least {0} people were killed in Kabul on Monday, officials said. “We saw {0} of them,” said Omar Dorensk, a baker."
    assert kills
    assert wc.read_claims(tmp_path / name) == wc.extract([{"id": str(n), "text": text.format(n % 90 + 3)} for n in range(6000)])
    assert [path.name for path in tmp_path.iterdir()] == [name]
