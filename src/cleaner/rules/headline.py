"""The article's own headline, standfirst and section."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleaner.characters import COMMA, DASH, LOWER, SEPARATOR
from cleaner.rules.credits import is_person, is_signed
from cleaner.rules.groups import marked, quoted, runs
from cleaner.rules.phrased import ASKING
from cleaner.rules.shapes import Shapes, shapes

if TYPE_CHECKING:
    from cleaner.features import Page

_CRUMB = re.compile(r"\s[»›>/←→]\s|^[←→]|[←→]$")
_NUMBERED = re.compile(r"^\W*\d{1,2}[.)]\s")
OTHERS = (*ASKING, "navigation", "share", "related", "ticker", "credit")
"""Families whose phrases no headline and no heading has."""
_NO_BEGINNING = frozenset((LOWER, COMMA, SEPARATOR, DASH))  # the last two are marks of a list
_ABOVE = 12  # lines between a headline and the article's first paragraph
_BETWEEN = 4  # lines from one longer entry of a table of contents to the next
_FAR = 40  # lines; nearness counts no further
_BRIEF = 11  # words; a line this long under a headline of two or three words is rather the standfirst
_WORD = re.compile(r"\w+")
_SAID = 0.6  # share of a headline's words in the title element, which also names the site
_LEAD = 14  # words; a shorter line is rather a headline
_OVER = 4  # lines from the date and author up to the headline
_HEADLINE = 4  # words of one that a standfirst stands below
_SENTENCE = 8  # words that end in a stop: a standfirst, or what stands below a heading


def _candidates(s: Shapes) -> list[int]:
    """Headline-like lines above all running text that the article takes up, without a list's mark or menu's phrase."""
    page = s.page
    if not s.has_core:
        return []
    above = slice(min(s.top, s.core[0]))
    shaped = s.headline[above] & (page.words[above] <= 26) & ~page.ellipsis[above]
    lines = marked(shaped & (s.echo[above] >= 0.34)) if shaped.any() else []
    lines = [i for i in lines if page.first[i] not in _NO_BEGINNING]
    cued = s.lines_with(*OTHERS) if lines else ()
    lines = [i for i in lines if i not in cued and not _heads_closely(page, i)]
    lines = [i for i in lines if not _NUMBERED.match(page.texts[i]) and not _CRUMB.search(page.texts[i])]
    return _named(s, lines)


def _heads_closely(page: Page, i: int) -> bool:
    """Whether a line of text touches the paragraph that it heads while others stand apart, as no title does."""
    gaps = page.document.gaps
    apart = gaps[i] if i else max(gaps[2:4], default=0)
    return page.document.dom is None and i < page.n - 1 and gaps[i + 1] < apart and bool(page.prose[i + 1])


def _named(s: Shapes, lines: list[int]) -> list[int]:
    """The lines that the title element names, if it names one above the article: the others head parts of it.

    So does a heading that it does not name, if more of its level stand inside the article.
    """
    page, head = s.page, s.page.document.head
    if page.document.dom is None or not lines or head is None or not head.title:
        return lines
    title, levels = set(_WORD.findall(head.title.lower())), page.document.dom.heading
    above = {*lines, *(i for i, level in enumerate(levels[: s.core[0]]) if level == 1)}
    named = {i: _share(_WORD.findall(page.lowered[i]), title) for i in above}
    if max(named.values()) >= _SAID:
        return [i for i in lines if named[i] >= _SAID]
    inside = {level for level in levels[s.core[0] : s.core[1] + 1] if level > 1}
    return [i for i in lines if levels[i] not in inside or named[i] >= 1 - _SAID]


def _share(words: list[str], others: set[str]) -> float:
    return sum(word in others for word in words) / len(words) if len(words) > 1 else 0.0


def _is_lead(s: Shapes, i: int) -> bool:
    """Whether a line above the first paragraph is a sentence without its stop rather than a headline."""
    page = s.page
    worded = page.words[i] >= _LEAD and page.capitalised[i] < 0.4 and ":" not in page.texts[i]
    return bool(worded and s.core[0] - i <= 3 and not page.question[i])


def headline_of(s: Shapes) -> int | None:
    """The line that is most likely the headline: long, taken up by the article, said twice, near it, above a date."""
    page = s.page
    found = s.once(_candidates)
    if not found:
        return None
    dates = s.once(_dated)
    lists = {i for run in runs(found) if len(run) >= 3 for i in run}
    contents = {i for run in runs(found, reach=_BETWEEN) if _is_contents(page, run) for i in run}
    leads = {i for i in found if _is_lead(s, i) and (len(found) > 1 or any(j in dates for j in range(i - 3, i)))}
    best, most = None, 0.0
    for i in found:
        if (i in lists and page.copies[i] < 2) or i in leads or i in contents:
            continue
        near = max(0.0, 1 - (s.core[0] - i) / _FAR)
        dated = any(j in dates for j in range(i + 1, i + 5))
        worth = s.echo[i] * min(page.words[i], 12.0) / 12 + near + 0.5 * dated + 0.5 * (page.copies[i] > 1)
        if worth > most:
            best, most = i, worth
    if best is None or page.copies[best] > 1:
        return best
    if best + 1 == s.core[0]:  # a heading of the first part stands there, too, below the title and its date
        others = lists | leads
        signed = [i for i in found if i not in others and any(i < j < best for j in dates if j < i + 5)]
        best = signed[-1] if signed else best
    if page.words[best] >= _BRIEF and any(_could_head(s, j, dates) for j in (best - 1, best - 2)):
        return None  # the brief line is as likely the headline, and this one its standfirst
    return next((i for i in found if best - 4 <= i < best and i not in lists and i not in leads), best)


def _dated(s: Shapes) -> set[int]:
    """Lines that are a date, or have a phrase of datelines or bylines."""
    return {*s.dates, *s.cue_lines("dateline"), *s.cue_lines("byline")}


def _is_contents(page: Page, run: list[int]) -> bool:
    """Whether three different lines of a run are said again: headings of the article's parts, or of others."""
    return len({page.lowered[i] for i in run if page.copies[i] > 1}) >= 3


