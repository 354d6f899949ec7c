"""Tables as a coder has them, and what is said of those that are wrong."""

from __future__ import annotations

from typing import Any

import pytest

import wirecheck as wc

KARUN = {"id": "E1", "effect": "killed", "low": 18, "best": 19, "high": 22, "place": "Karun", "date": "2026-05-06"}


def coded(*rows: dict[str, Any], **how: Any) -> wc.Claims:
    return wc.Claims.from_table(list(rows), **how)


def fault(*rows: dict[str, Any], **how: Any) -> str:
    with pytest.raises(ValueError, match="cannot be taken") as raised:
        coded(*rows, **how)
    return str(raised.value)
