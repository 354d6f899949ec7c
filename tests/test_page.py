"""The page of a report, as it is written: what stands in it, what it may run, how large it grows. tests/browser/ opens it."""

from __future__ import annotations

import re
import sys
from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from test_display import HOSTILE, harmless, read

wc = pytest.importorskip("wirecheck")

SCRIPT, STYLE = ((files("wirecheck") / "display" / "templates" / f"report.{kind}").read_text(encoding="utf-8") for kind in ("js", "css"))


def one_script_of_ours(page: str) -> None:
    """The page runs `report.js` and nothing else, and a browser would refuse anything else; nothing is fetched."""
    tags = read(page).tags
    assert [attributes for tag, attributes in tags if tag == "script"] == [{}]
    assert [attributes for tag, attributes in tags if tag == "style"] == [{}]
    assert f"<script>{SCRIPT}</script>" in page
    assert f"<style>{STYLE}</style>" in page
    assert not any("style" in attributes for _, attributes in tags)
    policies = [attributes["content"] for tag, attributes in tags if attributes.get("http-equiv") == "Content-Security-Policy"]
    hashes = {what: b64encode(sha256(text.encode()).digest()).decode() for what, text in (("style", STYLE), ("script", SCRIPT))}
    allowed = "; ".join(f"{what}-src 'sha256-{found}'" for what, found in hashes.items())
    assert policies == [f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"]
    assert page.index("Content-Security-Policy") < page.index("<style>")
    harmless(page.replace(f"<script>{SCRIPT}</script>", ""))


@pytest.fixture(scope="module")
def report() -> Any:
    """The report on the samples."""
    return wc.check(wc.extract(wc.samples()))


def written(report: Any, folder: Path) -> str:
    """The page of a report."""
    report.to_html(folder / "report.html")
    return (folder / "report.html").read_text(encoding="utf-8")


def test_the_script_can_neither_fetch_nor_write_markup() -> None:
    """It holds none of the words that this would take, and no end of itself."""
    for word in ("fetch", "XMLHttp", "WebSocket", "import", "eval", "innerHTML", "outerHTML", "insertAdjacent", "document.write"):
        assert not re.search(rf"\b{re.escape(word)}\b", re.sub(r"//.*", "", SCRIPT)), word
    assert "</" not in SCRIPT
    assert "<!--" not in SCRIPT


def test_markup_in_articles_stays_text(tmp_path: Path) -> None:
    """Ids, titles, outlets, addresses and texts are escaped wherever they stand."""
    text = f"At least 18 people were killed in {HOSTILE} on Wednesday.\n\n“{HOSTILE} is what we saw there,” said Anna Berg."
    row = {"published": "2026-05-06T14:05", "title": HOSTILE, "outlet": HOSTILE, "url": f"javascript:alert(1)//{HOSTILE}"}
    report = wc.check([{**row, "id": f"{HOSTILE}{nr}", "text": text.replace("18", str(18 + nr))} for nr in range(2)])
    page = written(report, tmp_path)
    one_script_of_ours(page)
    assert HOSTILE in "".join(read(page).text)


def test_the_page_holds_findings_and_articles(report: Any, tmp_path: Path) -> None:
    """Every finding has its card, every article its text, and every link inside the page its end."""
    page = written(report, tmp_path)
    one_script_of_ours(page)
    words = re.sub(r"\s+", " ", "".join(read(page).text))
    for finding in report.findings:
        assert finding["rule"] in words
    for article in wc.samples():
        assert " ".join(article.text.split("\n")[-1].split()) in words
    ids = [attributes["id"] for _, attributes in read(page).tags if "id" in attributes]
    ends = {attributes["href"] for _, attributes in read(page).tags if (attributes.get("href") or "").startswith("#")}
    assert len(ids) == len(set(ids))
    assert {end for end in ends if end and end[1:] not in ids} == set()


def test_every_finding_is_of_a_kind(report: Any, tmp_path: Path) -> None:
    """By its relation where it rests on one, by the name of its check where not."""
    kinds = {
        attributes["id"]: attributes["data-kind"]
        for _, attributes in read(written(report, tmp_path)).tags
        if attributes.get("class", "").startswith("card")
    }
    found = {finding["rule"]: kinds[f"f-{finding['fingerprint']}"] for finding in report.findings}
    assert found["toll-conflict"] == found["headline-toll-mismatch"] == "casualty"
    assert found["quote-negated"] == "quote"
    assert found["meeting-place-conflict"] == "meeting"
    assert found["weekday-mismatch"] == "date"
    assert found["copied-article"] == "article"


def test_an_empty_report_is_a_page(tmp_path: Path) -> None:
    """Nothing to say is said."""
    page = written(wc.check(wc.extract([])), tmp_path)
    assert "None." in page
    one_script_of_ours(page)


def test_without_jinja2_a_sentence_says_what_to_install(report: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page needs jinja2; nothing else does."""
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(ImportError, match=r"wirecheck\[notebook\]"):
        report.to_html(tmp_path / "report.html")


def test_what_a_page_does_not_hold_is_told(report: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Findings over the limit are counted, and articles that no finding names are left out first."""
    monkeypatch.setattr("wirecheck.display.page.FINDINGS", 1)
    monkeypatch.setattr("wirecheck.display.page.TEXTS", 3)
    page = written(report, tmp_path)
    tags = read(page).tags
    assert f"The first 1 of {len(report.findings)} findings stand here" in page
    assert sum(attributes.get("class", "").startswith("card ") for _, attributes in tags) == 1
    texts = {attributes["id"] for _, attributes in tags if attributes.get("class") == "text item"}
    assert texts == {"a0", "a1", "a2"}
    assert "5 more articles are in" in page


def test_an_article_too_long_for_the_page_is_left_out(report: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whole or not at all; the passage of its finding stands on the card."""
    sizes = sorted(len(article.text) for article in wc.samples())
    monkeypatch.setattr("wirecheck.display.page.CHARACTERS", sizes[0] + sizes[1])
    page = written(report, tmp_path)
    assert "more articles are in" in page
    assert len(re.findall('class="text item"', page)) < len(sizes)
    one_script_of_ours(page)


def test_a_page_on_thousands_of_articles_is_sent_by_mail(tmp_path: Path) -> None:
    """It stays far below the 20 MB that mail takes: texts and cards have their limits."""
    sentence = "The ferry company sent a second boat, and volunteers carried blankets and tea to the landing place. "
    told = [
        {
            "id": f"{nr:04}",
            "published": "2026-05-06",
            "text": f"A fire in Bir Salwan killed {nr % 7 + 2} people on Wednesday.\n\n{sentence * 30}",
        }
        for nr in range(5000)
    ]
    claims = wc.extract(told, kinds=["casualty"])
    size = len(written(wc.check(claims), tmp_path).encode())
    assert 1_000_000 < size < 20_000_000
