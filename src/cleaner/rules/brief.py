"""The sentences of a brief article: by ones and twos between a page's boxes, where they are all that it has."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from cleaner.once import cached_property
from cleaner.rules import calendar
from cleaner.rules.groups import marked, runs
from cleaner.rules.phrased import FURNITURE, Phrased

_CALL = np.array([0x21, 0xFF01], dtype=np.uint32)  # exclamation marks
_LINKED = 0.5  # share of characters in links
_SENTENCE = 2.0  # words of a sentence
_ASKED = 12.0  # words of a question that is no button's or poll's
_FEWEST = 4  # sentences of a brief article
_BOX = 9  # lines from one of them to the next
_TOP = 12  # lines above the first one, among which its date, author or buttons stand
_MOST = 20.0  # words of a sentence; a longer one counts no more than this
_FEW = 2  # sentences of a form or about the author, below an article
_LIST = 5  # lines of a list of other articles that stands above these


class Brief(Phrased):
    """The columns of `Shapes` that tell a brief article's lines from what stands between them."""

    @cached_property
    def own(self) -> list[bool]:
        """Which lines may be the article's: without a phrase of a page's furniture, and not linked."""
        dom = self.page.document.dom
        others = self.headed(*FURNITURE) | set(self.holding("©"))
        linked = dom.link_density if dom else [0.0] * self.n
        return [i not in others and linked[i] < _LINKED for i in range(self.n)]

    @cached_property
    def sentences(self) -> list[int]:
        """The sentences of a few words that stand near each other, empty where they are not clearly an article.

        Headlines and buttons end in no stop, in any language. Why not more: teasers are sentences too, each below a
        headline, so every fourth must stand right below another one; elsewhere on the page there may be half as many;
        and a date, a name or buttons to share stand near the first.
        """
        found = list(runs(self.told, reach=_BOX))
        worth = [sum([min(self.sizes[i], _MOST) for i in run]) for run in found]
        best = max(worth, default=0.0)
        run = self._without_tail(found[worth.index(best)]) if found else []
        if len(run) < _FEWEST or sum(worth) > 1.5 * best or not self._is_headed(run):
            return []
        return run if 4 * sum([b - a == 1 for a, b in pairwise(run)]) >= len(run) else []

    def _without_tail(self, run: list[int]) -> list[int]:
        """The sentences without the last one or two where tags, comments, rights or a list part them from the rest."""
        below, others = self.headed("tags", "comments") | self.cue_lines("legal").keys(), self.headed("related")
        for k in range(max(1, len(run) - _FEW), len(run)):
            between = range(run[k - 1] + 1, run[k])
            if not below.isdisjoint(between) or (len(between) >= _LIST and not others.isdisjoint(between)):
                return run[:k]
        return run

    @cached_property
    def told(self) -> list[int]:
        """Sentences of an article, most likely: said once, no question or call of a box, no picture's caption."""
        page, credit = self.page, self.headed("credit")
        called = page.question & (page.words < _ASKED) | (page.last_codes == _CALL[:, None]).any(axis=0)
        likely = marked(page.stopped & ~page.ellipsis & ~called & (page.words >= _SENTENCE) & (page.copies == 1))
        if len(likely) < _FEWEST:
            return []
        may = [i for i in likely if self.own[i] and i not in self.asking]
        return [i for i, above in zip(may, [-1, *may], strict=False) if i + 1 not in credit or above == i - 1]

    def _is_headed(self, run: Sequence[int]) -> bool:
        """Whether a date, a name or a button to share stands above the first sentences or among them."""
        top = range(max(0, run[0] - _TOP), run[_FEWEST - 1])
        dated = any(self.is_brief[i] and calendar.holds_date(self.page.texts[i]) for i in top)
        return dated or not self.headed("byline", "dateline", "share").isdisjoint(top)
