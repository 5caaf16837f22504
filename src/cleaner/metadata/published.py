"""When an article was published and last changed: what the page declares, what its lines say, what its address says.

A declared date is believed first. But a re-saved page declares the day of its saving, so an earlier date under the
headline is believed before it. In lines a date counts by its label, the words beside it and its distance from the
headline; dates of captions, related headlines and copyright lines do not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import islice
from pathlib import Path

from cleaner.metadata import authors, dates
from cleaner.metadata.dates import Order, When
from cleaner.metadata.page import DATED, MODIFIED, PUBLISHED, Page, host_of
from cleaner.metadata.text import AFTER, View, is_picture
from cleaner.model import KEPT, Field

_ABOVE, _BELOW = 12, 14  # lines around headline and beginning where a dateline stands
_BETWEEN = 60  # lines between headline and beginning that are all looked at
_CONTEXT = 30  # characters before a date in which a word may say what it is
_LABELLED = 60  # lines labelled date or byline; more are a list of other articles
_TOLD = 60  # characters; a line that says when its article was published says little else
_LITTLE = 30  # characters; so much may stand beside the date that a line is about
_CREDIT = 120  # characters; a line of byline and date is hardly longer
_READING_TIME = re.compile(
    r"\b\d{1,2}\W?(?:min(?:ute[sn]?)?|minuti|minutos|мин)\b\.?(?:\s(?:de\s)?\w{3,12})?", re.IGNORECASE
)
_DATE_TOKENS = frozenset(("date", "dateline", "datepublished", "pubdate", "published", "timestamp"))
_ELSEWHERE = frozenset(("related", "ticker", "comments", "legal", "advert"))
_LEAST = {"html": 1.5, "text": 1.9}  # score of a date that is believed; text has nothing else to check it with
_SURE = 2.1  # score of a date that is believed before a declared one
_NATIONAL = re.compile(r"\.(uk|au|nz|za|ie|in|ng|ke|my|sg|na|ls)$")  # countries that write English and the day first


@dataclass(frozen=True, slots=True)
class Dates:
    """What was found: each a field or None. `ambiguous` tells that a date has two readings and none was taken."""

    published: Field | None = None
    raw: Field | None = None
    modified: Field | None = None
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A date on a line: how likely it is the article's, and whether its words say that it is a change's."""

    when: When
    index: int
    score: float
    updated: bool


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
    order = order_for(page, url, language)
    lines = in_lines(view, headline, language=language, order=order)
    shown = "visible" if page else "text"
    modified = published = raw = None
    ambiguous = False
    if page:
        modified, _ = _declared(page, "dateModified", MODIFIED, language, order, crawled)
        published, raw = _declared(page, "datePublished", PUBLISHED, language, order, crawled)
    if published is None:
        best, sure = _best(lines, view.document.kind, url, page, crawled)
        dated = _declared(page, "", DATED, language, order, crawled) if page else (None, None)
        if dated[0] and (best is None or best.score < _SURE):
            published, raw = dated
        elif best is None:
            published, raw = _elsewhere(page, url, crawled)
        elif best.when.value is None:
            published, raw = _resolved(best, _elsewhere(page, url, crawled), shown, view.number(best.index))
            ambiguous = published is None
        else:
            published, raw = _fields(best.when, shown, sure, view.number(best.index))
    elif earlier := _earlier(lines, str(published.value), page, crawled):
        published, raw = _fields(earlier.when, shown, 0.75, view.number(earlier.index))
    late = next((d for d in lines if d.updated and believable(d.when, crawled)), None)
    if late is not None:
        modified = modified or _fields(late.when, shown, 0.6, view.number(late.index))[0]
        if page and published is None and not ambiguous and late.score > -0.5:  # the only date that the page gives
            published, raw = _fields(late.when, shown, 0.4, view.number(late.index))
    return Dates(published, raw, modified, ambiguous)


def _resolved(
    best: Line, other: tuple[Field | None, Field | None], shown: str, line: int | None
) -> tuple[Field | None, Field | None]:
    """A date of two readings, read as a time element or the address says, if either is one of them."""
    published, raw = other
    numbers = sorted(int(n) for n in re.findall(r"\d+", best.when.raw)[:2])
    if published and sorted(int(n) for n in str(published.value)[5:10].split("-")) == numbers:
        return published, raw
    return None, Field(best.when.raw, shown, 0.5, line=line)


