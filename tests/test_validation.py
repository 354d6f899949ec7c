"""Coding sheets drawn from a report, and what coders made of them."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import wirecheck as wc
from wirecheck.validation.agreement import wilson
from wirecheck.validation.sample import ANSWERS, CodingSheet, _shares


@pytest.fixture(scope="module")
def report() -> wc.Report:
    return wc.check(wc.samples())


def filled(sheet: CodingSheet, coder: str | None, answer: Any) -> list[dict[str, Any]]:
    return [{**row, "coder": coder, "right": answer(row) if callable(answer) else answer} for row in sheet]


def test_a_sample_is_the_same_for_one_seed_and_any_order(report: wc.Report) -> None:
    sheet = report.sample(8, seed=3)
    assert sheet == report.sample(8, seed=3)
    assert sheet["id"] != report.sample(8, seed=4)["id"]
    assert sheet == wc.check(list(wc.samples())[::-1]).sample(8, seed=3)
    assert sheet["nr"] == list(range(1, 9))


def test_what_is_rare_is_drawn_as_often_as_what_is_common(report: wc.Report) -> None:
    of = Counter(report.relations["rule"])
    drawn = Counter(report.sample(2 * len(of))["rule"])
    assert set(drawn) == set(of)
    assert all(count == min(2, of[rule]) or count > 2 for rule, count in drawn.items())
    assert _shares({"a": 1000, "b": 3, "c": 50}, 23) == {"a": 10, "b": 3, "c": 10}
    assert _shares({"a": 2, "b": 1}, 200) == {"a": 2, "b": 1}
    assert sum(_shares({"a": 5, "b": 5, "c": 5}, 2).values()) == 2


def test_a_row_holds_both_texts_and_room_for_answers(report: wc.Report) -> None:
    for row in report.sample(by="verdict"):
        assert row["text"] in row["sentence"]
        assert row["other_text"] in row["other_sentence"]
        assert row["told"]
        assert row["coder"] is row["right"] is row["note"] is None
        assert row["stratum_size"] == Counter(report.relations["verdict"])[row["verdict"]]
    findings = report.sample(of="findings", by="severity")
    assert set(findings["id"]) == set(report.findings["id"])


def test_what_cannot_be_drawn_is_told(report: wc.Report) -> None:
    for asked, sentence in (
        ({"by": "colour"}, "relations are parted by one of rule, verdict, and this is by='colour'"),
        ({"of": "facts"}, "of= is one of relations, findings, and this is 'facts'"),
        ({"size": 0}, "a sample of 0 holds nothing"),
    ):
        with pytest.raises(ValueError, match=sentence):
            report.sample(**asked)  # type: ignore[arg-type]
    assert len(wc.check("Nothing happened.").sample()) == 0


def test_a_sheet_goes_through_a_workbook_and_a_csv(report: wc.Report, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    pytest.importorskip("nltk")
    sheet = report.sample(12)
    sheet.to_excel(tmp_path / "anna.xlsx")
    book = openpyxl.load_workbook(tmp_path / "anna.xlsx")
    page = book["sample"]
    column = sheet.columns.index("right") + 1
    assert [cell.value for cell in page[1]] == sheet.columns
    assert f'"{",".join(ANSWERS)}"' in [offered.formula1 for offered in page.data_validations.dataValidation]
    for row in range(2, 14):
        page.cell(row, column).value = ("yes", "no")[row % 2]
    book.save(tmp_path / "anna.xlsx")
    wc.Table.of_columns(
        "sample",
        [("id", "utf8", False), ("rule", "utf8", False), ("right", "utf8", False)],
        [sheet["id"], sheet["rule"], ["Y", "n"] * 6],
    ).to_csv(tmp_path / "ben.csv")
    found = wc.agreement([tmp_path / "anna.xlsx", str(tmp_path / "ben.csv")])
    assert found.coders == ("anna", "ben")
    assert found.alpha == 1.0
    assert (sum(found.by_rule["right"]), sum(found.by_rule["wrong"])) == (6, 6)


def test_precision_by_rule_with_wilsons_interval(report: wc.Report) -> None:
    sheet = report.sample(200)
    found = wc.agreement(filled(sheet, "Anna", lambda row: "no" if row["rule"] == "toll-updated" else "yes"))
    assert found.alpha is None
    for row in found.by_rule:
        assert row["precision"] == (0.0 if row["rule"] == "toll-updated" else 1.0)
        assert 0 <= row["low"] <= row["precision"] <= row["high"] <= 1
    # Eight of ten, as the textbooks have it.
    assert [round(end, 4) for end in wilson(8, 10)] == [0.4902, 0.9433]
    assert wilson(0, 5)[0] == 0.0
    assert wilson(5, 5)[1] == 1.0


def test_alpha_is_krippendorffs() -> None:
    """His example of two observers and ten items with two values: 0.095."""
    pytest.importorskip("nltk")
    first, second = "0100000010", "1110010000"
    rows = [
        {"id": str(nr), "rule": "toll-same", "coder": coder, "right": said}
        for coder, answers in (("A", first), ("B", second))
        for nr, said in enumerate(answers)
    ]
    found = wc.agreement(rows)
    assert found.alpha == pytest.approx(0.095, abs=0.001)
    assert len(found.disputed) == 4
    assert found.disputed[0] == {"id": "0", "rule": "toll-same", "answers": "A: no; B: yes"}
    assert found.by_rule[0]["open"] == 4
    # Who is unsure, or alone, is not compared.
    more = [
        {"id": "x", "rule": "toll-same", "coder": "A", "right": "yes"},
        {"id": "0", "rule": "toll-same", "coder": "C", "right": "?"},
    ]
    assert wc.agreement(rows + more).alpha == pytest.approx(found.alpha)


def test_alpha_of_one_answer_alone_is_not_defined(report: wc.Report) -> None:
    sheet = report.sample(5)
    assert wc.agreement([filled(sheet, "A", "yes"), filled(sheet, "B", "yes")]).alpha is None


def test_what_is_no_answer_is_told_with_row_and_column(report: wc.Report) -> None:
    rows = filled(report.sample(4), "A", "yes")
    rows[1]["right"], rows[3]["right"] = "maybe", "si"
    with pytest.raises(ValueError, match="row 3, column 'right': 'maybe' is none of yes, no, unsure") as raised:
        wc.agreement(rows)
    assert "row 5, column 'right': 'si' is none of yes" in str(raised.value)
    rows[1]["right"] = rows[3]["right"] = "yes"
    with pytest.raises(ValueError, match="row 6, column 'right': 'no', and 'yes' in another row"):
        wc.agreement([*rows, {**rows[0], "right": "no"}])
    with pytest.raises(ValueError, match="row 6, column 'rule': 'x' here, and"):
        wc.agreement([*rows, {**rows[0], "coder": "B", "rule": "x"}])
    with pytest.raises(ValueError, match="row 6, column 'id': it is empty, and the row is coded"):
        wc.agreement([*rows, {**rows[0], "id": None}])
    with pytest.raises(ValueError, match="is no coding sheet: it has no column 'rule'"):
        wc.agreement([{"id": "a", "right": "yes"}])
    with pytest.raises(ValueError, match="nothing is coded yet"):
        wc.agreement(report.sample(4))


def test_what_is_shown_of_coders_is_escaped(report: wc.Report) -> None:
    found = wc.agreement(filled(report.sample(4), "<script>alert(1)</script>", "yes"))
    assert "<script>alert" not in found._repr_html_()
    assert "4 items" in found._repr_html_()


def test_two_coders_whose_sheets_have_one_name_are_two(report: wc.Report, tmp_path: Path) -> None:
    pytest.importorskip("nltk")
    paths = [tmp_path / coder / "sample.csv" for coder in ("ana", "ben")]
    for path, answer in zip(paths, ("yes", "no"), strict=True):
        path.parent.mkdir()
        rows = filled(report.sample(4, seed=1), None, answer)
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0])
            writer.writeheader()
            writer.writerows(rows)
    assert wc.agreement(paths).coders == ("sample 1", "sample 2")
