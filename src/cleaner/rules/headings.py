"""Headings of an article's parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleaner.characters import DIGIT, LOWER, UPPER
from cleaner.rules.groups import quoted
from cleaner.rules.headline import OTHERS, headline_of, is_sentence
from cleaner.rules.related import pointers
from cleaner.rules.shapes import Shapes, shapes

if TYPE_CHECKING:
    from cleaner.features import Page

_SIGNS = frozenset("■□◆◇◼◻▪▫●○◎▼▽◈▣＜〈")  # before headings
_ARROWS = frozenset("▶►▷▸➤➡☞👉→⇒>»▲△※*·・-")  # before links, captions and notes
_NEAR = 4  # lines between the article's paragraphs and one that a heading leads to


def named_heading(page: Page) -> Iterator[tuple[int, str]]:
    """What authors head parts of an article with ("Conclusion", "Key takeaways"), above a sentence of it.

    Between the two another heading or a question may stand. Why not more: menus and footers have such words, too
    ("FAQ", "Results"), with no paragraph below; a paragraph far from the article must have one above as well.
    """
    s = shapes(page)
    first, last = s.core
    last = max([last, *s.sentences[-1:]])
    running = s.is_running
    for i in s.whole("heading"):
        near = s.has_core and first - _NEAR <= i <= last + _NEAR
        at = i + 1 + bool(page.question[i + 1 : i + 2].any())
        said = any(running[i + 1 : i + 3]) or (at < s.n and is_sentence(s, at))
        if said if near else 0 < i < s.n - 1 and running[i - 1] and running[i + 1]:
            yield i, f"heads a part of an article: {quoted(page.texts[i])}"


def subheading(page: Page) -> Iterator[tuple[int, str]]:
    """A brief line without a stop, directly above a paragraph inside the article, whose words the article takes up.

    Or one that begins with the same sign as another such line, a box or a lozenge ("■Costs", "◇ The vote"); or, in a
    script without capitals, one between two paragraphs without any phrase of a page's furniture: few words of such
    headings come back there. Why not more: a link to another article between two paragraphs looks alike; the article
    speaks less of it, an arrow stands before it, or it says "Read also:". The headline stands above a paragraph, too.
    """
    s = shapes(page)
    first, last = s.core
    if not s.has_core:
        return
    running, title = s.is_running, s.once(headline_of)
    heads = [i for i in range(max(0, first - 2), min(last, s.n - 2) + 1) if running[i + 1] and not running[i]]
    others = s.once(pointers)
    signs = Counter(page.texts[i][0] for i in heads if page.texts[i][0] in _SIGNS)
    free = s.once(_uncued) if page.script[0] < 0.5 else set()
    for i in heads:
        if not 1 <= s.sizes[i] <= 14 or s.is_stopped[i] or page.ellipsis[i] or s.letters[i] <= 0.5 * page.chars[i]:
            continue
        begin = page.first[i]
        if begin == LOWER or (begin != UPPER and begin < DIGIT and page.capitalised[i]):
            continue
        if i in s.clocks or i in s.dates or i in others or i == title:
            continue
        if s.echo[i] >= 0.3:
            because = "the article takes up its words"
        elif signs[page.texts[i][0]] > 1:
            because = "another one has its sign"
        elif first < i < last and running[i - 1] and i in free:
            because = "one stands above it"
        else:
            continue
        yield i, f"is brief, heads a paragraph, and {because}: {quoted(page.texts[i])}"


def _uncued(s: Shapes) -> set[int]:
    """Lines without a phrase of a page's furniture and without a mark that stands before links."""
    cued = s.lines_with(*OTHERS, "byline", "teaser", "tags")
    return {i for i, text in enumerate(s.page.texts) if i not in cued and text[0] not in _ARROWS}