def order_for(page: Page | None, url: str | None, language: str | None) -> Order | None:
    """Whether day or month comes first in numbers, by language, declared region and the host's country."""
    tags = [tag.replace("_", "-") for _, tag in page.languages()] if page else []
    regions = [tag.split("-")[-1] for tag in tags if re.search(r"-[A-Za-z]{2}$", tag)]
    host = host_of(url) or ""
    if not regions and (country := _NATIONAL.search(host)):
        regions = [country[1]]
    elif not regions and host.endswith((".gov", ".edu", ".mil", ".us")):
        regions = ["us"]
    return dates.order_of(language, regions[0] if regions else None)


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
    others = {w.day for w in (dates.in_url(url or ""), _time_element(page)) if w}
    for d in lines:
        agrees = d.when.day in others
        if d.updated or d.score + (1.5 if agrees else 0.0) < _LEAST[kind]:
            continue
        if d.when.value is None:
            return d, 0.5
        if believable(d.when, crawled, insisted=days.count(d.when.day) > 1):
            rivals = [e for e in lines if not e.updated and d.score - e.score < 1 and believable(e.when, crawled)]
            chosen = _told_apart(d, rivals, elsewhere=kind == "text" and not agrees)
            return chosen, 0.0 if chosen is None else 0.9 if agrees else min(0.85, 0.5 + 0.1 * d.score)
    return None, 0.0


def _told_apart(best: Line, rivals: Sequence[Line], *, elsewhere: bool) -> Line | None:
    """The best date among those as likely: of dates side by side the later is a change's.

    None where `elsewhere`, further off, another day is as likely: those are dates of two articles.
    """
    beside = [e for e in rivals if abs(e.index - best.index) <= 2]
    if elsewhere and any(e.when.day != best.when.day for e in rivals if e not in beside):
        return None
    return min((best, *beside), key=lambda e: e.when.day or "")


def _elsewhere(page: Page | None, url: str | None, crawled: str | None) -> tuple[Field | None, Field | None]:
    """The first time element's date, else the address's."""
    timed, filed = _time_element(page), dates.in_url(url or "")
    if timed and believable(timed, crawled):
        return _fields(timed, "visible", 0.6, path="time/@datetime")
    if filed and believable(filed, crawled):
        return _fields(filed, "url", 0.6)
    return None, None


def _time_element(page: Page | None) -> When | None:
    """The first time element that holds a date."""
    times = page.head.times[:3] if page else ()
    return next((w for w in map(dates.machine, times) if w and w.value), None)


def _earlier(lines: Sequence[Line], declared: str, page: Page | None, crawled: str | None) -> Line | None:
    """The date under the headline where it is earlier than the declared one, which a later save renewed.

    A day's difference on a news page is a time zone's.
    """
    best = next((d for d in lines if not d.updated), None)
    if best is None or best.score < _SURE or best.when.day is None or not believable(best.when, crawled):
        return None
    apart = (date.fromisoformat(declared[:10]) - date.fromisoformat(best.when.day)).days
    return best if apart > 1 or (apart == 1 and page is not None and not page.news) else None


def in_lines(view: View, headline: int | None, *, language: str | None, order: Order | None) -> list[Line]:
    """Dates on labelled lines, around headline and beginning, and on closing lines that say `published`; best first."""
    texts, labels = view.document.texts, view.labels
    _, last = view.span
    tail = set(range(last + 1, min(len(texts), last + 1 + AFTER))) if last >= 0 else set()
    window = _window(view, headline) or set(range(len(texts)))
    labelled = {i for i, _ in islice(view.labelled("date", "byline"), _LABELLED)}
    found: list[Line] = []
    for i in sorted(window | tail | labelled):
        text, credit = texts[i], labels[i] in {"date", "byline"}
        if len(text) > 400 or (labels[i] in KEPT and len(text) > 120) or labels[i] == "caption":
            continue
        whens = list(dates.scan(text, language=language, order=order))
        if not whens or is_picture(text):
            continue
        if labels[i] in _ELSEWHERE and not (view.is_head(i, headline) or _is_told(view, i)):
            continue
        if i in tail and not credit and not _is_told(view, i):
            continue
        ended = 0
        for when in whens:
            before = text[max(ended, when.start - _CONTEXT) : when.start]
            ended = when.end
            found.append(_weigh(view, when, i, before, headline, near=i in window))
    return sorted(found, key=lambda d: (-d.score, d.index))


