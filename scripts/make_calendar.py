#!/usr/bin/env python3
"""Writes src/cleaner/rules/calendar.tsv: names of months and weekdays in the languages of CLDR.

    python scripts/make_calendar.py

Needs babel (for this script only), whose data is the Unicode CLDR under the Unicode License. The result is committed,
so the package itself needs neither. The same version of babel writes the same bytes.
"""

from __future__ import annotations

import unicodedata
from pathlib import Path

from babel import Locale

TARGET = Path(__file__).parent.parent / "src" / "cleaner" / "rules" / "calendar.tsv"
SHORTEST = 3  # letters; narrow names (J, F, M) would be found everywhere
LANGUAGES = (
    "af am ar as az be bg bn bs ca cs cy da de el en es et eu fa fi fil fr ga gl gu ha he hi hr hu hy id is it ja ka "
    "kk km kn ko ky lo lt lv mk ml mn mr ms my nb ne nl nn no or pa pl ps pt ro ru sd si sk sl so sq sr sv sw ta te tg "
    "th tk tr uk ur uz vi yo yue zh zu"
)


def names(locale: Locale) -> set[tuple[str, str]]:
    """Lower-case names of one locale with their kind: `1` to `12` for months, `day` for weekdays."""
    found = set()
    for kind, tables in (("month", locale.months), ("day", locale.days)):
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in tables[context][width].items():
                    plain = unicodedata.normalize("NFC", name).lower().strip(" .’'")
                    if usable(plain):
                        found.add((plain, str(number) if kind == "month" else "day"))
    return found


def usable(name: str) -> bool:
    """Whether a name can be told from other words: one word, no digits, three letters or more in Latin script."""
    letters = [c for c in name if c.isalpha()]
    brief = len(letters) < SHORTEST and all("LATIN" in unicodedata.name(c, "") for c in letters)
    return bool(letters) and not brief and " " not in name and not any(c.isdigit() for c in name)


def main() -> None:
    """Write the table, sorted by name."""
    found = set().union(*(names(Locale.parse(code)) for code in LANGUAGES.split()))
    rows = [f"{name}\t{kind}\n" for name, kind in sorted(found)]
    head = "# Written by scripts/make_calendar.py from the Unicode CLDR (Unicode License); do not edit.\nname\tkind\n"
    TARGET.write_text(head + "".join(rows), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
