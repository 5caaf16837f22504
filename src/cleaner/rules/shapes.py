"""Shapes and places that several rules ask for, each worked out once a page.

`shapes(page)` keeps its answer on the page itself. Everything here is a column over all lines, or a short list of
candidates that a column picked; nothing looks at every line one by one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from cleaner.cues import entries as phrase_entries
from cleaner.features import COMMA, DASH, DIGIT, OTHER, QUOTE, SEPARATOR, STOP, Page
from cleaner.rules import calendar

if TYPE_CHECKING:
    from cleaner.cues import Cue
    from cleaner.features import Bools, Floats, Ints

T = TypeVar("T")

_MARKER = re.compile(r"^[*+•·▪■□►▶›»>\-–—o°]\s+")
_COUNT = re.compile(r"^\W*\d(?:[\d.,]*\d)?[\s)]+|\W*\d[\d.,]*\W*$")
_INTERRUPTION = 6.0  # words that a line without running text takes from the article's run
_PARAGRAPH = 60.0  # words; a longer paragraph counts no more than this
_LONG = 30.0  # words of a paragraph that needs no stop at its end
_ASKING = ("appeal", "promo", "consent", "legal", "paywall")
_QUOTES = '"“”„‟«»「」『』'
_LABEL = 34  # characters; a speaker's name or a label is no longer
_ENOUGH = 40.0  # words of running text; below, there is no article that a place could refer to


def quoted(text: str, limit: int = 48) -> str:
    """The line's words in quotation marks, cut in the middle, for evidence.

    >>> quoted("Read also: the mayor resigns over the bridge contract after all", 30)
    '"Read also: the mayor r…fter all"'
    """
    if len(text) <= limit:
        return f'"{text}"'
    return f'"{text[: limit - 8].rstrip()}…{text[-8:].lstrip()}"'


class Shapes:
    """Derived columns of one page; see each for its meaning."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.n = page.n
        self.index: Ints = np.arange(page.n)
        self._cue_lines: dict[tuple[str, ...], dict[int, list[Cue]]] = {}
        self._whole: dict[str, list[int]] = {}
        self._pleas: dict[str, dict[int, list[Cue]]] = {}
        self._kept: dict[Callable[[Shapes], Any], Any] = {}

    def bare(self, i: int) -> str:
        """The line's text without its list marker."""
        return _MARKER.sub("", self.page.texts[i])

    @cached_property
    def running(self) -> Bools:
        """Lines of running text: prose that ends as a sentence does, or is long; a teaser that was cut off is none."""
        page = self.page
        ended = page.stopped | page.colon | (page.words >= _LONG)
        running: Bools = page.prose & ended & ~page.ellipsis
        return running

    @cached_property
    def asking(self) -> set[int]:
        """Lines of running text with two phrases of one family that asks or warns, or with one at their head."""
        found: set[int] = set()
        running = self.running.tolist()
        for family in _ASKING:
            own: dict[int, list[Cue]] = {}
            for cue in self.page.cues(family):
                if running[cue.line] and not _in_quotes(self.page.texts[cue.line], cue.start):
                    own.setdefault(cue.line, []).append(cue)
            for i, cues in own.items():
                headed = any(c.phrase.head and len(c.text) > 8 for c in cues)
                if headed or len({c.text for c in _apart(cues)}) > 1:
                    found.add(i)
        return found

    @cached_property
    def core(self) -> tuple[int, int]:
        """First and last line of the heaviest run of running text, `(n, -1)` where there is next to none.

        The maximum-sum interval over lines (Kadane), words of running text counted for it and other lines against it;
        so are sentences that ask or warn as boxes do, which would otherwise lengthen the run at its ends.
        """
        running = self.running.copy()
        running[list(self.asking)] = False
        worth = np.where(running, np.minimum(self.page.words, _PARAGRAPH), -_INTERRUPTION)
        total = np.concatenate(([0.0], np.cumsum(worth)))
        lowest = np.minimum.accumulate(total)
        gain = total[1:] - lowest[:-1]
        if not self.n or gain.max() < _ENOUGH:
            return self.n, -1
        last = int(gain.argmax())
        low = total[: last + 1]
        first = int(np.flatnonzero(low == low.min())[-1])
        return first, last

    @cached_property
    def has_core(self) -> bool:
        """Whether there is an article that a place could refer to."""
        return self.core[1] >= 0

    @cached_property
    def before(self) -> Bools:
        """Lines before the core; all lines where there is none."""
        return self.index < self.core[0]

    @cached_property
    def outside(self) -> Bools:
        """Lines before or after the core; all lines where there is none."""
        return self.before | (self.index > self.core[1])

    @cached_property
    def last_running(self) -> Ints:
        """For each line the nearest line of running text before it, -1 if none."""
        at = np.where(self.running, self.index, -1)
        return np.concatenate(([-1], np.maximum.accumulate(at)[:-1])) if self.n else at

    @cached_property
    def next_running(self) -> Ints:
        """For each line the nearest line of running text after it, n if none."""
        at = np.where(self.running, self.index, self.n)
        return np.concatenate((np.minimum.accumulate(at[::-1])[::-1][1:], [self.n])) if self.n else at

    @cached_property
    def top(self) -> Bools:
        """Lines with no running text anywhere before them."""
        top: Bools = self.last_running < 0
        return top

    @cached_property
    def listed(self) -> Bools:
        """Lines that begin with a list marker."""
        listed: Bools = (self.page.first == SEPARATOR) | (self.page.first == DASH)
        return listed

    @cached_property
    def numbered(self) -> Bools:
        """Lines that begin with a digit, or with a list marker and hold one."""
        numbered: Bools = ((self.page.first == DIGIT) | self.listed) & (self.page.count(DIGIT) >= 1)
        return numbered

    @cached_property
    def core_words(self) -> float:
        """Words of running text in the core."""
        first, last = self.core
        return float(self.page.words[first : last + 1][self.running[first : last + 1]].sum()) if self.has_core else 0.0

    @cached_property
    def single(self) -> bool:
        """Whether the core holds most of the page's running text: one article, and not a collection of many pieces."""
        return self.has_core and self.core_words >= 0.6 * float(self.page.words[self.running].sum())

    @cached_property
    def enclosed(self) -> Bools:
        """Lines with running text at most two lines before and at most two after them."""
        above = (self.index - self.last_running <= 2) & (self.last_running >= 0)
        below = (self.next_running - self.index <= 2) & (self.next_running < self.n)
        both: Bools = above & below
        return both

    @cached_property
    def brief(self) -> Bools:
        """Lines of at most eleven words that end in no full stop."""
        brief: Bools = (self.page.words < 12) & ~self.page.stopped
        return brief

    @cached_property
    def headline(self) -> Bools:
        """Lines shaped like a headline: four to thirty words that end in no stop, colon or comma.

        A question or an exclamation may be a headline too.
        """
        page = self.page
        ends = (page.last != STOP) | page.question | page.ellipsis | (page.last_codes == 0x21)
        sized = (page.words >= 4) & (page.words <= 30) & (page.letters >= 0.5 * page.chars)
        headline: Bools = sized & ends & ~page.colon & (page.last != COMMA)
        return headline

    @cached_property
    def echo(self) -> Floats:
        """Share of each line's topical words that stand on (other) lines of the core, 0 to 1."""
        first, last = self.core
        return self.page.cohesion((self.index >= first) & (self.index <= last) & self.running)

    @cached_property
    def wordless(self) -> Bools:
        """Lines without a letter or a digit."""
        wordless: Bools = (self.page.letters == 0) & (self.page.count(DIGIT) == 0)
        return wordless

    @cached_property
    def clocks(self) -> dict[int, int]:
        """Lines that are nothing but a time of day, with their minutes since midnight."""
        page = self.page
        digits = page.count(DIGIT)
        likely = (page.chars <= 14) & (digits >= 3) & (digits <= 6) & (page.letters <= 4)
        found = {}
        for i in marked(likely):
            if (minutes := calendar.clock(page.texts[i])) is not None:
                found[i] = minutes
        return found

    @cached_property
    def dates(self) -> dict[int, str]:
        """Lines that are nothing but a date, with their text, in the order of lines."""
        page = self.page
        digits = page.count(DIGIT)
        likely = (page.chars <= 64) & (digits >= 3) & (digits <= 18) & (page.letters <= 40) & ~self.running
        found = {}
        dated = {}  # the same date often stands on many lines
        for i in marked(likely):
            text = page.texts[i]
            if text not in dated:
                dated[text] = calendar.is_date(text)
            if dated[text]:
                found[i] = text
        return found

    def twins(self, mask: Bools) -> dict[str, list[int]]:
        """Of the marked lines those that are said more than once on the page, by their lower-case text."""
        found: dict[str, list[int]] = {}
        for i in marked(mask & (self.page.copies > 1)):
            found.setdefault(self.page.lowered[i], []).append(i)
        return found

    def cue_lines(self, *families: str) -> dict[int, list[Cue]]:
        """The cues of these families by line, in the order of lines."""
        found = self._cue_lines.get(families)
        if found is None:
            found = self._cue_lines[families] = {}
            for cue in self.page.cues(*families):
                found.setdefault(cue.line, []).append(cue)
        return found

    def whole(self, family: str) -> list[int]:
        """The lines that are nothing but a phrase of the family."""
        if family not in self._whole:
            self._whole[family] = list(dict.fromkeys([cue.line for cue in self.page.cues(family) if cue.whole]))
        return self._whole[family]

    def buttons(self, family: str) -> list[int]:
        """The brief lines that are nothing but a phrase of the family."""
        brief = self.brief
        return [i for i in self.whole(family) if brief[i]]

    def pleas(self, family: str) -> dict[int, list[Cue]]:
        """The cues by line that the page says itself: outside quotation marks, and not part of a longer cue."""
        if family not in self._pleas:
            self._pleas[family] = self._spoken(family)
        return self._pleas[family]

    def _spoken(self, family: str) -> dict[int, list[Cue]]:
        found: dict[int, list[Cue]] = {}
        quotes = self.page.count(QUOTE)
        for i, cues in self.cue_lines(family).items():
            own = cues
            if quotes[i]:
                text = self.page.texts[i]
                own = [c for c in cues if c.whole or not _in_quotes(text, c.start)]
            if own:
                found[i] = _apart(own) if len(own) > 1 else own
        return found

    def once(self, measure: Callable[[Shapes], T]) -> T:
        """What `measure` says of these shapes, asked once: several rules of a family share it."""
        if measure not in self._kept:
            self._kept[measure] = measure(self)
        answer: T = self._kept[measure]
        return answer

    def holding(self, character: str) -> list[int]:
        """Lines that hold a symbol such as © or #."""
        return [i for i in self._symbols if character in self.page.texts[i]]

    @cached_property
    def _symbols(self) -> list[int]:
        return marked(self.page.count(OTHER) > 0)

    @cached_property
    def counts(self) -> dict[int, str]:
        """Brief lines that begin or end in a number, with what else they say, lower case ("12 likes")."""
        page = self.page
        likely = (page.count(DIGIT) >= 1) & (page.words <= 3) & (page.letters >= 3) & ~self.listed
        return {i: _COUNT.sub("", page.texts[i]).lower() for i in marked(likely)}

    @cached_property
    def labelled(self) -> list[int]:
        """Lines that begin with a letter, end in a stop and have a colon among their first 34 characters."""
        page = self.page
        likely = (page.count(COMMA) > 0) & (page.first < DIGIT) & page.stopped
        texts = page.texts
        return [i for i in marked(likely) if texts[i].find(":", 1, _LABEL) > 0 or texts[i].find("：", 1, _LABEL) > 0]

    @cached_property
    def company(self) -> Ints:
        """How many of the two lines before and the two after are brief."""
        brief = np.zeros(self.n + 4, dtype=np.int64)
        brief[2:-2] = self.brief
        return brief[:-4] + brief[1:-3] + brief[3:-1] + brief[4:]

    @cached_property
    def doubled(self) -> list[int]:
        """Lines that the next line says again, letter case aside."""
        page = self.page
        likely = (page.copies[:-1] > 1) & (page.chars[:-1] == page.chars[1:])
        return [i for i in marked(likely) if page.lowered[i] == page.lowered[i + 1]]

    def topic(self, *families: str) -> bool:
        """Whether the article is about what these families ask for: their cues recur across its running text.

        Three paragraphs or more, over more than a third of the core. Boilerplate says its piece in one place, and has
        buttons: brief lines that are nothing but such a cue.
        """
        first, last = self.core
        inside = [c for c in self.page.cues(*families) if first <= c.line <= last]
        hits = sorted({c.line for c in inside if self.running[c.line]})
        buttons = {c.line for c in inside if c.whole and self.brief[c.line]}
        if len(hits) < 3 or len(buttons) > 1:
            return False
        paragraphs = int(self.running[first : last + 1].sum())
        return hits[-1] - hits[0] > (last - first) / 3 and len(hits) >= 0.15 * paragraphs

    @cached_property
    def separators(self) -> Floats:
        """Marks between items a line: | / · • » › > → and the like."""
        return self.page.count(SEPARATOR)


