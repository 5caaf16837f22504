"""A directory that `cleaner clean` wrote -> its documents, one after the other.

A document is a body beside its sidecar, or a row of a file of records. What cannot be read is told with its reason and
costs that document alone.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cleaner import formats, sidecar
from cleaner.files import FAILURES, SIDECAR_SUFFIX, explain_os_error
from cleaner.formats import form_of
from cleaner.model import CleanerError
from cleaner.sidecar import rows


@dataclass(frozen=True, slots=True)
class Found:
    """A document: `name` is where it is below the directory, `record` its sidecar, and `body` reads its body."""

    name: str
    record: Mapping[str, Any]
    body: Callable[[], str]


@dataclass(frozen=True, slots=True)
class Unread:
    """What is there and cannot be read: `error` is a sentence that says why."""

    name: str
    error: str


def documents(out: Path, wanted: Container[int] | None = None) -> Iterator[tuple[int, Found | Unread]]:
    """Yield every document below a directory with its number from 0, in the order of the files' names.

    Of the numbers, only those in `wanted` are read, and yielded, where it is given.

    Raises CleanerError when there is no such directory.
    """
    if not out.is_dir():
        raise CleanerError(f"There is no directory {str(out)!r}; name the one that `cleaner clean -o` wrote.")
    number = 0
    for path, name in _files(out):
        if name.endswith(SIDECAR_SUFFIX):
            if wanted is None or number in wanted:
                yield number, _pair(path, name)
            number += 1
            continue
        for found in _rows(path, name, form_of(name) or "jsonl"):
            if wanted is None or number in wanted:
                yield number, found
            number += 1


def failures(out: Path) -> list[Unread]:
    """Read what the run itself could not clean, from its list of failures."""
    path = out / FAILURES
    if not path.is_file():
        return []
    known = map(_object, path.read_bytes().splitlines())
    return [Unread(str(row.get("source_path")), str(row.get("error"))) for row in known if row]


def _files(out: Path) -> Iterator[tuple[Path, str]]:
    """Yield sidecars and files of records with their paths below the directory, in the order of the names."""
    for directory, below, names in os.walk(out):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in sorted(names):
            path = Path(directory, name)
            records = form_of(name) in ("jsonl", "parquet") and path != out / FAILURES
            if not name.startswith(".") and (records or name.endswith(SIDECAR_SUFFIX)):
                yield path, os.fsencode(path.relative_to(out)).decode("utf-8", "backslashreplace")


def _pair(path: Path, name: str) -> Found | Unread:
    stem = path.with_name(path.name.removesuffix(SIDECAR_SUFFIX) + ".txt")
    try:
        record = sidecar.loads(path.read_bytes())
    except (CleanerError, OSError) as error:
        return Unread(name, _why(error, path))
    return Found(name.removesuffix(SIDECAR_SUFFIX) + ".txt", record, lambda: _read(stem))


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8", "surrogatepass")
    except (OSError, UnicodeDecodeError) as error:
        raise CleanerError(_why(error, path)) from error


def _rows(path: Path, name: str, form: formats.Form) -> Iterator[Found | Unread]:
    """Yield the records of a file, each with the sidecar's fields and the body as `text` (see `rows.row`)."""
    try:
        for raw in formats.read(str(path), form, sidecar.MAX_BYTES):
            yield _row(f"{name}:{raw.number}", raw)
    except (CleanerError, OSError) as error:  # a package that is missing, a file that cannot be opened
        yield Unread(name, _why(error, path))


def _row(name: str, raw: formats.Raw) -> Found | Unread:
    if raw.error is not None:
        return Unread(name, raw.error)
    try:
        if isinstance(raw.data, bytes):
            record = sidecar.loads(raw.data)
            body = record.pop("text")
        else:
            body, record = rows.parts(raw.data)
    except CleanerError as error:
        return Unread(name, str(error))
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        return Unread(name, f"The record is damaged ({error!r}); clean the corpus again.")
    return Found(name, record, lambda: body)


def _object(line: str | bytes) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (RecursionError, ValueError):
        return {}
    return row if isinstance(row, dict) else {}


def _why(error: Exception, path: Path) -> str:
    return explain_os_error(error, "read", path) if isinstance(error, OSError) else str(error)
