"""On Spark the rows are those of one machine. A local Spark, two cores of it; `make test-all` runs this."""

from __future__ import annotations

import datetime
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import wirecheck as wc

pytestmark = [pytest.mark.spark, pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas")]

sql = pytest.importorskip("pyspark.sql", reason="pyspark is not installed: pip install 'wirecheck[spark]'")
if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
    pytest.skip("Spark needs Java 17, and there is no java", allow_module_level=True)

COUNT = 400


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A Spark of two cores that talks to nobody."""
    os.environ["PYSPARK_PYTHON"] = sys.executable
    options = {
        "spark.ui.enabled": "false",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.sql.shuffle.partitions": "3",
        "spark.sql.warehouse.dir": str(tmp_path_factory.mktemp("warehouse")),
        "spark.sql.execution.arrow.maxBytesPerBatch": "200k",
    }
    builder = sql.SparkSession.builder.master("local[2]").appName("wirecheck")
    for name, value in options.items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    yield spark
    spark.stop()


@pytest.fixture(scope="module")
def articles() -> wc.Articles:
    """Some hundred made-up articles."""
    sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))
    import generate

    sys.path.pop(0)
    return wc.read_articles(generate.articles(COUNT))


def frame(session: Any, articles: wc.Articles, parts: int = 3) -> Any:
    rows = [{name: getattr(article, name) for name in wc.Article.__slots__} for article in articles]
    schema = ", ".join(f"{name} string" for name in wc.Article.__slots__)
    return session.createDataFrame(rows, schema).repartition(parts, "id")


def ordered(claims: wc.Claims) -> dict[str, list[dict[str, Any]]]:
    """The rows of each table, in an order that does not depend on that of the articles."""
    return {table.name: sorted(table.to_pylist(), key=repr) for table in claims}


def test_the_samples_give_the_rows_of_one_machine(session: Any, tmp_path: Path) -> None:
    wc.spark.write(wc.spark.extract(frame(session, wc.samples())), tmp_path / "claims")
    assert ordered(wc.read_claims(tmp_path / "claims")) == ordered(wc.extract(wc.samples()))


def test_made_up_articles_give_the_rows_of_one_machine(session: Any, articles: wc.Articles, tmp_path: Path) -> None:
    wide = wc.spark.extract(frame(session, articles))
    wc.spark.write(wide, tmp_path / "claims")
    whole = wc.extract(articles)
    assert ordered(wc.read_claims(tmp_path / "claims")) == ordered(whole)
    tables = wc.spark.tables(session.read.parquet(str(tmp_path / "claims")))
    assert {name: table.count() for name, table in tables.items()} == {table.name: len(table) for table in whole}
    assert tables["quotes"].columns == whole.quotes.columns


def test_columns_kinds_and_names_are_those_of_extract(session: Any, tmp_path: Path) -> None:
    lexicon = wc.Lexicon(names={"Omar Dorensk": "PERSON"})
    day = datetime.date(2026, 5, 6)
    rows = [(n, f"“We saw {n} of them,” said Omar Dorensk on Monday.", day) for n in range(9)]
    df = session.createDataFrame(rows, "key long, body string, published date")
    asked: dict[str, Any] = {"columns": {"id": "key", "text": "body"}, "kinds": ["quote"], "lexicon": lexicon}
    wc.spark.write(wc.spark.extract(df, **asked), tmp_path / "claims")
    given = [{"key": str(n), "body": text, "published": day} for n, text, _ in rows]
    assert ordered(wc.read_claims(tmp_path / "claims")) == ordered(wc.extract(given, **asked))


def test_a_batch_is_no_larger_than_spark_is_told(session: Any) -> None:
    """What a worker holds at a time goes by bytes, however long the articles are."""
    df = session.createDataFrame([(n, "word " * 4000) for n in range(60)], "id long, text string").coalesce(1)

    def rows_of_each(batches: Iterator[Any]) -> Iterator[Any]:
        import pyarrow as arrow

        for batch in batches:
            yield arrow.RecordBatch.from_pydict({"rows": [len(batch)]})

    sizes = df.mapInArrow(rows_of_each, "rows long").collect()
    assert max(row["rows"] for row in sizes) <= 11


def test_what_is_missing_is_told(session: Any) -> None:
    with pytest.raises(ValueError, match="on Spark every article needs an id of its own, and there is no column 'id'"):
        wc.spark.extract(session.createDataFrame([("a",)], "text string"))
    with pytest.raises(ValueError, match="the table has no column 'text'; it has id, body"):
        wc.spark.extract(session.createDataFrame([("a", "b")], "id string, body string"))
    with pytest.raises(ValueError, match="this is no wide DataFrame of claims"):
        wc.spark.check(session.createDataFrame([("a",)], "text string"))
    nameless = session.createDataFrame([(None, "A text.")], "id string, text string")
    with pytest.raises(Exception, match=r"an article has no id; its text begins with 'A text\.'"):
        wc.spark.extract(nameless).collect()


def rows_of(table: Any, *drop: str) -> list[dict[str, Any]]:
    rows = [row.asDict() for row in table.collect()] if hasattr(table, "collect") else table.to_pylist()
    return sorted(({k: v for k, v in row.items() if k not in drop} for row in rows), key=lambda row: str(row["id"]))


def told(session: Any, articles: wc.Articles, folder: Path, **how: int) -> Any:
    wc.spark.write(wc.spark.extract(frame(session, articles)), folder / "claims")
    return wc.spark.check(session.read.parquet(str(folder / "claims")), **how)


@pytest.mark.parametrize("largest", [20_000, 5], ids=["blocks", "halved blocks"])
def test_the_samples_are_checked_as_on_one_machine(session: Any, tmp_path: Path, largest: int) -> None:
    report = told(session, wc.samples(), tmp_path, part=2, largest=largest)
    whole = wc.check(wc.samples())
    drop = ("fact",) if largest == 5 else ()
    assert rows_of(report.relations, *drop) == rows_of(whole.relations, *drop)
    assert report.relations.columns == whole.relations.columns
    if not drop:
        assert rows_of(report.findings) == rows_of(whole.findings)
    report.free()
    assert not [table.name for table in session.catalog.listTables() if "wirecheck" in table.name]


def test_made_up_articles_are_checked_as_on_one_machine(session: Any, articles: wc.Articles, tmp_path: Path) -> None:
    some = wc.read_articles(articles[:60])
    report = told(session, some, tmp_path, part=10)
    whole = wc.check(some)
    assert rows_of(report.relations) == rows_of(whole.relations)
    assert rows_of(report.findings) == rows_of(whole.findings)
