"""Markdown's marks for links, emphasis and code: finds them in a page's lines, writes them (CommonMark 0.31)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate
from urllib.parse import urljoin

from cleaner.head import Attributes
from cleaner.markup.blocks import Mark
from cleaner.markup.tags import CODE, EMPHASIS, HREF, MARKS, STRONG

SEAM = "\0"  # between two elements that touch; the parser leaves no such character in a text

_NOWHERE = re.compile(r"(?:#|javascript:|data:|$)", re.IGNORECASE)
_UNSAFE = re.compile(r"[\s<>()\x00-\x1f]")  # what would end a link's address
_LONGEST = 2_000  # characters of an address, as far as browsers go


class OpenMarks:
    """Finds the marks of each line: `begin` and `end` are told of an element and how many parts the line has then."""

    def __init__(self) -> None:
        self._open: list[tuple[int, str, str]] = []
        self._closed: list[tuple[int, int, str, str]] = []

    def begin(self, tag: str, attributes: Attributes, parts: int) -> None:
        """Open an element's mark; it closes at the element's end and at every line's."""
        self._open.append((parts, MARKS[tag], (attributes.get("href") or "").strip() if MARKS[tag] == HREF else ""))

    def end(self, parts: int) -> None:
        """Close the mark that was opened last."""
        start, sign, link = self._open.pop()
        self._closed.append((start, parts, sign, link))

    def of(self, parts: list[str]) -> tuple[Mark, ...]:
        """Give the marks of a line that ends, in letters that are no blanks; what is still open goes on in the next."""
        found = self._closed + [(start, len(parts), sign, link) for start, sign, link in reversed(self._open)]
        self._closed = []
        self._open = [(0, sign, link) for _, sign, link in self._open]
        if not found:
            return ()
        letters = [0, *accumulate(0 if part == SEAM else sum(map(len, part.split())) for part in parts)]
        spans = [(letters[start], letters[min(end, len(parts))], sign, link) for start, end, sign, link in found]
        return tuple([span for span in spans if span[0] < span[1]])


def written(text: str, marks: Sequence[Mark], *, base: str | None = None, heading: bool = False) -> str:
    """Put the marks into a line.

    A mark inside one of its own kind, in code, or around a whole heading says nothing and is left out.

    >>> written("It was shut.", [(5, 9, "**", ""), (2, 5, "[", "/x")], base="https://example.org")
    'It [was](https://example.org/x) **shut**.'
    """
    if not marks:
        return text
    places = [place for place, letter in enumerate(text) if not letter.isspace()]
    parts: list[str] = []
    closing: list[tuple[int, str, str]] = []  # the end of each open mark, its kind, and what closes it
    at = 0
    for start, end, sign, link in sorted(marks, key=lambda mark: (mark[0], -mark[1])):
        while closing and closing[-1][0] <= start:
            at = _close(text, parts, closing, places, at)
        target = _target(link, base) if sign == HREF else ""
        if closing and closing[-1][0] < end:
            end = closing[-1][0]
        if not _speaks(text[places[start] : places[end - 1] + 1], sign, target, [kind for _, kind, _ in closing]):
            continue
        if heading and sign in (STRONG, EMPHASIS) and end - start == len(places):
            continue
        parts += (text[at : places[start]], sign)
        at = places[start]
        closing.append((end, sign, f"]({target})" if sign == HREF else sign))
    while closing:
        at = _close(text, parts, closing, places, at)
    return "".join(parts) + text[at:]


def _close(text: str, parts: list[str], closing: list[tuple[int, str, str]], places: list[int], at: int) -> int:
    end, _, sign = closing.pop()
    place = places[end - 1] + 1
    parts += (text[at:place], sign)
    return place


def _speaks(inside: str, sign: str, target: str, around: list[str]) -> bool:
    """Whether a mark has a meaning where it stands, and its sign cannot be taken for anything else."""
    if sign in around or CODE in around:
        return False
    if sign == HREF:
        return bool(target) and "[" not in inside and "]" not in inside
    return sign[0] not in inside


def _target(link: str, base: str | None) -> str:
    """Give a link's address as Markdown writes it, or nothing if it leads nowhere."""
    if _NOWHERE.match(link) or len(link) > _LONGEST:
        return ""
    try:
        whole = urljoin(base, link) if base else link
    except ValueError:  # an address with a broken host
        whole = link
    return _UNSAFE.sub(lambda found: f"%{ord(found[0]):02X}", whole)
