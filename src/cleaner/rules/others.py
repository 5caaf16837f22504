"""Other articles on the page that are whole sentences: lists of headlines with teasers, and articles that follow."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from cleaner.rules.groups import marked, quoted, runs
from cleaner.rules.related import headings
from cleaner.rules.shapes import Shapes, shapes

if TYPE_CHECKING:
    from cleaner.features import Page

_TEASER = 400  # characters; longer ones are paragraphs
_APART = 5  # lines from a teaser to the next one of its list: its headline, a kicker, a date, an author
_HEADING = 3  # lines above the first headline in which the list's heading stands
_DATED = 12  # lines from a card's date to the next one's
_FURNITURE = ("share", "comments", "tags", "promo", "appeal", "advert", "legal", "navigation", "interface")
_FAR = 4  # lines below the article's last paragraph from which on a list needs no heading
_STRANGE = 0.3  # share of topical words of teasers, or of the next article, that may stand in the article
_DAY = 5  # digits of a date with its year; a time of day has fewer
_LINE = 80  # characters of the line that says when an article was published
_LEAD = 2  # paragraphs of the article above its date
_ARTICLE = 50  # words of an article, in three paragraphs or more


class _Cards(NamedTuple):
    first: int
    teasers: list[int]


def _cards(s: Shapes) -> list[_Cards]:
    """Three or more lines of running text, each below a headline or below a line that a headline stands above."""
    if len(s.paragraphs) < 3:
        return []
    running = s.running
    headline = s.headline & ~running
    touching, apart = np.zeros_like(running), np.zeros_like(running)
    touching[1:] = headline[:-1]
    apart[2:] = headline[:-2] & ~running[1:-1]
    teaser = running & (touching | apart) & (s.page.chars <= _TEASER)
    if np.count_nonzero(teaser) < 3:
        return []
    lists = [list(group) for is_teaser, group in groupby(s.paragraphs, key=teaser.__getitem__) if is_teaser]
    found = [run for lines in lists for run in runs(lines, reach=_APART) if len(run) >= 3]
    return [_Cards(run[0] - (1 if touching[run[0]] else 2), run) for run in found]


def teaser_cards(page: Page) -> Iterator[tuple[int, str]]:
    """Three or more headlines with a teaser each, under a heading of other articles, or below the article.

    Why not more: brief sections of one paragraph each have the same rhythm, so one of the two is asked for.
    """
    s = shapes(page)
    for first, teasers in _cards(s):
        lines = range(first, teasers[-1] + 1)
        head = next((i for i in s.once(_heads) if first - _HEADING <= i <= first), None)
        if head is not None:
            because = f"stands in a list of {len(teasers)} headlines with teasers under {quoted(page.texts[head])}"
        elif _is_below(s, first, teasers):
            because = f"stands in a list of {len(teasers)} headlines with teasers about other things, below the article"
        else:
            continue
        for i in lines:
            yield i, because


def dated_teasers(page: Page) -> Iterator[tuple[int, str]]:
    """Running text of a list under such a heading in which dates stand at a regular distance, three or more.

    Why not more: a timeline has dates at a regular distance as well; the heading says whose these are.
    """
    s = shapes(page)
    for dates in runs(s.dates, reach=_DATED):
        steps = np.diff(dates)
        if len(dates) < 3 or steps.min() < 2 or steps.max() - steps.min() > 1:
            continue
        step = int(np.median(steps))
        head = next((i for i in s.once(_heads) if dates[0] - step - 2 <= i <= dates[0]), None)
        if head is not None:
            for i in range(head + 1, min(s.n, dates[-1] + step)):
                if s.is_running[i]:
                    yield i, f"stands between {len(dates)} dates under {quoted(page.texts[head])}"


def next_article(page: Page) -> Iterator[tuple[int, str]]:
    """Paragraphs below a second "Published on …" with another date, about other things than those below the first.

    Sites that scroll on without end set the next article below the first, each with a head of its own. Why not more:
    entries of a live blog have times, and speak of the same things; the same date again is the same article's, and
    what an article quotes, such as letters, stands further below than its head.
    """
    s = shapes(page)
    for said in s.once(_publications):
        at = [bisect_left(s.paragraphs, line) for line, _ in said]
        parts = [s.paragraphs[a:b] for a, b in zip(at, [*at[1:], len(s.paragraphs)], strict=True)]
        if at[0] - bisect_left(s.paragraphs, s.opening) > _LEAD or not _is_article(s, parts[0]):
            continue
        first = np.zeros(s.n, dtype=np.bool_)
        first[parts[0]] = True
        for (_, text), part in zip(said[1:], parts[1:], strict=True):
            if text != said[0][1] and _is_article(s, part) and float(page.cohesion(first)[part].mean()) < _STRANGE:
                for i in part:
                    yield i, f"stands below {quoted(text)}, as the article does below another date"


def _publications(s: Shapes) -> list[list[tuple[int, str]]]:
    """Lines that say when something was published, and what each says: by words, those that two or more have."""
    words = {cue.line: cue.text.lower() for cue in sorted(s.page.cues("dateline"), key=lambda cue: len(cue.text))}
    found: dict[str, list[tuple[int, str]]] = {}
    for line in sorted(words):
        text = s.page.texts[line]
        if s.digits[line] >= _DAY and len(text) <= _LINE and not s.is_running[line]:
            found.setdefault(words[line], []).append((line, text))
    return [lines for lines in found.values() if len(lines) > 1]


def _is_article(s: Shapes, paragraphs: list[int]) -> bool:
    return len(paragraphs) >= 3 and float(s.page.words[paragraphs].sum()) >= _ARTICLE


def _heads(s: Shapes) -> list[int]:
    """Headings of other articles; "Read more" rather closes the card above it."""
    return sorted(set(s.once(headings)) - s.cue_lines("teaser").keys())


def _is_below(s: Shapes, first: int, teasers: list[int]) -> bool:
    """Whether a list is about other things, below the article, and furniture such as buttons parts it from it."""
    if not s.single or teasers[-1] < s.core[1]:
        return False
    article = s.running & ~s.outside
    article[first:] = False
    above = marked(article)
    if len(above) < 3 or first - above[-1] < _FAR or float(s.page.cohesion(article)[teasers].mean()) >= _STRANGE:
        return False
    return any(above[-1] < i < first for i in s.lines_with(*_FURNITURE))
