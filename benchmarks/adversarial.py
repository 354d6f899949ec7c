"""How reading and checking grow with texts that were made to slow them: `python benchmarks/adversarial.py --help`.

Every shape is read at three lengths, each twice the one before. Time is that of the processor on one thread, so that other work
on the machine does not count. A growth of more than 2.6 from one length to the next is more than linear; a shape may take up to
four times the time per byte of ordinary prose.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import wirecheck as wc

#: From one length to its double, and per byte against ordinary prose.
GROWTH, PER_BYTE = 2.6, 4.0

_STORY = (
    "A lorry bomb killed at least 18 people and wounded 40 others in the market of Bir Salwan on Wednesday, police said. "
    '"We will rebuild every stall before the winter," Mayor Lena Hoffman told reporters on May 6. '
    "Foreign Minister Juris Berzins met his Norwegian counterpart Ida Haugland in Riga last Tuesday for talks on grain.\n\n"
)
_PLACES = "Riga Osh Aleppo Bergen Tromso Homs Malmo Narva Tartu Odense".split()


def _of(piece: str) -> Callable[[int], str]:
    return lambda length: (piece * (length // len(piece) + 1))[:length]


def _numbered(piece: str) -> Callable[[int], str]:
    """A piece whose `{n}` counts up and whose `{p}` walks through the places, so that no two are one."""

    def make(length: int) -> str:
        made, size, number = [], 0, 0
        while size < length:
            made.append(piece.format(n=number, p=_PLACES[number % len(_PLACES)]))
            size += len(made[-1])
            number += 1
        return "".join(made)[:length]

    return make


def _around(opening: str, core: str, closing: str) -> Callable[[int], str]:
    """So many openings, something between them, as many closings."""

    def make(length: int) -> str:
        depth = max(1, (length - len(core)) // (len(opening) + len(closing)))
        return opening * depth + core + closing * depth

    return make


def _names(length: int) -> str:
    """Surnames that are all different: two hundred thousand."""
    letters = "bdfgklmnrstv"
    syllables = [a + v for a in letters for v in "aeiou"]
    names = (
        (first + second + third).capitalize() + "sen said he saw "
        for first in syllables
        for second in syllables
        for third in syllables
    )
    made, size = [], 0
    for name in names:
        made.append(name)
        size += len(name)
        if size >= length:
            break
    return "".join(made)[:length]


SHAPES: dict[str, Callable[[int], str]] = {
    "one long line of prose": _of(_STORY.replace("\n\n", " ")),
    "no full stop": _of(_STORY.replace("\n\n", " ").replace(".", ",")),
    "no space": _of("explosion"),
    "nested quotation marks": _around("“‘", "he said", "’”"),
    "quotation marks that open": _of("“said "),
    "straight quotation marks": _of('"'),
    "marks and words": _of('"I said "no" he said '),
    "apostrophes": _of("'tis o' the dogs' "),
    "a quotation of many paragraphs": _of("“We will not go back to the valley.\n\n"),
    "a quotation that never ends": lambda length: "Mayor Lena Hoffman said: “" + _of("we went and we came and ")(length - 26),
    "brackets that open": _of("("),
    "brackets": _around("(", "killed", ")"),
    "square brackets": _of("[sic] "),
    "words in brackets": _around("(killed 3 ", "x", ") "),
    "digits": _of("1234567890"),
    "numbers": _numbered("{n} "),
    "numbers with commas": _of("1,234,567,"),
    "numbers in words": _of("twenty hundred and thirty thousand "),
    "capitals": _of("A"),
    "words in capitals": _of("NATO USA "),
    "initials": _of("J. K. "),
    "capitalised words": _of("Lena Hoffman "),
    "new names": _names,
    "a list of names": _numbered("{p} Person{n}, "),
    "names and no stop": _numbered("Minister {p} of {p} and "),
    "titles": _of("Foreign Minister Prime Minister "),
    "combining marks": lambda length: "e" + "\u0301" * (length - 1),
    "words with combining marks": _of("ki\u0301lle\u0301d "),
    "zero width": _of("kil\u200bled\u200d "),
    "only zero width": _of("\u200b"),
    "right to left": _of("\u202eمقتل ثلاثة \u202c"),
    "flags and families": _of("👨‍👩‍👧‍👦🇱🇻"),
    "killed": _of("killed "),
    "killed and wounded": _of("killed 3 and wounded 4 and "),
    "killed in one sentence": _numbered("{n} people were killed in {p}, "),
    "tolls": _numbered("A bomb killed {n} people in {p}. "),
    "tolls in paragraphs": _numbered("A bomb killed {n} people in {p}.\n\n"),
    "said": _of("said "),
    "said that said": _of("he said that she said that "),
    "speakers": _numbered("“We saw {n} lorries,” said {p} Hoffman. "),
    "according to": _of("according to "),
    "met": _of("met "),
    "meetings": _numbered("Minister Berzins met Minister Haugland in {p} on {n} May. "),
    "meetings in one sentence": _numbered("met the president of {p} and "),
    "talks": _of("talks with talks between "),
    "and": _of("and "),
    "commas": _of(", "),
    "dots": _of("."),
    "dots and spaces": _of(". "),
    "dashes": _of("- "),
    "semicolons": _of("killed 3; "),
    "urls": _numbered("https://example.org/2021/05/{n}/story "),
    "one url": lambda length: "https://example.org/" + _of("a/b?c=d&")(length - 20),
    "addresses": _of("a@b.org "),
    "days": _of("Monday "),
    "dates": _numbered("on May {n}, 2021, "),
    "dates without end": _of("from May 3 to May 4 to May 5 to "),
    "before and after": _of("two days after the day before "),
    "years": _of("2021-05-06 2022 "),
    "clocks": _of("at 10:30 p.m. "),
    "line breaks": _of("\n"),
    "empty paragraphs": _of("\n \n\t"),
    "short lines": _of("Riga\n"),
    "bullets": _of("* killed 3\n"),
    "spaces": _of(" "),
    "tabs": _of("a\t"),
    "no-break spaces": _of("3\u00a0killed\u00a0"),
    "he and she": _of("He met her. She met him. "),
    "pronouns": _of("he they it "),
    "live blog": _numbered("10:{n} BST\n\nThree were killed in {p}.\n\n"),
    "corrections": _of("Correction: an earlier version said 3 were killed. "),
    "including": _of("3 killed including 2 children among them "),
    "of whom": _of("40 people, 3 of whom, 2 of whom, "),
    "negations": _of("not no never denied that "),
    "possessives": _of("Hoffman's brother's "),
    "hyphens": _of("well-known-"),
    "slashes": _of("and/or/"),
    "a dateline again": _of("RIGA, Latvia, May 6 (Northern Wire) - "),
    "control characters": _of("\x00\x01killed "),
    "html": _of("<b>killed</b> &amp; "),
    "german": _of("Bei einem Anschlag in Riga wurden drei Menschen getötet. "),
}


def made(name: str, length: int) -> str:
    """A text of this shape. It opens as an English article does, since nothing is read of another."""
    return _STORY * 12 + SHAPES[name](length)


def seconds(text: str, work: Callable[[str], int]) -> tuple[float, int]:
    """The time of the processor, the least of three where that is short; and the rows that were made."""
    best, rows = float("inf"), 0
    for _ in range(3):
        start = time.process_time()
        rows = work(text)
        best = min(best, time.process_time() - start)
        if best > 0.5:
            break
    return best, rows


def extracted(text: str) -> int:
    """Everything is read of one text: the claims."""
    claims = wc.extract([wc.Article(text, "one", "2021-05-07")], threads=1)
    return sum(map(len, (claims.casualties, claims.meetings, claims.quotes, claims.dates, claims.names)))


def checked(text: str) -> int:
    """The text is read, and checked against a second that shares its beginning: the relations."""
    second = wc.Article(text[: len(text) // 2], "two", "2021-05-08")
    return len(wc.check([wc.Article(text, "one", "2021-05-07"), second], threads=1).relations)


def measured(name: str, sizes: list[int], work: Callable[[str], int], ordinary: float) -> dict[str, Any]:
    """One shape at every length: seconds, growth from one to the next, time per byte against ordinary prose, rows in a kilobyte."""
    texts = [made(name, size) for size in sizes]
    told = [seconds(text, work) for text in texts]
    times = [time for time, _ in told]
    growth = max((b / a for a, b in pairwise(times) if b > 0.05), default=0.0)
    size = len(texts[-1].encode())
    return {
        "shape": name,
        "seconds": [round(t, 3) for t in times],
        "growth": round(growth, 2),
        "per_byte": round(times[-1] / size / ordinary, 2),
        "rows": round(told[-1][1] / size * 1000, 1),
    }


def main() -> None:
    """Prints a line for each shape."""
    parser = argparse.ArgumentParser(description=__doc__.partition(":")[0])
    parser.add_argument("--length", type=int, default=200_000, help="characters of the longest text")
    parser.add_argument("--only", help="shapes with this in their name")
    parser.add_argument("--check", action="store_true", help="check as well, against a second article")
    parser.add_argument("--json", help="write the lines to this file")
    asked = parser.parse_args()
    sizes = [asked.length // 4, asked.length // 2, asked.length]
    work = checked if asked.check else extracted
    prose = _of(_STORY)(asked.length)
    work(prose[:10_000])
    time_of_prose, rows_of_prose = seconds(prose, work)
    ordinary = time_of_prose / len(prose.encode())
    print(f"ordinary prose: {ordinary * 1e9:,.0f} ns a byte")
    lines = []
    for name in SHAPES:
        if asked.only and asked.only not in name:
            continue
        line = measured(name, sizes, work, ordinary)
        lines.append(line)
        mark = " <-- grows" if line["growth"] > GROWTH else " <-- slow" if line["per_byte"] > PER_BYTE else ""
        print(
            f"{name:34} {line['seconds']!s:26} growth {line['growth']:5} per byte {line['per_byte']:6} rows {line['rows']:6}{mark}",
            flush=True,
        )
    if asked.json:
        with open(asked.json, "w", encoding="utf-8") as file:
            told = {
                "length": asked.length,
                "ordinary_rows": round(rows_of_prose / len(prose.encode()) * 1000, 1),
                "shapes": lines,
            }
            json.dump(told, file, indent=1)


if __name__ == "__main__":
    main()
