"""The lines of a text that could be its title.

What a line says is told by `wordings`, what is measured of it by `traits`. `headline` chooses among them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nlargest

from cleaner.metadata.names import is_name
from cleaner.metadata.text import View, is_picture
from cleaner.metadata.titles import slugs, title, traits, wordings

_ABOVE = 40  # lines above the article in which its title may stand; menus come before that
_ABOVE_PART = 20  # and above a part of the article that comes before its longest
_ADDRESSED = 0.4  # how well a line further away and the address must cover each other
_TELLING = 3  # words of an address that may be a title word for word
_PARTLY = 0.3  # how well a line must cover it that is a part of such a title, or holds one
_PLAIN = 0.8  # and for a line that looks like a byline or date
_BRIEF = 3  # words; what is shorter needs more than its place


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that could be the title: its index, what it says, and its measures."""

    index: int
    text: str
    measures: dict[str, float]


def find(view: View, slug: Sequence[str]) -> list[Candidate]:
    """Every line that could be the title, in order."""
    return _Search(traits.Head(view, slugs.meant(slug, view.document.texts))).run()


class _Search:
    """The search among one text's lines."""

    def __init__(self, head: traits.Head) -> None:
        self.head = head

    def run(self) -> list[Candidate]:
        """Measure the lines near the article's beginning, those labelled title, and those most like the address."""
        upto = self.head.upto
        indices = {*range(max(0, upto - _ABOVE), min(len(self.head.texts), upto + 3)), *self.head.titled}
        for start in self.head.starts:
            indices.update(range(max(0, start - _ABOVE_PART), start + 1))
        shares = nlargest(_ABOVE, ((share, i) for i, share in self.head.shares.items()))
        indices |= {i for share, i in shares if share > _ADDRESSED}
        found = (self._candidate(i) for i in sorted(indices) if not self._is_ruled_out(i))
        return [candidate for candidate in found if candidate]

    def _is_ruled_out(self, i: int) -> bool:
        """Whether a line's label, length or kind says that it is no title."""
        text, label = self.head.texts[i], self.head.labels[i]
        if label in {"lead", "alternate"} or not 2 <= len(text) <= 300 or is_picture(text):
            return True
        if "/" in text and all(is_name(name.strip()) for name in text.split("/")):
            return True  # authors
        plain = label != "title" and self.head.view.is_credit(i) and self.head.shares.get(i, 0.0) < _PLAIN
        return plain and self._undated(i) is None

    def _candidate(self, i: int) -> Candidate | None:
        label, text = self.head.labels[i], self._said(i)
        size = traits.length(text)
        if not title.words(text) or not 1.5 <= size <= 45:
            return None
        if size < _BRIEF and not self.head.cover(text) and label != "title" and self._is_crowded(i):
            return None  # an entry of a menu
        if label == "body" and size > 22 and traits.is_stopped(text):
            return None
        return Candidate(i, text, self.head.measure(i, text))

    def _said(self, i: int) -> str:
        """What a line says as a title."""
        texts = self.head.texts
        text = wordings.said(texts[i], texts[i + 1] if i + 1 < len(texts) else "")
        text = wordings.with_kicker(self._undated(i) or text, texts[max(0, i - 2) : i])
        if len(self.head.wanted) < _TELLING or self.head.cover(text) < _PARTLY:
            return text
        return wordings.as_addressed(text, texts[i - 1] if i else "", self.head.cover)

    def _undated(self, i: int) -> str | None:
        """A line without the date that it begins or ends with, if something is left that may be a title."""
        when = self.head.view.dated(i)
        return wordings.undated(self.head.texts[i], when) if when else None

    def _is_crowded(self, i: int) -> bool:
        """Whether a line stands between two as short, without blank lines, as in a menu or a list."""
        texts, gaps = self.head.texts, self.head.gaps
        return 0 < i < len(texts) - 1 and gaps[i] == gaps[i + 1] == 0 and max(map(len, texts[i - 1 : i + 2])) < 40
