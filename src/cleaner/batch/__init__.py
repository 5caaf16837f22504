"""A corpus through the cleaner: documents in, results out, what failed and why.

Documents are independent, so several processes may clean them, and the results are the same bytes for any number of
processes. Outcomes come in the order of the inputs. Only a bounded number of documents is on its way at any time, so
memory does not grow with the corpus; of each, a small `Outcome` is seen once and folded into the `Summary`.

One document's misfortune is its own: whatever happens to it becomes a sentence in its outcome, and the rest go on. That
holds even for a document that takes its process down with it, when there is a pool (`Options.jobs`).

What is done stays done: a run that was cut short goes on where it was when it is started again (see `journal`, and
`work.standing` for files).
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from cleaner import files, formats
from cleaner.batch import plan as planning
from cleaner.batch.outcome import Outcome, Summary, Tally
from cleaner.batch.outputs import FILES
from cleaner.batch.plan import Part, Plan
from cleaner.batch.pool import Pool, alone
from cleaner.batch.stores import FileStore, RowStore, Store
from cleaner.batch.work import STAGING, Job, Unit, clean_source, settings_of
from cleaner.batch.worker import Item
from cleaner.files import FAILURES, Source
from cleaner.formats import Raw
from cleaner.formats.columns import Columns
from cleaner.model import CleanerError

__all__ = [
    "FAILURES", "Columns", "Job", "Options", "Outcome", "Plan", "Progress", "Step", "Summary",
    "clean_source", "planning", "run", "settings_of",
]  # fmt: skip

_FEW = 32  # documents that are cleaned before worker processes would have started
_SMALL = 1 << 20  # bytes of records, likewise
_ALONE = "alone"  # below the staging directory while a run has no worker processes


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How a run goes about its work; results do not depend on it.

    `jobs` is the number of worker processes, 0 for none, None for as many as there are processors when there is work
    for them, or when a run without them died in this output directory. `timeout` is the time that a document may take,
    in seconds; `max_memory` what a worker may take beside what it needs to run at all, in bytes. After `max_failures`
    the run stops. `fresh` does everything again.
    """

    jobs: int | None = None
    timeout: float = 120.0
    max_memory: int | None = 4 << 30
    max_failures: int | None = None
    fresh: bool = False


DEFAULT = Options()


@dataclass(frozen=True, slots=True)
class Step:
    """How far a run is: the last outcome, how many documents it has seen, and which share of the input was read."""

    outcome: Outcome
    done: int
    share: float | None


Progress = Callable[[Step], None]
"""Called after each document."""


def run(plan: Plan, job: Job, options: Options = DEFAULT, *, on_progress: Progress | None = None) -> Summary:
    """Clean what a plan holds, as the job says.

    `failures.jsonl` in the job's output directory names what failed, and is removed by a run in which nothing did.

    Raises `files.PlanError` when another run is writing there, and `files.WriteError` when a file of rows or the list
    of failures cannot be written. What was done then stays done.
    """
    staging = job.out / STAGING
    with files.lock(job.out):
        _sweep(staging)
        try:
            return _Run(plan, job, options, on_progress).go()
        except (OSError, sqlite3.Error) as error:
            problem = error if isinstance(error, OSError) else OSError(None, str(error))
            raise files.WriteError(files.explain_os_error(problem, "write", staging)) from error
        finally:
            _sweep(staging)


