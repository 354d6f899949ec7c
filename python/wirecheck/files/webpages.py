"""The article of a saved web page: its text by trafilatura, and what the page states of itself. Nothing is fetched."""

from __future__ import annotations

import codecs
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from ..articles import Article
from ..sizes import current, spelt
from ..tables import _need
from .page_facts import Facts, facts

_ELEMENTS, _CHILDREN, _DEPTH = 20_000, 3_000, 200
"""Elements of a page, of one element, and within each other. A long article has some thousands in all; the search for its text takes
four times as long where one element has twice as many."""

_ATTRIBUTES = 10_000
"""Attributes of one element; the parser takes four times as long for twice as many."""

_INLINE = ("span", "font", "b", "strong", "i", "em", "u", "s", "small", "big", "sub", "sup", "label")
_CROWD = 1_000
"""So many of these, as where each word is a span, go before the search; fewer may help it."""

_FEW, _STUB = 12, 120
"""Words: with fewer, nothing is an article; with fewer, what a page that is not free shows of it is a stub."""

_CODECS = re.compile(r"(?:utf-?8|(?:x-)?(?:iso-?|windows-?|cp|koi8|mac|gb|big5|euc|shift|sjis)[\w-]*)\Z", re.ASCII)
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{1,40})", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")


def page(data: bytes, name: str) -> Article:
    """The article of a page.

    Raises:
        ValueError: If the page holds none, or is longer or deeper than a page with an article is.
    """
    lxml, trafilatura = _need("lxml.html", "web"), _need("trafilatura", "web")
    if len(data) > (limit := current().page):
        raise ValueError(
            f"the page is longer than {spelt(limit)}; save the text of its article as .txt, or raise the limit of a page"
        )
    tree = _parsed(lxml, _CONTROL.sub("", decoded(data)))
    known = facts(tree)
    linked = {_plain("".join(link.itertext())) for link in tree.iter("a")}
    with _silent("trafilatura"):
        found = trafilatura.bare_extraction(tree, include_comments=False)
    lines = [line.strip() for line in (found.text or "").split("\n")] if found is not None else []
    lines = [line for line in lines if line]
    if reason := _no_article(lines, linked, known):
        raise ValueError(f"the page holds no article: {reason}")
    return Article("\n\n".join(lines), name, known.published, known.outlet, known.title, known.url)


def decoded(data: bytes) -> str:
    """The characters of a page, as browsers see them: by its mark, as UTF-8 where that is possible, as it declares, as Windows-1252."""
    for mark, codec in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        declared = _DECLARED.search(data[:4096])
    codec = declared[1].decode("ascii").lower() if declared else ""
    if not _CODECS.match(codec) or codec in ("iso-8859-1", "iso8859-1"):
        codec = "cp1252"
    try:
        return data.decode(codec, "replace")
    except LookupError:
        return data.decode("cp1252", "replace")


def _parsed(lxml: Any, text: str) -> Any:
    tags = (piece.partition(">")[0] for piece in text.split("<"))
    if sum(len(tag.split()) ** 2 for tag in tags) > _ATTRIBUTES**2:
        raise ValueError(f"the page has tags of more than {_ATTRIBUTES:,} words; save the text of its article as .txt")
    parser = lxml.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        tree = lxml.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except Exception as wrong:  # whatever lxml makes of what is no page
        raise ValueError("the page holds no article: it is empty") from wrong
    etree = _need("lxml.etree", "web")
    if sum(1 for _ in tree.iter(*_INLINE)) > _CROWD:
        etree.strip_tags(tree, *_INLINE)
        tree = lxml.document_fromstring(etree.tostring(tree, encoding="utf-8"), parser=parser)  # one text again, not a thousand
    _refuse_mazes(etree, tree)
    return tree


def _refuse_mazes(etree: Any, tree: Any) -> None:
    """A page of more elements than an article needs would be searched for minutes."""
    count, most, depth, deepest = 0, 0, 0, 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
        if event == "start":
            count, most = count + 1, max(most, len(element))
    if count > _ELEMENTS or most > _CHILDREN or deepest > _DEPTH:
        raise ValueError(
            f"the page has {count:,} elements, {most:,} of them in one and up to {deepest:,} within each other, and no more than "
            f"{_ELEMENTS:,}, {_CHILDREN:,} and {_DEPTH} are searched; save the text of its article as .txt"
        )


def _no_article(lines: list[str], linked: set[str], known: Facts) -> str | None:
    """Why this is no article; None if it is one."""
    words = sum(len(line.split()) for line in lines)
    if words < _FEW:
        return f"it has {words} words of running text" if words else "it has no running text"
    if known.is_closed and words < _STUB:
        return f"by its own word it is not free, and shows {words} words"
    if known.is_index:
        return "by its own word it is a list of articles"
    in_links = sum(len(line) for line in lines if _plain(line.lstrip("- ")) in linked)
    if 2 * in_links > sum(map(len, lines)):
        return "most of its text is links, as on a page that lists articles"
    return None


def _plain(text: str) -> str:
    return " ".join(text.split())


@contextmanager
def _silent(name: str) -> Iterator[None]:
    """A library that logs what we say better."""
    logger = logging.getLogger(name)
    before = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(before)
