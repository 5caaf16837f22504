"""Where results go that a worker does not write itself: records as files, and rows."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from cleaner import files, sidecar
from cleaner.batch import outputs
from cleaner.batch.journal import Journal
from cleaner.batch.outcome import Outcome
from cleaner.batch.outputs import OtherColumns, Row
from cleaner.batch.work import STAGING, Job, Result, Unit
from cleaner.files import Source


class Store(Protocol):
    """Takes the results of one part of a run, in the order of its records."""

    def find(self, unit: Unit) -> Result | None:
        """Give the result of a record when an earlier run has done it."""

    def take(self, unit: Unit, result: Result) -> Outcome:
        """Keep a result that came in its turn, and say what became of the record at last."""

    def finish(self) -> None:
        """Make the result whole: all of its records have come."""

    def close(self, *, finished: bool) -> None:
        """Keep what is done for the next run, if there is to be one."""


class FileStore:
    """Records that become a body and a sidecar each, below the output directory."""

    def __init__(self, out: Path) -> None:
        self._out = out
        self._names = sqlite3.connect("", isolation_level=None)  # a temporary file, so that memory does not grow
        self._names.executescript("PRAGMA synchronous = OFF; CREATE TABLE names (name TEXT PRIMARY KEY); BEGIN")

    def find(self, unit: Unit) -> Result | None:
        """Leave it to the worker, which reads the sidecar."""
        return None

    def take(self, unit: Unit, result: Result) -> Outcome:
        """Write body and sidecar, unless they stand already or a record before had the same name."""
        if result.outcome.error is not None or not result.contents:
            return result.outcome
        key = files.name_key(next(iter(result.contents)))
        if not self._names.execute("INSERT OR IGNORE INTO names VALUES (?)", (key,)).rowcount:
            return replace(result.outcome, error=_duplicate(result.outcome))
        if not result.outcome.reused:
            contents = {self._out / name: data for name, data in result.contents.items()}
            try:
                files.write_files(contents, self._out / STAGING)
            except files.WriteError as error:
                return replace(result.outcome, error=str(error))
        return result.outcome

    def finish(self) -> None:
        """Do nothing: each record is whole."""

    def close(self, *, finished: bool) -> None:
        """Forget the names."""
        self._names.close()


class RowStore:
    """Records that become rows of one file; see `journal`."""

    def __init__(self, job: Job, source: Source | None, name: str, output: str, *, fresh: bool) -> None:
        """Open it for the records of `source`, or for documents (None), of which each is known by its own name."""
        self._output = output
        fingerprint = _fingerprint(job, source, output)
        self._journal = Journal(job.out / STAGING, name, job.out / name, fingerprint, fresh=fresh)
        joined = source and output == outputs.PARQUET == source.form
        self._joined = (source.path, job.columns.taken) if source and joined else None

    def find(self, unit: Unit) -> Result | None:
        """Look a record up by what it holds."""
        if unit.raw is None or unit.raw.error is not None:
            return None
        found = self._journal.find(unit.raw.key)
        return Result(replace(found, name=unit.name)) if found else None

    def take(self, unit: Unit, result: Result) -> Outcome:
        """Keep the row, unless a record before had the same id."""
        outcome = result.outcome
        if outcome.error is not None or unit.raw is None:
            return outcome
        if outcome.id is not None and not self._journal.claim(outcome.id):
            return replace(outcome, error=_duplicate(outcome))
        if not outcome.reused:
            self._journal.add(unit.raw.key, outcome, result.row)
        self._journal.append(unit.raw.number, unit.raw.key)
        return outcome

    def finish(self) -> None:
        """Write the file, unless it stands already."""
        self._journal.finish(self._write, rows_are_lines=self._output != outputs.PARQUET)

    def _write(self, path: Path, rows: Iterable[Row]) -> None:
        outputs.write(path, rows, self._output, OtherColumns(*self._joined) if self._joined else None)

    def close(self, *, finished: bool) -> None:
        """Keep the journal, from which the next run goes on."""
        self._journal.close(finished=finished)


def _duplicate(outcome: Outcome) -> str:
    whose = f"The id {outcome.id!r} is" if outcome.id is not None else "The number of this record as its name is"
    return f"{whose} that of an earlier record of the same output; give each record an id of its own."


def _fingerprint(job: Job, source: Source | None, output: str) -> str:
    """Name all that rows depend on beside their records."""
    known = {
        "schema": sidecar.SCHEMA_VERSION,
        "cleaner": sidecar.digests(job.settings(source) if source else job.config),
        "source": (source.name, source.form) if source else None,
        "output": output,
        "kind": job.kind,
        "columns": repr(job.columns),
    }
    return json.dumps(known, sort_keys=True)
