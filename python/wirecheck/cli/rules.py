"""`wirecheck rules`: every rule of reading, every verdict, every check."""

from __future__ import annotations

import argparse

from .. import _core


def run(_: argparse.Namespace) -> int:
    """Lists them."""
    listed = [(rule["id"], rule["family"], rule["why"]) for rule in _core.rules()]
    listed += [(rule["id"], rule["verdict"], rule["why"]) for rule in _core.verdicts()]
    listed += [(found["id"], found["severity"], found["why"]) for found in _core.checks()]
    wide = max((len(row[0]) for row in listed), default=0)
    print("\n".join(f"{name:{wide}}  {kind:11}  {why}" for name, kind, why in listed))
    return 0
