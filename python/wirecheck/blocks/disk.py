"""Checking stored claims on one machine: DuckDB keeps the keys and shuffles the claims, on disk where memory does not do."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from .. import _core
from ..progress import Progress, reading
from ..report import StoredReport
from ..sink.parts import JOURNAL, SUFFIX
from ..sink.tables import COMPRESSION, files_of
from ..tables import _need
from ..work import skipped_rows
from . import queries
from .judge import READ, Components, Known, claims_of, judged, keys, learnt, related

PART = 5_000
"""Articles in a part: with what they share keys with, a block."""

LARGEST = 20_000
"""Articles that are checked together at most: a larger block is made from half the part, and a larger component is told block by block."""

_BASE = "keys.duckdb"

TOLD = ("relations", "findings", "skipped")
"""The tables that are written."""


def check_to(
    sink: Path,
    claims: Path,
    options: Mapping[str, Any],
    lexicon: _core.Lexicon | None,
    threads: int | None,
    progress: Progress,
) -> StoredReport:
    """Checks stored claims; the report takes the sink's name once it is whole."""
    if not claims.exists():
        raise ValueError(f"there are no claims {str(claims)!r}; extract(..., sink='claims/') writes some")
    if not claims.is_dir():
        raise ValueError(
            f"with sink=, check takes claims in a folder, and {str(claims)!r} is a file: extract(..., sink='claims/') gives one"
        )
    if not (claims / JOURNAL).is_file():
        raise ValueError(
            f"{str(claims)!r} was not written by extract(..., sink=), whose parts a check goes by; wirecheck.read_claims reads it into memory"
        )
    if sink.exists():
        raise ValueError(f"{str(sink)!r} is there already; delete it, or give another sink")
    folder = sink.with_name(sink.name + SUFFIX)
    if folder.exists() and not (folder / _BASE).exists():
        raise ValueError(f"{str(folder)!r} is there, and the check would work there; delete it, or give another sink")
    with _told(sink), _undone(folder):
        shutil.rmtree(folder, ignore_errors=True)  # comparing begins anew
        folder.mkdir(parents=True)
        check = Check(claims, folder, options, lexicon, threads, progress)
        try:
            check.run()
        finally:
            check.close()
        os.rename(folder, sink)
    return StoredReport(sink)


@contextmanager
def _undone(folder: Path) -> Iterator[None]:
    """Leaves nothing behind where the work was stopped."""
    try:
        yield
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


@contextmanager
def _told(sink: Path) -> Iterator[None]:
    """The errors of those who write for us, as sentences."""
    arrow, duckdb = _need("pyarrow", "notebook"), _need("duckdb", "duckdb")
    try:
        yield
    except (OSError, arrow.ArrowException, duckdb.Error) as wrong:
        why = getattr(wrong, "strerror", None) or str(wrong).strip().splitlines()[0]
        raise OSError(f"{str(sink)!r} cannot be written: {why}") from wrong
    except RuntimeError as wrong:
        if "Query interrupted" not in str(wrong):
            raise
        raise KeyboardInterrupt from wrong  # so DuckDB tells of Ctrl-C


def _pairs(pairs: list[tuple[str, str]], one: str, other: str) -> Any:
    """Pairs of texts as an Arrow table."""
    arrow = _need("pyarrow", "notebook")
    left, right = zip(*pairs, strict=True) if pairs else ((), ())
    return arrow.table([arrow.array(left, arrow.string()), arrow.array(right, arrow.string())], [one, other])


def _quoted(path: Path | str) -> str:
    """A path as SQL has it."""
    return "'" + str(path).replace("'", "''") + "'"


