"""Five real articles that were judged by hand: what must be found in them, and what must not.

They stand beside the repository, not in it; without them these tests are skipped.
"""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

wc = pytest.importorskip("wirecheck")

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
SEEDS = SHARED / "articles" / "seeds.jsonl"
GOLD = SHARED / "eval" / "relations" / "seeds"
SCORER = SHARED / "eval" / "score_relations.py"
pytestmark = pytest.mark.skipif(not SEEDS.exists(), reason=f"the judged articles are not here: {SEEDS}")

#: Verdicts that say two claims speak of one thing.
LINKED = {"agrees", "refines", "updates", "conflicts"}

Row = dict[str, Any]


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    rows = (json.loads(line) for line in SEEDS.read_text(encoding="utf-8").splitlines() if line.strip())
    return {row["id"]: row["text"] for row in rows}


@pytest.fixture(scope="module")
def claims() -> Any:
    return wc.extract(wc.read_articles(str(SEEDS)))


@pytest.fixture(scope="module")
def report(claims: Any) -> Any:
    return wc.check(claims)


@pytest.fixture(scope="module")
def gold() -> list[Row]:
    if not (GOLD / "relations.jsonl").exists():
        pytest.skip(f"the judgements are not here: {GOLD}")
    return [json.loads(line) for line in (GOLD / "relations.jsonl").read_text(encoding="utf-8").splitlines() if line.strip()]


@pytest.fixture(scope="module")
def verdicts(report: Any, gold: list[Row]) -> dict[str, list[str]]:
    """The verdicts on each judged pair, matched as the scorer does where kinds are finer than ours."""
    if not SCORER.exists():
        pytest.skip(f"the scorer is not here: {SCORER}")
    spec = importlib.util.spec_from_file_location("score_relations", SCORER)
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    scorer.ANY_KIND = True
    _, relations, by = scorer.load(str(GOLD))
    sides = ("article", "start", "end", "kind")
    said = [
        {"verdict": row["verdict"]} | {side: {key: row[f"{side}_{key}"] for key in sides} for side in ("left", "right")}
        for row in report.pairs()
    ]
    got, _, _ = scorer.match(said, relations, by)
    return {relation["id"]: got.get(i, []) for i, relation in enumerate(relations)}


def test_every_span_is_exact(claims: Any, report: Any, texts: dict[str, str]) -> None:
    for table in (claims.dates, claims.names, claims.casualties, claims.meetings, claims.quotes, claims.unread):
        for row in table:
            assert texts[row["article"]][row["start"] : row["end"]] == row["text"], row
    for row in report.relations:
        for side in ("left", "right"):
            text = texts[row[f"{side}_article"]][row[f"{side}_start"] : row[f"{side}_end"]]
            assert text == row[f"{side}_text"], row


def test_four_casualty_claims_and_no_other(claims: Any) -> None:
    """Nothing in the articles that only speak of "34 nations" or of "the fight against"."""
    told = sorted((row["article"], row["effect"], row["number"], row["bound"]) for row in claims.casualties)
    assert told == [
        ("001", "killed", 16, "exact"),
        ("002", "displaced", 11_000_000, "more_than"),
        ("002", "killed", 220_000, "more_than"),
        ("003", "killed", 220_000, "more_than"),
    ]


def test_the_inserted_word_is_named(report: Any) -> None:
    """One utterance, two transcriptions: a word was put in, and narrows the meaning."""
    quotes = [
        r
        for r in report.relations
        if {r["left_article"], r["right_article"]} == {"000", "002"} and "complexity" in r["left_text"]
    ]
    assert [row["verdict"] for row in quotes] == ["agrees"], quotes
    altered = [row for row in report.findings if row["rule"] == "quote-altered" and set(row["articles"]) == {"000", "002"}]
    assert any("political" in row["message"] for row in altered), altered


def test_a_shared_utterance_dates_the_other_article(report: Any) -> None:
    sources = {row["article"]: row for row in report.sources}
    assert (sources["002"]["anchor_from"], sources["002"]["anchor_quality"]) == ("000", "inherited")


