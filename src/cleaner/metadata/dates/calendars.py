"""Days of other calendars than the Gregorian, where their words leave no doubt which one is meant.

Japanese eras and the Republic of China's years count from a year; the Ethiopian calendar is the Julian one with other
months (E. M. Reingold and N. Dershowitz, Calendrical Calculations, 2018, chapter 4); the Iranian and Afghan year begins
at the spring equinox, with eight leap years in 33 (right for 1865 to 2093; chapter 15). A month that Arabic names
twice, as the Levant and as Egypt does, is one.

Why not more: a day of the Islamic calendar depends on who has seen the moon, and one of the Nepalese on tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from cleaner.metadata.dates import worded
from cleaner.once import compiled

_ERAS = {"昭和": 1925, "平成": 1988, "令和": 2018, "民國": 1911, "民国": 1911}
_IRANIAN = (
    "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند",
    "حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت",
    "وری غویی غبرګولی چنګاښ زمری وږی تله لړم لیندۍ مرغومی سلواغه کب",
)
_ETHIOPIAN = (
    "መስከረም ጥቅምት ኅዳር ታኅሣሥ ጥር የካቲት መጋቢት ሚያዝያ ግንቦት ሰኔ ሐምሌ ነሐሴ ጳጉሜን",
    "መስከረም ጥቅምት ህዳር ታህሳስ ጥር የካቲት መጋቢት ሚያዚያ ግንቦት ሰኔ ሐምሌ ነሐሴ ጳጉሜ",
)
_NOWRUZ = (1400, date(2021, 3, 21))
_ENQUTATASH = (2008, date(2015, 9, 12))  # 2007 was a leap year
_NUMERIC = frozenset(("fa", "prs", "ps"))  # languages that write Iranian years in numbers; Arabic writes Islamic ones


def _months(*rows: str) -> dict[str, int]:
    return {name: number for row in rows for number, name in enumerate(row.split(), 1)}


def _any(names: dict[str, int]) -> str:
    return "|".join(sorted(names, key=lambda name: (-len(name), name)))


_IRANIAN_MONTHS, _ETHIOPIAN_MONTHS = _months(*_IRANIAN), _months(*_ETHIOPIAN)
_DAY = compiled(
    rf"""
      (?P<era> {"|".join(_ERAS)} ) \s? (?P<of_era> \d{{1,3}} | 元 ) \s? 年 \s? (?P<month_of_era> \d{{1,2}} ) \s? 月
      \s? (?P<day_of_era> \d{{1,2}} ) \s? 日
    | (?<![\d/]) (?P<iranian_day> \d{{1,2}} ) \s (?P<iranian> {_any(_IRANIAN_MONTHS)} ) (?: \sماه )? [،,]? \s
      (?: سال \s )? (?P<iranian_year> 1[34]\d\d ) (?!\d)
    | (?<![\d/.-]) (?P<year> 1[34]\d\d ) (?P<sep> [/-] ) (?P<month> \d{{1,2}} ) (?P=sep) (?P<day> \d{{1,2}} ) (?![\d/-])
    | (?: (?P<before> \d{{1,2}} ) \s )? (?<!\w) (?P<ethiopian> {_any(_ETHIOPIAN_MONTHS)} )
      (?: \s (?P<after> \d{{1,2}} ) (?!\d) )? (?: \s? ቀን )? [፣,]? \s (?P<ethiopian_year> (?:19|20)\d\d ) (?!\d)
    | (?<!\d) (?P<thai_day> \d{{1,2}} ) \s? (?P<thai> [\u0e00-\u0e7f.]{{3,12}} ) \s? (?P<thai_year> [3-9]\d )
      (?= \s? (?: $ | [|·•(),/-] | เวลา | \d\d?[.:]\d\d ) )
    | (?<!\d) (?P<day_twice> \d{{1,2}} ) \s (?P<one> [^\W\d]{{2,12}} (?: \s [^\W\d]{{2,8}} )? ) \s? [/(] \s?
      (?P<other> [^\W\d]{{2,12}} ) \s? \)? \s (?P<year_twice> (?:19|20)\d\d ) (?!\d)
    """,
    re.VERBOSE,
)


_SIGN = compiled(
    r"""1[34]\d\d(?!\d) | [元\d]\s?年 | [\u1200-\u137f]\D{0,8}(?:19|20)\d\d | [\u0e00-\u0e7f.]\s?[3-9]\d(?!\d)
      | [^\W\d_a-z][/)(]\s?[^\W\d_a-z]{0,12}\s?\)?\s(?:19|20)\d\d""",
    re.VERBOSE | re.IGNORECASE,
)
_NUMBERS = compiled(r"(?<!\d)1[34]\d\d[/-]\d\d?[/-]\d")
"""What each kind of day has, and few lines: quick to search."""


class Found(NamedTuple):
    """A day, and where its words stand."""

    day: date
    start: int
    end: int


def may_hold(text: str) -> bool:
    """Whether a line, digits as in ASCII, may hold a day of another calendar; finding out is cheap.

    >>> may_hold("9 พ.ค. 68"), may_hold("9 May 2025"), may_hold("9 أيار/مايو 2025")
    (True, False, True)
    """
    sign = _NUMBERS if text.isascii() else _SIGN
    return sign.search(text) is not None


def find(text: str, language: str | None = None) -> Iterator[Found]:
    """Give the days of other calendars in a line, in order of place.

    Args:
        text: a line, digits as in ASCII.
        language: its language; a year of four digits in numbers alone is Iranian only where that is written.

    >>> [str(f.day) for f in find("令和7年5月9日、民國114年5月9日")], [str(f.day) for f in find("19 اردیبهشت 1404")]
    (['2025-05-09', '2025-05-09'], ['2025-05-09'])
    >>> [str(f.day) for f in find("1404/02/19", "fa")], [str(f.day) for f in find("1447/01/25", "ar")]
    (['2025-05-09'], [])
    >>> [str(f.day) for f in find("ግንቦት 1 ቀን 2017")], [str(f.day) for f in find("9 أيار/مايو 2025")]
    (['2025-05-09'], ['2025-05-09'])
    >>> [str(f.day) for f in find("9 พ.ค. 68")], [str(f.day) for f in find("9 may/June 2025")]
    (['2025-05-09'], [])
    """
    for match in _DAY.finditer(text):
        try:
            day = _day(match, language)
        except ValueError:  # the 31st of a month of thirty days
            continue
        if day is not None:
            yield Found(day, *match.span())


def _day(match: re.Match[str], language: str | None) -> date | None:
    """The day of one match, None for what only looks like one; ValueError where a month has no such day."""
    if era := match["era"]:
        year = 1 if match["of_era"] == "元" else int(match["of_era"])
        return date(_ERAS[era] + year, int(match["month_of_era"]), int(match["day_of_era"]))
    if name := match["iranian"]:
        return _of_iran(int(match["iranian_year"]), _IRANIAN_MONTHS[name], int(match["iranian_day"]))
    if match["year"]:
        iranian = language in _NUMERIC
        return _of_iran(int(match["year"]), int(match["month"]), int(match["day"])) if iranian else None
    if name := match["ethiopian"]:
        number = match["after"] or match["before"]
        return _of_ethiopia(int(match["ethiopian_year"]), _ETHIOPIAN_MONTHS[name], int(number)) if number else None
    if name := match["thai"]:
        month = worded.month(name, "th")  # the solar calendar of Thailand counts from 543 BC
        return date(2500 - 543 + int(match["thai_year"]), month, int(match["thai_day"])) if month else None
    months = {worded.month(match[name], language) for name in ("one", "other")}
    month = months.pop() if len(months) == 1 else 0
    return date(int(match["year_twice"]), month, int(match["day_twice"])) if month else None


def _of_iran(year: int, month: int, day: int) -> date:
    """A day of the calendar of Iran and Afghanistan.

    >>> _of_iran(1403, 12, 30), _of_iran(1404, 1, 1)
    (datetime.date(2025, 3, 20), datetime.date(2025, 3, 21))
    """
    longest = 31 if month <= 6 else 30 if month <= 11 or _is_leap(year) else 29
    if not (1 <= month <= 12 and 1 <= day <= longest):
        raise ValueError("No such day.")
    first, begin = _NOWRUZ
    leaps = sum(map(_is_leap, range(first, year))) - sum(map(_is_leap, range(year, first)))
    within = 31 * (month - 1) - max(0, month - 7) + day - 1
    return begin + timedelta(days=365 * (year - first) + leaps + within)


def _is_leap(year: int) -> bool:
    return (25 * year + 11) % 33 < 8


def _of_ethiopia(year: int, month: int, day: int) -> date:
    """A day of the Ethiopian calendar: twelve months of thirty days and one of five or six.

    >>> _of_ethiopia(2017, 1, 1), _of_ethiopia(2015, 13, 6), _of_ethiopia(2016, 1, 1)
    (datetime.date(2024, 9, 11), datetime.date(2023, 9, 11), datetime.date(2023, 9, 12))
    """
    if not 1 <= day <= (30 if month <= 12 else 6 if year % 4 == 3 else 5):
        raise ValueError("No such day.")
    first, begin = _ENQUTATASH
    return begin + timedelta(days=365 * (year - first) + (year // 4 - first // 4) + 30 * (month - 1) + day - 1)
