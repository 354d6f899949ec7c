"""Archives larger than memory: articles that are read as they are asked for, claims that are written as they are read."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

arrow = pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'wirecheck[notebook]'")
parquet = pytest.importorskip("pyarrow.parquet")

import wirecheck as wc  # noqa: E402
from wirecheck.scan import Ids, Stream  # noqa: E402
from wirecheck.sink import parts, writing  # noqa: E402

TEXT = "At least {n} people were killed in Kabul on Monday, officials said. “We saw {n} of them,” said Omar Dorensk, a baker."
ROWS = [
    {"id": f"a{n}", "text": TEXT.format(n=n + 2), "published": "2026-05-06", "outlet": f"Outlet {n % 3}", "title": None}
    for n in range(40)
]
SINKS = pytest.mark.parametrize("name", ["claims", "claims.parquet"])


@pytest.fixture(autouse=True)
def _small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Seven articles in a part; no test takes the power away, so none waits for the disk."""
    monkeypatch.setattr(parts.os, "fsync", lambda _: None)
    monkeypatch.setattr(writing, "PART", 7 * len(ROWS[0]["text"]))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def whole() -> wc.Claims:
    """What is read without a sink."""
    return wc.extract(ROWS)


def table() -> Any:
    return arrow.Table.from_pylist(ROWS)


def written(path: Path) -> Path:
    """The articles as a file of the kind that its name tells."""
    if path.suffix == ".parquet":
        parquet.write_table(table(), path, row_group_size=9)
    elif path.suffix == ".jsonl":
        path.write_text("".join(json.dumps(row) + "\n" for row in ROWS), encoding="utf-8")
    elif path.suffix == ".json":
        path.write_text(json.dumps(ROWS), encoding="utf-8")
    else:
        import csv

        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(ROWS[0]))
            writer.writeheader()
            writer.writerows(ROWS)
    return path


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


class Killed(BaseException):
    """Nobody catches it: what is on disk is what a kill would leave."""


