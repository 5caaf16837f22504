"""Brief articles: of sentences between boxes, and of other things, letters, results, minutes, programmes, the weather.

Beside three paragraphs nothing tells the tables a signature from a menu, and such pages are too rare among those that
they were fitted on. So these votes add to what the tables say (see `rules.APART`), most on brief articles only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from cleaner.characters import COMMA
from cleaner.features.phrases import entries
from cleaner.once import compiled
from cleaner.rules import calendar
from cleaner.rules.groups import quoted, runs
from cleaner.rules.shapes import shapes

if TYPE_CHECKING:
    from cleaner.features import Page
    from cleaner.rules.shapes import Shapes

_LABEL = compiled(
    r"^\W*(?P<label>[^\W\d_][^\s\d:：.!?]*(?:\s[^\s\d:：.!?]+){0,2})\s?[:：]\s?(?!https?:|www)(?P<said>[^\W_][^:：–—]*)$"
)
_SCORE = compiled(
    r"""(?<![\d:.,-]) \d{1,3} (?: \s?[-–]\s? \d{1,3} | [:：] (?: \d | \d{3} ) ) (?![\d:.,-])  # Harlow 3 - 1 Tern
    | ^ \W* [^\W\d] [^\d]{1,24} \s \d{1,3}, \s [^\W\d] [^\d]{1,24} \s \d{1,3} $ """,  # Harlow 3, Tern 1
    re.VERBOSE,
)
_NAMED_FIGURES = compiled(r"\W*[^\W\d][^\d]*?[\s:：](?P<figures>[+−±-]?\d.*)$")
_AMOUNTS = compiled(r"[\d\s.,:+−±-]+")
_SIGNED = 3  # lines of a signature: name, place, office
_NAMED = 5  # words of one of them
_HEAD = 3.0  # words above an entry
_FACT = 14  # words of a label and what it says
_PLAIN = 4  # words that a label says without a comma, number or bracket
_GRADE = compiled(r"[:：]\s?(?:\d{1,2}(?:[.,]\d)?\s?/\s?(?:[456]|10|20|100)|[★☆⭐✭✩]{3,10})\s*$")
_NUMBER = compiled(r"\d{1,4}(?:[./]\d{1,4}){0,2}")  # of a day, or of a day and its month
_LIST = compiled(r"[\d,;(（、，；·]")
_SAID = 5  # letters under a day, or words above a list; opening hours and buttons have fewer
_ENTRY = 4  # lines under a day
_NEAR = 4  # lines above the first sentence
_FAR = 8  # lines from the article's sentences to what belongs to it
_BRIEF = 150.0  # words of the paragraphs beside each other, of a brief article
_PART = 20  # lines from a list's heading to the next one


def letter(page: Page) -> Iterator[tuple[int, str]]:
    """How a letter begins or ends ("Sir,", "Yours faithfully,") and the signature below: a name, a place.

    "Press contact" below a press release heads such lines as well.

    Why not more: a menu stands below a letter, too; a signature has three brief lines at most, and no phrase of it, and
    does not stand below a sentence ("Thank you for your understanding.").
    """
    s = shapes(page)
    own = s.own
    for i in s.whole("greeting"):
        if not own[i] or i < s.opening - _SIGNED or (page.last[i] != COMMA and s.sizes[i] < 1.5):
            continue
        yield i, f"begins or ends a letter or what a sender says: {quoted(page.texts[i])}"
        for j in range(i + 1, min(i + 1 + _SIGNED, s.n)) if not s.is_stopped[i] else ():
            if not own[j] or s.sizes[j] > _NAMED or s.letters[j] < 2 or s.is_stopped[j]:
                break
            yield j, f"stands below {quoted(page.texts[i])}"


def facts(page: Page) -> Iterator[tuple[int, str]]:
    """Two or more lines beside each other of a label and what it says, in a brief article or right beside it.

    "Absent: Gale", "Scorers: Finch (2)"; or one with a reviewer's grade: "Our verdict: 4/5". Why not more: "Author: …",
    "Tags: …" and "Photo: …" are labels, too; all that pages write so stands in lists of phrases. A headline with a
    colon says more than a few words after it.
    """
    s = shapes(page)
    own, last = s.own, max(s.core[1], s.opening)
    near = range(max(0, s.opening - _NEAR), s.n)
    for run in runs([i for i in near if own[i] and s.sizes[i] <= _FACT and _is_fact(page.texts[i])], reach=2):
        listed = run[0] > s.opening or _LIST.search(page.texts[run[0]]) is not None  # else it may be the headline
        told = len(run) >= 2 or _GRADE.search(page.texts[run[0]])
        if told and listed and run[0] <= last + _FAR:
            for i in run:
                yield i, f"is one of {len(run)} facts with a label: {quoted(page.texts[i])}"


def _is_fact(text: str) -> bool:
    """Whether a line is a label and a few words or a list.

    >>> _is_fact("Absent: Gale"), _is_fact("Fire: council blames the farmers again"), _is_fact("Facebook: gazette")
    (True, False, False)
    """
    found = _LABEL.match(text)
    if found and _GRADE.search(text):
        return True
    if not found or any(found["label"].lower() in entries(family) for family in ("share", "tags", "related", "byline")):
        return False
    return found["said"].count(" ") < _PLAIN or _LIST.search(found["said"]) is not None


def scores(page: Page) -> Iterator[tuple[int, str]]:
    """Two or more lines beside each other with a score, in or right below a brief article, and their heading.

    Why not more: times of day and dates are written alike, and scores stand in a page's margin, too, far from it.
    """
    s = shapes(page)
    own, last = s.own, max(s.core[1], s.opening)
    brief = [i for i in range(s.opening + 1, s.n) if own[i] and s.sizes[i] <= 10 and s.digits[i] >= 2]
    scored = [i for i in brief if _SCORE.search(page.texts[i]) and not calendar.holds_date(page.texts[i])]
    for run in runs(scored, reach=2):
        if len(run) >= 2 and run[0] <= last + _FAR:
            heading = own[run[0] - 1] and s.sizes[run[0] - 1] <= _HEAD and not s.is_stopped[run[0] - 1]
            for i in range(run[0] - heading, run[-1] + 1):
                if own[i]:
                    yield i, f"stands with {len(run)} scores: {quoted(page.texts[i])}"


def figures(page: Page) -> Iterator[tuple[int, str]]:
    """Three or more lines of a name and figures in the same unit, right below a sentence of a brief article.

    Closing prices, results of a vote, a market's prices. Why not more: counters ("12 comments") have units of their
    own, and farther from the sentences stand a page's other numbers.
    """
    s = shapes(page)
    own = s.own
    brief = [i for i in s.dated if own[i] and i > s.opening and s.sizes[i] <= 10 and not s.is_stopped[i]]
    units = {i: unit for i in brief if (unit := _unit(page.texts[i]))}
    for run in runs(units):
        alike = len({units[i] for i in run}) == 1 and len({page.lowered[i] for i in run}) == len(run)
        if len(run) >= 3 and alike and s.is_stopped[run[0] - 1] and run[0] <= max(s.core[1], s.opening) + _SIGNED:
            for i in run:
                yield i, f"is one of {len(run)} names with figures: {quoted(page.texts[i])}"


def _unit(text: str) -> str:
    """What a line counts in that is a name and figures; else nothing.

    >>> _unit("Harlow Ferries 1,230 kr (+45 kr)"), _unit("Harlow Mills 40 kr (-5 kr)"), _unit("On 4 May the boat sank")
    ('kr(kr)', 'kr(kr)', 'Maytheboatsank')
    >>> _unit("12 comments"), _unit("Chapter 3")
    ('', '')
    """
    named = _NAMED_FIGURES.match(text)
    return _AMOUNTS.sub("", named["figures"]) if named else ""


def headed_sentences(page: Page) -> Iterator[tuple[int, str]]:
    """Three or more times a heading of a word or three and a sentence: a horoscope, the weather by region.

    Why not more: a name above a sentence may be a reader's; those come with dates and buttons, which end the run.
    """
    s = shapes(page)
    own, last = s.own, max(s.core[1], s.opening)
    heads = [
        i for i in range(s.opening, s.n - 1)
        if own[i] and own[i + 1] and s.letters[i] and s.sizes[i] <= _HEAD and not s.is_stopped[i]
        and not s.digits[i] and s.is_stopped[i + 1] and page.copies[i] == 1
    ]  # fmt: skip
    for run in runs(heads, reach=3):
        if len(run) >= 3 and run[0] <= last + _FAR and all(own[run[0] : run[-1] + 2]):
            for i in range(run[0], run[-1] + 2):
                yield i, f"is one of {len(run)} headings, each with a sentence, or stands below one"


def brief_sentences(page: Page) -> Iterator[tuple[int, str]]:
    """Sentences of a few words, by ones and twos between a page's boxes, where they are all the article there is.

    So are a question and a numbered heading right above one. Why not more: see `Brief.sentences`, which asks that they
    stand near each other and a date or a name near them; in a longer article the tables know what a brief paragraph is,
    and in scripts without stops a headline may look alike.
    """
    s = shapes(page)
    said = s.sentences if s.core_words < _BRIEF else []
    run = [i for i in said if not page.stopless[i] and i not in s.dates]
    above = [i - 1 for i in run if i and s.own[i - 1] and s.letters[i - 1] >= _SAID and i - 1 not in s.dates]
    counted = {*s.clocks, *s.comment_counts}
    heads = {i for i in above if i not in counted and (page.question[i] or s.numbered[i])}
    for i in sorted(heads.union(run)):
        yield i, f"is one of {len(run)} sentences that stand near each other, or heads one: {quoted(page.texts[i])}"


def named_lists(page: Page) -> Iterator[tuple[int, str]]:
    """Two or more headings of lists near each other ("Pros", "Cons"; "Ingredients", "Method") and the lines below.

    What stands between two of them is a list, links to other articles excepted; below the last as many brief lines may
    be one. So are the lines from a single heading to a sentence, with another one above. Why not more: elsewhere such a
    word alone may head a menu or a shop's box, and the tables know long articles' lists.
    """
    s = shapes(page)
    if not s.brief_article:
        return
    own = s.own
    heads = [i for i in s.whole("part") if own[i] and s.sizes[i] <= _NAMED]
    found = {i: head for head in heads for i in range(head, _enclosed(s, head))}
    for i, head in found.items():
        yield i, f"stands in a list inside the article, headed {quoted(page.texts[head])}"
    for run in runs([i for i in heads if i >= s.opening - _NEAR], reach=_PART):
        if len({page.lowered[i] for i in run}) < 2:
            continue
        most = max([sum(own[a + 1 : b]) for a, b in pairwise(run)])
        for i in range(run[0], min(run[-1] + 1 + most, s.n)):
            if i > run[-1] and (not own[i] or (s.sizes[i] > _FACT and not s.is_stopped[i])):
                break
            if own[i] and i not in found:
                yield i, f"stands in one of {len(run)} lists, the first headed {quoted(page.texts[run[0]])}"


def _enclosed(s: Shapes, head: int) -> int:
    """Where a list of two lines or more ends that stands between sentences of the article; `head` if it does not."""
    below = range(head + 1, min(head + _PART, max(s.core[1], s.opening) + _FAR, s.n))
    end = next((i for i in below if not s.own[i] or s.is_stopped[i] or s.sizes[i] > _FACT), head)
    above = range(max(0, head - _NEAR), head)
    said = end > head + 2 and any(s.own[i] and s.is_stopped[i] and s.sizes[i] >= _SAID for i in above)
    return end if said and s.own[end] and s.is_stopped[end] else head


def programme(page: Page) -> Iterator[tuple[int, str]]:
    """Two or more weekdays or dates, each with a few brief lines below: a programme, the weather by day.

    Why not more: over a list of other articles stands a date, too, but then each stands beside a headline of its own.
    """
    s = shapes(page)
    own, last = s.own, max(s.core[1], s.opening)
    heads = [i for i in range(s.opening, s.n - 1) if own[i] and own[i + 1] and s.sizes[i] <= _HEAD]
    days = [i for i in heads if s.letters[i + 1] >= _SAID and _is_day(page.texts[i])]
    for run in runs(days, reach=_ENTRY + 1):
        if len(run) < 2 or run[0] > last + _FAR or len({page.lowered[i] for i in run}) < len(run):
            continue
        longest = max([b - a for a, b in pairwise(run)])
        for i in range(run[0], min(run[-1] + longest, s.n)):
            if not own[i]:
                break
            yield i, f"stands in a programme of {len(run)} days: {quoted(page.texts[i])}"


def _is_day(text: str) -> bool:
    """Whether a line is a weekday, with or without a date.

    >>> _is_day("Monday"), _is_day("Samedi 4 mai"), _is_day("Lördag 13/7"), _is_day("Sunday roast")
    (True, True, True, False)
    """
    words = [word.strip(".,:") for word in text.lower().split()]
    known = all(word in calendar.names() or _NUMBER.fullmatch(word) for word in words)
    return known and any(calendar.names().get(word) == "day" for word in words)
