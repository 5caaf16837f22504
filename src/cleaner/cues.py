"""Finds the phrases of every family on a page in one pass.

Phrases are data: `rules/phrases/<family>.<language>.txt`, one a line, sorted, lower case; `mul` (ISO 639-2: several
languages) holds what belongs to none. `^` before a phrase ties it to the beginning of a line, `$` after it to the end,
both to the whole line; list markers and punctuation around the line do not count. Lines that begin with `#` are
comments. A phrase matches at word boundaries only, in scripts that have them, and whatever apostrophes, quotation
marks, accents of capitals or letter forms the page's keyboard had (`_VARIANTS`).

Whole lines are looked up; everything else is found by one Aho-Corasick automaton (CACM 18:6, 1975), whose time is
linear in the page whatever the number of phrases. Why not a DFA: it finds no faster on pages of this size and takes
ten times as long to build.

A cue alone proves nothing: rules ask for a second signal, a shape or a place.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import compress
from operator import itemgetter
from typing import NamedTuple

from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind


@dataclass(frozen=True, slots=True)
class Phrase:
    """One line of a phrase file: its words, family and language, and whether it is tied to a line's head or tail."""

    text: str
    family: str
    language: str
    head: bool
    tail: bool


class Cue(NamedTuple):
    """A phrase found on a line.

    `start` and `end` are characters of the line's text, markers around the phrase excepted; `whole` tells whether it is
    all of the line, whatever it is tied to.
    """

    line: int
    start: int
    end: int
    text: str
    phrase: Phrase
    whole: bool


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


def _folded(low: str) -> str:
    """Give `lowered` text one form of each of the `_VARIANTS`."""
    if low.isascii():
        return low.replace("`", "'")
    for common, written, read in _VARIANTS:
        if not common or any(letter in low for letter in common):
            for one, other in zip(written, read, strict=True):
                low = low.replace(one, other)
    return low


@dataclass(frozen=True, slots=True)
class _Index:
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
def _index() -> _Index:
    names = [name for name, _ in _files()]
    contents = [f"\n{content}\n" for _, content in _files()]
    folded = _folded(lowered("\0".join(contents))).split("\0")
    homes: dict[str, int] = {}
    more: dict[str, list[int]] = {}
    for which, rows in enumerate(folded):
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
    files = tuple((s[0], s[1], raws, rows) for s, raws, rows in zip(split, contents, folded, strict=True))
    return _Index(files, homes, more, whole, machine, found)


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
def _phrases_of(row: str) -> tuple[Phrase, ...]:
    """Name the phrases that a folded row stands for, one a family: languages share many."""
    index = _index()
    by_family: dict[str, Phrase] = {}
    for which in sorted((index.homes[row], *index.more.get(row, ()))):
        family, language, raws, rows = index.files[which]
        if family not in by_family:
            at = rows.index(f"\n{row}\n") + 1  # folding leaves each character in its place
            by_family[family] = _phrase(raws[at : at + len(row)], family, language)
    return tuple(by_family.values())


_MARKERS = (
    " \t•·*-–—>»▪■□◦▸◆★▶►●○|#:.,;!?…()[]{}<\"'“”„‟«‹›‘’‚→⇒➔➤➜←+/\\_~="
    "、。：！？（）【】「」『』《》〈〉※☞▲△▼▽◇☆✓✔✅❗⚡👉📷📸📌📢🔴➡\ufe0f"
    "।॥۔؟،؛։՝።፡፣፦၊။។៕៖"  # of other scripts
    "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # writing direction
)
_BRIEF = 100  # characters of a line that may be a phrase with its markers; the longest such phrase has 50
_ROOM = 24  # characters of markers before a line's head or after its tail; a bound keeps the search linear


def find(texts: Sequence[str], low: str | None = None) -> dict[str, tuple[Cue, ...]]:
    """Find all cues of a page by family, in the order of lines and of places in a line, a longer one before its parts.

    `texts` are the lines' texts, without line breaks; `low` is all of them, a line each, in lower case, if the caller
    happens to have it. A text that several languages or ties of one family share is
    found once, as the phrase that is tied most.

    >>> page = ("A storm hit the coast.", "► Print page:", "All rights reserved.")
    >>> [(family, cue.line, cue.text, cue.whole) for family, cues in find(page).items() for cue in cues]
    [('share', 1, 'Print page', True), ('legal', 2, 'All rights reserved', True)]
    >>> find(("They print page after page of names.",))
    {}
    """
    return _found(texts, _joined(texts, low))


def _joined(texts: Sequence[str], low: str | None) -> str:
    """Give the lines in the form in which phrases are looked for, one after the other."""
    if low is None or "\u0307" in low:  # an `İ` that grew
        low = lowered("\n".join(texts))
    return _folded(low)


def _found(texts: Sequence[str], joined: str) -> dict[str, tuple[Cue, ...]]:
    index = _index()
    found: dict[str, list[Cue]] = {}
    for cue in _whole_lines(index, joined, texts):
        found.setdefault(cue.phrase.family, []).append(cue)
    mixed = set()  # whole lines are found in order, one a family and line
    for cue in _within_lines(index, joined, texts):
        found.setdefault(cue.phrase.family, []).append(cue)
        mixed.add(cue.phrase.family)
    return {family: _ordered(cues) if family in mixed else tuple(cues) for family, cues in found.items()}


