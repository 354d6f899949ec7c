"""Sound files of every kind, changed at random: each is read, or refused in a sentence that names it; nothing else happens."""

from __future__ import annotations

import io
import json
import os
import random
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

wc = pytest.importorskip("wirecheck")
hypothesis = pytest.importorskip("hypothesis")
for name in ("duckdb", "pyarrow", "openpyxl", "docx", "trafilatura", "yaml"):
    pytest.importorskip(name)

from wirecheck.baseline import Baseline  # noqa: E402
from wirecheck.config import read_config  # noqa: E402

#: `WIRECHECK_EXAMPLES=2000 pytest tests/test_hostile_files.py` looks longer.
EXAMPLES = int(os.environ.get("WIRECHECK_EXAMPLES", "25"))

#: What is written of a fault: the row or the file cannot be taken, a column is missing, the disk refuses. Nothing else may come out.
DOCUMENTED = (ValueError, KeyError, OSError)

#: Bytes that mean something to one of the readers.
PIECES = [
    *(bytes([byte]) for byte in b"\x00\xff\xfe\x80\n\r\t\"',:;{}[]()<>&=#-+.\\/*|!%@"),
    *(
        text.encode()
        for text in [
            "null",
            "true",
            "NaN",
            "-1",
            "1e999",
            "999999999999999999999999",
            "2021-05-07",
            "9999-99-99",
            "é",
            "\ufeff",
            "🇱🇻",
        ]
    ),
    *(
        text.encode()
        for text in ("---\n", '"""', "[[", "]]", "&#0;", "&#x110000;", "<!--", "]]>", "<![CDATA[", "=1+1", "../", "${", "\x1e")
    ),
    b"\xed\xa0\x80",
    b"\xef\xbf\xbf",
    b"[" * 300,
    b"<div>" * 300,
    b'{"a":' * 300,
    b"9" * 5000,
]


def mutated(data: bytes, dice: random.Random) -> bytes:
    """A few bytes changed, put in, left out, doubled or moved; or the end cut off."""
    made = bytearray(data)
    for _ in range(dice.choice((1, 1, 2, 4, 16))):
        at, to = sorted(dice.randrange(len(made) + 1) for _ in range(2))
        match dice.randrange(7):
            case 0 if at < len(made):
                made[at] ^= 1 << dice.randrange(8)
            case 1:
                made[at:at] = dice.choice(PIECES)
            case 2:
                del made[at : min(to, at + 64)]
            case 3:
                made[at:at] = made[at:to][:200]
            case 4:
                made[at : at + 4] = dice.randbytes(4)
            case 5:
                piece = dice.choice(PIECES)
                made[at : at + len(piece)] = piece
            case 6:
                if dice.random() < 0.2:
                    del made[at:]
    return bytes(made)


def mutated_inside(data: bytes, dice: random.Random) -> bytes:
    """The same of the parts of a zip file, which is sound around them."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    for name in dice.sample(sorted(parts), min(2, len(parts))):
        parts[name] = mutated(parts[name], dice)
    if dice.random() < 0.1:
        del parts[dice.choice(sorted(parts))]
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in parts.items():
            file.writestr(name, part)
    return made.getvalue()


TEXT = "A bomb killed at least 18 people in Bir Salwan on Wednesday, police said. “We will rebuild,” Mayor Lena Hoffman told reporters."
ROW = {
    "id": "one",
    "text": TEXT,
    "published": "2021-05-07T10:30",
    "outlet": "Northern Wire",
    "title": "A bomb",
    "url": "https://example.org/a",
}
TOML = """
select = ["toll-*"]
columns = { text = "body" }
owners = { "Harbour Post" = "Quay Media" }
format = "json"
threads = 2
limits = { text = "1 MB" }

