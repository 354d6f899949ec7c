"""`wirecheck explain`: what a rule reads, what a check finds, and how a text of the caller's is read."""

from __future__ import annotations

import argparse
import os


def run(asked: argparse.Namespace) -> int:
    """Prints the page of a rule, or what is read in a text."""
    if (asked.rule is None) == (asked.text is None):
        raise ValueError(
            "name a rule (`wirecheck rules` lists them), or give words to read: wirecheck explain --text 'Nineteen died.'"
        )
    if asked.rule is not None:
        if asked.published is not None:
            raise ValueError("--published goes with --text; a rule is no text")
        from ..rules import explained

        print(explained(asked.rule))
        return 0
    if os.path.exists(asked.text):
        raise ValueError(f"--text takes the words themselves; a file is shown by: wirecheck show {asked.text}")
    from ..display.derivation import derivation
    from .reading import day_of

    published = None if asked.published is None else day_of(asked.published)
    print("\n".join(derivation(asked.text, published)))
    return 0
