"""The day, month or year under which an address files an article."""

from __future__ import annotations

import re

from cleaner.metadata.dates import When, civil, worded

_IN_URL = re.compile(
    r"""(?<!\d) (?P<year> (?:19|20)\d\d )
    (?: (?: / (?= \d{4}/ ) )? (?P<month> \d\d ) /? (?P<day> \d\d ) | [/_-] (?P<part> \d\d ) [/_-] (?P<of> \d\d )
      | / (?P<folder> \d\d? ) / (?P<below> \d\d? ) (?= /[^/]*[a-z-]{4} )
      | / (?P<name> [a-z]{3,9} ) / (?P<on> \d\d? ) )
    (?= [/_.-] | $ )""",
    re.VERBOSE | re.IGNORECASE,
)
_QUERY = re.compile(r"[?#].*")  # behind the path, where lists and calendars keep the days that they show
_MONTH_IN_URL = re.compile(r"/((?:19|20)\d\d)[/-](\d\d)(?=/|$)")
_YEAR_IN_URL = re.compile(r"(?<=/)(?:19|20)\d\d(?=/[^/]*[^\W\d_])")


def in_url(url: str) -> When | None:
    """The date in the path of an address, as many publishers file their articles.

    >>> in_url("https://example.org/news/2025/07/10/title").value, in_url("https://example.org/a-2025-05-03-x").value
    ('2025-07-10', '2025-05-03')
    >>> in_url("https://example.org/20250710x/99"), in_url("https://example.org/2025/july/03/x").value
    (None, '2025-07-03')
    >>> in_url("https://example.org/news/2025-07/10/title").value, in_url("https://example.org/2025/0710/c1-2.html").value
    ('2025-07-10', '2025-07-10')
    >>> in_url("https://example.org/2025/7/3/a-title").value, in_url("https://example.org/?from=2025-07-10")
    ('2025-07-03', None)
    """
    found = _IN_URL.search(_QUERY.sub("", url))
    if found is None:
        return None
    month = found["month"] or found["part"] or found["folder"] or worded.month(found["name"], "en")
    day = civil(int(found["year"]), int(month), int(found["day"] or found["of"] or found["below"] or found["on"]))
    return When(day.isoformat(), found[0], *found.span()) if day else None


def month_in_url(url: str) -> str | None:
    """The month in the path of an address that holds no day.

    >>> month_in_url("https://example.org/2025/07/title"), month_in_url("https://example.org/2025/13/title")
    ('2025-07', None)
    """
    found = _MONTH_IN_URL.search(url)
    return f"{found[1]}-{found[2]}" if found and 1 <= int(found[2]) <= 12 else None


def year_in_url(url: str) -> int | None:
    """The one year that is a folder of an address, with a name below it.

    >>> year_in_url("https://example.org/2025/a-title"), year_in_url("https://example.org/2025/07/a-title")
    (2025, None)
    >>> year_in_url("https://example.org/top-10-of-2025/a"), year_in_url("https://example.org/2024/x/2025/a-title")
    (None, None)
    """
    years = _YEAR_IN_URL.findall(url)
    return int(years[0]) if len(years) == 1 else None
