"""Readers' comments: the thread, its heading and its form."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from cleaner.characters import DIGIT
from cleaner.features.phrases import entries
from cleaner.rules import calendar
from cleaner.rules.groups import quoted, runs
from cleaner.rules.shapes import Shapes, shapes
from cleaner.rules.ticker import ages

if TYPE_CHECKING:
    from cleaner.features import Page

_REACH = 12  # lines between two replies
_ABOVE = 20  # lines from a thread's heading to its first reply
_NAME = 3.5  # words
_INITIAL = re.compile(r"\b[^\W\d_]\.$")  # the end of a name, not of a sentence
_BUTTON = 3  # words
_ON_TITLE = re.compile(r"""^\W*\d[\d.,]*\s+(?P<what>\w[^"“„«‘「《]*?)\s*["“„«‘「《](?P<title>.+)["”“»’」》]$""")
_TELLING = 6  # words of a name and "says", with a list's marker
_SIGNED = 10  # words of a name, a date and a time of day
_NUMBERED = re.compile(r"^(?:\d{1,4}[.)]|[*+•-])\s+(?=[^\W\d])")  # a comment in a list
_ITEM = re.compile(r"(\d{1,4})[.)]\s")
_COUNT = re.compile(r"\d+")
_RIGHT_ABOVE = 6  # lines from a section's heading to its first comment: how to sort them, who wrote it
_CROWD = 5  # people; fewer may keep a diary or report by the hour together


def comment_heading(page: Page) -> Iterator[tuple[int, str]]:
    """A brief line that heads or belongs to a comment section ("Leave a reply"), outside the running text.

    Why not more: single words such as "Name" or "Best" belong to many things; they count beside another cue only.
    """
    for i in shapes(page).once(_headings):
        yield i, f"belongs to a comment section: {quoted(page.texts[i])}"


def _headings(s: Shapes) -> list[int]:
    lines = s.cue_lines("comments")
    brief = [i for i in s.buttons("comments") if not s.is_enclosed[i]]
    return [i for i in brief if s.sizes[i] >= 2 or any(j in lines for j in (i - 2, i - 1, i + 1, i + 2))]


def comment_count(page: Page) -> Iterator[tuple[int, str]]:
    """A number and a word for comments ("12 comments", "Comments (12)").

    Why not more: only where nothing else stands on the line.
    """
    for i in shapes(page).comment_counts:
        yield i, f"counts comments: {quoted(page.texts[i])}"


def comments_on(page: Page) -> Iterator[tuple[int, str]]:
    """A number, a word for comments and the headline in quotation marks: `3 thoughts on "Old bridge closed"`.

    Why not more: an article may count answers to a question; the headline that is quoted has to stand on the page.
    """
    for i in shapes(page).once(on_titles):
        yield i, f"counts comments on the headline: {quoted(page.texts[i])}"


def on_titles(s: Shapes) -> list[int]:
    """Lines that count comments on the headline, which they quote."""
    words, texts = entries("comments"), s.page.texts
    found = []
    for i in s.numbers:
        if i > s.opening and (said := _ON_TITLE.match(texts[i])):
            what = said["what"].lower()
            if (what in words or what.split()[0] in words) and said["title"].lower() in s.page.lowered:
                found.append(i)
    return found


def numbered_comments(page: Page) -> Iterator[tuple[int, str]]:
    """Right below a count of comments, numbered ones up to as many: "10 comments:", "1. Very useful", "4. Thank you".

    Why not more: steps are numbered as well, but no count stands above them; the numbers may not rise beyond it.
    """
    s = shapes(page)
    for head in (*s.comment_counts, *s.once(on_titles)):
        counted = int(_COUNT.findall(page.texts[head])[0])
        items: list[int] = []
        number = 0
        for i in s.numbers[bisect_left(s.numbers, head + 1) :]:
            if i - max([head, *items[-1:]]) > (_REACH if items else _RIGHT_ABOVE):
                break
            if (item := _ITEM.match(page.texts[i])) and number < int(item[1]) <= counted:
                number = int(item[1])
                items.append(i)
        if head > s.opening and len(items) > 1:
            for i in range(head, items[-1] + 1):
                yield i, f"stands among {len(items)} numbered comments below {quoted(page.texts[head])}"


def reply_buttons(page: Page) -> Iterator[tuple[int, str]]:
    """A comment section's button that comes back, right below what somebody wrote each time: "Reply", "Antworten".

    Why not more: a word that stands once or below no sentence ("Name", "Website") is a form's or a table's.
    """
    s = shapes(page)
    brief = [i for i in s.buttons("comments") if i > 0 and s.sizes[i] <= _BUTTON and not page.colon[i]]
    said = [i for i in brief if _below(s, i)]
    for text, lines in s.twins(said).items():
        if len(lines) >= 2 and min(np.diff(lines)) >= 2:
            for i in lines:
                yield i, f"stands below {len(lines)} sentences: {quoted(text)}"


def _below(s: Shapes, i: int) -> bool:
    """Whether a sentence stands above a button, or above the button above it ("Like", "Reply")."""
    return s.is_stopped[i - 1] or (i > 1 and s.is_stopped[i - 2] and i - 1 in s.cue_lines("share", "comments"))


def comment_thread(page: Page) -> Iterator[tuple[int, str]]:
    """Everything from a thread's heading to its last reply button, where three reply buttons keep time.

    Why not more: without the beat of the buttons nothing tells a comment from a paragraph, and entries of any list keep
    time ("Website", again and again), so a second phrase has to head or follow the thread. On a page that is a thread
    the replies are its own text.
    """
    s = shapes(page)
    lines = s.cue_lines("comments")
    beats: dict[str, list[int]] = {}
    for i in s.whole("comments"):
        beats.setdefault(page.lowered[i], []).append(i)
    said = {i for i, cues in lines.items() if any(" " in c.text and c.whole for c in cues)}
    heads = sorted({*said, *s.comment_counts})
    found: dict[int, str] = {}
    for text, beat in beats.items():
        for run in runs(beat, reach=_REACH):
            near = heads[bisect_left(heads, run[0] - _ABOVE) : bisect_left(heads, run[-1] + _REACH)]
            near = [i for i in near if page.texts[i].lower() != text]
            steps = np.diff(run)
            if len(run) < 3 or steps.max() < 3 or not near:
                continue
            if near[0] > run[0] and run[0] - 1.5 * np.median(steps) < s.opening <= run[0]:
                continue  # the first text of the page has a button already: it is a post, and the page a thread
            first = near[0] if near[0] < run[0] else max(0, run[0] - int(np.median(steps)) + 1)
            because = f"stands in a thread in which {quoted(text)} comes {len(run)} times"
            found.update(dict.fromkeys(range(first, run[-1] + 1), because))
    yield from sorted(found.items())


def folded_comments(page: Page) -> Iterator[tuple[int, str]]:
    """Buttons that unfold a comment ("Expand full comment"), and all from the section's heading above to the last.

    Why not more: such a button has a comment above it, whatever else the page holds; but the heading may be a link to
    the section, far above, so only comments near each other count, and what no heading stands above stays.
    """
    s = shapes(page)
    heads = s.once(_heads)
    for run in runs(s.whole("folded"), reach=_REACH):
        first = max([i for i in heads if run[0] - _REACH <= i < run[0]], default=-1)
        for i in range(first, run[-1] + 1) if first >= 0 else run:
            yield i, f"stands above the button {quoted(page.texts[run[-1]])}, or is one"


def told_comments(page: Page) -> Iterator[tuple[int, str]]:
    """Below the article's beginning, a name and "says", again and again: how blogs introduce their readers' comments.

    Why not more: plays, dialogues and interviews name who speaks as well, so a comment section's heading or count has
    to stand above, or a button to reply or a date at every one; both, where there are but two.
    """
    s = shapes(page)
    told = [i for i in s.cue_lines("commenter") if i > s.opening and s.sizes[i] <= _TELLING and not s.is_stopped[i]]
    if len(told) < 2:
        return
    heads = s.once(_heads)
    replies, dated = s.whole("comments"), set(_dated(s))
    for run in runs(told, reach=2 * _REACH):
        headed = _is_headed(heads, run[0])
        below = [*run[1:], run[-1] + _REACH]
        marked = [
            not dated.isdisjoint(range(i, i + 3)) or bisect_left(replies, end) > bisect_left(replies, i)
            for i, end in zip(run, below, strict=True)
        ]
        if not (all(marked) and headed) and (len(run) < 3 or not (all(marked) or headed)):
            continue
        above = run[0] in s.whole("commenter")  # the name has a line of its own
        last = next((i for i in range(run[-1] + 1, min(run[-1] + 4, s.n)) if is_said(s, i)), run[-1])
        for i in range(run[0] - above, last + 1):
            yield i, f"stands among {len(run)} comments, each with {quoted(page.texts[run[0]])}"


def dated_comments(page: Page) -> Iterator[tuple[int, str]]:
    """Below the article, a name, a date and what was said, again and again: readers' comments, whatever heads them.

    Three of them, two with a button to reply, or two right below a comment section's heading; in what looks like the
    article only below such a heading, and where so many people wrote as no report by the hour has. Why not more: over a
    date stands a headline in lists of other articles, which has more words than a name, and nothing in a diary; event
    after event has a place and a date. Where a button to reply stands under the first text of the page already, or its
    date in the same element as theirs, that text is a post, and so are all below it: the page is a thread, and they are
    its own.
    """
    s = shapes(page)
    likely = [d for d in s.once(nearly_dated) if d + 1 < s.n and (is_said(s, d + 1) or _answered(s, d + 1))]
    if len(likely) < 2:
        return
    posts = {i: d for d in likely if (i := _signed(s, d)) >= 0 and is_dated(s, d)}
    if len(posts) < 2:
        return
    dated = _dated(s)
    heads = s.once(_heads)
    headed = min(s.comment_counts, default=s.n)
    begin = min(s.opening, headed)
    buttons = [i for i in s.whole("comments") if i > begin]
    second = next((d for d in dated if d > s.opening), s.n)
    if headed > s.opening and s.opening - 1 in posts.values():
        others = [d for d in posts.values() if d > s.opening]
        if (buttons and buttons[0] < second) or _are_kin(page, s.opening - 1, others):
            return
    for run in runs(posts, reach=_REACH):
        ends = [*run[1:], run[-1] + _REACH]
        replied = [bisect_left(buttons, end) > bisect_left(buttons, posts[i]) for i, end in zip(run, ends, strict=True)]
        headed = run[0] > s.opening + 1 and _is_headed([*s.commented, *s.once(on_titles)], run[0], _RIGHT_ABOVE)
        crowd = len({page.lowered[i] for i in run}) >= _CROWD and run[0] > s.opening + 1 and _is_headed(heads, run[0])
        ended = begin if crowd or headed else max(begin, s.core[1])
        below = [i for i, reply in zip(run, replied, strict=True) if i > (begin if reply else ended)]
        if len({page.lowered[i] for i in below}) < 2 or (len(below) < 3 and not headed and not any(replied)):
            continue
        for i in range(below[0], posts[below[-1]] + 2):
            yield i, f"stands among {len(below)} signed and dated comments, the first by {quoted(page.texts[below[0]])}"


def _are_kin(page: Page, one: int, others: list[int]) -> bool:
    """Whether lines stand in elements of the same path and the same names."""
    dom = page.document.dom
    if dom is None or not others:
        return False
    return {(dom.path[i], dom.tokens[i]) for i in others} == {(dom.path[one], dom.tokens[one])}


def _heads(s: Shapes) -> list[int]:
    """Lines that head or belong to a comment section."""
    return [*s.once(_headings), *s.comment_counts, *s.once(on_titles)]


def _is_headed(heads: list[int], first: int, reach: int = _ABOVE) -> bool:
    """Whether a comment section is announced a few lines above its first comment."""
    return any(first - reach < i < first for i in heads)


def _dated(s: Shapes) -> list[int]:
    """Lines of little more than a date, or than how long ago something was."""
    likely = s.once(nearly_dated)
    return likely if len(likely) < 2 else [i for i in likely if is_dated(s, i)]


def nearly_dated(s: Shapes) -> list[int]:
    """Brief lines with as many digits as a date has, and those that say how long ago something was."""
    return sorted(i for i in {*s.dated, *s.once(ages)} if s.sizes[i] <= _SIGNED and not s.is_stopped[i])


def is_dated(s: Shapes, i: int) -> bool:
    """Whether a line holds a date, or says how long ago something was."""
    return i in s.dates or i in s.once(ages) or calendar.holds_date(s.page.texts[i])


def _signed(s: Shapes, d: int) -> int:
    """The line with the name of who wrote on a date: that above, or the date's own; -1 if there is none."""
    page = s.page
    own = d not in s.dates and not calendar.is_age(page.texts[d])
    if own and (page.first[d] < DIGIT or _NUMBERED.match(page.texts[d])):
        named = _NUMBERED.sub("", page.lowered[d]).split()[0].strip(",") not in calendar.names()
        return d if named and not any(c.phrase.head for c in s.cue_lines("dateline").get(d, ())) else -1
    if d - 1 in s.cue_lines("commenter") and s.sizes[d - 1] <= _TELLING:
        return d - 1
    return d - 1 if is_name(s, d - 1) else -1


def is_name(s: Shapes, i: int) -> bool:
    """Whether a line is so brief that it may be somebody's name."""
    named = i >= 0 and s.letters[i] >= 2 and s.sizes[i] <= _NAME and not s.page.colon[i]
    return named and (not s.is_stopped[i] or _INITIAL.search(s.page.texts[i]) is not None)


def _answered(s: Shapes, i: int) -> bool:
    """Whether a line says to whom the sentence below it replies."""
    return i + 1 < s.n and i in s.cue_lines("comments") and not s.is_running[i] and is_said(s, i + 1)


def is_said(s: Shapes, i: int) -> bool:
    """Whether a line is a sentence, as a comment is and a headline is not."""
    return s.is_stopped[i] or s.page.question[i]
