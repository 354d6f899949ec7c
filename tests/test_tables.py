"""Tables travel: to other libraries, through pickle, and back in."""

from __future__ import annotations

import datetime
import pickle
from typing import Any

import pytest

import wirecheck as wc
from wirecheck import _core


@pytest.fixture(scope="module")
def claims() -> wc.Claims:
    return wc.extract(wc.samples())


@pytest.fixture(scope="module")
def report(claims: wc.Claims) -> wc.Report:
    return wc.check(claims)


def tables(*given: wc.Claims | wc.Report) -> list[wc.Table]:
    return [table for each in given for table in each]


def test_columns_are_those_of_the_documentation(claims: wc.Claims, report: wc.Report) -> None:
    forms = {(form["of"], form["name"]): form for form in _core.forms()}
    for owner, given in (("claims", claims), ("report", report)):
        for table in given:
            if form := forms.get((owner, table.name)):
                assert table.columns == [column["name"] for column in form["columns"]]
                assert table.schema == {column["name"]: column["type"] for column in form["columns"]}


def test_rows_come_one_way_or_another(claims: wc.Claims) -> None:
    table = claims.casualties
    rows = table.to_pylist()
    assert len(rows) == len(table) > 3
    assert list(table) == rows
    assert table[0] == rows[0]
    assert table[-1] == rows[-1]
    assert table["low"] == [row["low"] for row in rows]
    assert table[1:3].to_pylist() == rows[1:3]
    assert type(table[1:3]) is wc.Table
    assert table.head(2) == table[:2]
    assert table[5:2].to_pylist() == []
    assert table[-2:].to_pylist() == rows[-2:]


@pytest.mark.parametrize(
    ("key", "error", "sentence"),
    [
        ("lows", KeyError, 'no column "lows"; it has id, article'),
        (10_000, IndexError, "row 10000 of the table `casualties`"),
        (-10_000, IndexError, "row -10000"),
        (slice(None, None, 2), ValueError, "steps of 1"),
        (1.5, TypeError, "a column's name, a row's number"),
    ],
)
def test_a_wrong_key_is_a_sentence(claims: wc.Claims, key: Any, error: type[Exception], sentence: str) -> None:
    with pytest.raises(error, match=sentence):
        claims.casualties[key]


def test_tables_pickle_and_compare(claims: wc.Claims, report: wc.Report) -> None:
    for table in tables(claims, report):
        back = pickle.loads(pickle.dumps(table))
        assert back == table
        assert type(back) is wc.Table
    assert pickle.loads(pickle.dumps(claims)) == claims
    assert pickle.loads(pickle.dumps(report)) == report
    assert claims.casualties != claims.quotes
    assert claims.casualties != claims.casualties[1:]
    assert _core.Table.concat([claims.casualties[:2], claims.casualties[2:]]) == claims.casualties


def test_tables_go_to_pandas(claims: wc.Claims, report: wc.Report) -> None:
    pandas = pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    for table in tables(claims, report):
        frame = table.to_pandas()
        assert list(frame.columns) == table.columns
        assert len(frame) == len(table)
    frame = claims.casualties.to_pandas()
    assert str(frame["high"].dtype) == "Int64"
    assert frame["low"].tolist() == [pandas.NA if low is None else low for low in claims.casualties["low"]]
    if hasattr(pandas.DataFrame, "from_arrow"):
        assert len(pandas.DataFrame.from_arrow(claims.casualties)) == len(frame)


def test_tables_go_to_polars(claims: wc.Claims, report: wc.Report) -> None:
    polars = pytest.importorskip("polars")
    for table in tables(claims, report):
        frame = table.to_polars()
        assert frame.columns == table.columns
        assert frame.to_dicts() == table.to_pylist()
        assert polars.DataFrame(table).equals(frame.cast({polars.Enum: polars.String}))


def test_tables_go_to_arrow(claims: wc.Claims, report: wc.Report) -> None:
    arrow = pytest.importorskip("pyarrow")
    for table in tables(claims, report):
        assert table.to_arrow().to_pylist() == table.to_pylist()
        assert arrow.schema(table) == table.to_arrow().schema


def test_every_table_says_how_it_was_made(claims: wc.Claims, report: wc.Report) -> None:
    stamp = _core.stamp()
    assert stamp.keys() == {"wirecheck.version", "wirecheck.rules", "wirecheck.schema"}
    assert stamp["wirecheck.version"] == wc.__version__
    for table in tables(claims, report):
        assert table.metadata == stamp
        assert pickle.loads(pickle.dumps(table)).metadata == stamp
        assert table[:1].metadata == stamp
    assert claims.casualties.join(claims.articles, columns={"id": "article"}).metadata == stamp


