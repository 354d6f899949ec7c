"""What stands in `wirecheck.toml` or in `[tool.wirecheck]` of a `pyproject.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .articles import FIELDS
from .display.terminal import from_here
from .nearest import named_checks, named_kinds
from .sizes import sizes_of
from .toml_tables import known_keys, read_toml, texts, typed
from .waivers import Waiver, read_waivers

__tracebackhide__ = True  # in the traceback of a test, the sentence is meant for who wrote the file

OWN, PROJECT = "wirecheck.toml", "pyproject.toml"
FORMATS = ("text", "json", "html", "github")
LISTS = ("select", "ignore", "against", "kinds")
KEYS: dict[str, type] = {
    "baseline": str,
    "columns": dict,
    "owners": dict,
    "format": str,
    "limits": dict,
    "threads": int,
    "waiver": list,
}


@dataclass(frozen=True)
class Config:
    """The settings of a file; those that it leaves out are None or empty.

    Paths are written from its folder; here they go from the working directory.

    Attributes:
        path: The file, None where there is none.
    """

    path: Path | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    against: tuple[str, ...] | None = None
    kinds: tuple[str, ...] | None = None
    baseline: Path | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    owners: Mapping[str, str] = field(default_factory=dict)
    format: str | None = None
    threads: int | None = None
    limits: dict[str, int] = field(default_factory=dict)
    waivers: tuple[Waiver, ...] = ()


def find_config(start: Path) -> Config | None:
    """The settings of the nearest folder that has some, from `start` upward; in one folder `wirecheck.toml` goes first.

    Raises:
        ValueError: If the file is broken, or holds what has no place there.
    """
    here = start.absolute()
    for folder in (here, *here.parents):
        if (folder / OWN).is_file():
            return read_config(folder / OWN)
        if (folder / PROJECT).is_file() and (found := _of_project(folder / PROJECT)) is not None:
            return found
    return None


def read_config(path: Path) -> Config:
    """The settings of a file of this name.

    Raises:
        ValueError: If there is none, it is broken, or holds what has no place there.
    """
    if path.name == PROJECT:
        found = _of_project(path)
        if found is None:
            raise ValueError(f"{path} has no [tool.wirecheck]")
        return found
    return _config(path, read_toml(path)[0])


def _of_project(path: Path) -> Config | None:
    tool = read_toml(path)[0].get("tool")
    return _config(path, tool["wirecheck"]) if isinstance(tool, dict) and "wirecheck" in tool else None


def _config(path: Path, given: Any) -> Config:
    where = "[tool.wirecheck]" if path.name == PROJECT else "the file"
    try:
        if not isinstance(given, dict):
            raise ValueError(f"{where} is a table of keys and values")
        known_keys(given, (*LISTS, *KEYS), where)
        typed({key: value for key, value in given.items() if key in KEYS}, KEYS, where)
        lists = {key: texts([given[key]] if isinstance(given[key], str) else given[key], key) for key in LISTS if key in given}
        return _checked(path, given, lists)
    except ValueError as wrong:
        raise ValueError(f"{path.name}: {wrong}") from wrong


def _checked(path: Path, given: Mapping[str, Any], lists: Mapping[str, tuple[str, ...]]) -> Config:
    named_checks((*lists.get("select", ()), *lists.get("ignore", ())))
    named_kinds(lists.get("kinds", ()))
    for table in ("columns", "owners"):
        if not all(isinstance(value, str) for value in given.get(table, {}).values()):
            raise ValueError(f'{table} holds texts, {table} = {{ {"text" if table == "columns" else "Harbour Post"} = "..." }}')
    known_keys(given.get("columns", {}), FIELDS, "columns")
    if given.get("format", "text") not in FORMATS:
        raise ValueError(f"format = {given['format']!r} is none; it is {', '.join(FORMATS)}")
    return Config(
        path=path,
        select=lists.get("select"),
        ignore=lists.get("ignore"),
        against=tuple(str(from_here(path.parent / other)) for other in lists["against"]) if "against" in lists else None,
        kinds=lists.get("kinds"),
        baseline=from_here(path.parent / given["baseline"]) if "baseline" in given else None,
        columns=given.get("columns", {}),
        owners=given.get("owners", {}),
        format=given.get("format"),
        threads=given.get("threads"),
        limits=sizes_of(given.get("limits", {})),
        waivers=read_waivers(given.get("waiver", []), path.name),
    )
