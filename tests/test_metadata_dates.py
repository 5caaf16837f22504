"""Dates in many languages, and what is no date."""

from __future__ import annotations

from datetime import date

import pytest

from cleaner import clean, plain
from cleaner.metadata import dates, fields
from cleaner.metadata.dates import datelines, filed, worded
from cleaner.metadata.text import View
from cleaner.model import Decision, Head
from cleaner.rules import calendar

BODY = (
    "The river rose by two metres on Monday after the storm, the mayor said, and the old bridge was closed to traffic."
)


@pytest.mark.parametrize(
    "text",
    [
        "Mar 2025",
        "in 2024 about 15 people",
        "1 of 2025 items",
        "202507101306",
        "version 1.2.2024.5",
        "call 12-34-5678",
        "31/02/2025",
        "3 hours ago",
        "Monday, 10 July",
        "10 Foo 2025",
        "Jul-10.2025",
        "Foo-10-2025",
        "the A330Foo 10, 2025",
        "The 10 best of 2025, from May to July",
        "17:50",
        "",
    ],
)
def test_no_date(text):
    assert list(dates.scan(text, language="en", order="dmy")) == []


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("ar", "١٠ يوليو ٢٠٢٥", "2025-07-10"),
        ("ar", "10 كانون الثاني 2025", "2025-01-10"),
        ("en", "Post time: Jul-10-2025", "2025-07-10"),
        ("en", "Jul.10.2025", "2025-07-10"),
        ("en", "Jul/10/2025", "2025-07-10"),
        ("en", "July 10 ,2025", "2025-07-10"),
        ("en", "By Ana CruzJuly 10, 2025", "2025-07-10"),
        ("cs", "10. 7. 2025", "2025-07-10"),
        ("da", "10. juli 2025 kl. 13.06", "2025-07-10T13:06:00"),
        ("de", "Stand: 10. Juli 2025, 13:06 Uhr", "2025-07-10T13:06:00"),
        ("de", "28.04.23, 19:09", "2023-04-28T19:09:00"),
        ("el", "10 Ιουλίου 2025", "2025-07-10"),
        ("en", "10 Jul 2025, 13:06 GMT+10", "2025-07-10T13:06:00+10:00"),
        ("en", "12 Jul 2024 10:00 GMT", "2024-07-12T10:00:00+00:00"),
        ("en", "Nov. 5, 2025 7:03 p.m. EST", "2025-11-05T19:03:00-05:00"),
        ("en", "December 19, 2025 @08:00PM", "2025-12-19T20:00:00"),
        ("en", "12:30 am, 4 May 2024", "2024-05-04T00:30:00"),
        ("en", "17:50, 11 November 2025", "2025-11-11T17:50:00"),
        ("en", "2025-07-10", "2025-07-10"),
        ("en", "Posted 25/12/2024 by", "2024-12-25"),
        ("en", "Ana Cruz wrote in 1999May 10, 2025", "2025-05-10"),
        ("es", "10 de julio de 2025 - 13:06", "2025-07-10T13:06:00"),
        ("fi", "10.7.2025 klo 13.06", "2025-07-10T13:06:00"),
        ("fr", "Publié le 1er juillet 2025 à 13h06", "2025-07-01T13:06:00"),
        ("hi", "10 जुलाई 2025", "2025-07-10"),
        ("hr", "10. listopada 2025.", "2025-10-10"),
        ("hu", "2025. július 10. 13:06", "2025-07-10T13:06:00"),
        ("ja", "2025年7月10日 20時50分", "2025-07-10T20:50:00"),
        ("ko", "2025.05.15 오후 3:05", "2025-05-15T15:05:00"),
        ("lt", "2025 m. liepos 10 d.", "2025-07-10"),
        ("lv", "2025. gada 10. jūlijs", "2025-07-10"),
        ("pl", "10 listopada 2025", "2025-11-10"),
        ("pt", "10 de jul. de 2025 às 13h06", "2025-07-10T13:06:00"),
        ("ru", "14.05.2025, 20:28", "2025-05-14T20:28:00"),
        ("ru", "10 июля 2025 года", "2025-07-10"),
        ("be", "10 траўня 2025", "2025-05-10"),
        ("eo", "10 aŭgusto 2025", "2025-08-10"),
        ("fy", "10 maaie 2025", "2025-05-10"),
        ("pt", "10/jul/2025", "2025-07-10"),
        ("sr", "10. јуна 2025. у 13:06", "2025-06-10T13:06:00"),
        ("th", "10/07/2568", "2025-07-10"),
        ("th", "10 กรกฎาคม 2568", "2025-07-10"),
        ("tr", "10 Temmuz 2025 Perşembe 13:06", "2025-07-10T13:06:00"),
        ("uk", "10 липня 2025, 13:06", "2025-07-10T13:06:00"),
        ("vi", "10 thg 7, 2025", "2025-07-10"),
        ("vi", "10 tháng 7 năm 2025", "2025-07-10"),
        ("zh", "2025年7月10日 13:06", "2025-07-10T13:06:00"),
    ],
)
def test_date_of_a_line(language, text, value):
    assert [w.value for w in dates.scan(text, language=language, order=dates.order_of(language))] == [value]


