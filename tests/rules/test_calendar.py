from __future__ import annotations

import pytest

from cleaner.rules.calendar import clock, holds_date, is_date


@pytest.mark.parametrize(
    "text",
    [
        "July 2021",
        "Chapter 10",
        "10:30",
        "1904",
        "March of the 12 men",
        "Version 10.2.1",
        "12/24",
        "10 July 2021: the bridge is closed",
        "11 November Avenue",
        "Call 11 22 33",
        "",
    ],
)
def test_a_line_that_says_more_or_less_is_no_date(text):
    assert not is_date(text)


@pytest.mark.parametrize(
    "text",
    [
        "10 Jul 2021, 13:06 GMT+10",
        "• 11 November, 2021",
        "Freitag, 26. April 2024",
        "Friday, 22 Nov 2024 4:55 PM MYT",
        "2021年1月13日 20時01分",
        "19.03.2024",
        "10 июля 2021 года, 14:05",
        "10 de julho de 2021 às 14h30",
        "le 12 mars 2024 à 10h05",
        "10 lipca 2021, 12:30",
        "2024-05-03T10:22:00+02:00",
        "12. helmikuuta 2024 klo 10.30",
        "2024. március 5., kedd",
        "٢٠٢٤/٠٥/٠٣",
        "3 مايو 2024",
        "2021년 7월 10일 13:06",
        "10 กรกฎาคม 2568",
        "१० जुलाई २०२१",
    ],
)
def test_a_date_is_found_in_many_languages(text):
    assert is_date(text)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("1:2", None),
        ("25:10", None),
        ("Luke 3:16", None),
        ("3:16 of the psalm", None),
        ("17:50", 1070),
        ("• 17:50", 1070),
        ("5:07 PM", 1027),
        ("16h30", 990),
        ("18.30 Uhr", 1110),
        ("20時01分", 1201),
    ],
)
def test_a_time_of_day_stands_alone(text, minutes):
    assert clock(text) == minutes


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Nine of March's ten days", False),
        ("Tides | Boats | Maps", False),
        ("Orla Finch | 4 June 2021 | Harlow", True),
        ("Harle · 04.06.2021 · Verkehr", True),
    ],
)
def test_a_date_may_stand_among_other_words(text, held):
    assert holds_date(text) is held