def test_a_table_of_another_version_keeps_its_word() -> None:
    arrow = pytest.importorskip("pyarrow")
    ours = wc.extract("Nineteen people were killed.")
    older = {"wirecheck.version": "0.0.9", "wirecheck.rules": "00ff", "wirecheck.schema": "1"}
    table = ours.casualties.to_arrow()
    back = wc.Claims(casualties=table.replace_schema_metadata(older)).casualties
    assert back.metadata == older
    assert back == ours.casualties, "the rows decide whether two tables are equal"
    assert _core.Table.concat([back, ours.casualties]).metadata == {"wirecheck.schema": "1"}
    by_hand = wc.Claims(casualties=arrow.table(table.to_pydict(), table.schema.remove_metadata())).casualties
    assert by_hand.metadata == {"wirecheck.version": wc.__version__, "wirecheck.schema": "1"}, "no rule of ours has read it"


def test_duckdb_reads_tables(claims: wc.Claims) -> None:
    duckdb = pytest.importorskip("duckdb")
    casualties = claims.casualties
    found = duckdb.sql("select count(*), max(low) from casualties").fetchall()[0]
    assert found == (len(casualties), max(low for low in claims.casualties["low"] if low is not None))


@pytest.mark.parametrize("there", ["to_pandas", "to_polars", "to_arrow"])
def test_claims_come_back_in(claims: wc.Claims, there: str) -> None:
    pytest.importorskip(there.removeprefix("to_").replace("arrow", "pyarrow"))
    names = ("articles", "dates", "names", "casualties", "meetings", "quotes", "unread")
    back = wc.Claims(**{name: getattr(getattr(claims, name), there)() for name in names})
    for name in names:
        assert getattr(back, name).to_pylist() == getattr(claims, name).to_pylist(), name
    assert list(wc.check(back).pairs()) == list(wc.check(claims).pairs())


def test_claims_that_do_not_fit_are_told(claims: wc.Claims) -> None:
    arrow = pytest.importorskip("pyarrow")
    table = claims.casualties.to_arrow()
    with pytest.raises(KeyError, match="the table `casualties` needs a column `effect`"):
        wc.Claims(casualties=table.drop_columns(["effect"]))
    wrong = table.set_column(table.column_names.index("effect"), "effect", arrow.array(["dead"] * len(table)))
    with pytest.raises(
        ValueError, match=r"column `effect` of the table `casualties`: \"dead\" is no Effect; it is one of killed"
    ):
        wc.Claims(casualties=wrong)
    with pytest.raises(KeyError, match='claims have no table "deaths"'):
        wc.Claims(deaths=table)
    with pytest.raises(ValueError, match="this is a list"):
        wc.Claims(casualties=[])


def test_columns_of_the_caller_come_along() -> None:
    polars = pytest.importorskip("polars")
    other = polars.DataFrame(
        {
            "id": ["market-2", "market-1", "elsewhere"],
            "text": ["x", "y", "z"],
            "desk": ["b", None, "c"],
            "weight": [1, 2, 3],
            "share": [0.5, None, 1.0],
            "day": [datetime.date(2026, 5, 6), None, None],
            "at": [datetime.datetime(2026, 5, 6, 14, 5), None, None],
            "tags": [["p", "q"], [], None],
        }
    )
    claims = wc.extract(wc.samples()).join(other)
    rows = {row["article"]: row for row in claims.articles}
    assert [rows["market-2"][name] for name in ("desk", "weight", "share", "day", "at", "tags")] == list(other.row(0))[2:]
    assert rows["market-1"]["desk"] is None
    assert rows["talks-1"]["weight"] is None
    assert rows["market-1"]["text"] != "y"
    assert claims.casualties.schema["weight"] == "int64"
    assert claims.casualties.to_polars()["weight"].null_count() < len(claims.casualties)
    wc.check(claims)
    with pytest.raises(ValueError, match="rows 0 and 1 of the table to join both tell of article 'a'"):
        claims.join(polars.DataFrame({"article": ["a", "a"], "x": [1, 2]}))
    with pytest.raises(ValueError, match="no column 'article'; it has x"):
        claims.join(polars.DataFrame({"x": [1]}))


def test_offsets_of_the_samples_are_exact(claims: wc.Claims, report: wc.Report) -> None:
    texts = dict(zip(claims.articles["article"], claims.articles["text"], strict=True))
    for table in (claims.dates, claims.names, claims.casualties, claims.meetings, claims.quotes, claims.unread):
        for row in table:
            assert texts[row["article"]][row["start"] : row["end"]] == row["text"], row
    for row in report.pairs():
        for side in ("left", "right"):
            assert texts[row[f"{side}_article"]][row[f"{side}_start"] : row[f"{side}_end"]] == row[f"{side}_text"]
    for row in report.findings:
        if row["start"] is not None:
            assert texts[row["article"]][row["start"] : row["end"]] == row["text"]


def test_ids_are_unique(claims: wc.Claims, report: wc.Report) -> None:
    for table in (*(t for t in claims if "id" in t.columns), report.relations, report.findings):
        assert len(set(table["id"])) == len(table), table.name
