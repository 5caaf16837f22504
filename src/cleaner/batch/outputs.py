"""How results come out: files of their own, or rows of a file."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from decimal import Decimal  # noqa: F401 (for the example)
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cleaner.formats import Form, require
from cleaner.formats.parquet import ROWS
from cleaner.model import CleanerError
from cleaner.sidecar import rows

if TYPE_CHECKING:
    import pyarrow as pa

    from cleaner.cleaned import Cleaned

FILES = "files"
PARQUET = "parquet"
OUTPUTS = (FILES, "jsonl", PARQUET, "datatrove", "dolma", "jsonld")
NATURAL: Mapping[Form, str] = {"jsonl": "jsonl", "parquet": PARQUET, "warc": "jsonl"}
"""What records come out as when nobody says it; a WARC holds what was fetched, so bodies are no WARC."""

EXTRA = "extra"
"""Column of a Parquet file that holds the other columns of records as JSON, where their types are not known."""

_GROUP_ROWS = 512  # of a row group
_GROUP_BYTES = 32 << 20  # of JSON, from which a row group is made

Row = tuple[int, bytes]
"""The number of a record in its file, and its row as a line of JSON."""


def suffix(output: str) -> str:
    """Give the ending of a file of rows."""
    return ".parquet" if output == PARQUET else ".jsonl"


def encode(cleaned: Cleaned, extra: Mapping[str, Any], output: str, form: Form | None) -> tuple[bytes, dict[str, Any]]:
    """Give a document as a row (a line of JSON, also of what becomes Parquet), and its sidecar.

    `extra` are the columns that pass through. From Parquet to Parquet they are joined later, with their own types.
    """
    try:
        passed = {} if output == PARQUET == form else plain(extra)
    except RecursionError as error:
        raise CleanerError("A column is nested too deeply to be written; leave that column out.") from error
    if output == PARQUET:
        row = rows.row(cleaned, {EXTRA: json.dumps(passed, ensure_ascii=False, sort_keys=True)} if passed else None)
        return rows.dumps(row), row
    from cleaner.formats import exports

    row = exports.EXPORTS[output](cleaned, passed)
    return rows.dumps(row), row if output == "jsonl" else cleaned.to_dict()


def plain(value: Any) -> Any:
    """Give a value of a column as JSON holds it: days and times by ISO 8601, bytes by base64, no number as null.

    >>> plain({"day": date(2025, 7, 8), "raw": b"ab", "share": float("nan"), "price": Decimal("1.50")})
    {'day': '2025-07-08', 'raw': 'YWI=', 'share': None, 'price': '1.50'}
    """
    match value:
        case Mapping():
            return {str(key): plain(item) for key, item in value.items()}
        case list() | tuple():
            return [plain(item) for item in value]
        case float():
            return value if isfinite(value) else None
        case datetime() | date() | time():
            return value.isoformat()
        case timedelta():
            return value.total_seconds()
        case bytes():
            return base64.b64encode(value).decode()
        case None | str() | int():
            return value
        case _:
            return str(value)


def write(path: Path, found: Iterable[Row], output: str, others: OtherColumns | None = None) -> None:
    """Write rows to a file, in the order in which they come, without holding many of them.

    `others` are the columns that pass through from Parquet to Parquet.
    """
    if output != PARQUET:
        with path.open("wb") as file:
            file.writelines(line for _, line in found)
        return
    pa, parquet = require("pyarrow", PARQUET), require("pyarrow.parquet", PARQUET)
    own = rows.arrow_schema(() if others else [pa.field(EXTRA, pa.string())])
    types = pa.schema([*own, *others.fields]) if others else own
    with parquet.ParquetWriter(path, types, compression="zstd") as writer:
        for group in _groups(found):
            table = pa.Table.from_batches([rows.arrow_batch([json.loads(line) for _, line in group], own)])
            if others:
                passed = others.take([number for number, _ in group])
                table = pa.Table.from_arrays([*table.columns, *passed.columns], schema=types)
            writer.write_table(table)


def _groups(found: Iterable[Row]) -> Iterator[list[Row]]:
    group: list[Row] = []
    size = 0
    for row in found:
        group.append(row)
        size += len(row[1])
        if len(group) == _GROUP_ROWS or size > _GROUP_BYTES:
            yield group
            group, size = [], 0
    if group:
        yield group


class OtherColumns:
    """The columns of a Parquet file that pass through, with their types, a few rows at a time.

    `taken` are those that hold the page, its id and its url, which come out as columns of ours.
    """

    def __init__(self, path: str, taken: frozenset[str]) -> None:
        self._pa = require("pyarrow", PARQUET)
        self.fields: list[pa.Field] = []
        self._batches: Iterator[pa.RecordBatch] = iter(())
        with suppress(self._pa.ArrowException):  # of a file that is damaged from the start no row was read either
            file = require("pyarrow.parquet", PARQUET).ParquetFile(path, buffer_size=1 << 20, pre_buffer=False)
            known = file.schema_arrow
            passing = rows.pass_through(name for name in known.names if name not in taken)
            self.fields = [known.field(old).with_name(new) for old, new in passing.items()]
            # As many at once as were read before, so that what is damaged further on costs no row before it.
            self._batches = file.iter_batches(batch_size=ROWS, columns=list(passing), use_threads=False)
        self._batch: pa.RecordBatch | None = None
        self._start = 0  # rows before the batch

    def take(self, numbers: Sequence[int]) -> pa.Table:
        """Give the rows of these numbers, from 1 and going up from call to call."""
        pieces = []
        while numbers:
            if self._batch is None:
                self._batch = next(self._batches)
            inside = [n - self._start - 1 for n in numbers if n <= self._start + self._batch.num_rows]
            if inside:
                pieces.append(self._batch.take(self._pa.array(inside)))
                numbers = numbers[len(inside) :]
            else:
                self._start += self._batch.num_rows
                self._batch = None
        return self._pa.Table.from_batches(pieces)