[[waiver]]
rule = "toll-falls"
article = "karun-3.txt"
reason = "the ministry has corrected itself"
until = 2027-01-01
"""


def seeds(folder: Path) -> None:
    """A sound file of each kind."""
    import docx
    import pyarrow as pa
    import pyarrow.parquet

    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    front = "\n".join(f"{name}: {value}" for name, value in ROW.items() if name != "text")
    (folder / "a.md").write_text(f"---\n{front}\n---\n# A bomb\n\n{TEXT}\n\n* [link](x)\n", encoding="utf-8")
    (folder / "toml.md").write_text(f'+++\ntitle = "A bomb"\ndate = 2021-05-07\n+++\n{TEXT}', encoding="utf-8")
    meta = '<meta property="article:published_time" content="2021-05-07T10:30:00Z"><script type="application/ld+json">{"@type": "NewsArticle", "headline": "A bomb", "datePublished": "2021-05-07"}</script>'
    body = f"<p>{TEXT}</p>" * 8
    (folder / "a.html").write_text(
        f"<html><head><title>A bomb</title>{meta}</head><body><article><h1>A bomb</h1>{body}</article></body></html>",
        encoding="utf-8",
    )
    document = docx.Document()
    document.add_heading("A bomb", 0)
    document.add_paragraph(TEXT)
    document.add_table(1, 2).rows[0].cells[0].text = "18 people"
    document.save(folder / "a.docx")
    (folder / "a.json").write_text(json.dumps([ROW, {**ROW, "id": "two"}]), encoding="utf-8")
    (folder / "a.jsonl").write_text(f"{json.dumps(ROW)}\n{json.dumps({**ROW, 'id': 'two'})}\n", encoding="utf-8")
    (folder / "a.csv").write_text(f'id,text,published\none,"{TEXT}",2021-05-07\ntwo,"{TEXT}",\n', encoding="utf-8")
    pa.parquet.write_table(pa.Table.from_pylist([ROW]), folder / "a.parquet")
    claims = wc.extract([ROW])
    claims.to_jsonl(folder / "claims.jsonl")
    claims.to_csv(folder / "tables")
    shutil.copy(folder / "tables" / "casualties.csv", folder / "casualties.csv")
    claims.to_parquet(folder / "stored")
    shutil.copy(folder / "stored" / "quotes.parquet", folder / "quotes.parquet")
    claims.casualties.to_excel(folder / "coded.xlsx")
    (folder / "coded.csv").write_text(
        "event_id,date,place,killed.best\n1,2021-05-05,Bir Salwan,18\n2,2021-05-06,Riga,3\n", encoding="utf-8"
    )
    (folder / "wirecheck.toml").write_text(TOML, encoding="utf-8")
    baseline = {"findings": [], "format": 1}
    (folder / "baseline.json").write_text(json.dumps(baseline), encoding="utf-8")
    wc.Ledger(folder / "desk.duckdb").add([ROW], progress=False)


def of_claims(path: Path) -> Any:
    """Claims of one table, in a folder of their own."""
    folder = path.parent / "claims"
    folder.mkdir(exist_ok=True)
    shutil.copy(path, folder / path.name)
    claims = wc.read_claims(folder)
    return wc.check(claims)


def of_articles(path: Path) -> Any:
    """Articles, read by themselves and in their folder, with all that is read of them."""
    found = wc.read_articles(path)
    claims = wc.extract(found, threads=1)
    assert len(claims.articles) == len(found)
    return claims


def of_ledger(path: Path) -> Any:
    ledger = wc.Ledger(path, wait=0.1)
    return len(ledger), ledger.claims, ledger.relations


READERS: dict[str, Callable[[Path], Any]] = {
    **{f"a.{ending}": of_articles for ending in ("txt", "md", "html", "docx", "json", "jsonl", "csv", "parquet")},
    "toml.md": of_articles,
    "claims.jsonl": wc.read_claims,
    "casualties.csv": of_claims,
    "quotes.parquet": of_claims,
    "coded.xlsx": lambda path: wc.Claims.from_table(path, kind="casualty"),
    "coded.csv": lambda path: wc.Claims.from_table(path, kind="casualty"),
    "wirecheck.toml": read_config,
    "baseline.json": Baseline,
    "desk.duckdb": of_ledger,
}
"""By the name of a sound file, what reads it."""


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sound")
    seeds(folder)
    return folder


@pytest.mark.parametrize("name", READERS)
def test_a_changed_file_is_read_or_refused(name: str, sound: Path, tmp_path: Path) -> None:
    """Seeds are numbers: a failure names the one that makes the same file again."""
    data, read = (sound / name).read_bytes(), 0
    for seed in range(EXAMPLES):
        dice = random.Random(f"{name} {seed}")
        packed = data[:2] == b"PK" and dice.random() < 0.7
        path = tmp_path / name
        path.write_bytes((mutated_inside if packed else mutated)(data, dice))
        try:
            READERS[name](path)
            read += 1
        except BaseException as wrong:
            named = name in str(wrong) or "have the same article id" in str(wrong)
            told = isinstance(wrong, ValueError) and named if READERS[name] is of_articles else str(wrong).strip()
            if not isinstance(wrong, DOCUMENTED) or not told:
                raise AssertionError(f"seed {seed} of {name}: {type(wrong).__name__}: {wrong}") from wrong
    print(f"{name}: {read} of {EXAMPLES} were read")


@pytest.mark.parametrize("name", [name for name, reader in READERS.items() if reader is of_articles])
def test_in_a_folder_a_changed_file_is_read_or_counted(name: str, sound: Path, tmp_path: Path) -> None:
    data = (sound / name).read_bytes()
    (tmp_path / "sound.txt").write_text(TEXT, encoding="utf-8")
    for seed in range(EXAMPLES):
        (tmp_path / name).write_bytes(mutated(data, random.Random(f"{name} {seed}")))
        try:
            found = wc.read_articles(tmp_path)
        except ValueError as wrong:
            if "have the same article id" in str(wrong):  # two rows of one id are nobody's loss, and are told
                continue
            raise
        names = {article.id for article in found}
        assert "sound.txt" in names
        # Of a file of many articles none may be left; a file that says nothing of itself is counted.
        emptied = name.endswith((".json", ".jsonl", ".csv", ".parquet"))
        assert names != {"sound.txt"} or emptied or [row["article"] for row in found.skipped] == [name], f"seed {seed}"
