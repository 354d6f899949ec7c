"""`wirecheck extract`: the claims of articles, written to a file."""

from __future__ import annotations

import argparse
import sys

from .. import verbs
from ..display.terminal import printed
from ..export import write_claims
from ..wording import counted
from .reading import read
from .settings import kinds, settings


def run(asked: argparse.Namespace) -> int:
    """Writes the claims."""
    config = settings(asked)
    articles, _ = read(asked.paths, config.columns, asked.published)
    claims = verbs.extract(articles, kinds=kinds(asked, config), threads=config.threads)
    written = write_claims(claims, asked.output)
    for row in claims.skipped:
        print(printed(f"skipped {row['article']}: {row['reason']}"), file=sys.stderr)
    print(f"{counted(written, 'claim')} of {counted(len(articles), 'article')}, written to {asked.output}")
    return 0
