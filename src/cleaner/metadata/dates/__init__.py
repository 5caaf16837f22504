"""Dates as pages write them, for machines and for people, in the languages of the web.

One pass of a few bounded patterns finds the candidates; names of months come from the Unicode CLDR
(`rules/calendar.tsv`, which the rules that know lines of dates read too).
Nothing is guessed from today's date: a day without a year, and "three hours ago", are no dates here.

Why not dateparser: it reads a string whole, tries language after language, and takes milliseconds for what is a
dictionary look-up; and it fills in what is missing, which this must never do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal

from cleaner.metadata.dates import calendars, clock, worded
from cleaner.once import compiled

Order = Literal["dmy", "mdy", "ymd"]

_ORDERS: tuple[Order, ...] = ("dmy", "mdy")  # of a day and a month that can be told apart by nothing but their day
_WEEKDAYS = 12  # characters of a day of the week before a date

EARLIEST = 1990  # the Web's first year; older dates are what the article is about

_YEAR_FIRST = frozenset(("hu", "lt", "zh", "ja", "ko", "mn"))
_MONTH_FIRST_REGIONS = frozenset(("us", "ph", "fm", "mh", "pw"))
# English writes both orders, so its region decides; Filipino follows American usage.
_TWO_ORDERS = frozenset(("en",))
_MONTH_FIRST = frozenset(("fil", "tl"))

_MONTH = r"[^\s\d,;:|()/\[\]<>]{2,18}"
_START = r"(?<![\d.,/:-])"  # not inside a longer number
_DATE = compiled(
    rf"""
      {_START} (?:19|20|25)\d\d (?P<sep1> \s?[-/.]\s? ) \d{{1,2}} (?P=sep1) \d{{1,2}} (?!\d)        # 2025-07-10
    | {_START} \d{{1,2}} (?P<sep2> \.\s? | [/-] ) \d{{1,2}} (?P=sep2)
      (?: (?:19|20|25)\d\d | \d\d ) (?! [\d/-] | \.\d )                                        # 10.7.2025, 10/07/25
    | (?:19|20)\d\d \s?(?:[年년]|оны)\s? \d{{1,2}} \s?(?:[月월]|(?:-?\s?(?:р|дугаар|дүгээр)\s)?сарын)\s?
      \d{{1,2}} \s?[日일]?
    | {_START} \d{{1,2}} \s th(?:áng|g) \s \d{{1,2}} (?: , | \snăm )? \s (?:19|20)\d\d
    | {_START} \d{{1,2}} (?: st|nd|rd|th|º|°|er|ª|:e|-?a )? [.,]? [\s./-]? (?: (?:de|of|di)\s | d['’] )?
      {_MONTH} (?: \s {_MONTH} )?? \.? [\s,،./-]{{0,3}} (?: del?\s | году\s )?
      (?:19|20|25)\d\d (?!\d)                                                                   # 10 July 2025
    | (?: (?<=[\s,(|·•:.–—-]) | (?<=\d\d\d\d) | (?-i: (?<=[a-zß-ÿ])(?=[A-Z]) ) | ^ ) {_MONTH}
      (?: [\s.-] \s? \d{{1,2}} (?: st|nd|rd|th )? (?: \s, | [,،၊፣\s] ) \s{{0,2}} (?: de\s )?         # July 10, 2025
        | (?P<sep3> [./-] ) \d{{1,2}} (?P=sep3) ) (?:19|20)\d\d (?!\d)                             # Jul-10-2025
    | {_START} (?:19|20)\d\d [.,]? \s (?: \d{{1,2}}\.\s )?
      {_MONTH} (?: \s \d{{1,2}} (?!\d) )?                                                       # 2025. július 10
    | {_START} (?:19|20)\d\d (?!\d)                                                             # see `worded`
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MAYBE = compiled(r"\d{4}|\d\d[./-]\d\d[./-]\d\d")
_PREFIXED = compiled(r"(?<=[\u05d0-\u05ea])-(?=\d)")  # the 9th, in Hebrew
_EPOCH = compiled(r"(?!19\d\d(?:0[1-9]|1[0-2]))1\d{9}(?:\d{3})?")  # seconds since 1970, or thousandths, to 2033
_C_TIME = compiled(r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d\d?) ([\d:]{8}) (?:([A-Z]{3,5}) )?(\d{4})")  # C's and Java's
_WEEKDAY = compiled(r"\b(?:(mon)|(tue)|(wed)|(thu)|(fri)|(sat)|(sun))[a-z]{0,6}[.,]?\s$", re.IGNORECASE)
_DIGIT = compiled(r"\d")
_NUMBER = compiled(r"\d+")
_YEAR = compiled(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WORD = compiled(rf"{_MONTH}(?:\s{_MONTH})?")
_FOREIGN = compiled(r"(?=[^0-9])\d")
_DIGITS = {ord(zero) + i: str(i) for zero in "٠۰०০੦૦୦௦౦೦൦๐໐၀០０" for i in range(10)}
_NEPALI = 2047  # in its own calendar; an article's year from there on is of that calendar


@dataclass(frozen=True, slots=True)
class When:
    """A date found in a text.

    `value` is the date as the sidecar writes it (`2025-07-10`, `2025-07-10T13:06:00`, `2025-07-10T13:06:00+10:00`), or
    None where day and month cannot be told apart. `raw` is the text it was read from, `start` and `end` where.
    """

    value: str | None
    raw: str
    start: int
    end: int

    @property
    def day(self) -> str | None:
        """The calendar day, `2025-07-10`."""
        return self.value[:10] if self.value else None

    @property
    def timed(self) -> bool:
        """Whether it says the time of day."""
        return self.value is not None and len(self.value) > 10


def order_of(language: str | None, region: str | None = None) -> Order | None:
    """In which order a language writes a date in numbers; None where it has two.

    >>> order_of("de"), order_of("en"), order_of("en", "US"), order_of("en", "ZA"), order_of("hu")
    ('dmy', None, 'mdy', 'dmy', 'ymd')
    """
    primary = (language or "").split("-")[0].lower()
    if not primary:
        return None
    if primary in _MONTH_FIRST or (primary in {"en", "es"} and (region or "").lower() in _MONTH_FIRST_REGIONS):
        return "mdy"
    if primary in _TWO_ORDERS:
        return "dmy" if region and region.lower() not in {"ca", "in"} | _MONTH_FIRST_REGIONS else None
    return "ymd" if primary in _YEAR_FIRST else "dmy"


def scan(text: str, *, language: str | None = None, order: Order | None = None) -> Iterator[When]:
    """Every date in a line, in order of place.

    Args:
        text: one line, white space folded.
        language: its language; months are looked up there first.
        order: of day and month in numbers, from `order_of`; without it `03/04/2025` has no value.

    >>> [w.value for w in scan("10 Jul 2025, 13:06 GMT+10", language="en")]
    ['2025-07-10T13:06:00+10:00']
    >>> [w.value for w in scan("03/04/2025 and 25/04/2025")]
    [None, '2025-04-25']
    >>> [w.value for w in scan("Thu, 03/04/2025; Tuesday 03/04/2025, Friday 03/04/2025")]
    ['2025-04-03', '2025-03-04', None]
    >>> [w.value for w in scan("The 10 best of 2025, from May to July")]
    []
    """
    if not (_MAYBE if text.isascii() else _DIGIT).search(text):
        return
    plain = text
    if not text.isascii():
        plain = text.translate(_DIGITS) if _FOREIGN.search(text) else text
        plain = _PREFIXED.sub(" ", plain) if "-" in plain else plain
    others = list(calendars.find(plain, language)) if calendars.may_hold(plain) else []
    if others:
        yield from sorted(_with_others(text, plain, others, language, order), key=lambda when: when.start)
    elif _MAYBE.search(plain):
        yield from _gregorian(text, plain, language, order)


def _with_others(
    text: str, plain: str, others: Sequence[calendars.Found], language: str | None, order: Order | None
) -> Iterator[When]:
    """The days of a line of which some are of other calendars."""
    for day, start, end in others:
        time = clock.beside(plain, start, end)
        if time:
            start, end = min(start, time.start()), max(end, time.end())
        yield When(clock.moment(day, time), text[start:end].strip(), start, end)
        plain = plain[:start] + "_" * (end - start) + plain[end:]
    yield from _gregorian(text, plain, language, order)


def _gregorian(text: str, plain: str, language: str | None, order: Order | None) -> Iterator[When]:
    """The days of the Gregorian and the Thai calendar in a line, whose digits are `plain`."""
    at = 0
    while found := _DATE.search(plain, at):
        start, end = found.span()
        day, ambiguous = _day(found[0], language, order)
        if ambiguous and (weekday := _WEEKDAY.search(plain, max(at, start - _WEEKDAYS), start)):
            readings = (_day(found[0], language, other)[0] for other in _ORDERS)
            day = next((one for one in readings if one and one.isoweekday() == weekday.lastindex), None)
        if day is None and not ambiguous:
            other = _among_words(plain, start, end, language, at)
            if other is None:
                at = start + max(1, len(_NUMBER.match(found[0])[0]) if found[0][0].isdigit() else 1)  # type: ignore[index]
                continue
            day, start, end = other
        time = clock.beside(plain, start, end)
        if time:
            start, end = min(start, time.start()), max(end, time.end())
        at = max(found.start() + 1, end)
        value = None if day is None else clock.moment(day, time)
        yield When(value, text[start:end].strip(), start, end)


def first(text: str) -> When | None:
    """The first date in a line, its language unknown.

    >>> first("Posted on 10 July 2025").value, first("Posted yesterday")
    ('2025-07-10', None)
    """
    return next(scan(text), None)


def machine(raw: str, *, language: str | None = None, order: Order | None = None) -> When | None:
    """A date from an attribute or a property, where ISO 8601 is meant and much else is found.

    >>> machine("2026-01-06 13:55:27 +01:00").value, machine("2024-05-03T15:47:42.389Z").value
    ('2026-01-06T13:55:27+01:00', '2024-05-03T15:47:42+00:00')
    >>> machine("Thu, 09/25/2025 - 11:38").value, machine("soon")
    ('2025-09-25T11:38:00', None)
    >>> machine("Thu Jul 10 09:12:00 CEST 2025").value
    '2025-07-10T09:12:00+02:00'
    >>> machine("1752152760").value, machine("1752152760000").value, machine("0123456789")
    ('2025-07-10T13:06:00+00:00', '2025-07-10T13:06:00+00:00', None)
    """
    text = " ".join(raw.split()).strip("\"'")[:60]
    if _EPOCH.fullmatch(text):
        return When(datetime.fromtimestamp(int(text[:10]), UTC).isoformat(), raw, 0, len(raw))
    text = _C_TIME.sub(r"\2 \1 \5 \3 \4", text)
    try:
        moment = datetime.fromisoformat(text.replace(" +", "+").replace(" -", "-") if ":" in text else text)
    except ValueError:
        return next(scan(text, language=language, order=order), None)
    if moment.tzinfo is None and (len(text) <= 10 or (moment.hour, moment.minute, moment.second) == (0, 0, 0)):
        return When(moment.date().isoformat(), raw, 0, len(raw))
    return When(moment.replace(microsecond=0).isoformat(), raw, 0, len(raw))


def with_time(when: When, line: str) -> When:
    """The date with the time of day that stands alone on a neighbouring line, unless it has one.

    >>> day = next(scan("11 November, 2025"))
    >>> with_time(day, "• 17:50").value, with_time(day, "17:50 Foreign policy").value
    ('2025-11-11T17:50:00', '2025-11-11')
    """
    time = None if when.value is None or when.timed else clock.alone(line)
    if time is None:
        return when
    return When(f"{when.value}T{time}", f"{when.raw} {line.strip(' •·|-')}", when.start, when.end)


def _day(text: str, language: str | None, order: Order | None) -> tuple[date | None, bool]:
    """The calendar day that a candidate names; second, whether it is one of two days."""
    numbers = [int(n) for n in _NUMBER.findall(text)]
    if len(numbers) == 3:
        first, second, third = numbers
        if first > 1000:
            return (None if language == "ne" and first >= _NEPALI else civil(first, second, third)), False
        year = third if third > 99 else third + (2000 if third < 50 else 1900)
        if third <= 99 and not re.match(r"\d\d[./]\d\d[./]\d\d$", text):
            return None, False
        if " th" in text.lower():
            return civil(year, second, first), False
        return _numeric(first, second, year, "dmy" if "." in text and order is None and language != "en" else order)
    if len(numbers) != 2:
        return None, False
    for word in [part for words in _WORD.findall(text) for part in (words, *words.split())]:
        if month := worded.month(word, language):
            year, day = (numbers[0], numbers[1]) if numbers[0] > 31 else (numbers[1], numbers[0])
            return civil(year, month, day), False
    return None, False


def _among_words(text: str, start: int, end: int, language: str | None, floor: int) -> tuple[date, int, int] | None:
    """The day beside a candidate's year where words stand between, and its place; `floor` is the last date's end."""
    year = _YEAR.search(text, start, end)
    found = worded.around(text, *year.span(), language, floor) if year else None
    day = civil(int(year[0]), found.month, found.day) if year and found else None
    return (day, found.start, found.end) if found and day else None


def _numeric(first: int, second: int, year: int, order: Order | None) -> tuple[date | None, bool]:
    """Two numbers and a year: one day where only one reading is possible or the order is known."""
    readings = {"dmy": civil(year, second, first), "mdy": civil(year, first, second)}
    possible = {d for d in readings.values() if d}
    if len(possible) <= 1:
        return (next(iter(possible)) if possible else None), False
    if order in readings:
        return readings[order], False
    return None, True


def civil(year: int, month: int, day: int) -> date | None:
    """The day of these numbers, None where there is none."""
    if 2500 <= year < 2600:  # the Thai solar calendar counts from 543 BC
        year -= 543
    try:
        return date(year, month, day)
    except ValueError:
        return None
