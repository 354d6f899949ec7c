"""Turns the numerals of the text into digits, from which `helpers/deaths.py` finds the dead."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

NAME = "text2num"
PACKAGE = "text2num"
LICENCE = "MIT"
DIGITS = re.compile(r"(?<![\w.,$/:-])\d{1,3}(?:,\d{3})+(?![\w])|(?<![\w.,$/:-])\d+(?![\w/:-])")


def reader() -> Callable[[list[dict[str, Any]]], list[list[dict[str, Any]]]]:
    """Gives a function that tells the dead of articles."""
    from helpers.deaths import toll
    from text_to_num import alpha2digit

    def read(article: dict[str, Any]) -> list[dict[str, Any]]:
        text = "\n".join(alpha2digit(line, "en") for line in article["text"].split("\n"))
        return [{"killed": toll(text, ((run.start(), int(run[0].replace(",", ""))) for run in DIGITS.finditer(text)))}]

    return lambda articles: [read(article) for article in articles]