@pytest.mark.parametrize(
    ("language", "region", "value"),
    [
        ("en", None, None),
        (None, None, None),
        ("en", "US", "2025-03-04"),
        ("en", "GB", "2025-04-03"),
        ("de", None, "2025-04-03"),
    ],
)
def test_order_of_day_and_month(language, region, value):
    found = list(dates.scan("03/04/2025", language=language, order=dates.order_of(language, region)))
    assert [(w.value, w.raw) for w in found] == [(value, "03/04/2025")]


@pytest.mark.parametrize("raw", ["", "soon", "T13:06", "0000-00-00", "2025-13-01T00:00:00Z", "12", "9" * 500])
def test_no_machine_date(raw):
    assert dates.machine(raw) is None


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("2025-07-10T13:06:00.123Z", "2025-07-10T13:06:00+00:00"),
        ("2025-07-10T13:06:00-0500", "2025-07-10T13:06:00-05:00"),
        ("2025-07-10 13:06:00 +01:00", "2025-07-10T13:06:00+01:00"),
        ("2025-07-10T00:00:00", "2025-07-10"),
        ("20250710", "2025-07-10"),
        ('"2025-07-10T13:06:00Z"', "2025-07-10T13:06:00+00:00"),
        ("Jul 10, 2025", "2025-07-10"),
        ("Thu, 10 Jul 2025 13:06:00 GMT", "2025-07-10T13:06:00+00:00"),
        ("Thu Jul 10 13:06:00 CEST 2025", "2025-07-10T13:06:00+02:00"),
        ("Thu, 07/10/2025 - 13:06", "2025-07-10T13:06:00"),
        ("Tue, 07/10/2025 - 13:06", "2025-10-07T13:06:00"),
    ],
)
def test_machine_date(raw, value):
    assert dates.machine(raw).value == value


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/2025/07/1099", None),
        ("https://a.example/20259999/x", None),
        ("https://a.example/id-12025071012/x", None),
        ("https://a.example/2025/best/10/river", None),
        ("https://a.example/2025/february/30/river", None),
        ("https://a.example/2025-07/1099/river", None),
        ("https://a.example/2025/7/10/1099", None),
        ("https://a.example/2025/0710", None),
        ("https://a.example/news?from=2025-07-10", None),
        ("https://a.example/2025/7/10/river", "2025-07-10"),
        ("https://a.example/n1/2025/0710/c1001.html", "2025-07-10"),
        ("https://a.example/202507/10/river", "2025-07-10"),
        ("https://a.example/2025-07/10/river", "2025-07-10"),
        ("https://a.example/2025/july/10/river", "2025-07-10"),
        ("https://a.example/2025/07/10/river", "2025-07-10"),
        ("https://a.example/news/2025-07-10-river", "2025-07-10"),
        ("https://a.example/a/river_20250710.html", "2025-07-10"),
    ],
)
def test_date_of_an_address(url, day):
    found = filed.in_url(url)
    assert (found and found.value) == day


def published(*rows: tuple[str, str], head: Head | None = None, **options):
    document = plain.read("\n".join(line for _, line in rows))
    if head is not None:
        import dataclasses

        document = dataclasses.replace(document, head=head)
    decisions = [Decision(i, label, label, 0.0, "", "", "") for i, (label, _) in enumerate(rows)]
    return fields(document, decisions, **options)


@pytest.mark.parametrize(
    "rows",
    [
        [("caption", "The bridge on 10 July 2025. Photo: L. Ode"), ("body", BODY)],
        [
            ("body", BODY + " It was built by hand and opened on 10 July 1998 by the governor and the bishop."),
        ],
        [("title", "River rises"), ("body", BODY), ("legal", "© 10 July 2025 Harbour Times")],
        [("title", "River rises"), ("body", BODY), ("related", "9 July 2025: Storm comes")],
        [("title", "River rises"), ("navigation", "Last updated 10 July 2025"), ("body", BODY)],
        [("title", "River rises"), ("date", "10 July 1959"), ("body", BODY)],
        [
            ("title", "River rises"),
            ("date", "Hundreds on the meadow by the old bridge, on 10 July 2025, in Harlow. Lena Ode / Harbour Wire"),
            ("body", BODY),
        ],
        [("title", "River rises"), ("body", BODY), ("heading", "Storm over harbour and bridge, 9 July 2025")],
        [("title", "River rises"), ("body", "Workers near the old bridge, 9 July 2025"), ("body", BODY)],
        [("title", "River rises"), ("body", "9 July 2025: The governor opened the bridge"), ("body", BODY)],
        [("title", "River rises"), ("navigation", "Event date: 10 July 2025"), ("body", BODY)],
    ],
)
def test_a_date_that_is_not_the_articles(rows):
    found = published(*rows)
    assert found.value("date_published") is None
    assert found.flags == ()


UPDATED = ("navigation", "Last update:")


