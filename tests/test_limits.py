"""How much is taken in is a setting: of a call, of a command, of a file of settings; what is more is told."""

from __future__ import annotations

import io
import threading
import zipfile
from pathlib import Path

import pytest

wc = pytest.importorskip("wirecheck")

from wirecheck.cli import main  # noqa: E402
from wirecheck.sizes import Limits, current  # noqa: E402

LONG = "A bomb killed 3 people in Riga on Monday. " * 50
USUAL = Limits()


def reasons(claims: object) -> list[str]:
    return [row["reason"] for row in claims.skipped]  # type: ignore[attr-defined]


def test_a_text_over_its_limit_is_counted_and_under_it_is_read() -> None:
    with wc.limits(text=1000):
        claims = wc.extract(LONG)
        assert reasons(claims) == ["longer than 1000 bytes: part it into its articles, or raise the limit of a text"]
        assert len(claims.articles) == 1
        assert wc.check(LONG).skipped == claims.skipped
    assert reasons(wc.extract(LONG)) == []
    huge = "The weather stayed fine in the valley, and the farmers went home. " * 258_000
    assert "longer than 16 MB" in reasons(wc.extract(huge))[0]
    with wc.limits(text="17 MB"):
        claims = wc.extract(huge + LONG, kinds=["casualty"])
    assert reasons(claims) == []
    assert len(claims.casualties) == 50


def test_limits_end_with_their_block_and_lie_within_each_other() -> None:
    assert current() == USUAL
    with wc.limits(text="2 MB", page=5) as outer:
        assert (outer.text, outer.page, outer.document) == (2 << 20, 5, USUAL.document)
        with wc.limits(page="1 kb"):
            assert (current().text, current().page) == (2 << 20, 1024)
        assert current() == outer
        seen: list[Limits] = []
        thread = threading.Thread(target=lambda: seen.append(current()))
        thread.start()
        thread.join()
        assert seen == [USUAL]
    assert current() == USUAL


@pytest.mark.parametrize("size", [0, -1, True, 4 << 30, "5 GB", "much", "1.5 MB", "-1", "", None, 2.0])
def test_a_size_that_is_none_is_told(size: object) -> None:
    with pytest.raises(ValueError, match=r"the limit text = .* is no size between 1 byte and 4 GB; write it as text = \"64 MB\""):
        wc.limits(text=size).__enter__()


def test_a_limit_that_is_none_is_told() -> None:
    with pytest.raises(ValueError, match="there is no limit 'txt'; there are text, page, document, workbook"):
        wc.limits(txt=5).__enter__()


def test_pages_over_their_limit_are_told_and_skipped_in_a_folder(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    sentence = "<p>A bomb killed 3 people in Riga on Monday, police said, and 12 more were taken to hospital in the evening.</p>"
    (tmp_path / "page.html").write_text(f"<html><body><article>{sentence * 20}</article></body></html>")
    with wc.limits(page=100):
        with pytest.raises(
            ValueError, match=r"page\.html: the page is longer than 100 bytes; save .*, or raise the limit of a page"
        ):
            wc.read_articles(tmp_path / "page.html")
        assert [row["article"] for row in wc.read_articles(tmp_path).skipped] == ["page.html"]
    assert len(wc.read_articles(tmp_path)) == 1


def test_documents_and_workbooks_over_their_limits_are_told(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    pytest.importorskip("openpyxl")
    document = docx.Document()
    document.add_paragraph("A bomb killed 3 people in Riga on Monday.")
    document.save(tmp_path / "a.docx")
    with (
        wc.limits(document="10 kB"),
        pytest.raises(ValueError, match=r"unpacks to more than 10,240 bytes; .* limit of a document"),
    ):
        wc.read_articles(tmp_path / "a.docx")
    assert len(wc.read_articles(tmp_path / "a.docx")) == 1
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/workbook.xml", b" " * (2 << 20))
    (tmp_path / "bomb.xlsx").write_bytes(made.getvalue())
    with wc.limits(workbook="1 MB"), pytest.raises(ValueError, match=r"more than 1 MB; .* limit of a workbook"):
        wc.Claims.from_table(tmp_path / "bomb.xlsx")


def test_the_command_and_its_settings_say_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(LONG)
    out = tmp_path / "claims"
    out.mkdir()
    (tmp_path / "wirecheck.toml").write_text('limits = { text = "1 kB" }\n')
    assert main(["extract", str(tmp_path / "a.txt"), "-o", str(out)]) == 0
    assert reasons(wc.read_claims(out))[0].startswith("longer than 1024 bytes")
    assert main(["extract", str(tmp_path / "a.txt"), "-o", str(out), "--limits", "text=1MB"]) == 0
    assert reasons(wc.read_claims(out)) == []
    assert current() == USUAL, "the limits of a command end with it"
    for given, said in (("text", "--limits takes pairs, --limits text=64MB"), ("words=1", "there is no limit 'words'")):
        assert main(["extract", str(tmp_path / "a.txt"), "-o", str(out), "--limits", given]) == 2
        assert said in capsys.readouterr().err
    (tmp_path / "wirecheck.toml").write_text('limits = { text = "much" }\n')
    assert main(["extract", str(tmp_path / "a.txt"), "-o", str(out)]) == 2
    assert "wirecheck.toml: the limit text = 'much' is no size" in capsys.readouterr().err


def test_a_sink_is_not_gone_on_with_under_another_limit(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    with wc.limits(text=1000):
        stored = wc.extract([LONG], sink=tmp_path / "claims")
        assert len(stored.claims.skipped) == 1
    with pytest.raises(ValueError, match="with texts of up to 1,000 bytes, and this call allows 16,777,216"):
        wc.extract([LONG], sink=tmp_path / "claims")
