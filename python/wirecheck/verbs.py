"""The verbs of wirecheck: extract, check, compare_quotes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from os import PathLike
from pathlib import Path
from typing import Any, overload

from . import _core
from .articles import normalise
from .claims import Claims, StoredClaims
from .nearest import named_checks, named_kinds
from .progress import Progress
from .report import Report, StoredReport
from .work import Comparing, Reading


@overload
def extract(
    articles: Any,
    *,
    columns: Mapping[str, str] | None = None,
    kinds: Iterable[str] | None = None,
    lexicon: _core.Lexicon | None = None,
    threads: int | None = None,
    progress: Progress = None,
    sink: None = None,
) -> Claims: ...
@overload
def extract(
    articles: Any,
    *,
    columns: Mapping[str, str] | None = None,
    kinds: Iterable[str] | None = None,
    lexicon: _core.Lexicon | None = None,
    threads: int | None = None,
    progress: Progress = None,
    sink: str | PathLike[str],
) -> StoredClaims: ...
def extract(
    articles: Any,
    *,
    columns: Mapping[str, str] | None = None,
    kinds: Iterable[str] | None = None,
    lexicon: _core.Lexicon | None = None,
    threads: int | None = None,
    progress: Progress = None,
    sink: str | PathLike[str] | None = None,
) -> Claims | StoredClaims:
    """Reads articles and gives their claims.

    Args:
        articles: A text, an Article, a dict, an iterable of these, or any table with a `text` column.
        columns: Which column holds which field, `{"text": "body"}`.
        kinds: Which claims to read, of casualty, meeting, quote, date, name; all of them if None.
        lexicon: The words that reading goes by, with names of your own; the English tables if None.
        threads: How many threads to read on; all cores if None.
        progress: A bar appears by itself in a terminal and in a notebook when reading takes more than a second; True draws it
            always, False never, and a function is called with the number of articles read and their total.
        sink: Where the claims are written as they are read, for archives larger than memory: a folder, `claims/`, which gets a
            folder of Parquet files for each table, or a file, `claims.parquet`, which holds one wide table with a column `table`.
            The articles may then also be a path, `scan_articles(path)`, a dataset of pyarrow or an Arrow stream, which are read
            piece by piece. After a kill the same call goes on where it was: it goes through the articles that were done, looks
            whether they are the same, and reads the rest. A sink that is whole is looked through likewise, and nothing is read.

    Returns:
        The claims; with a sink, a handle whose `.claims` reads them into memory. `read_claims(path)` does so later on.

    Raises:
        ValueError: If an article cannot be taken; the sentence names its row or id and the way out. If there is no such kind. If a
            sink holds the claims of other articles, or was read by another wirecheck or with other options.
        OSError: If the sink cannot be written; what was read until then is kept beside it.
        KeyboardInterrupt: On Ctrl-C, as `wirecheck.progress.Interrupted`: its `.claims` are those of the articles that had been
            read, and its `.go_on()` reads the rest and gives all.
    """
    wanted, threads = None if kinds is None else named_kinds(_names(kinds)), _threads(threads)
    if sink is None:
        return Reading(normalise(articles, columns), wanted, lexicon, threads, progress).run()
    from .scan import Stream
    from .sink.writing import extract_to

    return extract_to(Path(sink), Stream(articles, columns), wanted, lexicon, threads, progress)


@overload
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
    sink: None = None,
) -> Report: ...
@overload
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
    sink: str | PathLike[str],
) -> StoredReport: ...
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
    sink: str | PathLike[str] | None = None,
) -> Report | StoredReport:
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
        sink: A folder, `report/`, for claims larger than memory: relations and findings are written there, as Parquet, and are those
            of a check in memory. The claims are then what `extract(..., sink="claims/")` gave, or wrote. Needs `wirecheck[duckdb,notebook]`.

    Returns:
        The report; with a sink, a handle whose `.relations` and `.findings` read the tables into memory.

    Raises:
        ValueError: If an article or an option cannot be taken; of a check that there is not, the sentence names the nearest. If a
            sink is there already, or `against` is given with one.
        OSError: If the sink cannot be written.
        KeyboardInterrupt: On Ctrl-C, as `wirecheck.progress.Interrupted`: its `.claims` are those of the articles that had been
            read, and its `.go_on()` gives the report after all. Comparing begins anew; reading does not.
    """
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
    if sink is not None:
        return _checked_to(Path(sink), claims_or_articles, against, options, lexicon, threads, progress)
    given = [claims_or_articles] if against is None else [claims_or_articles, against]
    given = [side.claims if isinstance(side, StoredClaims) else side for side in given]
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


def _checked_to(
    sink: Path,
    claims: Any,
    against: Any,
    options: Mapping[str, Any],
    lexicon: _core.Lexicon | None,
    threads: int | None,
    progress: Progress,
) -> StoredReport:
    from .blocks.disk import check_to

    if against is not None or options["same"] or options["apart"]:
        raise ValueError("with sink=, a collection is checked by itself: against=, same= and apart= are for claims in memory")
    if isinstance(claims, (str, Path)):
        claims = StoredClaims(Path(claims))
    if not isinstance(claims, StoredClaims):
        raise ValueError(
            'with sink=, check takes stored claims: wirecheck.check(wirecheck.extract(articles, sink="claims/"), sink="report/")'
        )
    return check_to(sink, claims.path, options, lexicon, threads, progress)
