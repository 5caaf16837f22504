"""Who wrote it, when, and for whom: bylines, dates, sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from cleaner.characters import BRACKET
from cleaner.once import compiled
from cleaner.rules import calendar
from cleaner.rules.captions import holds_year
from cleaner.rules.groups import marked, quoted
from cleaner.rules.shapes import Shapes, shapes

if TYPE_CHECKING:
    from cleaner.features import Page
    from cleaner.features.cues import Cue

_BRACKETED = compiled(r"^[(\[（【]\s*([^()\[\]（）【】]{2,40}?)\s*[)\]）】]\.?$")
_DOMAIN = compiled(r"^(?:www\.)?[\w-]{2,40}(?:\.[\w-]{2,40}){0,2}\.[a-z]{2,12}$", re.IGNORECASE)
_SOURCE = compiled(
    r"""\W* (?: © | \(c\)\s | (?: sources? | quellen? | fuentes? | fontes? | fonti | bron | kilder? | källa | źródło
      | источник | джерело | извор | zdroj | forrás | kaynak | sumber | 出典 | 来源 | 來源 | 출처 ) \s?[:：] )
      \s? [^\W\d]""",
    re.VERBOSE | re.IGNORECASE,
)
_DIVIDED = compiled(r"\s[|·•–—/]\s")
BY = frozenset(
    ("by", "von", "par", "por", "door", "av", "af", "di", "da", "de", "od", "przez", "autor", "oleh", "bởi", "автор")
)
_REPORTER = frozenset(("记者", "記者", "文", "撰文", "作者"))
_PARTICLES = frozenset(
    ("van", "von", "der", "den", "de", "del", "da", "di", "du", "la", "le", "al", "el", "bin", "ten", "ter", "zu")
)
# With the vowel signs of scripts in which these are no letters.
_NAME_WORD = compiled(r"[^\W\d_][\w.'’\u0900-\u0dff\u0e31-\u0e4e\u0eb1-\u0ece\u102b-\u103e\u17b4-\u17d3\u200c\u200d-]*")
_AND = frozenset(("and", "und", "et", "y", "e", "og", "och", "en", "i", "и", "ve", "a"))
# "about 8 min."
_MINUTES = compiled(r"^[\s:：(~՝]*(?:[^\W\d]{1,6}\.?\s?)?\d{1,3}\s?(?:[^\d\s().]{1,12}\.?)?[\s。)]*$")
_FEW = 12  # letters before a time of day or a reading time
_INTRODUCTION = 5  # words; a line of as many before a colon says where the text below it was posted
_PARAGRAPH = 8  # words; a shorter line may be the byline once more
_NEAR = 8  # lines of a document in which a date above all sentences may be what they say


def _at_head(s: Shapes, i: int) -> bool:
    """Whether a line stands where an article's date and author stand: shortly before it, or in its first lines.

    Before an article of a few short sentences only: among them, a name or a date may be anything.
    """
    return s.opening < s.n and s.head <= i <= s.opening + (3 if s.has_core else -1)


def _at_foot(s: Shapes, i: int) -> bool:
    return s.has_core and s.core[1] < i <= s.core[1] + 3


def date_line(page: Page) -> Iterator[tuple[int, str]]:
    """A line that is a date and no more, shortly before or after the article's beginning, or right after its end.

    Why not more: dates elsewhere belong to other articles, and inside the article they may head its parts. Among a few
    lines without a sentence a date may be what they say.
    """
    s = shapes(page)
    for i in s.dates:
        if _at_head(s, i) or _at_foot(s, i) or (i < 3 and (i < s.opening < s.n or s.n > _NEAR)):
            yield i, f"is a date and no more: {quoted(page.texts[i])}"


def clock_beside_date(page: Page) -> Iterator[tuple[int, str]]:
    """A bare time of day directly beside a bare date.

    Why not more: a time without a date belongs to a newsfeed or a timetable.
    """
    s = shapes(page)
    dates = s.dates
    for i in s.clocks:
        if i - 1 in dates or i + 1 in dates:
            other = i - 1 if i - 1 in dates else i + 1
            yield i, f"is a time of day beside the date {quoted(page.texts[other])}"


def date_cue(page: Page) -> Iterator[tuple[int, str]]:
    """A brief line with a cue such as "Updated" and a date, or a reading time, near the article's beginning.

    Why not more: "Published in 2019, the book …" is a sentence; it is long and ends in a stop. "End of the meeting: 9
    pm" tells of another thing than the article. "Posted in the boatmen's forum on 4 June:" says what follows.
    """
    s = shapes(page)
    for i, cues in s.cue_lines("dateline").items():
        if s.sizes[i] > 16 or s.is_enclosed[i] or (page.colon[i] and s.sizes[i] >= _INTRODUCTION):
            continue
        if s.is_stopped[i] and not any(_is_reading_time(c, page.texts[i]) for c in cues):
            continue
        near = _at_head(s, i) or _at_foot(s, i) or not s.has_core
        if near and (calendar.holds_date(page.texts[i]) or any(_is_of_time(c, page.texts[i]) for c in cues)):
            yield i, f"speaks of when it appeared: {quoted(page.texts[i])}"


def _is_of_time(cue: Cue, text: str) -> bool:
    """Whether a cue is all of a line, or but for a number: "Reading time: 3 minutes", "today, 12:30", "Edited 9:12".

    A line that says what was at that time ("End of the meeting: 9 pm") has more words.
    """
    if cue.whole or (cue.phrase.tail and sum(map(str.isalpha, text[: cue.start])) <= _FEW):
        return True
    clock = cue.phrase.head and calendar.clock(text[cue.end :].strip(" :：")) is not None
    return clock or _is_reading_time(cue, text)


def _is_reading_time(cue: Cue, text: str) -> bool:
    return cue.phrase.head and _MINUTES.match(text[cue.end :]) is not None


def dated_credits(page: Page) -> Iterator[tuple[int, str]]:
    """A brief line near the article's beginning in which a date stands between separators ("12 May 2024 | 3 min").

    Why not more: a headline may hold a date; it has no separators.
    """
    s = shapes(page)
    for i in s.dated:
        if i >= s.opening or not _at_head(s, i) or s.sizes[i] > 20 or s.is_stopped[i] or s.is_enclosed[i]:
            continue
        text = page.texts[i]
        if _DIVIDED.search(text) and calendar.holds_date(text) and not calendar.is_date(text):
            yield i, f"holds a date between separators: {quoted(text)}"


def byline_cue(page: Page) -> Iterator[tuple[int, str]]:
    """A brief line that begins with "By", "Von", "Автор:" and the like, with a name after it.

    Why not more: a sentence may begin alike ("By Monday the water …"); a byline is brief, ends in no stop, and its
    words are names.
    """
    s = shapes(page)
    for i, cues in s.cue_lines("byline").items():
        if page.words[i] > 14 or (page.stopped[i] and page.words[i] > 6) or s.running[i]:
            continue
        place = _at_head(s, i) or _at_foot(s, i) or not s.has_core or not s.enclosed[i]
        for c in cues:
            rest = page.texts[i][c.end :].strip(" :：՝៖፦")
            if place and (c.whole or (c.phrase.head and _is_name(rest)) or c.phrase.tail):
                yield i, f"names an author: {quoted(page.texts[i])}"
                break


def byline(page: Page) -> Iterator[tuple[int, str]]:
    """A brief line of "by" and names only, in languages that say it with one word, at the article's beginning or end.

    Why not more: such words begin many sentences; here nothing may follow but two to eight names and an "and", in
    scripts without capitals one name of a few letters.
    """
    s = shapes(page)
    if s.opening == s.n:
        return
    foot = range(s.core[1] + 1, min(s.n, s.core[1] + 4)) if s.has_core else range(0)
    for i in (*range(max(0, s.opening - _NEAR), min(s.opening + 2 * s.has_core, s.n)), *foot):
        if s.sizes[i] > 12 or s.is_running[i]:
            continue
        if is_signed(page.texts[i]):
            yield i, f"names an author: {quoted(page.texts[i])}"


def is_signed(text: str) -> bool:
    """Whether a line is "by" and names, or "reporter" and a name in scripts without capitals.

    >>> is_signed("Von Hanne Diercks"), is_signed("Von der Brücke"), is_signed("记者 王小明")
    (True, False, True)
    """
    word, _, rest = text.lstrip("*+•· ").partition(" ")
    word = word.lower().strip(":：")
    return (word in BY and is_person(rest, most=8)) or (word in _REPORTER and 2 <= len(rest) <= 5 and rest.isalpha())


def _is_name(text: str) -> bool:
    """Whether most words are capitalised, or the script has no capitals; at most eight words."""
    words = [w for w in _NAME_WORD.findall(text) if len(w) > 3 or w[0] == w[0].title()]
    return 1 <= len(words) <= 10 and all(w[0] == w[0].title() for w in words)


def name_beside_date(page: Page) -> Iterator[tuple[int, str]]:
    """Two to four capitalised words beside a date line at the article's beginning: the author without "by".

    Why not more: a section's name stands there as well; it has one word, or words in lower case, or is said again on
    the page.
    """
    s = shapes(page)
    for d in s.dates:
        if not _at_head(s, d):
            continue
        for i in (d - 1, d + 1):
            if 0 <= i < s.n and page.copies[i] == 1 and not page.stopped[i] and is_person(s.bare(i)):
                yield i, f"is a name beside the date {quoted(page.texts[d])}: {quoted(page.texts[i])}"


def is_person(text: str, most: int = 4) -> bool:
    """Whether the text is two to four capitalised words (or up to `most`), not all in capitals as section names are.

    >>> is_person("Jane van Doe"), is_person("J. P. Doe-Smith"), is_person("OTHER NEWS"), is_person("Other news")
    (True, True, False, False)
    """
    words = text.replace(",", " ").replace("&", " ").split()
    if not 2 <= len(words) <= most or text.isupper():
        return False
    spelled = all(w.replace(".", "").replace("-", "").replace("’", "").isalpha() for w in words)
    named = all(w[0].isupper() or w in _PARTICLES or w in _AND or "’" in w for w in words)
    return spelled and named and words[0][0].isupper() and words[-1][0].isupper()


def source_brackets(page: Page) -> Iterator[tuple[int, str]]:
    """A line that is a name in brackets and no more, at the end of the article or said elsewhere without brackets.

    Why not more: "(laughs)" and "(continued)" stand in brackets too; a source begins with a capital or is a domain.
    """
    s = shapes(page)
    brief = (page.count(BRACKET) == 2) & (page.words <= 6) & (page.chars <= 46)
    names = {i: m[1] for i in marked(brief) if (m := _BRACKETED.match(s.bare(i)))}
    if not names:
        return
    plain = _equal(s, names.values())
    for i, name in names.items():
        said = plain.get(name.lower(), [])
        closes = (i == 0 or s.is_running[i - 1]) and s.is_outside[i]
        if said or (closes and (_DOMAIN.match(name) or (name[0].isupper() and _is_name(name)))):
            yield i, f"is {quoted(name)} in brackets" + (", which heads the page too" if said else " after the article")
        for j in said:
            yield j, f"is said again in brackets: {quoted(page.texts[i])}"


def source_below(page: Page) -> Iterator[tuple[int, str]]:
    """A brief line right after the article that begins with a copyright sign or a word for the source: the article's.

    Why not more: above and inside the article such a line is a picture's or a table's, and with a year it is a notice.
    """
    s = shapes(page)
    last = s.core[1]
    for i in range(last + 1, min(s.n, last + 4)) if s.has_core else ():
        text = page.texts[i]
        if s.sizes[i] <= _PARAGRAPH and not s.is_stopped[i] and _SOURCE.match(text) and not holds_year(text):
            yield i, f"names the source of the article above: {quoted(text)}"


def _equal(s: Shapes, names: Iterable[str]) -> dict[str, list[int]]:
    """The lines at the page's or the article's beginning that are one of these names, letter case aside."""
    lows = {name.lower() for name in names}
    found: dict[str, list[int]] = {}
    for i in sorted({*range(min(4, s.n)), *range(max(0, s.core[0] - _NEAR), min(s.n, s.core[0] + _NEAR))}):
        if (low := s.page.texts[i].lower()) in lows:
            found.setdefault(low, []).append(i)
    return found


def domain_line(page: Page) -> Iterator[tuple[int, str]]:
    """A line that is a domain and no more ("example.org"), near the article's beginning or end.

    Why not more: inside the article it may be an entry of a list of sites.
    """
    s = shapes(page)
    first, last = s.core
    lines = {*range(min(3, s.n))}
    if s.has_core:
        lines.update(range(max(0, first - _NEAR), min(first + 4, s.n)), range(last + 1, min(last + 4, s.n)))
    for i in sorted(lines):
        text = page.texts[i]
        if "." not in text or len(text) > 60 or s.letters[i] < 0.8 * len(text) or s.is_enclosed[i]:
            continue
        picture = text.lower().endswith((".jpg", ".png", ".gif", ".svg", ".webp"))
        if _DOMAIN.match(text) and not picture:
            yield i, f"is a domain and no more: {quoted(text)}"
