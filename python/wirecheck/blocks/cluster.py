"""Checking claims on Spark: the keys are shuffled by Spark, and each block is checked on one core of a worker."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from .. import _core
from ..sink.tables import TABLE, schemas, wide_of, widened
from ..tables import _need
from . import queries
from .judge import READ, UNKNOWN_DAYS, Components, Known, claims_of, judged, keys

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

GIVEN = ("relations", "findings", "sources", "entities", "facts")
"""The tables that a block gives."""

ARTICLES = f"""
select article, coalesce(substr(published, 1, 10), cast(anchor_date as string), '') as day,
       datediff(anchor_date, date '1970-01-01') as number, size(sketch) as sketch, url, role = 'source' as source,
       anchor_quality = 'none' as undated
from claims where {TABLE} = 'articles'
"""

BATCH = 2_000
"""Articles whose keys are made in one go."""


@dataclass
class ClusterCheck:
    """A check of the claims of a wide DataFrame.

    Attributes:
        claims: The wide DataFrame; it is gone through some four times.
        options: Those of a check.
        lexicon: The words that comparing goes by.
        part: Articles in a part at most; a part lies within a day.
        largest: Articles that are checked together at most.
    """

    claims: DataFrame
    options: Mapping[str, Any]
    lexicon: _core.Lexicon | None
    part: int
    largest: int
    _kept: list[Any] = field(default_factory=list)
    _views: set[str] = field(default_factory=set)
    _prefix: str = field(default_factory=lambda: f"wirecheck_{uuid4().hex}_")

    def run(self) -> tuple[DataFrame, DataFrame]:
        """The relations and the findings."""
        self._view("claims", self.claims, kept=False)
        self._view("articles", self._sql(ARTICLES))
        self._keys(Known())
        known = self._learn(Known(crowded=self._crowded()))
        if known.entities or known.sources:
            self._keys(known)
            known = Known(self._crowded(), known.entities, known.sources)
        self._view("parts", self._sql(_parts(self.part)))
        told = self._checked(self._cover(), "parts", known)
        self._view("told", told)
        self._view("links", self._links())
        self._view("hanging", self._sql(queries.HANGING))
        self._view("sizes", self._sql("select root, count(*) as size, min(day) as day from hanging group by root"))
        self._view("packs", self._sql(_packs(self.part, self.largest)))
        self._view("packed", self._sql("select h.article, p.pack as part from hanging h join packs p on h.root = p.root"))
        self._view("whole", self._checked(self._sql(queries.PACKED), "packed", known))
        return self._given("relations", "left_article", "fact"), self._given("findings", "article")

    def _given(self, name: str, column: str, *unknown: str) -> DataFrame:
        """A table of the report: of each component as it was checked by itself, of those that are too large as the blocks told it."""
        columns = [field.name for field in _given_schemas()[name]]
        kept = ", ".join(f"cast(null as string) as {c}" if c in unknown else f"t.{c}" for c in columns)
        return self._sql(
            f"select {', '.join(columns)} from whole where {TABLE} = '{name}' union all "
            f"select {kept} from told t join hanging h on h.article = t.{column} join sizes s on h.root = s.root "
            f"where t.{TABLE} = '{name}' and s.size > {self.largest}"
        )

    def _keys(self, known: Known) -> None:
        count = self._sql("select article from articles").count()
        buckets = max(1, -(-count // BATCH))
        functions = _need("pyspark.sql.functions", "spark")
        bucket = functions.pmod(functions.xxhash64("article"), functions.lit(buckets)).alias("bucket")
        grouped = self.claims.where(functions.col(TABLE).isin(list(READ))).groupBy(bucket)
        lexicon = self.lexicon
        # A lambda, since Spark asks a function for its types and a partial one for what it has not.
        work = lambda rows: _keys_of(rows, known, lexicon)  # noqa: E731
        self._view(
            "keys", grouped.applyInArrow(work, "article string, kind string, key long, open boolean, member long, cap long")
        )

    def _crowded(self) -> list[int]:
        self._view("crowded", self._sql(queries.CROWDED))
        self._view("live", self._sql(queries.LIVE))
        return [row[0] for row in self._sql("select key from crowded").toLocalIterator()]

    def _learn(self, known: Known) -> Known:
        self._view("learners", self._sql(queries.LEARNERS))
        self._view("parts", self._sql(f"select p.* from ({_parts(self.part)}) p join learners l on p.article = l.article"))
        self._view("learnt", self._checked(self._cover(queries.LEARNING), "parts", known))
        entities = {(row["entity"], row["merged"]): row for row in self._rows("learnt", "entities")}
        sources = {row["article"]: row for row in self._rows("learnt", "sources") if row["anchor_quality"] in UNKNOWN_DAYS}
        return Known(known.crowded, list(entities.values()), sources)

    def _rows(self, view: str, name: str) -> Iterator[dict[str, Any]]:
        columns = ", ".join(field.name for field in _given_schemas()[name])
        return (row.asDict() for row in self._sql(f"select {columns} from {view} where {TABLE} = '{name}'").toLocalIterator())

    def _cover(self, kinds: str = "") -> DataFrame:
        """Blocks of parts that are so small that none is too large."""
        self._view("cover", self._sql(queries.cover(kinds)))
        while not self._sql(queries.oversized(self.largest)).isEmpty():
            self._view("parts", self._sql(_halved(self.largest)))
            self._view("cover", self._sql(queries.cover(kinds)))
        return self._sql("select * from cover")

    def _checked(self, cover: DataFrame, parts: str, known: Known) -> DataFrame:
        """What each block tells of the articles of its own part, as one wide DataFrame."""
        self._view("blocks", cover)
        rows = self._sql(
            f"select b.block, p.part as own, c.* from claims c join blocks b on c.article = b.article "
            f"left join {parts} p on c.article = p.article where c.{TABLE} in {READ}"
        )
        options, lexicon = dict(self.options), self.lexicon
        work = lambda rows: _checked_block(rows, known, options, lexicon)  # noqa: E731
        return rows.groupBy("block").applyInArrow(work, spark_schema(given_schema()))

    def _links(self) -> DataFrame:
        """Each article that hangs on another, with the one that stands for both: a forest of each partition first, then of them all."""
        edges = self._sql(
            f"select left_article as one, right_article as other from told where {TABLE} = 'relations' union all "
            f"select article, copy_of from told where {TABLE} = 'sources' and copy_of is not null union all "
            f"select articles[0], explode(articles) from told where {TABLE} = 'facts' union all {queries.VERSIONS}"
        )
        forest = Components()
        for row in edges.mapInArrow(_forest, "one string, other string").toLocalIterator():
            forest.join(row["one"], row["other"])
        arrow = _need("pyarrow", "spark")
        links, text = forest.links(), arrow.string()
        table = arrow.table([arrow.array(links.keys(), text), arrow.array(links.values(), text)], ["article", "root"])
        frame: DataFrame = self.claims.sparkSession.createDataFrame(table)
        return frame

    def _view(self, name: str, frame: DataFrame, kept: bool = True) -> None:
        """Names a DataFrame for the queries; what is used more than once is kept on the workers' disks."""
        if kept:
            frame = frame.persist(_need("pyspark", "spark").StorageLevel.DISK_ONLY)
            self._kept.append(frame)
        frame.createOrReplaceTempView(self._prefix + name)
        self._views.add(name)

    def _sql(self, query: str) -> DataFrame:
        """A query whose views are ours: the caller may have some of the same names."""

        def ours(found: re.Match[str]) -> str:
            name = found[2]
            return f"{found[1]} {self._prefix if name in self._views else ''}{name}"

        frame: DataFrame = self.claims.sparkSession.sql(re.sub(r"\b(from|join) (\w+)\b", ours, query))
        return frame

    def free(self) -> None:
        """Lets go of what the workers keep."""
        for frame in self._kept:
            frame.unpersist()
        for name in self._views:
            self.claims.sparkSession.catalog.dropTempView(self._prefix + name)
        self._kept.clear()
        self._views.clear()


