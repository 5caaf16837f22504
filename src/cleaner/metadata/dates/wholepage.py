"""A day held against the whole page: whether it is the only one, whether the article is older, whose it is."""

from __future__ import annotations

import re

from cleaner.metadata import authors, dates
from cleaner.metadata.dates import Order, When
from cleaner.metadata.dates.datelines import LITTLE, WORD, Line, above, beside, is_signed, is_told_of
from cleaner.metadata.dates.datewords import says
from cleaner.metadata.names import is_name
from cleaner.metadata.text import View, is_picture

_ALONE = 1.9  # score of the only day of a page
_OLDER = range(12, 36)  # months since the latest year that an older article names; what is further back is history
_YEAR = re.compile(r"(?<![0-9A-Za-z_.,$€£])(?:19|20)\d\d(?![\d%]|[.,]\d)")
_MASTHEAD = 6  # lines of a page that may hold the day of the visit
_NEVER = frozenset(("legal", "comments", "caption"))
_OTHERS = frozenset(("comments", "related", "ticker"))
_COMMENTED = frozenset(("comment", "comments"))  # names of elements


def alone(view: View, month: str, *, language: str | None, order: Order | None) -> Line | None:
    """The date of the one day that a whole page says, or says of the month of its address, and never as a change's.

    It has a line to itself above the article or in it, though not in the page's first lines, where the day of the visit
    stands; or it is anywhere with a word of publication or below a byline.
    """
    texts, (_, last) = view.document.texts, view.span
    found: list[tuple[int, When]] = []
    days = set[str]()
    for i, text in enumerate(texts):
        every = dates.scan(text, language=language, order=order)
        whens = [when for when in every if not month or (when.day or "").startswith(month)]
        found += [(i, when) for when in whens]
        days.update(when.day for when in whens if when.day)
        if len(days) > 1 or (whens and says("updated", f"{above(texts, i)} {text}")):
            return None
    for i, when in [one for one in found if one[1].day] or found:
        if beside(texts[i], when) >= LITTLE:
            continue
        before = texts[i][: when.start]
        told = says("published", f"{above(texts, i)} {before}") or _is_below_byline(view, i)
        placed = _MASTHEAD <= i <= last and (not WORD.search(before) or is_signed(view, i, when))
        other = view.labels[i] in _NEVER or says("event", before) or is_picture(texts[i]) or is_told_of(view, i, when)
        if (told or placed) and not other:
            return Line(when, i, _ALONE, updated=False)
    return None


def seems_renewed(view: View, found: Line) -> bool:
    """Whether an article seems to be older than the day that its page shows, which is then that of the last change.

    So it seems if the article names years of late, but none of the year before that day; unless the date stands with a
    byline or a name, a reading time or a word of publication, or has its time, as newsrooms give it. Of such dates 15
    in 47 were wrong, of others one in twenty-five.
    """
    text, day = view.document.texts[found.index], found.when.day or ""
    if found.when.timed or says("published", f"{above(view.document.texts, found.index)} {text}"):
        return False
    year = int(day[:4])
    latest = max((int(named) for named in _YEAR.findall(view.text) if int(named) <= year + 1), default=0)
    months = 12 * (year - latest - 1) + int(day[5:7])  # since the end of the latest year that it names
    signed = is_signed(view, found.index, found.when) or _is_below_byline(view, found.index) or authors.signed(text)
    return months in _OLDER and not (signed or _is_beside_name(view, found.index))


def is_of_others(view: View, when: When, *, language: str | None, order: Order | None) -> bool:
    """Whether a page shows a day, but only on lines of its comments and of other articles.

    Why not on any line below the article: many a page says there when it was published or changed.
    """
    said = (dates.scan(text, language=language, order=order) for text in view.document.texts)
    lines = [i for i, whens in enumerate(said) if any(found.day == when.day for found in whens)]
    return bool(lines) and all(view.labels[i] in _OTHERS or _is_commented(view, i) for i in lines)


def _is_commented(view: View, i: int) -> bool:
    """Whether the elements around a line below the article are called comments."""
    dom = view.document.dom
    return dom is not None and i > view.span[1] and not _COMMENTED.isdisjoint(dom.tokens[i])


def _is_beside_name(view: View, i: int) -> bool:
    """Whether a name has a line to itself right above or below a line, or below the picture that follows it."""
    texts = view.document.texts
    below = i + 2 if i + 1 < len(texts) and is_picture(texts[i + 1]) else i + 1
    return any(is_name(texts[j]) for j in (i - 1, below) if 0 <= j < len(texts))


def _is_below_byline(view: View, i: int) -> bool:
    """Whether the line above a line, or the two above it, say who wrote."""
    texts = view.document.texts
    if i > 0 and view.introduced(i - 1):
        return True
    return i > 1 and authors.is_cue(texts[i - 2]) and bool(authors.in_line(texts[i - 1], labelled=True))
