"""The verbs of wirecheck: extract, check, compare_quotes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from . import _core
from .articles import normalise
from .claims import Claims
from .nearest import named_checks, named_kinds
from .progress import Progress
from .report import Report
from .work import Comparing, Reading


def extract(
    articles: Any,
    *,
    columns: Mapping[str, str] | None = None,
    kinds: Iterable[str] | None = None,
    lexicon: _core.Lexicon | None = None,
    threads: int | None = None,
    progress: Progress = None,
    sink: Any = None,
) -> Claims:
    """Reads articles and gives their claims.

    Args:
        articles: A text, an Article, a dict, an iterable of these, or any table with a `text` column.
        columns: Which column holds which field, `{"text": "body"}`.
        kinds: Which claims to read, of casualty, meeting, quote, date, name; all of them if None.
        lexicon: The words that reading goes by, with names of your own; the English tables if None.
        threads: How many threads to read on; all cores if None.
        progress: A bar appears by itself in a terminal and in a notebook when reading takes more than a second; True draws it
            always, False never, and a function is called with the number of articles read and their total.
        sink: Not built yet.

    Raises:
        ValueError: If an article cannot be taken; the sentence names its row or id and the way out. If there is no such kind.
        KeyboardInterrupt: On Ctrl-C, as `wirecheck.progress.Interrupted`: its `.claims` are those of the articles that had been
            read, and its `.go_on()` reads the rest and gives all.
    """
    _refuse(sink=sink)
    return Reading(
        normalise(articles, columns), None if kinds is None else named_kinds(_names(kinds)), lexicon, _threads(threads), progress
    ).run()


def check(
    claims_or_articles: Any,
    *,
    against: Any = None,
    lexicon: _core.Lexicon | None = None,
    owners: Mapping[str, str] | None = None,
    select: Sequence[str] | str | None = None,
    ignore: Sequence[str] | str | None = None,
    same: Iterable[tuple[str, str]] = (),
    apart: Iterable[tuple[str, str]] = (),
    threads: int | None = None,
    progress: Progress = None,
    sink: Any = None,
) -> Report:
    """Checks claims for consistency.

    Args:
        claims_or_articles: Claims, or what `extract` takes.
        against: Claims or articles to check against; only what touches the first is then told, and the checklist is filled.
        lexicon: The words that reading and comparing go by, with names of your own; the English tables if None. Claims that were
            read before keep the entities that they were read with.
        owners: The owner of each outlet: outlets of one owner are one source.
        select: Keep the findings of these checks alone; `*` stands for any letters, `quote-*`.
        ignore: Leave out the findings of these checks.
        same: Pairs of claim or fact ids that are known to be one thing.
        apart: Pairs of claim or fact ids that are known to be two things.
        threads: How many threads to work on; all cores if None.
        progress: As for `extract`; a function is told of the reading alone.
        sink: Not built yet.

    Raises:
        ValueError: If an article or an option cannot be taken; of a check that there is not, the sentence names the nearest.
        KeyboardInterrupt: On Ctrl-C, as `wirecheck.progress.Interrupted`: its `.claims` are those of the articles that had been
            read, and its `.go_on()` gives the report after all. Comparing begins anew; reading does not.
    """
    _refuse(sink=sink)
    threads = _threads(threads)
    options: dict[str, Any] = {
        "owners": dict(owners or {}),
        "select": _names(select),
        "ignore": _names(ignore),
        "same": _pairs(same, "same"),
        "apart": _pairs(apart, "apart"),
    }
    if patterns := [*options["select"], *options["ignore"]]:
        named_checks(patterns)
    given = [claims_or_articles] if against is None else [claims_or_articles, against]
    sides = [side if isinstance(side, Claims) else Reading(normalise(side), None, lexicon, threads, progress) for side in given]
    return Comparing(sides, options, lexicon, threads, progress).run()


def compare_quotes(a: str, b: str) -> dict[str, Any]:
    """How two quotations stand to each other.

    Returns:
        `relation` is verbatim, truncated, altered or different; `edits` lists each difference as a dict with its class and the
        words on either side.
    """
    return _core.compare_quotes(a, b)


def _names(given: Iterable[str] | str | None) -> list[str]:
    return [given] if isinstance(given, str) else list(given or ())


def _pairs(given: Iterable[tuple[str, str]], name: str) -> list[tuple[str, str]]:
    pairs = [tuple(pair) if not isinstance(pair, str) else (pair,) for pair in given]
    if any(len(pair) != 2 for pair in pairs):
        raise ValueError(f'{name}= takes pairs of ids, {name}=[("001:quote:10-40", "002:quote:7-37")]')
    return [(left, right) for left, right in pairs]


_BORN = os.getpid()
"""The process that loaded this. The threads on which it works do not live on in one that is forked from it, which has to start its own."""


def _threads(threads: int | None) -> int | None:
    if threads is not None and threads < 1:
        raise ValueError(f"threads={threads} cannot work; give 1 or more, or None for all cores")
    if threads is None and os.getpid() != _BORN:
        return os.cpu_count()
    return threads


def _refuse(**given: Any) -> None:
    for name, value in given.items():
        if value is not None:
            raise ValueError(f"{name}= is not built yet; leave it out")
