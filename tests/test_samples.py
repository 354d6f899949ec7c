"""The sample articles show what wirecheck does: every verdict, and many checks."""

from __future__ import annotations

from typing import Any

import pytest

wc = pytest.importorskip("wirecheck")

#: What was put into the samples and must be found, by the articles that the finding names.
PROVOKED = {
    "copied-article": {"market-1", "market-3"},
    "headline-toll-mismatch": {"market-3"},
    "quote-altered": {"market-1", "market-2"},
    "quote-misattributed": {"market-1", "market-2"},
    "quote-negated": {"talks-1", "talks-3"},
    "quote-number-changed": {"talks-2", "talks-3"},
    "stamp-is-update": {"talks-4"},
    "toll-conflict": {"market-1", "market-2"},
    "toll-corrected": {"market-1", "market-4"},
    "toll-miscopied": {"market-1", "market-3"},
    "toll-parts-exceed-whole": {"market-2"},
    "weekday-mismatch": {"talks-3"},
}


@pytest.fixture(scope="module")
def report() -> Any:
    """The report on the samples."""
    return wc.check(wc.extract(wc.samples()))


def test_the_samples_are_eight_short_articles() -> None:
    """Two stories, four outlets each, one article without a date."""
    articles = list(wc.samples())
    assert len(articles) == 8
    assert len({article.outlet for article in articles}) == 4
    assert [article.id for article in articles if article.published is None] == ["talks-4"]
    assert all(120 <= len(article.text.split()) <= 250 for article in articles)


def test_every_verdict_is_provoked(report: Any) -> None:
    """All six."""
    verdicts = set(report.relations["verdict"])
    assert verdicts == {"agrees", "refines", "updates", "conflicts", "unrelated", "undecidable"}


@pytest.mark.parametrize("rule", PROVOKED)
def test_a_mistake_of_the_samples_is_found(report: Any, rule: str) -> None:
    """Each in the articles where it was put."""
    found = [set(row["articles"]) for row in report.findings if row["rule"] == rule]
    assert any(PROVOKED[rule] <= articles for articles in found), found


def test_every_claim_is_where_it_says() -> None:
    """In each table, `text[start:end]` is the text of the row, in code points of the caller's string."""
    strange = [
        {"id": article.id, "text": f"\u202e\U0001f5de\ufe0f e\u0301 {article.text}", "published": article.published}
        for article in wc.samples()
    ]
    for articles in (list(wc.samples()), strange):
        claims = wc.extract(articles)
        texts = {row["article"]: row["text"] for row in claims.articles}
        for table in (claims.dates, claims.names, claims.casualties, claims.meetings, claims.quotes, claims.unread):
            assert all(texts[row["article"]][row["start"] : row["end"]] == row["text"] for row in table)


def test_the_order_of_the_articles_changes_no_verdict(report: Any) -> None:
    """The same pairs get the same verdicts."""
    turned = wc.check(wc.extract(list(wc.samples())[::-1]))

    def verdicts(told: Any) -> set[tuple[frozenset[str], str]]:
        return {(frozenset((row["left"], row["right"])), row["verdict"]) for row in told.relations}

    assert verdicts(turned) == verdicts(report)


def test_an_explanation_tells_the_verdict_of_its_relation() -> None:
    """Also where a correction in between turned a fall into an update."""
    told = (
        (
            "wire",
            "2026-03-11",
            "The death toll from Monday's landslide in Vallehondo, Colombia, has risen to 44, the civil defence agency said.",
        ),
        (
            "post",
            "2026-03-12",
            "The civil defence agency on Thursday revised down the number of people killed in Monday's landslide in Vallehondo, Colombia, "
            "to 41 from 44.",
        ),
        (
            "gazette",
            "2026-03-13",
            "The death toll from Monday's landslide in Vallehondo, Colombia, stands at 43, the civil defence agency said.",
        ),
    )
    story = [{"id": name, "published": day, "text": text} for name, day, text in told]
    relations = [row for report in (wc.check(story), wc.check(wc.samples())) for row in report.relations]
    last = [row for row in relations if row["left_kind"] == "casualty" and row["right_article"] == "gazette"]
    assert {row["left_article"]: row["verdict"] for row in last} == {"wire": "updates", "post": "updates"}
    for row in relations:
        assert f" {row['verdict']} " in row["explanation"]
