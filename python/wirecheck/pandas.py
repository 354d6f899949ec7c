"""`df.wirecheck`: the verbs of wirecheck on a DataFrame.

It is there once wirecheck has met pandas: where pandas is imported before wirecheck, where wirecheck has taken or given a DataFrame,
and after `import wirecheck.pandas`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .articles import read_articles
from .claims import Claims
from .report import Report
from .tables import _need
from .verbs import check, extract

_pandas = _need("pandas", "notebook")


class Accessor:
    """What `df.wirecheck` is: the rows of the frame are articles, as `wirecheck.extract` takes them."""

    def __init__(self, frame: Any) -> None:
        """Made by pandas."""
        self._frame = frame

    def extract(self, **options: Any) -> Claims:
        """`wirecheck.extract` of the frame, with its options: `df.wirecheck.extract(columns={"text": "body"})`."""
        claims: Claims = extract(self._frame, **options)
        return claims

    def check(self, *, columns: Mapping[str, str] | None = None, **options: Any) -> Report:
        """`wirecheck.check` of the frame, with its options, and with `columns` as for `extract`."""
        report: Report = check(read_articles(self._frame, columns), **options)
        return report


if not hasattr(_pandas.DataFrame, "wirecheck"):
    _pandas.api.extensions.register_dataframe_accessor("wirecheck")(Accessor)
