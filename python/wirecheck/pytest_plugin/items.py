"""Facts files as tests."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from . import desk_of
from .errors import FactError, NoEvidenceError
from .facts_file import Fact, read_facts


class WirecheckWarning(pytest.PytestWarning):
    """A `warn_if` of a facts file came true."""


class FactsFile(pytest.File):
    """A file of facts."""

    def collect(self) -> Iterator[FactItem]:
        """Each fact is a test; a second one of the same title has a number."""
        try:
            file = read_facts(self.path)
        except (ValueError, OSError) as wrong:
            raise self.CollectError(str(wrong)) from wrong
        seen: Counter[str] = Counter()
        for fact in file.facts:
            name = " ".join(fact.title.split()).replace("::", ":")
            seen[name] += 1
            name = name if seen[name] == 1 else f"{name} #{seen[name]}"
            yield FactItem.from_parent(self, name=name, fact=fact, articles=file.articles)


class FactItem(pytest.Item):
    """A fact."""

    def __init__(self, *, fact: Fact, articles: str, **options: Any) -> None:
        """Takes the fact, and where the articles are from the folder of the file."""
        super().__init__(**options)
        self._fact = fact
        self._articles = articles

    def runtest(self) -> None:
        """Asserts the fact."""
        collection = desk_of(self.config).collection(self._articles, self.path.parent)
        try:
            warning = self._fact.holds(collection)
        except NoEvidenceError as missing:
            if self._fact.allow_missing:
                pytest.skip(str(missing))
            raise
        if warning is not None:
            self.warn(WirecheckWarning(warning))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The message alone, where the fact or its file is at fault."""
        if isinstance(excinfo.value, (FactError, ValueError, ImportError)):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[os.PathLike[str], int | None, str]:
        """Where the fact stands."""
        return Path(self.path), self._fact.line, self.name
