"""Counting words of any script: the unit of every share and every statistic.

This is the count that people read (in the sidecar, in summaries). The measures that rules see are in `features`, which
counts all lines of a page at once.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from contextlib import suppress

from cleaner.once import compiled

# Vowel signs, dots and viramas of Indic scripts, which `\w` leaves out, and the joiners beside them.
_SIGNS = "".join(c for c in map(chr, range(0x900, 0xE00)) if unicodedata.category(c)[0] == "M") + "\u200c\u200d"

# A word is letters and digits, joined inside by at most two other characters: don't, e-mail, 3.5, U.S; of Indic signs
# up to four may follow each other. Two matches never compete for a character, so the search is linear.
_WORD = compiled(rf"\w+(?:(?:[^\w\s]{{1,2}}|[{_SIGNS}]{{3,4}})\w+)*")

# Scripts that put no spaces between words; their letters only, since signs above and below letters are no letters.
_UNSPACED = compiled(
    "["
    "\u0e01-\u0e33\u0e40-\u0e46\u0e81-\u0eb3\u0ec0-\u0ec6"  # Thai, Lao
    "\u1000-\u102a\u103f\u1050-\u1055\u1075-\u1081\u1780-\u17b3"  # Burmese with Shan, Khmer
    "\u3005-\u3007\u3041-\u30ff"  # Japanese kana
    "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Chinese characters
    "]"
)
_ALPHABETS = ("cp1252", "cp1251")  # 256 characters each: of Western European languages, and of Slavic ones


def _kinds(alphabet: str) -> bytes:
    """Say of each character what it is to `_WORD`: in a word, between words, anything else."""
    characters = bytes(range(256)).decode(alphabet, "replace")
    kinds = ["a" if re.match(r"\w", one) else " " if re.match(r"\s", one) else "." for one in characters]
    return "".join(kinds).encode()


_KINDS = {alphabet: _kinds(alphabet) for alphabet in _ALPHABETS}
_LINE_KINDS = {alphabet: b"\n" + kinds[1:] for alphabet, kinds in _KINDS.items()}
_LINE_END = " \0 "  # a kind of its own there
_BEGINS = b" a"
_LETTERS_A_WORD = 2  # a Chinese word has 1.5 to 2 characters, a Thai one 4; one number keeps the count explainable


def count_words(text: str) -> int:
    """Count the words of a text.

    Where a script puts spaces between words these are counted; letters of scripts without them count for half a word.

    Why not more: a segmenter for each such language would be a heavy dependency, and shares of one document, which is
    what the counts are for, hardly change with the exact length of a word.

    >>> count_words("Don't panic: it's 3.5 per cent.")
    6
    >>> count_words("हिन्दी में समाचार"), count_words("ज़िंदगी")
    (3, 1)
    >>> count_words("東京で地震。NHK"), count_words(" — | — ")
    (4, 0)
    """
    kinds = _translated(text, _KINDS)
    return _count_any(text) if kinds is None else _marked(kinds).count(_BEGINS)


def count_lines(texts: Sequence[str]) -> list[int]:
    """Count the words of each of many lines, which costs less than one by one.

    >>> count_lines(["Don't panic", "", "—", "東京"])
    [2, 0, 0, 1]
    """
    alike = texts
    kinds = _translated(_LINE_END.join(alike), _LINE_KINDS)
    if kinds is None:  # for the sake of a few lines
        alike = [text for text in texts if text.isascii()]
        kinds = _translated(_LINE_END.join(alike), _LINE_KINDS) or b""
    if kinds.count(b"\n") != len(alike) - 1:
        return [count_words(text) for text in texts]
    lines = iter(_marked(kinds).split(b"\n"))
    return [next(lines).count(_BEGINS) if alike is texts or text.isascii() else count_words(text) for text in texts]


def _translated(text: str, tables: Mapping[str, bytes]) -> bytes | None:
    """Give the kinds of a text's characters, with a blank before them; None when no alphabet has all of them."""
    for alphabet, kinds in tables.items():
        with suppress(UnicodeEncodeError):
            return b" " + text.encode("ascii" if text.isascii() else alphabet).translate(kinds)
    return None


def _marked(kinds: bytes) -> bytes:
    """Put a blank before each beginning of a word; before no other letter of one stands a blank."""
    # What joins is at most two characters after a word: they become part of it, and whatever begins then is a word.
    return kinds.replace(b"a.", b"aa").replace(b"a.", b"aa").replace(b".a", _BEGINS)


def _count_any(text: str) -> int:
    spaced, letters = _UNSPACED.subn(" ", text)
    return len(_WORD.findall(spaced)) + (letters + 1) // _LETTERS_A_WORD
