#!/usr/bin/env python3
"""Builds the lists of English words and of surnames under src/lexicon/en/.

usage: python tools/build_words.py AMERICAN BRITISH NAMES_PACKAGE OUT

AMERICAN       `american-english` of Debian's wamerican 2020.12.07
BRITISH        `british-english-small` of Debian's wbritish-small 2020.12.07
NAMES_PACKAGE  the folder of PyPI names 0.3.0 (MIT; US Census 1990)
OUT            src/lexicon/en

The two word lists are cut from SCOWL (Spell Checker Oriented Word Lists), which anybody may use, change and hand on with its
notice, see NOTICE. Writes, sorted, one a line: OUT/dictionary.txt, the words that stand there in lower case, without
apostrophes and accents, and are no form of another; OUT/surnames.txt, the commonest surnames.
"""

import pathlib
import re
import sys

# So many of the commonest surnames are looked at.
SURNAMES = 10_000


# What src/lexicon/dictionary.rs takes off a word that is not listed.
ENDINGS = ("s", "es", "ed", "d", "ing", "ly")


def is_form(word: str, words: set[str]) -> bool:
    """Whether a word is a listed one with an ending."""
    return any(word.endswith(end) and len(word) - len(end) >= 3 and word.removesuffix(end) in words for end in ENDINGS)


def main(american: str, british: str, names: str, out: str) -> None:
    """Writes the lists."""
    lines = [line for path in (american, british) for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines()]
    words = {line for line in lines if re.fullmatch("[a-z]{2,}", line)}
    census = pathlib.Path(names, "dist.all.last").read_text(encoding="ascii").splitlines()[:SURNAMES]
    surnames = {line.split()[0].lower() for line in census}
    stems = {word for word in words if word in surnames or not is_form(word, words)}
    for name, listed in (("dictionary.txt", stems), ("surnames.txt", surnames)):
        pathlib.Path(out, name).write_text("".join(f"{word}\n" for word in sorted(listed)), encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(*sys.argv[1:])
