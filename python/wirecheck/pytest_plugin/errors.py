"""What a fact fails with."""

from __future__ import annotations

from typing import Any

from ..display.terminal import printed


class FactError(AssertionError):
    """A fact does not hold; the text is the whole message, passages included."""

    def __init__(self, *lines: str) -> None:
        """Takes the lines of the message; what would move a terminal's cursor is left out of them."""
        super().__init__("\n".join(map(printed, lines)))


class NoEvidenceError(FactError):
    """A fact meets nothing in the articles."""

    def __init__(self, said: str, nearest: str) -> None:
        """Takes what no article says, and the nearest that one does say."""
        super().__init__(f"no-evidence: {said}; {nearest}")


def hidden(raised: Any) -> bool:
    """Whether pytest leaves our frames out of a traceback: what is said is meant for the writer of the test.

    The modules that a test calls name it as their `__tracebackhide__`.
    """
    return isinstance(raised.value, (FactError, ValueError))
