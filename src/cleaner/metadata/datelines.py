"""Dates on lines: how likely each is the day on which the article was published.

A date counts by its line's label, the words beside it, its distance from headline and beginning, and what stands around
it: a byline or a reading time speaks for it, other days near by make it one of a list of articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from pathlib import Path

from cleaner.metadata import authors, dates
from cleaner.metadata.dates import Order, When
from cleaner.metadata.text import AFTER, View, is_picture
from cleaner.model import KEPT

_ABOVE, _BELOW = 12, 14  # lines around headline and beginning where a dateline stands
_BETWEEN = 60  # lines between headline and beginning that are all looked at
_CONTEXT = 30  # characters before a date in which a word may say what it is
_LABELLED = 60  # lines labelled date or byline; more are a list of other articles
_TOLD = 60  # characters; a line that says when its article was published says little else
_LITTLE = 30  # characters; so much may stand beside the date that a line is about
_LIST = 6  # lines around a date in which others make it one of a list
_CLOSE = 3  # lines from headline or beginning, where no date of the whole site stands
_WORDS = 24  # characters of a line that says what the date below it is
_DIGIT = re.compile(r"\d")
_CREDIT = 120  # characters; a line of byline and date is hardly longer
_READING_TIME = re.compile(
    r"\b\d{1,2}\W?(?:min(?:ute[sn]?)?|minuti|minutos|мин)\b\.?(?:\s(?:de\s)?\w{3,12})?", re.IGNORECASE
)
_DATE_TOKENS = frozenset(("date", "dateline", "datepublished", "pubdate", "published", "timestamp"))
_ELSEWHERE = frozenset(("related", "ticker", "comments", "legal", "advert"))


@dataclass(frozen=True, slots=True)
class Line:
    """A date on a line: how likely it is the article's, and whether its words say that it is a change's."""

    when: When
    index: int
    score: float
    updated: bool


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
        head = view.is_head(i, headline) or _is_under(headline, i, text, whens[0])
        elsewhere = labels[i] in _ELSEWHERE and not (head or _is_told(view, i))
        if elsewhere and not _is_signed(view, i, whens[0]):
            continue
        if i in tail and not credit and not (_is_told(view, i) or _goes_on(text, whens)):
            continue
        found += _of_line(view, whens, i, headline, near=i in window)
    days = {line.when.value and line.when.day for line in found if not line.updated}
    if len(days) == 1:  # the only day that the page says
        close = {i for a in view.anchors(headline) for i in range(a - _CLOSE, a + _CLOSE + 1)}
        found = [replace(d, score=d.score + 0.9) if d.index in close and _is_brief(view, d) else d for d in found]
    return sorted(found, key=lambda d: (-d.score, d.index))


def _is_under(headline: int | None, i: int, text: str, when: When) -> bool:
    """Whether a line close under the headline says little else than a date, where an article may have begun already."""
    return headline is not None and 0 < i - headline <= _CLOSE and _beside(text, when) < _LITTLE


def _is_brief(view: View, found: Line) -> bool:
    """Whether a date's line says little else than that, or a byline, and not that it is a change's."""
    little = _beside(view.document.texts[found.index], found.when) < _LITTLE
    return not found.updated and (little or _is_signed(view, found.index, found.when))


def _of_line(view: View, whens: Sequence[When], i: int, headline: int | None, *, near: bool) -> Iterator[Line]:
    """The dates of one line, weighed; of one that goes on with when it was updated the first is of publication."""
    text, ended = view.document.texts[i], 0
    goes_on = _goes_on(text, whens)
    for at, when in enumerate(whens):
        before = text[max(ended, when.start - _CONTEXT) : when.start]
        ended = when.end
        found = _weigh(view, when, i, before, headline, near=near)
        if at == 0 and goes_on and not (found.updated or says("published", before)):
            found = replace(found, score=found.score + 1.5)
        yield replace(found, updated=True) if at == 1 and goes_on else found


def _goes_on(text: str, whens: Sequence[When]) -> bool:
    """Whether a line's second date is said to be that of a change, or is a later one that a renderer joined to it."""
    if len(whens) < 2:
        return False
    between = text[whens[0].end : whens[1].start]
    later = (whens[0].day or "") < (whens[1].day or "")
    return says("updated", between) or (later and not between.strip())


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
    before = f"{_above(texts, i)} {before}"
    published = says("published", before)
    updated = not published and says("updated", before)
    rest = _beside(texts[i], when)
    score = labelled * (3.0 if near else 0.5) + 1.5 * published - 1.5 * updated - 2.0 * says("event", before)
    score += 1.0 if rest < _LITTLE else 0.3 if rest < 80 else -0.7
    if headline is not None:
        score += 1.2 if 0 < i - headline <= 8 else 0.6 if -6 <= i - headline <= 0 else 0.0
    score += 0.6 * (last >= 0 and 0 < first - i <= 6) + 0.3 * when.timed
    score += 0.8 * (near and _is_signed(view, i, when)) - 2.0 * _listed(view, i, when, headline)
    score -= 1.0 * (not near and first < i < last)
    for j in (i + 1, i - 1):
        if 0 <= j < len(texts):
            when = dates.with_time(when, texts[j])
    return Line(when, i, score, updated)


def _is_signed(view: View, i: int, when: When) -> bool:
    """Whether a date stands where an article is signed: with its author's name or its reading time."""
    text, texts = view.document.texts[i], view.document.texts
    before = text[: when.start]
    if len(text) > _CREDIT:
        return False
    if view.introduced(i) or _READING_TIME.search(text):
        return True
    names = authors.in_line(before, labelled=True)
    if names and sum(map(len, names)) > 0.6 * len(before):
        return True
    near = (texts[j] for j in (i - 1, i + 1) if 0 <= j < len(texts))
    return any(len(t) <= _WORDS and _READING_TIME.search(t) for t in near)


def _listed(view: View, i: int, when: When, headline: int | None) -> int:
    """Whether a date is one of several days (1), or of a whole table of days (2), as among other headlines."""
    if headline is not None and 0 < i - headline <= 3:
        return 0
    texts = view.document.texts
    around = (j for j in range(max(0, i - _LIST), min(len(texts), i + _LIST + 1)) if abs(j - i) > 1)
    near = (view.dated(j) for j in around if len(texts[j]) < _CREDIT)
    others = len({other.day for other in near if other} - {when.day})
    return (others > 1) + (others > 3)


def _above(texts: Sequence[str], i: int) -> str:
    """What a line of its own above a date says of it, as `Published` or `Last update` and a colon."""
    if i > 1 and not any(c.isalnum() for c in texts[i - 1]):
        i -= 1  # the colon has a line of its own
    return texts[i - 1] if i and len(texts[i - 1]) <= _WORDS and not _DIGIT.search(texts[i - 1]) else ""


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
