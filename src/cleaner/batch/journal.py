"""What was done of a file of rows, so that a run that was cut short can go on, and a second one need do nothing.

Rows are appended to a spool in whatever order they are done, and a database beside it says what each is: the key of
its record (a hash of what the record holds) and where the row stands. When the input is through, the rows are put
together in the order of the records, under a temporary name, and the file is renamed. So the order in which things were
done, or in how many runs, cannot show.

Keys are all that ties a row to its record: records may be added, taken away or moved between two runs, and only new
ones are cleaned. Failures are not kept; they are tried again.

A finished file of JSON lines serves as its own spool. Of Parquet, whose rows cannot be read one by one, the spool is
kept.

Nothing here must survive the machine itself losing power: what the database then says is checked against the files, and
what does not fit is done again.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from cleaner.batch.outcome import Outcome
from cleaner.batch.outputs import Row
from cleaner.files import WriteError, explain_os_error

_COMMIT = 0.25  # seconds of work, of which a run that is killed loses the last at most
_TABLES = """
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS results (
    key BLOB PRIMARY KEY, spooled INTEGER, start INTEGER, length INTEGER, id TEXT, outcome TEXT
) WITHOUT ROWID;
DROP TABLE IF EXISTS sequence;
DROP TABLE IF EXISTS ids;
CREATE TABLE sequence (number INTEGER PRIMARY KEY, key BLOB);
CREATE TABLE ids (id TEXT PRIMARY KEY) WITHOUT ROWID;
"""


class Journal:
    """The results of one file of rows, `final`; what is unfinished stands in `directory`, under `name`.

    `fingerprint` names all that results depend on beside their records: with another one nothing is reused.
    """

    def __init__(self, directory: Path, name: str, final: Path, fingerprint: str, *, fresh: bool = False) -> None:
        self._final = final
        self._spool_path = directory / (name + ".rows")
        self._partial = directory / (name + ".partial")
        self._database = directory / (name + ".journal")
        self._order = hashlib.sha256()
        self._committed = time.monotonic()
        self._database.parent.mkdir(parents=True, exist_ok=True)
        if fresh:
            self._forget()
        try:
            self._open(fingerprint)
        except sqlite3.DatabaseError:  # damaged, or something else by that name
            self._forget()
            self._open(fingerprint)

    def _open(self, fingerprint: str) -> None:
        self._db = sqlite3.connect(self._database, isolation_level=None)
        self._db.execute("PRAGMA synchronous = OFF")
        self._db.executescript(_TABLES)
        if self._meta("fingerprint") != fingerprint:
            self._db.execute("DELETE FROM results")
            self._db.execute("DELETE FROM meta")
            self._db.execute("INSERT INTO meta VALUES ('fingerprint', ?)", (fingerprint,))
            self._spool_path.unlink(missing_ok=True)
        if self._meta("final") is None or self._state() != self._meta("final").split()[1:]:  # type: ignore[union-attr]
            self._db.execute("DELETE FROM results WHERE NOT spooled")  # the file where they stood is another now
            self._db.execute("DELETE FROM meta WHERE name = 'final'")
        self._cut_spool()
        self._db.execute("BEGIN")

    def _cut_spool(self) -> None:
        """Take off the spool what was written after the last commit; forget what the spool does not hold."""
        self._spool = self._spool_path.open("ab+")
        size = self._spool.seek(0, os.SEEK_END)
        self._db.execute("DELETE FROM results WHERE spooled AND start + length > ?", (size,))
        (self._end,) = self._db.execute("SELECT COALESCE(MAX(start + length), 0) FROM results WHERE spooled").fetchone()
        self._spool.truncate(self._end)

    def find(self, key: bytes) -> Outcome | None:
        """Give the outcome of a record that is done; None when it is not."""
        found = self._db.execute("SELECT outcome, id FROM results WHERE key = ?", (key,)).fetchone()
        if found is None:
            return None
        kept, removed, flags = json.loads(found[0])
        return Outcome("", kept, removed, tuple(flags), id=found[1], reused=True)

    def claim(self, id: str) -> bool:
        """Take an id for a record; False when one of this run has it already."""
        return self._db.execute("INSERT OR IGNORE INTO ids VALUES (?)", (id,)).rowcount == 1

    def add(self, key: bytes, outcome: Outcome, row: bytes) -> None:
        """Keep the row of a record that is done."""
        values = (key, 1, self._end, len(row), outcome.id, json.dumps([outcome.kept, outcome.removed, outcome.flags]))
        if self._db.execute("INSERT OR IGNORE INTO results VALUES (?, ?, ?, ?, ?, ?)", values).rowcount:
            self._spool.write(row)
            self._end += len(row)
        if time.monotonic() - self._committed >= _COMMIT:
            self.commit()

    def append(self, number: int, key: bytes) -> None:
        """Say that the row of this record comes next in the file."""
        self._db.execute("INSERT INTO sequence VALUES (?, ?)", (number, key))
        self._order.update(key)

    def commit(self) -> None:
        """Make what was kept survive this process."""
        self._spool.flush()
        self._db.execute("COMMIT")
        self._db.execute("BEGIN")
        self._committed = time.monotonic()

    def finish(self, write: Callable[[Path, Iterable[Row]], None], *, rows_are_lines: bool) -> None:
        """Put the file together, unless it stands already as it should be.

        `write` writes rows to a path; `rows_are_lines` tells that the file will hold the rows as they are.
        """
        self.commit()
        order = self._order.hexdigest()
        if (self._meta("final") or "").split()[:1] == [order]:
            return
        try:
            self._final.parent.mkdir(parents=True, exist_ok=True)
            write(self._partial, self._rows())
            self._partial.replace(self._final)
        except OSError as error:
            with suppress(OSError):
                self._partial.unlink(missing_ok=True)
            raise WriteError(explain_os_error(error, "write", self._final)) from error
        if rows_are_lines:
            self._move_rows()
        self._db.execute("INSERT OR REPLACE INTO meta VALUES ('final', ?)", (" ".join([order, *self._state()]),))
        self._db.execute("COMMIT")
        if rows_are_lines:
            self._spool.truncate(0)
        self._db.execute("BEGIN")

    def _rows(self) -> Iterator[Row]:
        """Read the rows in the order of their records, from where they stand."""
        found = self._db.execute(
            "SELECT number, spooled, start, length FROM sequence JOIN results USING (key) ORDER BY number"
        )
        finished = self._final.open("rb") if self._meta("final") else None
        try:
            with self._spool_path.open("rb") as spool:
                for number, spooled, start, length in found:
                    file = spool if spooled else finished
                    assert file is not None
                    file.seek(start)
                    yield number, file.read(length)
        finally:
            if finished:
                finished.close()

    def _move_rows(self) -> None:
        """Say where each row stands in the file that was just made; what it does not hold is forgotten."""
        places = """
        CREATE TABLE moved AS SELECT key, MIN(place) AS start FROM (
            SELECT key, SUM(length) OVER (ORDER BY number) - length AS place
            FROM sequence JOIN results USING (key)
        ) GROUP BY key
        """
        self._db.execute(places)
        self._db.execute("DELETE FROM results WHERE key NOT IN (SELECT key FROM moved)")
        self._db.execute("UPDATE results SET spooled = 0, start = moved.start FROM moved WHERE moved.key = results.key")
        self._db.execute("DROP TABLE moved")

    def close(self, *, finished: bool) -> None:
        """Keep what is done for the next run; a `finished` one leaves nothing that is of no use any more."""
        self.commit()
        self._db.execute("COMMIT")
        if finished:
            self._db.execute("DELETE FROM sequence")
            self._db.execute("DELETE FROM ids")
        self._db.close()
        self._spool.close()
        if not self._end or (finished and not self._spool_path.stat().st_size):
            self._spool_path.unlink(missing_ok=True)

    def _meta(self, name: str) -> str | None:
        found = self._db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return None if found is None else str(found[0])

    def _state(self) -> list[str]:
        """Tell the file as it stands from any other: its size and when it was written; empty when there is none."""
        try:
            status = self._final.stat()
        except OSError:
            return []
        return [str(status.st_size), str(status.st_mtime_ns)]

    def _forget(self) -> None:
        for path in (self._database, self._spool_path, self._partial, Path(f"{self._database}-journal")):
            path.unlink(missing_ok=True)
