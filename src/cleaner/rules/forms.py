"""Articles that are not paragraphs alone: verse, songs, code, tables, recipes, interviews, reports by the hour.

Such pages are too rare among those that the tables were fitted on for a fit to weigh these rules, so their votes add to
what the tables say (see `rules.APART`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from cleaner.cues import entries
from cleaner.features import BRACKET, COMMA, DIGIT, LOWER, OTHER, QUOTE, SEPARATOR
from cleaner.rules.groups import marked, quoted, runs, stretches
from cleaner.rules.shapes import shapes

if TYPE_CHECKING:
    from cleaner.features import Page

_CODE = re.compile(
    r"""^ (?: [$#>%] \s \S | >>> \s | </? \w+ [^<>]* > $ | \# \s? include
        | (?:import|from) \s [\w.]+ (?:\s import \s .*)? $
        | (?: def | class | for | while | if | elif | with | try | return | func | function | fn | const | let | var
            | public | private | static | int | void | package | use | struct | print | echo
            | SELECT | INSERT | UPDATE | CREATE ) \b (?: .* [(){};:=]+ \s* $ | .* \( .* \) )
        | [\w.\[\]"'*&]+ \s? (?: [-+*/|&]?= | := | <- | -> | =>) \s? \S
        | [\w.]+ \( .* \) \s* [;:{]? $ | [\]})]+ [;,]? $ | [\w-]+ : \s? [\[{|"'] )""",
    re.VERBOSE,
)
_OPENED = frozenset("[{|\"'")
_COLUMN = re.compile(r"\s*[|\t¦]\s*|\s{3,}")
_PART = re.compile(r"^\W*(?:[^\W\d]+\W+){0,2}[^\W\d]*\W*(?:\d{1,2}|[IVX]{1,4})?\W*$")
_STEP = re.compile(r"^\W*(?P<number>\d{1,2})\s?[.):]\s+(?=\w)")
_AMOUNT = re.compile(r"^\W*(?:\d+(?:[.,/]\d+)?|[½⅓¼¾⅔])\s?[½⅓¼¾⅔]?(?:[-–]\s?\d+\s?)?[^\W\dA-ZА-ЯÀ-ÞΑ-Ω_]")
_COUNTED = re.compile(r"^\W*(?:\d+(?:[.,/]\d+)?|[½⅓¼¾⅔])\s?[½⅓¼¾⅔]?(?:[-–]\s?\d+\s?)?[^\W\d_]")
_SHORT = 60  # lines; where no more stand on a page without paragraphs, amounts may be what it is about
_LABELS = ("credit", "dateline", "share", "legal", "byline", "tags", "related", "promo", "navigation", "ticker")


def code_lines(page: Page) -> Iterator[tuple[int, str]]:
    """Three or more lines of program code or shell commands, with the brief lines between them.

    Why not more: addresses and prices have brackets and signs too; they are not three in a row that parse as code.
    """
    near = [run for run in runs(_signed(page), reach=2) if len(run) >= 3]
    codelike = [i for run in near for i in run if page.texts[i][-1] in ";{}" or _CODE.match(page.texts[i])]
    for run in runs(codelike, reach=2):
        if len(run) < 3 or len({page.texts[i] for i in run}) < 3:
            continue
        own = set(run)
        printed = run[-1] + 1 < page.n and page.letters[run[-1] + 1] == 0  # what the last command answers
        for i in range(run[0], run[-1] + 1 + printed):
            if i in own or not page.stopped[i]:
                yield i, f"stands among {len(run)} lines of code: {quoted(page.texts[i])}"


def _signed(page: Page) -> list[int]:
    """Lines that may be code: all code has a bracket or sign, ends in `;` or `:`, gives a key a value, or imports."""
    signs = page.count(BRACKET) + page.count(OTHER) + page.count(SEPARATOR) - (page.first == SEPARATOR)
    first, last, texts = page.first_codes, page.last_codes, page.texts
    likely = (signs > 0) | (first == ord(">")) | (first == ord("i")) | (first == ord("f"))
    likely |= (last == ord(";")) | (last == ord(":"))
    said = (page.count(QUOTE) > 0) & (page.count(COMMA) > 0) & ~likely
    likely[[i for i in marked(said) if _is_valued(texts[i])]] = True
    return marked(likely)


def _is_valued(text: str) -> bool:
    """Whether a quotation follows the line's first colon."""
    colon = text.find(":")
    return colon > 0 and not _OPENED.isdisjoint(text[colon + 1 : colon + 3])


def table_rows(page: Page) -> Iterator[tuple[int, str]]:
    """Three or more lines in a row of as many columns, of which at least one holds a number in most rows.

    Why not more: menus between bars have no numbers, and a row alone is a menu or a byline.
    """
    if "|" not in page.low and "¦" not in page.low:
        return
    barred = [i for i in marked(shapes(page).separators >= 1) if "|" in page.texts[i] or "¦" in page.texts[i]]
    for run in runs(barred):
        rows = {i: _COLUMN.split(page.texts[i].strip(" |¦")) for i in run}
        width, times = Counter(map(len, rows.values())).most_common(1)[0]
        alike = [i for i in run if len(rows[i]) == width]
        numbered = sum(any(cell[:1].isdigit() for cell in rows[i]) for i in alike)
        if width < 3 or times < 3 or numbered < 0.6 * times or len({page.texts[i] for i in alike}) < times:
            continue
        for i in alike:
            yield i, f"is one of {times} rows of {width} columns: {quoted(page.texts[i])}"


def numbered_steps(page: Page) -> Iterator[tuple[int, str]]:
    """Three or more lines numbered in order of which most end as a sentence does: instructions.

    Why not more: numbered headlines, as in a list of the most read, end in no stop.
    """
    steps: dict[int, int] = {}
    s = shapes(page)
    for i in s.numbers:
        if page.first[i] == DIGIT and s.sizes[i] >= 3 and (step := _STEP.match(page.texts[i])):
            steps[i] = int(step["number"])
    for run in runs(steps, reach=3):
        numbers = [steps[i] for i in run]
        ordered = numbers == list(range(numbers[0], numbers[0] + len(run)))
        if len(run) >= 3 and ordered and page.stopped[run].mean() > 0.6:
            for i in dict.fromkeys((_headed(page, run[0]), *run)):
                yield i, f"belongs to {len(run)} numbered steps: {quoted(page.texts[i])}"


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
    furniture = {cue.line for family in _LABELS for cue in page.cues(family) if cue.whole}
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
    if any(what in entries("comments") for what in s.counts.values()):
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
        for i in shapes(page).bracketed:
            if page.words[i] <= 4 and i - 1 in spoken and i + 1 in spoken:
                yield i, f"stands between two turns: {quoted(page.texts[i])}"


def verse(page: Page) -> Iterator[tuple[int, str]]:
    """Eight or more brief lines in a row of which a quarter end in a comma or begin in lower case.

    Why not more: menus and headlines end in no comma.
    """
    comma = (page.last == COMMA) & ~page.colon
    if np.count_nonzero(comma) < 2:
        return
    lower = page.first == LOWER
    brief = (page.words >= 1) & (page.words <= 14) & (page.letters > 0.6 * page.chars)
    comma &= brief
    if np.count_nonzero(comma) < 2:
        return
    brief[[cue.line for cue in page.cues(*_LABELS) if cue.whole]] = False
    titled = (page.capitalised > 0.6) & ~comma
    for first, last in stretches(brief & (shapes(page).separators < 2), 8):
        lines = range(first, last + 1)
        while len(lines) and titled[lines[0]]:  # the title and the poet's name
            lines = lines[1:]
        run = slice(lines.start, lines.stop)
        if len(lines) >= 8 and comma[run].mean() >= 0.15 and (comma | lower)[run].mean() >= 0.25:
            because = f"is one of {len(lines)} brief lines, of which {int(comma[run].sum())} end in a comma"
            for i in lines:
                yield i, because


def amounts(page: Page) -> Iterator[tuple[int, str]]:
    """Four or more lines in a row that begin with a quantity and a unit or a thing: ingredients.

    Why not more: numbered headlines have a stop or a capital after the number, and counters ("12 comments") count the
    same thing again and again.
    """
    s = shapes(page)
    first, last = s.core
    near = [i for i in s.numbers if first - 20 <= i <= last + 20 or (s.n <= _SHORT and not s.has_core)]
    if len(near) < 4:
        return
    others = s.cue_lines("dateline").keys() | s.dates.keys()
    sized = [i for i in near if s.sizes[i] <= 14 and s.letters[i] >= 3 and i not in others]
    counted = [i for i in sized if _COUNTED.match(s.bare(i))]
    for run in runs(counted, reach=2):
        units = {page.texts[i].split()[1 + bool(s.listed[i])].lower() for i in run if page.texts[i].count(" ") > 1}
        measured = sum(_AMOUNT.match(s.bare(i)) is not None for i in run)
        if len(run) >= 4 and len(units) >= 3 and measured >= max(3, 0.5 * len(run)):
            for i in _with_rest(page, run):
                yield i, f"is one of {len(run)} amounts: {quoted(page.texts[i])}"


def _headed(page: Page, first: int) -> int:
    """The list's heading, if a brief line stands right above its first line ("Ingredients", "Method")."""
    above = first - 1
    heading = above > 0 and page.words[above] <= 3 and page.letters[above] > 0 and not page.stopped[above]
    return above if heading and not any(cue.line == above for cue in page.cues(*_LABELS) if cue.whole) else first


def _with_rest(page: Page, run: list[int]) -> list[int]:
    """The run with its heading, and the bare ingredients in it and right after it: "Salt", "Salt and pepper"."""
    last = run[-1]
    bare = last + 1 < page.n and page.words[last + 1] <= 5 and page.gaps[last + 1] == page.gaps[last]
    more = bare and not page.count(BRACKET)[last + 1]
    return [*range(_headed(page, run[0]), last + 1 + more)]
