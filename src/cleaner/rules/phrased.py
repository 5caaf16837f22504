"""What a line says: the phrases on it, and who says them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleaner.characters import QUOTE
from cleaner.features.cues import lines_of
from cleaner.features.phrases import entries
from cleaner.once import cached_property, kept
from cleaner.rules.lines import Lines

if TYPE_CHECKING:
    from cleaner.features.cues import Cue

_DATED = 3  # lines from a comment section's heading to its first date
ASKING = ("appeal", "promo", "consent", "legal", "paywall")
"""Families of what asks the reader for something, or warns."""
BOXES = (*ASKING, "share", "comments", "advert")
"""Families of the boxes that pages put around texts and into them."""
INSERTS = (*BOXES, "credit", "teaser")
"""Those and the families of pictures' credits and of links to the rest of a text, which also interrupt one."""
FURNITURE = (*INSERTS, "related", "ticker", "tags", "byline", "counter", "dateline", "navigation")
"""Families of all that a page says beside its article."""
LABELS = ("credit", "dateline", "share", "legal", "byline", "tags", "related", "promo", "navigation", "ticker")
"""Families of what stands alone on a line beside a text: credits, dates, buttons, menus."""
_QUOTES = '"“”„‟«»「」『』'
_CLOSED = re.compile(r"’(?!\w)")  # and no apostrophe


class Phrased(Lines):
    """The columns of `Shapes` that need phrases as well."""

    @kept
    def cue_lines(self, *families: str) -> dict[int, list[Cue]]:
        """The cues of these families by line, in the order of lines."""
        return lines_of(self.page.cues(*families))

    def lines_with(self, *families: str) -> set[int]:
        """The lines with a phrase of these families."""
        return {cue.line for family in families for cue in self.page.cues(family)}

    @kept
    def whole(self, family: str) -> list[int]:
        """The lines that are nothing but a phrase of the family."""
        return list(dict.fromkeys([cue.line for cue in self.page.cues(family) if cue.whole]))

    def headed(self, *families: str) -> set[int]:
        """The lines that are nothing but a phrase of the families, or begin with one that is tied to a line's head."""
        return {cue.line for cue in self.page.cues(*families) if cue.whole or cue.phrase.head}

    @cached_property
    def labels(self) -> set[int]:
        """The lines that are nothing but a phrase of `LABELS`."""
        return {i for family in LABELS for i in self.whole(family)}

    @kept
    def buttons(self, family: str) -> list[int]:
        """The brief lines that are nothing but a phrase of the family; `close()` is a line of code."""
        brief, texts = self.is_brief, self.page.texts
        return [i for i in self.whole(family) if brief[i] and "()" not in texts[i]]

    @cached_property
    def comment_counts(self) -> list[int]:
        """The lines that say how many comments there are ("12 comments", "Comments (12)")."""
        words = entries("comments")
        return [i for i, what in self.counts.items() if what.rstrip(" .…") in words]

    @cached_property
    def commented(self) -> list[int]:
        """The lines that may head a comment section; of one word only where a date stands near below ("Comments")."""
        dated = set(self.dated)
        heads = [i for i in self.buttons("comments") if not self.page.colon[i]]
        sure = [i for i in heads if self.sizes[i] >= 2 or not dated.isdisjoint(range(i + 1, i + 1 + _DATED))]
        return sorted({*sure, *self.comment_counts})

    @kept
    def pleas(self, family: str) -> dict[int, list[Cue]]:
        """The cues by line that the page says itself: outside quotation marks, and not part of a longer cue."""
        found: dict[int, list[Cue]] = {}
        quotes = self.page.count(QUOTE)
        for i, cues in self.cue_lines(family).items():
            own = cues
            if quotes[i]:
                text = self.page.texts[i]
                own = [c for c in cues if c.whole or not in_quotes(text, c.start)]
            if own:
                found[i] = _apart(own) if len(own) > 1 else own
        return found

    @cached_property
    def asking(self) -> set[int]:
        """Lines of running text with two phrases of one family that asks or warns, or with one at their head."""
        found: set[int] = set()
        running, texts = self.is_running, self.page.texts
        for family in ASKING:
            likely = (cue for cue in self.page.cues(family) if running[cue.line])
            own = [cue for cue in likely if not in_quotes(texts[cue.line], cue.start)]
            for i, cues in lines_of(own).items():
                headed = any(c.phrase.head and len(c.text) > 8 for c in cues)
                if headed or other(_apart(cues)):
                    found.add(i)
        return found


def other(cues: list[Cue]) -> Cue | None:
    """A cue of a line that reaches beyond its first one and says something else: no phrase is its own second signal."""
    first = cues[0]
    return next((c for c in cues if c.end > first.end and c.text.lower() != first.text.lower()), None)


def in_quotes(text: str, position: int) -> bool:
    """Whether a quotation is open at the position: an odd number of marks before it, apostrophes left out.

    >>> in_quotes("He wrote “support us” twice", 12), in_quotes("He wrote “support us” twice", 22)
    (True, False)
    >>> in_quotes("‘Don’t support us’, he wrote", 7), in_quotes("‘Don’t support us’, he wrote", 22)
    (True, False)
    """
    if sum(text.count(mark, 0, position) for mark in _QUOTES) % 2 == 1:
        return True
    single = text.rfind("‘", 0, position)
    return single >= 0 and not _CLOSED.search(text, single, position)


def _apart(cues: list[Cue]) -> list[Cue]:
    """The cues that are no part of another one; a cue that is tied to the line's head stays."""
    found, reach = [], -1
    for cue in sorted(cues, key=lambda c: (c.start, -c.end)):
        if cue.end > reach or cue.phrase.head:
            found.append(cue)
        reach = max(reach, cue.end)
    return found
