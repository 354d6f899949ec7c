"""Word documents: paragraphs and tables in their order, changes as if accepted; files that are none."""

from __future__ import annotations

import datetime
import io
import zipfile
from pathlib import Path
from typing import Any

import pytest

import wirecheck as wc

docx = pytest.importorskip("docx")

LEAD = "At least 19 people were killed in Darkush on Wednesday, the governor’s office said."


def saved(document: Any, folder: Path) -> wc.Article:
    document.save(folder / "draft.docx")
    (article,) = wc.read_articles(folder / "draft.docx")
    return article


def test_paragraphs_and_tables_come_in_their_order(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Bridge gives way", level=0)
    document.add_paragraph(LEAD)
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Killed", "19"
    table.cell(1, 0).text = "First."
    table.cell(1, 0).add_paragraph("Second.")
    document.add_paragraph("")
    document.add_paragraph("The last.\tOf all.")
    article = saved(document, tmp_path)
    assert article.text == f"Bridge gives way\n\n{LEAD}\n\nKilled | 19\n\nFirst.\n\nSecond.\n\nThe last.\tOf all."
    assert (article.id, article.title) == ("draft.docx", "Bridge gives way")
    assert wc.extract(article).casualties["number"] == [19]


def test_the_day_of_a_file_is_no_publication(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph(LEAD)
    document.core_properties.created = datetime.datetime(2026, 5, 6, 14, 5)
    document.core_properties.title = " A working title "
    article = saved(document, tmp_path)
    assert (article.published, article.title) == (None, "A working title")


def with_body(xml: str, folder: Path) -> wc.Article:
    """A document whose body is this."""
    plain = io.BytesIO()
    docx.Document().save(plain)
    with zipfile.ZipFile(plain) as parts, zipfile.ZipFile(folder / "draft.docx", "w", zipfile.ZIP_DEFLATED) as made:
        for name in parts.namelist():
            data = parts.read(name)
            if name == "word/document.xml":
                start = data[: data.index(b"<w:body>")].decode()
                data = f"{start}<w:body>{xml}</w:body></w:document>".encode()
            made.writestr(name, data)
    (article,) = wc.read_articles(folder / "draft.docx")
    return article


def run(text: str, kind: str = "t") -> str:
    return f"<w:r><w:{kind} xml:space='preserve'>{text}</w:{kind}></w:r>"


def test_tracked_changes_count_as_accepted(tmp_path: Path) -> None:
    body = (
        f"<w:p>{run('At least ')}<w:del w:id='1' w:author='a'>{run('12', 'delText')}</w:del>"
        f"<w:ins w:id='2' w:author='a'>{run('19')}</w:ins>{run(' people were killed.')}</w:p>"
        f"<w:sdt><w:sdtContent><w:p><w:hyperlink>{run('A link')}</w:hyperlink><w:r><w:br/></w:r>"
        f"<w:smartTag w:element='x'>{run('Darkush')}</w:smartTag></w:p></w:sdtContent></w:sdt>"
    )
    assert with_body(body, tmp_path).text == "At least 19 people were killed.\n\nA link\nDarkush"


def test_a_document_without_text_is_told(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"draft\.docx: the document holds no text"):
        saved(docx.Document(), tmp_path)


def test_a_document_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"draft\.docx: the document unpacks to more than 64 MB"):
        with_body(f"<w:p>{run('x' * (65 << 20))}</w:p>", tmp_path)


def nested(depth: int) -> str:
    return "<w:tbl><w:tr><w:tc>" * depth + f"<w:p>{run(LEAD)}</w:p>" + "</w:tc></w:tr></w:tbl>" * depth


def test_tables_in_tables_are_read_and_mazes_refused(tmp_path: Path) -> None:
    assert with_body(nested(50), tmp_path).text == LEAD
    with pytest.raises(ValueError, match="no Word document that can be read"):
        with_body(nested(20_000), tmp_path)


@pytest.mark.parametrize("data", [b"", b"PK", b"\xd0\xcf\x11\xe0 an old .doc", b"<html>"])
def test_a_file_that_is_no_document_is_told(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "draft.docx").write_bytes(data)
    with pytest.raises(ValueError, match=r"draft\.docx: this is no Word document that can be read"):
        wc.read_articles(tmp_path / "draft.docx")
    (tmp_path / "good.txt").write_text(LEAD, encoding="utf-8")
    assert [row["article"] for row in wc.read_articles(tmp_path).skipped] == ["draft.docx"]


def test_a_package_that_is_no_text_is_told(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "draft.docx", "w") as made:
        made.writestr("readme.txt", "nothing")
    with pytest.raises(ValueError, match="no Word document that can be read"):
        wc.read_articles(tmp_path / "draft.docx")
