"""Killed at any moment, the three that write: an archive into Parquet, a ledger, a report. Nothing is lost, nothing stands twice."""

from __future__ import annotations

import multiprocessing
import os
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from story import articles as story

wc = pytest.importorskip("wirecheck")
pytest.importorskip("duckdb")
pytest.importorskip("pyarrow")
pytest.importorskip("openpyxl")
pytest.importorskip("jinja2")
pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="no signal kills there")]

#: Of each writer; `WIRECHECK_KILLS=1000 pytest -m slow tests/test_kills.py` kills longer.
KILLS = int(os.environ.get("WIRECHECK_KILLS", "70"))
#: No writer needs this many beginnings for its kills: those that come too late are no kills.
BEGINNINGS = 5 * KILLS

TEXT = "At least {0} people were killed in Kabul on Monday, officials said. “We saw {0} of them,” said Omar Dorensk, a baker."
ARCHIVE = [{"id": f"a{n}", "text": TEXT.format(n % 90 + 3), "published": "2026-05-06"} for n in range(400)]
FEW = story()[:12]


def extracts(folder: Path) -> None:
    """An archive is read into Parquet, a few articles a part."""
    from wirecheck.sink import writing

    writing.PART = 3000  # type: ignore[misc]
    wc.extract(ARCHIVE, sink=folder / "claims", threads=1, progress=False)


def adds(folder: Path) -> None:
    """Articles come to a ledger, a few in each transaction."""
    from wirecheck.ledger import adding

    adding.BATCH = 600  # type: ignore[misc]
    wc.Ledger(folder / "desk.duckdb").add(FEW, threads=1, progress=False)


def reports(folder: Path) -> None:
    """A report is written over that of fewer articles, as a page, as tables and as a workbook."""
    report(folder, wc.samples())


def report(folder: Path, articles: Any) -> None:
    claims = wc.extract(articles)
    made = wc.check(claims)
    made.to_html(folder / "report.html")
    made.relations.to_csv(folder / "relations.csv")
    claims.to_jsonl(folder / "claims.jsonl")
    claims.to_excel(folder / "claims.xlsx")


def cells(path: Path) -> dict[str, list[Any]]:
    """All that a workbook says; the time when it was made stands in its bytes besides."""
    import openpyxl

    book = openpyxl.load_workbook(path, read_only=True)
    return {sheet.title: list(sheet.values) for sheet in book.worksheets}


class Sink:
    """What a sink holds at any moment: nothing, or all."""

    write = staticmethod(extracts)

    def __init__(self, folder: Path) -> None:
        self.whole = wc.extract(ARCHIVE)

    def begin(self, folder: Path) -> None:
        """There is nothing yet."""

    def hold(self, folder: Path) -> bool:
        if not (folder / "claims").exists():
            return False
        assert wc.read_claims(folder / "claims") == self.whole
        return True


class Ledger:
    """What a ledger holds at any moment: whole articles, each once, with what is read of them."""

    write = staticmethod(adds)

    def __init__(self, folder: Path) -> None:
        self.articles = {article["id"]: article for article in FEW}
        self.whole = wc.check(wc.extract([self.articles[name] for name in sorted(self.articles)])).relations

    def begin(self, folder: Path) -> None:
        """There is nothing yet."""

    def hold(self, folder: Path) -> bool:
        if not (folder / "desk.duckdb").exists():
            return False
        ledger = wc.Ledger(folder / "desk.duckdb")
        kept = ledger.claims.articles["article"]
        assert len(set(kept)) == len(kept)
        assert ledger.claims == wc.extract([self.articles[name] for name in sorted(kept)])
        if len(kept) < len(self.articles):
            return False
        assert ledger.relations == self.whole
        return True


class Report:
    """Each file of a report is that of before or that of now, to the last row; what was written later is no newer than what was written before it."""

    write = staticmethod(reports)

    def __init__(self, folder: Path) -> None:
        self.before, self.now = folder / "before", folder / "now"
        for made, articles in ((self.before, wc.samples()[:2]), (self.now, wc.samples())):
            made.mkdir()
            report(made, articles)

    def begin(self, folder: Path) -> None:
        report(folder, wc.samples()[:2])

    def hold(self, folder: Path) -> bool:
        fresh = []
        for name in ("report.html", "relations.csv", "claims.jsonl"):
            data = (folder / name).read_bytes()
            assert data in ((self.before / name).read_bytes(), (self.now / name).read_bytes()), name
            fresh.append(data == (self.now / name).read_bytes())
        rows = [cells(made / "claims.xlsx") for made in (folder, self.before, self.now)]
        assert rows[0] in rows[1:]
        fresh.append(rows[0] == rows[2])
        assert fresh == sorted(fresh, reverse=True)
        return all(fresh)


WRITERS: dict[str, Callable[[Path], Sink | Ledger | Report]] = {"extract to Parquet": Sink, "ledger": Ledger, "report": Report}


@pytest.mark.parametrize("name", WRITERS)
def test_killed_while_writing(name: str, tmp_path: Path) -> None:
    """A writer is killed and begun again until it comes to its end, and then one begins from nothing, until all kills are done."""
    dice = random.Random(12)
    writer = WRITERS[name](tmp_path)
    # Every process starts as a fork of one that has imported all and done nothing, so that a kill costs no start.
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(["test_kills", "wirecheck", "duckdb", "pyarrow.parquet", "openpyxl", "jinja2"])
    round_, kills, cut = 0, 0, 0
    folder = fresh(tmp_path, round_, writer)
    took = measured(processes, writer, folder)
    done = writer.hold(folder)
    assert done
    for _ in range(BEGINNINGS):
        if kills >= KILLS and done:
            break
        if done:
            round_, cut = round_ + 1, 0
            folder = fresh(tmp_path, round_, writer)
        process = processes.Process(target=writer.write, args=(folder,))
        process.start()
        # The more often it was cut short, the longer it may go on.
        process.join(dice.random() * took * (1 + cut / 4) if kills < KILLS else None)
        if process.is_alive():
            process.kill()
            kills, cut = kills + 1, cut + 1
        process.join()
        done = writer.hold(folder)
    assert kills >= KILLS
    assert done, "the next beginning did not do the rest"
    print(f"{name}: {kills} kills, {round_ + 1} written whole")


def fresh(tmp_path: Path, number: int, writer: Sink | Ledger | Report) -> Path:
    folder = tmp_path / f"{number}"
    folder.mkdir()
    writer.begin(folder)
    return folder


def measured(processes: Any, writer: Sink | Ledger | Report, folder: Path) -> float:
    """How long it takes to write, which is the time that kills are spread over."""
    took = 0.0
    for _ in range(2):  # the first starts what the others are forked from
        for path in folder.iterdir():
            if path.is_file():
                path.unlink()
        start = time.monotonic()
        process = processes.Process(target=writer.write, args=(folder,))
        process.start()
        process.join()
        assert process.exitcode == 0
        took = time.monotonic() - start
    return took