def test_one_figure_of_one_source_is_one_chain(report: Any) -> None:
    """The UN is named for it in both: repetition, not confirmation."""
    pair = [
        r for r in report.relations if (r["left_kind"], {r["left_article"], r["right_article"]}) == ("casualty", {"002", "003"})
    ]
    assert [(row["verdict"], row["same_chain"]) for row in pair] == [("agrees", True)], pair


def test_one_raid_is_not_held_against_the_war(report: Any) -> None:
    raid = [
        row for row in report.relations if row["left_kind"] == "casualty" and "001" in (row["left_article"], row["right_article"])
    ]
    assert all(row["verdict"] == "unrelated" for row in raid), raid


def test_pairs_that_are_not_one_are_not_linked(gold: list[Row], verdicts: dict[str, list[str]]) -> None:
    apart = [r for r in gold if r["verdict"] in ("unrelated", "undecidable")]
    wrong = {}
    for relation in apart:
        bad = LINKED & set(verdicts[relation["id"]]) - set(relation["also_accepted"])
        if bad:
            wrong[relation["id"]] = (relation["cls"], bad)
    assert not wrong, wrong


def test_most_of_the_pairs_that_are_one_are_found(gold: list[Row], verdicts: dict[str, list[str]]) -> None:
    must = [r for r in gold if r["weight"] == "must" and r["verdict"] in LINKED]
    found = [r["id"] for r in must if {r["verdict"], *r["also_accepted"]} & LINKED & set(verdicts[r["id"]])]
    assert len(found) >= 6, found


#: Names that mean one entity each, as the judges list them.
ONE = [
    {"Daesh", "ISIL", "Islamic State group", "ISIS", "Islamic State"},
    {"Syrian National Coalition", "National Coalition of Syrian Revolution and Opposition Forces", "NCSROF"},
    {"Bashar Al-Assad", "Bashar al-Assad", "Bashar Assad", "Bashar al Assad", "Assad"},
    {"Sergei Lavrov", "Sergey Lavrov", "Lavrov", "The minister"},
    {"John Kerry", "Kerry"},
    {"Vladimir Putin", "Putin"},
    {"Obama"},
    {"Mark Toner", "Toner", "The spokesperson"},
    {"Russia", "Russian Federation", "Moscow"},
    {"US", "U.S.", "USA", "United States", "Washington"},
    {"Syrian Observatory for Human Rights"},
    {"International Syria Support Group", "International Syrian Support Group", "ISSG"},
    {"NY"},
]

#: And names that mean two.
TWO = [
    ("Putin", "Lavrov"),
    ("Lavrov", "Alexei Meshkov"),
    ("Ahmed Moaz Khatib", "Syrian National Coalition"),
    ("Russia", "Russian Foreign Ministry"),
]


@pytest.fixture(scope="module")
def entities(claims: Any, report: Any) -> dict[str, set[str]]:
    """Each name with its entities, merged; a place and its government are one here."""
    merged = {row["merged"]: row["entity"] for row in report.entities}
    countries = {"place:ru/moscow": "russia", "place:us/washington": "united-states"}
    out: dict[str, set[str]] = {}
    for name in claims.names:
        if name["entity"] and (name["mention"] != "pronoun"):
            entity = merged.get(name["entity"], name["entity"])
            entity = countries.get(entity, entity).removeprefix("gov:").removeprefix("place:")
            out.setdefault(name["text"].replace("\xa0", " "), set()).add(entity)
    return out


@pytest.mark.parametrize("names", ONE, ids=lambda names: min(names))
def test_one_entity_has_one_id(entities: dict[str, set[str]], names: set[str]) -> None:
    assert len(set().union(*(entities[name] for name in names))) == 1, {name: entities[name] for name in names}


@pytest.mark.parametrize("pair", TWO, ids="/".join)
def test_two_entities_are_never_merged(entities: dict[str, set[str]], pair: tuple[str, str]) -> None:
    assert not entities[pair[0]] & entities[pair[1]]
