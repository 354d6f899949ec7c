"""Whatever the order and the size of the batches in which articles come, a ledger says what one check of all says."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from story import articles as story
from world import articles as world
from world import crowd

wc = pytest.importorskip("wirecheck")
pytest.importorskip("duckdb")
learning = pytest.importorskip("wirecheck.ledger.learning")

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
SEEDS = SHARED / "articles" / "seeds.jsonl"
DEV = SHARED / "eval" / "relations" / "dev" / "articles.jsonl"


@pytest.fixture(autouse=True)
def never_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """Collections are small here, and what is looked at is soon most of them: that is no reason to look at all."""
    monkeypatch.setattr(learning, "MOST", 0.99)


def batches(articles: list[Any], sizes: list[int], seed: int | None) -> list[list[Any]]:
    """The articles in another order, or in theirs without a seed, in batches of these sizes in turn."""
    mixed = articles if seed is None else random.Random(seed).sample(articles, len(articles))
    out = []
    while mixed:
        size = sizes[len(out) % len(sizes)]
        out.append(mixed[:size])
        mixed = mixed[size:]
    return out


def check_batches(tmp_path: Path, articles: Any, sizes: list[int], seed: int | None) -> None:
    articles = list(wc.read_articles(articles))
    ledger = wc.Ledger(tmp_path / "desk.duckdb")
    for batch in batches(articles, sizes, seed):
        ledger.add(batch)
    report = wc.check(wc.extract(sorted(articles, key=lambda article: article.id)))
    assert ledger.relations == report.relations
    assert ledger.findings == report.findings


@pytest.mark.parametrize("sizes", [[1], [3], [5, 1, 2]])
def test_samples(tmp_path: Path, sizes: list[int]) -> None:
    check_batches(tmp_path, wc.samples(), sizes, seed=len(sizes))


@pytest.mark.parametrize("sizes", [[7], [20, 1, 1, 8]])
def test_a_story(tmp_path: Path, sizes: list[int]) -> None:
    check_batches(tmp_path, story(), sizes, seed=sum(sizes))


def test_three_hundred_articles(tmp_path: Path) -> None:
    check_batches(tmp_path, world(320, seed=1), [200, 1, 60, 19, 40], seed=3)


@pytest.mark.parametrize("sizes", [[30, 8, 1, 1, 1, 9], [13]])
def test_keys_become_crowded_on_the_way(tmp_path: Path, sizes: list[int]) -> None:
    """What met by a key that too many share in the end is related no more, and what was learnt by it is forgotten."""
    check_batches(tmp_path, crowd(90, seed=len(sizes)), sizes, seed=sum(sizes))


@pytest.mark.parametrize("order", ["as they came", "the last first", "incident by incident", "mixed"])
def test_a_made_up_archive(tmp_path: Path, order: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever comes first: the wire or its copies, the last day or the first, or of each incident one article and then the rest."""
    monkeypatch.syspath_prepend(Path(__file__).parent.parent / "benchmarks")
    import generate

    told = list(generate.articles(160, seed=len(order)))
    if order == "the last first":
        told.reverse()
    elif order == "incident by incident":
        told.sort(key=lambda article: article.id[-2:])
    elif order == "mixed":
        random.Random(8).shuffle(told)
    check_batches(tmp_path, told, [90, 30, 3, 25], seed=None)


@pytest.mark.slow
@pytest.mark.parametrize(("count", "sizes", "seed"), [(90, [1], 4), (320, [50, 3], 5)])
def test_many_orders(tmp_path: Path, count: int, sizes: list[int], seed: int) -> None:
    check_batches(tmp_path, world(count, seed=2), sizes, seed)


@pytest.mark.slow
def test_five_thousand_generated_articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The archive of the benchmarks, in large and small batches: the most that a desk adds in a year."""
    monkeypatch.syspath_prepend(Path(__file__).parent.parent / "benchmarks")
    import generate

    check_batches(tmp_path, list(generate.articles(5_000, seed=11)), [3_000, 1_400, 500, 90, 9, 1], seed=6)


def test_edits_in_any_order(tmp_path: Path) -> None:
    """Each article comes in an older text first, and all old texts before the last new one."""
    articles = wc.read_articles(story())
    ledger = wc.Ledger(tmp_path / "desk.duckdb")
    old = [
        {"id": a.id, "published": a.published, "outlet": a.outlet, "text": b.text}
        for a, b in zip(articles, articles[::-1], strict=True)
    ]
    for batch in [*batches(old, [15], 1), *batches(list(articles), [9], 2)]:
        ledger.add(batch)
    report = wc.check(wc.extract(sorted(articles, key=lambda article: article.id)))
    relations = [row for row in ledger.relations if row["between"] != "versions"]
    findings = [row for row in ledger.findings if row["rule"] != "article-changed"]
    assert relations == report.relations.to_pylist()
    assert findings == report.findings.to_pylist()


@pytest.mark.skipif(not SEEDS.exists(), reason=f"the judged articles are not here: {SEEDS}")
def test_the_judged_articles(tmp_path: Path) -> None:
    check_batches(tmp_path, str(SEEDS), [1], seed=1)


@pytest.mark.slow
@pytest.mark.skipif(not DEV.exists(), reason=f"the judged articles are not here: {DEV}")
def test_the_judged_relations(tmp_path: Path) -> None:
    check_batches(tmp_path, str(DEV), [50, 13, 5, 1], seed=2)
