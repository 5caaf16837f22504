"""Lines at the edges of a printed page: its title, address, date and number, which each page has again.

    3/12/31, 10:05 AM          Old bridge closed | Courier
    The council voted on Monday to close the old bridge, which
    https://example.org/bridge                          1/3

Where pages end is told by form feeds, or by numbers that count them up to a total. Why not more: what comes back in the
middle of pages may be a refrain, and headings at their tops that count chapters are no two alike.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

_EDGE = 4  # lines at the top of a page and at its foot
_LEAST = 3  # pages
_SHARE = 0.5  # of the pages that have the line
_OF = "of|von|de|sur|di|van|av|af|z|из"
_FIRST = re.compile(rf"1(?<!\w1) ?(?:/|{_OF}) ?\d{{1,3}}[ \t]*$", re.MULTILINE)
_NUMBER = re.compile(rf"(?:^|\s)(\d{{1,3}})\s?(?:/|\b(?:{_OF})\b)\s?(\d{{1,3}})$")


def running(source: str, texts: Sequence[str], spans: Sequence[tuple[int, int]]) -> list[int]:
    r"""The lines that come back at the edges of pages.

    >>> texts = ["Old bridge", "It is shut.", "1/3", "Old bridge", "It leaks.", "2/3", "Old bridge", "It rains.", "3/3"]
    >>> running("\n".join(texts), texts, [(0, 0)] * 9)
    [0, 2, 3, 5, 6, 8]
    >>> running("", ["Old bridge", "It is shut.", "Old bridge", "It leaks.", "Old bridge"], [(0, 0)] * 5)
    []
    """
    if source.count("\f") < _LEAST - 1 and not _FIRST.search(source):
        return []  # as nearly all texts, without a look at their lines
    pages = list(pairwise([0, *_breaks(source, texts, spans), len(texts)]))
    if len(pages) < _LEAST:
        return []
    edges = [{*range(a, min(a + _EDGE, b)), *range(max(a, b - _EDGE), b)} for a, b in pages]
    counts = Counter(key for lines in edges for key in {_key(texts[line]) for line in lines})
    least = max(_LEAST, _SHARE * len(pages))
    return sorted(line for lines in edges for line in lines if counts[_key(texts[line])] >= least)


def _breaks(source: str, texts: Sequence[str], spans: Sequence[tuple[int, int]]) -> list[int]:
    """The lines with which new pages begin."""
    if feeds := [feed.start() for feed in re.finditer("\f", source)]:
        starts = [start for start, _ in spans]
        return sorted({bisect_left(starts, feed) for feed in feeds} - {0, len(texts)})
    found: list[int] = []
    total = 0
    for line, text in enumerate(texts):
        if (number := _NUMBER.search(text)) and int(number[1]) == len(found) + 1 and total in (0, int(number[2])):
            total = int(number[2])
            found.append(line + 1)
    return found[:-1] if len(found) == total else []


def _key(text: str) -> str:
    """What a line says on every page: without the page's number."""
    return _NUMBER.sub("", text).strip() or "1/1"