def _parts(size: int) -> str:
    """The articles in parts of so many at most, of one day each: no worker sorts them all."""
    within = f"cast(floor((row_number() over (partition by day order by article) - 1) / {size}) as string)"
    return f"select article, concat(day, '/', lpad({within}, 8, '0')) as part from articles"


def _halved(largest: int) -> str:
    """As `queries.halved`, for parts that are texts."""
    return f"""
    select p.article, case when o.block is null then p.part
        else concat(p.part, '.', ntile(2) over (partition by p.part order by p.article)) end as part
    from parts p left join ({queries.oversized(largest)}) o on p.part = o.block
    """


def _packs(size: int, largest: int) -> str:
    """As `queries.packs`, day by day."""
    before = "sum(size) over (partition by day order by root rows unbounded preceding) - size"
    return f"select root, concat(day, '/', floor(({before}) / {size})) as pack from sizes where size <= {largest}"


@cache
def _given_schemas() -> dict[str, Any]:
    """The Arrow schemas of what a block gives."""
    arrow = _need("pyarrow", "spark")
    empty = _core.check(_core.extract([]))
    return {name: arrow.table(empty[name]).schema for name in GIVEN}


@cache
def given_schema() -> Any:
    """The schema of what a block gives, as one wide table: `table`, then every column of all four once."""
    return wide_of(_given_schemas())


