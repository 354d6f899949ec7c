"""Files for others: what is written comes back, opens safely, and says where its passages stand."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

import wirecheck as wc
from wirecheck.export.cells import guarded, joined, parted, unguarded

EVIL = [
    *('=HYPERLINK("http://x.test","y")', "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "'=1", "''+2", "'quoted'"),
    *("</script><script>alert(1)</script>", "a;b; c\\d", "a\x00b\x0bc\ufffe", "São 🚢 “x”"),
]


@pytest.fixture(scope="module")
def claims() -> wc.Claims:
    """Articles whose ids, outlets, titles and texts are what a spreadsheet or a page would run."""
    told = "said. An explosion in a market in Karun on Wednesday killed {} people. “We will not close this market,” said Lena Haddad."
    return wc.extract(
        {
            "id": evil,
            "outlet": evil,
            "title": evil,
            "published": "2026-05-07",
            "text": f"{evil} {told.format(18 + nr)} Omar Sayegh met Rosa Vidal.",
        }
        for nr, evil in enumerate(EVIL)
    )


def same(left: wc.Claims, right: wc.Claims) -> None:
    for name, table in left._tables.items():
        assert right._tables[name].to_pylist() == table.to_pylist(), name


def test_claims_come_back_from_every_file(claims: wc.Claims, tmp_path: Path) -> None:
    claims.to_csv(tmp_path / "csv")
    claims.to_jsonl(tmp_path / "c.jsonl")
    same(claims, wc.read_claims(tmp_path / "csv"))
    same(claims, wc.read_claims(str(tmp_path / "c.jsonl")))


def test_claims_come_back_from_parquet_with_the_version_of_the_schema(claims: wc.Claims, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    claims.to_parquet(tmp_path / "pq")
    same(claims, wc.read_claims(tmp_path / "pq"))
    path = tmp_path / "pq" / "casualties.parquet"
    table = parquet.read_table(path)
    assert table.schema.metadata[b"wirecheck.schema"] == b"1"
    assert table.schema.metadata[b"wirecheck.version"].decode() == wc.__version__
    parquet.write_table(table.replace_schema_metadata({b"wirecheck.schema": b"99"}), path)
    with pytest.raises(ValueError, match=r"casualties.parquet has schema 99, and wirecheck .* reads up to 1"):
        wc.read_claims(tmp_path / "pq")
    path.write_bytes(b"no parquet")
    with pytest.raises(ValueError, match="holds no claims that can be read"):
        wc.read_claims(tmp_path / "pq")


def test_no_cell_of_a_csv_is_a_formula(claims: wc.Claims, tmp_path: Path) -> None:
    claims.to_csv(tmp_path)
    wc.check(claims).to_csv(tmp_path)
    for path in tmp_path.glob("*.csv"):
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.reader(file):
                for cell in row:
                    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝")), cell


@pytest.mark.parametrize("text", [*EVIL, "", "'", "''", "'''=", "plain", "5-6"])
def test_guards_come_off_again(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert (guarded(text) == text) is not guarded(text).startswith("'" + text[:1]) or text.startswith("'")


@pytest.mark.parametrize("items", [[], [""], ["", "a"], ["a;b", "c; d", " e", "f\\", "\\e", "g\\;"], EVIL])
def test_lists_come_back(items: list[str]) -> None:
    assert parted(joined(items)) == items


def test_other_readers_take_the_csv(claims: wc.Claims, tmp_path: Path) -> None:
    pd, pl = pytest.importorskip("pandas"), pytest.importorskip("polars")
    duckdb = pytest.importorskip("duckdb")
    claims.to_csv(tmp_path)
    path = tmp_path / "casualties.csv"
    assert list(pd.read_csv(path)["number"]) == claims.casualties["number"]
    assert pl.read_csv(path)["number"].to_list() == claims.casualties["number"]
    assert len(duckdb.sql(f"select id from read_csv('{path}')").fetchall()) == len(claims.casualties)


def test_no_cell_of_a_workbook_is_a_formula(claims: wc.Claims, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    report = wc.check(claims)
    claims.to_excel(tmp_path / "claims.xlsx")
    report.to_excel(tmp_path / "report.xlsx")
    report.sample(50).to_excel(tmp_path / "sample.xlsx")
    report.findings.to_excel(tmp_path / "findings.xlsx")
    for path in tmp_path.glob("*.xlsx"):
        for sheet in openpyxl.load_workbook(path):
            for row in sheet.iter_rows():
                for cell in row:
                    assert cell.data_type != "f", (path.name, sheet.title, cell.coordinate)
                    if isinstance(cell.value, str) and cell.value.lstrip("'").startswith(("=", "+", "-", "@")):
                        assert cell.quotePrefix, cell.value
    book = openpyxl.load_workbook(tmp_path / "claims.xlsx")
    assert book.sheetnames == list(claims._tables)
    assert book["casualties"].max_row == len(claims.casualties) + 1


def test_a_table_that_no_sheet_holds_is_told(claims: wc.Claims, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("openpyxl")
    monkeypatch.setattr("wirecheck.export.workbook.ROWS", 5)
    with pytest.raises(ValueError, match=r"the table 'articles' has 15 rows, and a sheet of Excel 5; write .to_parquet"):
        claims.to_excel(tmp_path / "c.xlsx")


def items(path: Path) -> list[dict[str, Any]]:
    text = path.read_text(encoding="utf-8")
    assert "<" not in text
    collection = json.loads(text)
    assert collection["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert (collection["type"], collection["first"]["type"]) == ("AnnotationCollection", "AnnotationPage")
    found: list[dict[str, Any]] = collection["first"]["items"]
    assert collection["total"] == len(found)
    assert len({item["id"] for item in found}) == len(found)
    return found


def test_annotations_select_the_passages(claims: wc.Claims, tmp_path: Path) -> None:
    claims.to_annotations(tmp_path / "c.jsonld")
    wc.check(claims).to_annotations(tmp_path / "r.jsonld")
    texts = {row["article"]: row["text"] for row in claims.articles}
    found = [*items(tmp_path / "c.jsonld"), *items(tmp_path / "r.jsonld")]
    assert {item["motivation"] for item in found} == {"describing", "linking", "assessing"}
    for item in found:
        targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
        assert len(targets) == 2 or item["motivation"] != "linking"
        row = item["row"]
        names = [row[key] for key in ("article", "left_article", "right_article", "other_article") if row.get(key) is not None]
        for name, target in zip(names, targets, strict=True):
            assert target["source"].isascii()
            if "selector" not in target:
                continue
            place, quote = target["selector"]
            text = texts[name]
            assert text[place["start"] : place["end"]] == quote["exact"]
            around = quote["prefix"] + quote["exact"] + quote["suffix"]
            assert around in text
            assert len(quote["prefix"]) == min(32, place["start"])


def test_an_article_with_an_address_is_named_by_it(tmp_path: Path) -> None:
    for url, source in (
        ("https://example.org/a", "https://example.org/a"),
        ("javascript:alert(1)", "urn:wirecheck:article:a%20b"),
    ):
        claims = wc.extract({"id": "a b", "url": url, "text": "At least 19 civilians were killed."})
        claims.to_annotations(tmp_path / "c.jsonld")
        assert {item["target"]["source"] for item in items(tmp_path / "c.jsonld")} == {source}


def test_a_table_without_text_still_quotes(tmp_path: Path) -> None:
    claims = wc.extract({"id": "a", "text": "At least 19 civilians were killed."})
    rows = [{**row, "text": None} for row in claims.articles]
    pa = pytest.importorskip("pyarrow")
    wc.Claims(articles=pa.Table.from_pylist(rows), casualties=claims.casualties).to_annotations(tmp_path / "c.jsonld")
    assert items(tmp_path / "c.jsonld")[0]["target"]["selector"][1] == {
        "type": "TextQuoteSelector",
        "exact": "At least 19 civilians were killed",
    }


def test_what_cannot_be_read_back_is_told(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"holds no table of claims"):
        wc.read_claims(tmp_path)
    with pytest.raises(ValueError, match=r"there are no claims 'claims.txt'"):
        wc.read_claims("claims.txt")
    (tmp_path / "claims.txt").write_text("claims", encoding="utf-8")
    with pytest.raises(ValueError, match=r"is no folder, no .parquet and no .jsonl"):
        wc.read_claims(tmp_path / "claims.txt")
    (tmp_path / "a.jsonl").write_text('{"table": "articles"}\nno json\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"a.jsonl:2: this line is no row of a table"):
        wc.read_claims(tmp_path / "a.jsonl")
    (tmp_path / "articles.csv").write_text("article,anchor_date\na,May\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"articles.csv, column 'anchor_date': Invalid isoformat"):
        wc.read_claims(tmp_path)


def test_columns_that_a_caller_brought_come_along(tmp_path: Path) -> None:
    claims = wc.extract({"id": "a", "text": "At least 19 civilians were killed."}).join(
        wc.Table.of_columns("x", [("id", "utf8", False), ("desk", "utf8", False)], [["a"], ["=north"]])
    )
    claims.to_csv(tmp_path)
    with (tmp_path / "casualties.csv").open(encoding="utf-8-sig", newline="") as file:
        assert next(csv.DictReader(file))["desk"] == "'=north"
