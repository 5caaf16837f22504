r"""Keeps what a page nests within bounds, so that any page is parsed in time and memory that grow with its length.

HTML's parsing rules take quadratic time in three cases that only broken generators and attackers write: every start tag
looks through the elements that are open, every paragraph opens again the formatting (`b`, `font`) that was left open,
and every attribute is compared with those before it. Browsers stop at some depth, 512 in Blink; so does this: start
tags beyond a bound are taken out, with their end tags, and their text stays where it is.

The parser adds a fourth: a tag that may not stand where it does (a table's row in a paragraph) is ignored, so what
comes after goes on in the same text, which is copied if the tag has attributes. A comment after the tag parts the text.
And a fifth: each option looks through those before it in its select. Beyond a bound their tags are taken out, too.

Nearly all pages have too few tags for that to matter and come back as they are; only the others are searched.

>>> bounded("<p>Hello").decode()
'<p>Hello'
>>> deep = bounded("<div>" * 20_000 + "Hello" + "</div>" * 20_000)
>>> deep.count(b"<div>"), deep.count(b"</div>"), b">Hello<" in deep
(512, 512, True)
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections import Counter
from functools import cache
from itertools import islice, product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Up to here parsing takes half a second, whatever the page nests; one page in a thousand goes beyond.
_SAFE_TAGS = 20_000
_SAFE_FORMATTING = 1_000
_SAFE_OPTIONS = 2_000
_SAFE_COPIES = 1 << 29  # bytes, if every tag that may be ignored copies the whole page
_SAFE_STRETCH = 1 << 16  # bytes without a tag in them; a tag as long as that may have too many attributes

MAX_DEPTH = 512  # open elements, as in Blink
MAX_FORMATTING = 16  # of them elements that every paragraph would open again
MAX_ATTRIBUTES = 256  # of an element
MAX_OPTIONS = 1_000  # of a select

_FORMATTING = frozenset(b"b big code em font i s small strike strong tt u".split())
# Elements that are empty, or that the next of their kind closes: open ones do not add up. In SVG and MathML they do.
_FLAT = frozenset(
    b"a area base basefont bgsound body br button caption col colgroup dd dt embed frame head hr html image img input"
    b" keygen li link meta nobr optgroup option p param rp rt source tbody td tfoot th thead tr track wbr".split()
)
_FOREIGN = (b"svg", b"math")
_OPTION = frozenset((b"option",))
# Elements whose start tags the parser ignores where they may not stand.
_STRAY = frozenset(b"body caption col colgroup form frame head html tbody td tfoot th thead tr".split())

# Every alternative goes on as far as it can and never back, so that the whole page is passed once.
_TAG = re.compile(
    rb"""
    <!--(?:[^-]++|-(?!->))*+
    | <(?P<raw>script|style|textarea|title|xmp|iframe|noembed|noframes)\b(?:[^<]++|<(?!/(?P=raw)))*+
    | <(?P<end>/?)(?P<name>[a-z][^\s/>]*+)
      (?P<attributes>(?:[^>=]++|=\s*+(?:"[^"]*"|'[^']*')?+)*+)>?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(rb"""[\s/]*+[^\s/>=]++\s*+(?:=\s*+(?:"[^"]*"|'[^']*'|[^\s>]*+))?+""")
_SURROGATE = re.compile("[\ud800-\udfff]")


def bounded(html: str, utf8: bytes | None = None) -> bytes:
    """Give a page as UTF-8, with its nesting and its attributes kept within bounds. Lone surrogates become U+FFFD.

    `utf8` is `html.encode()`, if the caller happens to have it.
    """
    if utf8 is None:
        try:
            utf8 = html.encode()
        except UnicodeEncodeError:
            utf8 = _SURROGATE.sub("\ufffd", html).encode()
    data = utf8.removeprefix(BOM_UTF8)  # to the parser it would be a text before the head
    return data if _is_harmless(data) else _TAG.sub(_Nesting(), data)


def _is_harmless(data: bytes) -> bool:
    import numpy as np

    page = np.frombuffer(data, np.uint8)
    tags = np.flatnonzero(page[:-2] == ord("<"))
    if len(tags) > _SAFE_TAGS:
        return False
    names = page[tags + 1].astype(np.uint16) << 8 | page[tags + 2]
    if np.count_nonzero(_beginnings(_FORMATTING)[names]) > _SAFE_FORMATTING:
        return False
    if np.count_nonzero(_beginnings(_OPTION)[names]) > _SAFE_OPTIONS:
        return False
    if np.count_nonzero(_beginnings(_STRAY)[names]) * len(data) > _SAFE_COPIES:
        return False
    return not any(
        data.find(b"<", start, start + _SAFE_STRETCH) < 0 and _is_overloaded(data, start)
        for start in range(0, len(data) - _SAFE_STRETCH, _SAFE_STRETCH)
    )


@cache
def _beginnings(names: frozenset[bytes]) -> NDArray[np.bool_]:
    """Mark the first two bytes of elements' names; a name of one letter, only with attributes.

    Of formatting without attributes the parser opens three of a kind again at most.
    """
    import numpy as np

    table = np.zeros(1 << 16, np.bool_)
    for name in names:
        for second in (name[1:2],) if name[1:] else (b" ", b"\t", b"\n", b"\r", b"\f", b"/"):
            for start in product({name[:1], name[:1].upper()}, {second, second.upper()}):
                table[int.from_bytes(b"".join(start), "big")] = True
    return table


def _is_overloaded(data: bytes, place: int) -> bool:
    """Whether the tag that a place is in, if it is in one, has too many attributes."""
    start = max(data.rfind(b"<", 0, place), 0)
    if data[start : start + 7].lower().startswith((b"<script", b"<style")) and data.find(b">", start, place) > 0:
        return False
    tag = _TAG.match(data, start)
    return tag is not None and tag["name"] is not None and _slim(tag) != tag[0]


class _Nesting:
    """Takes the tags of a page in their order, and gives each as it shall be, or nothing."""

    def __init__(self) -> None:
        self._open = Counter[bytes]()
        self._dropped = Counter[bytes]()
        self._depth = 0
        self._formatting = 0
        self._options = 0

    def __call__(self, tag: re.Match[bytes]) -> bytes:
        if tag["name"] is None:  # a comment, a script
            return tag[0]
        name = tag["name"].lower()
        if self._is_option_too_many(name, tag["end"]):
            return b""
        if name in _FLAT and not any(self._open[foreign] for foreign in _FOREIGN):
            return _parted(tag, name)
        if tag["end"]:
            return self._close(name, tag[0])
        if tag["attributes"].endswith(b"/") and any(self._open[foreign] for foreign in _FOREIGN):
            return _slim(tag)
        formatting = name in _FORMATTING
        if self._depth >= MAX_DEPTH or (formatting and self._formatting >= MAX_FORMATTING):
            self._dropped[name] += 1
            return _trace(name)
        self._open[name] += 1
        self._depth += 1
        self._formatting += formatting
        return _parted(tag, name)

    def _is_option_too_many(self, name: bytes, end: bytes) -> bool:
        if name == b"select":
            self._options = 0
        elif name == b"option" and not end and self._open[b"select"]:
            self._options += 1
        return name == b"option" and self._options > MAX_OPTIONS

    def _close(self, name: bytes, tag: bytes) -> bytes:
        if self._dropped[name]:
            self._dropped[name] -= 1
            return _trace(name)
        if self._open[name]:
            self._open[name] -= 1
            self._depth -= 1
            self._formatting -= name in _FORMATTING
        return tag


def _trace(name: bytes) -> bytes:
    """Give what is left of a tag that is taken out: what was apart stays apart."""
    return b"" if name in _FORMATTING or name == b"span" else b"<br>"


def _parted(tag: re.Match[bytes], name: bytes) -> bytes:
    """Give a start tag, and a comment after one that the parser may ignore at the cost of copying the text before."""
    return _slim(tag) + b"<!---->" if name in _STRAY and tag["attributes"] else _slim(tag)


def _slim(tag: re.Match[bytes]) -> bytes:
    """Leave a start tag no more attributes than a page needs."""
    if len(tag["attributes"]) > 2 * MAX_ATTRIBUTES:
        extra = next(islice(_ATTRIBUTE.finditer(tag["attributes"]), MAX_ATTRIBUTES, None), None)
        if extra is not None:
            return b"<" + tag["name"] + tag["attributes"][: extra.start()] + b">"
    return tag[0]
