#!/usr/bin/env python3
"""Builds the list of given names, src/lexicon/en/given_names.tsv.

usage: python tools/build_given_names.py NAMES_PACKAGE OUT

NAMES_PACKAGE  the folder of PyPI names 0.3.0 (MIT; US Census 1990)
OUT            src/lexicon/en

Needs the PyPI package faker 40 (MIT): the names that its locales know, of some sixty countries. What OUT/given_names.toml has from
other languages, and other spellings, is written by hand and not touched.
"""

import importlib
import pathlib
import pkgutil
import re
import sys
import unicodedata

# Words and places that are hardly ever somebody's given name in the news.
NOT_GIVEN = set(
    """april may june august chad jordan georgia carolina virginia florida china india israel kenya asia paris london dallas houston
  will art hope faith joy dawn summer autumn ivory love major prince king santa man see so in an so do the one my so young long
  early war cruz berry tuesday wednesday friday sunday king royal golden star sterling price many bill the lord general
  america holland tennessee savannah dakota montana madison austin phoenix sydney vienna sierra valencia milan roma victoria
  florence lourdes santiago francisco diego jose london britain ireland odessa geneva lima cuba oman grant rich wiley
  law booker pearl ruby opal amber crystal ginger olive iris violet daisy lily rose mercy charity grace joy merry gay my""".split()
) - {"jose", "rose", "grace", "bill", "florence", "victoria", "francisco", "diego", "santiago", "sierra", "lily", "iris"}

# Thousands of people from which on a town is better known than its namesakes.
LARGE = 100
# A census name that fewer bear is left out, in per cent.
RARE = 0.005
# Locales that list a country's whole register, one bearer each.
WHOLE_REGISTERS = {"is_IS"}
# Letters that do not come apart into a base and an accent.
LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i", "þ": "th", "ə": "a"})


def folded(name: str) -> str:
    """A name in lower case without accents."""
    letters = unicodedata.normalize("NFKD", name.lower().translate(LETTERS))
    return "".join(c for c in letters if not unicodedata.combining(c))


def census(package: pathlib.Path) -> dict[str, str]:
    """Names and their gender by the census: m, f, or u for both."""
    share: dict[str, dict[str, float]] = {}
    for sex in ("male", "female"):
        for line in (package / f"dist.{sex}.first").read_text(encoding="utf8").splitlines():
            name, percent, *_ = line.split()
            share.setdefault(name.lower(), {})[sex] = float(percent)
    found = {}
    for name, of in share.items():
        male, female = of.get("male", 0.0), of.get("female", 0.0)
        if max(male, female) >= RARE and len(name) >= 3 and name not in NOT_GIVEN:
            found[name] = "m" if male > 6 * female else "f" if female > 6 * male else "u"
    return found


def elsewhere() -> dict[str, str]:
    """Names of other countries in Latin letters, and their gender."""
    people = importlib.import_module("faker.providers.person")
    found: dict[str, str] = {}
    for module in sorted(pkgutil.iter_modules(people.__path__), key=lambda m: m.name):
        if module.name in WHOLE_REGISTERS:
            continue
        provider = importlib.import_module(f"{people.__name__}.{module.name}").Provider
        for attribute, names in sorted(vars(provider).items()):
            kind = re.fullmatch(r"first_(?:romanized_)?names_(male|female)(?:_\w+)?", attribute)
            for name in names if kind else ():
                plain = folded(name)
                if kind and re.fullmatch("[a-z]{4,}", plain):
                    sex = kind[1][0]
                    found[plain] = sex if found.get(plain, sex) == sex else "u"
    return found


def known_otherwise(out: pathlib.Path) -> set[str]:
    """Words of English, and the names of countries, capitals and large towns."""
    words = set((out / "dictionary.txt").read_text(encoding="utf8").split())
    for line in (out / "places.tsv").read_text(encoding="utf8").splitlines():
        name, *fields = line.split("\t")
        people = fields[-1] if fields else ""
        if not line.startswith("#") and people.isdigit() and int(people) >= LARGE:
            words.add(folded(name))
    countries = re.findall(r'"([^"]+)"', (out / "countries.toml").read_text(encoding="utf8"))
    return words | {folded(name) for name in countries} | NOT_GIVEN


def main(package: str, out: str) -> None:
    """Writes the list."""
    target = pathlib.Path(out)
    names = census(pathlib.Path(package))
    otherwise = known_otherwise(target)
    for name, sex in elsewhere().items():
        if name not in otherwise:
            names.setdefault(name, sex)
    head = (
        "# Given names by gender (m, f, u: both). Data: US Census 1990 by way of PyPI names 0.3.0 (MIT), and the names of PyPI\n"
        "# faker 40.63.0 (MIT), reduced by tools/build_given_names.py. Others stand in given_names.toml.\n"
    )
    lines = (f"{sex}\t{' '.join(sorted(n for n, s in names.items() if s == sex))}\n" for sex in "mfu")
    (target / "given_names.tsv").write_text(head + "".join(lines), encoding="utf8")
    print(len(names), "names")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
