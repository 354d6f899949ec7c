"""What a web page states of itself: JSON-LD first, then OpenGraph and other <meta>, then its elements. Nothing is guessed."""

from __future__ import annotations

import datetime
import html
import json
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any

_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dcterms.issued",
    "dc.date.issued",
    "publication_date",
    "citation_publication_date",
    "publishdate",
    "pubdate",
    "publish-date",
    "article.published",
    "dc.date",
    "date",
)
"""Names of <meta>, best first. `date` may be anything, and comes last."""

_OUTLET = ("og:site_name", "application-name", "publisher", "dc.publisher", "dcterms.publisher")
_LISTS = ("CollectionPage", "ItemList", "SearchResultsPage")
_UNSET = ("0001-01-01", "1970-01-01")
"""Days that stand where a system has none."""

_OBJECTS = 2_000
"""Objects of JSON-LD that are looked at."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of the article on a page."""

    published: str | None
    outlet: str | None
    title: str | None
    url: str | None
    is_index: bool
    is_closed: bool


def facts(tree: Any) -> Facts:
    """What the page of this tree states; the day of an update is no day of publication."""
    objects = _objects(tree)
    article = next((found for found in objects if _is_article(found)), {})
    meta = _meta(tree)
    kinds = {kind for found in objects for kind in _kinds(found)}
    stated = [article.get("datePublished"), *(meta.get(name) for name in _PUBLISHED), *_times(tree)]
    outlet = [_named(article.get("publisher"), objects), *(meta.get(name) for name in _OUTLET)]
    titles = [article.get("headline"), meta.get("og:title"), *_headings(tree)]
    urls = [*tree.xpath("//link[@rel='canonical']/@href"), meta.get("og:url"), article.get("url")]
    return Facts(
        next(filter(None, map(iso_of, stated)), None),
        next(filter(None, map(_line, outlet)), None),
        next(filter(None, map(_line, titles)), None),
        next((url for url in map(_line, urls) if url and url.startswith(("https://", "http://"))), None),
        not article and not kinds.isdisjoint(_LISTS) and meta.get("og:type", "").lower() != "article",
        str(article.get("isAccessibleForFree")).rpartition("/")[2].lower() == "false",
    )


def _objects(tree: Any) -> list[dict[str, Any]]:
    """The objects of JSON-LD that tell of the page, without those that they hold."""
    found: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if (script.get("type") or "").partition(";")[0].strip().lower() != "application/ld+json":
            continue
        try:
            rest = [json.loads((script.text or "").strip().rstrip(";"), strict=False)]
        except (ValueError, RecursionError):
            continue
        while rest and len(found) < _OBJECTS:
            value = rest.pop(0)
            if isinstance(value, list):
                rest[:0] = value[:_OBJECTS]
            elif isinstance(value, dict):
                found.append(value)
                rest[:0] = [value[key] for key in ("@graph", "mainEntity") if key in value]
    return found


def _kinds(found: dict[str, Any]) -> list[str]:
    given = found.get("@type")
    return [str(kind).rpartition("/")[2] for kind in (given if isinstance(given, list) else [given])]


def _is_article(found: dict[str, Any]) -> bool:
    return any(kind.endswith(("Article", "Posting")) and kind != "JobPosting" for kind in _kinds(found))


def _named(value: Any, objects: list[dict[str, Any]]) -> Any:
    """The name of what stands there: as a text, an object, a list of these, or the id of another object."""
    if isinstance(value, list):
        value = value[0] if value else None
    if not isinstance(value, dict):
        return value
    if "name" in value or "@id" not in value:
        return value.get("name")
    return next((found.get("name") for found in objects if found.get("@id") == value["@id"]), None)


def _meta(tree: Any) -> dict[str, str]:
    """The first content of each <meta>, by its name in small letters."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        if content := (meta.get("content") or "").strip():
            for key in ("property", "name", "itemprop"):
                if name := meta.get(key):
                    found.setdefault(name.strip().lower(), content)
    return found


def _times(tree: Any) -> Iterator[str | None]:
    for time in tree.iter("time"):
        if "datepublished" in (time.get("itemprop") or "").lower() or "pubdate" in time.attrib:
            yield time.get("datetime")


def _headings(tree: Any) -> Iterator[str]:
    """The one heading of the page, else the name in its frame."""
    headings = list(tree.iter("h1"))
    for element in [*(headings if len(headings) == 1 else ()), *tree.iter("title")]:
        yield "".join(element.itertext())


def _line(value: Any) -> str | None:
    return " ".join(html.unescape(value).split()) or None if isinstance(value, str) else None


def iso_of(value: Any) -> str | None:
    """A day, or a day with its clock, as ISO has it; midnight is how systems write a day without a clock."""
    text = _line(value)
    if text is None or len(text) > 60:
        return None
    try:
        when = datetime.datetime.fromisoformat(text)
    except ValueError:
        try:
            when = parsedate_to_datetime(text)
        except ValueError:
            return None
    when = when.replace(microsecond=0)
    day = when.date().isoformat()
    if day in _UNSET:
        return None
    return day if when.time() == datetime.time() else when.isoformat()
