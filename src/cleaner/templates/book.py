r"""The frozen book: which lines recur on the pages of each site, in a text file that a person can read and edit.

    # cleaner template book 1
    site	line	documents	head	tail	beside
    example.org		40	0	0	0
    example.org	home	37	37	0	37

Columns are separated by tabs. The first row of a site, with an empty line, counts its documents. `documents` counts
those that have the line, `head` and `tail` those in which it stands there, `beside` those in which a line that recurs
too, or the end of the document, is next to it. Sites are in alphabetical order, their commonest lines come first.

A book is data from anywhere: it is read with bounds and never executed, and a line that is wrong is named.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from cleaner.model import ConfigError

VERSION = 1
LONGEST = 200  # characters of a line or of a site's name
MAX_BYTES = 1 << 28  # 256 MiB: some four million lines
_COUNT = re.compile(r"[0-9]{1,15}")  # documents; more than there are pages

BEGINS = b"# cleaner template book "  # a book, of any version
_HEADER = f"{BEGINS.decode()}{VERSION}\n"
_COLUMNS = "site\tline\tdocuments\thead\ttail\tbeside\n"

Entry = tuple[str, str, int, int, int, int]
"""A row: site, line, documents, head, tail, beside; an empty line is the site's own."""


class Recurrence(NamedTuple):
    """On how many documents of its site a line stands, and how: see the module."""

    documents: int
    head: int
    tail: int
    beside: int

    @property
    def mostly_beside(self) -> bool:
        """Whether it mostly has a neighbour that recurs too."""
        return 2 * self.beside >= self.documents

    @property
    def mostly_outside(self) -> bool:
        """Whether it mostly stands in the head or the tail of its documents, where little running text is beyond it."""
        return 2 * (self.head + self.tail) >= self.documents


@dataclass(frozen=True, slots=True)
class Template:
    """What recurs on one site: its name, its number of `documents`, and its `lines`, folded (see `rows.fold`)."""

    site: str
    documents: int
    lines: Mapping[str, Recurrence]


@dataclass(frozen=True, eq=False)
class TemplateBook:
    """Sites by name. A value: books of equal bytes are equal, and one travels to other processes by pickle.

    >>> book = TemplateBook.of([("example.org", "", 40, 0, 0, 0), ("example.org", "home", 37, 37, 0, 37)])
    >>> book.sites["example.org"].lines["home"].documents
    37
    >>> TemplateBook.loads(book.dumps()) == book
    True
    """

    sites: Mapping[str, Template] = field(default_factory=dict)

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> TemplateBook:
        """Make a book of rows in any order; each site needs its own."""
        sites: dict[str, dict[str, Recurrence]] = {}
        for site, line, *counts in entries:
            sites.setdefault(site, {})[line] = Recurrence(*map(int, counts))
        made = {}
        for site in sorted(sites):
            lines = sites[site]
            own = lines.pop("")
            made[site] = Template(site, own.documents, dict(sorted(lines.items(), key=_order)))
        return cls(made)

    @classmethod
    def merge(cls, *books: TemplateBook) -> TemplateBook:
        """Add up the counts of books; any split and order of them gives the same, and without any the book is empty.

        It is exact where books are of different sites. Of a site that several books have, a line that only one of them
        has counts as absent from the others' documents: a lower bound. Merge the counts that `cleaner learn --counts`
        writes where that is too little.
        """
        sums: dict[tuple[str, str], list[int]] = {}
        for book in books:
            for site, line, *counts in book.entries():
                total = sums.setdefault((site, line), [0, 0, 0, 0])
                for at, count in enumerate(counts):
                    total[at] += count
        return cls.of((site, line, a, b, c, d) for (site, line), (a, b, c, d) in sums.items())

    @classmethod
    def loads(cls, data: bytes, *, max_bytes: int = MAX_BYTES) -> TemplateBook:
        """Read a book. Raises ConfigError, naming the line, when it is none, or larger than `max_bytes`."""
        if len(data) > max_bytes:
            raise ConfigError(f"The template book is larger than {max_bytes:,} bytes; learn it with higher thresholds.")
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            raise ConfigError(f"The template book is no UTF-8 text ({error}); learn it again.") from error
        head, body = text[: len(_HEADER)], text[len(_HEADER) :]
        if head != _HEADER:
            raise ConfigError(
                f"This is no template book of version {VERSION} (it must begin with {_HEADER.strip()!r}); "
                "make one with `cleaner learn`."
            )
        if not body.startswith(_COLUMNS):
            raise ConfigError(f"The template book lacks its second line, {_COLUMNS.strip()!r}; learn it again.")
        return cls(_checked(body[len(_COLUMNS) :]))

    def dumps(self) -> bytes:
        """Write the book, the same bytes for the same counts."""
        rows = ("\t".join(map(str, entry)) + "\n" for entry in self.entries())
        return (_HEADER + _COLUMNS + "".join(rows)).encode()

    def entries(self) -> Iterator[Entry]:
        """The rows of the book in their order."""
        for site in sorted(self.sites):
            template = self.sites[site]
            yield site, "", template.documents, 0, 0, 0
            for line, counts in sorted(template.lines.items(), key=_order):
                yield site, line, *counts

    @cached_property
    def digest(self) -> str:
        """Name the book: 16 hexadecimal digits, the same for equal books in any process and on any machine."""
        return hashlib.sha256(self.dumps()).hexdigest()[:16]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, TemplateBook) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)

    def __repr__(self) -> str:
        return f"<TemplateBook {self.digest}: {len(self.sites)} sites>"


def load(path: Path) -> TemplateBook:
    """Read a book's file. Raises ConfigError when it cannot be read or is no book."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise ConfigError(f"The template book {str(path)!r} could not be read ({why}); check its name.") from error
    try:
        return TemplateBook.loads(data)
    except ConfigError as error:
        raise ConfigError(f"{path}: {error}") from error


def _order(item: tuple[str, Recurrence]) -> tuple[int, str]:
    line, counts = item
    return -counts.documents, line


def _checked(body: str) -> dict[str, Template]:
    """Read the rows below the header, each checked by itself and against those before it."""
    sites: dict[str, Template] = {}
    lines: dict[str, Recurrence] = {}
    template: Template | None = None
    for number, row in enumerate(body.removesuffix("\n").split("\n") if body else (), start=3):
        site, line, counts = _row(row, number)
        if line == "":
            if template and site <= template.site:
                raise _wrong(number, "sites must be in order, each once")
            lines = {}
            template = sites[site] = Template(site, counts.documents, lines)
            continue
        if template is None or site != template.site:
            raise _wrong(number, "the row of the site itself, with an empty line, must come first")
        if line in lines:
            raise _wrong(number, "a site has each line once")
        if not max(counts.head + counts.tail, counts.beside) <= counts.documents <= template.documents:
            raise _wrong(number, "no count may be greater than that of the documents")
        lines[line] = counts
    return sites


def _row(row: str, number: int) -> tuple[str, str, Recurrence]:
    columns = row.split("\t")
    if len(columns) != 6 or max(map(len, columns)) > LONGEST:
        raise _wrong(number, f"a row has 6 columns, of at most {LONGEST} characters")
    site, line, *counts = columns
    if not all(_COUNT.fullmatch(count) for count in counts):
        raise _wrong(number, "counts are whole numbers")
    return site, line, Recurrence(*map(int, counts))


def _wrong(number: int, why: str) -> ConfigError:
    return ConfigError(f"The template book is damaged in line {number}: {why}; mend it there, or learn it again.")
