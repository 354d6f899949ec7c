"""Saved web pages: the text of their article, and what they state of themselves; everything else that a page may be."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from typing import Any

import pytest

import wirecheck as wc
from wirecheck.files import webpages

pytest.importorskip("trafilatura")

LEAD = "At least 19 people were killed when a bridge gave way in Darkush on Wednesday, the governor’s office said."
MORE = "Divers searched the river until nightfall, and the road along the bank stayed closed to all but ambulances."
ARTICLE = f"<article><h1>Bridge gives way in Darkush</h1><p>{LEAD}</p><p>{MORE}</p></article>"
NAVIGATION = "<nav><ul><li><a href='/a'>Politics</a></li><li><a href='/b'>Sports and leisure</a></li></ul></nav>"


def html(head: str = "", body: str = ARTICLE) -> str:
    return f"<!doctype html><html><head>{head}</head><body>{NAVIGATION}{body}<footer>All rights reserved.</footer></body></html>"


def ld(**facts: Any) -> str:
    return f"<script type='application/ld+json'>{json.dumps({'@type': 'NewsArticle', **facts})}</script>"


def meta(name: str, content: str, key: str = "property") -> str:
    return f"<meta {key}='{name}' content='{content}'>"


def read(page: str | bytes, folder: Path) -> wc.Article:
    path = folder / "page.html"
    path.write_bytes(page.encode() if isinstance(page, str) else page)
    (article,) = wc.read_articles(path)
    return article


def test_the_text_is_that_of_the_article(tmp_path: Path) -> None:
    article = read(html(), tmp_path)
    assert article.id == "page.html"
    assert article.text.split("\n\n")[-2:] == [LEAD, MORE]
    assert "Politics" not in article.text
    assert "rights" not in article.text
    assert (article.title, article.published, article.outlet, article.url) == ("Bridge gives way in Darkush", None, None, None)


def test_a_page_tells_of_itself(tmp_path: Path) -> None:
    head = ld(
        headline="Bridge gives way &amp; kills 19",
        datePublished="2026-05-06T14:05:00+02:00",
        dateModified="2026-05-08T09:00:00+02:00",
        publisher={"@type": "Organization", "name": "Harbour Post"},
        url="https://post.example/bridge?id=1",
    )
    article = read(html(head + "<title>Bridge | Post</title>"), tmp_path)
    assert article.published == "2026-05-06T14:05:00+02:00"
    assert article.outlet == "Harbour Post"
    assert article.title == "Bridge gives way & kills 19"
    assert article.url == "https://post.example/bridge?id=1"
    row = wc.extract(article).articles[0]
    assert (row["published"], row["published_precision"]) == ("2026-05-06T14:05:00+02:00", "minute")


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (ld(datePublished="2026-05-06"), "2026-05-06"),
        (ld(datePublished="2026-05-06T00:00:00Z"), "2026-05-06"),
        (ld(datePublished="2026-05-06T14:05:09.123Z"), "2026-05-06T14:05:09+00:00"),
        (ld(datePublished="May 6", dateModified="2026-05-08"), None),
        (ld(dateModified="2026-05-08"), None),
        (ld(datePublished="1970-01-01T00:00:00Z"), None),
        (ld(datePublished=["2026-05-06"]), None),
        (meta("article:published_time", "2026-05-06T14:05:00+02:00"), "2026-05-06T14:05:00+02:00"),
        (meta("article:modified_time", "2026-05-08T14:05:00+02:00"), None),
        (meta("datePublished", "2026-05-06", "itemprop"), "2026-05-06"),
        (meta("pubdate", "Wed, 06 May 2026 14:05:00 GMT", "name"), "2026-05-06T14:05:00+00:00"),
        (meta("date", "2026-05-07", "name") + ld(datePublished="2026-05-06"), "2026-05-06"),
        (meta("last-modified", "2026-05-08", "http-equiv"), None),
        ("<title>Our news of 6 May 2026</title>", None),
        ("<script type='application/ld+json'>{broken</script>" + meta("article:published_time", "2026-05-06"), "2026-05-06"),
    ],
)
def test_when_a_page_says_it_was_published(head: str, published: str | None, tmp_path: Path) -> None:
    assert read(html(head), tmp_path).published == published


def test_a_day_in_the_text_is_no_publication(tmp_path: Path) -> None:
    body = ARTICLE.replace("</h1>", "</h1><time datetime='2026-05-08'>8 May 2026</time><span class='date'>May 8, 2026</span>")
    assert read(html(body=body), tmp_path).published is None
    stated = body.replace("<time ", "<time itemprop='datePublished' ")
    assert read(html(body=stated), tmp_path).published == "2026-05-08"


def test_objects_of_a_graph_are_tied_by_their_ids(tmp_path: Path) -> None:
    graph = {
        "@graph": [
            {"@type": "WebSite", "name": "The site"},
            {"@type": ["NewsArticle"], "headline": "One", "publisher": {"@id": "#us"}, "datePublished": "2026-05-06"},
            {"@type": "NewsMediaOrganization", "@id": "#us", "name": "Harbour Post"},
        ]
    }
    article = read(html(f"<script type='application/ld+json'>{json.dumps(graph)}</script>"), tmp_path)
    assert (article.outlet, article.title, article.published) == ("Harbour Post", "One", "2026-05-06")


INDEX = "".join(
    f"<h2><a href='/{n}'>Councillors of the valley argue over road number {n}</a></h2>"
    f"<p><a href='/{n}'>The road number {n} along the river is to be closed for a month from Friday on, a council said.</a></p>"
    for n in range(12)
)


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("", "it is empty"),
        ("<p>", "no running text"),
        (html(body="<p>Loading.</p>"), "(it has no|words of) running text"),
        (html(ld(isAccessibleForFree=False)), r"by its own word it is not free, and shows \d+ words"),
        (html(ld(isAccessibleForFree="http://schema.org/False")), "it is not free"),
        (html(ld(**{"@type": "CollectionPage"}), ARTICLE), "by its own word it is a list"),
        (html(body=f"<main>{INDEX}</main>"), "most of its text is links"),
    ],
)
def test_a_page_without_an_article_is_told(page: str, reason: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=rf"page\.html: the page holds no article: .*{reason}"):
        read(page, tmp_path)
    (tmp_path / "good.html").write_text(html(), encoding="utf-8")
    found = wc.read_articles(tmp_path)
    assert [article.id for article in found] == ["good.html"]
    assert [(row["article"], row["what"], row["count"]) for row in found.skipped] == [("page.html", "file", 1)]
    assert wc.extract(found).skipped["article"] == ["page.html"]


def test_what_is_not_free_and_yet_there_is_read(tmp_path: Path) -> None:
    long = ARTICLE.replace("</article>", "".join(f"<p>{n}. {MORE}</p>" for n in range(10)) + "</article>")
    assert MORE in read(html(ld(isAccessibleForFree=False), long), tmp_path).text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("governor’s".encode(), "governor’s"),
        (b"\xef\xbb\xbf" + "governor’s".encode(), "governor’s"),
        ("\ufeffgovernor’s".encode("utf-16-le"), "governor’s"),
        ("governor’s".encode("cp1252"), "governor’s"),
        (b"<meta charset='iso-8859-1'>" + "governor’s".encode("cp1252"), "governor’s"),
        (b"<meta charset=windows-1251>" + "Дараа".encode("cp1251"), "Дараа"),
        (b"<meta http-equiv='Content-Type' content='text/html; charset=koi8-r'>" + "Дараа".encode("koi8-r"), "Дараа"),
        (b"<meta charset=utf-8>governor\x92s \xe2\x80\x99", "governor\ufffds ’"),
        (b"<meta charset=windows-1252>" + "governor’s".encode(), "governor’s"),
        (b"<meta charset=punycode>\x92", "’"),
        (b"<meta charset=cp0>\x92", "’"),
        (b"<meta charset=\x92>", "’"),
    ],
)
def test_pages_of_every_encoding_are_decoded(data: bytes, text: str) -> None:
    assert text in webpages.decoded(data)


@pytest.mark.parametrize(
    "page",
    [
        "<html><body>" + "<div>" * 100_000 + ARTICLE,
        "<html><body>" + "<b>" * 100_000 + ARTICLE,
        "<html><body>" + "<div>x</div> " * 100_000,
        "<html><body><article><p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">" + LEAD,
        "<html><head>" + "<meta name=x content=y>" * 30_000 + "</head>" + ARTICLE,
        "<html>" + "x" * (11 << 20),
    ],
    ids=["deep", "deep b", "wide", "attributes", "metas", "long"],
)
def test_a_maze_is_refused(page: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"page\.html: the page (has|is longer than) .*; save the text of its article as \.txt"):
        read(page, tmp_path)


@pytest.mark.parametrize(
    "page",
    [
        html("<script type='application/ld+json'>" + "[" * 100_000 + "</script>"),
        html("<script type='application/ld+json'>[" + "{}," * 100_000 + "{}]</script>"),
        html(f"<script>{'x' * 9_000_000}</script>"),
        html(body=ARTICLE.replace(MORE, "".join(f"<span>word{n}</span> " for n in range(20_000)))),
        html(body=ARTICLE.replace("<p>", "<p>\0\x1b", 1)),
        "<!DOCTYPE html [<!ENTITY a 'aa'><!ENTITY b SYSTEM 'file:///etc/passwd'>]>" + html(body=ARTICLE + "<p>&a;&b;</p>"),
    ],
    ids=["deep json", "long json", "9 MB of script", "a span a word", "control characters", "entities"],
)
def test_a_hostile_page_gives_its_article(page: str, tmp_path: Path) -> None:
    article = read(page, tmp_path)
    assert LEAD in article.text
    assert "root:" not in article.text
    wc.extract(article)


def test_nothing_is_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError("a page opens no socket")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    head = "<link rel=canonical href='https://post.example/bridge'><link rel=stylesheet href='https://post.example/x.css'>"
    assert read(html(head + "<base href='https://post.example/'>"), tmp_path).url == "https://post.example/bridge"
