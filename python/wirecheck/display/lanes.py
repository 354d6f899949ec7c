"""The text of an article with bars below the words, one lane for each layer of claims, and a small label behind each claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape

from .segments import Segment, lanes, paragraphs
from .visible import TURNING

#: Layers that have a lane of their own; what lies deeper shares the last.
LANES = 8

#: Colours that can be told from each other and from the page, on white as on black.
TONES = {
    "casualty": "#d6453d",
    "meeting": "#3b82d0",
    "quote": "#b57a0c",
    "date": "#2a9a72",
    "name": "#9166c8",
    "contradicted": "#d6453d",
    "supported": "#3f9a4d",
    "undecided": "#b57a0c",
    "updates": "#3b82d0",
    "fits": "#2a9a9a",
    "alone": "#808080",
}

_BAR = "linear-gradient(var(--l{0},transparent),var(--l{0},transparent)) 0 calc(100% - (var(--d,1) - {1})*4px)/100% 3px no-repeat"
_BARS = ",".join(_BAR.format(lane, lane + 1) for lane in range(LANES))

# The bars are painted into the padding of the words, which takes no part in the layout: lines break as they would without them.
STYLE = f"""
.wirecheck{{{";".join(f"--{tone}:{colour}" for tone, colour in TONES.items())}}}
.wirecheck .lanes{{padding-bottom:{2 * LANES}px}}
.wirecheck .lanes p{{margin:.45em 0;line-height:calc(1.55em + var(--d,0)*4px)}}
.wirecheck .lanes mark{{color:inherit;border-radius:0;padding:0 0 calc(var(--d,1)*4px);background:{_BARS}}}
.wirecheck .lanes mark{{-webkit-box-decoration-break:clone;box-decoration-break:clone}}
.wirecheck .chip{{font-size:10.5px;line-height:1.4;white-space:nowrap}}
.wirecheck .lanes .chip{{user-select:none}}
.wirecheck .chip{{border-radius:3px;padding:.05em .4em;margin:0 .15em 0 .3em;background:rgba(128,128,128,.15)}}
.wirecheck .chip{{background:color-mix(in srgb,var(--c) 20%,transparent)}}
.wirecheck .chip.key{{margin:0 .9em 0 0;font-size:11.5px;padding:.1em .5em}}
.wirecheck .chip.nr{{font-weight:700;color:#fff;background:color-mix(in srgb,var(--c) 78%,#000)}}
.wirecheck .b{{display:none}}
"""


@dataclass(frozen=True)
class Mark:
    """Words of an article with a tone, the labels that stand behind them, and what the pointer is told."""

    start: int
    end: int
    tone: str
    labels: tuple[str, ...] = ()
    told: str = ""
    look: str = ""
    """`nr` draws the labels as numbers."""


def trimmed(text: str, mark: Mark) -> Mark:
    """The mark without the space at its edges, so that it begins and ends in a paragraph."""
    said = text[mark.start : mark.end]
    start = mark.start + len(said) - len(said.lstrip())
    return replace(mark, start=start, end=max(start, mark.start + len(said.rstrip())))


def words(text: str) -> str:
    """The text, escaped; what would turn the line around turns no more than its own words."""
    return f"<bdi>{escape(text)}</bdi>" if TURNING.search(text) else escape(text)


def chip(label: str, tone: str, told: str = "", look: str = "") -> str:
    """A small label; its brackets are seen where the style is lost on the way."""
    title = f' title="{escape(told)}"' if told else ""
    return (
        f'<wbr><small class="chip {look}" style="--c:var(--{tone})"{title}>'
        f'<span class="b"> [</span>{words(label)}<span class="b">]</span></small>'
    )


def legend(counted: Mapping[str, str]) -> str:
    """What the colours mean: the words to print for each tone."""
    keys = "".join(chip(said, tone, look="key") for tone, said in counted.items())
    return f"<p>{keys}</p>" if keys else ""


def drawn(text: str, marks: Iterable[Mark]) -> Iterator[tuple[str, list[Mark]]]:
    """Each paragraph as HTML, with the marks that begin in it."""
    known = list(marks)
    lane_of = dict(zip(map(id, known), (min(lane, LANES - 1) for lane in lanes(known)), strict=True))
    for pieces in paragraphs(text, known):
        depth = max((lane_of[id(mark)] + 1 for piece in pieces for mark in piece.over), default=0)
        style = f' style="--d:{depth}"' if depth else ""
        body = "".join(_piece(text, piece, lane_of) for piece in pieces)
        begun = [mark for piece in pieces for mark in piece.over if mark.start == piece.start]
        yield f'<p dir="auto"{style}>{body}</p>', begun


def _piece(text: str, piece: Segment[Mark], lane_of: Mapping[int, int]) -> str:
    said = words(text[piece.start : piece.end])
    if not piece.over:
        return said
    bars = ";".join(f"--l{lane_of[id(mark)]}:var(--{mark.tone})" for mark in piece.over)
    return f'<mark style="{bars}">{said}</mark>{_labels(piece.over, piece.end)}'


def _labels(over: Sequence[Mark], end: int) -> str:
    """The labels of the marks that end here, the innermost first."""
    done = [mark for mark in reversed(over) if mark.end == end]
    return "".join(chip(label, mark.tone, mark.told, mark.look) for mark in done for label in mark.labels)