def _in_quotes(text: str, position: int) -> bool:
    """Whether a quotation is open at the position: an odd number of marks before it, apostrophes left out.

    >>> _in_quotes("He wrote “support us” twice", 12), _in_quotes("He wrote “support us” twice", 22)
    (True, False)
    """
    return sum(text.count(mark, 0, position) for mark in _QUOTES) % 2 == 1


def _apart(cues: list[Cue]) -> list[Cue]:
    """The cues that are no part of another one; a cue that is tied to the line's head stays."""
    found, reach = [], -1
    for cue in sorted(cues, key=lambda c: (c.start, -c.end)):
        if cue.end > reach or cue.phrase.head:
            found.append(cue)
        reach = max(reach, cue.end)
    return found


def shapes(page: Page) -> Shapes:
    """The page's shapes, made when first asked for and kept on the page."""
    kept: Shapes | None = page.__dict__.get("_shapes")
    if kept is None:
        kept = page.__dict__["_shapes"] = Shapes(page)
    return kept


@lru_cache(maxsize=32)
def entries(family: str) -> frozenset[str]:
    """The phrases of a family, each of which may be a whole menu item, lower case."""
    return phrase_entries(family)


def marked(mask: Bools) -> list[int]:
    """The numbers of marked lines.

    >>> marked(np.array([True, False, True]))
    [0, 2]
    """
    numbers: list[int] = mask.nonzero()[0].tolist()
    return numbers


def stretches(mask: Bools, least: int) -> list[tuple[int, int]]:
    """First and last line of every run of marked lines that has at least so many.

    >>> stretches(np.array([True, True, False, True]), 2)
    [(0, 1)]
    """
    padded = np.zeros(len(mask) + 2, dtype=np.bool_)
    padded[1:-1] = mask
    edges = (padded[1:] != padded[:-1]).nonzero()[0]
    begins, ends = edges[::2], edges[1::2]
    long = ends - begins >= least
    return [(a, b - 1) for a, b in zip(begins[long].tolist(), ends[long].tolist(), strict=True)]


def runs(lines: Iterable[int], reach: int = 1) -> Iterator[list[int]]:
    """Ascending line numbers in groups whose neighbours are at most `reach` apart.

    >>> list(runs([1, 2, 3, 7, 9], reach=2))
    [[1, 2, 3], [7, 9]]
    """
    run: list[int] = []
    for line in lines:
        if run and line - run[-1] > reach:
            yield run
            run = []
        run.append(line)
    if run:
        yield run
