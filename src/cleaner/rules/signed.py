"""Readers' comments by their rhythm: somebody's name and a date or an age, above or below what each of them said."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from cleaner.characters import DIGIT
from cleaner.features.phrases import entries
from cleaner.once import compiled
from cleaner.rules import calendar
from cleaner.rules.comments import is_dated, is_name, is_said, nearly_dated, on_titles
from cleaner.rules.groups import marked, quoted, runs
from cleaner.rules.shapes import shapes

if TYPE_CHECKING:
    from cleaner.features import Page
    from cleaner.rules.shapes import Shapes

_REACH = 12  # lines from one signature to the next
_HEADED = 6  # lines from a section's heading to its first signature
_LAST = 3  # lines from the last signature to what it signs: a button to follow, "Edited"
_SIGNED = 8  # words of a name, an age and buttons on one line
_ARTICLE = 40.0  # words of running text above; with fewer, what is counted there may be a box at the article's head
_PARTS = compiled(r"\s*[|•·–—]\s*|\s-\s")


class _Thread(NamedTuple):
    """Signatures near each other, and the heading or count of comments above them, -1 if there is none."""

    signatures: list[int]
    head: int


def signed_comments(page: Page) -> Iterator[tuple[int, str]]:
    """Below the article, brief lines with a date or an age and what was said between them, two or more times.

    The signature may stand above or below. Right below a comment section's heading or count, two are enough; elsewhere
    three, if each has a reader's mark: how long ago it was and a name, a button to reply, "Posted by:". Why not more:
    diaries, programmes, letters to the editor and reports by the hour are signed and dated alike, and no heading of
    comments stands above them. Where no heading shows it, what stands above the first signature may be the article's.
    """
    s = shapes(page)
    likely = sorted({*nearly_dated(s), *_aged_parts(s)})
    if len(likely) < 2:
        return
    words = 0.0
    begin = next((i for i in s.paragraphs if (words := words + s.sizes[i]) >= _ARTICLE), s.n)
    marks = [i for i in likely if i > begin and (is_dated(s, i) or _has_age(page.texts[i]))]
    for thread in _threads(s, marks, begin):
        because = f"stands among {len(thread.signatures)} signed comments, the first by "
        for i in _extent(s, thread):
            yield i, because + quoted(page.texts[thread.signatures[0]])


def _threads(s: Shapes, marks: list[int], begin: int) -> Iterator[_Thread]:
    """Runs of signatures with something said between each two, headed, or each with a reader's mark."""
    heads = sorted(i for i in {*s.commented, *s.once(on_titles)} if i > begin)
    sure = {*s.comment_counts, *s.once(on_titles)}
    for run in runs(marks, reach=_REACH):
        signatures = [run[0], *(b for a, b in pairwise(run) if any(is_said(s, i) for i in range(a + 1, b)))]
        near = heads[bisect_left(heads, run[0] - _HEADED) : bisect_left(heads, run[0])]
        head = near[0] if near else -1
        several = len(signatures) >= 3
        if (len(signatures) >= 2 and head in sure) or (several and head >= 0 and _is_unparted(s, signatures)):
            yield _Thread(signatures, head)
        elif several and _are_readers(s, signatures):
            yield _Thread(signatures, -1)


def _extent(s: Shapes, thread: _Thread) -> range:
    """The lines of a thread: to what stands below the last signature, unless they stand below what they sign."""
    first, last = thread.signatures[0], thread.signatures[-1]
    headed = thread.head >= 0
    end = next((i for i in range(last + 1, min(last + 1 + _LAST, s.n)) if is_said(s, i)), last)
    if headed and any(is_said(s, i) for i in range(thread.head + 1, first)):
        end = last
    return range(thread.head + 1 if headed else first - is_name(s, first - 1), end + 1)


def _are_readers(s: Shapes, signatures: list[int]) -> bool:
    """Whether each signature has a reader's mark, and no headline stands between them."""
    if not _is_unparted(s, signatures):
        return False
    for a in signatures:
        told = a in s.cue_lines("comments", "commenter") or _replies(s.page.texts[a])
        if not told and not (_has_age(s.page.texts[a]) and (is_name(s, a - 1) or _is_name_and_age(s, a))):
            return False
    return True


def _is_unparted(s: Shapes, signatures: list[int]) -> bool:
    """Whether nothing like a headline stands between signatures, as it does between cards of other articles."""
    ours = {*signatures, *s.cue_lines("comments", "share")}
    between = range(signatures[0] + 1, signatures[-1])
    return not any(s.is_headline[i] and not is_said(s, i) and i not in ours for i in between)


def _is_name_and_age(s: Shapes, i: int) -> bool:
    """Whether a line has a part of a few words beside how long ago something was."""
    return any(part and not calendar.is_age(part) for part in _PARTS.split(s.page.texts[i]))


def _aged_parts(s: Shapes) -> list[int]:
    """Brief lines of several parts, one of which says how long ago something was ("Rosa • 2 days ago")."""
    digits = s.page.count(DIGIT)
    brief = marked((digits >= 1) & (s.page.words <= _SIGNED) & s.open)
    return [i for i in brief if _has_age(s.page.texts[i])]


def _has_age(text: str) -> bool:
    """Whether a line or a part of it says how long ago something was.

    >>> _has_age("Rosa • 2 days ago"), _has_age("Like · Reply · 3d"), _has_age("Rosa – May 2024")
    (True, True, False)
    """
    return any(calendar.is_age(part) for part in _PARTS.split(text))


def _replies(text: str) -> bool:
    """Whether a part of the line is a comment section's button.

    >>> _replies("Rosa | 3 May 2024 | Reply"), _replies("Rosa | 3 May 2024")
    (True, False)
    """
    parts = _PARTS.split(text.lower())
    return len(parts) > 1 and any(part in entries("comments") for part in parts)
