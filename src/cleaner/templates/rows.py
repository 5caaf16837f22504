"""Counting lines: what one document says, how counts add up, and what of them recurs.

A line counts once a document, at its first place, with its two neighbours and with whether it stands in the document's
head or tail. Neighbours are there because a line that recurs is not yet boilerplate: a quotation that many articles
share stands within lines that recur nowhere else, a menu entry beside others of its menu.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urlsplit

from cleaner.characters import STOPS
from cleaner.model import ConfigError
from cleaner.templates.book import LONGEST, Entry, TemplateBook

_EDGE = 0.1  # of the running text: with no more of it above, a line is in the document's head; with no more below, tail
_MOST = 20_000  # lines of a document that are looked at, half of them from each end: a page has hundreds
_RUNNING = 60  # bytes of a line of running text, at least; a script that says more in a letter needs more of them
_ENDS = STOPS + ":\"'”’»)」』"
_DIGITS = re.compile(r"\d+")


class Row(NamedTuple):
    """How often a line stood between two others on the pages of a site.

    `line` is folded (see `fold`), `key` its hash as a signed number of 64 bits; `above` and `below` are the neighbours'
    keys, 0 at the ends of a document. `documents` counts the documents, `head` and `tail` those of them in which the
    line stood there. An empty `line` with `key` 0 counts the site's documents.
    """

    site: str
    line: str
    key: int
    above: int
    below: int
    documents: int
    head: int
    tail: int


GROUPED = ("site", "line", "key", "above", "below")
SUMMED = ("documents", "head", "tail")
COLUMNS: tuple[tuple[str, str], ...] = (
    *(("site", "string"), ("line", "string"), ("key", "int64"), ("above", "int64"), ("below", "int64")),
    *((name, "int64") for name in SUMMED),
)
"""Name and Arrow type of every column of a `Row`."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """When a line recurs: on at least `documents` documents of its site, and on at least `share` (0 to 1) of them.

    Five documents are more than the copies that a crawl usually has of one page. A tenth of a site's pages is what one
    of its several layouts covers, and more than one story does. `share` counts in thousandths, so that every engine
    compares whole numbers.
    """

    documents: int = 5
    share: float = 0.1

    def __post_init__(self) -> None:
        if self.documents < 2 or not 0 <= self.share <= 1:
            raise ConfigError("Lines recur on at least 2 documents and on a share between 0 and 1; give such numbers.")

    @property
    def thousandths(self) -> int:
        """The share, as a whole number of thousandths."""
        return round(self.share * 1000)

    def hold(self, documents: int, pages: int) -> bool:
        """Whether a line on that many of a site's pages recurs."""
        return documents >= self.documents and documents * 1000 >= pages * self.thousandths


USUAL = Thresholds()


def site_of(url: str | None = None, path: str | None = None, given: str | None = None) -> str:
    """The site of a document: what is given, else the host of its URL, else its path's top directory, else nothing.

    Args:
        url: where the page came from.
        path: the document's path below the corpus, with `/`.
        given: what a column of its record says.

    >>> site_of("https://www.Example.org:8080/storm"), site_of(None, "example.net/2031/a.html"), site_of(path="a.html")
    ('example.org', 'example.net', '')
    """
    if given:
        return _one_line(given)[:LONGEST]
    try:
        host = (urlsplit(url).hostname or "") if url else ""
    except ValueError:  # no URL at all
        host = ""
    if not host and path:
        host = path.split("/", 1)[0] if "/" in path else ""
    return _one_line(host.rstrip(".").lower().removeprefix("www."))[:LONGEST]


def fold(lines: Sequence[str]) -> list[str]:
    """Fold lines so that those of one template are equal: letter case and numbers do not count.

    Why not more: without names or dates in words two lines of an article could become one.

    >>> fold(["12 Comments", "Page 3 of 10"])
    ['0 comments', 'page 0 of 0']
    """
    joined = "\n".join(map(_one_line, lines)).encode("utf-8", "replace").decode("utf-8")  # lone surrogates are no text
    return [_shortened(line) for line in _DIGITS.sub("0", joined.casefold()).split("\n")] if lines else []


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _shortened(line: str) -> str:
    """Cut a long line and name the rest by its hash, so that a row has a bounded size."""
    if len(line) <= LONGEST:
        return line
    return f"{line[: LONGEST - 18]}…#{hashlib.blake2b(line.encode(), digest_size=8).hexdigest()}"


def key_of(line: str) -> int:
    """Hash a folded line: a signed number of 64 bits, never 0; the same in any process and on any machine."""
    return int.from_bytes(hashlib.blake2b(line.encode(), digest_size=8).digest(), "big", signed=True) or 1