@pytest.mark.parametrize(
    ("rows", "day", "modified"),
    [
        # What the line above says of the date, with and without a label.
        ([("date", "Updated"), ("date", "10 July 2025"), ("body", BODY)], None, "2025-07-10"),
        ([("date", "Updated"), ("date", ":"), ("date", "10 July 2025"), ("body", BODY)], None, "2025-07-10"),
        ([("navigation", "Update on rivers, 3 May"), ("date", "10 July 2025"), ("body", BODY)], "2025-07-10", None),
        ([("date", "Published"), ("date", "10 July 2025"), UPDATED, ("date", "11 July 2025"), ("body", BODY)],
         "2025-07-10", "2025-07-11"),
        # A line that goes on with the day of a change, below the article too.
        ([("body", BODY), ("appeal", "10 July 2025. Updated: 11 July 2025")], "2025-07-10", "2025-07-11"),
        ([("body", BODY), ("appeal", "10 July 2025. Closed: 11 July 2025")], None, None),
        # Two days without a blank between them, of which the earlier is of publication.
        ([("navigation", "July 10, 2025May 3, 2025"), ("body", BODY)], "2025-05-03", None),
        ([("related", "On May 3, 2025July 10, 2025 By Ana Cruz In Rivers, Storms"), ("body", BODY)],
         "2025-05-03", "2025-07-10"),
        # A section's name above is no word on the date.
        ([("byline", "Weekly Updates"), ("date", "10 July 2025"), ("body", BODY)], "2025-07-10", None),
        # The stations of a paper on its way to print.
        ([("legal", "Received 10 July 2025; Accepted 11 July 2025"), ("body", BODY)], None, None),
    ],
)  # fmt: skip
def test_published_and_updated_by_what_stands_beside(rows, day, modified):
    found = published(("title", "River rises"), *rows)
    assert (found.value("date_published"), found.value("date_modified")) == (day, modified)


FAR = [("navigation", name) for name in ("Rivers", "Storms", "Harbour", "Bridges", "Ports")]


@pytest.mark.parametrize(
    ("rows", "day"),
    [
        # The one date of a page, near the article's beginning; far above it the site's own.
        ([("navigation", "10 July 2025"), *FAR, *FAR, ("body", BODY)], None),
        ([("navigation", "10 July 2025 and the days after it on the river"), *FAR[:2], ("body", BODY)], None),
        ([("navigation", "10 July 2025"), *FAR[:2], ("body", BODY)], "2025-07-10"),
        # Beside a reading time or an author's name.
        ([*FAR, ("related", "Storm of 10 July 2025"), *FAR[:2], ("body", BODY)], None),
        ([*FAR, ("related", "By Ana Cruz on 10 July 2025 | Comments"), ("body", BODY)], "2025-07-10"),
        ([*FAR, ("navigation", "10 July 2025 · 30 min · 5120 words"), *FAR[:3], ("body", BODY)], "2025-07-10"),
        ([*FAR, ("navigation", "10 July 2025"), ("navigation", "8 min read"), *FAR[:3], ("body", BODY)], "2025-07-10"),
    ],
)
def test_a_date_above_the_article(rows, day):
    assert published(*rows).value("date_published") == day


@pytest.mark.parametrize(
    ("rows", "url", "day"),
    [
        # The only day of a page, far above the article, and not on a line that says more.
        ([*FAR * 2, ("navigation", "Friday, 10 July 2025"), *FAR * 5, ("body", BODY)], None, None),
        ([*FAR * 2, ("navigation", "Fair on 10 July 2025"), *FAR * 5, ("body", BODY)], None, None),
        ([*FAR * 2, ("legal", "10 July 2025"), *FAR * 5, ("body", BODY)], None, None),
        ([*FAR * 2, ("navigation", "Updated:"), ("navigation", "10 July 2025"), *FAR * 5, ("body", BODY)], None, None),
        ([*FAR * 2, ("navigation", "10 July 2025"), *FAR * 5, ("body", BODY)], None, "2025-07-10"),
        ([*FAR * 2, ("navigation", "Ana Cruz, 10 July 2025"), *FAR * 5, ("body", BODY)], None, "2025-07-10"),
        # Below the article only with a word, or below a byline; and never if a line calls it that of a change.
        ([("body", BODY), *FAR * 3, ("navigation", "10 July 2025")], None, None),
        ([("body", BODY), *FAR * 3, ("promo", "Published 10 July 2025"), ("legal", "Updated 10 July 2025")],
         None, None),
        ([("body", BODY), *FAR * 3, ("promo", "Published 10 July 2025"), ("promo", "11 July 2025")], None, None),
        ([("body", BODY), *FAR * 3, ("promo", "Published 10 July 2025")], None, "2025-07-10"),
        ([("body", BODY), *FAR * 3, ("promo", "03/04/2025"), ("promo", "Published 10 July 2025")], None, "2025-07-10"),
        ([("body", BODY), ("byline", "By Ana Cruz"), ("date", "10 July 2025")], None, "2025-07-10"),
        ([("body", BODY), ("byline", "By"), ("promo", "Ana Cruz"), ("promo", "10 July 2025")], None, "2025-07-10"),
        ([("body", BODY), ("byline", "Also"), ("promo", "Ana Cruz"), ("promo", "10 July 2025")], None, None),
        # The month of the address chooses among several days.
        ([("body", BODY), *FAR * 3, ("promo", "Published 10 July 2025"), ("promo", "11 June 2025")],
         "https://harbour.example/2025/08/river", None),
        ([("body", BODY), *FAR * 3, ("promo", "Published 10 July 2025"), ("promo", "11 June 2025")],
         "https://harbour.example/2025/07/river", "2025-07-10"),
    ],
)  # fmt: skip
def test_the_only_day_of_a_page(rows, url, day):
    assert published(("title", "River rises"), *rows, url=url).value("date_published") == day


