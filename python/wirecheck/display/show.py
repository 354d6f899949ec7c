"""One article with its claims marked: in a notebook, in a page, in a terminal."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..articles import Article, normalise
from ..kinds import COMPARED, TABLE_OF
from ..moments import when
from ..nearest import named_kinds
from ..wording import short
from .lanes import Mark, drawn, legend, trimmed, words
from .terminal import _width, printed

if TYPE_CHECKING:
    from ..claims import Claims

#: Which kind holds which where they stand on the same words, the outermost first.
OUTER = ("quote", "meeting", "casualty", "date", "name")
LABEL = 48
#: Columns of a terminal that a line of the article may fill.
WIDE = 96


@dataclass(frozen=True)
class Shown:
    """An article with its claims, as Jupyter shows it; `print()` it in a terminal.

    Attributes:
        article: Its row of `claims.articles`.
        marks: The claims of the kinds that were asked for, with their places and labels, in reading order.
    """

    article: Mapping[str, Any]
    marks: tuple[Mark, ...]

    def to_html(self) -> str:
        """A fragment of HTML with its own style, without scripts and without anything to fetch."""
        from .notebook import page

        body = "".join(paragraph for paragraph, _ in drawn(self._text, self.marks))
        return page(f'{self._head()}{legend(self._counted())}<div class="lanes">{body or "<p>The text is empty.</p>"}</div>')

    def _repr_html_(self) -> str:
        return self.to_html()

    def __str__(self) -> str:
        title = [printed(self.article.get("title") or "")] if self.article.get("title") else []
        head = [*title, printed(self._from()), ""]
        return "\n".join([*head, *_terminal(self._text, self.marks)]).rstrip()

    def __repr__(self) -> str:
        return f"<wirecheck.Shown: {self.article['article']}, {', '.join(self._counted().values()) or 'no claims'}>"

    @property
    def _text(self) -> str:
        return self.article.get("text") or ""

    def _from(self) -> str:
        outlet, name = self.article.get("outlet"), self.article["article"]
        return " · ".join(part for part in (outlet, when(self.article), name) if part)

    def _head(self) -> str:
        title = self.article.get("title")
        top = f"<p><b>{words(title)}</b></p>" if title else ""
        return f'{top}<p class="dim">{words(self._from())}</p>'

    def _counted(self) -> dict[str, str]:
        """How many claims of each kind there are, in words."""
        tones = [mark.tone for mark in self.marks for _ in range(max(len(mark.labels), 1))]
        seen = {kind: tones.count(kind) for kind in TABLE_OF}
        return {kind: f"{n:,} {kind if n == 1 else TABLE_OF[kind]}" for kind, n in seen.items() if n}


def show(article: Any, claims: Claims | None = None, *, kinds: Iterable[str] | str | None = None) -> Shown:
    """Shows one article with its claims: bars below the words, one lane for each layer, and what each claim says behind it.

    Args:
        article: The id of an article of `claims`, an Article, a row (a dict, or a row of a pandas table), or a text.
        claims: What `extract` gave; read from the article on the spot if None.
        kinds: Which claims to show, of casualty, meeting, quote, date, name; the first three if None.

    Returns:
        An object that Jupyter shows as HTML, with `.to_html()` for a page and `str()` for a terminal.

    Raises:
        ValueError: If the article is not among those of `claims`, or there is no such kind.
    """
    asked = _kinds(kinds)
    if claims is None:
        from ..verbs import extract

        claims = extract(_article(article), kinds=asked)
        name = claims.articles[0]["article"]
    else:
        name = _found(article, claims)
    row: dict[str, Any] = claims.articles[claims.articles["article"].index(name)]
    if row.get("text") is None:
        row = {**row, "text": _text_of(article)}
    text, marks = row.get("text") or "", list[Mark]()
    for kind in asked:
        table = getattr(claims, TABLE_OF[kind])
        own = (table[nr] for nr, of in enumerate(table["article"]) if of == name)
        marks += [trimmed(text, _mark(kind, claim)) for claim in own]
    return Shown(row, tuple(_joined(marks)))


def _kinds(kinds: Iterable[str] | str | None) -> tuple[str, ...]:
    asked = COMPARED if kinds is None else (kinds,) if isinstance(kinds, str) else tuple(kinds)
    named_kinds(asked)
    return tuple(kind for kind in TABLE_OF if kind in asked)


def _article(given: Any) -> Article:
    """The one article that was given."""
    given = given.to_dict() if type(given).__name__ == "Series" else given
    if isinstance(given, Mapping) and "id" not in given and "article" in given:
        given = {**given, "id": given["article"]}
    taken = normalise(given)
    if len(taken) != 1:
        raise ValueError(f"show takes one article, and these are {len(taken):,}; give one of them, wc.show(articles[0])")
    return taken[0]


def _found(given: Any, claims: Claims) -> str:
    """The id of the article among those of the claims, by its id or its text."""
    known: list[str] = claims.articles["article"]
    article = Article(str(given), str(given)) if isinstance(given, (str, int)) else _article(given)
    if article.id in known:
        return article.id
    texts: list[str | None] = claims.articles["text"]
    if article.text and article.text in texts:
        return known[texts.index(article.text)]
    few = ", ".join(known[:5]) + (", …" if len(known) > 5 else "")
    asked = repr(short(article.id or article.text, 60))
    raise ValueError(
        f"the claims are of no article with the id or the text {asked}; they are of {few or 'none'}. "
        "Leave the claims out, and the article is read on the spot"
    )


def _text_of(given: Any) -> str | None:
    return None if isinstance(given, (str, int)) else _article(given).text


def _mark(kind: str, claim: Mapping[str, Any]) -> Mark:
    label = short(LABELS[kind](claim), LABEL)
    told = " · ".join(str(claim[column]) for column in ("id", "rule") if claim.get(column))
    return Mark(claim["start"], claim["end"], kind, (label,) if label else (), told)


def _joined(marks: Iterable[Mark]) -> list[Mark]:
    """The marks in reading order, those of one kind on the same words as one."""
    joined: dict[tuple[int, int, str], Mark] = {}
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end, OUTER.index(mark.tone))):
        key = (mark.start, mark.end, mark.tone)
        before = joined.get(key)
        labels = (*before.labels, *mark.labels) if before else mark.labels
        joined[key] = Mark(*key, tuple(dict.fromkeys(labels)), before.told if before else mark.told)
    return list(joined.values())


def _casualty(claim: Mapping[str, Any]) -> str:
    how = None if claim.get("asserted") == "fact" else claim.get("asserted")
    parts = (f"{claim['effect']} {_figure(claim)}", claim.get("source"), "denied" if claim.get("negated") else how)
    return " · ".join(part for part in parts if part)


def _figure(claim: Mapping[str, Any]) -> str:
    """A casualty figure in words: `at least 18`, `24 to 99`."""
    low, high, number, bound = (claim.get(column) for column in ("low", "high", "number", "bound"))
    if number is not None:
        return f"{number:,}" if bound in (None, "exact", "range", "vague") else f"{bound.replace('_', ' ')} {number:,}"
    if low is None and high is None:
        return "unstated"
    if low is None or high is None:
        return f"at least {low:,}" if high is None else f"at most {high:,}"
    return f"{low:,} to {high:,}"


def _meeting(claim: Mapping[str, Any]) -> str:
    parts = (f"{claim['kind']} {claim['status'] or ''}".strip(), claim.get("value"), claim.get("place"))
    return " · ".join(part for part in parts if part)


def _quote(claim: Mapping[str, Any]) -> str:
    said = claim.get("speaker") or "speaker not named"
    return f"{said} · denied" if claim.get("negated") else said


def _date(claim: Mapping[str, Any]) -> str:
    return claim.get("value") or ""


def _name(claim: Mapping[str, Any]) -> str:
    canonical = claim.get("canonical") or ""
    return "" if canonical == claim["text"] else canonical


LABELS: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "casualty": _casualty,
    "meeting": _meeting,
    "quote": _quote,
    "date": _date,
    "name": _name,
}


def _terminal(text: str, marks: Iterable[Mark]) -> Iterator[str]:
    """The text in lines of a terminal, and below each a row of carets for each claim in it, with its labels where it ends.

    The marks come in the order of their beginnings.
    """
    waiting, open_ = deque(marks), list[Mark]()
    for start, end in _lines(text):
        yield printed(text[start:end])
        while waiting and waiting[0].start < end:
            open_.append(waiting.popleft())
        open_ = [mark for mark in open_ if mark.end > start]
        for mark in open_:
            left, right = max(mark.start, start), min(mark.end, end)
            label = f" {', '.join(mark.labels) or mark.tone}" if mark.end <= end else ""
            before, below = printed(text[start:left]), printed(text[left:right])
            yield " " * _width(before) + "^" * max(_width(below), 1) + printed(label)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Where the lines begin and end when the text is broken at spaces, and long words anywhere."""
    start = 0
    for paragraph in text.split("\n"):
        end = start + len(paragraph)
        while end - start > WIDE:
            space = text.rfind(" ", start, start + WIDE + 1)
            stop = space if space > start else start + WIDE
            yield start, stop
            start = stop + (text[stop] == " ")
        yield start, end
        start = end + 1
