"""What a notebook shows of the samples: everything escaped, nothing run, nothing fetched. The page: tests/test_page.py."""

from __future__ import annotations

import html.parser
import re
from typing import Any

import pytest

wc = pytest.importorskip("wirecheck")

HOSTILE = "</title><script>alert(1)</script> & \"'"


class Reader(html.parser.HTMLParser):
    """Collects tags, attributes and text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A start tag."""
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Text between tags."""
        self.text.append(data)


def read(page: str) -> Reader:
    """A page, parsed."""
    reader = Reader()
    reader.feed(page)
    return reader


def harmless(page: str) -> None:
    """No script, no handler, nothing that a browser would fetch by itself."""
    for tag, attributes in read(page).tags:
        assert tag not in {"script", "iframe", "img", "link", "object", "embed", "base", "form"}
        assert not any(name.startswith("on") or name == "src" for name in attributes)
        assert (attributes.get("href") or "#").startswith(("#", "https://", "http://"))
    assert "url(" not in page
    assert "@import" not in page


@pytest.fixture(scope="module")
def claims() -> Any:
    """The claims of the samples."""
    return wc.extract(wc.samples())


@pytest.fixture(scope="module")
def report(claims: Any) -> Any:
    """The report on the samples."""
    return wc.check(claims)


@pytest.fixture
def hostile() -> Any:
    """Articles whose every field would like to be markup."""
    text = f"At least 18 people were killed in {HOSTILE} on Wednesday.\n\n“{HOSTILE} is what we saw there,” said Anna Berg."
    row = {"published": "2026-05-06T14:05", "title": HOSTILE, "outlet": HOSTILE, "url": f"javascript:alert(1)//{HOSTILE}"}
    return [{**row, "id": f"{HOSTILE}{nr}", "text": text.replace("18", str(18 + nr))} for nr in range(2)]


def test_a_notebook_shows_tables_claims_and_reports(claims: Any, report: Any) -> None:
    """Each has a display of its own, and it says how much there is."""
    for shown in (claims, report, claims.casualties, report.findings, report.relations):
        page = shown._repr_html_()
        harmless(page)
    assert f"{len(claims.casualties):,} rows" in claims.casualties._repr_html_()
    assert str(len(claims.quotes)) in read(claims._repr_html_()).text


def test_markup_in_articles_stays_text(hostile: Any) -> None:
    """Ids, titles, outlets, addresses and texts are escaped wherever they stand."""
    claims = wc.extract(hostile)
    report = wc.check(claims)
    for shown in (claims._repr_html_(), report._repr_html_(), claims.articles._repr_html_()):
        harmless(shown)


def test_an_empty_report_says_so() -> None:
    """Nothing to say is said."""
    shown = wc.check(wc.extract([]))._repr_html_()
    assert "No findings." in shown
    harmless(shown)


def test_a_report_opens_with_what_is_missing(report: Any) -> None:
    """Counts, then the questions with what they would decide, then the findings, errors first."""
    from wirecheck.wording import counted

    words = re.sub(r"\s+", " ", "".join(read(report._repr_html_()).text))
    question, verdicts = report.questions[0], report.relations["verdict"]
    asked = f"{question['question']} would decide {counted(question['decides'], 'pair')}"
    order = [
        "Report on 8 articles",
        f"{verdicts.count('conflicts')} conflicts",
        "What is missing",
        asked,
        f"{len(report.findings)} findings:",
        "toll-conflict",
        f"{len(report.findings) - 6} more findings:",
    ]
    assert [words.index(part) for part in order] == sorted(words.index(part) for part in order)


def test_a_card_says_why_both_sides_are_one_source(report: Any) -> None:
    """Chains are told with their reason, and other articles that a finding is on by their ids."""
    words = "".join(read(report._repr_html_()).text)
    assert "both go back to one source (near copy)" in words
    draft = {
        "id": "draft",
        "published": "2026-05-07",
        "text": "An explosion in Bir Salwan, Yemen, killed 12 people on May 6, 2026.",
    }
    words = "".join(read(wc.check(draft, against=wc.samples())._repr_html_()).text)
    assert "also in market-3" in words


def test_claims_tell_what_to_type_next(claims: Any) -> None:
    """The line runs as it stands."""
    words = "".join(read(claims._repr_html_()).text)
    assert "wc.show('market-1', claims)" in words
    assert len(wc.show("market-1", claims).marks) > 5


def test_what_is_shown_reads_without_its_style(claims: Any, report: Any) -> None:
    """Sites that strip styles keep the words apart: counts by dots, labels by brackets."""
    bare = [re.sub(r"<style>.*?</style>", "", page) for page in (report._repr_html_(), wc.show("market-1", claims).to_html())]
    words = ["".join(read(page).text) for page in bare]
    verdicts = report.relations["verdict"]
    assert f"{verdicts.count('conflicts')} conflicts · {verdicts.count('updates')} updates · " in words[0]
    assert "killing at least 18 people [killed at least 18], including seven children [killed 7]." in words[1]


def test_marks_that_turn_a_line_around_turn_their_own_words_alone() -> None:
    """A control of direction stands within an element that ends its effect."""
    turned = "\u202eneddih"
    article = {
        "id": "a",
        "outlet": turned,
        "text": f"Nine people were killed in Dorfheim {turned} on Monday. Ten people were killed there.",
    }
    report = wc.check([article, article | {"id": "b", "text": article["text"].replace("Nine", "Eleven")}])
    pages = [report._repr_html_(), wc.extract(article).articles._repr_html_(), wc.show(article).to_html()]
    for page in pages:
        for at in re.finditer(turned, re.sub(r' title="[^"]*"', "", page)):
            opened = re.sub(r' title="[^"]*"', "", page)[: at.start()]
            assert opened.rfind("<bdi>") > opened.rfind("</bdi>")