def test_a_comment_s_day_does_not_contest_one_above_the_article():
    comment = ("date", "4 September 2025 at 7:05 pm")
    rows = [("title", "River rises"), ("byline", "River notes"), ("navigation", "10 July 2025"), *FAR, *FAR[:2]]
    assert published(*rows, ("body", BODY), *FAR * 3, comment).value("date_published") == "2025-07-10"
    assert published(*rows, *FAR * 2, comment, ("body", BODY)).value("date_published") != "2025-07-10"


def test_the_first_lines_of_a_page_hold_the_day_of_the_visit():
    def day(*above: tuple[str, str]) -> object:
        rows = [*FAR * 4, ("title", "River rises"), ("body", BODY)]
        return published(*above, ("navigation", "10 July 2025"), *rows).value("date_published")

    assert day() is None
    assert day(*FAR, *FAR) == "2025-07-10"


@pytest.mark.parametrize(
    ("line", "url", "day"),
    [
        ("12 July 2025", "https://harbour.example/river", "2025-07-12"),
        ("12 July 2025", "https://harbour.example/2025/07/10/river", "2025-07-10"),
        ("11 July 2025", "https://harbour.example/2025/07/10/river", "2025-07-11"),  # another time zone
        ("10 July 2025, 13:06", "https://harbour.example/2025/07/10/river", "2025-07-10T13:06:00"),
        ("11 July 2025 | 3 May 2025", "https://harbour.example/2025/07/10/river", "2025-07-10"),
    ],
)
def test_the_day_under_which_an_address_files_an_article(line, url, day):
    rows = [("title", "River rises"), ("date", line), ("body", BODY)]
    assert published(*rows, url=url).value("date_published") == day


@pytest.mark.parametrize(
    ("rows", "day"),
    [
        # Two days in a row, of which only one is labelled; on lines that say more they are of two articles.
        ([("navigation", "Storm of 9 July 2025"), ("date", "10 July 2025")], "2025-07-10"),
        ([("navigation", "9 July 2025"), ("date", "10 July 2025")], "2025-07-09"),
        # A time behind each of two days that a renderer joined.
        ([("related", "9 July 2025 / 23:07 GMT9 July 2025 / 23:07 GMT")], "2025-07-09"),
    ],
)
def test_two_days_side_by_side(rows, day):
    found = published(("title", "River rises"), ("byline", "Rivers"), *rows, ("body", BODY)).value("date_published")
    assert found is not None
    assert str(found)[:10] == day


def test_a_table_of_days_in_numbers_is_of_no_article():
    table = [("date", f"{month}/1/2024 | +{month}.9%") for month in range(1, 12)]
    rows = [("title", "Prices rise"), *FAR * 2, *table, ("body", BODY)]
    assert published(*rows, head=Head(language="en-US")).value("date_published") is None


def test_dates_of_a_list_give_way_to_the_one_at_the_headline():
    rows = [("title", "River rises"), ("related", "3 May 2021 by Ana Cruz"), ("body", BODY)]
    days = [("date", f"{day} July 2025") for day in range(9, 3, -1)]
    assert published(*days[:1], *rows).value("date_published") == "2025-07-09"
    assert published(*days, *rows).value("date_published") == "2021-05-03"


def test_a_date_inside_the_article_is_hardly_its_own():
    rows = [("navigation", "10 July 2025"), ("title", "Fairs of the year"), *[("body", BODY)] * 20]
    fair = ("date", "Fair on 5 May 2026")
    assert published(*rows, fair, ("body", BODY)).value("date_published") == "2025-07-10"
    assert published(*rows[1:], fair, ("body", BODY)).value("date_published") is None


@pytest.mark.parametrize(
    ("others", "day"),
    [
        (("Storm comes", "Bridge closed"), None),
        (("3/25/2025 Storm comes", "25/3/2025 Bridge closed"), None),
        (("3/25/2025 Storm comes", "Version 1.2.25"), "2025-03-04"),
        (("25/3/2025 Storm comes", "Bridge closed 1/2/2025"), "2025-04-03"),
    ],
)
def test_the_page_s_other_dates_tell_the_order(others, day):
    lines = ("River rises", "Published 03/04/2025", BODY, *["More on rivers"] * 20, *others)
    document = plain.read("\n".join(lines))
    labels = ("title", "date", "body", *["related"] * 22)
    found = fields(document, [Decision(i, label, label, 0.0, "", "", "") for i, label in enumerate(labels)])
    assert found.value("date_published") == day


