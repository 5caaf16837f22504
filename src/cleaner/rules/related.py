"""Other articles: lists of headlines, teasers that were cut off, "read also" lines."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from cleaner.characters import DIGIT
from cleaner.features.cues import lines_of
from cleaner.features.phrases import entries
from cleaner.rules.groups import marked, quoted, runs, stretches
from cleaner.rules.phrased import INSERTS
from cleaner.rules.shapes import Shapes, shapes

if TYPE_CHECKING:
    from cleaner.features import Page

_NUMBER = re.compile(r"^(?:[*+•-]\s*)?#?(\d{1,2})(?:[.)]|\s[-–—|])?\s+(?=[^\W\d_]|[\"'«„“‘「])")
_CREDIT_HEAD = re.compile(r"^.{0,24}\((?:[^()]{2,20}) ?: ?[^()]{3,60}\)\s*\S")
_DATELINE = re.compile(
    r"""^ [^\W\d_][\w .'’-]{1,30} (?:\ \[[^\]]{2,24}\])? , \s
          [^\W\d_]{3,10}\.? \s \d{1,2} \s* (?: \([^()]{2,12}\) )? \s? [:—–-] \s""",
    re.VERBOSE,
)
_AFTER_CUE = re.compile(r"\s*[:：՝៖፦–—|»›>\]】〕］]\s*[\"'“«„‘「『]?\w")
_LIST = 14  # lines that a list of headlines under one heading may have
_SENTENCE = 5  # words
_NEAR = 3  # lines from the article's last paragraph
_TITLE = 21  # words; numbered lines of more, on average, are sentences
_FIGURES = 6  # digits of a line, on average: the number and a year
_TEASER = 8  # words; a shorter line with an ellipsis may be speech


def numbered_headlines(page: Page) -> Iterator[tuple[int, str]]:
    """Three or more lines in a row, numbered in order, that end in no stop, about other things than the article.

    The "most read" box. Why not more: recipes, rankings and tables of contents are numbered as well; these speak of the
    article's things or have running text before them, so the list must head the page or close it, and its lines must
    have six to twenty-one words on average, and few figures: rows of tables and the addresses of sources have many.
    """
    s = shapes(page)
    sized = [i for i in s.numbers if 4 <= s.sizes[i] <= 40]
    if len(sized) < 3:
        return
    numbers = {i: int(m[1]) for i in sized if not s.is_enclosed[i] and (m := _NUMBER.match(page.texts[i]))}
    for run in runs(sorted(numbers)):
        if len(run) < 3 or not _ascends([numbers[i] for i in run]):
            continue
        apart = run[0] < s.top or (run[0] > s.core[1] and s.next_running(run[-1]) == s.n)
        stops = float(page.stopped[run].mean())
        strange = float(s.echo[run].mean()) < 0.34 and float(page.count(DIGIT)[run].mean()) <= _FIGURES
        if s.single and apart and strange and stops <= 0.34 and 6 <= float(page.words[run].mean()) <= _TITLE:
            ends = f"{numbers[run[0]]} to {numbers[run[-1]]}"
            because = f"is numbered, {ends}, with {len(run) - 1} other headlines around it"
            for i in run:
                yield i, f"{because}: {quoted(page.texts[i])}"


def numbered_apart(page: Page) -> Iterator[tuple[int, str]]:
    """The same list with each number on a line of its own: three or more that count up, with a headline after each.

    Why not more: a table of figures has no headlines between its numbers, and inside the article numbers count steps.
    """
    s = shapes(page)
    bare = marked((page.letters == 0) & (page.chars <= 3))
    apart = [i for i in bare if s.digits[i] and s.is_outside[i]]
    if len(apart) < 3:
        return
    numbers = {i: int(t) for i in apart if (t := page.texts[i].strip(" .)#")).isdecimal()}
    for run in runs(sorted(numbers), reach=4):
        headed = all(s.headline[i + 1 : i + 4].any() for i in run[:-1])
        if len(run) < 3 or not _ascends([numbers[i] for i in run]) or not headed or min(np.diff(run)) < 2:
            continue
        if float(s.echo[run[0] : run[-1] + 1].mean()) > 0.25:
            continue
        because = f"stands in a list numbered {numbers[run[0]]} to {numbers[run[-1]]} about other things"
        for i in range(run[0], min(s.n, run[-1] + int(np.median(np.diff(run))))):
            yield i, f"{because}: {quoted(page.texts[i])}"


def repeated_headline(page: Page) -> Iterator[tuple[int, str]]:
    """A headline outside the article that stands on the page twice or more, none of them inside, about other things.

    The same headline in "most read" and in "latest". Why not more: the article's own headline is repeated too, and may
    be the page's first line; an entry of a table of contents stands again inside the article, and of a table so may a
    row.
    """
    s = shapes(page)
    if not s.single:
        return
    likely = [i for i in s.copied if s.is_headline[i] and s.sizes[i] >= 5 and s.echo[i] < 0.5]
    again = [i for i in likely if page.texts[i].count("|") <= 1]
    for text, lines in s.twins(again).items():
        if lines[0] and s.outside[lines].all() and lines[-1] - lines[0] > 1:
            for i in lines:
                yield i, f"is a headline that stands {len(lines)} times outside the article: {quoted(text)}"


def _ascends(numbers: list[int]) -> bool:
    """Whether numbers count up by one; a list may begin again."""
    return all(b - a == 1 or b == numbers[0] < a - 1 for a, b in pairwise(numbers))


def _broken_off(s: Shapes) -> list[int]:
    """Long lines that end in an ellipsis."""
    return [i for i in s.cut if s.sizes[i] >= _TEASER]


def _teasers(s: Shapes) -> list[list[int]]:
    """Runs of lines that end in an ellipsis, about other things, outside the article and less than two of it.

    Where nothing on the page is a sentence, and most of it lines that break off, they are all that there is.
    """
    cut = s.once(_broken_off)
    if s.opening == s.n and len(cut) > max(2.0, 0.5 * s.n):
        return [cut]
    if len(cut) < 3 or not s.single:
        return []
    found = [run for run in runs(cut, reach=4) if len(run) >= 3 and not s.core[0] < run[0] < s.core[1]]
    strange = [run for run in found if float(s.echo[run].mean()) <= 0.7]
    return [run for run in strange if float(s.page.words[run].sum()) <= 2 * s.core_words]


def cut_teasers(page: Page) -> Iterator[tuple[int, str]]:
    """Three or more long lines that end in an ellipsis, close together: teasers of other articles.

    Why not more: a speaker may trail off, so one or two such lines prove nothing, nor do short ones.
    """
    for run in shapes(page).once(_teasers):
        for i in run:
            yield i, f"ends in an ellipsis, as do {len(run) - 1} lines around it: {quoted(page.texts[i][-32:])}"


def between_teasers(page: Page) -> Iterator[tuple[int, str]]:
    """A headline, date or label between teasers that were cut off: the other half of headline and teaser.

    Why not more: asks that the teasers themselves stand in a run of three.
    """
    s = shapes(page)
    for run in s.once(_teasers):
        own = set(run)
        for i in range(run[0], run[-1]):
            if i not in own and not s.running[i]:
                yield i, f"stands between {len(run)} teasers that end in an ellipsis: {quoted(page.texts[i])}"
        if run[0] and len(run) >= 3 and run[1] - run[0] == 2 and s.headline[run[0] - 1]:
            yield run[0] - 1, f"heads the first of {len(run)} teasers: {quoted(page.texts[run[0] - 1])}"


def wire_teaser(page: Page) -> Iterator[tuple[int, str]]:
    """A line that begins as an agency's report or with a picture's credit, and breaks off in an ellipsis.

    Why not more: whole reports begin alike; only those that break off are teasers.
    """
    for i in shapes(page).once(_broken_off):
        text = page.texts[i]
        if found := _DATELINE.match(text) or _CREDIT_HEAD.match(text):
            yield i, f"begins with {quoted(found[0].rstrip())} and breaks off in an ellipsis"


def headings(s: Shapes) -> list[int]:
    """Brief lines that are nothing but a phrase that heads other articles."""
    brief, lines = s.is_brief, s.cue_lines("related")
    return [i for i, cues in lines.items() if brief[i] and any(c.whole and c.phrase.tail for c in cues)]


def related_heading(page: Page) -> Iterator[tuple[int, str]]:
    """A line that is a heading such as "Related articles" and is not followed by running text.

    Why not more: an article about recommendations may use the words as a subheading, with a paragraph after it.
    """
    s = shapes(page)
    running, enclosed = s.is_running, s.is_enclosed
    for i in s.once(headings):
        if not (i + 1 < s.n and running[i + 1] and enclosed[i]):
            yield i, f"is the heading {quoted(page.texts[i])}"


def under_related(page: Page) -> Iterator[tuple[int, str]]:
    """Lines under such a heading that look like headlines, up to the next paragraph.

    Why not more: a list ends at the first line of running text, at a gap wider than the gaps inside it, or after
    fourteen lines; two headlines are asked for outside the article, one directly under the heading inside it.
    """
    s = shapes(page)
    links = s.cue_lines("teaser")
    heads = [i for i in s.once(headings) if i not in links]
    if not heads:
        return
    like = ((s.headline | (page.question & (page.words >= 4))) & ~s.running).tolist()
    slim = (~s.running & s.open).tolist()
    for i in heads:
        end = min(s.n, i + 1 + _LIST)
        listed = []
        for j in range(i + 1, end):
            if not slim[j] and not like[j]:
                break
            if like[j]:
                listed.append(j)
        inside = s.core[0] <= i <= s.core[1]
        if inside:
            listed = listed[:1] if listed[:1] == [i + 1] else []
        elif len(listed) < 2 or not s.single or float(s.echo[listed].mean()) > 0.6:
            continue
        for j in listed:
            yield j, f"is a headline under {quoted(page.texts[i])}: {quoted(page.texts[j])}"


def pointers(s: Shapes) -> dict[int, str]:
    """Lines that begin with a cue and name another text, with the evidence."""
    page, found = s.page, {}
    heads = [cue for cue in page.cues("related", "teaser") if cue.phrase.head and not cue.whole]
    for i, cues in lines_of(heads).items():
        text = page.texts[i]
        for c in cues:
            if s.sizes[i] > 34 or (c.phrase.family == "teaser" and not s.is_outside[i]):
                continue
            rest = text[c.end :]
            after = rest if text[c.end - 1] not in ":：՝៖፦.-–—]】〕］" else ":" + rest
            if _AFTER_CUE.match(after) and not (page.stopped[i] and not page.question[i] and page.words[i] > 22):
                found[i] = f"begins with {quoted(c.text)} and names another text: {quoted(rest.strip(' :：՝៖፦.'))}"
                break
    for i in marked(s.separators == 1) if page.holds("|") else ():
        cue, _, rest = page.texts[i].partition("|")
        if rest and cue.strip().lower() in entries("related"):
            found[i] = f"begins with {quoted(cue.strip())} and names another text: {quoted(rest.strip())}"
    return found


def read_also(page: Page) -> Iterator[tuple[int, str]]:
    """A cue such as "Read also:" at the head of a line with a headline after it.

    Why not more: "Read more in the report, which …" is a sentence, so a colon, a dash or a bar must follow the cue.
    """
    yield from shapes(page).once(pointers).items()


def after_link(page: Page) -> Iterator[tuple[int, str]]:
    """A sentence right after such a line that interrupts the article: with it the article goes on.

    Why not more: where no sentence of the article stands above that line, what comes after it may be a teaser, and so
    may what ends in no stop; with a phrase of boxes it asks or warns.
    """
    s = shapes(page)
    links = s.once(pointers)
    if not links:
        return
    last = min(s.core[1] + _NEAR if s.has_core else s.n, s.n - 2)
    inside = [i for i in links if s.opening < i <= last and s.is_stopped[i - 1]]
    sentences = [i + 1 for i in inside if s.is_stopped[i + 1] and s.sizes[i + 1] >= _SENTENCE and i + 1 not in links]
    others = s.lines_with(*INSERTS) if sentences else ()
    for i in sentences:
        if i not in others:
            yield i, f"goes on after {quoted(page.texts[i - 1])}"


def headline_list(page: Page) -> Iterator[tuple[int, str]]:
    """Four or more headlines in a row, away from the article, that speak of other things.

    Why not more: verses, too, are lines without stops; a poem has no running text beside it that it could differ from.
    A list right below a paragraph is that paragraph's, addresses are sources, and full of figures are rows of a table.
    """
    s = shapes(page)
    if not s.single:
        return
    like = s.headline & s.outside & (page.words >= 5) & ~page.ellipsis & (page.words <= 22)
    for first, last in stretches(like, 4):
        run = slice(first, last + 1)
        below = first == s.core[1] + 1 and s.listed[run].all()
        figures = float(page.count(DIGIT)[run].mean()) > _FIGURES
        if below or figures or any("://" in text and text.count(" ") < 2 for text in page.texts[run]):
            continue
        if float(s.echo[run].mean()) < 0.2 and float(page.words[run].mean()) >= 7:
            because = f"is one of {last - first + 1} headlines in a row about other things"
            for i in range(first, last + 1):
                yield i, f"{because}: {quoted(page.texts[i])}"


def dated_cards(page: Page) -> Iterator[tuple[int, str]]:
    """Headlines of a list in which every third or fourth line is a date: cards of other articles.

    Why not more: two dates may be an article's publication and update; three at a regular distance are a list. The
    article's own date begins no list of those below it.
    """
    s = shapes(page)
    dates = [i for i in s.dates if s.is_outside[i]]
    above = bisect_left(dates, s.opening)
    for run in (*runs(dates[:above], reach=8), *runs(dates[above:], reach=8)):
        if len(run) < 3:
            continue
        steps = np.diff(run)
        if steps.min() < 2 or steps.max() - steps.min() > 1:
            continue
        step, own = int(np.median(steps)), set(run)
        for i in range(max(0, run[0] - step + 1), min(s.n, run[-1] + step)):
            if not s.is_running[i] and (s.is_headline[i] or i in own):
                yield i, f"stands in a list of {len(run)} cards with a date each: {quoted(page.texts[i])}"
