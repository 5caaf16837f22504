"""The phrases of every family, as their files give them, and where each is to be found.

Phrases are data: `rules/phrases/<family>.<language>.txt`, one a line, sorted, lower case; `mul` (ISO 639-2: several
languages) holds what belongs to none. `^` before a phrase ties it to the beginning of a line, `$` after it to the end,
both to the whole line. Lines that begin with `#` are comments. They are looked for in one form (`folded`), whatever
apostrophes, quotation marks, accents of capitals or letter forms a keyboard had (`_VARIANTS`).

Whole lines are looked up; everything else is found by one Aho-Corasick automaton (CACM 18:6, 1975), whose time is
linear in the page whatever the number of phrases. Why not a DFA: it finds no faster on pages of this size and takes
ten times as long to build.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind


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
    head, tail = row[0] == "^", row[-1] == "$"
    return Phrase(row[head : len(row) - tail], family, language, head, tail)


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
    return frozenset(
        p.text for name, content in _files() if name.startswith(f"{family}.") for p in parse(name, content)
    )


@lru_cache(maxsize=1)
def _files() -> tuple[tuple[str, str], ...]:
    folder = resources.files("cleaner.rules") / "phrases"
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".txt")), key=lambda f: f.name)
    return tuple((f.name, f.read_bytes().decode("utf-8")) for f in files)


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

    `files` are family, language, rows as written and rows folded, a line end on either side of each row; `homes` maps a
    folded row to its first file, `more` to the others; `whole` maps the text of whole-line rows to the row; `machine`
    finds the texts of all other rows, which `rows` holds with their lengths in characters. It reads UTF-8, as it would
    anyway.
    """

    files: tuple[tuple[str, str, str, str], ...]
    homes: dict[str, int]
    more: dict[str, list[int]]
    whole: dict[str, str]
    machine: BytesAhoCorasick
    rows: tuple[tuple[str, int], ...]


@lru_cache(maxsize=1)
def index() -> Index:
    """Read the files into what phrases are looked up in."""
    names = [name for name, _ in _files()]
    contents = [f"\n{content}\n" for _, content in _files()]
    read = folded(lowered("\0".join(contents))).split("\0")
    homes: dict[str, int] = {}
    more: dict[str, list[int]] = {}
    for which, rows in enumerate(read):
        fresh = dict.fromkeys(rows.split("\n"), which)
        for row in homes.keys() & fresh.keys():
            more.setdefault(row, []).append(fresh.pop(row))
        homes.update(fresh)
    spelled = {spelling: row for row in homes for spelling in (row, _composed(row))}
    whole = {one[1:-1]: row for one, row in spelled.items() if one[:1] == "^" and one[-1] == "$"}
    within = [one for one in spelled if one and one[0] != "#" and (one[0] != "^" or one[-1] != "$")]
    sought = [one[one[0] == "^" : len(one) - (one[-1] == "$")] for one in within]
    machine = BytesAhoCorasick(
        [text.encode() for text in sought],
        matchkind=MatchKind.Standard,
        implementation=Implementation.ContiguousNFA,
    )
    found = tuple((spelled[one], len(text)) for one, text in zip(within, sought, strict=True))
    split = (name.split(".") for name in names)
    files = tuple((s[0], s[1], raws, rows) for s, raws, rows in zip(split, contents, read, strict=True))
    return Index(files, homes, more, whole, machine, found)


# Letters with a dot that keyboards write as one character; Unicode's normal form, which the files have, is two.
_KEYS = (*range(0x958, 0x960), 0x9DC, 0x9DD, 0x9DF, 0xA33, 0xA36, 0xA59, 0xA5A, 0xA5B, 0xA5E)
_DOTTED = {unicodedata.normalize("NFC", chr(code)): chr(code) for code in _KEYS}


def _composed(row: str) -> str:
    """Spell a row as a keyboard does that has a key for letters of Indic scripts with a dot below."""
    if "\u093c" in row or "\u09bc" in row or "\u0a3c" in row:
        for two, one in _DOTTED.items():
            row = row.replace(two, one)
    return row


@lru_cache(maxsize=4096)
def phrases_of(row: str) -> tuple[Phrase, ...]:
    """Name the phrases that a folded row stands for, one a family: languages share many."""
    known = index()
    by_family: dict[str, Phrase] = {}
    for which in sorted((known.homes[row], *known.more.get(row, ()))):
        family, language, raws, rows = known.files[which]
        if family not in by_family:
            at = rows.index(f"\n{row}\n") + 1  # folding leaves each character in its place
            by_family[family] = _phrase(raws[at : at + len(row)], family, language)
    return tuple(by_family.values())