@pytest.mark.parametrize(
    ("other", "day"),
    [
        ("Storm comes, March 5, 2025", None),
        ("Storm comes, March 4, 2024", None),
        ("Storm comes, March 4, 2025", "2025-03-04"),
        ("Storm comes, 3 April 2025", "2025-04-03"),
    ],
)
def test_another_date_near_by_tells_which_of_two_readings_is_meant(other, day):
    rows = [("title", "River rises"), ("date", "Published 03/04/2025"), ("navigation", other), ("body", BODY)]
    found = published(*rows)
    assert (found.value("date_published"), found.flags) == (day, () if day else ("date_ambiguous",))


@pytest.mark.parametrize(
    ("row", "day"),
    [
        # Directly under the headline, though the article has begun: a caption's day is not the article's.
        (("related", "The old bridge in the harbour on a quiet morning, 10 July 2025"), None),
        (("related", "10 July 2025: storm"), "2025-07-10"),
    ],
)
def test_a_date_under_the_headline_where_the_article_has_begun(row, day):
    rows = [("title", "River rises"), ("body", BODY), row, ("body", BODY)]
    assert published(*rows).value("date_published") == day


def test_a_time_element_tells_the_order_that_a_page_uses_against_its_language():
    def found(moment: str) -> object:
        html = f"""<html lang=en-GB><title>River rises</title><body><h1>River rises after the storm</h1>
        <div>10/12/2023 7:38 PM</div><time datetime="{moment}"></time><article><p>{BODY}</p><p>{BODY}</p></article>"""
        return clean(html, kind="html").metadata["date_published"]

    assert str(found("2023-10-05T19:38:00"))[:10] == "2023-12-10"
    assert str(found("2023-10-12T19:38:00"))[:10] == "2023-10-12"


def test_an_ambiguous_date_is_left_raw_and_flagged():
    found = published(("title", "River rises"), ("date", "Published 03/04/2025"), ("body", BODY))
    assert found.value("date_published") is None
    assert found.value("date_published_raw") == "03/04/2025"
    assert found.flags == ("date_ambiguous",)


def test_the_address_tells_which_of_two_readings_is_meant():
    rows = [("title", "River rises"), ("date", "Published 03/04/2025"), ("body", BODY)]
    found = published(*rows, url="https://harbour.example/2025/04/03/river")
    assert (found.value("date_published"), found.flags) == ("2025-04-03", ())
    found = published(*rows, url="https://harbour.example/2024/01/01/river")
    assert (found.value("date_published"), found.flags) == (None, ("date_ambiguous",))


def test_the_host_s_country_tells_the_order():
    rows = [("title", "River rises"), ("date", "Published 03/04/2025"), ("body", BODY)]
    assert published(*rows, url="https://harbour.uk/news").value("date_published") == "2025-04-03"
    assert published(*rows, url="https://harbour.gov/news").value("date_published") == "2025-03-04"


def test_published_and_updated_are_told_apart():
    found = published(
        ("title", "River rises"), ("date", "Published 10 July 2025 13:06 | Updated 11 July 2025"), ("body", BODY)
    )
    assert found.value("date_published") == "2025-07-10T13:06:00"
    assert found.value("date_modified") == "2025-07-11"


def test_a_navigation_line_may_hold_the_date():
    found = published(("navigation", " date 2025-07-10 World Society Sport"), ("title", "River rises"), ("body", BODY))
    assert found.value("date_published") == "2025-07-10"


def test_the_address_s_date_is_the_last_resort():
    url = "https://harbour.example/2025/07/10/river"
    found = published(("title", "River rises"), ("body", BODY), url=url)
    assert (found["date_published"].value, found["date_published"].source) == ("2025-07-10", "url")
    found = published(("title", "River rises"), ("date", "Published 9 July 2025"), ("body", BODY), url=url)
    assert (found["date_published"].value, found["date_published"].source) == ("2025-07-09", "text")


def test_a_date_before_the_web_needs_two_places():
    old = {"datePublished": "1969-07-20", "@type": "NewsArticle"}
    rows = [("title", "River rises"), ("body", BODY)]
    assert published(*rows, head=Head(json_ld=(old,))).value("date_published") is None
    twice = Head(json_ld=(old,), meta={"article:published_time": ("1969-07-20",)})
    assert published(*rows, head=twice).value("date_published") == "1969-07-20"


def test_an_earlier_date_under_the_headline_beats_a_declared_one():
    head = Head(json_ld=({"datePublished": "2025-07-10", "@type": "BlogPosting"},))
    rows = [("title", "River rises"), ("date", "Published 3 May 2021"), ("body", BODY)]
    assert published(*rows, head=head).value("date_published") == "2021-05-03"
    later = [("title", "River rises"), ("date", "Published 3 May 2026"), ("body", BODY)]
    assert published(*later, head=head).value("date_published") == "2025-07-10"


