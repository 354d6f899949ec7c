"""The page of a report in a browser: opened from disk, filtered, searched, side by side, by keyboard, small, dark, on paper."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest

pytestmark = pytest.mark.browser

SEEN = ".card:not([hidden])"


def hash_of(page: Any) -> dict[str, list[str]]:
    """The view as it stands in the address."""
    return parse_qs(page.url.partition("#")[2])


def test_it_opens_from_disk_with_its_findings_first(window: Any, page_file: Path, report: Any) -> None:
    opened = window()
    page = opened.open(page_file)
    assert page.locator(SEEN).count() == len(report.findings)
    assert page.locator("#count").inner_text() == f"{len(report.findings)} findings, {len(report._claims['articles'])} articles"
    headings = page.locator("main h2").all_inner_texts()
    assert headings[:3] == ["Errors", "Warnings", "Notes"]
    assert headings[-1] == "Articles"
    opened.is_calm()


def test_filters_keep_what_is_asked_for(window: Any, page_file: Path, report: Any) -> None:
    """By severity, kind and outlet, one after the other; what is left is counted aloud and stands in the address."""
    outlet_of = {row["article"]: row["outlet"] for row in report._claims["articles"]}
    errors = [row for row in report.findings if row["severity"] == "error"]
    quotes = [row for row in errors if row["rule"].startswith("quote-")]
    meridian = [row for row in quotes if "The Meridian" in map(outlet_of.get, row["articles"])]
    assert len(report.findings) > len(errors) > len(quotes) > len(meridian) > 0

    opened = window()
    page = opened.open(page_file)
    page.get_by_label("errors").check()
    assert page.locator(SEEN).count() == len(errors)
    page.get_by_label("Kind", exact=True).select_option("quote")
    assert page.locator(SEEN).count() == len(quotes)
    page.get_by_label("Outlet", exact=True).select_option("The Meridian")
    rules = page.locator(f"{SEEN} .tags code").all_inner_texts()
    assert sorted(rules) == sorted(row["rule"] for row in meridian)

    status = page.get_by_role("status")
    assert status.inner_text().startswith(f"{len(meridian)} of {len(report.findings)} findings")
    assert hash_of(page) == {"severity": ["error"], "kind": ["quote"], "outlet": ["The Meridian"]}
    assert page.locator("main h2:visible").all_inner_texts() == ["Errors", "Facts", "Sources", "Articles"]
    assert set(page.locator("tr.item:visible td:nth-child(2)").all_inner_texts()) >= {"The Meridian"}
    assert not page.get_by_role("cell", name="Harbour Post").first.is_visible()
    page.get_by_role("button", name="Clear").click()
    assert page.locator(SEEN).count() == len(report.findings)
    opened.is_calm()


def test_a_town_is_searched(window: Any, page_file: Path) -> None:
    """In findings, tables and articles; without regard to case and accents."""
    page = window().open(page_file)
    page.locator("#q").fill("BÍR salwan")
    found = page.locator(SEEN).count()
    assert 0 < found < page.locator(".card").count()
    assert all("bir salwan" in words.lower() for words in page.locator(SEEN).all_text_contents())
    heads = page.locator(".text .head").all_text_contents()
    assert page.locator(".text:visible .head").all_text_contents() == [head for head in heads if "market-" in head]
    page.locator("#q").fill("side by side")
    assert page.locator(SEEN).count() == 0
    page.locator("#q").fill("no such town")
    assert page.locator("#nothing").is_visible()
    page.get_by_role("button", name="Show everything").click()
    assert page.locator(SEEN).count() == page.locator(".card").count()


def test_a_view_can_be_mailed(window: Any, page_file: Path) -> None:
    """An address that was copied opens the same view, the finding in it included."""
    page = window().open(page_file)
    page.locator("#q").fill("ambulance")
    page.locator(f"{SEEN} .open").first.click()
    view = "#" + page.url.partition("#")[2]
    other = window().open(page_file, view)
    assert other.locator("#q").input_value() == "ambulance"
    assert other.locator(SEEN).count() == page.locator(SEEN).count()
    assert other.locator("#pair-title").inner_text() == page.locator("#pair-title").inner_text()
    other.keyboard.press("Escape")
    other.wait_for_url(lambda address: "finding" not in address)
    assert hash_of(other) == {"q": ["ambulance"]}


@pytest.mark.parametrize("view", ["#kind=%3Cscript%3E&outlet=nobody&severity=dire", "#finding=f-0", "#%00", "#=", "#a999"])
def test_an_address_of_nonsense_shows_everything(window: Any, page_file: Path, view: str) -> None:
    opened = window()
    page = opened.open(page_file, view)
    assert page.locator(SEEN).count() == page.locator(".card").count()
    opened.is_calm()


def test_a_card_unfolds(window: Any, page_file: Path, report: Any) -> None:
    page = window().open(page_file)
    card = page.locator(".card").filter(has=page.locator("details")).first
    slot = card.locator("details li").last
    assert not slot.is_visible()
    card.locator("summary").click()
    assert slot.is_visible()
    assert slot.inner_text() in {slot for row in report.relations for slot in row["slots"]}


@pytest.mark.parametrize("width", [1200, 400])
def test_both_articles_stand_side_by_side_at_their_passages(window: Any, page_file: Path, report: Any, width: int) -> None:
    """Beside each other, on a phone one below the other; whole, and scrolled to the words that the finding is about."""
    texts = {row["article"]: row["text"] for row in report._claims["articles"]}
    finding = next(row for row in report.findings if row["rule"] == "quote-negated")
    page = window(width=width, height=500).open(page_file)
    page.locator(f"#f-{finding['fingerprint']} .open").click()
    panes = page.locator(".pane")
    assert panes.count() == 2
    for article, words in ((finding["article"], finding["text"]), (finding["other_article"], finding["other_text"])):
        pane = panes.filter(has_text=article)
        assert "".join(pane.locator(".here").all_inner_texts()) == words
        assert texts[article].split("\n")[-1] in pane.inner_text()
        frame, marked = pane.bounding_box(), pane.locator(".here").first.bounding_box()
        assert frame["y"] <= marked["y"]
        assert marked["y"] + marked["height"] <= frame["y"] + frame["height"]
    assert page.locator(".changed").all_inner_texts() == ["not"]
    first, second = (panes.nth(nr).bounding_box() for nr in (0, 1))
    along, across, size = ("x", "y", "width") if width > 800 else ("y", "x", "height")
    assert first[across] == second[across]
    assert first[along] + first[size] <= second[along] + 1


def test_two_passages_of_one_article_stand_in_one(window: Any, page_file: Path, report: Any) -> None:
    finding = next(row for row in report.findings if row["rule"] == "toll-parts-exceed-whole")
    page = window().open(page_file)
    page.locator(f"#f-{finding['fingerprint']} footer a").first.click()
    assert page.locator(".pane").count() == 1
    assert set(page.locator(".here").all_inner_texts()) == {finding["text"], finding["other_text"]}


def test_back_closes_the_articles(window: Any, page_file: Path) -> None:
    page = window(width=400).open(page_file)
    page.locator(".open").first.click()
    assert page.locator("#pair").is_visible()
    page.go_back()
    page.locator("#pair").wait_for(state="hidden")


def test_everything_is_done_by_keyboard(window: Any, page_file: Path) -> None:
    """Search, walk through the findings, open one, walk on, close; the focus is seen and is never lost."""
    opened = window()
    page = opened.open(page_file)
    ids = page.locator(".card").evaluate_all("cards => cards.map((card) => card.id)")
    focused = "document.activeElement.id"
    page.keyboard.press("/")
    assert page.evaluate(focused) == "q"
    page.keyboard.type("j/k")
    assert page.locator("#q").input_value() == "j/k"
    page.keyboard.press("Escape")
    assert page.locator("#q").input_value() == ""
    page.keyboard.press("Enter")
    assert page.evaluate(focused) == ids[0]
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    for key, nr in (("j", 1), ("ArrowDown", 2), ("k", 1), ("ArrowUp", 0), ("k", 0), ("j", 1)):
        page.keyboard.press(key)
        assert page.evaluate(focused) == ids[nr], key
    page.keyboard.press("Enter")
    assert page.locator("#position").inner_text() == f"2 of {len(ids)}"
    page.keyboard.press("j")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    assert page.locator("#position").inner_text() == f"3 of {len(ids)}"
    assert hash_of(page)["finding"] == [ids[2]]
    page.keyboard.press("Escape")
    page.locator("#pair").wait_for(state="hidden")
    page.locator(f"[id='{ids[2]}']:focus").wait_for()
    opened.is_calm()


def test_keys_that_a_reader_types_elsewhere_do_nothing(window: Any, page_file: Path) -> None:
    page = window().open(page_file)
    page.locator("#outlet").focus()
    page.keyboard.press("j")
    page.keyboard.press("Control+j")
    assert page.evaluate("document.activeElement.id") == "outlet"


@pytest.mark.parametrize("width", [320, 400])
def test_a_phone_scrolls_down_and_never_sideways(window: Any, page_file: Path, width: int) -> None:
    page = window(width=width, height=800, is_mobile=True, has_touch=True).open(page_file)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.locator(".open").first.tap()
    assert page.locator(".pane").evaluate_all("panes => panes.every((pane) => pane.scrollWidth <= pane.clientWidth)")
    assert page.locator("#close").is_visible()


def test_without_script_all_is_there(window: Any, page_file: Path, report: Any) -> None:
    """Findings, passages, tables and articles; links lead to the passages, and nothing is offered that does not work."""
    opened = window(java_script_enabled=False)
    page = opened.open(page_file)
    assert page.locator(".card:visible").count() == len(report.findings)
    shown = " ".join(page.locator("main").text_content().split())
    for article in report._claims["articles"]:
        for line in article["text"].split("\n"):
            assert " ".join(line.split()) in shown
    assert page.locator(".scripted:visible").count() == 0
    assert page.locator("button:visible, input:visible, select:visible").count() == 0
    link = page.locator(".card footer a").first
    link.click()
    assert page.locator(link.get_attribute("href")).first.bounding_box()["y"] < 900
    opened.is_calm()


def test_it_is_dark_where_the_reader_wants_it(window: Any, page_file: Path) -> None:
    page = window(color_scheme="dark").open(page_file)
    dark, light = (page.evaluate(f"getComputedStyle(document.body).{name}") for name in ("backgroundColor", "color"))
    assert brightness(dark) < 60 < 200 < brightness(light)


def test_paper_is_white_and_holds_what_is_shown(window: Any, page_file: Path) -> None:
    """What the filters hide is not printed; the filters are told in words; an open pair is printed alone."""
    page = window(color_scheme="dark").open(page_file)
    page.get_by_label("warnings").check()
    page.emulate_media(media="print", color_scheme="dark")
    assert brightness(page.evaluate("getComputedStyle(document.body).backgroundColor")) == 255
    assert page.locator(".card.warning:visible").count() == page.locator(".card.warning").count()
    assert page.locator(".card.error:visible").count() == 0
    assert page.locator("main input:visible, main select:visible, main button:visible").count() == 0
    assert page.locator("#view").inner_text() == ": warnings"
    page.emulate_media(media="screen")
    page.locator(".open:visible").first.click()
    page.emulate_media(media="print")
    assert not page.locator("main").is_visible()
    assert page.locator(".pane .here").first.is_visible()
    assert page.pdf().startswith(b"%PDF")


def brightness(colour: str) -> float:
    """The mean of red, green and blue of `rgb(r, g, b)`."""
    parts = [float(part) for part in colour.partition("(")[2].rstrip(")").split(",")[:3]]
    return sum(parts) / 3


@pytest.mark.parametrize(("scheme", "width"), [("light", 1200), ("dark", 400)])
def test_axe_finds_no_grave_fault(window: Any, page_file: Path, faults: Any, scheme: str, width: int) -> None:
    """Of what is below the window too, which the browser would not draw yet."""
    page = window(width=width, color_scheme=scheme, bypass_csp=True).open(page_file)
    page.add_style_tag(content="* { content-visibility: visible !important }")
    assert faults(page) == []
    page.locator(".card:has(details) summary").first.click()
    page.get_by_label("errors").check()
    assert faults(page) == []
    page.locator(".open:visible").first.click()
    assert faults(page) == []
