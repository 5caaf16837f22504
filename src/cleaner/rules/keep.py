"""Reasons to keep: speech, lists, questions, turns and rhythms that belong to an article."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleaner.characters import DASH, QUOTE
from cleaner.rules.groups import marked, quoted, runs
from cleaner.rules.phrased import ASKING, INSERTS
from cleaner.rules.related import headings, pointers
from cleaner.rules.shapes import Shapes, shapes

if TYPE_CHECKING:
    from cleaner.features import Page

_BOXES = ("related", "share", "promo", "comments", "advert")
_NUMBERING = "0123456789.)(#*+•●○▪■□►▸›»–—- \t:?!"  # of entries and headings, and how these end
_ENTRY = 16  # words of a heading
_ABOVE = 40  # lines from a table of contents that stands above the article to its beginning
_TOPICS = (*ASKING, "ticker", "related", "letter")
_BETWEEN = 10  # lines of a box in an article
_REACH = 3  # lines from one with a phrase of boxes to the next
_PARAGRAPH = 8  # words
_HEADING = 8  # words
_LONG = 20  # words; few teasers have as many
_HEADLINES = 4  # of other articles, inside one


_ANNOUNCED = re.compile(
    r"""(?: [次以]下?の(?:通り|とおり|よう) [^。]{0,8} 。 | 如下 [。：]
      | (?:다음|아래)[과와]\ 같[다습았]\w* \.
      | इस\ प्रकार\ (?:हैं|है) [।.] | নিম্নরূপ [।.] | ਇਸ\ ਪ੍ਰਕਾਰ\ ਹਨ [।.] | ដូចខាងក្រោម។? | ดังนี้
      | aşağıdaki\ gibidir\. ) $""",
    re.VERBOSE,
)
"""How a sentence announces a list in languages that set no colon after it ("are as follows")."""


def quotation(page: Page) -> Iterator[tuple[int, str]]:
    """A line that opens with a quotation mark and ends as a sentence does, near running text.

    Why not more: quoted headlines end in no stop.
    """
    s = shapes(page)
    for i in marked((page.first == QUOTE) & page.stopped):
        if 3 <= s.sizes[i] < 60 and (any(s.is_running[max(0, i - 3) : i]) or any(s.is_running[i + 1 : i + 4])):
            yield i, f"is a quotation that ends in a stop: {quoted(page.texts[i])}"


def dash_speech(page: Page) -> Iterator[tuple[int, str]]:
    """A line that opens with a dash and ends as a sentence does: speech, or a list item that is a sentence.

    Why not more: list items without a stop may be headlines.
    """
    s = shapes(page)
    if not s.has_core:
        return
    for i in marked((page.first == DASH) & page.stopped):
        if s.sizes[i] >= 4 and s.core[0] - 6 <= i <= s.core[1] + 6:
            yield i, f"opens with a dash and ends in a stop: {quoted(page.texts[i])}"


def list_after_colon(page: Page) -> Iterator[tuple[int, str]]:
    """The brief lines after a sentence that ends in a colon or announces a list, up to the next paragraph.

    Why not more: "Share:" and "Read also:" end in a colon too; the introducing line must have six words and belong to
    the article.
    """
    s = shapes(page)
    if not s.has_core:
        return
    first, last = s.core
    likely = [i for i in marked(page.colon | page.stopped) if first <= i <= last + 2 and s.sizes[i] >= 6]
    opens = [i for i in likely if page.colon[i] or _is_announcing(page.texts[i][-20:])]
    if not opens:
        return
    boxes = {cue.line for cue in page.cues(*_BOXES) if cue.whole or cue.phrase.family == "related"}
    for i in opens:
        if i in boxes:
            continue
        end = min(s.next_running(i), i + 25, s.n)
        items = range(i + 1, end)
        if end > last + 1 and not (len(items) and page.first[i + 1] == page.first[items[-1]]):
            continue
        for j in items:
            if j in boxes:
                break
            yield j, f"stands in the list that {quoted(page.texts[i][-40:])} opens"


def _is_announcing(end: str) -> bool:
    return not end.isascii() and _ANNOUNCED.search(end) is not None


def asked_between(page: Page) -> Iterator[tuple[int, str]]:
    """A question between two paragraphs: an interviewer's, or a heading.

    Why not more: questions in lists of links have no paragraph on either side.
    """
    s = shapes(page)
    for i in s.questions:
        if s.sizes[i] >= 3 and 0 < i < s.n - 1 and s.is_running[i - 1] and s.is_running[i + 1]:
            yield i, f"is a question between two paragraphs: {quoted(page.texts[i])}"


def on_topic(page: Page) -> Iterator[tuple[int, str]]:
    """Running text with a cue that recurs across the article: the cue is what the article is about.

    Why not more: boilerplate says its piece in one place.
    """
    s = shapes(page)
    first, last = s.core
    for family in _TOPICS:
        if not page.cues(family) or not s.topic(family):
            continue
        for i, cues in s.cue_lines(family).items():
            if first <= i <= last and s.is_running[i]:
                yield i, f"the article keeps speaking of {quoted(cues[0].text)}"


def goes_on(page: Page) -> Iterator[tuple[int, str]]:
    """The paragraph after an advertisement, a link or a newsletter's box inside the article, and a heading above it.

    On the development pages four in five such lines are the article's. Why not more: boxes hold sentences too, so no
    line between may be one without a phrase of boxes, with a mark among them, and there must be a paragraph of the
    article above and another one further below. After a heading such as "Related" come teasers; other headings must
    have a paragraph below that the article takes up.
    """
    s = shapes(page)
    if not s.single:
        return
    links = s.once(pointers)
    marks = {*links, *s.buttons("advert"), *s.buttons("promo")}
    if not marks:
        return
    cued = s.once(_cued)
    first, last = s.core
    for run in runs([i for i in sorted(cued | marks) if first < i < last], reach=_REACH):
        above, after = run[0] - 1, run[-1] + 1
        if after - run[0] > _BETWEEN or marks.isdisjoint(run) or above in cued or not _is_paragraph(s, above):
            continue
        headed = 0 < s.sizes[after] <= _HEADING and not s.is_running[after] and after not in cued
        on = after + headed
        taken_up = not headed or (s.echo[on] >= 0.15 and not page.question[on])
        others = any(_is_paragraph(s, i) for i in range(run[0], after) if i not in cued)
        if taken_up and not others and _is_paragraph(s, on) and on not in cued and s.next_running(on) <= last:
            for i in range(after, on + 1):
                yield i, f"the article goes on after {quoted(page.texts[run[-1]])}: {quoted(page.texts[i])}"


def _cued(s: Shapes) -> set[int]:
    """The lines with a phrase of what stands in boxes between paragraphs."""
    return s.lines_with(*INSERTS, "related", "ticker", "tags")


def _is_paragraph(s: Shapes, i: int) -> bool:
    return s.is_running[i] and s.is_stopped[i] and s.sizes[i] >= _PARAGRAPH


def after_headlines(page: Page) -> Iterator[tuple[int, str]]:
    """The paragraph after two to four headlines, dated or not, under a heading such as "Related", inside the article.

    If it were the last one's teaser, the others would have theirs. After one headline it must be longer than most
    teasers, with another paragraph below it. On the development pages nine in ten are the article's. Why not more: a
    longer list may close the article, and one that does not stand below a sentence may be a column's.
    """
    s = shapes(page)
    first, last = s.core
    cued = s.once(_cued)
    for i in s.once(headings):
        if not first < i < last or not _is_paragraph(s, i - 1):
            continue
        on = s.next_running(i)
        listed = [j for j in range(i + 1, on) if s.is_headline[j]]
        if on > last or on in cued or not _is_paragraph(s, on) or len(listed) > _HEADLINES:
            continue
        if any(not s.is_headline[j] and j not in s.dates for j in range(i + 1, on)):
            continue
        if len(listed) > 1 or (listed and s.sizes[on] >= _LONG and on < last and s.is_running[on + 1]):
            yield on, f"goes on after {len(listed)} headlines under {quoted(page.texts[i])}: {quoted(page.texts[on])}"


def promised(page: Page) -> Iterator[tuple[int, str]]:
    """The paragraph below a line that says that the article goes on there ("Story continues below"), and its heading.

    Why not more: what has a phrase of boxes is the box that the line announces, and a sentence that only holds such
    words tells something.
    """
    s = shapes(page)
    cued = s.once(_cued)
    for i, cues in s.cue_lines("onward").items():
        if not s.is_brief[i] or not any(cue.phrase.head for cue in cues):
            continue
        on = next((j for j in range(i + 1, min(s.n, i + _BETWEEN)) if j not in cued), s.n - 1)
        end = on + (on + 1 < s.n and not s.is_stopped[on] and s.sizes[on] <= _HEADING and s.letters[on] > 1)
        if end not in cued and s.is_stopped[end] and s.sizes[end] >= _PARAGRAPH:
            for j in range(on, end + 1):
                yield j, f"the page says that the article goes on: {quoted(page.texts[i])}"


def contents_list(page: Page) -> Iterator[tuple[int, str]]:
    """Three or more brief lines that come back below as headings, in their order: the article's table of contents.

    On the development pages nine in ten such lines are the article's. Why not more: menus come back in a footer, with
    no paragraph between their entries, and buttons come back again and again.
    """
    s = shapes(page)
    if not s.has_core:
        return
    brief = marked((page.words <= _ENTRY) & ~s.running)
    found: dict[str, list[int]] = {}
    for i in brief[bisect_left(brief, s.core[0] - _ABOVE) : bisect_right(brief, s.core[1])]:
        if key := page.lowered[i].strip(_NUMBERING):
            found.setdefault(key, []).append(i)
    below = {lines[0]: lines[1] for lines in found.values() if len(lines) == 2}
    for run in runs(sorted(below), reach=2):
        for part in _in_order(run, below):
            heads = [below[i] for i in part]
            ended = [*heads[1:], s.core[1] + 1]
            if part[-1] < heads[0] and all(s.next_running(a) < b for a, b in zip(heads, ended, strict=True)):
                for i in part:
                    yield i, f"is one of {len(part)} headings below: {quoted(page.texts[i])}"


def _in_order(run: list[int], below: dict[int, int]) -> Iterator[list[int]]:
    """The parts of a run, of three lines or more, whose copies stand in the same order."""
    part: list[int] = []
    for i in [*run, -1]:
        if part and (i < 0 or below[i] < below[part[-1]]):
            if len(part) >= 3:
                yield part
            part = []
        part.append(i)
