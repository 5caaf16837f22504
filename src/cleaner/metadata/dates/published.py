"""When an article was published and last changed: what the page declares, what its lines say, what its address says.

A declared date is believed first. But a re-saved page declares the day of its saving, so an earlier date under the
headline is believed before it. `datelines` finds the dates on lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from cleaner.metadata.dates import datelines, dayorder, wholepage
from cleaner.metadata.dates.datelines import SAID, Line
from cleaner.metadata.dates.declareddates import Declared, fields
from cleaner.metadata.dates.filed import month_in_url, year_in_url
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
    known = Declared(page, url or "", language, dayorder.expected(page, url, language), crawled)
    lines = datelines.in_lines(view, headline, language=language, order=known.order)
    if other := dayorder.shown(view, lines, [known.timed, known.filed], known.order):
        known = replace(known, order=other)
        lines = datelines.in_lines(view, headline, language=language, order=other)
    shown = "visible" if page else "text"
    ambiguous = False
    modified, _ = known.best("dateModified", MODIFIED)
    published, raw = known.best("datePublished", PUBLISHED)
    if published is None:
        published, raw, ambiguous = _undeclared(view, known, lines, shown)
    else:
        published, raw = _checked(view, known, lines, published, raw, modified)
    late = next((d for d in lines if d.updated and known.believes(d.when)), None)
    if late is not None:
        modified = modified or fields(late.when, shown, 0.6, view.number(late.index))[0]
        if page and published is None and not ambiguous and late.score > -0.5:  # the only date that the page gives
            published, raw = fields(late.when, shown, 0.4, view.number(late.index))
    if published and modified and str(modified.value)[:10] < str(published.value)[:10]:
        modified = None  # nothing is changed before it is there
    return Dates(published, raw, modified, ambiguous)


def _undeclared(
    view: View, known: Declared, lines: Sequence[Line], shown: str
) -> tuple[Field | None, Field | None, bool]:
    """The date of an article that declares none, its words, and whether it has two readings, of which none was taken.

    A sure line is believed first, then a declared date of which nobody says whether it is of a change, a likely line, a
    time element, and the address.
    """
    best, sure = _likeliest(view, known, lines)
    dated = known.best("", DATED)
    if dated[0] and (best is None or best.score < _SURE):
        return *dated, False
    if best is None:
        timed = known.timed
        strange = timed and wholepage.is_of_others(view, timed, language=known.language, order=known.order)
        return *known.elsewhere(None if strange else timed), False
    if best.when.value is None:
        published, raw = _resolved(best, known.elsewhere(known.timed), shown, view.number(best.index))
        return published, raw, published is None
    return *fields(best.when, shown, sure, view.number(best.index)), False


def _checked(
    view: View, known: Declared, lines: Sequence[Line], published: Field, raw: Field | None, modified: Field | None
) -> tuple[Field, Field | None]:
    """The declared date and its words, or those of a line that shows when the article came out otherwise."""
    declared = str(published.value)
    if own := _local(lines, declared, known) or _earlier(lines, declared, known):
        return fields(own.when, "visible", 0.75, view.number(own.index))
    later = _later(lines, declared)
    if later is None:
        return published, raw
    changed = str(modified.value) if modified else None
    if changed and abs(_apart(changed, later)) > 1 and known.believes(later.when):
        return fields(later.when, "visible", _CONTESTED, view.number(later.index))
    return replace(published, confidence=_CONTESTED), raw


def _likeliest(view: View, known: Declared, lines: Sequence[Line]) -> tuple[Line | None, float]:
    """The likeliest date on a line, else the only day that the page says, and how sure it is.

    A text has nothing else to hold it against but its address and the years that the article names.
    """
    best, sure = _best(lines, view.document.kind, known)
    alone = known.page is None and known.filed is None
    if best and best.when.day and alone and wholepage.seems_renewed(view, best):
        return None, 0.0
    month = month_in_url(known.url) or ""
    if best is None and (only := wholepage.alone(view, month, language=known.language, order=known.order)):
        best, sure = _best([only], view.document.kind, known)
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


def _best(lines: Sequence[Line], kind: str, known: Declared) -> tuple[Line | None, float]:
    """The likeliest date on a line, which may have two readings, and how sure it is."""
    days = [d.when.day for d in lines]
    others = {w.day for w in (known.filed, known.timed) if w}
    for d in lines:
        agrees = d.when.day in others
        if d.updated or d.score + (1.5 if agrees else 0.0) < _LEAST[kind] or _is_refuted(d, lines, known):
            continue
        if d.when.value is None:
            return d, 0.5
        if known.believes(d.when, insisted=days.count(d.when.day) > 1):
            likely = (e for e in lines if not e.updated and e.score >= _RIVAL and d.score - e.score < 1)
            rivals = [e for e in likely if e.heads >= d.heads and known.believes(e.when)]
            chosen = _told_apart(d, rivals, elsewhere=kind == "text" and not agrees)
            return chosen, 0.0 if chosen is None else 0.9 if agrees else min(0.85, 0.5 + 0.1 * d.score)
    return None, 0.0


def _is_refuted(found: Line, lines: Sequence[Line], known: Declared) -> bool:
    """Whether the address files the article under another day, which is more than a time zone away or not alone, or
    under a month or a year in which nothing within a time zone of the day is.
    """
    filed = known.filed
    if found.when.day is None:
        return False
    if filed is None or filed.day is None:
        day = date.fromisoformat(found.when.day)
        near = [(day + timedelta(days=days)).isoformat() for days in (-1, 0, 1)]
        folder = month_in_url(known.url) or str(year_in_url(known.url) or "")
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


def _local(lines: Sequence[Line], declared: str, known: Declared) -> Line | None:
    """The date on a line that is the day before or after a moment declared in Greenwich's time, and that the address
    says too: the publisher's own day, which some templates declare in that time alone.
    """
    best, filed = _standing(lines), known.filed
    same = best is not None and filed is not None and filed.day == best.when.day
    return best if same and best and declared.endswith("+00:00") and abs(_apart(declared, best)) == 1 else None


def _earlier(lines: Sequence[Line], declared: str, known: Declared) -> Line | None:
    """The date under the headline where it is earlier than the declared one, which a later save renewed.

    Even one that is said to be of a change counts, as nothing is changed before it is there.

    A day's difference is a time zone's on a news page, unless its moment is of the publisher's own clock, and where the
    declared moment is one of the night in Greenwich.
    """
    best = _standing(lines) or _standing([_as_published(line) for line in lines])
    if best is None or not known.believes(best.when):
        return None
    apart = _apart(declared, best)
    zoned = declared.endswith("+00:00") and "T00:00:01" <= declared[10:19] < "T12"
    local = len(declared) == _LOCAL
    day = known.page is not None and not zoned and (local or not known.page.news)
    return best if apart > 1 or (apart == 1 and day) else None


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