def _is_told(view: View, i: int) -> bool:
    """Whether a line, the short line above it or its element says that it is the article's date."""
    texts, dom = view.document.texts, view.document.dom
    if says("published", texts[i]) or (i and len(texts[i - 1]) <= _CONTEXT and says("published", texts[i - 1])):
        return len(texts[i]) < _TOLD
    return dom is not None and len(texts[i]) < _TOLD and not _DATE_TOKENS.isdisjoint(dom.tokens[i])


def _window(view: View, headline: int | None) -> set[int]:
    """Lines in which a dateline may stand."""
    anchors, n = view.anchors(headline), len(view.document)
    window: set[int] = set()
    for anchor in anchors:
        window |= set(range(max(0, anchor - _ABOVE), min(n, anchor + _BELOW)))
    if len(anchors) == 2 and anchors[0] < anchors[1] <= anchors[0] + _BETWEEN:
        window |= set(range(*anchors))
    return window


def _weigh(view: View, when: When, i: int, before: str, headline: int | None, *, near: bool) -> Line:
    """One date with how likely it is the article's, by its label, the words before it and its distance."""
    texts = view.document.texts
    first, last = view.span
    labelled = view.labels[i] in {"date", "byline"}
    if not labelled and i and len(texts[i - 1]) <= 24:
        before = f"{texts[i - 1]} {before}"  # "Published" on a line of its own
    published = says("published", before)
    updated = not published and says("updated", before)
    rest = _beside(texts[i], when)
    score = labelled * (3.0 if near else 0.5) + 1.5 * published - 1.5 * updated - 2.0 * says("event", before)
    score += 1.0 if rest < _LITTLE else 0.3 if rest < 80 else -0.7
    if headline is not None:
        score += 1.2 if 0 < i - headline <= 8 else 0.6 if -6 <= i - headline <= 0 else 0.0
    score += 0.6 * (last >= 0 and 0 < first - i <= 6) + 0.3 * when.timed
    for j in (i + 1, i - 1):
        if 0 <= j < len(texts):
            when = dates.with_time(when, texts[j])
    return Line(when, i, score, updated)


def _beside(text: str, when: When) -> int:
    """Characters beside a date on its line that are neither a byline nor a reading time.

    >>> line = "By Ana Cruz, 10 July 2025 — 7 minutes read"
    >>> _beside(line, dates.first(line)) < 10
    True
    """
    rest = len(text) - (when.end - when.start)
    if rest < _LITTLE or len(text) > _CREDIT:
        return rest
    others = _READING_TIME.sub("", f"{text[: when.start]} | {text[when.end :]}")
    named = authors.in_line(others, labelled=True)
    return len(others) - sum(map(len, named)) - 3


@cache
def _stems() -> dict[str, re.Pattern[str]]:
    """What words beside a date may say, each as a pattern of stems."""
    stems: dict[str, list[str]] = {}
    for row in (Path(__file__).parent / "data" / "datewords.txt").read_text(encoding="utf-8").splitlines():
        if row and not row.startswith("#"):
            kind, _, words = row.partition(":")
            stems.setdefault(kind.split(".")[0], []).extend(w.strip() for w in words.split(","))
    return {kind: re.compile(_either(words)) for kind, words in stems.items()}


def _either(words: Iterable[str]) -> str:
    return "|".join((r"\b" if w[0].isalpha() and w[0] < "\u0600" else "") + re.escape(w) for w in sorted(set(words)))


def says(kind: str, text: str) -> bool:
    """Whether the words beside a date say `published`, `updated`, or that it is an `event`'s.

    >>> says("published", "Veröffentlicht am"), says("updated", "Last updated:"), says("event", "born on")
    (True, True, True)
    """
    return _stems()[kind].search(text.lower()) is not None
