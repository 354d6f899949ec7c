"""Tables as pandas, polars and DuckDB users expect them, `df.wirecheck`, and the caller's columns brought along."""

from __future__ import annotations

import datetime
import subprocess
import sys
from typing import Any

import pytest

import wirecheck as wc
from wirecheck import _core

pd = pytest.importorskip("pandas")
pytest.importorskip("pyarrow")

TEXT = "At least 19 people were killed in Kabul on Monday, officials said."


@pytest.fixture(scope="module")
def claims() -> wc.Claims:
    return wc.extract(wc.samples())


@pytest.fixture(scope="module")
def report(claims: wc.Claims) -> wc.Report:
    return wc.check(claims)


def test_every_column_has_the_type_that_is_expected(claims: wc.Claims, report: wc.Report) -> None:
    for table in (*claims, *report):
        frame = table.to_pandas()
        columns = {column["name"]: column for form in _core.forms() if form["name"] == table.name for column in form["columns"]}
        for name, column in columns.items():
            kind = str(frame[name].dtype)
            if column["values"]:
                assert list(frame[name].cat.categories) == column["values"], (table.name, name)
            elif column["type"] == "int64":
                assert kind == ("Int64" if column["nullable"] else "int64"), (table.name, name)
            elif column["type"] == "bool":
                assert kind == "bool", (table.name, name)
            elif column["type"] == "date32":
                assert kind == "datetime64[s]", (table.name, name)
            elif column["type"].startswith("list"):
                assert all(type(cell) is list for cell in frame[name]), (table.name, name)


def test_values_are_those_of_the_table(claims: wc.Claims, report: wc.Report) -> None:
    for table in (*claims, *report):
        frame = table.to_pandas()
        for name in table.columns:
            kept = [None if not isinstance(cell, list) and pd.isna(cell) else cell for cell in frame[name]]
            days = [cell.date() if isinstance(cell, pd.Timestamp) else cell for cell in kept]
            assert days == table[name], (table.name, name)


def test_an_empty_table_has_the_same_types() -> None:
    empty, full = wc.extract("").casualties.to_pandas(), wc.extract(wc.samples()).casualties.to_pandas()
    assert empty.dtypes.to_dict() == full.dtypes.to_dict()


@pytest.mark.parametrize("day", [datetime.date(1, 1, 1), datetime.date(9999, 12, 31), None])
def test_days_of_all_printed_years_are_dates(day: datetime.date | None) -> None:
    frame = wc.extract(TEXT, kinds=["date"]).dates.join(pd.DataFrame({"article": ["000"], "day": pd.Series([day], dtype=object)}))
    (there,) = frame.to_pandas()["day"]
    assert pd.isna(there) if day is None else there.date() == day


def test_the_gravest_comes_first(report: wc.Report) -> None:
    severities = report.findings.to_pandas().sort_values("severity")["severity"].tolist()
    order = ["error", "warning", "note"]
    assert severities == sorted(severities, key=order.index)
    assert len(set(severities)) > 1


def test_polars_has_the_vocabularies_too(report: wc.Report) -> None:
    pl = pytest.importorskip("polars")
    frame = report.relations.to_polars()
    assert frame.schema["verdict"] == pl.Enum(["agrees", "refines", "updates", "conflicts", "unrelated", "undecidable"])
    assert frame.schema["left"] == pl.String
    assert frame["verdict"].cast(pl.String).to_list() == report.relations["verdict"]


def test_duckdb_and_polars_read_a_table_directly(report: wc.Report) -> None:
    duckdb, pl = pytest.importorskip("duckdb"), pytest.importorskip("polars")
    relations_table = report.relations
    counted = duckdb.sql("from relations_table select verdict, count(*) group by all order by all").fetchall()
    assert sum(count for _, count in counted) == len(relations_table)
    assert pl.DataFrame(relations_table).height == len(relations_table)


def test_frames_come_back_in(claims: wc.Claims) -> None:
    pl = pytest.importorskip("polars")
    for back in (
        wc.Claims(articles=claims.articles.to_pandas(), casualties=claims.casualties.to_pandas()),
        wc.Claims(articles=claims.articles.to_polars(), casualties=claims.casualties.to_polars()),
        wc.Claims(articles=claims.articles, casualties=claims.casualties.to_pandas().astype({"effect": "category"})),
    ):
        assert back.casualties == claims.casualties
        assert back.articles == claims.articles
    nothing = pl.DataFrame(wc.extract("").casualties).with_columns(pl.col("effect").cast(pl.Categorical))
    assert len(wc.Claims(casualties=nothing).casualties) == 0


def frame() -> Any:
    return pd.DataFrame({"id": ["a", "b"], "body": [TEXT, TEXT.replace("19", "21")], "published": "2026-05-06"})


