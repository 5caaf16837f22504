"""Shapes and places that several rules ask for, each worked out once a page.

`shapes(page)` gives all rules the same answers. Everything here is a column over all lines, or a short list of
candidates that a column picked; nothing looks at every line one by one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeVar
from weakref import ReferenceType, ref

import numpy as np
from numpy.typing import NDArray

from cleaner.features import BRACKET, COMMA, DASH, DIGIT, OTHER, QUOTE, SEPARATOR, STOP, Page
from cleaner.linked import is_linked
from cleaner.once import cached_property
from cleaner.rules import calendar
from cleaner.rules.groups import marked

if TYPE_CHECKING:
    from cleaner.cues import Cue
    from cleaner.features import Bools, Floats

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


class Shapes:
    """Derived columns of one page; see each for its meaning."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.n = page.n
        self._cue_lines: dict[tuple[str, ...], dict[int, list[Cue]]] = {}
        self._whole: dict[str, list[int]] = {}
        self._buttons: dict[str, list[int]] = {}
        self._topics: dict[tuple[str, ...], bool] = {}
        self._pleas: dict[str, dict[int, list[Cue]]] = {}
        self._kept: dict[Callable[[Shapes], Any], Any] = {}

    @cached_property
    def html(self) -> bool:
        """Whether the page has elements."""
        return self.page.document.dom is not None

    @cached_property
    def book(self) -> bool:
        """Whether the site is known."""
        return self.page.template is not None

    @cached_property
    def links(self) -> list[str]:
        """Each line as it was written; none where a text has no links as Markdown writes them."""
        document = self.page.document
        if document.kind != "text" or not is_linked(document.text):
            return []
        return [" ".join(document.text[start:end].split()) for start, end in document.spans]

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
    def is_running(self) -> list[bool]:
        """`running` as a list, which a rule asks faster about a line; likewise `is_brief` and the others below."""
        return _listed(self.running)

    @cached_property
    def is_brief(self) -> list[bool]:
        """Whether a line is `brief`."""
        return _listed(self.brief)

    @cached_property
    def is_outside(self) -> list[bool]:
        """Whether a line is `outside`."""
        return _listed(self.outside)

    @cached_property
    def is_enclosed(self) -> list[bool]:
        """Whether a line is `enclosed`."""
        return _listed(self.enclosed)

    @cached_property
    def is_headline(self) -> list[bool]:
        """Whether a line is shaped like a `headline`."""
        return _listed(self.headline)

    @cached_property
    def is_stopped(self) -> list[bool]:
        """Whether a line ends as a sentence does."""
        return _listed(self.page.stopped)

    @cached_property
    def sizes(self) -> list[float]:
        """The lines' words."""
        return _listed(self.page.words)

    @cached_property
    def digits(self) -> list[float]:
        """The lines' digits."""
        return _listed(self.page.count(DIGIT))

    @cached_property
    def letters(self) -> list[float]:
        """The lines' letters."""
        return _listed(self.page.letters)

    @cached_property
    def titled(self) -> list[int]:
        """Lines of four words or nearly so, half of them with a capital, without a comma and a stop at their end."""
        page = self.page
        return marked((page.words >= 3.5) & (page.capitalised >= 0.5) & (page.count(COMMA) == 0) & self.open)

    @cached_property
    def cut(self) -> list[int]:
        """Lines that end in an ellipsis."""
        return marked(self.page.ellipsis)

    @cached_property
    def questions(self) -> list[int]:
        """Lines that end in a question mark."""
        return marked(self.page.question)

    @cached_property
    def dated(self) -> list[int]:
        """Lines with three digits or more, as every date and most times of day have."""
        return marked(self.page.count(DIGIT) >= 3)

    @cached_property
    def open(self) -> Bools:
        """Lines that do not end as a sentence does."""
        ends: Bools = ~self.page.stopped
        return ends

    @cached_property
    def asking(self) -> set[int]:
        """Lines of running text with two phrases of one family that asks or warns, or with one at their head."""
        found: set[int] = set()
        running, texts = self.is_running, self.page.texts
        for family in _ASKING:
            own: dict[int, list[Cue]] = {}
            for cue in self.page.cues(family):
                if running[cue.line] and not _in_quotes(texts[cue.line], cue.start):
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
        if not self.n:
            return 0, -1
        worth = np.where(self.running, np.minimum(self.page.words, _PARAGRAPH), -_INTERRUPTION)
        for i in self.asking:
            worth[i] = -_INTERRUPTION
        total = np.zeros(self.n + 1)
        worth.cumsum(out=total[1:])
        gain = total[1:] - np.minimum.accumulate(total[:-1])
        last = int(gain.argmax())
        if gain[last] < _ENOUGH:
            return self.n, -1
        return last - int(total[last::-1].argmin()), last  # of equally low beginnings the last

    @cached_property
    def has_core(self) -> bool:
        """Whether there is an article that a place could refer to."""
        return self.core[1] >= 0

    @cached_property
    def outside(self) -> Bools:
        """Lines before or after the core; all lines where there is none."""
        first, last = self.core
        outside = np.ones(self.n, dtype=np.bool_)
        outside[first : last + 1] = False
        return outside

    @cached_property
    def paragraphs(self) -> list[int]:
        """The lines of running text."""
        return marked(self.running)

    def next_running(self, i: int) -> int:
        """The nearest line of running text after line `i`, n if none."""
        at = bisect_right(self.paragraphs, i)
        return self.paragraphs[at] if at < len(self.paragraphs) else self.n

    @cached_property
    def top(self) -> int:
        """How many lines have no running text anywhere before them."""
        return self.paragraphs[0] + 1 if self.paragraphs else self.n

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
    def numbers(self) -> list[int]:
        """The `numbered` lines."""
        return marked(self.numbered)

    @cached_property
    def bracketed(self) -> list[int]:
        """Lines with two brackets or more."""
        return marked(self.page.count(BRACKET) >= 2)

    @cached_property
    def divided(self) -> list[int]:
        """Lines with a mark between items; the mark of a list before them does not count."""
        return marked(self.separators > self.listed)

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
        running = np.zeros(self.n + 4, dtype=np.bool_)
        running[2:-2] = self.running
        both: Bools = (running[:-4] | running[1:-3]) & (running[3:-1] | running[4:])
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
        return self.page.cohesion(self.running & ~self.outside)

    @cached_property
    def clocks(self) -> dict[int, int]:
        """Lines that are nothing but a time of day, with their minutes since midnight."""
        texts, digits, letters = self.page.texts, self.digits, self.letters
        found = {}
        for i in self.dated:
            if len(texts[i]) <= 14 and digits[i] <= 6 and letters[i] <= 4:
                minutes = calendar.clock(texts[i])
                if minutes is not None:
                    found[i] = minutes
        return found

    @cached_property
    def dates(self) -> dict[int, str]:
        """Lines that are nothing but a date, with their text, in the order of lines."""
        texts, digits, letters = self.page.texts, self.digits, self.letters
        found = {}
        dated = {}  # the same date often stands on many lines
        for i in self.dated:
            text = texts[i]
            if len(text) <= 64 and digits[i] <= 18 and letters[i] <= 40 and not self.is_running[i]:
                if text not in dated:
                    dated[text] = calendar.is_date(text)
                if dated[text]:
                    found[i] = text
        return found

    @cached_property
    def copied(self) -> list[int]:
        """Lines that are said more than once on the page, letter case aside."""
        return marked(self.page.copies > 1)

    def twins(self, lines: Iterable[int]) -> dict[str, list[int]]:
        """Lines by their lower-case text."""
        found: dict[str, list[int]] = {}
        for i in lines:
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
        """The brief lines that are nothing but a phrase of the family; `close()` is a line of code."""
        if family not in self._buttons:
            brief, texts = self.is_brief, self.page.texts
            self._buttons[family] = [i for i in self.whole(family) if brief[i] and "()" not in texts[i]]
        return self._buttons[family]

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
        if character not in self.page.low:
            return []
        return [i for i in self._symbols if character in self.page.texts[i]]

    @cached_property
    def _symbols(self) -> list[int]:
        return marked(self.page.count(OTHER) > 0)

    @cached_property
    def counts(self) -> dict[int, str]:
        """Brief lines that begin or end in a number, with what else they say, lower case ("12 likes")."""
        page = self.page
        brief = marked((page.count(DIGIT) >= 1) & (page.words <= 3))
        likely = [i for i in brief if self.letters[i] >= 3 and not self.listed[i]]
        return {i: _COUNT.sub("", page.texts[i]).lower() for i in likely}

    @cached_property
    def labelled(self) -> list[int]:
        """Lines that begin with a letter, end in a stop and have a colon among their first 34 characters."""
        page = self.page
        likely = (page.count(COMMA) > 0) & (page.first < DIGIT) & page.stopped
        heads = [(i, page.texts[i][1:_LABEL]) for i in marked(likely)]
        return [i for i, head in heads if ":" in head or "：" in head]

    @cached_property
    def company(self) -> list[int]:
        """How many of the two lines before and the two after are brief."""
        brief = np.zeros(self.n + 4, dtype=np.int64)
        brief[2:-2] = self.brief
        return _listed(brief[:-4] + brief[1:-3] + brief[3:-1] + brief[4:])

    @cached_property
    def doubled(self) -> list[int]:
        """Lines that the next line says again, letter case aside."""
        low = self.page.lowered
        return [i for i, other in pairwise(self.copied) if other == i + 1 and low[i] == low[other]]

    def topic(self, *families: str) -> bool:
        """Whether the article is about what these families ask for: their cues recur across its running text.

        Three paragraphs or more, over more than a third of the core. Boilerplate says its piece in one place, and has
        buttons: brief lines that are nothing but such a cue.
        """
        if families not in self._topics:
            self._topics[families] = self._recurs(families)
        return self._topics[families]

    def _recurs(self, families: tuple[str, ...]) -> bool:
        first, last = self.core
        inside = [c for c in self.page.cues(*families) if first <= c.line <= last]
        hits = sorted({c.line for c in inside if self.is_running[c.line]})
        if len(hits) < 3 or len({c.line for c in inside if c.whole and self.is_brief[c.line]}) > 1:
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
    """The page's shapes, made when first asked for and known to the page while anybody holds them.

    A page that held them would hold itself, and only the garbage collector could free it.
    """
    known: ReferenceType[Shapes] | None = page.__dict__.get("_shapes")
    kept = known() if known else None
    if kept is None:
        kept = Shapes(page)
        page.__dict__["_shapes"] = ref(kept)
    return kept


def _listed(column: NDArray[Any]) -> list[Any]:
    values: list[Any] = column.tolist()
    return values
