"""The ledger: what it keeps, what it knows again, and what it says of news, moves and decisions."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

wc = pytest.importorskip("wirecheck")
duckdb = pytest.importorskip("duckdb")
Interrupted = pytest.importorskip("wirecheck.progress").Interrupted


TUESDAY = datetime(2026, 5, 12, 9, tzinfo=UTC)
WEDNESDAY = datetime(2026, 5, 13, 9, tzinfo=UTC)
THURSDAY = datetime(2026, 5, 14, 9, tzinfo=UTC)

SLIDE = "The death toll from Monday's landslide in Vallehondo, Colombia, "
RISEN = {
    "id": "wire-1",
    "outlet": "Northern Wire",
    "published": "2026-03-11",
    "text": SLIDE + "has risen to 44, the civil defence agency said on Wednesday.",
}
LOWER = {
    "id": "meridian-1",
    "outlet": "The Meridian",
    "published": "2026-03-13",
    "text": SLIDE + "stands at 43, the civil defence agency said on Friday.",
}
REVISED = {
    "id": "harbour-1",
    "outlet": "Harbour Post",
    "published": "2026-03-12",
    "text": "The civil defence agency on Thursday revised down the number of people killed in Monday's landslide in Vallehondo, "
    "Colombia, to 41 from 44.",
}


@pytest.fixture
def ledger(tmp_path: Path) -> Any:
    return wc.Ledger(tmp_path / "desk.duckdb", wait=0)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: Any) -> Any:
    """A ledger of the samples that no test changes."""
    ledger = wc.Ledger(tmp_path_factory.mktemp("ledger") / "desk.duckdb", wait=0)
    ledger.add(wc.samples(), at=TUESDAY)
    return ledger


@pytest.fixture(scope="module")
def report() -> Any:
    return wc.check(by_id(wc.samples()))


def by_id(articles: Any) -> list[Any]:
    return sorted(articles, key=lambda article: article.id)


def test_the_package_is_imported_without_duckdb() -> None:
    told = subprocess.run(
        [sys.executable, "-c", "import sys, wirecheck; print('duckdb' in sys.modules, 'wirecheck.ledger' in sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.split() == ["False", "False"]


def test_a_ledger_holds_what_reading_and_checking_give(filled: Any, report: Any) -> None:
    assert len(filled) == 8
    assert filled.claims == wc.extract(by_id(wc.samples()))
    assert filled.relations == report.relations
    assert filled.findings == report.findings
    assert filled.report() == report


def test_an_article_is_kept_once(ledger: Any) -> None:
    first = ledger.add(wc.samples())
    again = ledger.add(list(wc.samples())[::-1])
    assert (len(first.new), first.edited, first.known) == (8, (), ())
    assert (again.new, again.edited, len(again.known)) == ((), (), 8)
    assert (len(again.moved), len(again.findings), len(ledger.versions)) == (0, 0, 0)
    assert ledger.claims == wc.extract(by_id(wc.samples()))


def test_articles_without_an_id_are_named_after_what_they_say(ledger: Any) -> None:
    ledger.add("At least 19 civilians were killed in Homs on Monday.")
    ledger.add(
        ["Nine people were hurt in Ibb.", "At least 19 civilians were killed in Homs on Monday.", "Nine people were hurt in Ibb."]
    )
    ids = ledger.claims.articles["article"]
    assert len(ids) == 2
    assert all(name.startswith("text-") for name in ids)


def test_files_without_ids_too(ledger: Any, tmp_path: Path) -> None:
    for name, text in (("may.jsonl", "Nine people were hurt in Ibb."), ("june.jsonl", "Ten people were hurt in Taiz.")):
        (tmp_path / name).write_text(f'{{"text": "{text}"}}\n', encoding="utf-8")
        ledger.add(wc.read_articles(str(tmp_path / name)))
    assert len(ledger) == 2
    assert len(ledger.versions) == 0


def test_ids_of_three_figures_are_the_callers(ledger: Any) -> None:
    ledger.add([{"id": "000", "text": "Nine people were hurt in Ibb."}, {"id": 1, "text": "Ten people were hurt in Taiz."}])
    assert ledger.claims.articles["article"] == ["000", "1"]


def test_an_old_verdict_that_a_new_article_moves_is_named(ledger: Any) -> None:
    ledger.add([RISEN, LOWER], at=TUESDAY)
    assert "toll-falls" in ledger.findings["rule"]
    added = ledger.add(REVISED, at=WEDNESDAY)
    [moved] = added.moved
    assert (moved["left_article"], moved["right_article"]) == ("wire-1", "meridian-1")
    assert (moved["before"], moved["now"]) == ("conflicts", "updates")
    [kept] = ledger.moved
    assert kept == {**moved, "added": datetime(2026, 5, 13, 9)}
    assert ledger.add(REVISED).moved.to_pylist() == []
    assert "toll-falls" not in ledger.findings["rule"]


def test_an_edited_article_has_versions(ledger: Any) -> None:
    first = {**RISEN, "text": SLIDE + "has risen to 40, the civil defence agency said on Wednesday."}
    ledger.add([first, LOWER], at=TUESDAY)
    added = ledger.add(RISEN, at=WEDNESDAY)
    assert (added.new, added.edited) == ((), ("wire-1",))
    [old] = ledger.versions
    assert (old["article"], old["version"], old["text"]) == ("wire-1", 1, first["text"])
    assert (old["added"], old["replaced"]) == (datetime(2026, 5, 12, 9), datetime(2026, 5, 13, 9))
    [changed] = [row for row in added.findings if row["rule"] == "article-changed"]
    assert changed["articles"] == ["wire-1@001", "wire-1@002"]
    assert "killed 40 became killed 44" in changed["message"]
    assert [(row["before"], row["now"]) for row in added.moved if row["left_value"] == "killed 40"] == [("updates", None)]
    assert ledger.claims == wc.extract([LOWER, RISEN])
    assert batch(ledger) == batch_of([LOWER, RISEN])
    # A third version: what was told of the first two stays told.
    ledger.add({**RISEN, "text": RISEN["text"].replace("44", "45")}, at=THURSDAY)
    told = [row["articles"] for row in ledger.findings if row["rule"] == "article-changed"]
    assert sorted(told) == [["wire-1@001", "wire-1@002"], ["wire-1@002", "wire-1@003"]]
    assert ledger.versions["version"] == [1, 2]


def test_an_edit_that_drops_the_address_is_an_edit_all_the_same(ledger: Any) -> None:
    first = {**RISEN, "url": "https://wire.example/slide", "text": RISEN["text"].replace("44", "40")}
    ledger.add([first])
    added = ledger.add(RISEN)
    assert [row["rule"] for row in added.findings] == ["article-changed"]
    assert "killed 40 became killed 44" in added.findings["message"][0]


def test_an_inserted_comma_moves_nothing(ledger: Any) -> None:
    ledger.add([RISEN, LOWER])
    added = ledger.add({**RISEN, "text": RISEN["text"].replace("said on", "said, on")})
    assert added.edited == ("wire-1",)
    assert len(added.moved) == 0
    assert [row["rule"] for row in added.findings] == ["article-changed"]


def test_other_metadata_make_a_version_but_no_finding(ledger: Any) -> None:
    ledger.add([RISEN, LOWER])
    added = ledger.add({**RISEN, "outlet": "Southern Wire"})
    assert (added.edited, len(added.findings)) == (("wire-1",), 0)
    assert ledger.claims.articles["outlet"] == ["The Meridian", "Southern Wire"]


def test_what_is_new_since_a_day(ledger: Any) -> None:
    ledger.add([RISEN, LOWER], at=TUESDAY)
    ledger.add(REVISED, at=THURSDAY)
    for when in ("Wednesday", "2026-05-13", date(2026, 5, 13), "today", THURSDAY):
        news = ledger.since(when, at=THURSDAY)
        assert news.articles["article"] == ["harbour-1"], when
        assert len(news.casualties) == len(ledger.claims.casualties) - 2
        assert {"harbour-1"} <= {name for row in news.relations for name in (row["left_article"], row["right_article"])}
        assert all("harbour-1" in row["articles"] for row in news.findings)
        assert len(news.moved) == 1
    assert len(ledger.since("Monday", at=THURSDAY).articles) == 3
    assert len(ledger.since("2026-05-15", at=THURSDAY).articles) == 0


def test_a_day_that_is_none_is_a_sentence(filled: Any) -> None:
    with pytest.raises(ValueError, match="did you mean 'Monday'"):
        filled.since("Mondy")


def test_a_dismissed_finding_is_left_out(ledger: Any) -> None:
    ledger.add([RISEN, LOWER])
    [finding] = [row for row in ledger.findings if row["rule"] == "toll-falls"]
    ledger.decide(finding, "dismissed", by="ana", why="the agency confirmed it", at=TUESDAY)
    assert finding["fingerprint"] not in ledger.findings["fingerprint"]
    assert ledger.dismissed.to_pylist() == [finding]
    assert ledger.report().findings == ledger.findings
    [decision] = ledger.decisions
    assert (decision["by"], decision["why"], decision["decided"]) == ("ana", "the agency confirmed it", datetime(2026, 5, 12, 9))
    assert (decision["about"], decision["stands"], decision["applies"]) == (finding["message"], True, True)
    # It holds for a text with another comma, and until it is withdrawn.
    ledger.add({**LOWER, "text": LOWER["text"].replace("said on", "said, on")})
    assert "toll-falls" not in ledger.findings["rule"]
    ledger.decide(finding["fingerprint"], "withdrawn", by="ben", why="they did not")
    assert "toll-falls" in ledger.findings["rule"]
    assert ledger.decisions["stands"] == [False, False]
    # A new article takes the finding away: the decision applies to nothing any more.
    ledger.decide(finding["fingerprint"], "dismissed", by="ana", why="again")
    ledger.add(REVISED)
    assert ledger.decisions["applies"] == [False, False, False]


def test_two_claims_that_are_apart_are_not_compared(ledger: Any) -> None:
    ledger.add([RISEN, LOWER])
    [relation] = [row for row in ledger.relations if row["verdict"] == "conflicts"]
    ledger.decide(relation, "apart", by="ana", why="two slides", at=TUESDAY)
    assert relation["id"] not in ledger.relations["id"]
    [moved] = ledger.moved
    assert (moved["before"], moved["now"]) == ("conflicts", None)
    assert batch(ledger) == batch_of([LOWER, RISEN], apart=[(relation["left"], relation["right"])])
    assert ledger.report().relations == ledger.relations
    ledger.add(REVISED)
    assert relation["id"] not in ledger.relations["id"]
    ledger.decide((relation["right"], relation["left"]), "withdrawn", by="ana", why="one slide")
    assert relation["id"] in ledger.relations["id"]


def test_two_claims_that_are_the_same_are_one_fact(ledger: Any) -> None:
    other = {**LOWER, "text": "Forty-three people were killed by floods in Bremsund, Norway, on Friday."}
    ledger.add([RISEN, other])
    left, right = ledger.claims.casualties["id"]
    assert len(ledger.report().tolls) == 2
    ledger.decide((left, right), "same", by="ana", why="one story")
    assert len(ledger.report().tolls) == 1
    check = wc.check(wc.extract([other, RISEN]), same=[(left, right)])
    assert ledger.relations == check.relations


@pytest.mark.parametrize(
    ("what", "decision", "error", "words"),
    [
        ("0123456789abcdef", "dismissed", KeyError, "no finding of this ledger"),
        (("x:quote:1-2", "y:quote:1-2"), "same", KeyError, "no claim of this ledger"),
        ("0123456789abcdef", "same", ValueError, "decided on two claims"),
        (("a", "b"), "dismissed", ValueError, "decided on a finding"),
        ("0123456789abcdef", "ignored", ValueError, "a decision is one of"),
        (7, "dismissed", ValueError, "this is a int"),
    ],
)
def test_what_cannot_be_decided_is_a_sentence(filled: Any, what: Any, decision: str, error: type, words: str) -> None:
    with pytest.raises(error, match=words):
        filled.decide(what, decision, by="ana", why="because")


def test_nobody_decides_without_a_name_and_a_reason(filled: Any) -> None:
    with pytest.raises(ValueError, match="by= is empty"):
        filled.decide("0123456789abcdef", "dismissed", by=" ", why="because")
    with pytest.raises(ValueError, match="why= is empty"):
        filled.decide("0123456789abcdef", "dismissed", by="ana", why="")


def test_a_draft_is_checked_against_what_is_kept(filled: Any) -> None:
    draft = {"id": "draft", "text": next(iter(wc.samples())).text}
    assert told_of(filled.check(draft)) == told_of(wc.check([draft], against=by_id(wc.samples())))
    assert len(filled) == 8


def test_a_draft_of_an_article_that_is_kept_takes_its_place(filled: Any) -> None:
    first, *rest = by_id(wc.samples())
    draft = replace(first, text=first.text + " The bridge was closed.")
    assert told_of(filled.check(draft)) == told_of(wc.check([draft], against=rest))


def test_others_query_it_in_sql(filled: Any, report: Any) -> None:
    with duckdb.connect(str(filled.path), read_only=True) as other:
        rows = other.sql("SELECT rule, count(*) FROM open_findings GROUP BY rule").fetchall()
        kinds = other.sql("SELECT kind, count(*) FROM claims WHERE added >= '2026-05-12' GROUP BY kind").fetchall()
    rules = report.findings["rule"]
    assert dict(rows) == {rule: rules.count(rule) for rule in rules}
    claims = filled.claims
    assert dict(kinds) == {"casualty": len(claims.casualties), "meeting": len(claims.meetings), "quote": len(claims.quotes)}


def test_what_could_not_be_read_is_told_once(ledger: Any, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text("Nine people were hurt in Ibb, Yemen.", encoding="utf-8")
    (tmp_path / "news" / "b.txt").write_bytes(b"\xff\xfe\xfa")
    for _ in range(2):
        ledger.add(wc.read_articles(str(tmp_path / "news")))
    assert [row["article"] for row in ledger.claims.skipped if row["what"] == "file"] == ["b.txt"]


def test_ctrl_c_keeps_what_was_read(ledger: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    adding = pytest.importorskip("wirecheck.ledger.adding")
    monkeypatch.setattr(adding, "BATCH", 1)
    done = []

    def press(read: int, total: int) -> None:
        done.append((read, total))
        if len(done) == 3:
            raise KeyboardInterrupt

    with pytest.raises(Interrupted, match="those that had been read are kept") as stopped:
        ledger.add(wc.samples(), threads=1, progress=press)
    assert done == [(1, 8), (2, 8), (3, 8)]
    assert len(ledger) == 3
    rest = stopped.value.go_on()
    assert (len(rest.new), len(rest.known)) == (5, 3)
    assert ledger.claims == wc.extract(by_id(wc.samples()))


def test_owners_and_words_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "desk.duckdb"
    words = wc.Lexicon(names={"Highland Front": "ORG"})
    wc.Ledger(path, lexicon=words, owners={"Harbour Post": "Bay Media"}).add([RISEN])
    again = wc.Ledger(path)
    again.add([REVISED])
    assert dict(zip(*[again.report().sources[name] for name in ("outlet", "owner")], strict=True))["Harbour Post"] == "Bay Media"
    assert wc.Ledger(path, lexicon=wc.Lexicon(names={"Highland Front": "ORG"})).report() == again.report()
    with pytest.raises(ValueError, match="begun with another lexicon="):
        wc.Ledger(path, lexicon=wc.Lexicon(names={"Lowland Front": "ORG"}))


def batch(ledger: Any) -> tuple[Any, Any]:
    """What the ledger says of the last versions."""
    findings = [row for row in ledger.findings if row["rule"] != "article-changed"]
    return [row for row in ledger.relations if row["between"] != "versions"], findings


def batch_of(articles: Any, **options: Any) -> tuple[Any, Any]:
    report = wc.check(wc.extract(articles), **options)
    return report.relations.to_pylist(), report.findings.to_pylist()


def told_of(report: Any) -> list[Any]:
    """What a report tells of a draft."""
    return [report.relations, report.findings, list(report.checklist)]
