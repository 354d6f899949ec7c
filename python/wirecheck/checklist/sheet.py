"""The checklist as a workbook to be ticked off in Excel or LibreOffice, and the ticks read back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice
from os import PathLike, fspath
from pathlib import Path
from typing import Any

from ..export.cells import put
from ..export.workbook import save
from ..packed import workbook
from ..tables import _need
from . import SAID, TICKS, Fact, Source

#: What `checked` offers, with the colour that the cell takes.
WORDS = {"confirmed": "C9E7CB", "wrong": "F4C1BE", "open": "FBE3A8", "cannot be checked": "DDDDDD"}
STATUS = {
    "contradicted": "F8D9D6",
    "undecided": "FDF0CC",
    "updates": "DCE9F8",
    "supported": "DDF0DF",
    "fits": "DDF1F1",
    "alone": "ECECEC",
}

#: The columns with their widths in characters. The rows are known again by the last one, which is hidden.
COLUMNS = {
    "nr": 5,
    "text": 26,
    "sentence": 32,
    "status": 13,
    "contradicted by": 30,
    "supported by": 30,
    "findings": 30,
    "checked": 12,
    "by": 8,
    "note": 20,
    "key": 18,
}

#: Sources and findings that a cell lists before it counts the rest.
LISTED = 6
#: Rows among which the header is looked for: a desk may write something above it.
HEADS = 20
#: Points; no row of Excel is higher than 409.
TALLEST = 400

_SHEET = "checklist"


def write(facts: Iterable[Fact], path: str | PathLike[str]) -> None:
    """Writes the facts to `path`, one row each below a frozen header."""
    openpyxl = _need("openpyxl", "office")
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = _SHEET
    for column, head in enumerate(COLUMNS, 1):
        put(sheet.cell(1, column), head)
    last = 1
    for last, fact in enumerate(facts, 2):
        for column, value in enumerate(_cells(fact).values(), 1):
            put(sheet.cell(last, column), value)
    _format(sheet, last)
    _heights(sheet, last)
    _offer(sheet, max(last, 2))
    _print(sheet)
    save(book, path)


def read(path: str | PathLike[str]) -> list[dict[str, Any]]:
    """The rows of a workbook: `nr`, `text`, `key` and the ticks as texts, null where a cell is empty.

    Raises:
        ValueError: If the file is no workbook with the columns of a checklist.
    """
    if Path(path).suffix.lower() not in (".xlsx", ".xlsm"):
        raise ValueError(f"{fspath(path)!r} is no .xlsx workbook; save the checklist as one and read that")
    with workbook(Path(path)) as book:
        sheets = [list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets]
    for cells in sheets:
        rows = iter(cells)
        for head in islice(rows, HEADS):
            place = {str(cell).strip().lower(): nr for nr, cell in enumerate(head) if cell is not None}
            if {"key", *TICKS} <= set(place):
                return [_row(row, place) for row in rows if any(cell is not None for cell in row)]
    raise ValueError(
        f"{fspath(path)!r} holds no checklist: no sheet has the columns key, {', '.join(TICKS)} in its first rows; "
        "report.checklist.to_excel() writes one"
    )


def _row(row: tuple[Any, ...], place: Mapping[str, int]) -> dict[str, Any]:
    def told(column: str) -> str | None:
        value = row[place[column]] if column in place else None
        return None if value is None or not str(value).strip() else str(value).strip()

    return {column: told(column) for column in ("key", "nr", "text", *TICKS)}


def _cells(fact: Fact) -> dict[str, Any]:
    row = fact.row
    missing = [f"cannot be decided without: {row['undecided_because']}"] if row["undecided_because"] else []
    moved = [f"otherwise at another time: {source}" for source in fact.updates]
    return {
        "nr": row["nr"],
        "text": f"{row['text']}\n[{row['kind']}: {row['value']}]",
        "sentence": fact.sentence,
        "status": SAID[fact.state],
        "contradicted by": _listed(fact.contradicted_by),
        "supported by": _lines([*map(str, fact.supported_by), *(f"fits with: {source}" for source in fact.fits)]),
        "findings": _lines([*missing, *moved, *(f"{finding['severity']}: {finding['message']}" for finding in fact.findings)]),
        **{column: row[column] for column in TICKS},
        "key": fact.key,
    }


def _listed(sources: Iterable[Source]) -> str | None:
    return _lines(map(str, sources))


def _lines(told: Iterable[str]) -> str | None:
    lines = [f"• {line}" for line in told]
    more = [f"• and {len(lines) - LISTED:,} more"] if len(lines) > LISTED else []
    return "\n".join(lines[:LISTED] + more) or None


def _format(sheet: Any, last: int) -> None:
    styles = _need("openpyxl.styles", "office")
    line = styles.Side(style="thin", color="D0D0D0")
    edge, box = styles.Border(bottom=line), styles.Border(line, line, line, line)
    ticks = [list(COLUMNS).index(column) + 1 for column in TICKS]
    for cells in sheet.iter_rows(min_row=1, max_row=last, max_col=len(COLUMNS)):
        for cell in cells:
            cell.alignment = styles.Alignment(wrap_text=True, vertical="top", horizontal="left")
            cell.border = box if cell.column in ticks else edge
    for cell in sheet[1]:
        cell.font = styles.Font(bold=True)
        cell.fill = styles.PatternFill("solid", start_color="ECEFF3")
    for column, width in zip(_letters(), COLUMNS.values(), strict=True):
        sheet.column_dimensions[column].width = width
    sheet.column_dimensions[_letter("key")].hidden = True
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = f"A1:{_letter('key')}{last}"


def _heights(sheet: Any, last: int) -> None:
    """Rows as high as their longest cell: not every program makes room by itself for words that wrap."""
    for row in range(2, last + 1):
        lines = 1
        for cell, width in zip(sheet[row], COLUMNS.values(), strict=True):
            said = str(cell.value or "") if not sheet.column_dimensions[cell.column_letter].hidden else ""
            lines = max(lines, sum(1 + len(line) // width for line in said.split("\n")))
        sheet.row_dimensions[row].height = min(15 * lines + 3, TALLEST)


def _offer(sheet: Any, last: int) -> None:
    """The drop-down of `checked`, and the colours that follow from what stands in a cell."""
    checking = _need("openpyxl.worksheet.datavalidation", "office")
    rules = _need("openpyxl.formatting.rule", "office")
    styles = _need("openpyxl.styles", "office")
    offered = checking.DataValidation(type="list", formula1=f'"{",".join(WORDS)}"', allow_blank=True)
    offered.errorTitle, offered.error = "checked", f"one of: {', '.join(WORDS)}"
    offered.showErrorMessage = True
    checked = f"{_letter('checked')}2:{_letter('checked')}{last}"
    offered.add(checked)
    sheet.add_data_validation(offered)

    def fill(colour: str) -> Any:
        return styles.PatternFill("solid", start_color=colour, end_color=colour)

    for word, colour in WORDS.items():
        rule = rules.CellIsRule(operator="equal", formula=[f'"{word}"'], fill=fill(colour))
        sheet.conditional_formatting.add(checked, rule)
    status = f"{_letter('status')}2:{_letter('status')}{last}"
    for state, colour in STATUS.items():
        rule = rules.CellIsRule(operator="equal", formula=[f'"{SAID[state]}"'], fill=fill(colour))
        sheet.conditional_formatting.add(status, rule)


def _print(sheet: Any) -> None:
    """A4 across, as many pages as there are, the header on each."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
    margins = sheet.page_margins
    margins.left = margins.right = 0.4
    margins.top = margins.bottom = 0.6
    sheet.oddFooter.center.text = "&P / &N"


def _letters() -> list[str]:
    return [chr(ord("A") + nr) for nr in range(len(COLUMNS))]


def _letter(head: str) -> str:
    return _letters()[list(COLUMNS).index(head)]
