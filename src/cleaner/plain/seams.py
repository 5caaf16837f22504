"""Where blocks of a page meet that were written on one line, with a blank between them as between any words.

    Home News • Sport • Culture Old bridge closed By Jane Example 4 May 2031 The council voted …

No language is needed to find most: marks of items, tabs, dates between capitals, passages that stand elsewhere as
well, rows of capitals (`rows`), and words that the text writes small but for here. Why not more: which word of a name
begins a sentence cannot be seen, nor where one headline ends and the next begins. A cut too many does little harm,
since what stays is put together as it was.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from cleaner.characters import STOPS
from cleaner.once import compiled
from cleaner.plain import rows
from cleaner.plain.broken import NO_BLANKS

LARGEST = 2_000_000  # characters; a line of more is no page

_WORD = compiled(r"\|+|(?:[^\s|]|\x85)+")  # bars part words; U+0085 is written for an ellipsis, see `repair`
_EDGES = "\"'“”‘’«»„.,:;!?…()[]"
_STOPPED = compiled(rf"[{STOPS}][\"'”’»)\]]*$")
_PAUSED = compiled(r"[:;,،][\"'”’»)\]]*$")
_MARKS = frozenset("•●○◦□■▪☆★►▶▸›»→❯✓✔|·*+‣")
_DATE = compiled(
    r"""(?<! [\w./-] )
    (?: \d{1,2} [./-] \d{1,2} [./-] (?: 19|20 )? \d\d
      | (?: 19|20 ) \d\d [./-] \d{1,2} [./-] \d{1,2}
      | \d{1,2} (?: \. | st | nd | rd | th )? [ ] (?: de [ ] )? [^\W\d_]{3,12} [.,]? [ ] (?: de [ ] )? (?: 19|20 ) \d\d
      | [^\W\d_]{3,12} \.? [ ] \d{1,2} (?: st | nd | rd | th )? ,? [ ] (?: 19|20 ) \d\d
    )
    (?! [\w/-] )
    (?: [\s,–—|-]{1,3} (?: [^\W\d_]{1,4} \.? [ ] )? \d{1,2} [:.h] \d\d (?: : \d\d )?
        (?: [ ]? [ap] \.? m\b \.? | [ ] (?: Uhr | (?-i: [A-Z]{2,4} ) ) \b )? )?""",
    re.VERBOSE | re.IGNORECASE,
)

_ITEMS = 3  # with the same mark
_PASSAGE = 4  # words
_WIDE = 0.3  # of the spaces; where more are wide, all were made so
_OFTENER = 2  # times as often small, and so often at least
_BRIEF = 3  # letters of a preposition


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a line: as written, where they are, what is before each, without marks, and how each begins."""

    texts: list[str]
    places: list[int]
    spaces: list[str]
    bare: list[str]
    small: list[bool]
    capital: list[bool]

    @classmethod
    def of(cls, text: str, start: int, end: int) -> _Words:
        found = list(_WORD.finditer(text, start, end))
        texts = [word[0] for word in found]
        spaces = ["", *(text[one.end() : other.start()] for one, other in pairwise(found))]
        bare = [word.strip(_EDGES) for word in texts]
        small, capital = ([one(word[:1]) for word in bare] for one in (str.islower, str.isupper))
        return cls(texts, [word.start() for word in found], spaces, bare, small, capital)

    def is_small(self, at: int) -> bool:
        """Whether there is such a word, and it begins with a small letter."""
        return 0 <= at < len(self.small) and self.small[at]

    def may_begin(self, at: int) -> bool:
        """Whether a block could begin with a word: no small letter does, and what a mark begins goes on."""
        if not 0 < at < len(self.texts) or self.small[at] or self.texts[at - 1] in _MARKS:
            return False
        return not self.bare[at][:1].isdigit() or self.is_stopped(at)

    def is_stopped(self, at: int) -> bool:
        """Whether a sentence ends before a word."""
        return self._ends(at, _STOPPED)

    def is_paused(self, at: int) -> bool:
        """Whether a clause ends before a word."""
        return self._ends(at, _PAUSED)

    def _ends(self, at: int, sign: re.Pattern[str]) -> bool:
        before = self.texts[at - 1]
        return not before[-1].isalnum() and sign.search(before) is not None


