"""What recurs on the pages of a site: the counts, and the book that is made of them.

    lines of a document -observations-> rows -merge*-> rows -freeze-> TemplateBook -> evidence of rules.templates

**The row type** is `Row`: `(site, line, key, above, below, documents, head, tail)`. The first five name a line and its
two neighbours, the last three are counts; `merge` adds the counts of equal names. So rows are a commutative monoid: any
split of a corpus, in any order and on any engine, gives the same sums, hence the same book, byte for byte. `COLUMNS`
gives the columns' names and Arrow types. A row with an empty `line` and `key` 0 counts the site's documents.

An engine needs three things from here: `observations` for each document, a sum over `GROUPED`, and the query
`book_query`, which is plain SQL that DuckDB and Spark both run; `TemplateBook.of` makes the book of its answer.
"""

from __future__ import annotations

from cleaner.templates.book import BEGINS, Entry, Recurrence, Template, TemplateBook, load
from cleaner.templates.rows import (
    COLUMNS,
    GROUPED,
    SUMMED,
    USUAL,
    Row,
    Thresholds,
    book_query,
    fold,
    freeze,
    merge,
    observations,
    site_of,
)

__all__ = [
    "BEGINS",
    "COLUMNS",
    "GROUPED",
    "SUMMED",
    "USUAL",
    "Entry",
    "Recurrence",
    "Row",
    "Template",
    "TemplateBook",
    "Thresholds",
    "book_query",
    "fold",
    "freeze",
    "load",
    "merge",
    "observations",
    "site_of",
]
