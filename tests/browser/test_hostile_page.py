"""Articles that would like to be markup, or to hide: shown as text, breaking nothing, running nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

wc = pytest.importorskip("wirecheck")

pytestmark = pytest.mark.browser

MARKUP = (  # three lower-case tags in a text and it would be taken for HTML, and not read
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(2)">',
    "<svg/onload=alert(3)>",
    "</style><style>*{display:none}</style>",
    "</script><SCRIPT>alert(4)</SCRIPT>",
    "]]> <![CDATA[",
    "<!-- <plaintext>",
    "&lt;b&gt; &#x3c;i&#x3e;",
    "{{ 7 * 7 }} {% raw %}",
    "\"onmouseover='alert(5)' x=\"",
)
TURNED = "the file \u202egnp.exe\u202c, \u2067abc, \u200f and no end"
LONG = "W" * 10_000
UNSEEN = "a NUL \x00, a bell \x07, a next line \x85 and an escape \x1b[31m"
PLAIN = (
    "The blast hit the market shortly after nine, when farmers were unloading their trucks, and the windows of a school broke. "
    * 9
)
HOSTILE = " ".join([*MARKUP, TURNED, UNSEEN])


def articles() -> list[dict[str, str]]:
    """Two outlets that quote one man with all of it, and a toll, each in its own words; every field is hostile."""
    told = []
    for nr, (dead, word) in enumerate(((18, "we"), (11, "we all"))):
        text = (
            f"BIR SALWAN, May 6 - A bomb exploded at a market in the town of Bir Salwan on Wednesday, killing {dead} people.\n\n"
            f"{PLAIN}\n\n"
            f"“What {word} saw on the road to the old mill was {HOSTILE} and nobody came,” said Yusuf Karim, a baker.\n\n"
            f"{PLAIN}\n\nThe word on the wall was {LONG} and then {HOSTILE}"
        )
        told.append(
            {
                "id": f"{nr} {HOSTILE} {LONG}",
                "text": text,
                "title": f"{HOSTILE} {LONG} kills 81",
                "outlet": f"{nr} {HOSTILE} {LONG}",
                "published": "2026-05-06T14:05",
                "url": "javascript:alert(6)",
            }
        )
    return told


@pytest.fixture(scope="module")
def report() -> Any:
    """The report on the hostile articles; they are found to differ."""
    checked = wc.check(wc.extract(articles()))
    assert len(checked.findings) > 1
    return checked


@pytest.fixture(scope="module")
def hostile_file(report: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report as a page, whose title is hostile too."""
    path: Path = tmp_path_factory.mktemp("hostile") / "report.html"
    report.to_html(path, title=f"{HOSTILE} \ud800 half a character")
    return path


def test_it_is_shown_as_text(window: Any, hostile_file: Path) -> None:
    opened = window()
    page = opened.open(hostile_file)
    for where in ("title", "h1", ".text h3", ".text .body", ".card h3", ".card blockquote", "option"):
        words = " ".join(page.locator(where).all_text_contents())
        for markup in MARKUP if where != ".card h3" and where != "option" else MARKUP[:1]:
            assert markup in words, where
    assert page.evaluate("document.scripts.length") == 1
    assert page.evaluate("document.styleSheets.length") == 1
    assert page.locator("img, iframe, object, plaintext, main style").count() == 0
    assert page.locator("main svg:not(.bar)").count() == 0
    assert page.evaluate(
        "[...document.querySelectorAll('*')].every((e) => [...e.attributes].every((a) => !a.name.startsWith('on')))"
    )
    assert page.locator("a[href]:not([href^='#'])").count() == 0
    opened.is_calm()


def test_what_hides_or_turns_is_named(window: Any, hostile_file: Path) -> None:
    """No character of the kind is left on the page; its name stands in its place, in the order of the text."""
    page = window().open(hostile_file)
    left = page.evaluate(
        r"document.documentElement.outerHTML.match(/[\u0000-\u0008\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g)"
    )
    assert left is None
    body = page.locator(".text .body").first
    assert "the file RLOgnp.exePDF, RLIabc, RLM and no end" in body.text_content()
    assert "a NUL U+0000, a bell U+0007, a next line U+0085 and an escape U+001B[31m" in body.text_content()
    assert "U+D800" in page.locator("h1").text_content()
    assert page.locator(".card .unseen").first.is_visible()


@pytest.mark.parametrize("width", [400, 1200])
def test_it_breaks_no_line_out_of_its_column(window: Any, hostile_file: Path, width: int) -> None:
    opened = window(width=width)
    page = opened.open(hostile_file)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.locator(".open").first.click()
    assert page.locator(".pane").count() == 2
    assert page.locator(".pane").evaluate_all("panes => panes.every((pane) => pane.scrollWidth <= pane.clientWidth)")
    for button in ("#next", "#close"):
        box = page.locator(button).bounding_box()
        assert min(box["x"], box["y"]) >= 0
        assert box["x"] + box["width"] <= width
        assert box["y"] + box["height"] <= 900
    opened.is_calm()


def test_it_is_searched_filtered_and_mailed(window: Any, hostile_file: Path) -> None:
    opened = window()
    page = opened.open(hostile_file)
    page.locator("#q").fill("<script>alert(1)</script>")
    page.locator("#outlet").select_option(index=1)
    left = page.locator(".card:not([hidden])").count()
    assert left > 0
    other = window()
    page = other.open(hostile_file, "#" + page.url.partition("#")[2])
    assert page.locator(".card:not([hidden])").count() == left
    assert page.locator("#outlet").evaluate("(select) => select.selectedIndex") == 1
    opened.is_calm()
    other.is_calm()


def test_without_script_it_is_all_there(window: Any, hostile_file: Path, report: Any) -> None:
    opened = window(java_script_enabled=False)
    page = opened.open(hostile_file)
    assert page.locator(".card:visible").count() == len(report.findings)
    assert "and no end" in page.locator(".text .body").last.text_content()
    opened.is_calm()
