"""wirecheck on Spark: `wirecheck.spark.extract(df)` reads the articles of a DataFrame, as many at a time as there are cores.

Needs `pip install "wirecheck[spark]"` on the driver and on every worker, and Java 17. How a large run is planned is told
in docs/spark.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from os import PathLike
from typing import TYPE_CHECKING, Any

from . import _core
from .articles import _mapping, as_rows, each, table_rows
from .blocks.cluster import ClusterCheck, spark_schema
from .claims import CLAIMS
from .nearest import named_checks, named_kinds
from .sink.tables import COMPRESSION, TABLE, schemas, wide_schema, widened
from .sizes import current
from .tables import _need
from .verbs import _names
from .work import chunks

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

_CHUNK = 1_000_000
"""Code points of text that a worker reads in one go: what it holds of articles and claims at a time is a few times as much."""


def extract(
    articles: DataFrame,
    *,
    columns: Mapping[str, str] | None = None,
    kinds: Iterable[str] | str | None = None,
    lexicon: _core.Lexicon | None = None,
) -> DataFrame:
    """Reads the articles of a DataFrame and gives their claims as one wide DataFrame.

    The articles are gone through once, without a shuffle. Each row of the result is a row of the table that its column `table` names, with
    that table's columns filled and all others null: `write` parts them on disk, `tables` in the plan.

    Args:
        articles: A DataFrame with the columns `text` and `id`, and `published outlet title url role` where there. Ids must be
            unique, which is not looked at here: `df.groupBy("id").count().where("count > 1")` tells.
        columns: Which column holds which field, `{"text": "body"}`.
        kinds: Which claims to read, of casualty, meeting, quote, date, name; all of them if None.
        lexicon: The words that reading goes by, with names of your own; the English tables if None.

    Raises:
        ImportError: If pyspark or pyarrow is not installed.
        ValueError: If a column is missing, or there is no such kind. What is wrong with a single article is told when Spark comes to read it.
    """
    wanted = _mapping(columns, articles.columns)
    if "id" not in wanted:
        raise ValueError(
            "on Spark every article needs an id of its own, and there is no column 'id'; name one, columns={'id': ...}, "
            "or make one: df.withColumn('id', monotonically_increasing_id())"
        )
    functions = _need("pyspark.sql.functions", "spark")
    chosen = articles.select(*(functions.col(f"`{column}`").alias(field) for field, column in wanted.items()))
    work = partial(_read, kinds=None if kinds is None else named_kinds(_names(kinds)), lexicon=lexicon, longest=current().text)
    return chosen.mapInArrow(work, spark_schema(wide_schema()))


def tables(wide: DataFrame) -> dict[str, DataFrame]:
    """The tables of a wide DataFrame by name, each with its own columns.

    Every table that is used goes through the wide one again: `wide.cache()` before, or `write` it and read the tables from there.
    """
    return {name: wide.where(wide[TABLE] == name).select(*schemas()[name].names) for name in CLAIMS}


def write(wide: DataFrame, path: str | PathLike[str]) -> None:
    """Writes a wide DataFrame in one pass as Parquet, a folder for each table: `claims/table=quotes/`.

    `wirecheck.read_claims(path)` reads it into memory, `spark.read.parquet(path)` gives the wide DataFrame back.

    Raises:
        AnalysisException: If the path is there already.
    """
    wide.write.option("compression", COMPRESSION).partitionBy(TABLE).parquet(str(path))


class SparkReport:
    """What a check on Spark tells.

    Attributes:
        relations: How two claims stand to each other, with the columns of `report.relations`.
        findings: What a reader should look at, with the columns of `report.findings`.
    """

    def __init__(self, check: ClusterCheck) -> None:
        """Made by `check`."""
        self._check = check
        self.relations, self.findings = check.run()

    def free(self) -> None:
        """Lets go of what the workers keep for it; the DataFrames are of no use after it."""
        self._check.free()


def check(
    claims: DataFrame,
    *,
    lexicon: _core.Lexicon | None = None,
    owners: Mapping[str, str] | None = None,
    select: Sequence[str] | str | None = None,
    ignore: Sequence[str] | str | None = None,
    part: int = 2_000,
    largest: int = 20_000,
) -> SparkReport:
    """Checks claims for consistency, block by block: relations and findings are those of `wirecheck.check`.

    The claims are gone through several times: `write` them and give what `spark.read.parquet` reads. The first steps run at once, the
    last when the relations or the findings are asked for.

    Args:
        claims: The wide DataFrame that `extract` gives.
        lexicon: The words that comparing goes by, with names of your own; the English tables if None.
        owners: The owner of each outlet: outlets of one owner are one source.
        select: Keep the findings of these checks alone; `*` stands for any letters.
        ignore: Leave out the findings of these checks.
        part: Articles of one day that are checked with all that share keys with them, on one core.
        largest: Articles that are checked together at most, which is what a worker must have memory for, some 20 kB each: where a block
            would be larger, its part is halved. Where more hang together by relations, relations are still whole, but a finding tells
            only of an article and those that share keys with it, and `fact` is null.

    Raises:
        ImportError: If pyspark or pyarrow is not installed.
        ValueError: If it is no wide DataFrame of claims, or there is no such check.
    """
    if missing := [field.name for field in wide_schema() if field.name not in claims.columns]:
        raise ValueError(
            f"this is no wide DataFrame of claims, as wirecheck.spark.extract gives it: it has no {', '.join(missing[:5])}"
        )
    options = {"owners": dict(owners or {}), "select": _names(select), "ignore": _names(ignore)}
    if patterns := [*options["select"], *options["ignore"]]:
        named_checks(patterns)
    return SparkReport(ClusterCheck(claims, options, lexicon, part, largest))


def _read(batches: Iterator[Any], kinds: Sequence[str] | None, lexicon: _core.Lexicon | None, longest: int) -> Iterator[Any]:
    """The claims of record batches of articles, as batches of the wide table; runs on the workers, on one core each."""
    arrow = _need("pyarrow", "spark")
    for batch in batches:
        for chunk in chunks(each(_known(batch)), _CHUNK):
            read = _core.extract(as_rows(chunk), kinds, lexicon, 1, longest)
            rows = [widened(name, arrow.table(read[name])) for name in CLAIMS if len(read[name])]
            yield from arrow.concat_tables(rows).combine_chunks().to_batches() if rows else ()


def _known(batch: Any) -> Iterator[Mapping[str, Any]]:
    """The rows of a batch, each with an id."""
    for row in table_rows(batch, None):
        if row["id"] is None:
            raise ValueError(f"an article has no id; its text begins with {(row['text'] or '')[:60]!r}")
        yield row
