"""What is shown and said where something is missing: no facts, no text, no index, rows that lack a cell, a database that refuses."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import wirecheck as wc
from wirecheck.cli import main
from wirecheck.coded import cells
from wirecheck.pytest_plugin.cache import Cache
from wirecheck.pytest_plugin.tally import Tally

pd = pytest.importorskip("pandas")
np = pytest.importorskip("numpy")
pytest.importorskip("altair")

BLAST = "A blast in Bir Salwan on May 6, 2026 killed {} people, the health ministry said."
FRENCH = "Le ministère de la santé a déclaré mercredi que dix-huit personnes avaient été tuées dans une explosion au marché de la ville. "


def without_text(article: dict[str, Any]) -> wc.Claims:
    """Claims as they come from tables that leave the texts out."""
    claims = wc.extract([article])
    articles = claims.articles.to_pandas().assign(text=pd.Series([None], dtype="str"))
    return wc.Claims(articles=articles, casualties=claims.casualties, dates=claims.dates, names=claims.names)


def test_claims_say_what_was_left_out() -> None:
    shown = wc.extract([BLAST.format(3), FRENCH * 5])._repr_html_()
    assert "1 skipped: <code>claims.skipped</code>" in shown
    assert "Each kind is a table" not in wc.extract([])._repr_html_()


def test_a_draft_without_facts_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    report = wc.check("Nothing happened.", against=wc.samples())
    assert "The draft holds no fact that can be checked." in report.checklist._repr_html_()
    monkeypatch.chdir(tmp_path)
    Path("draft.txt").write_text("Nothing happened.", encoding="utf-8")
    Path("wire.txt").write_text(BLAST.format(3), encoding="utf-8")
    main(["check", "draft.txt", "--against", "wire.txt"])
    assert capsys.readouterr().out.startswith("checklist: no fact that can be checked")


def test_facts_of_a_draft_without_its_text_are_shown() -> None:
    draft = without_text({"id": "draft", "text": BLAST.format(12), "published": "2026-05-07"})
    report = wc.check(draft, against=wc.samples())
    assert "killed 12" in report.checklist._repr_html_()
    assert [fact.sentence for fact in report.checklist.facts()] == ["killed 12 people"]


def test_drafts_beyond_the_first_are_counted() -> None:
    drafts = [{"id": f"d{nr}", "text": BLAST.format(10 + nr), "published": "2026-05-07"} for nr in range(5)]
    assert "and 2 more drafts" in wc.check(drafts, against=wc.samples())._repr_html_()


def test_an_article_whose_claims_have_no_text_is_shown_with_the_text_that_is_given() -> None:
    article = {"id": "a", "text": BLAST.format(12)}
    claims = without_text(article)
    assert "killed 12" in str(wc.show(article, claims))
    assert str(wc.show("a", claims)).endswith("a")
    with pytest.raises(ValueError, match="show takes one article, and these are 2"):
        wc.show([article, {**article, "id": "b"}])


def test_articles_are_a_sequence() -> None:
    articles = wc.read_articles([BLAST.format(1), BLAST.format(2)])
    assert articles[:1] == wc.read_articles([BLAST.format(1)])
    assert {articles, wc.read_articles([BLAST.format(1), BLAST.format(2)])} == {articles}
    assert repr(articles) == "<wirecheck.Articles: 2 articles>"
    with pytest.raises(ValueError, match="an article has no 'day'; columns= renames text, id, published"):
        wc.extract([{"text": "x"}], columns={"day": "d"})
    assert wc.read_articles([{"text": "x", "published": np.datetime64("2026-05-06T14:05")}])[0].published == "2026-05-06T14:05:00"


@pytest.mark.parametrize(
    ("cell", "days"),
    [
        (datetime(2026, 5, 6, 14, 5), (date(2026, 5, 6), date(2026, 5, 6))),
        (np.datetime64("2026-05-06"), (date(2026, 5, 6), date(2026, 5, 6))),
        (2026, (date(2026, 1, 1), date(2026, 12, 31))),
        (" 6 May 2026 ", (date(2026, 5, 6), date(2026, 5, 6))),
    ],
)
def test_a_coded_date_has_many_forms(cell: Any, days: tuple[date, date]) -> None:
    assert cells.days(cell) == days


@pytest.mark.parametrize(
    ("read", "cell", "said"),
    [
        (cells.days, True, "True is no date; format the cells as dates"),
        (cells.days, "20260506", "'20260506' is no date; write it as 2026-05-06"),
        (cells.flag, "perhaps", "'perhaps' is neither true nor false"),
        (cells.published, "in May", "'in May' is no date; write it as 2026-05-06 or 2026-05-06T14:05"),
        (cells.published, " ", "' ' is no date"),
        (cells.text, "\ud800", "half a character (a lone surrogate) at code point 0"),
        (cells.whole, True, "True is no whole number"),
    ],
)
def test_a_coded_cell_that_is_wrong_is_told(read: Any, cell: Any, said: str) -> None:
    with pytest.raises(ValueError) as wrong:  # noqa: PT011
        read(cell)
    assert said in str(wrong.value)


def test_a_coded_row_without_people_or_words_is_told() -> None:
    assert (cells.text(3.0), cells.flag("Yes"), cells.flag(0)) == ("3", True, False)
    with pytest.raises(ValueError, match="row 2, column 'participants': it names nobody"):
        wc.Claims.from_table([{"participants": " ; ", "status": "held"}])
    with pytest.raises(ValueError, match="row 2: it has no words in `text`"):
        wc.Claims.from_table([{"text": None, "speaker": "Anna Berg"}, {"text": "Yes.", "speaker": "Anna Berg"}])


def test_pictures_name_the_facts_that_there_are_not() -> None:
    report = wc.check(wc.samples())
    with pytest.raises(ValueError, match=r"there is no fact 'nothing'; report\.facts lists them"):
        report.timeline(fact="nothing")
    with pytest.raises(ValueError, match=r"lanes='day' is none of fact, kind"):
        report.timeline(lanes="day")
    lead = report.facts[0]["fact"]
    assert report.timeline(fact=[lead]).to_dict()["datasets"]


class Folder:
    """What pytest's cache is asked for."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def mkdir(self, name: str) -> Path:
        """A folder of the cache."""
        (self.path / name).mkdir(exist_ok=True)
        return self.path / name


