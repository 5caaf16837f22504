"""Dates as pages write them, for machines and for people, in the languages of the web.

One pass of a few bounded patterns finds the candidates; names of months come from the Unicode CLDR
(`rules/calendar.tsv`, which the rules that know lines of dates read too).
Nothing is guessed from today's date: a day without a year, and "three hours ago", are no dates here.

Why not dateparser: it reads a string whole, tries language after language, and takes milliseconds for what is a
dictionary look-up; and it fills in what is missing, which this must never do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from typing import Literal

Order = Literal["dmy", "mdy", "ymd"]

EARLIEST = 1990  # the Web's first year; older dates are what the article is about

_YEAR_FIRST = frozenset(("hu", "lt", "zh", "ja", "ko", "mn"))
_MONTH_FIRST_REGIONS = frozenset(("us", "ph", "fm", "mh", "pw"))
# English writes both orders, so its region decides; Filipino follows American usage.
_TWO_ORDERS = frozenset(("en",))
_MONTH_FIRST = frozenset(("fil", "tl"))

# Offsets from UTC in minutes. Left out: names that several zones share (IST, CST outside America, BST in Bangladesh).
_ZONES = {
    "z": 0, "utc": 0, "gmt": 0, "wet": 0, "west": 60, "bst": 60, "cet": 60, "cest": 120, "mez": 60, "mesz": 120,
    "eet": 120, "eest": 180, "sast": 120, "cat": 120, "wat": 60, "eat": 180, "msk": 180, "мск": 180, "trt": 180,
    "gst": 240, "pkt": 300, "wib": 420, "ict": 420, "sgt": 480, "hkt": 480, "myt": 480, "pht": 480, "awst": 480,
    "jst": 540, "kst": 540, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780,
    "est": -300, "edt": -240, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "brt": -180, "art": -180,
}  # fmt: skip

_MONTH = r"[^\s\d,;:|()/\[\]<>]{2,18}"
_START = r"(?<![\d.,/:-])"  # not inside a longer number
_DATE = re.compile(
    rf"""
      {_START} (?:19|20|25)\d\d (?P<sep1> \s?[-/.]\s? ) \d{{1,2}} (?P=sep1) \d{{1,2}} (?!\d)        # 2025-07-10
    | {_START} \d{{1,2}} (?P<sep2> \.\s? | [/-] ) \d{{1,2}} (?P=sep2)
      (?: (?:19|20)\d\d | \d\d ) (?! [\d/-] | \.\d )                                           # 10.7.2025, 10/07/25
    | (?:19|20)\d\d \s?[年년]\s? \d{{1,2}} \s?[月월]\s? \d{{1,2}} \s?[日일]?
    | {_START} \d{{1,2}} \s tháng \s \d{{1,2}} (?: , | \snăm )? \s (?:19|20)\d\d
    | {_START} \d{{1,2}} (?: st|nd|rd|th|º|°|er|ª|:e|-?a )? [.,]? [\s.-]? (?: (?:de|of|di)\s | d['’] )?
      {_MONTH} (?: \s {_MONTH} )?? \.? [\s,./-]{{0,3}} (?: del?\s | году\s )?
      (?:19|20|25)\d\d (?!\d)                                                                   # 10 July 2025
    | (?: (?<=[\s,(|·•:.–—-]) | (?<=\d\d\d\d) | ^ ) {_MONTH} [\s.-] \s? \d{{1,2}} (?: st|nd|rd|th )?
      [,\s] \s{{0,2}} (?: de\s )? (?:19|20)\d\d (?!\d)                                           # July 10, 2025
    | {_START} (?:19|20)\d\d [.,]? \s (?: m\.\s | gada\s | urteko\s )? (?: \d{{1,2}}\.\s )?
      {_MONTH} (?: \s \d{{1,2}} (?!\d) )?                                                       # 2025. július 10
    """,
    re.VERBOSE | re.IGNORECASE,
)
_AFTER = re.compile(
    r"""
    [^\d\n]{0,14}?                                              # at, um, kl., |, T
    (?P<half> 午前|午後|上午|下午|오전|오후 )? \s?
    (?<!\d) (?P<hour> [01]?\d | 2[0-4] )
    (?: \s? (?: [:.h時点點시] | Uhr ) \s? (?P<minute> [0-5]\d ) (?: [:.] (?P<second> [0-5]\d ) (?: [.,]\d+ )? )? [分분]?
        (?! \d | \.\d )
      | (?= \s? [ap]\.?m\b ) )
    (?: \s? (?P<ampm> [ap] ) \.? m\b \.? )?
    (?: \s? \(? (?P<zone> Z\b | [A-Z]{2,5}\b | МСК\b ) )?
    (?: \s? (?P<sign> [+−-] ) (?P<off> \d\d? ) (?: :? (?P<offmin> [0-5]\d ) )? (?! [\d/] ) )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BEFORE = re.compile(
    r"""
    (?<![\d.:]) (?P<hour> [01]?\d | 2[0-3] ) [:.h] (?P<minute> [0-5]\d ) (?: : (?P<second> [0-5]\d ) )?
    (?: \s? (?P<ampm> [ap] ) \.? m\b \.? )? (?: \s? (?P<zone> [A-Z]{2,5} | МСК )\b )?
    (?: \s? (?P<sign> [+−-] ) (?P<off> \d\d? ) (?: :? (?P<offmin> [0-5]\d ) )? )?
    [^\w\n]{1,4} $
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TIME_ALONE = re.compile(r"\W*(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)\W*(?:Uhr|h)?\W*$", re.IGNORECASE)
_IN_URL = re.compile(
    r"""(?<!\d) (?P<year> (?:19|20)\d\d )
    (?: (?P<sep> [/_-]? ) (?P<month> \d\d ) (?P=sep) (?P<day> \d\d ) | / (?P<name> [a-z]{3,9} ) / (?P<on> \d\d? ) )
    (?= [/_.-] | $ )""",
    re.VERBOSE | re.IGNORECASE,
)
_MAYBE = re.compile(r"\d{4}|\d\d[./-]\d\d[./-]\d\d")
_NUMBER = re.compile(r"\d+")
_WORD = re.compile(rf"{_MONTH}(?:\s{_MONTH})?")
_ROWS = ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९", "০১২৩৪৫৬৭৮৯", "０１２３４５６７８９")
_CALENDAR = Path(__file__).parent.parent / "rules" / "calendar.tsv"
_DIGITS = {ord(digit): str(i) for row in _ROWS for i, digit in enumerate(row)}


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


@cache
def _months() -> tuple[dict[str, dict[str, int]], dict[str, int]]:
    """Names of months by language, and those that mean one month in every language that has them."""
    by_language: dict[str, dict[str, int]] = {}
    anywhere: dict[str, int] = {}
    for row in _CALENDAR.read_text(encoding="utf-8").splitlines()[2:]:
        name, kind, languages = row.split("\t")
        if kind != "day":
            anywhere[name] = int(kind) if anywhere.get(name, int(kind)) == int(kind) else 0
            for language in languages.split():
                by_language.setdefault(language, {})[name] = int(kind)
    return by_language, anywhere


def _month(word: str, language: str | None) -> int:
    """The number of a month, 0 for any other word.

    >>> _month("Listopada", "pl"), _month("listopada", "hr"), _month("listopada", None), _month("Sept.", "en")
    (11, 10, 0, 9)
    """
    by_language, anywhere = _months()
    name = word.lower().strip(" .-,'’")
    own = by_language.get(language or "", {})
    return own.get(name) or anywhere.get(name, 0)


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
    >>> [w.value for w in scan("The 10 best of 2025, from May to July")]
    []
    """
    if not _MAYBE.search(text):
        if text.isascii():
            return
        plain = text.translate(_DIGITS)
        if plain == text or not _MAYBE.search(plain):
            return
    plain = text if text.isascii() else text.translate(_DIGITS)
    at = 0
    while found := _DATE.search(plain, at):
        day, ambiguous = _day(found[0], language, order)
        if day is None and not ambiguous:
            at = found.start() + max(1, len(_NUMBER.match(found[0])[0]) if found[0][0].isdigit() else 1)  # type: ignore[index]
            continue
        at = found.end()
        time = _AFTER.match(plain, found.end())
        if time is None or "updat" in time[0].lower():
            time = _BEFORE.search(plain, max(0, found.start() - 24), found.start())
        start = min(found.start(), time.start()) if time else found.start()
        end = max(found.end(), time.end()) if time else found.end()
        at = max(at, end)
        value = None if day is None else _iso(day, time)
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
    """
    text = " ".join(raw.split()).strip("\"'")[:60]
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
    time = _TIME_ALONE.match(line)
    if time is None or when.value is None or when.timed:
        return when
    value = f"{when.value}T{int(time['hour']):02}:{time['minute']}:00"
    return When(value, f"{when.raw} {line.strip(' •·|-')}", when.start, when.end)


def in_url(url: str) -> When | None:
    """The date in the path of an address, as many publishers file their articles.

    >>> in_url("https://example.org/news/2025/07/10/title").value, in_url("https://example.org/a-2025-05-03-x").value
    ('2025-07-10', '2025-05-03')
    >>> in_url("https://example.org/20250710x/99"), in_url("https://example.org/2025/july/03/x").value
    (None, '2025-07-03')
    """
    found = _IN_URL.search(url)
    if found is None:
        return None
    month = int(found["month"]) if found["month"] else _month(found["name"], "en")
    day = _date(int(found["year"]), month, int(found["day"] or found["on"]))
    return When(day.isoformat(), found[0], *found.span()) if day else None


def _day(text: str, language: str | None, order: Order | None) -> tuple[date | None, bool]:
    """The calendar day that a candidate names; second, whether it is one of two days."""
    numbers = [int(n) for n in _NUMBER.findall(text)]
    if len(numbers) == 3:
        first, second, third = numbers
        if first > 1000:
            return _date(first, second, third), False
        year = third if third > 99 else third + (2000 if third < 50 else 1900)
        if third <= 99 and not re.match(r"\d\d[./]\d\d[./]\d\d$", text):
            return None, False
        if "tháng" in text.lower():
            return _date(year, second, first), False
        return _numeric(first, second, year, "dmy" if "." in text and order is None and language != "en" else order)
    if len(numbers) != 2:
        return None, False
    for word in [part for words in _WORD.findall(text) for part in (words, *words.split())]:
        if month := _month(word, language):
            year, day = (numbers[0], numbers[1]) if numbers[0] > 31 else (numbers[1], numbers[0])
            return _date(year, month, day), False
    return None, False


def _numeric(first: int, second: int, year: int, order: Order | None) -> tuple[date | None, bool]:
    """Two numbers and a year: one day where only one reading is possible or the order is known."""
    readings = {"dmy": _date(year, second, first), "mdy": _date(year, first, second)}
    possible = {d for d in readings.values() if d}
    if len(possible) <= 1:
        return (next(iter(possible)) if possible else None), False
    if order in readings:
        return readings[order], False
    return None, True


def _date(year: int, month: int, day: int) -> date | None:
    if 2500 <= year < 2600:  # the Thai solar calendar counts from 543 BC
        year -= 543
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _iso(day: date, time: re.Match[str] | None) -> str:
    """RFC 3339 with a zone where one is given, a local date-time where only the hour is, else the day."""
    if time is None:
        return day.isoformat()
    parts = time.groupdict()
    hour, minute, second = int(parts["hour"]), int(parts.get("minute") or 0), int(parts.get("second") or 0)
    half = (parts.get("ampm") or "").lower() or {"午後": "p", "下午": "p", "오후": "p"}.get(parts.get("half") or "", "")
    if half == "p" and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    if hour > 23:
        return day.isoformat()
    moment = datetime(day.year, day.month, day.day, hour, minute, second)
    zone = _zone(parts)
    return (moment if zone is None else moment.replace(tzinfo=zone)).isoformat()


def _zone(parts: dict[str, str | None]) -> timezone | None:
    """The offset from UTC that a time names: by letters, by sign and hours, or by both (GMT+10)."""
    name = (parts.get("zone") or "").lower()
    base = _ZONES.get(name)
    if parts.get("off") and (base == 0 or not name):
        minutes = int(parts["off"] or 0) * 60 + int(parts.get("offmin") or 0)
        base = -minutes if parts["sign"] in "-−" else minutes  # type: ignore[operator]
    if base is None or abs(base) > 14 * 60:
        return None
    return timezone(timedelta(minutes=base))
