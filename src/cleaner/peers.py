"""A second opinion on a page of which little was kept, and on a product's: trafilatura's. The only door to it.

It is by far the slowest part, so it is asked only when the first reading is unsure. Of what may be an article it only
speaks for keeping. Products differ too much from one another for our own measures, so there it also speaks against what
it leaves out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleaner.model import KEPT, Vote

if TYPE_CHECKING:
    from cleaner.decide.decisions import Decisions
    from cleaner.features import Page
    from cleaner.genre import Judgement

RULE = "second_opinion"
WEIGHT = 2.0  # log-odds; clear, but no more than one of our own clear rules
FEW = 60.0  # words; a body below this is hardly an article
SHARE = 0.3  # of the page's running text; a body below this may have lost some
LARGEST = 2_000_000  # characters; for a larger page, or one of more lines, the second opinion takes a minute
MOST_LINES = 2_000


def wanted(page: Page, decisions: Decisions, genre: Judgement) -> bool:
    """Whether another reader should look, if it can in fair time.

    It should at a product, and where little was kept of much running text.
    """
    if page.document.kind != "html" or page.n > MOST_LINES or len(page.document.source) > LARGEST:
        return False
    return genre.genre == "product" or _lost(page, decisions)


def _lost(page: Page, decisions: Decisions) -> bool:
    prose = float(page.prose_words.sum())
    kept = float(sum(words for words, label in zip(page.words, decisions.labels, strict=True) if label in KEPT))
    return prose >= FEW and (kept < FEW or kept < SHARE * prose)


def votes(page: Page, genre: Judgement) -> Iterator[Vote]:
    """A vote for each line that trafilatura's main content has too; on a product's page, one against each other."""
    import trafilatura

    text = trafilatura.extract(page.document.source, include_comments=False) or ""
    theirs = " ".join(text.split())
    product = genre.genre == "product" and theirs != ""
    for line, own in enumerate(page.texts):
        if len(own) > 1 and own in theirs:
            yield Vote(line, "body", RULE, WEIGHT, f'trafilatura keeps it too: "{own[:60]}"')
        elif product:
            yield Vote(line, "navigation", RULE, WEIGHT, f'trafilatura leaves it out: "{own[:60]}"')
