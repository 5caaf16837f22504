"""Readers' comments: the thread, its heading and its form."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from cleaner.cues import entries
from cleaner.rules.groups import quoted, runs
from cleaner.rules.shapes import shapes

if TYPE_CHECKING:
    from cleaner.features import Page

_REACH = 12  # lines between two replies
_ABOVE = 20  # lines from a thread's heading to its first reply


def comment_heading(page: Page) -> Iterator[tuple[int, str]]:
    """A brief line that heads or belongs to a comment section ("Leave a reply"), outside the running text.

    Why not more: single words such as "Name" or "Best" belong to many things; they count beside another cue only.
    """
    s = shapes(page)
    lines = s.cue_lines("comments")
    for i in s.buttons("comments"):
        if s.is_enclosed[i]:
            continue
        if s.sizes[i] >= 2 or any(j in lines for j in (i - 2, i - 1, i + 1, i + 2)):
            yield i, f"belongs to a comment section: {quoted(page.texts[i])}"


def comment_count(page: Page) -> Iterator[tuple[int, str]]:
    """A number and a word for comments ("12 comments", "Comments (12)").

    Why not more: only where nothing else stands on the line.
    """
    words = entries("comments")
    for i, what in shapes(page).counts.items():
        if what in words:
            yield i, f"counts comments: {quoted(page.texts[i])}"


def comment_thread(page: Page) -> Iterator[tuple[int, str]]:
    """Everything from a thread's heading to its last reply button, where three reply buttons keep time.

    Why not more: without the beat of the buttons nothing tells a comment from a paragraph, and entries of any list keep
    time ("Website", again and again), so a second phrase has to head or follow the thread.
    """
    s = shapes(page)
    lines = s.cue_lines("comments")
    beats: dict[str, list[int]] = {}
    for i in s.whole("comments"):
        if s.sizes[i] <= 4:
            beats.setdefault(page.lowered[i], []).append(i)
    if not any(len(beat) > 2 for beat in beats.values()):
        return
    said = {i for i, cues in lines.items() if s.is_brief[i] and any(" " in c.text and c.whole for c in cues)}
    heads = sorted({*said, *(i for i, _ in comment_count(page))})
    found: dict[int, str] = {}
    for text, beat in beats.items():
        for run in runs(beat, reach=_REACH):
            near = heads[bisect_left(heads, run[0] - _ABOVE) : bisect_left(heads, run[-1] + _REACH)]
            near = [i for i in near if page.texts[i].lower() != text]
            steps = np.diff(run)
            if len(run) < 3 or steps.max() < 3 or not near:
                continue
            first = near[0] if near[0] < run[0] else max(0, run[0] - int(np.median(steps)) + 1)
            because = f"stands in a thread in which {quoted(text)} comes {len(run)} times"
            found.update((i, because) for i in range(first, run[-1] + 1) if i not in found)
    yield from sorted(found.items())
