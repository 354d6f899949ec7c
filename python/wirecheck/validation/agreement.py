"""What coders found: how often each rule is right, and how far the coders agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from math import sqrt
from pathlib import Path
from statistics import NormalDist
from typing import Any

from ..coded.cells import text, word
from ..coded.reading import Faults, Sheet, sheet_of
from ..tables import Table, _need
from .sample import ANSWERS

_SAME = {"y": "yes", "true": "yes", "1": "yes", "n": "no", "false": "no", "0": "no", "?": "unsure"}
_NEEDED = ("id", "rule", "right")
_TABLE = (
    *(("rule", "utf8"), ("items", "int64"), ("right", "int64"), ("wrong", "int64"), ("open", "int64")),
    *(("precision", "float64"), ("low", "float64"), ("high", "float64")),
)
#: The two ends of an interval leave out this much each.
_TAIL = 0.025


@dataclass(frozen=True)
class Agreement:
    """What `wc.agreement` found.

    Attributes:
        by_rule: A row a rule: how many `items` were coded, how many are `right`, `wrong`, or `open` (coders are divided or unsure),
            the `precision` (right of right and wrong, 0 to 1), and the ends of its Wilson interval (95 %); null where none was decided.
        alpha: Krippendorff's alpha over all items that two coders or more decided, nominal; None where it is not defined, since no
            item has two answers or all answers are one.
        coders: Their names.
        disputed: The items on which coders are divided: `id`, `rule`, and who said what.
    """

    by_rule: Table
    alpha: float | None
    coders: tuple[str, ...]
    disputed: Table

    def __str__(self) -> str:
        coded = sum(self.by_rule["items"])
        told = "not defined" if self.alpha is None else f"{self.alpha:.2f}"
        return f"{coded} items, coders: {', '.join(self.coders)}; alpha {told}; {len(self.disputed)} disputed"

    def _repr_html_(self) -> str:
        """The sentence and the table, as Jupyter shows them."""
        return f"<p>{escape(str(self))}</p>{self.by_rule._repr_html_()}"


def agreement(sheets: Any) -> Agreement:
    """How often each rule is right by what coders found, and how far the coders agree.

    Args:
        sheets: A coding sheet of `report.sample` that was filled in, or a list of them: a `.xlsx` or `.csv` path, a table, or a list
            of dicts. Their columns `id`, `rule` and `right` are read, and `coder`; where a coder is not named he is known by the
            sheet. `right` is yes, no or unsure (y, n, ?, true, false, 1, 0); empty cells are not coded yet.

    Raises:
        ValueError: If a sheet lacks a column, or cells say something else: the sentence names the row and the column.
        ImportError: If nltk is missing where two coders or more are compared (`wirecheck[validation]`).
    """
    read = [sheet_of(sheet) for sheet in _each(sheets)]
    answers: dict[str, dict[str, str]] = {}
    rules: dict[str, str] = {}
    for name, sheet in zip(_coders(read), read, strict=True):
        _take(sheet, name, answers, rules)
    if not answers:
        raise ValueError("nothing is coded yet: the column 'right' is empty in every row")
    divided = [item for item, told in answers.items() if len({*told.values()} - {"unsure"}) > 1]
    fields = [(name, "utf8", False) for name in ("id", "rule", "answers")]
    said = ["; ".join(f"{coder}: {answer}" for coder, answer in answers[item].items()) for item in divided]
    disputed = Table.of_columns("disputed", fields, [divided, [rules[item] for item in divided], said])
    coders = tuple(dict.fromkeys(coder for told in answers.values() for coder in told))
    return Agreement(_by_rule(answers, rules), _alpha(answers), coders, disputed)


def _coders(sheets: Sequence[Sheet]) -> list[str]:
    """What a coder who is not named is called: by the file, with a number where two files have one name."""
    stems = [Path(sheet.name).stem if sheet.name else "coder" for sheet in sheets]
    alone = Counter(stems)
    return [
        stem if alone[stem] == 1 and sheet.name else f"{stem} {number}"
        for number, (stem, sheet) in enumerate(zip(stems, sheets, strict=True), 1)
    ]


def _each(sheets: Any) -> list[Any]:
    if isinstance(sheets, (list, tuple)) and not all(isinstance(row, Mapping) for row in sheets):
        return list(sheets)
    return [sheets]


def _take(sheet: Sheet, name: str, answers: dict[str, dict[str, str]], rules: dict[str, str]) -> None:
    """Reads the answers of a sheet."""
    missing = [column for column in _NEEDED if column not in sheet.columns]
    if missing:
        raise ValueError(
            f"{sheet.called} is no coding sheet: it has no column {missing[0]!r}, but {', '.join(sheet.columns) or 'none'}; "
            "report.sample() makes one"
        )
    faults = Faults(sheet.called)
    for number, row in sheet.rows:
        if row["right"] is None:
            continue
        if row["id"] is None or row["rule"] is None:
            faults.add(number, "id" if row["id"] is None else "rule", "it is empty, and the row is coded")
            continue
        item, rule = text(row["id"]), text(row["rule"])
        coder = text(row["coder"]) if row.get("coder") is not None else name
        if rules.setdefault(item, rule) != rule:
            faults.add(number, "rule", f"{rule!r} here, and {rules[item]!r} in another row of {item!r}")
        try:
            answer = _answer(row["right"])
        except ValueError as wrong:
            faults.add(number, "right", wrong)
            continue
        if answers.setdefault(item, {}).setdefault(coder, answer) != answer:
            faults.add(number, "right", f"{answer!r}, and {answers[item][coder]!r} in another row of {item!r} by {coder!r}")
    faults.end()


def _answer(value: Any) -> str:
    said = text(value).lower()
    return _SAME.get(said) or word(said, ANSWERS)


def _by_rule(answers: Mapping[str, Mapping[str, str]], rules: Mapping[str, str]) -> Table:
    found: dict[str, Counter[str]] = {}
    for item, told in answers.items():
        votes = Counter(told.values())
        ahead = votes["yes"] - votes["no"]
        found.setdefault(rules[item], Counter())["right" if ahead > 0 else "wrong" if ahead < 0 else "open"] += 1
    rows = []
    for rule, votes in sorted(found.items()):
        decided = votes["right"] + votes["wrong"]
        low, high = wilson(votes["right"], decided) if decided else (None, None)
        share = votes["right"] / decided if decided else None
        rows.append((rule, votes.total(), votes["right"], votes["wrong"], votes["open"], share, low, high))
    fields = [(name, kind, kind == "float64") for name, kind in _TABLE]
    return Table.of_columns("by_rule", fields, [list(column) for column in zip(*rows, strict=True)])


def wilson(right: int, of: int) -> tuple[float, float]:
    """The ends of the Wilson score interval of a share, 95 % (Wilson 1927)."""
    z = NormalDist().inv_cdf(1 - _TAIL)
    share = right / of
    middle = share + z * z / (2 * of)
    reach = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    low, high = ((middle + way * reach) / (1 + z * z / of) for way in (-1, 1))
    # Where all are one, an end is exact; rounding would put it beside.
    return (low if right else 0.0), (high if right < of else 1.0)


def _alpha(answers: Mapping[str, Mapping[str, str]]) -> float | None:
    """Krippendorff's alpha for nominal answers; an unsure one is none."""
    triples = [(coder, item, said) for item, told in _decided(answers) for coder, said in told.items()]
    if len({said for _, _, said in triples}) < 2:
        return None
    task = _need("nltk.metrics.agreement", "validation").AnnotationTask
    return float(task(data=triples).alpha())


def _decided(answers: Mapping[str, Mapping[str, str]]) -> Iterable[tuple[str, dict[str, str]]]:
    """The items that two coders or more decided."""
    for item, told in answers.items():
        sure = {coder: said for coder, said in told.items() if said != "unsure"}
        if len(sure) > 1:
            yield item, sure
