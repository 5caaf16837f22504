"""The phrases of every family, as their files give them, and where each is to be found.

Phrases are data: `rules/phrases/<family>.<language>.txt`, one a line, sorted, lower case; `mul` (ISO 639-2: several
languages) holds what belongs to none. `^` before a phrase ties it to the beginning of a line, `$` after it to the end,
both to the whole line. Lines that begin with `#` are comments. They are looked for in one form (`folded`), whatever
apostrophes, quotation marks, accents of capitals or letter forms a keyboard had (`_VARIANTS`).

Whole lines are looked up; everything else is found by one Aho-Corasick automaton (CACM 18:6, 1975), whose time is
linear in the page whatever the number of phrases. It knows only how phrases begin; what begins like one is compared
with it. An automaton of all their letters finds no faster, and to build it took longer than to clean twenty pages. Why
not a DFA: it finds no faster on pages of this size and takes ten times as long to build.
"""

from __future__ import annotations

import os
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from pathlib import Path

from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind

_FOLDER = Path(__file__).parent.parent / "rules" / "phrases"
_LATIN = bytes(range(0xCD)) + b"\xe2\xef\xf0"  # bytes of UTF-8 in Latin texts, with signs (U+2000 to 2FFF) and emoji
_BEGINNING = 14  # letters of a phrase that the automaton knows: fewer begin much else, more take longer to build


@dataclass(frozen=True, slots=True)
class Phrase:
    """One line of a phrase file: its words, family and language, and whether it is tied to a line's head or tail."""

    text: str
    family: str
    language: str
    head: bool
    tail: bool


def parse(name: str, content: str) -> list[Phrase]:
    r"""Read the phrases of one file, named `family.language.txt`.

    >>> parse("share.en.txt", "# buttons\n^share this$\n")
    [Phrase(text='share this', family='share', language='en', head=True, tail=True)]
    """
    family, language = name.split(".")[:2]
    return [_phrase(row, family, language) for row in content.splitlines() if row and row[0] != "#"]


def _phrase(row: str, family: str, language: str) -> Phrase:
    return Phrase(untied(row), family, language, head=row[0] == "^", tail=row[-1] == "$")


def untied(row: str) -> str:
    """Give the text of a row.

    >>> untied("^share this$")
    'share this'
    """
    return row[row[0] == "^" : len(row) - (row[-1] == "$")]


@lru_cache(maxsize=1)
def phrases() -> tuple[Phrase, ...]:
    """Read every phrase of the package, in the order of file names."""
    return tuple(p for name, content in _files() for p in parse(name, content))


@lru_cache(maxsize=32)
def entries(family: str) -> frozenset[str]:
    """Name the texts of a family's phrases, each of which may be all of a line or of a menu's item.

    >>> "skip to content" in entries("navigation")
    True
    """
    own = [content for name, content in _files() if name.startswith(f"{family}.")]
    return frozenset(untied(row) for content in own for row in content.splitlines() if row and row[0] != "#")


@lru_cache(maxsize=1)
def _files() -> tuple[tuple[str, str], ...]:
    """The name of each file and what is in it, in order."""
    found = []
    for name in sorted(os.listdir(_FOLDER)):  # noqa: PTH208 (as fast as can be: there are two thousand files)
        if name.endswith(".txt"):
            with open(f"{_FOLDER}/{name}", "rb", buffering=0) as file:  # noqa: PTH123
                found.append((name, file.read().decode("utf-8")))
    return tuple(found)


def lowered(text: str) -> str:
    """Put a text into lower case with its length unchanged, so that positions hold (`İ` is the one letter that grows).

    >>> lowered("İLGİLİ Haberler")
    'ilgili haberler'
    """
    return text.replace("İ", "i").lower()


# Characters that readers take for the same and writers choose by keyboard; capitals lose their accents in Greek and
# their dots in Turkish. One character for one, so that positions hold. Letters of a script are looked for where one of
# its commonest letters stands.
_VARIANTS: tuple[tuple[str, str, str], ...] = (
    ("", "’‘ʼʻ`“”„«»–—ıёșț：（）＝／", "'''''\"\"\"\"\"--iеşţ:()=/"),
    ("αοη", "άέήίόύώ", "αεηιουω"),
    ("ايی", "أإآىيك\u200c", "ااایی" "ک "),
)  # fmt: skip


