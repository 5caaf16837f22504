"""Whether the day or the month comes first where a page writes a date in numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cleaner.metadata import dates
from cleaner.metadata.dates import Order, When
from cleaner.metadata.dates.datelines import Line
from cleaner.metadata.page import Page, host_of
from cleaner.metadata.text import View

_IN_NUMBERS = re.compile(r"(?<![\d./-])(\d\d?)[./-](\d\d?)[./-](?:20)?\d\d(?![\d./-])")
_NATIONAL = re.compile(r"\.(uk|au|nz|za|ie|in|ng|ke|my|sg|na|ls)$")  # countries that write English and the day first


def expected(page: Page | None, url: str | None, language: str | None) -> Order | None:
    """Whether day or month comes first in numbers, by language, declared region and the host's country."""
    tags = [tag.replace("_", "-") for _, tag in page.languages()] if page else []
    regions = [tag.split("-")[-1] for tag in tags if re.search(r"-[A-Za-z]{2}$", tag)]
    host = host_of(url) or ""
    if not regions and (country := _NATIONAL.search(host)):
        regions = [country[1]]
    elif not regions and host.endswith((".gov", ".edu", ".mil", ".us")):
        regions = ["us"]
    return dates.order_of(language, regions[0] if regions else None)


def shown(view: View, lines: Sequence[Line], others: Sequence[When | None], order: Order | None) -> Order | None:
    """Give another order than the expected one, if the page's other dates show it; None if all is well read.

    Args:
        view: the lines.
        lines: the dates on lines that may be the article's.
        others: dates from elsewhere on the page, which have one reading.
        order: the expected one.
    """
    told = _told(lines, others)
    if told is None and order is None and any(line.when.value is None for line in lines):
        told = _told(lines, [line.when for line in lines]) or _in_numbers(view)
    return told if told != order else None


def _told(lines: Sequence[Line], others: Sequence[When | None]) -> Order | None:
    """The order in which a date in numbers is one of some other days, unless both its readings are.

    >>> found = [Line(when, 0, 0.0, False) for when in dates.scan("3/4/2025")]
    >>> _told(found, [dates.first("March 4, 2025")]), _told(found, [dates.first("5 March 2025")])
    ('mdy', None)
    """
    days = {other.day for other in others if other and other.day}
    for line in lines:
        numbers = _IN_NUMBERS.search(line.when.raw)
        first, second = (int(numbers[1]), int(numbers[2])) if numbers else (0, 0)
        orders: set[Order] = set()
        for day in days:
            month, of_month = int(day[5:7]), int(day[8:10])
            if first != second and {first, second} == {month, of_month} and day[2:4] in line.when.raw:
                orders.add("mdy" if first == month else "dmy")
        if len(orders) == 1:
            return orders.pop()
    return None


def _in_numbers(view: View) -> Order | None:
    r"""The order of day and month that the page's other dates in numbers show, if all that show one agree.

    >>> from cleaner.model import Document
    >>> lines = ("Posted 3/4/2025", "Updated 3/25/2025")
    >>> _in_numbers(View(Document("text", "", "\n".join(lines), lines, (), (), (), ()), []))
    'mdy'
    """
    pairs = [(int(a), int(b)) for a, b in _IN_NUMBERS.findall(view.document.text)]
    orders: set[Order] = {"mdy" if b > 12 else "dmy" for a, b in pairs if (a > 12) != (b > 12) and max(a, b) <= 31}
    return orders.pop() if len(orders) == 1 else None
