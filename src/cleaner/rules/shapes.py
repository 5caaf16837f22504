"""Shapes and places that several rules ask for, each worked out once a page.

`shapes(page)` gives all rules the same answers. Everything here is a column over all lines, or a short list of
candidates that a column picked; nothing looks at every line one by one. `Shapes` is built in four steps: what lines
are (`lines`), what they say (`phrased`), which are a brief article's (`brief`), and, here, where they stand: the
article's core, what is in it and outside.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar
from weakref import ReferenceType, ref

import numpy as np

from cleaner.features import Page
from cleaner.once import cached_property, kept
from cleaner.rules.brief import Brief
from cleaner.rules.groups import marked
from cleaner.rules.lines import as_list
from cleaner.rules.phrased import BOXES

if TYPE_CHECKING:
    from cleaner.characters import Bools, Floats

T = TypeVar("T")

_INTERRUPTION = 6.0  # words that a line without running text takes from the article's run
_PARAGRAPH = 60.0  # words; a longer paragraph counts no more than this
_ENOUGH = 40.0  # words of running text; below, there is no article that a place could refer to
_SAID_OF_IT = 0.5  # of the worth of a line that may be a comment
_SENTENCE = 4.0  # words of a sentence with which a brief article may begin
_BRIEF = 12.0  # words of a question that may be a headline
_MANY = 150.0  # words of running text, three or four paragraphs
_HEAD = 8  # lines above the article in which its date and author stand,
_DEEP = 24  # and with the buttons among them
_BUTTONS = ("share", "promo", "advert", "interface", "comments")


class Shapes(Brief):
    """Derived columns of one page; see each for its meaning."""

    @cached_property
    def core(self) -> tuple[int, int]:
        """First and last line of the heaviest run of running text, or of brief `sentences`; else `(n, -1)`."""
        if self._heaviest or not self.sentences:
            return self._heaviest or (self.n, -1)
        return self.sentences[0], self.sentences[-1]

    @cached_property
    def _heaviest(self) -> tuple[int, int] | None:
        """First and last line of the heaviest run of running text, None where there is next to none.

        The maximum-sum interval over lines (Kadane), words of running text counted for it and other lines against it;
        so are sentences that ask or warn as boxes do, which would otherwise lengthen the run at its ends. What readers
        say below a text of some length counts half, so that it must outweigh the text by far.
        """
        if not self.n:
            return None
        worth = np.where(self.running, np.minimum(self.page.words, _PARAGRAPH), -_INTERRUPTION)
        for i in self.asking:
            worth[i] = -_INTERRUPTION
        self._count_less(worth)
        total = np.zeros(self.n + 1)
        worth.cumsum(out=total[1:])
        gain = total[1:] - np.minimum.accumulate(total[:-1])
        last = int(gain.argmax())
        if gain[last] < _ENOUGH:
            return None
        return last - int(total[last::-1].argmin()), last  # of equally low beginnings the last

    def _count_less(self, worth: Floats) -> None:
        """Halve what may be readers' comments; below as much text as an article has, interruptions count whole."""
        above = np.where(self.running, self.page.words, 0.0).cumsum() if self.commented else ()
        for i in [i for i in self.commented if above[i] >= _ENOUGH][:1]:
            worth[i:] *= _SAID_OF_IT
        for i in [i for i in self.commented if above[i] >= _MANY][:1]:
            worth[i:][worth[i:] < 0] = -_INTERRUPTION

    @cached_property
    def has_core(self) -> bool:
        """Whether there is an article that a place could refer to."""
        return self.core[1] >= 0

    @cached_property
    def opening(self) -> int:
        """Where the article begins: with its running text, or, where there is none, with the first sentence; else n.

        A sentence with a phrase of the page's furniture ("We use cookies …") begins no article, and a brief question
        may be a headline.
        """
        if self._heaviest or self.sentences:
            return self._heaviest[0] if self._heaviest else self.told[0]
        page = self.page
        said = marked(page.stopped & (page.words >= _SENTENCE) & ~(page.question & (page.words < _BRIEF)))
        others = self.lines_with(*BOXES) if said else ()
        return next((i for i in said if i not in others), self.n)

    @cached_property
    def head(self) -> int:
        """Where the article's head begins: some lines above it, buttons, players and captions left out."""
        between = {i for family in _BUTTONS for i in self.whole(family)} | self.cue_lines("credit").keys()
        begin, lines = self.opening, _HEAD
        while lines and begin > max(0, self.opening - _DEEP):
            begin -= 1
            lines -= begin not in between and self.letters[begin] > 1
        return begin

    @cached_property
    def brief_article(self) -> bool:
        """Whether there are so few sentences that shape alone tells little of what stands between and below them."""
        return self.opening < self.n and self.core_words < _MANY

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
    def outside(self) -> Bools:
        """Lines before or after the core; all lines where there is none."""
        first, last = self.core
        outside = np.ones(self.n, dtype=np.bool_)
        outside[first : last + 1] = False
        return outside

    @cached_property
    def is_outside(self) -> list[bool]:
        """Whether a line is `outside`."""
        return as_list(self.outside)

    @cached_property
    def echo(self) -> Floats:
        """Share of each line's topical words that stand on (other) lines of the core, 0 to 1."""
        return self.page.cohesion(self.running & ~self.outside)

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

    @kept
    def topic(self, *families: str) -> bool:
        """Whether the article is about what these families ask for: their cues recur across its running text.

        Three paragraphs or more, over more than a third of the core. Boilerplate says its piece in one place, and has
        buttons: brief lines that are nothing but such a cue.
        """
        first, last = self.core
        inside = [c for c in self.page.cues(*families) if first <= c.line <= last]
        hits = sorted({c.line for c in inside if self.is_running[c.line]})
        if len(hits) < 3 or len({c.line for c in inside if c.whole and self.is_brief[c.line]}) > 1:
            return False
        paragraphs = int(self.running[first : last + 1].sum())
        return hits[-1] - hits[0] > (last - first) / 3 and len(hits) >= 0.15 * paragraphs

    @kept
    def once(self, measure: Callable[[Shapes], T]) -> T:
        """What `measure` says of these shapes, asked once: several rules of a family share it."""
        return measure(self)


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