def folded(low: str) -> str:
    """Give `lowered` text one form of each of the `_VARIANTS`."""
    if low.isascii():
        return low.replace("`", "'")
    for common, written, read in _VARIANTS:
        if not common or any(letter in low for letter in common):
            for one, other in zip(written, read, strict=True):
                low = low.replace(one, other)
    return low


@dataclass(frozen=True, slots=True)
class Index:
    """Where each row of each phrase file is to be found.

    The rows of all files are numbered: `starts` are the numbers at which the files begin. `homes` maps a row, folded,
    to the first place where it stands, `more` to the others. `whole` are the texts of rows that are all of a line, and
    `within` are the other rows.
    """

    starts: tuple[int, ...]
    homes: dict[str, int]
    more: dict[str, list[int]]
    whole: frozenset[str]
    within: list[str]


@lru_cache(maxsize=1)
def index() -> Index:
    """Read the files into what phrases are looked up in."""
    contents = [content for _, content in _files()]
    starts = tuple(accumulate((content.count("\n") + 1 for content in contents), initial=0))
    rows = folded("\n".join(contents)).split("\n")
    homes = dict(zip(reversed(rows), range(len(rows) - 1, -1, -1), strict=True))
    more: dict[str, list[int]] = {}
    for place, home in enumerate(map(homes.__getitem__, rows)):
        if place != home:
            more.setdefault(rows[place], []).append(place)
    for content, start in zip(contents, starts, strict=False):
        if any(dot in content for dot in _DOTS):
            _spell(rows[start : start + content.count("\n")], homes, more)
    whole = frozenset([row[1:-1] for row in homes if row[-1:] == "$" and row[0] == "^"])
    within = [row for row in homes if (row[-1:] != "$" or row[0] != "^") and row[:1] not in ("", "#")]
    return Index(starts, homes, more, whole, within)


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds how rows begin that are not all of a line.

    `begun` are, for each beginning that the machine knows, these rows; `lengths` are the beginnings', in characters.
    The machine reads UTF-8, as it would anyway.
    """

    machine: BytesAhoCorasick
    begun: tuple[list[str], ...]
    lengths: tuple[int, ...]


def finder(read: bytes) -> Finder:
    """Give what finds every row that may stand in a text; those of other scripts are learned when one is met."""
    return _finder(bool(read.translate(None, _LATIN)))


@lru_cache(maxsize=2)
def _finder(any_script: bool) -> Finder:
    begun: dict[str, list[str]] = {}
    for row in index().within:
        if any_script or row.isascii() or not row.encode().translate(None, _LATIN):
            begun.setdefault(untied(row)[:_BEGINNING], []).append(row)
    machine = BytesAhoCorasick(
        [beginning.encode() for beginning in begun],
        matchkind=MatchKind.Standard,
        implementation=Implementation.ContiguousNFA,
    )
    return Finder(machine, tuple(begun.values()), tuple(map(len, begun)))


def _spell(rows: list[str], homes: dict[str, int], more: dict[str, list[int]]) -> None:
    """Let rows be found as a keyboard spells them that has a key for letters of Indic scripts with a dot below."""
    for row in rows:
        spelled = row
        for two, one in _DOTTED.items():
            spelled = spelled.replace(two, one)
        homes.setdefault(spelled, homes[row])
        if row in more:
            more.setdefault(spelled, more[row])


# Letters with a dot that keyboards write as one character; Unicode's normal form, which the files have, is two.
_DOTS = "\u093c\u09bc\u0a3c"
_KEYS = (*range(0x958, 0x960), 0x9DC, 0x9DD, 0x9DF, 0xA33, 0xA36, 0xA59, 0xA5A, 0xA5B, 0xA5E)
_DOTTED = {unicodedata.normalize("NFC", chr(code)): chr(code) for code in _KEYS}


@lru_cache(maxsize=4096)
def phrases_of(row: str) -> tuple[Phrase, ...]:
    """Name the phrases that a folded row stands for, one a family: languages share many."""
    known, files = index(), _files()
    by_family: dict[str, Phrase] = {}
    for place in (known.homes[row], *known.more.get(row, ())):
        which = bisect_right(known.starts, place) - 1
        name, content = files[which]
        family, language = name.split(".")[:2]
        if family not in by_family:
            by_family[family] = _phrase(content.split("\n")[place - known.starts[which]], family, language)
    return tuple(by_family.values())
