"""The checklist of a draft: beside its text, into a workbook, and the ticks back out of it."""

from __future__ import annotations

import pickle
import re
import sys
import warnings
from pathlib import Path
from typing import Any

import pytest

import wirecheck as wc
from wirecheck.checklist.sheet import COLUMNS, WORDS

openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed: pip install 'wirecheck[office]'")

DRAFT = """An explosion at a market in Bir Salwan, Yemen, killed 12 people on May 6, 2026. Another 60 people were wounded.

"We pulled people out with our bare hands," said Yusuf Karim, a baker. "There was no ambulance for an hour," said Ali Mansur.

The rebel Highland Front said that 41 people were killed in the explosion in Bir Salwan.

"Nobody has counted the goats," said Ana Berg."""


def checked(text: str = DRAFT, **more: Any) -> Any:
    return wc.check({"id": "draft", "published": "2026-05-07", "text": text, **more}, against=wc.samples())


@pytest.fixture(scope="module")
def report() -> Any:
    return checked()


@pytest.fixture
def path(report: Any, tmp_path: Path) -> Path:
    report.checklist.to_excel(tmp_path / "check.xlsx")
    return tmp_path / "check.xlsx"


def column(head: str) -> int:
    return list(COLUMNS).index(head) + 1


def tick(path: Path, ticks: dict[str, tuple[str | None, str | None, str | None]], order: Any = None) -> None:
    """Writes ticks by the beginning of the fact's text, and puts the rows in another order, as a desk would."""
    book = openpyxl.load_workbook(path)
    sheet = book["checklist"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    for row in rows:
        for words, told in ticks.items():
            if row[column("text") - 1].startswith(words):
                row[column("checked") - 1 : column("note")] = told
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            cell.value = None
    for nr, row in enumerate(order(rows) if order else rows, 2):
        for place, value in enumerate(row, 1):
            sheet.cell(nr, place).value = value
    book.save(path)


def ticks(checklist: Any) -> dict[str, tuple[Any, ...]]:
    return {row["text"]: (row["checked"], row["by"], row["note"]) for row in checklist if row["checked"] or row["note"]}


def test_the_workbook_is_ready_for_a_desk(report: Any, path: Path) -> None:
    sheet = openpyxl.load_workbook(path)["checklist"]
    assert [cell.value for cell in sheet[1]] == list(COLUMNS)
    assert sheet.max_row == len(report.checklist) + 1
    assert sheet.freeze_panes == "C2"
    (offered,) = sheet.data_validations.dataValidation
    assert offered.formula1 == f'"{",".join(WORDS)}"'
    assert str(offered.sqref) == f"H2:H{sheet.max_row}"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToHeight) == ("landscape", 9, 0)
    assert sheet.column_dimensions["K"].hidden
    assert all(cell.alignment.wrap_text for row in sheet.iter_rows() for cell in row)
    first = {head: sheet.cell(2, column(head)).value for head in COLUMNS}
    assert first["text"] == "killed 12 people\n[casualty: killed 12]"
    assert first["sentence"] == "An explosion at a market in Bir Salwan, Yemen, killed 12 people on May 6, 2026."
    assert first["status"] == "contradicted"
    assert "Northern Wire · 2026-05-06 14:05 · market-1: “killing at least 18 people”" in first["contradicted by"]
    assert "toll" not in first["findings"]
    assert "the later figure is lower" in first["findings"]


def test_ticks_come_back_however_the_rows_were_moved(report: Any, path: Path) -> None:
    told = {
        "killed 12": ("wrong", "AB", "the wire has 18"),
        "We pulled": ("confirmed", "CD", None),
        "41 people": ("open", None, "=?"),
    }
    tick(path, told, order=lambda rows: [row for row in reversed(rows) if not row[1].startswith("There was")])
    filled = report.read_ticks(path)
    assert type(filled) is type(report.checklist)
    assert filled.schema == report.checklist.schema
    assert [(row["checked"], row["by"], row["note"]) for row in filled] == [
        ("wrong", "AB", "the wire has 18"),
        (None, None, None),
        ("confirmed", "CD", None),
        (None, None, None),
        ("open", None, "=?"),
        ("open", None, "=?"),
        (None, None, None),
    ]
    others = [name for name in filled.columns if name not in ("checked", "by", "note")]
    assert all(filled[name] == report.checklist[name] for name in others)
    assert filled.unmatched == ()


def test_ticks_survive_a_change_elsewhere_and_none_is_lost_silently(path: Path) -> None:
    tick(path, {"killed 12": ("wrong", "AB", None), "There was": ("confirmed", "CD", None)})
    changed = checked("A new first line.\n\n" + DRAFT.replace("killed 12 people", "killed 13 people"))
    with pytest.warns(UserWarning, match=r"the tick of 1 row of .*check\.xlsx was not taken over \(nr 1 “killed 12 people"):
        filled = changed.read_ticks(path)
    assert ticks(filled) == {"There was no ambulance for an hour": ("confirmed", "CD", None)}
    (lost,) = filled.unmatched
    assert (lost["checked"], lost["by"], lost["why"]) == ("wrong", "AB", "the draft has no such fact any more")


