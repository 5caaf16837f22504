"""Finds the phrases of every family on a page in one pass.

A phrase matches at word boundaries only, in scripts that have them; list markers and punctuation around a line do not
count. How phrases are written, and what they are looked up in, is in `phrases`.

A cue alone proves nothing: rules ask for a second signal, a shape or a place.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import compress
from operator import itemgetter
from typing import NamedTuple

from cleaner.features.phrases import Phrase, finder, folded, index, lowered, phrases_of, untied


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
    happens to have it. A wording that one family has in several languages, or tied to a line's ends in several ways, is
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
    return folded(low)


def _found(texts: Sequence[str], joined: str) -> dict[str, tuple[Cue, ...]]:
    found: dict[str, list[Cue]] = {}
    for cue in _whole_lines(joined, texts):
        found.setdefault(cue.phrase.family, []).append(cue)
    mixed = set()  # whole lines are found in order, one a family and line
    for cue in _within_lines(joined, texts):
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


def _whole_lines(joined: str, texts: Sequence[str]) -> Iterator[Cue]:
    known = index().whole
    for i, line in enumerate(joined.split("\n")):
        if len(line) <= _BRIEF and (core := line.strip(_MARKERS)) in known:
            start = line.index(core)
            end = start + len(core)
            text = texts[i][start:end]
            for phrase in phrases_of(f"^{core}$"):
                yield Cue(i, start, end, text, phrase, True)


def _within_lines(joined: str, texts: Sequence[str]) -> Iterator[Cue]:
    i = passed = 0  # lines, characters
    for row, start, stop in _matches(joined):
        i += joined.count("\n", passed, start)
        passed = start
        if not _bounded(joined, start, stop):
            continue
        begin = joined.rfind("\n", 0, start) + 1
        end = begin + len(texts[i])
        at_head = start - begin <= _ROOM and not joined[begin:start].strip(_MARKERS)
        at_tail = end - stop <= _ROOM and not joined[stop:end].strip(_MARKERS)
        if (at_head or row[0] != "^") and (at_tail or row[-1] != "$"):
            text = texts[i][start - begin : stop - begin]
            for phrase in phrases_of(row):
                yield Cue(i, start - begin, stop - begin, text, phrase, at_head and at_tail)


def _matches(joined: str) -> Iterator[tuple[str, int, int]]:
    """Give every row that is found, and its place in characters, in the order in which their beginnings end."""
    read = joined.encode("utf-8", "surrogatepass")
    known = finder(read)
    passed = at = 0  # bytes, characters
    for which, _, end in known.machine.find_matches_as_indexes(read, overlapping=True):
        at += len(read[passed:end].decode("utf-8", "surrogatepass"))
        passed = end
        start = at - known.lengths[which]
        for row in known.begun[which]:
            text = untied(row)
            if joined.startswith(text, start):
                yield row, start, start + len(text)


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
    # Vowel signs and viramas of Indic scripts are marks, not letters; before U+0300 there are none.
    return character.isalnum() or (character >= "\u0300" and unicodedata.category(character)[0] == "M")


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
