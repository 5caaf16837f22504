"""Parquet, a row a record. The only door to pyarrow's reader."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from cleaner.formats import Raw, key_of, require

ROWS = 16
"""Rows that are read at once: they can be pages of megabytes."""
_BUFFER = 1 << 20  # bytes of a column that are read at once; without it a whole row group would be


def read(source: str | BinaryIO, limit: int) -> Iterator[Raw]:
    """Cut a Parquet file into rows, of which a few are held at a time."""
    pa = require("pyarrow", "parquet")
    parquet = require("pyarrow.parquet", "parquet")
    number = 0
    try:
        with parquet.ParquetFile(source, buffer_size=_BUFFER, pre_buffer=False) as file:
            count = max(1, file.metadata.num_rows)
            size = sum(file.metadata.row_group(i).total_byte_size for i in range(file.metadata.num_row_groups))
            for batch in file.iter_batches(batch_size=ROWS, use_threads=False):
                for row in batch.to_pylist():
                    number += 1
                    yield _raw(number, row, limit, size * number // count)
    except FileNotFoundError:
        raise
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        why = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        text = f"The Parquet file is damaged here or cannot be read ({why}); the records before are done."
        yield Raw(number + 1, b"", b"", 0, text + " Make it again.")


def _raw(number: int, row: dict[str, Any], limit: int, position: int) -> Raw:
    raw = Raw(number, row, key_of(row), position)
    if raw.size <= limit:
        return raw
    why = f"The row is larger than the {limit:,} bytes that max_bytes allows a record; raise max_bytes, or split it."
    return Raw(number, b"", b"", position, why)