def _could_head(s: Shapes, i: int, others: set[int]) -> bool:
    """Whether a line is a headline of two or three words: said once, so neither a section nor a menu entry."""
    page = s.page
    worded = i >= 0 and 1.5 <= page.words[i] < 4 and page.letters[i] > 0.7 * page.chars[i]
    return bool(worded and page.copies[i] == 1 and not page.stopped[i] and not s.listed[i] and i not in others)


def title_twice(page: Page) -> Iterator[tuple[int, str]]:
    """A headline above the article that is said twice on the page and whose words the article takes up.

    Why not more: menus are said twice too, but the article does not speak of them; and so is a table of contents, of
    which no line is the headline.
    """
    s = shapes(page)
    title = s.once(headline_of)
    if title is None or page.copies[title] < 2 or s.core[0] - title > _FAR:
        return
    text = page.lowered[title]
    for i in s.copied:
        if i < s.core[0] and page.lowered[i] == text:
            yield i, f"is said {page.copies[i]} times and the article takes up its words: {quoted(page.texts[i])}"


def title_above(page: Page) -> Iterator[tuple[int, str]]:
    """The headline-like line shortly above the article's first paragraph that the article takes up; one line only.

    Why not more: the last headline of a list stands there as well, so lines in a run of three are left alone, and a
    sentence right above the first paragraph may be the standfirst, which is kept.
    """
    s = shapes(page)
    title = s.once(headline_of)
    if title is not None and title >= min(s.core[0] - _ABOVE, s.head - _OVER):
        yield title, f"stands above the article, which takes up its words: {quoted(page.texts[title])}"


