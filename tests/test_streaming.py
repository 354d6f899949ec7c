"""Archives larger than memory: articles that are read as they are asked for give the rows that memory gives."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from archive import ROWS, SINKS, arrow, parquet, small_parts, table, written

import wirecheck as wc
from wirecheck.scan import Ids, Stream
from wirecheck.sink import writing


@pytest.fixture(autouse=True)
def _small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    small_parts(monkeypatch)


@pytest.fixture(scope="module")
def whole() -> wc.Claims:
    """What is read without a sink."""
    return wc.extract(ROWS)


def dataset(folder: Path) -> Any:
    """A dataset of pyarrow, of two files."""
    import pyarrow.dataset as datasets

    parquet.write_table(table().slice(0, 25), folder / "1.parquet")
    parquet.write_table(table().slice(25), folder / "2.parquet")
    return datasets.dataset(folder)


READERS: dict[str, Callable[[Path], Any]] = {
    "dicts": lambda _: ROWS,
    "generator": lambda _: (wc.Article(**row) for row in ROWS),
    "articles": lambda _: wc.read_articles(ROWS),
    "table": lambda _: table(),
    "record batches": lambda _: arrow.RecordBatchReader.from_batches(table().schema, table().to_batches(max_chunksize=6)),
    "dataset": dataset,
    "open parquet": lambda folder: parquet.ParquetFile(written(folder / "a.parquet")),
    **{ending: lambda folder, ending=ending: written(folder / f"a.{ending}") for ending in ("parquet", "jsonl", "json", "csv")},
    "scan": lambda folder: wc.scan_articles(written(folder / "a.jsonl")),
}


@SINKS
@pytest.mark.parametrize("reader", READERS)
def test_every_reader_gives_the_rows_that_memory_gives(tmp_path: Path, whole: wc.Claims, reader: str, name: str) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    stored = wc.extract(READERS[reader](folder), sink=tmp_path / name)
    assert stored.claims == whole
    assert wc.read_claims(stored.path) == whole
    assert sorted(path.name for path in tmp_path.iterdir()) == ["articles", name]


@pytest.mark.parametrize("module", ["pandas", "polars", "duckdb"])
def test_frames_are_read_piece_by_piece(tmp_path: Path, whole: wc.Claims, module: str) -> None:
    library = pytest.importorskip(module)
    given = {
        "pandas": lambda: table().to_pandas(),
        "polars": lambda: library.from_arrow(table()),
        "duckdb": lambda: library.from_arrow(table()),
    }[module]()
    assert wc.extract(given, sink=tmp_path / "claims").claims == whole


@SINKS
def test_no_article_at_all_gives_empty_tables(tmp_path: Path, name: str) -> None:
    empty = wc.extract([])
    assert wc.extract([], sink=tmp_path / name).claims == empty
    assert wc.extract(table().slice(0, 0), sink=tmp_path / f"2{name}").claims == empty


def test_kinds_names_and_columns_are_those_of_memory(tmp_path: Path) -> None:
    lexicon = wc.Lexicon(names={"Omar Dorensk": "PERSON"})
    rows = [{"key": row["id"], "body": row["text"]} for row in ROWS]
    asked: dict[str, Any] = {"columns": {"id": "key", "text": "body"}, "kinds": ["quote"], "lexicon": lexicon}
    path = tmp_path / "a.parquet"
    parquet.write_table(arrow.Table.from_pylist(rows), path)
    assert wc.extract(path, sink=tmp_path / "claims", **asked).claims == wc.extract(rows, **asked)


def test_articles_without_ids_are_numbered_through_all_parts(tmp_path: Path) -> None:
    texts = [str(row["text"]) for row in ROWS]
    assert wc.extract(iter(texts), sink=tmp_path / "claims").claims == wc.extract(texts)


def test_a_folder_is_read_file_by_file(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for row in ROWS[:9]:
        (folder / f"{row['id']}.txt").write_text(str(row["text"]), encoding="utf-8")
    (folder / "b.txt").write_bytes(b"caf\xe9 in Kabul")
    written(folder / "c.jsonl")
    scan = wc.scan_articles(folder)
    memory = wc.extract(wc.read_articles(folder))
    assert wc.extract(scan, sink=tmp_path / "claims").claims == memory
    assert [row["article"] for row in memory.skipped] == ["b.txt"]
    assert scan.skipped[0]["reason"].endswith("save the file as UTF-8, or decode it yourself and pass the text")


def test_a_shard_that_breaks_off_ends_the_reading_and_names_its_line(tmp_path: Path) -> None:
    written(tmp_path / "a.jsonl")
    with (tmp_path / "a.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"text": "bro')
    with pytest.raises(ValueError, match=r"a\.jsonl:41: this line is no JSON"):
        wc.extract(wc.scan_articles(tmp_path), sink=tmp_path / "claims")


def test_the_byte_that_is_no_utf8_is_counted_from_the_beginning(tmp_path: Path) -> None:
    good = "é" * 700_000
    path = tmp_path / "a.jsonl"
    path.write_bytes(json.dumps({"text": good}, ensure_ascii=False).encode() + b"\n\xe9\n")
    place = path.read_bytes().index(b"\n\xe9") + 1
    with pytest.raises(ValueError, match=f"byte {place} is no UTF-8"):
        list(wc.scan_articles(path))


def test_parquet_is_read_a_few_rows_at_a_time(tmp_path: Path) -> None:
    """Whoever asks for one article has not waited for the file."""
    path = written(tmp_path / "a.parquet")
    wide = arrow.Table.from_pylist(ROWS * 200).append_column("unused", [["x" * 1000] * 40 * 200])
    parquet.write_table(wide, path)
    arrow.default_memory_pool().release_unused()
    before = arrow.total_allocated_bytes()
    articles = iter(wc.scan_articles(path))
    next(articles)
    assert arrow.total_allocated_bytes() - before < 2_000_000
    assert wc.scan_articles(path).total == 8000


def test_progress_tells_what_is_known(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    wc.extract(ROWS, sink=tmp_path / "1", progress=lambda done, total: told.append((done, total)))
    assert told == [(7, 40), (14, 40), (21, 40), (28, 40), (35, 40), (40, 40)]
    told.clear()
    wc.extract(iter(ROWS), sink=tmp_path / "2", progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (40, 0)


def test_an_id_that_comes_twice_is_told(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="row 40 has the article id 'a3', and so has a row before it; ids must be unique"):
        wc.extract([*ROWS, ROWS[3]], sink=tmp_path / "claims")
    assert not (tmp_path / "claims").exists()


def test_a_hundred_thousand_ids_are_told_apart() -> None:
    seen = Ids()
    assert all(seen.add(str(n)) for n in range(100_000))
    assert not any(seen.add(str(n)) for n in range(0, 100_000, 7))


def test_stored_claims_are_checked(tmp_path: Path, whole: wc.Claims) -> None:
    stored = wc.extract(ROWS, sink=tmp_path / "claims.parquet")
    assert wc.check(stored) == wc.check(whole)
    assert repr(stored).startswith("<wirecheck.StoredClaims: ")


def test_what_the_command_writes_is_read_back(tmp_path: Path, whole: wc.Claims) -> None:
    from wirecheck.export import write_claims

    write_claims(whole, tmp_path / "c.parquet")
    assert wc.read_claims(tmp_path / "c.parquet") == whole


def test_other_libraries_read_the_tables_of_a_sink(tmp_path: Path, whole: wc.Claims) -> None:
    wc.extract(ROWS, sink=tmp_path / "claims")
    wc.extract(ROWS, sink=tmp_path / "claims.parquet")
    assert parquet.read_table(tmp_path / "claims" / "quotes").num_rows == len(whole.quotes)
    wide = parquet.read_table(tmp_path / "claims.parquet")
    assert wide["table"].to_pylist().count("quotes") == len(whole.quotes)


def test_the_made_up_archive_is_written_and_streamed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(Path(__file__).parent.parent / "benchmarks")
    import generate

    monkeypatch.setattr(generate, "ROWS", 100)
    monkeypatch.setattr(writing, "PART", 50_000)
    generate.write(250, tmp_path / "a.parquet")
    truth = parquet.read_table(tmp_path / "a.truth.parquet").to_pylist()
    articles = list(generate.articles(250))
    assert [row["article"] for row in truth] == [article.id for article in articles]
    assert [asdict(article) for article in generate.articles(100)] == [asdict(article) for article in articles[:100]]
    assert {row["copy_of"] for row in truth} <= {None, *(article.id for article in articles)}
    assert 1500 < sum(len(article.text) for article in articles) / 250 < 3000
    assert wc.extract(tmp_path / "a.parquet", sink=tmp_path / "claims").claims == wc.extract(articles)
    assert Stream(tmp_path / "a.parquet").total == 250