def test_what_was_changed_on_a_day_was_there_by_then():
    head = Head(json_ld=({"datePublished": "2025-07-10", "dateModified": "2025-07-10", "@type": "BlogPosting"},))
    rows = [("title", "River rises"), ("date", "Page updated: 8 July 2025"), ("body", BODY)]
    assert published(*rows, head=head).value("date_published") == "2025-07-08"
    later = [("title", "River rises"), ("date", "Page updated: 12 July 2025"), ("body", BODY)]
    assert published(*later, head=head).value("date_published") == "2025-07-10"


@pytest.mark.parametrize(
    ("moment", "day"),
    [("2025-07-10T09:21:40", "2025-07-09"), ("2025-07-10T09:21:40+02:00", "2025-07-10"), ("2025-07-10", "2025-07-10")],
)
def test_a_news_page_s_own_clock_is_in_no_other_zone(moment, day):
    head = Head(json_ld=({"datePublished": moment, "@type": "NewsArticle"},))
    rows = [("title", "River rises"), ("date", "Published 9 July 2025"), ("body", BODY)]
    assert str(published(*rows, head=head).value("date_published"))[:10] == day


@pytest.mark.parametrize(
    ("below", "day"),
    [
        (("navigation", "By Ana Cruz - July 8, 2025"), "2025-07-08"),
        (("navigation", "By Ana Cruz - July 13, 2025"), "2025-07-12"),
        (("navigation", "Bridge closed on July 8, 2025"), "2025-07-12"),
    ],
)
def test_the_day_of_the_visit_gives_way_to_a_byline_s(below, day):
    rows = [("date", "Saturday, July 12, 2025"), ("navigation", "Harbour"), ("title", "River rises"), below]
    assert published(*rows, ("body", BODY)).value("date_published") == day


@pytest.mark.parametrize(
    "line",
    [
        "Harbour, Thursday, 10 July 2025",
        "By Ana Cruz of the Harbour Times, 10 July 2025",
        "Published there for the town, 10 July 2025",
        "Bridge shut after storms, 10 July 2025",  # the headline again
    ],
)
def test_a_kept_line_that_says_the_article_s_own_day(line):
    rows = [("title", "Bridge shut after storms"), ("body", line), ("body", BODY)]
    assert published(*rows).value("date_published") == "2025-07-10"


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/2022/river-rises", None),
        ("https://a.example/2025/river-rises", "2025-07-10"),
        ("https://a.example/2024/x/2022/river-rises", "2025-07-10"),
        ("https://a.example/best-of-2022/river-rises", "2025-07-10"),
    ],
)
def test_the_year_under_which_an_address_files_an_article(url, day):
    rows = [("title", "River rises"), ("date", "10 July 2025"), ("body", BODY)]
    assert published(*rows, url=url).value("date_published") == day


def test_dates_of_two_articles_give_none():
    far = [("navigation", "Rivers"), ("navigation", "Storms"), ("navigation", "Harbour")]
    rows = [("title", "River rises"), ("date", "10 July 2025"), *far, ("date", "3 May 2024"), ("body", BODY)]
    assert published(*rows).value("date_published") is None
    url = "https://harbour.example/2025/07/10/river"
    assert published(*rows, url=url).value("date_published") == "2025-07-10"


@pytest.mark.parametrize(
    ("before", "day"),
    [
        ("HARLOW, July 10, 2025 (Harbour Wire) -- ", "2025-07-10"),
        ("Harlow, 10. Juli 2025 – ", "2025-07-10"),
        ("On 10 July 2025 - a Thursday - it rained. ", None),
        ("In Harlow, 10 July 2025 is a holiday. ", None),
        ("Harlow is old. Its fair, 10 July 2025 - ", None),
    ],
)
def test_the_day_in_an_agency_s_dateline(before, day):
    assert published(("title", "River rises"), ("body", before + BODY)).value("date_published") == day


def test_a_moment_declared_as_a_number():
    article = {"@type": "NewsArticle", "headline": "River rises", "datePublished": 1752152760}
    found = published(("title", "River rises"), ("body", BODY), head=Head(json_ld=(article,)))
    assert found.value("date_published") == "2025-07-10T13:06:00+00:00"


def test_of_two_dates_side_by_side_the_earlier_is_of_publication():
    rows = [("title", "River rises"), ("date", "10 July 2025"), ("date", "3 May 2024"), ("body", BODY)]
    assert published(*rows).value("date_published") == "2024-05-03"


def test_a_date_beside_a_byline_and_a_reading_time():
    long = "was the longest of the nights in which the river had risen over its old stone banks and dykes"
    rows = [("title", "River rises"), ("navigation", "Ana Maria Cruz-Weber July 10, 2025 — 7 minutes read")]
    assert published(*rows, ("body", BODY)).value("date_published") == "2025-07-10"
    told = [rows[0], ("navigation", f"July 10, 2025 {long}"), ("body", BODY)]
    assert published(*told).value("date_published") is None


