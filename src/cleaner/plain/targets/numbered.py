"""Numbers in the place of targets, which are listed below the text, as terminal browsers do: `[12]bridge`, `⟨12⟩`.

Nothing is taken for the number of a link but what counts up with a list of addresses: an author's own notes stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cleaner.once import compiled
from cleaner.plain.targets.addresses import ADDRESS, FLAGS, TARGET

_ENTRY = compiled(
    rf"""(?<!\S) (?: (\d{{1,4}})\. | \[(\d{{1,4}})\] | ⟨(\d{{1,4}})⟩ ) \s+
        (?: {ADDRESS} | (?! \d{{1,4}}\.\s+{ADDRESS} ) \S.{{0,300}}? \s (?: https?:// | file:/// ) )""",
    FLAGS,
)
_NUMBERED = compiled(r"\[ (\d{1,4}) \] (?= [^\s.,;:!?)] ) | ^ [^\w\[]* \[ (\d{1,4}) \] $", FLAGS)
_BRACKETED = compiled(r"\[ (\d{1,4}) \]", FLAGS)
_APART = compiled(r"""(?: ^ | (?<=[\s("“„«]) ) \[ (\d{1,4}) \] (?= [^\s.,;:!?)] )""", FLAGS)
_CITED = compiled(r"\s? ⟨ \d{1,4} ⟩", FLAGS)
_CITED_PICTURE = compiled(r"(!\[ [^\[\]⟨⟩]* ) ⟨ \d{1,4} ⟩ \]", FLAGS)

_LEAST = 3  # links; fewer numbers are somebody's notes
_SHOWN = 0.3  # of the numbers in a list; links without text have none in it
_SKIPPED = 20  # of these one after the other
_UNLISTED = 4  # number of the first link in a list, at most
_BRIEF = 2  # words above a list, or between its parts: "References", "Hidden links:"
_LISTS = ("1. http", "1. file:", "1. /", "[1] http", "[1] /")


def may_be_listed(text: str) -> bool:
    """Whether a text may have such a list, if it has numbers in brackets; cheap."""
    return any(map(text.__contains__, _LISTS))


def listed(texts: Sequence[str]) -> list[int]:
    """The lines of the list of numbered targets below a text, with what heads it; none if no link has its numbers."""
    entries = [(line, number) for line in range(len(texts)) for number in _numbers(_whole(texts, line))]
    entries = entries[_begin([number for _, number in entries]) :]
    if len(entries) < _LEAST:
        return []
    begin, end = entries[0][0], entries[-1][0] + 1
    marks = list(_marks(texts[:begin], texts[begin]))
    if len(marks) < _SHOWN * len(entries):
        return []
    least = max(begin - _BRIEF, marks[-1][0] + 1)
    while begin > least and len(texts[begin - 1].split()) <= _BRIEF:
        begin -= 1
    numbered = set(dict(entries))
    return [line for line in range(begin, end) if line in numbered or len(texts[line].split()) <= _BRIEF]


def _begin(numbers: Sequence[int]) -> int:
    """Where those numbers begin that count up to the last one; the first is 1, or follows links to nowhere.

    >>> _begin([1, 2, 1, 2, 5]), _begin([7, 3, 4, 6]), _begin([19, 40, 41])
    (2, 1, 3)
    """
    turns = [at for at, (one, other) in enumerate(pairwise(numbers), 1) if one >= other]
    begin = turns[-1] if turns else 0
    return begin if numbers and numbers[begin] <= _UNLISTED else len(numbers)


def without_numbers(texts: list[str], entry: str) -> list[str]:
    """Lines without the numbers of their links; what is nothing else is an empty link."""
    if "⟨" in entry:
        texts = [_CITED_PICTURE.sub(r"\1](#)", text) for text in texts]
    found = list(texts)
    marks = list(_marks(texts, entry))
    if not _form(entry):
        marks = sorted([*marks, *_between(texts, marks, max(_numbers(entry), default=0))])
    for line, (start, end) in reversed(marks):
        found[line] = found[line][:start] + found[line][end:]
    return [" ".join(text.split()) or (before and "[](#)") for text, before in zip(found, texts, strict=True)]


def _whole(texts: Sequence[str], line: int) -> str:
    """A line with the address that stands alone below it, as below a link's title."""
    text, below = texts[line], texts[line + 1] if line + 1 < len(texts) else ""
    is_titled = text[:1].isdigit() and "/" in below and " " not in below and TARGET.match(below)
    return f"{text} {below}" if is_titled else text


def _numbers(text: str) -> list[int]:
    """The numbers of the addresses in a line that is a list of them, or one."""
    first = _ENTRY.search(text) if "/" in text or ":" in text or "www." in text else None
    if first is None or len(text[: first.start()].split()) > _BRIEF * _BRIEF:
        return []
    return [int(entry[entry.lastindex or 0]) for entry in _ENTRY.finditer(text)]


def _marks(texts: Sequence[str], entry: str) -> Iterator[tuple[int, tuple[int, int]]]:
    """Line and place of each number of a link, in text above a list with such an entry.

    Numbers count up. Where the list's have brackets as well, notes look so too, but stand behind a word.
    """
    mark = (_NUMBERED, _APART, _CITED)[_form(entry)]
    before = 0
    for line, text in enumerate(texts):
        for found in mark.finditer(text) if "[" in text or "⟨" in text else ():
            if mark is _CITED:
                yield line, found.span()
            elif before < (number := int(found[found.lastindex or 1])) <= before + _SKIPPED:
                before = number
                yield line, found.span()


def _form(entry: str) -> int:
    """How the numbers of a list are written: 0 for `12.`, 1 for `[12]`, 2 for `⟨12⟩`."""
    first = _ENTRY.search(entry)
    return ((first and first.lastindex) or 1) - 1


def _between(
    texts: Sequence[str], marks: Sequence[tuple[int, tuple[int, int]]], most: int
) -> Iterator[tuple[int, tuple[int, int]]]:
    """Line and place of the other numbers of links: of those that begin with a blank, or show nothing.

    They count up as well: each is one that the marks before and after it leave out, and none is above the last link's.
    """
    ends = [(line, start, int(re.sub(r"\D", "", texts[line][start:end]))) for line, (start, end) in marks]
    before, upper = 0, iter([*ends, (len(texts), 0, most + 1)])
    place = next(upper)
    for line, text in enumerate(texts):
        for found in _BRACKETED.finditer(text) if "[" in text else ():
            while place[:2] <= (line, found.start()):
                before, place = place[2], next(upper)
            if before < (number := int(found[1])) < place[2]:
                before = number
                yield line, found.span()
