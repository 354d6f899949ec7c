"""All quantities of the text; one without a unit is a number. The dead are found by `helpers/deaths.py`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

NAME = "quantulum3"
PACKAGE = "quantulum3"
LICENCE = "MIT"


def reader() -> Callable[[list[dict[str, Any]]], list[list[dict[str, Any]]]]:
    """Gives a function that tells the dead of articles."""
    from helpers.deaths import toll
    from quantulum3 import parser

    def read(article: dict[str, Any]) -> list[dict[str, Any]]:
        quantities = parser.parse(article["text"])
        numbers = [(each.span[0], each.value) for each in quantities if each.unit.name == "dimensionless"]
        return [{"killed": toll(article["text"], numbers)}]

    return lambda articles: [read(article) for article in articles]
