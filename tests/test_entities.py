"""Entities that a collection shows to be one, and the places that its claims name."""

from __future__ import annotations

import itertools

import wirecheck as wc


def merges(*texts: str) -> list[tuple[str, str, str | None]]:
    """The merges of articles a, b, c, which do not hang on the order of the articles."""
    articles = [{"id": chr(ord("a") + i), "text": text} for i, text in enumerate(texts)]
    found = {
        tuple((row["entity"], row["merged"], row["article"]) for row in wc.check(list(order)).entities)
        for order in itertools.permutations(articles)
    }
    assert len(found) == 1
    return list(found.pop())


BARE = "Russian Foreign Minister Lavrov said on Monday that talks would go on in Geneva."
FULL = "Sergey Lavrov, Russia's foreign minister, left Geneva on Monday."


def test_a_bare_surname_with_a_role_is_the_full_name_with_it() -> None:
    assert merges(BARE, FULL) == [("person:sergey-lavrov", "a~n1", "a")]
    row = wc.check([{"id": "a", "text": BARE}, {"id": "b", "text": FULL}]).entities[0]
    assert row["evidence"] == (
        "Lavrov is “Russian Foreign Minister” here, Sergey Lavrov is “Russia's foreign minister” in b, "
        "and nobody else of that surname is"
    )


def test_another_of_that_name_and_role_forbids_it() -> None:
    other = "Pyotr Lavrov, Russia's foreign minister, left Geneva on Monday."
    assert merges(BARE, FULL, other) == []


def test_another_role_or_surname_is_another_person() -> None:
    assert merges(BARE, FULL.replace("foreign minister", "deputy foreign minister")) == []
    assert merges(BARE, FULL.replace("Russia's", "Belgium's")) == []
    assert merges(BARE, FULL.replace("Lavrov", "Ivanov")) == []
    assert (
        merges(BARE.replace("Russian Foreign Minister", "Spokesman"), FULL.replace("Russia's foreign minister", "a spokesman"))
        == []
    )


def test_meetings_and_speakers_are_compared_by_whom_the_collection_knows() -> None:
    bare = (
        "Russian Foreign Minister Lavrov met Turkish Foreign Minister Cavusoglu in Geneva on Monday. "
        "“Nobody will be asked to leave the table before the spring,” Lavrov told reporters."
    )
    full = (
        "Sergey Lavrov, Russia's foreign minister, met Mevlut Cavusoglu, Turkey's foreign minister, in Geneva on Monday. "
        "“Nobody will be asked to leave the table before the spring,” Sergey Lavrov told reporters."
    )
    articles = [{"id": "a", "text": bare, "published": "2019-03-05"}, {"id": "b", "text": full, "published": "2019-03-05"}]
    report = wc.check(articles)
    assert {(row["left_kind"], row["verdict"]) for row in report.relations} == {("meeting", "agrees"), ("quote", "agrees")}
    speakers = [slot for row in report.relations for slot in row["slots"] if slot.startswith("speaker")]
    assert speakers == ["speaker: same (person:sergey-lavrov, person:sergey-lavrov)"]
    assert all("a~" not in entity for fact in report.facts for entity in fact["entities"])
    # The sides may change places.
    other = wc.check(articles[::-1])
    assert other.relations == report.relations


TOLD = "The Free Tornbeck Party (FTP) said on Monday that it would stay in Geneva."
ALONE = "Members of the FTP met in Geneva on Monday, and it rained there."


def test_an_acronym_is_what_another_article_explains() -> None:
    assert merges(TOLD, ALONE) == [("org:free-tornbeck-party", "org:ftp", "a")]
    assert wc.check([{"id": "a", "text": TOLD}, {"id": "b", "text": ALONE}]).entities["evidence"] == [
        "a explains FTP as Free Tornbeck Party"
    ]


def test_an_acronym_that_two_explain_otherwise_is_nobodys() -> None:
    other = "The Fair Trade Pact (FTP) said on Monday that it would leave Geneva. The Federal Tornbeck Party (FTP) was told."
    assert merges(TOLD, ALONE, other) == []
    assert merges(TOLD, TOLD) == []


def test_places_have_what_the_gazetteer_knows() -> None:
    text = "At least five people were killed in an air strike on Saraqeb in Idlib province on Tuesday. Two people died in Mosul on Monday."
    places = {row["place_entity"]: row for row in wc.check([{"id": "a", "text": text, "published": "2018-02-07"}]).places}
    assert places["place:sy/saraqib"]["admin1"] == "Idlib"
    mosul = places["place:iq/mosul"]
    assert (mosul["name"], mosul["kind"], mosul["country"]) == ("Mosul", "city", "Iraq")
    assert mosul["admin1"] not in (None, "")
    assert (round(mosul["lat"]), round(mosul["lon"]), mosul["geonameid"]) == (36, 43, 99072)


def test_who_recalls_what_nobody_said_stays_unnamed():
    text = (
        "Wheat prices rose for a third week, traders said.\n\nDeputy Transport Minister Andriy Melnyk said the port would stay open. "
        "He did not give details of the offers but said that they included ships and cranes.\n"
    )
    claims = wc.extract(wc.Article(text=text, id="a"))
    [pronoun] = [n for n in claims.names.to_pylist() if n["mention"] == "pronoun" and n["text"] == "He"]
    assert (pronoun["entity"], pronoun["rule"]) == (None, "pronoun-spliced")
    [quote] = [q for q in claims.quotes.to_pylist() if q["speaker_text"] == "He"]
    assert quote["speaker"] is None
