"""Days whose parts have words between them: `2031ko uztailaren 7a`, `2031. gada 7. jūlijā`, `ika-7 ng Hulyo, 2031`.

Languages differ in order, cases and the words for *of*, *day* and *year*; but beside the year stand a month's name and
a day, in either order, and nothing else than such words. Both come from `rules/calendar.tsv`; months that people also
spell otherwise are in `data/months.txt`, and accents and points that they leave out do not count.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import NamedTuple

from cleaner.metadata.wordlists import table

_CALENDAR = Path(__file__).parent.parent.parent / "rules" / "calendar.tsv"
_SIGNS = (
    r"\u200c\u200d\u0900-\u0dff\u0e31-\u0e4e\u0eb1-\u0ece\u102b-\u103e\u17b4-\u17d3"  # above, below and around letters
)
_TOKEN = re.compile(rf"\d+|[^\W\d_]+(?:[.'’{_SIGNS}]+[^\W\d_]+)*[{_SIGNS}]*")
_DIGIT = re.compile(r"\d")
_SEPARATORS = frozenset(" .,،၊፣՝'’()-–")
_HEBREW_IN = "ב"  # written together with the month
_REACH = 48  # characters on either side of the year
_FEW = 7  # words and numbers between the year and the farther of day and month
_FAR = 3  # characters between two of them
_WORDS_OF_A_NAME = 3  # as in Mongolian
_POINTS = frozenset((7, 202, 220, 230))  # combining classes: nuktas, cedillas, signs below and above letters
_STOPS = dict.fromkeys(map(ord, ".'’׳॰"))  # of abbreviations
_LONG = 4  # letters of a spelling that counts in every language; a shorter one may be another word there


class Names(NamedTuple):
    """Names of months by language, those that mean one month everywhere, words between the parts of a date."""

    months: dict[str, dict[str, int]]
    anywhere: dict[str, int]
    words: dict[str, frozenset[str]]


class Found(NamedTuple):
    """Month and day beside a year, and where they and the year stand."""

    month: int
    day: int
    start: int
    end: int


@cache
def names() -> Names:
    """The table of names, read once; months of other calendars (kind 0) are left out, as their years are others."""
    months: dict[str, dict[str, int]] = {}
    anywhere: dict[str, int] = {}
    words: dict[str, set[str]] = {}
    for row in _CALENDAR.read_text(encoding="utf-8").splitlines()[2:]:
        name, kind, languages = row.split("\t")
        if kind == "word":
            for language in languages.split():
                words.setdefault(language, set()).add(name)
        elif kind not in {"day", "0"}:
            anywhere[name] = int(kind) if anywhere.get(name, int(kind)) == int(kind) else 0
            for language in languages.split():
                months.setdefault(language, {})[name] = int(kind)
    for name in (name for known in words.values() for name in known & anywhere.keys()):
        anywhere[name] = 0  # May in Persian is the end of a number in Pashto
    return Names(months, anywhere, {language: frozenset(known) for language, known in words.items()})


@cache
def _typed() -> tuple[dict[str, dict[str, int]], dict[str, int]]:
    """Names of months as people type them, without accents: by language, and in every language those of scripts other
    than Latin, as in Latin letters such a word may be another one. None is of two months.
    """
    own = {language: {without_points(name): n for name, n in of.items()} for language, of in names().months.items()}
    for row, spellings in table("months.txt").items():
        language, _, number = row.partition(".")
        own[language].update(dict.fromkeys(map(without_points, spellings), int(number)))
    long = ((name, n) for of in own.values() for name, n in of.items() if len(name) >= _LONG)
    return own, {name: n for name, n in long if not name.isascii()}


def without_points(name: str) -> str:
    """A word without accents, points and the stops of abbreviations; the Turkish ı is i, which capitals do not tell.

    >>> without_points("φεβρουαρίου"), without_points("फ़रवरी") == "फरवरी", without_points("aralık")
    ('φεβρουαριου', True, 'aralik')
    """
    if name.isascii():
        return name.translate(_STOPS)
    decomposed = unicodedata.normalize("NFD", name.translate(_STOPS).replace("ı", "i"))
    return "".join(c for c in decomposed if unicodedata.combining(c) not in _POINTS)


def month(word: str, language: str | None) -> int:
    """The number of a month, 0 for any other word.

    >>> month("Listopada", "pl"), month("listopada", "hr"), month("listopada", None), month("Sept.", "en")
    (11, 10, 0, 9)
    >>> month("במאי", "he"), month("במאי", None)
    (5, 5)
    >>> month("फरवरी", None), month("HAZİRAN", "tr"), month("marco", "pt"), month("marco", None)
    (2, 6, 3, 0)
    """
    by_language, anywhere, _ = names()
    name = word.lower().strip(" .-,'’،၊፣")
    own = by_language.get(language or "", {})
    if name.startswith(_HEBREW_IN):
        name = name if name in anywhere else name[len(_HEBREW_IN) :]
    if found := own.get(name) or anywhere.get(name):
        return found
    typed, everywhere = _typed()
    bare = without_points(name)
    return typed.get(language or "", {}).get(bare) or everywhere.get(bare, 0)


@cache
def _words(language: str | None) -> frozenset[str]:
    """Words that stand between the parts of a date in a language; of an unknown one, those of every language."""
    words = names().words
    return words.get(language, frozenset()) if language else frozenset().union(*words.values())


def around(text: str, start: int, end: int, language: str | None, floor: int = 0) -> Found | None:
    """The month and day beside a year, before it or else after it.

    Args:
        text: a line, digits as in ASCII.
        start: where the year begins.
        end: where it ends.
        language: of the text; one that writes no words between the parts of its dates finds nothing.
        floor: where the line's last date ended.

    >>> around("astelehena, 2031ko uztailaren 7a", 12, 16, "eu")
    Found(month=7, day=7, start=12, end=32)
    >>> around("In 2031 the 7 of us met in July", 3, 7, "ca") is None
    True
    """
    words = _words(language)
    if not words:
        return None
    low, high = max(floor, start - _REACH), min(len(text), end + _REACH)
    if _DIGIT.search(text, low, start):  # else there is no day
        before = list(_TOKEN.finditer(text, low, start))
        if low > floor and text[low - 1].isalnum():
            del before[0]  # may begin outside the reach
        if left := _walk(text, before[::-1], start, words, language):
            return Found(left[0], left[1], left[2], end)
    if not _DIGIT.search(text, end, high):
        return None
    right = _walk(text, list(_TOKEN.finditer(text, end, high)), end, words, language)
    return Found(right[0], right[1], start, right[2]) if right else None


def _walk(
    text: str, tokens: list[re.Match[str]], at: int, words: frozenset[str], language: str | None
) -> tuple[int, int, int] | None:
    """From the year outwards: month, day and where the farther of them ends; None if another word comes first."""
    leftward = bool(tokens) and tokens[0].start() < at
    named = day = i = 0
    while i < min(len(tokens), _FEW):
        token = tokens[i]
        if not _is_beside(text, *((token.end(), at) if leftward else (at, token.start()))):
            return None
        taken = 1
        if token[0].isdigit():
            day = 0 if day else _day(text, token)
            if not day:
                return None
        else:
            value, taken = (0, 1) if named else _named(tokens[i : i + _WORDS_OF_A_NAME], language, leftward=leftward)
            named = named or value
            if not value and token[0].lower() not in words:
                return None
        last = tokens[i + taken - 1]
        at = last.start() if leftward else last.end()
        i += taken
        if named and day:
            if token[0].isdigit() and not leftward and _counts(text, tokens[i:], at, words):
                return None
            return named, day, _attached(text, tokens[i:], at, words)
    return None


def _named(tokens: list[re.Match[str]], language: str | None, *, leftward: bool) -> tuple[int, int]:
    """The month that the next words name, and how many words; the longest name counts."""
    for n in range(len(tokens), 0, -1):
        if found := month(" ".join(t[0] for t in (tokens[n - 1 :: -1] if leftward else tokens[:n])), language):
            return found, n
    return 0, 1


def _day(text: str, token: re.Match[str]) -> int:
    """The day of the month that a number is; 0 for other numbers, and for parts of numbers and of times."""
    value = int(token[0]) if len(token[0]) <= 2 else 0
    before, after = text[max(0, token.start() - 2) : token.start()], text[token.end() : token.end() + 2]
    inside = len(before) == 2 and before[1] in ".,:/-" and before[0].isdigit()
    inside |= len(after) == 2 and after[0] in ".,:/-" and after[1].isdigit()
    return value if 1 <= value <= 31 and not inside else 0


def _counts(text: str, tokens: list[re.Match[str]], at: int, words: frozenset[str]) -> bool:
    """Whether a number after a month and its year counts what the next word names: *in July 2031 7 people*."""
    return bool(tokens) and text[at : tokens[0].start()] == " " and tokens[0][0].lower() not in words


def _attached(text: str, tokens: list[re.Match[str]], at: int, words: frozenset[str]) -> int:
    """Where the date ends with a word of it that is written together with it, as in `7a` and `ika-7`."""
    if not tokens or tokens[0][0].lower() not in words:
        return at
    start, end = tokens[0].span()
    between = text[end:at] if end <= at else text[at:start]
    return at if between not in {"", "-"} else start if end <= at else end


def _is_beside(text: str, start: int, end: int) -> bool:
    """Whether nothing but separators stands between two words."""
    return end - start <= _FAR and _SEPARATORS.issuperset(text[start:end])
