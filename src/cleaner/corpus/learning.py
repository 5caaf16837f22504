"""A corpus to a template book, on one machine: documents are read one by one, their counts are kept by DuckDB.

Memory does not grow with the corpus: DuckDB has a cap (`MEMORY`) and spills to a temporary directory beyond it, and at
most `_BUFFER` rows wait here. The disk needs some hundred bytes for each different line of the corpus. Any split of a
corpus and any order gives the same book; counts of parts can be written to files and added up later.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from cleaner import formats, templates
from cleaner.config import Config
from cleaner.corpus import scratch
from cleaner.files import Source, WriteError, explain_os_error, kind_of
from cleaner.formats.columns import Columns, Record, RecordError, require
from cleaner.model import CleanerError, Kind, UnreadableInputError
from cleaner.templates import COLUMNS, GROUPED, SUMMED, USUAL, Row, TemplateBook, Thresholds

if TYPE_CHECKING:
    import pyarrow as pa

MEMORY = 400  # MiB that DuckDB may hold; Python, the readers and one document come on top
COUNTS_SUFFIX = ".counts"  # Parquet files of rows, as `Counts.save` writes them
BEGINS = b"PAR1"  # such a file
_BUFFER = 100_000  # rows that wait to be added up and handed over: a thousand pages or so
_EXTRA = "corpus"

_ADDED = f"SELECT {', '.join(GROUPED)}, {', '.join(f'SUM({name})::BIGINT AS {name}' for name in SUMMED)} FROM rows"


class Counts:
    """Counts of lines on disk, within a cap of memory. A context manager: leaving it removes the temporary files.

    >>> with Counts() as counts:
    ...     for number in range(6):
    ...         counts.add(templates.observations(["Home", "World", f"Storm number {chr(97 + number)}"], "example.org"))
    ...     book = counts.freeze()
    >>> sorted(book.sites["example.org"].lines)
    ['home', 'world']
    """

    def __init__(self, memory: int = MEMORY, directory: Path | None = None) -> None:
        """Open it.

        Args:
            memory: MiB that DuckDB may hold.
            directory: where the temporary files go; None for the system's place.
        """
        duckdb = require("duckdb", _EXTRA)
        self._arrow = require("pyarrow", _EXTRA)
        self._buffer: list[Row] = []
        self._place = tempfile.TemporaryDirectory(prefix="cleaner-", dir=directory)
        self._duckdb = scratch.connect(duckdb, Path(self._place.name) / "counts.duckdb", memory)
        self._error: type[Exception] = duckdb.Error
        kinds = {"string": "VARCHAR", "int64": "BIGINT"}
        columns = ", ".join(f"{name} {kinds[kind]} NOT NULL" for name, kind in COLUMNS)
        checks = " AND ".join(("documents > 0", "head >= 0", "tail >= 0", "head + tail <= documents"))
        self._duckdb.execute(f"CREATE TABLE rows ({columns}, CHECK ({checks}))")

    def __enter__(self) -> Counts:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._duckdb.close()
        self._place.cleanup()

    def add(self, rows: Iterable[Row]) -> None:
        """Take rows in: those of `templates.observations`, or merged ones."""
        self._buffer.extend(rows)
        if len(self._buffer) >= _BUFFER:
            self._flush()

    def freeze(self, thresholds: Thresholds = USUAL) -> TemplateBook:
        """Make the book of all that was taken in."""
        self._flush()
        return TemplateBook.of(self._query(templates.book_query(thresholds)).fetchall())

    def save(self, path: Path) -> None:
        """Write the counts of every line to a Parquet file, from which `load` takes them in again.

        Raises WriteError when that is not possible.
        """
        self._flush()
        parquet = require("pyarrow.parquet", _EXTRA)
        added = self._query(f"{_ADDED} GROUP BY {', '.join(GROUPED)}")
        unfinished = path.with_name(path.name + ".tmp")
        try:
            with parquet.ParquetWriter(unfinished, self._schema(), compression="zstd") as writer:
                for batch in self._arrow.RecordBatchReader.from_stream(added):
                    writer.write_batch(batch.cast(self._schema()))
            unfinished.replace(path)
        except OSError as error:
            unfinished.unlink(missing_ok=True)
            raise WriteError(explain_os_error(error, "write", path)) from error

    def load(self, path: Path) -> None:
        """Take the counts of a file in. Raises CleanerError when it holds none, or is not there."""
        parquet = require("pyarrow.parquet", _EXTRA)
        if not path.is_file():
            raise CleanerError(f"There is no file {str(path)!r}; check the spelling. Nothing was done.")
        try:
            with parquet.ParquetFile(path) as file:
                for batch in file.iter_batches(_BUFFER, columns=[name for name, _ in COLUMNS]):
                    self._insert(self._arrow.Table.from_batches([batch.cast(self._schema())]))
        except (OSError, ValueError, self._error) as error:
            raise CleanerError(
                f"{str(path)!r} holds no counts ({error}); write such a file with `cleaner learn --counts`."
            ) from error

    def _flush(self) -> None:
        if self._buffer:
            merged = templates.merge(self._buffer)
            self._buffer = []
            columns = dict(zip((name for name, _ in COLUMNS), map(list, zip(*merged, strict=True)), strict=True))
            self._insert(self._arrow.table(columns, schema=self._schema()))

    def _insert(self, table: pa.Table) -> None:
        self._duckdb.register("added", table)
        self._duckdb.execute("INSERT INTO rows SELECT * FROM added")
        self._duckdb.unregister("added")

    def _schema(self) -> pa.Schema:
        return self._arrow.schema([(name, getattr(self._arrow, kind)()) for name, kind in COLUMNS])

    def _query(self, sql: str) -> Any:
        try:
            return self._duckdb.sql(sql)
        except self._error as error:
            raise CleanerError(
                f"The counts could not be added up ({error}); give --memory more, or room to the temporary directory."
            ) from error


def count(
    documents: Iterable[tuple[str, Record]],
    counts: Counts,
    config: Config = Config(),
    on_failure: Callable[[str, str], None] | None = None,
) -> None:
    """Count the lines of named documents.

    `on_failure` is told the name of one that is no text, and why; it is not counted.
    """
    for name, record in documents:
        try:
            counts.add(templates.observations(lines(record, config), record.site or ""))
        except UnreadableInputError as error:
            if on_failure:
                on_failure(name, str(error))


def lines(record: Record, config: Config) -> tuple[str, ...]:
    """The lines of a page as cleaning would read them. Raises UnreadableInputError."""
    from cleaner.decode import decode
    from cleaner.decode.kind import detect
    from cleaner.pipeline import read as read_page

    declared = config.encoding or record.encoding
    decoded = decode(record.data, kind=record.kind, declared=declared, max_bytes=config.max_bytes)
    return read_page(decoded, record.kind or detect(decoded.text), record.url).texts


def read(
    sources: Iterable[Source], config: Config, kind: Kind | None, columns: Columns
) -> Iterator[tuple[str, Record | CleanerError]]:
    """Read documents and files of records, each with its name; `Record.site` is filled in (see `templates.site_of`)."""
    for source in sources:
        name = source.name or source.path
        for record in _records(source, config, kind, columns):
            if isinstance(record, CleanerError):
                yield getattr(record, "place", "") or name, record
            else:
                yield record.place or name, record


def _records(
    source: Source, config: Config, kind: Kind | None, columns: Columns
) -> Iterator[Record | RecordError | UnreadableInputError]:
    path = source.name
    if source.form is None:
        try:
            data = source.read(config.max_bytes)
        except UnreadableInputError as error:
            yield error
            return
        yield Record(data=data, kind=kind or kind_of(source.relative), site=templates.site_of(path=path))
        return
    for record in formats.records(source.path, form=source.form, columns=columns, kind=kind, limit=config.max_bytes):
        if isinstance(record, Record):
            yield replace(record, site=templates.site_of(record.url, path, record.site))
        else:
            yield record