def test_a_publication_renewed_at_the_last_change_gives_way():
    moment = "2025-11-29T12:28:31-05:00"
    article = {"@type": "Article", "datePublished": moment, "dateModified": moment}
    rows = [("title", "River rises"), ("body", BODY)]
    assert published(*rows, head=Head(json_ld=(article,))).value("date_published") == moment
    both = Head(json_ld=(article,), meta={"article:published_time": ("2025-08-08",)})
    assert published(*rows, head=both).value("date_published") == "2025-08-08"


def test_a_meta_name_with_several_days_is_of_other_articles():
    days = ("2025-08-08", "2025-08-09", "2025-08-10")
    rows = [("title", "River rises"), ("body", BODY)]
    assert published(*rows, head=Head(meta={"datepublished": days})).value("date_published") is None
    assert published(*rows, head=Head(meta={"datepublished": days[:2]})).value("date_published") == days[0]


AFTER = [("title", "River rises"), ("body", BODY), ("share", "Share")]


@pytest.mark.parametrize(
    ("rows", "day"),
    [
        ([*AFTER, ("related", "Storm comes"), ("related", "9 July 2025")], None),
        ([*AFTER, ("promo", "Subscribe now"), ("promo", "9 July 2025")], None),
        ([*AFTER, ("promo", "Published"), ("promo", "9 July 2025")], "2025-07-09"),
        ([*AFTER, ("related", "Published: 9 July 2025")], "2025-07-09"),
        ([*AFTER, ("legal", "Post time: Jul-09-2025")], "2025-07-09"),
        ([*AFTER, *AFTER[1:2] * 16, *AFTER[2:] * 9, ("promo", "Published 9 July 2025")], "2025-07-09"),
        ([*AFTER, *AFTER[1:2] * 16, *AFTER[2:] * 9, ("legal", "Published 9 July 2025")], None),
    ],
)
def test_a_line_below_the_article_that_says_that_it_is_its_date(rows, day):
    assert published(*rows).value("date_published") == day


def test_a_date_after_the_crawl_is_not_believed():
    rows = [("title", "River rises"), ("date", "Published 10 July 2025"), ("body", BODY)]
    assert published(*rows, crawled=date(2025, 7, 10)).value("date_published") == "2025-07-10"
    assert published(*rows, crawled=date(2025, 7, 9)).value("date_published") is None
    head = Head(json_ld=({"@type": "NewsArticle", "datePublished": "2031-01-01"},))
    assert published(*rows[:1], *rows[2:], head=head, crawled=date(2025, 7, 9)).value("date_published") is None


def test_the_months_are_those_that_the_rules_know():
    names = {name: kind for name, kind in calendar.names().items() if kind != "day"}
    known = {name for months in worded.names().months.values() for name in months}
    assert len(known) > 900
    assert known == set(names)


def test_every_language_has_twelve_months():
    by_language, anywhere, _ = worded.names()
    assert len(by_language) > 70
    for language, names in by_language.items():
        assert set(names.values()) == set(range(1, 13)), language
    assert anywhere["july"] == 7
    assert anywhere["listopada"] == 0  # November in Polish, October in Croatian


@pytest.mark.parametrize(
    ("line", "confidence"),
    [
        ("10 July 2025", 0.9),
        ("11 July 2025", 0.9),  # another time zone
        ("Updated 12 August 2025", 0.9),
        ("12 August 2025", 0.65),
    ],
)
def test_a_declared_day_is_less_sure_where_the_page_shows_a_later_one(line, confidence):
    head = Head(json_ld=({"@type": "NewsArticle", "headline": "River rises", "datePublished": "2025-07-10"},))
    found = published(("title", "River rises"), ("date", line), ("body", BODY), head=head)
    assert found.value("date_published") == "2025-07-10"
    assert found["date_published"].confidence == confidence


@pytest.mark.parametrize(
    ("years", "rows", "day"),
    [
        # The article names years of late, but none of the year before the day that the page shows.
        ("in 2022 and 2023", [("date", "10 July 2025")], None),
        ("in 2023", [("navigation", "River notes"), ("date", "10 July 2025")], None),
        # It names the year itself, the last one, the next one, none, or history; or prices and the like.
        ("in 2023 and 2025", [("date", "10 July 2025")], "2025-07-10"),
        ("in 2024", [("date", "10 July 2025")], "2025-07-10"),
        ("in 2023, と2025年", [("date", "10 July 2025")], "2025-07-10"),
        ("until 2026", [("date", "10 July 2025")], "2025-07-10"),
        ("of late", [("date", "10 July 2025")], "2025-07-10"),
        ("in 1998 and 2014", [("date", "10 July 2025")], "2025-07-10"),
        ("for $2023 and 2022% more", [("date", "10 July 2025")], "2025-07-10"),
        # The date is tied to the article's publication.
        ("in 2023", [("date", "Published 10 July 2025")], "2025-07-10"),
        ("in 2023", [("date", "10 July 2025 · 5 min read")], "2025-07-10"),
        ("in 2023", [("date", "10 July 2025, 13:06")], "2025-07-10T13:06:00"),  # newsrooms give the time
        ("in 2023", [("byline", "By Ana Cruz, 10 July 2025")], "2025-07-10"),
        ("in 2023", [("byline", "By Ana Cruz"), ("date", "10 July 2025")], "2025-07-10"),
        ("in 2023", [("byline", "Von dpa 10. Juli 2025")], "2025-07-10"),
        # A name stands right beside it, or below its picture, but not farther off.
        ("in 2023", [("date", "10 July 2025"), ("navigation", "Ana Cruz")], "2025-07-10"),
        ("in 2023", [("navigation", "Ana Cruz"), ("date", "10 July 2025")], "2025-07-10"),
        ("in 2023", [("date", "10 July 2025"), ("caption", "[river-1200]"), ("navigation", "Ana Cruz")], "2025-07-10"),
        ("in 2023", [("date", "10 July 2025"), ("navigation", "/"), ("navigation", "Ana Cruz")], None),
    ],
)
def test_an_article_that_is_older_than_the_day_that_its_page_shows(years, rows, day):
    article = [("title", "River rises"), *rows, ("body", f"{BODY} It was as high {years}, she said.")]
    assert published(*article).value("date_published") == day
    assert str(published(*article, head=Head()).value("date_published"))[:10] == "2025-07-10"


