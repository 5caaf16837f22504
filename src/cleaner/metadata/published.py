"""When an article was published and last changed: what the page declares, what its lines say, what its address says.

A declared date is believed first. But a re-saved page declares the day of its saving, so an earlier date under the
headline is believed before it. `datelines` finds the dates on lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from cleaner.metadata import datelines, dates, dayorder, wholepage
from cleaner.metadata.datelines import SAID, Line
from cleaner.metadata.dates import Order, When
from cleaner.metadata.filed import in_url, month_in_url, year_in_url
from cleaner.metadata.page import DATED, MODIFIED, PUBLISHED, Page
from cleaner.metadata.text import View
from cleaner.model import Field

_LEAST = {"html": 1.5, "text": 1.9}  # score of a date that is believed; text has nothing else to check it with
_RIVAL = 1.5  # score of another date that makes it doubtful
_SURE = 2.1  # score of a date that is believed before a declared one
_LOCAL = len("2025-07-10T13:06:00")  # a moment of the publisher's own clock
_CONTESTED = 0.65  # confidence of a declared date when the page shows a later one


@dataclass(frozen=True, slots=True)
class Dates:
    """What was found: each a field or None. `ambiguous` tells that a date has two readings and none was taken."""

    published: Field | None = None
    raw: Field | None = None
    modified: Field | None = None
    ambiguous: bool = False


def find(
    view: View, page: Page | None, headline: int | None, *, url: str | None, language: str | None, crawled: str | None
) -> Dates:
    """Find the dates of an article.

    Args:
        view: the lines and their labels.
        page: what an HTML page declares.
        headline: index of the title's line.
        url: the address, whose path may hold the day.
        language: of the text, as it decides the names of months and the order of numbers.
        crawled: the day of fetching, `YYYY-MM-DD`; no later day is believed.
    """
    order, timed = dayorder.expected(page, url, language), _time_element(page)
    lines = datelines.in_lines(view, headline, language=language, order=order)
    if other := dayorder.shown(view, lines, [timed, in_url(url or "")], order):
        order = other
        lines = datelines.in_lines(view, headline, language=language, order=order)
    shown = "visible" if page else "text"
    modified = published = raw = None
    ambiguous = False
    if page:
        modified, _ = _declared(page, "dateModified", MODIFIED, language, order, crawled)
        published, raw = _declared(page, "datePublished", PUBLISHED, language, order, crawled)
    if published is None:
        best, sure = _likeliest(view, page, lines, url=url, language=language, order=order, crawled=crawled)
        dated = _declared(page, "", DATED, language, order, crawled) if page else (None, None)
        if dated[0] and (best is None or best.score < _SURE):
            published, raw = dated
        elif best is None:
            strange = timed is not None and wholepage.is_of_others(view, timed, language=language, order=order)
            published, raw = _elsewhere(None if strange else timed, url, crawled)
        elif best.when.value is None:
            published, raw = _resolved(best, _elsewhere(timed, url, crawled), shown, view.number(best.index))
            ambiguous = published is None
        else:
            published, raw = _fields(best.when, shown, sure, view.number(best.index))
    elif local := _local(lines, str(published.value), url):
        published, raw = _fields(local.when, shown, 0.75, view.number(local.index))
    elif earlier := _earlier(lines, str(published.value), page, crawled):
        published, raw = _fields(earlier.when, shown, 0.75, view.number(earlier.index))
    elif later := _later(lines, str(published.value)):
        changed = str(modified.value) if modified else None
        if changed and abs(_apart(changed, later)) > 1 and believable(later.when, crawled):
            published, raw = _fields(later.when, shown, _CONTESTED, view.number(later.index))
        else:
            published = replace(published, confidence=_CONTESTED)
    late = next((d for d in lines if d.updated and believable(d.when, crawled)), None)
    if late is not None:
        modified = modified or _fields(late.when, shown, 0.6, view.number(late.index))[0]
        if page and published is None and not ambiguous and late.score > -0.5:  # the only date that the page gives
            published, raw = _fields(late.when, shown, 0.4, view.number(late.index))
    if published and modified and str(modified.value)[:10] < str(published.value)[:10]:
        modified = None  # nothing is changed before it is there
    return Dates(published, raw, modified, ambiguous)


def _likeliest(
    view: View,
    page: Page | None,
    lines: Sequence[Line],
    *,
    url: str | None,
    language: str | None,
    order: Order | None,
    crawled: str | None,
) -> tuple[Line | None, float]:
    """The likeliest date on a line, else the only day that the page says, and how sure it is.

    A text has nothing else to hold it against but its address and the years that the article names.
    """
    best, sure = _best(lines, view.document.kind, url, page, crawled)
    alone = page is None and in_url(url or "") is None
    if best and best.when.day and alone and wholepage.seems_renewed(view, best):
        return None, 0.0
    month = month_in_url(url or "") or ""
    if best is None and (only := wholepage.alone(view, month, language=language, order=order)):
        best, sure = _best([only], view.document.kind, url, page, crawled)
    return best, sure


def _resolved(
    best: Line, other: tuple[Field | None, Field | None], shown: str, line: int | None
) -> tuple[Field | None, Field | None]:
    """A date of two readings, read as a time element or the address says, if either is one of them."""
    published, raw = other
    numbers = sorted(int(n) for n in re.findall(r"\d+", best.when.raw)[:2])
    if published and sorted(int(n) for n in str(published.value)[5:10].split("-")) == numbers:
        return published, raw
    return None, Field(best.when.raw, shown, 0.5, line=line)


def believable(when: When, crawled: str | None, *, insisted: bool = False) -> bool:
    """Whether a date can be an article's: it has one reading, the Web existed, and it is not after the crawl.

    >>> [believable(next(dates.scan(d)), "2025-07-11") for d in ("10 July 2025", "12 July 2025", "10 July 1959")]
    [True, False, False]
    >>> believable(next(dates.scan("10 July 1959")), None, insisted=True)
    True
    """
    if when.day is None or (crawled and when.day > crawled):
        return False
    return int(when.day[:4]) >= dates.EARLIEST or insisted


def _fields(
    when: When, source: str, sure: float, line: int | None = None, path: str | None = None
) -> tuple[Field, Field]:
    """The date and its words as fields."""
    return (
        Field(when.value, source, round(sure, 2), line=line, path=path),
        Field(when.raw, source, 1.0, line=line, path=path),
    )


def _declared(
    page: Page, prop: str, metas: tuple[str, ...], language: str | None, order: Order | None, crawled: str | None
) -> tuple[Field | None, Field | None]:
    """The best date that a property or meta element declares; one before the Web only if it is said twice.

    A meta name with several days is microdata of other articles, and what was renewed at the last change gives way to
    an earlier day.
    """
    found = [(path, dates.machine(raw, language=language, order=order)) for path, raw in page.dates(prop, metas)]
    seen = [(path, when) for path, when in found if when is not None]
    days = [when.day for _, when in seen]
    several = {path for path, _ in seen if path.startswith("meta/") and len({w.day for p, w in seen if p == path}) > 2}
    seen = [(path, when) for path, when in seen if path not in several]
    if prop == "datePublished" and (renewed := _renewed(page, seen)):
        seen = [(path, when) for path, when in seen if when.value != renewed]
    for path, when in seen:
        agreed = days.count(when.day) > 1
        if believable(when, crawled, insisted=agreed):
            return _fields(when, path.split("/")[0], 0.97 if agreed else 0.9, path=path)
    return None, None


def _renewed(page: Page, seen: Sequence[tuple[str, When]]) -> str | None:
    """The first declared moment of publication, if it is also that of the last change and another day is earlier."""
    first = seen[0][1] if seen else None
    if first is None or not first.timed or min(when.day or "" for _, when in seen) >= (first.day or ""):
        return None
    changes = (dates.machine(raw) for _, raw in page.dates("dateModified", MODIFIED))
    return first.value if any(when and when.value == first.value for when in changes) else None


def _best(
    lines: Sequence[Line], kind: str, url: str | None, page: Page | None, crawled: str | None
) -> tuple[Line | None, float]:
    """The likeliest date on a line, which may have two readings, and how sure it is."""
    days = [d.when.day for d in lines]
    filed = in_url(url or "")
    others = {w.day for w in (filed, _time_element(page)) if w}
    for d in lines:
        agrees = d.when.day in others
        if d.updated or d.score + (1.5 if agrees else 0.0) < _LEAST[kind] or _is_refuted(d, lines, filed, url or ""):
            continue
        if d.when.value is None:
            return d, 0.5
        if believable(d.when, crawled, insisted=days.count(d.when.day) > 1):
            likely = (e for e in lines if not e.updated and e.score >= _RIVAL and d.score - e.score < 1)
            rivals = [e for e in likely if e.heads >= d.heads and believable(e.when, crawled)]
            chosen = _told_apart(d, rivals, elsewhere=kind == "text" and not agrees)
            return chosen, 0.0 if chosen is None else 0.9 if agrees else min(0.85, 0.5 + 0.1 * d.score)
    return None, 0.0


def _is_refuted(found: Line, lines: Sequence[Line], filed: When | None, url: str) -> bool:
    """Whether the address files the article under another day, which is more than a time zone away or not alone, or
    under a month or a year in which nothing within a time zone of the day is.
    """
    if found.when.day is None:
        return False
    if filed is None or filed.day is None:
        day = date.fromisoformat(found.when.day)
        near = [(day + timedelta(days=days)).isoformat() for days in (-1, 0, 1)]
        folder = month_in_url(url) or str(year_in_url(url) or "")
        return not any(other.startswith(folder) for other in near)
    if found.when.day == filed.day:
        return False
    alone = all(line.updated or line.when.day == found.when.day for line in lines)
    return not alone or abs(_apart(filed.day, found)) > 1


def _told_apart(best: Line, rivals: Sequence[Line], *, elsewhere: bool) -> Line | None:
    """The best date among those as likely: of dates side by side the later is a change's.

    None where `elsewhere`, further off, another day is as likely: those are dates of two articles.
    """
    beside = [e for e in rivals if abs(e.index - best.index) <= 2]
    if elsewhere and any(e.when.day != best.when.day for e in rivals if e not in beside):
        return None
    return min((best, *beside), key=lambda e: e.when.day or "")


def _elsewhere(timed: When | None, url: str | None, crawled: str | None) -> tuple[Field | None, Field | None]:
    """The date of a time element, else the address's."""
    filed = in_url(url or "")
    if timed and believable(timed, crawled):
        return _fields(timed, "visible", 0.6, path="time/@datetime")
    if filed and believable(filed, crawled):
        return _fields(filed, "url", 0.6)
    return None, None


