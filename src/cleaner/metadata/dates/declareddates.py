"""The dates that an article's page declares and its address says, and which days can be an article's.

`published` holds them against the dates on the page's lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cleaner.metadata import dates
from cleaner.metadata.dates import Order, When
from cleaner.metadata.dates.filed import in_url
from cleaner.metadata.page import MODIFIED, Page
from cleaner.model import Field


@dataclass(frozen=True, slots=True)
class Declared:
    """What is known of an article's dates beside its lines.

    Attributes:
        page: what an HTML page declares.
        url: the address, "" if unknown.
        language: of the text.
        order: of day and month in the page's numbers.
        crawled: the day of fetching, `YYYY-MM-DD`; no later day is believed.
    """

    page: Page | None
    url: str
    language: str | None
    order: Order | None
    crawled: str | None

    @property
    def filed(self) -> When | None:
        """The day in the address."""
        return in_url(self.url)

    @property
    def timed(self) -> When | None:
        """The first time element that holds a date."""
        times = self.page.head.times[:3] if self.page else ()
        return next((when for when in map(dates.machine, times) if when and when.value), None)

    def believes(self, when: When, *, insisted: bool = False) -> bool:
        """Whether a date can be the article's; see `believable`."""
        return believable(when, self.crawled, insisted=insisted)

    def best(self, prop: str, metas: tuple[str, ...]) -> tuple[Field | None, Field | None]:
        """The best date that a property or meta element declares; one before the Web only if it is said twice.

        A meta name with several days is microdata of other articles, and what was renewed at the last change gives way
        to an earlier day.
        """
        if self.page is None:
            return None, None
        said = self.page.dates(prop, metas)
        found = [(path, dates.machine(raw, language=self.language, order=self.order)) for path, raw in said]
        seen = [(path, when) for path, when in found if when is not None]
        days = [when.day for _, when in seen]
        of_meta = {path for path, _ in seen if path.startswith("meta/")}
        several = {path for path in of_meta if len({when.day for other, when in seen if other == path}) > 2}
        seen = [(path, when) for path, when in seen if path not in several]
        if prop == "datePublished" and (renewed := _renewed(self.page, seen)):
            seen = [(path, when) for path, when in seen if when.value != renewed]
        for path, when in seen:
            agreed = days.count(when.day) > 1
            if self.believes(when, insisted=agreed):
                return fields(when, path.split("/")[0], 0.97 if agreed else 0.9, path=path)
        return None, None

    def elsewhere(self, timed: When | None) -> tuple[Field | None, Field | None]:
        """The date of a time element, else the address's."""
        if timed and self.believes(timed):
            return fields(timed, "visible", 0.6, path="time/@datetime")
        if self.filed and self.believes(self.filed):
            return fields(self.filed, "url", 0.6)
        return None, None


def _renewed(page: Page, seen: Sequence[tuple[str, When]]) -> str | None:
    """The first declared moment of publication, if it is also that of the last change and another day is earlier."""
    first = seen[0][1] if seen else None
    if first is None or not first.timed or min(when.day or "" for _, when in seen) >= (first.day or ""):
        return None
    changes = (dates.machine(raw) for _, raw in page.dates("dateModified", MODIFIED))
    return first.value if any(when and when.value == first.value for when in changes) else None


def believable(when: When, crawled: str | None, *, insisted: bool = False) -> bool:
    """Whether a date can be an article's: it has one reading, the Web existed, and it is not after the crawl.

    >>> [believable(next(dates.scan(d)), "2025-07-11") for d in ("10 July 2025", "12 July 2025", "10 July 1959")]
    [True, False, False]
    >>> believable(next(dates.scan("10 July 1959")), None, insisted=True)
    True
    """
    if when.day is None or (crawled and when.day > crawled):
        return False
    return int(when.day[:4]) >= dates.EARLIEST or insisted


def fields(
    when: When, source: str, sure: float, line: int | None = None, path: str | None = None
) -> tuple[Field, Field]:
    """The date and its words as fields."""
    return (
        Field(when.value, source, round(sure, 2), line=line, path=path),
        Field(when.raw, source, 1.0, line=line, path=path),
    )
