"""`wirecheck show`: articles with their claims, carets below the words."""

from __future__ import annotations

import argparse

from ..display.show import show
from ..nearest import hint
from .reading import read
from .settings import kinds, settings


def run(asked: argparse.Namespace) -> int:
    """Prints the articles."""
    config = settings(asked)
    articles, _ = read(asked.paths, config.columns, asked.published)
    if asked.article is not None:
        known = [str(article.id) for article in articles]
        if asked.article not in known:
            few = ", ".join(known[:5]) + (", …" if len(known) > 5 else "")
            raise ValueError(f"there is no article {asked.article!r}; {hint(asked.article, known, f'there are {few}')}")
    shown = [article for article in articles if asked.article in (None, article.id)]
    wanted = kinds(asked, config)
    for number, article in enumerate(shown):
        print("\n" * (number > 0) + str(show(article, kinds=wanted)))
    for row in articles.skipped if asked.article is None else ():
        print(f"\nskipped {row['article']}: {row['reason']}")
    return 0