def killed_at(step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The process ends at the n-th of the steps that change something on disk."""
    left = [step]

    def dying(function: Callable[..., Any]) -> Callable[..., Any]:
        def run(*given: Any, **more: Any) -> Any:
            left[0] -= 1
            if not left[0]:
                raise Killed
            return function(*given, **more)

        return run

    monkeypatch.setattr(parts, "flush", dying(parts.flush))
    for name in ("replace", "rename"):
        monkeypatch.setattr(parts.os, name, dying(getattr(os, name)))
    monkeypatch.setattr(parts.shutil, "rmtree", dying(parts.shutil.rmtree))


@SINKS
def test_a_kill_at_any_step_loses_and_doubles_nothing(tmp_path: Path, name: str) -> None:
    given = ROWS[:9]
    whole = wc.extract(given)
    for step in range(1, 1000):
        sink = tmp_path / str(step) / name
        with pytest.MonkeyPatch.context() as patch:
            killed_at(step, patch)
            try:
                wc.extract(given, sink=sink)
                break
            except Killed:
                pass
        assert wc.extract(given, sink=sink).claims == whole
        assert [path.name for path in sink.parent.iterdir()] == [name]
    assert step > 15


@SINKS
def test_what_is_done_is_not_read_again(tmp_path: Path, whole: wc.Claims, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaking() -> Iterator[dict[str, Any]]:
        yield from ROWS[:20]
        raise RuntimeError("the network is gone")

    with pytest.raises(RuntimeError, match="the network is gone"):
        wc.extract(breaking(), sink=tmp_path / name)
    with pytest.raises(ValueError, match=r"what was read so far stands in '.*\.parts'"):
        wc.read_claims(tmp_path / name)
    told: list[int] = []
    wc.extract(ROWS, sink=tmp_path / name, progress=lambda done, _: told.append(done))
    assert told[0] > 20
    monkeypatch.setattr(wc._core, "extract", None)
    again = wc.extract(ROWS, sink=tmp_path / name)
    monkeypatch.undo()
    assert again.claims == whole


def test_other_articles_or_another_reader_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sink = tmp_path / "claims"
    wc.extract(ROWS, sink=sink)
    others = [{**ROWS[0], "outlet": "Another"}, *ROWS[1:]]
    for given in (others, ROWS[:-1], [*ROWS, {"id": "new", "text": "More."}]):
        with pytest.raises(ValueError, match="holds the claims of 40 articles, and these are others; delete it to read all anew"):
            wc.extract(given, sink=sink)
    with pytest.raises(ValueError, match=r"was read with kinds=None, and this call has kinds=\['quote'\]"):
        wc.extract(ROWS, kinds=["quote"], sink=sink)
    with pytest.raises(ValueError, match="was read with another lexicon"):
        wc.extract(ROWS, lexicon=wc.Lexicon(names={"Dorensk": "PERSON"}), sink=sink)
    ours = parts.reader(None, None)
    for what, said in (("wirecheck", "by wirecheck 0.0.1, and this is"), ("core", "by another build of wirecheck")):
        journal = json.loads((sink / parts.JOURNAL).read_text())
        journal["reader"] = {**ours, what: "0.0.1"}
        (sink / parts.JOURNAL).write_text(json.dumps(journal))
        with pytest.raises(ValueError, match=said):
            wc.extract(ROWS, sink=sink)


def test_what_is_no_sink_is_left_alone(tmp_path: Path) -> None:
    for name in ("mine.parquet", "mine"):
        sink = tmp_path / name
        if name == "mine":
            sink.mkdir()
        else:
            parquet.write_table(table(), sink)
        with pytest.raises(ValueError, match="is there and is no sink of claims; give another one, or delete it"):
            wc.extract(ROWS, sink=sink)
        with pytest.raises(ValueError, match="holds no"):
            wc.read_claims(sink)
    with pytest.raises(ValueError, match="there are no claims"):
        wc.read_claims(tmp_path / "nothing")


def test_a_sink_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(OSError, match=r"claims' cannot be written: (Not a directory|File exists)"):
        wc.extract(ROWS, sink=tmp_path / "file" / "claims")


def test_a_full_disk_is_told_with_what_is_kept(tmp_path: Path, whole: wc.Claims, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    sink = tmp_path / "claims"
    with pytest.MonkeyPatch.context() as patch:
        killed_at(12, patch)
        with pytest.raises(Killed):
            wc.extract(ROWS, sink=sink)
    monkeypatch.setattr(parts, "flush", full)
    with pytest.raises(
        OSError,
        match=r"cannot be written: No space left on device; the claims of the first 7 articles stand in '.*claims\.parts'",
    ):
        wc.extract(ROWS, sink=sink)
    monkeypatch.undo()
    assert wc.extract(ROWS, sink=sink).claims == whole


def test_two_writers_of_one_sink_do_not_meet(tmp_path: Path) -> None:
    pytest.importorskip("fcntl", reason="Windows has no such locks")

    def meanwhile() -> Iterator[dict[str, Any]]:
        yield from ROWS[:10]
        with pytest.raises(ValueError, match=r"another process is writing '.*claims'; wait for it, or give another sink"):
            wc.extract(ROWS, sink=tmp_path / "claims")
        yield from ROWS[10:]

    assert len(wc.extract(meanwhile(), sink=tmp_path / "claims").claims.articles) == 40


def test_an_interrupt_says_what_is_kept(tmp_path: Path, whole: wc.Claims) -> None:
    def press(done: int, _: int) -> None:
        if done > 20:
            raise KeyboardInterrupt

    with pytest.raises(
        KeyboardInterrupt, match=r"the claims of the first 14 articles stand in '.*claims\.parts', and the same call"
    ):
        wc.extract(ROWS, sink=tmp_path / "claims", progress=press)
    assert wc.extract(ROWS, sink=tmp_path / "claims").claims == whole


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


SCRIPT = """
import sys
import wirecheck as wc
from wirecheck.sink import writing

writing.PART = 20_000
text = "At least {0} people were killed in Kabul on Monday, officials said. “We saw {0} of them,” said Omar Dorensk, a baker."
wc.extract(({"id": str(n), "text": text.format(n % 90 + 3)} for n in range(6000)), sink=sys.argv[1], threads=1)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="a process of Windows is ended in another way")
@SINKS
def test_kills_at_random_moments_lose_and_double_nothing(tmp_path: Path, name: str) -> None:
    dice = random.Random(3)
    kills = 0
    for _ in range(200):
        process = subprocess.Popen([sys.executable, "-c", SCRIPT, str(tmp_path / name)])
        try:
            # Longer each time, so that a slow machine comes to an end, too.
            assert process.wait(timeout=0.4 + dice.random() * (1 + kills / 8)) == 0
            break
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
            kills += 1
        time.sleep(0)
    text = "At least {0} people were killed in Kabul on Monday, officials said. “We saw {0} of them,” said Omar Dorensk, a baker."
    assert kills
    assert wc.read_claims(tmp_path / name) == wc.extract([{"id": str(n), "text": text.format(n % 90 + 3)} for n in range(6000)])
    assert [path.name for path in tmp_path.iterdir()] == [name]


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
