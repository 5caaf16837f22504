"""Dates on lines: how likely each is the day on which the article was published.

A date counts by its line's label, the words beside it, its distance from headline and beginning, and what stands around
it: a byline or a reading time speaks for it, other days near by make it one of a list of articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from cleaner.metadata import authors, dates
from cleaner.metadata.dates import Order, When
from cleaner.metadata.dates.datewords import CONTEXT, contexts, said, says, tells_first
from cleaner.metadata.names import key
from cleaner.metadata.text import AFTER, SOURCE, View, is_picture
from cleaner.model import KEPT

_ABOVE, _BELOW = 12, 14  # lines around headline and beginning where a dateline stands
_BETWEEN = 60  # lines between headline and beginning that are all looked at
_LABELLED = 60  # lines labelled date or byline; more are a list of other articles
_TOLD = 60  # characters; a line that says when its article was published says little else
SAID = {"published": 1.5, "updated": -1.5}  # what the words beside a date add to its score
_SENT = 2.0  # score of the day that an agency's dateline names
_FIRST = 7.0  # what that adds to a date's score: more than to stand at the headline does
LITTLE = 30
"""Characters; so much may stand beside the date that a line is about."""
_CAPTION = 60  # characters beside a date; a byline with an office has fewer
_SHORT = 12  # characters beside it on the shortest lines: a day of the week and a zone
_BARE = 4  # characters beside a date that has its line to itself
_LIST = 6  # lines around a date in which others make it one of a list
_CLOSE = 3  # lines from headline or beginning, where no date of the whole site stands
_WORDS = 24  # characters of a line that says what the date below it is
_PLACE = re.compile(r"[^\W\d_][^.!?:;]{1,40}[,،、/]\s?")  # from where an agency's text comes, before its day
_DASHED = re.compile(r"\s?(?:\([^()]{2,40}\)|/[^/]{2,40}/)?\s?\.?\s?[–—-]{1,2}\s")  # and what follows on that
_DIGIT = re.compile(r"\d")
_CREDIT = 120  # characters; a line of byline and date is hardly longer
READING_TIME = re.compile(
    r"\b\d{1,2}\W?(?:min(?:ute[sn]?)?|minuti|minutos|мин)\b\.?(?:\s(?:de\s)?\w{3,12})?", re.IGNORECASE
)
_DATE_TOKENS = frozenset(("date", "dateline", "datepublished", "pubdate", "published", "timestamp"))
WORD = re.compile(r"[^\W\d_]{3,}")
"""A word that tells something; shorter ones stand in dates too."""
_TELLING = 4  # words of three letters or more beside a date; a place, a weekday and an hour are fewer
_ELSEWHERE = frozenset(("related", "ticker", "comments", "legal", "advert"))


@dataclass(frozen=True, slots=True)
class Line:
    """A date on a line: how likely it is the article's, whether its words say that it is a change's, and whether it
    stands where datelines do: right under the headline with little else, or above the article.
    """

    when: When
    index: int
    score: float
    updated: bool
    heads: bool = False


def in_lines(view: View, headline: int | None, *, language: str | None, order: Order | None) -> list[Line]:
    """Dates on labelled lines, around headline and beginning, and where the article tells its first; best first."""
    texts, labels = view.document.texts, view.labels
    first, last = view.span
    tail = _tail(view)
    window = _window(view, headline) or set(range(len(texts)))
    labelled = {i for i, _ in islice(view.labelled("date", "byline"), _LABELLED)}
    told = range(max(0, first), last + 1)
    ending = {i for i in told if (i >= last - _CLOSE or labels[i] in KEPT) and _tells_first(view, i)}
    found: list[Line] = []
    for i in sorted(window | tail | labelled | ending):
        text, credit = texts[i], labels[i] in {"date", "byline"}
        if i == first and len(text) > 120 and (sent := _sent(text, language)):
            found.append(Line(sent, i, _SENT, False))
            continue
        inside = labels[i] in KEPT and len(text) > 120 and not _tells_first(view, i)
        if len(text) > 400 or inside:
            continue
        whens = list(dates.scan(text, language=language, order=order))
        if not whens or is_picture(_without_source(text, whens[0])) or is_told_of(view, i, whens[0], headline):
            continue
        if _is_caption(view, i, whens[0]):
            continue
        head = view.is_head(i, headline) or _is_under(headline, i, text, whens[0])
        goes_on = _goes_on(text, whens)
        elsewhere = labels[i] in _ELSEWHERE and not (head or _is_told(view, i))
        signed = labels[i] != "comments" and is_signed(view, i, whens[0])  # with their authors comments are too
        if elsewhere and (_is_teaser(view, i) or not (goes_on or signed)):
            continue
        if i in tail and not (credit or goes_on or _is_told(view, i)):
            continue
        found += _of_line(view, whens, i, headline, near=i in window)
    days = {line.when.value and line.when.day for line in found if not line.updated}
    if len(days) == 1:  # the only day that the page says
        close = {i for a in view.anchors(headline) for i in range(a - _CLOSE, a + _CLOSE + 1)}
        found = [replace(d, score=d.score + 0.9) if d.index in close and _is_brief(view, d) else d for d in found]
    return sorted(_without_visit(view, _level(view, found), headline), key=lambda d: (-d.score, d.index))


def _without_visit(view: View, found: Sequence[Line], headline: int | None) -> list[Line]:
    """The dates, of which those further above the headline give way to an earlier one that stands with a byline right
    below it: they are of the day of the visit.
    """
    signed = [d for d in found if _is_next(headline, d.index) and is_signed(view, d.index, d.when)]
    best = max(signed, key=lambda d: d.score, default=None)
    if headline is None or best is None:
        return list(found)
    visits = {d for d in found if d.index < headline - 1 and (d.when.day or "") > (best.when.day or "9")}
    return [replace(d, score=min(d.score, best.score - 1)) if d in visits else d for d in found]


def _tail(view: View) -> set[int]:
    """Lines below the article that may say when it came out; farther down the imprint says when the paper did."""
    last, labels = view.span[1], view.labels
    lines = range(last + 1, min(len(labels), last + 1 + _BELOW)) if last >= 0 else ()
    return {i for i in lines if i <= last + AFTER or labels[i] != "legal"}


def _sent(text: str, language: str | None) -> When | None:
    """The day in the dateline that an agency's text begins with: a place before it, a dash behind it.

    >>> _sent("HARLOW, July 10, 2025 (Harbour Wire) -- The bridge is closed.", "en").value
    '2025-07-10'
    >>> _sent("In Harlow, on 10 July 2025 - a Thursday - the bridge was closed.", "en")
    """
    when = next(dates.scan(text[:_CREDIT], language=language), None) if _PLACE.match(text) else None
    sent = when and _PLACE.fullmatch(text, 0, when.start) and _DASHED.match(text, when.end)
    return when if sent else None


def is_told_of(view: View, i: int, when: When, headline: int | None = None) -> bool:
    """Whether a kept line tells what was on a day, as captions, headings and lists do: several words stand beside it,
    of which none says that it is the article's, and neither a byline nor a headline.
    """
    texts, text = view.document.texts, view.document.texts[i]
    if view.labels[i] not in KEPT or i < view.span[0] or said(text) or READING_TIME.search(text):
        return False
    rest = f"{text[: when.start]} {text[when.end :]}"
    if len(WORD.findall(rest)) < _TELLING or is_signed(view, i, when):
        return False
    titles = (j for j in (headline, i - 1, i + 1) if j is not None and 0 <= j < len(texts))
    return all(key(rest) != key(texts[j]) for j in titles)


def _without_source(text: str, when: When) -> str:
    """A line that begins with a date without the word for where the text comes from, which pictures have as well.

    >>> lines = "10.7.2025 | Quelle: dpa", "Harlow 10.7.2025 Quelle: dpa"
    >>> [_without_source(line, dates.first(line)) for line in lines]
    ['10.7.2025 | dpa', 'Harlow 10.7.2025 Quelle: dpa']
    """
    begins = not any(map(str.isalpha, text[: when.start]))
    return text[: when.end] + SOURCE.sub("", text[when.end :], count=1) if begins else text


def _is_caption(view: View, i: int, when: When) -> bool:
    """Whether a line of a date says so much beside it that it is rather a picture's caption under the headline, or one
    labelled so says anything beside it but a day of the week and a zone.
    """
    text = view.document.texts[i]
    if view.labels[i] == "caption" or view.is_figure(i):
        return beside(text, when) > _SHORT
    long = view.labels[i] == "date" and beside(text, when) > _CAPTION
    return long and not (said(text) or READING_TIME.search(text) or is_signed(view, i, when))


def _is_teaser(view: View, i: int) -> bool:
    """Whether a line below the article stands between lines that belong to other articles."""
    return i > view.span[1] and view.labels[i - 1 : i + 2] == ("related",) * 3


def _level(view: View, found: Sequence[Line]) -> list[Line]:
    """The dates, of which those that have two lines in a row to themselves are as likely as each other.

    They are publication and last change, whatever their labels.
    """
    bare = {d.index: d for d in found if not d.updated and beside(view.document.texts[d.index], d.when) <= _BARE}
    likeliest = {i: max(bare[j].score for j in (i - 1, i, i + 1) if j in bare) for i in bare}
    return [replace(d, score=likeliest[d.index]) if bare.get(d.index) is d else d for d in found]


def _is_under(headline: int | None, i: int, text: str, when: When) -> bool:
    """Whether a line close under the headline says little else than a date, where an article may have begun already."""
    return headline is not None and 0 < i - headline <= _CLOSE and beside(text, when) < LITTLE


def _is_next(headline: int | None, i: int) -> bool:
    """Whether a line stands right under the headline."""
    return headline is not None and 0 < i - headline <= 2


def _is_brief(view: View, found: Line) -> bool:
    """Whether a date's line says little else than that, or a byline, and not that it is a change's."""
    little = beside(view.document.texts[found.index], found.when) < LITTLE
    return not found.updated and (little or is_signed(view, found.index, found.when))


def _of_line(view: View, whens: Sequence[When], i: int, headline: int | None, *, near: bool) -> Iterator[Line]:
    """The dates of one line, weighed; of one that goes on with when it was updated the first is of publication."""
    text = view.document.texts[i]
    goes_on, around = _goes_on(text, whens), contexts(text, whens)
    for at, (when, context) in enumerate(zip(whens, around, strict=True)):
        found = _weigh(view, when, i, context, headline, near=near)
        if at == 0 and goes_on and not (found.updated or says("published", context)):
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
    if _tells_first(view, i):
        return True
    if says("published", texts[i]) or (i and len(texts[i - 1]) <= CONTEXT and says("published", texts[i - 1])):
        return len(texts[i]) < _TOLD
    return dom is not None and len(texts[i]) < _TOLD and not _DATE_TOKENS.isdisjoint(dom.tokens[i])


def _tells_first(view: View, i: int) -> bool:
    """Whether a line says when the article came out for the first time (see `datewords.tells_first`)."""
    return tells_first(view.document.texts[i], inside=view.labels[i] in KEPT)


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
    before = f"{above(texts, i)} {before}"
    event = says("event", before)
    kind = "" if event else said(before)
    rest = beside(texts[i], when)
    score = labelled * (3.0 if near else 0.5) + SAID.get(kind, 0.0) - 2.0 * event
    score += 1.0 if rest < LITTLE else 0.3 if rest < 80 else -0.7
    score += _FIRST * (_tells_first(view, i) and says("first", before))
    if headline is not None:
        score += 1.2 if 0 < i - headline <= 8 else 0.6 if -6 <= i - headline <= 0 else 0.0
    score += 0.6 * (last >= 0 and 0 < first - i <= 6) + 0.3 * when.timed
    signed = near and is_signed(view, i, when)
    score += 0.8 * signed + 0.5 * (signed and _is_next(headline, i)) - 2.0 * _listed(view, i, when, headline)
    score -= 1.0 * (not near and first < i < last)
    for j in (i + 1, i - 1):
        if 0 <= j < len(texts):
            when = dates.with_time(when, texts[j])
    return Line(when, i, score, kind == "updated", heads=i < first or _is_under(headline, i, texts[i], when))


def is_signed(view: View, i: int, when: When) -> bool:
    """Whether a date stands where an article is signed: with its author's name or its reading time."""
    text, texts = view.document.texts[i], view.document.texts
    before = text[: when.start]
    if len(text) > _CREDIT:
        return False
    if view.introduced(i) or READING_TIME.search(text):
        return True
    names = authors.in_line(before, labelled=True)
    if names and sum(map(len, names)) > 0.6 * len(before):
        return True
    near = (texts[j] for j in (i - 1, i + 1) if 0 <= j < len(texts))
    return any(len(t) <= _WORDS and READING_TIME.search(t) for t in near)