class Check:
    """A check of the claims in a folder."""

    def __init__(
        self,
        claims: Path,
        folder: Path,
        options: Mapping[str, Any],
        lexicon: _core.Lexicon | None,
        threads: int | None,
        progress: Progress,
        memory: str = "1GB",
    ) -> None:
        """Works in `folder`, which is to be thrown away or kept by the caller."""
        self._claims = claims
        self._folder = folder
        self._options, self._lexicon, self._threads, self._progress = options, lexicon, threads, progress
        self._base = _need("duckdb", "duckdb").connect(str(folder / _BASE))
        self._base.execute(
            f"set memory_limit='{memory}'; set temp_directory={_quoted(folder / 'spilled')}; set preserve_insertion_order=false"
        )

    def close(self) -> None:
        """Lets go of what was needed on the way."""
        self._base.close()
        (self._folder / _BASE).unlink(missing_ok=True)
        shutil.rmtree(self._folder / "spilled", ignore_errors=True)

    def run(self) -> None:
        """Writes the tables of the report below the folder."""
        self._articles()
        self._keys(Known())
        known = self._learn(Known(crowded=self._crowded()))
        if known.entities or known.sources:
            self._keys(known)  # whoever is one, and whatever day it is: meetings are looked up by both
            known = Known(self._crowded(), known.entities, known.sources)
        self._make("parts", queries.parts(PART))
        self._cover()
        self._base.execute(queries.FORWARD)
        self._make("related", queries.VERSIONS)
        for block, claims in self._blocks("blocks"):
            self._relate(related(claims, known, self._own(block), self._lexicon, self._threads))
        self._finish(known)

    def _articles(self) -> None:
        """A row for each article: its day, its URL, and whether it is a source or without a day."""
        self._make(
            "articles",
            "select article, coalesce(substr(published, 1, 10), cast(anchor_date as varchar), '') as day, "
            "anchor_date - date '1970-01-01' as number, len(sketch) as sketch, url, role = 'source' as source, "
            f"anchor_quality = 'none' as undated from {self._stored('articles')}",
        )

    def _keys(self, known: Known) -> None:
        """The keys of all articles, part by part of the sink."""
        folder = self._folder / "keys"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        parquet = _need("pyarrow.parquet", "notebook")
        stored = files_of(self._claims, "articles")
        with reading(self._progress, len(stored), "parts") as tell:
            for number, file in enumerate(stored, 1):
                tables = {
                    name: parquet.ParquetFile(self._claims / name / file.name).read()
                    for name in READ
                    if self._has(name, file.name)
                }
                parquet.write_table(keys(claims_of(tables), known, self._lexicon), folder / file.name, compression=COMPRESSION)
                tell(number)
        self._base.execute(f"create or replace view keys as select * from read_parquet({_quoted(folder / '*.parquet')})")

    def _crowded(self) -> list[int]:
        self._make("crowded", queries.CROWDED)
        self._make("live", queries.LIVE)
        return [key for (key,) in self._base.execute("select key from crowded").fetchall()]

    def _learn(self, known: Known) -> Known:
        """Who is one, and what day it is where an article does not tell."""
        self._make("learners", queries.LEARNERS)
        self._make("parts", f"select * from ({queries.parts(PART)}) where article in (select article from learners)")
        self._cover(queries.LEARNING)
        entities: dict[tuple[str, str], dict[str, Any]] = {}
        sources: dict[str, dict[str, Any]] = {}
        for block, claims in self._blocks("learning"):
            merges, days = learnt(claims, known, self._own(block), self._lexicon, self._threads)
            entities.update({(row["entity"], row["merged"]): row for row in merges})
            sources.update({row["article"]: row for row in days})
        return Known(known.crowded, list(entities.values()), sources)

    def _cover(self, kinds: str = "") -> None:
        """Blocks of parts that are so small that none is too large."""
        self._make("cover", queries.cover(kinds))
        while self._base.execute(queries.oversized(LARGEST)).fetchone():
            self._make("parts", queries.halved(LARGEST))
            self._make("cover", queries.cover(kinds))

    def _own(self, block: int) -> set[str]:
        """The articles of a block's own part."""
        return {article for (article,) in self._base.execute("select article from parts where part = ?", [block]).fetchall()}

    def _checked(self, name: str, known: Known) -> Iterator[tuple[int, dict[str, _core.Table]]]:
        """The report on each block of `cover`."""
        for block, claims in self._blocks(name):
            yield block, judged(claims, known, self._options, self._lexicon, self._threads)

    def _blocks(self, name: str) -> Iterator[tuple[int, dict[str, _core.Table]]]:
        """The claims of each block of `cover`."""
        blocks = [block for (block,) in self._base.execute("select distinct block from cover order by block").fetchall()]
        with (
            self._shuffled(name) as folder,
            reading(self._progress, len(blocks), "blocks") as tell,
            ThreadPoolExecutor(1) as ahead,
        ):
            coming = [ahead.submit(self._block, folder, block) for block in blocks[:1]]
            for number, block in enumerate(blocks, 1):
                claims = coming.pop().result()
                coming = [ahead.submit(self._block, folder, block) for block in blocks[number : number + 1]]
                yield block, claims
                tell(number)

    @contextmanager
    def _shuffled(self, name: str) -> Iterator[Path]:
        """The claims by blocks, a folder for each, as long as they are needed."""
        folder = self._folder / name
        folder.mkdir()
        for table in READ:
            self._base.execute(
                f"copy (select b.block, c.* from {self._stored(table)} c join cover b using (article)) "
                f"to {_quoted(folder / table)} (format parquet, partition_by (block), compression {COMPRESSION})"
            )
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _block(self, folder: Path, block: int) -> dict[str, _core.Table]:
        arrow, parquet = _need("pyarrow", "notebook"), _need("pyarrow.parquet", "notebook")
        files = {table: sorted((folder / table / f"block={block}").glob("*.parquet")) for table in READ}
        return claims_of(
            {n: arrow.concat_tables([parquet.ParquetFile(f).read() for f in some]) for n, some in files.items() if some}
        )

    def _take(self, block: int, report: Mapping[str, _core.Table]) -> None:
        """Keeps the relations that this block tells: those of which no side stands in a part before it, and one in its own."""
        part = dict(
            self._base.execute("select article, part from cover join parts using (article) where block = ?", [block]).fetchall()
        )
        relations = report["relations"]
        sides = zip(relations["left_article"], relations["right_article"], strict=True)
        kept = [min(part[left], part[right]) == block for left, right in sides]
        self._write("related", block, relations, kept)
        findings = report["findings"]
        self._write("found", block, findings, [part.get(article) == block for article in findings["article"]])

    def _relate(self, pairs: list[tuple[str, str]]) -> None:
        """Keeps pairs of articles that hang together."""
        self._base.register("pairs", _pairs(pairs, "left_article", "right_article"))
        self._base.execute("insert into related select * from pairs")
        self._base.unregister("pairs")

    def _components(self) -> Components:
        components = Components()
        pairs = self._base.execute("select left_article, right_article from related")
        while some := pairs.fetchmany(100_000):
            for pair in some:
                components.join(*pair)
        return components

    def _finish(self, known: Known) -> None:
        """Checks each component by itself, small ones together, and writes what is told."""
        self._base.register("links", _pairs(list(self._components().links().items()), "article", "root"))
        self._make("hanging", queries.HANGING)
        self._make("sizes", "select root, count(*) as size, min(day) as day from hanging group by root")
        self._make("packs", queries.packs(PART, LARGEST))
        self._make("cover", queries.PACKED)
        for name in TOLD:
            self._write(name, 0, _core.check(_core.extract([]))[name])
        for block, claims in self._blocks("components"):
            own = "select article from hanging join packs using (root) where pack = ?"
            mine = {article for (article,) in self._base.execute(own, [block]).fetchall()}
            # Whoever is not related to another was compared with it before.
            asked = self._base.execute(queries.RELATED_IN_PACK, [block]).fetchall() + [(article, article) for article in mine]
            report = judged(claims, known, self._options, self._lexicon, self._threads, asked)
            for name, column in (("relations", "left_article"), ("findings", "article")):
                self._write(name, block + 1, report[name], [article in mine for article in report[name][column]])
        self._large(known, self._base.execute(f"select root, size from sizes where size > {LARGEST} order by root").fetchall())

    def _large(self, known: Known, large: list[tuple[str, int]]) -> None:
        """Tells components that are too large to be checked together block by block, and that it was done so."""
        if large:
            self._make("parts", f"select * from ({queries.parts(PART)}) where article in ({queries.hanging_over(LARGEST)})")
            self._cover()
            for block, report in self._checked("large", known):
                self._take(block, report)
        sides = {"relations": ("related", "left_article", "replace (null as fact)"), "findings": ("found", "article", "")}
        for name, (told, column, without) in sides.items() if large else ():
            self._base.execute(
                f"copy (select r.* {without} from read_parquet({_quoted(self._folder / told / '*.parquet')}) r "
                f"join hanging h on h.article = r.{column} join sizes s using (root) where s.size > {LARGEST}) "
                f"to {_quoted(self._folder / name / 'large.parquet')} (format parquet, compression {COMPRESSION})"
            )
        reason = (
            f"so many articles hang together by relations, and {LARGEST:,} at most are checked together: relations are whole, "
            "and a finding tells of an article and those that share keys with it"
        )
        rows = [{"article": root, "what": "component", "reason": reason, "count": size} for root, size in large]
        self._write("skipped", 1, skipped_rows(rows))
        for name in ("related", "found", "keys"):
            shutil.rmtree(self._folder / name, ignore_errors=True)

    def _write(self, name: str, number: int, table: _core.Table, kept: list[bool] | None = None) -> None:
        arrow = _need("pyarrow", "notebook")
        rows = arrow.table(table)
        folder = self._folder / name
        folder.mkdir(exist_ok=True)
        if kept is not None:
            rows = rows.filter(arrow.array(kept, arrow.bool_()))
        _need("pyarrow.parquet", "notebook").write_table(rows, folder / f"{number:07}.parquet", compression=COMPRESSION)

    def _make(self, name: str, query: str) -> None:
        self._base.execute(f"create or replace table {name} as {query}")

    def _stored(self, table: str) -> str:
        files = ", ".join(map(_quoted, files_of(self._claims, table)))
        return f"read_parquet([{files}])"

    def _has(self, name: str, file: str) -> bool:
        return (self._claims / name / file).exists()
