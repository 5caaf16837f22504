"""The words of an address, and how they spell a title: what many addresses say of their page is its title.

Addresses drop apostrophes, accents and short words, write umlauts out, and put dates, numbers and codes around.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from urllib.parse import unquote, urlsplit

_WORD = re.compile(r"\w+")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
_TYPOGRAPHY = str.maketrans({"’": "'", "–": "-", "—": "-", "“": '"', "”": '"', "…": "."})
# How addresses spell letters that Unicode does not decompose, and how German and the Nordic languages write them out.
_PLAIN = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "ł": "l", "ı": "i", "đ": "d", "ð": "d", "þ": "th"})
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae", "ß": "ss"})
_DATED = re.compile(r"(?:19|20)\d\d \d\d (?:\d\d? )?")  # where an address begins with the day
_LINE = 400  # characters; longer lines are no titles, nor do they repeat one
_CLEARLY = 0.2  # of the words of an address, which one of two titles has and the other has not
_OF_SECTION = 3  # words; fewer, in a part of an address before its last, name a section


def words(url: str | None) -> list[str]:
    """The words of the part of an address that names the page.

    >>> words("https://example.org/news/2025/07/10/river-rises-after-storm-1234.html")
    ['river', 'rises', 'after', 'storm']
    >>> words("https://example.org/a/99"), words("https://example.org/home-garden/99"), words(None)
    ([], [], [])
    """
    if not url:
        return []
    try:
        path = unquote(urlsplit(url).path)
    except ValueError:
        return []
    best: list[str] = []
    parts = [part for part in path.split("/") if part]
    for at, part in enumerate(parts):
        named = _named(part.lower())
        found = [w for w in _WORD.findall(named.replace("_", "-")) if not _has_digit(w) or len(w) < 5]
        while found and (found[-1].isdigit() or found[-1] in {"html", "htm", "php", "aspx"}):
            found.pop()
        if len(found) >= max(2 if at == len(parts) - 1 else _OF_SECTION, len(best)):
            best = found
    return best


def _named(part: str) -> str:
    """What a part of an address says between its dots: most words, or all but the ending where they are dots between
    words.

    >>> _named("content.river-rises-again.4f1c-88.html"), _named("river.rises.html"), _named("river-rises")
    ('river-rises-again', 'river.rises', 'river-rises')
    """
    longest = max(part.split("."), key=lambda piece: piece.count("-") + piece.count("_"))
    return longest if len(_WORD.findall(longest.replace("_", "-"))) >= _OF_SECTION else part.rsplit(".", 1)[0]


def meant(slug: Sequence[str], texts: Sequence[str]) -> tuple[str, ...]:
    """The words of an address that can be a title's: no date before them, no number or code that the page never says.

    >>> meant(("2031", "05", "09", "river", "rises", "a37d"), ["River rises", "9 May 2031"])
    ('river', 'rises')
    >>> meant(("10", "walks", "of", "2031"), ["10 walks of 2031"])
    ('10', 'walks', 'of', '2031')
    """
    dated = _DATED.match(" ".join(slug))
    own = tuple(slug[dated[0].count(" ") :] if dated else slug)
    if not any(map(_has_digit, own)):
        return own
    said = {word for text in texts if len(text) < _LINE for word in _WORD.findall(text.lower())}
    return tuple([word for word in own if word in said or not _has_digit(word)])


def _has_digit(word: str) -> bool:
    return any(map(str.isdigit, word))


def spellings(text: str) -> Iterator[list[str]]:
    """The words of a title, in order, as an address may spell them: no apostrophes, accents dropped or written out.

    >>> [" ".join(words) for words in spellings("Kühltürme: what's next")]
    ['kuhlturme whats next', 'kuehltuerme whats next', 'kühltürme whats next']
    """
    low = text.lower()
    if not low.isascii():
        low = low.translate(_TYPOGRAPHY)
    if "'" in low:
        low = _APOSTROPHE.sub("", low)
    if low.isascii():
        yield _WORD.findall(low)
        return
    bare = "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c)).translate(_PLAIN)
    written = low.translate(_WRITTEN_OUT)
    yield from map(_WORD.findall, dict.fromkeys((bare, written, low)))


def coverage(line: str, wanted: frozenset[str]) -> float:
    """How well a line's words and an address's words cover each other, 0 to 1.

    >>> round(coverage("River rises again", frozenset(("river", "rises"))), 2), coverage("River", frozenset(("river",)))
    (0.8, 0.0)
    """
    best, low = 0.0, line.lower()
    if not wanted or (low.isascii() and "'" not in low and len([word for word in wanted if word in low]) < 2):
        return best  # a look that is cheaper than taking the line apart
    for own in map(frozenset, spellings(line)):
        shared = len(own & wanted)
        if shared > 1:
            best = max(best, 2 * shared / (len(own) + len(wanted)))
    return best


def in_order(some: Sequence[str], others: Sequence[str]) -> int:
    """The length of the longest common subsequence of two titles' words (Wagner and Fischer 1974).

    >>> in_order("river rises again".split(), "the river never rises".split())
    2
    """
    row = [0] * (len(others) + 1)
    for word in some:
        corner = 0
        for j, other in enumerate(others, 1):
            corner, row[j] = row[j], corner + 1 if word == other else max(row[j], row[j - 1])
    return row[-1]


def is_made_of(slug: Sequence[str], title: str, other: str) -> bool:
    """Whether a page's address is made of one title and not of the other: it has clearly more of its words, and they
    make up more of it.

    >>> slug = "river-rises-after-the-storm".split("-")
    >>> is_made_of(slug, "River rises after the storm", "What we know of the flood")
    True
    >>> is_made_of(slug, "River rises after the storm", "The river rises again after the storm")
    False
    """

    def shares(text: str) -> tuple[float, float]:
        mine = {word for spelling in spellings(text) for word in spelling}
        shared = len(mine.intersection(slug))
        return shared / len(slug), shared / len(mine.union(slug))

    if not slug:
        return False
    return all(one > two + _CLEARLY for one, two in zip(shares(title), shares(other), strict=True))
