"""Versions of a quotation, word by word: what is marked, what it is called, what articles may not do in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

wc = pytest.importorskip("wirecheck")

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)> \u202egnol\u202c & \"' {{7*7}} datum.x ${1}"


@pytest.fixture(scope="module")
def samples() -> Any:
    """The report on the samples."""
    return wc.check(wc.samples())


def test_versions_are_aligned_and_edits_named() -> None:
    """What was put in and left out is marked, in print and on the page."""
    told = wc.diff_quotes("We will not accept a dam on the upper river.", "We will accept two dams on the upper river.")
    assert str(told).splitlines()[-1] == "  We will [-not-](negation) accept [-a dam-]{+two dams+}(number) on the upper river."
    page = told.to_html()
    assert '<span class="grave"><del>not</del><sup>negation</sup></span>' in page
    assert '<span class="grave"><del>a dam</del><ins>two dams</ins><sup>number</sup></span>' in page
    assert page == told._repr_html_()


@pytest.mark.parametrize(
    ("left", "right", "printed"),
    [
        (
            "we will go and we will stay here tonight",
            "we will go and we would stay here tonight",
            "we will go and we [-will-]{+would+}(tense) stay here tonight",
        ),
        (
            "I did sell the forest to the railway",
            "I didn't sell the forest to the railway",
            "I [-did-]{+didn't+}(negation) sell the forest to the railway",
        ),
        (
            "They did not see any of the boats that night.",
            "They didn't see any of the boats that night.",
            "They [-did not-]{+didn't+}(contraction) see any of the boats that night.",
        ),
        ("We have waited ten years for this very answer", "We have waited twelve long years for this very answer", None),
        ("The farmers need water, and they need it now.", "The farmers need water.", None),
        ("“The colour of the flag is our own,” she said", "The color of the flag is our own", None),
    ],
)
def test_a_version_keeps_its_own_words(left: str, right: str, printed: str | None) -> None:
    """All pieces together are the second text, whatever the edits."""
    version = wc.diff_quotes(left, right).versions[1]
    assert "".join(piece.right for piece in version.pieces) == right
    if printed:
        assert str(wc.diff_quotes(left, right)).splitlines()[-1].strip() == printed


def test_every_edit_of_the_corpus_finds_its_place() -> None:
    """Of three hundred pairs of wordings, both ways round: the second text is whole, and no edit is lost."""
    folder = Path(__file__).parent / "corpus" / "variants"
    lines = [line for path in sorted(folder.glob("*.txt")) for line in path.read_text(encoding="utf-8").splitlines()]
    pairs = [tuple(line.split(" | ")) for line in lines if line.count(" | ") == 1]
    assert len(pairs) > 150
    for left, right in [*pairs, *((right, left) for left, right in pairs)]:
        version = wc.diff_quotes(left, right).versions[1]
        edits = [(edit["class"], edit["left"], edit["right"]) for edit in wc.compare_quotes(left, right)["edits"]]
        placed = [(piece.kind, piece.left, piece.right) for piece in version.pieces if piece.kind != "same"]
        assert "".join(piece.right for piece in version.pieces) == right
        assert [kind for kind, _, _ in placed] == [kind for kind, _, _ in edits]
        assert all(found[1] == told[1] or not told[1] for found, told in zip(placed, edits, strict=True))


def test_every_class_of_edit_has_a_name() -> None:
    """The legend names what it meets."""
    page = wc.diff_quotes(
        "We will not accept a dam on the upper river. If the work goes on, we will take the matter to the court in The Hague.",
        "We will not accept two dams on the upper river ... we'll take it to the court in Paris.",
    ).to_html()
    for kind in ("number", "ellipsis", "contraction", "synonym", "entity"):
        assert f"<ins>{kind}</ins>" in page


def test_versions_of_a_report(samples: Any) -> None:
    """The earliest is the base, its label says outlet, time and speaker; the undated one comes last."""
    told = wc.diff_quotes(samples)
    assert [version.label for version in told.versions] == [
        "Harbour Post · 2026-05-14 19:45 · Tomas Arriagada",
        "The Meridian · 2026-05-15 08:15 · Tomas Arriagada",
        "Coastal Gazette · no date (not after 2026-05-15) · Tomas Arriagada",
    ]
    assert [version.relation for version in told.versions] == [None, "altered", "truncated"]
    assert "the earliest" in str(told)
    alone = next(row["fact"] for row in samples.facts if row["kind"] == "quote" and len(row["claims"]) == 1)
    assert "the only version" in str(wc.diff_quotes(samples, fact=alone))


def test_versions_as_rows(samples: Any) -> None:
    """Rows are ordered by the time they have; without any the first is the base. Tables of any library are rows."""
    words = ["We saw ten boats leave the old harbour.", "We saw two boats leave the old harbour."]
    rows_ = [
        {"text": words[0], "outlet": "A", "published": "2026-05-07"},
        {"text": words[1], "outlet": "B", "published": "2026-05-06", "speaker": "Anna Berg"},
    ]
    told = wc.diff_quotes(rows_)
    assert [version.label for version in told.versions] == ["B · 2026-05-06 · Anna Berg", "A · 2026-05-07"]
    frame = pytest.importorskip("pandas").DataFrame({"text": words, "article": ["x", "y"]})
    assert [version.label for version in wc.diff_quotes(frame).versions] == ["x", "y"]
    assert [version.text for version in wc.diff_quotes(words).versions] == words


def test_quotes_are_escaped() -> None:
    """Markup of an article stays text, marks of direction go."""
    told = wc.diff_quotes(f"We will not sell {HOSTILE} to you", f"We will sell {HOSTILE} to you")
    assert "<script" not in told.to_html()
    assert "<img" not in told.to_html()
    assert "\u202e" not in told.to_html() + str(told)


def test_what_cannot_be_compared_is_told() -> None:
    """One version, no text, no such fact."""
    with pytest.raises(ValueError, match="needs two versions or more, and 1 version was given"):
        wc.diff_quotes("one")
    with pytest.raises(TypeError, match="this is int"):
        wc.diff_quotes(1, 2)
    with pytest.raises(ValueError, match="give the report first"):
        wc.diff_quotes("a", "b", fact="fact:x")
    with pytest.raises(ValueError, match="no quotation to compare"):
        wc.diff_quotes(wc.check([]))
    with pytest.raises(ValueError, match="no utterance 'x'"):
        wc.diff_quotes(wc.check([]), fact="x")
    many = wc.diff_quotes(*[f"We saw {nr} boats leave the old harbour." for nr in range(40)])
    assert many.left_out == 15
    assert "15 versions more" in str(many)
