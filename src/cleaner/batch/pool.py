"""Processes that clean: each pulls a few documents, and gives their results back.

When a worker dies it is known which document it was at (see `worker`). That one is tried once more, since somebody else
may have killed the worker, and then it has failed; the others go to the worker's successor. A document that takes too
long is not tried again.

Results come in the order of the documents. How far a slow one may let the others run ahead is bounded, in documents and
in bytes, and so is memory.
"""

from __future__ import annotations

import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from multiprocessing import connection
from types import FrameType

from cleaner.batch.work import Job, failed
from cleaner.batch.worker import ANSWER, Item, Worker
from cleaner.model import CleanerError

AHEAD = 64  # documents a worker that are under way or done and not yet taken
AHEAD_BYTES = 64 << 20  # of documents under way or not yet taken, whatever their number
_STARTS = 3  # workers in a row that die before they have begun


def alone(job: Job, items: Iterable[Item], timeout: float) -> Generator[Item]:
    """Clean documents in this process.

    One that takes longer than `timeout` seconds is given up when Python next comes to look, which what hangs within a
    library does not allow; that needs a pool.
    """
    with _alarm() as ring_after:
        for item in items:
            if item.unit is not None and item.result is None:
                try:
                    ring_after(timeout)
                    try:
                        item.result = job.do(item.unit)
                    finally:
                        ring_after(0)
                except _TimeUpError:
                    item.result = failed(item.unit, _too_slow(timeout))
            yield item


class _TimeUpError(BaseException):
    """A document took too long; no `except Exception` on the way may take it for its own."""


@contextmanager
def _alarm() -> Iterator[Callable[[float], object]]:
    """Give a function that has `_TimeUpError` raised after so many seconds, or with 0 no more."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield lambda seconds: None
        return

    def ring(number: int, frame: FrameType | None) -> None:
        raise _TimeUpError

    before = signal.signal(signal.SIGALRM, ring)
    try:
        yield partial(signal.setitimer, signal.ITIMER_REAL)
    finally:
        signal.signal(signal.SIGALRM, before)


class Pool:
    """Worker processes, started when the first document comes.

    `timeout` is the time that a document may take, in seconds; `memory` what a worker may take beside what it needs to
    run at all, in bytes (where the system can limit it; None for no limit).
    """

    def __init__(self, job: Job, jobs: int, timeout: float, memory: int | None) -> None:
        self._job, self._jobs, self._timeout, self._memory = job, jobs, timeout, memory
        self._workers: list[Worker] = []
        self._waiting: deque[Item] = deque()
        self._weight = 0
        self._stillborn = 0
        self._heard = time.monotonic()

    def map(self, items: Iterable[Item]) -> Generator[Item]:
        """Clean documents; they come back with their results, in order."""
        coming = iter(items)
        exhausted = False
        try:
            while True:
                while self._has_next():
                    self._weight -= self._waiting[0].weight
                    yield self._waiting.popleft()
                if exhausted and not self._waiting:
                    return
                in_time = True
                while not exhausted and in_time and self._has_room():
                    item = next(coming, None)
                    if item is None:
                        exhausted = True
                    else:
                        self._take(item)
                    in_time = time.monotonic() - self._heard < ANSWER  # as it is not when documents come slowly
                if not self._has_next() and self._waiting:
                    self._collect(None if in_time or exhausted else 0.0)
        finally:
            self.close()

    def _has_next(self) -> bool:
        return bool(self._waiting) and (self._waiting[0].result is not None or self._waiting[0].unit is None)

    def _has_room(self) -> bool:
        if len(self._waiting) >= AHEAD * self._jobs or self._weight > AHEAD_BYTES:
            return False
        return len(self._workers) < self._jobs or any(len(worker.given) < worker.depth for worker in self._workers)

    def _take(self, item: Item) -> None:
        self._waiting.append(item)
        if item.unit is None or item.result is not None:
            return
        item.weight = item.unit.weight
        self._weight += item.weight
        idle = min(self._workers, key=lambda worker: len(worker.given) / worker.depth, default=None)
        if (idle is None or idle.given) and len(self._workers) < self._jobs:
            idle = self._start()
        assert idle is not None
        idle.give(item)

    def _start(self) -> Worker:
        worker = Worker(self._job, self._memory)
        self._workers.append(worker)
        return worker

    def _collect(self, patience: float | None) -> None:
        """Wait, at most so many seconds, until a worker says something, dies, or is late."""
        for worker in self._workers:
            worker.send()
        now = time.monotonic()
        waits = [(worker.since or now) + self._timeout - now for worker in self._workers if worker.ready]
        wait = max(0.0, min(waits)) if waits and patience is None else patience
        ready = connection.wait([worker.line for worker in self._workers], wait)
        for worker in [worker for worker in self._workers if worker.line in ready]:
            try:
                worker.hear()
                self._stillborn = 0
                worker.send()
            except (EOFError, OSError):
                self._replace(worker, None)
        self._heard = time.monotonic()
        for worker in list(self._workers):
            if worker.since is not None and self._heard - worker.since >= self._timeout and not worker.line.poll():
                worker.process.kill()
                self._replace(worker, _too_slow(self._timeout))

    def _replace(self, worker: Worker, why: str | None) -> None:
        """Put a new worker in place of one that died or was killed (then `why` says it); its documents go on."""
        self._workers.remove(worker)
        worker.stop(0)
        if not worker.ready:
            self._stillborn += 1
            if self._stillborn >= _STARTS:
                raise CleanerError(
                    f"Worker processes die before they begin (exit code {worker.process.exitcode}); run with less "
                    f"--jobs or more --max-memory."
                )
        elif worker.given:
            culprit = worker.culprit()
            assert culprit.unit is not None
            if why is None and not culprit.tried:
                culprit.tried = True
                worker.given.appendleft(culprit)
            else:
                culprit.result = failed(culprit.unit, why or _died(worker.process.exitcode))
        if worker.given:
            successor = self._start()
            for item in worker.given:
                successor.give(item)

    def close(self) -> None:
        """Let the workers finish what they are at, if that is soon, and end."""
        for worker in self._workers:
            worker.line.close()  # which tells them
        for worker in self._workers:
            worker.stop(2)
        self._workers.clear()


def _too_slow(seconds: float) -> str:
    return f"Cleaning it took longer than {seconds:g} seconds, so it was given up; raise --timeout to let it take more."


def _died(code: int | None) -> str:
    if code is not None and code < 0:
        name = signal.Signals(-code).name if -code in {s.value for s in signal.Signals} else f"signal {-code}"
        how = f"was killed by {name}"
    else:
        how = f"ended with code {code}"
    return (
        f"The process that cleaned it {how}, twice (a crash, or out of memory); try it alone, or with a lower "
        f"--max-memory, which tells more."
    )
