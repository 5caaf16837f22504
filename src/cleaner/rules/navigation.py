"""Navigation: menus, breadcrumbs, paging and the feet of lists."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import repeat
from typing import TYPE_CHECKING

from cleaner.characters import DIGIT
from cleaner.features.phrases import entries
from cleaner.rules import calendar
from cleaner.rules.credits import is_person
from cleaner.rules.groups import marked, quoted, stretches
from cleaner.rules.shapes import Shapes, shapes

if TYPE_CHECKING:
    from cleaner.features import Page

_BETWEEN = re.compile(r"\s*[|•·●»›→▸▶]\s*|\s+(?:>|/|::)\s+")
_CRUMB = re.compile(r"\s(?:[»›→>▸▶]|/)\s")
_HASH = ord("#")
_ROWS = 3  # lines with equally many marks that are a table
_ITEM = 4  # words; longer items are sentences or headlines
_BESIDE = 3  # lines from one entry of a menu to the next
_NEAR = 8  # lines between the article and a run that may begin or end with lines of it
_LONE = frozenset("/|\\»›→←‹«><·•●▶►▲↑+×✕✖☰≡")


def menu_word(page: Page) -> Iterator[tuple[int, str]]:
    """A line that is a menu word and nothing else (`Home`, `About us`) with two short lines beside it.

    Why not more: a heading inside an article may be a menu word ("Culture", "Opinion"), so a lone one between
    paragraphs is left alone, and so is a single word above a list or inside the article with no other entry near.
    """
    s = shapes(page)
    company, enclosed, outside = s.company, s.is_enclosed, s.is_outside
    words = s.buttons("navigation")
    for before, i, after in zip((-s.n, *words), words, (*words[1:], 2 * s.n), strict=False):
        if company[i] < 2 or enclosed[i]:
            continue
        lone = i - before > _BESIDE < after - i and (not outside[i] or _heads_list(s, i))
        if not lone or " " in s.bare(i):
            yield i, f"is the menu entry {quoted(page.texts[i])} among {company[i]} other short lines"


def _heads_list(s: Shapes, i: int) -> bool:
    """Whether a line without a list's mark stands right above one with it."""
    return i + 1 < s.n and bool(s.listed[i + 1]) and not s.listed[i]


def menu_row(page: Page) -> Iterator[tuple[int, str]]:
    """Three or more menu words on one line without a stop, outside the running text.

    Why not more: two menu words may meet in a headline ("Sport and culture"), so three are asked for that make up much
    of the line.
    """
    s = shapes(page)
    menu = entries("navigation")
    outside, enclosed, sizes, texts = s.is_outside, s.is_enclosed, s.sizes, page.texts
    for i in s.titled:
        if not outside[i] or enclosed[i] or sizes[i] > 40 or len(texts[i]) < 20:
            continue
        if page.capitalised[i] < 0.9 or page.brief_words[i] > 0.34:
            continue
        words = page.lowered[i].split()
        known = [w for w in words if w in menu]
        most = len(known) == len(words) or (len(known) >= 4 and len(known) >= 0.5 * len(words))
        if len(known) >= 3 and most and s.echo[i] < 0.6:
            yield i, f"names {len(known)} menu entries: " + ", ".join(quoted(w) for w in known[:4])


def section_row(page: Page) -> Iterator[tuple[int, str]]:
    """A row of capitalised words above the article in which no word ties them together, dated or at the very top.

    For menus whose sections no list of phrases knows. Why not more: headlines in title case look alike, so it must hold
    a date or the word *date*, or six single words, and it may share no word with the article.
    """
    s = shapes(page)
    for i in s.titled[: bisect_left(s.titled, s.core[0])]:
        if not 4 <= s.sizes[i] <= 25 or (i >= 12 and s.digits[i] < 3):
            continue
        words = [w for w in page.texts[i].split() if w[0].isalpha() and w.lower() not in calendar.names()]
        if len(words) < 4 or sum(w[0].isupper() for w in words) < 0.85 * len(words):
            continue
        dated = calendar.holds_date(page.texts[i])
        tied = any(len(w) <= 3 and w.islower() for w in words)
        if not tied and (dated or (len(words) >= 6 and s.echo[i] < 0.2 and i < 12)):
            why = "beside a date" if dated else "that the article does not speak of"
            yield i, f"is a row of {len(words)} capitalised words {why}: {quoted(page.texts[i])}"


def repeated_menu(page: Page) -> Iterator[tuple[int, str]]:
    """A short line said twice in a row above the article whose words the article does not take up.

    A menu is often rendered twice, for wide and for narrow screens. Why not more: a headline, too, is said twice, but
    the article takes its words up, and so are captions, but these stand beside or inside the article.
    """
    s = shapes(page)
    if not s.has_core:
        return
    for i in s.doubled:
        if i >= s.core[0] - 2 or i >= s.top:
            continue
        if not page.stopped[i] and page.words[i] >= 2 and page.first[i] != DIGIT and s.echo[i] < 0.34:
            because = f"stands twice above the article, which does not speak of it: {quoted(page.texts[i])}"
            yield i, because
            yield i + 1, because


