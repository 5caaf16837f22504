"""Buttons that share, save, print or rate the article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleaner.cues import entries
from cleaner.rules.groups import quoted
from cleaner.rules.shapes import shapes

if TYPE_CHECKING:
    from cleaner.features import Page


def share_button(page: Page) -> Iterator[tuple[int, str]]:
    """A brief line that is nothing but a button ("Share this article", "Copy link"), or two share words in a row.

    Why not more: a network's name may be an answer or a list item in an article, so a single word alone counts only
    beside another button or outside the article.
    """
    s = shapes(page)
    lines = s.cue_lines("share")
    for i in s.buttons("share"):
        beside = any(j in lines for j in (i - 2, i - 1, i + 1, i + 2))
        if s.sizes[i] >= 2 or beside or s.is_outside[i]:
            yield i, f"is the button {quoted(page.texts[i])}" + (" beside another one" if beside else "")


def share_count(page: Page) -> Iterator[tuple[int, str]]:
    """A number and a share word ("Shares 12", "3 likes").

    Why not more: only where nothing else stands on the line.
    """
    words = entries("share")
    for i, what in shapes(page).counts.items():
        if what in words:
            yield i, f"counts shares: {quoted(page.texts[i])}"


def share_line(page: Page) -> Iterator[tuple[int, str]]:
    """A line without a stop that begins with a share phrase and is hardly longer than it.

    Why not more: sentences that begin alike ("Share prices fell …") are longer and end in a stop.
    """
    s = shapes(page)
    for i, cues in s.cue_lines("share").items():
        if s.is_stopped[i] or s.sizes[i] > 14 or s.digits[i] or any(c.whole for c in cues):
            continue
        covered = max((c.end - c.start) / len(page.texts[i]) for c in cues)
        if covered >= 0.4 and len(cues[0].text.split()) >= 2:
            yield i, f"is little more than {quoted(cues[0].text)}: {quoted(page.texts[i])}"