def _time_element(page: Page | None) -> When | None:
    """The first time element that holds a date."""
    times = page.head.times[:3] if page else ()
    return next((w for w in map(dates.machine, times) if w and w.value), None)


def _local(lines: Sequence[Line], declared: str, url: str | None) -> Line | None:
    """The date on a line that is the day before or after a moment declared in Greenwich's time, and that the address
    says too: the publisher's own day, which some templates declare in that time alone.
    """
    best, filed = _standing(lines), in_url(url or "")
    same = best is not None and filed is not None and filed.day == best.when.day
    return best if same and best and declared.endswith("+00:00") and abs(_apart(declared, best)) == 1 else None


def _earlier(lines: Sequence[Line], declared: str, page: Page | None, crawled: str | None) -> Line | None:
    """The date under the headline where it is earlier than the declared one, which a later save renewed; be it that of
    a change, as nothing is changed before it is there.

    A day's difference is a time zone's on a news page, unless its moment is of the publisher's own clock, and where the
    declared moment is one of the night in Greenwich.
    """
    best = _standing(lines) or _standing([_as_published(line) for line in lines])
    if best is None or not believable(best.when, crawled):
        return None
    apart = _apart(declared, best)
    zoned = declared.endswith("+00:00") and "T00:00:01" <= declared[10:19] < "T12"
    local = len(declared) == _LOCAL
    return best if apart > 1 or (apart == 1 and page is not None and not zoned and (local or not page.news)) else None


def _as_published(line: Line) -> Line:
    """A date as if no word beside it said that it is a change's."""
    return replace(line, updated=False, score=line.score - SAID["updated"]) if line.updated else line


def _later(lines: Sequence[Line], declared: str) -> Line | None:
    """A later day than the declared one that the page shows, without a word that says that it is of a change.

    Most of those are the declared day of the last change; what is not is the day on which the article came out again.
    """
    best = _standing(lines)
    return best if best is not None and _apart(declared, best) < -1 else None


def _standing(lines: Sequence[Line]) -> Line | None:
    """The likeliest date on a line, if it is sure enough to be held against a declared one."""
    best = next((d for d in lines if not d.updated), None)
    return best if best and best.score >= _SURE and best.when.day else None


def _apart(declared: str, shown: Line) -> int:
    """Days from a date on a line to the declared one."""
    return (date.fromisoformat(declared[:10]) - date.fromisoformat(shown.when.day or "")).days
