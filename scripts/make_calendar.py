#!/usr/bin/env python3
"""Writes src/cleaner/rules/calendar.tsv: names of months and weekdays in the languages of CLDR.

    python scripts/make_calendar.py

The rules that know lines of dates and the parser of dates in `cleaner.metadata` both read this one table. What pages
write and CLDR has not (cases, other spellings, the words between the parts of a date) is in `calendar_additions.tsv`.

Needs babel (for this script only), whose data is the Unicode CLDR under the Unicode License. The result is committed,
so the package itself needs neither. The same version of babel writes the same bytes.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel import Locale, localedata

ADDITIONS = Path(__file__).parent / "calendar_additions.tsv"
TARGET = Path(__file__).parent.parent / "src" / "cleaner" / "rules" / "calendar.tsv"
MONTHS = frozenset(map(str, range(1, 13)))
SHORTEST = 3  # letters; narrow names (J, F, M) would be found everywhere
LANGUAGES = (
    "af am ar as az be bg bn bs ca ckb cs cy da de el en eo es et eu fa fi fil fo fr fy ga gl gu ha he hi hr hu hy id "
    "is it ja ka kk km kn ko ky lb lo lt lv mk ml mn mr ms mt my nb ne nl nn no or pa pl ps pt ro ru sd si sk sl so "
    "sq sr sr_Latn sv sw ta te tg th tk tr uk ur uz vi yo yue zh zu"
)

# Spellings that pages use beside CLDR's: other abbreviations, no accents, the older names of the Arab East and Maghreb.
VARIANTS = {
    "ar": {
        1: "كانون الثاني, جانفي", 2: "شباط, فيفري", 3: "آذار", 4: "نيسان, أفريل", 5: "أيار, ماي", 6: "حزيران, جوان",
        7: "تموز, جويلية", 8: "آب, أوت", 9: "أيلول", 10: "تشرين الأول", 11: "تشرين الثاني", 12: "كانون الأول",
    },
    "cs": {5: "kvě"},
    "de": {
        1: "jänner, jan", 2: "feber, feb", 3: "mrz, maerz", 4: "apr", 6: "jun", 7: "jul", 8: "aug", 9: "sept, sep",
        10: "okt", 11: "nov", 12: "dez",
    },
    "en": {9: "sept"},
    "es": {9: "sept, set, setiembre"},
    "fr": {1: "jan", 2: "fev, fevrier", 8: "aout", 12: "dec, decembre"},
    "id": {8: "agu, agt", 10: "okt", 11: "nop", 12: "des"},
    "it": {9: "sett"},
    "nl": {3: "mrt", 5: "mei"},
    "ru": {2: "февр, фев", 3: "мар", 5: "май", 6: "июн", 7: "июл", 9: "сент, сен", 11: "нояб, ноя"},
}  # fmt: skip
_PREFIX = re.compile(r"(?:de |d’|d'|του )")  # "of", which CLDR writes with the name in a date

_JOINERS = re.compile("[\u200c\u200d]")  # say how letters are drawn; many pages leave them out
_MARKED = re.compile(r"[.'’]")  # abbreviations, and names that have "of" with them


def names(code: str) -> Iterator[tuple[str, str]]:
    """Lower-case names of one language with their kind: `1` to `12` for months, `day` for weekdays."""
    localedata._cache.clear()  # else names of languages loaded before stand where CLDR refers to its root
    locale = Locale.parse(code)
    for kind, tables in (("month", locale.months), ("day", locale.days)):
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in tables[context][width].items():
                    written = unicodedata.normalize("NFC", name).lower().replace("\u200f", "").strip(" .’'")
                    plain = _PREFIX.sub("", written)
                    spellings = {plain} if " " in written else {plain, written}
                    for spelling in spellings:
                        if usable(spelling, most_words=2 if kind == "month" else 1):
                            yield spelling, str(number) if kind == "month" else "day"
                            yield _JOINERS.sub("", spelling), str(number) if kind == "month" else "day"
    for number, spellings in VARIANTS.get(code, {}).items():
        yield from ((unicodedata.normalize("NFC", spelling), str(number)) for spelling in spellings.split(", "))


def additions() -> Iterator[tuple[str, str, list[str]]]:
    """The rows of `calendar_additions.tsv`: a language, what the names mean, and the names."""
    for row in ADDITIONS.read_text(encoding="utf-8").splitlines():
        if not row.startswith(("#", "language\t")):
            language, kind, written = row.split("\t")
            yield language, kind, unicodedata.normalize("NFC", written).split(" " if kind == "ending" else ", ")


def inflected(name: str, changes: Iterable[str]) -> Iterator[str]:
    """A month's name in other cases: `is>ī` changes its end, `<ខែ` is written before it; the longest end counts.

    >>> list(inflected("aprīlis", ["s>ā", "is>ī"])), list(inflected("uztaila", [">ren", ">k"]))
    (['aprīlī'], ['uztailaren', 'uztailak'])
    """
    yield from (f"{change[1:]}{name}" for change in changes if change.startswith("<"))
    ends = [change.split(">") for change in changes if ">" in change]
    longest = max((len(end) for end, _ in ends if name.endswith(end)), default=-1)
    yield from (name[: len(name) - longest] + new for end, new in ends if len(end) == longest and name.endswith(end))


def usable(name: str, *, most_words: int) -> bool:
    """Whether a name can be told from other words: few words, no digits, three letters or more in Latin script."""
    letters = [c for c in name if c.isalpha()]
    brief = len(letters) < SHORTEST and all("LATIN" in unicodedata.name(c, "") for c in letters)
    return bool(letters) and not brief and name.count(" ") < most_words and not any(c.isdigit() for c in name)


def main() -> None:
    """Write the table, sorted by name: a name, what it names, and the languages in which it does."""
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for code in LANGUAGES.split():
        for entry in names(code):
            found[entry].add(code.split("_")[0])
    rows = list(additions())
    for language, kind, spellings in (row for row in rows if row[1] != "ending"):
        for spelling in spellings:
            found[spelling, kind].add(language)
    for language, _, changes in (row for row in rows if row[1] == "ending"):
        own = [entry for entry, languages in found.items() if language in languages and entry[1] in MONTHS]
        for name, kind in own:
            if len(name) > 2 + name.isascii() and not _MARKED.search(name):
                for other in inflected(name, changes):
                    found[other, kind].add(language)
    for languages in found.values():
        languages |= {"tl"} if "fil" in languages else set()  # the older code of the same language
    lines = [f"{name}\t{kind}\t{' '.join(sorted(languages))}\n" for (name, kind), languages in sorted(found.items())]
    head = "# Written by scripts/make_calendar.py from the Unicode CLDR (Unicode License) and additions; do not edit.\n"
    TARGET.write_text(f"{head}name\tkind\tlanguages\n{''.join(lines)}", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