def test_words_that_the_drop_down_does_not_offer_are_told(report: Any, path: Path) -> None:
    tick(path, {"killed 12": ("seems wrong", "AB", "the wire has 18"), "We pulled": (" Confirmed ", "CD", None)})
    with pytest.warns(UserWarning, match=r"not taken over .*'seems wrong', which is none of confirmed, wrong, open, cannot be"):
        filled = report.read_ticks(path)
    assert ticks(filled) == {
        "killed 12 people": (None, "AB", "the wire has 18"),
        "We pulled people out with our bare hands": ("confirmed", "CD", None),
    }
    (lost,) = filled.unmatched
    assert (lost["nr"], lost["checked"], lost["note"]) == ("1", "seems wrong", "the wire has 18")


def test_a_checklist_without_facts_is_a_workbook_with_a_header(report: Any, tmp_path: Path) -> None:
    empty = wc.check("Nothing happened.", against=wc.samples())
    for checklist in (empty.checklist, report.checklist[:0]):
        checklist.to_excel(tmp_path / "empty.xlsx")
        sheet = openpyxl.load_workbook(tmp_path / "empty.xlsx")["checklist"]
        assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [list(COLUMNS)]
        assert len(empty.read_ticks(tmp_path / "empty.xlsx")) == 0


def test_a_desk_may_write_above_the_header_and_filter_rows(report: Any, path: Path) -> None:
    tick(path, {"killed 12": ("wrong", "AB", None)})
    book = openpyxl.load_workbook(path)
    sheet = book["checklist"]
    sheet.insert_rows(1, 2)
    sheet["A1"] = "For the late shift"
    sheet.row_dimensions[4].hidden = True
    book.create_sheet("our notes", 0)
    book.save(path)
    assert ticks(report.read_ticks(path)) == {"killed 12 people": ("wrong", "AB", None)}


def test_two_rows_that_tick_one_fact_otherwise_are_told(report: Any, path: Path) -> None:
    def twice(rows: list[list[Any]]) -> list[list[Any]]:
        again = list(rows[0])
        again[column("checked") - 1] = "confirmed"
        return [*rows, again, list(rows[0])]

    tick(path, {"killed 12": ("wrong", None, None)}, order=twice)
    with pytest.warns(UserWarning, match="another row ticks the same fact otherwise"):
        filled = report.read_ticks(path)
    assert filled[0]["checked"] == "wrong"
    assert [row["checked"] for row in filled.unmatched] == ["confirmed"]


def test_ticks_are_written_again(report: Any, path: Path, tmp_path: Path) -> None:
    tick(path, {"killed 12": ("cannot be checked", "AB", "=1+1")})
    report.read_ticks(path).to_excel(tmp_path / "again.xlsx")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert report.read_ticks(tmp_path / "again.xlsx") == report.read_ticks(path)


def test_facts_with_one_fingerprint_keep_their_ticks_apart() -> None:
    one = "An explosion in Dorfheim killed 9 people on May 6, 2026."
    facts = checked(f"{one}\n\n{one}").checklist.facts()
    assert len({fact.key for fact in facts}) == len(facts)


