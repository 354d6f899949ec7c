"""How much is taken in: what is larger is refused in a sentence, or counted in `skipped`, and whoever wants more says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import asdict, dataclass, replace

_UNITS = {"": 1, "b": 1, "kb": 1 << 10, "mb": 1 << 20, "gb": 1 << 30}
_SIZE = re.compile(r"\s*(\d{1,12})\s*(|b|kb|mb|gb)\s*", re.ASCII | re.IGNORECASE)
_MOST = (4 << 30) - 1


@dataclass(frozen=True)
class Limits:
    """Sizes in bytes, none above 4 GB.

    Attributes:
        text: Of an article's text.
        page: Of a web page.
        document: Of what a Word document unpacks to.
        workbook: Of what a workbook unpacks to.
    """

    text: int = 16 << 20
    page: int = 10 << 20
    document: int = 64 << 20
    workbook: int = 512 << 20


NAMES = tuple(asdict(Limits()))
_USUAL = Limits()
_now: ContextVar[Limits] = ContextVar("wirecheck_limits", default=_USUAL)


@contextmanager
def limits(**sizes: int | str) -> Iterator[Limits]:
    """Changes how much is taken in, for all that is called within.

    ```python
    with wc.limits(text="64 MB", page="20 MB"):
        claims = wc.extract(wc.read_articles("archive/"))
    ```

    It holds for the thread that says so.

    Args:
        sizes: `text` of an article, `page` of the web, and what a Word `document` and a `workbook` unpack to: bytes, or a text like
            `"64 MB"`. Those that are left out stay as they are.

    Raises:
        ValueError: If there is no such limit, or it is no size between 1 byte and 4 GB.
    """
    before = _now.set(replace(current(), **sizes_of(sizes)))
    try:
        yield current()
    finally:
        _now.reset(before)


def current() -> Limits:
    """Those that hold here."""
    return _now.get()


def allow(sizes: Mapping[str, int]) -> None:
    """Changes limits until the context ends that it is called in, as that of a command."""
    _now.set(replace(current(), **sizes))


def sizes_of(given: Mapping[str, int | str]) -> dict[str, int]:
    """Sizes in bytes by the names of their limits.

    Raises:
        ValueError: If there is no such limit, or it is no size between 1 byte and 4 GB.
    """
    sizes = {}
    for name, size in given.items():
        if name not in NAMES:
            raise ValueError(f"there is no limit {name!r}; there are {', '.join(NAMES)}")
        sizes[name] = _bytes(name, size)
    return sizes


def _bytes(name: str, given: int | str) -> int:
    size: object = given
    if isinstance(given, str) and (found := _SIZE.fullmatch(given)):
        size = int(found[1]) * _UNITS[found[2].lower()]
    if not isinstance(size, int) or isinstance(size, bool) or not 1 <= size <= _MOST:
        raise ValueError(f'the limit {name} = {given!r} is no size between 1 byte and 4 GB; write it as {name} = "64 MB"')
    return size


def spelt(size: int) -> str:
    """A size as it is told: `64 MB`; bytes where it is none of whole megabytes."""
    return f"{size >> 20} MB" if size % (1 << 20) == 0 else f"{size:,} bytes"
