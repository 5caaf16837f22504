"""WARC and WET files as Arrow batches of pages, so that an engine can clean them like any table.

A row is a page: `html` or `text` as bytes, `id` and `url` as the record names them, what the crawler said of it
(`warc_charset`, `warc_date`), the name of its file (`warc_file`), and `error` where the file or the record cannot be
read; cleaning leaves that as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, BinaryIO
from urllib.parse import urlsplit

from cleaner import formats
from cleaner.engines.layout import CHARSET, DAY
from cleaner.formats.columns import CRAWLED, ENCODING
from cleaner.sidecar import rows

if TYPE_CHECKING:
    import pyarrow as pa

BATCH = 32 << 20  # bytes of pages
LIMIT = 64 << 20  # bytes of the largest page: the default of `Config.max_bytes`
FILE = "warc_file"

_FROM = {CHARSET: ENCODING, DAY: CRAWLED}


def schema() -> pa.Schema:
    """Give the schema of pages."""
    import pyarrow as pa

    page = [pa.field("html", pa.binary()), pa.field("text", pa.binary())]
    return pa.schema([*page, *(pa.field(name, pa.string()) for name in ("id", "url", CHARSET, DAY, FILE, rows.ERROR))])


def read_batches(paths: Iterable[str], *, limit: int = LIMIT, max_bytes: int = BATCH) -> Iterator[pa.RecordBatch]:
    """Read the pages of files, one after the other, in batches of some `max_bytes`.

    `paths` are files, or addresses that Arrow's file systems open (`s3://`, `gs://`, `hdfs://`). A page of more than
    `limit` bytes is an error of its row, and a file that cannot be opened is a row that says so.
    """
    import pyarrow as pa

    pending: list[dict[str, Any]] = []
    size = 0
    for row in (row for path in paths for row in _rows(path, limit)):
        weight = sum(len(value) for value in row.values() if value)
        if pending and size + weight > max_bytes:
            yield pa.RecordBatch.from_pylist(pending, schema=schema())
            pending, size = [], 0
        pending.append(row)
        size += weight
    if pending:
        yield pa.RecordBatch.from_pylist(pending, schema=schema())


def _rows(path: str, limit: int) -> Iterator[dict[str, Any]]:
    name = PurePosixPath(path).name
    with ExitStack() as stack:
        try:
            source = stack.enter_context(_open(path))
        except (OSError, ValueError) as error:  # Arrow's own errors are kinds of these
            yield {FILE: name, rows.ERROR: f"The file {name} cannot be opened ({error}); check its address and rights."}
            return
        for raw in formats.read(source, "warc", limit):
            if raw.error is not None or isinstance(raw.data, bytes):
                yield {FILE: name, rows.ERROR: raw.error}
                continue
            told = {column: raw.data.get(given) for column, given in _FROM.items()}
            yield {**{part: raw.data.get(part) for part in ("html", "text", "id", "url")}, **told, FILE: name}


def _open(path: str) -> BinaryIO:
    """Open a file, here or where its address says."""
    from pyarrow import fs

    if len(urlsplit(path).scheme) > 1:  # one letter is a drive
        system, place = fs.FileSystem.from_uri(path)
        return system.open_input_stream(place, compression=None)  # type: ignore[no-any-return]
    return open(path, "rb")  # noqa: PTH123 (the caller closes it; a path as it was given)
