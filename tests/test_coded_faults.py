"""Tables of claims that cannot be taken: what is wrong with them is told by row and column."""

from __future__ import annotations

from pathlib import Path

import pytest
from coder import KARUN, coded, fault

import wirecheck as wc


def test_all_faults_are_in_one_message() -> None:
    told = fault(
        {"effect": "kiled", "best": 18},
        {"effect": "killed", "best": "about 20", "date": "5/6/2026"},
        {"effect": "killed", "low": 20, "best": 18},
        {"effect": "killed", "best": -99},
        {"best": 3},
        {"effect": "killed", "best": 3, "number": 3},
        {"effect": "killed", "best": 3, "group": "children"},
        {"effect": "killed", "best": 3, "earliest": "2026-05-06", "latest": "2026-05-01"},
    )
    assert told.splitlines()[0] == "the table cannot be taken (row 1 is the header):"
    for line in (
        "row 2, column 'effect': 'kiled' is none of killed, injured, missing, displaced, detained, abducted, casualties; did you mean 'killed'?",
        "row 3, column 'date': '5/6/2026' is no date; write it as 2026-05-06, or 2026-05 where the day is not known",
        "row 3, column 'best': 'about 20' is no whole number; leave the cell empty where a figure is not known",
        "row 4, column 'low': 20 is more than 18; low, best and high must rise",
        "row 5, column 'best': -99 is less than 0; leave the cell empty where a figure is not known",
        "row 6, column 'best': nothing says what happened to the people",
        "row 7, column 'best': the row also has a `number`; the two are one field",
        "row 8, column 'group': 'children' is none of civilian, combatant, child,",
        "row 9, column 'latest': 2026-05-01 lies before 2026-05-06",
    ):
        assert line in told, told
    assert fault(*[{"effect": "kiled", "best": 1}] * 22).splitlines()[-1] == "  and 12 more"


def test_columns_that_are_not_there_are_told() -> None:
    for columns, sentence in (
        ({"efect": "effect"}, "a casualty has no field 'efect'; did you mean 'effect'?"),
        ({"place": "plase"}, "there is no column 'plase' for 'place'; did you mean 'place'?"),
    ):
        with pytest.raises(ValueError, match=r"field|column") as raised:
            coded(KARUN, columns=columns, kind="casualty")
        assert sentence in str(raised.value)
    with pytest.raises(ValueError, match="does not say what it holds; name it: kind='casualty'"):
        coded({"place": "Karun"})
    with pytest.raises(ValueError, match="may hold casualty or quote; name it"):
        coded({"effect": "killed", "number": 1, "speaker": "Anna Berg", "text": "x"})
    with pytest.raises(ValueError, match="kind= is one of casualty, meeting, quote, and this is 'toll'"):
        coded(KARUN, kind="toll")


def test_what_is_no_table_is_told(tmp_path: Path) -> None:
    for table, sentence in (
        ("nowhere.csv", "there is no file 'nowhere.csv'"),
        (3, "a list of dicts; this is a int"),
        ([KARUN, 3], "row 3 of the table is a int, not a dict"),
    ):
        with pytest.raises(ValueError, match=r"table|file") as raised:
            wc.Claims.from_table(table)
        assert sentence in str(raised.value)
    path = tmp_path / "a.csv"
    for data, sentence in (
        (b"", "a.csv: the first row holds no names of columns"),
        (b"effect,best\nkilled,\xff", "is no UTF-8; save it anew as"),
        (b"effect,best\nkilled,1,200\n", "row 2: it has 3 cells, and the header 2"),
        (b"effect,effect\nkilled,killed\n", "two columns 'effect'"),
    ):
        path.write_bytes(data)
        with pytest.raises(ValueError, match=r"a.csv") as raised:
            wc.Claims.from_table(path)
        assert sentence in str(raised.value)


def test_empty_tables_and_empty_rows(tmp_path: Path) -> None:
    assert len(wc.Claims.from_table([], kind="casualty").casualties) == 0
    path = tmp_path / "a.csv"
    path.write_text("effect;best;place\n\nkilled;18;Karun\n;;\nkilled;x;Karun\n", encoding="utf-8")
    with pytest.raises(ValueError, match="row 5, column 'best': 'x' is no whole number"):
        wc.Claims.from_table(path)
