"""Bylines that belong to other articles: entries of lists and teasers."""

from __future__ import annotations

from cleaner.metadata import names as naming
from cleaner.metadata.authors.continued import by_cue
from cleaner.metadata.authors.standalone import BRIEF
from cleaner.metadata.text import View

LIST = 12
"""Lines around a by-word in which others make it one of a list."""
PARAGRAPH = 100
"""Characters; a heading is hardly longer."""


def is_teaser(view: View, i: int) -> bool:
    """Whether a line below the article stands between lines that belong to other articles."""
    beside = [view.labels[j] for j in (i - 2, i - 1, i + 2, i + 3) if 0 <= j < len(view.labels)]
    return i > view.span[1] and beside == ["related"] * 4


def is_listed(view: View, i: int, among: range | None = None) -> bool:
    """Whether by-words near a line, or `among` some lines, name others as well, as in lists of articles or books."""
    above, below = _others(view, i, among)
    return bool(above or below) and (True in {*above, *below} or len(above) + len(below) > 1)


def is_amid(view: View, i: int) -> bool:
    """Whether by-words above a line and below it name others: what looked like the headline is a list's entry."""
    above, below = _others(view, i)
    return True in above and True in below


def is_entry(view: View, i: int) -> bool:
    """Whether a byline is one of several, with no paragraph between it and the next."""
    texts, kept = view.document.texts, view.body
    long = [j for j in kept if abs(j - i) <= LIST and len(texts[j]) >= PARAGRAPH]
    low, high = max([j for j in long if j < i], default=-1), min([j for j in long if j > i], default=len(texts))
    return is_listed(view, i, range(low + 1, high))


def _others(view: View, i: int, among: range | None = None) -> tuple[list[bool], list[bool]]:
    """The bylines near a line, above and below it, each with whether it names others than the line does."""
    texts = view.document.texts
    mine = {naming.key(name) for name in by_cue(view, i)}
    near: tuple[list[bool], list[bool]] = ([], [])
    for j in range(max(0, i - LIST), min(len(texts), i + LIST + 1)) if mine else ():
        usable = abs(j - i) > 1 and len(texts[j]) <= BRIEF and (among is None or j in among)
        if usable and (names := by_cue(view, j)):
            near[j > i].append(mine.isdisjoint(map(naming.key, names)))
    return near