def met(texts: Sequence[str], before: Sequence[str]) -> list[int | None]:
    """Find for each text the last line of a page that reads the same, if there is one.

    >>> met(["Share", "It rained."], ["It rained.", "By us", "It rained."])
    [None, 2]
    """
    lines = {text: line for line, text in enumerate(before)}
    return [lines.get(text) for text in texts]


def find_again(
    texts: Sequence[str], places: Sequence[int | None], cues: Mapping[str, Sequence[Cue]], low: str | None = None
) -> dict[str, tuple[Cue, ...]]:
    """Find all cues of a page that shares lines with another, whose `cues` are known.

    `places` has for each line the line of that page that it is `met` on. No phrase goes beyond its line, so only the
    lines that are new are searched.

    >>> before = ("Share this article", "It rained.", "All rights reserved.")
    >>> after = before[2:]
    >>> find_again(after, met(after, before), find(before)) == find(after)
    True
    """
    cued = {cue.line for own in cues.values() for cue in own}
    now: dict[int | None, list[int]] = {}
    for line, place in compress(enumerate(places), map(cued.__contains__, places)):
        now.setdefault(place, []).append(line)
    found = {
        family: [Cue(line, *cue[1:]) for cue in own if cue.line in now for line in now[cue.line]]
        for family, own in cues.items()
    }
    if fresh := [line for line, place in enumerate(places) if place is None] if None in places else []:
        rows = _joined(texts, low).split("\n")
        new = _found([texts[line] for line in fresh], "\n".join([rows[line] for line in fresh]))
        for family, own in new.items():
            found.setdefault(family, []).extend([Cue(fresh[cue.line], *cue[1:]) for cue in own])
    return {family: tuple(sorted(own, key=itemgetter(0))) for family, own in found.items() if own}


def _whole_lines(index: _Index, joined: str, texts: Sequence[str]) -> Iterator[Cue]:
    rows = index.whole
    lines = joined.split("\n")
    cores = [line.strip(_MARKERS) if len(line) <= _BRIEF else "" for line in lines]
    for i in [i for i, core in enumerate(cores) if core in rows]:
        start = lines[i].index(cores[i])
        end = start + len(cores[i])
        text = texts[i][start:end]
        for phrase in _phrases_of(rows[cores[i]]):
            yield Cue(i, start, end, text, phrase, True)


def _within_lines(index: _Index, joined: str, texts: Sequence[str]) -> Iterator[Cue]:
    i = passed = 0  # lines, characters
    for row, start, stop in _matches(index, joined):
        i += joined.count("\n", passed, stop)
        passed = stop
        if not _bounded(joined, start, stop):
            continue
        begin = joined.rfind("\n", 0, start) + 1
        end = begin + len(texts[i])
        at_head = start - begin <= _ROOM and not joined[begin:start].strip(_MARKERS)
        at_tail = end - stop <= _ROOM and not joined[stop:end].strip(_MARKERS)
        if (at_head or row[0] != "^") and (at_tail or row[-1] != "$"):
            text = texts[i][start - begin : stop - begin]
            for phrase in _phrases_of(row):
                yield Cue(i, start - begin, stop - begin, text, phrase, at_head and at_tail)


def _matches(index: _Index, joined: str) -> Iterator[tuple[str, int, int]]:
    """Give every match of the machine as a row and its place in characters, in the order of their ends."""
    read = joined.encode("utf-8", "surrogatepass")
    passed = stop = 0  # bytes, characters
    for which, _, end in index.machine.find_matches_as_indexes(read, overlapping=True):
        stop += len(read[passed:end].decode("utf-8", "surrogatepass"))
        passed = end
        row, length = index.rows[which]
        yield row, stop - length, stop


def _ordered(cues: list[Cue]) -> tuple[Cue, ...]:
    """Put cues in the order of the page; of one place the phrase that is tied most."""
    ordered: list[Cue] = []
    last = None
    for place, cue in sorted([((cue.line, cue.start, -cue.end), cue) for cue in cues], key=itemgetter(0)):
        if place != last:
            ordered.append(cue)
        elif cue.phrase.head + cue.phrase.tail > ordered[-1].phrase.head + ordered[-1].phrase.tail:
            ordered[-1] = cue
        last = place
    return tuple(ordered)


def _bounded(text: str, start: int, stop: int) -> bool:
    """Tell whether a match begins and ends at word boundaries, where the script has any."""
    before = text[start - 1] if start else " "
    after = text[stop] if stop < len(text) else " "
    return _apart(before, text[start]) and _apart(text[stop - 1], after)


def _apart(left: str, right: str) -> bool:
    """Tell whether a word may end between two characters."""
    return not (_in_word(left) and _in_word(right)) or _spaceless(left) or _spaceless(right)


def _in_word(character: str) -> bool:
    # Vowel signs and viramas of Indic scripts are marks, not letters.
    return character.isalnum() or unicodedata.category(character)[0] == "M"


def _spaceless(character: str) -> bool:
    """Tell Thai, Lao, Burmese, Khmer, kana and ideographs from scripts with spaces."""
    return (
        "\u0e00" <= character <= "\u0eff"
        or "\u1000" <= character <= "\u109f"
        or "\u1780" <= character <= "\u17ff"
        or "\u3040" <= character <= "\u9fff"
    )


def lines_of(cues: Iterable[Cue]) -> dict[int, list[Cue]]:
    """Group cues by line."""
    by_line: dict[int, list[Cue]] = {}
    for cue in cues:
        by_line.setdefault(cue.line, []).append(cue)
    return by_line
