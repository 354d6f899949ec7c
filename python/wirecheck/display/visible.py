"""Characters that hide themselves, or turn the words around them, as signs that can be seen.

An article may hold a NUL, a backspace, or a mark that makes a reader see its words in another order than they stand in.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markupsafe import Markup

#: The marks that turn the words around them, by name.
TURNS = {
    0x061C: "ALM",
    0x200E: "LRM",
    0x200F: "RLM",
    0x202A: "LRE",
    0x202B: "RLE",
    0x202C: "PDF",
    0x202D: "LRO",
    0x202E: "RLO",
    0x2066: "LRI",
    0x2067: "RLI",
    0x2068: "FSI",
    0x2069: "PDI",
}
TURNING = re.compile(f"[{''.join(map(chr, TURNS))}]")
_UNSEEN = re.compile(f"{TURNING.pattern}|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def plain(words: str) -> str:
    """The words with every such character as its name in brackets, `[RLO]`: for places that hold no markup."""
    return _UNSEEN.sub(lambda found: f"[{_name(found[0])}]", words)


def markup(words: str) -> Markup:
    """The words as HTML, escaped, with every such character as its name in a box of its own."""
    from markupsafe import Markup

    return Markup(_UNSEEN.sub(lambda found: f'<i class="unseen">{_name(found[0])}</i>', escape(words)))


def _name(character: str) -> str:
    code = ord(character)
    return TURNS.get(code) or f"U+{code:04X}"
