"""Markdown's marks for links, emphasis and code: finds them in a page's lines, writes them (CommonMark 0.31)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate
from urllib.parse import urljoin

from cleaner.markup.blocks import Mark
from cleaner.markup.head import Attributes
from cleaner.markup.tags import CODE, EMPHASIS, HREF, MARKS, RAW, STRONG

SEAM = "\0"  # between two elements that touch; the parser leaves no such character in a text

BAR, BROKEN = "\ufdd0", "\ufdd1"  # in a cell, and for a `br` in code; no characters (Unicode 23.7)

_TICKS = re.compile("`+")
_SIGN = re.compile(rf"[*_`<&\[\]~\\{BAR}]")
_MARK = re.compile(
    r"""[`] | \*(?!\s) | (?<!\s)\* | (?<!\w)_(?!\s) | (?<!\s)_(?!\w) | ~(?=~) | (?<=~)~
      | <(?=[a-zA-Z/!?]) | &(?=\#?\w+;) | \[(?=[^\[\]]*\][(\[:]) | \](?=[(\[:])
      | \\(?=[!-/:-@\[-`{-~]|$)""",
    re.VERBOSE,
)
_BRACKET = re.compile(rf"(?:{_MARK.pattern}) | [\[\]]", re.VERBOSE)
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

    def raw(self, parts: int) -> None:
        """Mark the part that comes next as one that is written as it is."""
        self._closed.append((parts, parts + 1, RAW, ""))

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
    r"""Put the marks into a line, and a backslash before what would be taken for a mark.

    A mark inside one of its own kind, in code, or around a whole heading says nothing and is left out.

    >>> written("It was shut.", [(5, 9, "**", ""), (2, 5, "[", "/x")], base="https://example.org")
    'It [was](https://example.org/x) **shut**.'
    >>> written("Write <b> or *b*.", [])
    'Write \\<b> or \\*b\\*.'
    """
    if not marks:
        return _escaped(text)
    places = [place for place, letter in enumerate(text) if not letter.isspace()]
    line = _Line(text)
    for start, end, sign, link in sorted(marks, key=lambda mark: (mark[0], -mark[1])):
        first = places[start]
        line.close(first)
        target = _target(link, base) if sign == HREF else ""
        last = min(places[end - 1] + 1, line.ends)
        if heading and sign in (STRONG, EMPHASIS) and end - start == len(places):
            continue
        if first < last and line.speaks(first, last, sign, target):
            line.open(first, last, sign, target)
    line.close(len(text) + 1)
    return "".join(line.parts)


class _Line:
    """A line while its marks are written."""

    def __init__(self, text: str) -> None:
        self.parts: list[str] = []
        self._text, self._at = text, 0
        self._closing: list[tuple[int, str, str]] = []  # the end of each open mark, its kind, and what closes it

    @property
    def ends(self) -> int:
        """Where the innermost open mark ends."""
        return self._closing[-1][0] if self._closing else len(self._text)

    def close(self, upto: int) -> None:
        """Close the marks that end before a place, and write the text up to there."""
        while self._closing and self._closing[-1][0] <= upto:
            self._write(self._closing[-1][0])
            self.parts.append(self._closing.pop()[2])
        self._write(min(upto, len(self._text)))

    def open(self, start: int, end: int, sign: str, target: str) -> None:
        """Open a mark."""
        if sign == HREF:
            if self.parts and self.parts[-1].endswith("!"):
                self.parts[-1] = self.parts[-1][:-1] + "\\!"  # or it were a picture
            self._closing.append((end, sign, f"]({target})"))
        elif sign == CODE:
            inside = self._text[start:end]
            sign = CODE * (1 + max(map(len, _TICKS.findall(inside)), default=0))
            blank = " " if CODE in (inside[0], inside[-1]) else ""
            self._closing.append((end, CODE, blank + sign))
            sign += blank
        else:
            self._closing.append((end, sign, sign))
        self.parts.append(sign)

    def speaks(self, start: int, end: int, sign: str, target: str) -> bool:
        """Whether a mark has a meaning where it stands, and a reader of Markdown sees it (CommonMark 0.31, 6.2)."""
        around = [kind for _, kind, _ in self._closing]
        if sign in around or CODE in around or RAW in around:
            return False
        if sign == HREF:
            return bool(target)
        text = self._text
        before, after = text[start - 1 : start], text[end : end + 1]
        return sign in (CODE, RAW) or not (
            (_is_sign(text[start]) and before.isalnum()) or (_is_sign(text[end - 1]) and after.isalnum())
        )

    def _write(self, upto: int) -> None:
        if upto > self._at:
            kinds = [kind for _, kind, _ in self._closing]
            bare = CODE in kinds or RAW in kinds
            text = self._text[self._at : upto]
            self.parts.append(text.replace(BAR, r"\|") if bare else _escaped(text, linked=HREF in kinds))
            self._at = upto


def _is_sign(letter: str) -> bool:
    return not letter.isalnum() and not letter.isspace()


def _escaped(text: str, *, linked: bool = False) -> str:
    """Put a backslash before the signs of a part of a line that would be taken for marks."""
    if not _SIGN.search(text):
        return text
    made = (_BRACKET if linked else _MARK).sub(r"\\\g<0>", text)
    return made.replace(BAR, r"\|")


def _target(link: str, base: str | None) -> str:
    """Give a link's address as Markdown writes it, or nothing if it leads nowhere."""
    if _NOWHERE.match(link) or len(link) > _LONGEST:
        return ""
    try:
        whole = urljoin(base, link) if base else link
    except ValueError:  # an address with a broken host
        whole = link
    return _UNSAFE.sub(lambda found: f"%{ord(found[0]):02X}", whole)
