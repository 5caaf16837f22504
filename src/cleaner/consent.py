"""Pages that ask for consent and show no article: what is fetched before anybody has agreed.

The rules name the dialogue's lines. This judges the page, when its body is known, and only a flag depends on it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from cleaner.features import Page
from cleaner.model import Vote
from cleaner.rules import Votes

_RULES = frozenset({"consent_button", "consent_text"})
_SENTENCE = 12  # words
_ARTICLE = 60  # words; a short news item


def is_wall(page: Page, votes: Sequence[Vote], kept: Collection[int]) -> bool:
    """Whether a consent dialogue has most of a page's words, and what stays beside it is no article.

    Args:
        page: the page.
        votes: what the rules found.
        kept: the lines of the body. Sentences of the dialogue that no rule named are often among them; they stand
            between its other lines, so above and below not even a sentence may stay.
    """
    asking = _named(votes)
    words = page.words
    if not asking or 2 * words[list(asking)].sum() <= words.sum():
        return False
    first, last = min(asking), max(asking)
    stays = [line for line in kept if line not in asking]
    apart = [line for line in stays if not first < line < last]
    return bool(words[stays].sum() < _ARTICLE and (words[apart] < _SENTENCE).all())


def _named(votes: Sequence[Vote]) -> set[int]:
    """The lines that rules on consent found."""
    if isinstance(votes, Votes):
        return {line for rule, finds in votes.found if rule.id in _RULES for line, _ in finds}
    return {vote.line for vote in votes if vote.rule in _RULES}
