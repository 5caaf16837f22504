"""Days of other calendars, and what only looks like one."""

from __future__ import annotations

import pytest

from cleaner.metadata import dates
from cleaner.metadata.dates import calendars


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fa", "31 مهر 1410"),  # a month of thirty days
        ("fa", "30 اسفند 1404"),  # no leap year
        ("fa", "7 مهر"),
        ("ar", "1447/01/25"),  # of the Islamic calendar, which begins when somebody has seen the moon
        ("en", "1404/02/19"),
        ("ar", "25 محرم 1447"),
        ("am", "ጳጉሜን 6 ቀን 2016"),
        ("am", "ግንቦት 2017"),
        ("ja", "令和7年"),
        ("ja", "令和7年13月9日"),
        ("zh", "民國百年"),
        ("th", "9 พ.ค. 68 คน"),  # people
        ("th", "9 คน 68"),
        ("ar", "9 أيار/يونيو 2025"),  # May or June
        ("en", "9 may/June 2025"),
        ("he", "בשנת 2031 9 אנשים"),
    ],
)
def test_no_day(language, text):
    assert [when.value for when in dates.scan(text, language=language)] == []


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("fa", "دوشنبه ۱۹ اردیبهشت ۱۴۰۴ - ۰۸:۰۰", "2025-05-09T08:00:00"),
        ("fa", "۱۴۰۴/۰۲/۱۹", "2025-05-09"),
        ("fa", "30 اسفند 1403", "2025-03-20"),
        ("fa", "1 فروردین 1399", "2020-03-20"),
        ("ps", "19 ثور 1404", "2025-05-09"),
        ("am", "ዓርብ፣ ግንቦት 1 ቀን 2017 ዓ.ም", "2025-05-09"),
        ("am", "መስከረም 1፣ 2016", "2023-09-12"),
        ("am", "ሜይ 9, 2025", "2025-05-09"),
        ("ja", "令和7年5月9日 8時05分", "2025-05-09T08:05:00"),
        ("ja", "平成元年1月8日", "1989-01-08"),
        ("zh", "中華民國114年5月9日", "2025-05-09"),
        ("th", "9 พ.ค. 68 เวลา 08:00 น.", "2025-05-09T08:00:00"),
        ("th", "๙ พฤษภาคม ๒๕๖๘", "2025-05-09"),
        ("ar", "9 أيار/مايو 2025", "2025-05-09"),
        ("ar", "9 كانون الثاني (يناير) 2025", "2025-01-09"),
        ("he", "ה-9 במאי 2025 בשעה 08:00", "2025-05-09T08:00:00"),
    ],
)
def test_day(language, text, value):
    assert [when.value for when in dates.scan(text, language=language)] == [value]


def test_a_day_in_two_calendars_is_two_dates_in_order_of_place():
    found = list(dates.scan("9 May 2025, ۱۹ اردیبهشت ۱۴۰۴, 10 May 2025", language="fa"))
    assert [(when.day, when.raw) for when in found] == [
        ("2025-05-09", "9 May 2025"),
        ("2025-05-09", "۱۹ اردیبهشت ۱۴۰۴"),
        ("2025-05-10", "10 May 2025"),
    ]


@pytest.mark.parametrize("text", ["9 May 2025", "ab" * 2000, "9 " * 2000, "ก " * 2000, "1404/" * 500, "年" * 2000])
def test_lines_without_such_days_are_soon_done(text):
    assert list(calendars.find(text, "fa")) == []
