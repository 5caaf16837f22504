"""Which column of an Arrow table is what, and how a table of cleaned documents looks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cleaner.formats.columns import Columns, Record, RecordError
from cleaner.model import CleanerError, Kind
from cleaner.sidecar import rows

if TYPE_CHECKING:
    import pyarrow as pa

CHARSET = "warc_charset"
DAY = "warc_date"
"""Columns with what a crawler said of a page, its charset and its day (`YYYY-MM-DD`); they pass through as well."""

_LETTERS = frozenset({"string", "large_string", "string_view"})
_PAGES = _LETTERS | {"binary", "large_binary", "binary_view", "null"}  # a batch in which there is none has no type


@dataclass(frozen=True, slots=True)
class Layout:
    """Which column is what.

    `pages` are the columns that may hold the page, of which the first that is not null does; `id` and `url` are columns
    that there are, or None. `others` may say more of a document. `passed` maps the columns that pass through to their
    names in the output. `errors` tells whether an earlier step left a column `error`.
    """

    columns: Columns
    pages: tuple[str, ...]
    id: str | None
    url: str | None
    others: tuple[str, ...]
    passed: Mapping[str, str]
    errors: bool

    @classmethod
    def of(cls, types: pa.Schema, columns: Columns) -> Layout:
        """Find the columns of a table with this schema.

        Raises CleanerError when one that is named is not there, or the page is neither text nor bytes.
        """
        for name in (columns.html, columns.text, columns.id, columns.url, columns.site):
            if name is not None and name not in types.names:
                raise CleanerError(f"There is no column {name!r}; the table has {_names(types)}.")
        asked = (columns.html, columns.text) if columns.html or columns.text else ("html", "text")
        pages = tuple(name for name in asked if name is not None and name in types.names)
        if not pages:
            raise CleanerError(f"No column 'html' or 'text' holds the page, so name it; the table has {_names(types)}.")
        for name in pages:
            if str(types.field(name).type) not in _PAGES:
                raise CleanerError(f"The column {name!r} holds {types.field(name).type}, and a page is text or bytes.")
        id, url = (name if name in types.names else None for name in (columns.id or "id", columns.url or "url"))
        others = tuple(name for name in (columns.site or "site", CHARSET, DAY) if name in types.names)
        errors = rows.ERROR in types.names and str(types.field(rows.ERROR).type) in _LETTERS
        consumed = {*pages, id, url, rows.ERROR if errors else None}
        passed = rows.pass_through(name for name in types.names if name not in consumed)
        return cls(columns, pages, id, url, others, passed, errors)

    def output(self, types: pa.Schema) -> pa.Schema:
        """Give the schema of what comes out of a table with the schema `types`."""
        extra = [types.field(old).with_name(new) for old, new in self.passed.items()]
        return rows.arrow_schema(extra, errors=True)

    def record(self, batch: pa.RecordBatch, at: int, kind: Kind | None) -> Record:
        """Find a document's parts in a row of a batch. Raises RecordError when one is missing or of another type."""
        try:
            values = {name: batch.column(name)[at].as_py() for name in self._parts()}
        except UnicodeDecodeError as error:
            raise RecordError(f"A column of text is no UTF-8 in this row ({error}); give the page as bytes.") from error
        if all(values[name] is None for name in self.pages):
            raise RecordError(f"There is no page to clean: in this row the column {' or '.join(self.pages)} is null.")
        record = self.columns.pick(values, kind)
        return replace(record, encoding=values.get(CHARSET), crawled=values.get(DAY))

    def failed(self, batch: pa.RecordBatch, at: int, error: str) -> dict[str, str | None]:
        """Give the row of a document that could not be cleaned."""
        return {"id": _text(batch, self.id, at), "url": _text(batch, self.url, at), rows.ERROR: error}

    def known_error(self, batch: pa.RecordBatch, at: int) -> str | None:
        """Give what an earlier step said of a row, such as a part of a WARC file that could not be read."""
        return _text(batch, rows.ERROR, at) if self.errors else None

    def _parts(self) -> Iterator[str]:
        yield from self.pages
        yield from (name for name in (self.id, self.url) if name)
        yield from self.others


def _text(batch: pa.RecordBatch, name: str | None, at: int) -> str | None:
    """Give a value as text, as far as it can be had."""
    if name is None:
        return None
    try:
        value = batch.column(name)[at].as_py()
    except UnicodeDecodeError:
        return None
    return value if value is None else str(value)


def _names(types: pa.Schema) -> str:
    return ", ".join(types.names) or "none"
