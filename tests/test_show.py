"""One article with its claims: in lanes, with labels, in a terminal; whatever the article is given as, and whatever stands in it."""

from __future__ import annotations

import html.parser
import re
from dataclasses import dataclass
from typing import Any

import pytest

import wirecheck as wc
from wirecheck.display.segments import lanes, paragraphs

TEXT = "“Police said 9 people were killed in Dorfheim,” said Ana Berg.\n\nA day later 12 people were injured in Seeburg."


@dataclass(frozen=True)
class Span:
    start: int
    end: int


class Reader(html.parser.HTMLParser):
    """Collects the tags, and the text without labels, keys and headings."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.open: list[str] = []
        self.paragraphs: list[str] = []
        self.labels: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag != "wbr":
            self.open.append(tag)
        if tag == "p" and ("dir", "auto") in attrs:
            self.paragraphs.append("")
        if tag == "small":
            self.labels.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "small" in self.open:
            self.labels[-1] += data
        elif self.paragraphs and "p" in self.open:
            self.paragraphs[-1] += data


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    assert reader.open == []
    return reader


@pytest.fixture(scope="module")
def claims() -> Any:
    return wc.extract(wc.samples())


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([], []),
        ([(0, 9)], [0]),
        ([(0, 9), (2, 5)], [1, 0]),
        ([(0, 9), (2, 5), (3, 4)], [2, 1, 0]),
        ([(0, 5), (5, 9)], [0, 0]),
        ([(0, 5), (3, 9)], [1, 0]),
        ([(2, 5), (0, 9), (12, 14)], [0, 1, 0]),
        ([(0, 9), (1, 3), (4, 6)], [1, 0, 0]),
    ],
)
def test_no_two_marks_of_a_lane_overlap(spans: list[tuple[int, int]], expected: list[int]) -> None:
    assert lanes([Span(*span) for span in spans]) == expected


def test_a_text_is_cut_where_marks_begin_and_end() -> None:
    text = "one two\n\n three\nfour"
    marks = [Span(4, 13), Span(0, 7), Span(10, 10), Span(16, 20)]
    cut = [
        [(text[piece.start : piece.end], [mark.start for mark in piece.over]) for piece in line]
        for line in paragraphs(text, marks)
    ]
    assert cut == [
        [("one ", [0]), ("two", [0, 4])],
        [(" thr", [4]), ("ee", [])],
        [("four", [16])],
    ]


def test_the_words_of_an_article_stay_what_they_are(claims: Any) -> None:
    """Between all marks and labels, every paragraph of the text is there, in order."""
    for article in wc.samples():
        for kinds in (None, "name", ("casualty", "meeting", "quote", "date", "name")):
            shown = read(wc.show(article, claims, kinds=kinds).to_html())
            assert shown.paragraphs == [line for line in article.text.split("\n") if line.strip()]


def test_an_article_may_be_given_in_every_way(claims: Any) -> None:
    pandas = pytest.importorskip("pandas")
    article = wc.samples()[0]
    row = next(row for row in claims.articles if row["article"] == "market-1")
    ways = ["market-1", article, article.text, row, {"id": "market-1", "text": article.text}, pandas.Series(row)]
    assert {str(wc.show(way, claims)) for way in ways} == {str(wc.show("market-1", claims))}
    assert wc.show(article).marks == wc.show("market-1", claims).marks
    assert wc.show(article)._repr_html_() == wc.show(article).to_html()


def test_what_cannot_be_shown_is_a_sentence(claims: Any) -> None:
    with pytest.raises(ValueError, match=r"of no article with the id or the text 'market-9'; they are of market-1, market-2"):
        wc.show("market-9", claims)
    with pytest.raises(ValueError, match=r"there is no kind 'toll' \(there are casualty, meeting, quote, date, name\)"):
        wc.show("market-1", claims, kinds="toll")
    with pytest.raises(ValueError, match=r"show takes one article, and these are 8; give one of them"):
        wc.show(wc.samples())


def test_labels_say_value_and_speaker() -> None:
    shown = wc.show({"id": "a", "text": TEXT, "published": "2026-05-07"})
    assert [(mark.tone, mark.labels) for mark in shown.marks] == [
        ("quote", ("Ana Berg",)),
        ("casualty", ("killed 9 · Ana Berg",)),
        ("casualty", ("injured 12",)),
    ]
    assert repr(shown) == "<wirecheck.Shown: a, 2 casualties, 1 quote>"
    labels = [label.strip(" []") for label in read(shown.to_html()).labels]
    assert labels == ["2 casualties", "1 quote", "killed 9 · Ana Berg", "Ana Berg", "injured 12"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("At least 18 people were killed.", "killed at least 18"),
        ("More than 150,000 people were killed.", "killed more than 150,000"),
        ("Dozens of people were killed.", "killed 24 to 99"),
        ("Several people were killed.", "killed at least 2"),
    ],
)
def test_a_figure_is_told_with_its_bound(text: str, label: str) -> None:
    assert [mark.labels for mark in wc.show(text, kinds="casualty").marks] == [(label,)]


def test_a_casualty_within_a_quotation_has_a_lane_of_its_own() -> None:
    page = wc.show(TEXT).to_html()
    inner = re.findall(r'<mark style="([^"]*)">([^<]*)</mark>', page)
    assert ("--l1:var(--quote);--l0:var(--casualty)", "9 people were killed") in inner
    assert ("--l0:var(--casualty)", "12 people were injured") in inner


def test_a_terminal_shows_carets_below_the_words() -> None:
    lines = str(wc.show({"id": "a", "outlet": "Echo", "text": TEXT})).split("\n")
    assert lines == [
        "Echo · no date · a",
        "",
        "“Police said 9 people were killed in Dorfheim,” said Ana Berg.",
        f" {'^' * 44} Ana Berg",
        "             ^^^^^^^^^^^^^^^^^^^^ killed 9 · Ana Berg",
        "",
        "A day later 12 people were injured in Seeburg.",
        "            ^^^^^^^^^^^^^^^^^^^^^^ injured 12",
    ]


def test_a_long_article_is_shown_whole() -> None:
    text = "\n".join(f"On Monday {nr + 3} people were killed in Dorfheim." for nr in range(1500))
    shown = wc.show(text)
    assert len(read(shown.to_html()).paragraphs) == 1500
    assert "1502 people were killed" in str(shown)


HOSTILE = [
    "<script>alert(1)</script><img src=x onerror=alert(1)> & \"'</style></div>",
    "\u202eneddih\u2066 \u200f",
    "x" * 10_000,
    "\x1b[31mred\x1b[0m\r\x07",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(words: str) -> None:
    article = {
        "id": words,
        "title": words,
        "outlet": words,
        "text": f"“{words} and 9 people were killed,” said Ana Berg, {words}.",
    }
    shown = wc.show(article, kinds=("casualty", "meeting", "quote", "date", "name"))
    page, printed = shown.to_html(), str(shown)
    told = read(page)
    assert set(told.tags) <= {"div", "style", "p", "b", "bdi", "mark", "small", "span", "wbr"}
    assert {name for name, _ in told.attributes} <= {"class", "style", "title", "dir"}
    assert "".join(told.paragraphs).replace("\r", "") == article["text"].replace("\r", "")
    assert not re.search("[\x00-\x09\x0b-\x1f\u200e\u200f\u202a-\u202e\u2066-\u2069]", printed)
    for turned in re.findall("[^<>]*\u202e[^<>]*", page):
        assert f"<bdi>{turned}</bdi>" in page or f'title="{turned}' in page or "title=" in turned
    assert max(map(len, printed.split("\n")[2:])) < 200


def test_claims_made_by_hand_may_end_anywhere() -> None:
    pandas = pytest.importorskip("pandas")
    claims = wc.extract("Nine people were killed.\n\nTen were hurt.")
    rows = claims.casualties.to_pandas()
    rows.loc[0, ["start", "end"]] = [0, 26]
    shown = wc.show("000", wc.Claims(articles=claims.articles, casualties=pandas.DataFrame(rows)))
    assert "killed 9" in str(read(shown.to_html()).labels)
    assert "killed 9" in str(shown)
