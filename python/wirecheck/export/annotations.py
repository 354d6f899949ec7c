"""Claims, relations and findings as W3C Web Annotations: https://www.w3.org/TR/annotation-model/."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from os import PathLike
from typing import Any
from urllib.parse import quote

from ..kinds import KIND_OF
from ..tables import Table
from ..whole import write_whole
from .lines import as_json

#: Code points of text that a quote selector gives on either side.
AROUND = 32
#: The row of the table stands beside the standard's own terms, as it is.
_CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"row": {"@id": "urn:wirecheck:row", "@type": "@json"}}]

Row = Mapping[str, Any]
Target = Callable[[str, int | None, int | None, str | None], dict[str, Any]]


def write_annotations(tables: Mapping[str, Table], articles: Table, path: str | PathLike[str]) -> None:
    """Writes one collection with one page; offsets count code points, as the recommendation has it."""
    items = [as_json(item) for item in _items(tables, _targets(articles))]
    head = {
        "@context": _CONTEXT,
        "id": "urn:wirecheck:annotations",
        "type": "AnnotationCollection",
        "generator": {"type": "Software", "name": "wirecheck"},
        "total": len(items),
    }
    first = {"id": "urn:wirecheck:annotations:1", "type": "AnnotationPage", "startIndex": 0}
    inner = ",\n".join(items)
    collection = f'{as_json(head)[:-1]}, "first": {as_json(first)[:-1]}, "items": [\n{inner}\n]}}}}\n'
    write_whole(path, collection)


def _items(tables: Mapping[str, Table], target: Target) -> Iterator[dict[str, Any]]:
    for name, kind in KIND_OF.items():
        for row in tables.get(name, ()):
            where = target(row["article"], row["start"], row["end"], row["text"])
            yield _annotation(row, "describing", [_body("classifying", kind), _body("describing", _value(kind, row))], where)
    for row in tables.get("relations", ()):
        sides = [target(*(row[f"{side}_{field}"] for field in ("article", "start", "end", "text"))) for side in ("left", "right")]
        yield _annotation(row, "linking", [_body("classifying", row["verdict"]), _body("describing", row["explanation"])], sides)
    for row in tables.get("findings", ()):
        sides = [target(row["article"], row["start"], row["end"], row["text"])]
        if row["other_article"] is not None:
            sides.append(target(row["other_article"], row["other_start"], row["other_end"], row["other_text"]))
        body = [_body("classifying", row["rule"]), _body("commenting", row["message"])]
        yield _annotation(row, "assessing", body, sides if len(sides) > 1 else sides[0])


def _annotation(row: Row, motivation: str, body: list[dict[str, str]], target: Any) -> dict[str, Any]:
    name = f"urn:wirecheck:{quote(row['id'], safe=':.-~')}"
    return {"id": name, "type": "Annotation", "motivation": motivation, "body": body, "target": target, "row": dict(row)}


def _body(purpose: str, value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}


def _value(kind: str, row: Row) -> str:
    """What a claim says, in a few words."""
    if kind == "casualty":
        number = row["number"] if row["number"] is not None else f"{_open(row['low'])} to {_open(row['high'])}"
        return f"{row['effect']} {number}"
    if kind == "meeting":
        return f"{row['kind']} {row['status']}: {', '.join(row['participants'])}"
    return str({"quote": row.get("speaker") or "speaker not named", "date": row.get("value"), "name": row.get("entity")}[kind])


def _open(end: int | None) -> str:
    return "?" if end is None else str(end)


def _targets(articles: Table) -> Target:
    """Gives the passage of an article; the whole of it where no place is known."""
    texts = dict(zip(articles["article"], articles["text"], strict=True))
    urls = dict(zip(articles["article"], articles["url"], strict=True))

    def source(article: str) -> str:
        url = urls.get(article)
        known = url is not None and url.startswith(("http://", "https://"))
        return str(url) if known else f"urn:wirecheck:article:{quote(article, safe='')}"

    def target(article: str, start: int | None, end: int | None, text: str | None) -> dict[str, Any]:
        made: dict[str, Any] = {"type": "SpecificResource", "source": source(article)}
        if start is not None and end is not None:
            whole = texts.get(article)
            words = {"type": "TextQuoteSelector", "exact": text}
            if whole is not None:
                words |= {"prefix": whole[max(0, start - AROUND) : start], "suffix": whole[end : end + AROUND]}
            made["selector"] = [{"type": "TextPositionSelector", "start": start, "end": end}, words]
        return made

    return target
