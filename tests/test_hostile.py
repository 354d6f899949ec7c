"""What comes from strangers: any text, any file. It is read, refused in a sentence, or counted as skipped; nothing else happens."""

from __future__ import annotations

import io
import os
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

wc = pytest.importorskip("wirecheck")
hypothesis = pytest.importorskip("hypothesis")
given, st = hypothesis.given, hypothesis.strategies

SOURCES = Path(wc.__file__).parent

#: `WIRECHECK_EXAMPLES=2000 pytest tests/test_hostile.py` looks longer.
often = hypothesis.settings(max_examples=int(os.environ.get("WIRECHECK_EXAMPLES", "25")), deadline=None, derandomize=True)

PIECES = [
    "A bomb killed at least 18 people",
    "in Bir Salwan",
    ", Yemen,",
    "on Wednesday",
    "dozens",
    "wounded 3 others",
    "Mayor Lena Hoffman",
    "He",
    "she",
    "they",
    "said",
    "told reporters",
    "“",
    "”",
    '"',
    "'",
    "‘",
    "’",
    "«",
    "(",
    ")",
    "[",
    "]",
    ",",
    ".",
    ";",
    ":",
    "—",
    "...",
    "\n",
    "\n\n",
    "\t",
    "\xa0",
    "\u200b",
    "́",
    "\u202e",
    "\ufeff",
    "1,234",
    "99999999999999999999",
    "½",
    "the",
    "and",
    "of",
    "not",
    "met Juris Berzins",
    "talks with",
    "May 6",
    "2021-05-06",
    "10:30 GMT",
    "RIGA, May 6 (Northern Wire) -",
    "Correction:",
    "https://example.org/2021/05/06/x",
    "<p>",
    "&amp;",
    "ß",
    "🇱🇻",
    "\x00",
    "ſ",
    "İ",
    "ﬁ",
    "=1+1",
]

letters = st.characters(exclude_categories=("Cs",))
pieces = st.one_of(st.sampled_from(PIECES), st.text(letters, max_size=4))
texts = st.lists(pieces, max_size=40).map(" ".join)
articles = st.lists(texts, min_size=1, max_size=4).map(
    lambda found: [wc.Article(f"{text} .", f"{n}", "2021-05-07") for n, text in enumerate(found)]
)


def _tables(claims: Any) -> dict[str, list[dict[str, Any]]]:
    return {name: table.to_pylist() for name, table in claims._tables.items()}


@often
@given(articles)
def test_spans_cut_the_text_where_they_say(found: list[Any]) -> None:
    claims = wc.extract(found, threads=1)
    text = {article.id: article.text for article in found}
    for name in ("casualties", "meetings", "quotes", "dates", "names", "unread"):
        for row in claims._tables[name]:
            assert text[row["article"]][row["start"] : row["end"]] == row["text"], name


@often
@given(articles)
def test_threads_and_order_change_nothing(found: list[Any]) -> None:
    one = _tables(wc.extract(found, threads=1))
    assert _tables(wc.extract(found, threads=2)) == one
    turned = _tables(wc.extract(found[::-1], threads=1))
    for name, rows in one.items():
        assert sorted(map(str, turned[name])) == sorted(map(str, rows)), name


@often
@given(articles)
def test_whatever_was_read_can_be_judged(found: list[Any]) -> None:
    report = wc.check(found)
    assert {row["verdict"] for row in report.relations} <= {
        "agrees",
        "refines",
        "updates",
        "conflicts",
        "unrelated",
        "undecidable",
    }


@often
@given(texts, texts)
def test_any_two_wordings_compare(a: str, b: str) -> None:
    there, back = wc.compare_quotes(a, b), wc.compare_quotes(b, a)
    assert there["relation"] == back["relation"]
    assert wc.compare_quotes(a, a)["edits"] == []


