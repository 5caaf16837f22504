"""Navigation: menus, breadcrumbs, paging and the feet of lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleaner.features import COMMA, DIGIT
from cleaner.rules import calendar
from cleaner.rules.shapes import entries, marked, quoted, shapes, stretches

if TYPE_CHECKING:
    from cleaner.features import Page

_BETWEEN = re.compile(r"\s*[|•·●»›→▸▶]\s*|\s+(?:>|/|::)\s+")
_CRUMB = re.compile(r"\s(?:[»›→>▸▶]|/)\s")
_ITEM = 4  # words; longer items are sentences or headlines
_LONE = frozenset("/|\\»›→←‹«><·•●▶►▼▲↑↓+×✕✖☰≡")


def menu_word(page: Page) -> Iterator[tuple[int, str]]:
    """A line that is a menu word and nothing else (`Home`, `About us`) with two short lines beside it.

    Why not more: a heading inside an article may be a menu word ("Culture", "Opinion"), so a lone one between
    paragraphs is left alone.
    """
    s = shapes(page)
    company, enclosed = s.company.tolist(), s.enclosed.tolist()
    for i in s.buttons("navigation"):
        if company[i] >= 2 and not enclosed[i]:
            yield i, f"is the menu entry {quoted(page.texts[i])} among {company[i]} other short lines"


def menu_row(page: Page) -> Iterator[tuple[int, str]]:
    """Three or more menu words on one line without a stop, outside the running text.

    Why not more: two menu words may meet in a headline ("Sport and culture"), so three are asked for that make up much
    of the line.
    """
    s = shapes(page)
    picked = s.outside & (page.chars >= 20) & (page.words >= 3.5) & (page.words <= 40) & ~page.stopped
    picked &= (page.count(COMMA) == 0) & (page.capitalised >= 0.9) & (page.brief_words <= 0.34) & ~s.enclosed
    menu = entries("navigation")
    for i in marked(picked):
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
    picked = s.before & (page.words <= 25) & ~page.stopped & (page.capitalised >= 0.5) & (page.words >= 4)
    picked &= (page.count(COMMA) == 0) & ((page.count(DIGIT) >= 3) | (s.index < 12))
    for i in marked(picked):
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
        if i >= s.core[0] - 2 or not s.top[i]:
            continue
        if not page.stopped[i] and page.words[i] >= 2 and page.first[i] != DIGIT and s.echo[i] < 0.34:
            because = f"stands twice above the article, which does not speak of it: {quoted(page.texts[i])}"
            yield i, because
            yield i + 1, because


def separated_menu(page: Page) -> Iterator[tuple[int, str]]:
    """Three or more brief items between bars, dots or arrows on a line outside the running text.

    Why not more: recipes and tables write "Serves 4 | 20 min" inside the article, so a line between paragraphs stays.
    """
    s = shapes(page)
    several = s.separators - s.listed >= 2
    if (s.has_core and not s.single) or not several.any():
        return
    picked = several & (page.words <= 40) & ~s.running & ~s.enclosed & s.outside & ~page.stopped & (page.letters > 0)
    for i in marked(picked):
        items = [x for x in _BETWEEN.split(s.bare(i)) if x]
        worded = all(len(x.split()) <= _ITEM and x[0].isalpha() for x in items)
        if len(items) >= 3 and worded and "://" not in page.texts[i]:
            yield i, f"is {len(items)} brief items between separators: {quoted(page.texts[i])}"


def breadcrumb(page: Page) -> Iterator[tuple[int, str]]:
    """A path such as "Home » World » Europe" above the article.

    Why not more: arrows in the article mean other things (a click path in a manual), so only the lines above count.
    """
    s = shapes(page)
    arrows = s.separators - s.listed
    menu = entries("navigation")
    picked = s.before & (arrows >= 1)
    if not picked.any():
        return
    picked &= (page.words <= 24) & ~page.stopped & (page.letters > 0)
    for i in marked(picked):
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

    Why not more: asterisks and dashes divide an article into parts, so they stay.
    """
    s = shapes(page)
    for i in marked(s.wordless & (page.chars <= 2)):
        if set(page.texts[i]) <= _LONE:
            yield i, f'is the separator "{page.texts[i]}" alone'


def paging(page: Page) -> Iterator[tuple[int, str]]:
    """A row of page numbers that begins with 1 2 3, outside the running text.

    Why not more: a lone number may be a list item or a score, and words between numbers make a sentence.
    """
    s = shapes(page)
    digits = page.count(DIGIT)
    picked = (digits >= 3) & (page.letters <= 12) & (page.chars >= 5) & (page.chars <= 60) & s.outside
    for i in marked(picked):
        numbers = [int(x) for x in page.texts[i].split() if x.isdecimal()]
        if len(numbers) >= 3 and numbers[:3] == [1, 2, 3]:
            yield i, f"is a row of page numbers: {quoted(page.texts[i])}"


def menu_run(page: Page) -> Iterator[tuple[int, str]]:
    """A run of six or more very short lines that holds two menu entries: all of its lines.

    Why not more: a run without a menu word may be a list or a poem; shape alone judges it.
    """
    s = shapes(page)
    whole = s.whole("navigation")
    if len(whole) < 2:
        return
    slim = (page.words <= _ITEM) & ~page.stopped & ~page.colon & s.outside
    for first, last in stretches(slim, 6):
        known = [i for i in whole if first <= i <= last]
        if len(known) >= 2:
            names = ", ".join(quoted(page.texts[i]) for i in known[:3])
            because = f"stands in a run of {last - first + 1} very short lines with the menu entries {names}"
            for i in range(first, last + 1):
                yield i, because


def page_top(page: Page) -> Iterator[tuple[int, str]]:
    """A brief line among the first six of the page, well above the article, which does not speak of it.

    Why not more: further down a brief line may be a headline's kicker or a section's name.
    """
    s = shapes(page)
    if not s.has_core:
        return
    top = slice(0, 6)
    picked = (page.letters[top] > 0) & (page.words[top] < 4) & ~page.stopped[top] & (s.echo[top] < 0.67)
    for i in marked(picked & (s.core[0] - s.index[top] >= 5)):
        if i not in s.dates and i not in s.clocks:
            yield i, f"is brief, stands at the very top, and the article does not speak of it: {quoted(page.texts[i])}"