def test_a_frame_has_the_verbs() -> None:
    df = frame()
    claims = df.wirecheck.extract(columns={"text": "body"}, kinds=["casualty"])
    assert claims == wc.extract(df, columns={"text": "body"}, kinds=["casualty"])
    assert df.wirecheck.check(columns={"text": "body"}, select="toll-*") == wc.check(
        wc.extract(df, columns={"text": "body"}), select="toll-*"
    )
    with pytest.raises(ValueError, match="no column 'text'; it has id, body, published"):
        df.wirecheck.extract()


@pytest.mark.parametrize(
    ("script", "there"),
    [
        ("import pandas, wirecheck; print(hasattr(pandas.DataFrame, 'wirecheck'))", "True"),
        ("import wirecheck, sys; print('pandas' in sys.modules)", "False"),
        ("import wirecheck, pandas, wirecheck.pandas; print(hasattr(pandas.DataFrame, 'wirecheck'))", "True"),
        (
            "import wirecheck, pandas; df = pandas.DataFrame({'text': ['a']}); wirecheck.extract(df); df.wirecheck.check(); print(1)",
            "1",
        ),
        ("import wirecheck; df = wirecheck.extract('a').articles.to_pandas(); print(hasattr(df, 'wirecheck'))", "True"),
    ],
)
def test_when_a_frame_has_the_verbs(script: str, there: str) -> None:
    done = subprocess.run([sys.executable, "-W", "error", "-c", script], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == (there, "")


@pytest.mark.parametrize(
    "ids",
    [
        pd.Series([1, 2, 4]),
        pd.Series([1, 2, 4], dtype="Int64"),
        pd.Series([1.0, 2.0, 4.0]),
        pd.Series(["1", "2", "4"]),
        pd.Series(["1", "2", "4"], dtype="string"),
        pd.Series(["1", 2, 4.0], dtype=object),
        pd.Series(["1", "2", "4"], dtype="category"),
        pd.Series([1, 2, 4], dtype="category"),
    ],
    ids=lambda ids: str(ids.dtype),
)
@pytest.mark.parametrize("way", ["pandas", "index", "arrow", "polars"])
def test_columns_are_joined_whatever_the_ids_are(ids: Any, way: str) -> None:
    claims = wc.extract([{"id": n, "text": TEXT} for n in (1, 2, 3)], kinds=["casualty"])
    other: Any = pd.DataFrame({"id": ids, "desk": ["x", "y", "z"], "checked": [True, False, True]})
    if way == "index":
        other = other.set_index("id")
    elif way != "pandas" and {type(cell) for cell in ids} == {str, int, float}:
        pytest.skip("a column of Arrow has one type")
    elif way == "arrow":
        other = pytest.importorskip("pyarrow").Table.from_pandas(other, preserve_index=False)
    elif way == "polars":
        other = pytest.importorskip("polars").from_pandas(other)
    joined = claims.join(other)
    assert joined.articles["desk"] == joined.casualties["desk"] == ["x", "y", None]
    assert joined.casualties["checked"] == [True, False, None]
    assert str(joined.casualties.to_pandas()["checked"].dtype) == "boolean"
    assert str(joined.casualties.to_pandas()["hedged"].dtype) == "bool"
    assert claims.casualties.join(other) == joined.casualties


def test_what_is_missing_in_a_joined_table_is_null() -> None:
    claims = wc.extract([{"id": n, "text": TEXT} for n in "ab"], kinds=["casualty"])
    other = pd.DataFrame({"article": [None, "b"], "tags": [["p"], None], "n": [1, None], "big": [2**70, 1]})
    (first, second) = claims.join(other).casualties
    assert [first[name] for name in ("tags", "n", "big")] == [None, None, None]
    assert (second["tags"], second["n"], second["big"]) == (None, None, "1")
    back = wc.Table(_core.Table.concat([claims.join(other).casualties]))
    assert len(back.to_pandas()) == len(back.to_polars()) == 2


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        (pd.DataFrame({"id": ["a", "a"]}), r"rows 0 and 1 of the table to join both tell of article 'a'; keep one"),
        (pd.DataFrame({"id": [1, 1.0]}), "both tell of article '1'"),
        (pd.DataFrame({"key": ["a"]}), r"has no column 'article'; it has key\. Say which"),
        (pd.DataFrame({"id": [7]}), r"no article of the table 'articles' .* like 'a', and 'id' has ids like '7'"),
    ],
)
def test_a_table_that_cannot_be_joined_is_told(other: Any, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        wc.extract({"id": "a", "text": TEXT}).join(other)


def test_articles_may_be_named_by_the_index() -> None:
    df = pd.DataFrame({"text": [TEXT], "desk": ["x"]}, index=pd.Index(["a"], name="id"))
    claims = wc.extract(df)
    assert claims.join(df).articles[0]["article"] == "a"
    assert claims.join(df).articles[0]["desk"] == "x"
