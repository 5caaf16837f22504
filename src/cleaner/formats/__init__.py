"""Records in, from files that hold many of them: JSON lines, Parquet, WARC and WET.

Reading is done in two steps, so that a pool of processes can share the work. `read` cuts a file into `Raw` records, one
after the other, and never holds more of it than one record (of Parquet, one batch). `parse` makes a `Record` of a `Raw`
one, which may happen in another process. `records` does both.

A record that cannot be read is a `Raw` one with an `error`, or a `RecordError` of `parse`; the rest go on.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any, BinaryIO, Literal

from cleaner.formats.columns import USUAL, Columns, Record, RecordError
from cleaner.formats.columns import require as require
from cleaner.model import CleanerError, Kind

Form = Literal["jsonl", "parquet", "warc"]

_COMPRESSED = (".gz", ".zst")
SUFFIXES: Mapping[str, Form] = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".parquet": "parquet",
    ".warc": "warc",
    ".wet": "warc",
}


@dataclass(frozen=True, slots=True)
class Raw:
    """A record as it stood in its file.

    `number` counts the file's records (of JSON lines: its lines) from 1. `data` is a line, or a row of named values.
    `key` is a hash of what it holds. `position` is how many bytes of the file were read so far. `error` says why it
    could not be read, and then there is no data.
    """

    number: int
    data: bytes | Mapping[str, Any]
    key: bytes
    position: int = 0
    error: str | None = None

    @property
    def size(self) -> int:
        """Bytes that it takes, roughly."""
        if isinstance(self.data, bytes):
            return len(self.data)
        return sum(len(value) for value in self.data.values() if isinstance(value, str | bytes))


def form_of(name: str) -> Form | None:
    """Tell by its name what kind of records a file holds; None when it is a document itself.

    >>> form_of("crawl/a.jsonl.zst"), form_of("a.warc.wet.gz"), form_of("a.parquet"), form_of("a.txt.gz")
    ('jsonl', 'warc', 'parquet', None)
    """
    suffixes = [suffix.lower() for suffix in PurePath(name).suffixes]
    if len(suffixes) > 1 and suffixes[-1] in _COMPRESSED and suffixes[-2] != ".parquet":
        suffixes.pop()
    return SUFFIXES.get(suffixes[-1]) if suffixes else None


def stem_of(name: str) -> str:
    """Take the endings that tell the form off a name; any other dot belongs to the name and stays.

    >>> stem_of("crawl/a.2024.jsonl.zst"), stem_of("a.warc.wet.gz"), stem_of("plain")
    ('crawl/a.2024', 'a', 'plain')
    """
    while True:
        suffix = PurePath(name).suffix
        if suffix.lower() not in _COMPRESSED and suffix.lower() not in SUFFIXES:
            return name
        name = name.removesuffix(suffix)


def read(source: str | BinaryIO, form: Form, limit: int) -> Iterator[Raw]:
    """Cut a file (by its path) or a stream into records, of which none is larger than `limit` bytes.

    When the file ends in the middle or is damaged, the last record says so. Raises CleanerError when the package that
    reads this form is missing, and OSError when the file cannot be opened.
    """
    if form == "jsonl":
        from cleaner.formats import jsonl

        return jsonl.read(source, limit)
    if form == "parquet":
        from cleaner.formats import parquet

        return parquet.read(source, limit)
    from cleaner.formats import warc

    return warc.read(source, limit)


def parse(raw: Raw, columns: Columns, kind: Kind | None = None) -> Record:
    """Make a record of a raw one, whose values are found by the names of their columns.

    Raises RecordError when it is damaged, or lacks what a document needs, or holds it as another type.

    >>> raw = Raw(1, b'{"id": 7, "text": "A storm.", "source": "crawl"}', b"")
    >>> record = parse(raw, Columns())
    >>> record.id, record.data, record.kind, dict(record.extra)
    ('7', 'A storm.', 'text', {'source': 'crawl'})
    """
    if raw.error is not None:
        raise RecordError(raw.error)
    row = raw.data
    if isinstance(row, bytes):
        try:
            row = json.loads(row)
        except RecursionError as error:
            raise RecordError("The line holds JSON nested too deeply to be read; mend or remove it.") from error
        except UnicodeDecodeError as error:
            raise RecordError(f"The line is not UTF-8 (byte {error.start}); mend or remove it.") from error
        except ValueError as error:
            raise RecordError(f"The line is not valid JSON ({error}); mend or remove it.") from error
    if not isinstance(row, Mapping):
        raise RecordError("The line is no JSON object; a record is an object with a column for the text or the HTML.")
    return columns.pick(row, kind)


def records(
    path: str, *, form: Form | None = None, columns: Columns = USUAL, kind: Kind | None = None, limit: int = 1 << 26
) -> Iterator[Record | RecordError]:
    """Read the records of a file, one after the other; one that cannot be read comes as the error that says why.

    `limit` is the largest record, in bytes. Raises CleanerError when the file's name does not tell its form and none is
    given, or when the package that reads it is missing.
    """
    form = form or form_of(path)
    if form is None:
        raise CleanerError(f"The name {path!r} does not tell what records the file holds; say it.")
    name = PurePath(path).name
    for raw in read(path, form, limit):
        try:
            yield replace(parse(raw, columns, kind), place=f"{name}:{raw.number}")
        except RecordError as error:
            error.place = f"{name}:{raw.number}"
            yield error


def key_of(row: Mapping[str, Any]) -> bytes:
    """Hash a row's names and values."""
    sha = hashlib.sha256()
    for name, value in row.items():
        data = value if isinstance(value, bytes) else repr(value).encode("utf-8", "surrogatepass")
        sha.update(f"{name}:{type(value).__name__}:{len(data)}:".encode())
        sha.update(data)
    return sha.digest()[:16]
