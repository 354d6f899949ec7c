"""What all pictures share: colours, type, axes, and how words of an article become words of a picture.

Colours are of middle lightness, at least 3:1 on white and on a dark page, and after Okabe and Ito told apart by colour-blind eyes; a
shape or a dash says the same again. Charts are transparent.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..tables import _need

if TYPE_CHECKING:
    import altair as altair_

INK = "#7f7f7f"
CONFLICT = "#d55e00"
DISPUTE = "#9467d0"
BLUE, ORANGE, GREEN, PINK, OLIVE, BROWN, SKY = "#2a7fd0", "#d07a00", "#0f9b74", "#c2609a", "#8f8a1e", "#a5734a", "#2f9ac4"

#: Outlets by first appearance; what goes beyond is one grey group.
COLOURS = (BLUE, ORANGE, GREEN, PINK, OLIVE, BROWN, SKY)
_HEXAGON = "M0.5,0.87L1,0L0.5,-0.87L-0.5,-0.87L-1,0L-0.5,0.87Z"
_STAR = "M0,-1L0.3,-0.35L1,-0.3L0.45,0.15L0.62,0.85L0,0.45L-0.62,0.85L-0.45,0.15L-1,-0.3L-0.3,-0.35Z"
_HOURGLASS = "M-0.8,-0.9L0.8,-0.9L-0.8,0.9L0.8,0.9Z"
SHAPES = ("circle", "square", "diamond", "cross", _HEXAGON, _STAR, _HOURGLASS)

ARROW_UP = "M0,-1L0,-3.2M-0.8,-2.3L0,-3.2L0.8,-2.3"
ARROW_DOWN = "M0,1L0,3.2M-0.8,2.3L0,3.2L0.8,2.3"
ARROW_RIGHT = "M1,0L3.2,0M2.3,-0.8L3.2,0L2.3,0.8"
ARROW_LEFT = "M-1,0L-3.2,0M-2.3,-0.8L-3.2,0L-2.3,0.8"

SENTENCE = 240
LABEL = 32
FONT = 12


def altair() -> Any:
    """Altair, or a sentence that says how to get it."""
    return _need("altair", "notebook")


def clean(words: Any, most: int = LABEL) -> str:
    """Words of an article as a picture may show them: on one line, without controls and marks of direction, cut.

    A `<` becomes `‹`: altair writes its data into a page's script as it stands, and `</script>` in an article would end that script.
    """
    kept = "".join(" " if c.isspace() else c for c in str(words) if c.isspace() or unicodedata.category(c)[0] != "C")
    told = " ".join(kept.replace("<", "‹").split())
    return told if len(told) <= most else told[: most - 1].rstrip() + "…"


def listed(words: Iterable[Any], most: int = 8) -> str:
    """Names one after the other; those beyond the first few are counted."""
    every = list(words)
    more = f" and {len(every) - most:,} more" if len(every) > most else ""
    return ", ".join(clean(word) for word in every[:most]) + more


def inline(rows: Sequence[Mapping[str, Any]]) -> Any:
    """Rows as data inside the chart: never a URL, no limit that raises, and no words, ids included, that were not cleaned."""
    values = [{key: clean(value, SENTENCE) if isinstance(value, str) else value for key, value in row.items()} for row in rows]
    return altair().InlineData(values=values)


def axis(**given: Any) -> Any:
    """An axis that is read on white and on black."""
    grid = {"grid": True, "gridColor": INK, "gridOpacity": 0.18, "domain": False, "ticks": False}
    text = {"labelColor": INK, "titleColor": INK, "labelFontSize": FONT, "titleFontSize": FONT, "titleFontWeight": "normal"}
    return altair().Axis(**{**grid, **text, "labelPadding": 6, **given})


def legend(**given: Any) -> Any:
    """A legend below the picture."""
    text = {"labelColor": INK, "titleColor": INK, "labelFontSize": FONT, "titleFontSize": FONT, "labelLimit": 240}
    return altair().Legend(
        **{
            "orient": "bottom",
            "direction": "horizontal",
            "title": None,
            "columns": 4,
            "symbolSize": 90,
            "symbolOpacity": 1,
            **text,
            **given,
        }
    )


def title(words: str, notes: Iterable[str | None] = ()) -> Any:
    """What the picture shows, and below it what was left out and how to read it."""
    lines = [line for note in notes if note for line in _wrapped(note)]
    return altair().TitleParams(
        text=words, subtitle=lines, anchor="start", color=INK, subtitleColor=INK, fontSize=14, subtitleFontSize=FONT, offset=14,
    )  # fmt: skip


def tooltip(*fields: str) -> list[Any]:
    """Tooltips of our fields, each under its own name."""
    return [altair().Tooltip(f"{field}:N", title=field.replace("_", " ")) for field in fields]


def frameless() -> Any:
    """A plot without a frame."""
    return altair().ViewBackground(stroke=None)


def finished(chart: Any) -> Any:
    """The chart without a background, which a notebook shows without a network."""
    from .picture import as_picture

    return as_picture(chart.properties(background="transparent"))


def telling(sentence: str) -> altair_.Chart:
    """A picture of one sentence, for a report that has nothing to draw."""
    alt = altair()
    chart = alt.Chart(inline([{"told": clean(sentence, SENTENCE)}])).mark_text(align="left", fontSize=13, color=INK)
    told: altair_.Chart = finished(chart.encode(text="told:N", x=alt.value(0)).properties(width=480, height=40, view=frameless()))
    return told


def _wrapped(words: str, most: int = 110) -> list[str]:
    lines = [""]
    for word in words.split():
        if lines[-1] and len(lines[-1]) + len(word) >= most:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
