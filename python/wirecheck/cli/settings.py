"""What holds for a run: the command line, and where it says nothing, the settings of a file."""

from __future__ import annotations

import argparse
import os
from dataclasses import replace
from pathlib import Path

from ..config import Config, find_config, read_config
from ..nearest import named_kinds
from ..sizes import allow, sizes_of


def settings(asked: argparse.Namespace) -> Config:
    """The settings of a command that takes articles; its limits hold from now on.

    Raises:
        ValueError: If the file of settings is broken, or an option names what there is not.
    """
    config = _file(asked)
    columns = _pairs(asked.columns, "--columns") if asked.columns else config.columns
    allow(config.limits | (sizes_of(_pairs(asked.limits, "--limits")) if asked.limits else {}))
    return replace(config, columns=columns, threads=config.threads if asked.threads is None else asked.threads)


def kinds(asked: argparse.Namespace, config: Config) -> list[str] | None:
    """The kinds of claims to read; None for those of the command."""
    given = [kind.strip() for kind in asked.kinds.split(",")] if asked.kinds else config.kinds
    return None if given is None else named_kinds(given)


def _file(asked: argparse.Namespace) -> Config:
    """The file that was named, or the nearest to the first path, or to where we are."""
    if asked.no_config:
        return Config()
    if asked.config is not None:
        return read_config(Path(asked.config))
    first = asked.paths[0]
    near = Path(first if os.path.isdir(first) else os.path.dirname(first))
    try:
        return find_config(near) or find_config(Path()) or Config()
    except ValueError as wrong:
        raise ValueError(f"{wrong}\n(--no-config goes by the command line alone)") from wrong


def _pairs(given: str, option: str) -> dict[str, str]:
    pairs = [pair.partition("=") for pair in given.split(",")]
    for field, sign, column in pairs:
        if not (field and sign and column):
            example = "text=64MB,page=20MB" if option == "--limits" else "text=body,id=key"
            raise ValueError(f"{option} takes pairs, {option} {example}, and {field + sign + column!r} is none")
    return {field.strip(): column.strip() for field, _, column in pairs}