class _Run:
    """One run, from its plan to its summary."""

    def __init__(self, plan: Plan, job: Job, options: Options, on_progress: Progress | None) -> None:
        self._plan, self._job, self._options, self._on_progress = plan, job, options, on_progress
        self._tally = Tally()
        self._open: dict[int, Store] = {}
        self._whole = True  # whether the file that is read now is all there
        self._total = _size(plan) if on_progress else None
        self._mark = job.out / STAGING / _ALONE
        self._died = self._mark.exists()  # a run without worker processes, of a document that is still there, perhaps

    def go(self) -> Summary:
        stopped = None
        limit = self._options.max_failures
        with ExitStack() as stack:
            stack.callback(self._close)
            if not self._died:
                stack.callback(self._mark.unlink, missing_ok=True)  # however it ends, unless the process dies
            list_failure = stack.enter_context(_failures(self._job.out))
            for outcome, position in self._outcomes(stack):
                self._tally.add(outcome)
                if outcome.error is not None:
                    list_failure(outcome)
                if self._on_progress:
                    share = min(1.0, position / self._total) if self._total else None
                    self._on_progress(Step(outcome, self._tally.documents + self._tally.failed, share))
                if limit is not None and self._tally.failed >= limit:
                    failures = f"{self._tally.failed:,} failure{'s' if self._tally.failed > 1 else ''}"
                    stopped = f"Stopped after {failures}; the same command goes on from here."
                    break
        if self._died and not self._tally.failed and not stopped:
            self._mark.unlink(missing_ok=True)
        return self._tally.summary(self._plan.skipped, stopped)

    def _outcomes(self, stack: ExitStack) -> Iterator[tuple[Outcome, int]]:
        for name, why in self._plan.unreadable:
            yield Outcome(name, error=why), 0
        for item in stack.enter_context(closing(self._cleaned())):
            if item.unit is None:
                if item.store:
                    item.store.finish()
                    item.store.close(finished=True)
                    self._open.pop(id(item.store))
            elif item.result is not None:
                outcome = item.store.take(item.unit, item.result) if item.store else item.result.outcome
                yield outcome, item.position

    def _cleaned(self) -> Generator[Item]:
        options, jobs = self._options, self._jobs()
        if jobs == 0:
            self._mark.parent.mkdir(exist_ok=True)
            self._mark.touch()
            return alone(self._job, self._items(), options.timeout)
        return Pool(self._job, jobs, options.timeout, options.max_memory).map(self._items())

    def _jobs(self) -> int:
        if self._options.jobs is not None:
            return self._options.jobs
        documents = sum(source.form is None for source in self._plan.sources)
        records = [source for source in self._plan.sources if source.form is not None]
        few = documents <= _FEW and all(s.path != files.STDIN for s in records) and sum(map(_bytes, records)) <= _SMALL
        few = few and not self._died
        return 0 if few else len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1

    def _items(self) -> Iterator[Item]:
        """Yield all documents of the plan, and after those of each store its end."""
        before = 0
        for part in self._plan.parts:
            store = self._store(part)
            self._whole = True
            for number, source in enumerate(part.sources, start=1):
                for unit in self._units(part, source, number):
                    position = before + (unit.raw.position if unit.raw else 0)
                    item = Item(unit, store, position, store.find(unit) if store and not self._options.fresh else None)
                    yield item
                before += _bytes(source) if self._total else 0
            if self._whole:
                yield Item(None, store)

    def _store(self, part: Part) -> Store | None:
        if part.name is None:
            return None
        store: Store
        if part.output == FILES:
            store = FileStore(self._job.out)
        else:
            source = None if part.sources[0].form is None else part.sources[0]
            store = RowStore(self._job, source, part.name, part.output, fresh=self._options.fresh)
        self._open[id(store)] = store
        return store

    def _units(self, part: Part, source: Source, number: int) -> Iterator[Unit]:
        reuse = not self._options.fresh
        if part.name is None:
            yield Unit(source, None, part.output, reuse)
        elif source.form is None:
            yield Unit(source, self._document(source, number), part.output, reuse)
        else:
            yield from (Unit(source, raw, part.output, reuse) for raw in self._records(source))

    def _document(self, source: Source, number: int) -> Raw:
        """Read a whole file as a record, which is known by its name and what it holds."""
        config = self._job.settings(source)
        try:
            data = source.read(config.max_bytes)
        except CleanerError as error:
            return Raw(number, b"", b"", error=str(error))
        known = f"{source.name}\0{config.digest}\0".encode()
        return Raw(number, data, hashlib.sha256(known + data).digest()[:16], len(data))

    def _records(self, source: Source) -> Iterator[Raw]:
        """Read the records of a file; when it was written to meanwhile, or cannot be opened, the last one says so."""
        assert source.form is not None
        limit = self._job.settings(source).max_bytes
        number = 0
        if source.path == files.STDIN:
            assert self._plan.stdin is not None
            yield from formats.read(self._plan.stdin, source.form, limit)
            return
        try:
            with Path(source.path).open("rb") as file:
                before = files.version(file.fileno())
                for raw in formats.read(file, source.form, limit):
                    number = raw.number
                    yield raw
                if files.version(file.fileno()) != before:
                    self._whole = False
                    yield Raw(number + 1, b"", b"", error=files.CHANGED)
        except OSError as error:
            self._whole = False
            why = files.explain_os_error(error, "read", Path(source.path))
            yield Raw(number + 1, b"", b"", error=why)

    def _close(self) -> None:
        for store in self._open.values():
            store.close(finished=False)


def _bytes(source: Source) -> int:
    with suppress(OSError):
        return Path(source.path).stat().st_size
    return 0


def _size(plan: Plan) -> int | None:
    """Give the bytes of all inputs; None when one is a pipe."""
    return None if any(source.path == files.STDIN for source in plan.sources) else sum(map(_bytes, plan.sources))


@contextmanager
def _failures(out: Path) -> Iterator[Callable[[Outcome], None]]:
    """Write the list of failures as they come; it is there when the run ends, in whatever way."""
    partial = out / STAGING / "failures.tmp"
    file: IO[bytes] | None = None

    def add(outcome: Outcome) -> None:
        nonlocal file
        if file is None:
            partial.parent.mkdir(exist_ok=True)
            file = partial.open("wb")
        line = json.dumps(outcome.failure(), ensure_ascii=False, sort_keys=True) + "\n"
        file.write(line.encode("utf-8", "backslashreplace"))

    try:
        yield add
    finally:
        if file is not None:
            file.close()
            partial.replace(out / FAILURES)
        else:
            (out / FAILURES).unlink(missing_ok=True)  # of an earlier run, and no longer true


def _sweep(staging: Path) -> None:
    """Remove what a run that was killed left unfinished, and the directory when nothing is in it."""
    with suppress(OSError):
        for path in staging.glob("*.tmp"):
            path.unlink()
        staging.rmdir()
