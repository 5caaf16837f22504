"""What is known of an article: title, authors, dates, language, …, each with its source.

    fields(document, decisions) -> Metadata

A field that is not known is absent; nothing is invented. In HTML the page's own statements (JSON-LD, meta elements) are
held against what it shows; in text there are the lines alone, and a dropped byline is still a byline.

`multilingual.line_languages` says which lines are in another language than the document.

Everything heavy (the language model, the tables of names) is loaded at first use.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from cleaner.metadata.finder import Finder
from cleaner.metadata.record import NAMES, Metadata
from cleaner.model import Decision, Document

__all__ = ["NAMES", "Metadata", "fields"]


def fields(
    document: Document,
    decisions: Sequence[Decision],
    *,
    url: str | None = None,
    given: Mapping[str, object] | None = None,
    crawled: date | None = None,
) -> Metadata:
    """Find what is known of an article.

    Args:
        document: the page or text.
        decisions: the settled label of each line.
        url: its address; the document's own if not given.
        given: values that the caller knows, by field name; they stand, and `language` also guides the reading of dates.
        crawled: the day that the page was fetched; no later date is believed.

    >>> from cleaner.model import Decision, Document
    >>> lines = ("River rises after storm", "By Ana Cruz", "10 July 2025", "The river rose by two metres on Monday.")
    >>> labels = ("title", "byline", "date", "body")
    >>> page = Document("text", "", "", lines, ((0, 0),) * 4, ((1, 1), (2, 2), (3, 3), (4, 4)), (0,) * 4, (0,) * 4)
    >>> found = fields(page, [Decision(i, label, label, 0.0, "", "", "") for i, label in enumerate(labels)])
    >>> found.value("title"), found.value("authors"), found.value("date_published"), found.value("language")
    ('River rises after storm', ('Ana Cruz',), '2025-07-10', 'en')
    """
    return Finder(document, decisions, url or document.url, dict(given or {}), crawled).run()
