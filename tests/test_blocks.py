"""A check larger than memory: block by block, with the relations and findings of a check in memory."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from archive import ROWS, TEXT, small_parts

import wirecheck as wc


@pytest.fixture(autouse=True)
def _small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    small_parts(monkeypatch)


@pytest.fixture
def blocks(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Three articles in a part."""
    pytest.importorskip("duckdb")
    from wirecheck.blocks import disk

    monkeypatch.setattr(disk, "PART", 3)
    return disk


def rows_of(table: wc.Table) -> list[dict[str, Any]]:
    return sorted(table.to_pylist(), key=lambda row: str(row["id"]))


def many(count: int = 24) -> wc.Articles:
    """The samples, a press release, articles without a day and with bare surnames, and some made-up ones."""
    quote = "“The old bridge over the Selm will not be rebuilt before the next spring tide,”"
    mine = [
        {
            "id": "release",
            "role": "source",
            "text": f"{quote} said Mayor Clara Vesensk on May 6, 2026.",
            "published": "2026-05-06",
        },
        {"id": "undated", "text": f"{quote} said Mayor Clara Vesensk on Wednesday."},
        {"id": "bare", "text": f"{quote} Mayor Vesensk said. She met Foreign Minister Omar Talensk on Wednesday."},
        {"id": "page-1", "url": "https://example.org/a", "text": TEXT.format(n=5), "published": "2026-05-06"},
        {"id": "page-2", "url": "https://example.org/a", "text": TEXT.format(n=9), "published": "2026-05-07"},
    ]
    return wc.read_articles([*wc.samples(), *wc.read_articles(mine), *wc.read_articles(ROWS[:count])])


@pytest.mark.parametrize("largest", [20_000, 6], ids=["blocks", "halved blocks"])
def test_a_check_by_blocks_tells_what_a_check_in_memory_tells(
    tmp_path: Path, blocks: Any, largest: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blocks, "LARGEST", largest)
    articles = many()
    whole = wc.check(articles)
    stored = wc.check(wc.extract(articles, sink=tmp_path / "claims"), sink=tmp_path / "report")
    drop = {"fact"} if largest == 6 else set()
    told = [[{k: v for k, v in row.items() if k not in drop} for row in rows_of(report.relations)] for report in (stored, whole)]
    assert told[0] == told[1]
    if largest != 6:
        assert rows_of(stored.findings) == rows_of(whole.findings)
        assert not stored.skipped
    else:
        assert "hang together" in stored.skipped[0]["reason"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["claims", "report"]
    assert sorted(path.name for path in (tmp_path / "report").iterdir()) == ["findings", "relations", "skipped"]


def test_articles_of_one_incident_hang_together_without_a_relation(
    tmp_path: Path, blocks: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The dead of two articles and the wounded of two others: no figure meets one of the other kind, and all are of one fact."""
    monkeypatch.setattr(blocks, "PART", 1)
    texts = (
        "A car bomb killed 12 people in Sebikhotane on Monday.",
        "A car bomb wounded 40 people in Sebikhotane on Monday, the police said.",
        "Twelve people in Sebikhotane, among them Anna Karensk and Omar Ostwold, were killed by a car bomb on Monday.",
        "Anna Karensk and Omar Ostwold were injured by a car bomb in Sebikhotane on Monday.",
    )
    rows = [{"id": str(n), "text": text, "published": "2026-03-03"} for n, text in enumerate(texts)]
    whole = wc.check(rows)
    assert {(row["left_article"], row["right_article"]) for row in whole.relations} == {("0", "2"), ("1", "3")}
    assert len(set(whole.relations["fact"])) == 1
    stored = wc.check(wc.extract(rows, sink=tmp_path / "claims"), sink=tmp_path / "report")
    assert rows_of(stored.relations) == rows_of(whole.relations)


@pytest.mark.slow
def test_made_up_articles_are_checked_by_blocks(tmp_path: Path, blocks: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "PART", 100)
    monkeypatch.syspath_prepend(Path(__file__).parent.parent / "benchmarks")
    import generate

    articles = wc.read_articles(generate.articles(400))
    whole = wc.check(articles)
    stored = wc.check(wc.extract(articles, sink=tmp_path / "claims"), sink=tmp_path / "report")
    assert rows_of(stored.relations) == rows_of(whole.relations)
    assert rows_of(stored.findings) == rows_of(whole.findings)


def test_what_cannot_be_checked_by_blocks_is_told(tmp_path: Path, blocks: Any) -> None:
    stored = wc.extract(ROWS[:3], sink=tmp_path / "claims")
    with pytest.raises(ValueError, match="with sink=, check takes stored claims"):
        wc.check(ROWS, sink=tmp_path / "report")
    with pytest.raises(ValueError, match="a collection is checked by itself"):
        wc.check(stored, against=ROWS, sink=tmp_path / "report")
    with pytest.raises(ValueError, match="is a file: extract"):
        wc.check(wc.extract(ROWS[:3], sink=tmp_path / "c.parquet"), sink=tmp_path / "report")
    (tmp_path / "report").mkdir()
    with pytest.raises(ValueError, match="is there already; delete it"):
        wc.check(stored, sink=tmp_path / "report")
    (tmp_path / "report").rmdir()
    (tmp_path / "report.parts").mkdir()
    with pytest.raises(ValueError, match="the check would work there"):
        wc.check(stored, sink=tmp_path / "report")


def test_a_check_goes_by_the_parts_of_a_sink(tmp_path: Path) -> None:
    """Claims that another writer left are refused, not checked by half; a path with an apostrophe is a path; a failure leaves nothing."""
    pytest.importorskip("duckdb")
    wc.extract(wc.samples()).to_parquet(tmp_path / "plain")
    with pytest.raises(ValueError, match=r"was not written by extract\(..., sink=\)"):
        wc.check(tmp_path / "plain", sink=tmp_path / "report")
    with pytest.raises(ValueError, match="there are no claims"):
        wc.check(tmp_path / "typo", sink=tmp_path / "report")
    folder = tmp_path / "o'brien"
    stored = wc.extract(wc.samples(), sink=folder / "claims")
    with pytest.raises(TypeError):
        wc.check(stored, sink=folder / "report", owners={"Northern Wire": 1})  # type: ignore[dict-item]
    assert [path.name for path in folder.iterdir()] == ["claims"]
    assert len(wc.check(stored, sink=folder / "report").relations) == len(wc.check(wc.samples()).relations)