@often
@given(st.text(st.characters(), max_size=8), st.text(st.characters(categories=("Cs", "Ll")), max_size=8))
def test_half_a_character_is_told(a: str, b: str) -> None:
    """Lone surrogates, too: they are refused in a sentence that names their place."""
    if any("\ud800" <= letter <= "\udfff" for letter in a + b):
        with pytest.raises(ValueError, match="lone surrogate"):
            wc.compare_quotes(a, b)
    else:
        wc.compare_quotes(a, b)


DEEP = "[" * 100_000

FILES = {
    "deep.json": DEEP,
    "deep.jsonl": DEEP,
    "digits.json": f'[{{"text": {"1" * 5000}}}]',
    "digits.jsonl": f'{{"text": {"1" * 5000}}}',
    "text.jsonl": '{"text": {"a": 1}}',
    "published.jsonl": '{"text": "He said no.", "published": Infinity}',
    "cut.parquet": "PAR1" + "\0" * 50 + "PAR1",
    "empty.parquet": "",
    "empty.json": "",
    "open.csv": 'text\n"abc',
    "no.docx": "PK\x03\x04",
    "no.html": "",
}


@pytest.mark.parametrize("name", FILES)
def test_a_broken_file_is_told_by_name_and_skipped_in_a_folder(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(FILES[name])
    with pytest.raises(ValueError, match=re.escape(name)):
        wc.read_articles(tmp_path / name)
    (tmp_path / "sound.txt").write_text("A bomb killed 3 people in Riga on Monday.")
    found = wc.read_articles(tmp_path)
    assert [article.id for article in found] == ["sound.txt"]
    assert [row["article"] for row in found.skipped] == [name]


CLAIMS = {
    "deep": DEEP,
    "a list": "[1]",
    "a table that is a list": '{"table": []}',
    "another table": '{"table": "zzz", "a": 1}',
    "text for a number": '{"table": "casualties", "start": "x"}',
    "too large a number": '{"table": "casualties", "start": 99999999999999999999999}',
    "a number for a day": '{"table": "casualties", "earliest": 5}',
    "a number for a list": '{"table": "meetings", "participants": 5}',
}


@pytest.mark.parametrize("what", CLAIMS)
def test_claims_that_were_changed_are_told(what: str, tmp_path: Path) -> None:
    path = tmp_path / "claims.jsonl"
    path.write_text(CLAIMS[what])
    with pytest.raises(ValueError, match=re.escape(path.name)):
        wc.read_claims(path)


@pytest.mark.parametrize("cells", [b'id,article\n"a', b"id,article\na", b"\xff\xff", b"id,start\na,x"])
def test_a_csv_of_claims_that_was_changed_is_told(cells: bytes, tmp_path: Path) -> None:
    (tmp_path / "quotes.csv").write_bytes(cells)
    with pytest.raises(ValueError, match=re.escape("quotes.csv")):
        wc.read_claims(tmp_path)


def _packed(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return made.getvalue()


def test_a_document_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    pytest.importorskip("docx")
    path = tmp_path / "bomb.docx"
    path.write_bytes(_packed({"word/document.xml": b" " * (65 << 20)}))
    assert path.stat().st_size < 1 << 20
    with pytest.raises(ValueError, match="more than 64 MB"):
        wc.read_articles(path)


def test_an_arrow_table_is_not_taken_at_its_word() -> None:
    """A Parquet file may hold text that is no UTF-8, and offsets that lie outside of it, and pyarrow hands both on."""
    arrow = pytest.importorskip("pyarrow")

    def text(data: bytes, *offsets: int) -> Any:
        told = arrow.py_buffer(b"".join(offset.to_bytes(4, "little") for offset in offsets))
        return arrow.table(
            {"text": arrow.Array.from_buffers(arrow.string(), len(offsets) - 1, [None, told, arrow.py_buffer(data)])}
        )

    sound = b"A bomb killed 3 people in Riga."
    assert len(wc.extract(text(sound, 0, len(sound))).casualties) == 1
    for broken in (text(b"A bomb killed \xff\xfe people.", 0, 24), text(sound, 0, 12, 5), text("é".encode(), 0, 1)):
        with pytest.raises(ValueError, match="the table cannot be read: "):
            wc.extract(broken)


def test_names_in_an_archive_write_nothing(tmp_path: Path) -> None:
    """A part called `../x` stays where it is: documents are read in memory."""
    docx = pytest.importorskip("docx")
    inner = tmp_path / "inner"
    inner.mkdir()
    path = inner / "tricks.docx"
    document = docx.Document()
    document.add_paragraph("A bomb killed 3 people in Riga on Monday.")
    document.save(path)
    with zipfile.ZipFile(path, "a") as file:
        file.writestr("../../escaped.txt", b"x")
        file.writestr("/tmp/escaped.txt", b"x")
    assert len(wc.read_articles(path)) == 1
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["inner", "tricks.docx"]


@pytest.mark.parametrize("entity", ['SYSTEM "file:///etc/passwd"', '"&b;&b;&b;&b;&b;&b;&b;&b;"'])
def test_a_document_draws_in_nothing(entity: str, tmp_path: Path) -> None:
    """Neither a file that an entity names nor an entity that swells."""
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_paragraph("A bomb killed 3 people. HERE")
    document.save(tmp_path / "plain.docx")
    swelling = "".join(f'<!ENTITY {name} "{f"&{inner};" * 99}">' for name, inner in zip("bcdefg", "cdefgh", strict=True))
    declared = f'?><!DOCTYPE x [<!ENTITY a {entity}>{swelling}<!ENTITY h "hhhhhhhhhh">]>'.encode()
    with zipfile.ZipFile(tmp_path / "plain.docx") as plain:
        parts = {name: plain.read(name) for name in plain.namelist()}
    body = parts["word/document.xml"]
    parts["word/document.xml"] = body.replace(b"?>", declared, 1).replace(b"HERE", b"&a;")
    path = tmp_path / "entity.docx"
    path.write_bytes(_packed(parts))
    try:
        text = wc.read_articles(path)[0].text
    except ValueError:
        return
    assert text == "A bomb killed 3 people."


def test_ids_name_no_files(tmp_path: Path) -> None:
    """An article's id may be `../../x`; exports are named by their tables."""
    claims = wc.extract([wc.Article("A bomb killed 3 people in Riga on Monday.", "../../../escaped", "2021-05-07")])
    claims.to_csv(tmp_path / "a" / "b")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
    assert all(path.suffix == ".csv" for path in (tmp_path / "a" / "b").iterdir())


def test_no_file_is_unpickled() -> None:
    """What was pickled runs when it is read: nothing of ours reads it from a file, nor runs text."""
    forbidden = re.compile(
        r"\b((import|from) (pickle|marshal|shelve|joblib|dill)|allow_pickle|read_pickle)\b|(?<![\w.])(eval|exec)\(|yaml\.load"
    )
    found = [
        f"{path.name}:{number}: {line.strip()}"
        for path in sorted(SOURCES.rglob("*.py"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if forbidden.search(line)
    ]
    assert found == []


def test_what_is_not_read_is_counted() -> None:
    """Another language, a page, a text of no words, one that is longer than any article: each is a row of `skipped`."""
    german = (
        "Bei einem Anschlag auf einen Markt in Riga sind am Montag drei Menschen getötet worden, sagte ein Sprecher der Polizei. "
        * 3
    )
    given = {
        "german": german,
        "page": "<html><p>A bomb killed 3 people.</p><br><p>x</p></html>",
        "signs": "... --- ...",
        "empty": "",
        "huge": "A bomb killed 3 people in Riga. " * 600_000,
        "stub": "Three people were killed. To read on, subscribe.",
    }
    claims = wc.extract([wc.Article(text, name) for name, text in given.items()])
    reasons = {row["article"]: row["reason"] for row in claims.skipped}
    assert set(reasons) == {"german", "page", "signs", "empty", "huge"}
    assert "16 MB" in reasons["huge"]
    assert [row["article"] for row in claims.casualties] == ["stub"]
    assert len(claims.articles) == len(given)


def test_many_tiny_articles_are_read() -> None:
    claims = wc.extract([wc.Article("killed", f"{n}") for n in range(20_000)])
    assert len(claims.articles) == 20_000