def test_claims_that_were_kept_are_read_again_where_their_file_is_broken(tmp_path: Path) -> None:
    cache = Cache(SimpleNamespace(cache=Folder(tmp_path)))  # type: ignore[arg-type]
    whole, asked = wc.extract(wc.samples()), []

    def read() -> wc.Claims:
        asked.append(1)
        return whole

    size = 10**9
    assert cache.claims("content", size, read) == cache.claims("content", size, read) == whole
    assert len(asked) == 1
    (broken,) = tmp_path.glob("wirecheck/*/quotes.arrow")
    broken.write_bytes(b"broken")
    assert cache.claims("content", size, read) == whole
    assert len(asked) == 2
    assert Cache(SimpleNamespace()).claims("content", size, read) == whole  # type: ignore[arg-type]
    assert len(asked) == 3


def test_counts_of_two_workers_are_added(tmp_path: Path) -> None:
    finding = dict(wc.check(wc.samples()).findings[0])
    workers = [Tally(), Tally()]
    for worker, outcome in zip(workers, ("holds", "contradicted"), strict=True):
        worker.note("toll Bir Salwan", outcome)
        worker.ask([finding], beside_a_baseline=True)
        worker.record(tmp_path / "wirecheck-baseline.json", [finding])
        worker.skip([{"article": "a.txt", "reason": "it is empty"}])
        worker.waived([finding])
    whole = Tally()
    for worker in workers:
        whole.add(worker.as_dict())
    whole.write_baselines()
    assert whole.lines(tmp_path) == [
        "wirecheck: 0 facts hold, 1 contradicted, 1 new finding, 1 waived",
        "wirecheck: not read: a.txt: it is empty",
        "wirecheck: 1 finding written to wirecheck-baseline.json",
    ]


def test_a_ledger_does_first_what_somebody_was_killed_in(tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    ledger = wc.Ledger(tmp_path / "desk.duckdb")
    added = ledger.add(wc.samples())
    assert repr(added).startswith(
        f"<wirecheck.Added: 8 new, 0 edited, 0 known; {len(wc.check(wc.extract(wc.samples())).findings)} findings, "
    )
    assert repr(ledger).endswith(": 8 articles>")
    whole = ledger.findings
    with duckdb.connect(str(ledger.path)) as other:
        other.execute("UPDATE articles SET waits = 'new'; DELETE FROM findings")
    assert sorted(ledger.findings["id"]) == sorted(whole["id"])


@pytest.mark.parametrize(
    ("said", "kind", "sentence"),
    [
        ("IO Error: x is not a valid DuckDB database file", ValueError, "is no DuckDB file, so no ledger"),
        ("IO Error: written with a newer version", ValueError, "was written by a newer DuckDB: pip install --upgrade duckdb"),
        ("IO Error: Permission denied", PermissionError, "cannot be written here: the file or its folder is read-only"),
        ("IO Error: No space left on device", OSError, "could not be written, since the disk is full"),
        ("IO Error: the disk has gone", OSError, "could not be read: IO Error: the disk has gone"),
    ],
)
def test_what_duckdb_says_is_a_sentence(tmp_path: Path, said: str, kind: type[Exception], sentence: str) -> None:
    duckdb = pytest.importorskip("duckdb")
    from wirecheck.ledger.file import LedgerFile

    with pytest.raises(kind, match=sentence), LedgerFile(tmp_path / "desk.duckdb", 0).read():
        raise duckdb.IOException(said)