def separated_menu(page: Page) -> Iterator[tuple[int, str]]:
    """Three or more brief items between bars, dots or arrows on a line outside the running text.

    Why not more: recipes and tables write "Serves 4 | 20 min" inside the article, so a line between paragraphs stays,
    as do three or more lines with equally many marks or bars. A row with a date says who wrote it and when, and marks
    inside brackets part what a command may be told ("Mode [wind|tide]").
    """
    s = shapes(page)
    if s.has_core and not s.single:
        return
    for i in s.divided:
        if s.separators[i] - s.listed[i] < 2 or s.sizes[i] > 40 or not s.letters[i] or s.is_stopped[i]:
            continue
        if s.is_running[i] or s.is_enclosed[i] or not s.is_outside[i]:
            continue
        items = [x for x in _BETWEEN.split(s.bare(i)) if x]
        worded = all(len(x.split()) <= _ITEM and x[0].isalpha() and x.count("[") == x.count("]") for x in items)
        if len(items) < 3 or not worded or "://" in page.texts[i]:
            continue
        near = slice(max(0, i - 2), i + 3)
        bars = [text.count("|") for text in page.texts[near]]  # a cell may hold other marks
        table = (s.separators[near] == s.separators[i]).sum() >= _ROWS
        table |= page.texts[i].count("|") > 1 and bars.count(page.texts[i].count("|")) >= _ROWS
        if not table and not (s.digits[i] >= 4 and calendar.holds_date(page.texts[i])):
            yield i, f"is {len(items)} brief items between separators: {quoted(page.texts[i])}"


def breadcrumb(page: Page) -> Iterator[tuple[int, str]]:
    """A path such as "Home » World » Europe" above the article.

    Why not more: arrows in the article mean other things (a click path in a manual), so only the lines above count.
    """
    s = shapes(page)
    menu = entries("navigation")
    for i in s.divided:
        if i >= s.core[0] or s.sizes[i] > 24 or s.is_stopped[i] or not s.letters[i]:
            continue
        steps = _CRUMB.split(s.bare(i))
        if len(steps) >= 2 and steps[0].lower() in menu and all(len(x.split()) <= _ITEM for x in steps[:-1]):
            yield i, f"is a path of {len(steps)} steps: {quoted(page.texts[i])}"


def nav_element(page: Page) -> Iterator[tuple[int, str]]:
    """A brief line in a `nav` element of an HTML page.

    Why not more: a `nav` may hold more than links, so its sentences are left to the measures; and names of classes say
    less than elements do, so they are measures too.
    """
    dom = page.document.dom
    if dom is None:
        return
    for i in marked(shapes(page).brief):
        if "/nav/" in dom.path[i] + "/":
            yield i, f"stands in the page's navigation: {quoted(page.texts[i])}"


def lone_separator(page: Page) -> Iterator[tuple[int, str]]:
    """A line that is one separator mark and nothing else, left over between links.

    Why not more: asterisks and dashes divide an article into parts, and an arrow that points down leads from one step
    to the next, so they stay.
    """
    for i in marked(page.chars <= 2):
        if _LONE.issuperset(page.texts[i]):
            yield i, f'is the separator "{page.texts[i]}" alone'


def paging(page: Page) -> Iterator[tuple[int, str]]:
    """A row of page numbers that begins with 1 2 3, outside the running text.

    Why not more: a lone number may be a list item or a score, and words between numbers make a sentence.
    """
    s = shapes(page)
    for i in s.dated:
        if s.letters[i] > 12 or not 5 <= len(page.texts[i]) <= 60 or not s.is_outside[i]:
            continue
        numbers = [int(x) for x in page.texts[i].split() if x.isdecimal()]
        if len(numbers) >= 3 and numbers[:3] == [1, 2, 3]:
            yield i, f"is a row of page numbers: {quoted(page.texts[i])}"


def menu_run(page: Page) -> Iterator[tuple[int, str]]:
    """A run of six or more very short lines that holds two menu entries, from its first entry or up to its last one.

    Why not more: a run without a menu word may be a list or a poem; shape alone judges it. A `#` before a line ends it.
    What stands between the article and the menu's first word may be a signature or a result; before the article, its
    title and date.
    """
    s = shapes(page)
    whole = s.whole("navigation")
    if len(whole) < 2:
        return
    slim = (page.words <= _ITEM) & s.open & ~page.colon & s.outside & (page.first_codes != _HASH)
    for first, last in stretches(slim, 6):
        known = whole[bisect_left(whole, first) : bisect_right(whole, last)]
        if len(known) >= 2:
            names = ", ".join(quoted(page.texts[i]) for i in known[:3])
            because = f"stands in a run of {last - first + 1} very short lines with the menu entries {names}"
            below = 0 < first - s.core[1] <= _NEAR if s.has_core else first > 0
            above = 0 < s.core[0] - last <= _NEAR if s.has_core else last < s.n - 1
            lines = range(known[0] if below else first, (known[-1] if above else last) + 1)
            yield from zip(lines, repeat(because))


def page_top(page: Page) -> Iterator[tuple[int, str]]:
    """A brief line among the first six of the page, well above the article, which does not speak of it.

    Why not more: further down, or below a paragraph, a brief line may be a headline's kicker or a section's name; one
    right above a paragraph heads it, with a name between them or without, and one right below a headline may be a name.
    """
    s = shapes(page)
    if not s.has_core:
        return
    running = s.is_running
    for i in range(min(6, s.core[0] - 4)):
        if running[i]:
            break
        likely = s.letters[i] and s.sizes[i] < 4 and not s.is_stopped[i] and i not in s.dates and i not in s.clocks
        if not likely or s.echo[i] >= 0.67 or running[i + 1] or (running[i + 2] and is_person(page.texts[i + 1])):
            continue
        if not (i and s.is_headline[i - 1] and is_person(page.texts[i])):
            yield i, f"is brief, stands at the very top, and the article does not speak of it: {quoted(page.texts[i])}"
