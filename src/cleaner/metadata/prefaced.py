"""What the front matter of a text says of its article: it was declared, as a page's meta elements are."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner import frontmatter
from cleaner.metadata import authors, dates
from cleaner.metadata.dates.declareddates import believable
from cleaner.metadata.titles.title import tidy
from cleaner.model import Document, Field

_SURE = 0.9


def known(document: Document, crawled: str | None) -> dict[str, Field]:
    r"""The fields of the record that a text's front matter gives, by name; of several with one name the first.

    >>> from cleaner.plain import read
    >>> page = read("---\ntitle: Old bridge\nauthor: By Ada Finch\n---\nIt is shut.\n")
    >>> {name: field.value for name, field in known(page, None).items()}
    {'title': 'Old bridge', 'authors': ('Ada Finch',)}
    """
    found: dict[str, Field] = {}
    for told in frontmatter.fields(document):
        line = document.numbers[told.line][0]
        for name, value in _of(told, crawled):
            found.setdefault(name, Field(value, "text", _SURE, line=line))
    return found


def _of(told: frontmatter.Told, crawled: str | None) -> Iterator[tuple[str, object]]:
    """The fields that one of the front matter's gives, with their values."""
    values = [value for value in map(tidy, told.values) if value]
    if not values:
        return
    if told.name in ("date_published", "date_modified"):
        when = dates.machine(values[0])
        if when and believable(when, crawled, insisted=True):
            yield told.name, when.value
            if told.name == "date_published":
                yield "date_published_raw", values[0]
    elif told.name == "authors":
        if people := tuple(name for value in values for name in authors.split(value)):
            yield told.name, people
    elif told.name == "keywords":
        yield told.name, tuple(values)
    elif told.name != "canonical_url" or "://" in values[0]:
        yield told.name, values[0]
