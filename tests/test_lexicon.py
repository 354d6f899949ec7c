"""`wc.Lexicon`: names of the user's, from the first article to the verdict."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest

import wirecheck as wc


def entities(text: str, lexicon: wc.Lexicon | None = None) -> dict[str, tuple[str, str | None]]:
    """Type and entity of each proper name, by its text."""
    rows = wc.extract(text, lexicon=lexicon).names
    return {row["text"]: (row["type"], row["entity"]) for row in rows if row["mention"] == "proper"}


@pytest.mark.parametrize(
    ("name", "kind", "entity"),
    [
        ("Vexa Drole", "PERSON", "person:vexa-drole"),
        ("Tornbeck Circle", "ORG", "org:tornbeck-circle"),
        ("Ullanth", "LOC", "place:ullanth"),
        ("WHO", "LOC", "place:who"),
        ("Aleppo", "ORG", "org:aleppo"),
        ("Sergei Lavrov", "PERSON", "person:sergey-lavrov"),
        ("Bashar al-Assad", "PERSON", "person:bashar-assad"),
        ("Daesh", "ORG", "org:islamic-state"),
        ("O'Tornbeck-Vale", "LOC", "place:otornbeck-vale"),
    ],
)
def test_a_name_has_its_type_and_entity(name: str, kind: str, entity: str) -> None:
    found = entities(f"The convoy waited for {name} on Monday.", wc.Lexicon(names={name: kind}))
    assert found[name] == (kind, entity)


@pytest.mark.parametrize("name", ["Bashar al-Assad", "Sergei Lavrov", "Kofi A. Annan", "Recep Tayyip Erdogan"])
def test_a_named_person_is_who_the_article_says(name: str) -> None:
    text = f"The convoy waited for President {name} on Monday."
    assert entities(text, wc.Lexicon(names={name: "PERSON"})) == entities(text)


@pytest.mark.parametrize(
    ("alias", "target", "entity"),
    [
        ("The Caliphate", "org:islamic-state", "org:islamic-state"),
        ("Caliphate", "Daesh", "org:islamic-state"),
        ("Falcon", "person:vexa-drole", "person:vexa-drole"),
        ("The Old Town", "place:sy/idlib", "place:sy/idlib"),
        ("Palace Hill", "gov:russia", "gov:russia"),
        ("IS", "org:inner-shelf", "org:inner-shelf"),
        ("Zelda Rim", "Ullanth", "place:ullanth"),
    ],
)
def test_an_alias_names_its_entity(alias: str, target: str, entity: str) -> None:
    lexicon = wc.Lexicon(names={"Ullanth": "LOC"}, aliases={alias: target})
    found = entities(f"Nobody spoke for {alias} on Monday.", lexicon)
    assert found[alias.removeprefix("The ")][1] == entity


def test_a_surname_goes_by_the_alias_of_its_name() -> None:
    found = entities(
        "Nobody spoke for Tarn Falcon. Falcon stayed away.", wc.Lexicon(aliases={"Tarn Falcon": "person:vexa-drole"})
    )
    assert found["Falcon"] == ("PERSON", "person:vexa-drole")


def test_names_need_a_capital_in_the_text() -> None:
    lexicon = wc.Lexicon(names={"river circle": "ORG"})
    assert entities("The River Circle met, and a river circle was drawn.", lexicon) == {
        "River Circle": ("ORG", "org:river-circle")
    }


def test_it_compares_hashes_copies_and_pickles_by_its_words() -> None:
    lexicon = wc.Lexicon(names={"Ullanth": "LOC", "Vexa Drole": "PERSON"}, aliases={"Falcon": "Vexa Drole"})
    same = wc.Lexicon(aliases={"Falcon": "Vexa Drole"}, names={"Vexa Drole": "PERSON", "Ullanth": "LOC"})
    assert lexicon == same
    assert hash(lexicon) == hash(same)
    assert lexicon != wc.Lexicon(names={"Ullanth": "LOC"})
    assert wc.Lexicon() == wc.Lexicon(names={}, aliases={})
    assert repr(lexicon) == "Lexicon(names=2, aliases=1)"
    assert repr(wc.Lexicon()) == "Lexicon()"
    assert lexicon.names == {"Ullanth": "LOC", "Vexa Drole": "PERSON"}
    assert lexicon.aliases == {"Falcon": "Vexa Drole"}
    with pytest.raises(AttributeError):
        lexicon.names = {}  # type: ignore[misc]
    text = "Falcon left Ullanth on Monday. Two men were killed in Ullanth, Falcon said."
    for other in (pickle.loads(pickle.dumps(lexicon)), copy.copy(lexicon), copy.deepcopy(lexicon)):
        assert other == lexicon
        assert wc.extract(text, lexicon=other) == wc.extract(text, lexicon=lexicon)
    assert len(pickle.dumps(lexicon)) < 400


@pytest.mark.parametrize(
    ("names", "aliases", "error", "told"),
    [
        (["Ullanth"], None, TypeError, "names is a list, and a dict is needed"),
        ({"Ullanth": None}, None, TypeError, 'names: the value of "Ullanth" is a NoneType'),
        ({7: "LOC"}, None, TypeError, "names: a name is a int"),
        ({"Ullanth": "TOWN"}, None, ValueError, 'names: "Ullanth" is of the type "TOWN"; a name is one of PERSON, ORG, LOC'),
        ({" ": "LOC"}, None, ValueError, 'names: " " is no name'),
        (None, {"": "org:united-nations"}, ValueError, 'aliases: "" is no name'),
        (None, {"Falcon": "people:vexa"}, ValueError, "begins with one of person:, org:, gov:, place:"),
        (None, {"Falcon": "person:Vexa Drole"}, ValueError, '"person:vexa-drole"'),
        (None, {"Falcon": "Vexa Drole"}, ValueError, "stands neither in the tables nor in names"),
    ],
)
def test_errors_name_the_entry(names: Any, aliases: Any, error: type[Exception], told: str) -> None:
    with pytest.raises(error) as caught:
        wc.Lexicon(names=names, aliases=aliases)
    assert told in str(caught.value)


def test_words_go_by_name() -> None:
    with pytest.raises(TypeError):
        wc.Lexicon({"Ullanth": "LOC"})  # type: ignore[misc]


TEXT = """Snow fell on the passes all night.

"We will not leave the valley before the snow melts," said Foreign Minister {speaker}."""
ARTICLES = [
    {"id": "a", "published": "2024-03-05", "text": TEXT.format(speaker="Vexa Drole")},
    {"id": "b", "published": "2024-03-05", "text": TEXT.format(speaker="Tarn Falcon")},
]


def test_an_alias_makes_two_speakers_one() -> None:
    lexicon = wc.Lexicon(aliases={"Tarn Falcon": "person:vexa-drole"})
    without, report = wc.check(ARTICLES), wc.check(ARTICLES, lexicon=lexicon)
    assert [row["verdict"] for row in without.relations] == ["conflicts"]
    assert [row["verdict"] for row in report.relations] == ["agrees"]
    left, right = report.relations[0]["left"], report.relations[0]["right"]
    assert "agrees" in report.explain(left, right)


def test_places_of_the_user_stand_in_the_report() -> None:
    text = "Two men were killed by a mine in Ullanth Vale on Tuesday."
    report = wc.check([{"id": "a", "text": text, "published": "2024-03-06"}], lexicon=wc.Lexicon(names={"Ullanth Vale": "LOC"}))
    assert [(row["place_entity"], row["name"]) for row in report.places] == [("place:ullanth-vale", "Ullanth Vale")]
