"""Lines of articles that are no sentences: code, tables, numbered steps, amounts of what is needed.

Pages full of them are too rare among those that the tables were fitted on for a fit to weigh these rules, so their
votes add to what the tables say (see `rules.APART`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleaner.characters import BRACKET, COMMA, DIGIT, IDEOGRAPH, OTHER, QUOTE, SEPARATOR, UNCASED
from cleaner.once import compiled
from cleaner.rules.groups import marked, quoted, runs
from cleaner.rules.plumbing import scripts
from cleaner.rules.shapes import Shapes, shapes

if TYPE_CHECKING:
    from cleaner.features import Page

_CODE = compiled(
    r"""^ (?: [$#>%] \s \S | >>> \s | </? \w+ [^<>]* > $ | \# \s? include
        | (?:import|from) \s [\w.]+ (?:\s import \s .*)? $
        | (?: def | class | for | while | if | elif | with | try | return | func | function | fn | const | let | var
            | public | private | static | int | void | package | use | struct | print | echo
            | SELECT | INSERT | UPDATE | CREATE ) \b (?: .* [(){};:=]+ \s* $ | .* \( .* \) )
        | [\w.\[\]"'*&]+ (?![\w.]) \s? (?: [-+*/|&]?= | := | <- | -> | =>) \s? \S
        | [\w.]+ \( .* \) \s* [;:{]? $ | [\]})]+ [;,]? $ | [\w-]+ : \s? [\[{|"'] )""",
    re.VERBOSE,
)
_OPENED = frozenset("[{|\"'")
_COLUMN = compiled(r"\s*[|\t¦]\s*|\s{3,}")
_CELL = compiled(r"\s*[|\t¦]\s*|(?<=\S)[ \xa0]{2,}(?=\S)")
_ITEM = compiled(r"\W*(?:\d{1,2}[.)]?)?")  # a list's marker or number
_FIELD = compiled(r"\[[\s_]{2,}|\([ _]?\)")  # to fill in, or to tick
_CELLS = 40  # words of a row
_DIGIT = compiled(r"\d")
_STEP = compiled(r"^\W*(?P<number>\d{1,2})\s?[.):]\s+(?=\w)")
_AMOUNT = compiled(r"^\W*(?:\d+(?:[.,/]\d+)?|[½⅓¼¾⅔])\s?[½⅓¼¾⅔]?(?:[-–]\s?\d+\s?)?[^\W\dA-ZА-ЯÀ-ÞΑ-Ω_]")
_COUNTED = compiled(r"^\W*(?:\d+(?:[.,/]\d+)?|[½⅓¼¾⅔])\s?[½⅓¼¾⅔]?(?:[-–]\s?\d+\s?)?[^\W\d_]")
_UNITS = r"""(?:
    k?g | m[gl] | [cd]?l | cc | ㎖ | г | кг | мл | л | шт | ст\.?\s?л | ч\.?\s?л | عدد | پیمانه | قاشق
    | चम्मच | कप | ग्राम | কাপ | চা\ চামচ | ถ้วย(?:ตวง)? | ช้อน(?:โต๊ะ|ชา) | กรัม | ฟอง
    | 公?[克斤] | 毫?升 | [大小茶湯汤]?匙 | [勺杯碗个個颗顆只隻片块塊根条條瓣把张張枚本束丁]
    | [缶袋株房合玉節滴]
    | 切れ | かけら? | パック | カップ | 人分
    | [개컵장대쪽모줌] | 큰술 | 작은술 | 스푼 | 숟갈 | 마리 | 그램 | 인분 )"""
_MEASURED = compiled(
    rf"""[\s\w)）…:：・･｜|–-] (?: [\d½⅓¼¾⅔一二三四五六半两兩] [\d.,/／½¼～~–-]* \s? {_UNITS} [強弱半]?
        | (?: [大小]さじ | カップ | [大小]匙 | \w큰술 ) \s? [\d½¼] [\d./／½¼～~]*
        | 適量 | 适量 | 少々 | 少许 | 少許 | 약간 | 적당량 | 조금 ) (?: \s? [（(] [^（）()]+ [）)] )? [.。]? $""",
    re.VERBOSE,
)
_NO_UNIT = frozenset("abdefhijkmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!?:,;%")  # that end no measure
_MEASURE = 120  # characters that one may have, with what is in brackets behind it
_BESIDE = 2  # lines from a paragraph to a table: its heading
_SAID_ABOVE = 3  # lines above a table that say what it lists
_SHORT = 60  # lines; where no more stand on a page without paragraphs, amounts may be what it is about


def code_lines(page: Page) -> Iterator[tuple[int, str]]:
    """Three or more lines of program code or shell commands, with the brief lines between them.

    Why not more: addresses and prices have brackets and signs too; they are not three in a row that parse as code. A
    page's own scripts are none of the article's.
    """
    near = [run for run in runs(_signed(page), reach=2) if len(run) >= 3]
    codelike = [i for run in near for i in run if page.texts[i][-1] in ";{}" or _CODE.match(page.texts[i])]
    if codelike and (theirs := set(shapes(page).once(scripts))):
        codelike = [i for i in codelike if i not in theirs]
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
    likely |= ((last == ord(";")) & ~page.question) | (last == ord(":"))  # Greek asks with a semicolon
    said = (page.count(QUOTE) > 0) & (page.count(COMMA) > 0) & ~likely
    likely[[i for i in marked(said) if _is_valued(texts[i])]] = True
    return marked(likely)


def _is_valued(text: str) -> bool:
    """Whether a quotation follows the line's first colon."""
    colon = text.find(":")
    return colon > 0 and not _OPENED.isdisjoint(text[colon + 1 : colon + 3])


def table_rows(page: Page) -> Iterator[tuple[int, str]]:
    """Three or more lines in a row of as many columns, of which at least one holds a number in most rows.

    In a table of a page of HTML two columns are enough, if their cells are no links. Why not more: menus between bars
    have no numbers, and a row alone is a menu or a byline.
    """
    if not page.holds("|") and not page.holds("¦"):
        return
    barred = [i for i in marked(shapes(page).separators >= 1) if "|" in page.texts[i] or "¦" in page.texts[i]]
    for run in runs(barred):
        rows = {i: _COLUMN.split(page.texts[i].strip(" |¦")) for i in run}
        width, times = Counter(map(len, rows.values())).most_common(1)[0]
        alike = [i for i in run if len(rows[i]) == width]
        numbered = sum(any(map(_DIGIT.search, rows[i])) for i in alike)
        least = 2 if _is_table(page, alike) else 3
        if width < least or times < 3 or numbered < 0.6 * times or len({page.texts[i] for i in alike}) < times:
            continue
        for i in alike:
            yield i, f"is one of {times} rows of {width} columns: {quoted(page.texts[i])}"


def _is_table(page: Page, lines: list[int]) -> bool:
    """Whether lines are rows of a table that holds no links."""
    dom = page.document.dom
    return dom is not None and all(dom.tag[i] == "tr" and dom.link_density[i] <= 0.5 for i in lines)


def columned_rows(page: Page) -> Iterator[tuple[int, str]]:
    """Three or more lines in a row of the article that a text parts into columns by tabs, bars or aligned blanks.

    So text renderers write tables; reading folds the blanks. Why not more: outside the article stand programmes, prices
    and results of others; a form has fields to fill in, a list its marker before a tab, and what cookies store, or who
    took which picture, is told in tables, too.
    """
    s = shapes(page)
    if page.document.kind != "text":
        return
    below = range(s.opening + 1, s.n)
    rows = {i: row for i in below if s.sizes[i] <= _CELLS and (row := _row(page, i))}
    for run in runs(rows, reach=2):
        alike = _aligned(rows, run)
        if len(alike) < 3 or len({page.texts[i] for i in alike}) < len(alike) or not _is_among(s, run):
            continue
        said = " ".join(page.lowered[max(0, run[0] - _SAID_ABOVE) : run[-1] + 1])
        if "cookie" in said or "©" in said:
            continue
        for i in range(_headed(page, run[0]), run[-1] + 1):
            yield i, f"is one of {len(alike)} rows of a table: {quoted(page.texts[i])}"


def _is_among(s: Shapes, run: list[int]) -> bool:
    """Whether lines stand in the article's core, or right below or above running text."""
    beside = s.is_running[run[0] - _BESIDE : run[0]] + s.is_running[run[-1] + 1 : run[-1] + 1 + _BESIDE]
    return s.core[0] < run[0] <= s.core[1] or any(beside)


def _row(page: Page, i: int) -> str:
    """A line as it was written, if it has columns; else nothing."""
    start, end = page.document.spans[i]
    raw = page.document.text[start:end].strip(" |¦\t")
    if not ("  " in raw or "\t" in raw or "|" in raw or "¦" in raw) or "\n" in raw or _FIELD.search(raw):
        return ""
    parted = _CELL.search(raw)
    return raw if parted and not _ITEM.fullmatch(raw[: parted.start()]) else ""


def _aligned(rows: dict[int, str], run: list[int]) -> list[int]:
    """The rows of a run with as many cells as most, or those that have a cell where the second of most begins."""
    widths = {i: len(_CELL.split(rows[i])) for i in run}
    width = Counter(widths.values()).most_common(1)[0][0]
    at = Counter([found.end() for i in run if (found := _CELL.search(rows[i]))]).most_common(1)[0][0]
    alike = [i for i in run if widths[i] == width]
    below = [i for i in run if rows[i][at - 1 : at].isspace() and rows[i][at : at + 1].strip()]
    return max(alike, below, key=len)


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


def measured_things(page: Page) -> Iterator[tuple[int, str]]:
    """Four or more brief lines in a row of a thing and how much of it: "菜の花…1束", "간장 2큰술", "мука - 200 г".

    Why not more: what ends in a number without a measure counts votes, comments or points.
    """
    s = shapes(page)
    first, last = s.core if s.has_core else (0, s.n if s.n <= _SHORT else 0)
    near = slice(max(0, first - 20), min(s.n, last + 21))
    told = (page.count(DIGIT) > 0) | (page.count(IDEOGRAPH) > 0) | (page.count(UNCASED) > 0)
    brief = marked((told & (page.words <= 14) & ~s.running)[near])
    ended = [i for i in (at + near.start for at in brief) if page.texts[i][-1] not in _NO_UNIT]
    likely = [i for run in runs(ended, reach=2) if len(run) >= 4 for i in run]
    measured = [i for i in likely if _MEASURED.search(page.texts[i][-_MEASURE:])]
    for run in runs(measured, reach=2):
        if len(run) >= 4 and len({page.texts[i] for i in run}) == len(run):
            for i in range(_headed(page, run[0]), run[-1] + 1):
                yield i, f"is one of {len(run)} things with a measure: {quoted(page.texts[i])}"


def _headed(page: Page, first: int) -> int:
    """The list's heading, if a brief line stands right above its first line ("Ingredients", "Method")."""
    above = first - 1
    heading = above > 0 and page.words[above] <= 4 and page.letters[above] > 0 and not page.stopped[above]
    return above if heading and above not in shapes(page).labels else first


def _with_rest(page: Page, run: list[int]) -> list[int]:
    """The run with its heading, and the bare ingredients in it and right after it: "Salt", "Salt and pepper"."""
    last = run[-1]
    bare = last + 1 < page.n and page.words[last + 1] <= 5 and page.gaps[last + 1] == page.gaps[last]
    more = bare and not page.count(BRACKET)[last + 1]
    return [*range(_headed(page, run[0]), last + 1 + more)]
