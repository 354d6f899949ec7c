"""`wirecheck ledger add` and `wirecheck ledger since`: articles kept in one file over the months, and what they brought."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ..display.terminal import Places, finding_lines, printed, summary
from ..ledger import Ledger
from ..tables import Table
from ..wording import counted
from .reading import read
from .settings import settings

OK, FOUND = 0, 1
MOVED = 20
"""So many verdicts that moved are listed; the rest is counted."""


def run(asked: argparse.Namespace) -> int:
    """Adds, or tells what is new; status 1 where a new finding is an error."""
    return {"add": _add, "since": _since}[asked.deed](asked)


def _add(asked: argparse.Namespace) -> int:
    config = settings(asked)
    articles, places = read(asked.paths, config.columns, asked.published)
    ledger = Ledger(asked.ledger, owners=config.owners or None)
    added = ledger.add(articles, threads=config.threads)
    counts = f"{len(added.new):,} new, {len(added.edited):,} edited, {len(added.known):,} known"
    return _told(ledger, added.findings, added.moved, places, [row["reason"] for row in articles.skipped], counts)


def _since(asked: argparse.Namespace) -> int:
    if not Path(asked.ledger).is_file():
        raise ValueError(f"there is no ledger {asked.ledger!r}; `wirecheck ledger add {asked.ledger} PATH` begins one")
    ledger = Ledger(asked.ledger)
    news = ledger.since(asked.when)
    brought = f"{counted(len(news.articles), 'article')} and {counted(len(news.relations), 'relation')}"
    counts = f"{brought} since {news.start:%Y-%m-%d %H:%M} UTC"
    return _told(ledger, news.findings, news.moved, Places(), (), counts)


def _told(ledger: Ledger, findings: Table, moved: Table, places: Places, skipped: Iterable[str], counts: str) -> int:
    rows = findings.to_pylist()
    texts = ledger.texts({name for row in rows for name in row["articles"]})
    lines = [line for finding in rows for line in (*finding_lines(finding, texts, places), "")]
    lines += [_movement(row) for row in moved[:MOVED]]
    lines += [f"… and {counted(len(moved) - MOVED, 'verdict')} more moved"] if len(moved) > MOVED else []
    lines += [printed(f"skipped: {reason}") for reason in skipped]
    print("\n".join([*lines, f"{counts}; {summary(rows, len(ledger))}"]))
    return FOUND if any(row["severity"] == "error" for row in rows) else OK


def _movement(row: Mapping[str, Any]) -> str:
    before, now = (row[when] or "not related" for when in ("before", "now"))
    left, right = (f"{row[f'{side}_value']} ({row[f'{side}_article']})" for side in ("left", "right"))
    return printed(f"moved: {left} and {right}: {before}, now {now}")
