"""A linter for facts: reads news articles, extracts checkable claims, and says how they stand to each other.

>>> import wirecheck as wc
>>> claims = wc.extract("At least 19 civilians were killed.")
>>> report = wc.check(claims)
"""

from __future__ import annotations

import sys as _sys
from importlib import import_module as _import
from typing import TYPE_CHECKING as _TYPING
from typing import Any as _Any

from ._core import Lexicon, __version__
from .articles import Article, Articles, read_articles
from .claims import Claims, StoredClaims
from .report import Report, StoredReport
from .samples import rows as _rows
from .sizes import limits
from .tables import Table
from .verbs import check, compare_quotes, extract

if _TYPING:
    from .display.show import Shown, show
    from .export.reading import read_claims
    from .ledger import Ledger
    from .plots.quotes import diff_quotes
    from .scan import scan_articles
    from .validation.agreement import agreement

_LATER = {
    "Ledger": "ledger",
    "Shown": "display.show",
    "agreement": "validation.agreement",
    "diff_quotes": "plots.quotes",
    "read_claims": "export.reading",
    "scan_articles": "scan",
    "show": "display.show",
}
"""What is loaded when it is first asked for: pytest and the command begin without the drawing and the ledger."""


def __getattr__(name: str) -> _Any:
    if name == "spark":
        return _import(".spark", __name__)
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(_import(f".{_LATER[name]}", __name__), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *_LATER})


def samples() -> Articles:
    """Eight short articles of our own invention, two stories told by four outlets each, with their mistakes."""
    return read_articles(_rows())


if "pandas" in _sys.modules:
    from . import pandas as pandas  # df.wirecheck

__all__ = [
    "Article",
    "Articles",
    "Claims",
    "Ledger",
    "Lexicon",
    "Report",
    "Shown",
    "StoredClaims",
    "StoredReport",
    "Table",
    "__version__",
    "agreement",
    "check",
    "compare_quotes",
    "diff_quotes",
    "extract",
    "limits",
    "read_articles",
    "read_claims",
    "samples",
    "scan_articles",
    "show",
]