def _listed(view: View, i: int, when: When, headline: int | None) -> int:
    """Whether other lines near a date have other days (1), or a whole table of days (2), as other headlines do."""
    if headline is not None and 0 < i - headline <= 3:
        return 0
    texts = view.document.texts
    around = (j for j in range(max(0, i - _LIST), min(len(texts), i + _LIST + 1)) if abs(j - i) > 1)
    near = (view.dated(j) for j in around if len(texts[j]) < _CREDIT)
    days = [other.day or other.raw for other in near if other and when.raw != other.raw and other.day != when.day]
    return (len(days) > 1) + (len(set(days)) > 3)


def above(texts: Sequence[str], i: int) -> str:
    """What a line of its own above a date says of it, as `Published` or `Last update` and a colon."""
    if i > 1 and not any(c.isalnum() for c in texts[i - 1]):
        i -= 1  # the colon has a line of its own
    return texts[i - 1] if i and len(texts[i - 1]) <= _WORDS and not _DIGIT.search(texts[i - 1]) else ""


def beside(text: str, when: When) -> int:
    """Characters beside a date on its line that are neither a byline nor a reading time.

    >>> line = "By Ana Cruz, 10 July 2025 — 7 minutes read"
    >>> beside(line, dates.first(line)) < 10
    True
    """
    rest = len(text) - (when.end - when.start)
    if rest < LITTLE or len(text) > _CREDIT:
        return rest
    others = READING_TIME.sub("", f"{text[: when.start]} | {text[when.end :]}")
    for other in dates.scan(others):
        others = others.replace(other.raw, "")
    named = authors.in_line(others, labelled=True)
    return len(others) - sum(map(len, named)) - 3
