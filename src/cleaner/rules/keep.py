"""Reasons to keep: speech, lists, questions, turns and rhythms that belong to an article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleaner.features import COMMA, DASH, DIGIT, LOWER, QUOTE
from cleaner.rules.shapes import marked, quoted, runs, shapes, stretches

if TYPE_CHECKING:
    from cleaner.features import Page

_AMOUNT = re.compile(r"^\W*(?:\d+(?:[.,/]\d+)?|[½⅓¼¾⅔])\s?[½⅓¼¾⅔]?(?:[-–]\s?\d+\s?)?[^\W\dA-ZА-ЯÀ-ÞΑ-Ω_]")
_LABELS = ("credit", "dateline", "share", "legal", "byline", "tags", "related", "promo")
_BOXES = ("related", "share", "promo", "comments", "advert")
_FAMILIES = ("appeal", "promo", "consent", "legal", "paywall", "ticker", "related", "letter")


def quotation(page: Page) -> Iterator[tuple[int, str]]:
    """A line that opens with a quotation mark and ends as a sentence does, near running text.

    Why not more: quoted headlines end in no stop.
    """
    s = shapes(page)
    if not (page.first == QUOTE).any():
        return
    after = (s.index - s.last_running <= 3) & (s.last_running >= 0)
    near = after | ((s.next_running - s.index <= 3) & (s.next_running < s.n))
    picked = (page.first == QUOTE) & page.stopped & near & (page.words >= 3) & (page.words < 60)
    for i in marked(picked):
        yield i, f"is a quotation that ends in a stop: {quoted(page.texts[i])}"


def dash_speech(page: Page) -> Iterator[tuple[int, str]]:
    """A line that opens with a dash and ends as a sentence does: speech, or a list item that is a sentence.

    Why not more: list items without a stop may be headlines.
    """
    s = shapes(page)
    picked = (page.first == DASH) & page.stopped & (page.words >= 4) & s.has_core
    near = (s.index >= s.core[0] - 6) & (s.index <= s.core[1] + 6)
    for i in marked(picked & near):
        yield i, f"opens with a dash and ends in a stop: {quoted(page.texts[i])}"


def list_after_colon(page: Page) -> Iterator[tuple[int, str]]:
    """The brief lines after a sentence that ends in a colon, up to the next paragraph.

    Why not more: "Share:" and "Read also:" end in a colon too; the introducing line must have six words and belong to
    the article.
    """
    s = shapes(page)
    if not s.has_core:
        return
    first, last = s.core
    opens = page.colon & (page.words >= 6) & (s.index >= first) & (s.index <= last + 2)
    if not opens.any():
        return
    cue = {c.line for family in _BOXES for c in page.cues(family) if c.whole or family == "related"}
    for i in marked(opens):
        if i in cue:
            continue
        end = min(int(s.next_running[i]), i + 25, s.n)
        items = range(i + 1, end)
        if end > last + 1 and not (len(items) and page.first[i + 1] == page.first[items[-1]]):
            continue
        for j in items:
            if j in cue:
                break
            yield j, f"stands in the list that {quoted(page.texts[i][-40:])} opens"


def asked_between(page: Page) -> Iterator[tuple[int, str]]:
    """A question between two paragraphs: an interviewer's, or a heading.

    Why not more: questions in lists of links have no paragraph on either side.
    """
    s = shapes(page)
    picked = page.question & (page.words >= 3) & (s.index - s.last_running == 1) & (s.next_running - s.index == 1)
    picked &= (s.last_running >= 0) & (s.next_running < s.n)
    for i in marked(picked):
        yield i, f"is a question between two paragraphs: {quoted(page.texts[i])}"


def speaker_turns(page: Page) -> Iterator[tuple[int, str]]:
    """Lines of a conversation: four or more that begin with one of at least two names and a colon, again and again.

    Why not more: "Photo: …" and "Price: …" are labels; a speaker comes back, and says whole sentences.
    """
    turns: dict[int, str] = {}
    for i in shapes(page).labelled:
        who, _, said = page.texts[i].replace("：", ":", 1).partition(":")
        if who[:1].isalpha() and who.count(" ") <= 3 and said and not said.startswith("//"):
            turns[i] = who.strip().lower()
    if len(turns) < 4:
        return
    for family in _LABELS:
        for cue in page.cues(family):
            turns.pop(cue.line, None)
    names = Counter(turns.values())
    back = {who for who, times in names.items() if times >= 2}
    if len(back) < 2:
        return
    spoken = [i for i in turns if turns[i] in back]
    if len(spoken) >= 4 and page.words[spoken].mean() >= 6:
        for i in spoken:
            yield i, f"is a turn of {quoted(turns[i])}, who speaks {names[turns[i]]} times"


def verse(page: Page) -> Iterator[tuple[int, str]]:
    """Eight or more brief lines in a row of which a quarter end in a comma or begin in lower case.

    Why not more: menus and headlines end in no comma.
    """
    lower = page.first == LOWER
    brief = (page.words >= 2) & (page.words <= 14) & (page.letters > 0.6 * page.chars)
    comma = (page.last == COMMA) & ~page.colon & brief
    if comma.sum() < 2:
        return
    for first, last in stretches(brief, 8):
        run = slice(first, last + 1)
        if float(comma[run].mean()) >= 0.15 and float((comma | lower)[run].mean()) >= 0.25:
            because = f"is one of {last - first + 1} brief lines, of which {int(comma[run].sum())} end in a comma"
            for i in range(first, last + 1):
                yield i, because


def amounts(page: Page) -> Iterator[tuple[int, str]]:
    """Four or more lines in a row that begin with a quantity and a unit or a thing: ingredients.

    Why not more: numbered headlines have a stop or a capital after the number, and counters ("12 comments") count the
    same thing again and again.
    """
    s = shapes(page)
    picked = ((page.first == DIGIT) | s.listed) & (page.count(DIGIT) >= 1)
    if picked.sum() < 4:
        return
    picked &= (page.words <= 14) & (page.letters >= 3) & (s.index >= s.core[0] - 20) & (s.index <= s.core[1] + 20)
    ages = s.cue_lines("dateline")
    measured = [i for i in marked(picked) if i not in ages and _AMOUNT.match(s.bare(i))]
    for run in runs(measured, reach=2):
        units = {page.texts[i].split()[1 + bool(s.listed[i])].lower() for i in run if page.texts[i].count(" ") > 1}
        if len(run) >= 4 and len(units) >= 3 and not any(i in s.dates for i in run):
            for i in run:
                yield i, f"is one of {len(run)} amounts: {quoted(page.texts[i])}"


def on_topic(page: Page) -> Iterator[tuple[int, str]]:
    """Running text with a cue that recurs across the article: the cue is what the article is about.

    Why not more: boilerplate says its piece in one place.
    """
    s = shapes(page)
    first, last = s.core
    for family in _FAMILIES:
        if not page.cues(family) or not s.topic(family):
            continue
        for i, cues in s.cue_lines(family).items():
            if first <= i <= last and s.running[i]:
                yield i, f"the article keeps speaking of {quoted(cues[0].text)}"
