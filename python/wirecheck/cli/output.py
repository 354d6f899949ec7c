"""Where the command writes."""

from __future__ import annotations

import datetime
import json
import sys
from typing import Any

from ..whole import write_whole


def write(path: str | None, text: str) -> None:
    """Writes a text to a file, or to the terminal if none is named."""
    if path is None:
        sys.stdout.write(text)
    else:
        write_whole(path, text)


def as_json(value: Any) -> str:
    """A value as JSON; days are texts."""
    return json.dumps(value, ensure_ascii=False, indent=2, default=_plain) + "\n"


def _plain(value: Any) -> str:
    return value.isoformat() if isinstance(value, datetime.date) else str(value)
