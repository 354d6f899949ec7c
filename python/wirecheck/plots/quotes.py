"""Versions of a quotation, aligned word by word with one of them: the edits told by marks and names, the colours by class."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import TYPE_CHECKING, Any
from unicodedata import category

from .._core import Table, compare_quotes
from .._core import columns as _columns
from ..articles import published_iso
from ..moments import Moment, moment_of
from ..wording import counted
from . import theme
from .alignment import Piece, pieces
from .book import Book

if TYPE_CHECKING:
    from ..report import Report

#: Versions that are shown below the first.
VERSIONS = 24

#: What is read of a row.
ROW = ("text", "outlet", "article", "published", "speaker")

#: What an edit does, and the group of classes that it is coloured with.
CLASSES = {
    "negation": ("a “not” put in or left out", "grave"),
    "number": ("another number", "grave"),
    "entity": ("another name", "grave"),
    "insertion": ("words put in", "words"),
    "deletion": ("words left out", "words"),
    "synonym": ("other words", "words"),
    "pronoun": ("another pronoun", "words"),
    "tense": ("another tense", "words"),
    "bracket": ("the writer's brackets", "words"),
    "truncation": ("cut at an edge", "cut"),
    "ellipsis": ("cut at an ellipsis", "cut"),
    "contraction": ("contracted", "form"),
    "spelling": ("spelled otherwise", "form"),
    "typography": ("other marks", "form"),
}
RELATIONS = {
    "verbatim": "the same words",
    "truncated": "the same words, cut",
    "altered": "altered",
    "different": "another utterance, not aligned",
}

STYLE = """
.wirecheck-diff{font-family:system-ui,-apple-system,"Segoe UI",sans-serif;font-size:14px;line-height:1.7;max-width:60em;overflow-wrap:anywhere}
.wirecheck-diff>div{border-left:3px solid rgba(128,128,128,.45);padding:.1em 0 .1em .8em;margin:.7em 0}
.wirecheck-diff small{font-size:12px;opacity:.75;display:block;line-height:1.4}
.wirecheck-diff p{margin:.1em 0;font-family:Georgia,"Times New Roman",serif;font-size:16px;text-align:left}
.wirecheck-diff del,.wirecheck-diff ins{color:inherit;border-radius:2px;padding:0 .12em}
.wirecheck-diff del{text-decoration:line-through;text-decoration-thickness:2px;opacity:.85}
.wirecheck-diff ins{text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:.18em}
.wirecheck-diff sup{font:600 10px/1 system-ui,sans-serif;vertical-align:.7em;margin:0 .25em 0 .15em;white-space:nowrap;opacity:.85}
.wirecheck-diff .grave del,.wirecheck-diff .grave ins{background:rgba(213,94,0,.26);text-decoration-color:#d55e00}
.wirecheck-diff .words del,.wirecheck-diff .words ins{background:rgba(42,127,208,.2);text-decoration-color:#2a7fd0}
.wirecheck-diff .cut del,.wirecheck-diff .cut ins{text-decoration-style:dotted;text-decoration-color:#7f7f7f;font-style:italic}
.wirecheck-diff .form del,.wirecheck-diff .form ins{text-decoration-style:wavy;text-decoration-thickness:1px;text-decoration-color:#8f8a1e}
.wirecheck-diff .legend{border:0;padding:0;font-size:12px;line-height:1.9}
.wirecheck-diff .legend span{margin-right:1.2em;white-space:nowrap}
"""


@dataclass(frozen=True)
class Version:
    """One wording, with who printed it."""

    text: str
    label: str
    relation: str | None
    """How it stands to the base: verbatim, truncated, altered or different; None for the base itself."""
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class QuoteDiff:
    """Versions of a quotation against the first of them: shows itself in a notebook, prints in a terminal.

    In print `[-words-]` are left out and `{+words+}` put in; the class stands behind them in brackets.
    """

    versions: tuple[Version, ...]
    """The base, and then the others."""
    base: str
    """Why the base is the base: `the first`, `the earliest`."""
    left_out: int = 0
    """Versions that are not shown."""

    def __str__(self) -> str:
        lines = []
        for version in self.versions:
            lines += [
                self._head(version),
                "  " + _clean("".join(space + _printed(piece) for space, piece in _spaced(version))),
                "",
            ]
        if self.left_out:
            lines.append(f"and {counted(self.left_out, 'version')} more")
        return "\n".join(lines).rstrip()

    def _repr_html_(self) -> str:
        return self.to_html()

    def to_html(self) -> str:
        """The versions as a block of HTML with its style, without scripts, everything of the articles escaped."""
        blocks = "".join(
            f"<div><small>{escape(self._head(version))}</small><p>{''.join(space + _marked(piece) for space, piece in _spaced(version))}</p></div>"
            for version in self.versions
        )
        more = f"<small>and {counted(self.left_out, 'version')} more</small>" if self.left_out else ""
        return f'<div class="wirecheck-diff"><style>{STYLE}</style>{blocks}{more}{self._legend()}</div>'

    def _head(self, version: Version) -> str:
        if version.relation is None:
            others = len(self.versions) > 1
            return f"{version.label} · {self.base}" + (", compared with the others" if others else ", the only version")
        return f"{version.label} · {RELATIONS[version.relation]}"

    def _legend(self) -> str:
        there = {piece.kind for version in self.versions for piece in version.pieces}
        named = [(kind, *said) for kind, said in CLASSES.items() if kind in there]
        if not named:
            return ""
        told = "".join(f'<span class="{group}"><ins>{kind}</ins> {escape(words)}</span>' for kind, words, group in named)
        return f'<div class="legend"><span><del>struck</del> left out</span><span><ins>underlined</ins> put in</span>{told}</div>'


def diff_quotes(*versions: Any, fact: str | None = None) -> QuoteDiff:
    """Versions of a quotation, aligned word by word, every edit marked and named by its class.

    Strings are compared with the first of them. Rows with a `published` time, and the versions of an utterance in a report, are
    compared with the earliest; of several at one time with the longest. Undated ones come last.

    Args:
        versions: Two strings or more; a list of strings; rows with `text` (of `claims.quotes`, with `outlet` and `published` if you have them),
            as dicts or as a table; or a report.
        fact: Which utterance of the report, an id of `report.facts`; if None, the first whose versions conflict, else the first.

    Returns:
        An object that shows itself in a notebook; `str()` gives marks for a terminal, `.to_html()` a block of HTML.

    Raises:
        TypeError: If what is given is none of these.
        ValueError: If there is nothing to compare, or no such utterance in the report.
    """
    if len(versions) == 1 and hasattr(versions[0], "facts"):
        return _of_report(versions[0], fact)
    if fact is not None:
        raise ValueError("fact= names an utterance of a report; give the report first: diff_quotes(report, fact=...)")
    one = len(versions) == 1 and isinstance(versions[0], Iterable) and not isinstance(versions[0], str | Mapping)
    given = _listed(versions[0]) if one else list(versions)
    if len(given) < 2:
        raise ValueError(f"a comparison needs two versions or more, and {counted(len(given), 'version')} was given")
    if all(isinstance(version, str) for version in given):
        return _diff([(text, f"version {nr}") for nr, text in enumerate(given, 1)], "the first")
    if all(isinstance(version, Mapping) and isinstance(version.get("text"), str) for version in given):
        return _of_rows(given)
    kinds = theme.listed(dict.fromkeys(type(version).__name__ for version in given))
    raise TypeError(f"diff_quotes takes strings, rows of claims.quotes with a text, or a report; this is {kinds}")


def _listed(given: Any) -> list[Any]:
    """The rows of a table, or what an iterable holds."""
    if not hasattr(given, "__arrow_c_stream__") or isinstance(given, Table):
        return list(given)
    columns = _columns(given, lambda names: [name for name in ROW if name in names])
    return [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]


def _of_rows(rows: list[Mapping[str, Any]]) -> QuoteDiff:
    moments = [_moment(row) for row in rows]
    dated = any(moment.at is not None for moment in moments)
    told = []
    for nr, (row, moment) in enumerate(zip(rows, moments, strict=True)):
        who = (
            row.get("outlet") or row.get("article") or f"version {nr + 1}",
            moment.told if dated else "",
            row.get("speaker"),
        )
        label = " · ".join(theme.clean(word) for word in who if word)
        told.append((moment.at or datetime.max, -len(row["text"]) if dated else nr, nr, row["text"], label))
    return _diff([(text, label) for *_, text, label in sorted(told)], "the earliest" if dated else "the first")


def _moment(row: Mapping[str, Any]) -> Moment:
    given = row.get("published")
    try:
        return moment_of({"published": published_iso(given)})
    except ValueError:  # rows of the caller's hold what they hold
        return moment_of({"published": given})


def _of_report(report: Report, fact: str | None) -> QuoteDiff:
    utterances = [row for row in report.facts if row["kind"] == "quote"]
    if fact is not None:
        utterances = [row for row in utterances if row["fact"] == fact]
        if not utterances:
            raise ValueError(f"there is no utterance {fact!r}; report.facts lists those of kind quote")
    if not utterances:
        raise ValueError("this report has no quotation to compare")
    chosen = next((row for row in utterances if row["worst_verdict"] == "conflicts"), utterances[0])
    book = Book(report)
    rows = [row for name in chosen["claims"] if (row := book.claim("quotes", name)) is not None]
    parts: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in rows:
        parts.setdefault((row["article"], row["utterance"]), []).append(row)
    told = []
    for (article, _), part in parts.items():
        # Two pieces of one quotation: what stands between them was not said, and the marks tell the aligner so.
        text = "” “".join(row["text"] for row in sorted(part, key=lambda row: row["start"]))
        moment = book.moment(article)
        who = (book.outlet(article), moment.told, theme.clean(part[0]["speaker"] or "speaker not named"))
        told.append((moment.at or datetime.max, -len(text), article, text, " · ".join(who)))
    return _diff([(text, label) for *_, text, label in sorted(told)], "the earliest")


def _diff(told: list[tuple[str, str]], base: str) -> QuoteDiff:
    (first, label), *others = told
    versions = [Version(first, label, None, (Piece("same", "", first),))]
    for text, name in others[:VERSIONS]:
        found = compare_quotes(first, text)
        versions.append(Version(text, name, found["relation"], tuple(pieces(first, text, found["edits"]))))
    return QuoteDiff(tuple(versions), base, max(len(others) - VERSIONS, 0))


def _spaced(version: Version) -> Iterator[tuple[str, Piece]]:
    """Each piece with the space that must stand before it, so that words left out touch no others."""
    last = " "
    for piece in version.pieces:
        first = piece.left or piece.right
        apart = piece.left or last == "-"
        yield (" " if apart and not last.isspace() and first[0].isalnum() else ""), piece
        last = piece.right[-1] if piece.right else "-"


def _printed(piece: Piece) -> str:
    """A piece with marks: `[-60-]{+40+}(number)`."""
    if piece.kind == "same":
        return piece.right
    gone = f"[-{piece.left}-]" if piece.left else ""
    new = f"{{+{piece.right}+}}" if piece.right else ""
    return f"{gone}{new}({piece.kind})"


def _marked(piece: Piece) -> str:
    words = escape(_clean(piece.right))
    if piece.kind == "same":
        return words
    gone = f"<del>{escape(_clean(piece.left))}</del>" if piece.left else ""
    new = f"<ins>{words}</ins>" if piece.right else ""
    group = CLASSES.get(piece.kind, ("", "words"))[1]
    return f'<span class="{group}">{gone}{new}<sup>{escape(piece.kind)}</sup></span>'


def _clean(words: str) -> str:
    """Without controls and marks of direction, its spaces kept."""
    return "".join(" " if char.isspace() else char for char in words if char.isspace() or category(char)[0] != "C")
