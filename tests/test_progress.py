"""How far the work is, as it is told and drawn; and that an interrupt is heard soon and loses nothing."""

from __future__ import annotations

import io
import signal
import subprocess
import sys
import time
from typing import Any

import pytest

import wirecheck as wc
from wirecheck import progress, work
from wirecheck.progress import Interrupted

TEXT = "At least 19 people were killed in Kabul on Monday, officials said."


@pytest.fixture
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten articles at a time."""
    monkeypatch.setattr(work, "_CHUNK", 10 * len(TEXT))


class Terminal(io.StringIO):
    """What a terminal would show."""

    def isatty(self) -> bool:
        return True


def look(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Somebody looks from now on; no fixture, since pytest puts its own stderr in place when a test begins."""
    shown = Terminal()
    monkeypatch.setattr(sys, "stderr", shown)
    return shown


@pytest.mark.usefixtures("small_chunks")
def test_a_function_is_told_of_the_articles() -> None:
    told: list[tuple[int, int]] = []
    claims = wc.extract([TEXT] * 25, threads=1, progress=lambda done, total: told.append((done, total)))
    assert told == [(10, 25), (20, 25), (25, 25)]
    assert claims == wc.extract([TEXT] * 25)
    told.clear()
    wc.check([TEXT] * 5, against=[{"id": "x", "text": TEXT}], threads=1, progress=lambda done, total: told.append((done, total)))
    assert told == [(5, 5), (1, 1)]


@pytest.mark.usefixtures("small_chunks")
def test_a_bar_is_drawn_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("tqdm")
    terminal = look(monkeypatch)
    wc.check([TEXT] * 25, progress=True)
    assert "reading: 100%" in terminal.getvalue()
    assert "25/25" in terminal.getvalue()
    assert " articles/s" in terminal.getvalue()
    assert "comparing 25 claims: 00:00" in terminal.getvalue()


def test_the_bar_of_comparing_tells_the_stage(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("tqdm")
    terminal = look(monkeypatch)
    monkeypatch.setattr(progress, "_PAUSE", 0)
    with progress.comparing(True, "comparing 25 claims") as tell:
        assert tell is not None
        tell("linking incidents", 1200, 5000)
        tell("gathering the report", 0, None)
    looks = terminal.getvalue().split("\r")
    assert [look.strip() for look in looks[-3:]] == [
        "comparing 25 claims: 00:00, linking incidents 1,200 of 5,000",
        "comparing 25 claims: 00:00, gathering the report",
        "comparing 25 claims: 00:00",
    ]


def test_a_bar_that_is_kept_look_by_look_has_few_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("tqdm")
    kept = io.StringIO()
    monkeypatch.setattr(sys, "stderr", kept)
    monkeypatch.setattr(progress, "_PAUSE_IN_A_STREAM", 3600)
    with progress.comparing(True, "comparing 25 claims") as tell:
        assert tell is not None
        for done in range(100):
            tell("findings", done, 100)
    assert kept.getvalue().count("comparing") == 2


def test_a_bar_comes_by_itself_where_somebody_looks_and_it_takes_long(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("tqdm")
    terminal = look(monkeypatch)
    wc.check([TEXT] * 25)
    assert terminal.getvalue() == ""
    monkeypatch.setattr(progress, "_PATIENCE", 0)
    wc.extract([TEXT] * 25, progress=False)
    assert terminal.getvalue() == ""
    wc.extract([TEXT] * 25)
    assert "reading" in terminal.getvalue()


def test_no_bar_is_drawn_into_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_PATIENCE", 0)
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    wc.check([TEXT] * 25)
    assert sys.stderr.getvalue() == ""  # type: ignore[attr-defined]


def test_without_tqdm_there_is_no_bar_unless_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    look(monkeypatch)
    monkeypatch.setitem(sys.modules, "tqdm.auto", None)
    assert len(wc.extract([TEXT]).articles) == 1
    with pytest.raises(ImportError, match=r"this needs tqdm\.auto; install it with: pip install \"wirecheck\[notebook\]\""):
        wc.extract([TEXT], progress=True)


@pytest.mark.usefixtures("small_chunks")
def test_an_interrupted_reading_goes_on() -> None:
    def press(done: int, _: int) -> None:
        if done == 20 and not pressed:
            pressed.append(done)
            raise KeyboardInterrupt

    pressed: list[int] = []
    given = [TEXT] * 35
    with pytest.raises(KeyboardInterrupt, match="stopped after 20 of 35 articles; `") as stopped:
        wc.extract(given, threads=1, progress=press)
    assert isinstance(stopped.value, Interrupted)
    assert stopped.value.claims == wc.extract(given[:20])
    assert stopped.value.go_on() == wc.extract(given)


@pytest.mark.usefixtures("small_chunks")
def test_an_interrupted_check_keeps_what_was_read() -> None:
    def press(done: int, _: int) -> None:
        if done == 15 and not pressed:
            pressed.append(done)
            raise KeyboardInterrupt

    pressed: list[int] = []
    draft, others = [{"id": "draft", "text": TEXT}], [{"id": f"a{n}", "text": TEXT} for n in range(15)]
    with pytest.raises(Interrupted, match="stopped after 15 of 15 articles") as stopped:
        wc.check(draft, against=others, threads=1, progress=press)
    assert stopped.value.claims.articles["article"] == ["draft", *(row["id"] for row in others)]
    assert stopped.value.go_on() == wc.check(draft, against=others)


SCRIPT = """
import signal, sys, time
import wirecheck as wc

text = "At least {0} people were killed in Darkush on Monday, officials said. “We will rebuild the market of {0} houses,” Amal Odeh said. "
given = [{{"id": str(n), "published": "2026-05-06", "text": (text * 8).format(n % 90 + 3)}} for n in range(50_000)]
given = wc.read_articles(given)
claims = wc.extract(given[:30_000]) if {check} else None
print("go", flush=True)
try:
    wc.check(claims) if {check} else wc.extract(given)
    print("done")
except KeyboardInterrupt as stopped:
    print(stopped)
    print(len(stopped.claims.articles))
    time.sleep(0.5)
    before = time.process_time()
    time.sleep(2)
    print(time.process_time() - before < 1)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a process of Windows is interrupted in another way")
@pytest.mark.parametrize("check", [False, True], ids=["extract", "check"])
def test_ctrl_c_is_heard_soon_and_ends_the_work(check: bool) -> None:
    """The bounds are generous: a second is meant, and work that hears nothing takes minutes on all cores."""
    script = SCRIPT.format("{0}", check=check)
    process: Any = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "go\n"
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    said, _ = process.communicate(timeout=30)
    sentence, count, quiet = said.splitlines()
    assert quiet == "True"
    if check:
        assert sentence.startswith("stopped while ")
        assert "claims were compared; `.claims` of this exception holds what was read" in sentence
        assert count == "30000"
    else:
        assert sentence.startswith("stopped after ")
        assert int(count) < 50_000
        assert f"{int(count):,} of 50,000 articles" in sentence
    assert process.returncode == 0
