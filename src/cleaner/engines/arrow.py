"""Batches of an Arrow table through the cleaner: what every engine calls.

One row comes out for each that goes in: the columns of `rows.FIELDS`, `error`, and every other column as it came (under
the names of `rows.pass_through`). Of `html` and `text` the first that is not null holds the page; name one of the two,
and the other passes through. What goes wrong with a row becomes a sentence in `error`, its other new columns are null,
and the rest go on; an `error` that an earlier step left stays.

Batches come out cut by bytes, so that rows of many megabytes do not gather in one: the strings of a batch end at 2 GiB,
and an engine holds a few batches at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from cleaner import templates
from cleaner.config import Config
from cleaner.corpus import learning
from cleaner.engines.layout import Layout
from cleaner.formats import require
from cleaner.formats.columns import Columns, Record
from cleaner.model import CleanerError, Kind
from cleaner.sidecar import rows

if TYPE_CHECKING:
    import pyarrow as pa

    from cleaner.cleaned import Cleaned

BATCH = 32 << 20  # bytes that go in for a batch that comes out, where removals and their reasons add to them


def output_schema(types: pa.Schema, columns: Columns = Columns()) -> pa.Schema:
    """Give the schema of what `clean_batch` makes of a table with the schema `types`.

    >>> import pyarrow as pa
    >>> output_schema(pa.schema([("text", pa.string()), ("crawl", pa.int32())])).names[-2:]
    ['error', 'crawl']
    """
    return Layout.of(types, columns).output(types)


def clean_batch(
    batch: pa.RecordBatch | pa.Table,
    *,
    columns: Columns = Columns(),
    config: Config = Config(),
    kind: Kind | None = None,
) -> pa.Table:
    r"""Clean the documents of a batch or a table, a row each.

    Args:
        batch: has a column with the page, `text` or `html`, as text or bytes; and `id` and `url` if they are known.
        columns: names of these columns where they are others.
        config: settings, and with them the templates; they are a value, and travel with a function that holds them.
        kind: what all pages are, `"html"` or `"text"`; None goes by which column they are in.

    Raises CleanerError when the table lacks a column or pyarrow is not installed.

    >>> import pyarrow as pa
    >>> page = "Home | World | Sport\n\nThe river rose by two metres, the mayor said, and the bridge was closed."
    >>> made = clean_batch(pa.table({"text": [page, None], "n": [1, 2]}))
    >>> made["text"].to_pylist(), made["n"].to_pylist()
    (['The river rose by two metres, the mayor said, and the bridge was closed.', None], [1, 2])
    >>> made["error"][1].as_py()
    'There is no page to clean: in this row the column text is null.'
    """
    pa = require("pyarrow", "arrow")
    made = clean_batches(_batches(batch), columns=columns, config=config, kind=kind)
    return pa.Table.from_batches(made, schema=output_schema(batch.schema, columns))


def clean_batches(
    batches: Iterable[pa.RecordBatch],
    *,
    columns: Columns = Columns(),
    config: Config = Config(),
    kind: Kind | None = None,
    max_bytes: int = BATCH,
) -> Iterator[pa.RecordBatch]:
    """Clean batches one after the other, as `clean_batch` does; a batch that comes out holds some `max_bytes` of pages.

    A single larger row is a batch by itself.
    """
    from cleaner.pipeline import Cleaner  # numpy and the rules: not before there is a page

    Cleaner(config)  # says at once when the settings name a rule that there is not
    for batch in batches:
        layout = Layout.of(batch.schema, columns)
        types = layout.output(batch.schema)
        for start, stop in _cuts(batch, max_bytes):
            made = [_clean_row(layout, batch, at, config, kind) for at in range(start, stop)]
            yield _output(made, batch.slice(start, stop - start), layout, types)


def _clean_row(layout: Layout, batch: pa.RecordBatch, at: int, config: Config, kind: Kind | None) -> dict[str, Any]:
    """Clean a row; whatever goes wrong with it is told in the result."""
    try:
        error = layout.known_error(batch, at)
        if error is None:
            return rows.row(clean_record(layout.record(batch, at, kind), config))
    except CleanerError as problem:
        error = str(problem)
    except MemoryError:
        error = "Cleaning this document needs more memory than there is; clean it alone, or leave it out."
    except Exception as fault:  # a fault of ours, which must not cost the other documents
        error = f"cleaner itself failed here ({type(fault).__name__}: {fault}). Please report it."
    return layout.failed(batch, at, error)


def clean_record(record: Record, config: Config) -> Cleaned:
    """Clean a record, with what its crawler said of it. Raises `model.UnreadableInputError` when it is no text."""
    from cleaner.pipeline import clean

    if record.encoding or record.crawled:
        encoding, crawled = config.encoding or record.encoding, config.crawled or record.crawled
        config = replace(config, encoding=encoding, crawled=crawled)
    cleaned = clean(record.data, kind=record.kind, url=record.url, config=config, site=record.site)
    return replace(cleaned, id=record.id)


def observed_schema() -> pa.Schema:
    """Give the schema of `observe_batches`: the columns of `templates.Row`."""
    import pyarrow as pa

    return pa.schema([(name, pa.type_for_alias(kind)) for name, kind in templates.COLUMNS])


def observe_batches(
    batches: Iterable[pa.RecordBatch],
    *,
    columns: Columns = Columns(),
    config: Config = Config(),
    kind: Kind | None = None,
) -> Iterator[pa.RecordBatch]:
    """Count the lines of documents, a batch for each that goes in, for a book of templates; see `cleaner.templates`.

    What an engine does with it: add up `SUMMED` over `GROUPED`, then ask `book_query`. Documents that cannot be read do
    not count; cleaning says why.
    """
    import pyarrow as pa

    types = observed_schema()
    for batch in batches:
        layout = Layout.of(batch.schema, columns)
        documents = (_observe(layout, batch, at, config, kind) for at in range(batch.num_rows))
        yield pa.RecordBatch.from_pylist([row._asdict() for row in templates.merge(*documents)], schema=types)


def _observe(layout: Layout, batch: pa.RecordBatch, at: int, config: Config, kind: Kind | None) -> list[templates.Row]:
    try:
        record = layout.record(batch, at, kind)
        site = templates.site_of(record.url, given=record.site)
        return templates.observations(learning.lines(record, config), site)
    except Exception:  # whatever it is, cleaning this document will say it
        return []


def _cuts(batch: pa.RecordBatch, max_bytes: int) -> Iterator[tuple[int, int]]:
    """Cut a batch where its rows reach a size: ranges of rows."""
    if batch.nbytes <= max_bytes:
        yield 0, batch.num_rows
        return
    start = size = 0
    for at in range(batch.num_rows):
        weight = batch.slice(at, 1).nbytes
        if at > start and size + weight > max_bytes:
            yield start, at
            start, size = at, 0
        size += weight
    yield start, batch.num_rows


def _output(made: list[dict[str, Any]], batch: pa.RecordBatch, layout: Layout, types: pa.Schema) -> pa.RecordBatch:
    """Put new rows and the columns that pass through beside each other."""
    import pyarrow as pa

    new = rows.arrow_batch(made, rows.arrow_schema(errors=True))
    return pa.RecordBatch.from_arrays([*new.columns, *(batch.column(old) for old in layout.passed)], schema=types)


def _batches(table: pa.RecordBatch | pa.Table) -> list[pa.RecordBatch]:
    return table.to_batches() if hasattr(table, "to_batches") else [table]