@pytest.mark.parametrize("head", ["=1+1", "+1", "-1", "@sum", "\t=1", "=cmd|' /C calc'!A0"])
def test_nothing_in_the_workbook_is_a_formula(head: str, tmp_path: Path) -> None:
    quote = f"{head} is what nine people were killed by in the town of Dorfheim"
    report = checked(f"“{quote},” said Ana Berg.", title=head, outlet=head)
    assert len(report.checklist)
    report.checklist.to_excel(tmp_path / "check.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "check.xlsx")["checklist"]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    risky = [cell for cell in cells if str(cell.value).startswith(("=", "+", "-", "@", "\t"))]
    assert all(cell.quotePrefix and cell.number_format == "@" for cell in risky)
    assert any(head.strip() in str(cell.value) for cell in cells)


def test_long_and_unprintable_words_fit_a_cell(tmp_path: Path) -> None:
    text = f"“Nine people were killed by \x1b[31m\x07 {'x' * 40_000},” said Ana Berg."
    checked(text).checklist.to_excel(tmp_path / "check.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "check.xlsx")["checklist"]
    assert max(len(str(cell.value or "")) for row in sheet.iter_rows() for cell in row) < 32_767


def test_what_cannot_be_read_is_a_sentence(report: Any, tmp_path: Path) -> None:
    (tmp_path / "text.xlsx").write_text("no workbook")
    openpyxl.Workbook().save(tmp_path / "empty.xlsx")
    for name, sentence in {
        "check.ods": r"is no \.xlsx workbook; save the checklist as one",
        "text.xlsx": r"cannot be read as an \.xlsx workbook",
        "empty.xlsx": r"holds no checklist: no sheet has the columns key, checked, by, note",
    }.items():
        with pytest.raises(ValueError, match=sentence):
            report.read_ticks(tmp_path / name)
    with pytest.raises(FileNotFoundError):
        report.read_ticks(tmp_path / "none.xlsx")
    with pytest.raises(
        ValueError, match=r"part of a checklist has lost sight of its articles; take the whole, report\.checklist"
    ):
        report.checklist[:1].to_excel(tmp_path / "part.xlsx")


def test_a_checklist_is_a_table(report: Any) -> None:
    checklist = report.checklist
    assert isinstance(checklist, wc.Table)
    assert pickle.loads(pickle.dumps(checklist)) == checklist
    assert checklist.to_pylist() == list(checklist.head(100))
    assert "<table>" in checklist.head(1)._repr_html_()


def test_a_draft_stands_beside_its_checklist(report: Any) -> None:
    """Each fact has its number in the text and its row next to it, in reading order."""
    page = report._repr_html_()
    beside = page.partition('<div class="beside">')[2]
    for shown in (page, report.checklist._repr_html_()):
        numbers = [int(nr) for nr in re.findall(r'class="fact".*?class="chip nr"[^>]*><span class="b"> \[</span>(\d+)', shown)]
        assert numbers == report.checklist["nr"]
    assert page.index("Checklist") < page.index('<b class="chip grade">')
    assert "contradicted by 2" in beside
    assert "<b>Northern Wire</b>" in beside
    assert "in no other article" in beside


def test_ticks_are_shown(report: Any, path: Path) -> None:
    tick(path, {"killed 12": ("wrong", "AB", "<b>18</b>")})
    page = report.read_ticks(path)._repr_html_()
    assert "<b>✓</b> wrong · AB · &lt;b&gt;18&lt;/b&gt;" in page
    assert "1 of 7 ticked" in page


def test_without_openpyxl_a_sentence_says_what_to_install(report: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(ImportError, match=r"wirecheck\[office\]"):
        report.checklist.to_excel(tmp_path / "check.xlsx")


def test_what_was_otherwise_earlier_is_not_called_alone() -> None:
    report = checked("An explosion at a market in Bir Salwan, Yemen, killed at least 50 people on Wednesday, May 6, 2026.")
    (fact,) = report.checklist.facts()
    assert {source.article for source in fact.updates} >= {"market-1"}
    assert "otherwise at another time" in report.checklist._repr_html_()
    quiet = checked("“Nobody has counted the goats,” said Ana Berg.").checklist.facts()
    assert [(fact.state, fact.updates) for fact in quiet] == [("alone", ())]


def test_a_part_of_the_dead_is_no_support_for_their_number() -> None:
    report = checked("An explosion at a market in Bir Salwan, Yemen, killed 12 people on May 6, 2026.")
    (fact,) = report.checklist.facts()
    assert "seven children" not in {source.text for source in fact.supported_by}
    texts = {row["id"]: row["text"] for row in report._claims["casualties"]}
    assert "seven children" not in {texts[claim] for claim in fact.row["supported_by"]}
    (agreed,) = checked("An explosion at a market in Bir Salwan, Yemen, killed 11 people on May 6, 2026.").checklist.facts()
    assert "Eleven people were killed" in {source.text for source in agreed.supported_by}


def test_an_old_figure_in_a_draft_is_known_by_what_the_wires_said_later() -> None:
    """The wires' own update is no relation of the draft, and yet it tells that the draft's figure is old."""
    place = "after Monday's landslide in Vallehondo, Colombia, the civil defence agency said."
    wires = [
        {"id": "first", "published": "2026-03-11", "text": f"Twenty-two people are still missing {place}"},
        {"id": "second", "published": "2026-03-13", "text": f"Nineteen people are still missing {place}"},
    ]
    draft = {"id": "draft", "published": "2026-03-14", "text": f"Twenty-two people are still missing {place}"}
    found = wc.check(draft, against=wires).findings
    assert [(row["rule"], row["article"]) for row in found] == [("toll-stale", "draft")]


def test_a_draft_is_no_source_of_a_toll() -> None:
    """What is to be checked does not count among those who tell it, by no rule."""
    wire = {
        "id": "wire",
        "published": "2026-03-11",
        "text": "A train derailed in Olesno, Poland, on Tuesday, killing 11 people, the fire service said.",
    }
    draft = {
        "id": "draft",
        "published": "2026-03-14",
        "text": "A train derailed in Olesno, Poland, on March 10, killing 19 people.",
    }
    report = wc.check(draft, against=[wire])
    for rule in ("wirecheck", "ucdp"):
        killed = [row for row in report.tolls_by(rule) if row["effect"] == "killed"]
        assert [(row["best"], row["articles"]) for row in killed] == [(11, ["wire"])]
