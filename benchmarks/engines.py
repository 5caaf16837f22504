"""What a page costs in a batch, for the arithmetic of docs/scale.md.

    python benchmarks/engines.py PAGES [--copies N]     # a directory of .html or .html.gz (or of text: .txt)

Prints processor time a page and a megabyte for the text alone, for the row with everything, and for the batch function
(Arrow in, Arrow out); the bytes of a row as Parquet; and the peak memory after some batches and after several times as
many, which must not grow. Processor time, since the machine may be busy.
"""

from __future__ import annotations

import argparse
import gzip
import io
import resource
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

import cleaner
from cleaner.engines import arrow
from cleaner.sidecar import rows

BATCH = 64  # rows


def read(directory: Path) -> list[str | bytes]:
    """Read pages: HTML as bytes, text as text."""
    found: list[str | bytes] = [path.read_bytes() for path in sorted(directory.rglob("*.html"))]
    found += [gzip.decompress(path.read_bytes()) for path in sorted(directory.rglob("*.html.gz"))]
    return found or [path.read_text(encoding="utf-8") for path in sorted(directory.rglob("*.txt"))]


def batches(pages: list[str | bytes], copies: int) -> Iterator[pa.RecordBatch]:
    """Cut pages into batches, several times over."""
    column = "html" if isinstance(pages[0], bytes) else "text"
    for _ in range(copies):
        for at in range(0, len(pages), BATCH):
            yield pa.RecordBatch.from_pydict({column: pages[at : at + BATCH]})


def timed(what: Callable[[], object]) -> float:
    """Measure processor time, in seconds."""
    start = time.process_time()
    what()
    return time.process_time() - start


def peak() -> float:
    """Give the peak memory of this process so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def run(pages: list[str | bytes], copies: int) -> None:
    """Clean batches, and forget what comes out."""
    for _ in arrow.clean_batches(batches(pages, copies)):
        pass


def stored(table: pa.Table) -> int:
    """Give the size of a table as a Parquet file, in bytes."""
    file = io.BytesIO()
    pq.write_table(table, file, compression="zstd")
    return file.tell()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("pages", type=Path)
    parser.add_argument("--copies", type=int, default=4, help="how often the pages are gone through for memory")
    given = parser.parse_args()
    pages = read(given.pages)
    megabytes = sum(len(page.encode() if isinstance(page, str) else page) for page in pages) / 1e6
    cleaner.clean(pages[0]).to_dict()  # what is loaded at first use

    def show(name: str, seconds: float) -> None:
        print(f"{name:34} {1000 * seconds / len(pages):7.2f} ms a page {megabytes / seconds:7.2f} MB/s")

    print(f"{len(pages)} pages, {megabytes:.1f} MB, {1000 * megabytes / len(pages):.0f} kB each")
    show("text alone", timed(lambda: [cleaner.clean(page).text for page in pages]))
    show("row: text, metadata, removals", timed(lambda: [rows.row(cleaner.clean(page)) for page in pages]))
    show("Arrow batch to Arrow batch", timed(lambda: run(pages, 1)))
    show("lines counted for templates", timed(lambda: list(arrow.observe_batches(batches(pages, 1)))))
    before = peak()
    run(pages, given.copies)
    print(f"peak memory: {before:.0f} MiB; after {given.copies * len(pages)} more pages {peak():.0f} MiB")
    table = pa.Table.from_batches(arrow.clean_batches(batches(pages, 1)))
    few = rows.FIELDS[: rows.FIELDS.index("output")]
    print(f"{'Parquet, zstd: everything':34} {stored(table) / len(pages):7.0f} bytes a row")
    print(f"{'Parquet, zstd: text and metadata':34} {stored(table.select(few)) / len(pages):7.0f} bytes a row")


if __name__ == "__main__":
    main()
