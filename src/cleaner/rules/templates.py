"""What recurs on the site's other pages: evidence from the book that `cleaner learn` writes.

Without a book, or for a site that it does not know, these rules are silent. Their votes say that a line is not of this
article, not what it is: any other rule that names the line comes first. In the examples, `37/40` stands before a line
that is on 37 of its site's 40 pages; with `!` mostly without neighbours that recur, with `?` mostly inside articles.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from cleaner.rules.groups import marked, quoted
from cleaner.templates import fold

if TYPE_CHECKING:
    from cleaner.characters import Bools
    from cleaner.features import Page
    from cleaner.templates import Recurrence, Template

OF_THE_SITE = frozenset({"site_line", "site_sentence"})
"""The rules of this family."""

_OWN_PROSE = 40.0  # words of running text that only this page has; below, it may be a copy of another page
_EVERYWHERE = 0.8  # of the site's documents: boilerplate that is running text is on nearly all of them


class _Recurring:
    """The page's lines that are in the book, by index."""

    def __init__(self, page: Page, template: Template) -> None:
        known = template.lines
        self.found: dict[int, Recurrence] = {i: known[line] for i, line in enumerate(fold(page.texts)) if line in known}
        self.site, self.documents = template.site, template.documents
        self.hit = np.zeros(page.n, dtype=np.bool_)
        self.hit[list(self.found)] = True
        self.sentence: Bools = page.prose | (page.stopped & (page.words >= 4))
        own, recurring = (float(page.prose_words[mask].sum()) for mask in (~self.hit, self.hit))
        self.own_prose = own >= _OWN_PROSE
        self.is_copy = not self.own_prose and recurring > own

    def because(self, line: int, text: str) -> str:
        """The evidence in words."""
        where = f"of {self.site}" if self.site else "of the corpus"
        return f"on {self.found[line].documents:,} of {self.documents:,} pages {where}: {quoted(text)}"


def _recurring(page: Page) -> _Recurring | None:
    return _Recurring(page, page.template) if page.template else None


def site_line(page: Page) -> Iterator[tuple[int, str]]:
    """A line that recurs on the site's pages, mostly in their heads or tails and beside others, and is no sentence.

    A single one at the very end of the page counts when it is on half of the site's pages.

    Why not more: a quotation or a subheading that many articles share stands among lines that recur nowhere else. Of a
    page that is a copy of another (all its running text recurs), the book cannot tell the article from the rest.
    """
    own = page.once(_recurring)
    if own is None or own.is_copy:
        return
    company = own.hit & ~own.sentence
    beside = np.concatenate(([False], company[:-1])) | np.concatenate((company[1:], [False]))
    last = page.n - 1
    for i in marked(company):
        counts = own.found[i]
        alone = i in (0, last) and 2 * counts.documents >= own.documents
        if (beside[i] or alone) and counts.mostly_beside and counts.mostly_outside:
            yield i, own.because(i, page.texts[i])


def site_sentence(page: Page) -> Iterator[tuple[int, str]]:
    """A sentence on nearly all of the site's pages, in their heads or tails, with lines that recur on both sides.

    Why not more: a wire story or a legal formula that many articles share is theirs. A page that has hardly any running
    text of its own may be a copy of another.
    """
    own = page.once(_recurring)
    if own is None or not own.own_prose:
        return
    above = np.concatenate(([True], own.hit[:-1]))
    below = np.concatenate((own.hit[1:], [True]))
    for i in marked(own.hit & own.sentence & above & below):
        counts = own.found[i]
        if counts.documents >= _EVERYWHERE * own.documents and counts.mostly_outside:
            yield i, own.because(i, page.texts[i])