def _keys_of(claims: Any, known: Known, lexicon: _core.Lexicon | None) -> Any:
    """The keys of some articles; runs on the workers."""
    return keys(claims_of(_tables(claims)), known, lexicon)


def _checked_block(rows: Any, known: Known, options: Mapping[str, Any], lexicon: _core.Lexicon | None) -> Any:
    """What a block tells: relations of which no side stands in a part before it and one in its own, and the rest of its own articles."""
    arrow = _need("pyarrow", "spark")
    block = rows["block"][0].as_py()
    claims = claims_of(_tables(rows))
    own = dict(zip(rows["article"].to_pylist(), rows["own"].to_pylist(), strict=True))
    report = judged(claims, known, options, lexicon, 1)
    relations, findings = report["relations"], report["findings"]
    sides = zip(relations["left_article"], relations["right_article"], strict=True)
    kept = {
        "relations": [min(own[left] or "~", own[right] or "~") == block for left, right in sides],
        "findings": [own.get(article) == block for article in findings["article"]],
        "sources": [own[article] == block for article in report["sources"]["article"]],
        "entities": [True] * len(report["entities"]),
        "facts": [len(articles) > 1 for articles in report["facts"]["articles"]],
    }
    told = [(name, arrow.table(report[name]).filter(arrow.array(mask, arrow.bool_()))) for name, mask in kept.items()]
    return arrow.concat_tables([widened(name, table, given_schema()) for name, table in told])


def _tables(rows: Any) -> dict[str, Any]:
    """The tables in wide rows of claims."""
    compute = _need("pyarrow.compute", "spark")
    return {name: rows.filter(compute.equal(rows[TABLE], name)).select(schemas()[name].names) for name in READ}


def _forest(batches: Iterator[Any]) -> Iterator[Any]:
    """Pairs of articles that hang together, as few as tell the same; runs on the workers."""
    arrow = _need("pyarrow", "spark")
    forest = Components()
    for batch in batches:
        for one, other in zip(batch.column(0).to_pylist(), batch.column(1).to_pylist(), strict=True):
            forest.join(one, other)
    links, text = forest.links(), arrow.string()
    yield arrow.record_batch([arrow.array(links.keys(), text), arrow.array(links.values(), text)], ["one", "other"])


def spark_schema(schema: Any) -> Any:
    """A schema of Arrow as Spark's own; what comes from a worker may be null as far as Spark knows."""
    return _need("pyspark.sql.pandas.types", "spark").from_arrow_schema(
        _need("pyarrow", "spark").schema([field.with_nullable(True) for field in schema])
    )
