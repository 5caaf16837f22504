"""Buttons that share, save, print or rate the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleaner.features.phrases import entries
from cleaner.rules.groups import quoted
from cleaner.rules.shapes import shapes

if TYPE_CHECKING:
    from cleaner.features import Page

_RATING = re.compile(
    r"""^ [^\d$€£%]{0,24} \d{1,2} (?P<tenths> [.,] \d{1,2} )? (?![\d.,]*\d)                  # "Rating: 4.6"
    (?P<scale> \s?/\s?\d{1,3} (?!\d) | (?: \s [^\W\d]{1,5} ){1,2} \s (?:5|10|100) \b )?  # "out of 5"
    (?P<before> [^\d$€£%]{0,14} ) \d{1,3} (?:[.,\s]?\d{3})* (?![\d.,]*\d) (?P<what> [^\d$€£%]{0,20} ) $""",
    re.VERBOSE,
)
_MARKS = re.compile(r"[\s()（）\[\].,:：/-]+")
_BRACKETS = ("(", "（", "[")
_LONGEST = 70  # characters of a rating
_DURATION = re.compile(r"^[\s(·:–-]*\d{1,3}(?::\d\d){0,2}\s?[^\W\d]{0,8}[.)\s]*$")


def share_button(page: Page) -> Iterator[tuple[int, str]]:
    """A brief line that is nothing but a button ("Share this article", "Copy link"), or two share words in a row.

    Why not more: a network's name may be an answer or a list item in an article, so a single word alone counts only
    beside another button or outside the article.
    """
    s = shapes(page)
    lines = s.cue_lines("share")
    for i in s.buttons("share"):
        beside = any(j in lines for j in (i - 2, i - 1, i + 1, i + 2))
        if s.sizes[i] >= 2 or beside or s.is_outside[i]:
            yield i, f"is the button {quoted(page.texts[i])}" + (" beside another one" if beside else "")


def share_count(page: Page) -> Iterator[tuple[int, str]]:
    """A number and a share word ("Shares 12", "3 likes").

    Why not more: only where nothing else stands on the line.
    """
    words = entries("share")
    for i, what in shapes(page).counts.items():
        if what in words:
            yield i, f"counts shares: {quoted(page.texts[i])}"


def reader_count(page: Page) -> Iterator[tuple[int, str]]:
    """A number and what a page counts of its readers ("312 views", "112 votes"), above the article or after it.

    Why not more: votes and visitors are counted in articles, too, so inside the article such a line stays.
    """
    s = shapes(page)
    words = entries("counter")
    for i, what in s.counts.items():
        if what in words and s.is_outside[i] and not s.is_enclosed[i]:
            yield i, f"counts readers: {quoted(page.texts[i])}"


def rating(page: Page) -> Iterator[tuple[int, str]]:
    """Readers' mark with the number of those who gave it: "4.6 from 112 votes", "4,8/5 - (37 votos)".

    Why not more: a critic's verdict ("4 out of 5 stars") has no number of votes, votes without a mark are a ballot's,
    and between paragraphs a rating is what the article speaks of.
    """
    s = shapes(page)
    for i in s.dated:
        text = page.texts[i]
        if len(text) > _LONGEST or s.is_enclosed[i] or not (said := _RATING.match(text)):
            continue
        marked = said["tenths"] or said["scale"] or said["before"].strip().startswith(_BRACKETS)
        if marked and _counts(f"{said['before']} {said['what']}".lower()):
            yield i, f"is a rating with its votes: {quoted(text)}"


def _counts(text: str) -> bool:
    """Whether one of the words, or what is left of them without marks, is what a counter counts."""
    words = [word for word in _MARKS.split(text) if word]
    return not entries("counter").isdisjoint((*words, " ".join(words)))


def share_line(page: Page) -> Iterator[tuple[int, str]]:
    """A line without a stop that begins with a share phrase and is hardly longer than it ("Listen to article (8 min)").

    Why not more: sentences that begin alike ("Share prices fell …") are longer and end in a stop; of numbers, only how
    long it takes may follow.
    """
    s = shapes(page)
    for i, cues in s.cue_lines("share").items():
        if s.is_stopped[i] or s.sizes[i] > 14 or any(c.whole for c in cues):
            continue
        if s.digits[i] and not any(_DURATION.match(page.texts[i][c.end :]) for c in cues):
            continue
        covered = max((c.end - c.start) / len(page.texts[i]) for c in cues)
        if covered >= 0.4 and len(cues[0].text.split()) >= 2:
            yield i, f"is little more than {quoted(cues[0].text)}: {quoted(page.texts[i])}"