def test_the_address_keeps_a_day_that_the_article_seems_older_than():
    rows = [("title", "River rises"), ("date", "10 July 2025"), ("body", f"{BODY} It was as high in 2023.")]
    assert published(*rows).value("date_published") is None
    assert published(*rows, url="https://harbour.example/2025/07/10/river").value("date_published") == "2025-07-10"


@pytest.mark.parametrize(
    ("line", "changed", "day"),
    [
        ("12 August 2025", None, "2025-07-10"),  # of the last change, as far as anybody knows
        ("12 August 2025", "2025-08-12", "2025-07-10"),
        ("12 August 2025", "2025-08-13", "2025-07-10"),  # another time zone
        ("Updated 12 August 2025", "2025-09-01", "2025-07-10"),
        ("12 August 2025", "2025-09-01", "2025-08-12"),
    ],
)
def test_a_later_day_that_is_not_the_last_change_s_is_when_it_came_out_again(line, changed, day):
    article = {
        "@type": "BlogPosting",
        "headline": "River rises",
        "datePublished": "2025-07-10",
        "dateModified": changed,
    }
    found = published(("title", "River rises"), ("date", line), ("body", BODY), head=Head(json_ld=(article,)))
    assert found.value("date_published") == day


@pytest.mark.parametrize(
    ("moment", "line", "value"),
    [
        ("2025-07-10T02:00:00+00:00", "8 July 2025", "2025-07-08"),
        ("2025-07-10T14:00:00+00:00", "9 July 2025", "2025-07-09"),
        ("2025-07-10T02:00:00-05:00", "9 July 2025", "2025-07-09"),
        ("2025-07-10T02:00:00+00:00", "9 July 2025", "2025-07-10T02:00:00+00:00"),
    ],
)
def test_a_night_in_greenwich_is_the_evening_before_elsewhere(moment, line, value):
    head = Head(json_ld=({"@type": "BlogPosting", "headline": "River rises", "datePublished": moment},))
    rows = [("title", "River rises"), ("date", line), ("body", BODY)]
    assert published(*rows, head=head).value("date_published") == value


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("17 December 2025", "2025-12-17"),
        ("30 November 2025", "2025-11-30"),  # another time zone
        ("17 June 2025", None),
    ],
)
def test_the_month_under_which_an_address_files_an_article(line, day):
    rows = [("title", "River rises"), ("date", line), ("body", BODY)]
    assert published(*rows, url="https://harbour.example/2025/12/river").value("date_published") == day


def likeliest(headline: int, *rows: tuple[str, str]) -> str | None:
    """The likeliest day on lines whose headline is known."""
    document = plain.read("\n".join(line for _, line in rows))
    view = View(document, [Decision(i, label, label, 0.0, "", "", "") for i, (label, _) in enumerate(rows)])
    found = datelines.in_lines(view, headline, language="en", order="mdy")
    return found[0].when.day if found else None


def test_a_signed_date_of_another_article():
    more = ("related", "More")
    line = ("related", "By Ana Cruz 7/10/2025 8/4/2025")  # of publication and of the last change
    article = [("title", "River rises"), ("body", BODY), more, ("related", "Mayor resigns"), ("related", "Storm comes")]
    assert likeliest(0, *article, line, more) is None
    assert likeliest(0, *article, line, ("navigation", "More")) == "2025-07-10"


def test_a_signed_date_right_under_the_headline_comes_before_those_of_other_headlines_above():
    others = [row for n in (17, 16) for row in (("related", f"Storm {n}"), ("date", f"12/{n}/2025"))]
    signed = ("related", "03/21/2017 by Ana Cruz, Candidate Representative to the Candidate Liaison Committee")
    told = ("related", "03/21/2017 and the many candidates, representatives and committees of the harbour")
    assert likeliest(4, *others, ("title", "River rises"), signed, ("body", BODY)) == "2017-03-21"
    assert likeliest(4, *others, ("title", "River rises"), told, ("body", BODY)) != "2017-03-21"
