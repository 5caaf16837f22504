"""Tags: the article's topics as a list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleaner.characters import BRACKET, DIGIT, OTHER
from cleaner.rules.groups import quoted
from cleaner.rules.shapes import shapes

if TYPE_CHECKING:
    from cleaner.features import Page

_LIST = 12  # tags under one heading


def tag_cue(page: Page) -> Iterator[tuple[int, str]]:
    """A line that begins with "Tags:", "Topics:" and the like, and the brief lines under it.

    Why not more: "Topics of the talks were …" is a sentence; it ends in a stop.
    """
    s = shapes(page)
    for i, cues in s.cue_lines("tags").items():
        if page.stopped[i] or page.words[i] > 30 or s.enclosed[i] or s.running[i]:
            continue
        whole = any(c.whole for c in cues)
        labels = [page.texts[i][c.end - 1 : c.end + 1].strip(" ") for c in cues if c.phrase.head]
        if whole or any(label.endswith((":", "՝", "៖", "፦")) for label in labels):
            yield i, f"introduces topics: {quoted(page.texts[i])}"
            if whole:
                for j in range(i + 1, min(s.n, i + 1 + _LIST)):
                    if page.words[j] > 4 or page.stopped[j] or s.running[j] or page.colon[j]:
                        break
                    yield j, f"is a topic under {quoted(page.texts[i])}: {quoted(page.texts[j])}"


def hashtags(page: Page) -> Iterator[tuple[int, str]]:
    """A line of hashtags and nothing else.

    Why not more: a hashtag inside a sentence is the article's, and `#!/bin/sh` begins a script.
    """
    s = shapes(page)
    for i in s.holding("#"):
        words = s.bare(i).split()
        if page.words[i] <= 30 and all(w[0] == "#" and len(w) > 2 and w[1].isalnum() for w in words):
            yield i, f"is {len(words)} hashtags and nothing else: {quoted(page.texts[i])}"


def names_after_body(page: Page) -> Iterator[tuple[int, str]]:
    """A brief line right after the article, without a stop, whose words all stand in the article and are mostly names.

    Why not more: the last verse or heading of an article stands there too; a heading is followed by a paragraph.
    """
    s = shapes(page)
    if not s.single:
        return
    for i in range(s.core[1] + 1, min(s.n, s.core[1] + 3)):
        if page.stopped[i] or page.colon[i] or s.running[i] or not 3 <= page.words[i] <= 16 or s.echo[i] < 0.99:
            continue
        bare = page.count(BRACKET)[i] + page.count(OTHER)[i] + page.count(DIGIT)[i] == 0 and not page.texts[i].isupper()
        tied = any(len(w) <= 3 and w.islower() for w in page.texts[i].split())
        if page.capitalised[i] >= 0.5 and not tied and bare and not s.running[i : i + 4].any():
            yield i, f"follows the article and repeats its names: {quoted(page.texts[i])}"
            return