def title_above_date(page: Page) -> Iterator[tuple[int, str]]:
    """The headline-like line right above the date or the author of an article too brief to take up its words.

    Why not more: without a date or a name below it, a line above a few sentences may be a heading, or a menu's last.
    """
    s = shapes(page)
    if s.has_core or s.opening == s.n:
        return
    above = range(max(0, s.opening - _ABOVE), s.opening)
    credits = {i for i in above if i in s.dates or is_signed(page.texts[i])}
    names = {i for i in above if i + 1 in credits and is_person(page.texts[i]) and s.sizes[i] <= 4}
    at = min(credits | names, default=0) - 1
    cued = s.lines_with(*OTHERS)
    if at < 0 or at in cued or not 2 <= s.sizes[at] <= 20 or s.letters[at] < 0.6 * page.chars[at]:
        return
    if page.first[at] not in _NO_BEGINNING and not (page.stopped[at] and not page.question[at]):
        yield at, f"stands above the date or author of a brief article: {quoted(page.texts[at])}"


def only_h1(page: Page) -> Iterator[tuple[int, str]]:
    """The only h1 of a page of HTML, shortly above the article's first paragraph, or the first sentence of a brief one.

    Why not more: some pages head each part with an h1, and some write the site's name in one, far above.
    """
    s, dom = shapes(page), page.document.dom
    ones = [i for i, level in enumerate(dom.heading) if level == 1] if dom else []
    if len(ones) != 1:
        return
    (at,) = ones
    if 0 < s.opening - at <= _ABOVE and s.opening < s.n:
        yield at, f"is the page's only h1: {quoted(page.texts[at])}"


def lead_above(page: Page) -> Iterator[tuple[int, str]]:
    """A sentence without its stop right above the first paragraph, under a date or a headline: the standfirst.

    Why not more: with nothing above it, such a line may be the headline of a page that writes long ones.
    """
    s = shapes(page)
    near = [i for i in s.once(_candidates) if s.core[0] - i <= _ABOVE]
    for i in near:
        above = range(max(0, i - 4), i)
        if _is_lead(s, i) and any(j in s.dates or j in near for j in above):
            yield i, f"is a sentence right above the article: {quoted(page.texts[i])}"


def standfirst(page: Page) -> Iterator[tuple[int, str]]:
    """A sentence right below a headline, shortly above the article, with the article's date or author below it.

    On the development pages 33 of 34 such lines of news are the article's. Why not more: what stands below
    the date may be a caption, and with no date below it such a line may be a teaser or a slogan.
    """
    s = shapes(page)
    first = s.core[0]
    near = range(max(1, min(first - _ABOVE, s.head - _OVER)), min(first + 2, s.n)) if s.has_core else ()
    found = [i for i in near if is_sentence(s, i) and s.is_headline[i - 1] and s.sizes[i - 1] >= _HEADLINE]
    if not found:
        return
    dates = s.once(_dated) | {j for i in found for j in range(i + 1, min(i + 5, s.n)) if is_signed(page.texts[j])}
    cued = dates | s.lines_with(*OTHERS)
    for i in found:
        dated = next((j for j in range(i + 1, min(i + 5, s.n)) if j in dates or is_sentence(s, j)), None)
        if dated in dates and cued.isdisjoint((i - 1, i)):
            yield i, f"stands between a headline and the date or author: {quoted(page.texts[i])}"


def is_sentence(s: Shapes, i: int) -> bool:
    """Whether a line is a sentence of some words."""
    return s.is_stopped[i] and s.sizes[i] >= _SENTENCE


def section_by_date(page: Page) -> Iterator[tuple[int, str]]:
    """A brief line beside the date above the article that is said again on the page: the section it stands in.

    Why not more: an author's name stands there as well, but seldom again.
    """
    s = shapes(page)
    if not s.has_core:
        return
    for d in (d for d in s.dates if s.core[0] - _ABOVE <= d < s.core[0]):
        for i in (d - 1, d + 1):
            brief = 0 <= i < s.core[0] and 0 < page.words[i] <= 3 and not page.stopped[i]
            if brief and page.copies[i] > 1:
                yield i, f"is brief, stands beside the date and is said again: {quoted(page.texts[i])}"
