"""The text of Word documents."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from ..articles import Article
from ..packed import unpacked
from ..sizes import current, spelt
from ..tables import _need

_DELETED = ("del", "moveFrom")
_SPACES = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_ELSEWHERE = (*_DELETED, "pPr", "rPr", "txbxContent", "AlternateContent")
"""Below a paragraph, but not its running text; a change that was tracked and not yet decided counts as accepted."""


def document(data: bytes, name: str) -> Article:
    """The article of a .docx file: paragraphs and rows of tables in their order, changes as if accepted.

    Its title is the paragraph of the style Title, else that of the properties. When it was published is not known: the days that
    Word keeps are those on which the file was made and saved.

    Raises:
        ValueError: If it is no such file, unpacks to more than the limit of a `document`, or holds no text.
    """
    file = _opened(data)
    blocks = list(_blocks(file.element.body))
    if not blocks:
        raise ValueError("the document holds no text (pictures and text boxes are not read)")
    titled = (paragraph.text for paragraph in file.paragraphs if paragraph.style is not None and paragraph.style.name == "Title")
    title = next((text.strip() for text in titled if text.strip()), None) or file.core_properties.title.strip() or None
    return Article("\n\n".join(blocks), name, title=title)


def _opened(data: bytes) -> Any:
    docx, limit = _need("docx", "office"), current().document
    try:
        size = unpacked(io.BytesIO(data))
        if size <= limit:
            return docx.Document(io.BytesIO(data))
    except Exception as wrong:  # whatever a broken package makes python-docx, lxml and zipfile raise
        raise ValueError("this is no Word document that can be read; open it in a word processor and save it anew") from wrong
    raise ValueError(f"the document unpacks to more than {spelt(limit)}; save its text as .txt, or raise the limit of a document")


def _blocks(element: Any) -> Iterator[str]:
    """The paragraphs and rows below an element that have words."""
    for child in element:
        kind = _kind(child)
        if kind == "p":
            if text := "".join(_words(child)).strip():
                yield text
        elif kind == "tr":
            yield from _row(child)
        elif kind not in _ELSEWHERE:
            yield from _blocks(child)


def _row(row: Any) -> Iterator[str]:
    """A row of a table as a line; where a cell holds several paragraphs, each of them by itself."""
    cells = [list(_blocks(cell)) for cell in row]
    if any(len(cell) > 1 for cell in cells):
        yield from (block for cell in cells for block in cell)
    elif filled := [cell[0] for cell in cells if cell]:
        yield " | ".join(filled)


def _words(element: Any) -> Iterator[str]:
    for child in element:
        kind = _kind(child)
        if kind == "t":
            yield child.text or ""
        elif kind in _SPACES:
            yield _SPACES[kind]
        elif kind not in _ELSEWHERE:
            yield from _words(child)


def _kind(element: Any) -> str:
    """The name of an element without its namespace; comments and instructions have none."""
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""
