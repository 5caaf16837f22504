r"""Text in which every text node of a page stands on a line of its own, as `get_text("\n")` gives it.

    The council closed ␤Harlow Bridge␤ on Monday.    →    The council closed Harlow Bridge on Monday.

A sentence is broken at all that is inline: links, emphasis, quotation marks, a drop cap. Its parts keep the blank that
stood beside the element, which nothing else leaves at a line's edge: programs that lay out text take it away, and
paragraphs have none. So it shows where a sentence goes on in any language, whatever its script and its capitals.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cleaner.characters import STOPS
from cleaner.once import compiled
from cleaner.plain.broken import CONTINUES, LOWER, STOPPED, WIDE
from cleaner.plain.layout import Lines

# What nothing but a node leaves: a blank at a line's edge inside a sentence, or at both of its neighbours. Each pattern
# begins with what it looks for: together they would take ten times as long.
_BEHIND = compiled(rf" \n(?:(?=[{LOWER}])(?<![\s{STOPS}:;] \n)|(?<=\S \n)(?=\S[^\n]*(?<=\S)\n \S))")
_BEFORE = compiled(rf"\n (?=[{LOWER}])(?<![\s{STOPS}:;]\n )")
_TOUCHING = 3  # characters: a line's end, and a blank on either side
_EDGES = 2  # one may be a slip of the hand; where none stands behind a line, lines are indented by one blank
_OPEN = compiled(r"(?:^|\s)[(\[“„‘«\"'¿¡]+$")  # that a line ends with
_INSIDE = compiled(rf"['‘’][^\W\d_]{{1,2}}\b|[<>=≤≥]\s?[\d.−-]|[–—-] [{LOWER}]")  # Harlow's; p < .05; a dash
_OPENED = compiled(r"[(\[][^()\[\]]*$")  # a bracket that a line leaves open
_CLOSED = compiled(r"[^()\[\]]*[)\]]")  # and the line that closes it
_NEAR = 5  # lines between the brackets, where a list of sources is cited
_ENDED = compiled(rf"[{STOPS}]['\"”’»)\]]*$")


def are_apart(source: str) -> bool:
    r"""Whether a text has a line a node: blanks stand at edges of lines, in the middle of sentences.

    >>> are_apart("We saw \nHarlow Bridge\n on Monday, and then\n we saw it fall."), are_apart(" We \n saw it fall. ")
    (True, False)
    """
    behind = len(_BEHIND.findall(source))
    return behind > 0 and behind + len(_BEFORE.findall(source)) >= _EDGES


def with_initials(lines: Lines) -> Lines:
    """Lines of which none is a drop cap: `T`, which `he ferry runs` follows with nothing between."""
    texts, spans, numbers = list(lines.texts), list(lines.spans), list(lines.numbers)
    gaps, indents = list(lines.gaps), list(lines.indents)
    for line in [line for line, text in enumerate(texts[:-1]) if len(text) == 1 and text.isupper()][::-1]:
        after = texts[line + 1]
        if len(after) >= WIDE and after[0].islower() and spans[line + 1][0] - spans[line][1] == 1:
            texts[line : line + 2] = [texts[line] + after]
            spans[line : line + 2] = [(spans[line][0], spans[line + 1][1])]
            numbers[line : line + 2] = [(numbers[line][0], numbers[line + 1][1])]
            del gaps[line + 1], indents[line + 1]
    return Lines(texts, spans, numbers, gaps, indents)


def parts(source: str, texts: Sequence[str], spans: Sequence[tuple[int, int]]) -> list[bool]:
    r"""For each line whether it continues the line before it, from which an inline element parted it.

    Lines are only put together where they make running text: a menu may have such blanks as well.

    >>> source = "We closed \nHarlow Bridge\n on Monday, and \nArne Bridge\n on the day after that.\nSo it was."
    >>> texts = source.split("\n")
    >>> ends = [sum(map(len, texts[: at + 1])) + at for at in range(6)]
    >>> spans = [(end - len(text.lstrip()), end - len(text) + len(text.rstrip())) for text, end in zip(texts, ends)]
    >>> parts(source, list(map(str.strip, texts)), spans)
    [False, True, True, True, True, False]
    """
    joined = [False] * len(texts)
    between = ["", *(source[a:b].replace("\n\xa0", "\n ") for (_, a), (b, _) in pairwise(spans))]
    tied = [False, *map(_are_tied, texts, texts[1:], between[1:])][: len(texts)]
    for line in _items(texts, between):
        tied[line] = False
    for line in range(2, len(texts) - 1):  # two elements with a blank between, inside a sentence
        if between[line] == "\n \n" and tied[line - 1] and tied[line + 1] and not _ENDED.search(texts[line - 1]):
            tied[line] = True
    for line in _in_brackets(texts, between):
        tied[line] = True
    for first, last in _runs(tied):
        if any(len(text) >= WIDE or _ENDED.search(text) for text in texts[first:last]):
            joined[first + 1 : last] = [True] * (last - first - 1)
    return joined


def _are_tied(before: str, text: str, between: str) -> bool:
    """Whether a sentence goes on from one line to the next, by what stands between them and at their edges."""
    goes_on = CONTINUES.match(text) is not None or _INSIDE.match(text) is not None
    if between == " \n":
        return goes_on or not _ENDED.search(before)
    if between == "\n ":
        return True
    if between == "\n":
        return _OPEN.search(before) is not None or (goes_on and not STOPPED.search(before))
    return between == " \n " and goes_on


def _items(texts: Sequence[str], between: Sequence[str]) -> set[int]:
    """Lines that touch an item of a menu: blanks stand on the same side of brief lines in a row, which go on nowhere.

    Around an element inside a sentence they stand on both sides.
    """
    sides = [
        side if side in (" \n", "\n ") and {side, after} != {" \n", "\n "} and len(text) < WIDE and not goes_on else ""
        for text, (side, after), goes_on in zip(
            texts, pairwise([*between, ""]), map(CONTINUES.match, texts), strict=True
        )
    ]
    pairs = [line for line, (side, after) in enumerate(pairwise(sides)) if side and side == after]
    return {line + more for line in pairs for more in (0, 1)}


def _in_brackets(texts: Sequence[str], between: Sequence[str]) -> Iterator[int]:
    """The lines after one that leaves a bracket open, up to the one that closes it."""
    for first in [line for line, text in enumerate(texts) if _OPENED.search(text)]:
        for last in range(first + 1, min(first + 1 + _NEAR, len(texts))):
            if len(between[last]) > _TOUCHING:
                break
            if _CLOSED.match(texts[last]):
                yield from range(first + 1, last + 1)
                break


def _runs(tied: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """First and last of lines that are tied, of which there are two or more."""
    starts = [line for line, one in enumerate(tied) if not one]
    return ((a, b) for a, b in pairwise([*starts, len(tied)]) if b - a > 1)
