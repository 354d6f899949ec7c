"""What the fixture gives: it reads articles once and hands out collections."""

from __future__ import annotations

import datetime
import hashlib
import json
import os
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from ..articles import Article, Articles, as_rows, normalise, read_articles
from ..baseline import NAME, Baseline
from ..claims import Claims
from ..config import Config, find_config
from ..days import today
from ..display.terminal import Places, from_here
from ..files import article_files
from ..sizes import limits
from ..verbs import extract
from .cache import Cache
from .collection import Collection, Finding
from .errors import hidden
from .read import Read
from .tally import Tally

__tracebackhide__ = hidden


class Desk:
    """Reads articles, each collection once in a run.

    `wirecheck("articles/")` gives a collection: `.findings(rule="toll-*")`, `.consistent()`, `.tolls(place="Karun").within(16, 20)`,
    `.quote("...").by("...")`, `.meeting("A", "B").on("2026-05-14").at("Geneva").held()`.
    """

    def __init__(self, config: pytest.Config) -> None:
        """Made by the plugin."""
        self.updates: bool = config.getoption("--wirecheck-update")
        self.tally = Tally()
        self._root = config.rootpath
        self._cache = Cache(config)
        self._configs: dict[Path, Config] = {}
        self._files: dict[tuple[Any, ...], tuple[Read, Places]] = {}
        self._read: dict[tuple[Any, ...], Read] = {}
        self._asked: list[tuple[Collection, list[Finding]]] = []

    def __repr__(self) -> str:
        return "<wirecheck>"

    def __call__(self, articles: Any) -> Collection:
        """The collection of some articles.

        Args:
            articles: The path of a folder or file, below pytest's rootdir unless it is absolute; or any table or iterable of
                articles. One article's own text goes in a list: wirecheck([text]).

        Raises:
            ValueError: If the articles cannot be read; the sentence names the way out.
        """
        return self.collection(articles, self._root)

    def collection(self, articles: Any, folder: Path) -> Collection:
        """The collection of some articles; paths, the baseline and the settings are those of a folder."""
        baseline, config = Baseline(folder / NAME), self._config_at(folder)
        if isinstance(articles, (str, os.PathLike)):
            path = folder / articles
            if not os.path.exists(path):  # a text may be no possible path at all
                raise ValueError(
                    f"there is no file or folder {str(path)!r}; an article's own text goes in a list, wirecheck([text])"
                )
            return Collection(*self._at(path, config), str(path), baseline, config.waivers, self)
        given = normalise(articles)
        name = f"{len(given)} articles ({_content(given)[:8]})"
        return Collection(self._of(given, config), Places(), name, baseline, config.waivers, self)

    @cached_property
    def today(self) -> datetime.date:
        """The day that waivers are held against."""
        return today()

    def remember_asked(self, collection: Collection, findings: list[Finding]) -> None:
        """Keeps findings that a test asked for until it has ended."""
        self._asked.append((collection, findings))

    def forget_asked(self) -> None:
        """A test has ended."""
        self._asked.clear()

    def asked_lines(self) -> list[str]:
        """The findings that a test asked for, as they are printed, each once."""
        once: dict[str, list[str]] = {}
        for collection, findings in self._asked:
            for finding in findings:
                once.setdefault(finding["id"], collection.lines([finding]))
        return [line for lines in once.values() for line in lines]

    def _config_at(self, folder: Path) -> Config:
        """The settings that hold in a folder."""
        if folder not in self._configs:
            self._configs[folder] = find_config(folder) or Config()
        return self._configs[folder]

    def _at(self, path: Path, config: Config) -> tuple[Read, Places]:
        """What is read at a path, anew where a file below it has changed, and where each article stands."""
        key = (path, config.path, *_state(path))
        if key not in self._files:
            with limits(**config.limits):
                articles = read_articles(path, config.columns)
            self.tally.skip(articles.skipped)
            places = Places()
            places.add(from_here(path), articles, alone=True)
            self._files[key] = (self._of(articles, config), places)
        return self._files[key]

    def _of(self, articles: Articles, config: Config) -> Read:
        content = f"{_content(articles)}{config.limits.get('text', '')}"
        key = (content, *sorted(config.owners.items()))
        if key not in self._read:
            with limits(**config.limits):
                self._read[key] = Read(self._claims(articles, content), config.owners)
        return self._read[key]

    def _claims(self, articles: Articles, key: str) -> Claims:
        size = sum(len(article.text) for article in articles)
        return self._cache.claims(key, size, lambda: extract(articles, progress=False))


def _state(path: Path) -> Iterable[tuple[str, int, int]]:
    """Name, size and time of change of every file of articles at a path."""
    files = article_files(path) if path.is_dir() else [path] if path.is_file() else []
    states = ((str(file), file.stat()) for file in files)
    return [(name, state.st_size, state.st_mtime_ns) for name, state in states]


def _content(articles: Iterable[Article]) -> str:
    return hashlib.sha256(json.dumps(as_rows(articles), default=str).encode()).hexdigest()
