"""The sample articles show what wirecheck does: every verdict, and many checks."""

from __future__ import annotations

import pytest

wc = pytest.importorskip("wirecheck")

#: What was put into the samples and must be found, by the articles that it names.
PROVOKED = {
    "toll-conflict": {"market-1", "market-2"},
}


def test_the_samples_are_eight_short_articles() -> None:
    """Two stories, four outlets each, one article without a date."""
    articles = list(wc.samples())
    assert len(articles) == 8
    assert len({article.outlet for article in articles}) == 4
    assert [article.id for article in articles if article.published is None] == ["talks-4"]
    assert all(120 <= len(article.text.split()) <= 250 for article in articles)


def test_every_verdict_is_provoked() -> None:
    """All six."""
    relations = wc.check(wc.extract(wc.samples())).relations
    assert set(relations["verdict"]) == {"agrees", "refines", "updates", "conflicts", "unrelated", "undecidable"}


@pytest.mark.parametrize("rule", PROVOKED)
def test_a_mistake_of_the_samples_is_found(rule: str) -> None:
    """Each in the articles where it was put."""
    findings = wc.check(wc.extract(wc.samples())).findings
    found = [row for row in findings if row["rule"] == rule]
    assert any(PROVOKED[rule] <= set(row["articles"]) for row in found), found
