"""A coding sheet: relations or findings of a report drawn by stratum, with both texts, to be judged by hand."""

from __future__ import annotations

import random
from collections.abc import Mapping
from os import PathLike
from typing import Any

from ..checklist import articles_by_id
from ..display.evidence import passage
from ..export.cells import put
from ..export.workbook import save
from ..tables import Table, _need

#: What `right` may say; `unsure` counts neither way.
ANSWERS = ("yes", "no", "unsure")
#: By what each table may be parted.
STRATA = {"relations": ("rule", "verdict"), "findings": ("rule", "severity")}
TO_FILL = ("coder", "right", "note")
_SIDES = {"relations": ("left_", "right_"), "findings": ("", "other_")}
_WIDTHS = {"sentence": 52, "other_sentence": 52, "text": 26, "other_text": 26, "told": 44, "note": 26, "right": 9, "nr": 5}


class CodingSheet(Table):
    """A sample to be coded: `coder`, `right` and `note` are empty; `wc.agreement` reads it back."""

    def to_excel(self, path: str | PathLike[str]) -> None:
        """Writes a workbook with a drop-down for `right` (yes, no, unsure).

        Raises:
            ImportError: If openpyxl is not installed.
        """
        openpyxl = _need("openpyxl", "office")
        styles = _need("openpyxl.styles", "office")
        letter = _need("openpyxl.utils", "office").get_column_letter
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.title = "sample"
        for number, column in enumerate(self.columns, 1):
            put(sheet.cell(1, number), column)
            sheet.cell(1, number).font = styles.Font(bold=True)
            sheet.column_dimensions[letter(number)].width = _WIDTHS.get(column, 16)
        for nr, row in enumerate(self, 2):
            for number, value in enumerate(row.values(), 1):
                put(sheet.cell(nr, number), value)
                sheet.cell(nr, number).alignment = styles.Alignment(wrap_text=True, vertical="top")
        sheet.freeze_panes = "A2"
        checking = _need("openpyxl.worksheet.datavalidation", "office")
        offered = checking.DataValidation(type="list", formula1=f'"{",".join(ANSWERS)}"', allow_blank=True)
        offered.errorTitle, offered.error, offered.showErrorMessage = "right", f"one of: {', '.join(ANSWERS)}", True
        column = letter(self.columns.index("right") + 1)
        offered.add(f"{column}2:{column}{max(len(self), 1) + 1}")
        sheet.add_data_validation(offered)
        save(book, path)


def sample(tables: Mapping[str, Table], articles: Table, size: int, by: str, seed: int, of: str) -> CodingSheet:
    """`Report.sample`, which tells the rest."""
    if of not in STRATA:
        raise ValueError(f"of= is one of {', '.join(STRATA)}, and this is {of!r}")
    if by not in STRATA[of]:
        raise ValueError(f"{of} are parted by one of {', '.join(STRATA[of])}, and this is by={by!r}")
    if size < 1:
        raise ValueError(f"a sample of {size} holds nothing; give 1 or more")
    table = tables[of]
    names, ids = table[by], table["id"]
    strata: dict[str, list[int]] = {}
    # By their ids: the sample is the same in whatever order the articles came.
    for nr in sorted(range(len(table)), key=ids.__getitem__):
        strata.setdefault(names[nr], []).append(nr)
    shares = _shares({name: len(rows) for name, rows in strata.items()}, size)
    # Each stratum has its own draw: a new rule changes none of the others.
    drawn = [(nr, name) for name in sorted(strata) for nr in random.Random(f"{seed}:{name}").sample(strata[name], shares[name])]
    random.Random(seed).shuffle(drawn)
    article = articles_by_id(articles)
    rows = [_row(nr, table[place], article, of, len(strata[name])) for nr, (place, name) in enumerate(drawn, 1)]
    whole = ("nr", "stratum_size")
    columns = list(_row(0, None, article, of, 0))
    fields = [(column, "int64" if column in whole else "utf8", column not in whole) for column in columns]
    made: CodingSheet = CodingSheet.of_columns("sample", fields, [[row[column] for row in rows] for column in columns])
    return made


def _shares(sizes: Mapping[str, int], size: int) -> dict[str, int]:
    """As many of each stratum as of any other, until it has no more: what is rare is judged as surely as what is common."""
    shares = dict.fromkeys(sizes, 0)
    left = min(size, sum(sizes.values()))
    while left:
        open_ = [name for name in sorted(sizes) if shares[name] < sizes[name]]
        each = max(1, left // len(open_))
        for name in open_[:left]:
            more = min(each, sizes[name] - shares[name], left)
            shares[name] += more
            left -= more
    return shares


def _row(nr: int, row: Mapping[str, Any] | None, article: Any, of: str, size: int) -> dict[str, Any]:
    told = row or {}
    made: dict[str, Any] = {"nr": nr, "id": told.get("id"), "rule": told.get("rule")}
    made["verdict" if of == "relations" else "severity"] = told.get("verdict" if of == "relations" else "severity")
    for prefix, name in zip(_SIDES[of], ("", "other_"), strict=True):
        side = {field: told.get(prefix + field) for field in ("article", "start", "end", "text")}
        about = article(side["article"]) if side["article"] is not None else {}
        made |= {f"{name}article": side["article"], f"{name}published": about.get("published")}
        made |= {f"{name}text": side["text"], f"{name}sentence": _around(about, side)}
    made["told"] = told.get("explanation" if of == "relations" else "message")
    return {**made, "stratum_size": size, **dict.fromkeys(TO_FILL)}


def _around(article: Mapping[str, Any], side: Mapping[str, Any]) -> str | None:
    """The words around a claim."""
    if side["start"] is None or side["end"] is None:
        return None
    found = passage(article, side["start"], side["end"], side["text"])
    return f"{found.before}{''.join(words for words, _ in found.marked)}{found.after}"
