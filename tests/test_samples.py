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
