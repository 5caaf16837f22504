"""The characters of a page and the class of each, found by one table for all of Unicode.

A page of 20 MB has twenty million of them, so each takes as few bytes as it can, and what takes more is made for a part
of the page at a time.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from cleaner.once import compiled

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Codes = NDArray[np.uint8] | NDArray[np.uint16] | NDArray[np.uint32]
Columns = dict[str, Floats]
"""Measures by name, each with an entry a line."""

# Character classes; each character is in one. The order is the table's.
LOWER, UPPER, UNCASED, IDEOGRAPH, RUNNING, DIGIT, SPACE, STOP, COMMA, QUOTE, BRACKET, SEPARATOR, DASH, MARK, OTHER = (
    range(15)
)
CLASSES = 16

STOPS = ".!?…。！？।؟۔።፧։॥။។៕\u037e"
"""Characters that end a sentence, in any script."""

_COMMAS = ",;:、，；：،؛՝፣፤፦၊៖"
_QUOTES = "\"'“”„‟«»‹›‘’‚「」『』"
_SEPARATORS = "|/\\·•●►▶»›→⇒▪■□◦*>~_+="
_GREEK_QUESTION = compiled(";(?<=[\u0370-\u03ff\u1f00-\u1fff];)")  # a semicolon there is a raised dot
_CHUNK = 1 << 20  # characters looked at together

_IN_WORD = bytes((kind <= DIGIT or kind == MARK) and kind != IDEOGRAPH for kind in range(256))


@lru_cache(maxsize=1)
def _classes() -> NDArray[np.uint8]:
    """The class of every code point.

    Blocks of one kind (ideographs, Hangul, emoji) are filled by range: asking for 1.1 million categories one by one
    would cost a quarter of a second at every start.
    """
    table = np.full(0x110000, OTHER, dtype=np.uint8)
    by_category = {"Ll": LOWER, "Lu": UPPER, "Lt": UPPER, "Lo": UNCASED, "Lm": UNCASED, "Nd": DIGIT, "No": DIGIT}
    by_category |= {"Nl": DIGIT, "Mn": MARK, "Mc": MARK, "Me": MARK, "Cf": MARK, "Zs": SPACE, "Cc": SPACE}
    by_category |= {"Ps": BRACKET, "Pe": BRACKET, "Pd": DASH, "Pi": QUOTE, "Pf": QUOTE}
    for block in (range(0x3000), range(0xA000, 0xAC00), range(0xF900, 0x10000), range(0x10400, 0x10450)):
        for code in block:
            table[code] = by_category.get(unicodedata.category(chr(code)), OTHER)
    for kind, first, last in (
        (RUNNING, 0x0E01, 0x0E33), (RUNNING, 0x0E40, 0x0E46), (RUNNING, 0x0E81, 0x0EC6), (RUNNING, 0x1000, 0x109F),
        (RUNNING, 0x1780, 0x17D3), (DIGIT, 0x1040, 0x1049), (IDEOGRAPH, 0x3005, 0x3007), (IDEOGRAPH, 0x3041, 0x30FF),
        (IDEOGRAPH, 0x3400, 0x9FFF), (IDEOGRAPH, 0xF900, 0xFAFF), (IDEOGRAPH, 0xFF66, 0xFF9F),
        (IDEOGRAPH, 0x20000, 0x3FFFF), (UNCASED, 0xAC00, 0xD7A3), (SPACE, 0x3000, 0x3000),
        (BRACKET, 0x3008, 0x3011), (BRACKET, 0x3014, 0x301B), (MARK, 0x055B, 0x055C), (MARK, 0x055E, 0x055E),
        (UNCASED, 0x10D0, 0x10FF),  # Georgian: Unicode has capitals for it, but they stand in headings only
    ):  # fmt: skip
        table[first : last + 1] = kind
    for kind, characters in ((STOP, STOPS), (COMMA, _COMMAS), (QUOTE, _QUOTES), (SEPARATOR, _SEPARATORS)):
        table[[ord(c) for c in characters]] = kind
    return table


@lru_cache(maxsize=1)
def folds() -> NDArray[np.uint32]:
    """Lower case of every code point below U+2000 (bicameral scripts in use), itself above."""
    table = np.arange(0x110000, dtype=np.uint32)
    table[:0x2000] = [ord(c) if len(c := chr(code).lower()) == 1 else code for code in range(0x2000)]
    return table


@lru_cache(maxsize=1)
def _narrow() -> bytes:
    """The class of every character of Latin-1, as `bytes.translate` wants it."""
    return _classes()[:256].tobytes()


def classed(text: str) -> tuple[Codes, bytes]:
    r"""The code point of every character, in as few bytes as all of them need, and the class of each.

    >>> codes, kinds = classed("A b\u201d")
    >>> codes.dtype.itemsize, codes.tolist(), list(kinds)
    (2, [65, 32, 98, 8221], [1, 6, 0, 9])
    >>> classed("Why;")[1][-1] == COMMA, classed("Γιατί;")[1][-1] == STOP
    (True, True)
    """
    try:
        narrow = text.encode("latin-1")
    except UnicodeEncodeError:
        codes = _wide(text)
        parts = [codes[at : at + _CHUNK] for at in range(0, len(codes), _CHUNK)]  # numpy makes eight bytes of each code
        return codes, _asked(text, b"".join([_classes().take(part).tobytes() for part in parts]))
    return np.frombuffer(narrow, dtype=np.uint8), narrow.translate(_narrow())


def _asked(text: str, kinds: bytes) -> bytes:
    """The classes of characters with stops where Greek asks."""
    if not (places := [mark.start() for mark in _GREEK_QUESTION.finditer(text)]):
        return kinds
    asked = bytearray(kinds)
    for place in places:
        asked[place] = STOP
    return bytes(asked)


def _wide(text: str) -> Codes:
    codes = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), dtype=np.uint16)
    if len(codes) == len(text):
        return codes
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def counted(kinds: bytes, ends: Ints) -> Floats:
    r"""How many characters of each class each line has, its line break too: a row a class.

    Args:
        kinds: the class of each character.
        ends: for each line the place of the line break after it; a line break stands before the first.

    >>> counted(classed("\nab 3\n4\n")[1], np.array([5, 7]))[[LOWER, DIGIT, SPACE]].tolist()
    [[2.0, 0.0], [1.0, 1.0], [2.0, 1.0]]
    """
    classes = np.frombuffer(kinds, dtype=np.uint8)[1:]
    if len(classes) <= _CHUNK:
        return _counted(classes, ends - 1).astype(np.float64)
    counts = np.zeros((CLASSES, len(ends)))
    for start in range(0, len(classes), _CHUNK):
        part = classes[start : start + _CHUNK]
        first, last = (ends - 1).searchsorted((start, start + len(part) - 1)).tolist()
        counts[:, first : last + 1] += _counted(part, ends[first : last + 1] - 1 - start)
    return counts


def _counted(classes: NDArray[np.uint8], ends: Ints) -> Ints:
    # Most characters are lower case: the others are counted, and those are what is left.
    others = np.flatnonzero(classes != LOWER)
    n = len(ends)
    lines = np.repeat(np.arange(n), on_lines(others, ends))
    counts = np.bincount(classes.take(others) * np.int64(n) + lines, minlength=CLASSES * n).reshape(CLASSES, n)
    upto = np.minimum(ends, len(classes) - 1)
    upto[1:] -= upto[:-1].copy()
    upto[:1] += 1
    counts[LOWER] = upto - counts.sum(axis=0)
    return counts


def on_lines(places: Ints, ends: Ints) -> Ints:
    """How many of some places, in order, each line has, the place where it ends included.

    >>> on_lines(np.array([1, 2, 6, 7]), np.array([6, 8])).tolist()
    [3, 1]
    """
    upto = places.searchsorted(ends, side="right")
    upto[1:] -= upto[:-1].copy()
    return upto


def in_words(kinds: bytes) -> Bools:
    """Whether each character is inside a word between spaces."""
    return np.frombuffer(kinds.translate(_IN_WORD), dtype=np.bool_)
