"""Reasons to keep: speech, lists, questions, turns and rhythms that belong to an article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleaner.features import DASH, QUOTE
from cleaner.rules.shapes import marked, quoted, shapes

if TYPE_CHECKING:
    from cleaner.features import Page

_LABELS = ("credit", "dateline", "share", "legal", "byline", "tags", "related", "promo")
_BOXES = ("related", "share", "promo", "comments", "advert")
_FAMILIES = ("appeal", "promo", "consent", "legal", "paywall", "ticker", "related", "letter")


def quotation(page: Page) -> Iterator[tuple[int, str]]:
    """A line that opens with a quotation mark and ends as a sentence does, near running text.

    Why not more: quoted headlines end in no stop.
    """
    s = shapes(page)
    if not (page.first == QUOTE).any():
        return
    after = (s.index - s.last_running <= 3) & (s.last_running >= 0)
    near = after | ((s.next_running - s.index <= 3) & (s.next_running < s.n))
    picked = (page.first == QUOTE) & page.stopped & near & (page.words >= 3) & (page.words < 60)
    for i in marked(picked):
        yield i, f"is a quotation that ends in a stop: {quoted(page.texts[i])}"


def dash_speech(page: Page) -> Iterator[tuple[int, str]]:
    """A line that opens with a dash and ends as a sentence does: speech, or a list item that is a sentence.

    Why not more: list items without a stop may be headlines.
    """
    s = shapes(page)
    picked = (page.first == DASH) & page.stopped & (page.words >= 4) & s.has_core
    near = (s.index >= s.core[0] - 6) & (s.index <= s.core[1] + 6)
    for i in marked(picked & near):
        yield i, f"opens with a dash and ends in a stop: {quoted(page.texts[i])}"


def list_after_colon(page: Page) -> Iterator[tuple[int, str]]:
    """The brief lines after a sentence that ends in a colon, up to the next paragraph.

    Why not more: "Share:" and "Read also:" end in a colon too; the introducing line must have six words and belong to
    the article.
    """
    s = shapes(page)
    if not s.has_core:
        return
    first, last = s.core
    opens = page.colon & (page.words >= 6) & (s.index >= first) & (s.index <= last + 2)
    if not opens.any():
        return
    cue = {c.line for family in _BOXES for c in page.cues(family) if c.whole or family == "related"}
    for i in marked(opens):
        if i in cue:
            continue
        end = min(int(s.next_running[i]), i + 25, s.n)
        items = range(i + 1, end)
        if end > last + 1 and not (len(items) and page.first[i + 1] == page.first[items[-1]]):
            continue
        for j in items:
            if j in cue:
                break
            yield j, f"stands in the list that {quoted(page.texts[i][-40:])} opens"


def asked_between(page: Page) -> Iterator[tuple[int, str]]:
    """A question between two paragraphs: an interviewer's, or a heading.

    Why not more: questions in lists of links have no paragraph on either side.
    """
    s = shapes(page)
    picked = page.question & (page.words >= 3) & (s.index - s.last_running == 1) & (s.next_running - s.index == 1)
    picked &= (s.last_running >= 0) & (s.next_running < s.n)
    for i in marked(picked):
        yield i, f"is a question between two paragraphs: {quoted(page.texts[i])}"


def on_topic(page: Page) -> Iterator[tuple[int, str]]:
    """Running text with a cue that recurs across the article: the cue is what the article is about.

    Why not more: boilerplate says its piece in one place.
    """
    s = shapes(page)
    first, last = s.core
    for family in _FAMILIES:
        if not page.cues(family) or not s.topic(family):
            continue
        for i, cues in s.cue_lines(family).items():
            if first <= i <= last and s.running[i]:
                yield i, f"the article keeps speaking of {quoted(cues[0].text)}"
