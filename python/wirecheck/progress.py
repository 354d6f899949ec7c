"""How far the work is, and what an interrupt leaves of it."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any

from .tables import _need

if TYPE_CHECKING:
    from .claims import Claims

Progress = Callable[[int, int], object] | bool | None
"""None draws a bar where somebody looks (a terminal, a notebook) once the work takes more than a second, True draws it always and
False never; a function is called with the number of articles read and their total, 0 where it is not known. Of comparing only the bar tells: its stages
are counted each in steps of its own, of which two numbers would not say what they count."""

Stages = Callable[[str, int, int | None], object]
"""Told of a stage of comparing, the steps of it that are done, and their number where it is known."""

_PATIENCE = 1.0
"""Seconds of work before a bar appears by itself."""

_PAUSE = 0.5
"""Seconds between two looks of a bar that is drawn over itself."""

_PAUSE_IN_A_STREAM = 2.0
"""The same where each look is kept: in a log, and in the output of a kernel without widgets."""


class Interrupted(KeyboardInterrupt):
    """Ctrl-C was pressed, or a kernel interrupted; what was done until then is kept.

    Attributes:
        said: Where the work stood.
        claims: The claims of the articles that had been read.
    """

    def __init__(self, said: str, claims: Claims, resume: Callable[[], Any]) -> None:
        """Made by `extract` and `check`."""
        self.said = said
        super().__init__(f"{said}; `.claims` of this exception holds what was read, and `.go_on()` does the rest")
        self.claims = claims
        self._resume = resume

    def go_on(self) -> Any:
        """Does the rest of the work, and gives what the call that was interrupted would have given."""
        return self._resume()


@contextmanager
def reading(progress: Progress, total: int | None, unit: str = "articles", before: int = 0) -> Iterator[Callable[[int], object]]:
    """A function to be told how many of `total` are done, of which `before` were done earlier; None is not known."""
    if callable(progress):
        tell = progress
        yield lambda done: tell(done, total or 0)
        return
    bar = _bar(progress, total=total, initial=before, unit=f" {unit}", desc="reading")
    try:
        yield (lambda _: None) if bar is None else (lambda done: bar.update(done - bar.n))
    finally:
        if bar is not None:
            bar.close()


@contextmanager
def comparing(progress: Progress, what: str) -> Iterator[Stages | None]:
    """A function to be told now and then of the stage, how many of its steps are done, and their number; none where nobody looks."""
    bar: Any = None
    if not callable(progress):
        bar = _bar(progress, total=None, desc=what, bar_format="{desc}: {elapsed}{postfix}", miniters=0)

    def tell(stage: str, done: int, total: int | None) -> None:
        bar.set_postfix_str(stage if total is None else f"{stage} {done:,} of {total:,}", refresh=False)
        bar.update(0)

    try:
        yield None if bar is None else tell
        if bar is not None:
            bar.set_postfix_str("", refresh=False)
    finally:
        if bar is not None:
            bar.close()


def _bar(progress: bool | None, **options: Any) -> Any:
    """A bar of tqdm, or None where none is wanted."""
    if progress is False or (progress is None and not _is_looked_at()):
        return None
    try:
        draw = _tqdm()
    except ImportError:
        if progress is None:
            return None
        raise
    delay = _PATIENCE if progress is None else 0
    pause = _PAUSE if _is_drawn_over() else _PAUSE_IN_A_STREAM
    stream = sys.stdout if _in_notebook() else sys.stderr  # what a kernel writes to stderr looks like an error
    return draw(file=stream, delay=delay, mininterval=pause, dynamic_ncols=True, **options)


def _tqdm() -> Any:
    """The bar for where we are; without ipywidgets a notebook gets the bar of a terminal, which needs no warning."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return _need("tqdm.auto", "notebook").tqdm


def _is_looked_at() -> bool:
    return _in_notebook() or _on_terminal()


def _is_drawn_over() -> bool:
    """Whether the next look of a bar takes the place of the last: tqdm has imported ipywidgets where they are there."""
    return _on_terminal() or (_in_notebook() and "ipywidgets" in sys.modules)


def _on_terminal() -> bool:
    return hasattr(sys.stderr, "isatty") and sys.stderr.isatty()


def _in_notebook() -> bool:
    """Whether a kernel of Jupyter runs this."""
    if "IPython" not in sys.modules:
        return False
    shell = import_module("IPython").get_ipython()
    return hasattr(shell, "kernel")
