"""Killed at any point of an addition, a ledger opens again with whole articles, and the next addition does the rest."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from story import articles as story

wc = pytest.importorskip("wirecheck")
pytest.importorskip("duckdb")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="no signal kills there"),
]

KILLS = 50

ADD = """
import os, random, signal, sys, threading, time
import wirecheck as wc
from story import articles
from wirecheck.ledger import adding

path, order, last, jitter = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4])
adding.BATCH = 600  # a few articles in each transaction
ledger = wc.Ledger(path)
steps = 0

def kill():
    time.sleep(jitter)
    os.kill(os.getpid(), signal.SIGKILL)

def count(frame, event, arg):
    global steps
    if event == "call" and "ledger" in frame.f_code.co_filename:
        steps += 1
        if steps == last:
            threading.Thread(target=kill).start()

sys.setprofile(count)
mixed = articles()
random.Random(order).shuffle(mixed)
ledger.add(mixed, threads=1, progress=False)
sys.setprofile(None)
time.sleep(jitter if steps >= last else 0)
print(steps)
"""


def add(path: Path, order: int, last: int = sys.maxsize, jitter: float = 0.0) -> subprocess.CompletedProcess[str]:
    """Adds the story in a process of its own, which is killed in or shortly behind its step number `last`."""
    given = [sys.executable, "-c", ADD, str(path), str(order), str(last), str(jitter)]
    return subprocess.run(given, capture_output=True, text=True, cwd=Path(__file__).parent, check=False)


def test_fifty_kills(tmp_path: Path) -> None:
    dice = random.Random(10)
    articles = {article["id"]: article for article in story()}
    batch = told(wc.check(wc.extract(sorted(articles.values(), key=lambda row: row["id"]))))
    steps = int(add(tmp_path / "measured.duckdb", order=0).stdout)
    path, order, killed = tmp_path / "desk-0.duckdb", 0, 0
    halves: set[int] = set()
    for _ in range(3 * KILLS):
        done = add(path, order, last=dice.randrange(1, steps), jitter=dice.random() * 0.03)
        ledger = wc.Ledger(path)
        kept = ledger.claims.articles["article"]
        assert len(set(kept)) == len(kept)
        assert ledger.claims == wc.extract([articles[name] for name in sorted(kept)]), done
        if done.returncode == 0:
            # Whatever happened to it on the way, this one has all; the next is killed from its beginning on.
            assert told(ledger) == batch
            order += 1
            path = tmp_path / f"desk-{order}.duckdb"
            continue
        killed += 1
        halves.add(len(kept))
        if killed % 5 == 0:
            assert told(ledger) == told(wc.check(ledger.claims)), "what was kept is compared when somebody asks"
        if killed == KILLS:
            break
    assert killed == KILLS
    assert len(halves) > 5, "killed at one point alone"
    assert add(path, order).returncode == 0
    assert told(wc.Ledger(path)) == batch


def told(given: Any) -> tuple[Any, Any]:
    return given.relations, given.findings