def observations(lines: Sequence[str], site: str) -> list[Row]:
    """What one document says: a row for each different line, and one for the document.

    Args:
        lines: the document's lines from top to bottom, such as `Document.texts`; blank ones do not count.
        site: see `site_of`.

    >>> for row in observations(["Home", "Storm closes port", "Home"], "example.org"):
    ...     print(row.line, row.documents, row.above == 0, row.below == 0)
     1 True True
    home 1 True False
    storm closes port 1 False False
    """
    if len(lines) > _MOST:
        lines = [*lines[: _MOST // 2], *lines[-_MOST // 2 :]]
    folded = [line for line in fold(lines) if line]
    keys = [key_of(line) for line in folded]
    around = [0, *keys, 0]
    running = [len(line) if _runs(line) else 0 for line in folded]
    total, passed = sum(running), 0
    rows = [Row(site, "", 0, 0, 0, 1, 0, 0)]
    seen: set[int] = set()
    for at, (line, key) in enumerate(zip(folded, keys, strict=True)):
        if key not in seen:
            seen.add(key)
            head = passed <= _EDGE * total
            tail = not head and total - passed - running[at] <= _EDGE * total
            rows.append(Row(site, line, key, around[at], around[at + 2], 1, int(head), int(tail)))
        passed += running[at]
    return rows


def _runs(line: str) -> bool:
    """Whether a line looks like running text, by its length in bytes and its end."""
    return line[-1] in _ENDS and len(line.encode()) >= _RUNNING


def merge(*parts: Iterable[Row]) -> list[Row]:
    """Add up the counts of rows, in the order of their names. Any split and order gives the same rows."""
    sums: dict[tuple[str, str, int, int, int], list[int]] = {}
    for rows in parts:
        for row in rows:
            counts = sums.setdefault(row[:5], [0, 0, 0])
            for at, count in enumerate(row[5:]):
                counts[at] += count
    return [Row(*name, *counts) for name, counts in sorted(sums.items())]


def freeze(rows: Iterable[Row], thresholds: Thresholds = USUAL) -> TemplateBook:
    """Make the book of counts that fit into memory; `book_query` says the same to an engine."""
    rows = list(rows)
    pages: Counter[str] = Counter()
    counted: Counter[tuple[str, int]] = Counter()
    for row in rows:
        if row.key:
            counted[row.site, row.key] += row.documents
        else:
            pages[row.site] += row.documents
    recurring = {name for name, documents in counted.items() if thresholds.hold(documents, pages[name[0]])}
    ends = {(site, 0) for site in pages}
    return TemplateBook.of(_entries(rows, recurring, recurring | ends, pages))


def _entries(
    rows: Iterable[Row], recurring: set[tuple[str, int]], known: set[tuple[str, int]], pages: Counter[str]
) -> Iterator[Entry]:
    sums: dict[tuple[str, str], list[int]] = {}
    for row in rows:
        if (row.site, row.key) in recurring:
            beside = row.documents if {(row.site, row.above), (row.site, row.below)} & known else 0
            counts = sums.setdefault((row.site, row.line), [0, 0, 0, 0])
            for at, count in enumerate((row.documents, row.head, row.tail, beside)):
                counts[at] += count
    yield from ((site, "", count, 0, 0, 0) for site, count in pages.items())
    for (site, line), (documents, head, tail, beside) in sums.items():
        yield site, line, documents, head, tail, beside


def book_query(thresholds: Thresholds = USUAL, table: str = "rows") -> str:
    """The SQL query that makes a book's entries of a table of rows, merged or not; DuckDB and Spark both run it.

    The columns of its answer are those that `TemplateBook.of` takes: site, line, documents, head, tail, beside.
    """
    return f"""
    WITH pages AS (
        SELECT site, SUM(documents) AS pages FROM {table} WHERE key = 0 GROUP BY site
    ), counted AS (
        SELECT site, key, SUM(documents) AS documents FROM {table} WHERE key <> 0
        GROUP BY site, key HAVING SUM(documents) >= {thresholds.documents}
    ), recurring AS (
        SELECT counted.site, counted.key FROM counted JOIN pages ON counted.site = pages.site
        WHERE counted.documents * 1000 >= pages.pages * {thresholds.thousandths}
    )
    SELECT one.site AS site, MIN(one.line) AS line, SUM(one.documents) AS documents, SUM(one.head) AS head,
        SUM(one.tail) AS tail, SUM(CASE WHEN one.above = 0 OR one.below = 0 OR up.key IS NOT NULL
            OR down.key IS NOT NULL THEN one.documents ELSE 0 END) AS beside
    FROM {table} AS one
        JOIN recurring ON one.site = recurring.site AND one.key = recurring.key
        LEFT JOIN recurring AS up ON one.site = up.site AND one.above = up.key
        LEFT JOIN recurring AS down ON one.site = down.site AND one.below = down.key
    GROUP BY one.site, one.key
    UNION ALL SELECT site, '', pages, 0, 0, 0 FROM pages
    """