def seams(text: str, start: int, end: int, ends: list[int]) -> list[int]:
    """Where blocks begin between two places of a text, and sentences, of which the `ends` are known.

    >>> text = "• News • Sport • Weather By Ada Finch 4 May 2031, 9:30 The council voted. It rained."
    >>> [text[a:b] for a, b in pairwise([0, *seams(text, 0, len(text), [74]), len(text)])]
    ['• News ', '• Sport ', '• Weather By Ada Finch 4 May 2031, 9:30 ', 'The council voted. ', 'It rained.']
    """
    if end - start > LARGEST:
        return ends
    words = _Words.of(text, start, end)
    dates = list(_dates(words, text, start, end))
    begin = {words.places[at] for found in (_marked, _spaced, _repeated, _openers, _apart) for at in found(words)}
    stops = sorted({bisect_left(words.places, end) for end in ends} - {0, len(words.texts)})
    begin.update(words.places[at] for at in _entries(words, stops))
    begin.update(words.places[last] for first, last in dates if _is_between(words, first, last))
    inside = {words.places[at] for first, last in dates for at in range(first + 1, last)}
    return sorted(begin.union(ends) - inside - {start})


def _marked(words: _Words) -> Iterator[int]:
    """Items with a mark that several have, and notices of copyright."""
    marks = {mark for mark, count in Counter(filter(_MARKS.__contains__, words.texts)).items() if count >= _ITEMS}
    return (at for at, word in enumerate(words.texts) if word in marks or word.startswith("©"))


def _spaced(words: _Words) -> Iterator[int]:
    """What stands behind a tab, several blanks or the like, where most words have one blank between them."""
    wide = [at for at, space in enumerate(words.spaces) if space not in ("", " ", "\xa0") and "\n" not in space]
    return iter(wide if len(wide) <= _WIDE * len(words.texts) else ())


def _repeated(words: _Words) -> Iterator[int]:
    """Both ends of passages that stand in two places: headlines, links to share a page, teasers."""
    keys = list(map(str.casefold, words.bare))
    passages = list(zip(*(keys[offset:] for offset in range(_PASSAGE)), strict=False))
    counts = Counter(passages)
    again = [False, *(counts[passage] > 1 for passage in passages), False]
    for at, (before, after) in enumerate(pairwise(again)):
        if before != after:
            edge = at if after else at + _PASSAGE - 1
            if words.may_begin(edge):
                yield edge


def _openers(words: _Words) -> Iterator[int]:
    """Words with a capital and a small one after them where no sentence ended, of those that the text writes small."""
    said = Counter(words.bare)
    inside = [at for at, one in enumerate(words.capital) if one and at and not words.is_stopped(at)]
    named = Counter([words.bare[at].lower() for at in inside if words.texts[at - 1] not in _MARKS])
    for at in inside:
        word, low = words.bare[at], words.bare[at].lower()
        is_opener = word[1:].islower() and words.texts[at] == word and words.is_small(at + 1)
        goes_on = words.is_paused(at) or not words.bare[at - 1][-1:].isalnum()
        if is_opener and not goes_on and said[low] >= _OFTENER * named[low]:
            yield at


def _apart(words: _Words) -> Iterator[int]:
    """What a blank parts where none stands between words."""
    for at, (before, word) in enumerate(pairwise(words.texts), start=1):
        if words.spaces[at] and NO_BLANKS.match(word) and NO_BLANKS.match(before[-1]):
            yield at


def _entries(words: _Words, stops: list[int]) -> Iterator[int]:
    """Entries of menus, in rows of words with a capital, and what stands after these."""
    for at in rows.entries(words.bare, words.small, words.capital, stops):
        if words.texts[at - 1] not in _MARKS and not words.is_paused(at):
            yield at


def _dates(words: _Words, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The first word of each date, with the time of the day, and the one after it."""
    for date in _DATE.finditer(text, start, end):
        yield bisect_left(words.places, date.start()), bisect_left(words.places, date.end())


def _is_between(words: _Words, first: int, last: int) -> bool:
    """Whether a date stands between blocks: no small letter before or after it, and no sentence says `On` that date."""
    if last == len(words.texts) or words.small[last] or words.is_small(first - 1):
        return False
    return not first or len(words.texts[first - 1]) > _BRIEF or not (first == 1 or words.is_stopped(first - 1))
