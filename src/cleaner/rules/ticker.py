"""Timed newsfeeds: a time, a headline and perhaps a section, again and again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from cleaner.characters import DIGIT
from cleaner.rules import calendar
from cleaner.rules.groups import marked, quoted, runs
from cleaner.rules.shapes import Shapes, shapes

if TYPE_CHECKING:
    from cleaner.features import Page

_TIMED = re.compile(r"^(?:[*+•·»-]\s*)?([012]?\d)[:.h]([0-5]\d)\b(?![:.]?\d)[\s|,·–—-]+(?=\S)")
_FEWEST = 4  # entries; three times of day may be a timetable or a talk
_WIDEST = 6  # lines an entry
_AGE = 5  # words that say how long ago something was


class Feed(NamedTuple):
    """A newsfeed: its first and last line, its number of entries and how many lines each has."""

    first: int
    last: int
    entries: int
    step: int


def _feeds(s: Shapes) -> list[Feed]:
    """The page's newsfeeds."""
    return list(_timed(s))


def _timed(s: Shapes) -> Iterator[Feed]:
    """Runs of bare times at a steady distance, newest first or under a ticker's heading."""
    if len(s.clocks) < _FEWEST:
        return
    headings = s.whole("ticker")
    clocks = [i for i in sorted(s.clocks) if i - 1 not in s.dates and i + 1 not in s.dates]
    for run in runs(clocks, reach=_WIDEST):
        if len(run) < _FEWEST:
            continue
        steps = np.diff(run)
        step = int(np.median(steps))
        regular = float((np.abs(steps - step) <= 1).mean())
        minutes = [s.clocks[i] for i in run]
        falling = sum(a >= b for a, b in pairwise(minutes))
        headed = any(run[0] - step - 1 <= h < run[0] for h in headings)
        prose = float(s.running[run[0] : run[-1] + 1].mean())
        if step < 2 or regular < 0.7 or prose > 0.15 or not (headed or falling >= 0.8 * len(steps)):
            continue
        time_first = headed or not _closes(s, run, step)
        first = run[0] if time_first else run[0] - step + 1
        last = run[-1] + step - 1 if time_first else run[-1]
        yield Feed(max(0, first), min(last, s.n - 1), len(run), step)


def _closes(s: Shapes, run: list[int], step: int) -> bool:
    """Whether the time is the last line of an entry: a headline stands where the first entry would begin."""
    begin = run[0] - step + 1
    after = run[-1] + 1
    return begin >= 0 and bool(s.headline[begin]) and not (after < s.n and s.headline[after])


def timed_feed(page: Page) -> Iterator[tuple[int, str]]:
    """All lines of a feed in which bare times of day stand at a steady distance, newest first or under a heading.

    Why not more: programmes and timetables count upwards, and the entries of a live blog are paragraphs.
    """
    s = shapes(page)
    for feed in s.once(_feeds):
        because = f"stands in a feed of {feed.entries} entries, each a time and {feed.step - 1} lines"
        for i in range(feed.first, feed.last + 1):
            yield i, f"{because}: {quoted(page.texts[i])}"


def ages(s: Shapes) -> list[int]:
    """Brief lines that say how long ago something was, in a number or in words that are known ("an hour ago")."""
    numbered = marked((s.page.count(DIGIT) >= 1) & (s.page.count(DIGIT) <= 2) & (s.page.words <= _AGE))
    cues = {i for i, cues in s.cue_lines("dateline").items() if any(c.phrase.tail for c in cues)}
    likely = (i for i in cues if s.sizes[i] <= _AGE and s.digits[i] <= 2)
    return sorted({*likely, *(i for i in numbered if calendar.is_age(s.page.texts[i]))})


def aged_feed(page: Page) -> Iterator[tuple[int, str]]:
    """All lines of a feed in which every entry says how long ago it appeared ("20 min ago"), away from the article.

    Why not more: an article says once or twice how old it is; four ages at a steady distance are a list.
    """
    s = shapes(page)
    numbered = [i for i in s.once(ages) if s.digits[i] and s.is_outside[i]]
    for run in runs(numbered, reach=_WIDEST):
        steps = np.diff(run)
        if len(run) < _FEWEST or steps.min() < 2 or steps.max() - steps.min() > 2 or s.running[run[0] : run[-1]].any():
            continue
        step = int(np.median(steps))
        first = run[0] if not _closes(s, run, step) else run[0] - step + 1
        for i in range(max(0, first), min(s.n, first + step * len(run), run[-1] + step)):
            yield i, f"stands in a feed of {len(run)} entries that say their age: {quoted(page.texts[i])}"


def feed_heading(page: Page) -> Iterator[tuple[int, str]]:
    """A heading such as "Latest news" with a time or a headline soon after it.

    Why not more: at the end of a list the same words are a link to the whole of it.
    """
    s = shapes(page)
    feet = {feed.last + 1 for feed in s.once(_feeds)}
    for i in s.buttons("ticker"):
        if i in feet:
            continue
        near = range(i + 1, min(s.n, i + 4))
        if any(j in s.clocks for j in near):
            yield i, f"is the heading {quoted(page.texts[i])} above a time of day"
        elif s.outside[i] and sum(bool(s.headline[j]) for j in near) >= 2:
            yield i, f"is the heading {quoted(page.texts[i])} above other headlines"


def feed_link(page: Page) -> Iterator[tuple[int, str]]:
    """A feed's heading with nothing under it, at the end of the page: a link to all the news.

    Why not more: with a time or a headline after it, it heads a list.
    """
    s = shapes(page)
    for i in s.buttons("ticker"):
        if i >= s.n - 2 and not s.headline[i + 1 :].any():
            yield i, f"is {quoted(page.texts[i])} with nothing under it"


def feed_foot(page: Page) -> Iterator[tuple[int, str]]:
    """The short line right after a feed that is no entry of it: the link to all the news.

    Why not more: only the one line after the last entry, and only if it is brief and is no paragraph's heading.
    """
    s = shapes(page)
    for feed in s.once(_feeds):
        foot = feed.last + 1
        if foot < s.n and page.words[foot] <= 5 and not page.stopped[foot] and not s.running[min(foot + 1, s.n - 1)]:
            yield foot, f"follows the last of {feed.entries} timed entries: {quoted(page.texts[foot])}"


def timed_headlines(page: Page) -> Iterator[tuple[int, str]]:
    """Four or more lines close together that begin with a time of day and go on as a headline, newest first.

    Why not more: an agenda counts upwards, and the entries of a live blog are paragraphs.
    """
    s = shapes(page)
    sized = [i for i in s.numbers if s.digits[i] >= 3 and 4 <= s.sizes[i] <= 32]
    if len(sized) < _FEWEST:
        return
    open_ = [i for i in sized if not s.is_running[i] and not s.is_stopped[i]]
    times = {i: int(m[1]) * 60 + int(m[2]) for i in open_ if (m := _TIMED.match(page.texts[i]))}
    for run in runs(sorted(times), reach=3):
        falling = sum(times[a] >= times[b] for a, b in pairwise(run))
        if len(run) >= _FEWEST and falling >= 0.8 * (len(run) - 1):
            for i in run:
                yield i, f"is one of {len(run)} timed headlines, newest first: {quoted(page.texts[i])}"
