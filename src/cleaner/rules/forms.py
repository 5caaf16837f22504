"""Articles that are not paragraphs alone: verse, songs, conversations, interviews, threads, reports by the hour.

Such pages are too rare among those that the tables were fitted on for a fit to weigh these rules, so their votes add to
what the tables say (see `rules.APART`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from cleaner.characters import COMMA, LOWER
from cleaner.once import compiled
from cleaner.rules.groups import quoted, runs, stretches
from cleaner.rules.phrased import LABELS
from cleaner.rules.shapes import shapes

if TYPE_CHECKING:
    from cleaner.features import Page

_PANEL = 8  # words of a sentence below a button
_NO_PANELS = frozenset({"nav", "footer", "dialog", "form"})
_PART = compiled(r"^\W*(?:[^\W\d]+\W+){0,2}[^\W\d]*\W*(?:\d{1,2}|[IVX]{1,4})?\W*$")
_SIGNS = frozenset("-–—―▲△▼▽◆◇■□●○◎▷▶►>QA문답問答问")
_TURN = compiled(
    r"""(?P<sign> [-–—―▲△▼▽◆◇■□●○◎▷▶►>]+ | [QA문답問答问] (?=[.:：．、)\s]) ) [.:：．、)]? \s*
        (?= [^\W_] | ["'“‘「『(] )""",
    re.VERBOSE,
)


def song(page: Page) -> Iterator[tuple[int, str]]:
    """Lines under the names of a song's parts, which stand in brackets and come back: "[Verse 1]", "[Refrain]".

    Why not more: brackets hold pictures' names and buttons too; under those stands no handful of brief lines.
    """
    s = shapes(page)
    parts = [i for i in s.bracketed if s.sizes[i] <= 4 and _is_part(page.texts[i])]
    if len({page.texts[i] for i in parts}) < 2:
        return
    ends = [*parts[1:], page.n]
    verses = {part: _verse(page, part + 1, end) for part, end in zip(parts, ends, strict=True)}
    if sum(2 <= len(lines) <= 16 for lines in verses.values()) < 2:
        return
    for part, lines in verses.items():
        for i in (part, *lines):
            yield i, f"stands in the part {quoted(page.texts[part])} of a song"


def _is_part(text: str) -> bool:
    return text[:1] == "[" and text[-1:] == "]" and _PART.match(text) is not None


def _verse(page: Page, first: int, end: int) -> list[int]:
    """The lines from `first` on that may be sung: up to a blank-line gap, and no phrase of a page's furniture."""
    furniture = shapes(page).labels
    lines: list[int] = []
    for i in range(first, end):
        apart = len(lines) > 8 and page.gaps[i] > max(1, page.gaps[first])
        if page.words[i] > 18 or i in furniture or "©" in page.texts[i] or apart:
            break
        lines.append(i)
    return lines


def interview(page: Page) -> Iterator[tuple[int, str]]:
    """Questions and what answers them, three or more in turns: an interview or a list of common questions.

    Why not more: questions among links are not answered by sentences.
    """
    asked = [i for i in shapes(page).questions if page.words[i] >= 1 and i + 1 < page.n]
    turns = [i for i in asked if page.stopped[i + 1] and not page.question[i + 1]]
    for run in runs(turns, reach=5):
        if len(run) < 3:
            continue
        answered = page.words[[i + 1 for i in run]]
        if answered.max() < 8:
            continue
        for i in run:
            yield i, f"is one of {len(run)} questions that are answered: {quoted(page.texts[i])}"
            yield i + 1, f"answers {quoted(page.texts[i])}"


def panels(page: Page) -> Iterator[tuple[int, str]]:
    """Two or more buttons in one place of an HTML page, each above a sentence, and those sentences: an accordion.

    Why not more: a menu folds links, a window that asks for consent tells what its cookies are for, and a button that
    comes back ("Show more") heads nothing.
    """
    dom = page.document.dom
    if dom is None:
        return
    s = shapes(page)
    consent = s.lines_with("consent")
    places: dict[str, list[int]] = {}
    for i, path in enumerate(dom.path[:-1]):
        if path.endswith("/button") and path != dom.path[i + 1] and _NO_PANELS.isdisjoint(path.split("/")):
            places.setdefault(path, []).append(i)
    for place in places.values():
        heads = [
            i for i in place
            if page.copies[i] == 1 and not s.is_stopped[i] and page.words[i + 1] >= _PANEL and page.stopped[i + 1]
            and not dom.link_density[i + 1] and consent.isdisjoint((i, i + 1))
        ]  # fmt: skip
        for i in heads if len(heads) > 1 else ():
            because = f"is one of {len(heads)} buttons above a sentence each, or that sentence: {quoted(page.texts[i])}"
            yield i, because
            yield i + 1, because


def timed_entries(page: Page) -> Iterator[tuple[int, str]]:
    """Three or more times of day, each right above a paragraph, and those paragraphs: a report as it happened.

    A brief sentence among them is one more. Why not more: under the times of a ticker stand headlines, which end in no
    stop.
    """
    s = shapes(page)
    timed = [i for i in s.clocks if i + 1 < page.n and (s.is_running[i + 1] or s.is_stopped[i + 1])]
    for run in runs(timed, reach=4):
        paragraphs = {page.texts[i + 1] for i in run}
        if sum([s.is_running[i + 1] for i in run]) < 3 or len(paragraphs) < len(run):
            continue
        for i in run:
            because = f"is one of {len(run)} times, each with a paragraph: {quoted(page.texts[i])}"
            yield i, because
            yield i + 1, because


def timeline(page: Page) -> Iterator[tuple[int, str]]:
    """Three or more years in their order, each right above a sentence, and those sentences: a history by years.

    Why not more: an archive's years have no sentences below them, and the figures of a table are in no order.
    """
    s = shapes(page)
    digits, texts = s.digits, page.texts
    bare = [i for i in s.dated if digits[i] == 4 and len(texts[i]) == 4]
    if len(bare) < 3:
        return
    years = {i: int(page.texts[i]) for i in bare if i + 1 < s.n and s.is_stopped[i + 1] and s.letters[i + 1]}
    for run in runs(years, reach=4):
        said = [years[i] for i in run]
        if len(run) >= 3 and said in (sorted(set(said)), sorted(set(said), reverse=True)):
            for i in run:
                because = f"is one of {len(run)} years from {said[0]} to {said[-1]}, each with a sentence"
                yield i, f"{because}: {quoted(page.texts[i])}"
                yield i + 1, f"{because}: {quoted(page.texts[i + 1])}"


def posts(page: Page) -> Iterator[tuple[int, str]]:
    """What is said in a thread: below the first text already stands a button to reply, and its author speaks again.

    Why not more: below an article such buttons begin with its comments, and its author's name stands above it alone.
    With sentences above the first text, that text is no first one.
    """
    s = shapes(page)
    names = [i for i in range(max(0, s.opening - 3), s.opening) if page.copies[i] > 1 and s.sizes[i] <= 3]
    if s.opening == s.n or not names or any(s.is_stopped[i] and s.sizes[i] >= 6 for i in range(s.opening)):
        return
    if s.comment_counts:
        return
    for text, beat in s.twins(i for i in s.buttons("comments") if i > s.opening).items():
        if len(beat) < 3 or beat[0] > s.opening + 8 or page.lowered[names[-1]] not in page.lowered[beat[0] : beat[-1]]:
            continue
        for i in range(s.opening, beat[-1]):
            if s.is_stopped[i] or s.sizes[i] >= 8:
                yield i, f"stands in a thread in which {quoted(text)} comes {len(beat)} times: {quoted(page.texts[i])}"


def speaker_turns(page: Page) -> Iterator[tuple[int, str]]:
    """Lines of a conversation: four or more that begin with one of at least two names and a colon, again and again.

    Why not more: "Photo: …" and "Price: …" are labels; a speaker comes back, and says whole sentences.
    """
    s = shapes(page)
    turns: dict[int, str] = {}
    for i in s.labelled:
        who, _, said = page.texts[i].replace("：", ":", 1).partition(":")
        if who[:1].isalpha() and who.count(" ") <= 3 and said and not said.startswith("//"):
            turns[i] = who.strip().lower()
    if len(turns) < 4:
        return
    for line in s.lines_with(*LABELS):
        turns.pop(line, None)
    names = Counter(turns.values())
    back = {who for who, times in names.items() if times >= 2}
    if len(back) < 2:
        return
    spoken = [i for i in turns if turns[i] in back]
    if len(spoken) >= 4 and page.words[spoken].mean() >= 6:
        for i in spoken:
            yield i, f"is a turn of {quoted(turns[i])}, who speaks {names[turns[i]]} times"
        for i in s.bracketed:
            if page.words[i] <= 4 and i - 1 in spoken and i + 1 in spoken:
                yield i, f"stands between two turns: {quoted(page.texts[i])}"


def signed_turns(page: Page) -> Iterator[tuple[int, str]]:
    """Three or more questions and answers that two signs tell apart, one before each: "-Why?", "▲Because it rains."

    Why not more: a list has one sign, and of links between two signs most end in no stop.
    """
    likely = page.beginning(_SIGNS)
    if len({page.texts[i][0] for i in likely}) < 2:
        return
    signs = {i: found["sign"] for i in likely if (found := _TURN.match(page.texts[i]))}
    for run in runs(signs, reach=4):
        (asks, _), *others = Counter(signs[i] for i in run).most_common(2)
        if not others or (answers := others[0][0]) == asks:
            continue
        turns = [i for i in run if signs[i] in (asks, answers)]
        changes = sum(signs[a] != signs[b] for a, b in pairwise(turns))
        said = page.stopped[turns] | page.question[turns]
        if changes >= 5 and changes >= 0.8 * (len(turns) - 1) and said.mean() >= 0.8:
            for i in range(turns[0], turns[-1] + 1):
                if i in turns or page.stopped[i]:
                    yield i, f"is one of {len(turns)} turns that begin with {quoted(asks)} or {quoted(answers)}"


def verse(page: Page) -> Iterator[tuple[int, str]]:
    """Eight or more brief lines in a row of which a quarter end in a comma or begin in lower case.

    Why not more: menus and headlines end in no comma. A page's links and headings are no verses.
    """
    comma = (page.last == COMMA) & ~page.colon
    if np.count_nonzero(comma) < 2:
        return
    lower = page.first == LOWER
    brief = (page.words >= 1) & (page.words <= 14) & (page.letters > 0.6 * page.chars)
    comma &= brief
    if np.count_nonzero(comma) < 2:
        return
    s = shapes(page)
    brief[list(s.labels)] = False
    if (dom := page.document.dom) is not None:
        brief &= (np.asarray(dom.link_density) <= 0.5) & (np.asarray(dom.heading) == 0)
    titled = (page.capitalised > 0.6) & ~comma
    for first, last in stretches(brief & (s.separators < 2), 8):
        lines = range(first, last + 1)
        while len(lines) and titled[lines[0]]:  # the title and the poet's name
            lines = lines[1:]
        run = slice(lines.start, lines.stop)
        if len(lines) >= 8 and comma[run].mean() >= 0.15 and (comma | lower)[run].mean() >= 0.25:
            because = f"is one of {len(lines)} brief lines, of which {int(comma[run].sum())} end in a comma"
            for i in lines:
                yield i, because
